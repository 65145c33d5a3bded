// Paints one page of the navigation rail: icon over up to two lines of text, accent bar, badge.
#pragma once

#include <QStyledItemDelegate>

namespace dimsum {

class RailDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setIconsOnly(bool iconsOnly) { m_iconsOnly = iconsOnly; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    bool m_iconsOnly = false;
};

} // namespace dimsum
