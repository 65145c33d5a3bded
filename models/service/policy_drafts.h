// Policies beside the one in force: drafts that people keep under a name, versions of before, and what two of them would
// make of the same accounts. And the tiers as they were on a day.
#pragma once

#include "domain/tier_policy.h"
#include "service/snapshot.h"

#include <QString>

#include <array>
#include <cstdint>
#include <vector>

namespace dimsum {

struct PolicyDraft {
    std::int64_t id = 0; // 0 = not stored yet
    QString name;        // unique among drafts
    TierPolicy policy;
};

// By name. A draft that this version cannot read any more is left out.
Result<std::vector<PolicyDraft>> policyDrafts(Workspace &workspace);
// Keeps it under its name, in place of an earlier draft of that name; one step of undo. Errors: refused (no name).
Outcome keepPolicyDraft(Workspace &workspace, const QString &name, const TierPolicy &policy);
Outcome removePolicyDraft(Workspace &workspace, std::int64_t id);
// A version that was in force once. Errors: notFound.
Result<TierPolicy> policyOfVersion(Workspace &workspace, std::int64_t version);

// What one policy makes of the accounts, by tierIndex; [0] = everyone else.
struct PolicyOutcome {
    std::array<std::int64_t, 4> accounts{};
    std::array<Money, 4> acv{};            // of known ones
    std::array<double, 4> priority{};      // mean; 0 without accounts
    std::array<std::int64_t, 4> surging{}; // with an intent or engagement surge
};

struct PolicyComparison {
    PolicyOutcome first, second;
    std::array<std::array<std::int64_t, 4>, 4> moved{}; // [tier under the first][tier under the second]
    struct Difference {
        std::uint32_t account = 0; // row
        Tier first = Tier::none, second = Tier::none;
    };
    std::vector<Difference> differences; // by priority under the second, highest first
};

// Pins hold under both. Without an ICP every account is in no tier. Errors: storage, busy, damaged, cancelled.
Result<PolicyComparison> comparePolicies(Workspace &workspace, const Snapshot &snapshot, const TierPolicy &first, const TierPolicy &second,
                                         const Progress &progress = {});

// The tiers that were in force at the end of a day, in the zone of the workspace, as history and pins tell it.
struct TiersOfDay {
    Day day;
    bool applied = false; // some tier was applied by then
    std::int64_t policyVersion = 0;
    std::array<std::int64_t, 4> accounts{}; // by tierIndex, of the accounts that are there today
    std::vector<PolicyComparison::Difference> since; // first: then, second: now; by today's priority
};
Result<TiersOfDay> tiersOn(Workspace &workspace, const Snapshot &snapshot, Day day);

} // namespace dimsum
