#include "ui/common/figure_label.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>

#include <algorithm>

namespace dimsum {

FigureLabel::FigureLabel(Qt::Alignment alignment, QWidget *parent) : QWidget(parent), m_alignment(alignment)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void FigureLabel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_parts.clear();
    bool bold = false;
    for (const QString &outer : text.split(QStringLiteral("<b>"))) {
        const QStringList inner = outer.split(QStringLiteral("</b>"));
        for (qsizetype i = 0; i < inner.size(); ++i) {
            if (!inner[i].isEmpty())
                m_parts.append({inner[i], bold && i == 0});
        }
        bold = true; // what follows a <b>
    }
    QString spoken = text;
    setAccessibleName(spoken.remove(QStringLiteral("<b>")).remove(QStringLiteral("</b>")));
    if (const int needed = neededWidth(); needed > m_width) {
        m_width = needed;
        updateGeometry();
    }
    update();
}

QFont FigureLabel::fontOf(bool bold) const
{
    QFont own = font();
    own.setBold(bold || own.bold());
    return own;
}

int FigureLabel::neededWidth() const
{
    int width = 0;
    for (const auto &[words, bold] : m_parts)
        width += QFontMetrics(fontOf(bold)).horizontalAdvance(words);
    return width;
}

QSize FigureLabel::sizeHint() const
{
    return {m_width, fontMetrics().height()};
}

void FigureLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Normal : QPalette::Disabled, QPalette::WindowText));
    const Qt::Alignment aligned = QStyle::visualAlignment(layoutDirection(), m_alignment);
    int x = (aligned & Qt::AlignRight) != 0 ? width() - neededWidth() : 0;
    const int baseline = (height() + fontMetrics().ascent() - fontMetrics().descent()) / 2;
    for (const auto &[words, bold] : m_parts) {
        painter.setFont(fontOf(bold));
        painter.drawText(x, baseline, words);
        x += QFontMetrics(painter.font()).horizontalAdvance(words);
    }
}

void FigureLabel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_width = neededWidth();
        updateGeometry();
    }
}

} // namespace dimsum
