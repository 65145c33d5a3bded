#include "ui/common/slip_rule.h"

#include "ui/common/theme.h"

#include <QPainter>

namespace dimsum {

SlipRule::SlipRule(Kind kind, QWidget *parent) : QWidget(parent), m_kind(kind)
{
    setFixedHeight(kind == Kind::dashed ? 5 : 9);
}

void SlipRule::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    if (m_kind == Kind::doubleBamboo) {
        painter.fillRect(QRect(0, 3, width(), 1), theme.bamboo);
        painter.fillRect(QRect(0, 6, width(), 1), theme.bamboo);
        return;
    }
    QPen dashes(theme.slipEdge, 1);
    dashes.setDashPattern({3, 2});
    painter.setPen(dashes);
    painter.drawLine(QPointF(0, 2.5), QPointF(width(), 2.5));
}

} // namespace dimsum
