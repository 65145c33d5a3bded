// RangeRole: what nine models say on one scale, the chosen one as a diamond. The header shows the scale.
#pragma once

#include "ui/common/row_delegate.h"

namespace dimsum {

class RangeDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

protected:
    void paintCell(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option, const QModelIndex &index,
                   const Theme &theme) const override;
    int cellWidth(const QStyleOptionViewItem &, const QModelIndex &) const override { return 320; }
};

// "−100 %" to "600 %": from the least, at least −100 %, to a round number that holds all of `values`, for one column.
struct RangeScale {
    double low = -1, high = 1, step = 0.5;
};
RangeScale rangeScale(const QList<double> &values);

} // namespace dimsum
