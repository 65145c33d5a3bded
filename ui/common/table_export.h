// "Export…" wherever it stands: asks for the file, writes it on the session's thread, tells what came of it. GUI thread.
#pragma once

#include "service/exporting_service.h"
#include "ui/page_context.h"

#include <QString>

class QWidget;

namespace dimsum {

// "Accounts", "Plan", … and one sentence on what the file holds.
QString exportTitle(ExportSubject subject);
QString exportDescription(ExportSubject subject);

// Without a file name from the person nothing happens. Scores older than the data are made new first. The outcome comes
// as a notice, a failure as an error of the window. `profile`: one of exportProfileNames().
void exportTable(const PageContext &context, QWidget *parent, ExportSubject subject,
                 const QString &profile = QStringLiteral("default"));

} // namespace dimsum
