// A document on paper: whole or not at all. Any thread, as long as a document stays on one.
#pragma once

#include <QPageSize>
#include <QString>

class QTextDocument;

namespace dimsum {

// False where the file cannot be written; a file that was there is then as it was.
bool writePdf(const QTextDocument &document, const QString &title, const QString &file, QPageSize::PageSizeId size = QPageSize::A4);

} // namespace dimsum
