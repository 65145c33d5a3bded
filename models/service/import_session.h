// What the importers of all kinds share while one file comes in: the stores, the policy, which account a row means,
// people known so far, and what is to be told afterwards. Lives inside the import's one transaction.
#pragma once

#include "exchange/import_rows.h"
#include "exchange/record_stream.h"
#include "service/importing_service.h"
#include "service/known_accounts.h"
#include "store/account_store.h"
#include "store/contact_store.h"
#include "store/import_store.h"
#include "store/term_store.h"

#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace dimsum {

// pending: KindImporter::finish tells.
enum class RowOutcome : std::uint8_t { inserted, updated, unchanged, duplicate, rejected, pending };

// One row's end. `problem` is set where it was rejected, or where it stays as it is although the file differs (create).
struct RowVerdict {
    RowOutcome outcome = RowOutcome::unchanged;
    std::optional<RowProblem> problem = {};
};

inline RowVerdict rejectedRow(RowProblem problem)
{
    return {RowOutcome::rejected, std::move(problem)};
}

// How the cells of a file and what is stored become one, by the policy. Remembers whether anything changed.
class Merge
{
public:
    // `fillsAnyway`: what is stored is a stub, so known values win under every policy.
    explicit Merge(ImportPolicy policy, bool fillsAnyway = false);

    void text(std::string &stored, const GivenText &given, bool mayClear = true);
    void term(std::int64_t &stored, const GivenText &given, TermId term);
    void money(Money &stored, const GivenMoney &given);
    void day(Day &stored, const GivenDay &given);
    void flag(std::optional<bool> &stored, const GivenFlag &given);
    // A value that the file always gives (a status, a time): only overwriting replaces it.
    template <class T>
    void fixed(T &stored, const T &given)
    {
        put(stored, given, false, false);
    }

    bool changed() const { return m_changed; } // what is stored must be written
    bool differs() const { return m_differs; } // the file says something else, which the policy left alone

private:
    template <class T>
    void put(T &stored, const T &given, bool storedEmpty, bool givenEmpty)
    {
        if (stored == given)
            return;
        const bool fills = storedEmpty && !givenEmpty && (m_policy == ImportPolicy::updateEmpty || m_fillsAnyway);
        if (m_policy == ImportPolicy::overwrite || fills) {
            stored = given;
            m_changed = true;
        } else if (!givenEmpty) {
            m_differs = true;
        }
    }

    ImportPolicy m_policy;
    bool m_fillsAnyway;
    bool m_changed = false;
    bool m_differs = false;
};

class ImportSession
{
public:
    ImportSession(Workspace &workspace, const ImportRequest &request, ImportPolicy policy, ImportId id);

    Database &database() { return m_database; }
    ImportId id() const { return m_id; }
    ImportPolicy policy() const { return m_policy; }
    KnownAccounts &accounts() { return m_accounts; }
    AccountStore &accountStore() { return m_accountStore; }

    Result<TermId> term(TermKind kind, const GivenText &text) { return m_terms.intern(kind, text.key, text.label, m_id); }
    Outcome keepPrior(StoredEntity entity, std::initializer_list<std::int64_t> key)
    {
        return m_imports.keepPrior(m_id, entity, std::span(key.begin(), key.size()));
    }

    // The account that a row means, made if that is asked for; a problem where there is not exactly one.
    struct FoundAccount {
        AccountId id;
        std::optional<RowProblem> problem = {};
    };
    Result<FoundAccount> account(const AccountRef &ref);
    Result<FoundAccount> account(std::string_view text);

    Result<TermId> knownTerm(TermKind kind, std::string_view key) { return m_terms.find(kind, key); } // id 0: not there

    // A contact whom only activities know: an address, or a CRM's id (no '@').
    Result<ContactId> makeStub(AccountId account, std::string_view key, std::string_view label);
    // Such people that an importer has put into the store on its own.
    void countStubs(std::int64_t people) { m_stubContacts += people; }

    // The verdict of a merge: unchanged, or written by `write` after the prior image is kept.
    template <class Write>
    Result<RowVerdict> verdict(const Merge &merge, StoredEntity entity, std::initializer_list<std::int64_t> key, Write write)
    {
        if (!merge.changed())
            return RowVerdict{RowOutcome::unchanged, merge.differs() ? differsNotice() : std::nullopt};
        if (const Outcome kept = keepPrior(entity, key); !kept)
            return kept.error();
        if (const Outcome written = write(); !written)
            return written.error();
        return RowVerdict{RowOutcome::updated};
    }
    std::optional<RowProblem> differsNotice() const; // under `create` only

    std::int64_t createdAccounts() const { return m_createdAccounts; }
    std::int64_t stubContacts() const { return m_stubContacts; }

private:
    Result<AccountId> createAccount(const AccountRef &ref);

    Database &m_database;
    ImportId m_id;
    ImportPolicy m_policy;
    bool m_createAccounts;
    AccountStore m_accountStore;
    ContactStore m_contacts;
    ImportStore m_imports;
    TermStore m_terms;
    KnownAccounts m_accounts;
    std::int64_t m_createdAccounts = 0;
    std::int64_t m_stubContacts = 0;
};

// Brings in the rows of one kind.
class KindImporter
{
public:
    virtual ~KindImporter() = default;
    // What the reading thread makes of a row before take() sees it (record_stream.h).
    virtual std::unique_ptr<BatchWork> newWork(RowReader &reader) = 0;
    virtual Result<RowVerdict> take(BatchWork &work, std::size_t row) = 0;
    // Asked after each take(): this importer took the rows for better ordered than they are. What it did is to be taken
    // back, and the file to be read once more by one that compares before it keeps (ActivityOrder::any).
    bool mustReadAgain() const { return m_mustReadAgain; }
    // After the last row: settles the pending ones, in file order.
    using RowSink = std::function<void(const RowVerdict &verdict, std::int64_t line)>;
    virtual Outcome finish(const RowSink &, const Progress &) { return Done{}; }
    // After finish(): the accounts that got new activities, each once, where that is all the import did. None: it did
    // something else, or nothing is known.
    virtual std::optional<std::vector<AccountId>> onlyAddedTo() { return std::nullopt; }
    // Types of rows that came in, by folded key, with their first spelling and number of rows.
    struct TypeCount {
        std::string label;
        std::int64_t rows = 0;
    };
    const std::map<std::string, TypeCount> &types() const { return m_types; }

protected:
    void countType(const GivenText &type, std::int64_t rows = 1);

    bool m_mustReadAgain = false;

private:
    std::map<std::string, TypeCount> m_types;
};

// An importer that needs of a row what RowReader makes of it, and no more.
template <class Row>
class RowImporter : public KindImporter
{
public:
    std::unique_ptr<BatchWork> newWork(RowReader &reader) final { return std::make_unique<ReadBatch>(reader); }
    Result<RowVerdict> take(BatchWork &work, std::size_t row) final
    {
        Read &read = static_cast<ReadBatch &>(work).at(row);
        if (read.problem)
            return rejectedRow(std::move(*read.problem));
        if (const Read *later = static_cast<ReadBatch &>(work).find(row + rowsAhead); later && !later->problem)
            expect(later->row);
        m_row = &read.row;
        return takeRow();
    }

protected:
    virtual Result<RowVerdict> takeRow() = 0;
    // A row that comes soon: what it will ask of large memory can be fetched in the meantime.
    virtual void expect(const Row &) {}
    Row *m_row = nullptr; // the row to take

private:
    static constexpr std::size_t rowsAhead = 8;

    struct Read {
        Row row;
        std::optional<RowProblem> problem;
    };
    class ReadBatch final : public BatchWork
    {
    public:
        explicit ReadBatch(RowReader &reader) : m_reader(reader) {}
        void clear() override { m_size = 0; }
        void add(const CsvRecord &record) override
        {
            if (m_size == m_rows.size())
                m_rows.emplace_back();
            Read &read = m_rows[m_size++];
            read.problem = m_reader.read(record, read.row);
        }
        Read &at(std::size_t row) { return m_rows[row]; }
        const Read *find(std::size_t row) const { return row < m_size ? &m_rows[row] : nullptr; }

    private:
        RowReader &m_reader;
        std::vector<Read> m_rows; // the first m_size of them
        std::size_t m_size = 0;
    };
};

// What may be taken for granted of the rows of a file of activities: that their ids ascend (if they are none, mustReadAgain()
// tells), or nothing.
enum class ActivityOrder : std::uint8_t { idsAscend, any };

Result<std::unique_ptr<KindImporter>> makeAccountImporter(ImportSession &session, const ColumnMapping &mapping);
std::unique_ptr<KindImporter> makeContactImporter(ImportSession &session);
std::unique_ptr<KindImporter> makeOpportunityImporter(ImportSession &session);
Result<std::unique_ptr<KindImporter>> makeActivityImporter(ImportSession &session, ActivityOrder order);
std::unique_ptr<KindImporter> makeIntentImporter(ImportSession &session);
std::unique_ptr<KindImporter> makeCostImporter(ImportSession &session);
std::unique_ptr<KindImporter> makeCampaignImporter(ImportSession &session);
std::unique_ptr<KindImporter> makeProgramImporter(ImportSession &session);

} // namespace dimsum
