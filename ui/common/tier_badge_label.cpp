#include "ui/common/tier_badge_label.h"

#include "ui/common/drawing.h"
#include "ui/common/icon.h"

#include <QPainter>

#include <algorithm>

namespace dimsum {

TierBadgeLabel::TierBadgeLabel(QWidget *parent, int size) : QWidget(parent), m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void TierBadgeLabel::setTier(int tier, bool pinned, const QString &text)
{
    if (m_shown && m_tier == tier && m_pinned == pinned && m_text == text)
        return;
    m_shown = true;
    m_tier = tier;
    m_pinned = pinned;
    m_text = text;
    setAccessibleName(pinned ? tr("%1, pinned by hand").arg(tierText(tier)) : tierText(tier));
    setToolTip(accessibleName());
    updateGeometry();
    update();
}

QSize TierBadgeLabel::sizeHint() const
{
    const QFontMetrics metrics(Theme::of(this).font(TypeSize::text, true));
    return {m_size + (m_pinned ? 18 : 0) + (m_text.isEmpty() ? 0 : 8 + metrics.horizontalAdvance(m_text)),
            std::max(m_size, m_text.isEmpty() ? 0 : metrics.height())};
}

void TierBadgeLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    const double top = (height() - m_size) / 2.0;
    paintTierBadge(&painter, QRectF(0, top, m_size, m_size), m_tier, theme, !isEnabled());
    int x = m_size + 4;
    if (m_pinned) {
        paintIcon(&painter, QRectF(x, (height() - 14) / 2.0, 14, 14), QStringLiteral("pin"), theme.bambooInk);
        x += 18;
    }
    if (m_text.isEmpty())
        return;
    painter.setFont(theme.font(TypeSize::text, true));
    painter.setPen(theme.tierInk(m_tier));
    painter.drawText(QRect(x + 3, 0, width() - x, height()), Qt::AlignVCenter, m_text);
}

} // namespace dimsum
