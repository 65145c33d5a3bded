#include "ui/common/drawing.h"

#include "ui/common/icon.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QPixmapCache>

#include <algorithm>
#include <cmath>

namespace dimsum {

namespace {

// What lupdate files the words of this file under.
class Marks
{
    Q_DECLARE_TR_FUNCTIONS(Marks)
};

// Draws in a square of `units` units placed into `square`.
class UnitSquare
{
public:
    UnitSquare(QPainter *painter, const QRectF &square, double units) : m_painter(painter)
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(square.topLeft());
        painter->scale(square.width() / units, square.height() / units);
    }
    UnitSquare(const UnitSquare &) = delete;
    UnitSquare &operator=(const UnitSquare &) = delete;
    ~UnitSquare() { m_painter->restore(); }

private:
    QPainter *m_painter;
};

// Rectangle whose 1-device-pixel outline falls on the pixel grid, and that pixel's width in logical units.
QRectF onGrid(const QPainter *painter, const QRectF &rect, double *pixel)
{
    const QTransform device = painter->deviceTransform();
    if (device.type() > QTransform::TxScale || device.m11() == 0) {
        *pixel = 1;
        return rect.adjusted(0.5, 0.5, -0.5, -0.5);
    }
    const QRectF mapped = device.mapRect(rect);
    const double line = std::max(1.0, std::floor(device.m11() + 0.01));
    QRectF snapped(QPointF(std::round(mapped.left()), std::round(mapped.top())),
                   QPointF(std::round(mapped.right()), std::round(mapped.bottom())));
    snapped.adjust(line / 2, line / 2, -line / 2, -line / 2);
    *pixel = line / device.m11();
    return device.inverted().mapRect(snapped);
}

} // namespace

QColor faded(QColor color, double opacity)
{
    color.setAlphaF(static_cast<float>(opacity));
    return color;
}

namespace {

// The part of a frame in one corner of `outer`: the band of `line` along a rounded corner, out to `reach` along both sides.
void addCorner(QPainterPath *path, const QRectF &outer, double line, double radius, double reach, bool right, bool bottom)
{
    const double in = std::max(0.0, radius - line / 2), out = radius + line / 2; // `radius`: of the middle of the line
    const auto at = [&](double x, double y) {
        return QPointF(right ? outer.right() - x : outer.left() + x, bottom ? outer.bottom() - y : outer.top() + y);
    };
    const auto control = 0.5522847498; // of a quarter of a circle
    path->moveTo(at(0, reach));
    path->lineTo(at(0, out));
    path->cubicTo(at(0, out * (1 - control)), at(out * (1 - control), 0), at(out, 0));
    path->lineTo(at(reach, 0));
    path->lineTo(at(reach, line));
    path->lineTo(at(line + in, line));
    path->cubicTo(at(line + in * (1 - control), line), at(line, line + in * (1 - control)), at(line, line + in));
    path->lineTo(at(line, reach));
    path->closeSubpath();
}

// A frame whose sides lie on the pixel grid: they need no smoothing, which takes far longer than filling. `outer`: with the line.
void paintSides(QPainter *painter, const QRectF &outer, double line, double radius, const QColor &color)
{
    const double reach = radius > 0 ? std::ceil((radius + line / 2) / line) * line : 0; // of a corner, a whole number of pixels
    const double below = std::max(reach, line);                                         // no pixel twice: a line may be translucent
    painter->fillRect(QRectF(outer.left() + reach, outer.top(), outer.width() - 2 * reach, line), color);
    painter->fillRect(QRectF(outer.left() + reach, outer.bottom() - line, outer.width() - 2 * reach, line), color);
    painter->fillRect(QRectF(outer.left(), outer.top() + below, line, outer.height() - 2 * below), color);
    painter->fillRect(QRectF(outer.right() - line, outer.top() + below, line, outer.height() - 2 * below), color);
    if (reach <= 0)
        return;
    QPainterPath corners;
    for (const bool right : {false, true})
        for (const bool bottom : {false, true})
            addCorner(&corners, outer, line, radius, reach, right, bottom);
    painter->fillPath(corners, color);
}

} // namespace

void paintFrame(QPainter *painter, const QRectF &rect, const QColor &fill, const QColor &line, double radius)
{
    double pixel = 1;
    const QRectF edge = onGrid(painter, rect, &pixel);
    const QRectF outer = edge.adjusted(-pixel / 2, -pixel / 2, pixel / 2, pixel / 2);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool tiny = std::min(outer.width(), outer.height()) < 2 * (radius + 2 * pixel), turned = painter->deviceTransform().type() > QTransform::TxScale;
    if (line.isValid() && !tiny && !turned) {
        if (fill.isValid() && radius <= 0) {
            painter->fillRect(outer, fill);
        } else if (fill.isValid()) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(fill);
            painter->drawRoundedRect(edge, radius, radius);
        }
        paintSides(painter, outer, pixel, radius, line);
    } else {
        painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
        painter->setPen(line.isValid() ? QPen(line, pixel) : QPen(Qt::NoPen));
        const QRectF body = line.isValid() ? edge : outer;
        if (radius > 0)
            painter->drawRoundedRect(body, radius, radius);
        else
            painter->drawRect(body);
    }
    painter->restore();
}

void paintFocusRing(QPainter *painter, const QRectF &rect, const Theme &theme, double radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    QPen pen(theme.accent, 2);
    pen.setJoinStyle(Qt::MiterJoin);
    painter->setPen(pen);
    painter->drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius);
    painter->restore();
}

// The digit as a path: text in a scaled painter would be hinted for the wrong size and sit off centre. Kept, because a table
// asks for it in every row. In the GUI thread, like all painting.
static const QPainterPath &tierDigit(int tier, const Theme &theme)
{
    static QHash<QPair<QString, int>, QPainterPath> kept;
    QPainterPath &glyph = kept[{theme.baseFont.family(), tier}];
    if (glyph.isEmpty()) {
        QFont font = theme.baseFont;
        font.setPixelSize(12);
        font.setWeight(QFont::Bold);
        glyph.addText(0, 0, font, QString::number(tier));
    }
    return glyph;
}

void paintTierBadge(QPainter *painter, const QRectF &square, int tier, const Theme &theme, bool disabled)
{
    const UnitSquare units(painter, square, 20);
    const QColor ink = disabled ? theme.disabled : theme.tierInk(tier);
    QColor digit = ink;
    if (tier == 1) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink);
        painter->drawEllipse(QPointF(10, 10), 9, 9);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(faded(theme.onTier, 0.55), 0.9));
        painter->drawEllipse(QPointF(10, 10), 7.1, 7.1);
        digit = theme.onTier;
    } else if (tier == 2) {
        painter->setPen(QPen(ink, 1.5));
        painter->setBrush(disabled ? theme.window : theme.tierTint(2));
        painter->drawRoundedRect(QRectF(1.7, 1.7, 16.6, 16.6), 3.6, 3.6);
    } else if (tier == 3) {
        QPainterPath cup(QPointF(1.4, 3.4));
        cup.lineTo(18.6, 3.4);
        cup.lineTo(15.9, 15.2);
        cup.quadTo(15.4, 17.2, 13.4, 17.2);
        cup.lineTo(6.6, 17.2);
        cup.quadTo(4.6, 17.2, 4.1, 15.2);
        cup.closeSubpath();
        painter->setPen(QPen(ink, 1.4, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        painter->setBrush(Qt::NoBrush);
        painter->drawPath(cup);
    } else {
        QPen dashes(ink, 1.1);
        dashes.setDashPattern({2.0, 2.2});
        painter->setPen(dashes);
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(QPointF(10, 10), 8.2, 8.2);
        painter->setPen(QPen(ink, 1.5));
        painter->drawLine(QPointF(7, 10), QPointF(13, 10));
        return;
    }
    const QPainterPath &glyph = tierDigit(tier, theme);
    const QRectF box = glyph.boundingRect();
    const double lift = tier == 3 ? 0.2 : 0;
    painter->setPen(Qt::NoPen);
    painter->setBrush(digit);
    painter->drawPath(glyph.translated(10 - box.center().x(), 10 - box.center().y() + lift));
}

void paintSteam(QPainter *painter, const QRectF &square, Tone tone, const Theme &theme)
{
    const UnitSquare units(painter, square, 16);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.ink(tone));
    painter->drawEllipse(QPointF(8, 8), 7.5, 7.5);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(theme.base, 1.5, Qt::SolidLine, Qt::RoundCap));
    for (const double x : {5.9, 10.0}) {
        QPainterPath wisp(QPointF(x, 12));
        wisp.cubicTo(x - 1.7, 10.5, x + 1.3, 9.4, x, 7.8);
        wisp.cubicTo(x - 1.3, 6.2, x - 0.7, 5.2, x + 0.2, 4.2);
        painter->drawPath(wisp);
    }
}

void paintTick(QPainter *painter, const QRectF &square, const Theme &theme)
{
    const UnitSquare units(painter, square, 18);
    // A pen stroke: thin where it is set down, heavy at the turn, thin where it leaves the box.
    QPainterPath stroke(QPointF(2.6, 8.6));
    stroke.cubicTo(4.6, 9.8, 6.2, 11.6, 7.4, 13.8);
    stroke.cubicTo(10.6, 7.4, 15.2, 2.4, 21.8, -1.6);
    stroke.cubicTo(16.2, 3.6, 11.8, 9.4, 8.6, 16.6);
    stroke.quadTo(7.6, 18.0, 6.6, 16.4);
    stroke.cubicTo(5.4, 13.6, 4.2, 11.4, 2.2, 9.4);
    stroke.closeSubpath();
    painter->setPen(QPen(theme.red, 0.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(theme.red);
    painter->drawPath(stroke);
}

void paintFitBar(QPainter *painter, const QRectF &rect, const FitRange &range, const Theme &theme)
{
    const auto x = [&](double value) { return rect.left() + std::clamp(value, 0.0, 100.0) / 100 * rect.width(); };
    const QRectF bar(rect.left(), rect.center().y() - 3, rect.width(), 6);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(faded(theme.line, 0.7));
    painter->drawRoundedRect(bar, 1.5, 1.5);
    if (range.fitMax > range.fit) {
        painter->setBrush(theme.base);
        painter->setPen(QPen(theme.fit, 1));
        painter->drawRect(QRectF(x(range.fit), bar.top() + 0.5, std::max(1.0, x(range.fitMax) - x(range.fit) - 0.5), 5));
    }
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.fit);
    painter->drawRoundedRect(QRectF(bar.left(), bar.top(), x(range.fit) - bar.left(), 6), 1.5, 1.5);
    if (range.threshold >= 0) {
        painter->setPen(QPen(theme.text, 1.2));
        painter->drawLine(QPointF(x(range.threshold), bar.top() - 2.5), QPointF(x(range.threshold), bar.bottom() + 2.5));
    }
    painter->restore();
}

void paintSparkLine(QPainter *painter, const QRectF &rect, const QList<double> &weeks, Tone tone, bool surge,
                    const Theme &theme)
{
    if (weeks.size() < 2)
        return;
    const auto [low, high] = std::minmax_element(weeks.cbegin(), weeks.cend());
    const double bottom = *low * 0.72, top = std::max(*high, bottom + 1);
    QPolygonF line;
    for (qsizetype i = 0; i < weeks.size(); ++i)
        line << QPointF(rect.left() + 2 + static_cast<double>(i) * (rect.width() - 6) / static_cast<double>(weeks.size() - 1),
                        rect.bottom() - 2 - (weeks[i] - bottom) / (top - bottom) * (rect.height() - 5));
    QPolygonF area = line;
    area << QPointF(line.last().x(), rect.bottom() - 1) << QPointF(line.first().x(), rect.bottom() - 1);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.tint(tone));
    painter->drawPolygon(area);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(theme.ink(tone), 1.3, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter->drawPolyline(line);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.ink(tone));
    const double radius = surge ? 2.6 : 1.8;
    painter->drawEllipse(line.last(), radius, radius);
    painter->restore();
}

void paintSparkColumns(QPainter *painter, const QRectF &rect, const QList<double> &weeks, Tone tone,
                       const Theme &theme)
{
    if (weeks.isEmpty())
        return;
    const double top = std::max(4.0, *std::max_element(weeks.cbegin(), weeks.cend()));
    const double step = (rect.width() - 2) / static_cast<double>(weeks.size());
    const QColor older = faded(theme.ink(tone), 0.62);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    for (qsizetype i = 0; i < weeks.size(); ++i) {
        const bool some = weeks[i] > 0;
        const double height = some ? std::max(1.5, weeks[i] / top * (rect.height() - 4)) : 1;
        const QRectF column(rect.left() + 1 + static_cast<double>(i) * step, rect.bottom() - 1 - height, step - 1.4, height);
        painter->fillRect(column, !some ? theme.line2 : i + 1 == weeks.size() ? theme.ink(tone) : older);
    }
    painter->restore();
}

void paintBar(QPainter *painter, const QRectF &rect, double share, const QColor &fill, const Theme &theme)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.line);
    painter->drawRoundedRect(rect, 1.5, 1.5);
    painter->setBrush(fill);
    painter->drawRoundedRect(QRectF(rect.left(), rect.top(), rect.width() * std::clamp(share, 0.0, 1.0), rect.height()),
                             1.5, 1.5);
    painter->restore();
}

void paintInterval(QPainter *painter, const QRectF &rect, const IntervalMark &interval, const Theme &theme)
{
    const double span = interval.scaleMax - interval.scaleMin;
    if (!(span > 0))
        return;
    const auto x = [&](double value) {
        return rect.left() + std::clamp((value - interval.scaleMin) / span, 0.0, 1.0) * rect.width();
    };
    const double y = rect.center().y();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme.control, 1));
    painter->drawLine(QPointF(x(interval.zero), rect.top() + 2), QPointF(x(interval.zero), rect.bottom() - 2));
    const QColor ink = interval.proven ? theme.accent : theme.text3;
    painter->setPen(QPen(ink, 1.5));
    painter->drawLine(QPointF(x(interval.low), y), QPointF(x(interval.high), y));
    for (const double end : {x(interval.low), x(interval.high)})
        painter->drawLine(QPointF(end, y - 4), QPointF(end, y + 4));
    painter->setBrush(interval.proven ? ink : theme.base);
    painter->drawEllipse(QPointF(x(interval.point), y), 3.5, 3.5);
    painter->restore();
}

namespace {

constexpr double hatchStep = 5.5, hatchLine = 1.1;

// Lines at 45 degrees through multiples of the step: through the bottom of `rect`, or falling ones through its top.
void paintHatchLines(QPainter *painter, const QRectF &rect, const QColor &ink, bool falling)
{
    painter->setPen(QPen(ink, hatchLine));
    const double h = rect.height();
    for (double x = std::floor((rect.left() - h) / hatchStep) * hatchStep; x < rect.right() + h; x += hatchStep) {
        const QPointF bottom(falling ? x + h : x, rect.bottom()), top(falling ? x : x + h, rect.top());
        painter->drawLine(bottom, top);
    }
}

// The same as a tile, kept: every line would be outlined and smoothed anew, and a gauge under a slider has a hundred of them.
QBrush hatchBrush(const QColor &ink, bool falling, double scale)
{
    constexpr double side = 8 * hatchStep; // a whole number of pixels on screens of 100, 125, 150, 175 and 200 %
    const int pixels = std::max(1, static_cast<int>(std::lround(side * scale)));
    const QString key = QStringLiteral("hatch/%1/%2/%3").arg(ink.rgba()).arg(falling).arg(pixels);
    QPixmap tile;
    if (!QPixmapCache::find(key, &tile)) {
        tile = QPixmap(pixels, pixels);
        tile.fill(Qt::transparent);
        QPainter painter(&tile);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(pixels / side, pixels / side);
        paintHatchLines(&painter, QRectF(0, 0, side, side), ink, falling);
        QPixmapCache::insert(key, tile);
    }
    QBrush brush(tile);
    brush.setTransform(QTransform::fromScale(side / pixels, side / pixels));
    return brush;
}

} // namespace

void paintHatch(QPainter *painter, const QRectF &rect, const QColor &ink, const QColor &ground, int degrees)
{
    if (rect.width() <= 0 || rect.height() <= 0)
        return;
    const bool falling = degrees != 45;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(rect, Qt::IntersectClip);
    if (ground.isValid())
        painter->fillRect(rect, ground);
    // Anchored to the page, not to the segment: neighbours of one kind run on without a seam.
    const QTransform device = painter->deviceTransform();
    if (painter->paintEngine()->type() == QPaintEngine::Raster && device.type() <= QTransform::TxScale) {
        painter->setBrushOrigin(QPointF(0, falling ? rect.top() : rect.bottom()));
        painter->fillRect(rect, hatchBrush(ink, falling, device.m11()));
    } else {
        paintHatchLines(painter, rect, ink, falling);
    }
    painter->restore();
}

double paintTag(QPainter *painter, const QRectF &rect, const QString &text, Tone tone, const Theme &theme)
{
    const QFont font = theme.font(TypeSize::caption);
    const double width = QFontMetricsF(font).horizontalAdvance(text) + 10;
    if (!painter)
        return width;
    const double height = std::max(17.0, QFontMetricsF(font).height() + 2);
    const QRectF box(rect.left(), rect.center().y() - height / 2, std::min(width, rect.width()), height);
    const bool quiet = tone == Tone::plain || tone == Tone::secondary || tone == Tone::muted;
    painter->save();
    paintFrame(painter, box, theme.tint(tone), theme.highContrast ? theme.line2 : QColor(), metric::tagRadius);
    painter->setFont(font);
    painter->setPen(quiet ? theme.text2 : theme.ink(tone));
    painter->drawText(box.adjusted(5, 0, -4, 0), Qt::AlignVCenter | Qt::AlignLeft,
                      QFontMetricsF(font).elidedText(text, Qt::ElideRight, box.width() - 9));
    painter->restore();
    return width;
}

QString tierShortText(int tier)
{
    switch (tier) {
    case 1: return Marks::tr("just right");
    case 2: return Marks::tr("too big");
    case 3: return Marks::tr("too small");
    default: return Marks::tr("not in program");
    }
}

QString tierText(int tier)
{
    if (tier < 1 || tier > 3)
        return Marks::tr("No tier, not in the program");
    return Marks::tr("Tier %1, %2").arg(tier).arg(tierShortText(tier));
}

QString fitText(const FitRange &range)
{
    const QLocale locale;
    if (!range.disqualifiedBy.isEmpty())
        return Marks::tr("disqualified: %1").arg(range.disqualifiedBy);
    QString text = Marks::tr("fit %1").arg(locale.toString(qRound(range.fit)));
    if (qRound(range.fitMax) > qRound(range.fit))
        text += Marks::tr(", up to %1").arg(locale.toString(qRound(range.fitMax)));
    if (range.threshold >= 0)
        text += Marks::tr(", threshold %1").arg(locale.toString(qRound(range.threshold)));
    return text;
}

QString capacityText(const Capacity &capacity)
{
    const QLocale locale;
    if (capacity.total < 0)
        return Marks::tr("no limit");
    const QString unit = capacity.unit.isEmpty() ? QString() : QLatin1Char(' ') + capacity.unit;
    if (capacity.left <= 0)
        return Marks::tr("none of %1").arg(locale.toString(capacity.total)) + unit;
    return Marks::tr("%1 of %2").arg(locale.toString(capacity.left), locale.toString(capacity.total)) + unit;
}

Tone capacityTone(const Capacity &capacity)
{
    if (capacity.total < 0)
        return Tone::secondary;
    if (capacity.left <= 0)
        return Tone::red;
    return capacity.left * 3 < capacity.total ? Tone::warn : Tone::secondary;
}

QString deadlineText(const Deadline &deadline)
{
    const QLocale locale;
    const int days = static_cast<int>(std::ceil(std::abs(deadline.left)));
    return deadline.left < 0 ? Marks::tr("%1 d late").arg(locale.toString(days)) : Marks::tr("%1 d left").arg(locale.toString(days));
}

Tone deadlineTone(const Deadline &deadline)
{
    return deadline.left < 1 ? Tone::red : deadline.left < 3 ? Tone::warn : Tone::secondary;
}

} // namespace dimsum
