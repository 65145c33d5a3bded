#include "store/verdict_store.h"

#include "store/statement.h"

namespace dimsum {

Result<std::vector<StoredVerdict>> VerdictStore::all()
{
    std::vector<StoredVerdict> rows;
    Statement select(*m_database, "SELECT account_id, kind, day, at, by, useful FROM action_verdict ORDER BY id");
    const Outcome outcome = select.forEach([&rows](Statement &row) {
        rows.push_back({AccountId{row.integer(0)}, static_cast<int>(row.integer(1)), row.day(2), row.integer(3), std::string(row.text(4)),
                        row.integer(5) != 0});
    });
    if (!outcome)
        return outcome.error();
    return rows;
}

Outcome VerdictStore::insert(const StoredVerdict &row)
{
    Statement insert(*m_database, "INSERT INTO action_verdict (account_id, kind, day, at, by, useful) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    return insert.bind(row.account.value, row.kind, row.day, row.instant, row.by, row.useful).run();
}

} // namespace dimsum
