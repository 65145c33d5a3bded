#include "ui/menu/menu_page.h"

#include "qt/display_text.h"
#include "qt/rejection_words.h"
#include "qt/insight_words.h"
#include "qt/reason_words.h"
#include "qt/wording.h"
#include "service/committee.h"
#include "service/workspace_session.h"
#include "ui/common/card_frame.h"
#include "ui/common/empty_state.h"
#include "ui/common/icon.h"
#include "ui/common/message_panel.h"
#include "ui/common/page_header.h"
#include "ui/common/search_field.h"
#include "ui/common/segmented.h"
#include "ui/common/table_setup.h"
#include "ui/common/theme.h"
#include "ui/common/tier_badge_label.h"
#include "ui/common/two_line_delegate.h"
#include "ui/insights/insight_feed.h"
#include "ui/menu/dish_delegate.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace dimsum {

namespace {

constexpr int saveDelay = 400; // milliseconds after the last key in an input

const QString splitterKey = QStringLiteral("splitter"), accountKey = QStringLiteral("account"), filterKey = QStringLiteral("filter");

struct CardAnswer {
    MenuCard card;
    QList<SlipContact> contacts;
};

// People who may be named in an order: those who opted out are not.
QList<SlipContact> contactsOf(const std::vector<CommitteePerson> &people)
{
    QList<SlipContact> contacts;
    for (const CommitteePerson &person : people) {
        if (person.optOut || person.stub)
            continue;
        const QString email = QString::fromStdString(person.email), name = QString::fromStdString(person.name);
        const QString role = QString::fromStdString(person.role);
        QString shown = name.isEmpty() ? email : name;
        if (!role.isEmpty())
            shown += QStringLiteral(", ") + role;
        contacts.append({shown, name.isEmpty() ? email : QStringLiteral("%1 <%2>").arg(name, email)});
    }
    return contacts;
}

} // namespace

MenuPage::MenuPage(PageContext context, QWidget *parent) : Page(parent), m_context(context)
{
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(saveDelay);
    connect(&m_saveSoon, &QTimer::timeout, this, &MenuPage::saveDraftNow);
    build();
    buildCommands();
    showCard();
}

MenuPage::~MenuPage() = default;

QWidget *MenuPage::buildCard()
{
    auto *card = new CardFrame;
    QVBoxLayout *paper = card->contentLayout();
    paper->setSpacing(0);
    auto *top = new QWidget;
    auto *line = new QHBoxLayout(top);
    line->setContentsMargins(16, 8, 16, 8);
    auto *steamer = new QLabel;
    steamer->setPixmap(themedIcon(QStringLiteral("steamer")).pixmap(26, 26));
    m_name = new QLabel;
    m_name->setFont(Theme::of(this).font(TypeSize::title, true));
    m_badge = new TierBadgeLabel;
    m_ticked = new QLabel;
    line->addWidget(steamer);
    line->addWidget(m_name);
    line->addWidget(m_badge);
    line->addStretch();
    line->addWidget(m_ticked);
    m_head = new DishHead(m_dishes);
    m_table = new QListView;
    m_table->setAccessibleName(tr("Plays of the menu"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setModel(&m_dishes);
    setUpList(m_table);
    m_table->setItemDelegate(new DishDelegate(m_dishes, m_table));
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // the head ends where the rows end
    m_table->setUniformItemSizes(false); // courses are lower than dishes
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_empty = new EmptyState;
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_legend = new QLabel;
    m_legend->setFont(Theme::of(this).font(TypeSize::small));
    m_legend->setContentsMargins(16, 6, 16, 6);
    paper->addWidget(top);
    paper->addWidget(m_head);
    paper->addWidget(m_stack, 1);
    paper->addWidget(m_legend);
    return card;
}

void MenuPage::build()
{
    if (m_context.insights)
        connect(m_context.insights, &InsightFeed::boardChanged, this, &MenuPage::showSuggestion);
    m_header = new PageHeader(title(), this);
    m_filter = new Segmented(this);
    m_filter->setAccessibleName(tr("Which plays"));
    for (int i = 0; i < 3; ++i)
        m_filter->addSegment({});
    auto *overview = new QPushButton(themedIcon(QStringLiteral("list")), tr("Whole menu…"), this);
    overview->setToolTip(tr("All plays of the program with status, price and places; approve, load, save"));
    m_header->addControl(m_filter);
    m_header->addControl(overview);
    m_message = new MessagePanel(this);
    m_message->hide();

    auto *pane = new QWidget;
    pane->setMinimumWidth(metric::listPane);
    auto *paneColumn = new QVBoxLayout(pane);
    paneColumn->setContentsMargins(0, 0, 0, 0);
    paneColumn->setSpacing(0);
    m_search = new SearchField(tr("Find an account"));
    m_search->setAccessibleName(tr("Find an account"));
    auto *searchHost = new QWidget;
    auto *searchRow = new QHBoxLayout(searchHost);
    searchRow->setContentsMargins(8, 6, 8, 6);
    searchRow->addWidget(m_search);
    m_list = new QListView;
    m_list->setAccessibleName(tr("Accounts"));
    m_list->setModel(&m_accounts);
    setUpList(m_list);
    m_list->setItemDelegate(new TwoLineDelegate(m_list));
    paneColumn->addWidget(searchHost);
    paneColumn->addWidget(m_list, 1);

    auto *centre = new QWidget;
    auto *centreLayout = new QVBoxLayout(centre);
    centreLayout->setContentsMargins(metric::pageMargin, metric::pageMargin, metric::panelGap, metric::pageMargin);
    centreLayout->addWidget(buildCard());
    m_slip = new SlipPanel;
    m_slip->setMinimumWidth(metric::slipMin);
    auto *right = new QWidget;
    auto *rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(0, metric::pageMargin, metric::pageMargin, metric::pageMargin);
    rightLayout->addWidget(m_slip);

    m_splitter = new QSplitter(this);
    m_splitter->addWidget(pane);
    m_splitter->addWidget(centre);
    m_splitter->addWidget(right);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({metric::listPane, 780, metric::slip});
    m_splitter->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_message);
    column->addWidget(m_splitter, 1);

    connect(m_filter, &Segmented::currentChanged, this, [this](int filter) {
        m_dishes.setFilter(static_cast<DishFilter>(filter));
        showHead();
    });
    connect(overview, &QPushButton::clicked, this, &MenuPage::openOverview);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) { m_accounts.setFilter(text.trimmed()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (const AccountId account = m_accounts.accountAt(current.row()); account.valid())
            choose(account);
    });
    connect(&m_accounts, &QAbstractItemModel::modelReset, this, [this] {
        if (const int row = m_accounts.rowOf(m_account); row >= 0)
            m_list->setCurrentIndex(m_accounts.index(row));
    });
    connect(&m_dishes, &DishModel::tickWanted, this, &MenuPage::tick);
    connect(&m_dishes, &DishModel::refused, this, [this](const QString &reason) { m_context.navigation.hint(reason); });
    connect(m_slip, &SlipPanel::inputChanged, this, &MenuPage::setInput);
    connect(m_slip, &SlipPanel::noteChanged, this, [this](const QString &note) {
        m_draft.note = note.toStdString();
        m_saveSoon.start();
    });
    connect(m_slip, &SlipPanel::placeRequested, this, [this] { place(); });
    connect(m_slip, &SlipPanel::clearRequested, this, &MenuPage::clearSlip);
    connect(m_slip, &SlipPanel::printRequested, this, [this] { printSlip(false); });
    connect(m_slip, &SlipPanel::undoRequested, this, &MenuPage::takeBack);
    connect(m_message, &MessagePanel::linkActivated, m_message, &QWidget::hide);
    connect(m_empty, &EmptyState::actionRequested, this, [this] {
        if (!m_snapshot || m_snapshot->size() == 0)
            m_context.navigation.startImport({});
        else
            m_context.navigation.openPage(page_id::tiering);
    });
    setFocusProxy(m_table); // Space ticks at once
}

QString MenuPage::accountName() const
{
    const auto row = m_snapshot ? m_snapshot->row(m_account) : std::nullopt;
    if (!row)
        return {};
    std::string_view name = m_snapshot->accounts.name.at(*row);
    if (name.empty())
        name = m_snapshot->accounts.domain.at(*row);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

void MenuPage::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    const bool otherFile = !m_snapshot || !snapshot || m_snapshot->path != snapshot->path;
    m_snapshot = std::move(snapshot);
    if (otherFile) {
        m_saveSoon.stop(); // the draft belongs to the workspace that is gone
        m_card.reset();
        m_placed.reset();
    }
    m_accounts.setSnapshot(m_snapshot);
    if (!m_snapshot) {
        m_account = {};
        m_draft = {};
        showCard();
        return;
    }
    m_stale = true;
    if (isVisible())
        catchUp();
}

void MenuPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_context.insights && m_snapshot && InsightFeed::isCheap(*m_snapshot))
        m_context.insights->want();
    if (m_stale)
        catchUp();
}

void MenuPage::catchUp()
{
    if (!m_snapshot)
        return;
    m_stale = false;
    if (!m_account.valid() || !m_snapshot->row(m_account))
        choose(m_accounts.accountAt(0));
    else
        readCard();
    if (const int row = m_accounts.rowOf(m_account); row >= 0)
        m_list->setCurrentIndex(m_accounts.index(row));
    for (Command *command : std::as_const(m_commands))
        command->changed();
}

void MenuPage::choose(AccountId account)
{
    if (account == m_account && m_card)
        return;
    if (m_saveSoon.isActive())
        saveDraftNow(); // of the account that is left
    m_account = account;
    m_card.reset();
    m_placed.reset();
    m_draft = {};
    m_message->hide();
    m_accounts.keep(account);
    m_slip->setPlaced({});
    m_slip->setAccount(accountName());
    readCard();
    showHead();
    Q_EMIT placeChanged();
}

void MenuPage::readCard()
{
    if (!m_account.valid() || !m_snapshot)
        return showCard();
    m_reading = true;
    m_context.session.run(
        tr("Reading the menu card"),
        [account = m_account, snapshot = m_snapshot](Workspace &workspace, const Progress &) -> Result<CardAnswer> {
            auto card = menuCard(workspace, account);
            if (!card)
                return card.error();
            auto people = committeePeople(workspace, *snapshot, account);
            if (!people)
                return people.error();
            return CardAnswer{std::move(*card), contactsOf(*people)};
        },
        this,
        [this, account = m_account](Result<CardAnswer> answer) {
            if (account != m_account)
                return; // somebody else is looked at by now
            m_reading = false;
            if (!answer.ok())
                return tell(errorText(answer.error()));
            takeCard(std::move(answer->card), answer->contacts);
        },
        WorkspaceSession::Effect::reads);
}

void MenuPage::takeCard(MenuCard card, const QList<SlipContact> &contacts)
{
    // What was ticked since the question was asked is newer than what the store knew.
    const bool newerHere = m_card && (m_saveSoon.isActive() || m_saving > 0);
    if (!newerHere)
        m_draft = card.draft;
    if (m_placed && !m_draft.lines.empty()) { // undone meanwhile: the slip is a draft again
        m_placed.reset();
        m_slip->setPlaced({});
    }
    m_card = std::move(card);
    m_check = checkDraft(*m_card, m_draft);
    m_slip->setContacts(contacts);
    showCard();
}

QString MenuPage::closedReason() const
{
    if (!m_card)
        return {};
    if (m_card->holdout)
        return tr("A hold-out of the program: it gets no plays, so that their effect can be measured.");
    if (m_card->tier == 0)
        return tr("The account is in no tier. Apply the tiers, or pin one to it.");
    return {};
}

// What the data says this account needs next, where somebody had it computed.
void MenuPage::showSuggestion()
{
    // What marketing offered instead of an order it said no to comes before what the data says.
    for (auto order = m_snapshot ? m_snapshot->orders.rbegin() : std::vector<OrderRow>::const_reverse_iterator(); m_snapshot && order != m_snapshot->orders.rend(); ++order) {
        if (order->account != m_account || order->standing.state != OrderState::rejected)
            continue;
        const Rejection rejection = parseRejection(order->reason);
        const bool ordered = std::any_of(m_snapshot->orders.begin(), m_snapshot->orders.end(), [&](const OrderRow &other) {
            return other.account == m_account && other.play == rejection.alternative && other.requestedAt > order->requestedAt;
        });
        if (rejection.alternative.empty() || ordered)
            continue;
        return m_dishes.setSuggestion(QString::fromStdString(rejection.alternative),
                                      tr("Marketing offers it instead of %1. %2").arg(QString::fromStdString(order->playName), rejectionText(order->reason, m_snapshot->menu.menu)));
    }
    const auto board = m_snapshot && m_context.insights ? m_context.insights->boardOf(*m_snapshot) : nullptr;
    const auto row = board ? m_snapshot->row(m_account) : std::nullopt;
    const NextAction *action = row ? board->actionOf(*row) : nullptr;
    if (!action || action->play.empty() || action->demoted)
        m_dishes.setSuggestion({}, {});
    else
        m_dishes.setSuggestion(QString::fromStdString(action->play),
                               tr("%1: %2. By %3.").arg(actionWords(action->kind), QString::fromStdString(action->reason), weekdayText(action->deadline)));
}

void MenuPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_slip && m_card)
        showCard(); // words of the slip carry colours
}

void MenuPage::showCard()
{
    showHead();
    if (!m_card || !m_snapshot) {
        m_dishes.clear();
        m_slip->setEnabled(false);
        if (!m_snapshot || m_snapshot->size() == 0)
            m_empty->setState(EmptyState::Kind::empty, tr("No accounts yet"), tr("The menu is ordered for an account."), tr("Import accounts"));
        else if (!m_account.valid())
            m_empty->setState(EmptyState::Kind::empty, tr("No account is in a tier yet"), tr("Apply the tiers first; each tier has its menu."), tr("Open tiering"));
        m_stack->setCurrentIndex(m_account.valid() ? 0 : 1);
        Q_EMIT statusTextsChanged();
        return;
    }
    const Currency &currency = m_snapshot->settings.currency;
    const QString closed = closedReason();
    showSuggestion();
    m_dishes.setCard(*m_card, m_check, currency);
    if (m_dishes.rowCount() == 0) {
        if (!closed.isEmpty())
            m_empty->setState(EmptyState::Kind::locked, tr("Nothing can be ordered here"), closed, m_card->holdout ? QString() : tr("Open tiering"));
        else if (m_dishes.filter() != DishFilter::all)
            m_empty->setState(EmptyState::Kind::filtered, tr("No such play"), tr("Choose “All plays” above."));
        else
            m_empty->setState(EmptyState::Kind::empty, tr("The menu of this tier is empty"), tr("Marketing approves plays in the whole menu."));
        m_stack->setCurrentIndex(1);
    } else {
        m_stack->setCurrentIndex(0);
    }
    m_slip->setEnabled(true);
    m_slip->setClosed(closed);
    if (m_placed)
        m_slip->setSlip(m_placed->card, m_placed->draft, m_placed->check, currency);
    else
        m_slip->setSlip(*m_card, m_draft, m_check, currency);
    showHead();
    Q_EMIT statusTextsChanged();
    for (Command *command : std::as_const(m_commands))
        command->changed();
}

void MenuPage::showHead()
{
    m_name->setText(accountName());
    m_badge->setVisible(m_card.has_value());
    m_filter->setText(0, tr("All plays %1").arg(m_dishes.count(DishFilter::all)));
    m_filter->setText(1, tr("Orderable %1").arg(m_dishes.count(DishFilter::orderable)));
    m_filter->setText(2, tr("Reaches silent roles %1").arg(m_dishes.count(DishFilter::silentRoles)));
    QStringList roles;
    for (int role = 0; role < cardRoles; ++role)
        roles << QStringLiteral("%1 %2").arg(DishModel::roleHead(role), DishModel::roleName(role));
    m_legend->setText(roles.join(QStringLiteral("   ")));
    m_legend->setToolTip(tr("Tinted: no contact of the account has this role yet."));
    if (!m_snapshot || !m_card) {
        m_header->setFacts({});
        m_ticked->clear();
        return;
    }
    m_badge->setTier(m_card->tier, false, m_card->tier > 0 ? tierWords(static_cast<Tier>(m_card->tier)) : tr("in no tier"));
    m_head->setCurrencySign(currencySign(m_snapshot->settings.currency));
    m_ticked->setText(tr("%1 of %2 ticked, <b>Space</b> ticks").arg(m_dishes.ticked()).arg(m_dishes.count(DishFilter::orderable)));
    m_header->setFacts(tr("%1 · version %2").arg(QString::fromStdString(m_card->menu->program.name)).arg(m_card->menuVersion));
}

void MenuPage::tick(const QString &play, bool on)
{
    if (!m_card)
        return;
    if (m_placed) { // the next slip begins
        m_placed.reset();
        m_slip->setPlaced({});
    }
    const std::string code = play.toStdString();
    std::erase_if(m_draft.lines, [&](const SlipLine &line) { return line.play == code; });
    if (on)
        m_draft.lines.push_back({code, {}});
    draftChanged();
    saveDraftNow();
}

void MenuPage::setInput(const QString &play, const QString &input, const QString &value)
{
    for (SlipLine &line : m_draft.lines) {
        if (line.play == play.toStdString())
            line.inputs[input.toStdString()] = value.toStdString();
    }
    draftChanged();
    m_saveSoon.start();
}

// No store is asked: what the card was read with decides, so that every tick shows at once.
void MenuPage::draftChanged()
{
    m_check = checkDraft(*m_card, m_draft);
    m_accounts.setDraft(m_account, static_cast<int>(m_draft.lines.size()), m_check.total);
    showCard();
}

void MenuPage::saveDraftNow()
{
    m_saveSoon.stop();
    if (!m_account.valid() || !m_card)
        return;
    ++m_saving;
    m_context.session.run(
        tr("Keeping the slip"),
        [account = m_account, draft = m_draft](Workspace &workspace, const Progress &) { return saveDraft(workspace, account, draft); }, this,
        [this](Result<MenuCard> saved) {
            --m_saving;
            if (!saved.ok())
                tell(errorText(saved.error()));
        },
        WorkspaceSession::Effect::reads); // a draft changes no score and no order: the snapshot may stay
}

void MenuPage::tell(const QString &text)
{
    m_message->setMessage(MessagePanel::Kind::red, text, tr("Dismiss"));
    m_message->show();
}

StatusTexts MenuPage::statusTexts() const
{
    if (!m_snapshot || !m_card)
        return {};
    StatusTexts texts;
    texts.left << tr("%1, %2").arg(accountName(), m_card->tier > 0 ? tr("Tier %1").arg(m_card->tier) : tr("no tier"));
    texts.left << tr("%n play(s) ticked, %1", nullptr, static_cast<int>(m_draft.lines.size())).arg(currencyText(m_check.total, m_snapshot->settings.currency));
    if (!m_draft.lines.empty())
        texts.left << (m_check.obstacles.empty() ? tr("All inputs filled in") : tr("%n thing(s) missing", nullptr, static_cast<int>(m_check.obstacles.size())));
    for (const SlipEnvelope &envelope : m_check.envelopes) {
        if (envelope.envelope->scope.kind == EnvelopeScope::Kind::tier)
            texts.right << tr("Envelope left %1").arg(amountText(envelope.left, m_snapshot->settings.currency));
    }
    texts.right << tr("Menu version %1").arg(m_card->menuVersion);
    return texts;
}

void MenuPage::goTo(const Place &place)
{
    if (!place.account.valid())
        return;
    m_search->clear();
    choose(place.account);
    if (const int row = m_accounts.rowOf(place.account); row >= 0)
        m_list->setCurrentIndex(m_accounts.index(row));
}

QVariantMap MenuPage::saveState() const
{
    return {{splitterKey, m_splitter->saveState()}, {accountKey, static_cast<qlonglong>(m_account.value)}, {filterKey, m_filter->current()}};
}

void MenuPage::restoreState(const QVariantMap &state)
{
    m_splitter->restoreState(state.value(splitterKey).toByteArray());
    m_account = AccountId{state.value(accountKey).toLongLong()};
    m_filter->setCurrent(state.value(filterKey).toInt());
}

void MenuPage::focusFilter()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

QList<QWidget *> MenuPage::panes()
{
    return {m_search, m_list, m_table, m_slip};
}

} // namespace dimsum
