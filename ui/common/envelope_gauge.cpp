#include "ui/common/envelope_gauge.h"

#include "ui/common/drawing.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace dimsum {

namespace {

constexpr int gaugeHeight = 15;

// One segment: 0 delivered, 1 committed, 2 reserved, 3 this slip, 4 left. The order never changes.
void paintSegment(QPainter *painter, const QRectF &rect, int segment, int tier, const Theme &theme)
{
    const QColor ink = theme.tierInk(tier);
    QColor lighter = ink;
    lighter.setAlphaF(0.55f);
    switch (segment) {
    case 0:
        painter->fillRect(rect, ink);
        break;
    case 1:
        painter->fillRect(rect, lighter);
        break;
    case 2:
        paintHatch(painter, rect, ink, theme.base, 45);
        paintFrame(painter, rect, QColor(), ink, 0);
        break;
    case 3:
        paintHatch(painter, rect, theme.accent, theme.accentTint, 135);
        paintFrame(painter, rect, QColor(), theme.accent, 0);
        break;
    default:
        paintFrame(painter, rect, theme.base, theme.line2, 0);
    }
}

} // namespace

EnvelopeGauge::EnvelopeGauge(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void EnvelopeGauge::setEnvelope(const EnvelopeAmounts &envelope, const QString &description)
{
    if (envelope == m_envelope && description == toolTip()) // a slider says it at every step
        return;
    m_envelope = envelope;
    setAccessibleName(tr("Envelope of Tier %1").arg(envelope.tier));
    setAccessibleDescription(description);
    setToolTip(description);
    update();
}

Money EnvelopeGauge::left() const
{
    return m_envelope.limit - m_envelope.delivered - m_envelope.committed - m_envelope.reserved - m_envelope.slip;
}

QSize EnvelopeGauge::sizeHint() const
{
    return {218, gaugeHeight};
}

QSize EnvelopeGauge::minimumSizeHint() const
{
    return {80, gaugeHeight};
}

void EnvelopeGauge::paintSwatch(QPainter *painter, const QRectF &rect, int segment, int tier, const QWidget *widget)
{
    paintSegment(painter, rect, segment, tier, Theme::of(widget));
}

void EnvelopeGauge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    const QRectF frame(0, 1, width(), height() - 2);
    const auto limit = static_cast<double>(m_envelope.limit.minor);
    const double over = static_cast<double>(std::max<std::int64_t>(0, -left().minor));
    const double scale = limit + over > 0 ? (frame.width() - 4) / (limit + over) : 0;
    const double limitAt = 2 + limit * scale; // the tick moves left when the sum runs past it
    paintFrame(&painter, frame, theme.base, theme.line2, 2);
    const std::array<Money, 4> parts{m_envelope.delivered, m_envelope.committed, m_envelope.reserved, m_envelope.slip};
    double x = 2;
    for (int i = 0; i < 4; ++i) {
        const double width = static_cast<double>(parts[static_cast<std::size_t>(i)].minor) * scale;
        if (width <= 0)
            continue;
        paintSegment(&painter, QRectF(x, 3, std::max(1.5, width - 1), height() - 6), i, m_envelope.tier, theme);
        x += width;
    }
    if (over > 0) {
        const QRectF excess(limitAt, 3, this->width() - 2 - limitAt, height() - 6);
        paintHatch(&painter, excess, theme.red, theme.base, 45);
        paintFrame(&painter, excess, QColor(), theme.red, 0);
    }
    painter.fillRect(QRectF(std::min(limitAt + 0.4, width() - 1.6), 0, 1.6, height()), theme.text);
}

} // namespace dimsum
