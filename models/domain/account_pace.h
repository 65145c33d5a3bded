// How long accounts take from the first sign to a deal, and through which channels marketing reaches them on the way:
// marketing must not stop at hand-off (domain.md sections 7 and 11). Pure functions, any thread.
#pragma once

#include "domain/engagement.h"
#include "domain/event_columns.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dimsum
{

enum class PaceStep : std::uint8_t {
    identify, // first activity of any kind -> first activity of a known person
    engage,   // -> first day of recent engagement (domain.md section 5: 5 points within 30 days)
    convert,  // -> creation of the first opportunity on or after that day
};
inline constexpr std::size_t paceSteps = 3;

struct PaceFigures {
    std::int64_t started = 0; // accounts that stood at the beginning of the step
    std::int64_t arrived = 0; // of which took it by the day
    std::optional<double> median, lowerQuarter, upperQuarter; // days, of those that arrived
};
using Pace = std::array<PaceFigures, paceSteps>;

// Of the chosen accounts (one flag each; empty: all). Who has not arrived yet only counts as started: medians of those
// that did are shorter than all will have taken, and whoever shows them says so.
Pace paceOf(const ActivityColumns &activities, const OpportunityColumns &deals, std::size_t accounts, const EngagementRules &rules,
            Day asOf, std::span<const std::uint8_t> chosen = {});

// Where a deal stands, and through how many channels its account was reached lately.
struct StageChannels {
    std::string stage;          // label; "(before the opportunity)" and "(won)" beside those of open deals
    std::int64_t deals = 0;
    double channels = 0;        // mean number of distinct channels
    std::int64_t silent = 0;    // deals of accounts with no counting activity in the span
};

// A deal whose account is reached through fewer channels since it was created than in as many days before.
struct FallenDeal {
    std::uint32_t deal = 0;
    int before = 0, since = 0; // distinct channels
    int days = 0;              // compared on either side: 14 to 90
};

struct ChannelsByStage {
    std::vector<StageChannels> stages; // before; stages of open deals in byte order; won
    std::vector<FallenDeal> fallen;    // open deals, the widest fall first, then by row
};

// Spans of 90 days: before the creation of deals opened in the last 365 days; up to the day for open ones; after the close
// for those won in the last 365 days. A touch without a channel is reached through none.
ChannelsByStage channelsByStage(const ActivityColumns &activities, const OpportunityColumns &deals, const EngagementRules &rules, Day asOf);

} // namespace dimsum
