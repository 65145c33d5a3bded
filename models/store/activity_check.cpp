#include "store/activity_check.h"

#include "store/activity_store.h"
#include "store/contact_store.h"
#include "store/page_walk.h"
#include "store/statement.h"
#include "store/term_store.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace dimsum {

namespace {

constexpr std::int64_t firstInstant = -8'520'336'000'000; // 1700
constexpr std::int64_t lastInstant = 64'092'211'200'000;  // 4001

enum Wrong : std::size_t { Unreadable, Stranger, Instant, Word, Lost, People, Nobody, Twice, Ways };

class Check
{
public:
    explicit Check(Database &database) : m_database(database) {}

    Outcome load()
    {
        Statement accounts(m_database, "SELECT id FROM account ORDER BY id");
        if (Outcome outcome = accounts.forEach([&](Statement &row) { m_accounts.push_back(row.integer(0)); }); !outcome)
            return outcome;
        Statement contacts(m_database, "SELECT id, account_id FROM contact");
        if (Outcome outcome = contacts.forEach([&](Statement &row) { m_accountOf.emplace(row.integer(0), row.integer(1)); }); !outcome)
            return outcome;
        if (Outcome outcome = loadPacked(); !outcome)
            return outcome;
        Statement terms(m_database, "SELECT id, kind FROM term");
        return terms.forEach([&](Statement &row) { m_kindOf.emplace(row.integer(0), static_cast<int>(row.integer(1))); });
    }

    void block(const StoredBlock &block)
    {
        ActivityBlockReader reader(block.content);
        std::int64_t read = 0;
        for (PackedActivity row; reader.next(row); ++read)
            activity(block.account.value, row);
        if (!block.sound || !reader.sound() || read != block.rows)
            find(Unreadable, {std::to_string(block.account.value), std::to_string(block.import.value)});
        known(block.account);
        if (block.account == m_before.first && block.import == m_before.second)
            find(Twice, {std::to_string(block.account.value), std::to_string(block.import.value)});
        m_before = {block.account, block.import};
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
        PeopleWalk blocks(m_database);
        return eachBlock(blocks, [&](const StoredBlock &block) {
            const std::int64_t account = block.account.value, import = block.import.value, first = block.firstPerson.value, people = block.rows;
            known(block.account);
            std::int64_t read = 0;
            StubBlockReader reader(block.content);
            for (PackedStub person; reader.next(person);)
                ++read;
            const bool counted = std::any_of(runs->begin(), runs->end(), [&](const StubRun &run) {
                return run.import.value == import && run.has(ContactId{first}) && run.has(ContactId{first + people - 1});
            });
            bool right = block.sound && reader.sound() && read == people && counted;
            for (std::int64_t id = first; right && id < first + people; ++id)
                right = m_accountOf.emplace(id, account).first->second == account;
            if (!right)
                find(People, {std::to_string(account), std::to_string(import)});
        });
    }

    // What stands in pages has no foreign key.
    void known(AccountId account)
    {
        if (!std::binary_search(m_accounts.begin(), m_accounts.end(), account.value))
            find(Nobody, {std::to_string(account.value)});
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
    std::vector<std::int64_t> m_accounts; // ids
    std::pair<AccountId, ImportId> m_before; // the block before
    std::unordered_map<std::int64_t, std::int64_t> m_accountOf; // contact -> account
    std::unordered_map<std::int64_t, int> m_kindOf;
    std::vector<ActivityKey> m_keys;
    std::array<ActivityFindings, Ways> m_findings{
        ActivityFindings{DIMSUM_TEXT("The activities of account %1 from import %2 cannot be read.")},
        ActivityFindings{DIMSUM_TEXT("An activity of account %1 belongs to a person who does not exist or works for another account.")},
        ActivityFindings{DIMSUM_TEXT("An activity of account %1 lies before the year 1700 or after 4000.")},
        ActivityFindings{DIMSUM_TEXT("An activity of account %1 names a word that does not exist or is of another kind (number %2).")},
        ActivityFindings{DIMSUM_TEXT("An activity of account %1 cannot be found by its id.")},
        ActivityFindings{DIMSUM_TEXT("The people of account %1 from import %2 cannot be read, or are at two accounts.")},
        ActivityFindings{DIMSUM_TEXT("There are activities or people of account %1, which does not exist.")},
        ActivityFindings{DIMSUM_TEXT("The activities of account %1 from import %2 stand there twice.")}};
};

} // namespace

Result<std::vector<ActivityFindings>> checkActivities(Database &database)
{
    Check check(database);
    if (const Outcome loaded = check.load(); !loaded)
        return loaded.error();
    ActivityWalk walk(database);
    if (const Outcome read = eachBlock(walk, [&check](const StoredBlock &block) { check.block(block); }); !read)
        return read.error();
    if (const Outcome found = check.keys(); !found)
        return found.error();
    return check.findings();
}

} // namespace dimsum
