// The passes over all accounts that a proposal of tiers is made of: for a proposal made anew (tiering.h) and for one that
// follows another (tier_steps.h). In this order.
#pragma once

#include "domain/tier_capacity.h"
#include "domain/tiering.h"

#include <vector>

namespace dimsum
{

// Adds what the scores themselves warn of.
void noticeInputs(const AccountScores &scores, Day asOf, TierProposal &proposal);

// Fills `pin` and `pinned`, and adds the notice of pins on disqualified accounts.
void setPins(const TierBasis &basis, TierProposal &proposal);

// By rule + 1: the tier it gives; at 0, where no rule holds, none.
std::vector<Tier> tiersOfRules(const TierPolicy &policy);

// Fills `rule`, `computed`, `members` and `inProgram`.
void matchRules(const TierBasis &basis, const TierPolicy &policy, TierProposal &proposal);

// Fills `rankOfAmount` from `members`, and `priority` or `competition` where they are given: the places of all accounts, by
// the tiers in `computed`.
void prioritise(const TierBasis &basis, const PriorityWeights &weights, std::vector<double> *priority, Competition *competition, TierProposal &proposal);

// Whether some tier has fewer places than there may be accounts.
bool limited(const TierPolicy &policy);

// All that comes after the rules, for every account: fills `rankOfAmount`, `priority` where it is given, `proposed`,
// `displaced` and `outcomes`, and adds notices.
void placeAll(const TierBasis &basis, const TierPolicy &policy, std::vector<double> *priority, Competition &competition, TierProposal &proposal);

// Adds the notice of displaced accounts that end lower than some account of a later rule, which a reader of the list would
// not expect.
void noticeUnjust(const TierPolicy &policy, TierProposal &proposal);

} // namespace dimsum
