#include "domain/lift.h"

#include "domain/all_cores.h"
#include "domain/deals.h"
#include "domain/seeded_random.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

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

// How far a control is away; the smallest is taken: by fit, revenue, then row.
using MatchDistance = std::tuple<double, double, std::uint32_t>;

// The controls of one stratum by fit, then revenue, then row. With few criteria thousands share one fit, and each account of the
// program asks for the nearest that is still free: found by halving, and never by looking at all of them.
class MatchStratum
{
public:
    struct Control {
        double fit = 0;
        Money revenue; // unknownRevenue: unknown, or not above 0
        std::uint32_t row = 0;

        bool known() const { return revenue != unknownRevenue; }
    };
    static constexpr Money unknownRevenue{std::numeric_limits<std::int64_t>::max()}; // after all others

    void add(const Control &control) { m_controls.push_back(control); }
    void sort()
    {
        std::sort(m_controls.begin(), m_controls.end(), [](const Control &a, const Control &b) {
            return std::tie(a.fit, a.revenue.minor, a.row) < std::tie(b.fit, b.revenue.minor, b.row);
        });
        m_next.resize(m_controls.size() + 1);
        std::iota(m_next.begin(), m_next.end(), std::size_t{0});
        m_previous = m_next;
    }
    // Takes the control that is nearest to `own`, if one is near enough.
    std::optional<std::uint32_t> take(const Control &own);

private:
    struct Best {
        std::size_t at = 0;
        MatchDistance distance{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity(), 0};
        bool any = false;
    };

    // Places of free controls: the first from `at` on, and 1 + the last before `end`; size() and 0 if there is none. Whoever is
    // taken leads to his neighbour, and every look shortens the way of the next one.
    std::size_t firstFrom(std::size_t at) { return root(m_next, at); }
    std::size_t lastBefore(std::size_t end) { return root(m_previous, end); }
    static std::size_t root(std::vector<std::size_t> &links, std::size_t at)
    {
        while (links[at] != at) {
            links[at] = links[links[at]];
            at = links[at];
        }
        return at;
    }

    bool consider(std::size_t at, const Control &own, double fitDistance, Best &best) const;
    void considerGroup(std::size_t begin, std::size_t end, const Control &own, double fitDistance, Best &best);
    // Within begin .. end, whose fits are all the same.
    std::size_t firstOfRevenue(std::size_t begin, std::size_t end, Money revenue) const
    {
        const auto at = [this](std::size_t place) { return m_controls.begin() + static_cast<std::ptrdiff_t>(place); };
        return static_cast<std::size_t>(std::lower_bound(at(begin), at(end), revenue, [](const Control &c, Money value) { return c.revenue < value; }) -
                                        m_controls.begin());
    }
    std::size_t firstOfFit(double fit) const
    {
        return static_cast<std::size_t>(std::lower_bound(m_controls.begin(), m_controls.end(), fit, [](const Control &c, double value) { return c.fit < value; }) -
                                        m_controls.begin());
    }
    std::size_t endOfFit(double fit) const
    {
        return static_cast<std::size_t>(std::upper_bound(m_controls.begin(), m_controls.end(), fit, [](double value, const Control &c) { return value < c.fit; }) -
                                        m_controls.begin());
    }

    std::vector<Control> m_controls;
    std::vector<std::size_t> m_next, m_previous; // m_previous is shifted by one: its 0 is nobody
};

// False where it is farther away than the best so far, but for its row: then nobody behind it is nearer.
bool MatchStratum::consider(std::size_t at, const Control &own, double fitDistance, Best &best) const
{
    const Control &control = m_controls[at];
    const MatchDistance distance(fitDistance, roundedToRank(revenueDistance(own.known() ? own.revenue : unknownMoney, control.known() ? control.revenue : unknownMoney)),
                                 control.row);
    if (!best.any || distance < best.distance)
        best = {at, distance, true};
    const auto farness = [](const MatchDistance &of) { return std::pair(std::get<0>(of), std::get<1>(of)); };
    return farness(distance) <= farness(best.distance);
}

// All of one fit. Of several of one revenue only the first by row matters.
void MatchStratum::considerGroup(std::size_t begin, std::size_t end, const Control &own, double fitDistance, Best &best)
{
    if (!own.known()) { // all are as far away: the first by row
        for (std::size_t at = firstFrom(begin); at < end; at = firstFrom(at + 1))
            consider(at, own, fitDistance, best);
        return;
    }
    const std::size_t knownEnd = firstOfRevenue(begin, end, unknownRevenue);
    const std::size_t middle = firstOfRevenue(begin, knownEnd, own.revenue);
    for (std::size_t at = firstFrom(middle); at < knownEnd && consider(at, own, fitDistance, best);)
        at = firstFrom(firstOfRevenue(at, knownEnd, Money{m_controls[at].revenue.minor + 1}));
    for (std::size_t last = lastBefore(middle); last > begin;) {
        const std::size_t first = firstOfRevenue(begin, last, m_controls[last - 1].revenue);
        if (!consider(firstFrom(first), own, fitDistance, best))
            break;
        last = lastBefore(first);
    }
    if (const std::size_t at = firstFrom(knownEnd); at < end)
        consider(at, own, fitDistance, best);
}

std::optional<std::uint32_t> MatchStratum::take(const Control &own)
{
    // From the own fit outwards on both sides, as far as nobody can be nearer than the best so far.
    const auto fitDistance = [&own](double fit) { return roundedToRank(std::abs(fit - own.fit)); };
    Best best;
    const auto mayBeNearer = [&](double fit) { return !best.any || fitDistance(fit) <= std::get<0>(best.distance); };
    const std::size_t middle = firstOfFit(own.fit);
    for (std::size_t at = firstFrom(middle); at < m_controls.size();) {
        const double fit = m_controls[at].fit;
        if (!(fit <= own.fit + 5 + 1e-9) || !mayBeNearer(fit))
            break;
        const std::size_t end = endOfFit(fit);
        considerGroup(firstOfFit(fit), end, own, fitDistance(fit), best);
        at = firstFrom(end);
    }
    for (std::size_t last = lastBefore(middle); last > 0;) {
        const double fit = m_controls[last - 1].fit;
        if (fit < own.fit - 5 - 1e-9 || !mayBeNearer(fit))
            break;
        const std::size_t begin = firstOfFit(fit);
        considerGroup(begin, endOfFit(fit), own, fitDistance(fit), best);
        last = lastBefore(begin);
    }
    if (!best.any)
        return std::nullopt;
    m_next[best.at] = best.at + 1;
    m_previous[best.at + 1] = best.at;
    return m_controls[best.at].row;
}

} // namespace

std::vector<MatchedPair> matchControls(const AccountFrame &accounts, const FitColumns &fit, std::span<const LiftArm> arms)
{
    const auto controlOf = [&](std::uint32_t row) {
        const Money revenue = accounts.annualRevenue[row];
        return MatchStratum::Control{.fit = fit.defined ? fit.fit[row] : 0.0,
                                .revenue = revenue.known() && revenue.minor > 0 ? revenue : MatchStratum::unknownRevenue,
                                .row = row};
    };
    std::map<MatchKey, MatchStratum> free;
    for (std::uint32_t row = 0; row < accounts.size(); ++row)
        if (arms[row] == LiftArm::neither)
            free[matchKeyOf(accounts, fit, row)].add(controlOf(row));
    for (auto &[key, stratum] : free)
        stratum.sort();
    std::vector<MatchedPair> pairs;
    for (std::uint32_t row = 0; row < accounts.size(); ++row) {
        if (arms[row] != LiftArm::program)
            continue;
        const auto found = free.find(matchKeyOf(accounts, fit, row));
        if (found == free.end())
            continue;
        if (const auto control = found->second.take(controlOf(row)))
            pairs.push_back({row, *control});
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
