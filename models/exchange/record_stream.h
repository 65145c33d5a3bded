// The records of a table file, read, decoded and split by a second thread while the caller works on the ones before.
#pragma once

#include "domain/error.h"
#include "domain/progress.h"
#include "exchange/table_file.h"

#include <functional>

namespace dimsum {

// Calls `sink` for every record, in file order, in the calling thread; false stops (no error). `look` sees every record
// before that, in the reading thread: for work that keeps to itself. Memory: a few batches of some thousand records.
// Progress is told from the calling thread. Errors are those of TableFile::read.
Result<TableSummary> streamTable(const TableFile &table, const TableFile::Sink &sink, const Progress &progress, bool cutFooter,
                                 const std::function<void(const CsvRecord &record)> &look = {});

} // namespace dimsum
