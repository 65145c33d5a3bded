// The funnel TAM -> ICP -> in program -> tiers with what falls out between (domain.md section 3).
#pragma once

#include "domain/tiering.h"

#include <array>
#include <cstdint>
#include <span>

namespace dimsum
{

// How many accounts and their known ACV together.
struct FunnelCount {
    std::int64_t accounts = 0;
    Money acv;
};

// Each step adds up: icp = tam - belowFit - disqualified; inProgram = icp - excludedCustomers -
// excludedOpenDeals
// - holdOuts - noRule + belowIcpButMatched; sum of tiers = inProgram - displacedOut - pinnedOut + pinnedIn.
struct Funnel {
    bool defined = false; // false without an ICP: only `tam` is filled
    FunnelCount tam;
    FunnelCount disqualified; // a must-have is no
    FunnelCount belowFit;     // fit < high
    FunnelCount icp;          // fit >= high
    FunnelCount excludedCustomers, excludedOpenDeals;
    FunnelCount holdOuts;           // drawn as hold-out of the program
    FunnelCount noRule;             // fits, but matches no rule
    FunnelCount belowIcpButMatched; // a rule of the policy takes accounts below "high"
    FunnelCount inProgram;          // match a rule, before capacity and pins
    FunnelCount displacedOut;       // capacity left no place in any tier
    FunnelCount displacedDown;      // of those that stay: moved to a lower tier by capacity
    FunnelCount pinnedOut;          // pinned to none
    FunnelCount pinnedIn;           // pinned to a tier without matching a rule
    std::array<FunnelCount, 4>
        tiers; // by tierIndex, after capacity and pins, hold-outs left out; [0] = everyone else
};

// `holdOut` has one entry per account (1 = hold-out) or is empty.
Funnel funnelOf(const AccountFrame &accounts, const AccountScores &scores, const TierPolicy &policy,
                const TierProposal &proposal, std::span<const TierPin> pins,
                std::span<const std::uint8_t> holdOut);

} // namespace dimsum
