#include "store/contact_store.h"

#include "store/page_walk.h"
#include "store/statement.h"

#include <algorithm>
#include <unordered_set>

namespace dimsum {

namespace {

#define DIMSUM_CONTACT_COLUMNS "SELECT id, account_id, email_key, email, external_id, first_name, last_name, title, buying_role, opt_out, stub FROM contact "

// Rows that stand for somebody who is packed.
#define DIMSUM_UNPACKED_STUBS "FROM contact AS c JOIN stub_run AS r ON c.id BETWEEN r.first_id AND r.last_id "

StoredContact readContact(const Statement &row)
{
    StoredContact contact;
    contact.id = ContactId{row.integer(0)};
    contact.account = AccountId{row.integer(1)};
    contact.emailKey = row.text(2);
    contact.email = row.text(3);
    contact.externalId = row.text(4);
    contact.firstName = row.text(5);
    contact.lastName = row.text(6);
    contact.title = row.text(7);
    contact.buyingRole = row.text(8);
    if (!row.isNull(9))
        contact.optOut = row.integer(9) != 0;
    contact.stub = row.integer(10) != 0;
    return contact;
}

Result<std::vector<StoredContact>> readAll(Statement &select)
{
    std::vector<StoredContact> contacts;
    const Outcome outcome = select.forEach([&](Statement &row) { contacts.push_back(readContact(row)); });
    if (!outcome)
        return outcome.error();
    return contacts;
}

bool isEmail(std::string_view label)
{
    return label.find('@') != std::string_view::npos;
}

StoredContact stubContact(AccountId account, ContactId id, const PackedStub &person)
{
    StoredContact contact{.id = id,
                          .account = account,
                          .emailKey = std::string(person.key),
                          .email = {},
                          .externalId = {},
                          .firstName = {},
                          .lastName = {},
                          .title = {},
                          .buyingRole = {},
                          .stub = true};
    (isEmail(person.label) ? contact.email : contact.externalId) = person.label;
    return contact;
}

Error damagedStubs()
{
    return Error{ErrorKind::damaged, DIMSUM_TEXT("People of the workspace are damaged and cannot be read. Open the newest backup instead.")};
}

// Calls use(account, id, person) for everybody in the block.
template <class Use>
Outcome readBlock(const StoredBlock &block, Use use)
{
    std::int64_t read = 0;
    StubBlockReader reader(block.content);
    for (PackedStub person; reader.next(person); ++read)
        use(block.account, ContactId{block.firstPerson.value + read}, person);
    if (!block.sound || !reader.sound() || read != block.rows)
        return damagedStubs();
    return Done{};
}

bool beforeInStore(const StoredContact &a, const StoredContact &b)
{
    return a.account != b.account ? a.account < b.account : a.emailKey < b.emailKey;
}

// `to` plus, or minus, what `more` counts; both by account.
void add(ContactStore::Counts &to, const ContactStore::Counts &more, std::int64_t sign)
{
    if (more.empty())
        return;
    ContactStore::Counts sum;
    sum.reserve(to.size() + more.size());
    auto left = to.cbegin();
    auto right = more.cbegin();
    while (left != to.cend() || right != more.cend()) {
        const bool takesLeft = right == more.cend() || (left != to.cend() && left->first <= right->first);
        const bool takesRight = left == to.cend() || (right != more.cend() && right->first <= left->first);
        const AccountId account = takesLeft ? left->first : right->first;
        const std::int64_t people = (takesLeft ? left++->second : 0) + sign * (takesRight ? right++->second : 0);
        if (people != 0)
            sum.emplace_back(account, people);
    }
    to = std::move(sum);
}

Result<ContactStore::Counts> readCounts(Database &database, std::string_view sql)
{
    ContactStore::Counts counts;
    Statement select(database, sql);
    const Outcome outcome = select.forEach([&counts](Statement &row) { counts.emplace_back(AccountId{row.integer(0)}, row.integer(1)); });
    if (!outcome)
        return outcome.error();
    return counts;
}

} // namespace

Result<std::vector<StoredContact>> ContactStore::unpacked()
{
    Statement select(*m_database, DIMSUM_CONTACT_COLUMNS "ORDER BY account_id, email_key");
    return readAll(select);
}

Result<std::vector<StoredContact>> ContactStore::all()
{
    Result<std::vector<StoredContact>> rows = unpacked();
    if (!rows)
        return rows;
    std::unordered_set<std::int64_t> known; // of those who are packed
    Statement unpackedStubs(*m_database, "SELECT c.id " DIMSUM_UNPACKED_STUBS);
    if (const Outcome outcome = unpackedStubs.forEach([&](Statement &row) { known.insert(row.integer(0)); }); !outcome)
        return outcome.error();
    const auto packedFrom = static_cast<std::ptrdiff_t>(rows->size());
    PeopleWalk blocks(*m_database);
    const Outcome outcome = eachBlock(blocks, [&](const StoredBlock &block) {
        return readBlock(block, [&](AccountId account, ContactId id, const PackedStub &person) {
            if (!known.contains(id.value))
                rows->push_back(stubContact(account, id, person));
        });
    });
    if (!outcome)
        return outcome.error();
    std::sort(rows->begin() + packedFrom, rows->end(), &beforeInStore);
    std::inplace_merge(rows->begin(), rows->begin() + packedFrom, rows->end(), &beforeInStore);
    return rows;
}

Result<std::vector<StoredContact>> ContactStore::ofAccount(AccountId id)
{
    Statement select(*m_database, DIMSUM_CONTACT_COLUMNS "WHERE account_id = ?1 ORDER BY email_key");
    Result<std::vector<StoredContact>> people = readAll(select.bind(id.value));
    if (!people)
        return people;
    const std::size_t rows = people->size();
    PeopleWalk blocks(*m_database);
    const Outcome outcome = eachBlockOf(id, blocks, [&](const StoredBlock &block) {
        return readBlock(block, [&](AccountId account, ContactId stub, const PackedStub &person) {
            const auto end = people->begin() + static_cast<std::ptrdiff_t>(rows);
            if (std::none_of(people->begin(), end, [&](const StoredContact &row) { return row.id == stub; }))
                people->push_back(stubContact(account, stub, person));
        });
    });
    if (!outcome)
        return outcome.error();
    if (people->size() > rows)
        std::sort(people->begin(), people->end(), &beforeInStore);
    return people;
}

Result<ContactStore::Counts> ContactStore::packedCounts()
{
    Result<Counts> packed = Counts();
    PeopleWalk blocks(*m_database);
    const Outcome outcome = eachBlock(blocks, [&packed](const StoredBlock &block) -> Outcome {
        if (!block.sound)
            return damagedStubs();
        packed->emplace_back(block.account, block.rows);
        return Done{};
    });
    if (!outcome)
        return outcome.error();
    const Result<Counts> unpackedStubs =
        readCounts(*m_database, "SELECT c.account_id, count(*) " DIMSUM_UNPACKED_STUBS "GROUP BY c.account_id ORDER BY c.account_id");
    if (!unpackedStubs)
        return unpackedStubs;
    add(*packed, *unpackedStubs, -1);
    return packed;
}

Result<ContactStore::Counts> ContactStore::counts()
{
    Result<Counts> counts = readCounts(*m_database, "SELECT account_id, count(*) FROM contact GROUP BY account_id ORDER BY account_id");
    if (!counts)
        return counts;
    const Result<Counts> packed = packedCounts();
    if (!packed)
        return packed;
    add(*counts, *packed, 1);
    return counts;
}

Result<std::vector<AccountId>> ContactStore::accountsSince(std::int64_t newest)
{
    std::vector<AccountId> accounts;
    const auto keep = [&accounts](Statement &row) { accounts.push_back(AccountId{row.integer(0)}); };
    // The + keeps SQLite from walking the index of all accounts for the sake of DISTINCT.
    Statement rows(*m_database, "SELECT DISTINCT +account_id FROM contact WHERE id > ?1");
    if (const Outcome outcome = rows.bind(newest).forEach(keep); !outcome)
        return outcome.error();
    const Result<std::vector<StubRun>> packed = runs();
    if (!packed)
        return packed.error();
    if (std::any_of(packed->begin(), packed->end(), [newest](const StubRun &run) { return run.last.value > newest; })) {
        PeopleWalk blocks(*m_database);
        const Outcome outcome = eachBlock(blocks, [&](const StoredBlock &block) {
            if (block.firstPerson.value + block.rows > newest + 1)
                accounts.push_back(block.account);
        });
        if (!outcome)
            return outcome.error();
    }
    std::sort(accounts.begin(), accounts.end());
    accounts.erase(std::unique(accounts.begin(), accounts.end()), accounts.end());
    return accounts;
}

Result<std::vector<std::int64_t>> ContactStore::counts(std::span<const AccountId> accounts)
{
    std::vector<std::int64_t> counts;
    counts.reserve(accounts.size());
    Statement select(*m_database, "SELECT count(*) FROM contact WHERE account_id = ?1 AND NOT (id >= ?2 AND id < ?3)");
    PeopleWalk blocks(*m_database);
    for (const AccountId account : accounts) {
        std::int64_t first = 0, packed = 0;
        const Outcome outcome = eachBlockOf(account, blocks, [&](const StoredBlock &block) -> Outcome {
            if (!block.sound)
                return damagedStubs();
            first = block.firstPerson.value;
            packed = block.rows;
            return Done{};
        });
        if (!outcome)
            return outcome.error();
        const Result<std::int64_t> rows = firstInteger(select.bind(account.value, first, first + packed));
        if (!rows)
            return rows.error();
        counts.push_back(*rows + packed);
    }
    return counts;
}

Result<std::int64_t> ContactStore::newest()
{
    Statement select(*m_database, "SELECT max(coalesce((SELECT max(id) FROM contact), 0), coalesce((SELECT max(last_id) FROM stub_run), 0))");
    return firstInteger(select);
}

Result<ContactId> ContactStore::nextId()
{
    const Result<std::int64_t> last = newest();
    if (!last)
        return last.error();
    return ContactId{*last + 1};
}

Result<std::optional<StoredContact>> ContactStore::find(AccountId account, std::string_view emailKey)
{
    Statement select(*m_database, DIMSUM_CONTACT_COLUMNS "WHERE account_id = ?1 AND email_key = ?2");
    const Result<bool> row = select.bind(account.value, emailKey).next();
    if (!row)
        return row.error();
    if (*row)
        return std::optional<StoredContact>(readContact(select));
    std::optional<StoredContact> packed;
    PeopleWalk blocks(*m_database);
    const Outcome outcome = eachBlockOf(account, blocks, [&](const StoredBlock &block) {
        return readBlock(block, [&](AccountId holder, ContactId id, const PackedStub &person) {
            if (person.key == emailKey)
                packed = stubContact(holder, id, person);
        });
    });
    if (!outcome)
        return outcome.error();
    if (!packed)
        return packed;
    // Whoever has a row goes by the key that stands there.
    Statement unpackedStub(*m_database, "SELECT EXISTS (SELECT 1 FROM contact WHERE id = ?1)");
    const Result<std::int64_t> there = firstInteger(unpackedStub.bind(packed->id.value));
    if (!there)
        return there.error();
    return *there ? std::nullopt : packed;
}

Result<ContactId> ContactStore::insert(const StoredContact &row, ImportId import)
{
    const Result<ContactId> id = nextId();
    if (!id)
        return id;
    return insert(*id, row, import);
}

Result<ContactId> ContactStore::insert(ContactId id, const StoredContact &row, ImportId import)
{
    Statement insert(*m_database, "INSERT INTO contact (account_id, email_key, email, external_id, first_name, last_name, "
                                  "title, buying_role, opt_out, stub, import_id, id) "
                                  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, nullif(?11, 0), ?12)");
    const Outcome outcome = insert.bind(row.account.value, row.emailKey, row.email, orNull(row.externalId), row.firstName,
                                        row.lastName, row.title, row.buyingRole, row.optOut, row.stub, import.value, id.value)
                                .run();
    if (!outcome)
        return outcome.error();
    return id;
}

Result<ContactId> ContactStore::insertStub(AccountId account, std::string_view key, std::string_view label, ImportId import)
{
    return insert(stubContact(account, {}, {key, label}), import);
}

Outcome ContactStore::update(const StoredContact &row, ImportId by)
{
    Statement update(*m_database, "UPDATE contact SET email_key = ?10, email = ?2, external_id = ?3, first_name = ?4, "
                                  "last_name = ?5, title = ?6, buying_role = ?7, opt_out = ?8, stub = ?9 WHERE id = ?1");
    const Outcome outcome = update.bind(row.id.value, row.email, orNull(row.externalId), row.firstName, row.lastName, row.title,
                                        row.buyingRole, row.optOut, row.stub, row.emailKey)
                                .run();
    if (!outcome || update.changes() > 0)
        return outcome;
    const Result<ContactId> inserted = insert(row.id, row, by);
    if (!inserted)
        return inserted.error();
    return Done{};
}

Outcome ContactStore::putStubs(ImportId import, ContactId first, const AccountPages &pages)
{
    Statement put(*m_database, "INSERT INTO stub_page (last_account, import_id, first_id, people, content) VALUES (?1, ?2, ?3, ?4, ?5)");
    return pages.forEach([&](const AccountPages::Page &page, std::span<const std::uint8_t> content) {
        put.bind(page.last.value, import.value, first.value, page.rows).bindBlob(5, content);
        first.value += page.rows;
        return put.run();
    });
}

Outcome ContactStore::addRun(const StubRun &run)
{
    Statement add(*m_database, "INSERT INTO stub_run (import_id, first_id, last_id) VALUES (?1, ?2, ?3)");
    return add.bind(run.import.value, run.first.value, run.last.value).run();
}

Result<std::vector<StubRun>> ContactStore::runs()
{
    std::vector<StubRun> runs;
    Statement select(*m_database, "SELECT import_id, first_id, last_id FROM stub_run ORDER BY import_id");
    const Outcome outcome = select.forEach([&](Statement &row) {
        runs.push_back({ImportId{row.integer(0)}, ContactId{row.integer(1)}, ContactId{row.integer(2)}});
    });
    if (!outcome)
        return outcome.error();
    return runs;
}

#undef DIMSUM_CONTACT_COLUMNS
#undef DIMSUM_UNPACKED_STUBS

} // namespace dimsum
