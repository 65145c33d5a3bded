#include "store/activity_check.h"

#include "store/activity_store.h"
#include "store/contact_store.h"
#include "store/statement.h"
#include "store/term_store.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace dimsum {

namespace {

constexpr std::int64_t firstInstant = -8'520'336'000'000; // 1700
constexpr std::int64_t lastInstant = 64'092'211'200'000;  // 4001

enum Wrong : std::size_t { Unreadable, Stranger, Instant, Word, Lost, People, Ways };

class Check
{
public:
    explicit Check(Database &database) : m_database(database) {}

    Outcome load()
    {
        Statement contacts(m_database, "SELECT id, account_id FROM contact");
        if (Outcome outcome = contacts.forEach([&](Statement &row) { m_accountOf.emplace(row.integer(0), row.integer(1)); }); !outcome)
            return outcome;
        if (Outcome outcome = loadPacked(); !outcome)
            return outcome;
        Statement terms(m_database, "SELECT id, kind FROM term");
        return terms.forEach([&](Statement &row) { m_kindOf.emplace(row.integer(0), static_cast<int>(row.integer(1))); });
    }

    void block(std::int64_t account, std::int64_t import, std::int64_t rows, std::span<const std::uint8_t> content)
    {
        ActivityBlockReader reader(content);
        std::int64_t read = 0;
        for (PackedActivity row; reader.next(row); ++read)
            activity(account, row);
        if (!reader.sound() || read != rows)
            find(Unreadable, {std::to_string(account), std::to_string(import)});
    }

    // Ids that the list of keys does not lead to would come in twice.
    Outcome keys()
    {
        std::sort(m_keys.begin(), m_keys.end());
        std::vector<std::int64_t> identities;
        identities.reserve(m_keys.size());
        for (const ActivityKey &key : m_keys)
            identities.push_back(key.identity);
        const auto known = ActivityStore(m_database).findKeys(identities);
        if (!known)
            return known.error();
        for (const ActivityKey &key : m_keys)
            if (!std::binary_search(known->begin(), known->end(), key))
                find(Lost, {std::to_string(key.account.value)});
        return Done{};
    }

    std::vector<ActivityFindings> findings() { return {m_findings.begin(), m_findings.end()}; }

private:
    // Whoever has a row counts by that, and must be at the same account there.
    Outcome loadPacked()
    {
        const Result<std::vector<StubRun>> runs = ContactStore(m_database).runs();
        if (!runs)
            return runs.error();
        Statement blocks(m_database, "SELECT account_id, import_id, first_id, people, content FROM stub_block");
        return blocks.forEach([&](Statement &row) {
            const std::int64_t account = row.integer(0), import = row.integer(1), first = row.integer(2), people = row.integer(3);
            std::int64_t read = 0;
            StubBlockReader reader(row.blob(4));
            for (PackedStub person; reader.next(person);)
                ++read;
            const bool counted = std::any_of(runs->begin(), runs->end(), [&](const StubRun &run) {
                return run.import.value == import && run.has(ContactId{first}) && run.has(ContactId{first + people - 1});
            });
            bool right = reader.sound() && read == people && counted;
            for (std::int64_t id = first; right && id < first + people; ++id)
                right = m_accountOf.emplace(id, account).first->second == account;
            if (!right)
                find(People, {std::to_string(account), std::to_string(import)});
        });
    }

    void find(Wrong way, std::vector<std::string> place) { m_findings[way].places.push_back(std::move(place)); }

    void activity(std::int64_t account, const PackedActivity &row)
    {
        if (row.instant < firstInstant || row.instant > lastInstant)
            find(Instant, {std::to_string(account)});
        if (row.contact != 0) {
            const auto person = m_accountOf.find(row.contact);
            if (person == m_accountOf.end() || person->second != account)
                find(Stranger, {std::to_string(account)});
        }
        for (const auto &[term, kind] : {std::pair{row.type, TermKind::activityType}, {row.asset, TermKind::asset},
                                         {row.campaign, TermKind::campaign}, {row.area, TermKind::area}, {row.channel, TermKind::channel}}) {
            if (term == 0 && kind != TermKind::activityType)
                continue;
            const auto known = m_kindOf.find(term);
            if (known == m_kindOf.end() || known->second != static_cast<int>(kind))
                find(Word, {std::to_string(account), std::to_string(term)});
        }
        if (!row.id.empty())
            m_keys.push_back({identityOf(row.id), AccountId{account}});
    }

    Database &m_database;
    std::unordered_map<std::int64_t, std::int64_t> m_accountOf; // contact -> account
    std::unordered_map<std::int64_t, int> m_kindOf;
    std::vector<ActivityKey> m_keys;
    std::array<ActivityFindings, Ways> m_findings{
        ActivityFindings{DIMSUM_TEXT("The activities of account %1 from import %2 cannot be read.")},
        ActivityFindings{DIMSUM_TEXT("An activity of account %1 belongs to a person who does not exist or works for another account.")},
        ActivityFindings{DIMSUM_TEXT("An activity of account %1 lies before the year 1700 or after 4000.")},
        ActivityFindings{DIMSUM_TEXT("An activity of account %1 names a word that does not exist or is of another kind (number %2).")},
        ActivityFindings{DIMSUM_TEXT("An activity of account %1 cannot be found by its id.")},
        ActivityFindings{DIMSUM_TEXT("The people of account %1 from import %2 cannot be read, or are at two accounts.")}};
};

} // namespace

Result<std::vector<ActivityFindings>> checkActivities(Database &database)
{
    Check check(database);
    if (const Outcome loaded = check.load(); !loaded)
        return loaded.error();
    Statement blocks(database, "SELECT account_id, import_id, rows, content FROM activity_block");
    const Outcome read = blocks.forEach(
        [&](Statement &row) { check.block(row.integer(0), row.integer(1), row.integer(2), row.blob(3)); });
    if (!read)
        return read.error();
    if (const Outcome found = check.keys(); !found)
        return found.error();
    return check.findings();
}

} // namespace dimsum
