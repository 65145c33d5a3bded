// Tiers: what was applied (history), what is in force, pins, and the scores of the last retier (domain.md section 6).
// Tier numbers: 0 = none, 1..3.
#pragma once

#include "domain/day.h"
#include "domain/error.h"
#include "domain/ids.h"
#include "store/database.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dimsum {

struct TierChange {
    AccountId account;
    std::int64_t instant = 0; // UTC milliseconds
    std::string by;
    Day asOf;
    std::int64_t policyVersion = 0;
    int oldTier = 0;
    int newTier = 0;
    std::string rule;    // empty: no rule held
    std::string reasons; // canonical codes joined by "; "
};

// Last applied. Accounts never applied are absent: their tier is none.
struct AppliedTier {
    AccountId account;
    int tier = 0;
    std::string rule;
    std::string reasons;
    std::int64_t appliedAt = 0;
};

// One press of Apply.
struct StoredApplication {
    std::int64_t instant = 0; // UTC milliseconds
    std::string by;
    Day asOf;
    std::int64_t policyVersion = 0;
    std::int64_t accounts = 0; // that moved
    std::string note;
};

struct StoredPin {
    AccountId account;
    int tier = 0;
    Day until; // included
    std::string reason;
    std::string by;
    std::int64_t instant = 0;
};

// One account of the last retier, columns as in accounts.csv. `extra` is opaque to the store.
struct StoredScore {
    AccountId account;
    std::optional<double> fit = {};
    std::optional<double> fitMax = {};
    bool disqualified = false;
    double intentScore = 0.0;
    bool intentSurge = false;
    bool recentIntent = false;
    double engagementScore = 0.0;
    bool engagementSurge = false;
    bool recentEngagement = false;
    std::optional<double> priority = {};
    std::optional<int> proposedTier = {}; // none without an ICP
    std::string rule;
    std::string reasons;
    std::string extra;
};

struct ScoreRun {
    Day asOf;
    std::int64_t revision = 0; // input revision that it was computed from
    std::int64_t policyVersion = 0;
    std::int64_t icpVersion = 0;
    std::int64_t instant = 0;
    std::string extra = "{}"; // JSON, opaque: warnings, funnel
};

class TieringStore
{
public:
    explicit TieringStore(Database &database) : m_database(&database) {}

    // Appends to the history and puts the new tiers in force. refused: an old tier is not the one in force.
    // All of one instant, person, day and policy. `note`: what the person says about it, may be empty.
    Outcome apply(std::span<const TierChange> changes, std::string_view note = {});
    Result<std::vector<StoredApplication>> applications(); // newest first
    // What the newest application changed; `reasons` stay empty.
    Result<std::vector<TierChange>> newestChanges();
    // The last applied tier of each account up to an instant (UTC milliseconds).
    Result<std::vector<std::pair<AccountId, int>>> appliedTiersUpTo(std::int64_t instant);
    Result<std::vector<AppliedTier>> applied();
    // Account and tier alone, for a million at once.
    Result<std::vector<std::pair<AccountId, int>>> appliedTiers();         // by account id
    Result<std::optional<AppliedTier>> applied(AccountId account);
    Result<std::vector<TierChange>> history();          // oldest first
    Result<std::vector<TierChange>> history(AccountId account);

    Result<std::vector<StoredPin>> pins(); // expired ones too; by account id
    Result<std::optional<StoredPin>> pin(AccountId account);
    Outcome setPin(const StoredPin &pin);  // replaces the account's earlier one
    Result<bool> removePin(AccountId account); // false: there was none

    Outcome saveScores(const ScoreRun &run, std::span<const StoredScore> rows); // replaces all
    Result<std::optional<ScoreRun>> scoreRun();
    Result<std::vector<StoredScore>> scores(); // by account id

private:
    Database *m_database;
};

} // namespace dimsum
