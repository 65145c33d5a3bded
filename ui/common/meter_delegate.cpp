#include "ui/common/meter_delegate.h"

#include "ui/common/drawing.h"

#include <QPainter>

namespace dimsum {

namespace {

constexpr int meterBarWidth = 30;

struct Meter {
    double share = -1; // below 0: words only
    QString text;
    Tone tone = Tone::secondary;
};

Meter meterOf(const QModelIndex &index)
{
    if (const QVariant value = index.data(CapacityRole); value.isValid()) {
        const auto capacity = value.value<Capacity>();
        const double share = capacity.total > 0 && capacity.left > 0 ? double(capacity.left) / capacity.total : -1;
        return {share, capacityText(capacity), capacityTone(capacity)};
    }
    if (const QVariant value = index.data(DeadlineRole); value.isValid()) {
        const auto deadline = value.value<Deadline>();
        const double share = deadline.left >= 0 && deadline.span > 0 ? deadline.left / deadline.span : -1;
        return {share, deadlineText(deadline), deadlineTone(deadline)};
    }
    return {};
}

} // namespace

void MeterDelegate::paintCell(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                              const QModelIndex &index, const Theme &theme) const
{
    if (const QVariant value = index.data(IntervalRole); value.isValid()) {
        const auto interval = value.value<IntervalMark>();
        if (interval.enough) {
            paintInterval(painter, rect, interval, theme);
            return;
        }
        painter->setPen(theme.text2);
        painter->drawText(rect, Qt::AlignVCenter, tr("too few to tell"));
        return;
    }
    const Meter meter = meterOf(index);
    if (meter.text.isEmpty()) {
        paintText(painter, rect, option, index, theme);
        return;
    }
    QRect text = rect;
    const QColor ink = theme.ink(meter.tone);
    if (meter.share >= 0) {
        paintBar(painter, QRectF(rect.left(), rect.center().y() - 2.5, meterBarWidth, 6), meter.share, ink, theme);
        text.setLeft(text.left() + meterBarWidth + 6);
    }
    painter->setFont(theme.font(TypeSize::small));
    painter->setPen(meter.tone == Tone::secondary ? theme.text : ink);
    painter->drawText(text, Qt::AlignVCenter, painter->fontMetrics().elidedText(meter.text, Qt::ElideRight, text.width()));
}

int MeterDelegate::cellWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.data(IntervalRole).isValid())
        return 140;
    const Meter meter = meterOf(index);
    return meter.text.isEmpty() ? RowDelegate::cellWidth(option, index)
                                : option.fontMetrics.horizontalAdvance(meter.text) + meterBarWidth + 8;
}

} // namespace dimsum
