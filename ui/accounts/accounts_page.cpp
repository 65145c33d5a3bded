#include "ui/accounts/accounts_page.h"

#include "qt/display_text.h"
#include "qt/wording.h"
#include "service/workspace_session.h"
#include "ui/accounts/account_conditions.h"
#include "ui/accounts/account_dock.h"
#include "ui/accounts/account_tabs.h"
#include "ui/common/column_chooser.h"
#include "ui/common/empty_state.h"
#include "ui/common/filter_bar.h"
#include "ui/common/fit_delegate.h"
#include "ui/common/frozen_table_view.h"
#include "ui/common/icon.h"
#include "ui/common/message_panel.h"
#include "ui/common/page_header.h"
#include "ui/common/prompts.h"
#include "ui/common/search_field.h"
#include "ui/common/sparkline_delegate.h"
#include "ui/common/table_setup.h"
#include "ui/common/theme.h"
#include "ui/common/tier_delegate.h"
#include "ui/common/totals_row.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace dimsum {

namespace {

constexpr int dockFoldsBelow = 1180 - metric::rail; // width of the page, design language section 3

const QString queryKey = QStringLiteral("query"), columnsKey = QStringLiteral("columns"), dockKey = QStringLiteral("dock"),
              dockShownKey = QStringLiteral("dock_shown"), splitterKey = QStringLiteral("splitter"), viewKey = QStringLiteral("view");

} // namespace

AccountsPage::AccountsPage(PageContext context, QWidget *parent) : Page(parent), m_context(context)
{
    build();
    buildCommands();
    showEmptyOrTable();
}

AccountsPage::~AccountsPage() = default;

void AccountsPage::buildHeader()
{
    m_header = new PageHeader(title(), this);
    m_columns = new QPushButton(themedIcon(QStringLiteral("columns")), {}, this);
    m_export = new QPushButton(themedIcon(QStringLiteral("download")), {}, this);
    m_new = new QPushButton(themedIcon(QStringLiteral("add")), {}, this);
    for (QPushButton *button : {m_columns, m_export, m_new})
        m_header->addControl(button);
    connect(m_columns, &QPushButton::clicked, this, &AccountsPage::chooseColumns);
    connect(m_export, &QPushButton::clicked, this, [this] { offerExports(m_export); });
    connect(m_new, &QPushButton::clicked, this, &AccountsPage::addNewAccount);
}

void AccountsPage::buildTable()
{
    m_table = new FrozenTableView(this);
    m_table->setModel(&m_model);
    setUpTable(m_table, {.editable = true});
    m_table->setItemDelegateForColumn(AccountTableModel::TierColumn, new TierDelegate(m_table));
    m_table->setItemDelegateForColumn(AccountTableModel::ProposedTier, new TierDelegate(m_table));
    m_table->setItemDelegateForColumn(AccountTableModel::Fit, new FitDelegate(m_table));
    m_table->setItemDelegateForColumn(AccountTableModel::Intent,
                                      new SparklineDelegate(SparklineDelegate::Shape::intentLine, m_table));
    m_table->setItemDelegateForColumn(AccountTableModel::Engagement,
                                      new SparklineDelegate(SparklineDelegate::Shape::engagementColumns, m_table));
    m_table->freeze(1);
    m_table->sortByColumn(AccountTableModel::Priority, Qt::DescendingOrder);
    addColumnMenu(m_table);
    constexpr std::array widths{160, 44, 78, 82, 122, 122, 70, 52, 132, 86}; // together what a window of 1440 leaves beside the dock
    for (std::size_t column = 0; column < widths.size(); ++column)
        m_table->setColumnWidth(static_cast<int>(column), widths[column]);
    hideSpareColumns();
    m_totals = new TotalsRow(m_table, this);

    connect(&m_model, &AccountTableModel::editWanted, this, &AccountsPage::editCell);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] { select(m_current); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        Q_EMIT statusTextsChanged();
        for (Command *command : std::as_const(m_commands))
            command->changed();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        const AccountId account = m_model.accountAt(current.row());
        if (!account.valid() || account == m_current)
            return;
        m_current = account;
        m_dock->setAccount(account);
        Q_EMIT placeChanged();
    });
}

void AccountsPage::build()
{
    buildHeader();
    m_tabs = new AccountTabs(this);
    m_filter = new FilterBar(this);
    m_conditions = new AccountConditions(m_context.prompts, [this](const AccountQuery &query) { applyQuery(query); }, this);
    m_message = new MessagePanel(this);
    m_message->hide();
    buildTable();
    m_empty = new EmptyState(this);

    auto *list = new QWidget(this);
    auto *listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(0, 0, 0, 0);
    listLayout->setSpacing(0);
    listLayout->addWidget(m_table, 1);
    listLayout->addWidget(m_totals);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(list);
    m_stack->addWidget(m_empty);

    auto *left = new QWidget(this);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_tabs);
    column->addWidget(m_filter);
    column->addWidget(m_message);
    column->addWidget(m_stack, 1);
    m_dock = new AccountDock(m_context, this);
    m_dock->setMinimumWidth(metric::dockMin);
    m_splitter = new QSplitter(this);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_dock);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({980, metric::dock});
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_splitter);

    connect(m_tabs, &AccountTabs::scopeChosen, this, &AccountsPage::showScope);
    connect(m_tabs, &AccountTabs::viewChosen, this, &AccountsPage::showView);
    connect(m_tabs, &AccountTabs::newViewRequested, this, [this] { askForViewName(); });
    connect(m_tabs, &AccountTabs::renameRequested, this, &AccountsPage::askForViewName);
    connect(m_tabs, &AccountTabs::replaceRequested, this, [this](std::int64_t id) { saveCurrentView(id); });
    connect(m_tabs, &AccountTabs::removeRequested, this, &AccountsPage::removeView);
    connect(m_filter, &FilterBar::searchChanged, this, [this](const QString &text) {
        AccountQuery query = m_model.query();
        query.text = text.trimmed();
        applyQuery(query);
    });
    connect(m_filter, &FilterBar::conditionRemovalRequested, this,
            [this](const QString &key) { applyQuery(AccountConditions::without(m_model.query(), key)); });
    connect(m_filter, &FilterBar::conditionEditRequested, this,
            [this](const QString &key) { m_conditions->edit(m_model.query(), key); });
    connect(m_filter, &FilterBar::conditionWanted, this, [this](QWidget *beside) {
        QMenu menu;
        m_conditions->fillMenu(menu, m_model.query());
        menu.exec(beside->mapToGlobal(QPoint(0, beside->height())));
    });
    connect(m_filter, &FilterBar::clearRequested, this, [this] {
        applyQuery({.scope = m_model.query().scope, .owner = m_model.query().owner});
    });
    connect(m_message, &MessagePanel::linkActivated, m_message, &QWidget::hide);
    connect(m_dock, &AccountDock::closeRequested, this, [this] { showDock(false); });
    connect(m_empty, &EmptyState::actionRequested, this, [this] {
        if (m_model.query().conditions() > 0)
            applyQuery({.scope = m_model.query().scope, .owner = m_model.query().owner});
        else if (m_model.query().scope != AccountScope::all)
            showScope(AccountScope::all);
        else
            m_context.navigation.startImport({});
    });
    connect(&m_context.preferences, &Preferences::whoChanged, this, [this] {
        m_tabs->showCounts(m_snapshot.get(), m_context.preferences.who());
        if (m_model.query().scope == AccountScope::mine)
            showScope(AccountScope::mine);
    });
    setFocusProxy(m_table);
    retranslate();
}

void AccountsPage::retranslate()
{
    m_header->setTitle(title());
    m_columns->setText(tr("Columns"));
    m_columns->setToolTip(tr("Choose which columns are shown"));
    m_export->setText(tr("Export"));
    m_export->setToolTip(tr("Write accounts, plan, contacts or history to a file"));
    m_new->setText(tr("New account"));
    m_table->setAccessibleName(tr("Accounts"));
    m_tabs->retranslate();
}

void AccountsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showCounts();
        m_filter->setConditions(m_conditions->chips(m_model.query()));
    }
    Page::changeEvent(event);
}

void AccountsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_dock->setVisible(m_dockWanted && width() >= dockFoldsBelow);
}

void AccountsPage::showDock(bool shown)
{
    m_dockWanted = shown;
    m_dock->setVisible(shown); // on a narrow window, too, when it is asked for
    for (Command *command : std::as_const(m_commands))
        command->changed();
}

void AccountsPage::hideSpareColumns()
{
    for (int column = 0; column < m_model.columnCount(); ++column)
        m_table->setColumnHidden(column, !AccountTableModel::shownByDefault(column));
}

void AccountsPage::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    const bool otherFile = !m_snapshot || !snapshot || m_snapshot->path != snapshot->path;
    m_snapshot = std::move(snapshot);
    m_counted = false;
    m_conditions->setSnapshot(m_snapshot);
    m_model.setSnapshot(m_snapshot);
    const int custom = m_model.columnCount() - AccountTableModel::ColumnCount;
    for (int column = std::max(0, m_customColumns); column < custom; ++column) // new ones stay out of the way
        m_table->setColumnHidden(AccountTableModel::ColumnCount + column, true);
    m_customColumns = custom;
    m_dock->setSnapshot(m_snapshot);
    if (otherFile && m_snapshot)
        readViews();
    m_tabs->showCounts(m_snapshot.get(), m_context.preferences.who());
    const AccountId wanted = m_wanted.valid() && m_snapshot && m_snapshot->row(m_wanted) ? std::exchange(m_wanted, {}) : m_current;
    select(wanted);
    m_filter->setConditions(m_conditions->chips(m_model.query()));
    showCounts();
    showTotals();
    showEmptyOrTable();
    for (Command *command : std::as_const(m_commands))
        command->changed();
}

// The account if the table shows it, else the first one.
void AccountsPage::select(AccountId account)
{
    const int row = std::max(0, m_model.rowOf(account));
    if (m_model.rowCount() == 0) {
        m_current = {};
        m_dock->setAccount({});
        return;
    }
    m_current = m_model.accountAt(row);
    m_dock->setAccount(m_current);
    if (m_table->currentIndex().row() != row || !m_table->selectionModel()->isRowSelected(row))
        m_table->setCurrentIndex(m_model.index(row, AccountTableModel::Name));
}

void AccountsPage::applyQuery(AccountQuery query)
{
    m_model.setQuery(query);
    if (m_filter->search()->text().trimmed() != query.text)
        m_filter->search()->setText(query.text);
    m_filter->setConditions(m_conditions->chips(query));
    showCounts();
    showTotals();
    showEmptyOrTable();
}

void AccountsPage::showScope(AccountScope scope)
{
    m_tabs->setScope(scope);
    AccountQuery query = m_model.query();
    query.scope = scope;
    query.owner = scope == AccountScope::mine ? m_context.preferences.who() : QString();
    applyQuery(query);
    Q_EMIT placeChanged();
}

void AccountsPage::showCounts()
{
    if (!m_snapshot) {
        m_header->setFacts({});
        Q_EMIT statusTextsChanged();
        return;
    }
    const Snapshot &s = *m_snapshot;
    if (!std::exchange(m_counted, true)) { // no query changes them
        m_fitting = m_inProgram = 0;
        const double high = highFit(s.policy);
        for (std::uint32_t row = 0; row < s.size(); ++row) {
            m_fitting += s.scores.fit->defined && !s.scores.fit->disqualified(row) && s.scores.fit->fit[row] + 1e-9 >= high;
            m_inProgram += s.tiers[row] != Tier::none;
        }
    }
    QString facts = tr("%1 in the market").arg(countText(static_cast<qint64>(s.size())));
    if (s.scores.fit->defined) {
        facts = tr("%1 · %2 fit the ICP · %3 in a tier").arg(facts, countText(m_fitting), countText(m_inProgram));
    } else {
        facts = tr("%1 · no ICP yet").arg(facts);
    }
    m_header->setFacts(facts);
    Q_EMIT statusTextsChanged();
}

void AccountsPage::showTotals()
{
    const AccountTotals &totals = m_model.totals();
    QHash<int, QString> texts;
    const int count = static_cast<int>(totals.accounts);
    texts[AccountTableModel::Name] = totals.meanPriority ? tr("%n account(s), mean", nullptr, count) : tr("%n account(s)", nullptr, count);
    if (totals.meanPriority)
        texts[AccountTableModel::Priority] = numberText(*totals.meanPriority, 1);
    if (totals.meanFit)
        texts[AccountTableModel::Fit] = numberText(*totals.meanFit, 0);
    texts[AccountTableModel::Intent] = tr("%1 surging").arg(countText(totals.intentSurges));
    texts[AccountTableModel::Engagement] = tr("%1 surging").arg(countText(totals.engagementSurges));
    if (m_snapshot)
        texts[AccountTableModel::Acv] = compactAmountText(totals.acv, m_snapshot->settings.currency);
    texts[AccountTableModel::Open] = countText(totals.openOrders);
    if (totals.dueToday > 0)
        texts[AccountTableModel::NextAction] = tr("%1 due today").arg(countText(totals.dueToday));
    m_totals->setTexts(texts);
}

void AccountsPage::showEmptyOrTable()
{
    if (m_model.rowCount() > 0) {
        m_stack->setCurrentIndex(0);
        return;
    }
    const int conditions = m_model.query().conditions();
    if (conditions > 0)
        m_empty->setState(EmptyState::Kind::filtered, tr("Nothing matches"), tr("%n condition(s) set.", nullptr, conditions), tr("Clear all"));
    else if (m_snapshot && m_snapshot->size() > 0)
        m_empty->setState(EmptyState::Kind::filtered, tr("No account is in this view"),
                          m_model.query().scope == AccountScope::mine
                              ? tr("No account has “%1” as its owner. Your name stands in the settings.").arg(m_model.query().owner)
                              : tr("Another view may hold some."),
                          tr("All accounts"));
    else
        m_empty->setState(EmptyState::Kind::empty, tr("No accounts yet"), tr("Bring in a file of companies from your CRM or a spreadsheet."),
                          tr("Import accounts"));
    m_stack->setCurrentWidget(m_empty);
}

std::vector<std::uint32_t> AccountsPage::selectedRows() const
{
    std::vector<std::uint32_t> rows;
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows.push_back(m_model.accountRow(index.row()));
    return rows;
}

std::vector<AccountId> AccountsPage::selectedAccounts() const
{
    std::vector<AccountId> accounts;
    for (const std::uint32_t row : selectedRows())
        accounts.push_back(m_snapshot->accounts.id[row]);
    return accounts;
}

StatusTexts AccountsPage::statusTexts() const
{
    if (!m_snapshot)
        return {};
    const AccountTotals &totals = m_model.totals();
    StatusTexts texts;
    texts.left << tr("%1 of %2 accounts").arg(countText(totals.accounts), countText(static_cast<qint64>(m_snapshot->size())));
    const auto selected = m_table->selectionModel()->selectedRows().size();
    if (selected > 0)
        texts.left << tr("%1 selected").arg(countText(selected));
    texts.left << tr("Tier 1: %1 · Tier 2: %2 · Tier 3: %3 · none: %4")
                      .arg(countText(totals.tiers[1]), countText(totals.tiers[2]), countText(totals.tiers[3]), countText(totals.tiers[0]));
    return texts;
}

Place AccountsPage::place() const
{
    QVariantMap detail{{queryKey, m_model.query().toJson()}};
    if (const AccountTabs::View *view = m_tabs->currentView())
        detail.insert(viewKey, static_cast<qlonglong>(view->view.id));
    return {page_id::accounts, m_current, detail};
}

void AccountsPage::goTo(const Place &place)
{
    if (const auto query = AccountQuery::fromJson(place.detail.value(queryKey).toByteArray())) {
        const std::int64_t view = place.detail.value(viewKey).toLongLong();
        if (view != 0)
            m_tabs->setView(view);
        else
            m_tabs->setScope(query->scope);
        applyQuery(*query);
    }
    if (!place.account.valid())
        return;
    if (!m_snapshot || !m_snapshot->row(place.account)) {
        m_wanted = place.account;
        return;
    }
    if (m_model.rowOf(place.account) < 0) { // what is asked for is shown, whatever the filter says
        m_tabs->setScope(AccountScope::all);
        applyQuery({});
    }
    select(place.account);
    m_table->scrollTo(m_table->currentIndex());
}

QByteArray AccountsPage::viewState() const
{
    const QJsonObject state{{queryKey, QString::fromUtf8(m_model.query().toJson())},
                            {columnsKey, QString::fromLatin1(columnState(m_table).toBase64())}};
    return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

void AccountsPage::readViews()
{
    m_context.session.run(
        tr("Reading the saved views"), [](Workspace &workspace, const Progress &) { return savedViews(workspace, page_id::accounts); }, this,
        [this](Result<std::vector<SavedView>> stored) {
            if (!stored.ok())
                return m_context.navigation.showError(stored.error());
            std::vector<AccountTabs::View> views;
            for (SavedView &view : *stored) {
                const QJsonObject state = QJsonDocument::fromJson(view.state).object();
                if (const auto query = AccountQuery::fromJson(state.value(queryKey).toString().toUtf8()))
                    views.push_back({std::move(view), *query});
            }
            m_tabs->setViews(std::move(views));
            m_tabs->showCounts(m_snapshot.get(), m_context.preferences.who());
        },
        WorkspaceSession::Effect::reads);
}

void AccountsPage::showView(std::int64_t id)
{
    for (const AccountTabs::View &view : m_tabs->views()) {
        if (view.view.id != id)
            continue;
        const QJsonObject state = QJsonDocument::fromJson(view.view.state).object();
        restoreColumns(m_table, QByteArray::fromBase64(state.value(columnsKey).toString().toLatin1()));
        applyQuery(view.query);
        Q_EMIT placeChanged();
        return;
    }
}

void AccountsPage::askForViewName(std::int64_t renamed)
{
    QString before;
    for (const AccountTabs::View &view : m_tabs->views()) {
        if (view.view.id == renamed)
            before = view.view.name;
    }
    const auto name = m_context.prompts.textLine(this, renamed != 0 ? tr("Rename the view") : tr("Save the view"), tr("Name:"), before);
    if (name && !name->trimmed().isEmpty())
        saveCurrentView(renamed, name->trimmed());
}

// `name` empty: the stored view keeps its name and takes what is shown; else it keeps its state unless it is new.
void AccountsPage::saveCurrentView(std::int64_t replaced, const QString &name)
{
    SavedView wanted{.id = replaced, .page = page_id::accounts, .name = name, .state = viewState(), .position = int(m_tabs->views().size())};
    for (const AccountTabs::View &view : m_tabs->views()) {
        if (view.view.id != replaced || replaced == 0)
            continue;
        wanted.position = view.view.position;
        if (name.isEmpty())
            wanted.name = view.view.name;
        else
            wanted.state = view.view.state;
    }
    m_context.session.run(
        tr("Saving the view"), [wanted](Workspace &workspace, const Progress &) { return saveView(workspace, wanted); }, this,
        [this](Result<SavedView> saved) {
            if (!saved.ok())
                return m_context.navigation.showError(saved.error());
            readViews();
        });
}

void AccountsPage::removeView(std::int64_t id)
{
    m_context.session.run(
        tr("Removing the view"), [id](Workspace &workspace, const Progress &) { return dimsum::removeView(workspace, id); }, this,
        [this](Outcome removed) {
            if (!removed.ok())
                return m_context.navigation.showError(removed.error());
            readViews();
        });
}

QVariantMap AccountsPage::saveState() const
{
    return {{columnsKey, columnState(m_table)},        {splitterKey, m_splitter->saveState()}, {dockKey, m_dock->saveState()},
            {dockShownKey, m_dockWanted},              {queryKey, m_model.query().toJson()}};
}

void AccountsPage::restoreState(const QVariantMap &state)
{
    restoreColumns(m_table, state.value(columnsKey).toByteArray());
    m_splitter->restoreState(state.value(splitterKey).toByteArray());
    m_dock->restoreState(state.value(dockKey).toMap());
    m_dockWanted = state.value(dockShownKey, true).toBool();
    if (const auto query = AccountQuery::fromJson(state.value(queryKey).toByteArray())) {
        m_tabs->setScope(query->scope);
        applyQuery(*query);
    }
}

void AccountsPage::focusFilter()
{
    m_filter->search()->setFocus(Qt::ShortcutFocusReason);
    m_filter->search()->selectAll();
}

bool AccountsPage::settled() const
{
    return !m_dock->isVisible() || m_dock->settled();
}

QList<QWidget *> AccountsPage::panes()
{
    return {m_tabs, m_filter->search(), m_table, m_dock};
}

} // namespace dimsum
