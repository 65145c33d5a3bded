// The weeks behind a surge: a line for intent, columns for engagement, as the row's tone says.
#pragma once

#include "ui/common/row_delegate.h"

namespace dimsum {

class SurgeSeriesDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

protected:
    void paintCell(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option, const QModelIndex &index,
                   const Theme &theme) const override;
};

} // namespace dimsum
