// CSV out (cli.md "CSV out"): UTF-8, LF, a comma, RFC 4180 quoting where a cell needs it, formulas guarded.
// The one place where text becomes a CSV cell; whatever writes CSV writes it through here.
#pragma once

#include "domain/error.h"
#include "domain/progress.h"
#include "exchange/export_profile.h"
#include "exchange/table_document.h"

#include <QByteArray>
#include <QString>

namespace dimsum
{

// One cell, guarded (if `formulaGuard`) and quoted: quotes stand around a cell only where it holds a comma, a
// quote, CR or LF, or begins or ends with white space.
QByteArray csvCell(const Cell &cell, CellType type, const Currency &currency, bool formulaGuard);

// Writes the whole table or nothing: an existing file stays as it was until the last byte of the new one is
// on the disk. ErrorKind::storage (with the free space, where the disk is full), ErrorKind::cancelled, or the
// error of document.rows.
Outcome writeCsv(const TableDocument &document, const QString &path, const ExportProfile &profile,
                 const Progress &progress = {});

} // namespace dimsum
