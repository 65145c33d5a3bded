#include "ui/tiering/tier_money_panel.h"

#include "qt/display_text.h"
#include "service/tier_need.h"
#include "ui/common/envelope_gauge.h"
#include "ui/common/figure_label.h"
#include "ui/common/theme.h"
#include "ui/common/tier_badge_label.h"

#include <QGridLayout>
#include <QHBoxLayout>

#include <algorithm>


namespace dimsum {

namespace {

FigureLabel *small(Qt::Alignment alignment = Qt::AlignLeft)
{
    auto *label = new FigureLabel(alignment);
    label->setFont(Theme::of().font(TypeSize::small));
    return label;
}

} // namespace

TierMoneyPanel::TierMoneyPanel(QWidget *parent) : Panel(tr("Accounts and money"), parent)
{
    setFacts(tr("solid: spent or promised, hatched: still needed"));
    auto *body = new QWidget;
    auto *grid = new QGridLayout(body);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(2, 1);
    for (int tier = 1; tier <= 3; ++tier) {
        Row &row = m_rows[static_cast<std::size_t>(tier)];
        const int line = (tier - 1) * 4;
        auto *badge = new TierBadgeLabel(nullptr, 20);
        badge->setTier(tier);
        row.counts = new FigureLabel;
        row.net = small();
        row.need = small();
        row.left = small(Qt::AlignRight);
        row.gauge = new EnvelopeGauge;
        row.places = small();
        row.limit = small(Qt::AlignRight);
        grid->addWidget(badge, line, 0, 2, 1, Qt::AlignTop);
        grid->addWidget(row.counts, line, 1);
        grid->addWidget(row.net, line + 1, 1);
        grid->addWidget(row.need, line, 2);
        grid->addWidget(row.left, line, 3);
        grid->addWidget(row.gauge, line + 1, 2, 1, 2);
        grid->addWidget(row.places, line + 2, 2);
        grid->addWidget(row.limit, line + 2, 3);
        grid->setRowMinimumHeight(line + 3, 8);
    }
    auto *none = new TierBadgeLabel(nullptr, 20);
    none->setTier(0);
    m_none = new FigureLabel;
    grid->addWidget(none, 12, 0);
    grid->addWidget(m_none, 12, 1, 1, 3);
    addPadded(body);
}

void TierMoneyPanel::clear()
{
    for (std::size_t tier = 1; tier <= 3; ++tier) {
        for (FigureLabel *label : {m_rows[tier].counts, m_rows[tier].net, m_rows[tier].need, m_rows[tier].left, m_rows[tier].places, m_rows[tier].limit})
            label->clear();
        m_rows[tier].gauge->hide();
    }
    m_none->clear();
}

void TierMoneyPanel::showTier(int tier, const Snapshot &snapshot, const TierPolicy &draft, const TieringPreview &preview)
{
    const std::size_t at = static_cast<std::size_t>(tier);
    const Row &row = m_rows[at];
    const std::int64_t before = snapshot.ground.before[at];
    const std::int64_t after = preview.counts[at];
    row.counts->setText(tr("%1 → <b>%2</b>").arg(countText(before), countText(after)));
    row.net->setText(after == before ? tr("no change") : after > before ? tr("↑ %1 net").arg(countText(after - before)) : tr("↓ %1 net").arg(countText(before - after)));
    const Currency &currency = snapshot.settings.currency;
    const TierNeed need = tierNeed(snapshot, tier, after);
    row.need->setText(need.known ? tr("needs <b>%1</b> at %2 each").arg(currencyText(need.needed, currency), currencyText(need.each, currency))
                                 : tr("nothing ordered yet: need unknown"));
    row.gauge->setVisible(need.limited);
    if (need.limited) {
        const Money still = need.spent < need.needed ? need.needed - need.spent : Money{};
        row.gauge->setEnvelope({.limit = need.limit, .delivered = need.spent, .committed = {}, .reserved = still, .slip = {}, .tier = tier},
                               tr("Tier %1: %2 spent or promised, %3 still needed, limit %4")
                                   .arg(tier)
                                   .arg(currencyText(need.spent, currency), currencyText(still, currency), currencyText(need.limit, currency)));
        const Money left = need.left();
        row.left->setText(left.minor < 0 ? tr("<b>%1 over</b>").arg(currencyText(Money{-left.minor}, currency)) : tr("%1 spare").arg(currencyText(left, currency)));
        row.limit->setText(tr("envelope %1").arg(currencyText(need.limit, currency)));
    } else {
        row.left->clear();
        row.limit->setText(tr("no envelope"));
    }
    const std::int64_t fallen = preview.picture.fallen[at];
    const auto capacity = draft.capacity[at];
    row.places->setText(!capacity  ? tr("no limit of places")
                        : fallen > 0 ? tr("%1 places, %2 fall").arg(countText(*capacity), countText(fallen))
                                     : tr("%1 places").arg(countText(*capacity)));
}

void TierMoneyPanel::setPreview(const Snapshot &snapshot, const TierPolicy &draft, const TieringPreview &preview)
{
    for (int tier = 1; tier <= 3; ++tier)
        showTier(tier, snapshot, draft, preview);
    const std::int64_t before = snapshot.ground.before[0];
    const std::int64_t holdOuts = snapshot.ground.holdOuts;
    m_none->setText(holdOuts > 0 ? tr("%1 → <b>%2</b> not in the program, %3 hold-outs").arg(countText(before), countText(preview.counts[0]), countText(holdOuts))
                                 : tr("%1 → <b>%2</b> not in the program").arg(countText(before), countText(preview.counts[0])));
}

} // namespace dimsum
