#include "ui/accounts/mark_legend.h"

#include "ui/common/theme.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace dimsum
{

namespace
{
constexpr int markHeight = 12, markGap = 5, entryGap = 14;
}

MarkLegend::MarkLegend(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void MarkLegend::setEntries(const QList<Entry> &entries)
{
    m_entries = entries;
    QStringList words;
    for (const Entry &entry : entries)
        words << entry.text;
    setAccessibleName(tr("Legend: %1").arg(words.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

int MarkLegend::layOut(QPainter *painter, int width) const
{
    const Theme &theme = Theme::of(this);
    const QFont font = theme.font(TypeSize::caption);
    const QFontMetrics metrics(font);
    const int line = std::max(metrics.height(), markHeight) + 2;
    int x = 0, y = 0;
    for (const Entry &entry : m_entries) {
        const int words = metrics.horizontalAdvance(entry.text);
        const int whole = entry.width + markGap + words;
        if (x > 0 && x + whole > width) {
            x = 0;
            y += line;
        }
        if (painter) {
            entry.paint(painter, QRectF(x, y + (line - markHeight) / 2.0, entry.width, markHeight), theme);
            painter->setFont(font);
            painter->setPen(theme.text2);
            const QRect rest(x + entry.width + markGap, y, width - x - entry.width - markGap, line);
            painter->drawText(rest, Qt::AlignVCenter | Qt::TextSingleLine,
                              metrics.elidedText(entry.text, Qt::ElideRight, rest.width()));
        }
        x += whole + entryGap;
    }
    return m_entries.isEmpty() ? 0 : y + line;
}

int MarkLegend::heightForWidth(int width) const
{
    return layOut(nullptr, width);
}

QSize MarkLegend::sizeHint() const
{
    return {200, heightForWidth(std::max(width(), 200))};
}

QSize MarkLegend::minimumSizeHint() const
{
    return {80, m_entries.isEmpty() ? 0 : markHeight};
}

void MarkLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    layOut(&painter, width());
}

void MarkLegend::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace dimsum
