#include "service/cost_lines.h"

#include "store/row_identity.h"

namespace dimsum {

StoredCost storedCost(const CostRow &row, std::int64_t repeat)
{
    constexpr std::uint64_t kindOfRow = 6; // of all imported kinds, so that equal texts of two kinds differ
    StoredCost cost;
    cost.identity = identityOfContent(RowHash(kindOfRow).add(row.contentKey).value(), repeat);
    cost.subjectKind = row.subjectKind;
    cost.subject = row.subject.label;
    cost.subjectKey = row.subject.key;
    cost.line = row.line;
    cost.hours = row.hours;
    cost.rate = row.rate.amount;
    cost.amount = row.amount.amount;
    cost.months = row.months;
    cost.month = row.month.day;
    cost.actual = row.actual;
    return cost;
}

CostEntry costEntry(const StoredCost &stored)
{
    const bool perUnit = stored.line == CostKind::hours || stored.line == CostKind::fee;
    const auto &count = stored.line == CostKind::hours ? stored.hours : stored.months;
    const CostLine line{.kind = stored.line,
                        .amount = stored.line == CostKind::hours ? stored.rate : stored.amount,
                        .quantity = perUnit ? count.value_or(oneQuantity) : oneQuantity};
    return {.subject = stored.subjectKind,
            .key = stored.subjectKey,
            .label = stored.subject,
            .amount = priceOf(line),
            .month = stored.month,
            .actual = stored.actual,
            .line = stored.line};
}

} // namespace dimsum
