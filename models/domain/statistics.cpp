#include "domain/statistics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace dimsum
{

namespace
{

std::array<double, 256> smallLogFactorials()
{
    std::array<double, 256> table{};
    for (std::size_t n = 2; n < table.size(); ++n)
        table[n] = table[n - 1] + std::log(static_cast<double>(n));
    return table;
}

double logChoose(std::int64_t n, std::int64_t k)
{
    return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

} // namespace

double logFactorial(std::int64_t n)
{
    static const std::array<double, 256> table = smallLogFactorials();
    if (n < static_cast<std::int64_t>(table.size()))
        return table[static_cast<std::size_t>(n)];
    // Stirling's series; the first term left out is below 1e-20 from n = 256 on.
    const double x = static_cast<double>(n);
    constexpr double halfLogTwoPi = 0.918938533204672741780;
    return (x + 0.5) * std::log(x) - x + halfLogTwoPi + 1 / (12 * x) - 1 / (360 * x * x * x) +
           1 / (1260 * x * x * x * x * x);
}

Interval wilsonInterval(std::int64_t hits, std::int64_t trials)
{
    if (trials <= 0)
        return {0, 1};
    const double n = static_cast<double>(trials);
    const double share = static_cast<double>(hits) / n;
    const double z2 = normal95 * normal95;
    const double centre = (share + z2 / (2 * n)) / (1 + z2 / n);
    const double half = normal95 / (1 + z2 / n) * std::sqrt(share * (1 - share) / n + z2 / (4 * n * n));
    return {hits == 0 ? 0.0 : std::max(0.0, centre - half),
            hits == trials ? 1.0 : std::min(1.0, centre + half)};
}

double fisherExact(std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d)
{
    const std::int64_t row1 = a + b;
    const std::int64_t row2 = c + d;
    const std::int64_t column1 = a + c;
    if (row1 == 0 || row2 == 0 || column1 == 0 || b + d == 0)
        return 1;
    const double observed = logChoose(row1, a) + logChoose(row2, c) - logChoose(row1 + row2, column1);
    const std::int64_t lowest = std::max<std::int64_t>(0, column1 - row2);
    const std::int64_t highest = std::min(row1, column1);
    // Tables are weighed against the observed one by the ratio of neighbours, so that equally likely tables
    // compare equal to the last digits even where the factorials are huge.
    const double line = std::log1p(1e-7);
    const auto up = [&](std::int64_t x) { // ln P(x + 1) - ln P(x)
        return std::log(static_cast<double>(row1 - x) * static_cast<double>(column1 - x) /
                        (static_cast<double>(x + 1) * static_cast<double>(row2 - column1 + x + 1)));
    };
    double sum = 1;
    double relative = 0;
    for (std::int64_t x = a; x < highest; ++x) {
        relative += up(x);
        if (relative <= line)
            sum += std::exp(relative);
        if (relative < -60) // beyond the mode on this side the rest cannot change the sum
            break;
    }
    relative = 0;
    for (std::int64_t x = a - 1; x >= lowest; --x) {
        relative -= up(x);
        if (relative <= line)
            sum += std::exp(relative);
        if (relative < -60)
            break;
    }
    return std::min(1.0, sum * std::exp(observed));
}

std::vector<double> benjaminiHochberg(std::span<const double> p)
{
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) { return p[x] < p[y]; });
    std::vector<double> q(p.size());
    double lowest = 1;
    const double count = static_cast<double>(p.size());
    for (std::size_t rank = p.size(); rank > 0; --rank) {
        const std::size_t item = order[rank - 1];
        lowest = std::min(lowest, p[item] * count / static_cast<double>(rank));
        q[item] = lowest;
    }
    return q;
}

double quantile(std::span<const double> sorted, double share)
{
    const double position = static_cast<double>(sorted.size() - 1) * share;
    // 0.6 * 35 may come out a hair below 21: such a position is the order statistic itself.
    const double below = std::floor(position + 1e-9);
    const auto index = static_cast<std::size_t>(below);
    const double fraction = std::max(0.0, position - below);
    if (fraction < 1e-9 || index + 1 >= sorted.size())
        return sorted[std::min(index, sorted.size() - 1)];
    return sorted[index] + fraction * (sorted[index + 1] - sorted[index]);
}

RateRatio katzRatio(std::int64_t hits1, std::int64_t trials1, std::int64_t hits2, std::int64_t trials2)
{
    if (trials1 <= 0 || trials2 <= 0 || hits2 <= 0)
        return {};
    if (hits1 <= 0)
        return {0.0, std::nullopt};
    const double a = static_cast<double>(hits1);
    const double n = static_cast<double>(trials1);
    const double c = static_cast<double>(hits2);
    const double m = static_cast<double>(trials2);
    const double ratio = (a / n) / (c / m);
    const double spread = normal95 * std::sqrt(1 / a - 1 / n + 1 / c - 1 / m);
    return {ratio, Interval{ratio * std::exp(-spread), ratio * std::exp(spread)}};
}

StratifiedRatio mantelHaenszel(std::span<const Stratum> strata)
{
    double above = 0; // of the ratio
    double below = 0;
    double excess = 0; // observed less expected outcomes of the treated
    double variance = 0;
    for (const Stratum &stratum : strata) {
        const auto treated = static_cast<double>(stratum.treated);
        const auto control = static_cast<double>(stratum.control);
        const double all = treated + control;
        if (stratum.treated == 0 || stratum.control == 0)
            continue;
        const auto a = static_cast<double>(stratum.treatedOutcomes);
        const auto c = static_cast<double>(stratum.controlOutcomes);
        above += a * control / all;
        below += c * treated / all;
        const double outcomes = a + c;
        excess += a - treated * outcomes / all;
        variance += treated * control * outcomes * (all - outcomes) / (all * all * (all - 1));
    }
    StratifiedRatio result;
    if (below > 0)
        result.ratio = above / below;
    if (variance > 0)
        result.p = std::erfc(std::sqrt(excess * excess / variance / 2));
    return result;
}

double mean(std::span<const double> values)
{
    if (values.empty())
        return 0;
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double sampleDeviation(std::span<const double> values)
{
    if (values.size() < 2)
        return 0;
    const double centre = mean(values);
    double squares = 0;
    for (const double value : values)
        squares += (value - centre) * (value - centre);
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

} // namespace dimsum
