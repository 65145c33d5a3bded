// A table cut to the columns of one tool, as its profile says (export_profile.h).
#pragma once

#include "domain/error.h"
#include "exchange/export_profile.h"
#include "exchange/table_document.h"

#include <cstdint>

namespace dimsum
{

struct ShapeCounts {
    std::int64_t rows = 0;
    std::int64_t incomplete = 0; // left out: a field that the tool needs is empty
    std::int64_t formulas = 0;   // cells that a spreadsheet would run, written as they are because the tool wants them so
};

// The rows of `table` that the profile takes, in its columns; held in memory. Errors: invalid (a {field} that the table
// has not, with those it has; an unknown form), or what the table's rows say.
Result<TableDocument> shapedTable(const TableDocument &table, const ExportProfile &profile, ShapeCounts &counts);

// "Taiwan" -> "TW"; the text itself where it is no name of a country that Qt knows in English.
QString countryCode(const QString &name);

} // namespace dimsum
