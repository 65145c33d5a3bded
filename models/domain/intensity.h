// High intensity (domain.md section 8): enough interactions of enough people over enough product areas in a
// window.
#pragma once

#include "domain/engagement.h"
#include "domain/event_columns.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace dimsum
{

struct IntensityRules {
    int n = 3;           // interactions
    int p = 2;           // people
    int q = 1;           // product areas
    int windowDays = 30; // 30, 60, 90 or 120

    friend bool operator==(const IntensityRules &, const IntensityRules &) = default;
};

// One entry per account, over counting activities in the window that ends on the as-of date.
struct IntensityColumns {
    bool areasUsed = false; // false: the workspace has no product area up to the day, q is off
    std::vector<std::int32_t> interactions;
    std::vector<std::int32_t> people; // known contacts; 1 if there are only anonymous ones
    std::vector<std::int32_t> areas;
    std::vector<std::uint8_t> high;
    std::vector<Day> lastActivity; // of any type, up to the day; unknown if none
    std::vector<std::int32_t>
        daysLeft;            // window minus the age of the oldest counting activity; -1 without one
    std::vector<Day> endsOn; // first day the account is no longer high if nothing happens; unknown
                             // where it is not high
};

IntensityColumns scoreIntensity(const ActivityColumns &activities, std::size_t accounts,
                                const EngagementRules &points, const IntensityRules &rules, Day asOf,
                                std::optional<bool> areasUsed = {}); // told where `activities` are not all there are

} // namespace dimsum
