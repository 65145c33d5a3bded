// The records of a table file: one thread reads, decodes and splits it, a second makes of the records what can be made
// of them by themselves, and the caller works on the ones before.
#pragma once

#include "domain/error.h"
#include "domain/progress.h"
#include "exchange/table_file.h"

#include <functional>
#include <memory>

namespace dimsum {

// What the second thread makes of the rows of one batch, before the caller gets them. add() is called once per record,
// in file order; the record's views stay valid until the caller is done with the batch, which is when clear() is called.
class BatchWork
{
public:
    virtual ~BatchWork() = default;
    virtual void clear() = 0;
    virtual void add(const CsvRecord &record) = 0;
};

// `newWork` is called a few times before reading starts; its works take turns, in the second thread only, so that what
// they share needs no lock (clear() is called in the caller's, and touches nothing that is shared). `sink` gets every record in file order
// in the calling thread, with the work of its batch and its place in there; false stops (no error).
struct RecordPipeline {
    std::function<std::unique_ptr<BatchWork>()> newWork;
    std::function<bool(const CsvRecord &record, BatchWork &work, std::size_t row)> sink;
};

// Memory: a few batches of some thousand records. Progress is told from the calling thread. Errors are those of
// TableFile::read.
Result<TableSummary> streamTable(const TableFile &table, const RecordPipeline &pipeline, const Progress &progress, bool cutFooter);

} // namespace dimsum
