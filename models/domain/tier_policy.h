// The whole of policy.json (json-shapes.md) as one value: tier rules, capacities, weights, and the settings
// of every score. Defaults are those of domain.md. Checked by whoever reads it from JSON; the functions here
// trust it.
#pragma once

#include "domain/engagement.h"
#include "domain/icp_learning.h"
#include "domain/intensity.h"
#include "domain/intent.h"
#include "domain/money.h"
#include "domain/tier.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dimsum
{

struct ScoreThreshold {
    std::string name;
    double value = 0;

    friend bool operator==(const ScoreThreshold &, const ScoreThreshold &) = default;
};

struct MoneyThreshold {
    std::string name;
    Money value;

    friend bool operator==(const MoneyThreshold &, const MoneyThreshold &) = default;
};

struct Thresholds {
    std::vector<ScoreThreshold> fit; // also the names that fit_max uses
    std::vector<MoneyThreshold> acv;

    friend bool operator==(const Thresholds &, const Thresholds &) = default;
};

enum class Measure : std::uint8_t { fit, fitMax, acv, intentScore, engagementScore };

// "fit": "high" / "fit": 70 / "acv_below": "medium". `threshold` names one of the policy's; empty: the number
// counts.
struct MeasureTest {
    Measure measure = Measure::fit;
    bool below = false; // the opposite: known and not >= (with the slack)
    std::string threshold = {};
    double number = 0; // fit, fit_max and the scores
    Money amount = {}; // acv

    friend bool operator==(const MeasureTest &, const MeasureTest &) = default;
};

enum class Flag : std::uint8_t {
    recentIntent,
    recentEngagement,
    intentSurge,
    engagementSurge,
    highIntensity
};

struct FlagTest {
    Flag flag = Flag::recentIntent;
    bool expected = true;

    friend bool operator==(const FlagTest &, const FlagTest &) = default;
};

struct TierRule {
    std::string name;                  // unique
    Tier tier = Tier::one;             // 1..3
    std::vector<MeasureTest> measures; // every test must hold; none at all matches everyone not disqualified
    std::vector<FlagTest> flags;

    friend bool operator==(const TierRule &, const TierRule &) = default;
};

struct PriorityWeights { // add up to 1
    double fit = 0.3;
    double intent = 0.3;
    double engagement = 0.3;
    double acvRank = 0.1;

    friend bool operator==(const PriorityWeights &, const PriorityWeights &) = default;
};

enum class CreditModel : std::uint8_t {
    first,
    last,
    linear,
    timeDecay,
    uShape,
    wShape,
    fullPath,
    markov,
    shapley
};

struct AttributionRules {
    int lookbackDays = 365;
    double halfLifeDays = 7;
    CreditModel chosen = CreditModel::wShape;

    friend bool operator==(const AttributionRules &, const AttributionRules &) = default;
};

struct TierPolicy {
    Thresholds thresholds;
    std::vector<TierRule> rules; // the first that holds wins
    bool excludeCustomers = false;
    bool excludeOpenDeals = false;
    std::array<std::optional<std::int64_t>, 4>
        capacity{}; // by tierIndex; [0] unused; nullopt = no limit, 0 = closed
    PriorityWeights priority;
    IntentRules intent;
    EngagementRules engagement; // holds points, unknown_points and counting_points too
    IntensityRules intensity;
    BestCustomerRules bestCustomer;
    AttributionRules attribution;

    friend bool operator==(const TierPolicy &, const TierPolicy &) = default;
};

// Every default of domain.md, money thresholds scaled for the currency (thresholdScale() tells whether it is
// known).
TierPolicy defaultPolicy(const Currency &currency);

// Value of the fit threshold "high", which the ICP funnel uses; 70 if the policy names none so.
double highFit(const TierPolicy &policy);

// "first", "last", "linear", "time_decay", "u_shape", "w_shape", "full_path", "markov", "shapley".
std::string_view creditModelName(CreditModel model);
std::optional<CreditModel> creditModelOf(std::string_view name);

// Words of rules[].when without "_below": "fit", "fit_max", "acv", "intent_score", "engagement_score".
std::string_view measureName(Measure measure);
// "recent_intent", "recent_engagement", "intent_surge", "engagement_surge", "high_intensity".
std::string_view flagName(Flag flag);
std::string_view sourceKindName(SourceKind kind); // "co-op", "review", "bidstream", "other"
std::optional<SourceKind> sourceKindOf(std::string_view name);

} // namespace dimsum
