#include "ui/first_run/steamer_drawing.h"

#include "ui/common/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace dimsum {

namespace {

QPen stroke(const QColor &color, double width)
{
    return QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

void paintSteamWisps(QPainter &painter, const Theme &theme)
{
    painter.setOpacity(0.75);
    painter.setPen(stroke(theme.bambooInk, 2));
    painter.setBrush(Qt::NoBrush);
    for (const double x : {98.0, 126.0, 154.0}) {
        const double bottom = x == 126.0 ? 34 : 40;
        QPainterPath wisp(QPointF(x, bottom));
        wisp.cubicTo(x - 10, bottom - 9, x + 8, bottom - 15, x, bottom - 25);
        if (x != 126.0)
            wisp.cubicTo(x - 4, bottom - 32, x - 3, bottom - 36, x + 1, bottom - 39);
        painter.drawPath(wisp);
    }
    painter.setOpacity(1);
}

void paintLid(QPainter &painter, const Theme &theme)
{
    QPainterPath lid(QPointF(36, 84));
    lid.cubicTo(44, 60, 82, 50, 126, 50);
    lid.cubicTo(170, 50, 208, 60, 216, 84);
    lid.closeSubpath();
    painter.setPen(stroke(theme.bambooInk, 2));
    painter.setBrush(theme.bambooTint);
    painter.drawPath(lid);
    painter.setPen(stroke(theme.bamboo, 1.5));
    painter.setBrush(Qt::NoBrush);
    for (const double side : {-1.0, 1.0}) {
        QPainterPath outer(QPointF(126 + side * 64, 84));
        outer.cubicTo(126 + side * 55, 67, 126 + side * 31, 59, 126, 59);
        painter.drawPath(outer);
        QPainterPath inner(QPointF(126 + side * 31, 84));
        inner.cubicTo(126 + side * 26, 70, 126 + side * 15, 61, 126, 59);
        painter.drawPath(inner);
    }
    painter.setPen(stroke(theme.bambooInk, 1.6));
    painter.setBrush(theme.bamboo);
    painter.drawRoundedRect(QRectF(112, 43, 28, 8), 3, 3);
}

void paintStorey(QPainter &painter, const Theme &theme, const QRectF &wall, const QRectF &rim,
                 std::initializer_list<double> marks)
{
    painter.setPen(stroke(theme.bambooInk, 2));
    painter.setBrush(theme.bambooTint);
    painter.drawRect(wall);
    painter.setPen(stroke(theme.bamboo, 1.4));
    for (const double x : {68.0, 97.0, 126.0, 155.0, 184.0})
        painter.drawLine(QPointF(x, wall.top() + 2), QPointF(x, wall.bottom() - 2));
    painter.setPen(stroke(theme.bambooInk, 2.2));
    for (const double x : marks)
        painter.drawLine(QPointF(x, wall.top() + 8.5), QPointF(x, wall.bottom() - 8.5));
    painter.setPen(stroke(theme.bambooInk, 2));
    painter.setBrush(theme.bamboo);
    painter.drawRoundedRect(rim, 3, 3);
}

} // namespace

SteamerDrawing::SteamerDrawing(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    setMaximumSize(sizeHint());
}

void SteamerDrawing::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double scale = qMin(width() / 252.0, height() / 196.0);
    painter.translate((width() - 252 * scale) / 2, (height() - 196 * scale) / 2);
    painter.scale(scale, scale);

    painter.setPen(stroke(theme.line2, 2));
    painter.drawLine(QPointF(20, 190), QPointF(232, 190));
    paintSteamWisps(painter, theme);
    paintLid(painter, theme);
    paintStorey(painter, theme, QRectF(38, 138, 176, 32), QRectF(34, 170, 184, 11), {112, 140});
    paintStorey(painter, theme, QRectF(38, 97, 176, 30), QRectF(34, 127, 184, 11), {82, 170});
    painter.setPen(stroke(theme.bambooInk, 2));
    painter.setBrush(theme.bamboo);
    painter.drawRoundedRect(QRectF(30, 84, 192, 13), 3, 3);
}

} // namespace dimsum
