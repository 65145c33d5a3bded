// A table on its way into a file: columns with their types and somebody who hands over the rows one by one,
// so that a million of them need no memory. The same document becomes CSV or XLSX (table_writer.h).
#pragma once

#include "domain/error.h"
#include "domain/money.h"
#include "exchange/cell.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace dimsum
{

struct TableColumn {
    QString header; // fixed, never translated (cli.md)
    CellType type = CellType::text;
};

// Takes one row with as many cells as there are columns. Stop and hand the error up where it is not ok.
using RowSink = std::function<Outcome(std::span<const Cell> row)>;

struct TableDocument {
    QString title; // name of the sheet in a workbook
    std::vector<TableColumn> columns;
    Currency currency;
    std::function<Outcome(const RowSink &sink)> rows; // called once, on the thread of the writer
    std::int64_t rowCount = 0;                        // for the progress only; 0 = not known
};

} // namespace dimsum
