// Fit: figure, bar to fit, outline on to fit_max, tick at the threshold (FitRole); disqualified: word and criterion.
#pragma once

#include "ui/common/row_delegate.h"

namespace dimsum {

class FitDelegate : public RowDelegate
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
