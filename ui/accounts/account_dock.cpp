#include "ui/accounts/account_dock.h"

#include "service/workspace_session.h"
#include "ui/accounts/account_head.h"
#include "ui/accounts/committee_panel.h"
#include "ui/accounts/deals_section.h"
#include "ui/accounts/dock_section.h"
#include "ui/accounts/fields_section.h"
#include "ui/accounts/history_section.h"
#include "ui/accounts/journey_panel.h"
#include "ui/accounts/next_action_section.h"
#include "ui/accounts/orders_section.h"
#include "ui/accounts/score_receipt.h"
#include "ui/accounts/weekly_panel.h"
#include "ui/commands/command.h"
#include "ui/common/empty_state.h"
#include "ui/common/icon.h"
#include "ui/common/message_panel.h"
#include "ui/common/receipt_view.h"
#include "ui/common/style.h"
#include "ui/common/theme.h"
#include "ui/insights/insight_feed.h"

#include <QEvent>
#include <QGraphicsOpacityEffect>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <initializer_list>

namespace dimsum
{

namespace
{

constexpr int greyAfter = 150; // milliseconds
constexpr double greyOpacity = 0.45;

} // namespace

AccountDock::AccountDock(PageContext context, QWidget *parent) : QWidget(parent), m_context(context)
{
    setObjectName(QStringLiteral("account-dock"));
    setMinimumWidth(metric::dockMin);
    m_greySoon.setSingleShot(true);
    m_greySoon.setInterval(greyAfter);
    connect(&m_greySoon, &QTimer::timeout, this, [this] { setGrey(true); });
    connect(&m_context.session, &WorkspaceSession::closed, this, [this] { setSnapshot(nullptr); });
    if (m_context.insights)
        connect(m_context.insights, &InsightFeed::boardChanged, this, &AccountDock::showNextAction);
    buildCommands();
    build();
    retranslate();
    refresh();
}

AccountDock::~AccountDock() = default;

void AccountDock::build()
{
    m_titleBar = new QWidget(this);
    m_title = new QLabel(m_titleBar);
    m_close = new QToolButton(m_titleBar);
    m_close->setObjectName(QStringLiteral("close-dock"));
    m_close->setIcon(themedIcon(QStringLiteral("close")));
    m_close->setIconSize({12, 12});
    setLook(m_close, ButtonLook::flat, true);
    connect(m_close, &QToolButton::clicked, this, &AccountDock::closeRequested);
    auto *bar = new QHBoxLayout(m_titleBar);
    bar->setContentsMargins(metric::panelPadding, 0, 6, 0);
    bar->addWidget(m_title, 1);
    bar->addWidget(m_close);
    m_titleBar->setFixedHeight(metric::dockTitle);

    m_empty = new EmptyState(this);
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    auto *content = new QWidget(m_scroll);
    content->setAutoFillBackground(false);
    buildSections(content);
    m_scroll->setWidget(content);
    content->setAutoFillBackground(false); // setWidget() turns it on

    m_stack = new QStackedLayout;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_scroll);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_titleBar);
    column->addLayout(m_stack, 1);
}

void AccountDock::buildSections(QWidget *content)
{
    const auto find = [this](const char *id) -> Command * {
        for (Command *command : std::as_const(m_commands)) {
            if (command->id() == QLatin1String(id))
                return command;
        }
        return nullptr;
    };
    m_head =
        new AccountHead(find("account.menu_card"), find("account.pin"),
                        {find("account.unpin"), find("account.receipt"), nullptr, find("account.add_contact"),
                         find("account.edit_contact"), nullptr, find("account.orders"),
                         find("account.history"), nullptr, find("account.copy_domain")},
                        content);
    connect(m_head, &AccountHead::ordersRequested, this, &AccountDock::openOrders);
    m_message = new MessagePanel(content);
    m_message->setObjectName(QStringLiteral("dock-message"));
    m_message->hide();
    connect(m_message, &MessagePanel::linkActivated, m_message, &QWidget::hide);

    m_figures = new QWidget(content);
    m_scoreSection = new DockSection(QString(), DockSection::Fold::never, m_figures);
    m_score = new ReceiptView(m_figures);
    m_score->setObjectName(QStringLiteral("priority-receipt"));
    m_scoreSection->addContent(m_score);
    connect(m_score, &ReceiptView::linkActivated, this, &AccountDock::openReceipt);
    m_next = new NextActionSection(m_figures);
    m_next->setObjectName(QStringLiteral("next-action-section"));
    connect(m_next, &NextActionSection::menuCardRequested, this, &AccountDock::openMenuCard);
    connect(m_next, &NextActionSection::judged, this, [this](bool useful) {
        const auto board = m_shown && m_context.insights ? m_context.insights->boardOf(*m_shown->snapshot) : nullptr;
        const NextAction *action = board ? board->actionOf(m_shown->row) : nullptr;
        if (!action)
            return;
        m_context.session.run(tr("Keeping the verdict"), [account = m_shown->snapshot->accounts.id[m_shown->row], kind = action->kind, useful, asOf = m_shown->snapshot->asOf,
                                                          by = m_context.preferences.who().toStdString()](Workspace &workspace, const Progress &) {
            return judgeAction(workspace, account, kind, useful, asOf, by);
        });
    });
    m_intent = new WeeklyPanel(WeeklyPanel::Kind::intent, m_figures);
    m_engagement = new WeeklyPanel(WeeklyPanel::Kind::engagement, m_figures);
    m_committee = new CommitteePanel(m_figures);
    connect(m_committee, &CommitteePanel::contactRequested, this, &AccountDock::addContactFor);
    connect(m_committee, &CommitteePanel::personActivated, this, &AccountDock::editContactOf);
    connect(m_committee, &CommitteePanel::currentPersonChanged, find("account.edit_contact"),
            &Command::changed);
    m_journey = new JourneyPanel(m_figures);
    m_orders = new OrdersSection(m_figures);
    connect(m_orders, &OrdersSection::ordersRequested, this, &AccountDock::openOrders);
    connect(m_orders, &OrdersSection::menuCardRequested, this, &AccountDock::openMenuCard);
    m_deals = new DealsSection(m_figures);
    m_history = new HistorySection(m_figures);
    connect(m_history, &HistorySection::pinRequested, this, &AccountDock::editPin);
    m_fields = new FieldsSection(m_figures);
    m_orders->setObjectName(QStringLiteral("orders-section"));
    m_deals->setObjectName(QStringLiteral("deals-section"));
    m_history->setObjectName(QStringLiteral("history-section"));
    m_fields->setObjectName(QStringLiteral("fields-section"));
    auto *figures = new QVBoxLayout(m_figures);
    figures->setContentsMargins(0, 0, 0, 0);
    figures->setSpacing(0);
    for (DockSection *section :
         std::initializer_list<DockSection *>{m_scoreSection, m_next, m_intent, m_engagement, m_committee, m_journey,
                                              m_orders, m_deals, m_history, m_fields})
        figures->addWidget(section);

    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_message);
    column->addWidget(m_figures);
    column->addStretch(1);
}

void AccountDock::retranslate()
{
    m_title->setText(tr("Account"));
    m_title->setFont(Theme::of(this).font(TypeSize::small));
    setAccessibleName(tr("Account"));
    m_close->setAccessibleName(tr("Close the account"));
    m_close->setToolTip(m_close->accessibleName());
    m_scroll->setAccessibleName(tr("Figures of the account"));
    for (Command *command : std::as_const(m_commands))
        command->changed();
}

std::optional<std::uint32_t> AccountDock::row() const
{
    return m_snapshot && m_account.valid() ? m_snapshot->row(m_account) : std::nullopt;
}

void AccountDock::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    if (snapshot == m_snapshot)
        return;
    if (!snapshot || (m_snapshot && m_snapshot->path != snapshot->path)) {
        ++m_generation;
        m_reading = false;
        m_shown.reset();
    }
    m_snapshot = std::move(snapshot);
    refresh();
}

void AccountDock::setAccount(AccountId account)
{
    if (account == m_account)
        return;
    m_account = account;
    m_message->hide();
    refresh();
    m_scroll->verticalScrollBar()->setValue(0);
}

bool AccountDock::settled() const
{
    if (!row() || m_failed)
        return !m_reading;
    return m_shown && m_shown->snapshot == m_snapshot && m_shown->details.account == m_account;
}

QList<Command *> AccountDock::commands()
{
    return m_commands;
}

// The head at once from the snapshot, the rest as soon as it is read.
void AccountDock::refresh()
{
    m_failed = false;
    const auto at = row();
    if (at) {
        m_head->setAccount(*m_snapshot, *at);
        m_stack->setCurrentWidget(m_scroll);
        read();
    } else {
        showEmpty();
    }
    for (Command *command : std::as_const(m_commands))
        command->changed();
}

void AccountDock::showEmpty()
{
    m_greySoon.stop();
    m_shown.reset();
    if (m_account.valid() && m_snapshot)
        m_empty->setState(
            EmptyState::Kind::empty, tr("This account is gone"),
            tr("It is not in the workspace any more. Undo brings it back, if it was taken away just now."));
    else
        m_empty->setState(EmptyState::Kind::empty, tr("No account selected"),
                          tr("Select an account in the list to see its figures, people and orders."));
    m_stack->setCurrentWidget(m_empty);
}

// One question at a time: whoever runs through the list with the arrow keys waits for the last account only.
void AccountDock::read()
{
    if (settled()) {
        m_greySoon.stop();
        setGrey(false);
        return;
    }
    if (m_shown)
        m_greySoon.start();
    m_figures->setVisible(m_shown != nullptr);
    if (m_reading)
        return;
    m_reading = true;
    m_context.session.run(
        tr("Reading the account"),
        [snapshot = m_snapshot, account = m_account](Workspace &workspace, const Progress &) {
            return accountDetails(workspace, *snapshot, account);
        },
        this,
        [this, snapshot = m_snapshot, account = m_account,
         generation = m_generation](Result<AccountDetails> details) {
            if (generation != m_generation)
                return; // of a workspace that is closed
            m_reading = false;
            if (snapshot == m_snapshot && account == m_account)
                take(snapshot, std::move(details));
            else if (row())
                read();
        },
        WorkspaceSession::Effect::reads);
}

void AccountDock::take(const std::shared_ptr<const Snapshot> &snapshot, Result<AccountDetails> details)
{
    m_greySoon.stop();
    setGrey(false);
    if (!details.ok()) {
        m_failed = true;
        m_figures->setVisible(m_shown && m_shown->details.account == m_account); // never those of another one
        showProblem(details.error());
        return;
    }
    m_shown = std::make_shared<const ShownAccount>(
        ShownAccount{snapshot, *snapshot->row(details->account), std::move(*details)});
    showDetails();
    for (Command *command : std::as_const(m_commands))
        command->changed();
}

void AccountDock::showDetails()
{
    m_figures->show();
    m_score->setReceipt(scoreReceipt(*m_shown));
    m_intent->setAccount(*m_shown);
    m_engagement->setAccount(*m_shown);
    m_committee->setAccount(m_shown);
    m_journey->setAccount(*m_shown);
    m_orders->setAccount(*m_shown);
    m_deals->setAccount(*m_shown);
    m_history->setAccount(*m_shown);
    m_fields->setAccount(*m_shown);
    showNextAction();
}

void AccountDock::showNextAction()
{
    if (!m_shown)
        return;
    const auto board = m_context.insights ? m_context.insights->boardOf(*m_shown->snapshot) : nullptr;
    m_next->setAction(*m_shown, board ? board->actionOf(m_shown->row) : nullptr);
}

void AccountDock::setGrey(bool grey)
{
    if (grey == (m_figures->graphicsEffect() != nullptr))
        return;
    QGraphicsOpacityEffect *effect = nullptr;
    if (grey) {
        effect = new QGraphicsOpacityEffect(m_figures);
        effect->setOpacity(greyOpacity);
    }
    m_figures->setGraphicsEffect(effect);
}

QList<DockSection *> AccountDock::foldable() const
{
    return {m_orders, m_deals, m_history, m_fields};
}

QVariantMap AccountDock::saveState() const
{
    QVariantMap state;
    for (const DockSection *section : foldable())
        state.insert(section->objectName(), section->isOpen());
    return state;
}

void AccountDock::restoreState(const QVariantMap &state)
{
    for (DockSection *section : foldable())
        section->setOpen(state.value(section->objectName(), section->isOpen()).toBool());
}

QSize AccountDock::sizeHint() const
{
    return {metric::dock, 600};
}

void AccountDock::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    painter.fillRect(rect(), theme.window);
    painter.fillRect(m_titleBar->geometry(), theme.panel);
    painter.fillRect(QRect(0, m_titleBar->geometry().bottom(), width(), 1), theme.line2);
}

void AccountDock::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    refresh();
    if (m_shown)
        showDetails();
}

} // namespace dimsum
