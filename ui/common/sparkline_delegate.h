// A figure (DisplayRole) and its last 12 weeks (SeriesRole), with the steam disc on a surge (SurgeRole).
// Intent is always a line, engagement always columns: the form tells them apart without colour.
#pragma once

#include "ui/common/row_delegate.h"

namespace dimsum {

class SparklineDelegate : public RowDelegate
{
    Q_OBJECT
public:
    enum class Shape { intentLine, engagementColumns };
    explicit SparklineDelegate(Shape shape, QObject *parent = nullptr);

protected:
    void paintCell(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                   const QModelIndex &index, const Theme &theme) const override;
    int cellWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Shape m_shape;
};

} // namespace dimsum
