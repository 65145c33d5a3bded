// A proposal that follows another one, as under a slider: where a threshold moved, only the accounts between its old and its
// new place are matched anew, and what differs in the end is told, so that whoever counts need not count everybody again.
#pragma once

#include "domain/tier_capacity.h"
#include "domain/tiering.h"

#include <cstdint>
#include <vector>

namespace dimsum
{

// What an account of the proposal before was. Without defaults: room for many costs nothing.
struct TierBefore {
    std::uint32_t row;
    std::int16_t rule;
    Tier proposed;
    std::uint8_t displaced;
};

// Kept between the steps of one proposal. Empty at first, and whenever the accounts or their scores are others.
struct TierTrack {
    // The rows whose rule, proposal, displacement or fitting (highFit()) became another one in the last step, each once, in no
    // order; perhaps some of whom nothing did.
    std::vector<TierBefore> changed = {};
    std::vector<std::uint32_t> answers = {}; // by row: RuleAnswers
    Competition competition = {};
    bool classed = false; // competition.classOf() tells the classes of the proposal's priorities; of pinned ones, none
};

// Makes of `proposal`, which was made or followed of the same basis under `policyBefore`, what proposeTiers() says of `policy`;
// the column of priorities may be dropped. True: the track tells who changed. False: everybody may have, because many are
// between, or because it was made anew: nothing was proposed or tracked before, the policies differ in more than thresholds,
// capacity and weights, or one of them asks more than can be tracked.
bool stepTiers(const TierBasis &basis, const TierPolicy &policy, const TierPolicy &policyBefore, TierProposal &proposal, TierTrack &track);

} // namespace dimsum
