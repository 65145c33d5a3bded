// Everything the Insights page shows, computed once for a snapshot (domain.md sections 8 to 10). Immutable: shared as
// `std::shared_ptr<const InsightBoard>`, read from any thread. Row numbers are the snapshot's.
#pragma once

#include "service/insights.h"
#include "service/snapshot.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace dimsum {

// The buying committee of an account that somebody works on: which required roles are there and awake.
struct CommitteeGap {
    std::uint32_t account = 0;
    std::uint16_t known = 0, engaged = 0; // bit per required role
    std::string play;                     // code of a play of its tier that reaches the first silent role; empty: none does
};

struct InsightBoard {
    std::shared_ptr<const Snapshot> snapshot; // what it was computed from
    Dictionary types, assets, areas; // of the activities: what codes below stand for
    std::vector<std::int64_t> areaCounts; // activities by code of `areas`
    Calibration calibration;
    ConversionLift conversion; // of the rule in force
    std::vector<IntensityTrendPoint> trend;
    std::vector<std::uint32_t> high;   // high-intensity accounts, most interactions first
    std::vector<NearMiss> misses;      // least time left first
    std::vector<JourneyPair> pairs;
    std::vector<MissingStep> steps;    // least time left first
    std::vector<FirstSteps> flow;      // most common first
    std::vector<StumblingBlock> blocks;
    std::optional<LookalikeFindings> lookalikes;
    std::vector<std::uint32_t> alike;  // not positive, by rank: at most the top tenth
    std::optional<Error> noLookalikes; // why there are none
    std::optional<DecileConversion> decile;
    PeopleInputs people;
    std::vector<NextAction> actions;
    std::array<std::int64_t, actionKinds> actionCounts{};
    std::array<SignalRecord, actionKinds> records{}; // what people said of each kind of action
    std::vector<CommitteeGap> committees; // accounts in a tier with a required role missing or silent, dearest first

    std::int64_t active() const; // accounts with a counting activity in the window of the rule
    std::int64_t patterns() const;
    // The next best action of an account; null if it has none.
    const NextAction *actionOf(std::uint32_t row) const;

    std::vector<std::int32_t> actionIndex; // by row, -1 = none
};

// `seeds`: the accounts that lookalikes should resemble, by row; empty for the high-intensity ones. Errors: refused (no
// activity up to the date), storage, cancelled.
Result<std::shared_ptr<const InsightBoard>> insightBoard(Workspace &workspace, std::shared_ptr<const Snapshot> snapshot,
                                                         std::vector<std::uint8_t> seeds = {},
                                                         const Progress &progress = {});

} // namespace dimsum
