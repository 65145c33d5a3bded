// Account-based campaigns against traditional ones on the same figures (domain.md section 11). What is seen here is no
// proof: nobody drew lots for who meets which campaign; lift.h compares like with like. Pure functions, any thread.
#pragma once

#include "domain/attribution.h"
#include "domain/statistics.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace dimsum
{

// By what their touches (attribution.h) are tagged with.
enum class DealMix : std::uint8_t {
    abm,         // at least one of an ABM campaign
    traditional, // at least one of a traditional campaign, none of an ABM one
    neither,
};
inline constexpr std::size_t dealMixes = 3;

struct MixFigures {
    std::int64_t opened = 0, closed = 0, won = 0; // created, closed, won within the window
    Money revenue;                                // of those won
    double wonDays = 0;                           // created to won, all together
    double touches = 0;                           // of those closed, all together

    std::optional<double> winRate() const;
    std::optional<double> cycleDays() const;
    std::optional<Money> averageDeal() const;
    std::optional<double> touchesPerDeal() const;
    Interval winRateInterval() const; // Wilson, 95 %
};

// Fewer closed deals than this tell nothing.
inline constexpr std::int64_t fewestClosedDeals = 30;

// Window: the days from `since` to `asOf`, both included. `abm` by campaign code of the activities: true ABM, false
// traditional, none not told.
std::array<MixFigures, dealMixes> figuresByMix(const ActivityColumns &activities, const OpportunityColumns &deals,
                                               const EngagementRules &points, const AttributionRules &rules,
                                               std::span<const std::optional<bool>> abm, Day since, Day asOf);

// Do the win rates of the two differ: both have enough closed deals, and their intervals do not meet. A careful test:
// intervals that meet may still differ.
bool winRatesDiffer(const MixFigures &a, const MixFigures &b);

} // namespace dimsum
