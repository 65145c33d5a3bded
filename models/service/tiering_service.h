// Scores, tiers, pins and policy as use cases (domain.md section 6). Free functions over an open workspace, on its thread.
#pragma once

#include "domain/tier_steps.h"
#include "domain/tiering.h"
#include "service/tier_picture.h"
#include "service/workspace.h"

#include <QByteArray>

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dimsum {

struct Snapshot;

struct RetierRequest {
    Day asOf = unknownDay;  // unknown: today
    bool apply = false;
    std::string by = {};    // needed to apply
    std::string note = {};  // kept with the application
};

// An account whose tier in force would change (preview) or has changed (apply).
struct TierMove {
    AccountId account;
    Tier from = Tier::none;
    Tier to = Tier::none;
    bool first = false; // no tier was ever applied to it before
    std::string rule = {};
    std::vector<Reason> reasons = {};
};

struct RetierResult {
    Day asOf;
    bool scored = false;                 // false without an ICP: nothing is proposed
    std::array<std::int64_t, 4> tiers{}; // by tierIndex: accounts per tier as after applying (pins count as pinned)
    std::int64_t moves = 0;              // accounts whose tier in force changes, first tiers other than none included
    std::int64_t written = 0;            // rows of history; 0 without apply
    std::vector<TieringNotice> notices;
    std::int64_t revision = 0;           // input revision of the scores
    std::int64_t policyVersion = 0;
};

// Scores every account, proposes tiers and keeps both for exports. With `apply` history is written for every account
// whose tier in force changes; a pinned account keeps its pin and its last applied tier below it. Without an ICP nothing
// is proposed and nothing applied (a notice says so). Errors: usage (apply without `by`), storage, cancelled.
Result<RetierResult> retier(Workspace &workspace, RetierRequest request, const Progress &progress = {});

// ---- Preview for another policy, in memory: thresholds, rules, capacity, weights (the scores stay as they are).
struct EventTables; // service/scoring_inputs.h

struct TieringPreview {
    TierProposal proposal = {};
    std::vector<Tier> tiers = {};           // with pins: what applying would put in force
    std::array<std::int64_t, 4> counts{};
    std::vector<std::int64_t> matches = {}; // accounts per rule, in the policy's order
    TierPicture picture = {};
    double milliseconds = 0; // that it took to make
    bool followed = false;   // only those were counted whom the draft before has elsewhere

    // Whether applying would change the tier in force of an account. `snapshot`, here and below: the one it was made from.
    bool moves(std::uint32_t row, const Snapshot &snapshot) const;
    std::int64_t moving() const { return picture.up + picture.down; } // so many accounts
    Priorities priorities(const Snapshot &snapshot) const; // only where something was proposed
    // Why an account would be where it would be: worked out when somebody looks, because a slider moves a million.
    std::vector<Reason> reasons(std::uint32_t row, const Snapshot &snapshot) const;
    TierPolicy policy = {};                           // the draft
    std::shared_ptr<const AccountScores> scores = {}; // made for the draft; null: those of the snapshot
    std::shared_ptr<const EventTables> events = {};   // what they were made from: the next draft need not read it again
    TierTrack track = {};                             // for the next draft
};
TieringPreview previewTiers(const Snapshot &snapshot, const TierPolicy &draft);
// The same in the place of another preview of the same snapshot, which the draft may follow, as under a slider: what the two
// have in common is not worked out again.
void previewTiers(const Snapshot &snapshot, const TierPolicy &draft, TieringPreview &preview);
// The same for any policy: where it changes what scores are made of, every account is scored again first. `before`: empty, or
// one of the same snapshot. Errors: storage, busy, damaged, cancelled.
Result<TieringPreview> previewPolicy(Workspace &workspace, const Snapshot &snapshot, const TierPolicy &draft, const Progress &progress = {},
                                     TieringPreview before = {});
// Both make the same scores: they differ in rules, thresholds, capacity, weights and exclusions at most.
bool sameScoring(const TierPolicy &a, const TierPolicy &b);

// ---- Pins

struct PinRequest {
    std::string account; // domain, external id or name
    Tier tier = Tier::none;
    Day until = unknownDay; // included
    std::string reason;
    std::string by;
};

struct PinResult {
    AccountId account;
    bool disqualified = false; // allowed, but worth a warning
    bool ended = false;        // `until` is past: in force only for scores of earlier dates; worth a warning, too
};

// Replaces an earlier pin of the account. Errors: notFound, invalid (no date, no reason), usage (nobody in `by`).
Result<PinResult> pinTier(Workspace &workspace, PinRequest request);
// Errors: notFound (no such account, or it is not pinned).
Outcome unpinTier(Workspace &workspace, std::string account, std::string by);

// ---- Policy

struct PolicyState {
    TierPolicy policy;
    std::int64_t version = 0;
    std::int64_t changedAt = 0; // UTC milliseconds
    std::string changedBy;
};

Result<PolicyState> policyState(Workspace &workspace);
// The policy as the file that `dimsum policy show` prints and `set` takes (json-shapes.md). Errors: invalid with `field`.
QByteArray policyText(const TierPolicy &policy, const Currency &currency);
Result<TierPolicy> policyFromText(const QByteArray &text, const Currency &currency);
// Points for activity types that the policy does not know yet (an import lists them), as a new version of the policy.
struct NewTypePoints {
    std::string label; // as the import told it
    double points = 0;
};
Result<std::int64_t> addTypePoints(Workspace &workspace, std::vector<NewTypePoints> types, std::string by);
// Stores a new version and returns its number. conflict: `expectedVersion` is given and is not the current one.
Result<std::int64_t> setPolicy(Workspace &workspace, TierPolicy policy, std::string by,
                               std::optional<std::int64_t> expectedVersion = {});

// ---- History

struct HistoryLine {
    AccountId account;
    std::string domain;
    std::int64_t instant = 0; // UTC milliseconds
    std::string by;
    Day asOf;
    std::int64_t policyVersion = 0;
    Tier oldTier = Tier::none;
    Tier newTier = Tier::none;
    std::string rule;
    std::string reasons; // canonical text
};

// By account's domain, then instant; of one account if given.
Result<std::vector<HistoryLine>> tierHistory(Workspace &workspace, AccountId account = {});

// The tier in force on a day as history and pins tell it, not as recomputed. Nothing if no tier was applied by then.
Result<std::optional<Tier>> tierOn(Workspace &workspace, AccountId account, Day day);

// One press of Apply.
struct TierApplication {
    std::int64_t instant = 0; // UTC milliseconds
    std::string by;
    Day asOf;
    std::int64_t policyVersion = 0;
    std::int64_t accounts = 0;   // that moved
    std::string note;
    std::vector<TierMove> moves; // `reasons` stay empty; see history
};
// Newest first, without their moves.
Result<std::vector<TierApplication>> tierApplications(Workspace &workspace);
// Up to this many moves are news about single accounts; more are a new beginning.
inline constexpr std::int64_t newsOfAccounts = 10'000;
// With its moves where they are news; null if nothing was applied yet. `known`: the answer of before, given back if it still holds.
Result<std::shared_ptr<const TierApplication>> lastApplication(Workspace &workspace, const std::shared_ptr<const TierApplication> &known = {});

} // namespace dimsum
