#include "ui/today/surge_series_delegate.h"

#include "ui/common/drawing.h"

#include <QPainter>

namespace dimsum {

void SurgeSeriesDelegate::paintCell(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &,
                                    const QModelIndex &index, const Theme &theme) const
{
    const Tone tone = static_cast<Tone>(index.data(ToneRole).toInt());
    const QList<double> weeks = index.data(SeriesRole).value<QList<double>>();
    constexpr int steam = 16;
    paintSteam(painter, QRectF(rect.left(), rect.center().y() - steam / 2.0, steam, steam), tone, theme);
    const QRectF picture = QRectF(rect).adjusted(steam + 8, 5, 0, -5);
    if (tone == Tone::intent)
        paintSparkLine(painter, picture, weeks, tone, true, theme);
    else
        paintSparkColumns(painter, picture, weeks, tone, theme);
}

} // namespace dimsum
