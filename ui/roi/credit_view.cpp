#include "ui/roi/credit_view.h"

#include "qt/display_text.h"
#include "ui/common/figure_table.h"
#include "ui/common/foot_label.h"
#include "ui/common/panel.h"
#include "ui/common/segmented.h"
#include "ui/roi/worth_report.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace dimsum {

CreditView::CreditView(QWidget *parent) : QWidget(parent), m_panel(new Panel(tr("Nine models side by side"))), m_views(new Segmented), m_table(new FigureTable(tr("Credit by model"))), m_foot(footLabel())
{
    m_views->setAccessibleName(tr("Credit by"));
    for (const WorthView view : allWorthViews)
        m_views->addSegment(worthViewTitle(view));
    m_panel->addControl(m_views);
    m_panel->addContent(m_table, 1);
    m_panel->addContent(m_foot);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_panel);
    setFocusProxy(m_table);
    connect(m_views, &Segmented::currentChanged, this, &CreditView::fill);
}

void CreditView::show(std::shared_ptr<const WorthBoard> board, CreditModel chosen)
{
    m_board = std::move(board);
    m_chosen = chosen;
    fill();
}

void CreditView::fill()
{
    if (!m_board)
        return;
    const WorthView view = allWorthViews[static_cast<std::size_t>(m_views->current())];
    const Currency &currency = m_board->snapshot->settings.currency;
    QList<FigureTable::Column> columns{{worthViewColumn(view), 200, false, true}};
    for (std::size_t model = 0; model < creditModelCount; ++model)
        columns << FigureTable::Column{shortModelTitle(static_cast<CreditModel>(model)), 100, true, false, modelTitle(static_cast<CreditModel>(model))};
    columns << FigureTable::Column{tr("Apart by"), 100, true, false, tr("Highest less lowest of the nine: how much the answer depends on the model")};
    m_table->setColumns(columns);
    Credits total{};
    std::vector<const SubjectWorth *> rows = worthRows(*m_board, view);
    const auto by = static_cast<std::size_t>(m_chosen);
    std::stable_sort(rows.begin(), rows.end(), [by](const SubjectWorth *a, const SubjectWorth *b) { return a->credits[by] > b->credits[by]; });
    const auto exact = [&currency](Money amount, Tone tone, bool strong) {
        auto *item = figureItem(wholeAmountText(amount, currency), double(amount.minor), tone, strong);
        item->setToolTip(currencyText(amount, currency)); // to the cent
        return item;
    };
    const auto add = [&](const QString &name, const Credits &credits, bool strong, bool apart) {
        QList<QStandardItem *> cells{textItem(name, Tone::plain, strong)};
        for (std::size_t model = 0; model < creditModelCount; ++model)
            cells << exact(credits[model], credits[model].minor == 0 ? Tone::muted : Tone::plain, strong || model == by);
        const auto [low, high] = std::minmax_element(credits.begin(), credits.end());
        const Money spread = *high - *low;
        cells << (apart ? exact(spread, Tone::secondary, false) : figureItem(QStringLiteral("0"), 0, Tone::muted, strong));
        m_table->addRow(cells);
    };
    for (const SubjectWorth *row : rows) {
        if (std::all_of(row->credits.begin(), row->credits.end(), [](Money credit) { return credit.minor == 0; }))
            continue;
        add(worthName(view, *row), row->credits, false, true);
        for (std::size_t model = 0; model < creditModelCount; ++model)
            total[model] += row->credits[model];
    }
    const Attribution &won = m_board->worth.won;
    // What the rows leave: touches without a campaign, an asset or a play.
    Credits rest{};
    for (std::size_t model = 0; model < creditModelCount; ++model)
        rest[model] = won.total - won.noTouch - total[model];
    if (std::any_of(rest.begin(), rest.end(), [](Money credit) { return credit.minor != 0; }))
        add(tr("Touches that belong to none"), rest, false, true);
    Credits noTouch, whole;
    noTouch.fill(won.noTouch);
    whole.fill(won.total);
    if (won.noTouch.minor != 0)
        add(tr("Deals without a touch"), noTouch, false, false);
    add(tr("All won money"), whole, true, false);
    m_panel->setFacts(tr("%1 won deals; every column adds up to the same money").arg(countText(won.deals)));
    QString foot = tr("Strong: %1.").arg(modelTitle(m_chosen));
    if (view == WorthView::tiers)
        foot += u' ' + tr("All touches of a deal belong to one account, so only Markov, which knows no single deal, can differ by tier.");
    else if (view == WorthView::plays)
        foot += u' ' + worthViewNote(view);
    m_foot->setText(foot);
}

} // namespace dimsum
