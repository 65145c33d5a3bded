// The writer that a file name asks for.
#pragma once

#include "exchange/csv_writer.h"
#include "exchange/xlsx_writer.h"

namespace dimsum
{

// By the ending of `path`, in any case: .csv or .xlsx; ErrorKind::usage for any other.
Outcome writeTable(const TableDocument &document, const QString &path, const ExportProfile &profile,
                   const Progress &progress = {});

} // namespace dimsum
