// Tiers (domain.md section 6): which rule each account matches, its priority, capacity and pins, and the
// reasons.
#pragma once

#include "domain/account_frame.h"
#include "domain/deals.h"
#include "domain/fit.h"
#include "domain/reason.h"
#include "domain/shared.h"
#include "domain/tier_policy.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dimsum
{

// Everything the rules look at, one entry per account, all computed for the same as-of date.
struct AccountScores {
    Shared<FitColumns> fit;
    Shared<IntentScores> intent;
    EngagementScores engagement;
    IntensityColumns intensity;
    DealFlags deals;
};

// The five computations in one call. The columns must all have the accounts' row numbers.
AccountScores scoreAccounts(const AccountFrame &accounts, const Icp &icp, const IntentColumns &intent,
                            const ActivityColumns &activities, const OpportunityColumns &deals,
                            const TierPolicy &policy, const Currency &currency, Day asOf);

// A tier set by hand. In force up to and including `until`; afterwards it is ignored.
struct TierPin {
    std::uint32_t account = 0; // row
    Tier tier = Tier::none;
    Day until = unknownDay;
    std::string reason = {};

    bool inForce(Day asOf) const { return asOf <= until; }
};

enum class TieringWarning : std::uint8_t {
    noData,               // no activity, signal or opportunity up to the day
    noIcp,                // no criteria: no tiers
    staleIntent,          // the intent feed is too old for surges (value: days)
    displacedBelowLesser, // accounts displaced by capacity end lower than accounts of lesser rules (value:
                          // how many)
    pinsFillTier,         // more pins in a tier than it has places (tier, value: pins)
    pinnedDisqualified,   // pins on disqualified accounts (value: how many)
};

struct TieringNotice {
    TieringWarning warning = TieringWarning::noData;
    Tier tier = Tier::none;
    std::int64_t value = 0;
};
// Canonical English sentence, for `dimsum retier --json`.
std::string noticeText(const TieringNotice &notice);

// The accounts by ACV, worked out once for many proposals.
struct AcvOrder {
    static constexpr std::uint32_t unknown = 0xffffffff;

    AcvOrder() = default;
    explicit AcvOrder(const MoneyColumn &acv);

    std::vector<Money> amounts;       // the known ones, each once, lowest first
    std::vector<std::uint32_t> place; // by row: where its amount stands among them

    // The first place of an amount that is `amount` or more.
    std::size_t placeFrom(Money amount) const { return static_cast<std::size_t>(std::lower_bound(amounts.begin(), amounts.end(), amount) - amounts.begin()); }
    // Of the amount of `row`; after the last one where it is unknown.
    std::size_t placeOf(std::size_t row) const { return place[row] == unknown ? amounts.size() : place[row]; }
};

// What became of the accounts of one rule.
struct RuleOutcome {
    std::array<std::int64_t, 4> accounts{};  // by the tier proposed, pinned ones included
    std::array<std::int64_t, 4> displaced{}; // of them those that capacity moved there
};

struct TierProposal {
    static constexpr std::int16_t noRule = -1;

    bool defined = false; // false without an ICP: every column below is empty, the only reason is "no ICP"
    std::vector<std::int16_t> rule = {};      // index into the policy's rules, noRule if none holds
    std::vector<Tier> computed = {};          // before capacity and pins
    std::vector<Tier> proposed = {};          // after capacity; of a pinned account the one before capacity
    std::vector<std::uint8_t> displaced = {}; // 1 where capacity moved the account down
    std::vector<double> priority = {};        // 0..100; empty where it followed another one (tier_steps.h): see Priorities
    std::vector<double> rankOfAmount = {};    // 0..1, by AcvOrder::placeOf(): see acvRank()
    std::vector<std::int32_t> pin = {};       // index into the pins given, -1 if none is in force
    std::vector<std::uint32_t> pinned = {};   // the rows that have one, each once
    std::vector<std::uint32_t> members = {};  // in-program accounts of each amount, by AcvOrder::place
    std::int64_t inProgram = 0;          // accounts that match a rule before capacity and pins
    std::vector<RuleOutcome> outcomes = {}; // at rule + 1; at 0 those that match none
    std::vector<TieringNotice> notices = {};

    // 0..1: share of in-program accounts with a strictly lower ACV. `order`: the one it was proposed with.
    double acvRank(std::size_t row, const AcvOrder &order) const { return rankOfAmount[order.placeOf(row)]; }
    // Tier after pins: what would be in force if this proposal were applied.
    Tier withPin(std::size_t row, std::span<const TierPin> pins) const
    {
        return pin[row] >= 0 ? pins[static_cast<std::size_t>(pin[row])].tier : proposed[row];
    }
};

// What the scores bring into the priority, whoever else is in the program; worked out once for many proposals.
struct ScoreShare {
    PriorityWeights weights;
    std::vector<double> points; // by row: weighted fit, intent and engagement
};
ScoreShare scoreShare(const AccountScores &scores, const PriorityWeights &weights);
// The same for `rows` accounts from `begin` on, into `points`.
void weighScores(const AccountScores &scores, const PriorityWeights &weights, std::size_t begin, std::size_t rows, double *points);

// What proposals are made of besides the policy. Borrowed.
struct TierBasis {
    const AccountFrame &accounts;
    const AcvOrder &order;
    const AccountScores &scores;
    std::span<const TierPin> pins = {}; // of several on one account the last in force counts
    Day asOf = unknownDay;
    const ScoreShare *share = nullptr; // made of these scores; used where the policy has the same weights
};

// The priorities of a proposal made of that basis with those weights, which need not hold the column. Borrows what it is given.
class Priorities
{
public:
    // `anew`: the column is not looked at.
    Priorities(const TierBasis &basis, const PriorityWeights &weights, const TierProposal &proposal, bool anew = false);
    // 0..100
    double of(std::size_t row) const
    {
        if (m_known != nullptr)
            return m_known[row];
        return (m_share != nullptr ? m_share[row] : share(row)) + m_weight * m_rank[std::min(m_place[row], m_unknown)];
    }

    // The same for some rows one after the other, faster.
    void fill(std::size_t begin, std::size_t rows, double *priorities) const;

private:
    double share(std::size_t row) const;

    const AccountScores &m_scores;
    PriorityWeights m_weights;
    const double *m_known = nullptr, *m_share = nullptr, *m_rank = nullptr;
    const std::uint32_t *m_place;
    std::uint32_t m_unknown; // the place of unknown amounts in m_rank
    double m_weight;         // of the rank
};

// Ties of priority (1e-9) go to the smaller domain, bytewise.
// `reused`: an old proposal whose memory may be taken; what it says does not matter.
TierProposal proposeTiers(const TierBasis &basis, const TierPolicy &policy, TierProposal reused = {});
TierProposal proposeTiers(const AccountFrame &accounts, const AccountScores &scores, const TierPolicy &policy,
                          std::span<const TierPin> pins, Day asOf);

// Why `row` got its proposal, in canonical order. Made on demand: a million lists at once serve nobody.
// The reasons are those of the computation even for a pinned account; see pinReasons.
std::vector<Reason> reasonsOf(std::size_t row, const AccountFrame &accounts, const Icp &icp,
                              const AccountScores &scores, const TierPolicy &policy,
                              const TierProposal &proposal, const Currency &currency);
// What a pinned account shows in force: "pin until DATE" only. Its rule in files is "pin".
std::vector<Reason> pinReasons(const TierPin &pin);

// Rows by priority, highest first, ties by domain; accounts without priority (no ICP) by domain.
std::vector<std::uint32_t> rowsByPriority(const AccountFrame &accounts, std::span<const double> priority);
// The same for some rows only.
std::vector<std::uint32_t> rowsByPriority(const AccountFrame &accounts, std::span<const double> priority,
                                          std::vector<std::uint32_t> rows);
// The same for all rows, from what it was (`order`) before some priorities changed (`earlier`): quick where few
// have.
std::vector<std::uint32_t> rowsByPriority(const AccountFrame &accounts, std::span<const double> priority,
                                          std::span<const std::uint32_t> order, std::span<const double> earlier);

// What the rules ask about one account. `acvPassesAll` is the enrichment question "what if ACV were known and
// good".
struct AccountFacts {
    double fit = 0;
    double fitMax = 0;
    double intentScore = 0;
    double engagementScore = 0;
    Money acv = unknownMoney;
    bool acvPassesAll = false;
    bool barred = false;         // disqualified or excluded: matches nothing
    std::array<bool, 5> flags{}; // by Flag
};
AccountFacts factsOf(std::size_t row, const AccountFrame &accounts, const AccountScores &scores,
                     const TierPolicy &policy);

// The policy's rules with their threshold names looked up once. Copies what it needs.
class RuleMatcher
{
public:
    explicit RuleMatcher(const TierPolicy &policy);
    // Index of the first rule that holds, or TierProposal::noRule.
    std::int16_t match(const AccountFacts &facts) const;

    struct Test {
        Measure measure;
        bool below;
        double number; // acv: unused
        Money amount;

        friend bool operator==(const Test &, const Test &) = default;
    };
    struct Rule {
        std::vector<Test> tests;
        std::vector<FlagTest> flags;
    };
    const std::vector<Rule> &rules() const { return m_rules; }

private:
    std::vector<Rule> m_rules;
};

} // namespace dimsum
