// Everything that the scoring rules read, loaded from the store as columns in one consistent go.
#pragma once

#include "domain/account_rows.h"
#include "domain/event_columns.h"
#include "domain/icp.h"
#include "domain/tiering.h"
#include "service/workspace.h"
#include "store/tiering_store.h"

#include <cstdint>
#include <memory>
#include <span>
#include <type_traits>
#include <vector>

namespace dimsum {

struct EventTables {
    IntentColumns intent;
    ActivityColumns activities;
    OpportunityColumns deals;
};

// What was decided about tiers, by row of the frame.
struct TiersOnRecord {
    std::vector<TierPin> pins;             // expired ones too
    std::vector<Tier> applied;             // last applied, none where nothing ever was
    std::vector<std::uint8_t> everApplied;
};

struct ScoringInputs : TiersOnRecord {
    std::int64_t revision = 0; // input revision of all of it
    Icp icp;
    std::int64_t icpVersion = 0;
    TierPolicy policy;
    std::int64_t policyVersion = 0;
    AccountFrame accounts;
    AccountRows rowOf;
    std::shared_ptr<const EventTables> events; // shared with the snapshot, which opens receipts from it
};

// Errors: storage, busy, cancelled.
Result<ScoringInputs> loadScoringInputs(Workspace &workspace, const Progress &progress = {});

// Parts of it, for who has the rest. Errors: storage, busy, damaged, cancelled.
Result<TiersOnRecord> loadTiersOnRecord(Workspace &workspace, const AccountRows &rowOf);
Result<std::vector<TierPin>> loadTierPins(Workspace &workspace, const AccountRows &rowOf);
// `only`: the events of one account; every other row is then without any.
Result<std::shared_ptr<const EventTables>> loadEvents(Workspace &workspace, const AccountRows &rowOf, AccountId only = {},
                                                      const Progress &progress = {});

// The activities of these accounts alone; rows of `rowOf`.
Result<ActivityColumns> loadActivities(Workspace &workspace, const AccountRows &rowOf, std::span<const AccountId> accounts);

// Runs `load`, which reads with several statements, until nobody else wrote meanwhile: reading again is cheaper for
// everybody than a lock that keeps the writers out. Errors: those of `load`, storage, busy after four times.
template <class Load>
std::invoke_result_t<Load> loadInOneGo(Database &database, Load load)
{
    constexpr int attempts = 4;
    for (int attempt = 1;; ++attempt) {
        const auto before = database.foreignChanges();
        if (!before)
            return before.error();
        auto loaded = load();
        const auto after = database.foreignChanges();
        if (!after)
            return after.error();
        if (*before == *after || (!loaded && loaded.error().kind == ErrorKind::cancelled))
            return loaded;
        if (attempt == attempts)
            return Error{.kind = ErrorKind::busy,
                         .sentence = DIMSUM_TEXT("Another program keeps changing the workspace. Try again when its "
                                                 "import is done.")};
    }
}

// Per row: the pin in force on the day, else the last applied tier.
std::vector<Tier> tiersInForce(const TiersOnRecord &tiers, Day day);
// The tier of one account on the workspace's day, without loading anything else.
Result<Tier> tierInForce(Workspace &workspace, AccountId account, Day day);

} // namespace dimsum
