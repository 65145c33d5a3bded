// The truth in memory: everything the pages show, for one as-of date and one revision of the workspace, loaded and
// computed in one go (architecture.md section 3). Immutable: shared as `std::shared_ptr<const Snapshot>`, read from any
// thread. Row numbers are those of `accounts` everywhere.
#pragma once

#include "domain/account_frame.h"
#include "domain/enrichment.h"
#include "domain/funnel.h"
#include "domain/icp.h"
#include "domain/menu.h"
#include "domain/program.h"
#include "domain/tiering.h"
#include "service/ordering_service.h"
#include "service/scored_world.h"
#include "service/tiering_service.h"
#include "service/workspace.h"
#include "service/tier_picture.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace dimsum {

// The orders of one account.
struct OrderSummary {
    std::int32_t open = 0;
    std::int32_t overdue = 0;
    std::int32_t all = 0; // without rejected and cancelled ones
    std::int32_t drafted = 0; // plays on the kept slip
    Money draftTotal;
};

struct LastImport {
    std::string kind;       // "accounts", "intent", ...
    std::string file;
    std::int64_t instant = 0; // UTC milliseconds
};

struct Snapshot {
    explicit Snapshot(std::shared_ptr<const ScoredWorld> scored);
    // The references below lead into `world`.
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;

    // Where and when
    QString path;
    WorkspaceSettings settings;
    Day asOf;
    Day today;                    // in the workspace's zone, when this was loaded
    std::int64_t revision = 0;      // grows from snapshot to snapshot of this process: the larger one is newer
    std::int64_t inputRevision = 0; // of what scores depend on, as stored; the one to show

    // The large part, shared by all snapshots between two changes of the inputs, and its contents by name
    std::shared_ptr<const ScoredWorld> world;
    const Icp &icp;
    const std::int64_t icpVersion; // 0 = never set
    const TierPolicy &policy;
    const std::int64_t policyVersion;
    const AccountFrame &accounts;
    const AccountRows &rowOf;
    const AccountScores &scores;   // without an ICP `scores.fit` and `proposal` are not `defined`
    const std::vector<DealSummary> &deals;
    const std::vector<std::uint32_t> &contacts;                  // number of known contacts
    const std::int64_t activities, signals, opportunities;       // rows, up to any date

    // Tiers
    TierProposal proposal;
    std::vector<TierPin> pins;    // expired ones too; see pin()
    std::vector<Tier> tiers;      // in force: pin, else last applied; none where nothing was ever applied
    std::vector<Tier> appliedTiers;    // last applied, whatever the pins say
    std::vector<TierApplication> applications; // that they come from, newest first, without their moves
    std::vector<std::uint8_t> applied; // 1 where history has a tier for the account
    std::vector<std::uint32_t> byPriority; // rows, highest first
    Funnel funnel;
    std::vector<FieldCoverage> coverage;
    std::vector<EnrichmentItem> enrichment;
    std::shared_ptr<const UnknownFields> unknownFields; // what to fill for each of them; never null once loaded
    std::array<std::vector<double>, 4> cohort; // mean weekly points by tierIndex, newest week first

    // What the last apply did
    std::shared_ptr<const TierApplication> lastApplied; // null before the first

    // The menu, its program, orders
    MenuState menu;
    std::optional<ProgramSummary> program;
    std::vector<std::uint8_t> inProgram; // 1 where the account is in the program's arm
    std::vector<std::uint8_t> holdOut;   // 1 where the account is in the hold-out arm
    std::vector<OrderRow> orders;        // by requested time
    TierGround ground; // what every draft policy is shown against
    std::vector<OrderSummary> orderSummaries; // per account
    std::vector<DraftSummary> drafts;

    // Freshness
    std::vector<LastImport> lastImports;   // newest of each kind
    std::int64_t scoredRevision = 0;       // input revision of the scores that `retier` kept
    Day scoredFor = unknownDay;            // and their date; unknown: none are kept

    // The scores of the last `retier` are older than the data (exports refuse them). What is on screen is always fresh.
    bool keptScoresStale() const;
    std::size_t size() const { return accounts.size(); }
    std::optional<std::uint32_t> row(AccountId account) const { return rowOf.of(account); }
    const TierPin *pin(std::uint32_t row) const; // null if none is in force

    // Why the account is where it is: the pin's reason for a pinned one, else those of the proposal.
    std::vector<Reason> reasons(std::uint32_t row) const;
    // The name of the matched rule ("just-right"), "pin" for a pinned account, empty without.
    std::string rule(std::uint32_t row) const;
};

// Loads the workspace and runs every rule for `asOf` (unknown day: today). Writes nothing to the workspace. Errors:
// storage, busy, cancelled. Takes about the time of reading every event once; where `before` is a snapshot of the same
// inputs or a large workspace was scored for the same day before (scored_file.h), a fraction of it.
Result<std::shared_ptr<const Snapshot>> loadSnapshot(Workspace &workspace, Day asOf = unknownDay, const Progress &progress = {},
                                                     const std::shared_ptr<const Snapshot> &before = {});

} // namespace dimsum
