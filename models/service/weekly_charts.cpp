#include "service/weekly_charts.h"

#include "service/scoring_inputs.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace dimsum {

namespace {

struct BaselineRules {
    std::size_t weeks = 12;
    double sd = 2;
    double floor = 0;
};

// `values` newest first, longer than the chart by the baseline.
std::vector<ChartWeek> weeksOf(const std::vector<double> &values, Day anchor, const BaselineRules &rules)
{
    std::vector<ChartWeek> weeks;
    for (std::size_t back = chartWeeks; back-- > 0;) {
        const std::span<const double> before = std::span(values).subspan(back + 1, rules.weeks);
        const double count = static_cast<double>(before.size());
        const double mean = std::accumulate(before.begin(), before.end(), 0.0) / count;
        double squares = 0;
        for (const double value : before)
            squares += (value - mean) * (value - mean);
        const double deviation = before.size() > 1 ? std::sqrt(squares / (count - 1)) : 0;
        const double reach = rules.sd * std::max(deviation, rules.floor);
        const auto days = static_cast<std::int32_t>(7 * back);
        weeks.push_back({.first = anchor - days - 6,
                         .last = anchor - days,
                         .value = values[back],
                         .bandLow = std::max(0.0, mean - reach),
                         .bandHigh = mean + reach,
                         .surgeLine = mean + reach,
                         .hasBaseline = std::any_of(before.begin(), before.end(), [](double v) { return v > 0; })});
    }
    return weeks;
}

constexpr double slack = 1e-9;

} // namespace

std::vector<ChartWeek> intentChart(const Snapshot &snapshot, const IntentColumns &intent, std::uint32_t row, const IntentReceipt &receipt)
{
    const IntentSurgeRules &surge = snapshot.policy.intent.surge;
    const auto baseline = static_cast<std::size_t>(surge.weeks);
    const Day anchor = snapshot.scores.intent->feed.anchor.known() ? snapshot.scores.intent->feed.anchor : snapshot.asOf;
    const auto values = intentWeeks(intent, snapshot.policy.intent, snapshot.scores.intent->feed, snapshot.asOf, row,
                                    chartWeeks + baseline);
    auto weeks = weeksOf(values, anchor, {baseline, surge.sd, surge.sdFloor});
    for (ChartWeek &week : weeks) {
        const bool oldEnough = receipt.firstSignal.known()
                               && week.last - receipt.firstSignal >= 7 * surge.minHistoryWeeks;
        week.hasBaseline = week.hasBaseline && oldEnough;
        week.surge = week.hasBaseline && week.value + slack >= week.surgeLine && week.value > 0;
    }
    ChartWeek &newest = weeks.back();
    newest.surge = receipt.surge == SurgeState::surge;
    if (newest.surge)
        newest.surgeLine = newest.bandHigh = receipt.surgeLine;
    return weeks;
}

std::vector<ChartWeek> engagementChart(const Snapshot &snapshot, const ActivityColumns &activities, std::uint32_t row, const EngagementReceipt &receipt)
{
    const EngagementSurgeRules &surge = snapshot.policy.engagement.surge;
    const auto baseline = static_cast<std::size_t>(surge.weeks);
    const auto values = engagementWeeks(activities, snapshot.policy.engagement, snapshot.asOf, row,
                                        chartWeeks + baseline);
    auto weeks = weeksOf(values, snapshot.asOf, {baseline, surge.sd, surge.sdFloor});
    const std::vector<double> &cohort = snapshot.cohort[tierIndex(snapshot.tiers[row])];
    for (std::size_t at = 0; at < weeks.size(); ++at) {
        ChartWeek &week = weeks[at];
        week.surge = week.value + slack >= week.surgeLine && week.value + slack >= surge.minPoints;
        const std::size_t back = weeks.size() - 1 - at;
        week.cohortMean = back < cohort.size() ? cohort[back] : std::nan("");
    }
    weeks.back().surge = receipt.surge;
    return weeks;
}

} // namespace dimsum
