// intentPart() of account_receipt.h.
#include "qt/display_text.h"
#include "ui/accounts/account_receipt.h"
#include "ui/accounts/baseline_lines.h"
#include "ui/common/paper_figures.h"
#include "ui/accounts/weekly_panel.h"

#include <QCoreApplication>

namespace dimsum
{

namespace
{

// Names the context of the translations.
struct IntentReceiptWords {
    Q_DECLARE_TR_FUNCTIONS(IntentReceipt)
};

QString useOf(const IntentLine &line)
{
    QStringList words;
    if (line.inMean)
        words << IntentReceiptWords::tr("in the mean");
    if (line.hot)
        words << IntentReceiptWords::tr("hot");
    return words.join(QStringLiteral(", "));
}

ReceiptTable topicsTable(const ShownAccount &shown)
{
    ReceiptTable table{.title = IntentReceiptWords::tr("Newest score of each topic in %n day(s)", nullptr,
                                          shown.snapshot->policy.intent.windowDays),
                       .heads = {IntentReceiptWords::tr("Topic"), IntentReceiptWords::tr("Source"), IntentReceiptWords::tr("Day"),
                                 IntentReceiptWords::tr("Score"), IntentReceiptWords::tr("Use")},
                       .numbers = {3}};
    for (const IntentLine &line : shown.details.intentLines)
        table.rows << QStringList{
            line.topic.empty() ? IntentReceiptWords::tr("counted events") : QString::fromStdString(line.topic),
            QString::fromStdString(line.source), dayText(line.day), figureText(line.score, 2), useOf(line)};
    return table;
}

QString meanLine(const ShownAccount &shown)
{
    QStringList scores;
    for (const IntentLine &line : shown.details.intentLines) {
        if (line.inMean)
            scores << figureText(line.score, 2);
    }
    if (scores.isEmpty())
        return IntentReceiptWords::tr("Intent = 0: no score counts in the last %n day(s)", nullptr,
                         shown.snapshot->policy.intent.windowDays);
    return IntentReceiptWords::tr("Intent = mean of the %n highest = (%1) / %n = %2", nullptr,
                     static_cast<int>(scores.size()))
        .arg(scores.join(QStringLiteral(" + ")), figureText(shown.details.intent.score, 2));
}

QStringList surgeLines(const ShownAccount &shown)
{
    const IntentReceipt &receipt = shown.details.intent;
    const IntentSurgeRules &rules = shown.snapshot->policy.intent.surge;
    if (receipt.surge == SurgeState::staleFeed || receipt.surge == SurgeState::noBaseline ||
        !receipt.firstSignal.known())
        return {IntentReceiptWords::tr("No surge can be told: %1.").arg(intentSentence(shown))};
    QStringList lines{IntentReceiptWords::tr("Week 0 = sum of the newest score of each topic in it = %1")
                          .arg(figureText(receipt.surgeValue, 2))};
    lines << baselineLines(baselineOf(receipt, rules));
    const auto [value, line] = comparedTexts(receipt.surgeValue, receipt.surgeLine);
    if (receipt.surge == SurgeState::surge)
        lines << IntentReceiptWords::tr("%1 ≥ %2, and a topic of %3 or more in week 0: surge")
                     .arg(value, line, figureText(rules.minScore));
    else if (receipt.surgeValue + 1e-9 >= receipt.surgeLine)
        lines << IntentReceiptWords::tr("%1 ≥ %2, but no topic of %3 or more in week 0: no surge")
                     .arg(value, line, figureText(rules.minScore));
    else
        lines << IntentReceiptWords::tr("%1 < %2: no surge").arg(value, line);
    return lines;
}

} // namespace

ReceiptPart intentPart(const ShownAccount &shown)
{
    const IntentReceipt &receipt = shown.details.intent;
    const IntentRules &rules = shown.snapshot->policy.intent;
    ReceiptPart part{.name = IntentReceiptWords::tr("Intent"), .figure = figureText(receipt.score)};
    if (!shown.details.intentLines.empty())
        part.tables << topicsTable(shown);
    for (const IntentLine &line : shown.details.intentLines) {
        if (line.topic.empty())
            part.lines << IntentReceiptWords::tr("%1: points P = %2, halved every %3 days; score = 100 × (1 − 2^(−%2 / "
                                    "%4)) = %5; in the mean from %6")
                              .arg(QString::fromStdString(line.source), figureText(line.eventPoints, 2),
                                   figureText(rules.eventHalfLifeDays), figureText(rules.eventScale),
                                   figureText(line.score, 2), figureText(rules.eventMin));
    }
    part.lines << meanLine(shown) << surgeLines(shown)
               << (receipt.recent ? IntentReceiptWords::tr("Recent intent: yes (a topic of %1 or more, or a surge)")
                                        .arg(figureText(rules.recentScore))
                                  : IntentReceiptWords::tr("Recent intent: no (no topic of %1 or more, no surge)")
                                        .arg(figureText(rules.recentScore)));
    if (receipt.firstSignal.known())
        part.tables << weeksTable(IntentReceiptWords::tr("Sum of scores"), shown.details.intentWeeks, rules.surge.weeks);
    return part;
}

} // namespace dimsum
