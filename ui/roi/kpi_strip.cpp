#include "ui/roi/kpi_strip.h"

#include "ui/common/drawing.h"
#include "ui/common/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace dimsum {

namespace {

constexpr int groupWidth = 28, leastFigure = 92, wantedFigure = 124, inset = 12;

} // namespace

KpiStrip::KpiStrip(const QString &group, QWidget *parent) : QWidget(parent), m_group(group)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(group);
}

void KpiStrip::setFigures(const QList<Kpi> &figures)
{
    m_figures = figures;
    QStringList words;
    for (const Kpi &kpi : figures)
        words << tr("%1: %2, %3").arg(kpi.label, kpi.figure, kpi.note);
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

QSize KpiStrip::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    const int high = QFontMetrics(theme.font(TypeSize::small)).height() * 2 + QFontMetrics(theme.font(TypeSize::title, true)).height() + 16;
    return {groupWidth + wantedFigure * static_cast<int>(std::max<qsizetype>(1, m_figures.size())), high};
}

QSize KpiStrip::minimumSizeHint() const
{
    return {groupWidth + leastFigure * static_cast<int>(std::max<qsizetype>(1, m_figures.size())), sizeHint().height()};
}

QRectF KpiStrip::place(qsizetype index) const
{
    const double each = (width() - groupWidth) / double(std::max<qsizetype>(1, m_figures.size()));
    return {groupWidth + each * double(index), 0, each, double(height())};
}

void KpiStrip::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    paintFrame(&painter, rect(), theme.base, theme.line, metric::panelRadius);
    painter.fillRect(QRectF(1, 4, groupWidth - 1, height() - 8), theme.header);
    painter.setPen(theme.line);
    painter.drawLine(QPointF(groupWidth, 1), QPointF(groupWidth, height() - 1));
    const QFont small = theme.font(TypeSize::small), strong = theme.font(TypeSize::small, true), figure = theme.font(TypeSize::title, true);
    const int line = QFontMetrics(small).height(), high = QFontMetrics(figure).height();
    painter.save();
    painter.translate(groupWidth / 2.0, height() / 2.0);
    painter.rotate(-90);
    painter.setFont(strong);
    painter.setPen(theme.text2);
    painter.drawText(QRectF(-height() / 2.0, -line / 2.0, height(), line), Qt::AlignCenter, m_group);
    painter.restore();
    for (qsizetype i = 0; i < m_figures.size(); ++i) {
        const QRectF box = place(i);
        if (i > 0) {
            painter.setPen(theme.line2);
            painter.drawLine(QPointF(box.left(), 1), QPointF(box.left(), height() - 1));
        }
        const QRectF inner = box.adjusted(inset, 6, -4, -6);
        const auto draw = [&](double y, const QFont &font, const QColor &ink, const QString &text, int lineHeight) {
            painter.setFont(font);
            painter.setPen(ink);
            painter.drawText(QRectF(inner.left(), y, inner.width(), lineHeight), Qt::AlignVCenter, QFontMetrics(font).elidedText(text, Qt::ElideRight, static_cast<int>(inner.width())));
        };
        draw(inner.top(), small, theme.text2, m_figures[i].label, line);
        draw(inner.top() + line + 1, figure, theme.text, m_figures[i].figure, high);
        draw(inner.top() + line + high + 2, small, theme.text2, m_figures[i].note, line);
    }
}

bool KpiStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        for (qsizetype i = 0; i < m_figures.size(); ++i) {
            if (place(i).contains(help->pos()))
                QToolTip::showText(help->globalPos(), m_figures[i].tip.isEmpty() ? tr("%1: %2").arg(m_figures[i].label, m_figures[i].figure) : m_figures[i].tip, this);
        }
        return true;
    }
    return QWidget::event(event);
}

} // namespace dimsum
