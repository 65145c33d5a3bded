#include "ui/common/totals_row.h"

#include "ui/common/frozen_table_view.h"
#include "ui/common/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QTableView>

namespace dimsum {

TotalsRow::TotalsRow(QTableView *view, QWidget *parent) : QWidget(parent), m_view(view)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Totals"));
    const auto repaint = QOverload<>::of(&QWidget::update);
    connect(view->horizontalHeader(), &QHeaderView::sectionResized, this, repaint);
    connect(view->horizontalHeader(), &QHeaderView::sectionMoved, this, repaint);
    connect(view->horizontalHeader(), &QHeaderView::geometriesChanged, this, repaint);
    connect(view->horizontalScrollBar(), &QScrollBar::valueChanged, this, repaint);
}

void TotalsRow::setTexts(const QHash<int, QString> &texts)
{
    m_texts = texts;
    setAccessibleDescription(QStringList(texts.values()).join(QStringLiteral(", ")));
    update();
}

QSize TotalsRow::sizeHint() const
{
    return {200, rowHeight(metric::row, Theme::of(this).baseFont) + 2};
}

void TotalsRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    painter.fillRect(rect(), theme.header);
    painter.fillRect(QRect(0, 0, width(), 1), theme.line2);
    const QHeaderView *header = m_view->horizontalHeader();
    const auto *frozen = qobject_cast<const FrozenTableView *>(m_view);
    const int frozenColumns = frozen ? frozen->frozenColumns() : 0;
    int frozenEnd = 0;
    const auto drawCell = [&](int logical, int x) {
        const QString text = m_texts.value(logical);
        const int cellWidth = header->sectionSize(logical);
        if (text.isEmpty() || header->isSectionHidden(logical))
            return;
        const QVariant given = m_view->model() ? m_view->model()->headerData(logical, Qt::Horizontal, Qt::TextAlignmentRole) : QVariant();
        const Qt::Alignment alignment = given.isValid() ? Qt::Alignment(given.toInt()) : Qt::AlignLeft;
        const bool right = alignment & Qt::AlignRight;
        painter.setPen(theme.text);
        painter.drawText(QRect(x + 8, 1, cellWidth - 16, height() - 1),
                         Qt::AlignVCenter | Qt::TextSingleLine | (right ? Qt::AlignRight : Qt::AlignLeft), text);
    };
    for (int column = 0; column < frozenColumns; ++column) {
        drawCell(column, frozenEnd);
        frozenEnd += header->isSectionHidden(column) ? 0 : header->sectionSize(column);
    }
    if (frozenColumns) {
        painter.fillRect(QRect(frozenEnd - 1, 0, 1, height()), theme.bambooLine);
        painter.fillRect(QRect(frozenEnd + 2, 0, 1, height()), theme.bambooLine);
        painter.setClipRect(QRect(frozenEnd + 3, 0, width(), height()));
    }
    for (int column = frozenColumns; column < header->count(); ++column)
        drawCell(column, header->sectionViewportPosition(column));
}

} // namespace dimsum
