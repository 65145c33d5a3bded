#include "ui/common/style_painting.h"

#include "ui/common/drawing.h"
#include "ui/common/style.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>

namespace dimsum::paint {

namespace {

const Theme &theme()
{
    return Theme::of();
}

// Fill and frame whose bottom edge is darker: the one hint of depth that controls have.
void controlFrame(QPainter *painter, const QRectF &rect, const QColor &fill, const QColor &line, const QColor &foot)
{
    paintFrame(painter, rect, fill, line, metric::controlRadius);
    painter->save();
    painter->setClipRect(QRectF(rect.left() + 1, rect.bottom() - 2, rect.width() - 2, 3));
    paintFrame(painter, rect, QColor(), foot, metric::controlRadius);
    painter->restore();
}

} // namespace

State::State(QStyle::State flags)
    : enabled(flags & QStyle::State_Enabled), hovered(enabled && (flags & QStyle::State_MouseOver)),
      pressed(enabled && (flags & QStyle::State_Sunken)), focused(enabled && (flags & QStyle::State_HasFocus)),
      on(flags & QStyle::State_On)
{
}

int lookOf(const QWidget *widget)
{
    return widget ? widget->property("dimsumLook").toInt() : 0;
}

bool isSmall(const QWidget *widget)
{
    return widget && widget->property("dimsumSmall").toBool();
}

void button(QPainter *painter, const QRect &rect, State state, const QWidget *widget)
{
    const Theme &t = theme();
    const auto look = static_cast<ButtonLook>(lookOf(widget));
    QRectF face(rect);
    if (state.focused) {
        paintFocusRing(painter, rect, t, metric::controlRadius + 1);
        face.adjust(3, 3, -3, -3);
    }
    if (look == ButtonLook::link)
        return;
    if (look == ButtonLook::flat) {
        if (state.pressed || state.hovered || state.on)
            paintFrame(painter, face, state.pressed ? t.buttonDown : t.hover, QColor(), metric::controlRadius);
        return;
    }
    if (!state.enabled) {
        paintFrame(painter, face, QColor(), t.line, metric::controlRadius);
        return;
    }
    if (look == ButtonLook::primary) {
        const QColor fill = state.hovered || state.pressed ? t.accentHover : t.accent;
        paintFrame(painter, face, fill, fill, metric::controlRadius);
        return;
    }
    const QColor fill = state.pressed ? t.buttonDown : state.on ? t.accentTint : state.hovered ? t.hover : t.button;
    controlFrame(painter, face, fill, t.line2, t.control);
}

void buttonLabel(QPainter *painter, const QStyleOptionButton &option, const QWidget *widget)
{
    const Theme &t = theme();
    const State state(option.state);
    const auto look = static_cast<ButtonLook>(lookOf(widget));
    const bool primary = look == ButtonLook::primary && state.enabled;
    QColor ink = look == ButtonLook::primary ? t.onAccent
                 : look == ButtonLook::flat  ? t.text2
                 : look == ButtonLook::danger ? t.red
                 : look == ButtonLook::link  ? t.accent
                                             : t.text;
    if (!state.enabled)
        ink = t.disabled;
    if (look == ButtonLook::normal && state.on)
        ink = t.accent;
    QFont font = option.fontMetrics.height() ? painter->font() : t.baseFont;
    if (look == ButtonLook::primary || (look == ButtonLook::normal && state.on))
        font.setWeight(QFont::DemiBold);
    const QVariant tone = widget ? widget->property("dimsumTone") : QVariant();
    if (tone.isValid() && state.enabled)
        ink = t.ink(static_cast<Tone>(tone.toInt()));
    font.setUnderline(look == ButtonLook::link && (state.hovered || tone.isValid()));
    painter->save();
    painter->setFont(font);
    const QFontMetrics metrics(font);
    const bool menu = option.features & QStyleOptionButton::HasMenu;
    QRect rect = option.rect.adjusted(0, 0, menu ? -16 : 0, 0);
    const int icon = option.icon.isNull() ? 0 : option.iconSize.width();
    const int gap = icon && !option.text.isEmpty() ? 6 : 0;
    const int text = metrics.size(Qt::TextShowMnemonic, option.text).width();
    int x = rect.left() + std::max(0, (rect.width() - icon - gap - text) / 2);
    if (icon) {
        const QIcon::Mode mode = !state.enabled ? QIcon::Disabled : primary ? QIcon::Selected : QIcon::Normal;
        option.icon.paint(painter, QRect(x, rect.center().y() - icon / 2 + (icon % 2 ? 0 : 1), icon, icon),
                          Qt::AlignCenter, mode, state.on ? QIcon::On : QIcon::Off);
        x += icon + gap;
    }
    painter->setPen(ink);
    painter->drawText(QRect(x, rect.top(), std::max(0, rect.right() - x + 1), rect.height()),
                      Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, option.text);
    if (menu)
        chevron(painter, QRectF(option.rect.right() - 20, option.rect.center().y() - 6, 12, 12), Direction::down,
                primary ? t.onAccent : t.text3);
    painter->restore();
}

void segment(QPainter *painter, const QRect &rect, State state, const QString &place)
{
    const Theme &t = theme();
    const bool first = place == QStringLiteral("first") || place == QStringLiteral("only");
    if (state.on || state.hovered || state.pressed)
        painter->fillRect(QRectF(rect).adjusted(first ? 1 : 0, 1, -1, -1),
                          state.on ? t.accentTint : state.pressed ? t.buttonDown : t.hover);
    if (!first)
        painter->fillRect(QRectF(rect.left(), rect.top() + 1, 1, rect.height() - 2), t.line);
    if (state.focused)
        paintFocusRing(painter, QRectF(rect).adjusted(1, 1, -1, -1), t, 3);
}

void toolButton(QPainter *painter, const QRect &rect, State state)
{
    const Theme &t = theme();
    if (state.on)
        paintFrame(painter, rect, t.accentTint, t.line2, metric::controlRadius);
    else if (state.pressed || state.hovered)
        paintFrame(painter, rect, state.pressed ? t.buttonDown : t.hover, t.line, metric::controlRadius);
    if (state.focused)
        paintFocusRing(painter, rect, t);
}

void input(QPainter *painter, const QRect &rect, State state, const QWidget *widget, bool combo)
{
    const Theme &t = theme();
    const bool invalid = widget && widget->property("dimsumInvalid").toBool();
    QColor fill = combo ? (state.pressed ? t.buttonDown : state.hovered ? t.hover : t.button) : t.base;
    if (!state.enabled) {
        paintFrame(painter, rect, combo ? QColor() : t.window, t.line, metric::controlRadius);
        return;
    }
    const QColor line = invalid ? t.red : t.line2;
    controlFrame(painter, rect, fill, line, invalid ? t.red : t.control);
    if (state.focused && !invalid)
        paintFocusRing(painter, rect, t);
}

void checkBox(QPainter *painter, const QRect &rect, State state, bool partial)
{
    const Theme &t = theme();
    const QRectF box(rect.center().x() - 7, rect.center().y() - 7, 16, 16);
    const bool filled = (state.on || partial) && state.enabled;
    paintFrame(painter, box, filled ? t.accent : state.enabled ? (state.pressed ? t.buttonDown : t.base) : t.window,
               filled ? t.accent : state.enabled ? t.control : t.line2, metric::tagRadius);
    if (state.on || partial) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(state.enabled ? t.onAccent : t.disabled, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF o = box.topLeft();
        if (partial)
            painter->drawLine(o + QPointF(4.5, 8), o + QPointF(11.5, 8));
        else
            painter->drawPolyline(QPolygonF{o + QPointF(4, 8.2), o + QPointF(6.9, 11), o + QPointF(12, 5.2)});
        painter->restore();
    }
    if (state.focused)
        paintFocusRing(painter, box.adjusted(-2, -2, 2, 2), t);
}

void radioButton(QPainter *painter, const QRect &rect, State state)
{
    const Theme &t = theme();
    const QRectF disc(rect.center().x() - 6.5, rect.center().y() - 6.5, 15, 15);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(state.enabled ? t.base : t.window);
    painter->setPen(QPen(!state.enabled ? t.line2 : state.on ? t.accent : t.control, 1));
    painter->drawEllipse(disc);
    if (state.on) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(state.enabled ? t.accent : t.disabled);
        painter->drawEllipse(disc.center(), 4, 4);
    }
    if (state.focused) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(t.accent, 2));
        painter->drawEllipse(disc.adjusted(-1.5, -1.5, 1.5, 1.5));
    }
    painter->restore();
}

void chevron(QPainter *painter, const QRectF &rect, Direction direction, const QColor &color)
{
    const double a = rect.width() * 0.29, b = a * 0.5; // half the width, half the depth
    const QPointF c = rect.center();
    QPolygonF line;
    switch (direction) {
    case Direction::down: line = {{c.x() - a, c.y() - b}, {c.x(), c.y() + b}, {c.x() + a, c.y() - b}}; break;
    case Direction::up: line = {{c.x() - a, c.y() + b}, {c.x(), c.y() - b}, {c.x() + a, c.y() + b}}; break;
    case Direction::left: line = {{c.x() + b, c.y() - a}, {c.x() - b, c.y()}, {c.x() + b, c.y() + a}}; break;
    case Direction::right: line = {{c.x() - b, c.y() - a}, {c.x() + b, c.y()}, {c.x() - b, c.y() + a}}; break;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, rect.width() >= 12 ? 1.3 : 1.1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(line);
    painter->restore();
}

void headerSection(QPainter *painter, const QStyleOptionHeader &option)
{
    const Theme &t = theme();
    const QRect r = option.rect;
    const State state(option.state);
    painter->fillRect(r, state.pressed ? t.buttonDown : state.hovered ? t.hover : t.header);
    painter->fillRect(QRectF(r.left(), r.bottom(), r.width(), 1), t.line2);
    const bool last = option.position == QStyleOptionHeader::End
                      || option.position == QStyleOptionHeader::OnlyOneSection;
    if (!last)
        painter->fillRect(QRectF(r.right(), r.top(), 1, r.height() - 1), t.line);
    const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
    QFont font = t.font(TypeSize::small, sorted);
    const QFontMetrics metrics(font);
    QRect text = r.adjusted(8, 0, -8, -1);
    const int arrow = sorted ? 14 : 0;
    const QString words = metrics.elidedText(option.text, Qt::ElideRight, std::max(0, text.width() - arrow));
    const int width = metrics.horizontalAdvance(words);
    int x = text.left();
    if (option.textAlignment & Qt::AlignRight)
        x = text.right() + 1 - width - arrow;
    else if (option.textAlignment & Qt::AlignHCenter)
        x = text.left() + (text.width() - width - arrow) / 2;
    painter->save();
    painter->setFont(font);
    painter->setPen(sorted ? t.text : t.text2);
    painter->drawText(QRect(x, text.top(), width + 2, text.height()), Qt::AlignVCenter | Qt::TextSingleLine, words);
    painter->restore();
    // Qt's SortDown means ascending in its own way of pointing; here the chevron points to where larger values are.
    if (sorted)
        chevron(painter, QRectF(x + width + 3, text.center().y() - 5, 12, 12),
                option.sortIndicator == QStyleOptionHeader::SortUp ? Direction::down : Direction::up, t.text2);
}

namespace {

// "My accounts\t48": a tab may carry a count, which is small and light.
QStringList tabParts(const QString &text)
{
    return text.split(QLatin1Char('\t'));
}

} // namespace

void tabShape(QPainter *painter, const QStyleOptionTab &option)
{
    const Theme &t = theme();
    const State state(option.state);
    const bool selected = option.state & QStyle::State_Selected;
    QRectF r(option.rect);
    if (!selected) {
        if (state.hovered)
            paintFrame(painter, r.adjusted(1, 4, -1, -2), t.hover, QColor(), metric::controlRadius);
        return;
    }
    painter->save();
    painter->setClipRect(r);
    paintFrame(painter, r.adjusted(0, 0, 0, 8), t.base, t.line2, metric::controlRadius);
    painter->setClipRect(QRectF(r.left(), r.top(), r.width(), 2));
    paintFrame(painter, r.adjusted(0, 0, 0, 8), t.accent, t.accent, metric::controlRadius);
    painter->restore();
    if (state.focused)
        paintFocusRing(painter, r.adjusted(3, 5, -3, -3), t, 3);
}

int tabWidth(const QStyleOptionTab &option)
{
    const Theme &t = theme();
    const QStringList parts = tabParts(option.text);
    int width = QFontMetrics(t.font(TypeSize::text, true)).size(Qt::TextShowMnemonic, parts.first()).width() + 24;
    if (parts.size() > 1)
        width += 6 + QFontMetrics(t.font(TypeSize::caption)).horizontalAdvance(parts.at(1));
    if (!option.icon.isNull())
        width += 16 + 6;
    return width + option.leftButtonSize.width() + option.rightButtonSize.width();
}

void tabLabel(QPainter *painter, const QStyleOptionTab &option)
{
    const Theme &t = theme();
    const bool selected = option.state & QStyle::State_Selected;
    const bool enabled = option.state & QStyle::State_Enabled;
    const QStringList parts = tabParts(option.text);
    QRect r = option.rect.adjusted(12 + option.leftButtonSize.width(), 1, -6, 0);
    painter->save();
    if (!option.icon.isNull()) {
        option.icon.paint(painter, QRect(r.left(), r.center().y() - 7, 16, 16), Qt::AlignCenter,
                          enabled ? QIcon::Normal : QIcon::Disabled, selected ? QIcon::On : QIcon::Off);
        r.setLeft(r.left() + 22);
    }
    painter->setFont(t.font(TypeSize::text, selected));
    painter->setPen(!enabled ? t.disabled : selected ? t.text : t.text2);
    painter->drawText(r, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, parts.first());
    if (parts.size() > 1) {
        r.setLeft(r.left() + painter->fontMetrics().size(Qt::TextShowMnemonic, parts.first()).width() + 6);
        painter->setFont(t.font(TypeSize::caption));
        painter->setPen(t.text3);
        painter->drawText(r, Qt::AlignVCenter | Qt::AlignLeft, parts.at(1));
    }
    painter->restore();
}

void scrollBar(QPainter *painter, const QStyleOptionSlider &option, const QRect &handle)
{
    const Theme &t = theme();
    const QRect r = option.rect;
    const bool upright = option.orientation == Qt::Vertical;
    painter->fillRect(r, t.alt);
    painter->fillRect(upright ? QRectF(r.left(), r.top(), 1, r.height()) : QRectF(r.left(), r.top(), r.width(), 1),
                      t.line);
    if (option.minimum >= option.maximum)
        return;
    const State state(option.state);
    const bool active = (option.activeSubControls & QStyle::SC_ScrollBarSlider) && (state.hovered || state.pressed);
    const QRectF bar = upright ? QRectF(r.left() + 3.5, handle.top() + 2, 6, handle.height() - 4)
                               : QRectF(handle.left() + 2, r.top() + 3.5, handle.width() - 4, 6);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(active ? t.control : t.line2);
    painter->drawRoundedRect(bar, 3, 3);
    painter->restore();
}

void slider(QPainter *painter, const QStyleOptionSlider &option, const QWidget *widget, const QRect &groove,
            const QRect &handle)
{
    const Theme &t = theme();
    const State state(option.state);
    const bool upright = option.orientation == Qt::Vertical;
    const QRectF track = upright ? QRectF(groove.center().x() - 1.5, groove.top(), 4, groove.height())
                                 : QRectF(groove.left(), groove.center().y() - 1.5, groove.width(), 4);
    QRectF done = track;
    if (upright)
        option.upsideDown ? done.setTop(handle.center().y()) : done.setBottom(handle.center().y());
    else
        option.upsideDown ? done.setLeft(handle.center().x()) : done.setRight(handle.center().x());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(t.line);
    painter->drawRoundedRect(track, 2, 2);
    painter->setBrush(state.enabled ? t.accent : t.line2);
    painter->drawRoundedRect(done, 2, 2);
    const QVariant was = widget ? widget->property("dimsumWas") : QVariant();
    if (was.isValid() && !upright && was.toInt() >= option.minimum && was.toInt() <= option.maximum) {
        const int span = groove.width() - handle.width();
        const int at = QStyle::sliderPositionFromValue(option.minimum, option.maximum, was.toInt(), span,
                                                       option.upsideDown);
        const double x = groove.left() + at + handle.width() / 2.0;
        painter->setPen(QPen(t.bambooInk, 1.4, Qt::DashLine));
        painter->drawLine(QPointF(x, track.center().y() - 8), QPointF(x, track.center().y() + 8));
    }
    painter->restore();
    const QRectF knob = upright ? QRectF(handle.center().x() - 7.0, handle.top(), 16, handle.height())
                                : QRectF(handle.left(), handle.center().y() - 7.0, handle.width(), 16);
    paintFrame(painter, knob, !state.enabled ? t.window : state.hovered ? t.hover : t.base,
               state.enabled ? t.control : t.line2, 3);
    if (state.enabled && !upright) {
        painter->fillRect(QRectF(knob.center().x() - 1.5, knob.top() + 5, 1, 6), t.line2);
        painter->fillRect(QRectF(knob.center().x() + 0.5, knob.top() + 5, 1, 6), t.line2);
    }
    if (state.focused)
        paintFocusRing(painter, knob.adjusted(-2, -2, 2, 2), t);
}

void splitterGrip(QPainter *painter, const QRect &rect, bool upright)
{
    const Theme &t = theme();
    painter->fillRect(rect, t.window);
    if (upright) {
        painter->fillRect(QRectF(rect.left(), rect.top(), 1, rect.height()), t.line2);
        painter->fillRect(QRectF(rect.right(), rect.top(), 1, rect.height()), t.line2);
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(t.control);
    const QPointF c = QRectF(rect).center();
    for (int i = -2; i <= 2; ++i)
        painter->drawEllipse(upright ? QPointF(c.x(), c.y() + i * 5) : QPointF(c.x() + i * 5, c.y()), 1, 1);
    painter->restore();
}

} // namespace dimsum::paint
