#include "ui/common/search_field.h"

#include "ui/common/drawing.h"
#include "ui/common/icon.h"
#include "ui/common/theme.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

namespace dimsum {

SearchField::SearchField(const QString &placeholder, const QString &keyCap, QWidget *parent)
    : QLineEdit(parent), m_keyCap(keyCap),
      m_magnifier(addAction(themedIcon(QStringLiteral("search"), Tone::muted), LeadingPosition))
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setClearButtonEnabled(true);
    setMinimumWidth(128);
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_keyCap.isEmpty() || !text().isEmpty() || hasFocus())
        return;
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    const QFont font = theme.font(TypeSize::caption);
    const int width = QFontMetrics(font).horizontalAdvance(m_keyCap) + 10;
    const QRect cap(this->width() - width - 5, (height() - 18) / 2, width, 18);
    paintFrame(&painter, cap, theme.window, theme.line2, 3);
    painter.setFont(font);
    painter.setPen(theme.text3);
    painter.drawText(cap, Qt::AlignCenter, m_keyCap);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    if (text().isEmpty())
        Q_EMIT left();
    else
        clear();
}

void SearchField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_magnifier->setIcon(themedIcon(QStringLiteral("search"), Tone::muted));
}

} // namespace dimsum
