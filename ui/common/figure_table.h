// A table of figures that were worked out once and are only read: set up like every table, filled cell by cell, sorted
// by raw values. For lists of hundreds; a list of the whole market has a model of its own. GUI thread.
#pragma once

#include "qt/roles.h"
#include "ui/common/table_setup.h"

#include <QList>
#include <QStandardItemModel>
#include <QString>
#include <QTableView>

#include <cstdint>

namespace dimsum {

class FigureTable : public QTableView
{
    Q_OBJECT

public:
    struct Column {
        QString title;
        int width = 90;
        bool right = false; // figures
        bool stretch = false;
        QString tip = {};
    };

    explicit FigureTable(const QString &accessibleName, QWidget *parent = nullptr, RowSize rows = RowSize::normal);

    // Takes out all rows.
    void setColumns(const QList<Column> &columns);
    void clearRows() { m_figures.setRowCount(0); }
    // `account`: the row of the snapshot that the line is about, -1 for none.
    void addRow(const QList<QStandardItem *> &cells, std::int64_t account = -1);
    int rowCount() const { return m_figures.rowCount(); }
    // Of the row, -1 for none.
    std::int64_t accountOf(const QModelIndex &index) const;
    std::int64_t currentAccount() const { return accountOf(currentIndex()); }
    const QStandardItemModel &figures() const { return m_figures; }

Q_SIGNALS:
    void accountActivated(qint64 account);

private:
    QStandardItemModel m_figures;
};

// Cells. `sort` orders the column; without it the text does.
QStandardItem *textItem(const QString &text, Tone tone = Tone::plain, bool strong = false);
QStandardItem *figureItem(const QString &text, double sort, Tone tone = Tone::plain, bool strong = false);
QStandardItem *countItem(std::int64_t count);
QStandardItem *tierItem(int tier);
QStandardItem *daysItem(double left, double span, double sort);      // DeadlineRole
QStandardItem *intervalItem(const IntervalMark &mark, const QString &words);

} // namespace dimsum
