// The role of a buying committee with the mark of its standing: engaged, silent, nobody there.
#pragma once

#include "ui/common/row_delegate.h"

namespace dimsum
{

class CommitteeDelegate : public RowDelegate
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
