#include "store/program_store.h"

#include "store/statement.h"

#include <sqlite3.h>

namespace dimsum {

namespace {

StoredProgram readProgram(const Statement &row)
{
    return {ProgramId{row.integer(0)}, std::string(row.text(1)), std::string(row.text(2)), row.day(3), row.day(4),
            static_cast<ProgramState>(row.integer(5))};
}

} // namespace

Result<std::vector<StoredProgram>> ProgramStore::all()
{
    std::vector<StoredProgram> programs;
    Statement select(*m_database, "SELECT id, key, name, start, end, state FROM program ORDER BY id");
    const Outcome outcome = select.forEach([&](Statement &row) { programs.push_back(readProgram(row)); });
    if (!outcome)
        return outcome.error();
    return programs;
}

Result<std::optional<StoredProgram>> ProgramStore::find(std::string_view key)
{
    Statement select(*m_database, "SELECT id, key, name, start, end, state FROM program WHERE key = ?1");
    const Result<bool> row = select.bind(key).next();
    if (!row)
        return row.error();
    return *row ? std::optional<StoredProgram>(readProgram(select)) : std::nullopt;
}

Result<ProgramId> ProgramStore::insert(const StoredProgram &row, ImportId import)
{
    Statement insert(*m_database, "INSERT INTO program (key, name, start, end, state, import_id) "
                                  "VALUES (?1, ?2, ?3, ?4, ?5, nullif(?6, 0))");
    const Outcome outcome = insert.bind(row.key, row.name, row.start, row.end, static_cast<int>(row.state), import.value).run();
    if (!outcome)
        return outcome.error();
    return ProgramId{sqlite3_last_insert_rowid(m_database->handle())};
}

Outcome ProgramStore::update(const StoredProgram &row)
{
    Statement update(*m_database, "UPDATE program SET key = ?2, name = ?3, start = ?4, end = ?5, state = ?6 WHERE id = ?1");
    return update.bind(row.id.value, row.key, row.name, row.start, row.end, static_cast<int>(row.state)).run();
}

Result<std::vector<ProgramAccount>> ProgramStore::accounts(ProgramId program)
{
    std::vector<ProgramAccount> accounts;
    Statement select(*m_database, "SELECT account_id, arm FROM program_account WHERE program_id = ?1 ORDER BY account_id");
    const Outcome outcome = select.bind(program.value).forEach([&](Statement &row) {
        accounts.push_back({program, AccountId{row.integer(0)}, static_cast<Arm>(row.integer(1))});
    });
    if (!outcome)
        return outcome.error();
    return accounts;
}

Result<std::optional<Arm>> ProgramStore::arm(ProgramId program, AccountId account)
{
    Statement select(*m_database, "SELECT arm FROM program_account WHERE program_id = ?1 AND account_id = ?2");
    const Result<bool> row = select.bind(program.value, account.value).next();
    if (!row)
        return row.error();
    return *row ? std::optional<Arm>(static_cast<Arm>(select.integer(0))) : std::nullopt;
}

Outcome ProgramStore::setArm(ProgramId program, AccountId account, Arm arm, ImportId import)
{
    Statement upsert(*m_database, "INSERT INTO program_account (program_id, account_id, arm, import_id) "
                                  "VALUES (?1, ?2, ?3, nullif(?4, 0)) "
                                  "ON CONFLICT (program_id, account_id) DO UPDATE SET arm = excluded.arm");
    return upsert.bind(program.value, account.value, static_cast<int>(arm), import.value).run();
}

Outcome ProgramStore::removeAccount(ProgramId program, AccountId account)
{
    Statement remove(*m_database, "DELETE FROM program_account WHERE program_id = ?1 AND account_id = ?2");
    return remove.bind(program.value, account.value).run();
}

Result<bool> ProgramStore::isHoldout(AccountId account)
{
    Statement select(*m_database, "SELECT EXISTS (SELECT 1 FROM program_account AS a JOIN program AS p ON p.id = a.program_id "
                                  "WHERE a.account_id = ?1 AND a.arm = 1 AND p.state <> 2)");
    const Result<std::int64_t> there = firstInteger(select.bind(account.value));
    if (!there)
        return there.error();
    return *there != 0;
}

Result<std::vector<AccountId>> ProgramStore::holdouts()
{
    std::vector<AccountId> accounts;
    Statement select(*m_database, "SELECT DISTINCT a.account_id FROM program_account AS a JOIN program AS p ON p.id = a.program_id "
                                  "WHERE a.arm = 1 AND p.state <> 2 ORDER BY a.account_id");
    const Outcome outcome = select.forEach([&](Statement &row) { accounts.push_back(AccountId{row.integer(0)}); });
    if (!outcome)
        return outcome.error();
    return accounts;
}

} // namespace dimsum
