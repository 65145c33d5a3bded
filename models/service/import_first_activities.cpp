// The first activities of a workspace: nothing is stored that a row could be the same as. If ids ascend, too, as those of
// exports do, or there are none, every row is known to be kept when it is read, and waits in 32 bytes until its account is
// written; its words and its key are put into the database at once, beside the threads that read.
// Any other file is read again by the importer that compares first (import_activities.cpp); what comes out is the same.
#include "domain/all_cores.h"
#include "domain/work_queue.h"
#include "exchange/text_key.h"
#include "service/activity_batch.h"
#include "service/activity_importers.h"
#include "service/chunked_rows.h"
#include "service/person_codes.h"
#include "store/activity_store.h"
#include "store/people_of_accounts.h"

#include <algorithm>
#include <deque>
#include <numeric>
#include <semaphore>
#include <span>
#include <thread>
#include <unordered_map>

namespace dimsum {

namespace {

constexpr std::size_t keysTogether = 1 << 16;
// A look-up is announced so many before it is made: first where it begins, then what stands there.
constexpr std::size_t announced = 16, announcedAgain = 8;
constexpr std::size_t rowsPerPiece = 1 << 15;

// A row until it is packed.
struct KeptRow {
    std::int64_t instant = 0;
    std::int64_t idNumber = -1;
    std::uint32_t account = 0; // id
    std::uint32_t person = 0;  // code + 1
    std::uint32_t words = 0;   // place in m_said
    std::uint32_t idPrefix : 31 = 0; // code, 0 = no id
    std::uint32_t dated : 1 = 0;
};
static_assert(sizeof(KeptRow) == 32);

// What the words of rows say together. Term ids: the database counts them up from 1, so they are small.
struct KeptWords {
    std::array<std::uint32_t, activityWords> terms{};
    std::uint32_t type = 0; // key
    std::uint32_t rows = 0; // that say it
};

class FirstActivities : public BatchedActivities
{
public:
    explicit FirstActivities(ImportSession &session)
        : m_session(session), m_activities(session.database()), m_contacts(session.database()), m_people(session.database(), true, &externalIdKey)
    {
    }

    Result<RowVerdict> take(BatchWork &work, std::size_t row) override;
    Outcome finish(const RowSink &sink, const Progress &progress) override;
    std::optional<std::vector<AccountId>> onlyAddedTo() override { return std::move(m_grown); }

private:
    // The rows and people of accounts one after the other, and what becomes of them.
    struct Piece {
        std::size_t firstAccount = 0, endAccount = 0; // ids
        std::size_t firstRow = 0;                     // by account
        std::size_t firstPerson = 0, endPerson = 0;   // by account
        AccountPages activities, stubs;
        std::vector<AccountId> grown;
        std::binary_semaphore packed{0};
    };
    // What the two threads that write look up: in the order of the accounts, then of the file.
    struct ByAccount {
        std::vector<std::uint32_t> rows;   // places in m_rows
        std::vector<std::uint32_t> people; // codes
    };

    Outcome learn(ActivityBatch &batch);
    Outcome add(ActivityBatch &batch, const ReadActivity &read);
    std::uint32_t personCode(const ActivityBatch::Person &given); // + 1
    Outcome writeKeys();
    std::vector<std::uint32_t> orderByAccount() const;
    std::vector<std::uint32_t> peopleByAccount() const;
    Outcome findContact(std::uint32_t person);
    PackedActivity packed(const KeptRow &row) const;
    Result<std::uint32_t> wordsOf(const ReadActivity &read); // place in m_said
    std::string_view labelOfPerson(std::uint32_t person) const; // as first spelled
    void packPiece(Piece &piece, const ByAccount &byAccount) const; // any thread
    void packPeople(Piece &piece, const ByAccount &byAccount) const;
    Outcome putPiece(const Piece &piece);
    Outcome writeAccounts(const Progress &progress);

    ImportSession &m_session;
    ActivityStore m_activities;
    ContactStore m_contacts;
    PeopleOfAccounts m_people;
    ActivityColumnWords m_words = activityColumnWords();
    std::deque<std::string> m_idPrefixes; // by code - 1
    std::vector<CountedIdentity> m_idBases;
    std::int64_t m_lastIdentity = -1;

    std::vector<AccountMatch> m_matches;                 // of the batch, by stretch
    std::vector<ImportSession::FoundAccount> m_accounts; // likewise
    AccountId m_peopleOf;                                // whom m_people holds
    PersonCodes m_persons;
    std::unordered_map<std::uint32_t, std::string> m_personSpellings; // by code, where it differs from the key
    std::vector<std::uint32_t> m_personContacts;                      // ids by code; 0 = not looked for yet
    std::uint32_t m_firstStub = 0, m_nextStub = 0;                    // ids; whoever has one from the first on is known from here only
    std::int64_t m_putStub = 0;                                       // the id of the first of them who is not written yet

    ChunkedRows<KeptRow> m_rows;
    std::vector<std::uint32_t> m_rowsOfAccount; // by account id
    std::vector<ActivityKey> m_keys;
    std::vector<KeptWords> m_said;
    CombinationPlaces m_ofCombination; // places in m_said + 1
    std::vector<AccountId> m_grown;      // by id
};

Result<RowVerdict> FirstActivities::take(BatchWork &work, std::size_t at)
{
    auto &batch = static_cast<ActivityBatch &>(work);
    if (at == 0)
        if (const Outcome learned = learn(batch); !learned)
            return learned.error();
    const ReadActivity &read = batch.row(at);
    if (read.problem != 0)
        return rejectedRow(batch.problem(read));
    if (const std::optional<RowProblem> &none = m_accounts[read.stretch].problem)
        return rejectedRow(*none);
    if (const Outcome added = add(batch, read); !added)
        return added.error();
    return RowVerdict{RowOutcome::inserted};
}

// Everything that a batch asks of the large tables is asked here, one thing after the other and announced a little
// before: in the order of the rows, each of them would wait for memory.
Outcome FirstActivities::learn(ActivityBatch &batch)
{
    for (std::size_t word = 0; word < activityWords; ++word)
        m_words[word].learn(batch, word);
    for (const std::string &prefix : batch.newIdPrefixes()) {
        m_idPrefixes.push_back(prefix);
        m_idBases.emplace_back(prefix);
    }
    const std::span<const std::string_view> accounts = batch.accounts();
    m_accounts.resize(accounts.size());
    m_matches.resize(accounts.size());
    if (Outcome found = m_session.accounts().byDomains(accounts, m_matches); !found)
        return found;
    for (std::size_t stretch = 0; stretch < accounts.size(); ++stretch) {
        if (m_matches[stretch].id.valid()) { // what is spelled like the domain of an account means it
            m_accounts[stretch] = {m_matches[stretch].id, std::nullopt};
        } else {
            Result<ImportSession::FoundAccount> found = m_session.account(accounts[stretch]);
            if (!found)
                return found.error();
            m_accounts[stretch] = std::move(*found);
        }
        const auto place = static_cast<std::size_t>(m_accounts[stretch].id.value);
        if (place >= m_rowsOfAccount.size())
            resizeLarge(m_rowsOfAccount, place + place / 2 + 1024);
    }
    const std::span<ActivityBatch::Person> people = batch.people();
    const auto expect = [&](std::size_t person, PersonCodes::Hint hint) {
        if (person < people.size())
            m_persons.expect(m_accounts[people[person].stretch].id, hint);
    };
    for (std::size_t person = 0; person < people.size(); ++person) {
        expect(person + announced, PersonCodes::Hint::account);
        expect(person + announcedAgain, PersonCodes::Hint::newest);
        expect(person + announcedAgain / 2, PersonCodes::Hint::key);
        // Nobody is kept of rows that are rejected.
        if (!m_accounts[people[person].stretch].problem)
            people[person].code = personCode(people[person]);
    }
    return Done{};
}

Outcome FirstActivities::add(ActivityBatch &batch, const ReadActivity &read)
{
    KeptRow row;
    row.instant = read.instant;
    row.dated = read.dated ? 1 : 0;
    const AccountId account = m_accounts[read.stretch].id;
    row.account = static_cast<std::uint32_t>(account.value);
    if (read.idPrefix != 0) {
        row.idPrefix = read.idPrefix & 0x7fffffffu;
        row.idNumber = read.idNumber;
        const std::int64_t identity = read.idNumber < 0 ? identityOf(PackedId{m_idPrefixes[read.idPrefix - 1], -1})
                                                        : m_idBases[read.idPrefix - 1].at(read.idNumber);
        if (identity <= m_lastIdentity) {
            m_mustReadAgain = true; // it may have been there before
            return Done{};
        }
        m_lastIdentity = identity;
        m_keys.push_back({identity, account});
        if (m_keys.size() >= keysTogether)
            if (Outcome written = writeKeys(); !written)
                return written;
    }
    const Result<std::uint32_t> words = wordsOf(read);
    if (!words)
        return words.error();
    row.words = *words;
    ++m_said[row.words].rows;
    if (read.person != 0)
        row.person = batch.person(read).code;
    m_rows.push_back(row);
    ++m_rowsOfAccount[row.account];
    return Done{};
}

Result<std::uint32_t> FirstActivities::wordsOf(const ReadActivity &read)
{
    if (const std::uint32_t known = m_ofCombination.find(read.combination))
        return known - 1;
    KeptWords words;
    for (std::size_t word = 0; word < activityWords; ++word) {
        const std::uint32_t key = m_words[word].key(read.spellings[word]);
        if (word == TypeWord)
            words.type = key;
        const Result<std::int64_t> term = m_words[word].term(m_session, key);
        if (!term)
            return term.error();
        words.terms[word] = static_cast<std::uint32_t>(*term);
    }
    m_said.push_back(words);
    const auto place = static_cast<std::uint32_t>(m_said.size() - 1);
    m_ofCombination.set(read.combination, place + 1);
    return place;
}

std::uint32_t FirstActivities::personCode(const ActivityBatch::Person &given)
{
    const auto [person, added] = m_persons.intern(m_accounts[given.stretch].id, given.key);
    if (added && given.key != given.spelled)
        m_personSpellings.emplace(person, given.spelled);
    return person + 1;
}

// Where nobody knows the person yet a stub is made (domain.md section 2), which packPeople() writes. Accounts come in
// ascending order, so the stubs of one have ids one after the other.
Outcome FirstActivities::findContact(std::uint32_t person)
{
    const AccountId account = m_persons.account(person);
    if (m_peopleOf != account) {
        if (Outcome gone = m_people.go(account); !gone)
            return gone;
        m_peopleOf = account;
    }
    const std::int64_t id = m_people.find(m_persons.key(person));
    m_personContacts[person] = id != 0 ? static_cast<std::uint32_t>(id) : m_nextStub++;
    return Done{};
}

std::string_view FirstActivities::labelOfPerson(std::uint32_t person) const
{
    const auto spelled = m_personSpellings.find(person);
    return spelled == m_personSpellings.end() ? m_persons.key(person) : std::string_view(spelled->second);
}

// Codes of people by account id, then in the order of appearance.
std::vector<std::uint32_t> FirstActivities::peopleByAccount() const
{
    std::vector<std::uint32_t> next(m_rowsOfAccount.size() + 1, 0);
    for (std::uint32_t person = 0; person < m_persons.size(); ++person)
        ++next[static_cast<std::size_t>(m_persons.account(person).value) + 1];
    std::partial_sum(next.begin(), next.end(), next.begin());
    std::vector<std::uint32_t> people(m_persons.size());
    for (std::uint32_t person = 0; person < m_persons.size(); ++person)
        people[next[static_cast<std::size_t>(m_persons.account(person).value)]++] = person;
    return people;
}

Outcome FirstActivities::writeKeys()
{
    const Outcome added = m_activities.addKeys(m_session.id(), m_keys);
    m_keys.clear();
    return added;
}

Outcome FirstActivities::finish(const RowSink &, const Progress &progress)
{
    if (Outcome written = writeKeys(); !written)
        return written;
    if (Outcome written = writeAccounts(progress); !written)
        return written;
    std::vector<std::int64_t> perType; // by key
    for (const KeptWords &words : m_said) {
        if (words.type >= perType.size())
            perType.resize(words.type + 1, 0);
        perType[words.type] += words.rows;
    }
    for (std::uint32_t key = 1; key < perType.size(); ++key)
        if (perType[key] > 0)
            countType(m_words[TypeWord].textOf(key), perType[key]);
    return Done{};
}

// Places in m_rows by account id, then file order.
std::vector<std::uint32_t> FirstActivities::orderByAccount() const
{
    std::vector<std::uint32_t> next(m_rowsOfAccount.size(), 0);
    std::exclusive_scan(m_rowsOfAccount.begin(), m_rowsOfAccount.end(), next.begin(), 0u);
    std::vector<std::uint32_t> order;
    resizeLarge(order, m_rows.size());
    for (std::uint32_t at = 0; at < m_rows.size(); ++at)
        order[next[m_rows[at].account]++] = at;
    return order;
}

PackedActivity FirstActivities::packed(const KeptRow &row) const
{
    const auto &terms = m_said[row.words].terms;
    PackedActivity activity{.instant = row.instant,
                            .type = terms[TypeWord],
                            .asset = terms[AssetWord],
                            .campaign = terms[CampaignWord],
                            .area = terms[AreaWord],
                            .channel = terms[ChannelWord],
                            .dated = row.dated != 0};
    if (row.person != 0)
        activity.contact = m_personContacts[row.person - 1];
    if (row.idPrefix != 0)
        activity.id = {m_idPrefixes[row.idPrefix - 1], row.idNumber};
    return activity;
}

// Other threads pack the rows and people of some accounts while this one writes those before and looks for the people of
// those after.
Outcome FirstActivities::writeAccounts(const Progress &progress)
{
    const Result<ContactId> firstStub = m_contacts.nextId();
    if (!firstStub)
        return firstStub.error();
    m_putStub = firstStub->value;
    m_firstStub = m_nextStub = static_cast<std::uint32_t>(m_putStub);
    ByAccount byAccount;
    eachInAllCores(2, [&](std::size_t which) {
        if (which == 0) {
            byAccount.rows = orderByAccount();
        } else {
            byAccount.people = peopleByAccount();
            m_personContacts.assign(m_persons.size(), 0);
        }
    });
    std::array<Piece, 4> pieces;
    WorkQueue<Piece> toPack;
    const auto pack = [&] {
        while (Piece *piece = toPack.take()) {
            packPiece(*piece, byAccount);
            packPeople(*piece, byAccount);
            piece->packed.release();
        }
    };
    const std::array<std::jthread, 2> packers{std::jthread(pack), std::jthread(pack)};
    struct Closing { // before the threads are waited for, on every way out
        WorkQueue<Piece> &queue;
        ~Closing() { queue.close(); }
    } const closing{toPack};

    std::size_t account = 0, row = 0, person = 0;
    std::size_t given = 0, put = 0; // pieces
    const auto putNext = [&] {
        Piece &piece = pieces[put++ % pieces.size()];
        piece.packed.acquire();
        return putPiece(piece);
    };
    while (account < m_rowsOfAccount.size()) {
        if (progress.cancelled())
            return Error{ErrorKind::cancelled, DIMSUM_TEXT("Stopped. Nothing was changed.")};
        if (given - put == pieces.size())
            if (Outcome written = putNext(); !written)
                return written;
        Piece &next = pieces[given++ % pieces.size()];
        next.firstAccount = account;
        next.firstRow = row;
        next.firstPerson = person;
        for (; account < m_rowsOfAccount.size() && row - next.firstRow < rowsPerPiece; ++account)
            row += m_rowsOfAccount[account];
        next.endAccount = account;
        for (; person < byAccount.people.size() && m_persons.account(byAccount.people[person]).value < static_cast<std::int64_t>(account); ++person)
            if (Outcome found = findContact(byAccount.people[person]); !found)
                return found;
        next.endPerson = person;
        toPack.give(&next);
    }
    while (put < given)
        if (Outcome written = putNext(); !written)
            return written;
    if (m_nextStub == m_firstStub)
        return Done{};
    m_session.countStubs(std::int64_t{m_nextStub} - m_firstStub);
    return m_contacts.addRun({m_session.id(), ContactId{m_firstStub}, ContactId{std::int64_t{m_nextStub} - 1}});
}

void FirstActivities::packPiece(Piece &piece, const ByAccount &byAccount) const
{
    piece.activities.clear();
    piece.grown.clear();
    std::vector<PackedActivity> rows;
    std::vector<std::uint8_t> content;
    std::size_t begin = piece.firstRow;
    for (std::size_t account = piece.firstAccount; account < piece.endAccount; ++account) {
        const std::size_t end = begin + m_rowsOfAccount[account];
        if (begin == end)
            continue;
        rows.clear();
        for (; begin < end; ++begin)
            rows.push_back(packed(m_rows[byAccount.rows[begin]]));
        const auto earlier = [](const PackedActivity &a, const PackedActivity &b) { return a.instant < b.instant; };
        if (!std::is_sorted(rows.begin(), rows.end(), earlier))
            std::stable_sort(rows.begin(), rows.end(), earlier);
        packActivities(rows, content);
        const AccountId id{static_cast<std::int64_t>(account)};
        piece.activities.add(id, rows.size(), content);
        piece.grown.push_back(id);
    }
}

void FirstActivities::packPeople(Piece &piece, const ByAccount &byAccount) const
{
    piece.stubs.clear();
    std::vector<PackedStub> people;
    std::vector<std::uint8_t> content;
    for (std::size_t at = piece.firstPerson; at < piece.endPerson;) {
        const AccountId account = m_persons.account(byAccount.people[at]);
        people.clear();
        for (; at < piece.endPerson && m_persons.account(byAccount.people[at]) == account; ++at)
            if (const std::uint32_t person = byAccount.people[at]; m_personContacts[person] >= m_firstStub)
                people.push_back({m_persons.key(person), labelOfPerson(person)});
        if (people.empty())
            continue;
        packStubs(people, content);
        piece.stubs.add(account, people.size(), content);
    }
}

Outcome FirstActivities::putPiece(const Piece &piece)
{
    if (Outcome put = m_activities.add(m_session.id(), piece.activities); !put)
        return put;
    m_grown.insert(m_grown.end(), piece.grown.begin(), piece.grown.end());
    if (Outcome put = m_contacts.putStubs(m_session.id(), ContactId{m_putStub}, piece.stubs); !put)
        return put;
    for (const AccountPages::Page &page : piece.stubs.pages())
        m_putStub += page.rows;
    return Done{};
}

} // namespace

std::unique_ptr<KindImporter> makeFirstActivities(ImportSession &session)
{
    return std::make_unique<FirstActivities>(session);
}

} // namespace dimsum
