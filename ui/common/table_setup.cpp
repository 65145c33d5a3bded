#include "ui/common/table_setup.h"

#include "ui/common/frozen_table_view.h"
#include "ui/common/row_delegate.h"
#include "ui/common/theme.h"
#include "ui/common/two_line_delegate.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDataStream>
#include <QEvent>
#include <QHeaderView>
#include <QIODevice>
#include <QListView>
#include <QMimeData>
#include <QMouseEvent>
#include <QTableView>

#include <algorithm>

namespace dimsum {

namespace {

constexpr quint32 stateMark = 0x44434f4c; // "DCOL"

// Keeps the row under the pointer in a property of the view, so that delegates light the whole row; tells the other
// part of a frozen table too.
class RowHover : public QObject
{
public:
    explicit RowHover(QTableView *view) : QObject(view), m_view(view)
    {
        view->viewport()->setMouseTracking(true);
        view->viewport()->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::MouseMove)
            setRow(m_view->rowAt(static_cast<QMouseEvent *>(event)->position().toPoint().y()));
        else if (event->type() == QEvent::Leave || event->type() == QEvent::Wheel)
            setRow(-1);
        return false;
    }

private:
    void setRow(int row)
    {
        show(m_view, row);
        if (const auto *frozen = qobject_cast<FrozenTableView *>(m_view); frozen && frozen->frozenColumns())
            show(frozen->frozenView(), row);
        else if (auto *whole = qobject_cast<QTableView *>(m_view->parentWidget());
                 whole && m_view->property("dimsumFrozenPart").toBool())
            show(whole, row);
    }
    static void show(QTableView *view, int row)
    {
        const int before = hoveredRow(view);
        if (before == row)
            return;
        view->setProperty("dimsumHoverRow", row);
        for (const int changed : {before, row}) {
            if (changed >= 0)
                view->viewport()->update(0, view->rowViewportPosition(changed), view->viewport()->width(),
                                         view->rowHeight(changed));
        }
    }

    QTableView *m_view;
};

int heightOf(RowSize size)
{
    switch (size) {
    case RowSize::compact: return metric::rowCompact;
    case RowSize::normal: return metric::row;
    case RowSize::roomy: return metric::rowRoomy;
    case RowSize::twoLine: return metric::twoLineRow;
    }
    return metric::row;
}

void addCopyActions(QTableView *view)
{
    auto *copy = new QAction(QObject::tr("Copy"), view);
    copy->setShortcut(QKeySequence::Copy);
    auto *withHeaders = new QAction(QObject::tr("Copy with headers"), view);
    withHeaders->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    for (QAction *action : {copy, withHeaders}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        view->addAction(action);
    }
    QObject::connect(copy, &QAction::triggered, view, [view] { copySelection(view, false); });
    QObject::connect(withHeaders, &QAction::triggered, view, [view] { copySelection(view, true); });
}

QList<int> visibleColumns(const QTableView *view)
{
    QList<int> columns;
    const QHeaderView *header = view->horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int logical = header->logicalIndex(visual);
        if (!header->isSectionHidden(logical))
            columns << logical;
    }
    return columns;
}

// One cell must stay one cell: tabs and line ends would split it in a spreadsheet.
QString flat(QString text)
{
    return text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

QString cellText(const QModelIndex &index, const QAbstractItemDelegate *delegate)
{
    const auto *row = qobject_cast<const RowDelegate *>(delegate);
    const QVariant value = index.data(Qt::DisplayRole);
    if (value.toString().isEmpty()) // drawn, like a tier badge: its words
        return flat(index.data(Qt::AccessibleTextRole).toString());
    if (row)
        return flat(row->displayText(value, QLocale()));
    return flat(value.toString());
}

QString headerText(const QAbstractItemModel *model, int column)
{
    return flat(model->headerData(column, Qt::Horizontal).toString());
}

} // namespace

void setUpTable(QTableView *view, const TableOptions &options)
{
    view->setItemDelegate(new RowDelegate(view));
    view->setFrameShape(QFrame::NoFrame);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setTextElideMode(Qt::ElideRight);
    view->setAlternatingRowColors(false);
    view->setCornerButtonEnabled(false);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(options.multiSelect ? QAbstractItemView::ExtendedSelection
                                               : QAbstractItemView::SingleSelection);
    view->setEditTriggers(options.editable ? QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                                                 | QAbstractItemView::AnyKeyPressed
                                           : QAbstractItemView::NoEditTriggers);
    // In a table to read, Tab leads out of it; in one to fill in, to the next cell.
    view->setTabKeyNavigation(options.editable);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);

    QHeaderView *rows = view->verticalHeader();
    rows->hide();
    rows->setMinimumSectionSize(metric::rowCompact);
    rows->setDefaultSectionSize(rowHeight(heightOf(options.rows), view->font()));
    rows->setSectionResizeMode(QHeaderView::Fixed);

    QHeaderView *columns = view->horizontalHeader();
    columns->setHighlightSections(false);
    columns->setSectionsMovable(options.movableColumns);
    columns->setSectionResizeMode(QHeaderView::Interactive);
    columns->setStretchLastSection(true);
    columns->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    columns->setMinimumSectionSize(32);
    columns->setSortIndicatorClearable(false);
    view->setSortingEnabled(options.sortable);
    if (!view->property("dimsumTable").toBool()) {
        view->setProperty("dimsumTable", true);
        new RowHover(view);
        addCopyActions(view);
    }
}

void setUpList(QListView *view)
{
    view->setItemDelegate(new TwoLineDelegate(view));
    view->setFrameShape(QFrame::NoFrame);
    view->setUniformItemSizes(true);
    view->setMouseTracking(true);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

QMimeData *selectionAsMime(const QTableView *view, bool withHeaders)
{
    if (!view->model() || !view->selectionModel() || !view->selectionModel()->hasSelection())
        return nullptr;
    QList<int> rows;
    for (const QItemSelectionRange &range : view->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows << row;
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    const QList<int> columns = visibleColumns(view);

    QStringList lines;
    QString html = QStringLiteral("<table>");
    const auto addLine = [&](const QStringList &cells, const QString &tag) {
        lines << cells.join(QLatin1Char('\t'));
        html += QStringLiteral("<tr>");
        for (const QString &cell : cells)
            html += QStringLiteral("<%1>%2</%1>").arg(tag, cell.toHtmlEscaped());
        html += QStringLiteral("</tr>");
    };
    if (withHeaders) {
        QStringList heads;
        for (const int column : columns)
            heads << headerText(view->model(), column);
        addLine(heads, QStringLiteral("th"));
    }
    for (const int row : rows) {
        QStringList cells;
        for (const int column : columns) {
            const QModelIndex index = view->model()->index(row, column, view->rootIndex());
            cells << cellText(index, view->itemDelegateForIndex(index));
        }
        addLine(cells, QStringLiteral("td"));
    }
    auto *mime = new QMimeData;
    mime->setText(lines.join(QLatin1Char('\n')) + QLatin1Char('\n'));
    mime->setHtml(html + QStringLiteral("</table>"));
    return mime;
}

void copySelection(const QTableView *view, bool withHeaders)
{
    if (QMimeData *mime = selectionAsMime(view, withHeaders))
        QApplication::clipboard()->setMimeData(mime);
}

QString modelAsTsv(const QAbstractItemModel &model, bool withHeaders)
{
    QString text;
    const auto addCells = [&](auto &&cell) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << cell(column);
        text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    };
    if (withHeaders)
        addCells([&](int column) { return headerText(&model, column); });
    for (int row = 0; row < model.rowCount(); ++row)
        addCells([&](int column) { return flat(model.index(row, column).data().toString()); });
    return text;
}

QByteArray columnState(const QTableView *view)
{
    QByteArray state;
    if (!view->model())
        return state;
    const QHeaderView *header = view->horizontalHeader();
    QDataStream out(&state, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    const bool sorted = header->isSortIndicatorShown() && header->sortIndicatorSection() >= 0
                        && header->sortIndicatorSection() < header->count();
    out << stateMark << (sorted ? headerText(view->model(), header->sortIndicatorSection()) : QString())
        << static_cast<qint32>(header->sortIndicatorOrder()) << static_cast<qint32>(header->count());
    for (int visual = 0; visual < header->count(); ++visual) {
        const int logical = header->logicalIndex(visual);
        // A hidden section has size 0; its width comes back when it is shown, so it need not be kept.
        out << headerText(view->model(), logical) << static_cast<qint32>(header->sectionSize(logical))
            << header->isSectionHidden(logical);
    }
    return state;
}

bool restoreColumns(QTableView *view, const QByteArray &state)
{
    QDataStream in(state);
    in.setVersion(QDataStream::Qt_6_4);
    quint32 mark = 0;
    QString sortColumn;
    qint32 order = 0, count = 0;
    in >> mark;
    if (mark != stateMark || !view->model())
        return false;
    in >> sortColumn >> order >> count;
    QHeaderView *header = view->horizontalHeader();
    int place = 0;
    for (qint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        QString name;
        qint32 width = 0;
        bool hidden = false;
        in >> name >> width >> hidden;
        for (int logical = 0; logical < header->count(); ++logical) {
            if (headerText(view->model(), logical) != name)
                continue;
            if (width > 0)
                header->resizeSection(logical, width);
            header->setSectionHidden(logical, hidden);
            header->moveSection(header->visualIndex(logical), place++);
            if (!sortColumn.isEmpty() && name == sortColumn && view->isSortingEnabled())
                view->sortByColumn(logical, static_cast<Qt::SortOrder>(order));
            break;
        }
    }
    return in.status() == QDataStream::Ok;
}

void fitColumns(QTableView *view, int most)
{
    if (!view->model())
        return;
    QHeaderView *header = view->horizontalHeader();
    constexpr int sampledRows = 60; // enough to look right; all rows of a large table would take seconds
    const int rows = std::min(sampledRows, view->model()->rowCount(view->rootIndex()));
    QStyleOptionViewItem option;
    option.initFrom(view);
    option.widget = view;
    // A last section that stretches takes what is left; fitted as well, it would push the others out of sight.
    const int fitted = header->stretchLastSection() ? header->count() - 1 : header->count();
    for (int column = 0; column < fitted; ++column) {
        int width = header->sectionSizeHint(column);
        for (int row = 0; row < rows; ++row) {
            const QModelIndex index = view->model()->index(row, column, view->rootIndex());
            width = std::max(width, view->itemDelegateForIndex(index)->sizeHint(option, index).width());
        }
        header->resizeSection(column, std::min(width, std::max(most, header->sectionSizeHint(column))));
    }
}

} // namespace dimsum
