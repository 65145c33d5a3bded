#include "ui/common/steamer_band.h"

#include "ui/common/theme.h"

#include <QPainter>

namespace dimsum {

SteamerBand::SteamerBand(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(metric::steamerBand);
}

void SteamerBand::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    painter.fillRect(rect(), theme.panel);
    painter.fillRect(QRect(0, 0, width(), 1), theme.bambooLine);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.bambooLine);
}

} // namespace dimsum
