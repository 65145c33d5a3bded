// "Export…" wherever it stands: asks for the file, writes it on the session's thread, tells what came of it. GUI thread.
#pragma once

#include "service/exporting_service.h"
#include "ui/page_context.h"

#include <QString>

class QMenu;
class QWidget;

namespace dimsum {

// "Accounts", "Plan", … and one sentence on what the file holds.
QString exportTitle(ExportSubject subject);
QString exportDescription(ExportSubject subject);

// Without a file name from the person nothing happens. Scores older than the data are made new first. The outcome comes
// as a notice, a failure as an error of the window. `profile`: one of exportProfileNames().
void exportTable(const PageContext &context, QWidget *parent, ExportSubject subject,
                 const QString &profile = QStringLiteral("default"));

// The same for another tool: its format, CSV where the tool takes nothing else.
void exportForTool(const PageContext &context, QWidget *parent, const ExportTool &tool);
// The due dates of the orders as a calendar file.
void exportCalendar(const PageContext &context, QWidget *parent);
// "Asana tasks…", "Jira issues…": one action per tool that takes the subject; with orders the calendar as well. `context`
// must outlive the menu.
void addToolExports(QMenu *menu, const PageContext &context, QWidget *parent, ExportSubject subject);

} // namespace dimsum
