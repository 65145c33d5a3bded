#include "ui/window/rail_delegate.h"

#include "qt/roles.h"
#include "ui/common/drawing.h"
#include "ui/common/icon.h"
#include "ui/common/theme.h"

#include <QPainter>

namespace dimsum {

namespace {

constexpr int itemHeight = 60;
constexpr int iconSize = 20;

// `inset` is the room right of the badge.
void paintBadge(QPainter *painter, const QRect &item, int inset, int count, const Theme &theme)
{
    const QFont font = theme.font(TypeSize::caption, true);
    const QString text = count > 99 ? QStringLiteral("99+") : QLocale().toString(count);
    const int width = qMax(16, QFontMetrics(font).horizontalAdvance(text) + 8);
    const QRectF disc(item.right() - inset - width, item.top() + 3, width, 16);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.red);
    painter->drawRoundedRect(disc, 8, 8);
    painter->setFont(font);
    painter->setPen(theme.base);
    painter->drawText(disc, Qt::AlignCenter, text);
}

} // namespace

void RailDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    const bool current = option.state.testFlag(QStyle::State_Selected);
    const bool enabled = index.flags().testFlag(Qt::ItemIsEnabled);
    const QRect item = option.rect.adjusted(5, 1, -5, -1);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (current) {
        paintFrame(painter, item, theme.base, theme.line, metric::panelRadius);
        painter->fillRect(QRectF(option.rect.left(), item.top() + 8, 3, item.height() - 16), theme.accent);
    } else if (enabled && option.state.testFlag(QStyle::State_MouseOver)) {
        paintFrame(painter, item, theme.hover, QColor(), metric::panelRadius);
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange))
        paintFocusRing(painter, item, theme, metric::panelRadius);

    const QColor ink = !enabled ? theme.disabled : current ? theme.accent : theme.text2;
    const QFont font = theme.font(TypeSize::caption, current);
    const QString text = index.data(Qt::DisplayRole).toString();
    const QRect words = item.adjusted(1, 0, -1, 0);
    const QFontMetrics metrics(font);
    const int flags = Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap;
    const int textHeight =
        m_iconsOnly ? 0 : qMin(metrics.height() * 2, metrics.boundingRect(words, flags, text).height());
    const int gap = m_iconsOnly ? 0 : 4;
    const int top = item.top() + (item.height() - iconSize - gap - textHeight) / 2;
    paintIcon(painter, QRectF(item.center().x() + 0.5 - iconSize / 2.0, top, iconSize, iconSize),
              index.data(IconNameRole).toString(), ink);
    if (!m_iconsOnly) {
        painter->setFont(font);
        painter->setPen(ink);
        painter->drawText(QRect(words.left(), top + iconSize + gap, words.width(), textHeight), flags, text);
    }
    if (const int count = index.data(CountRole).toInt(); count > 0 && enabled)
        paintBadge(painter, item, m_iconsOnly ? -3 : 8, count, theme);
    painter->restore();
}

QSize RailDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    if (m_iconsOnly)
        return {metric::railIcons, 44};
    const QFontMetrics metrics(theme.font(TypeSize::caption, true));
    const QRect words = metrics.boundingRect(QRect(0, 0, metric::rail - 12, 100), Qt::AlignHCenter | Qt::TextWordWrap,
                                             index.data(Qt::DisplayRole).toString());
    return {metric::rail, qMax(itemHeight, iconSize + 20 + qMin(words.height(), metrics.height() * 2))};
}

} // namespace dimsum
