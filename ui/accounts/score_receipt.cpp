#include "ui/accounts/score_receipt.h"

#include "qt/display_text.h"
#include "qt/reason_words.h"
#include "ui/common/paper_figures.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace dimsum
{

namespace
{

// Names the context of the translations.
struct ScoreReceiptWords {
    Q_DECLARE_TR_FUNCTIONS(ScoreReceipt)
};

QString fitNote(const ShownAccount &shown)
{
    const FitColumns &fit = shown.snapshot->scores.fit;
    if (fit.disqualified(shown.row))
        return ScoreReceiptWords::tr("disqualified");
    if (fit.fitMax[shown.row] > fit.fit[shown.row] + 0.05)
        return ScoreReceiptWords::tr("up to %1 if enriched").arg(figureText(fit.fitMax[shown.row]));
    if (shown.details.fitWeightYes == shown.details.fitWeightAll)
        return ScoreReceiptWords::tr("every criterion met");
    return ScoreReceiptWords::tr("%1 of %2 by weight").arg(shown.details.fitWeightYes).arg(shown.details.fitWeightAll);
}

QString intentNote(const ShownAccount &shown)
{
    const auto &lines = shown.details.intentLines;
    const auto inMean =
        std::count_if(lines.begin(), lines.end(), [](const IntentLine &line) { return line.inMean; });
    if (inMean == 0)
        return ScoreReceiptWords::tr("no signal in %n day(s)", nullptr, shown.snapshot->policy.intent.windowDays);
    const QString mean = ScoreReceiptWords::tr("mean of %n topic(s)", nullptr, static_cast<int>(inMean));
    return shown.details.intent.surge == SurgeState::surge ? ScoreReceiptWords::tr("surge, %1").arg(mean) : mean;
}

QString engagementNote(const ShownAccount &shown)
{
    const EngagementReceipt &engagement = shown.details.engagement;
    if (engagement.surge)
        return engagement.firstActivity ? ScoreReceiptWords::tr("first activity") : ScoreReceiptWords::tr("surge this week");
    if (engagement.lines.empty())
        return ScoreReceiptWords::tr("no activity in %n day(s)", nullptr, shown.snapshot->policy.engagement.windowDays);
    return ScoreReceiptWords::tr("%1 points in %2 days")
        .arg(figureText(engagement.recentPoints), countText(shown.snapshot->policy.engagement.recentDays));
}

QString acvNote(const ShownAccount &shown)
{
    const Money acv = shown.snapshot->accounts.acv[shown.row];
    return acv.known() ? currencyText(acv, shown.currency()) : ScoreReceiptWords::tr("ACV unknown");
}

void addFactors(const ShownAccount &shown, Receipt &receipt)
{
    const std::vector<PriorityLine> &lines = shown.details.priority;
    std::vector<double> results(lines.size());
    std::transform(lines.begin(), lines.end(), results.begin(),
                   [](const PriorityLine &line) { return line.result; });
    const double whole = std::accumulate(results.begin(), results.end(), 0.0);
    const std::vector<double> printed = partsOnPaper(results, whole, 1);
    const struct {
        Tone tone;
        QString name, note;
    } words[] = {{Tone::fit, ScoreReceiptWords::tr("Fit"), fitNote(shown)},
                 {Tone::intent, ScoreReceiptWords::tr("Intent"), intentNote(shown)},
                 {Tone::engagement, ScoreReceiptWords::tr("Engagement"), engagementNote(shown)},
                 {Tone::tier3, ScoreReceiptWords::tr("ACV rank"), acvNote(shown)}};
    for (std::size_t at = 0; at < std::min(lines.size(), std::size(words)); ++at)
        receipt.factors.append({words[at].tone, words[at].name, figureText(lines[at].factor), words[at].note,
                                QStringLiteral("× ") + figureText(lines[at].weight, 3),
                                numberText(printed[at], 1), lines[at].result});
    receipt.title = ScoreReceiptWords::tr("Priority %1").arg(numberText(whole, 1));
}

} // namespace

std::vector<Reason> computedReasons(const ShownAccount &shown)
{
    const Snapshot &snapshot = *shown.snapshot;
    return reasonsOf(shown.row, snapshot.accounts, snapshot.icp, snapshot.scores, snapshot.policy,
                     snapshot.proposal, snapshot.settings.currency);
}

QString ruleTitle(const ShownAccount &shown)
{
    const Snapshot &snapshot = *shown.snapshot;
    if (!snapshot.proposal.defined)
        return ScoreReceiptWords::tr("No tier yet");
    const std::int16_t rule = snapshot.proposal.rule[shown.row];
    const QString name =
        rule == TierProposal::noRule
            ? QString()
            : ruleWords(QString::fromStdString(snapshot.policy.rules[static_cast<std::size_t>(rule)].name));
    if (snapshot.pin(shown.row) != nullptr)
        return ScoreReceiptWords::tr("Computed: %1").arg(tierWords(snapshot.proposal.proposed[shown.row]));
    return name.isEmpty() ? ScoreReceiptWords::tr("No rule holds") : ScoreReceiptWords::tr("Rule: %1").arg(name);
}

QString tierNote(const ShownAccount &shown)
{
    const Snapshot &snapshot = *shown.snapshot;
    if (const TierPin *pin = snapshot.pin(shown.row))
        return ScoreReceiptWords::tr("In force: %1, pinned until %2: %3")
            .arg(tierWords(pin->tier), fullDayText(pin->until), QString::fromStdString(pin->reason));
    if (!snapshot.proposal.defined)
        return ScoreReceiptWords::tr(
            "Fit, priority and tier need an ideal customer profile: describe it on the ICP page.");
    const Tier inForce = snapshot.tiers[shown.row], proposed = snapshot.proposal.proposed[shown.row];
    if (inForce != proposed)
        return ScoreReceiptWords::tr("In force: %1. Applying the tiers would make it: %2.")
            .arg(tierWords(inForce), tierWords(proposed));
    return {};
}

Receipt scoreReceipt(const ShownAccount &shown)
{
    Receipt receipt;
    receipt.link = ScoreReceiptWords::tr("Full receipt");
    if (shown.details.priority.empty())
        receipt.title = ScoreReceiptWords::tr("Priority: no ICP yet");
    else
        addFactors(shown, receipt);
    receipt.checksTitle = ruleTitle(shown);
    if (shown.snapshot->proposal.defined) {
        for (const Reason &reason : computedReasons(shown))
            receipt.checks.append({.text = reasonWords(reason, shown.currency()),
                                   .holds = reasonHolds(reason),
                                   .unknown = reason.code == ReasonCode::acvUnknown});
    }
    receipt.note = tierNote(shown);
    return receipt;
}

} // namespace dimsum
