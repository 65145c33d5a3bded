#include "ui/common/tag_delegate.h"

#include "ui/common/drawing.h"
#include "ui/common/icon.h"

#include <QPainter>

namespace dimsum {

namespace {

QString tagText(const QModelIndex &index)
{
    const QString tag = index.data(TagRole).toString();
    return tag.isEmpty() ? index.data(Qt::DisplayRole).toString() : tag;
}

} // namespace

void TagDelegate::paintCell(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &,
                            const QModelIndex &index, const Theme &theme) const
{
    const auto tone = static_cast<Tone>(index.data(TagToneRole).toInt());
    QRect text = rect;
    const QString icon = index.data(IconNameRole).toString();
    if (!icon.isEmpty()) {
        paintIcon(painter, QRectF(text.left(), text.center().y() - 6, 14, 14), icon,
                  tone == Tone::plain ? theme.text2 : theme.ink(tone));
        text.setLeft(text.left() + 18);
    }
    if (const QString words = tagText(index); !words.isEmpty())
        paintTag(painter, text, words, tone, theme);
}

int TagDelegate::cellWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int icon = index.data(IconNameRole).toString().isEmpty() ? 0 : 18;
    return icon + static_cast<int>(paintTag(nullptr, {}, tagText(index), Tone::plain, Theme::of(option.widget))) + 1;
}

} // namespace dimsum
