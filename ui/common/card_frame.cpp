#include "ui/common/card_frame.h"

#include "ui/common/drawing.h"
#include "ui/common/theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace dimsum {

CardFrame::CardFrame(QWidget *parent) : QFrame(parent), m_content(new QVBoxLayout(this))
{
    setFrameShape(QFrame::NoFrame);
    m_content->setContentsMargins(5, 5, 5, 5);
    m_content->setSpacing(0);
}

void CardFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    paintFrame(&painter, rect(), theme.slip, theme.bamboo, metric::controlRadius);
    paintFrame(&painter, QRectF(rect()).adjusted(3, 3, -3, -3), QColor(), theme.bambooLine, 2);
}

} // namespace dimsum
