#include "ui/common/two_line_delegate.h"

#include "ui/common/drawing.h"
#include "ui/common/icon.h"

#include <QLocale>
#include <QPainter>

namespace dimsum {

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int lines = QFontMetrics(option.font).height()
                      + QFontMetrics(Theme::of(option.widget).font(TypeSize::small)).height();
    return {RowDelegate::sizeHint(option, index).width(), std::max(metric::twoLineRow, lines + 10)};
}

void TwoLineDelegate::paintCell(QPainter *painter, const QRect &given, const QStyleOptionViewItem &option,
                                const QModelIndex &index, const Theme &theme) const
{
    QRect rect = given;
    const QVariant tier = index.data(TierRole);
    const QString icon = index.data(IconNameRole).toString();
    if (tier.isValid()) {
        paintTierBadge(painter, QRectF(rect.left(), rect.center().y() - 8.5, 18, 18), tier.toInt(), theme);
        rect.setLeft(rect.left() + 28);
    } else if (!icon.isEmpty()) {
        const QVariant tone = index.data(ToneRole);
        paintIcon(painter, QRectF(rect.left(), rect.center().y() - 7, 16, 16), icon,
                  tone.isValid() ? theme.ink(static_cast<Tone>(tone.toInt())) : theme.text2);
        rect.setLeft(rect.left() + 24);
    }
    const QFont second = theme.font(TypeSize::small);
    if (const QVariant count = index.data(CountRole); count.isValid()) {
        const QString figure = QLocale().toString(count.toInt());
        const int width = QFontMetrics(second).horizontalAdvance(figure) + 2;
        painter->setFont(second);
        painter->setPen(theme.text3);
        painter->drawText(QRect(rect.right() - width, rect.top(), width + 1, rect.height()), Qt::AlignVCenter, figure);
        rect.setRight(rect.right() - width - 6);
    }
    QFont first = option.font;
    if ((option.state & QStyle::State_Selected) || index.data(StrongRole).toBool())
        first.setWeight(QFont::DemiBold);
    const QFontMetrics upper(first), lower(second);
    const QString under = index.data(SecondLineRole).toString();
    const int block = upper.height() + (under.isEmpty() ? 0 : lower.height());
    const int top = rect.top() + (rect.height() - block) / 2;
    painter->setFont(first);
    painter->setPen(option.state & QStyle::State_Enabled ? theme.text : theme.text3);
    painter->drawText(QRect(rect.left(), top, rect.width(), upper.height()), Qt::AlignVCenter,
                      upper.elidedText(textOf(index), Qt::ElideRight, rect.width()));
    if (under.isEmpty())
        return;
    const QVariant tone = index.data(SecondToneRole);
    painter->setFont(second);
    painter->setPen(tone.isValid() ? theme.ink(static_cast<Tone>(tone.toInt())) : theme.text2);
    painter->drawText(QRect(rect.left(), top + upper.height(), rect.width(), lower.height()), Qt::AlignVCenter,
                      lower.elidedText(under, Qt::ElideRight, rect.width()));
}

} // namespace dimsum
