// What followed in the past when an account got a touch of a kind: the evidence that a plan of plays rests on (domain.md
// section 11, "marginal next play"). Accounts that get touches are busier than others, so each touched account is compared
// with accounts of the same tier that were as busy in the month before and had no such touch within 90 days. Past response, no proof: nobody drew lots.
// Pure functions, any thread.
#pragma once

#include "domain/engagement.h"
#include "domain/event_columns.h"
#include "domain/tier.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace dimsum
{

// One outcome of one kind of touch.
struct ResponseCount {
    // Effects are drawn towards none as if so many touched accounts had done exactly as expected.
    static constexpr double doubtfulAccounts = 20;

    std::int64_t touched = 0;  // accounts with the touch
    std::int64_t followed = 0; // of which the outcome followed
    double expected = 0;       // how many would have had it as accounts that were as busy

    // Additional outcomes per touched account, never below 0 and never above 1.
    double effect() const;
};

struct PlayResponse {
    ResponseCount engaged;     // recent engagement within 30 days, counting only what came after the touch
    ResponseCount opportunity; // an opportunity created within 90 days; not of accounts with an open deal at the touch
};

// One per type code asked for (none: a play that delivers no type; nothing is known). Of each account the first touch of
// the type in the year that ends 90 days before the day counts. `tiers`: by account.
std::vector<PlayResponse> playResponses(const ActivityColumns &activities, const OpportunityColumns &deals,
                                        const EngagementRules &rules, std::span<const Tier> tiers,
                                        std::span<const std::optional<std::uint32_t>> types, Day asOf);

// Won share of the deals closed by accounts of a tier in the two years up to the day, by tierIndex; a tier with few deals
// is drawn towards the share of all.
std::array<double, 4> winRateByTier(const OpportunityColumns &deals, std::span<const Tier> tiers, Day asOf);

} // namespace dimsum
