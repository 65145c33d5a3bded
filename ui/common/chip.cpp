#include "ui/common/chip.h"

#include "ui/common/drawing.h"
#include "ui/common/icon.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace dimsum {

namespace {
constexpr int side = 9, gap = 5, markSize = 12;
}

Chip::Chip(const QString &field, const QString &operation, const QString &value, QWidget *parent)
    : QAbstractButton(parent), m_kind(Kind::condition), m_field(field), m_operation(operation), m_value(value)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Filter: %1 %2 %3").arg(field, operation, value));
    setToolTip(tr("%1 %2 %3. Click to change, Delete to remove.").arg(field, operation, value));
}

Chip::Chip(Kind kind, const QString &text, const QString &iconName, QWidget *parent)
    : QAbstractButton(parent), m_kind(kind), m_iconName(iconName.isEmpty() && kind == Kind::add ? QStringLiteral("add")
                                                                                                : iconName)
{
    setText(text);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setCheckable(kind == Kind::toggle);
    setAccessibleName(text);
}

QSize Chip::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    const QFontMetrics plain(theme.font(TypeSize::small)), bold(theme.font(TypeSize::small, true));
    int width = 2 * side;
    if (m_kind == Kind::condition)
        width += plain.horizontalAdvance(m_field) + gap + plain.horizontalAdvance(m_operation) + gap
                 + bold.horizontalAdvance(m_value) + gap + markSize;
    else
        width += plain.horizontalAdvance(text()) + (m_iconName.isEmpty() ? 0 : markSize + gap);
    return {width + 2, std::max(metric::controlSmall, plain.height() + 6)};
}

QRect Chip::crossRect() const
{
    return m_kind == Kind::condition ? QRect(width() - side - markSize - 3, 0, markSize + side + 3, height()) : QRect();
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    const bool on = isChecked();
    const QColor ink = !isEnabled() ? theme.disabled : on ? theme.accent : theme.text;
    const QRectF box(rect());
    if (m_kind == Kind::add) {
        painter.setRenderHint(QPainter::Antialiasing);
        QPen dashes(theme.control, 1);
        dashes.setDashPattern({3, 2});
        painter.setPen(dashes);
        painter.setBrush(underMouse() ? theme.hover : QColor(Qt::transparent));
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), metric::chipRadius - 0.5, metric::chipRadius - 0.5);
    } else {
        paintFrame(&painter, box, on ? theme.accentTint : underMouse() ? theme.hover : theme.base,
                   on ? theme.accent : theme.line2, std::min<double>(metric::chipRadius, box.height() / 2));
    }
    const QFont plain = theme.font(TypeSize::small), bold = theme.font(TypeSize::small, true);
    double x = side + 1;
    const auto say = [&](const QString &words, const QFont &font, const QColor &color) {
        painter.setFont(font);
        painter.setPen(color);
        const int width = QFontMetrics(font).horizontalAdvance(words);
        painter.drawText(QRectF(x, 0, width + 4, height()), Qt::AlignVCenter | Qt::TextSingleLine, words);
        x += width + gap;
    };
    if (m_kind == Kind::condition) {
        say(m_field, plain, ink);
        say(m_operation, plain, theme.text3);
        say(m_value, bold, ink);
        paintIcon(&painter, QRectF(x + 1, (height() - 9) / 2.0, 9, 9), QStringLiteral("close"),
                  theme.text3);
    } else {
        if (!m_iconName.isEmpty()) {
            paintIcon(&painter, QRectF(x, (height() - markSize) / 2.0, markSize, markSize), m_iconName,
                      on ? theme.accent : theme.text2);
            x += markSize + gap;
        }
        say(text(), plain, m_kind == Kind::add ? theme.text2 : ink);
    }
    if (hasFocus())
        paintFocusRing(&painter, box, theme, metric::chipRadius - 1);
}

void Chip::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && crossRect().contains(event->position().toPoint())) {
        setDown(false);
        Q_EMIT removalRequested();
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

void Chip::keyPressEvent(QKeyEvent *event)
{
    const bool away = event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace;
    if (away && m_kind == Kind::condition)
        Q_EMIT removalRequested();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void Chip::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateGeometry();
}

} // namespace dimsum
