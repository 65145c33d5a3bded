// Assets after which accounts fall silent, and assets whose link broke (domain.md section 9). Pure function, any thread.
#pragma once

#include "domain/engagement.h"
#include "domain/event_columns.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace dimsum
{

struct StumblingBlock {
    std::uint32_t asset = 0;   // code of the activities' assets
    std::int64_t accounts = 0; // whose last activity with it is at least 30 days old
    std::int64_t stopped = 0;  // of which had no counting activity in the 30 days after
    std::optional<double> rate, othersRate; // stopped / accounts; of all other assets
    std::optional<double> p, q;             // Fisher, Benjamini-Hochberg over the assets with an observation
    Day brokenFrom, brokenTo;               // first and last silent day of the newest break; unknown if there is none

    bool stops() const { return q && *q <= 0.05 && rate && othersRate && *rate > *othersRate; }
    bool broken() const { return brokenFrom.known(); }
};

// One per asset with an observation or a break: by q, then in byte order.
std::vector<StumblingBlock> stumblingBlocks(const ActivityColumns &activities, std::size_t accounts,
                                            const EngagementRules &points, Day asOf);

} // namespace dimsum
