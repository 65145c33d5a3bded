// fitPart() of account_receipt.h.
#include "qt/criterion_table_model.h"
#include "qt/display_text.h"
#include "ui/accounts/account_receipt.h"
#include "ui/common/paper_figures.h"

#include <QCoreApplication>

namespace dimsum
{

namespace
{

// Names the context of the translations.
struct FitReceiptWords {
    Q_DECLARE_TR_FUNCTIONS(FitReceipt)
};

QString answerText(const FitLine &line)
{
    const QString words = line.answer == Answer::yes  ? FitReceiptWords::tr("yes")
                          : line.answer == Answer::no ? FitReceiptWords::tr("no")
                                                      : FitReceiptWords::tr("unknown");
    return line.criterion.mustHave ? FitReceiptWords::tr("%1, must-have").arg(words) : words;
}

// "3 + 2 + 5 = 10"; a lone weight stands for itself.
QString sumOf(const QStringList &weights, int sum)
{
    if (weights.isEmpty())
        return QStringLiteral("0");
    return weights.size() == 1 ? weights.first()
                               : weights.join(QStringLiteral(" + ")) + QStringLiteral(" = ") + countText(sum);
}

} // namespace

ReceiptPart fitPart(const ShownAccount &shown)
{
    const AccountDetails &details = shown.details;
    ReceiptPart part{.name = FitReceiptWords::tr("Fit"), .figure = {}};
    if (details.fit.empty()) {
        part.figure = FitReceiptWords::tr("no ICP yet");
        part.lines << FitReceiptWords::tr("Fit does not exist before the ICP has criteria.");
        return part;
    }
    const FitColumns &fit = shown.snapshot->scores.fit;
    part.figure = figureText(fit.fit[shown.row]);
    ReceiptTable table{.heads = {FitReceiptWords::tr("Criterion"), FitReceiptWords::tr("This account"), FitReceiptWords::tr("Answer"),
                                 FitReceiptWords::tr("Weight"), FitReceiptWords::tr("Counts")},
                       .numbers = {3, 4}};
    QStringList yes, unknown;
    for (const FitLine &line : details.fit) {
        const QString weight = countText(line.criterion.weight);
        const bool holds = line.answer == Answer::yes;
        if (holds)
            yes << weight;
        else if (line.answer == Answer::unknown)
            unknown << weight;
        table.rows << QStringList{criterionText(line.criterion),
                                  line.value.empty() ? FitReceiptWords::tr("unknown")
                                                     : QString::fromStdString(line.value),
                                  answerText(line), weight, holds ? weight : QStringLiteral("0")};
    }
    part.tables << table;
    part.lines << FitReceiptWords::tr("Weight of yes: %1").arg(sumOf(yes, details.fitWeightYes))
               << FitReceiptWords::tr("Weight of all: %1").arg(countText(details.fitWeightAll));
    if (fit.disqualified(shown.row)) {
        const Criterion &failed = shown.snapshot->icp.criteria[fit.failedMustHave[shown.row]];
        part.lines << FitReceiptWords::tr("The must-have “%1” is not met, so fit is 0 and no tier rule matches.")
                          .arg(criterionText(failed));
        return part;
    }
    part.lines << FitReceiptWords::tr("Fit = 100 × %1 / %2 = %3")
                      .arg(countText(details.fitWeightYes), countText(details.fitWeightAll),
                           figureText(fit.fit[shown.row], 2));
    if (details.fitWeightUnknown > 0)
        part.lines << FitReceiptWords::tr("Weight of unknown: %1").arg(sumOf(unknown, details.fitWeightUnknown))
                   << FitReceiptWords::tr("Possible fit, if every unknown were yes = 100 × (%1 + %2) / %3 = %4")
                          .arg(countText(details.fitWeightYes), countText(details.fitWeightUnknown),
                               countText(details.fitWeightAll), figureText(fit.fitMax[shown.row], 2));
    else
        part.lines << FitReceiptWords::tr(
            "Every field that the ICP asks for is known: fit cannot change by enrichment.");
    return part;
}

} // namespace dimsum
