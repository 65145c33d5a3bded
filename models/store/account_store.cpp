#include "store/account_store.h"

#include "domain/account_rows.h"
#include "domain/all_cores.h"
#include "store/statement.h"

#include <sqlite3.h>

#include <algorithm>

namespace dimsum {

namespace {

constexpr std::size_t fieldCount = accountFieldKinds.size();
constexpr int firstFieldColumn = 5;
constexpr int firstMoneyColumn = firstFieldColumn + static_cast<int>(fieldCount);

// Parameters 1..17 in the order of the columns of the schema, id first (NULL lets SQLite choose), import last.
Statement &bindRow(Statement &statement, const StoredAccount &row, ImportId import)
{
    const auto &f = row.fields;
    return statement.bind(orNull(row.id.value), orNull(row.domain), row.name, row.nameKey, orNull(row.externalId),
                          orNull(f[0]), orNull(f[1]), orNull(f[2]), orNull(f[3]), orNull(f[4]), orNull(f[5]), orNull(f[6]),
                          orNull(f[7]), orNull(f[8]), row.annualRevenue, row.budget, row.acv, orNull(import.value));
}

Outcome loadCustomFields(Database &database, const AccountRows &rows, const std::vector<CustomField> &fields,
                         AccountFrame &frame)
{
    TermStore terms(database);
    Result<TermCodes> codes = terms.codes(TermKind::customValue);
    if (!codes)
        return codes.error();
    std::vector<std::size_t> columnOf; // by id of the field
    // Each field gets a dictionary of its own values only: rules run once per value of a field.
    std::vector<std::vector<std::uint32_t>> codeInField(fields.size()); // by code of the word; 0 = not there yet
    for (const CustomField &field : fields) {
        const auto id = static_cast<std::size_t>(field.id.value);
        if (columnOf.size() <= id)
            columnOf.resize(id + 1, fields.size());
        columnOf[id] = frame.custom.size();
        codeInField[frame.custom.size()].assign(codes->dictionary.size(), 0);
        frame.custom.push_back({field.label, field.key, {}});
        frame.custom.back().column.codes.assign(frame.size(), 0);
    }
    Statement select(database, "SELECT account_id, field_id, value FROM account_field");
    return select.forEach([&](Statement &row) {
        const std::optional<std::uint32_t> account = rows.of(row.integer(0));
        const auto field = static_cast<std::size_t>(row.integer(1));
        const std::uint32_t word = codes->code(row.integer(2));
        if (!account || field >= columnOf.size() || columnOf[field] >= fields.size() || word == 0)
            return;
        FieldColumn &column = frame.custom[columnOf[field]].column;
        std::uint32_t &code = codeInField[columnOf[field]][word];
        if (code == 0) {
            const FieldValue &value = codes->dictionary.at(word);
            code = column.values.intern(value.key, value.label, value.parts);
        }
        column.codes[*account] = code;
    });
}

// The rows of the table as they come, before they are put in order.
struct UnsortedAccounts {
    std::vector<AccountId> id;
    TextColumn domain, name, nameKey, externalId;
    std::array<std::vector<std::uint32_t>, fieldCount> fields;
    std::array<MoneyColumn, 3> money;
};

// By domain bytewise; accounts without one last, by name key; then by id.
std::vector<std::uint32_t> orderOf(const UnsortedAccounts &accounts)
{
    struct Place {
        std::uint64_t head = 0; // the first bytes of the domain, which decide nearly always
        std::uint32_t row = 0;
    };
    std::vector<Place> places(accounts.id.size());
    for (std::uint32_t row = 0; row < places.size(); ++row) {
        const std::string_view domain = accounts.domain.at(row);
        std::uint64_t head = domain.empty() ? ~std::uint64_t{0} : 0;
        for (std::size_t i = 0; i < sizeof head && !domain.empty(); ++i)
            head = head << 8 | (i < domain.size() ? static_cast<std::uint8_t>(domain[i]) : 0u);
        places[row] = {head, row};
    }
    sortInAllCores(places, [&](const Place &a, const Place &b) {
        if (a.head != b.head)
            return a.head < b.head;
        if (const int order = accounts.domain.at(a.row).compare(accounts.domain.at(b.row)))
            return order < 0;
        if (const int order = accounts.nameKey.at(a.row).compare(accounts.nameKey.at(b.row)))
            return order < 0;
        return accounts.id[a.row] < accounts.id[b.row];
    });
    std::vector<std::uint32_t> order(places.size());
    std::transform(places.begin(), places.end(), order.begin(), [](const Place &place) { return place.row; });
    return order;
}

template <class Column>
void putInOrder(const Column &from, const std::vector<std::uint32_t> &order, Column &to)
{
    to.reserve(order.size());
    for (const std::uint32_t row : order)
        to.push_back(from[row]);
}

void putInOrder(const TextColumn &from, const std::vector<std::uint32_t> &order, TextColumn &to)
{
    to.reserve(order.size(), from.bytes());
    for (const std::uint32_t row : order)
        to.append(from.at(row));
}

} // namespace

Result<AccountFrame> AccountStore::load()
{
    const Result<std::int64_t> rows = count();
    if (!rows)
        return rows.error();
    AccountFrame frame;
    const std::array<FieldColumn *, fieldCount> columns{
        &frame.industry,     &frame.country,  &frame.region,  &frame.employees, &frame.customers,
        &frame.technologies, &frame.maturity, &frame.funding, &frame.owner};
    TermStore terms(*m_database);
    std::array<TermCodes, fieldCount> codes;
    UnsortedAccounts unsorted;
    for (std::size_t i = 0; i < fieldCount; ++i) {
        Result<TermCodes> loaded = terms.codes(accountFieldKinds[i]);
        if (!loaded)
            return loaded.error();
        codes[i] = std::move(*loaded);
        unsorted.fields[i].reserve(static_cast<std::size_t>(*rows));
    }
    // In the order of the table: the index of domains would fetch every row from somewhere else.
    Statement select(*m_database,
                     "SELECT id, domain, name, name_key, external_id, industry, country, region, employees, customers, "
                     "technologies, maturity, funding, owner, annual_revenue, budget, acv FROM account");
    const Outcome outcome = select.forEach([&](Statement &row) {
        unsorted.id.push_back(AccountId{row.integer(0)});
        unsorted.domain.append(row.text(1));
        unsorted.name.append(row.text(2));
        unsorted.nameKey.append(row.text(3));
        unsorted.externalId.append(row.text(4));
        for (std::size_t i = 0; i < fieldCount; ++i)
            unsorted.fields[i].push_back(codes[i].code(row.integer(firstFieldColumn + static_cast<int>(i))));
        for (std::size_t i = 0; i < unsorted.money.size(); ++i)
            unsorted.money[i].push_back(row.money(firstMoneyColumn + static_cast<int>(i)));
    });
    if (!outcome)
        return outcome.error();
    const std::vector<std::uint32_t> order = orderOf(unsorted);
    putInOrder(unsorted.id, order, frame.id);
    putInOrder(unsorted.domain, order, frame.domain);
    putInOrder(unsorted.name, order, frame.name);
    putInOrder(unsorted.externalId, order, frame.externalId);
    for (std::size_t i = 0; i < fieldCount; ++i)
        putInOrder(unsorted.fields[i], order, columns[i]->codes);
    for (const auto &[from, to] : {std::pair{&unsorted.money[0], &frame.annualRevenue}, {&unsorted.money[1], &frame.budget}, {&unsorted.money[2], &frame.acv}})
        putInOrder(*from, order, *to);
    for (std::size_t i = 0; i < fieldCount; ++i)
        columns[i]->values = std::move(codes[i].dictionary);
    const Result<std::vector<CustomField>> fields = customFields();
    if (!fields)
        return fields.error();
    if (const Outcome loaded = loadCustomFields(*m_database, AccountRows(frame.id), *fields, frame); !loaded)
        return loaded.error();
    return frame;
}

Result<AccountKeys> AccountStore::keys(std::string (*externalKey)(std::string_view))
{
    AccountKeys keys;
    Statement select(*m_database, "SELECT id, domain, external_id, name_key FROM account");
    const Outcome outcome = select.forEach([&](Statement &row) {
        if (externalKey && !row.isNull(2))
            keys.add(AccountId{row.integer(0)}, row.text(1), externalKey(row.text(2)), row.text(3));
        else
            keys.add(AccountId{row.integer(0)}, row.text(1), row.text(2), row.text(3));
    });
    if (!outcome)
        return outcome.error();
    return keys;
}

Result<AccountKeys> AccountStore::domains()
{
    const Result<std::int64_t> rows = count();
    if (!rows)
        return rows.error();
    AccountKeys keys;
    keys.reserveDomains(static_cast<std::size_t>(*rows));
    // By the index of domains, which is a fifth of the table; NULL stands for accounts without one.
    Statement select(*m_database, "SELECT domain, id FROM account WHERE domain IS NOT NULL ORDER BY domain");
    const Outcome outcome = select.forEach([&](Statement &row) { keys.add(AccountId{row.integer(1)}, row.text(0), {}, {}); });
    if (!outcome)
        return outcome.error();
    return keys;
}

namespace {

Result<AccountKeys> otherKeys(Database &database, std::string_view sql, std::string (*externalKey)(std::string_view))
{
    AccountKeys keys;
    Statement select(database, sql);
    const Outcome outcome = select.forEach([&](Statement &row) {
        keys.add(AccountId{row.integer(0)}, {}, row.isNull(1) ? std::string() : externalKey(row.text(1)), row.text(2));
    });
    if (!outcome)
        return outcome.error();
    return keys;
}

} // namespace

Result<AccountKeys> AccountStore::idsAndNames(std::string (*externalKey)(std::string_view))
{
    return otherKeys(*m_database, "SELECT id, external_id, name_key FROM account", externalKey);
}

Result<AccountKeys> AccountStore::withoutDomain(std::string (*externalKey)(std::string_view))
{
    return otherKeys(*m_database, "SELECT id, external_id, name_key FROM account WHERE domain IS NULL", externalKey);
}

Result<std::int64_t> AccountStore::count()
{
    Statement select(*m_database, "SELECT count(*) FROM account");
    return firstInteger(select);
}

Result<AccountId> AccountStore::byDomain(std::string_view domain)
{
    Statement select(*m_database, "SELECT id FROM account WHERE domain = ?1");
    const Result<bool> row = select.bind(domain).next();
    if (!row)
        return row.error();
    return *row ? AccountId{select.integer(0)} : AccountId{};
}

Result<std::optional<StoredAccount>> AccountStore::row(AccountId id)
{
    Statement select(*m_database,
                     "SELECT id, domain, name, name_key, external_id, industry, country, region, employees, customers, "
                     "technologies, maturity, funding, owner, annual_revenue, budget, acv FROM account WHERE id = ?1");
    const Result<bool> found = select.bind(id.value).next();
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<StoredAccount>();
    StoredAccount account;
    account.id = id;
    account.domain = select.text(1);
    account.name = select.text(2);
    account.nameKey = select.text(3);
    account.externalId = select.text(4);
    for (std::size_t i = 0; i < fieldCount; ++i)
        account.fields[i] = select.integer(firstFieldColumn + static_cast<int>(i));
    account.annualRevenue = select.money(firstMoneyColumn);
    account.budget = select.money(firstMoneyColumn + 1);
    account.acv = select.money(firstMoneyColumn + 2);
    return std::optional<StoredAccount>(std::move(account));
}

Result<AccountId> AccountStore::insert(const StoredAccount &row, ImportId import)
{
    Statement insert(*m_database,
                     "INSERT INTO account (id, domain, name, name_key, external_id, industry, country, region, employees, "
                     "customers, technologies, maturity, funding, owner, annual_revenue, budget, acv, import_id) "
                     "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)");
    if (const Outcome outcome = bindRow(insert, row, import).run(); !outcome)
        return outcome.error();
    return AccountId{sqlite3_last_insert_rowid(m_database->handle())};
}

Outcome AccountStore::dropDomainIndex()
{
    return m_database->run("DROP INDEX account_domain");
}

Outcome AccountStore::buildDomainIndex()
{
    return m_database->run("CREATE UNIQUE INDEX account_domain ON account (domain)");
}

Outcome AccountStore::update(const StoredAccount &row)
{
    // ?18 is bound by bindRow and not used: an update never changes where a row came from.
    Statement update(*m_database,
                     "UPDATE account SET domain = ?2, name = ?3, name_key = ?4, external_id = ?5, industry = ?6, country = ?7, "
                     "region = ?8, employees = ?9, customers = ?10, technologies = ?11, maturity = ?12, funding = ?13, "
                     "owner = ?14, annual_revenue = ?15, budget = ?16, acv = ?17, import_id = coalesce(import_id, ?18) "
                     "WHERE id = ?1");
    return bindRow(update, row, {}).run();
}

Result<std::vector<CustomField>> AccountStore::customFields()
{
    std::vector<CustomField> fields;
    Statement select(*m_database, "SELECT id, key, label FROM custom_field ORDER BY id");
    const Outcome outcome = select.forEach([&](Statement &row) {
        fields.push_back({CustomFieldId{row.integer(0)}, std::string(row.text(1)), std::string(row.text(2))});
    });
    if (!outcome)
        return outcome.error();
    return fields;
}

Result<CustomFieldId> AccountStore::internCustomField(std::string_view key, std::string_view label, ImportId import)
{
    Statement select(*m_database, "SELECT id FROM custom_field WHERE key = ?1");
    const Result<std::int64_t> known = firstInteger(select.bind(key));
    if (!known)
        return known.error();
    if (*known)
        return CustomFieldId{*known};
    Statement insert(*m_database, "INSERT INTO custom_field (key, label, import_id) VALUES (?1, ?2, ?3)");
    if (const Outcome outcome = insert.bind(key, label, orNull(import.value)).run(); !outcome)
        return outcome.error();
    return CustomFieldId{sqlite3_last_insert_rowid(m_database->handle())};
}

Result<std::vector<std::pair<CustomFieldId, TermId>>> AccountStore::customValues(AccountId id)
{
    std::vector<std::pair<CustomFieldId, TermId>> values;
    Statement select(*m_database, "SELECT field_id, value FROM account_field WHERE account_id = ?1 ORDER BY field_id");
    const Outcome outcome = select.bind(id.value).forEach([&](Statement &row) {
        values.emplace_back(CustomFieldId{row.integer(0)}, TermId{row.integer(1)});
    });
    if (!outcome)
        return outcome.error();
    return values;
}

Outcome AccountStore::addCustomValue(AccountId id, CustomFieldId field, TermId value, ImportId import)
{
    Statement insert(*m_database, "INSERT INTO account_field (account_id, field_id, value, import_id) VALUES (?1, ?2, ?3, ?4)");
    return insert.bind(id.value, field.value, value.value, orNull(import.value)).run();
}

Outcome AccountStore::setCustomValue(AccountId id, CustomFieldId field, TermId value, ImportId import)
{
    if (!value.valid()) {
        Statement remove(*m_database, "DELETE FROM account_field WHERE account_id = ?1 AND field_id = ?2");
        return remove.bind(id.value, field.value).run();
    }
    Statement upsert(*m_database, "INSERT INTO account_field (account_id, field_id, value, import_id) VALUES (?1, ?2, ?3, ?4) "
                                  "ON CONFLICT (account_id, field_id) DO UPDATE SET value = excluded.value");
    return upsert.bind(id.value, field.value, value.value, orNull(import.value)).run();
}

} // namespace dimsum
