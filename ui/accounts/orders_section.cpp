#include "ui/accounts/orders_section.h"

#include "qt/display_text.h"
#include "qt/order_table_model.h"
#include "ui/accounts/shown_account.h"
#include "ui/accounts/tall_table.h"
#include "ui/common/style.h"
#include "ui/common/tag_delegate.h"

#include <QEvent>
#include <QToolButton>

#include <algorithm>

namespace dimsum
{

namespace
{

struct OrderColumn {
    enum { Play, State, Due, Count };
};

Tone stateTone(const OrderRow &order)
{
    if (order.overdue)
        return Tone::red;
    return order.standing.state == OrderState::waitingOnRep || order.standing.state == OrderState::requested
               ? Tone::warn
               : Tone::secondary;
}

QString dueText(const OrderRow &order, Day today)
{
    if (!order.due.known())
        return OrdersSection::tr("after approval");
    return order.overdue ? OrdersSection::tr("%n day(s) late", nullptr, today - order.due)
                         : weekdayText(order.due);
}

QString orderTip(const OrderRow &order, const ShownAccount &shown)
{
    QStringList lines{
        OrdersSection::tr("No. %1 · %2").arg(order.number).arg(QString::fromStdString(order.playName)),
        orderStateText(order.standing.state), currencyText(order.price, shown.currency())};
    if (order.due.known())
        lines << OrdersSection::tr("due %1").arg(fullDayText(order.due));
    if (order.tierChanged())
        lines << OrdersSection::tr("ordered as Tier %1; the tier has changed since").arg(order.tier);
    if (!order.ownerTeam.empty())
        lines << QString::fromStdString(order.ownerTeam);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

OrdersSection::OrdersSection(QWidget *parent)
    : DockSection(QString(), Fold::open, parent),
      m_table(new TallTable(OrderColumn::Count, this)),
      m_all(new QToolButton(this))
{
    m_table->setObjectName(QStringLiteral("open-orders"));
    m_table->setItemDelegateForColumn(OrderColumn::State, new TagDelegate(m_table));
    m_table->setColumnLimit(OrderColumn::State, 0.36);
    m_table->setColumnLimit(OrderColumn::Due, 0.3);
    setLook(m_all, ButtonLook::link, true);
    connect(m_all, &QToolButton::clicked, this, &OrdersSection::ordersRequested);
    connect(m_table, &TallTable::rowActivated, this, [this](int row) {
        if (row == m_draftRow)
            Q_EMIT menuCardRequested();
        else
            Q_EMIT ordersRequested();
    });
    addTable(m_table);
    addTable(m_all);
    retranslate();
}

void OrdersSection::retranslate()
{
    setTitle(tr("Open orders"));
    m_table->setAccessibleName(tr("Open orders"));
    m_table->setHeaders({tr("Play"), tr("State"), tr("Due")});
}

void OrdersSection::addOrder(const OrderRow &order, const ShownAccount &shown)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    QTableWidgetItem *play = m_table->setCell(row, OrderColumn::Play, QString::fromStdString(order.playName));
    if (order.tierChanged()) {
        play->setData(TagRole, tr("was Tier %1").arg(order.tier));
        play->setData(TagToneRole, static_cast<int>(Tone::bamboo));
    }
    QTableWidgetItem *state = m_table->setCell(row, OrderColumn::State, orderStateText(order.standing.state));
    state->setData(IconNameRole, orderStateIcon(order.standing.state));
    state->setData(TagToneRole, static_cast<int>(stateTone(order)));
    QTableWidgetItem *due = m_table->setCell(row, OrderColumn::Due, dueText(order, shown.snapshot->today),
                                             order.overdue ? Tone::red : Tone::secondary);
    due->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (QTableWidgetItem *cell : {play, state, due})
        cell->setToolTip(orderTip(order, shown));
}

void OrdersSection::addDraft(const ShownAccount &shown)
{
    m_draftRow = -1;
    const OrderSummary &summary = shown.snapshot->orderSummaries[shown.row];
    if (summary.drafted == 0)
        return;
    m_draftRow = m_table->rowCount();
    m_table->insertRow(m_draftRow);
    m_table->setCell(m_draftRow, OrderColumn::Play, tr("Draft slip: %n play(s)", nullptr, summary.drafted))
        ->setToolTip(tr("Ticked, but not ordered yet. Enter or a double click opens the menu card."));
    QTableWidgetItem *state = m_table->setCell(m_draftRow, OrderColumn::State, tr("not placed"));
    state->setData(TagToneRole, static_cast<int>(Tone::bamboo));
    m_table
        ->setCell(m_draftRow, OrderColumn::Due, currencyText(summary.draftTotal, shown.currency()), Tone::secondary)
        ->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

void OrdersSection::setAccount(const ShownAccount &shown)
{
    std::vector<const OrderRow *> open;
    for (const OrderRow &order : shown.details.orders) {
        if (dimsum::isOpen(order.standing.state))
            open.push_back(&order);
    }
    // What is due first stands first; orders without a due day after the others.
    std::stable_sort(open.begin(), open.end(), [](const OrderRow *a, const OrderRow *b) {
        return a->due.known() != b->due.known() ? a->due.known() : a->due < b->due;
    });
    m_table->setRowCount(0);
    for (const OrderRow *order : open)
        addOrder(*order, shown);
    addDraft(shown);
    m_table->fitColumns();
    m_table->setVisible(m_table->rowCount() > 0);
    const auto late =
        std::count_if(open.begin(), open.end(), [](const OrderRow *order) { return order->overdue; });
    if (late > 0)
        setFacts(tr("%1 open, %2 overdue").arg(countText(std::int64_t(open.size())), countText(late)),
                 Tone::red);
    else
        setFacts(open.empty() ? tr("none") : tr("%1 open").arg(countText(std::int64_t(open.size()))));
    const auto all = static_cast<std::int64_t>(shown.details.orders.size());
    m_all->setText(tr("All orders of this account (%1)").arg(countText(all)));
    m_all->setVisible(all > 0);
}

void OrdersSection::changeEvent(QEvent *event)
{
    DockSection::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace dimsum
