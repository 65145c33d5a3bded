#include "ui/orders/envelope_card.h"

#include "qt/display_text.h"
#include "ui/common/drawing.h"
#include "ui/common/envelope_gauge.h"
#include "ui/common/envelope_legend.h"
#include "ui/common/theme.h"
#include "ui/common/tier_badge_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace dimsum {

EnvelopeCard::EnvelopeCard(int tier, QWidget *parent) : QWidget(parent), m_tier(tier)
{
    m_badge = new TierBadgeLabel(this);
    m_badge->setTier(tier, false, tierText(tier));
    m_left = new QLabel(this);
    m_left->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_gauge = new EnvelopeGauge(this);
    m_legend = new EnvelopeLegend(EnvelopeLegend::Form::line, this);
    auto *head = new QHBoxLayout;
    head->addWidget(m_badge);
    head->addStretch();
    head->addWidget(m_left);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_gauge);
    column->addWidget(m_legend);
    setAccessibleName(tr("Envelope of Tier %1").arg(tier));
}

void EnvelopeCard::setSnapshot(const Snapshot *snapshot)
{
    const Envelope *found = nullptr;
    if (snapshot != nullptr) {
        const auto &envelopes = snapshot->menu.menu.envelopes;
        const auto mine = std::find_if(envelopes.begin(), envelopes.end(), [this](const Envelope &envelope) {
            return envelope.scope.kind == EnvelopeScope::Kind::tier && envelope.scope.tier == m_tier;
        });
        found = mine == envelopes.end() ? nullptr : &*mine;
    }
    m_gauge->setVisible(found != nullptr);
    m_legend->setVisible(found != nullptr);
    if (found == nullptr) {
        m_left->setText(snapshot != nullptr ? tr("no envelope: nothing limits this tier") : QString());
        return;
    }
    const auto used = snapshot->menu.envelopes.find(found->code);
    const EnvelopeUsage usage = used == snapshot->menu.envelopes.end() ? EnvelopeUsage{} : used->second;
    const Currency &currency = snapshot->settings.currency;
    const Money left = found->limit - usage.total();
    const QString amounts = tr("delivered %1, committed %2, reserved %3")
                                .arg(currencyText(usage.actual, currency), currencyText(usage.committed, currency),
                                     currencyText(usage.reserved, currency));
    m_gauge->setEnvelope({found->limit, usage.actual, usage.committed, usage.reserved, Money{}, m_tier}, amounts);
    m_legend->setAmounts(m_tier, {tr("delivered"), tr("committed"), tr("reserved")},
                         {amountText(usage.actual, currency), amountText(usage.committed, currency),
                          amountText(usage.reserved, currency)});
    m_left->setText(left.minor < 0
                        ? tr("<b>%1 over</b> %2").arg(currencyText(Money{-left.minor}, currency), currencyText(found->limit, currency))
                        : tr("<b>%1</b> left of %2").arg(currencyText(left, currency), currencyText(found->limit, currency)));
}

void EnvelopeCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    paintFrame(&painter, rect(), theme.base, theme.line2, metric::panelRadius);
}

} // namespace dimsum
