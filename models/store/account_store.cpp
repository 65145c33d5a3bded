#include "store/account_store.h"

#include "store/account_rows.h"
#include "store/statement.h"

#include <sqlite3.h>

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
    Statement select(database, "SELECT account_id, value FROM account_field WHERE field_id = ?1");
    for (const CustomField &field : fields) {
        CustomColumn custom{field.label, field.key, {}};
        custom.column.codes.assign(frame.size(), 0);
        // Each field gets a dictionary of its own values only: rules run once per value of a field.
        const Outcome outcome = select.bind(field.id.value).forEach([&](Statement &row) {
            const std::optional<std::uint32_t> account = rows.of(row.integer(0));
            if (!account)
                return;
            const FieldValue &value = codes->dictionary.at(codes->code(row.integer(1)));
            custom.column.codes[*account] = custom.column.values.intern(value.key, value.label, value.parts);
        });
        if (!outcome)
            return outcome;
        frame.custom.push_back(std::move(custom));
    }
    return Done{};
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
    for (std::size_t i = 0; i < fieldCount; ++i) {
        Result<TermCodes> loaded = terms.codes(accountFieldKinds[i]);
        if (!loaded)
            return loaded.error();
        codes[i] = std::move(*loaded);
        columns[i]->codes.reserve(static_cast<std::size_t>(*rows));
    }
    frame.id.reserve(static_cast<std::size_t>(*rows));
    Statement select(*m_database,
                     "SELECT id, domain, name, name_key, external_id, industry, country, region, employees, customers, "
                     "technologies, maturity, funding, owner, annual_revenue, budget, acv FROM account "
                     "ORDER BY domain IS NULL, domain, name_key, id");
    const Outcome outcome = select.forEach([&](Statement &row) {
        frame.id.push_back(AccountId{row.integer(0)});
        frame.domain.append(row.text(1));
        frame.name.append(row.text(2));
        frame.externalId.append(row.text(4));
        for (std::size_t i = 0; i < fieldCount; ++i)
            columns[i]->codes.push_back(codes[i].code(row.integer(firstFieldColumn + static_cast<int>(i))));
        frame.annualRevenue.push_back(row.money(firstMoneyColumn));
        frame.budget.push_back(row.money(firstMoneyColumn + 1));
        frame.acv.push_back(row.money(firstMoneyColumn + 2));
    });
    if (!outcome)
        return outcome.error();
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
    AccountKeys keys;
    // By the index of domains, which is a fifth of the table; NULL stands for accounts without one.
    Statement select(*m_database, "SELECT domain, id FROM account WHERE domain IS NOT NULL ORDER BY domain");
    const Outcome outcome = select.forEach([&](Statement &row) { keys.add(AccountId{row.integer(1)}, row.text(0), {}, {}); });
    if (!outcome)
        return outcome.error();
    return keys;
}

Result<AccountKeys> AccountStore::idsAndNames(std::string (*externalKey)(std::string_view))
{
    AccountKeys keys;
    Statement select(*m_database, "SELECT id, external_id, name_key FROM account");
    const Outcome outcome = select.forEach([&](Statement &row) {
        keys.add(AccountId{row.integer(0)}, {}, row.isNull(1) ? std::string() : externalKey(row.text(1)), row.text(2));
    });
    if (!outcome)
        return outcome.error();
    return keys;
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
