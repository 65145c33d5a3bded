#include "ui/common/meter_bar.h"

#include "ui/common/drawing.h"

#include <QPainter>

#include <algorithm>

namespace dimsum {

namespace {
constexpr int barWidth = 56;
}

MeterBar::MeterBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void MeterBar::setCapacity(const Capacity &capacity)
{
    setShare(capacity.total > 0 ? double(std::max(0, capacity.left)) / capacity.total : -1, capacityText(capacity),
             capacityTone(capacity));
}

void MeterBar::setDeadline(const Deadline &deadline)
{
    setShare(deadline.span > 0 ? std::clamp(deadline.left / deadline.span, 0.0, 1.0) : -1, deadlineText(deadline),
             deadlineTone(deadline));
}

void MeterBar::setShare(double share, const QString &text, Tone tone)
{
    m_share = share;
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize MeterBar::sizeHint() const
{
    const QFontMetrics metrics(Theme::of(this).font(TypeSize::small));
    return {barWidth + 8 + metrics.horizontalAdvance(m_text), metrics.height() + 2};
}

void MeterBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    int x = 0;
    if (m_share >= 0) {
        paintBar(&painter, QRectF(0, height() / 2.0 - 3, barWidth, 6), m_share, theme.ink(m_tone), theme);
        x = barWidth + 6;
    }
    const bool loud = m_tone == Tone::red || m_tone == Tone::warn;
    painter.setFont(theme.font(TypeSize::small));
    painter.setPen(loud ? theme.ink(m_tone) : theme.text2);
    painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter, m_text);
}

} // namespace dimsum
