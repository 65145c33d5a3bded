// engagementPart() of account_receipt.h.
#include "qt/display_text.h"
#include "ui/accounts/account_receipt.h"
#include "ui/accounts/baseline_lines.h"
#include "ui/common/paper_figures.h"

#include <QCoreApplication>

#include <algorithm>

namespace dimsum
{

namespace
{

// Names the context of the translations.
struct EngagementReceiptWords {
    Q_DECLARE_TR_FUNCTIONS(EngagementReceipt)
};

QString typesOf(const EngagementLine &line)
{
    QStringList types;
    for (const std::string &type : line.types)
        types << QString::fromStdString(type);
    return types.join(QStringLiteral(", "));
}

ReceiptTable linesTable(const ShownAccount &shown)
{
    const EngagementRules &rules = shown.snapshot->policy.engagement;
    const std::vector<EngagementLine> &lines = shown.details.engagementLines;
    ReceiptTable table{.title = EngagementReceiptWords::tr("One person on one day counts at most %1; halved every %2 days")
                                    .arg(figureText(rules.dayPersonCap), figureText(rules.halfLifeDays)),
                       .heads = {EngagementReceiptWords::tr("Day"), EngagementReceiptWords::tr("Person"), EngagementReceiptWords::tr("What"),
                                 EngagementReceiptWords::tr("Points"), EngagementReceiptWords::tr("Capped"), EngagementReceiptWords::tr("Age, days"),
                                 EngagementReceiptWords::tr("Left")},
                       .stretch = 2,
                       .numbers = {3, 4, 5, 6}};
    std::vector<double> left(lines.size());
    std::transform(lines.begin(), lines.end(), left.begin(),
                   [](const EngagementLine &line) { return line.decayed; });
    const std::vector<double> printed = partsOnPaper(left, shown.details.engagement.energy, 2);
    for (std::size_t at = 0; at < lines.size(); ++at)
        table.rows << QStringList{dayText(lines[at].day),
                                  lines[at].person.empty() ? EngagementReceiptWords::tr("unknown")
                                                           : QString::fromStdString(lines[at].person),
                                  typesOf(lines[at]),
                                  figureText(lines[at].points, 2),
                                  figureText(lines[at].capped, 2),
                                  countText(shown.details.asOf - lines[at].day),
                                  numberText(printed[at], 2)};
    if (!lines.empty())
        table.rows << QStringList{
            EngagementReceiptWords::tr("Sum"), {}, {}, {}, {}, {}, numberText(shown.details.engagement.energy, 2)};
    return table;
}

QStringList surgeLines(const ShownAccount &shown)
{
    const EngagementReceipt &receipt = shown.details.engagement;
    const EngagementSurgeRules &rules = shown.snapshot->policy.engagement.surge;
    QStringList lines{
        EngagementReceiptWords::tr("Week 0 = capped points of the last 7 days = %1").arg(figureText(receipt.surgeValue, 2))};
    lines << baselineLines(baselineOf(receipt, rules));
    const auto [value, line] = comparedTexts(receipt.surgeValue, receipt.surgeLine);
    const QString least = figureText(rules.minPoints);
    if (receipt.surge)
        lines << (receipt.firstActivity
                      ? EngagementReceiptWords::tr("%1 ≥ %2 and ≥ %3: surge, the first activity").arg(value, line, least)
                      : EngagementReceiptWords::tr("%1 ≥ %2 and ≥ %3: surge").arg(value, line, least));
    else if (receipt.surgeValue + 1e-9 >= receipt.surgeLine)
        lines << EngagementReceiptWords::tr("%1 ≥ %2, but below the %3 points that a surge needs: no surge")
                     .arg(value, line, least);
    else
        lines << EngagementReceiptWords::tr("%1 < %2: no surge").arg(value, line);
    return lines;
}

} // namespace

ReceiptPart engagementPart(const ShownAccount &shown)
{
    const EngagementReceipt &receipt = shown.details.engagement;
    const EngagementRules &rules = shown.snapshot->policy.engagement;
    ReceiptPart part{.name = EngagementReceiptWords::tr("Engagement"), .figure = figureText(receipt.score)};
    if (!receipt.lines.empty())
        part.tables << linesTable(shown);
    part.lines << EngagementReceiptWords::tr("E = sum of what is left of the last %n day(s) = %1", nullptr, rules.windowDays)
                      .arg(numberText(receipt.energy, 2))
               << EngagementReceiptWords::tr("Engagement = 100 × (1 − 2^(−%1 / %2)) = %3")
                      .arg(numberText(receipt.energy, 2), figureText(rules.scale),
                           figureText(receipt.score, 2));
    const auto [points, needed] = comparedTexts(receipt.recentPoints, rules.recentPoints);
    part.lines << (receipt.recent
                       ? EngagementReceiptWords::tr("Recent engagement: yes, %1 points of counting activities in %3 days ≥ %2")
                       : EngagementReceiptWords::tr("Recent engagement: no, %1 points of counting activities in %3 days < %2"))
                      .arg(points, needed, countText(rules.recentDays))
               << surgeLines(shown);
    part.tables << weeksTable(EngagementReceiptWords::tr("Points"), shown.details.engagementWeeks, rules.surge.weeks);
    return part;
}

} // namespace dimsum
