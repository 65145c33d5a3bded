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

QString envelopeName(const Envelope &envelope, const Menu &menu)
{
    const QString name = QString::fromStdString(envelope.scope.name);
    switch (envelope.scope.kind) {
    case EnvelopeScope::Kind::tier:
        return tierText(envelope.scope.tier);
    case EnvelopeScope::Kind::campaign:
        return EnvelopeCard::tr("Campaign: %1").arg(name);
    case EnvelopeScope::Kind::play:
        break;
    }
    const Play *play = menu.play(envelope.scope.name);
    return EnvelopeCard::tr("Play: %1").arg(play ? QString::fromStdString(play->name) : name);
}

EnvelopeCard::EnvelopeCard(int tier, QWidget *parent) : EnvelopeCard(tier, {}, parent)
{
    m_badge->setTier(tier, false, tierText(tier));
    m_name->hide();
    setAccessibleName(tr("Envelope of Tier %1").arg(tier));
}

EnvelopeCard::EnvelopeCard(std::string code, QWidget *parent) : EnvelopeCard(0, std::move(code), parent)
{
    m_badge->hide();
}

EnvelopeCard::EnvelopeCard(int tier, std::string code, QWidget *parent)
    : QWidget(parent), m_tier(tier), m_code(std::move(code)), m_badge(new TierBadgeLabel(this)), m_name(new QLabel(this))
{
    m_left = new QLabel(this);
    m_left->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_gauge = new EnvelopeGauge(this);
    m_legend = new EnvelopeLegend(EnvelopeLegend::Form::line, this);
    auto *head = new QHBoxLayout;
    head->addWidget(m_badge);
    head->addWidget(m_name, 1);
    head->addStretch();
    head->addWidget(m_left);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_gauge);
    column->addWidget(m_legend);
}

void EnvelopeCard::setChosen(bool chosen)
{
    m_chosen = chosen;
    update();
}

void EnvelopeCard::setSnapshot(const Snapshot *snapshot)
{
    const Envelope *found = nullptr;
    if (snapshot != nullptr) {
        const auto &envelopes = snapshot->menu.menu.envelopes;
        const auto mine = std::find_if(envelopes.begin(), envelopes.end(), [this](const Envelope &envelope) {
            return m_tier == 0 ? envelope.code == m_code : envelope.scope.kind == EnvelopeScope::Kind::tier && envelope.scope.tier == m_tier;
        });
        found = mine == envelopes.end() ? nullptr : &*mine;
    }
    m_gauge->setVisible(found != nullptr);
    m_legend->setVisible(found != nullptr);
    if (found == nullptr) {
        m_left->setText(snapshot != nullptr ? tr("no envelope: nothing limits this tier") : QString());
        return;
    }
    m_code = found->code;
    const int ink = found->scope.kind == EnvelopeScope::Kind::tier ? found->scope.tier : 0;
    if (m_tier == 0) {
        const QString name = envelopeName(*found, snapshot->menu.menu);
        m_badge->setVisible(ink > 0);
        m_name->setVisible(ink == 0);
        if (ink > 0)
            m_badge->setTier(ink, false, name);
        m_name->setText(QStringLiteral("<b>%1</b>").arg(name.toHtmlEscaped()));
        setAccessibleName(tr("Envelope: %1").arg(name));
    }
    const auto used = snapshot->menu.envelopes.find(found->code);
    const EnvelopeUsage usage = used == snapshot->menu.envelopes.end() ? EnvelopeUsage{} : used->second;
    const Currency &currency = snapshot->settings.currency;
    const Money left = found->limit - usage.total();
    const QString amounts = tr("delivered %1, committed %2, reserved %3")
                                .arg(currencyText(usage.actual, currency), currencyText(usage.committed, currency),
                                     currencyText(usage.reserved, currency));
    m_gauge->setEnvelope({found->limit, usage.actual, usage.committed, usage.reserved, Money{}, ink}, amounts);
    m_legend->setAmounts(ink, {tr("delivered"), tr("committed"), tr("reserved")},
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
    paintFrame(&painter, rect(), theme.base, m_chosen || (hasFocus() && focusPolicy() != Qt::NoFocus) ? theme.accent : theme.line2, metric::panelRadius);
}

} // namespace dimsum
