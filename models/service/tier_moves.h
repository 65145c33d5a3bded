// Who would move, and why: a proposal beside the tiers in force.
#pragma once

#include "domain/tiering.h"
#include "service/tiering_service.h"

#include <memory>
#include <span>
#include <vector>

namespace dimsum {

// Borrowed for the call. All spans by account row but `pins`.
struct TierComparison {
    const AccountFrame *accounts = nullptr;
    const Icp *icp = nullptr;
    const TierPolicy *policy = nullptr;
    const AccountScores *scores = nullptr;
    const TierProposal *proposal = nullptr;
    std::span<const TierPin> pins;
    std::span<const Tier> inForce;
    std::span<const std::uint8_t> everApplied;
    Currency currency;
};

// By priority, highest first. A pinned account keeps its pin and never moves. Empty without an ICP.
std::vector<TierMove> tierMoves(const TierComparison &comparison);

// The accounts of a snapshot under another policy, with scores made for it; null: with those it has. `preview`: empty, or of
// the same snapshot; the rest as in previewTiers().
void previewWith(const Snapshot &snapshot, const TierPolicy &draft, std::shared_ptr<const AccountScores> scores, TieringPreview &preview);

// "just-right", "pin" for a pinned account, empty where no rule holds or there is no ICP.
std::string ruleName(std::size_t row, const TierProposal &proposal, const TierPolicy &policy);

} // namespace dimsum
