#include "ui/accounts/tall_table.h"

#include "ui/common/table_setup.h"
#include "ui/common/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QWheelEvent>

#include <algorithm>

namespace dimsum
{

namespace
{
constexpr int leanRow = 22;
}

TallTable::TallTable(int columns, QWidget *parent) : QTableWidget(0, columns, parent), m_limits(columns, 1.0)
{
    setUpTable(this,
               {.rows = RowSize::compact, .sortable = false, .multiSelect = true, .movableColumns = false});
    verticalHeader()->setMinimumSectionSize(leanRow);
    verticalHeader()->setDefaultSectionSize(
        std::max(leanRow, QFontMetrics(Theme::of(this).baseFont).height() + 4));
    horizontalHeader()->hide();
    horizontalHeader()->setStretchLastSection(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    setTabKeyNavigation(false);
    const auto changed = [this] { updateGeometry(); };
    connect(model(), &QAbstractItemModel::rowsInserted, this, changed);
    connect(model(), &QAbstractItemModel::rowsRemoved, this, changed);
    connect(model(), &QAbstractItemModel::modelReset, this, changed);
    connect(this, &QTableWidget::cellDoubleClicked, this, [this](int row) { Q_EMIT rowActivated(row); });
}

void TallTable::setHeaders(const QStringList &headers)
{
    setHorizontalHeaderLabels(headers);
}

void TallTable::setHeaderShown(bool shown)
{
    horizontalHeader()->setVisible(shown);
    updateGeometry();
}

void TallTable::setTwoLines()
{
    const int lines = QFontMetrics(Theme::of(this).baseFont).height() +
                      QFontMetrics(Theme::of(this).font(TypeSize::small)).height();
    verticalHeader()->setDefaultSectionSize(lines + 6);
}

void TallTable::setStretchColumn(int column)
{
    m_stretch = column;
}

void TallTable::setColumnLimit(int column, double share)
{
    m_limits[column] = share;
}

QTableWidgetItem *TallTable::setCell(int row, int column, const QString &text, Tone tone)
{
    auto *cell = new QTableWidgetItem(text);
    cell->setData(ToneRole, static_cast<int>(tone));
    cell->setToolTip(text);
    cell->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled);
    setItem(row, column, cell);
    return cell;
}

int TallTable::fullHeight() const
{
    return verticalHeader()->length() +
           (horizontalHeader()->isVisibleTo(this) ? horizontalHeader()->sizeHint().height() : 0) +
           2 * frameWidth();
}

QSize TallTable::sizeHint() const
{
    return {300, fullHeight()};
}

QSize TallTable::minimumSizeHint() const
{
    return {120, fullHeight()};
}

// Fitted by hand: resize modes of the header know no upper limit, and names must not push the figures out.
void TallTable::fitColumns()
{
    if (m_fitting || columnCount() == 0)
        return;
    m_fitting = true;
    const int whole = viewport()->width();
    int left = whole;
    for (int column = 0; column < columnCount(); ++column) {
        if (column == m_stretch)
            continue;
        int wanted = sizeHintForColumn(column);
        if (horizontalHeader()->isVisibleTo(this))
            wanted = std::max(wanted, horizontalHeader()->sectionSizeHint(column));
        const int width = std::min(wanted, static_cast<int>(whole * m_limits.value(column, 1.0)));
        setColumnWidth(column, std::max(width, horizontalHeader()->minimumSectionSize()));
        left -= columnWidth(column);
    }
    setColumnWidth(m_stretch, std::max(left, horizontalHeader()->minimumSectionSize()));
    m_fitting = false;
}

void TallTable::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the dock scrolls
}

void TallTable::resizeEvent(QResizeEvent *event)
{
    QTableWidget::resizeEvent(event);
    fitColumns();
}

void TallTable::focusInEvent(QFocusEvent *event)
{
    QTableWidget::focusInEvent(event);
    if (!currentIndex().isValid() && rowCount() > 0)
        setCurrentCell(0, 0, QItemSelectionModel::NoUpdate);
}

void TallTable::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentRow() >= 0) {
        Q_EMIT rowActivated(currentRow());
        return;
    }
    QTableWidget::keyPressEvent(event);
}

} // namespace dimsum
