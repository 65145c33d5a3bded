#include "domain/tier_policy.h"

#include <iterator>

namespace dimsum
{

namespace
{

template <class Code> struct CodeName {
    Code code;
    std::string_view name;
};

constexpr CodeName<CreditModel> creditModels[] = {
    {CreditModel::first, "first"},        {CreditModel::last, "last"},
    {CreditModel::linear, "linear"},      {CreditModel::timeDecay, "time_decay"},
    {CreditModel::uShape, "u_shape"},     {CreditModel::wShape, "w_shape"},
    {CreditModel::fullPath, "full_path"}, {CreditModel::markov, "markov"},
    {CreditModel::shapley, "shapley"},
};
constexpr CodeName<Measure> measures[] = {
    {Measure::fit, "fit"},
    {Measure::fitMax, "fit_max"},
    {Measure::acv, "acv"},
    {Measure::intentScore, "intent_score"},
    {Measure::engagementScore, "engagement_score"},
};
constexpr CodeName<Flag> flags[] = {
    {Flag::recentIntent, "recent_intent"},   {Flag::recentEngagement, "recent_engagement"},
    {Flag::intentSurge, "intent_surge"},     {Flag::engagementSurge, "engagement_surge"},
    {Flag::highIntensity, "high_intensity"},
};
constexpr CodeName<SourceKind> sourceKinds[] = {
    {SourceKind::coop, "co-op"},
    {SourceKind::review, "review"},
    {SourceKind::bidstream, "bidstream"},
    {SourceKind::other, "other"},
};

template <class Code, std::size_t Size>
std::string_view nameIn(const CodeName<Code> (&table)[Size], Code code)
{
    for (const auto &entry : table) {
        if (entry.code == code)
            return entry.name;
    }
    return {};
}

template <class Code, std::size_t Size>
std::optional<Code> codeIn(const CodeName<Code> (&table)[Size], std::string_view name)
{
    for (const auto &entry : table) {
        if (entry.name == name)
            return entry.code;
    }
    return std::nullopt;
}

Money majorUnits(std::int64_t amount, const Currency &currency)
{
    for (int i = 0; i < currency.exponent; ++i)
        amount *= 10;
    return Money{amount};
}

MeasureTest named(Measure measure, const char *threshold, bool below = false)
{
    MeasureTest test;
    test.measure = measure;
    test.threshold = threshold;
    test.below = below;
    return test;
}

std::vector<TierRule> defaultRules()
{
    const MeasureTest fits = named(Measure::fit, "high");
    const MeasureTest medium = named(Measure::acv, "medium");
    const FlagTest intent{Flag::recentIntent, true};
    const FlagTest engagement{Flag::recentEngagement, true};
    return {
        {"just-right", Tier::one, {fits, named(Measure::acv, "large")}, {intent, engagement}},
        {"too-big", Tier::two, {fits, medium}, {intent}},
        {"engaged-no-intent", Tier::two, {fits, medium}, {engagement}},
        {"too-small", Tier::three, {fits, named(Measure::acv, "medium", true)}, {}},
        {"not-yet-active", Tier::three, {fits}, {}},
    };
}

} // namespace

TierPolicy defaultPolicy(const Currency &currency)
{
    const std::int64_t scale = thresholdScale(currency).value_or(1);
    TierPolicy policy;
    policy.thresholds.fit = {{"high", 70}};
    policy.thresholds.acv = {{"large", majorUnits(50'000 * scale, currency)},
                             {"medium", majorUnits(15'000 * scale, currency)}};
    policy.rules = defaultRules();
    policy.intent = defaultIntentRules();
    policy.engagement = defaultEngagementRules();
    return policy;
}

double highFit(const TierPolicy &policy)
{
    for (const ScoreThreshold &threshold : policy.thresholds.fit) {
        if (threshold.name == "high")
            return threshold.value;
    }
    return 70;
}

std::string_view creditModelName(CreditModel model)
{
    return nameIn(creditModels, model);
}

std::optional<CreditModel> creditModelOf(std::string_view name)
{
    return codeIn(creditModels, name);
}

std::string_view measureName(Measure measure)
{
    return nameIn(measures, measure);
}

std::string_view flagName(Flag flag)
{
    return nameIn(flags, flag);
}

std::string_view sourceKindName(SourceKind kind)
{
    return nameIn(sourceKinds, kind);
}

std::optional<SourceKind> sourceKindOf(std::string_view name)
{
    return codeIn(sourceKinds, name);
}

} // namespace dimsum
