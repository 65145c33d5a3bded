#include "ui/common/leader_line.h"

#include "ui/common/theme.h"

#include <QPainter>

#include <algorithm>

namespace dimsum {

LeaderLine::LeaderLine(const QString &name, const QString &amount, QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setLine(name, amount);
}

void LeaderLine::setLine(const QString &name, const QString &amount)
{
    m_name = name;
    m_amount = amount;
    setAccessibleName(name + QStringLiteral(", ") + amount);
    update();
}

QSize LeaderLine::sizeHint() const
{
    const QFontMetrics metrics(Theme::of(this).font(TypeSize::text, true));
    return {metrics.horizontalAdvance(m_name) + metrics.horizontalAdvance(m_amount) + 24, metrics.height()};
}

QSize LeaderLine::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void LeaderLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    const QFont plain = theme.baseFont, bold = theme.font(TypeSize::text, true);
    const int amount = QFontMetrics(bold).horizontalAdvance(m_amount) + 1;
    const QString name = QFontMetrics(plain).elidedText(m_name, Qt::ElideRight, std::max(0, width() - amount - 16));
    painter.setFont(plain);
    painter.setPen(theme.text);
    painter.drawText(rect(), Qt::AlignVCenter, name);
    painter.setFont(bold);
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignRight, m_amount);
    const int from = QFontMetrics(plain).horizontalAdvance(name) + 5, to = width() - amount - 5;
    QPen dots(theme.line2, 1);
    dots.setDashPattern({1, 2});
    painter.setPen(dots);
    if (to > from)
        painter.drawLine(QPointF(from, height() / 2.0 + 3.5), QPointF(to, height() / 2.0 + 3.5));
}

} // namespace dimsum
