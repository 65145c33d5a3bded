#include "ui/accounts/committee_delegate.h"

#include "ui/accounts/committee_panel.h"

#include <QPainter>

namespace dimsum
{

namespace
{

constexpr double disc = 9;
constexpr int markWidth = 17;

void paintStanding(QPainter *painter, const QRectF &box, int standing, const Theme &theme)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor ink = standing == CommitteePanel::Empty ? theme.text3 : theme.accent;
    painter->setPen(QPen(ink, 1.2, standing == CommitteePanel::Empty ? Qt::DotLine : Qt::SolidLine));
    painter->setBrush(standing == CommitteePanel::Engaged ? QBrush(ink) : Qt::NoBrush);
    painter->drawEllipse(box);
    if (standing == CommitteePanel::Silent) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink);
        painter->drawPie(box, 90 * 16, 180 * 16);
    }
}

} // namespace

void CommitteeDelegate::paintCell(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                                  const QModelIndex &index, const Theme &theme) const
{
    const int standing = index.data(CommitteePanel::StandingRole).toInt();
    if (standing != CommitteePanel::None)
        paintStanding(painter, QRectF(rect.left() - 2, rect.center().y() + 0.5 - disc / 2, disc, disc),
                      standing, theme);
    paintText(painter, rect.adjusted(markWidth - 2, 0, 0, 0), option, index, theme);
}

int CommitteeDelegate::cellWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return RowDelegate::cellWidth(option, index) + markWidth;
}

} // namespace dimsum
