#include "ui/common/table_export.h"

#include "qt/display_text.h"
#include "qt/wording.h"
#include "service/workspace_session.h"
#include "ui/common/prompts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMenu>

namespace dimsum {

namespace {

// What lupdate files the words of this file under.
class TableExport
{
    Q_DECLARE_TR_FUNCTIONS(TableExport)
};

QString fileStem(ExportSubject subject)
{
    switch (subject) {
    case ExportSubject::accounts:
        return QStringLiteral("accounts");
    case ExportSubject::contacts:
        return QStringLiteral("contacts");
    case ExportSubject::orders:
        return QStringLiteral("orders");
    case ExportSubject::plan:
        return QStringLiteral("plan");
    case ExportSubject::history:
        return QStringLiteral("history");
    case ExportSubject::enrichment:
        return QStringLiteral("enrichment");
    }
    return {};
}

QString outcomeText(const ExportResult &result)
{
    QString text = TableExport::tr("%1 rows written to %2, as of %3.")
                       .arg(countText(result.rows), QDir::toNativeSeparators(result.file), dayText(result.asOf));
    if (result.leftOut > 0)
        text += u' ' + TableExport::tr("%n opted-out contact(s) left out.", nullptr, static_cast<int>(result.leftOut));
    if (result.stubs > 0)
        text += u' ' + TableExport::tr("%n person(s) without consent data left out.", nullptr, static_cast<int>(result.stubs));
    for (const Error &notice : result.notices)
        text += u' ' + errorText(notice);
    return text;
}

void write(const PageContext &context, QWidget *parent, const QString &title, const ExportRequest &request)
{
    Navigation *window = &context.navigation;
    context.session.run(
        title,
        [request](Workspace &workspace, const Progress &progress) { return exportFile(workspace, request, progress); }, parent,
        [window](Result<ExportResult> result) {
            if (result.ok())
                window->notify(result->notices.empty() ? Tone::good : Tone::warn, outcomeText(*result));
            else if (result.error().kind != ErrorKind::cancelled)
                window->showError(result.error());
        },
        WorkspaceSession::Effect::changes);
}

} // namespace

QString exportTitle(ExportSubject subject)
{
    switch (subject) {
    case ExportSubject::accounts:
        return TableExport::tr("Accounts");
    case ExportSubject::contacts:
        return TableExport::tr("Contacts");
    case ExportSubject::orders:
        return TableExport::tr("Orders");
    case ExportSubject::plan:
        return TableExport::tr("Plan");
    case ExportSubject::history:
        return TableExport::tr("Tier history");
    case ExportSubject::enrichment:
        return TableExport::tr("Enrichment list");
    }
    return {};
}

QString exportDescription(ExportSubject subject)
{
    switch (subject) {
    case ExportSubject::accounts:
        return TableExport::tr("Scores, tiers, rules and reasons, one row per account");
    case ExportSubject::contacts:
        return TableExport::tr("People who may be written to; opted-out ones never leave");
    case ExportSubject::orders:
        return TableExport::tr("Every order with state, price and dates");
    case ExportSubject::plan:
        return TableExport::tr("One row per order with account, tier, reasons, price and due date");
    case ExportSubject::history:
        return TableExport::tr("Every tier that was applied, when, by whom and why");
    case ExportSubject::enrichment:
        return TableExport::tr("Accounts whose tier would change if empty fields were filled, and which ones");
    }
    return {};
}

void exportTable(const PageContext &context, QWidget *parent, ExportSubject subject, const QString &profile)
{
    const QString title = TableExport::tr("Export: %1").arg(exportTitle(subject));
    const QString file = context.prompts.fileToSave(parent, title, fileStem(subject) + QStringLiteral(".xlsx"),
                                                    {TableExport::tr("Excel workbook (*.xlsx)"), TableExport::tr("CSV (*.csv)")},
                                                    QStringLiteral("xlsx"));
    if (file.isEmpty())
        return;
    write(context, parent, title, {.subject = subject, .file = file, .profile = profile, .asOf = context.session.pinnedAsOf(), .rescore = true});
}

void exportForTool(const PageContext &context, QWidget *parent, const ExportTool &tool)
{
    const QString title = TableExport::tr("Export: %1").arg(tool.label);
    QStringList filters{TableExport::tr("CSV (*.csv)")};
    if (!tool.csvOnly)
        filters.append(TableExport::tr("Excel workbook (*.xlsx)"));
    const QString file = context.prompts.fileToSave(parent, title, tool.profile + QStringLiteral(".csv"), filters, QStringLiteral("csv"));
    if (!file.isEmpty())
        write(context, parent, title, {.subject = tool.subject, .file = file, .profile = tool.profile, .asOf = context.session.pinnedAsOf()});
}

void exportCalendar(const PageContext &context, QWidget *parent)
{
    const QString title = TableExport::tr("Export: due dates");
    const QString file = context.prompts.fileToSave(parent, title, QStringLiteral("due-dates.ics"), {TableExport::tr("Calendar (*.ics)")}, QStringLiteral("ics"));
    if (!file.isEmpty())
        write(context, parent, title, {.subject = ExportSubject::orders, .file = file});
}

void addToolExports(QMenu *menu, const PageContext &context, QWidget *parent, ExportSubject subject)
{
    for (const ExportTool &tool : exportTools(subject))
        menu->addAction(TableExport::tr("%1…").arg(tool.label), parent,
                        [&context, parent, tool] { exportForTool(context, parent, tool); });
    if (subject == ExportSubject::orders)
        menu->addAction(TableExport::tr("Calendar of due dates (ICS)…"), parent, [&context, parent] { exportCalendar(context, parent); });
}

} // namespace dimsum
