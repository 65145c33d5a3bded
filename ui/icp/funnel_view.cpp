#include "ui/icp/funnel_view.h"

#include "qt/display_text.h"
#include "qt/reason_words.h"
#include "ui/common/theme.h"

#include <QPainter>

#include <algorithm>

namespace dimsum {

namespace {

constexpr int rowGap = 6, barHeight = 18, nameWidth = 130, figureWidth = 150;

void add(QStringList &out, const FunnelCount &count, const QString &words)
{
    if (count.accounts > 0)
        out << words.arg(countText(count.accounts));
}

} // namespace

FunnelView::FunnelView(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Funnel from the market to the tiers"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void FunnelView::setFunnel(const Funnel &funnel, const Currency &currency)
{
    m_currency = currency;
    m_steps.clear();
    m_steps.push_back({tr("Market (TAM)"), {}, funnel.tam, 0});
    if (funnel.defined) {
        QStringList out;
        add(out, funnel.belowFit, tr("%1 fit too little"));
        add(out, funnel.disqualified, tr("%1 disqualified"));
        m_steps.push_back({tr("Fit the ICP"), out.join(QStringLiteral(", ")), funnel.icp, 0});
        out.clear();
        add(out, funnel.excludedCustomers, tr("%1 customers left out"));
        add(out, funnel.excludedOpenDeals, tr("%1 with open deals left out"));
        add(out, funnel.holdOuts, tr("%1 hold-outs"));
        add(out, funnel.noRule, tr("%1 match no rule"));
        add(out, funnel.belowIcpButMatched, tr("%1 below, taken by a rule"));
        m_steps.push_back({tr("In the program"), out.join(QStringLiteral(", ")), funnel.inProgram, 0});
        out.clear();
        add(out, funnel.displacedOut, tr("%1 without a place"));
        add(out, funnel.displacedDown, tr("%1 moved down by capacity"));
        add(out, funnel.pinnedOut, tr("%1 pinned out"));
        add(out, funnel.pinnedIn, tr("%1 pinned in"));
        for (int tier = 1; tier <= 3; ++tier)
            m_steps.push_back({tierWords(static_cast<Tier>(tier)), tier == 1 ? out.join(QStringLiteral(", ")) : QString(),
                               funnel.tiers[static_cast<std::size_t>(tier)], tier});
    }
    setAccessibleDescription(lines().join(QStringLiteral(". ")));
    updateGeometry();
    update();
}

QStringList FunnelView::lines() const
{
    QStringList lines;
    for (const Step &step : m_steps) {
        QString line = tr("%1: %2 accounts, ACV %3").arg(step.name, countText(step.count.accounts), currencyText(step.count.acv, m_currency));
        if (!step.out.isEmpty())
            line += QStringLiteral(" (") + step.out + u')';
        lines << line;
    }
    return lines;
}

QSize FunnelView::sizeHint() const
{
    const int line = QFontMetrics(Theme::of(this).font(TypeSize::small)).height();
    int height = 4;
    for (const Step &step : m_steps)
        height += barHeight + rowGap + (step.out.isEmpty() ? 0 : line);
    return {420, std::max(height, 60)};
}

void FunnelView::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    const QFont small = theme.font(TypeSize::small);
    const int line = QFontMetrics(small).height();
    const double most = m_steps.empty() ? 1 : std::max<double>(1, double(m_steps.front().count.accounts));
    const int barWidth = std::max(40, width() - nameWidth - figureWidth);
    int y = 2;
    for (const Step &step : m_steps) {
        if (!step.out.isEmpty()) {
            painter.setFont(small);
            painter.setPen(theme.text2);
            painter.drawText(QRect(nameWidth, y, width() - nameWidth, line), Qt::AlignVCenter, QFontMetrics(small).elidedText(tr("↓ %1").arg(step.out), Qt::ElideRight, width() - nameWidth));
            y += line;
        }
        painter.setFont(theme.font(TypeSize::text, step.tier == 0));
        painter.setPen(theme.text);
        painter.drawText(QRect(0, y, nameWidth - 8, barHeight), Qt::AlignVCenter, painter.fontMetrics().elidedText(step.name, Qt::ElideRight, nameWidth - 8));
        const double share = double(step.count.accounts) / most;
        const QColor ink = step.tier > 0 ? theme.tierInk(step.tier) : theme.fit;
        painter.fillRect(QRectF(nameWidth, y + 2, barWidth, barHeight - 4), theme.alt);
        painter.fillRect(QRectF(nameWidth, y + 2, std::max(step.count.accounts > 0 ? 2.0 : 0.0, share * barWidth), barHeight - 4), ink);
        painter.setFont(theme.font(TypeSize::text));
        painter.drawText(QRect(width() - figureWidth + 8, y, figureWidth - 8, barHeight), Qt::AlignVCenter | Qt::AlignRight,
                         tr("%1 · %2").arg(countText(step.count.accounts), compactAmountText(step.count.acv, m_currency)));
        y += barHeight + rowGap;
    }
}

} // namespace dimsum
