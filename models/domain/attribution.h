// Which touches get which part of a deal's amount (domain.md section 11). Credit is given by account, not by contact,
// and adds up to the amount to the minor unit in every model. Pure functions, any thread; the same on any number of
// cores.
#pragma once

#include "domain/engagement.h"
#include "domain/event_columns.h"
#include "domain/money.h"
#include "domain/tier_policy.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace dimsum
{

inline constexpr std::size_t creditModelCount = 9;
using Credits = std::array<Money, creditModelCount>; // by CreditModel; zero where nothing is given

// The touches of a deal that stand out. Indexes into DealTouches::rows.
struct Anchors {
    std::optional<std::size_t> first;       // FT
    std::optional<std::size_t> lead;        // LC: the first by a known contact
    std::optional<std::size_t> opportunity; // OC: the last on or before the day the deal was created
    std::optional<std::size_t> close;       // CL: the last
};

// The counting activities of the deal's account dated lookback days before its close to its close, both included, in
// the order of domain.md section 9. An open deal closes on the as-of date.
struct DealTouches {
    Day close;
    std::vector<std::uint32_t> rows; // of the activities
    Anchors anchors;
};
DealTouches dealTouches(const ActivityColumns &activities, const TypeWorth &worth, const OpportunityColumns &deals,
                        std::size_t deal, const AttributionRules &rules, Day asOf);

// Shares of the touches under one model, in the order of `touches.rows`, adding up to 1; not for Markov, which has
// no share of a single deal. Empty without touches.
std::vector<double> touchShares(CreditModel model, const DealTouches &touches, const ActivityColumns &activities,
                                const AttributionRules &rules);

// One deal opened: what every touch gets of it. Markov stays 0.
struct DealCredit {
    DealTouches touches;
    std::vector<Credits> credits; // one per touch
};
DealCredit dealCredit(const ActivityColumns &activities, const EngagementRules &points,
                      const OpportunityColumns &deals, std::size_t deal, const AttributionRules &rules, Day asOf);

// Credit of one (campaign, channel, asset): codes of the activities' dictionaries, 0 = none.
struct CreditRow {
    std::uint32_t campaign = 0, channel = 0, asset = 0;
    Credits credits{};
    std::int64_t touches = 0; // of the deals that are credited
};

struct ChannelEffect {
    std::uint32_t channel = 0;
    double removalEffect = 0; // 0..1
    Money credit;             // Markov
};

// Another way to look at the same credits: every touch of every deal belongs to one of `groups` groups.
struct TouchGrouping {
    std::uint32_t groups = 0;
    // Row of the activities, and the deal; below `groups`. Called from several threads at once.
    std::function<std::uint32_t(std::uint32_t row, std::uint32_t deal)> groupOf;
};

// The part of a CreditRow that belongs to one group. The parts of a row add up to it in every model: Markov, which knows
// no single deal, is split over the groups by number of touches, as inside a channel.
struct GroupCredit {
    std::uint32_t row = 0, group = 0; // row: index into Attribution::rows
    Credits credits{};
    std::int64_t touches = 0;
};

struct Attribution {
    std::vector<CreditRow> rows = {};         // by campaign, channel, asset: bytes of what is shown, none first
    std::vector<std::vector<GroupCredit>> grouped = {}; // per grouping asked for, by row, then group; without empty parts
    std::vector<ChannelEffect> channels = {}; // with a touch of a credited deal, in byte order, none first
    Money total;                         // of all credited deals, those without a touch included
    Money noTouch;                       // of deals without a touch
    std::int64_t deals = 0;
    std::int64_t dealsWithoutTouch = 0;
    std::int64_t dealsWithoutAmount = 0; // counted as 0 money
};

// Which deals are summed: won and closed by the day, or those and the ones open on it.
enum class CreditedDeals : std::uint8_t { won, wonAndOpen };

Attribution attribute(const ActivityColumns &activities, const OpportunityColumns &deals,
                      const EngagementRules &points, const AttributionRules &rules, Day asOf,
                      CreditedDeals which = CreditedDeals::won, std::span<const TouchGrouping> groupings = {});

} // namespace dimsum
