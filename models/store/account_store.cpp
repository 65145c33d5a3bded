#include "store/account_store.h"

#include "domain/account_rows.h"
#include "domain/all_cores.h"
#include "domain/text_head.h"
#include "store/statement.h"

#include <sqlite3.h>

#include <algorithm>

namespace dimsum {

namespace {

constexpr std::size_t fieldCount = accountFieldKinds.size();
constexpr int firstFieldColumn = 5;
constexpr int firstMoneyColumn = firstFieldColumn + static_cast<int>(fieldCount);

constexpr int customColumn = firstMoneyColumn + 3;

constexpr std::size_t domainsPerBlock = 256;

// Parameters from 1 in the order of the columns of the schema, id first (NULL lets SQLite choose), then import and `more`.
template <class... More>
Statement &bindRow(Statement &statement, const StoredAccount &row, ImportId import, const More &...more)
{
    const auto &f = row.fields;
    return statement.bind(orNull(row.id.value), orNull(row.domain), row.name, row.nameKey, orNull(row.externalId),
                          orNull(f[0]), orNull(f[1]), orNull(f[2]), orNull(f[3]), orNull(f[4]), orNull(f[5]), orNull(f[6]),
                          orNull(f[7]), orNull(f[8]), row.annualRevenue, row.budget, row.acv, orNull(import.value), more...);
}

// The rows of the table as they come, before they are put in order.
struct UnsortedAccounts {
    std::vector<AccountId> id;
    TextColumn domain, name, nameKey, externalId;
    std::array<std::vector<std::uint32_t>, fieldCount> fields;
    std::array<MoneyColumn, 3> money;
    std::vector<CustomValue> custom;       // of all accounts, one after the other
    std::vector<std::uint32_t> customRows; // as custom: the account
};

// The columns of the custom fields. Each gets a dictionary of its own values only: rules run once per value of a field.
class CustomColumns
{
public:
    CustomColumns(AccountFrame &frame, const std::vector<CustomField> &fields, const TermCodes &words) : m_frame(frame), m_words(words)
    {
        for (const CustomField &field : fields) {
            const auto id = static_cast<std::size_t>(field.id.value);
            if (m_columnOf.size() <= id)
                m_columnOf.resize(id + 1, fields.size());
            m_columnOf[id] = frame.custom.size();
            m_codeInField.emplace_back(words.dictionary.size(), 0);
            frame.custom.push_back({field.label, field.key, {}});
            frame.custom.back().column.codes.assign(frame.size(), 0);
        }
    }

    void set(std::uint32_t account, CustomValue value)
    {
        const auto field = static_cast<std::size_t>(value.field.value);
        if (field >= m_columnOf.size() || m_columnOf[field] >= m_frame.custom.size())
            return;
        const std::size_t column = m_columnOf[field];
        m_frame.custom[column].column.codes[account] = codeOf(column, m_words.code(value.value.value));
    }

private:
    std::uint32_t codeOf(std::size_t column, std::uint32_t word)
    {
        if (word == 0)
            return 0;
        std::uint32_t &code = m_codeInField[column][word];
        if (code == 0) {
            const FieldValue &value = m_words.dictionary.at(word);
            code = m_frame.custom[column].column.values.intern(value.key, value.label, value.parts);
        }
        return code;
    }

    AccountFrame &m_frame;
    const TermCodes &m_words;
    std::vector<std::size_t> m_columnOf;                   // by id of the field
    std::vector<std::vector<std::uint32_t>> m_codeInField; // by code of the word; 0 = not there yet
};

Error damagedDomains()
{
    return Error{ErrorKind::damaged, DIMSUM_TEXT("The list of domains of the workspace is damaged and cannot be read. Open the newest backup instead.")};
}

Error damagedCustomFields()
{
    return Error{ErrorKind::damaged, DIMSUM_TEXT("Custom fields of the workspace are damaged and cannot be read. Open the newest backup instead.")};
}

Outcome loadCustomFields(Database &database, const std::vector<CustomField> &fields, const UnsortedAccounts &unsorted, AccountFrame &frame)
{
    const Result<TermCodes> words = TermStore(database).codes(TermKind::customValue);
    if (!words)
        return words.error();
    const AccountRows rows(frame.id);
    CustomColumns columns(frame, fields, *words);
    for (std::size_t i = 0; i < unsorted.custom.size(); ++i)
        if (const std::optional<std::uint32_t> account = rows.of(unsorted.id[unsorted.customRows[i]].value))
            columns.set(*account, unsorted.custom[i]);
    Statement select(database, "SELECT account_id, field_id, value FROM account_field");
    return select.forEach([&](Statement &row) {
        if (const std::optional<std::uint32_t> account = rows.of(row.integer(0)))
            columns.set(*account, {CustomFieldId{row.integer(1)}, TermId{row.integer(2)}});
    });
}

// By domain bytewise; accounts without one last, by name key; then by id.
std::vector<std::uint32_t> orderOf(const UnsortedAccounts &accounts)
{
    struct Place {
        std::uint64_t head = 0; // of the domain
        std::uint32_t row = 0;
    };
    std::vector<Place> places(accounts.id.size());
    for (std::uint32_t row = 0; row < places.size(); ++row) {
        const std::string_view domain = accounts.domain.at(row);
        places[row] = {domain.empty() ? ~std::uint64_t{0} : textHead(domain), row};
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
    const Result<std::int64_t> rows = atMost();
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
                     "technologies, maturity, funding, owner, annual_revenue, budget, acv, custom FROM account");
    const Outcome outcome = select.forEach([&](Statement &row) -> Outcome {
        unsorted.id.push_back(AccountId{row.integer(0)});
        unsorted.domain.append(row.text(1));
        unsorted.name.append(row.text(2));
        unsorted.nameKey.append(row.text(3));
        unsorted.externalId.append(row.text(4));
        for (std::size_t i = 0; i < fieldCount; ++i)
            unsorted.fields[i].push_back(codes[i].code(row.integer(firstFieldColumn + static_cast<int>(i))));
        for (std::size_t i = 0; i < unsorted.money.size(); ++i)
            unsorted.money[i].push_back(row.money(firstMoneyColumn + static_cast<int>(i)));
        CustomValueReader custom(row.blob(customColumn));
        for (CustomValue value; custom.next(value);) {
            unsorted.custom.push_back(value);
            unsorted.customRows.push_back(static_cast<std::uint32_t>(unsorted.id.size() - 1));
        }
        return custom.sound() ? Outcome(Done{}) : damagedCustomFields();
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
    if (const Outcome loaded = loadCustomFields(*m_database, *fields, unsorted, frame); !loaded)
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
    const Result<std::int64_t> rows = atMost();
    if (!rows)
        return rows.error();
    AccountKeys keys;
    keys.reserveDomains(static_cast<std::size_t>(*rows));
    // In the order of the table and not by their blocks and their index, which are a fifth of it: files that name accounts were
    // nearly always written in the order in which the accounts came, and so meet them side by side in memory.
    Statement select(*m_database, "SELECT id, domain FROM account WHERE +domain IS NOT NULL ORDER BY id");
    const Outcome outcome = select.forEach([&](Statement &row) { keys.add(AccountId{row.integer(0)}, row.text(1), {}, {}); });
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
    return otherKeys(*m_database, "SELECT id, external_id, name_key FROM account WHERE domain IS NULL AND domain_packed IS NULL", externalKey);
}

Result<std::int64_t> AccountStore::count()
{
    Statement select(*m_database, "SELECT count(*) FROM account");
    return firstInteger(select);
}

Result<std::int64_t> AccountStore::atMost()
{
    Statement select(*m_database, "SELECT max(id) FROM account");
    return firstInteger(select);
}

Result<AccountId> AccountStore::byDomain(std::string_view domain)
{
    Statement select(*m_database, "SELECT id FROM account WHERE domain = ?1 AND domain_packed IS NULL");
    const Result<std::int64_t> indexed = firstInteger(select.bind(domain));
    if (!indexed)
        return indexed.error();
    AccountId found{*indexed};
    if (found.valid())
        return found;
    Statement block(*m_database, "SELECT content FROM domain_block WHERE first <= ?1 ORDER BY first DESC LIMIT 1");
    const Outcome outcome = block.bind(domain).forEach([&](Statement &row) -> Outcome {
        DomainBlockReader reader(row.blob(0));
        for (PackedDomain each; !found.valid() && reader.next(each);)
            if (each.domain == domain)
                found = each.account;
        return reader.sound() ? Outcome(Done{}) : damagedDomains();
    });
    if (!outcome)
        return outcome.error();
    return found;
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

Result<AccountId> AccountStore::insert(const StoredAccount &row, const AccountArrival &arrival)
{
    Statement insert(*m_database,
                     "INSERT INTO account (id, domain, name, name_key, external_id, industry, country, region, employees, "
                     "customers, technologies, maturity, funding, owner, annual_revenue, budget, acv, import_id, domain_packed, custom) "
                     "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)");
    const bool packed = arrival.domainPacked && !row.domain.empty();
    bindRow(insert, row, arrival.import, packed ? std::optional<std::int64_t>(1) : std::nullopt);
    std::vector<std::uint8_t> custom;
    if (!arrival.custom.empty()) {
        packCustomValues(arrival.custom, custom);
        insert.bindBlob(20, custom);
    }
    if (const Outcome outcome = insert.run(); !outcome)
        return outcome.error();
    return AccountId{sqlite3_last_insert_rowid(m_database->handle())};
}

Outcome AccountStore::putDomains(ImportId import, std::span<const PackedDomain> domains)
{
    Statement insert(*m_database, "INSERT INTO domain_block (first, import_id, content) VALUES (?1, ?2, ?3)");
    std::vector<std::uint8_t> content;
    while (!domains.empty()) {
        const std::span<const PackedDomain> some = domains.first(std::min(domainsPerBlock, domains.size()));
        packDomains(some, content);
        if (Outcome outcome = insert.bind(some.front().domain, import.value).bindBlob(3, content).run(); !outcome)
            return outcome;
        domains = domains.subspan(some.size());
    }
    return Done{};
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

Result<std::vector<CustomValue>> AccountStore::customValues(AccountId id)
{
    std::vector<CustomValue> values;
    Statement came(*m_database, "SELECT custom FROM account WHERE id = ?1");
    Outcome outcome = came.bind(id.value).forEach([&](Statement &row) -> Outcome {
        CustomValueReader custom(row.blob(0));
        for (CustomValue value; custom.next(value);)
            values.push_back(value);
        return custom.sound() ? Outcome(Done{}) : damagedCustomFields();
    });
    if (!outcome)
        return outcome.error();
    Statement since(*m_database, "SELECT field_id, value FROM account_field WHERE account_id = ?1 ORDER BY field_id");
    outcome = since.bind(id.value).forEach([&](Statement &row) {
        const CustomValue set{CustomFieldId{row.integer(0)}, TermId{row.integer(1)}};
        const auto known = std::find_if(values.begin(), values.end(), [&set](const CustomValue &value) { return value.field == set.field; });
        if (known != values.end())
            known->value = set.value;
        else
            values.push_back(set);
    });
    if (!outcome)
        return outcome.error();
    std::sort(values.begin(), values.end(), [](const CustomValue &a, const CustomValue &b) { return a.field.value < b.field.value; });
    return values;
}

// What an account came with stays in its row, so that the row here says "none" where it is taken away.
Outcome AccountStore::setCustomValue(AccountId id, CustomFieldId field, TermId value, ImportId import)
{
    Statement upsert(*m_database, "INSERT INTO account_field (account_id, field_id, value, import_id) VALUES (?1, ?2, ?3, ?4) "
                                  "ON CONFLICT (account_id, field_id) DO UPDATE SET value = excluded.value");
    return upsert.bind(id.value, field.value, orNull(value.value), orNull(import.value)).run();
}

} // namespace dimsum
