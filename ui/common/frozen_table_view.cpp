#include "ui/common/frozen_table_view.h"

#include "ui/common/row_delegate.h"
#include "ui/common/table_setup.h"
#include "ui/common/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>

namespace dimsum {

namespace {

constexpr int bambooLineWidth = 4;

// The double bamboo line right of the frozen part.
class BambooLine : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Theme &theme = Theme::of(this);
        painter.fillRect(rect(), theme.base);
        painter.fillRect(QRect(0, 0, 1, height()), theme.bambooLine);
        painter.fillRect(QRect(bambooLineWidth - 1, 0, 1, height()), theme.bambooLine);
    }
};

} // namespace

FrozenTableView::FrozenTableView(QWidget *parent)
    : QTableView(parent), m_frozen(new QTableView(this)), m_line(new BambooLine(this))
{
    m_frozen->setProperty("dimsumFrozenPart", true);
    m_frozen->setFocusPolicy(Qt::NoFocus);
    m_frozen->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_frozen->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_frozen->hide();
    m_line->hide();
    m_line->setAttribute(Qt::WA_TransparentForMouseEvents);
    setVerticalScrollMode(ScrollPerPixel);

    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_frozen->verticalScrollBar(), &QScrollBar::setValue);
    connect(m_frozen->verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(), &QScrollBar::setValue);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column, int, int size) {
        if (column < m_count && m_frozen->model())
            m_frozen->setColumnWidth(column, size);
        placeFrozen();
    });
    connect(m_frozen->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column, int, int size) {
        if (column < m_count && size > 0 && columnWidth(column) != size)
            setColumnWidth(column, size);
    });
    connect(verticalHeader(), &QHeaderView::sectionResized, this,
            [this](int row, int, int size) { m_frozen->setRowHeight(row, size); });
    // A click on a frozen head sorts the whole table, and the mark of a sort shows on both heads.
    connect(m_frozen->horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int column) {
        if (!isSortingEnabled())
            return;
        const bool same = horizontalHeader()->sortIndicatorSection() == column;
        const bool up = horizontalHeader()->sortIndicatorOrder() == Qt::AscendingOrder;
        sortByColumn(column, same && up ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, [this](int column, Qt::SortOrder order) {
        m_frozen->horizontalHeader()->setSortIndicatorShown(true);
        m_frozen->horizontalHeader()->setSortIndicator(column, order);
    });
    connect(m_frozen, &QTableView::doubleClicked, this, &QTableView::doubleClicked);
    connect(m_frozen, &QTableView::clicked, this, &QTableView::clicked);
    connect(m_frozen, &QTableView::activated, this, &QTableView::activated);
}

void FrozenTableView::freeze(int count)
{
    m_count = count;
    setUpTable(m_frozen, {.sortable = false, .movableColumns = false});
    m_frozen->horizontalHeader()->setSectionsClickable(true);
    m_frozen->setFocusProxy(this);
    m_frozen->horizontalHeader()->setStretchLastSection(false);
    m_frozen->setEditTriggers(editTriggers());
    m_frozen->setSelectionMode(selectionMode());
    m_frozen->verticalHeader()->setDefaultSectionSize(verticalHeader()->defaultSectionSize());
    m_frozen->setVerticalScrollMode(verticalScrollMode());
    m_frozen->setItemDelegate(new RowDelegate(m_frozen)); // not shared: a delegate tells every view of it that an editor is done
    m_frozen->setContextMenuPolicy(Qt::CustomContextMenu);
    disconnect(m_frozen, &QWidget::customContextMenuRequested, this, nullptr);
    connect(m_frozen, &QWidget::customContextMenuRequested, this, &QWidget::customContextMenuRequested);
    if (m_frozen->model() != model())
        m_frozen->setModel(model());
    if (selectionModel())
        m_frozen->setSelectionModel(selectionModel());
    for (int column = 0; model() && column < model()->columnCount(); ++column) {
        m_frozen->setColumnHidden(column, column >= count || isColumnHidden(column));
        if (column < count) {
            m_frozen->setColumnWidth(column, columnWidth(column));
            m_frozen->setItemDelegateForColumn(column, itemDelegateForColumn(column));
        }
    }
    m_frozen->setVisible(count > 0 && model());
    m_line->setVisible(count > 0 && model());
    m_frozen->raise();
    m_line->raise();
    placeFrozen();
}

void FrozenTableView::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    if (m_count > 0)
        freeze(m_count);
}

void FrozenTableView::setSelectionModel(QItemSelectionModel *selection)
{
    QTableView::setSelectionModel(selection);
    if (m_frozen && m_frozen->model() == model() && selection)
        m_frozen->setSelectionModel(selection);
}

int FrozenTableView::frozenWidth() const
{
    int width = 0;
    for (int column = 0; column < m_count; ++column)
        width += isColumnHidden(column) ? 0 : columnWidth(column);
    return width;
}

void FrozenTableView::placeFrozen()
{
    if (m_count <= 0 || !model())
        return;
    const int x = frameWidth() + (verticalHeader()->isVisible() ? verticalHeader()->width() : 0);
    const int height = horizontalHeader()->height() + viewport()->height();
    m_frozen->horizontalHeader()->setFixedHeight(horizontalHeader()->height());
    m_frozen->setGeometry(x, frameWidth(), frozenWidth(), height);
    m_line->setGeometry(x + frozenWidth() - 1, frameWidth(), bambooLineWidth, height);
    m_frozen->verticalScrollBar()->setValue(verticalScrollBar()->value());
}

void FrozenTableView::updateGeometries()
{
    QTableView::updateGeometries();
    placeFrozen();
}

void FrozenTableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    placeFrozen();
}

QModelIndex FrozenTableView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex next = QTableView::moveCursor(action, modifiers);
    // Going left must not leave the cell under the frozen part.
    if (action == MoveLeft && next.column() >= m_count && visualRect(next).left() < frozenWidth())
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + visualRect(next).left() - frozenWidth());
    return next;
}

void FrozenTableView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (index.column() >= m_count)
        QTableView::scrollTo(index, hint);
    else if (model()) // a frozen cell is always in sight sideways: only the row moves
        QTableView::scrollTo(index.siblingAtColumn(std::max(m_count, columnAt(frozenWidth() + 1))), hint);
}

} // namespace dimsum
