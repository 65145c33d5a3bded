#include "ui/tiering/policy_words.h"

#include "qt/display_text.h"
#include "qt/reason_words.h"
#include "ui/tiering/rule_dialog.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace dimsum {

namespace {

// What lupdate files the words of this file under.
class PolicyWords
{
    Q_DECLARE_TR_FUNCTIONS(PolicyWords)
};

QString plain(double value)
{
    return QLocale().toString(value, 'g', 10);
}

template <class Threshold>
auto *named(std::vector<Threshold> &thresholds, const std::string &name)
{
    const auto found = std::find_if(thresholds.begin(), thresholds.end(), [&](const Threshold &t) { return t.name == name; });
    return found == thresholds.end() ? nullptr : &*found;
}

QString places(std::optional<std::int64_t> capacity)
{
    return capacity ? countText(*capacity) : PolicyWords::tr("no limit");
}

void add(QStringList &changes, const QString &what, const QString &before, const QString &after)
{
    if (before != after)
        changes << PolicyWords::tr("%1 %2 → %3").arg(what, before, after);
}

void addThresholds(QStringList &changes, const TierPolicy &a, const TierPolicy &b, const Currency &currency)
{
    for (const ScoreThreshold &now : b.thresholds.fit) {
        for (const ScoreThreshold &was : a.thresholds.fit) {
            if (was.name == now.name)
                add(changes, PolicyWords::tr("fit “%1”").arg(QString::fromStdString(now.name)), plain(was.value), plain(now.value));
        }
    }
    for (const MoneyThreshold &now : b.thresholds.acv) {
        for (const MoneyThreshold &was : a.thresholds.acv) {
            if (was.name == now.name)
                add(changes, PolicyWords::tr("ACV “%1”").arg(QString::fromStdString(now.name)), amountText(was.value, currency),
                    amountText(now.value, currency));
        }
    }
}

QString ruleText(const TierPolicy &policy, const TierRule &rule, const Currency &currency)
{
    QStringList parts{tierWords(rule.tier)};
    for (const MeasureTest &test : rule.measures) {
        const QString value = !test.threshold.empty()         ? QString::fromStdString(test.threshold)
                              : test.measure == Measure::acv ? amountText(acvValue(policy, test), currency)
                                                              : plain(test.number);
        parts << measureTitle(test.measure) + (test.below ? u'<' : u'≥') + value;
    }
    for (const FlagTest &test : rule.flags)
        parts << (test.expected ? flagTitle(test.flag) : PolicyWords::tr("no %1").arg(flagTitle(test.flag)));
    return parts.join(u',');
}

void addRules(QStringList &changes, const TierPolicy &a, const TierPolicy &b, const Currency &currency)
{
    const auto find = [](const TierPolicy &policy, const std::string &name) {
        return std::find_if(policy.rules.begin(), policy.rules.end(), [&](const TierRule &rule) { return rule.name == name; });
    };
    QStringList before, after;
    for (const TierRule &rule : a.rules) {
        if (find(b, rule.name) == b.rules.end())
            changes << PolicyWords::tr("rule “%1” removed").arg(ruleWords(QString::fromStdString(rule.name)));
        else
            before << QString::fromStdString(rule.name);
    }
    for (const TierRule &rule : b.rules) {
        const auto was = find(a, rule.name);
        if (was == a.rules.end()) {
            changes << PolicyWords::tr("rule “%1” added").arg(ruleWords(QString::fromStdString(rule.name)));
            continue;
        }
        after << QString::fromStdString(rule.name);
        if (ruleText(a, *was, currency) != ruleText(b, rule, currency))
            changes << PolicyWords::tr("rule “%1” changed").arg(ruleWords(QString::fromStdString(rule.name)));
    }
    if (before != after)
        changes << PolicyWords::tr("order of the rules");
}

} // namespace

QStringList policyChanges(const TierPolicy &inForce, const TierPolicy &draft, const Currency &currency)
{
    QStringList changes;
    addThresholds(changes, inForce, draft, currency);
    addRules(changes, inForce, draft, currency);
    for (const Tier tier : {Tier::one, Tier::two, Tier::three})
        add(changes, PolicyWords::tr("Tier %1 places").arg(tierIndex(tier)), places(inForce.capacity[tierIndex(tier)]),
            places(draft.capacity[tierIndex(tier)]));
    const auto yesNo = [](bool on) { return on ? PolicyWords::tr("yes") : PolicyWords::tr("no"); };
    add(changes, PolicyWords::tr("leave out customers"), yesNo(inForce.excludeCustomers), yesNo(draft.excludeCustomers));
    add(changes, PolicyWords::tr("leave out open deals"), yesNo(inForce.excludeOpenDeals), yesNo(draft.excludeOpenDeals));
    const PriorityWeights &a = inForce.priority, &b = draft.priority;
    add(changes, PolicyWords::tr("weight of fit"), plain(a.fit), plain(b.fit));
    add(changes, PolicyWords::tr("weight of intent"), plain(a.intent), plain(b.intent));
    add(changes, PolicyWords::tr("weight of engagement"), plain(a.engagement), plain(b.engagement));
    add(changes, PolicyWords::tr("weight of ACV"), plain(a.acvRank), plain(b.acvRank));
    add(changes, PolicyWords::tr("recent intent from"), plain(inForce.intent.recentScore), plain(draft.intent.recentScore));
    add(changes, PolicyWords::tr("intent surge above σ"), plain(inForce.intent.surge.sd), plain(draft.intent.surge.sd));
    add(changes, PolicyWords::tr("recent engagement from"), plain(inForce.engagement.recentPoints), plain(draft.engagement.recentPoints));
    add(changes, PolicyWords::tr("recent engagement days"), plain(inForce.engagement.recentDays), plain(draft.engagement.recentDays));
    return changes;
}

double fitValue(const TierPolicy &policy, const MeasureTest &test)
{
    for (const ScoreThreshold &threshold : policy.thresholds.fit) {
        if (threshold.name == test.threshold)
            return threshold.value;
    }
    return test.number;
}

Money acvValue(const TierPolicy &policy, const MeasureTest &test)
{
    for (const MoneyThreshold &threshold : policy.thresholds.acv) {
        if (threshold.name == test.threshold)
            return threshold.value;
    }
    return test.amount;
}

void setFitValue(TierPolicy &policy, MeasureTest &test, double value)
{
    if (auto *threshold = named(policy.thresholds.fit, test.threshold))
        threshold->value = value;
    else
        test.number = value;
}

void setAcvValue(TierPolicy &policy, MeasureTest &test, Money value)
{
    if (auto *threshold = named(policy.thresholds.acv, test.threshold))
        threshold->value = value;
    else
        test.amount = value;
}

const MeasureTest *testOf(const TierRule &rule, Measure measure)
{
    const auto found = std::find_if(rule.measures.begin(), rule.measures.end(),
                                    [measure](const MeasureTest &test) { return test.measure == measure; });
    return found == rule.measures.end() ? nullptr : &*found;
}

MeasureTest *testOf(TierRule &rule, Measure measure)
{
    return const_cast<MeasureTest *>(testOf(std::as_const(rule), measure));
}

const FlagTest *testOf(const TierRule &rule, Flag flag)
{
    const auto found = std::find_if(rule.flags.begin(), rule.flags.end(), [flag](const FlagTest &test) { return test.flag == flag; });
    return found == rule.flags.end() ? nullptr : &*found;
}

QString otherTests(const TierPolicy &policy, const TierRule &rule, const Currency &currency)
{
    QStringList words;
    for (const MeasureTest &test : rule.measures) {
        const bool inColumn = !test.below && (test.measure == Measure::fit || test.measure == Measure::acv);
        const bool acvBelow = test.below && test.measure == Measure::acv; // its column says so
        if (inColumn || acvBelow)
            continue;
        const QString value = test.measure == Measure::acv ? amountText(acvValue(policy, test), currency) : plain(fitValue(policy, test));
        words << (test.below ? PolicyWords::tr("%1 below %2") : PolicyWords::tr("%1 at least %2")).arg(measureTitle(test.measure), value);
    }
    for (const FlagTest &test : rule.flags) {
        const bool inColumn = test.expected && (test.flag == Flag::recentIntent || test.flag == Flag::recentEngagement);
        if (!inColumn)
            words << (test.expected ? flagTitle(test.flag) : PolicyWords::tr("no %1").arg(flagTitle(test.flag).toLower()));
    }
    return words.join(QStringLiteral(", "));
}

} // namespace dimsum
