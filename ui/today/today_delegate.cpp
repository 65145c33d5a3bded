#include "ui/today/today_delegate.h"

#include "qt/today_list_model.h"
#include "ui/common/drawing.h"
#include "ui/common/row_delegate.h"
#include "ui/common/theme.h"

#include <QPainter>

#include <algorithm>

namespace dimsum {

namespace {

constexpr int deadlineWidth = 118;
constexpr int badgeSize = 22;

} // namespace

QSize TodayDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    if (index.data(TodayListModel::HeadingRole).toBool())
        return {200, rowHeight(metric::rowCompact, theme.font(TypeSize::text))};
    const int lines = QFontMetrics(theme.font(TypeSize::text)).height() + QFontMetrics(theme.font(TypeSize::small)).height();
    return {400, std::max(62, lines + 22)};
}

void TodayDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    if (index.data(TodayListModel::HeadingRole).toBool()) {
        paintHeading(painter, option, index);
        painter->restore();
        return;
    }
    const Theme &theme = Theme::of(option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    painter->fillRect(option.rect, selected ? theme.accentTint : hovered ? theme.hover : theme.base);
    if (selected)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), theme.accent);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.grid);

    QRect rest = option.rect.adjusted(14, 0, -14, 0);
    paintDeadline(painter, QRect(rest.left(), rest.top(), deadlineWidth, rest.height()), option, index);
    rest.setLeft(rest.left() + deadlineWidth + 12);
    const QRectF badge(rest.left(), rest.center().y() - badgeSize / 2.0, badgeSize, badgeSize);
    paintTierBadge(painter, badge, index.data(TierRole).toInt(), theme);
    rest.setLeft(rest.left() + badgeSize + 14);
    // The button of the current row stands here (an index widget), so words end before it on every row alike.
    rest.setRight(rest.right() - 150);
    paintWords(painter, rest, option, index);
    if (option.state.testFlag(QStyle::State_HasFocus) && !selected)
        paintFocusRing(painter, option.rect, theme, 0);
    painter->restore();
}

void TodayDelegate::paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    painter->fillRect(option.rect, theme.header);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.line);
    const QRect rect = option.rect.adjusted(14, 0, -14, 0);
    const QFont font = theme.font(TypeSize::text, true);
    painter->setFont(font);
    painter->setPen(theme.text);
    const QString text = index.data(Qt::DisplayRole).toString();
    painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft, text);
    painter->setFont(theme.font(TypeSize::small));
    painter->setPen(theme.text3);
    painter->drawText(rect.adjusted(QFontMetrics(font).horizontalAdvance(text) + 8, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                      QString::number(index.data(CountRole).toInt()));
}

void TodayDelegate::paintDeadline(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    const Deadline deadline = index.data(DeadlineRole).value<Deadline>();
    const Tone tone = deadline.left <= 0 ? Tone::red : deadline.left <= 2 ? Tone::warn : Tone::secondary;
    const QColor ink = theme.ink(tone);
    const QFontMetrics strong(theme.font(TypeSize::text, true)), small(theme.font(TypeSize::caption));
    const int height = strong.height() + 4 + 5 + 4 + small.height();
    int top = rect.top() + (rect.height() - height) / 2;
    painter->setFont(theme.font(TypeSize::text, true));
    painter->setPen(ink);
    painter->drawText(QRect(rect.left(), top, rect.width(), strong.height()), Qt::AlignVCenter | Qt::AlignLeft,
                      index.data(TodayListModel::WhenRole).toString());
    top += strong.height() + 4;
    const double used = std::clamp(1.0 - deadline.left / std::max(1.0, deadline.span), 0.06, 1.0);
    paintBar(painter, QRectF(rect.left(), top, 92, 5), used, ink, theme);
    top += 9;
    painter->setFont(theme.font(TypeSize::caption));
    painter->setPen(theme.text2);
    painter->drawText(QRect(rect.left(), top, rect.width(), small.height()), Qt::AlignVCenter | Qt::AlignLeft,
                      index.data(TodayListModel::WhenNoteRole).toString());
}

void TodayDelegate::paintWords(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    const QFont verbFont = theme.font(TypeSize::text), nameFont = theme.font(TypeSize::text, true), small = theme.font(TypeSize::small);
    const QFontMetrics verbMetrics(verbFont), nameMetrics(nameFont), smallMetrics(small);
    const int tagHeight = std::max(17, smallMetrics.height());
    int top = rect.top() + (rect.height() - nameMetrics.height() - 5 - tagHeight) / 2;

    const QString verb = index.data(Qt::DisplayRole).toString() + u' ';
    painter->setPen(theme.text);
    painter->setFont(verbFont);
    const int verbWidth = verbMetrics.horizontalAdvance(verb);
    painter->drawText(QRect(rect.left(), top, rect.width(), nameMetrics.height()), Qt::AlignVCenter | Qt::AlignLeft, verb);
    painter->setFont(nameFont);
    const int nameWidth = std::max(0, rect.width() - verbWidth);
    painter->drawText(QRect(rect.left() + verbWidth, top, nameWidth, nameMetrics.height()), Qt::AlignVCenter | Qt::AlignLeft,
                      nameMetrics.elidedText(index.data(TodayListModel::SubjectRole).toString(), Qt::ElideRight, nameWidth));
    top += nameMetrics.height() + 5;

    const QString tag = index.data(TagRole).toString();
    const double tagWidth = paintTag(nullptr, QRectF(rect.left(), top, 200, tagHeight), tag, Tone::secondary, theme);
    paintTag(painter, QRectF(rect.left(), top, tagWidth, tagHeight), tag, Tone::secondary, theme);
    const int textLeft = rect.left() + int(tagWidth) + 8;
    painter->setFont(small);
    painter->setPen(theme.text2);
    painter->drawText(QRect(textLeft, top, rect.right() - textLeft, tagHeight), Qt::AlignVCenter | Qt::AlignLeft,
                      smallMetrics.elidedText(index.data(SecondLineRole).toString(), Qt::ElideRight, rect.right() - textLeft));
}

} // namespace dimsum
