// What the charts and figures beside a draft policy need of all accounts, counted once with the preview: a slider moves a
// million of them, and the window has one frame for it.
#pragma once

#include "domain/columns.h"
#include "domain/tiering.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace dimsum {

// The accounts by ACV: classes of which each is larger than the one before by the same factor.
struct AcvClasses {
    static constexpr std::size_t count = 16;
    static constexpr std::uint8_t none = count; // no ACV, or not above 0

    std::array<double, count + 1> edges{}; // major units, from the lowest to the highest ACV above 0
    Money largest;                         // 0 where nobody has one
    std::vector<std::uint8_t> ofRow;
};

// `scale`: minor units in a major one.
AcvClasses acvClassesOf(const AccountFrame &accounts, double scale);

// What no draft changes, worked out once with the snapshot.
struct TierGround {
    static constexpr std::size_t fitClasses = 20; // of 5 points each, 0 to 100

    std::array<std::int64_t, fitClasses> fit{}; // accounts by fit
    std::array<std::int64_t, 4> before{};       // by the tier in force
    std::int64_t disqualified = 0;
    std::int64_t holdOuts = 0;
    std::vector<std::uint32_t> withOpenOrders; // rows
    std::array<std::optional<Money>, 4> ordered{}; // by tier: medianOrdered()
    std::shared_ptr<const AcvClasses> acv = std::make_shared<const AcvClasses>(); // never null; snapshots of the same accounts share them
    ScoreShare share; // with the weights of the policy in force
};

// Without what orders and hold-outs add, and without `acv`.
TierGround tierGround(const AccountScores &scores, const PriorityWeights &weights, std::span<const Tier> inForce);

struct TierPicture {
    std::int64_t fitting = 0;    // not disqualified, and at or above the fit that the draft calls high
    std::int64_t withoutAcv = 0; // of them
    std::array<std::array<std::int64_t, AcvClasses::count + 1>, 4> acv{}; // the fitting ones by the tier they would be in
    std::array<std::int64_t, 4> fallen{}; // by the tier in which there was no place
    // Moves, without those that a pin keeps where they are.
    std::int64_t up = 0, down = 0, byCapacity = 0;
    std::int64_t openOrders = 0; // of the accounts that move

    std::int64_t drawn() const { return fitting - withoutAcv; }
    TierPicture &operator+=(const TierPicture &part);
};

} // namespace dimsum
