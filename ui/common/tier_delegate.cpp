#include "ui/common/tier_delegate.h"

#include "ui/common/drawing.h"
#include "ui/common/icon.h"

#include <QPainter>

namespace dimsum {

void TierDelegate::paintCell(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                             const QModelIndex &index, const Theme &theme) const
{
    const QVariant tier = index.data(TierRole);
    const bool disabled = !(option.state & QStyle::State_Enabled);
    double x = rect.left();
    const double y = rect.center().y() - 8.5;
    const QVariant from = index.data(TierFromRole);
    if (from.isValid()) {
        paintTierBadge(painter, QRectF(x, y, 18, 18), from.toInt(), theme, disabled);
        // Up is good news, down asks for attention; rank 0 (none) is the lowest.
        const int before = from.toInt() ? from.toInt() : 4, after = tier.toInt() ? tier.toInt() : 4;
        paintIcon(painter, QRectF(x + 23, y + 3, 12, 12), QStringLiteral("right"), after < before ? theme.good : theme.warn);
        x += 40;
    }
    if (tier.isValid()) {
        paintTierBadge(painter, QRectF(x, y, 18, 18), tier.toInt(), theme, disabled);
        x += 22;
    }
    if (index.data(PinRole).toBool()) {
        paintIcon(painter, QRectF(x, y + 2, 14, 14), QStringLiteral("pin"), theme.bambooInk);
        x += 18;
    }
    if (!index.data(Qt::DisplayRole).toString().isEmpty())
        paintText(painter, rect.adjusted(static_cast<int>(x) - rect.left() + 2, 0, 0, 0), option, index, theme);
}

int TierDelegate::cellWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool words = !index.data(Qt::DisplayRole).toString().isEmpty();
    return 18 + (index.data(TierFromRole).isValid() ? 40 : 0) + (index.data(PinRole).toBool() ? 20 : 0)
           + (words ? RowDelegate::cellWidth(option, index) + 6 : 0);
}

} // namespace dimsum
