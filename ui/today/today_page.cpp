#include "service/order_plan.h"
#include "ui/today/today_page.h"

#include "qt/display_text.h"
#include "qt/order_table_model.h"
#include "ui/common/paper_figures.h"
#include "ui/common/empty_state.h"
#include "ui/common/icon.h"
#include "ui/common/page_header.h"
#include "ui/common/panel.h"
#include "ui/common/table_setup.h"
#include "ui/common/tier_delegate.h"
#include "ui/insights/insight_feed.h"
#include "ui/orders/envelope_card.h"
#include "ui/today/surge_series_delegate.h"
#include "ui/today/today_delegate.h"

#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace dimsum {

namespace {

constexpr int linesPerPanel = 6;

QTableWidgetItem *cell(const QString &text, Tone tone = Tone::plain)
{
    auto *item = new QTableWidgetItem(text);
    item->setData(ToneRole, int(tone));
    item->setToolTip(text);
    return item;
}

QTableWidgetItem *tierCell(Tier tier)
{
    auto *item = new QTableWidgetItem;
    item->setData(TierRole, int(tierIndex(tier)));
    return item;
}

} // namespace

TodayPage::TodayPage(PageContext context, QWidget *parent) : Page(parent), m_context(context)
{
    build();
    connect(&m_context.preferences, &Preferences::whoChanged, this, &TodayPage::refresh);
    if (m_context.insights)
        connect(m_context.insights, &InsightFeed::boardChanged, this, &TodayPage::refresh);
    refresh();
}

TodayPage::~TodayPage() = default;

void TodayPage::build()
{
    m_header = new PageHeader(title(), this);
    m_scope = new QComboBox(this);
    m_scope->addItems({tr("All accounts"), tr("My accounts")});
    m_scope->setAccessibleName(tr("Whose accounts"));
    connect(m_scope, &QComboBox::currentIndexChanged, this, &TodayPage::refresh);
    m_header->addControl(m_scope);

    m_listPanel = new Panel(tr("Nothing to do"), this);
    m_list = new QListView(this);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new TodayDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setAccessibleName(tr("Things to do"));
    m_list->installEventFilter(this);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &TodayPage::showButton);
    connect(m_list, &QListView::doubleClicked, this, [this](const QModelIndex &index) {
        if (const TodayAction *action = m_model.action(index.row()))
            open(*action);
    });
    m_empty = new EmptyState(this);
    connect(m_empty, &EmptyState::actionRequested, this, [this] { m_context.navigation.openPage(page_id::tiering); });
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    m_listPanel->addContent(m_stack, 1);

    m_surgePanel = new Panel(tr("Surges"), this);
    m_surges = smallTable(m_surgePanel, {tr("Account"), tr("Tier"), tr("Twelve weeks"), tr("This week")}, tr("Surges"));
    m_surges->setItemDelegateForColumn(1, new TierDelegate(m_surges));
    m_surges->setItemDelegateForColumn(2, new SurgeSeriesDelegate(m_surges));
    m_movePanel = new Panel(tr("Tier moves"), this);
    m_moves = smallTable(m_movePanel, {tr("Account"), tr("Move"), tr("Rule")}, tr("Tier moves"));
    m_moves->setItemDelegateForColumn(1, new TierDelegate(m_moves));
    m_orderPanel = new Panel(tr("Orders"), this);
    auto *board = new QPushButton(themedIcon(QStringLiteral("orders")), tr("All orders"), this);
    connect(board, &QPushButton::clicked, this, [this] { m_context.navigation.openOrders(); });
    m_orderPanel->addControl(board);
    m_orders = smallTable(m_orderPanel, {tr("Due"), tr("Tier"), tr("Account"), tr("Play")}, tr("Orders by due date"));
    m_orders->setItemDelegateForColumn(1, new TierDelegate(m_orders));
    m_scarcePanel = new Panel(tr("Running out"), this);
    m_scarcePanel->setFacts(tr("a tenth or less is left"));
    m_scarce = smallTable(m_scarcePanel, {tr("What"), tr("Left")}, tr("Places and money running out"));
    auto *money = new Panel(tr("What is left to spend"), this);
    for (int tier = 1; tier <= 3; ++tier) {
        m_envelopes << new EnvelopeCard(tier, this);
        money->addPadded(m_envelopes.last());
    }

    auto *side = new QWidget(this);
    auto *sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, 0, 0, 0);
    sideColumn->setSpacing(metric::panelGap);
    for (Panel *panel : {m_surgePanel, m_movePanel, m_orderPanel, m_scarcePanel, money})
        sideColumn->addWidget(panel);
    sideColumn->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(side);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *row = new QHBoxLayout;
    row->setContentsMargins(metric::pageMargin, 0, metric::pageMargin, metric::pageMargin);
    row->setSpacing(metric::panelGap);
    row->addWidget(m_listPanel, 2);
    row->addWidget(scroll, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(row, 1);
    setFocusProxy(m_list);
}

QTableWidget *TodayPage::smallTable(Panel *panel, const QStringList &headers, const QString &name)
{
    auto *table = new QTableWidget(0, static_cast<int>(headers.size()), panel);
    table->setHorizontalHeaderLabels(headers);
    table->horizontalHeader()->hide();
    table->setAccessibleName(name);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    setUpTable(table, {.sortable = false, .multiSelect = false, .movableColumns = false});
    table->horizontalHeader()->setStretchLastSection(true);
    table->setFrameShape(QFrame::NoFrame);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Enter and double click open the account: its row is kept in the first cell.
    const auto openRow = [this, table](int row) {
        const QTableWidgetItem *first = table->item(row, 0);
        if (first != nullptr && first->data(Qt::UserRole).isValid())
            m_context.navigation.openAccount(AccountId{first->data(Qt::UserRole).toLongLong()});
    };
    connect(table, &QTableWidget::cellDoubleClicked, this, [openRow](int row, int) { openRow(row); });
    connect(table, &QTableWidget::cellActivated, this, [openRow](int row, int) { openRow(row); });
    panel->addContent(table);
    return table;
}

void TodayPage::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    m_snapshot = std::move(snapshot);
    for (EnvelopeCard *card : std::as_const(m_envelopes))
        card->setSnapshot(m_snapshot.get());
    showScarce();
    refresh();
    wantInsights();
}

void TodayPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    wantInsights();
}

// A large market is searched only when somebody opens Insights: other work would wait for it.
void TodayPage::wantInsights()
{
    if (m_context.insights && m_snapshot && isVisible() && InsightFeed::isCheap(*m_snapshot))
        m_context.insights->want();
}

bool TodayPage::settled() const
{
    return !m_context.insights || !m_context.insights->running();
}

std::string TodayPage::owner() const
{
    return m_scope->currentIndex() == 1 ? ownerKey(m_context.preferences.who()) : std::string();
}

bool TodayPage::mine(std::uint32_t row) const
{
    const std::string wanted = owner();
    return wanted.empty() || m_snapshot->accounts.owner.at(row).key == wanted;
}

void TodayPage::refresh()
{
    m_model.setSnapshot(m_snapshot, owner(), m_snapshot && m_context.insights ? m_context.insights->boardOf(*m_snapshot) : nullptr);
    const int count = m_model.actionCount();
    m_listPanel->setTitle(count == 0 ? tr("Nothing to do") : tr("%n thing(s), in order", nullptr, count));
    m_listPanel->setFacts(count == 0 ? QString() : tr("by deadline, then priority"));
    if (m_snapshot) {
        const QString day = QLocale().toString(dateOf(m_snapshot->today), QLocale().dateFormat(QLocale::LongFormat));
        const bool own = m_scope->currentIndex() == 1;
        m_header->setFacts(own ? tr("%1 · accounts of %2").arg(day, m_context.preferences.who()) : day);
    }
    if (count == 0) {
        const bool untiered = m_snapshot && !m_snapshot->lastApplied;
        m_empty->setState(EmptyState::Kind::empty, untiered ? tr("No tiers yet") : tr("Nothing is due"),
                          untiered ? tr("Apply the tiers once; then surges, orders and deadlines show up here.")
                                   : tr("No surge, no late order, no draft slip."),
                          untiered ? tr("Open Tiers") : QString());
        m_stack->setCurrentWidget(m_empty);
    } else {
        m_stack->setCurrentWidget(m_list);
        for (int row = 0; row < m_model.rowCount(); ++row) {
            if (m_model.action(row) != nullptr) {
                m_list->setCurrentIndex(m_model.index(row));
                break;
            }
        }
    }
    showButton();
    showSurges();
    showMoves();
    showOrders();
    Q_EMIT statusTextsChanged();
}

void TodayPage::showButton()
{
    if (m_buttonRow.isValid())
        m_list->setIndexWidget(m_buttonRow, nullptr);
    const QModelIndex current = m_list->currentIndex();
    const TodayAction *action = m_model.action(current.row());
    m_buttonRow = action != nullptr ? QPersistentModelIndex(current) : QPersistentModelIndex();
    if (action == nullptr)
        return;
    // A real button in a transparent holder: it can be focused, pressed and read aloud.
    auto *holder = new QWidget;
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 14, 0);
    auto *button = new QPushButton(themedIcon(current.data(TodayListModel::ButtonIconRole).toString(), Tone::plain),
                                   current.data(TodayListModel::ButtonRole).toString());
    button->setObjectName(QStringLiteral("today-action"));
    button->setDefault(true);
    const TodayAction copy = *action;
    connect(button, &QPushButton::clicked, this, [this, copy] { open(copy); });
    row->addStretch();
    row->addWidget(button, 0, Qt::AlignVCenter);
    m_list->setIndexWidget(current, holder);
}

void TodayPage::open(const TodayAction &action)
{
    const AccountId account = m_snapshot->accounts.id[action.account];
    if (!action.order.empty())
        m_context.navigation.openOrders(account);
    else if (action.kind == TodayKind::placeDraft || action.kind == TodayKind::firstPlay || (action.next != nullptr && !action.next->play.empty()))
        m_context.navigation.openMenuCard(account);
    else
        m_context.navigation.openAccount(account);
}

void TodayPage::showSurges()
{
    m_surges->setRowCount(0);
    if (!m_snapshot || !m_snapshot->proposal.defined)
        return;
    qint64 all = 0;
    const auto add = [&](std::uint32_t account, std::span<const float> weeks, double value, double line, Tone tone) {
        ++all;
        const int row = m_surges->rowCount();
        if (row >= linesPerPanel)
            return;
        m_surges->insertRow(row);
        auto *name = cell(m_model.accountName(account));
        name->setData(Qt::UserRole, QVariant::fromValue<qlonglong>(m_snapshot->accounts.id[account].value));
        m_surges->setItem(row, 0, name);
        m_surges->setItem(row, 1, tierCell(m_snapshot->tiers[account]));
        QList<double> series;
        for (auto week = weeks.rbegin(); week != weeks.rend(); ++week)
            series << double(*week);
        auto *spark = new QTableWidgetItem;
        spark->setData(SeriesRole, QVariant::fromValue(series));
        spark->setData(SurgeRole, true);
        spark->setData(ToneRole, int(tone));
        m_surges->setItem(row, 2, spark);
        const auto [valueText, lineText] = comparedTexts(value, line);
        m_surges->setItem(row, 3, cell(tr("%1, line %2").arg(valueText, lineText), tone));
    };
    const IntentScores &intent = m_snapshot->scores.intent;
    const EngagementScores &engagement = m_snapshot->scores.engagement;
    for (const std::uint32_t row : m_snapshot->byPriority) {
        if (m_snapshot->tiers[row] == Tier::none || !mine(row))
            continue;
        if (intent.surges(row))
            add(row, intent.weeklyOf(row), intent.surgeValue[row], intent.surgeLine[row], Tone::intent);
        if (engagement.surge[row])
            add(row, engagement.weeklyOf(row), engagement.surgeValue[row], engagement.surgeLine[row], Tone::engagement);
    }
    m_surgePanel->setFacts(all == 0 ? tr("none this week") : tr("%1 this week, against their own 12 weeks").arg(countText(all)));
    m_surges->setColumnWidth(0, 160);
    m_surges->setColumnWidth(1, 44);
    m_surges->setColumnWidth(2, 100);
    m_surges->setFixedHeight(std::max(1, m_surges->rowCount()) * m_surges->verticalHeader()->defaultSectionSize());
}

void TodayPage::showMoves()
{
    m_moves->setRowCount(0);
    if (!m_snapshot)
        return;
    if (m_snapshot->lastApplied) {
        for (const TierMove &move : m_snapshot->lastApplied->moves) {
            const auto account = m_snapshot->row(move.account);
            const int row = m_moves->rowCount();
            if (!account || !mine(*account) || row >= linesPerPanel)
                continue;
            m_moves->insertRow(row);
            auto *name = cell(m_model.accountName(*account));
            name->setData(Qt::UserRole, QVariant::fromValue<qlonglong>(move.account.value));
            m_moves->setItem(row, 0, name);
            auto *tiers = tierCell(move.to);
            tiers->setData(TierFromRole, int(tierIndex(move.from)));
            m_moves->setItem(row, 1, tiers);
            m_moves->setItem(row, 2, cell(QString::fromStdString(move.rule), Tone::secondary));
        }
        m_movePanel->setFacts(tr("%1, applied %2 by %3")
                                  .arg(countText(m_snapshot->lastApplied->accounts),
                                       instantText(m_snapshot->lastApplied->instant, m_snapshot->settings.timeZone),
                                       QString::fromStdString(m_snapshot->lastApplied->by)));
    } else {
        m_movePanel->setFacts(tr("nothing applied yet"));
    }
    m_moves->setColumnWidth(0, 160);
    m_moves->setColumnWidth(1, 80);
    m_moves->setFixedHeight(std::max(1, m_moves->rowCount()) * m_moves->verticalHeader()->defaultSectionSize());
}

void TodayPage::showScarce()
{
    m_scarce->setRowCount(0);
    m_scarcePanel->hide();
    if (!m_snapshot)
        return;
    const Currency &currency = m_snapshot->settings.currency;
    for (const RunningOut &out : runningOut(m_snapshot->menu)) {
        const int row = m_scarce->rowCount();
        if (row >= linesPerPanel)
            break;
        m_scarce->insertRow(row);
        const Tone tone = out.left <= 0 ? Tone::red : Tone::warn;
        const QString what = out.play ? QString::fromStdString(out.play->name) : envelopeName(*out.envelope, m_snapshot->menu.menu);
        const QString left = out.play        ? (out.left == 0 ? tr("none of %1 places").arg(out.of) : tr("%1 of %2 places").arg(out.left).arg(out.of))
                             : out.left <= 0 ? tr("nothing of %1").arg(currencyText(Money{out.of}, currency))
                                             : tr("%1 of %2").arg(currencyText(Money{out.left}, currency), currencyText(Money{out.of}, currency));
        m_scarce->setItem(row, 0, cell(what));
        m_scarce->setItem(row, 1, cell(left, tone));
    }
    m_scarcePanel->setVisible(m_scarce->rowCount() > 0);
    m_scarce->setColumnWidth(0, 200);
    m_scarce->setFixedHeight(std::max(1, m_scarce->rowCount()) * m_scarce->verticalHeader()->defaultSectionSize());
}

void TodayPage::showOrders()
{
    m_orders->setRowCount(0);
    if (!m_snapshot)
        return;
    std::vector<const OrderRow *> open;
    for (const OrderRow &order : m_snapshot->orders) {
        const auto account = m_snapshot->row(order.account);
        if (isOpen(order.standing.state) && order.due.known() && account && mine(*account))
            open.push_back(&order);
    }
    std::stable_sort(open.begin(), open.end(), [](const OrderRow *a, const OrderRow *b) { return a->due < b->due; });
    const auto overdue = std::count_if(open.begin(), open.end(), [](const OrderRow *order) { return order->overdue; });
    m_orderPanel->setFacts(tr("%1 with a date, %2 overdue").arg(countText(static_cast<qint64>(open.size())), countText(overdue)));
    for (const OrderRow *order : open) {
        const int row = m_orders->rowCount();
        if (row >= linesPerPanel)
            break;
        m_orders->insertRow(row);
        const int late = m_snapshot->today - order->due;
        auto *due = cell(order->overdue ? tr("%n day(s) late", nullptr, late) : weekdayText(order->due),
                         order->overdue ? Tone::red : late >= -3 ? Tone::warn : Tone::secondary);
        due->setData(IconNameRole, order->overdue ? QStringLiteral("late") : QStringLiteral("due"));
        due->setData(Qt::UserRole, QVariant::fromValue<qlonglong>(order->account.value));
        m_orders->setItem(row, 0, due);
        auto *tier = new QTableWidgetItem;
        tier->setData(TierRole, order->tier);
        m_orders->setItem(row, 1, tier);
        m_orders->setItem(row, 2, cell(QString::fromStdString(order->accountName)));
        m_orders->setItem(row, 3, cell(QString::fromStdString(order->playName), Tone::secondary));
    }
    m_orders->setColumnWidth(0, 112);
    m_orders->setColumnWidth(1, 44);
    m_orders->setColumnWidth(2, 140);
    m_orders->setFixedHeight(std::max(1, m_orders->rowCount()) * m_orders->verticalHeader()->defaultSectionSize());
}

bool TodayPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const TodayAction *action = m_model.action(m_list->currentIndex().row());
        if (action != nullptr && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
            open(*action);
            return true;
        }
        if (action != nullptr && key == Qt::Key_W) { // why: the account and its receipts
            m_context.navigation.openAccount(m_snapshot->accounts.id[action->account]);
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

StatusTexts TodayPage::statusTexts() const
{
    if (!m_snapshot)
        return {};
    return {{tr("%n action(s)", nullptr, m_model.actionCount()), tr("%n due today", nullptr, m_model.dueToday())}, {}};
}

QList<QWidget *> TodayPage::panes()
{
    return {m_list, m_surges, m_moves, m_orders};
}

void TodayPage::focusFilter()
{
    m_scope->setFocus(Qt::ShortcutFocusReason);
}

QVariantMap TodayPage::saveState() const
{
    return {{QStringLiteral("mine"), m_scope->currentIndex() == 1}};
}

void TodayPage::restoreState(const QVariantMap &state)
{
    m_scope->setCurrentIndex(state.value(QStringLiteral("mine")).toBool() ? 1 : 0);
}

} // namespace dimsum
