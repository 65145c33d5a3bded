// Activities, by the million: rows are gathered in 32 bytes each, told apart and written account by account. The first
// ones of a workspace take a shorter way (import_first_activities.cpp).
#include "exchange/text_key.h"
#include "service/activity_batch.h"
#include "service/activity_importers.h"
#include "service/chunked_rows.h"
#include "store/activity_store.h"
#include "store/people_of_accounts.h"

#include <algorithm>
#include <array>
#include <deque>
#include <numeric>
#include <span>
#include <tuple>

namespace dimsum {

namespace {

constexpr std::size_t progressEvery = 4096; // accounts between two looks at the clock

// What one row of the file needs until all are read.
struct FileRow {
    std::int64_t instant = 0;
    std::int64_t idNumber = -1;
    std::uint32_t account = 0; // code
    std::uint32_t person = 0;  // code + 1; 0 = none
    std::uint32_t words = 0;   // place in m_said
    std::uint32_t idText : 31 = 0; // code + 1; 0 = no id
    std::uint32_t dated : 1 = 0;

    bool hasId() const { return idText != 0; }
};
static_assert(sizeof(FileRow) == 32);

// What becomes of a row, in the order in which it is found out.
enum class Fate : std::uint8_t { open, mayBeStored, inserted, updated, unchanged, differs, duplicate };

// What an activity says, for telling rows without an id apart.
auto contentOf(const PackedActivity &row)
{
    return std::tie(row.instant, row.dated, row.type, row.contact, row.asset, row.campaign, row.area, row.channel);
}

// An activity that outlives the block it was read from.
struct KeptActivity {
    PackedActivity row;
    std::string id;
};

class ActivityImporter : public BatchedActivities
{
public:
    explicit ActivityImporter(ImportSession &session) : m_session(session), m_activities(session.database()) {}

    Result<RowVerdict> take(BatchWork &work, std::size_t row) override;
    Outcome finish(const RowSink &sink, const Progress &progress) override;
    std::optional<std::vector<AccountId>> onlyAddedTo() override
    {
        return m_changedStored ? std::nullopt : std::optional(std::move(m_grown));
    }

private:
    struct FileAccount {
        AccountId id;
        std::optional<RowProblem> problem;
    };
    struct StoredRow {
        std::size_t block = 0;
        PackedActivity row;
        bool taken = false; // by a row of the file that says the same
    };
    // The account whose rows are being written.
    struct Current {
        AccountId id;
        std::vector<ActivityBlock> blocks;
        std::vector<StoredRow> stored;
        std::vector<bool> dirty; // per block
        bool blocksLoaded = false;
        bool peopleLoaded = false;
        bool contentSorted = false;
        std::vector<PackedActivity> fresh;
    };

    void learn(const ActivityBatch &batch);
    std::uint32_t wordsOf(const ReadActivity &read); // place in m_said
    const std::array<std::uint32_t, activityWords> &keysOf(const FileRow &row) const { return m_said[row.words]; }
    Outcome goTo(std::string_view account);
    std::uint32_t personCode(ActivityBatch::Person &person); // + 1
    PackedId idOf(const FileRow &row) const { return {m_idTexts[row.idText - 1], row.idNumber}; }
    std::int64_t identityOfRow(std::uint32_t at) const
    {
        const FileRow &row = m_rows[at];
        return row.idNumber < 0 ? identityOf(idOf(row)) : m_idBases[row.idText - 1].at(row.idNumber);
    }

    void sortByAccount();
    void markRepeatedIds();
    using IdentifiedRow = std::pair<std::int64_t, std::uint32_t>; // identity and row
    Outcome findStored();
    Outcome findStored(std::span<const IdentifiedRow> ids);
    Outcome takeFromElsewhere(std::uint32_t at, AccountId holder);
    Outcome writeAccounts(const Progress &progress);
    Outcome writeAccount(std::span<const std::uint32_t> rows);
    Outcome loadBlocks();
    Outcome settleById(std::uint32_t at);
    Outcome settleByContent(std::uint32_t at);
    Outcome insert(std::uint32_t at);
    Outcome merge(std::uint32_t at, PackedActivity &stored, bool &changed, AccountId &holder);
    Result<bool> say(const FileRow &row, bool mayMake, PackedActivity &activity);
    Result<std::int64_t> person(const FileRow &row, bool mayMake);
    Outcome writeKeys();
    void tell(const RowSink &sink);

    ImportSession &m_session;
    ActivityStore m_activities;
    std::uint32_t m_stretch = 0;
    std::uint32_t m_account = 0; // code of that of the stretch

    TextCodes m_accountTexts;
    std::vector<FileAccount> m_accounts; // by code
    TextCodes m_persons;                 // account id and folded address or CRM id
    std::unordered_map<std::uint32_t, std::string> m_personSpellings; // by code, where it differs from the key
    std::vector<std::int64_t> m_personContacts; // by code; 0 = not looked for yet
    std::deque<std::string> m_idTexts; // by code
    std::vector<CountedIdentity> m_idBases; // by code
    ActivityColumnWords m_words = activityColumnWords();
    using WordKeys = std::array<std::uint32_t, activityWords>;
    std::vector<WordKeys> m_said; // what the words of rows say together
    CombinationPlaces m_ofCombination; // places in m_said + 1
    bool m_personGiven = false;
    std::string m_scratch;

    ChunkedRows<FileRow> m_rows;
    std::vector<std::int64_t> m_lines; // of the rows, where a notice may name them
    bool m_idsCountUp = false;         // every row has an id, and their identities ascend: none stands there twice
    std::vector<Fate> m_fates;
    std::vector<std::uint32_t> m_order; // rows by account id, then file order
    bool m_anyStored = false;           // the workspace had activities before
    std::unique_ptr<PeopleOfAccounts> m_people;
    std::unordered_map<std::int64_t, std::vector<KeptActivity>> m_moved; // by account id: what comes from other accounts
    std::vector<ActivityKey> m_keys;
    std::vector<AccountId> m_grown;   // accounts with new rows, by id
    bool m_changedStored = false;     // rows that were there before were changed or moved
    Current m_now;
};

Result<RowVerdict> ActivityImporter::take(BatchWork &work, std::size_t at)
{
    auto &batch = static_cast<ActivityBatch &>(work);
    if (at == 0)
        learn(batch);
    const ReadActivity &read = batch.row(at);
    if (read.problem != 0)
        return rejectedRow(batch.problem(read));
    if (m_stretch != read.stretch) {
        m_stretch = read.stretch;
        if (const Outcome gone = goTo(batch.account(read)); !gone)
            return gone.error();
    }
    if (m_accounts[m_account].problem)
        return rejectedRow(*m_accounts[m_account].problem);

    FileRow row;
    row.account = m_account;
    row.instant = read.instant;
    row.dated = read.dated ? 1 : 0;
    if (m_session.policy() == ImportPolicy::create)
        m_lines.push_back(read.line);
    row.words = wordsOf(read);
    if (read.person != 0)
        row.person = personCode(batch.person(read));
    row.idText = read.idPrefix & 0x7fffffffu;
    row.idNumber = read.idNumber;
    m_rows.push_back(row);
    return RowVerdict{RowOutcome::pending};
}

std::uint32_t ActivityImporter::wordsOf(const ReadActivity &read)
{
    if (const std::uint32_t known = m_ofCombination.find(read.combination))
        return known - 1;
    WordKeys &keys = m_said.emplace_back();
    for (std::size_t word = 0; word < activityWords; ++word)
        keys[word] = m_words[word].key(read.spellings[word]);
    const auto place = static_cast<std::uint32_t>(m_said.size() - 1);
    m_ofCombination.set(read.combination, place + 1);
    return place;
}

void ActivityImporter::learn(const ActivityBatch &batch)
{
    for (std::size_t word = 0; word < activityWords; ++word)
        m_words[word].learn(batch, word);
    for (const std::string &prefix : batch.newIdPrefixes()) {
        m_idTexts.push_back(prefix);
        m_idBases.emplace_back(prefix);
    }
    m_personGiven = m_personGiven || batch.personGiven();
    m_stretch = ~std::uint32_t{0};
}

Outcome ActivityImporter::goTo(std::string_view account)
{
    const auto [code, added] = m_accountTexts.intern(account);
    m_account = code;
    if (!added)
        return Done{};
    const Result<ImportSession::FoundAccount> found = m_session.account(account);
    if (!found)
        return found.error();
    m_accounts.push_back({found->id, found->problem});
    return Done{};
}

std::uint32_t ActivityImporter::personCode(ActivityBatch::Person &given)
{
    if (given.code != 0)
        return given.code;
    const AccountId account = m_accounts[m_account].id;
    m_scratch.assign(reinterpret_cast<const char *>(&account.value), sizeof account.value);
    m_scratch += given.key;
    const auto [person, added] = m_persons.intern(m_scratch);
    if (added && given.key != given.spelled)
        m_personSpellings.emplace(person, given.spelled);
    return given.code = person + 1;
}

Outcome ActivityImporter::finish(const RowSink &sink, const Progress &progress)
{
    m_fates.assign(m_rows.size(), Fate::open);
    m_personContacts.assign(m_persons.size(), 0);
    const Result<bool> stored = m_activities.any();
    if (!stored)
        return stored.error();
    m_anyStored = *stored;

    sortByAccount();
    markRepeatedIds();
    if (Outcome found = findStored(); !found)
        return found;
    if (Outcome written = writeAccounts(progress); !written)
        return written;
    if (Outcome written = writeKeys(); !written)
        return written;
    tell(sink);
    return Done{};
}

// Two spellings of one account are one account, so codes are ranked by id.
void ActivityImporter::sortByAccount()
{
    std::vector<std::uint32_t> codes(m_accounts.size());
    std::iota(codes.begin(), codes.end(), 0u);
    std::sort(codes.begin(), codes.end(), [this](std::uint32_t a, std::uint32_t b) { return m_accounts[a].id < m_accounts[b].id; });
    std::vector<std::uint32_t> rank(codes.size());
    std::uint32_t next = 0;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (i > 0 && m_accounts[codes[i]].id != m_accounts[codes[i - 1]].id)
            ++next;
        rank[codes[i]] = next;
    }
    std::vector<std::uint32_t> begin(codes.size() + 1, 0);
    for (std::uint32_t at = 0; at < m_rows.size(); ++at)
        ++begin[rank[m_rows[at].account] + 1];
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    m_order.resize(m_rows.size());
    for (std::uint32_t at = 0; at < m_rows.size(); ++at)
        m_order[begin[rank[m_rows[at].account]]++] = at;
}

// The first row with an id wins; later ones change nothing (cli.md).
void ActivityImporter::markRepeatedIds()
{
    m_idsCountUp = true;
    for (std::uint32_t at = 0; at < m_rows.size() && m_idsCountUp; ++at)
        m_idsCountUp = m_rows[at].hasId() && (at == 0 || identityOfRow(at - 1) < identityOfRow(at));
    if (m_idsCountUp)
        return; // as exports are: nothing to sort
    std::vector<std::pair<std::int64_t, std::uint32_t>> ids;
    ids.reserve(m_rows.size());
    for (std::uint32_t at = 0; at < m_rows.size(); ++at)
        if (m_rows[at].hasId())
            ids.emplace_back(identityOfRow(at), at);
    if (!std::is_sorted(ids.begin(), ids.end()))
        std::sort(ids.begin(), ids.end());
    for (std::size_t begin = 0; begin < ids.size();) {
        std::size_t end = begin + 1;
        for (; end < ids.size() && ids[end].first == ids[begin].first; ++end) {
            const bool seen = std::any_of(ids.begin() + static_cast<std::ptrdiff_t>(begin), ids.begin() + static_cast<std::ptrdiff_t>(end),
                                          [&](const auto &earlier) { return idOf(m_rows[earlier.second]) == idOf(m_rows[ids[end].second]); });
            if (seen)
                m_fates[ids[end].second] = Fate::duplicate;
        }
        begin = end;
    }
}

// Rows whose id may be known: marked where the account is the same, settled at once where another account holds it.
Outcome ActivityImporter::findStored()
{
    if (!m_anyStored)
        return Done{};
    // Ids that count up are looked for a part of the file at a time; others all together, in their order.
    const std::uint32_t together = m_idsCountUp ? std::uint32_t{1} << 20 : std::max<std::uint32_t>(m_rows.size(), 1);
    std::vector<IdentifiedRow> ids;
    for (std::uint32_t begin = 0; begin < m_rows.size(); begin += std::min(together, m_rows.size() - begin)) {
        const std::uint32_t end = begin + std::min(together, m_rows.size() - begin);
        ids.clear();
        for (std::uint32_t at = begin; at < end; ++at)
            if (m_rows[at].hasId() && m_fates[at] == Fate::open)
                ids.emplace_back(identityOfRow(at), at);
        if (!m_idsCountUp)
            std::sort(ids.begin(), ids.end());
        if (Outcome found = findStored(ids); !found)
            return found;
    }
    return Done{};
}

// `ids` ascend.
Outcome ActivityImporter::findStored(std::span<const IdentifiedRow> ids)
{
    std::vector<std::int64_t> identities;
    identities.reserve(ids.size());
    for (const auto &[identity, at] : ids)
        identities.push_back(identity);
    const Result<std::vector<ActivityKey>> keys = m_activities.findKeys(identities);
    if (!keys)
        return keys.error();
    auto row = ids.begin();
    for (const ActivityKey &key : *keys) {
        while (row != ids.end() && row->first < key.identity)
            ++row;
        for (auto same = row; same != ids.end() && same->first == key.identity; ++same) {
            if (m_accounts[m_rows[same->second].account].id == key.account) {
                if (m_fates[same->second] == Fate::open)
                    m_fates[same->second] = Fate::mayBeStored;
            } else if (m_fates[same->second] == Fate::open || m_fates[same->second] == Fate::mayBeStored) {
                if (Outcome taken = takeFromElsewhere(same->second, key.account); !taken)
                    return taken;
            }
        }
    }
    return Done{};
}

// What the file and the policy make of a stored activity. `holder` is the account that it stands with in the end.
Outcome ActivityImporter::merge(std::uint32_t at, PackedActivity &stored, bool &changed, AccountId &holder)
{
    const FileRow &row = m_rows[at];
    const AccountId named = m_accounts[row.account].id;
    const AccountId before = holder;
    Merge merge(m_session.policy());
    merge.fixed(holder, named);
    merge.fixed(stored.instant, row.instant);
    merge.fixed(stored.dated, row.dated != 0);
    const std::array<std::int64_t PackedActivity::*, activityWords> members{&PackedActivity::type, &PackedActivity::asset, &PackedActivity::campaign,
                                                                    &PackedActivity::area, &PackedActivity::channel};
    for (std::size_t word = 0; word < activityWords; ++word) {
        const Result<std::int64_t> term = m_words[word].term(m_session, keysOf(row)[word]);
        if (!term)
            return term.error();
        if (word == TypeWord)
            merge.fixed(stored.type, *term);
        else
            merge.term(stored.*members[word], m_words[word].textOf(keysOf(row)[word]), TermId{*term});
    }
    // A person belongs to the account that the activity stands with in the end; a stub is made only for what is kept.
    if (holder == named && m_personGiven) {
        const ImportPolicy policy = m_session.policy();
        const bool asks = policy == ImportPolicy::overwrite || stored.contact == 0 || before != named;
        if (asks && (policy == ImportPolicy::overwrite || policy == ImportPolicy::updateEmpty)) {
            const Result<std::int64_t> contact = person(row, true);
            if (!contact)
                return contact.error();
            merge.term(stored.contact, GivenText{{}, {}, true}, TermId{*contact});
        }
    }
    changed = merge.changed();
    m_fates[at] = changed ? Fate::updated : merge.differs() ? Fate::differs : Fate::unchanged;
    return Done{};
}

Outcome ActivityImporter::takeFromElsewhere(std::uint32_t at, AccountId holder)
{
    const Result<std::vector<ActivityBlock>> blocks = m_activities.blocks(holder);
    if (!blocks)
        return blocks.error();
    const PackedId wanted = idOf(m_rows[at]);
    for (const ActivityBlock &block : *blocks) {
        std::vector<PackedActivity> rows;
        ActivityBlockReader reader(block.content);
        for (PackedActivity row; reader.next(row);)
            rows.push_back(row);
        const auto found = std::find_if(rows.begin(), rows.end(), [&](const PackedActivity &row) { return row.id == wanted; });
        if (found == rows.end())
            continue;
        // The account of the file is not the one that writeAccounts() stands at: its people are looked up on their own.
        m_now = {.id = m_accounts[m_rows[at].account].id, .blocks = {}, .stored = {}, .dirty = {}, .fresh = {}};
        m_people = std::make_unique<PeopleOfAccounts>(m_session.database(), false, &externalIdKey);
        AccountId now = holder;
        bool changed = false;
        if (Outcome merged = merge(at, *found, changed, now); !merged || !changed)
            return merged;
        m_changedStored = true;
        if (Outcome kept = m_activities.keepPrior(m_session.id(), holder, block.import); !kept)
            return kept;
        if (now != holder) {
            m_moved[now.value].push_back({*found, unpackedId(wanted)});
            m_keys.push_back({identityOf(wanted), now});
            rows.erase(found);
        }
        std::stable_sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) { return a.instant < b.instant; });
        return m_activities.put(holder, block.import, rows);
    }
    return Done{};
}

Outcome ActivityImporter::writeAccounts(const Progress &progress)
{
    const Result<std::int64_t> all = m_session.accountStore().atMost();
    if (!all)
        return all.error();
    const auto asked = static_cast<std::int64_t>(m_accounts.size());
    m_people = std::make_unique<PeopleOfAccounts>(m_session.database(), asked * 20 > *all && asked > 1000, &externalIdKey);
    std::size_t written = 0;
    for (std::size_t begin = 0; begin < m_order.size();) {
        const AccountId account = m_accounts[m_rows[m_order[begin]].account].id;
        std::size_t end = begin + 1;
        while (end < m_order.size() && m_accounts[m_rows[m_order[end]].account].id == account)
            ++end;
        m_now.id = account;
        if (Outcome done = writeAccount(std::span(m_order).subspan(begin, end - begin)); !done)
            return done;
        begin = end;
        if (++written % progressEvery == 0 && progress.cancelled())
            return Error{ErrorKind::cancelled, DIMSUM_TEXT("Stopped. Nothing was changed.")};
    }
    return Done{};
}

Outcome ActivityImporter::writeAccount(std::span<const std::uint32_t> rows)
{
    m_now.blocksLoaded = m_now.peopleLoaded = m_now.contentSorted = false;
    m_now.blocks.clear();
    m_now.stored.clear();
    m_now.dirty.clear();
    m_now.fresh.clear();
    for (const std::uint32_t at : rows) {
        if (m_fates[at] == Fate::mayBeStored)
            if (Outcome settled = settleById(at); !settled)
                return settled;
        if (m_fates[at] == Fate::open && !m_rows[at].hasId() && m_anyStored)
            if (Outcome settled = settleByContent(at); !settled)
                return settled;
        if (m_fates[at] == Fate::open)
            if (Outcome inserted = insert(at); !inserted)
                return inserted;
    }
    for (std::size_t block = 0; block < m_now.blocks.size(); ++block) {
        if (!m_now.dirty[block])
            continue;
        m_changedStored = true;
        std::vector<PackedActivity> kept;
        for (const StoredRow &stored : m_now.stored)
            if (stored.block == block)
                kept.push_back(stored.row);
        std::stable_sort(kept.begin(), kept.end(), [](const auto &a, const auto &b) { return a.instant < b.instant; });
        const ImportId import = m_now.blocks[block].import;
        if (Outcome prior = m_activities.keepPrior(m_session.id(), m_now.id, import); !prior)
            return prior;
        if (Outcome put = m_activities.put(m_now.id, import, kept); !put)
            return put;
    }
    if (const auto moved = m_moved.find(m_now.id.value); moved != m_moved.end())
        for (KeptActivity &activity : moved->second) {
            activity.row.id = packedId(activity.id);
            m_now.fresh.push_back(activity.row);
        }
    if (m_now.fresh.empty())
        return Done{};
    m_grown.push_back(m_now.id);
    const auto earlier = [](const PackedActivity &a, const PackedActivity &b) { return a.instant < b.instant; };
    if (!std::is_sorted(m_now.fresh.begin(), m_now.fresh.end(), earlier))
        std::stable_sort(m_now.fresh.begin(), m_now.fresh.end(), earlier);
    return m_activities.put(m_now.id, m_session.id(), m_now.fresh);
}

Outcome ActivityImporter::loadBlocks()
{
    if (m_now.blocksLoaded)
        return Done{};
    m_now.blocksLoaded = true;
    Result<std::vector<ActivityBlock>> blocks = m_activities.blocks(m_now.id);
    if (!blocks)
        return blocks.error();
    m_now.blocks = std::move(*blocks);
    m_now.dirty.assign(m_now.blocks.size(), false);
    for (std::size_t block = 0; block < m_now.blocks.size(); ++block) {
        ActivityBlockReader reader(m_now.blocks[block].content);
        for (PackedActivity row; reader.next(row);)
            m_now.stored.push_back({block, row});
    }
    return Done{};
}

Outcome ActivityImporter::settleById(std::uint32_t at)
{
    m_fates[at] = Fate::open;
    if (Outcome loaded = loadBlocks(); !loaded)
        return loaded;
    const PackedId wanted = idOf(m_rows[at]);
    for (StoredRow &stored : m_now.stored) {
        if (!(stored.row.id == wanted))
            continue;
        bool changed = false;
        AccountId holder = m_now.id;
        if (Outcome merged = merge(at, stored.row, changed, holder); !merged)
            return merged;
        if (changed) {
            m_now.dirty[stored.block] = true;
            m_now.contentSorted = false; // it may have moved in time
        }
        return Done{};
    }
    return Done{};
}

// A row without an id that is there is the same in every part: nothing to merge. The n-th of equal rows in the file is
// the n-th of those that are stored.
Outcome ActivityImporter::settleByContent(std::uint32_t at)
{
    if (Outcome loaded = loadBlocks(); !loaded)
        return loaded;
    if (m_now.stored.empty())
        return Done{};
    if (!m_now.contentSorted) {
        std::stable_sort(m_now.stored.begin(), m_now.stored.end(), [](const StoredRow &a, const StoredRow &b) {
            return std::pair(a.row.instant, a.block) < std::pair(b.row.instant, b.block);
        });
        m_now.contentSorted = true;
    }
    const FileRow &row = m_rows[at];
    PackedActivity said;
    const Result<bool> sayable = say(row, false, said);
    if (!sayable)
        return sayable.error();
    if (!*sayable)
        return Done{};
    auto stored = std::lower_bound(m_now.stored.begin(), m_now.stored.end(), row.instant,
                                   [](const StoredRow &known, std::int64_t instant) { return known.row.instant < instant; });
    for (; stored != m_now.stored.end() && stored->row.instant == row.instant; ++stored) {
        if (stored->taken || !stored->row.id.empty() || contentOf(stored->row) != contentOf(said))
            continue;
        stored->taken = true;
        m_fates[at] = Fate::unchanged;
        break;
    }
    return Done{};
}

Outcome ActivityImporter::insert(std::uint32_t at)
{
    PackedActivity activity;
    if (const Result<bool> said = say(m_rows[at], true, activity); !said)
        return said.error();
    if (m_rows[at].hasId())
        activity.id = idOf(m_rows[at]);
    m_now.fresh.push_back(activity);
    m_fates[at] = Fate::inserted;
    return Done{};
}

// What a row says, without its id. False where it has a word or a person that the workspace does not know and that may
// not be put there: then nothing stored can say the same.
Result<bool> ActivityImporter::say(const FileRow &row, bool mayMake, PackedActivity &activity)
{
    activity.instant = row.instant;
    activity.dated = row.dated != 0;
    const std::array<std::int64_t *, activityWords> targets{&activity.type, &activity.asset, &activity.campaign, &activity.area, &activity.channel};
    for (std::size_t word = 0; word < activityWords; ++word) {
        ColumnWords &words = m_words[word];
        const Result<std::int64_t> term = mayMake ? words.term(m_session, keysOf(row)[word]) : words.knownTerm(m_session, keysOf(row)[word]);
        if (!term)
            return term.error();
        if (keysOf(row)[word] != 0 && *term == 0)
            return false;
        *targets[word] = *term;
    }
    const Result<std::int64_t> contact = person(row, mayMake);
    if (!contact)
        return contact.error();
    activity.contact = *contact;
    return row.person == 0 || *contact != 0;
}

// The contact of a row; where nobody knows them yet a stub (domain.md section 2), or 0 if none may be made.
Result<std::int64_t> ActivityImporter::person(const FileRow &row, bool mayMake)
{
    if (row.person == 0)
        return 0;
    std::int64_t &contact = m_personContacts[row.person - 1];
    if (contact != 0)
        return contact;
    if (!m_now.peopleLoaded) {
        if (const Outcome gone = m_people->go(m_now.id); !gone)
            return gone.error();
        m_now.peopleLoaded = true;
    }
    const std::string_view key = m_persons.at(row.person - 1).substr(sizeof(std::int64_t));
    contact = m_people->find(key);
    if (contact != 0 || !mayMake)
        return contact;
    const auto spelled = m_personSpellings.find(row.person - 1);
    const Result<ContactId> made = m_session.makeStub(m_now.id, key, spelled == m_personSpellings.end() ? key : std::string_view(spelled->second));
    if (!made)
        return made.error();
    contact = made->value;
    m_people->add(key, contact);
    return contact;
}

Outcome ActivityImporter::writeKeys()
{
    constexpr std::size_t together = 1 << 16;
    const bool inFileOrder = m_idsCountUp && m_keys.empty();
    for (std::uint32_t at = 0; at < m_rows.size(); ++at) {
        if (m_rows[at].hasId() && m_fates[at] == Fate::inserted)
            m_keys.push_back({identityOfRow(at), m_accounts[m_rows[at].account].id});
        if (!inFileOrder || m_keys.size() < together)
            continue;
        if (Outcome added = m_activities.addKeys(m_session.id(), m_keys); !added)
            return added;
        m_keys.clear();
    }
    if (!inFileOrder && !std::is_sorted(m_keys.begin(), m_keys.end()))
        std::sort(m_keys.begin(), m_keys.end());
    return m_activities.addKeys(m_session.id(), m_keys);
}

void ActivityImporter::tell(const RowSink &sink)
{
    std::vector<std::int64_t> perType(m_rows.size() ? m_words[TypeWord].size() + 1 : 1, 0);
    for (std::uint32_t at = 0; at < m_rows.size(); ++at) {
        const auto verdict = [&]() -> RowVerdict {
            switch (m_fates[at]) {
            case Fate::inserted:
                return {RowOutcome::inserted};
            case Fate::updated:
                return {RowOutcome::updated};
            case Fate::duplicate:
                return {RowOutcome::duplicate};
            case Fate::differs:
                return {RowOutcome::unchanged, m_session.differsNotice()};
            default:
                return {RowOutcome::unchanged};
            }
        };
        if (m_fates[at] != Fate::duplicate)
            ++perType[keysOf(m_rows[at])[TypeWord]];
        sink(verdict(), m_lines.empty() ? 0 : m_lines[at]);
    }
    for (std::uint32_t code = 1; code < perType.size(); ++code)
        if (perType[code] > 0)
            countType(m_words[TypeWord].textOf(code), perType[code]);
}

} // namespace

Result<std::unique_ptr<KindImporter>> makeActivityImporter(ImportSession &session, ActivityOrder order)
{
    const Result<bool> stored = order == ActivityOrder::idsAscend ? ActivityStore(session.database()).any() : Result<bool>(true);
    if (!stored)
        return stored.error();
    if (!*stored)
        return makeFirstActivities(session);
    return std::unique_ptr<KindImporter>(std::make_unique<ActivityImporter>(session));
}

} // namespace dimsum
