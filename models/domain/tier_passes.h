// The passes over all accounts that a proposal of tiers is made of: for a proposal made anew (tiering.h) and for one that
// follows another (tier_steps.h). In this order.
#pragma once

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

// Fills `priority` and `rankOfAmount` from `computed` and `members`, then `proposed` and `displaced`; adds the notice of tiers
// that pins fill. Whether anybody was displaced.
bool givePlaces(const TierBasis &basis, const TierPolicy &policy, TierProposal &proposal);

// Fills `outcomes`.
void countOutcomes(std::size_t rules, TierProposal &proposal);

// Adds the notice of displaced accounts that end lower than some account of a later rule, which a reader of the list would
// not expect.
void noticeUnjust(const TierPolicy &policy, TierProposal &proposal);

} // namespace dimsum
