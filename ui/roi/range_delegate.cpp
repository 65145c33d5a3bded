#include "ui/roi/range_delegate.h"

#include "ui/common/drawing.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dimsum {

void RangeDelegate::paintCell(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option, const QModelIndex &index,
                              const Theme &theme) const
{
    const QVariant value = index.data(RangeRole);
    if (!value.isValid()) {
        paintText(painter, rect, option, index, theme);
        return;
    }
    const auto range = value.value<RangeMark>();
    const double span = range.scaleMax - range.scaleMin;
    if (range.points.isEmpty() || !(span > 0))
        return;
    const auto x = [&](double point) { return rect.left() + std::clamp((point - range.scaleMin) / span, 0.0, 1.0) * rect.width(); };
    const double y = rect.center().y() + 0.5;
    const auto [least, most] = std::minmax_element(range.points.begin(), range.points.end());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme.control, 1));
    painter->drawLine(QPointF(x(range.zero), rect.top() - 4), QPointF(x(range.zero), rect.bottom() + 4));
    painter->setPen(Qt::NoPen);
    painter->setBrush(range.total ? theme.bambooLine : theme.line2);
    painter->drawRoundedRect(QRectF(x(*least) - 3, y - 3, x(*most) - x(*least) + 6, 6), 3, 3);
    painter->setBrush(theme.text2);
    for (const double point : range.points)
        painter->drawEllipse(QPointF(x(point), y), 2.2, 2.2);
    painter->setBrush(range.chosen < range.zero ? theme.red : theme.accent);
    const double at = x(range.chosen);
    const QPointF diamond[] = {{at, y - 5.5}, {at + 5.5, y}, {at, y + 5.5}, {at - 5.5, y}};
    painter->drawPolygon(diamond, 4);
    painter->restore();
}

RangeScale rangeScale(const QList<double> &values)
{
    RangeScale scale;
    if (values.isEmpty())
        return scale;
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    const double low = std::min(-1.0, *least), high = std::max(1.0, *most); // nobody loses more than the cost
    const double rough = (high - low) / 7;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
        scale.step = power * factor;
        if (scale.step >= rough)
            break;
    }
    scale.low = low;
    scale.high = std::ceil(high / scale.step) * scale.step;
    return scale;
}

} // namespace dimsum
