// A proposal that follows another one, as under a slider: where a threshold moved, only the accounts between its old and its
// new place are matched anew, and what differs in the end is told, so that whoever counts need not count everybody again.
#pragma once

#include "domain/tiering.h"

#include <cstdint>
#include <vector>

namespace dimsum
{

struct TierStep {
    TierProposal proposal = {};           // exactly what proposeTiers() says
    bool followed = false;                // false: made anew, and `changed` says nothing
    // Rows whose rule, proposal, displacement or fitting (highFit()) differs from the one before, ascending.
    std::vector<std::uint32_t> changed = {};
};

// `before`: made of the same basis under `policyBefore`. Followed where the policies differ in thresholds, capacity and weights
// at most; otherwise everything is made anew. `reused`: as in proposeTiers(); not `before` itself.
TierStep stepTiers(const TierBasis &basis, const TierPolicy &policy, const TierProposal &before, const TierPolicy &policyBefore,
                   TierProposal reused = {});

} // namespace dimsum
