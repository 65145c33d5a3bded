#include "ui/window/status_segments.h"

#include "ui/common/theme.h"

#include <QEvent>
#include <QPainter>

namespace dimsum {

namespace {
constexpr int gap = 10;
}

StatusSegments::StatusSegments(Side side, QWidget *parent) : QWidget(parent), m_side(side)
{
    setSizePolicy(side == Side::left ? QSizePolicy::Expanding : QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void StatusSegments::setTexts(const QStringList &texts)
{
    QStringList told = texts;
    told.removeAll(QString());
    if (told == m_texts)
        return;
    m_texts = told;
    setAccessibleName(told.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize StatusSegments::sizeHint() const
{
    const QFontMetrics metrics(Theme::of(this).font(TypeSize::small));
    int width = gap;
    for (const QString &text : m_texts)
        width += metrics.horizontalAdvance(text) + 2 * gap + 1;
    return {width, metrics.height() + 4};
}

QSize StatusSegments::minimumSizeHint() const
{
    return {m_side == Side::left ? 60 : 0, sizeHint().height()};
}

void StatusSegments::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    const QFont font = theme.font(TypeSize::small);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    const int needed = sizeHint().width();
    int x = m_side == Side::left ? gap - 2 : qMax(0, width() - needed + gap);
    for (int i = 0; i < m_texts.size() && x < width(); ++i) {
        if (i > 0) {
            x += gap;
            painter.fillRect(QRect(x, (height() - 16) / 2, 1, 16), theme.line2);
            x += gap + 1;
        }
        const QString text = metrics.elidedText(m_texts[i], Qt::ElideRight, width() - x);
        painter.setPen(theme.text2);
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, text);
        x += metrics.horizontalAdvance(m_texts[i]);
    }
}

void StatusSegments::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        update();
    QWidget::changeEvent(event);
}

} // namespace dimsum
