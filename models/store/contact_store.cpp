#include "store/contact_store.h"

#include "store/statement.h"

#include <sqlite3.h>

namespace dimsum {

namespace {

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

} // namespace

Result<std::vector<StoredContact>> ContactStore::all()
{
    Statement select(*m_database, "SELECT id, account_id, email_key, email, external_id, first_name, last_name, title, "
                                  "buying_role, opt_out, stub FROM contact ORDER BY account_id, email_key");
    return readAll(select);
}

Result<std::vector<StoredContact>> ContactStore::ofAccount(AccountId id)
{
    Statement select(*m_database, "SELECT id, account_id, email_key, email, external_id, first_name, last_name, title, "
                                  "buying_role, opt_out, stub FROM contact WHERE account_id = ?1 ORDER BY email_key");
    return readAll(select.bind(id.value));
}

Result<std::vector<std::pair<AccountId, std::int64_t>>> ContactStore::counts()
{
    std::vector<std::pair<AccountId, std::int64_t>> counts;
    Statement select(*m_database, "SELECT account_id, count(*) FROM contact GROUP BY account_id ORDER BY account_id");
    const Outcome outcome = select.forEach([&counts](Statement &row) { counts.emplace_back(AccountId{row.integer(0)}, row.integer(1)); });
    if (!outcome)
        return outcome.error();
    return counts;
}

Result<std::vector<AccountId>> ContactStore::accountsSince(std::int64_t newest)
{
    std::vector<AccountId> accounts;
    // The + keeps SQLite from walking the index of all accounts for the sake of DISTINCT.
    Statement select(*m_database, "SELECT DISTINCT +account_id FROM contact WHERE id > ?1");
    const Outcome outcome = select.bind(newest).forEach([&accounts](Statement &row) { accounts.push_back(AccountId{row.integer(0)}); });
    if (!outcome)
        return outcome.error();
    return accounts;
}

Result<std::vector<std::int64_t>> ContactStore::counts(std::span<const AccountId> accounts)
{
    std::vector<std::int64_t> counts;
    counts.reserve(accounts.size());
    Statement select(*m_database, "SELECT count(*) FROM contact WHERE account_id = ?1");
    for (const AccountId account : accounts) {
        const Outcome outcome = select.bind(account.value).forEach([&counts](Statement &row) { counts.push_back(row.integer(0)); });
        if (!outcome)
            return outcome.error();
    }
    return counts;
}

Result<std::int64_t> ContactStore::newest()
{
    Statement select(*m_database, "SELECT max(id) FROM contact");
    return firstInteger(select);
}

Result<std::optional<StoredContact>> ContactStore::find(AccountId account, std::string_view emailKey)
{
    Statement select(*m_database, "SELECT id, account_id, email_key, email, external_id, first_name, last_name, title, "
                                  "buying_role, opt_out, stub FROM contact WHERE account_id = ?1 AND email_key = ?2");
    const Result<bool> row = select.bind(account.value, emailKey).next();
    if (!row)
        return row.error();
    return *row ? std::optional<StoredContact>(readContact(select)) : std::nullopt;
}

Result<ContactId> ContactStore::insert(const StoredContact &row, ImportId import)
{
    Statement insert(*m_database, "INSERT INTO contact (account_id, email_key, email, external_id, first_name, last_name, "
                                  "title, buying_role, opt_out, stub, import_id) "
                                  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, nullif(?11, 0))");
    const Outcome outcome = insert.bind(row.account.value, row.emailKey, row.email, orNull(row.externalId), row.firstName,
                                        row.lastName, row.title, row.buyingRole, row.optOut, row.stub, import.value)
                                .run();
    if (!outcome)
        return outcome.error();
    return ContactId{sqlite3_last_insert_rowid(m_database->handle())};
}

Result<ContactId> ContactStore::insertStub(AccountId account, std::string_view key, std::string_view email, std::string_view externalId, ImportId import)
{
    Statement insert(*m_database, "INSERT INTO contact (account_id, email_key, email, external_id, stub, import_id) "
                                  "VALUES (?1, ?2, ?3, nullif(?4, ''), 1, nullif(?5, 0))");
    if (const Outcome outcome = insert.bind(account.value, key, email, externalId, import.value).run(); !outcome)
        return outcome.error();
    return ContactId{sqlite3_last_insert_rowid(m_database->handle())};
}

Outcome ContactStore::update(const StoredContact &row)
{
    Statement update(*m_database, "UPDATE contact SET email_key = ?10, email = ?2, external_id = ?3, first_name = ?4, "
                                  "last_name = ?5, title = ?6, buying_role = ?7, opt_out = ?8, stub = ?9 WHERE id = ?1");
    return update.bind(row.id.value, row.email, orNull(row.externalId), row.firstName, row.lastName, row.title,
                       row.buyingRole, row.optOut, row.stub, row.emailKey)
        .run();
}

} // namespace dimsum
