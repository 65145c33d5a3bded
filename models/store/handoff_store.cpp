#include "store/handoff_store.h"

#include "store/statement.h"

#include <sqlite3.h>

namespace dimsum {

Result<std::vector<StoredHandOff>> HandOffStore::all()
{
    std::vector<StoredHandOff> rows;
    Statement select(*m_database, "SELECT id, at, day, by, target, file, people, left_out FROM handoff ORDER BY id DESC");
    const Outcome outcome = select.forEach([&rows](Statement &row) {
        rows.push_back({.id = HandOffId{row.integer(0)},
                        .at = row.integer(1),
                        .day = row.day(2),
                        .by = std::string(row.text(3)),
                        .target = std::string(row.text(4)),
                        .file = std::string(row.text(5)),
                        .people = row.integer(6),
                        .leftOut = row.integer(7)});
    });
    if (!outcome)
        return outcome.error();
    return rows;
}

Result<std::vector<HandOffAccount>> HandOffStore::accounts()
{
    std::vector<HandOffAccount> rows;
    Statement select(*m_database, "SELECT handoff_id, account_id, reason FROM handoff_account ORDER BY handoff_id, account_id");
    const Outcome outcome = select.forEach([&rows](Statement &row) {
        rows.push_back({HandOffId{row.integer(0)}, AccountId{row.integer(1)}, std::string(row.text(2))});
    });
    if (!outcome)
        return outcome.error();
    return rows;
}

Result<HandOffId> HandOffStore::insert(const StoredHandOff &row)
{
    Statement insert(*m_database, "INSERT INTO handoff (at, day, by, target, file, people, left_out) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    if (const Outcome outcome = insert.bind(row.at, row.day, row.by, row.target, row.file, row.people, row.leftOut).run(); !outcome)
        return outcome.error();
    return HandOffId{sqlite3_last_insert_rowid(m_database->handle())};
}

Outcome HandOffStore::insert(const HandOffAccount &row)
{
    Statement insert(*m_database, "INSERT INTO handoff_account (handoff_id, account_id, reason) VALUES (?1, ?2, ?3)");
    return insert.bind(row.handOff.value, row.account.value, row.reason).run();
}

} // namespace dimsum
