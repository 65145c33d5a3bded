#include "ui/common/row_delegate.h"

#include "ui/common/drawing.h"
#include "ui/common/icon.h"
#include "ui/common/shaped_text.h"

#include <QAbstractItemView>
#include <QDate>
#include <QDateTime>
#include <QHeaderView>
#include <QListView>
#include <QPainter>
#include <QTableView>
#include <QTreeView>

#include <algorithm>

namespace dimsum {

namespace {

constexpr int padding = 8;

const QHeaderView *headerOf(const QWidget *view)
{
    if (const auto *table = qobject_cast<const QTableView *>(view))
        return table->horizontalHeader();
    if (const auto *tree = qobject_cast<const QTreeView *>(view))
        return tree->header();
    return nullptr;
}

// First and last cell of a row as seen, where bar and ends of the focus frame belong.
struct Ends {
    bool first = true, last = true;
};

Ends endsOf(const QWidget *view, const QModelIndex &index)
{
    const QHeaderView *header = headerOf(view);
    if (!header)
        return {};
    const auto edge = [&](int from, int step) {
        for (int visual = from; visual >= 0 && visual < header->count(); visual += step) {
            const int logical = header->logicalIndex(visual);
            if (!header->isSectionHidden(logical))
                return logical;
        }
        return -1;
    };
    // The part of a frozen table hands the row on to the other part: it has no end there.
    const bool open = view->property("dimsumFrozenPart").toBool();
    return {edge(0, 1) == index.column(), !open && edge(header->count() - 1, -1) == index.column()};
}

} // namespace

RowDelegate::RowDelegate(QObject *parent) : QStyledItemDelegate(parent) {}

int hoveredRow(const QWidget *view)
{
    const QVariant row = view ? view->property("dimsumHoverRow") : QVariant();
    return row.isValid() ? row.toInt() : -1;
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(given.widget);
    QStyleOptionViewItem option(given);
    initStyleOption(&option, index);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const bool selected = option.state & QStyle::State_Selected;
    const bool table = headerOf(view);
    const bool hovered = table ? hoveredRow(view) == index.row() : bool(option.state & QStyle::State_MouseOver);
    const Ends ends = endsOf(view, index);
    const QRect r = option.rect;

    painter->save();
    painter->setClipRect(r, Qt::IntersectClip);
    if (selected)
        painter->fillRect(r, theme.highContrast ? theme.hover : theme.accentTint);
    else if (hovered && (option.state & QStyle::State_Enabled))
        painter->fillRect(r, theme.hover);
    else if (option.backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(r, option.backgroundBrush);
    if (selected && ends.first)
        painter->fillRect(QRect(r.left(), r.top(), 3, r.height()), theme.accent);
    painter->fillRect(QRectF(r.left(), r.bottom(), r.width(), 1), theme.grid);

    if (index.data(ChangedRole).toBool()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.bambooInk);
        painter->drawPolygon(QPolygonF{QPointF(r.right() - 5, r.top()), QPointF(r.right() + 1, r.top()),
                                       QPointF(r.right() + 1, r.top() + 6)});
    }
    const bool editableHere = view && view->hasFocus() && view->currentIndex() == index && (index.flags() & Qt::ItemIsEditable)
                              && view->editTriggers() != QAbstractItemView::NoEditTriggers;
    constexpr int pencil = 12;
    painter->setFont(option.font);
    paintCell(painter, r.adjusted(padding, 0, editableHere ? -padding - pencil : -padding, -1), option, index, theme);

    // Keyboard focus on a row that is not selected: a frame around the whole row.
    const bool current = view && view->hasFocus() && view->currentIndex().row() == index.row()
                         && view->currentIndex().parent() == index.parent();
    if (current && !selected) {
        painter->fillRect(QRect(r.left(), r.top(), r.width(), 2), theme.accent);
        painter->fillRect(QRect(r.left(), r.bottom() - 1, r.width(), 2), theme.accent);
        if (ends.first)
            painter->fillRect(QRect(r.left(), r.top(), 2, r.height()), theme.accent);
        if (ends.last)
            painter->fillRect(QRect(r.right() - 1, r.top(), 2, r.height()), theme.accent);
    }
    if (editableHere)
        paintIcon(painter, QRectF(r.right() - 15, r.center().y() - 6, pencil, pencil), QStringLiteral("edit"), theme.text3);
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {cellWidth(option, index) + 2 * padding, rowHeight(metric::row, option.font)};
}

QString RowDelegate::displayText(const QVariant &value, const QLocale &locale) const
{
    if (value.typeId() == QMetaType::QDate)
        return locale.toString(value.toDate(), QStringLiteral("d MMM yyyy"));
    return QStyledItemDelegate::displayText(value, locale);
}

QString RowDelegate::textOf(const QModelIndex &index) const
{
    if (index.data(UnknownRole).toBool())
        return tr("unknown");
    return displayText(index.data(Qt::DisplayRole), QLocale());
}

QColor RowDelegate::inkOf(const QStyleOptionViewItem &option, const QModelIndex &index, const Theme &theme) const
{
    if (!(option.state & QStyle::State_Enabled))
        return theme.text3;
    if (index.data(UnknownRole).toBool())
        return theme.text3;
    const QVariant tone = index.data(ToneRole);
    return tone.isValid() ? theme.ink(static_cast<Tone>(tone.toInt())) : theme.text;
}

void RowDelegate::paintText(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                            const QModelIndex &index, const Theme &theme) const
{
    const bool selected = option.state & QStyle::State_Selected;
    const bool right = option.displayAlignment & Qt::AlignRight;
    QFont font = option.font;
    const bool named = endsOf(option.widget, index).first;
    if (index.data(StrongRole).toBool() || (selected && named))
        font.setWeight(QFont::DemiBold);
    const QColor ink = inkOf(option, index, theme);
    QRect text = rect;

    const QString tag = index.data(TagRole).toString();
    if (!tag.isEmpty()) {
        const Tone tone = static_cast<Tone>(index.data(TagToneRole).toInt());
        const int width = static_cast<int>(paintTag(nullptr, {}, tag, tone, theme)) + 1;
        paintTag(painter, QRectF(text.right() - width, text.top(), width, text.height()), tag, tone, theme);
        text.setRight(text.right() - width - 6);
    }
    const QString icon = index.data(IconNameRole).toString();
    const int iconWidth = icon.isEmpty() ? 0 : 18;
    // What stands at the right is a number or a date, which is never cut.
    const QString words = index.data(UnknownRole).toBool() ? tr("unknown") : option.text;
    const bool left = !right && !(option.displayAlignment & Qt::AlignHCenter);
    const ShapedText &shaped = right ? ShapedText::of(words, font) : ShapedText::elided(words, font, std::max(0, text.width() - iconWidth));
    const int width = left ? std::max(0, text.width() - iconWidth) : shaped.width();
    int x = text.left();
    if (right)
        x = std::max(text.left(), text.right() + 1 - width - iconWidth);
    else if (!left)
        x = text.left() + (text.width() - width - iconWidth) / 2;
    if (iconWidth) {
        const bool toned = index.data(ToneRole).isValid();
        paintIcon(painter, QRectF(x, text.center().y() - 6, 14, 14), icon, toned ? ink : theme.text2);
        x += iconWidth;
    }
    painter->setPen(ink);
    shaped.paint(painter, QRect(x, text.top(), width + 4, text.height()));
}

void RowDelegate::paintCell(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                            const QModelIndex &index, const Theme &theme) const
{
    if (option.features & QStyleOptionViewItem::HasCheckIndicator) {
        QStyleOptionViewItem box(option);
        box.rect = QRect(rect.left(), rect.top(), 16, rect.height());
        box.state.setFlag(QStyle::State_On, option.checkState == Qt::Checked);
        box.state.setFlag(QStyle::State_HasFocus, false);
        option.widget->style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, option.widget);
        paintText(painter, rect.adjusted(22, 0, 0, 0), option, index, theme);
        return;
    }
    paintText(painter, rect, option, index, theme);
}

int RowDelegate::cellWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QFont font = option.font;
    font.setWeight(QFont::DemiBold);
    int width = QFontMetrics(font).horizontalAdvance(textOf(index)) + 2;
    if (!index.data(IconNameRole).toString().isEmpty())
        width += 18;
    if (const QString tag = index.data(TagRole).toString(); !tag.isEmpty())
        width += static_cast<int>(paintTag(nullptr, {}, tag, Tone::plain, Theme::of(option.widget))) + 7;
    if (index.data(Qt::CheckStateRole).isValid())
        width += 22;
    return width;
}

} // namespace dimsum
