#include "ui/accounts/deals_section.h"

#include "qt/display_text.h"
#include "ui/accounts/shown_account.h"
#include "ui/accounts/tall_table.h"

#include <QEvent>

namespace dimsum
{

namespace
{

struct DealColumn {
    enum { Name, Stage, Amount, Count };
};

// CRMs name a deal after its account ("Acme - Renewal"); beside the account only the rest tells something.
QString dealName(const DealLine &deal, const ShownAccount &shown)
{
    const QString whole = QString::fromStdString(deal.name.empty() ? deal.id : deal.name);
    const std::string_view account = shown.snapshot->accounts.name.at(shown.row);
    const QString name = QString::fromUtf8(account.data(), static_cast<qsizetype>(account.size()));
    if (!whole.startsWith(name, Qt::CaseInsensitive))
        return whole;
    qsizetype from = name.size();
    while (from < whole.size() && (whole.at(from).isSpace() || whole.at(from).isPunct()))
        ++from;
    return from < whole.size() ? whole.mid(from) : whole;
}

QString statusText(const DealLine &deal)
{
    switch (deal.status) {
    case DealStatus::won:
        return DealsSection::tr("won %1").arg(dayText(deal.closed));
    case DealStatus::lost:
        return DealsSection::tr("lost %1").arg(dayText(deal.closed));
    case DealStatus::open:
        break;
    }
    return deal.stage.empty() ? DealsSection::tr("open") : QString::fromStdString(deal.stage);
}

Tone statusTone(DealStatus status)
{
    switch (status) {
    case DealStatus::won:
        return Tone::good;
    case DealStatus::lost:
        return Tone::muted;
    case DealStatus::open:
        break;
    }
    return Tone::secondary;
}

QString dealTip(const DealLine &deal, const Currency &currency)
{
    QStringList lines{QString::fromStdString(deal.name.empty() ? deal.id : deal.name),
                      DealsSection::tr("created %1").arg(fullDayText(deal.created))};
    if (deal.status != DealStatus::open)
        lines << DealsSection::tr("closed %1").arg(fullDayText(deal.closed));
    if (!deal.stage.empty())
        lines << DealsSection::tr("stage: %1").arg(QString::fromStdString(deal.stage));
    if (!deal.campaign.empty())
        lines << DealsSection::tr("campaign: %1").arg(QString::fromStdString(deal.campaign));
    if (deal.amount.known())
        lines << currencyText(deal.amount, currency);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

DealsSection::DealsSection(QWidget *parent)
    : DockSection(QString(), Fold::open, parent), m_table(new TallTable(DealColumn::Count, this))
{
    m_table->setObjectName(QStringLiteral("deals"));
    m_table->setColumnLimit(DealColumn::Stage, 0.34);
    m_table->setColumnLimit(DealColumn::Amount, 0.3);
    addTable(m_table);
    retranslate();
}

void DealsSection::retranslate()
{
    setTitle(tr("Deals"));
    m_table->setAccessibleName(tr("Deals"));
    m_table->setHeaders({tr("Deal"), tr("Stage"), tr("Amount")});
}

void DealsSection::setAccount(const ShownAccount &shown)
{
    m_table->setRowCount(0);
    for (const DealLine &deal : shown.details.deals) {
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        const QString tip = dealTip(deal, shown.currency());
        m_table->setCell(row, DealColumn::Name, dealName(deal, shown))->setToolTip(tip);
        m_table->setCell(row, DealColumn::Stage, statusText(deal), statusTone(deal.status))->setToolTip(tip);
        QTableWidgetItem *amount =
            deal.amount.known() ? m_table->setCell(row, DealColumn::Amount, currencyText(deal.amount, shown.currency()))
                                : m_table->setCell(row, DealColumn::Amount, tr("unknown"), Tone::muted);
        amount->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        amount->setToolTip(tip);
    }
    m_table->fitColumns();
    m_table->setVisible(m_table->rowCount() > 0);
    const DealSummary &summary = shown.snapshot->deals[shown.row];
    QStringList facts;
    if (summary.open > 0)
        facts << tr("%1 open, %2")
                     .arg(countText(summary.open), currencyText(summary.openAmount, shown.currency()));
    if (summary.won > 0)
        facts << tr("%1 won, %2")
                     .arg(countText(summary.won), currencyText(summary.wonAmount, shown.currency()));
    if (facts.isEmpty())
        facts << (shown.details.deals.empty() ? tr("none") : tr("none open or won"));
    setFacts(facts.join(QStringLiteral(" · ")));
}

void DealsSection::changeEvent(QEvent *event)
{
    DockSection::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace dimsum
