// XLSX out: sheets with typed columns, bold frozen header, filter, real dates and money. Text is always
// written as text, so no cell can be a formula and nothing needs a guard.
#pragma once

#include "domain/error.h"
#include "domain/progress.h"
#include "exchange/table_document.h"

#include <QString>

#include <cstdint>

#include <span>

namespace dimsum
{

// Limits of the format. A table beyond them is refused, because the library would leave the cell or row out
// silently.
inline constexpr std::int64_t largestXlsxText = 32'767;    // UTF-16 code units in a cell
inline constexpr std::int64_t largestXlsxRows = 1'048'576; // with the header

// As writeCsv: the whole workbook or nothing. ErrorKind::refused where a limit of the format is exceeded,
// naming the row and column.
Outcome writeXlsx(const TableDocument &document, const QString &path, const Progress &progress = {});
// Several tables as sheets of one workbook, in their order; at least one. Titles must differ.
Outcome writeXlsx(std::span<const TableDocument> sheets, const QString &path, const Progress &progress = {});

} // namespace dimsum
