// A state as a tag with its icon: TagRole (else the display text) in TagToneRole, IconNameRole inside.
#pragma once

#include "ui/common/row_delegate.h"

namespace dimsum {

class TagDelegate : public RowDelegate
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
