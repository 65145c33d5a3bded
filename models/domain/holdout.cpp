#include "domain/holdout.h"

#include "domain/money.h"
#include "domain/seeded_random.h"
#include "domain/statistics.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace dimsum
{

std::vector<std::uint32_t> drawHoldOut(std::span<const std::uint32_t> strata, double share, std::uint64_t seed)
{
    std::map<std::uint32_t, std::vector<std::uint32_t>> items;
    for (std::uint32_t i = 0; i < strata.size(); ++i)
        items[strata[i]].push_back(i);
    std::vector<double> sizes;
    for (const auto &[stratum, own] : items)
        sizes.push_back(static_cast<double>(own.size()));
    const auto wanted = static_cast<std::int64_t>(std::llround(std::clamp(share, 0.0, 1.0) * static_cast<double>(strata.size())));
    const std::vector<Money> numbers = splitMoney(Money{wanted}, sizes); // largest remainder serves counts as well
    std::vector<std::uint32_t> drawn;
    std::size_t at = 0;
    for (auto &[stratum, own] : items) {
        SeededRandom random(seed, stratum);
        const auto number = std::min(static_cast<std::size_t>(numbers[at++].minor), own.size());
        for (std::size_t i = 0; i < number; ++i) {
            const auto other = i + random.below(static_cast<std::uint32_t>(own.size() - i));
            std::swap(own[i], own[other]);
            drawn.push_back(own[i]);
        }
    }
    std::sort(drawn.begin(), drawn.end());
    return drawn;
}

std::optional<double> smallestVisibleShare(double share, std::int64_t a, std::int64_t b)
{
    if (a <= 0 || b <= 0)
        return std::nullopt;
    constexpr double normal80 = 0.8416212335729143;
    return (normal95 + normal80) * std::sqrt(share * (1 - share) * (1.0 / static_cast<double>(a) + 1.0 / static_cast<double>(b)));
}

} // namespace dimsum
