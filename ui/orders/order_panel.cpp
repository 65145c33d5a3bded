#include "ui/orders/order_panel.h"

#include "qt/display_text.h"
#include "qt/rejection_words.h"
#include "qt/order_table_model.h"
#include "ui/common/empty_state.h"
#include "ui/common/flow_layout.h"
#include "ui/common/icon.h"
#include "ui/common/table_setup.h"
#include "ui/common/theme.h"
#include "ui/common/tier_badge_label.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace dimsum {

QString moveVerb(OrderState to)
{
    switch (to) {
    case OrderState::approved:
        return OrderPanel::tr("Approve");
    case OrderState::rejected:
        return OrderPanel::tr("Reject…");
    case OrderState::inProduction:
        return OrderPanel::tr("Start production");
    case OrderState::delivered:
        return OrderPanel::tr("Deliver…");
    case OrderState::cancelled:
        return OrderPanel::tr("Cancel order");
    case OrderState::waitingOnRep:
        return OrderPanel::tr("Wait on rep");
    case OrderState::requested:
        return OrderPanel::tr("Back to requested");
    }
    return {};
}

OrderPanel::OrderPanel(QWidget *parent) : QWidget(parent)
{
    m_empty = new EmptyState(EmptyState::Kind::empty, tr("No order selected"),
                             tr("Select an order to see its story and what can be done next."), {}, this);
    m_content = new QWidget(this);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_empty);
    outer->addWidget(m_content);

    m_badge = new TierBadgeLabel(m_content);
    m_account = new QLabel(m_content);
    m_account->setFont(Theme::of(this).font(TypeSize::title));
    m_account->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_account->setWordWrap(true);
    m_play = new QLabel(m_content);
    m_play->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->addWidget(m_account, 1);
    head->addWidget(m_badge, 0, Qt::AlignTop);
    m_open = new QPushButton(themedIcon(QStringLiteral("accounts")), tr("Open account"), m_content);
    connect(m_open, &QPushButton::clicked, this, &OrderPanel::accountRequested);

    m_moves = new QWidget(m_content);
    m_facts = new QFormLayout;
    m_facts->setContentsMargins(0, 4, 0, 4);
    m_facts->setHorizontalSpacing(16);
    m_facts->setVerticalSpacing(4);
    auto *trailTitle = new QLabel(tr("Audit trail"), m_content);
    trailTitle->setFont(Theme::of(this).font(TypeSize::text, true));
    m_trail = new QTableWidget(0, 4, m_content);
    m_trail->setHorizontalHeaderLabels({tr("When"), tr("Who"), tr("Step"), tr("Note")});
    m_trail->setAccessibleName(tr("Audit trail of the order"));
    setUpTable(m_trail, {.rows = RowSize::compact, .sortable = false, .multiSelect = true});
    m_trail->horizontalHeader()->setStretchLastSection(true);
    trailTitle->setBuddy(m_trail);

    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_play);
    column->addWidget(m_moves);
    column->addLayout(m_facts);
    column->addWidget(m_open, 0, Qt::AlignLeft);
    column->addWidget(trailTitle);
    column->addWidget(m_trail, 1);
    m_content->hide();
}

void OrderPanel::setOrder(const OrderRow *order, const WorkspaceSettings &settings, const Menu &menu)
{
    m_empty->setVisible(order == nullptr);
    m_content->setVisible(order != nullptr);
    m_trail->setRowCount(0);
    if (order == nullptr)
        return;
    m_badge->setTier(order->tier);
    m_account->setText(QString::fromStdString(order->accountName.empty() ? order->accountDomain : order->accountName));
    m_play->setText(tr("No. %1 · %2").arg(order->number).arg(QString::fromStdString(order->playName)));
    showFacts(*order, settings, menu);
    showMoves(*order);
}

void OrderPanel::addFact(const QString &name, const QString &value)
{
    if (value.isEmpty())
        return;
    auto *label = new QLabel(name, m_content);
    label->setForegroundRole(QPalette::PlaceholderText);
    auto *text = new QLabel(value, m_content);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->addRow(label, text);
}

void OrderPanel::showFacts(const OrderRow &order, const WorkspaceSettings &settings, const Menu &menu)
{
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    QString state = orderStateText(order.standing.state);
    if (order.standing.waitingFrom)
        state += tr(", was %1; its clock is paused").arg(orderStateText(*order.standing.waitingFrom));
    addFact(tr("State"), state);
    if (isOpen(order.standing.state))
        addFact(tr("Due"), !order.due.known() ? tr("counted from the approval")
                                              : (order.overdue ? tr("%1, late").arg(fullDayText(order.due)) : fullDayText(order.due)));
    addFact(tr("Price"), currencyText(order.price, settings.currency));
    if (order.actual.known())
        addFact(tr("Actual cost"), currencyText(order.actual, settings.currency));
    if (order.tierChanged())
        addFact(tr("Tier changed"), order.tierNow == 0 ? tr("the account is in no tier now; the order stays")
                                                       : tr("the account is in Tier %1 now; the order stays").arg(order.tierNow));
    addFact(tr("Team"), QString::fromStdString(order.ownerTeam));
    addFact(tr("Ordered"), tr("%1 by %2").arg(instantText(order.requestedAt, settings.timeZone),
                                              QString::fromStdString(order.requestedBy)));
    for (const auto &[input, value] : order.inputs)
        addFact(QString::fromStdString(input), QString::fromStdString(value));
    addFact(tr("Reason"), order.standing.state == OrderState::rejected ? rejectionText(order.reason, menu) : QString::fromStdString(order.reason));
    addFact(tr("Beyond the limit"), QString::fromStdString(order.overrideReason));
    addFact(tr("Note"), QString::fromStdString(order.note));
}

void OrderPanel::showMoves(const OrderRow &order)
{
    delete m_moves->layout();
    qDeleteAll(m_moves->findChildren<QPushButton *>(QString(), Qt::FindDirectChildrenOnly));
    auto *flow = new FlowLayout(m_moves);
    bool first = true;
    for (const OrderState to : nextStates(order.standing)) {
        auto *button = new QPushButton(themedIcon(orderStateIcon(to), first ? Tone::accent : Tone::secondary), moveVerb(to), m_moves);
        button->setObjectName(QStringLiteral("move-") + QString::fromLatin1(orderStateName(to).data(), qsizetype(orderStateName(to).size())));
        connect(button, &QPushButton::clicked, this, [this, to] { Q_EMIT moveRequested(to); });
        flow->addWidget(button);
        button->show();
        first = false;
    }
    m_moves->setVisible(!nextStates(order.standing).empty());
}

void OrderPanel::setTrail(const std::vector<AuditLine> &trail, const WorkspaceSettings &settings)
{
    m_trail->setRowCount(static_cast<int>(trail.size()));
    for (std::size_t i = 0; i < trail.size(); ++i) {
        const AuditLine &line = trail[i];
        const int row = static_cast<int>(i);
        QString step = line.from ? tr("%1 → %2").arg(orderStateText(*line.from), orderStateText(line.to))
                                       : tr("placed, %1").arg(orderStateText(line.to));
        if (line.correction != Correction::none)
            step = line.correction == Correction::undo ? tr("taken back: %1").arg(orderStateText(line.to))
                                                       : tr("done again: %1").arg(orderStateText(line.to));
        m_trail->setItem(row, 0, new QTableWidgetItem(instantText(line.instant, settings.timeZone)));
        m_trail->setItem(row, 1, new QTableWidgetItem(QString::fromStdString(line.by)));
        m_trail->setItem(row, 2, new QTableWidgetItem(step));
        m_trail->setItem(row, 3, new QTableWidgetItem(QString::fromStdString(line.note)));
    }
    const bool anyNote = std::any_of(trail.begin(), trail.end(), [](const AuditLine &line) { return !line.note.empty(); });
    m_trail->setColumnHidden(3, !anyNote); // the steps have the room then
    fitColumns(m_trail, 180);
    m_trail->setColumnWidth(1, std::min(m_trail->columnWidth(1), 96)); // a long name is cut before a step is
}

} // namespace dimsum
