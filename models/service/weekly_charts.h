// The two charts of the account dock: weekly values, oldest first, each beside the baseline of the twelve weeks before it.
#pragma once

#include "service/account_details.h"

#include <cstddef>
#include <vector>

namespace dimsum {

inline constexpr std::size_t chartWeeks = 16;

// v_k of domain.md section 4, weeks counted back from the feed anchor (from the as-of date without a feed). The newest
// week's surge is the score's own verdict; for the weeks before it the same line is drawn from what is known today.
std::vector<ChartWeek> intentChart(const Snapshot &snapshot, const IntentColumns &intent, std::uint32_t row, const IntentReceipt &receipt);

// w_k of domain.md section 5, weeks counted back from the as-of date, with the mean of the account's tier.
std::vector<ChartWeek> engagementChart(const Snapshot &snapshot, const ActivityColumns &activities, std::uint32_t row, const EngagementReceipt &receipt);

} // namespace dimsum
