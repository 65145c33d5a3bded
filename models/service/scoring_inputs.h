// Everything that the scoring rules read, loaded from the store as columns in one consistent go.
#pragma once

#include "domain/account_frame.h"
#include "domain/event_columns.h"
#include "domain/icp.h"
#include "domain/tiering.h"
#include "service/workspace.h"
#include "store/tiering_store.h"

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

namespace dimsum {

struct EventTables {
    IntentColumns intent;
    ActivityColumns activities;
    OpportunityColumns deals;
};

struct ScoringInputs {
    std::int64_t revision = 0; // input revision of all of it
    Icp icp;
    std::int64_t icpVersion = 0;
    TierPolicy policy;
    std::int64_t policyVersion = 0;
    AccountFrame accounts;
    std::unordered_map<AccountId, std::uint32_t> rowOf;
    std::shared_ptr<const EventTables> events; // shared with the snapshot, which opens receipts from it
    std::vector<TierPin> pins;                 // expired ones too, by row
    std::vector<Tier> applied;                 // per row: last applied, none where nothing ever was
    std::vector<std::uint8_t> everApplied;     // per row
};

// Errors: storage, busy, cancelled.
Result<ScoringInputs> loadScoringInputs(Workspace &workspace, const Progress &progress = {});

// Per row: the pin in force on the day, else the last applied tier.
std::vector<Tier> tiersInForce(const ScoringInputs &inputs, Day day);
// The tier of one account on the workspace's day, without loading anything else.
Result<Tier> tierInForce(Workspace &workspace, AccountId account, Day day);

} // namespace dimsum
