#include "ui/common/figure_table.h"

#include "qt/display_text.h"
#include "ui/common/drawing.h"

#include <QHeaderView>

namespace dimsum {

namespace {

constexpr int accountRole = Qt::UserRole + 1;

} // namespace

FigureTable::FigureTable(const QString &accessibleName, QWidget *parent, RowSize rows) : QTableView(parent)
{
    setAccessibleName(accessibleName);
    m_figures.setSortRole(SortRole);
    setModel(&m_figures);
    setUpTable(this, {.rows = rows, .multiSelect = true});
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    connect(this, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (accountOf(index) >= 0)
            Q_EMIT accountActivated(accountOf(index));
    });
}

void FigureTable::setColumns(const QList<Column> &columns)
{
    m_figures.clear();
    m_figures.setColumnCount(static_cast<int>(columns.size()));
    horizontalHeader()->setStretchLastSection(false);
    for (int i = 0; i < columns.size(); ++i) {
        auto *title = new QStandardItem(columns[i].title);
        title->setTextAlignment((columns[i].right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        title->setToolTip(columns[i].tip.isEmpty() ? columns[i].title : columns[i].tip);
        m_figures.setHorizontalHeaderItem(i, title);
        setColumnWidth(i, columns[i].width);
        horizontalHeader()->setSectionResizeMode(i, columns[i].stretch ? QHeaderView::Stretch : QHeaderView::Interactive);
    }
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
}

void FigureTable::addRow(const QList<QStandardItem *> &cells, std::int64_t account)
{
    for (int i = 0; i < cells.size(); ++i) {
        const QStandardItem *title = m_figures.horizontalHeaderItem(i);
        if (title)
            cells[i]->setTextAlignment(title->textAlignment());
    }
    cells.first()->setData(static_cast<qint64>(account), accountRole);
    m_figures.appendRow(cells);
}

std::int64_t FigureTable::accountOf(const QModelIndex &index) const
{
    return index.isValid() ? index.siblingAtColumn(0).data(accountRole).toLongLong() : -1;
}

QStandardItem *textItem(const QString &text, Tone tone, bool strong)
{
    auto *item = new QStandardItem(text);
    item->setData(text, SortRole);
    item->setToolTip(text);
    if (tone != Tone::plain)
        item->setData(int(tone), ToneRole);
    if (strong)
        item->setData(true, StrongRole);
    return item;
}

QStandardItem *figureItem(const QString &text, double sort, Tone tone, bool strong)
{
    QStandardItem *item = textItem(text, tone, strong);
    item->setData(sort, SortRole);
    return item;
}

QStandardItem *countItem(std::int64_t count)
{
    return figureItem(countText(count), static_cast<double>(count));
}

QStandardItem *tierItem(int tier)
{
    auto *item = new QStandardItem;
    item->setData(tier, TierRole);
    item->setData(tier == 0 ? 9 : tier, SortRole);
    item->setData(tierText(tier), Qt::AccessibleTextRole);
    return item;
}

QStandardItem *daysItem(double left, double span, double sort)
{
    auto *item = new QStandardItem;
    const Deadline deadline{left, span};
    item->setData(QVariant::fromValue(deadline), DeadlineRole);
    item->setData(sort, SortRole);
    item->setData(deadlineText(deadline), Qt::AccessibleTextRole);
    return item;
}

QStandardItem *intervalItem(const IntervalMark &mark, const QString &words)
{
    auto *item = new QStandardItem;
    item->setData(QVariant::fromValue(mark), IntervalRole);
    item->setData(mark.enough ? mark.point : -1e9, SortRole);
    item->setData(words, Qt::AccessibleTextRole);
    item->setToolTip(words);
    return item;
}

} // namespace dimsum
