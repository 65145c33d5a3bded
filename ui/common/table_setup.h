// One way to set up every table: heights, hairlines, header, selection, eliding, hover, copying, header state.
#pragma once

#include <QByteArray>
#include <QString>

class QAbstractItemModel;
class QAbstractItemView;
class QListView;
class QMimeData;
class QTableView;

namespace dimsum {

enum class RowSize { compact, normal, roomy, twoLine };

struct TableOptions {
    RowSize rows = RowSize::normal;
    bool sortable = true;    // clicking a header sorts; the model gets sort(column, order)
    bool multiSelect = true; // Ctrl and Shift extend the selection
    bool editable = false;   // double click, F2 or typing edits; Tab then leaves the cell to the right
    bool movableColumns = true;
};

// Installs a RowDelegate, header, hover and the copy keys (Ctrl+C, Ctrl+Shift+C with headers). Call it before or
// after setModel(). Columns align their header as Qt::TextAlignmentRole of the model's horizontal header says.
void setUpTable(QTableView *view, const TableOptions &options = {});
// The same for a list pane of two-line rows.
void setUpList(QListView *view);

// The selected rows (visible columns, in their order) as tab-separated text and as an HTML table; an empty
// selection gives nothing (nullptr). The caller owns the result.
QMimeData *selectionAsMime(const QTableView *view, bool withHeaders);
void copySelection(const QTableView *view, bool withHeaders);
// A whole model, for charts and receipts.
QString modelAsTsv(const QAbstractItemModel &model, bool withHeaders);

// Order, width, visibility and sort of the columns, keyed by the header's text so that a newer version with more
// columns still restores the rest. restoreColumns returns false when `state` was not written by columnState.
QByteArray columnState(const QTableView *view);
bool restoreColumns(QTableView *view, const QByteArray &state);
// Column widths from header and the first rows, never below the header's text, at most `most` pixels.
void fitColumns(QTableView *view, int most = 320);

} // namespace dimsum
