#include "store/cost_store.h"

#include "store/statement.h"

namespace dimsum {

namespace {

std::optional<std::int64_t> number(const std::optional<Quantity> &quantity)
{
    return quantity ? std::optional<std::int64_t>(quantity->tenThousandths) : std::nullopt;
}

std::optional<Quantity> quantity(const Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional<Quantity>(Quantity{row.integer(column)});
}

} // namespace

Result<std::vector<StoredCost>> CostStore::all()
{
    std::vector<StoredCost> costs;
    Statement select(*m_database, "SELECT id, identity, subject_kind, subject, subject_key, line, hours, rate, amount, months, "
                                  "month, actual FROM cost ORDER BY id");
    const Outcome outcome = select.forEach([&](Statement &row) {
        StoredCost cost;
        cost.id = row.integer(0);
        cost.identity = row.integer(1);
        cost.subjectKind = static_cast<CostSubject>(row.integer(2));
        cost.subject = row.text(3);
        cost.subjectKey = row.text(4);
        cost.line = static_cast<CostKind>(row.integer(5));
        cost.hours = quantity(row, 6);
        cost.rate = row.money(7);
        cost.amount = row.money(8);
        cost.months = quantity(row, 9);
        cost.month = row.day(10);
        cost.actual = row.integer(11) != 0;
        costs.push_back(std::move(cost));
    });
    if (!outcome)
        return outcome.error();
    return costs;
}

Result<std::int64_t> CostStore::insert(const StoredCost &row, ImportId import)
{
    Statement insert(*m_database, "INSERT INTO cost (identity, subject_kind, subject, subject_key, line, hours, rate, amount, "
                                  "months, month, actual, import_id) "
                                  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, nullif(?12, 0)) "
                                  "ON CONFLICT (identity) DO NOTHING RETURNING id");
    std::int64_t id = 0;
    const Outcome outcome = insert.bind(row.identity, static_cast<int>(row.subjectKind), row.subject, row.subjectKey,
                                        static_cast<int>(row.line), number(row.hours), row.rate, row.amount,
                                        number(row.months), row.month, row.actual, import.value)
                                .forEach([&id](Statement &made) { id = made.integer(0); });
    if (!outcome)
        return outcome.error();
    return id;
}

Outcome CostStore::update(const StoredCost &row)
{
    Statement update(*m_database, "UPDATE cost SET identity = ?2, subject_kind = ?3, subject = ?4, subject_key = ?5, line = ?6, hours = ?7, "
                                  "rate = ?8, amount = ?9, months = ?10, month = ?11, actual = ?12 WHERE id = ?1");
    return update.bind(row.id, row.identity, static_cast<int>(row.subjectKind), row.subject, row.subjectKey, static_cast<int>(row.line),
                       number(row.hours), row.rate, row.amount, number(row.months), row.month, row.actual)
        .run();
}

Outcome CostStore::remove(std::int64_t id)
{
    Statement remove(*m_database, "DELETE FROM cost WHERE id = ?1");
    return remove.bind(id).run();
}

} // namespace dimsum
