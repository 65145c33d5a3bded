// Money of an envelope: delivered solid, committed 55 %, reserved hatched, this slip counter-hatched, limit a tick.
#pragma once

#include "domain/money.h"
#include "qt/roles.h"

#include <QWidget>

namespace dimsum {

struct EnvelopeAmounts {
    Money limit;
    Money delivered, committed, reserved, slip; // zero when absent; never unknown
    int tier = 1;                               // 1 to 3: the ink

    friend bool operator==(const EnvelopeAmounts &, const EnvelopeAmounts &) = default;
};

class EnvelopeGauge : public QWidget
{
    Q_OBJECT
public:
    explicit EnvelopeGauge(QWidget *parent = nullptr);

    // `description` says the same amounts in words, for assistive technology and the tooltip.
    void setEnvelope(const EnvelopeAmounts &envelope, const QString &description);
    const EnvelopeAmounts &envelope() const { return m_envelope; }
    Money left() const; // negative = over the limit
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    // The swatch of a segment for legends: 0 delivered, 1 committed, 2 reserved, 3 this slip, 4 left.
    static void paintSwatch(QPainter *painter, const QRectF &rect, int segment, int tier, const QWidget *widget);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    EnvelopeAmounts m_envelope;
};

} // namespace dimsum
