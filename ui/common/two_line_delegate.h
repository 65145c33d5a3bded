// Two lines with the tier badge or icon at the left: the list panes of the menu, problems and actions.
// Display is the first line (DemiBold when selected), SecondLineRole / SecondToneRole the second; CountRole right.
#pragma once

#include "ui/common/row_delegate.h"

namespace dimsum {

class TwoLineDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void paintCell(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                   const QModelIndex &index, const Theme &theme) const override;
};

} // namespace dimsum
