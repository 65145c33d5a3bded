// Paints a row: tint and bar of the selection, hover, focus frame, changed corner; then text, icon, tag, unknown.
// Base of every other delegate; also right on its own for text, numbers, dates and money.
// Roles read: Display, TextAlignment, Tone, Unknown, IconName, Tag, TagTone, Strong, Changed, Reason.
#pragma once

#include "ui/common/theme.h"

#include <QStyledItemDelegate>

namespace dimsum {

class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit RowDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const final;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QString displayText(const QVariant &value, const QLocale &locale) const override;

protected:
    // The cell's own drawing inside `rect` (cell without its 8 px padding). The row is painted already.
    virtual void paintCell(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                           const QModelIndex &index, const Theme &theme) const;
    // Width the cell's drawing needs inside the padding.
    virtual int cellWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    // Text in the tone of the cell, elided right, with its icon and tag.
    void paintText(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                   const QModelIndex &index, const Theme &theme) const;
    QString textOf(const QModelIndex &index) const; // "unknown" where it is
    QColor inkOf(const QStyleOptionViewItem &option, const QModelIndex &index, const Theme &theme) const;
};

// Row under the pointer of a view, -1 for none; kept by setUpTable() so that a whole row lights up.
int hoveredRow(const QWidget *view);

} // namespace dimsum
