#include "ui/roi/deals_view.h"

#include "qt/display_text.h"
#include "service/workspace_session.h"
#include "ui/common/figure_table.h"
#include "ui/common/foot_label.h"
#include "ui/common/panel.h"
#include "ui/roi/worth_report.h"
#include "ui/roi/worth_views.h"

#include <QItemSelectionModel>
#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace dimsum {

DealsView::DealsView(PageContext context, QWidget *parent)
    : QWidget(parent), m_context(context), m_dealPanel(new Panel(tr("Opportunities"))), m_touchPanel(new Panel(tr("Touches"))), m_deals(new FigureTable(tr("Opportunities"))), m_touches(new FigureTable(tr("Touches of the opportunity"))), m_foot(footLabel())
{
    m_deals->setColumns({{tr("Account"), 170, false, true}, {tr("Opportunity"), 110}, {tr("Amount"), 90, true}, {tr("Closed"), 100}, {tr("Touches"), 70, true}});
    m_dealPanel->addContent(m_deals, 1);
    m_touchPanel->addContent(m_touches, 1);
    m_touchPanel->addContent(m_foot);
    auto *splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_dealPanel);
    splitter->addWidget(m_touchPanel);
    splitter->setSizes({520, 780});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(splitter);
    setFocusProxy(m_deals);
    connect(m_deals->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) { openDeal(static_cast<int>(m_deals->accountOf(index))); });
    connect(m_deals, &FigureTable::accountActivated, this, [this](qint64 row) {
        m_context.navigation.openAccount(m_board->snapshot->accounts.id[m_board->credited[static_cast<std::size_t>(row)].account]);
    });
}

void DealsView::show(std::shared_ptr<const WorthBoard> board, CreditModel chosen)
{
    m_chosen = chosen;
    if (m_board == board) {
        fillTouches();
        return;
    }
    m_board = std::move(board);
    fillDeals();
}

void DealsView::fillDeals()
{
    m_receipt.reset();
    m_wanted = -1;
    m_deals->clearRows();
    const Snapshot &s = *m_board->snapshot;
    for (std::size_t i = 0; i < m_board->credited.size(); ++i) {
        const CreditedDeal &deal = m_board->credited[i];
        const bool open = !deal.closed.known();
        m_deals->addRow({textItem(QString::fromUtf8(s.accounts.name.at(deal.account).data(), static_cast<qsizetype>(s.accounts.name.at(deal.account).size()))),
                         textItem(QString::fromStdString(deal.name), Tone::secondary),
                         deal.amount.known() ? figureItem(amountText(deal.amount, s.settings.currency), double(deal.amount.minor)) : figureItem(QStringLiteral("–"), -1, Tone::muted),
                         figureItem(open ? tr("open") : dateText(deal.closed), open ? 1e9 : deal.closed.number, open ? Tone::secondary : Tone::plain),
                         figureItem(countText(deal.touches), deal.touches, deal.touches == 0 ? Tone::muted : Tone::plain)},
                        static_cast<std::int64_t>(i));
    }
    m_dealPanel->setFacts(m_board->dealsListable > static_cast<std::int64_t>(m_board->credited.size()) ? tr("the newest %1 of %2 won and open ones").arg(countText(static_cast<std::int64_t>(m_board->credited.size())), countText(m_board->dealsListable))
                                                                                                       : tr("%1 won and open ones").arg(countText(m_board->dealsListable)));
    fillTouches();
    // The newest with more than one touch shows at once what the page can do.
    for (int row = 0; row < m_deals->rowCount(); ++row) {
        if (m_board->credited[static_cast<std::size_t>(row)].touches > 1) {
            m_deals->setCurrentIndex(m_deals->model()->index(row, 0));
            return;
        }
    }
}

void DealsView::openDeal(int row)
{
    if (!m_board || row < 0 || static_cast<std::size_t>(row) >= m_board->credited.size())
        return;
    const std::uint32_t deal = m_board->credited[static_cast<std::size_t>(row)].deal;
    m_wanted = deal;
    m_context.session.run(
        tr("Opening an opportunity"), [snapshot = m_board->snapshot, deal](Workspace &workspace, const Progress &) { return dealReceipt(workspace, *snapshot, deal); }, this,
        [this, deal](Result<DealReceipt> receipt) {
            if (m_wanted != deal)
                return; // another one was chosen meanwhile
            if (!receipt.ok())
                return m_context.navigation.showError(receipt.error());
            m_receipt = *receipt;
            fillTouches();
        },
        WorkspaceSession::Effect::reads);
}

void DealsView::fillTouches()
{
    const Currency currency = m_board ? m_board->snapshot->settings.currency : Currency();
    QList<FigureTable::Column> columns{{tr("Day"), 100}, {tr("Touch"), 120, false, true}, {tr("Campaign"), 120}, {tr("Channel"), 74}, {tr("Why"), 150}};
    const bool markov = m_chosen == CreditModel::markov;
    if (!markov)
        columns << FigureTable::Column{shortModelTitle(m_chosen), 90, true, false, modelTitle(m_chosen)};
    columns << FigureTable::Column{tr("Other models"), 130, true, false, tr("Lowest to highest of the other models; every one of them on the tip of the cell")};
    m_touches->setColumns(columns);
    if (!m_receipt) {
        m_touchPanel->setFacts({});
        m_foot->setText(tr("Choose an opportunity."));
        return;
    }
    const DealReceipt &receipt = *m_receipt;
    for (const TouchLine &touch : receipt.touches) {
        QStringList why;
        if (touch.first)
            why << tr("first");
        if (touch.lead)
            why << tr("lead created");
        if (touch.opportunity)
            why << tr("opportunity");
        if (touch.close)
            why << tr("last");
        QStringList all;
        Money low = unknownMoney, high = unknownMoney;
        for (std::size_t model = 0; model < creditModelCount; ++model) {
            const auto which = static_cast<CreditModel>(model);
            if (which == CreditModel::markov)
                continue;
            all << tr("%1: %2").arg(modelTitle(which), currencyText(touch.credits[model], currency));
            if (which == m_chosen)
                continue;
            low = low.known() ? std::min(low, touch.credits[model]) : touch.credits[model];
            high = high.known() ? std::max(high, touch.credits[model]) : touch.credits[model];
        }
        QList<QStandardItem *> cells{figureItem(dateText(touch.day), touch.day.number), textItem(QString::fromStdString(touch.type) + (touch.known ? QString() : tr(" (nobody known)"))),
                                     textItem(QString::fromStdString(touch.campaign), Tone::secondary), textItem(QString::fromStdString(touch.channel), Tone::secondary),
                                     textItem(why.join(QStringLiteral(", ")), Tone::accent)};
        if (!markov)
            cells << figureItem(amountText(touch.credits[static_cast<std::size_t>(m_chosen)], currency), double(touch.credits[static_cast<std::size_t>(m_chosen)].minor), Tone::plain, true);
        auto *others = figureItem(low == high ? amountText(low, currency) : tr("%1 to %2").arg(amountText(low, currency), amountText(high, currency)), double(high.minor), Tone::secondary);
        others->setToolTip(all.join(u'\n'));
        others->setData(all.join(u'\n'), Qt::AccessibleTextRole);
        cells << others;
        if (!touch.asset.empty())
            cells[1]->setToolTip(tr("%1: %2").arg(QString::fromStdString(touch.type), QString::fromStdString(touch.asset)));
        m_touches->addRow(cells);
    }
    const QString name = QString::fromUtf8(m_board->snapshot->accounts.name.at(receipt.deal.account).data(), static_cast<qsizetype>(m_board->snapshot->accounts.name.at(receipt.deal.account).size()));
    m_touchPanel->setFacts(tr("%1, %2").arg(name, receipt.deal.amount.known() ? currencyText(receipt.deal.amount, currency) : tr("no amount")));
    QString foot = receipt.touches.empty() ? tr("No touch in the %1 days before the close: nothing can be credited, the money stands outside.").arg(m_board->snapshot->policy.attribution.lookbackDays)
                                           : tr("Touches of the whole account in the %1 days before the close; their credits add up to the amount in every model.").arg(m_board->snapshot->policy.attribution.lookbackDays);
    if (receipt.outside > 0)
        foot += u' ' + tr("%1 older or later touches are left out.").arg(countText(receipt.outside));
    if (receipt.notCounting > 0)
        foot += u' ' + tr("%1 more of kinds that do not count.").arg(countText(receipt.notCounting));
    if (markov)
        foot += u' ' + tr("Markov knows no single deal: it shares all won money by what channels do on all paths.");
    m_foot->setText(foot);
}

} // namespace dimsum
