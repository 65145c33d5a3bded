#include "ui/common/sparkline_delegate.h"

#include "ui/common/drawing.h"

#include <QPainter>

namespace dimsum {

namespace {
constexpr int plotWidth = 56, discSize = 15;
}

SparklineDelegate::SparklineDelegate(Shape shape, QObject *parent) : RowDelegate(parent), m_shape(shape) {}

void SparklineDelegate::paintCell(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                                  const QModelIndex &index, const Theme &theme) const
{
    const bool intent = m_shape == Shape::intentLine;
    const Tone tone = intent ? Tone::intent : Tone::engagement;
    const int figure = option.fontMetrics.horizontalAdvance(QStringLiteral("100"));
    painter->setPen(inkOf(option, index, theme));
    const bool unknown = index.data(UnknownRole).toBool();
    painter->drawText(QRect(rect.left(), rect.top(), unknown ? rect.width() : figure, rect.height()),
                      Qt::AlignVCenter | (unknown ? Qt::AlignLeft : Qt::AlignRight), textOf(index));
    if (unknown)
        return;
    const auto weeks = index.data(SeriesRole).value<QList<double>>();
    const bool surge = index.data(SurgeRole).toBool();
    const QRectF plot(rect.left() + figure + 6, rect.center().y() - 9.5, std::min(plotWidth, rect.width() - figure - 6), 20);
    if (plot.width() > 12) {
        if (intent)
            paintSparkLine(painter, plot, weeks, tone, surge, theme);
        else
            paintSparkColumns(painter, plot, weeks, tone, theme);
    }
    if (surge && plot.right() + 5 + discSize <= rect.right() + 2)
        paintSteam(painter, QRectF(plot.right() + 5, rect.center().y() - 7, discSize, discSize), tone, theme);
}

int SparklineDelegate::cellWidth(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return option.fontMetrics.horizontalAdvance(QStringLiteral("100")) + 6 + plotWidth + 5 + discSize;
}

} // namespace dimsum
