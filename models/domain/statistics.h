// The statistics that the insights rest on (domain.md sections 3, 8, 9). Pure functions, no randomness.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace dimsum
{

// Two-sided 95 % point of the standard normal distribution.
inline constexpr double normal95 = 1.959963984540054;

struct Interval {
    double low = 0;
    double high = 0;
};

// Wilson score interval (95 %) of hits / trials, within 0..1; trials 0 gives 0..1.
Interval wilsonInterval(std::int64_t hits, std::int64_t trials);

// Two-sided Fisher exact test of the table [[a, b], [c, d]] (counts >= 0): the probability, under fixed
// margins, of all tables no likelier than the observed one (relative slack 1e-7). In (0, 1]; 1 for an empty
// row or column.
double fisherExact(std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d);

// Benjamini-Hochberg q value of each p value, in the order given: min over larger p of p * count / rank, at
// most 1.
std::vector<double> benjaminiHochberg(std::span<const double> p);

// Quantile type 7 (linear between order statistics) of values sorted ascending; `share` in 0..1; not for
// empty input.
double quantile(std::span<const double> sorted, double share);

// Ratio of the rates hits1/trials1 and hits2/trials2 with the 95 % Katz log interval. No ratio if the second
// rate is zero or a group is empty; ratio 0 if only the first is zero; no interval in either case.
struct RateRatio {
    std::optional<double> ratio = std::nullopt;
    std::optional<Interval> interval = std::nullopt;
};
RateRatio katzRatio(std::int64_t hits1, std::int64_t trials1, std::int64_t hits2, std::int64_t trials2);

// One stratum of a stratified comparison: outcomes among the treated and among the controls.
struct Stratum {
    std::int64_t treated = 0, treatedOutcomes = 0;
    std::int64_t control = 0, controlOutcomes = 0;
};
// Mantel-Haenszel ratio of the two rates over the strata, and the p value of the chi-square (1 degree of freedom,
// no continuity correction). No ratio where the controls have no outcome (in a stratum with both groups), no p where
// no stratum tells anything.
struct StratifiedRatio {
    std::optional<double> ratio = std::nullopt;
    std::optional<double> p = std::nullopt;
};
StratifiedRatio mantelHaenszel(std::span<const Stratum> strata);

// 0 for no values.
double mean(std::span<const double> values);
// Sample standard deviation (divisor n - 1); 0 for fewer than two values.
double sampleDeviation(std::span<const double> values);

// ln(n!), within 1e-15 relative; n >= 0. Unlike std::lgamma it touches no global state, so any thread may
// call it.
double logFactorial(std::int64_t n);

} // namespace dimsum
