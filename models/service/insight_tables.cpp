#include "service/insight_tables.h"

#include "service/table_cells.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace dimsum {

namespace {

Cell daysCell(std::int32_t days)
{
    return days >= 0 ? Cell(std::int64_t{days}) : Cell();
}

Cell whole(std::int64_t number)
{
    return number;
}

} // namespace

TableDocument intensityTable(const Currency &currency, const AccountFrame &accounts, const IntensityColumns &intensity)
{
    std::vector<std::uint32_t> order(accounts.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&intensity](std::uint32_t a, std::uint32_t b) {
        // The frame is in order of the key.
        const auto rank = [&intensity](std::uint32_t row) {
            return std::tuple(-int{intensity.high[row]}, -intensity.interactions[row], -intensity.people[row], row);
        };
        return rank(a) < rank(b);
    });
    TableRows rows;
    for (const std::uint32_t row : order)
        rows.push_back({textCell(accountWord(accounts, row)), whole(intensity.interactions[row]), whole(intensity.people[row]),
                        whole(intensity.areas[row]), intensity.high[row] != 0, intensity.lastActivity[row],
                        daysCell(intensity.daysLeft[row])});
    return tableOf(currency, QStringLiteral("intensity"),
                   {tableColumn("account"), tableColumn("interactions", CellType::integer), tableColumn("people", CellType::integer),
                    tableColumn("areas", CellType::integer), tableColumn("high_intensity", CellType::boolean),
                    tableColumn("last_activity", CellType::day), tableColumn("days_left", CellType::integer)},
                   std::move(rows));
}

TableDocument nearMissTable(const Currency &currency, const AccountFrame &accounts, const IntensityColumns &intensity,
                            const IntensityRules &rules)
{
    std::vector<NearMiss> misses;
    for (std::size_t row = 0; row < accounts.size(); ++row) {
        if (const auto miss = nearMiss(intensity, rules, row))
            misses.push_back(*miss);
    }
    std::stable_sort(misses.begin(), misses.end(), [&intensity](const NearMiss &a, const NearMiss &b) {
        return intensity.daysLeft[a.account] < intensity.daysLeft[b.account];
    });
    TableRows rows;
    for (const NearMiss &miss : misses)
        rows.push_back({textCell(accountWord(accounts, miss.account)), whole(intensity.interactions[miss.account]),
                        whole(intensity.people[miss.account]), whole(intensity.areas[miss.account]),
                        whole(miss.shortInteractions), whole(miss.shortPeople), whole(miss.shortAreas),
                        daysCell(intensity.daysLeft[miss.account])});
    return tableOf(currency, QStringLiteral("near-misses"),
                   {tableColumn("account"), tableColumn("interactions", CellType::integer), tableColumn("people", CellType::integer),
                    tableColumn("areas", CellType::integer), tableColumn("short_interactions", CellType::integer),
                    tableColumn("short_people", CellType::integer), tableColumn("short_areas", CellType::integer),
                    tableColumn("days_left", CellType::integer)},
                   std::move(rows));
}

TableDocument calibrationTable(const Currency &currency, const Calibration &calibration)
{
    TableRows rows;
    for (const CalibrationRow &row : calibration.rows) {
        const ConversionLift &lift = row.conversion;
        rows.push_back({whole(row.rules.n), whole(row.rules.p), whole(row.rules.q), whole(row.rules.windowDays), row.active,
                        row.qualify, numberCell(row.shareOfAll), numberCell(row.shareOfActive), numberCell(row.shareTwoPeople),
                        numberCell(row.shareTwoAreas), lift.high, lift.highOutcomes, lift.other, lift.otherOutcomes,
                        numberCell(lift.lift.ratio), lift.lift.interval ? Cell(lift.lift.interval->low) : Cell(),
                        lift.lift.interval ? Cell(lift.lift.interval->high) : Cell(),
                        lift.tooFew ? QStringLiteral("too few to tell") : QString()});
    }
    return tableOf(currency, QStringLiteral("calibration"),
                   {tableColumn("n", CellType::integer), tableColumn("p", CellType::integer), tableColumn("q", CellType::integer),
                    tableColumn("window_days", CellType::integer), tableColumn("active", CellType::integer),
                    tableColumn("qualify", CellType::integer), tableColumn("share_of_all", CellType::ratio),
                    tableColumn("share_of_active", CellType::ratio), tableColumn("share_2_people", CellType::ratio),
                    tableColumn("share_2_areas", CellType::ratio), tableColumn("high", CellType::integer),
                    tableColumn("high_outcomes", CellType::integer), tableColumn("other", CellType::integer),
                    tableColumn("other_outcomes", CellType::integer), tableColumn("lift", CellType::ratio),
                    tableColumn("ci_low", CellType::ratio), tableColumn("ci_high", CellType::ratio), tableColumn("verdict")},
                   std::move(rows));
}

TableDocument journeyTable(const Currency &currency, const ActivityColumns &activities, std::span<const JourneyPair> pairs)
{
    TableRows rows;
    for (const JourneyPair &pair : pairs) {
        const bool tested = pair.withinDays < 90;
        rows.push_back({textCell(journeyVariantName(pair.variant)), textCell(activities.types.at(pair.first).label),
                        textCell(activities.types.at(pair.then).label), whole(pair.withinDays), pair.cohort, pair.treated,
                        pair.control, pair.rateTreated(), pair.rateControl(), numberCell(pair.ratio.ratio),
                        pair.ratio.interval ? Cell(pair.ratio.interval->low) : Cell(),
                        pair.ratio.interval ? Cell(pair.ratio.interval->high) : Cell(), pair.p, pair.q,
                        tested ? Cell(pair.landmarkTreated) : Cell(), tested ? Cell(pair.landmarkControl) : Cell(),
                        numberCell(pair.landmarkRatio), numberCell(pair.landmarkP), numberCell(pair.landmarkQ), pair.pattern});
    }
    return tableOf(currency, QStringLiteral("journeys"),
                   {tableColumn("variant"), tableColumn("first"), tableColumn("then"), tableColumn("within_days", CellType::integer),
                    tableColumn("cohort", CellType::integer), tableColumn("treated", CellType::integer),
                    tableColumn("control", CellType::integer), tableColumn("rate_treated", CellType::ratio),
                    tableColumn("rate_control", CellType::ratio), tableColumn("ratio", CellType::ratio),
                    tableColumn("ci_low", CellType::ratio), tableColumn("ci_high", CellType::ratio), tableColumn("p", CellType::ratio),
                    tableColumn("q", CellType::ratio), tableColumn("landmark_treated", CellType::integer),
                    tableColumn("landmark_control", CellType::integer), tableColumn("landmark_ratio", CellType::ratio),
                    tableColumn("landmark_p", CellType::ratio), tableColumn("landmark_q", CellType::ratio),
                    tableColumn("pattern", CellType::boolean)},
                   std::move(rows));
}

TableDocument stumblingTable(const Currency &currency, const ActivityColumns &activities,
                             std::span<const StumblingBlock> blocks)
{
    TableRows rows;
    for (const StumblingBlock &block : blocks)
        rows.push_back({textCell(activities.assets.at(block.asset).label), block.accounts, block.stopped, numberCell(block.rate),
                        numberCell(block.othersRate), numberCell(block.p), numberCell(block.q), block.brokenFrom, block.brokenTo});
    return tableOf(currency, QStringLiteral("stumbling"),
                   {tableColumn("asset"), tableColumn("accounts", CellType::integer), tableColumn("stopped", CellType::integer),
                    tableColumn("rate", CellType::ratio), tableColumn("others_rate", CellType::ratio), tableColumn("p", CellType::ratio),
                    tableColumn("q", CellType::ratio), tableColumn("broken_from", CellType::day), tableColumn("broken_to", CellType::day)},
                   std::move(rows));
}

TableDocument lookalikeTable(const Currency &currency, const AccountFrame &accounts, const LookalikeFindings &findings)
{
    std::vector<std::uint32_t> order(accounts.size());
    for (std::uint32_t row = 0; row < order.size(); ++row)
        order[findings.result.accounts[row].rank - 1] = row;
    TableDocument table = tableOf(currency, QStringLiteral("lookalikes"),
                                  {tableColumn("account"), tableColumn("probability", CellType::ratio), tableColumn("score", CellType::figure),
                                   tableColumn("rank", CellType::integer), tableColumn("factors"), tableColumn("nearest")},
                                  {});
    table.rowCount = static_cast<std::int64_t>(order.size());
    // Row by row: a million texts of factors need no memory at once.
    table.rows = [&accounts, &findings, order = std::move(order)](const RowSink &sink) -> Outcome {
        for (const std::uint32_t row : order) {
            const LookalikeAccount &alike = findings.result.accounts[row];
            std::string nearest;
            for (const std::uint32_t other : alike.nearest) {
                if (other != noAccount)
                    nearest.append(nearest.empty() ? "" : ";").append(accountWord(accounts, other));
            }
            const std::vector<Cell> cells{textCell(accountWord(accounts, row)), alike.probability, alike.score, whole(alike.rank),
                                          textCell(findings.factorsText(row)), textCell(nearest)};
            if (Outcome taken = sink(cells); !taken)
                return taken;
        }
        return Done{};
    };
    return table;
}

TableDocument actionTable(const Currency &currency, const AccountFrame &accounts, std::span<const NextAction> actions)
{
    TableRows rows;
    for (const NextAction &action : actions)
        rows.push_back({textCell(accountWord(accounts, action.account)), textCell(actionName(action.kind)), textCell(action.play),
                        action.marketing ? Cell(QStringLiteral("marketing")) : textCell(accounts.owner.at(action.account).label),
                        textCell(action.reason), action.expectedValue, action.deadline});
    return tableOf(currency, QStringLiteral("actions"),
                   {tableColumn("account"), tableColumn("action"), tableColumn("play"), tableColumn("owner"), tableColumn("reason"),
                    tableColumn("expected_value", CellType::money), tableColumn("deadline", CellType::day)},
                   std::move(rows));
}

} // namespace dimsum
