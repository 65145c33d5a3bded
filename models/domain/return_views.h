// The return of campaigns seen from other sides: by channel, tier, play and program, and when it paid back (domain.md
// section 11). Each view shows the same won money and the same cost once; never add one view to another. Pure functions,
// any thread.
#pragma once

#include "domain/roi.h"
#include "domain/tier.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dimsum
{

// A delivered order: what a touch of its kind goes back to.
struct DeliveredOrder {
    std::uint32_t account = 0; // row of the frame
    std::uint32_t play = 0;    // index into the plays
    Day day;                   // of delivery
};

// What a play is known by in the views.
struct PlayName {
    std::string code, name;
    std::string delivers; // activity type, folded as the keys of ActivityColumns::types; may be empty
};

// Touches go to a play when its order was delivered for the account at most so many days before, and the touch is of the
// type that the play delivers. domain.md names no rule; without one no play could have a return.
inline constexpr int playEchoDays = 90;

// Groups of the views, for attribute(). Those that keep references must not outlive what they are given.
TouchGrouping byTier(const ActivityColumns &activities, std::span<const Tier> tiers); // group = tierIndex
// Group 0 = no play, else 1 + index. The latest order before the touch has it.
TouchGrouping byPlay(const ActivityColumns &activities, std::span<const PlayName> plays, std::span<const DeliveredOrder> orders);
// Group 1 = a touch of an account of the program from its start on.
TouchGrouping byProgram(const ActivityColumns &activities, std::span<const std::uint8_t> inProgram, Day start);
// Group = month of the close, counted from the month of `first` (which must not lie after any close).
TouchGrouping byMonthOfClose(const OpportunityColumns &deals, Day first, Day asOf);

// One row per channel (label empty: touches without one) that costs or has credit, in byte order. A campaign's cost is
// split over the channels of its counting activities up to the day, by their number; what cannot be split because nothing
// is tagged with the campaign stands in a last row without a channel of its own (`touches` 0, label "(no touch)").
std::vector<SubjectWorth> channelReturns(const CostTable &costs, const ActivityColumns &activities, const EngagementRules &points,
                                         const Attribution &won, Day asOf);

// Four rows by tierIndex (labels "1", "2", "3", "none") and, where there is some, "(no touch)". Orders bring their cost to
// the tier that they were ordered in; the rest of a campaign's cost is split as for channels.
std::vector<SubjectWorth> tierReturns(const CostTable &costs, std::span<const CostEntry> entries, const ActivityColumns &activities,
                                      const EngagementRules &points, std::span<const Tier> tiers,
                                      const std::vector<GroupCredit> &parts, Day asOf);

// One row per play that costs or has credit, in the order of `plays`; plays that are no longer among them by their label.
std::vector<SubjectWorth> playReturns(const CostTable &costs, std::span<const PlayName> plays,
                                      const std::vector<GroupCredit> &parts);

// Cost: orders delivered from the start on. Credit: touches of its accounts from the start on.
SubjectWorth programReturn(std::span<const CostEntry> entries, Day start, Day asOf, const std::vector<GroupCredit> &parts);

// From the month in which the first money was spent until the month at whose end the won money credited by then is no
// less than the actual cost by then, and never again less. Cost without a month counts as spent at the start.
struct Payback {
    Day spentFrom;             // first day of a month
    std::optional<int> months; // 1 = in that same month; none: not yet
};
// By row of `rows` (campaigns only; none without cost). `parts` grouped byMonthOfClose from `firstMonth` on.
std::vector<std::optional<Payback>> paybacks(std::span<const SubjectWorth> rows, std::span<const CostEntry> entries,
                                             const ActivityColumns &activities, const Attribution &won,
                                             const std::vector<GroupCredit> &parts, Day firstMonth, CreditModel model, Day asOf);

} // namespace dimsum
