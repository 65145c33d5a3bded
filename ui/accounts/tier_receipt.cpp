// tierPart(), priorityPart() and accountReceipt() of account_receipt.h.
#include "qt/display_text.h"
#include "qt/reason_words.h"
#include "ui/accounts/account_receipt.h"
#include "ui/common/paper_figures.h"
#include "ui/accounts/score_receipt.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dimsum
{

namespace
{

// Names the context of the translations.
struct TierReceiptWords {
    Q_DECLARE_TR_FUNCTIONS(TierReceipt)
};

// A test with what the account has: true as a sentence whether or not the test holds.
struct Tested {
    Reason reason;
    bool holds = false;
};

Reason compared(bool reaches, ReasonCode atLeast, ReasonCode below, double value, double line)
{
    return {.code = reaches ? atLeast : below, .value = value, .threshold = line};
}

class RuleTests
{
public:
    explicit RuleTests(const ShownAccount &shown)
        : m_shown(shown),
          m_facts(
              factsOf(shown.row, shown.snapshot->accounts, shown.snapshot->scores, shown.snapshot->policy))
    {
    }

    Tested measure(const RuleMatcher::Test &test) const
    {
        constexpr double slack = 1e-9;
        const auto score = [&](ReasonCode atLeast, ReasonCode below, double value) {
            const bool reaches = value + slack >= test.number;
            return Tested{compared(reaches, atLeast, below, value, test.number), reaches != test.below};
        };
        switch (test.measure) {
        case Measure::fit:
            return score(ReasonCode::fitAtLeast, ReasonCode::fitBelow, m_facts.fit);
        case Measure::fitMax:
            return score(ReasonCode::fitMaxAtLeast, ReasonCode::fitMaxBelow, m_facts.fitMax);
        case Measure::intentScore:
            return score(ReasonCode::intentScoreAtLeast, ReasonCode::intentScoreBelow, m_facts.intentScore);
        case Measure::engagementScore:
            return score(ReasonCode::engagementScoreAtLeast, ReasonCode::engagementScoreBelow,
                         m_facts.engagementScore);
        case Measure::acv:
            break;
        }
        if (!m_facts.acv.known())
            return {{.code = ReasonCode::acvUnknown}, false};
        const double unit = std::pow(10.0, m_shown.currency().exponent);
        const bool reaches = m_facts.acv >= test.amount;
        return {compared(reaches, ReasonCode::acvAtLeast, ReasonCode::acvBelow,
                         static_cast<double>(m_facts.acv.minor) / unit,
                         static_cast<double>(test.amount.minor) / unit),
                reaches != test.below};
    }

    Tested flag(const FlagTest &test) const
    {
        const bool is = m_facts.flags[static_cast<std::size_t>(test.flag)];
        const AccountScores &scores = m_shown.snapshot->scores;
        const TierPolicy &policy = m_shown.snapshot->policy;
        const std::uint32_t row = m_shown.row;
        Reason reason;
        switch (test.flag) {
        case Flag::recentIntent: {
            const bool hot = scores.intent->highest[row] + 1e-9 >= policy.intent.recentScore;
            reason = is && !hot ? surge(true)
                                : compared(hot, ReasonCode::intentAtLeast, ReasonCode::intentBelow,
                                           scores.intent->highest[row], policy.intent.recentScore);
            break;
        }
        case Flag::recentEngagement:
            reason = compared(is, ReasonCode::engagementAtLeast, ReasonCode::engagementBelow,
                              scores.engagement.recentPoints[row], policy.engagement.recentPoints);
            break;
        case Flag::intentSurge:
            reason = surge(is);
            break;
        case Flag::engagementSurge:
            reason = is ? Reason{.code = ReasonCode::engagementSurge,
                                 .value = scores.engagement.surgeValue[row],
                                 .threshold = scores.engagement.surgeLine[row]}
                        : Reason{.code = ReasonCode::noEngagementSurge};
            break;
        case Flag::highIntensity:
            reason.code = is ? ReasonCode::highIntensity : ReasonCode::notHighIntensity;
            break;
        }
        return {reason, is == test.expected};
    }

    bool barred() const { return m_facts.barred; }

private:
    Reason surge(bool is) const
    {
        const IntentScores &intent = m_shown.snapshot->scores.intent;
        return is ? Reason{.code = ReasonCode::intentSurge,
                           .value = intent.surgeValue[m_shown.row],
                           .threshold = intent.surgeLine[m_shown.row]}
                  : Reason{.code = ReasonCode::noIntentSurge};
    }

    const ShownAccount &m_shown;
    AccountFacts m_facts;
};

// "✓ fit 88 ≥ 70", "✗ ACV unknown": one per test of the rule.
QStringList testTexts(const RuleMatcher::Rule &rule, const RuleTests &tests, const Currency &currency)
{
    QStringList words;
    const auto add = [&](const Tested &tested) {
        words << (tested.holds ? QStringLiteral("✓ ") : QStringLiteral("✗ ")) +
                     reasonWords(tested.reason, currency);
    };
    for (const RuleMatcher::Test &test : rule.tests)
        add(tests.measure(test));
    for (const FlagTest &test : rule.flags)
        add(tests.flag(test));
    return words.isEmpty() ? QStringList{TierReceiptWords::tr("no test: everybody")} : words;
}

ReceiptTable rulesTable(const ShownAccount &shown)
{
    const Snapshot &snapshot = *shown.snapshot;
    ReceiptTable table{
        .title = TierReceiptWords::tr("Rules in their order; the first that holds wins"),
        .heads = {TierReceiptWords::tr("Rule"), TierReceiptWords::tr("Tier"), TierReceiptWords::tr("Result"), TierReceiptWords::tr("Test")},
        .stretch = 3};
    const RuleMatcher matcher(snapshot.policy);
    const RuleTests tests(shown);
    const std::int16_t matched = snapshot.proposal.rule[shown.row];
    for (std::size_t at = 0; at < matcher.rules().size(); ++at) {
        const int rule = static_cast<int>(at);
        const QString result = tests.barred()                   ? TierReceiptWords::tr("barred")
                               : rule == matched                ? TierReceiptWords::tr("holds")
                               : matched >= 0 && rule > matched ? TierReceiptWords::tr("not asked")
                                                                : TierReceiptWords::tr("fails");
        QStringList heading{ruleWords(QString::fromStdString(snapshot.policy.rules[at].name)),
                            countText(static_cast<std::int64_t>(tierIndex(snapshot.policy.rules[at].tier))),
                            result};
        for (const QString &test : testTexts(matcher.rules()[at], tests, shown.currency())) {
            table.rows << heading + QStringList{test};
            heading = {{}, {}, {}}; // once per rule
        }
    }
    return table;
}

} // namespace

ReceiptPart tierPart(const ShownAccount &shown)
{
    const Snapshot &snapshot = *shown.snapshot;
    ReceiptPart part{.name = TierReceiptWords::tr("Tier"), .figure = tierWords(snapshot.tiers[shown.row])};
    if (!snapshot.proposal.defined) {
        part.lines << tierNote(shown);
        return part;
    }
    part.tables << rulesTable(shown);
    part.lines << ruleTitle(shown)
               << TierReceiptWords::tr("Reasons: %1").arg(reasonsWords(computedReasons(shown), shown.currency()))
               << TierReceiptWords::tr("Before capacity: %1").arg(tierWords(snapshot.proposal.computed[shown.row]))
               << (snapshot.proposal.displaced[shown.row] != 0
                       ? TierReceiptWords::tr("The tier above is full, so capacity moves the account to: %1")
                             .arg(tierWords(snapshot.proposal.proposed[shown.row]))
                       : TierReceiptWords::tr("Capacity moves nothing"));
    if (const QString note = tierNote(shown); !note.isEmpty())
        part.lines << note;
    if (shown.details.history.empty()) {
        part.lines << TierReceiptWords::tr("No tier has been applied to this account yet");
    } else {
        const HistoryLine &last = shown.details.history.front();
        part.lines << TierReceiptWords::tr("Last applied: %1 on %2 by %3, policy version %4")
                          .arg(tierWords(last.newTier), instantText(last.instant, snapshot.settings.timeZone),
                               QString::fromStdString(last.by), countText(last.policyVersion));
    }
    return part;
}

ReceiptPart priorityPart(const ShownAccount &shown)
{
    const std::vector<PriorityLine> &lines = shown.details.priority;
    ReceiptPart part{.name = TierReceiptWords::tr("Priority"), .figure = TierReceiptWords::tr("no ICP yet")};
    if (lines.empty()) {
        part.lines << tierNote(shown);
        return part;
    }
    std::vector<double> results(lines.size());
    std::transform(lines.begin(), lines.end(), results.begin(),
                   [](const PriorityLine &line) { return line.result; });
    const double whole = std::accumulate(results.begin(), results.end(), 0.0);
    const std::vector<double> printed = partsOnPaper(results, whole, 2);
    part.figure = numberText(whole, 1);
    const QStringList names{TierReceiptWords::tr("Fit"), TierReceiptWords::tr("Intent"), TierReceiptWords::tr("Engagement"),
                            TierReceiptWords::tr("ACV rank")};
    ReceiptTable table{
        .heads = {TierReceiptWords::tr("Factor"), TierReceiptWords::tr("0 to 100"), TierReceiptWords::tr("Weight"), TierReceiptWords::tr("Result")},
        .numbers = {1, 2, 3}};
    QStringList sum;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        table.rows << QStringList{names.value(static_cast<qsizetype>(at)), figureText(lines[at].factor, 2),
                                  QStringLiteral("× ") + figureText(lines[at].weight, 3),
                                  numberText(printed[at], 2)};
        sum << numberText(printed[at], 2);
    }
    part.tables << table;
    part.lines << TierReceiptWords::tr("Priority = %1 = %2, shown as %3")
                      .arg(sum.join(QStringLiteral(" + ")), numberText(whole, 2), numberText(whole, 1))
               << TierReceiptWords::tr("ACV rank = 100 × the share of the %n account(s) in the program with a lower ACV",
                            nullptr, static_cast<int>(shown.snapshot->proposal.inProgram));
    return part;
}

QList<ReceiptPart> accountReceipt(const ShownAccount &shown)
{
    return {priorityPart(shown), fitPart(shown), intentPart(shown), engagementPart(shown), intensityPart(shown), tierPart(shown)};
}

} // namespace dimsum
