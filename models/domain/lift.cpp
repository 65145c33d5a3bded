#include "domain/lift.h"

#include "domain/all_cores.h"
#include "domain/deals.h"
#include "domain/seeded_random.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>
#include <tuple>

namespace dimsum
{

int employeeBand(const std::optional<double> &employees)
{
    if (!employees || *employees < 1)
        return 0;
    int band = 1;
    for (const double from : {50.0, 250.0, 1000.0, 5000.0})
        band += *employees >= from ? 1 : 0;
    return band;
}

std::string_view liftMeasureName(LiftMeasure measure)
{
    constexpr std::array<std::string_view, liftMeasureCount> words{"win_rate", "cycle", "deal_size", "pipeline"};
    return words[static_cast<std::size_t>(measure)];
}

namespace
{

using MatchKey = std::tuple<int, std::uint32_t, int, std::uint32_t>; // fit band, industry, employee band, region

MatchKey matchKeyOf(const AccountFrame &accounts, const FitColumns &fit, std::size_t row)
{
    const int band = fit.defined ? static_cast<int>(std::floor((fit.fit[row] + 1e-9) / 10)) : 0;
    return {band, accounts.industry.codes[row], employeeBand(accounts.employees.at(row).number),
            accounts.region.codes[row]};
}

// |ln ratio|; infinite where one is unknown or not positive, so that known ones come first.
double revenueDistance(Money a, Money b)
{
    if (!a.known() || !b.known() || a.minor <= 0 || b.minor <= 0)
        return std::numeric_limits<double>::infinity();
    return std::abs(std::log(static_cast<double>(a.minor) / static_cast<double>(b.minor)));
}

double roundedToRank(double value)
{
    return std::isfinite(value) ? std::round(value * 1e9) : value;
}

} // namespace

std::vector<MatchedPair> matchControls(const AccountFrame &accounts, const FitColumns &fit, std::span<const LiftArm> arms)
{
    const auto fitOf = [&fit](std::size_t row) { return fit.defined ? fit.fit[row] : 0.0; };
    std::map<MatchKey, std::vector<std::uint32_t>> free; // controls by fit, then key
    for (std::uint32_t row = 0; row < accounts.size(); ++row) {
        if (arms[row] == LiftArm::neither)
            free[matchKeyOf(accounts, fit, row)].push_back(row);
    }
    for (auto &[stratum, rows] : free)
        std::stable_sort(rows.begin(), rows.end(), [&](auto a, auto b) { return fitOf(a) < fitOf(b); });
    std::vector<MatchedPair> pairs;
    for (std::uint32_t row = 0; row < accounts.size(); ++row) {
        if (arms[row] != LiftArm::program)
            continue;
        const auto found = free.find(matchKeyOf(accounts, fit, row));
        if (found == free.end())
            continue;
        std::vector<std::uint32_t> &rows = found->second;
        const double own = fitOf(row);
        // From the own fit outwards on both sides, as far as nobody can be nearer than the best so far: a large stratum has
        // thousands of candidates for each account.
        const auto middle = std::lower_bound(rows.begin(), rows.end(), own,
                                             [&](std::uint32_t candidate, double value) { return fitOf(candidate) < value; });
        auto best = rows.end();
        std::tuple<double, double, std::uint32_t> bestDistance;
        const auto isNearEnough = [&](std::vector<std::uint32_t>::iterator candidate) {
            const double fitDistance = roundedToRank(std::abs(fitOf(*candidate) - own));
            if (best != rows.end() && fitDistance > std::get<0>(bestDistance))
                return false;
            const std::tuple distance(fitDistance,
                                      roundedToRank(revenueDistance(accounts.annualRevenue[row], accounts.annualRevenue[*candidate])),
                                      *candidate);
            if (best == rows.end() || distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
            return true;
        };
        for (auto candidate = middle; candidate != rows.end() && fitOf(*candidate) <= own + 5 + 1e-9 && isNearEnough(candidate);)
            ++candidate;
        for (auto candidate = middle; candidate != rows.begin() && !(fitOf(*std::prev(candidate)) < own - 5 - 1e-9) && isNearEnough(std::prev(candidate));)
            --candidate;
        if (best == rows.end())
            continue;
        pairs.push_back({row, *best});
        rows.erase(best);
    }
    return pairs;
}

namespace
{

// Sums over the deals of one account in one window; what a measure is a ratio of.
struct DealSums {
    double closed = 0, won = 0, wonDays = 0, wonAmount = 0, pipeline = 0;
    double accounts = 0; // of totals only
    bool any = false;    // of an account: it has a deal

    DealSums &operator+=(const DealSums &other)
    {
        closed += other.closed;
        won += other.won;
        wonDays += other.wonDays;
        wonAmount += other.wonAmount;
        pipeline += other.pipeline;
        return *this;
    }
};

std::optional<double> shareOf(double part, double whole)
{
    return whole > 0 ? std::optional(part / whole) : std::nullopt;
}

std::optional<double> level(const DealSums &sums, std::size_t measure)
{
    switch (static_cast<LiftMeasure>(measure)) {
    case LiftMeasure::winRate:
        return shareOf(sums.won, sums.closed);
    case LiftMeasure::cycle:
        return shareOf(sums.wonDays, sums.won);
    case LiftMeasure::dealSize:
        return shareOf(sums.wonAmount, sums.won);
    case LiftMeasure::pipeline:
        break;
    }
    return shareOf(sums.pipeline, sums.accounts);
}

std::optional<double> minus(const std::optional<double> &a, const std::optional<double> &b)
{
    return a && b ? std::optional(*a - *b) : std::nullopt;
}

DealSums sumsOf(const OpportunityColumns &deals, std::size_t account, Day first, Day last, double minorPerMajor)
{
    DealSums sums;
    const RowRange range = deals.byAccount.of(account);
    for (std::size_t deal = range.begin; deal < range.end; ++deal) {
        if (deals.created[deal] < first || deals.created[deal] > last)
            continue;
        const double amount = deals.amount[deal].known() ? static_cast<double>(deals.amount[deal].minor) / minorPerMajor : 0;
        sums.pipeline += amount;
        sums.any = true;
        if (dealOpen(deals, deal, last))
            continue;
        sums.closed += 1;
        if (dealWon(deals, deal, last)) {
            sums.won += 1;
            sums.wonDays += deals.closed[deal] - deals.created[deal];
            sums.wonAmount += amount;
        }
    }
    return sums;
}

// After and before of every account of an arm. Accounts without a deal in either window only count: they stand at the end
// of the numbers that are drawn from and need no memory.
struct ArmSums {
    std::vector<DealSums> after, before; // of accounts with a deal
    std::uint32_t accounts = 0;
};

struct ArmTotals {
    DealSums after, before;
};

ArmTotals drawn(const ArmSums &arm, SeededRandom &random)
{
    ArmTotals totals;
    for (std::uint32_t i = 0; i < arm.accounts; ++i) {
        const std::uint32_t pick = random.below(arm.accounts);
        if (pick >= arm.after.size())
            continue;
        totals.after += arm.after[pick];
        totals.before += arm.before[pick];
    }
    totals.after.accounts = totals.before.accounts = arm.accounts;
    return totals;
}

ArmTotals whole(const ArmSums &arm)
{
    ArmTotals totals;
    for (std::size_t i = 0; i < arm.after.size(); ++i) {
        totals.after += arm.after[i];
        totals.before += arm.before[i];
    }
    totals.after.accounts = totals.before.accounts = arm.accounts;
    return totals;
}

void setFigure(LiftFigure &figure, const std::optional<double> &program, const std::optional<double> &control)
{
    figure.program = program;
    figure.control = control;
    figure.difference = minus(program, control);
}

// A measure that many draws cannot tell (nobody in them won) rests on a handful of accounts, however large the arms.
void setInterval(LiftFigure &figure, std::vector<double> &draws, int wanted, bool largeArms)
{
    constexpr double enough = 0.95;
    if (draws.empty() || !figure.difference)
        return;
    largeArms = largeArms && static_cast<double>(draws.size()) >= enough * wanted;
    std::sort(draws.begin(), draws.end());
    figure.interval = Interval{quantile(draws, 0.025), quantile(draws, 0.975)};
    figure.tellsApart = largeArms && (figure.interval->low > 0 || figure.interval->high < 0);
    constexpr double normal80 = 0.8416212335729143; // one-sided 80 % point
    if (static_cast<double>(draws.size()) >= enough * wanted && draws.front() < draws.back())
        figure.smallestVisible = (normal95 + normal80) * sampleDeviation(draws);
}

std::optional<double> changeOf(const ArmTotals &totals, std::size_t measure)
{
    return minus(level(totals.after, measure), level(totals.before, measure));
}

void addAccount(ArmSums &arm, const OpportunityColumns &deals, std::size_t row, const LiftReport &windows, double minorPerMajor)
{
    ++arm.accounts;
    const DealSums after = sumsOf(deals, row, windows.start, windows.end, minorPerMajor);
    const DealSums before = sumsOf(deals, row, windows.beforeStart, windows.start - 1, minorPerMajor);
    if (after.any || before.any) {
        arm.after.push_back(after);
        arm.before.push_back(before);
    }
}

} // namespace

LiftReport liftOfPairs(std::span<const MatchedPair> pairs, const OpportunityColumns &deals, int currencyExponent, Day start, Day asOf,
                       const LiftRules &rules, const Progress &progress)
{
    LiftReport report;
    report.start = start;
    report.end = asOf;
    report.beforeStart = start - (asOf - start + 1);
    report.matched = static_cast<std::int64_t>(pairs.size());
    const double minorPerMajor = std::pow(10.0, currencyExponent);
    ArmSums program, control;
    for (const MatchedPair &pair : pairs) {
        addAccount(program, deals, pair.program, report, minorPerMajor);
        addAccount(control, deals, pair.control, report, minorPerMajor);
    }
    const ArmTotals programTotals = whole(program), controlTotals = whole(control);
    for (std::size_t measure = 0; measure < liftMeasureCount; ++measure) {
        setFigure(report.after[measure], level(programTotals.after, measure), level(controlTotals.after, measure));
        setFigure(report.change[measure], changeOf(programTotals, measure), changeOf(controlTotals, measure));
    }
    if (report.matched == 0)
        return report;

    using Draw = std::array<std::optional<double>, liftMeasureCount * 2>; // levels, then changes
    std::vector<Draw> draws(static_cast<std::size_t>(rules.draws));
    eachInAllCores(draws.size(), [&](std::size_t draw) {
        if (progress.cancelled())
            return;
        SeededRandom random(rules.seed, draw);
        const ArmTotals left = drawn(program, random);
        const ArmTotals right = drawn(control, random);
        for (std::size_t measure = 0; measure < liftMeasureCount; ++measure) {
            draws[draw][measure] = minus(level(left.after, measure), level(right.after, measure));
            draws[draw][liftMeasureCount + measure] = minus(changeOf(left, measure), changeOf(right, measure));
        }
    });
    std::array<std::vector<double>, liftMeasureCount> after, change;
    for (const Draw &draw : draws) {
        for (std::size_t measure = 0; measure < liftMeasureCount; ++measure) {
            if (draw[measure])
                after[measure].push_back(*draw[measure]);
            if (draw[liftMeasureCount + measure])
                change[measure].push_back(*draw[liftMeasureCount + measure]);
        }
    }
    const bool largeArms = report.matched >= rules.smallestArm;
    for (std::size_t measure = 0; measure < liftMeasureCount; ++measure) {
        setInterval(report.after[measure], after[measure], rules.draws, largeArms);
        setInterval(report.change[measure], change[measure], rules.draws, largeArms);
    }
    return report;
}

LiftReport liftReport(const AccountFrame &accounts, const FitColumns &fit, std::span<const LiftArm> arms,
                      const OpportunityColumns &deals, int currencyExponent, Day start, Day asOf, const LiftRules &rules,
                      const Progress &progress)
{
    LiftReport report = liftOfPairs(matchControls(accounts, fit, arms), deals, currencyExponent, start, asOf, rules, progress);
    ArmSums holdout;
    for (std::size_t row = 0; row < accounts.size(); ++row) {
        report.programAccounts += arms[row] == LiftArm::program ? 1 : 0;
        report.holdoutAccounts += arms[row] == LiftArm::holdout ? 1 : 0;
        if (arms[row] == LiftArm::holdout)
            addAccount(holdout, deals, row, report, std::pow(10.0, currencyExponent));
    }
    const ArmTotals totals = whole(holdout);
    for (std::size_t measure = 0; measure < liftMeasureCount; ++measure)
        report.holdout[measure] = level(totals.after, measure);
    return report;
}

} // namespace dimsum
