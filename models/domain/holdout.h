// A random hold-out: accounts of a program that get no menu, so that what the program brings can be told from what would
// have come anyway (domain.md section 11). Pure functions, any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace dimsum
{

// Draws `share` (0..1) of the items at random, the same share of every stratum (largest remainder over the strata, so that
// the number is share * items, rounded), by a generator that gives the same draw for the same seed. Indexes, ascending.
std::vector<std::uint32_t> drawHoldOut(std::span<const std::uint32_t> strata, double share, std::uint64_t seed);

// The smallest difference between the shares of two arms that a comparison would prove 8 times of 10 at 5 %, where about
// `share` (0..1) of the accounts have the outcome: 2.80 * sqrt(p (1 - p) (1 / a + 1 / b)). None for an empty arm.
std::optional<double> smallestVisibleShare(double share, std::int64_t a, std::int64_t b);

} // namespace dimsum
