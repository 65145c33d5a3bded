// Tier badge with its pin; with TierFromRole a move: badge, arrow, badge. Text, if any, follows the badge.
#pragma once

#include "ui/common/row_delegate.h"

namespace dimsum {

class TierDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

protected:
    void paintCell(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                   const QModelIndex &index, const Theme &theme) const override;
    int cellWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace dimsum
