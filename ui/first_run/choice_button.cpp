#include "ui/first_run/choice_button.h"

#include "ui/common/drawing.h"
#include "ui/common/icon.h"
#include "ui/common/theme.h"

#include <QPainter>

namespace dimsum {

ChoiceButton::ChoiceButton(const QString &iconName, QWidget *parent) : QCommandLinkButton(parent), m_iconName(iconName)
{
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
}

void ChoiceButton::setTexts(const QString &title, const QString &sentence)
{
    setText(title);
    setDescription(sentence);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    updateGeometry();
}

void ChoiceButton::setPrimary(bool primary)
{
    m_primary = primary;
    update();
}

QSize ChoiceButton::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    const int lines = QFontMetrics(theme.font(TypeSize::section)).height()
                      + QFontMetrics(theme.font(TypeSize::small)).height();
    return {580, qMax(72, lines + 28)};
}

void ChoiceButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(3, 3, -3, -3);
    QColor fill = m_primary ? theme.accentTint : theme.base;
    if (!isEnabled())
        fill = theme.window;
    else if (isDown())
        fill = theme.buttonDown;
    else if (underMouse() && !m_primary)
        fill = theme.hover;
    paintFrame(&painter, frame, fill, m_primary ? theme.accent : theme.line2, metric::panelRadius);
    if (hasFocus())
        paintFocusRing(&painter, rect(), theme, metric::panelRadius + 2);

    const QColor mark = !isEnabled() ? theme.disabled : m_primary ? theme.accent : theme.text2;
    paintIcon(&painter, QRectF(frame.left() + 17, frame.center().y() - 13, 26, 26), m_iconName, mark);
    if (isEnabled())
        paintIcon(&painter, QRectF(frame.right() - 34, frame.center().y() - 9, 18, 18),
                  QStringLiteral("chevron-right"), theme.text3);

    const QFont head = theme.font(TypeSize::section);
    const QFont text = theme.font(TypeSize::small);
    const QFontMetrics headMetrics(head), textMetrics(text);
    const int left = static_cast<int>(frame.left()) + 70;
    const int width = static_cast<int>(frame.right()) - 44 - left;
    const int height = headMetrics.height() + textMetrics.height();
    int y = static_cast<int>(frame.center().y()) - height / 2;
    painter.setFont(head);
    painter.setPen(isEnabled() ? theme.text : theme.disabled);
    painter.drawText(QRect(left, y, width, headMetrics.height()), Qt::AlignVCenter,
                     headMetrics.elidedText(this->text(), Qt::ElideRight, width));
    y += headMetrics.height();
    // The sentence of a disabled choice is its reason and stays readable.
    painter.setFont(text);
    painter.setPen(theme.text2);
    painter.drawText(QRect(left, y, width, textMetrics.height()), Qt::AlignVCenter,
                     textMetrics.elidedText(description(), Qt::ElideRight, width));
}

} // namespace dimsum
