#include "ui/orders/orders_page.h"

#include "qt/display_text.h"
#include "qt/wording.h"
#include "service/team_hours.h"
#include "service/workspace_session.h"
#include "ui/commands/function_command.h"
#include "ui/common/chip.h"
#include "ui/common/empty_state.h"
#include "ui/common/filter_bar.h"
#include "ui/common/frozen_table_view.h"
#include "ui/common/icon.h"
#include "ui/common/message_panel.h"
#include "ui/common/page_header.h"
#include "ui/common/prompts.h"
#include "ui/common/search_field.h"
#include "ui/common/segmented.h"
#include "ui/common/table_export.h"
#include "ui/common/table_setup.h"
#include "ui/common/tag_delegate.h"
#include "ui/common/tier_delegate.h"
#include "ui/orders/board_view.h"
#include "ui/orders/budgets_view.h"
#include "ui/orders/calendar_view.h"
#include "ui/orders/envelope_card.h"
#include "ui/orders/order_panel.h"
#include "ui/orders/reject_dialog.h"
#include "ui/orders/workload_view.h"

#include <QComboBox>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSet>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace dimsum {

OrdersPage::OrdersPage(PageContext context, QWidget *parent) : Page(parent), m_context(context)
{
    build();
    showEmptyOrTable();
}

OrdersPage::~OrdersPage() = default;

void OrdersPage::build()
{
    m_header = new PageHeader(title(), this);
    m_view = new Segmented(this);
    m_view->setAccessibleName(tr("View"));
    m_view->addSegment(tr("Board"), QStringLiteral("board"));
    m_view->addSegment(tr("List"), QStringLiteral("list"));
    m_view->addSegment(tr("Calendar"), QStringLiteral("due"));
    m_view->addSegment(tr("Work"), QStringLiteral("people"));
    m_view->addSegment(tr("Budgets"), QStringLiteral("roi"));
    m_lanes = new QComboBox(this);
    m_lanes->setAccessibleName(tr("Lanes"));
    m_lanes->addItems({tr("Lanes: tier"), tr("Lanes: team"), tr("Lanes: play")});
    m_cardFields = new QPushButton(themedIcon(QStringLiteral("sliders")), tr("Card fields"), this);
    m_header->addControl(m_view);
    m_header->addControl(m_lanes);
    connect(m_view, &Segmented::currentChanged, this, [this](int view) { showView(static_cast<View>(view)); });
    connect(m_lanes, &QComboBox::currentIndexChanged, this, [this](int kind) { m_board->setLanes(static_cast<BoardLanes>(kind)); });
    connect(m_cardFields, &QPushButton::clicked, this, &OrdersPage::chooseFields);
    auto *exports = new QPushButton(themedIcon(QStringLiteral("download")), tr("Hand out"), this);
    exports->setToolTip(tr("Write the orders to a file for people, or for the tool that marketing works in"));
    auto *menu = new QMenu(exports);
    for (const ExportSubject subject : {ExportSubject::orders, ExportSubject::plan})
        menu->addAction(tr("%1…").arg(exportTitle(subject)), this, [this, subject] { exportTable(m_context, this, subject); });
    menu->addSeparator();
    addToolExports(menu, m_context, this, ExportSubject::orders);
    exports->setMenu(menu);
    m_header->addControl(exports);
    m_views = new QPushButton(themedIcon(QStringLiteral("star")), tr("Views"), this);
    m_views->setToolTip(tr("Filters kept under a name, for everybody who opens this workspace"));
    m_views->setMenu(new QMenu(m_views));
    m_filter = new FilterBar(this);
    m_overdue = new Chip(Chip::Kind::toggle, tr("Overdue"), QStringLiteral("late"), m_filter);
    m_waiting = new Chip(Chip::Kind::toggle, tr("Waiting"), QStringLiteral("waiting"), m_filter);
    m_toDecide = new Chip(Chip::Kind::toggle, tr("To decide"), QStringLiteral("hourglass"), m_filter);
    const auto toggle = [this](Chip *chip, bool OrderQuery::*part) {
        chip->setCheckable(true);
        m_filter->addControl(chip);
        connect(chip, &Chip::toggled, this, [this, part](bool on) {
            OrderQuery query = m_model.query();
            query.*part = on;
            applyQuery(query);
        });
    };
    m_filter->addControl(m_cardFields);
    m_filter->addControl(m_views);
    fillViews();
    toggle(m_overdue, &OrderQuery::overdueOnly);
    toggle(m_waiting, &OrderQuery::waitingOnly);
    toggle(m_toDecide, &OrderQuery::toDecideOnly);
    connect(m_filter, &FilterBar::searchChanged, this, [this](const QString &text) {
        OrderQuery query = m_model.query();
        query.text = text.trimmed();
        applyQuery(query);
    });
    connect(m_filter, &FilterBar::conditionRemovalRequested, this, &OrdersPage::removeCondition);
    connect(m_filter, &FilterBar::conditionEditRequested, this, [this] { offerConditions(m_filter); });
    connect(m_filter, &FilterBar::conditionWanted, this, &OrdersPage::offerConditions);
    connect(m_filter, &FilterBar::clearRequested, this, [this] { applyQuery({}); });

    m_message = new MessagePanel(this);
    m_message->hide();
    connect(m_message, &MessagePanel::linkActivated, m_message, &QWidget::hide);

    m_envelopeRow = new QWidget(this);
    auto *envelopes = new QHBoxLayout(m_envelopeRow);
    envelopes->setContentsMargins(metric::pageMargin, 8, metric::pageMargin, 8);
    envelopes->setSpacing(metric::panelGap);
    for (int tier = 1; tier <= 3; ++tier) {
        m_envelopes << new EnvelopeCard(tier, this);
        envelopes->addWidget(m_envelopes.last(), 1);
    }

    m_table = new FrozenTableView(this);
    m_table->setAccessibleName(tr("Orders"));
    m_table->setModel(&m_model);
    setUpTable(m_table);
    m_table->setItemDelegateForColumn(OrderTableModel::TierColumn, new TierDelegate(m_table));
    m_table->setItemDelegateForColumn(OrderTableModel::State, new TagDelegate(m_table));
    m_table->freeze(2);
    m_table->sortByColumn(OrderTableModel::Due, Qt::AscendingOrder);
    const QList<int> widths{56, 210, 52, 220, 130, 90, 130, 140, 120, 120};
    for (int column = 0; column < widths.size(); ++column)
        m_table->setColumnWidth(column, widths[column]);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (const OrderRow *order = m_model.order(current.row()))
            select(order->id);
    });

    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        for (Command *command : std::as_const(m_commands))
            command->changed();
        Q_EMIT statusTextsChanged();
    });

    m_empty = new EmptyState(this);
    connect(m_empty, &EmptyState::actionRequested, this, [this] {
        if (m_model.query().conditions() > 0)
            applyQuery({});
        else
            m_context.navigation.openPage(page_id::menu);
    });
    m_board = new BoardView(m_model, this);
    connect(m_board, &BoardView::currentChanged, this, [this](const QString &order) { select(order.toStdString()); });
    connect(m_board, &BoardView::moveWanted, this, &OrdersPage::move);
    connect(m_board, &BoardView::opened, this, [this] { m_panel->setVisible(m_panel->isHidden()); });
    m_stack = new QStackedWidget(this);
    auto *boardMargin = new QWidget;
    auto *boardLayout = new QVBoxLayout(boardMargin);
    boardLayout->setContentsMargins(metric::pageMargin, 0, metric::pageMargin, metric::pageMargin);
    boardLayout->addWidget(m_board);
    m_calendar = new CalendarView(m_model, this);
    connect(m_calendar, &CalendarView::currentChanged, this, [this](const QString &order) { select(order.toStdString()); });
    connect(m_calendar, &CalendarView::opened, this, [this] { m_panel->setVisible(m_panel->isHidden()); });
    m_work = new WorkloadView(this);
    connect(m_work, &WorkloadView::teamActivated, this, [this](const QString &team) {
        OrderQuery query;
        query.team = team;
        query.openOnly = true;
        applyQuery(query);
        showView(List);
    });
    connect(m_work, &WorkloadView::hoursWanted, this, &OrdersPage::askForHours);
    m_budgets = new BudgetsView(this);
    connect(m_budgets, &BudgetsView::orderActivated, this, [this](const QString &order) {
        applyQuery({});
        select(order.toStdString());
        showView(List);
    });
    m_stack->addWidget(boardMargin);
    for (QWidget *view : std::initializer_list<QWidget *>{m_calendar, m_work, m_budgets}) {
        auto *margin = new QWidget;
        auto *layout = new QVBoxLayout(margin);
        layout->setContentsMargins(metric::pageMargin, 0, metric::pageMargin, metric::pageMargin);
        layout->addWidget(view);
        m_stack->addWidget(margin);
    }
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);

    m_panel = new OrderPanel(this);
    m_panel->setMinimumWidth(metric::dockMin);
    connect(m_panel, &OrderPanel::moveRequested, this, [this](OrderState to) { move(QString::fromStdString(m_selected), to); });
    connect(m_panel, &OrderPanel::accountRequested, this, [this] {
        if (const OrderRow *order = selected())
            m_context.navigation.openAccount(order->account);
    });
    m_splitter = new QSplitter(this);
    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(m_panel);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({900, metric::dock});
    m_splitter->setChildrenCollapsible(false);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_filter);
    column->addWidget(m_message);
    column->addWidget(m_envelopeRow);
    column->addWidget(m_splitter, 1);
    setFocusProxy(m_table);
    showView(Board);
}

void OrdersPage::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    const bool otherFile = snapshot && (!m_snapshot || m_snapshot->path != snapshot->path);
    m_snapshot = std::move(snapshot);
    m_model.setSnapshot(m_snapshot);
    m_board->setSnapshot(m_snapshot);
    m_calendar->setSnapshot(m_snapshot);
    m_work->setSnapshot(m_snapshot);
    m_budgets->setSnapshot(m_snapshot);
    for (EnvelopeCard *card : std::as_const(m_envelopes))
        card->setSnapshot(m_snapshot.get());
    const int row = m_model.rowOf(m_selected);
    if (row >= 0)
        m_table->setCurrentIndex(m_model.index(row, OrderTableModel::Account));
    else if (m_model.rowCount() > 0)
        m_table->setCurrentIndex(m_model.index(0, OrderTableModel::Account));
    if (otherFile)
        readViews();
    if (m_snapshot)
        readHours();
    showSelected();
    showCounts();
    showEmptyOrTable();
    for (Command *command : std::as_const(m_commands))
        command->changed();
}

void OrdersPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    showSelected();
}

const OrderRow *OrdersPage::selected() const
{
    if (!m_snapshot)
        return nullptr;
    const auto &orders = m_snapshot->orders;
    const auto found = std::find_if(orders.begin(), orders.end(), [this](const OrderRow &order) { return order.id == m_selected; });
    return found == orders.end() ? nullptr : &*found;
}

void OrdersPage::select(const std::string &order)
{
    if (order == m_selected)
        return;
    m_selected = order;
    if (m_board->current() != order)
        m_board->setCurrent(order);
    if (m_calendar->current() != order)
        m_calendar->setCurrent(order);
    if (const int row = m_model.rowOf(order); row >= 0 && m_table->currentIndex().row() != row)
        m_table->setCurrentIndex(m_model.index(row, OrderTableModel::Account));
    showSelected();
}

OrdersPage::View OrdersPage::view() const
{
    return static_cast<View>(m_view->current());
}

QWidget *OrdersPage::viewWidget(View view) const
{
    const std::array<QWidget *, ViewCount> views{m_board, m_table, m_calendar, m_work, m_budgets};
    return views[static_cast<std::size_t>(view)];
}

void OrdersPage::showView(View view)
{
    m_view->setCurrent(view);
    m_lanes->setVisible(view == Board);
    m_cardFields->setVisible(view == Board);
    // Work and budgets are of the whole program: nothing is filtered, and budgets show every envelope themselves.
    m_filter->setVisible(view != Work && view != Budgets);
    m_envelopeRow->setVisible(view == Board || view == List);
    m_panel->setVisible(view == List); // the others need the width; the panel opens with a card
    setFocusProxy(viewWidget(view));
    showEmptyOrTable();
    Q_EMIT statusTextsChanged();
}

void OrdersPage::chooseFields()
{
    QMenu menu(this);
    const std::pair<unsigned, QString> fields[] = {{BoardPlay, tr("Play")}, {BoardPrice, tr("Price")}, {BoardDue, tr("Due")},
                                                   {BoardTeam, tr("Team")}, {BoardPerson, tr("Requested by")}, {BoardNumber, tr("Number")}};
    for (const auto &[field, name] : fields) {
        QAction *action = menu.addAction(name);
        action->setCheckable(true);
        action->setChecked((m_board->fields() & field) != 0);
        connect(action, &QAction::toggled, this, [this, field = field](bool on) { m_board->setFields(on ? m_board->fields() | field : m_board->fields() & ~field); });
    }
    menu.exec(m_cardFields->mapToGlobal(QPoint(0, m_cardFields->height())));
}

void OrdersPage::showSelected()
{
    const OrderRow *order = selected();
    const WorkspaceSettings settings = m_snapshot ? m_snapshot->settings : WorkspaceSettings{};
    m_panel->setOrder(order, settings, m_snapshot ? m_snapshot->menu.menu : Menu{});
    for (Command *command : std::as_const(m_commands))
        command->changed();
    if (order == nullptr)
        return;
    const std::string id = order->id;
    if (!isVisible())
        return; // showEvent() asks again
    m_context.session.run(
        tr("Reading the audit trail"),
        [id](Workspace &workspace, const Progress &) { return auditTrail(workspace, id); }, this,
        [this, id, settings](Result<std::vector<AuditLine>> trail) {
            if (trail.ok() && id == m_selected)
                m_panel->setTrail(*trail, settings);
        },
        WorkspaceSession::Effect::reads);
}

void OrdersPage::showCounts()
{
    qint64 open = 0, overdue = 0, waiting = 0, toDecide = 0;
    if (m_snapshot) {
        for (const OrderRow &order : m_snapshot->orders) {
            open += isOpen(order.standing.state);
            overdue += order.overdue;
            waiting += order.standing.state == OrderState::waitingOnRep;
            toDecide += order.standing.state == OrderState::requested;
        }
    }
    m_header->setFacts(tr("%1 open · %2 overdue · %3 to decide").arg(countText(open), countText(overdue), countText(toDecide)));
    m_overdue->setText(tr("Overdue %1").arg(countText(overdue)));
    m_waiting->setText(tr("Waiting %1").arg(countText(waiting)));
    m_toDecide->setText(tr("To decide %1").arg(countText(toDecide)));
    Q_EMIT badgeChanged();
    Q_EMIT statusTextsChanged();
}

void OrdersPage::showEmptyOrTable()
{
    const bool whole = view() == Work || view() == Budgets;
    if (m_model.rowCount() > 0 || (whole && m_snapshot)) {
        QWidget *shown = viewWidget(view());
        m_stack->setCurrentWidget(view() == List ? shown : shown->parentWidget());
        return;
    }
    const int conditions = m_model.query().conditions();
    if (conditions > 0 && m_snapshot && !m_snapshot->orders.empty())
        m_empty->setState(EmptyState::Kind::filtered, tr("Nothing matches"), tr("%n condition(s) set.", nullptr, conditions), tr("Clear all"));
    else
        m_empty->setState(EmptyState::Kind::empty, tr("No orders yet"), tr("Tick a play on the menu of an account."), tr("Open menu"));
    m_stack->setCurrentWidget(m_empty);
}

void OrdersPage::readViews()
{
    m_context.session.run(
        tr("Reading the saved views"), [](Workspace &workspace, const Progress &) { return savedViews(workspace, page_id::orders); }, this,
        [this](Result<std::vector<SavedView>> stored) {
            if (!stored.ok())
                return m_context.navigation.showError(stored.error());
            m_savedViews = std::move(*stored);
            fillViews();
        },
        WorkspaceSession::Effect::reads);
}

void OrdersPage::readHours()
{
    m_context.session.run(
        tr("Reading the hours of the teams"), [](Workspace &workspace, const Progress &) { return teamHours(workspace); }, this,
        [this](Result<TeamHours> hours) {
            if (hours.ok())
                m_work->setHours(*hours);
        },
        WorkspaceSession::Effect::reads);
}

void OrdersPage::askForHours(const QString &team, const QString &now)
{
    const auto typed = m_context.prompts.textLine(this, team.isEmpty() ? tr("Hours a week") : tr("Hours a week of %1").arg(team),
                                                  tr("For orders, such as 40; empty: not limited:"), now);
    if (!typed)
        return;
    std::optional<double> hours;
    if (const QString text = typed->trimmed(); !text.isEmpty()) {
        bool number = false;
        hours = QLocale::c().toDouble(text, &number);
        if (!number)
            return tell(tr("“%1” is no number of hours.").arg(text));
    }
    m_context.session.run(
        tr("Setting the hours"),
        [team = team.toStdString(), hours, by = m_context.preferences.who().toStdString()](Workspace &workspace, const Progress &) {
            return setTeamHours(workspace, team, hours, by);
        },
        this,
        [this](Outcome set) {
            if (!set.ok())
                tell(errorText(set.error()));
            else
                readHours();
        });
}

void OrdersPage::fillViews()
{
    QMenu *menu = m_views->menu();
    menu->clear();
    const auto add = [&](const QString &name, const OrderQuery &query) { menu->addAction(name, this, [this, query] { applyQuery(query); }); };
    OrderQuery overdue, soon, old;
    overdue.overdueOnly = true;
    soon.dueWithin = 7;
    old.toDecideOnly = true;
    old.askedBefore = 3;
    add(tr("All orders"), {});
    add(tr("Orders overdue"), overdue);
    add(tr("Due within a week"), soon);
    add(tr("Undecided for three days"), old);
    if (!m_savedViews.empty())
        menu->addSeparator();
    for (const SavedView &view : m_savedViews) {
        if (const auto query = OrderQuery::fromJson(view.state))
            add(view.name, *query);
    }
    menu->addSeparator();
    menu->addAction(tr("Save this view…"), this, &OrdersPage::saveCurrentView);
    QMenu *remove = menu->addMenu(tr("Remove"));
    remove->setEnabled(!m_savedViews.empty());
    for (const SavedView &view : m_savedViews) {
        remove->addAction(view.name, this, [this, id = view.id] {
            m_context.session.run(
                tr("Removing the view"), [id](Workspace &workspace, const Progress &) { return removeView(workspace, id); }, this,
                [this](Outcome removed) {
                    if (!removed.ok())
                        return m_context.navigation.showError(removed.error());
                    readViews();
                });
        });
    }
}

void OrdersPage::saveCurrentView()
{
    const auto name = m_context.prompts.textLine(this, tr("Save this view"), tr("Name of the view:"), {});
    if (!name || name->trimmed().isEmpty())
        return;
    const SavedView view{.id = 0, .page = page_id::orders, .name = name->trimmed(), .state = m_model.query().toJson(), .position = static_cast<int>(m_savedViews.size())};
    m_context.session.run(
        tr("Saving the view"), [view](Workspace &workspace, const Progress &) { return saveView(workspace, view); }, this,
        [this](Result<SavedView> stored) {
            if (!stored.ok())
                return tell(errorText(stored.error()));
            readViews();
        });
}

void OrdersPage::applyQuery(const OrderQuery &query)
{
    m_model.setQuery(query);
    if (m_filter->search()->text().trimmed() != query.text)
        m_filter->search()->setText(query.text);
    m_overdue->setChecked(query.overdueOnly);
    m_waiting->setChecked(query.waitingOnly);
    m_toDecide->setChecked(query.toDecideOnly);
    const int row = std::max(0, m_model.rowOf(m_selected));
    if (m_model.rowCount() > 0)
        m_table->setCurrentIndex(m_model.index(row, OrderTableModel::Account));
    showConditions();
    showEmptyOrTable();
    Q_EMIT statusTextsChanged();
}

void OrdersPage::showConditions()
{
    const OrderQuery &query = m_model.query();
    QList<FilterBar::Condition> conditions;
    if (query.state)
        conditions.append({QStringLiteral("state"), tr("State"), tr("is"), orderStateText(*query.state)});
    if (query.tier)
        conditions.append({QStringLiteral("tier"), tr("Tier"), tr("is"), QString::number(*query.tier)});
    if (!query.team.isEmpty())
        conditions.append({QStringLiteral("team"), tr("Team"), tr("is"), query.team});
    if (query.dueWithin)
        conditions.append({QStringLiteral("due"), tr("Due"), tr("within"), tr("%n day(s)", nullptr, *query.dueWithin)});
    if (query.askedWithin)
        conditions.append({QStringLiteral("asked"), tr("Asked for"), tr("in the last"), tr("%n day(s)", nullptr, *query.askedWithin)});
    if (query.askedBefore)
        conditions.append({QStringLiteral("waits"), tr("Asked for"), tr("at least"), tr("%n day(s) ago", nullptr, *query.askedBefore)});
    if (query.openOnly)
        conditions.append({QStringLiteral("open"), tr("Order"), tr("is"), tr("open")});
    if (query.account.valid() && m_snapshot) {
        const auto row = m_snapshot->row(query.account);
        conditions.append({QStringLiteral("account"), tr("Account"), tr("is"),
                           row ? QString::fromUtf8(m_snapshot->accounts.name.at(*row).data(), qsizetype(m_snapshot->accounts.name.at(*row).size())) : QString()});
    }
    m_filter->setConditions(conditions);
}

void OrdersPage::removeCondition(const QString &key)
{
    OrderQuery query = m_model.query();
    if (key == u"state")
        query.state.reset();
    else if (key == u"tier")
        query.tier.reset();
    else if (key == u"team")
        query.team.clear();
    else if (key == u"due")
        query.dueWithin.reset();
    else if (key == u"asked")
        query.askedWithin.reset();
    else if (key == u"waits")
        query.askedBefore.reset();
    else if (key == u"open")
        query.openOnly = false;
    else if (key == u"account")
        query.account = {};
    applyQuery(query);
}

void OrdersPage::offerConditions(QWidget *beside)
{
    QMenu menu;
    QMenu *states = menu.addMenu(tr("State is"));
    for (const OrderState state : allOrderStates) {
        states->addAction(themedIcon(orderStateIcon(state)), orderStateText(state), this, [this, state] {
            OrderQuery query = m_model.query();
            query.state = state;
            applyQuery(query);
        });
    }
    QMenu *tiers = menu.addMenu(tr("Tier is"));
    for (int tier = 1; tier <= 3; ++tier) {
        tiers->addAction(tr("Tier %1").arg(tier), this, [this, tier] {
            OrderQuery query = m_model.query();
            query.tier = tier;
            applyQuery(query);
        });
    }
    QMenu *teams = menu.addMenu(tr("Team is"));
    QSet<QString> names;
    if (m_snapshot) {
        for (const OrderRow &order : m_snapshot->orders)
            names.insert(QString::fromStdString(order.ownerTeam));
    }
    QStringList sorted(names.begin(), names.end());
    sorted.removeAll(QString());
    sorted.sort(Qt::CaseInsensitive);
    for (const QString &name : std::as_const(sorted)) {
        teams->addAction(name, this, [this, name] {
            OrderQuery query = m_model.query();
            query.team = name;
            applyQuery(query);
        });
    }
    const auto days = [&](QMenu *where, const QString &text, std::optional<int> OrderQuery::*part, std::initializer_list<int> choices) {
        QMenu *list = where->addMenu(text);
        for (const int count : choices) {
            list->addAction(tr("%n day(s)", nullptr, count), this, [this, part, count] {
                OrderQuery query = m_model.query();
                query.*part = count;
                applyQuery(query);
            });
        }
        list->addAction(tr("Another number…"), this, [this, part, text] {
            const auto typed = m_context.prompts.textLine(this, text, tr("Days:"), QStringLiteral("10"));
            bool number = false;
            const int count = typed ? typed->trimmed().toInt(&number) : 0;
            if (!number || count < 0)
                return;
            OrderQuery query = m_model.query();
            query.*part = count;
            applyQuery(query);
        });
    };
    days(&menu, tr("Due within"), &OrderQuery::dueWithin, {3, 7, 14, 30});
    days(&menu, tr("Asked for in the last"), &OrderQuery::askedWithin, {1, 7, 30});
    days(&menu, tr("Asked for at least … ago"), &OrderQuery::askedBefore, {3, 7, 21});
    menu.addAction(tr("Open orders only"), this, [this] {
        OrderQuery query = m_model.query();
        query.openOnly = true;
        applyQuery(query);
    });
    menu.exec(beside->mapToGlobal(QPoint(0, beside->height())));
}

std::vector<const OrderRow *> OrdersPage::selection() const
{
    std::vector<const OrderRow *> orders;
    if (view() == List) {
        for (const QModelIndex &index : m_table->selectionModel()->selectedRows()) {
            if (const OrderRow *order = m_model.order(index.row()))
                orders.push_back(order);
        }
    }
    if (orders.empty()) {
        if (const OrderRow *order = selected())
            orders.push_back(order);
    }
    return orders;
}

void OrdersPage::tell(const QString &text)
{
    m_message->setMessage(MessagePanel::Kind::red, text, tr("Dismiss"));
    m_message->show();
}

void OrdersPage::moveSelected(OrderState to)
{
    std::vector<const OrderRow *> movable;
    const std::vector<const OrderRow *> orders = selection();
    for (const OrderRow *order : orders) {
        const auto next = nextStates(order->standing);
        if (std::find(next.begin(), next.end(), to) != next.end())
            movable.push_back(order);
    }
    if (movable.empty())
        return;
    std::vector<MoveRequest> requests;
    for (const OrderRow *order : movable)
        requests.push_back({.order = order->id, .to = to, .by = m_context.preferences.who().toStdString()});
    const std::size_t left = orders.size() - movable.size();
    if (to == OrderState::rejected)
        askWhy(movable, [this, requests, left](const std::string &reason) mutable {
            for (MoveRequest &request : requests)
                request.reason = reason;
            sendMoves(std::move(requests), left);
        });
    else
        sendMoves(std::move(requests), left);
}

void OrdersPage::askWhy(const std::vector<const OrderRow *> &orders, std::function<void(const std::string &reason)> then)
{
    auto *dialog = new RejectDialog(m_snapshot, orders, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [dialog, then = std::move(then)] { then(rejectionLine(dialog->rejection())); });
    dialog->open();
}

void OrdersPage::sendMoves(std::vector<MoveRequest> requests, std::size_t left)
{
    m_message->hide();
    const OrderState to = requests.front().to;
    m_context.session.run(
        tr("Moving the orders"), [requests](Workspace &workspace, const Progress &) { return moveOrders(workspace, requests); }, this,
        [this, to, left](Result<std::vector<OrderRow>> moved) {
            if (!moved.ok())
                return tell(errorText(moved.error()));
            QString text = tr("%n order(s) are %1 now.", nullptr, static_cast<int>(moved->size())).arg(orderStateText(to));
            if (left > 0)
                text += u' ' + tr("%n could not go there and stayed.", nullptr, static_cast<int>(left));
            m_context.navigation.notify(Tone::good, text);
        });
}

void OrdersPage::move(const QString &order, OrderState to)
{
    select(order.toStdString());
    const OrderRow *row = selected();
    if (row == nullptr)
        return;
    MoveRequest request;
    request.order = order.toStdString();
    request.to = to;
    request.by = m_context.preferences.who().toStdString();
    if (to == OrderState::rejected)
        return askWhy({row}, [this, request](const std::string &reason) mutable {
            request.reason = reason;
            sendMove(request);
        });
    if (to == OrderState::delivered) {
        const Currency &currency = m_snapshot->settings.currency;
        const auto cost = m_context.prompts.textLine(this, tr("Deliver the order"), tr("What it cost, %1:").arg(currencySign(currency)),
                                                     QString::fromStdString(moneyText(row->price, currency)));
        if (!cost)
            return;
        const ParsedMoney parsed = parseMoney(cost->trimmed().toStdString(), currency);
        if (parsed.problem || parsed.amount.minor < 0) {
            tell(tr("“%1” is not an amount. Write it like 1250.00.").arg(*cost));
            return;
        }
        request.actual = parsed.amount;
    }
    sendMove(request);
}

void OrdersPage::sendMove(const MoveRequest &request)
{
    m_message->hide();
    m_context.session.run(tr("Moving the order"),
                          [request](Workspace &workspace, const Progress &) { return moveOrder(workspace, request); }, this,
                          [this, request](Result<OrderRow> moved) {
                              if (moved.ok())
                                  return;
                              tell(errorText(moved.error()));
                              // Dearer than there is room for: marketing may go over the envelope with a reason.
                              const bool room = request.to == OrderState::delivered && moved.error().kind == ErrorKind::refused && request.overrideReason.empty();
                              if (!room)
                                  return;
                              const auto reason = m_context.prompts.textLine(this, tr("Go over the envelope"), errorText(moved.error()) + u'\n' + tr("Why it may be exceeded:"), {});
                              if (!reason || reason->trimmed().isEmpty())
                                  return;
                              MoveRequest again = request;
                              again.overrideReason = reason->trimmed().toStdString();
                              sendMove(again);
                          });
}

QList<Command *> OrdersPage::commands()
{
    if (!m_commands.isEmpty())
        return m_commands;
    const auto moveCommand = [this](const char *id, OrderState to, const QString &icon) {
        m_commands << new FunctionCommand(
            {.id = QString::fromLatin1(id),
             .text = [to] { return moveVerb(to); },
             .run = [this, to] {
                 if (selection().size() > 1)
                     moveSelected(to);
                 else
                     move(QString::fromStdString(m_selected), to);
             },
             .iconName = icon,
             .menu = CommandMenu::orders,
             .section = 1,
             .availability =
                 [this, to] {
                     const std::vector<const OrderRow *> orders = selection();
                     if (orders.empty())
                         return Availability::no(tr("Select an order first."));
                     for (const OrderRow *order : orders) {
                         const auto next = nextStates(order->standing);
                         if (std::find(next.begin(), next.end(), to) != next.end())
                             return Availability::yes();
                     }
                     return Availability::no(tr("An order that is %1 cannot go there.").arg(orderStateText(orders.front()->standing.state)));
                 }},
            this);
    };
    moveCommand("orders.approve", OrderState::approved, QStringLiteral("approved"));
    moveCommand("orders.reject", OrderState::rejected, QStringLiteral("error"));
    moveCommand("orders.start", OrderState::inProduction, QStringLiteral("steamer"));
    moveCommand("orders.deliver", OrderState::delivered, QStringLiteral("ok"));
    moveCommand("orders.wait", OrderState::waitingOnRep, QStringLiteral("waiting"));
    moveCommand("orders.cancel", OrderState::cancelled, QStringLiteral("ban"));
    return m_commands;
}

StatusTexts OrdersPage::statusTexts() const
{
    if (!m_snapshot)
        return {};
    StatusTexts texts;
    const int shown = m_model.rowCount();
    const int all = static_cast<int>(m_snapshot->orders.size());
    texts.left << (shown == all ? tr("%n order(s)", nullptr, all) : tr("%1 of %2 orders").arg(countText(shown), countText(all)));
    if (const auto orders = selection(); orders.size() > 1)
        texts.left << tr("%n selected", nullptr, static_cast<int>(orders.size()));
    else if (const OrderRow *order = selected())
        texts.left << tr("Selected: %1, %2").arg(QString::fromStdString(order->playName), QString::fromStdString(order->accountName));
    if (view() == Board)
        texts.left << tr("Ctrl+Right moves it on, Enter opens and closes it");
    return texts;
}

int OrdersPage::badge() const
{
    if (!m_snapshot)
        return 0;
    return static_cast<int>(std::count_if(m_snapshot->orders.begin(), m_snapshot->orders.end(),
                                          [](const OrderRow &order) { return order.overdue; }));
}

Place OrdersPage::place() const
{
    return {page_id::orders, m_model.query().account, {}};
}

void OrdersPage::goTo(const Place &place)
{
    if (const QVariant tab = place.detail.value(QStringLiteral("tab")); tab.isValid())
        showView(static_cast<View>(std::clamp(tab.toInt(), 0, ViewCount - 1)));
    OrderQuery query = m_model.query();
    if (query.account == place.account)
        return;
    query.account = place.account;
    applyQuery(query);
}

QVariantMap OrdersPage::saveState() const
{
    return {{QStringLiteral("columns"), columnState(m_table)},
            {QStringLiteral("splitter"), m_splitter->saveState()},
            {QStringLiteral("view"), m_view->current()},
            {QStringLiteral("lanes"), m_lanes->currentIndex()},
            {QStringLiteral("fields"), m_board->fields()},
            {QStringLiteral("rank"), m_board->rank()}};
}

void OrdersPage::restoreState(const QVariantMap &state)
{
    restoreColumns(m_table, state.value(QStringLiteral("columns")).toByteArray());
    m_splitter->restoreState(state.value(QStringLiteral("splitter")).toByteArray());
    m_lanes->setCurrentIndex(std::clamp(state.value(QStringLiteral("lanes"), 0).toInt(), 0, 2));
    m_board->setRank(state.value(QStringLiteral("rank")).toStringList());
    m_board->setFields(state.value(QStringLiteral("fields"), boardFieldsAtFirst).toUInt());
    showView(static_cast<View>(std::clamp(state.value(QStringLiteral("view"), 0).toInt(), 0, ViewCount - 1)));
}

void OrdersPage::focusFilter()
{
    m_filter->search()->setFocus(Qt::ShortcutFocusReason);
    m_filter->search()->selectAll();
}

QList<QWidget *> OrdersPage::panes()
{
    return {m_filter->search(), viewWidget(view()), m_panel};
}

} // namespace dimsum
