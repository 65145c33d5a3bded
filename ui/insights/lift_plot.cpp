#include "ui/insights/lift_plot.h"

#include "qt/insight_words.h"
#include "ui/common/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dimsum {

LiftPlot::LiftPlot(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void LiftPlot::setPoints(const QList<LiftPoint> &points, double article, const QString &axis)
{
    m_points = points;
    m_article = article;
    m_axis = axis;
    QStringList words;
    for (const LiftPoint &point : points)
        words << (point.enough && point.lift ? tr("%1: %2").arg(point.label, ratioText(*point.lift)) : tr("%1: too few to tell").arg(point.label));
    setAccessibleName(tr("Conversion lift"));
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    update();
}

void LiftPlot::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme.font(TypeSize::small));
    const QFontMetrics metrics = painter.fontMetrics();
    const int line = metrics.height();
    const QRectF plot(34, 8, width() - 66, height() - 2 * line - 22);
    if (plot.height() < 30 || m_points.isEmpty())
        return;
    double least = 1, most = std::max(4.0, m_article) * 1.3;
    for (const LiftPoint &point : std::as_const(m_points)) {
        if (!point.enough || !point.interval)
            continue;
        least = std::min(least, point.interval->low);
        most = std::max(most, point.interval->high);
    }
    const double low = std::floor(std::log2(std::max(least, 1.0 / 16))), high = std::ceil(std::log2(std::min(most, 64.0)));
    const auto y = [&](double ratio) {
        return plot.bottom() - (std::clamp(std::log2(ratio), low, high) - low) / std::max(1.0, high - low) * plot.height();
    };
    for (int power = static_cast<int>(low); power <= static_cast<int>(high); ++power) {
        const double at = y(std::exp2(power));
        painter.setPen(power == 0 ? theme.control : theme.grid);
        painter.drawLine(QPointF(plot.left(), at), QPointF(plot.right(), at));
        painter.setPen(theme.text2);
        const QString text = power < 0 ? tr("1/%1×").arg(1 << -power) : tr("%1×").arg(1 << power);
        painter.drawText(QRectF(0, at - line / 2.0, plot.left() - 5, line), Qt::AlignRight | Qt::AlignVCenter, text);
    }
    painter.setPen(QPen(theme.bambooInk, 1.2, Qt::DashLine));
    painter.drawLine(QPointF(plot.left(), y(m_article)), QPointF(plot.right(), y(m_article)));
    const double step = plot.width() / static_cast<double>(m_points.size());
    for (int i = 0; i < m_points.size(); ++i) {
        const LiftPoint &point = m_points[i];
        const double x = plot.left() + step * (i + 0.5);
        painter.setFont(theme.font(TypeSize::small, point.current));
        painter.setPen(point.current ? theme.text : theme.text2);
        painter.drawText(QRectF(x - step / 2, plot.bottom() + 4, step, line), Qt::AlignCenter, point.label);
        if (!point.enough || !point.lift || !point.interval) {
            painter.save();
            painter.translate(x, plot.center().y());
            painter.rotate(-90);
            painter.setPen(theme.text2);
            painter.drawText(QRectF(-plot.height() / 2, -line / 2.0, plot.height(), line), Qt::AlignCenter, tr("too few to tell"));
            painter.restore();
            continue;
        }
        const QColor ink = point.current ? theme.accent : theme.text3;
        painter.setPen(QPen(ink, 1.5));
        painter.drawLine(QPointF(x, y(point.interval->low)), QPointF(x, y(point.interval->high)));
        for (const double end : {point.interval->low, point.interval->high})
            painter.drawLine(QPointF(x - 4, y(end)), QPointF(x + 4, y(end)));
        painter.setBrush(point.current ? ink : theme.base);
        painter.drawEllipse(QPointF(x, y(*point.lift)), 4, 4);
        painter.setPen(point.current ? theme.accent : theme.text2);
        painter.drawText(QPointF(x + 8, y(*point.lift) + metrics.ascent() / 2.0 - 1), ratioText(*point.lift));
    }
    painter.setFont(theme.font(TypeSize::small));
    painter.setPen(theme.text2);
    painter.drawText(QRectF(plot.left(), height() - line - 4, plot.width(), line), Qt::AlignCenter, m_axis);
}

} // namespace dimsum
