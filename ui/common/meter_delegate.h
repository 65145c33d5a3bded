// Small meters in cells: CapacityRole (bar + "2 of 6"), DeadlineRole (bar + "3 d left"), IntervalRole (whiskers).
#pragma once

#include "ui/common/row_delegate.h"

namespace dimsum {

class MeterDelegate : public RowDelegate
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
