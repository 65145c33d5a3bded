#include "ui/common/fit_delegate.h"

#include "ui/common/drawing.h"
#include "ui/common/icon.h"

#include <QPainter>

namespace dimsum {

namespace {
constexpr int fitBarWidth = 56;
}

void FitDelegate::paintCell(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                            const QModelIndex &index, const Theme &theme) const
{
    const QVariant value = index.data(FitRole);
    if (!value.isValid()) {
        paintText(painter, rect, option, index, theme);
        return;
    }
    const auto range = value.value<FitRange>();
    if (!range.disqualifiedBy.isEmpty()) {
        paintIcon(painter, QRectF(rect.left(), rect.center().y() - 6, 14, 14), QStringLiteral("slash"), theme.text3);
        painter->setPen(theme.text2);
        painter->drawText(rect.adjusted(18, 0, 0, 0), Qt::AlignVCenter,
                          option.fontMetrics.elidedText(tr("disqualified: %1").arg(range.disqualifiedBy),
                                                        Qt::ElideRight, rect.width() - 18));
        return;
    }
    const int figure = option.fontMetrics.horizontalAdvance(QStringLiteral("100"));
    QString text = textOf(index);
    if (text.isEmpty())
        text = QLocale().toString(qRound(range.fit));
    painter->setPen(inkOf(option, index, theme));
    painter->drawText(QRect(rect.left(), rect.top(), figure, rect.height()), Qt::AlignVCenter | Qt::AlignRight, text);
    const double width = std::min(fitBarWidth, rect.width() - figure - 6);
    if (width > 12)
        paintFitBar(painter, QRectF(rect.left() + figure + 6, rect.top(), width, rect.height()), range, theme);
}

int FitDelegate::cellWidth(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return option.fontMetrics.horizontalAdvance(QStringLiteral("100")) + 6 + fitBarWidth;
}

} // namespace dimsum
