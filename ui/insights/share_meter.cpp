#include "ui/insights/share_meter.h"

#include "qt/display_text.h"
#include "ui/common/drawing.h"
#include "ui/common/theme.h"

#include <QPainter>

#include <algorithm>

namespace dimsum {

ShareMeter::ShareMeter(const QString &label, QWidget *parent) : QWidget(parent), m_label(label)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ShareMeter::setShare(const std::optional<double> &share, double article)
{
    m_share = share;
    m_article = article;
    setAccessibleName(m_label);
    setAccessibleDescription(share ? tr("%1, articles say %2").arg(percentText(*share), percentText(article)) : tr("nothing tells it"));
    update();
}

QSize ShareMeter::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    return {150, QFontMetrics(theme.font(TypeSize::small)).height() + QFontMetrics(theme.font(TypeSize::section, true)).height() + 18};
}

void ShareMeter::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    const QFont small = theme.font(TypeSize::small), figure = theme.font(TypeSize::section, true);
    const int line = QFontMetrics(small).height(), high = QFontMetrics(figure).height();
    painter.setFont(small);
    painter.setPen(theme.text);
    painter.drawText(QRect(0, 0, width(), line), Qt::AlignVCenter, QFontMetrics(small).elidedText(m_label, Qt::ElideRight, width()));
    const QString text = m_share ? percentText(*m_share) : tr("–");
    painter.setFont(figure);
    painter.drawText(QRect(0, line, width(), high), Qt::AlignVCenter, text);
    const int after = QFontMetrics(figure).horizontalAdvance(text) + 8;
    painter.setFont(small);
    painter.setPen(theme.bambooInk);
    painter.drawText(QRect(after, line + 2, width() - after, high), Qt::AlignVCenter, tr("articles %1").arg(percentText(m_article)));
    const QRectF bar(0, line + high + 4, width() - 8, 6);
    paintBar(&painter, bar, std::clamp(m_share.value_or(0), 0.0, 1.0), theme.text2, theme);
    painter.setPen(QPen(theme.bambooInk, 2));
    const double mark = bar.left() + m_article * bar.width();
    painter.drawLine(QPointF(mark, bar.top() - 3), QPointF(mark, bar.bottom() + 3));
}

} // namespace dimsum
