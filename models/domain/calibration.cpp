#include "domain/calibration.h"

#include "domain/all_cores.h"
#include "domain/deals.h"
#include "domain/intensity_days.h"

#include <algorithm>
#include <mutex>

namespace dimsum
{

namespace
{

constexpr int mostInteractions = 5, mostPeople = 3, mostAreas = 2; // what the table tells apart
constexpr int outcomeDays = 30;
constexpr std::int64_t enoughOutcomes = 5;

std::optional<double> shareOfCount(std::int64_t part, std::int64_t whole)
{
    return whole > 0 ? std::optional(static_cast<double>(part) / static_cast<double>(whole)) : std::nullopt;
}

// How many (account, snapshot) have so many interactions, people and areas, and how many of those had an outcome.
class CrowdHistogram
{
public:
    void add(int interactions, int people, int areas, bool outcome)
    {
        ++m_counts[index(std::min(interactions, mostInteractions), std::min(people, mostPeople), std::min(areas, mostAreas), outcome)];
    }
    void add(const CrowdHistogram &other)
    {
        for (std::size_t i = 0; i < m_counts.size(); ++i)
            m_counts[i] += other.m_counts[i];
    }
    std::int64_t atLeast(int n, int p, int q, std::optional<bool> outcome = {}) const
    {
        std::int64_t sum = 0;
        for (int i = n; i <= mostInteractions; ++i) {
            for (int j = p; j <= mostPeople; ++j) {
                for (int k = q; k <= mostAreas; ++k) {
                    if (outcome != false)
                        sum += m_counts[index(i, j, k, true)];
                    if (outcome != true)
                        sum += m_counts[index(i, j, k, false)];
                }
            }
        }
        return sum;
    }

private:
    static std::size_t index(int i, int j, int k, bool outcome)
    {
        return static_cast<std::size_t>(((i * (mostPeople + 1) + j) * (mostAreas + 1) + k) * 2 + (outcome ? 1 : 0));
    }
    std::array<std::int64_t, (mostInteractions + 1) * (mostPeople + 1) * (mostAreas + 1) * 2> m_counts{};
};

struct WindowHistograms {
    CrowdHistogram now;   // on the day
    CrowdHistogram month; // pooled over the snapshots
};
using AllHistograms = std::array<WindowHistograms, intensityWindows.size()>;

Day firstCountingDay(const ActivityColumns &activities, const TypeWorth &worth)
{
    Day first = unknownDay;
    for (std::size_t i = 0; i < activities.size(); ++i) {
        if (worth.counts[activities.type[i]] != 0 && (!first.known() || activities.day[i] < first))
            first = activities.day[i];
    }
    return first;
}

std::vector<Day> monthEnds(Day from, Day to)
{
    std::vector<Day> days;
    for (Day day = monthEnd(from); day <= to; day = monthEnd(day + 1)) {
        if (day >= from)
            days.push_back(day);
    }
    return days;
}

// A look at the interactions of the window that ends on `day`. `end` only moves forward.
void lookAt(const std::vector<Interaction> &interactions, Day day, int window, InteractionCrowd &crowd)
{
    crowd.clear();
    const auto after = [](Day value, const Interaction &interaction) { return value < interaction.day; };
    const auto end = std::upper_bound(interactions.begin(), interactions.end(), day, after);
    for (auto it = end; it != interactions.begin() && day - std::prev(it)->day < window; --it)
        crowd.add(*std::prev(it));
}

struct DealLook {
    bool open = false;    // some deal is open on the day: the account is left out
    bool outcome = false; // a deal was created in the 30 days after
};

DealLook lookAtDeals(const OpportunityColumns &deals, std::size_t account, Day day, Day asOf)
{
    DealLook look;
    const RowRange range = deals.byAccount.of(account);
    for (std::size_t deal = range.begin; deal < range.end; ++deal) {
        if (!dealExists(deals, deal, asOf))
            continue;
        const Day created = deals.created[deal];
        // What was open at the as-of date has no close yet; it is open on every day from its creation on.
        look.open = look.open || (created <= day && dealOpen(deals, deal, day));
        look.outcome = look.outcome || (created > day && created <= day + outcomeDays);
    }
    return look;
}

} // namespace

std::optional<double> ConversionLift::rateHigh() const
{
    return shareOfCount(highOutcomes, high);
}

std::optional<double> ConversionLift::rateOther() const
{
    return shareOfCount(otherOutcomes, other);
}

const CalibrationRow *Calibration::row(const IntensityRules &rules) const
{
    const auto found = std::find_if(rows.begin(), rows.end(), [&rules](const CalibrationRow &row) {
        return row.rules.n == rules.n && row.rules.p == rules.p && row.rules.q == rules.q
               && row.rules.windowDays == rules.windowDays;
    });
    return found == rows.end() ? nullptr : &*found;
}

Calibration calibrate(const ActivityColumns &activities, const OpportunityColumns &deals, std::size_t accounts,
                      const EngagementRules &points, Day asOf)
{
    Calibration calibration;
    calibration.accounts = static_cast<std::int64_t>(accounts);
    calibration.areasUsed = anyArea(activities, asOf);
    const TypeWorth worth = typeWorth(activities.types, points);
    const Day first = firstCountingDay(activities, worth);
    std::array<std::vector<Day>, intensityWindows.size()> snapshots;
    for (std::size_t w = 0; w < intensityWindows.size() && first.known(); ++w)
        snapshots[w] = monthEnds(first + intensityWindows[w], asOf - outcomeDays);
    calibration.snapshots = snapshots[0];

    AllHistograms all;
    std::mutex merging;
    inAllCores(accounts, [&](std::size_t begin, std::size_t end) {
        AllHistograms own;
        std::vector<Interaction> interactions;
        InteractionCrowd crowd;
        for (std::size_t account = begin; account < end; ++account) {
            interactionsOf(activities, worth, account, asOf, interactions);
            for (std::size_t w = 0; w < intensityWindows.size(); ++w) {
                lookAt(interactions, asOf, intensityWindows[w], crowd);
                own[w].now.add(crowd.interactions(), crowd.people(), crowd.areas(), false);
                for (const Day day : snapshots[w]) {
                    const DealLook look = lookAtDeals(deals, account, day, asOf);
                    if (look.open)
                        continue;
                    lookAt(interactions, day, intensityWindows[w], crowd);
                    own[w].month.add(crowd.interactions(), crowd.people(), crowd.areas(), look.outcome);
                }
            }
        }
        const std::lock_guard guard(merging);
        for (std::size_t w = 0; w < all.size(); ++w) {
            all[w].now.add(own[w].now);
            all[w].month.add(own[w].month);
        }
    });

    for (std::size_t w = 0; w < intensityWindows.size(); ++w) {
        for (int n = 2; n <= mostInteractions; ++n) {
            for (int p = 1; p <= mostPeople; ++p) {
                for (int q = 1; q <= mostAreas; ++q) {
                    CalibrationRow row{.rules = {n, p, q, intensityWindows[w]}, .shareOfAll = {}, .shareOfActive = {}, .shareTwoPeople = {}, .shareTwoAreas = {}, .conversion = {}};
                    const int areas = calibration.areasUsed ? q : 0;
                    const int oneArea = calibration.areasUsed ? 1 : 0;
                    const CrowdHistogram &now = all[w].now;
                    row.active = now.atLeast(1, 0, 0);
                    row.qualify = now.atLeast(n, p, areas);
                    row.shareOfAll = shareOfCount(row.qualify, calibration.accounts);
                    row.shareOfActive = shareOfCount(row.qualify, row.active);
                    row.shareTwoPeople = shareOfCount(now.atLeast(n, 2, areas), now.atLeast(n, 1, areas));
                    if (calibration.areasUsed)
                        row.shareTwoAreas = shareOfCount(now.atLeast(n, p, 2), now.atLeast(n, p, oneArea));
                    const CrowdHistogram &month = all[w].month;
                    ConversionLift &lift = row.conversion;
                    lift.high = month.atLeast(n, p, areas);
                    lift.highOutcomes = month.atLeast(n, p, areas, true);
                    lift.other = month.atLeast(0, 0, 0) - lift.high;
                    lift.otherOutcomes = month.atLeast(0, 0, 0, true) - lift.highOutcomes;
                    lift.lift = katzRatio(lift.highOutcomes, lift.high, lift.otherOutcomes, lift.other);
                    lift.tooFew = lift.highOutcomes < enoughOutcomes || lift.otherOutcomes < enoughOutcomes;
                    calibration.rows.push_back(row);
                }
            }
        }
    }
    return calibration;
}

std::optional<NearMiss> nearMiss(const IntensityColumns &intensity, const IntensityRules &rules, std::size_t account)
{
    if (intensity.interactions[account] == 0)
        return std::nullopt;
    const NearMiss miss{static_cast<std::uint32_t>(account), std::max(0, rules.n - intensity.interactions[account]),
                        std::max(0, rules.p - intensity.people[account]),
                        intensity.areasUsed ? std::max(0, rules.q - intensity.areas[account]) : 0};
    const int kinds = (miss.shortInteractions > 0 ? 1 : 0) + (miss.shortPeople > 0 ? 1 : 0) + (miss.shortAreas > 0 ? 1 : 0);
    if (kinds != 1 || miss.shortInteractions > 2 || miss.shortPeople > 1 || miss.shortAreas > 1)
        return std::nullopt;
    return miss;
}

std::vector<IntensityTrendPoint> intensityTrend(const ActivityColumns &activities, std::size_t accounts,
                                                const EngagementRules &points, const IntensityRules &rules, Day asOf,
                                                int months)
{
    std::vector<IntensityTrendPoint> trend;
    Day day = monthStart(asOf) - 1;
    for (int month = 0; month < months; ++month) {
        trend.insert(trend.begin(), {day, 0});
        day = monthStart(day) - 1;
    }
    trend.push_back({asOf, 0});
    const TypeWorth worth = typeWorth(activities.types, points);
    const IntensityRules effective = effectiveRules(activities, rules, asOf);
    std::mutex merging;
    inAllCores(accounts, [&](std::size_t begin, std::size_t end) {
        std::vector<std::int64_t> high(trend.size());
        std::vector<Interaction> interactions;
        InteractionCrowd crowd;
        for (std::size_t account = begin; account < end; ++account) {
            interactionsOf(activities, worth, account, asOf, interactions);
            for (std::size_t point = 0; point < trend.size() && !interactions.empty(); ++point) {
                lookAt(interactions, trend[point].day, effective.windowDays, crowd);
                high[point] += crowd.meets(effective) ? 1 : 0;
            }
        }
        const std::lock_guard guard(merging);
        for (std::size_t point = 0; point < trend.size(); ++point)
            trend[point].high += high[point];
    });
    return trend;
}

} // namespace dimsum
