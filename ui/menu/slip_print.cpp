#include "ui/menu/slip_print.h"

#include "qt/display_text.h"
#include "ui/common/paper.h"

#include <QCoreApplication>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QTextDocument>

namespace dimsum {

namespace {

// What lupdate files the words of this file under.
class SlipPrint
{
    Q_DECLARE_TR_FUNCTIONS(SlipPrint)
};

QString row(const QString &name, const QString &detail, const QString &amount)
{
    return QStringLiteral("<tr><td><b>%1</b><br>%2</td><td align=\"right\">%3</td></tr>").arg(name.toHtmlEscaped(), detail.toHtmlEscaped(), amount);
}

QString lineDetail(const SlipLine &line, const SlipPlay &play)
{
    QStringList parts{SlipPrint::tr("by %1").arg(fullDayText(play.ready)),
                      play.approval ? SlipPrint::tr("goes to approval") : SlipPrint::tr("pre-approved")};
    for (const auto &[input, value] : line.inputs) {
        if (!value.empty())
            parts << QString::fromStdString(input + ": " + value);
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace

std::unique_ptr<QTextDocument> slipDocument(const SlipPaper &paper, const DraftSlip &draft, const SlipCheck &check, const Currency &currency)
{
    QString rows;
    for (const SlipLine &line : draft.lines) {
        for (const SlipPlay &play : check.plays) {
            if (play.play->code == line.play)
                rows += row(QString::fromStdString(play.play->name), lineDetail(line, play), currencyText(play.price, currency));
        }
    }
    const QString note = draft.note.empty() ? QString() : QStringLiteral("<p><i>%1</i></p>").arg(QString::fromStdString(draft.note).toHtmlEscaped());
    auto document = std::make_unique<QTextDocument>();
    document->setHtml(QStringLiteral("<h1>%1</h1><p>%2<br>%3</p><hr><table width=\"100%\" cellpadding=\"6\">%4</table><hr>"
                                     "<table width=\"100%\"><tr><td><b>%5</b></td><td align=\"right\"><b>%6</b></td></tr></table>%7")
                          .arg(SlipPrint::tr("Order slip: %1").arg(paper.account).toHtmlEscaped(),
                               (paper.placed ? SlipPrint::tr("Ordered %1 by %2") : SlipPrint::tr("Draft of %1, by %2")).arg(fullDayText(paper.day), paper.rep).toHtmlEscaped(),
                               paper.program.toHtmlEscaped(), rows, SlipPrint::tr("Total, %n play(s)", nullptr, static_cast<int>(draft.lines.size())),
                               currencyText(check.total, currency), note));
    return document;
}

bool writeSlipPdf(const QTextDocument &document, const QString &file)
{
    return writePdf(document, SlipPrint::tr("Order slip"), file, QPageSize::A5);
}

void previewSlip(std::unique_ptr<QTextDocument> document, QWidget *parent)
{
    auto *printer = new QPrinter(QPrinter::HighResolution);
    auto *preview = new QPrintPreviewDialog(printer, parent);
    preview->setAttribute(Qt::WA_DeleteOnClose);
    preview->setWindowTitle(SlipPrint::tr("Print the slip"));
    std::shared_ptr<QTextDocument> kept = std::move(document);
    QObject::connect(preview, &QPrintPreviewDialog::paintRequested, preview, [kept](QPrinter *page) { kept->print(page); });
    QObject::connect(preview, &QObject::destroyed, [printer] { delete printer; });
    preview->open();
}

} // namespace dimsum
