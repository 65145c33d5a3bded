// What the charts and figures beside a draft policy need of all accounts, counted once with the preview: a slider moves a
// million of them, and the window has one frame for it.
#pragma once

#include "domain/tier_policy.h"
#include "domain/tiering.h"

#include <array>
#include <cstdint>
#include <vector>

namespace dimsum {

struct Snapshot;

struct TierPicture {
    static constexpr std::size_t fitClasses = 20; // of 5 points each, 0 to 100
    static constexpr std::size_t acvClasses = 16; // each larger than the one before by the same factor

    std::array<std::int64_t, fitClasses> fit{}; // all accounts
    std::int64_t fitting = 0;                   // not disqualified, and at or above the fit that the draft calls high
    std::int64_t disqualified = 0;

    // Accounts that fit and have an ACV, by its class and the tier they would be in.
    std::int64_t drawn = 0;
    std::int64_t withoutAcv = 0;                // fit, and have none
    std::array<double, acvClasses + 1> acvEdges{}; // major units; all 0 where nothing is drawn
    std::array<std::array<std::int64_t, acvClasses>, 4> acv{};

    std::array<std::int64_t, 4> before{}; // accounts by the tier in force
    std::array<std::int64_t, 4> fallen{}; // by the tier in which there was no place
    // Moves, without those that a pin keeps where they are.
    std::int64_t up = 0, down = 0, byCapacity = 0;
    std::int64_t openOrders = 0; // of the accounts that move
};

// `tiers`: what would be in force; `moving`: rows that change.
TierPicture tierPicture(const Snapshot &snapshot, const AccountScores &scores, const TierPolicy &draft, const TierProposal &proposal,
                        const std::vector<Tier> &tiers, const std::vector<std::uint32_t> &moving);

} // namespace dimsum
