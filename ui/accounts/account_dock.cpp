#include "ui/accounts/account_dock.h"

#include "qt/display_text.h"
#include "qt/wording.h"
#include "service/workspace_session.h"
#include "ui/accounts/account_head.h"
#include "ui/accounts/account_receipt.h"
#include "ui/accounts/committee_panel.h"
#include "ui/accounts/contact_dialog.h"
#include "ui/accounts/deals_section.h"
#include "ui/accounts/dock_section.h"
#include "ui/accounts/fields_section.h"
#include "ui/accounts/history_section.h"
#include "ui/accounts/journey_panel.h"
#include "ui/accounts/orders_section.h"
#include "ui/accounts/pin_dialog.h"
#include "ui/accounts/receipt_dialog.h"
#include "ui/accounts/score_receipt.h"
#include "ui/accounts/weekly_panel.h"
#include "ui/commands/function_command.h"
#include "ui/common/empty_state.h"
#include "ui/common/icon.h"
#include "ui/common/message_panel.h"
#include "ui/common/receipt_view.h"
#include "ui/common/style.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QClipboard>
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

#include <algorithm>
#include <initializer_list>

namespace dimsum {

namespace {

constexpr int greyAfter = 150; // milliseconds
constexpr double greyOpacity = 0.45;

std::string domainOf(const Snapshot &snapshot, std::uint32_t row)
{
    return std::string(snapshot.accounts.domain.at(row));
}

} // namespace

AccountDock::AccountDock(PageContext context, QWidget *parent) : QWidget(parent), m_context(context)
{
    setObjectName(QStringLiteral("account-dock"));
    setMinimumWidth(metric::dockMin);
    m_greySoon.setSingleShot(true);
    m_greySoon.setInterval(greyAfter);
    connect(&m_greySoon, &QTimer::timeout, this, [this] { setGrey(true); });
    connect(&m_context.session, &WorkspaceSession::closed, this, [this] { setSnapshot(nullptr); });
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
    m_head = new AccountHead(find("account.menu_card"), find("account.pin"),
                             {find("account.unpin"), find("account.receipt"), nullptr, find("account.add_contact"),
                              find("account.edit_contact"), nullptr, find("account.orders"), find("account.history"),
                              nullptr, find("account.copy_domain")},
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
    m_intent = new WeeklyPanel(WeeklyPanel::Kind::intent, m_figures);
    m_engagement = new WeeklyPanel(WeeklyPanel::Kind::engagement, m_figures);
    m_committee = new CommitteePanel(m_figures);
    connect(m_committee, &CommitteePanel::contactRequested, this, &AccountDock::addContactFor);
    connect(m_committee, &CommitteePanel::personActivated, this, &AccountDock::editContactOf);
    connect(m_committee, &CommitteePanel::currentPersonChanged, find("account.edit_contact"), &Command::changed);
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
    for (DockSection *section : std::initializer_list<DockSection *>{m_scoreSection, m_intent, m_engagement, m_committee,
                                                                      m_journey, m_orders, m_deals, m_history, m_fields})
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
        m_empty->setState(EmptyState::Kind::empty, tr("This account is gone"),
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
        [this, snapshot = m_snapshot, account = m_account, generation = m_generation](Result<AccountDetails> details) {
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
        showProblem(details.error());
        return;
    }
    m_shown = std::make_shared<const ShownAccount>(ShownAccount{snapshot, *snapshot->row(details->account), std::move(*details)});
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

// ---- Commands

Command *AccountDock::addCommand(const char *id, const char *text, const QString &icon, int section,
                                 void (AccountDock::*run)(), const QList<QKeySequence> &shortcuts)
{
    auto *command = new FunctionCommand({.id = QString::fromLatin1(id),
                                         .text = [text] { return tr(text); },
                                         .run = [this, run] { (this->*run)(); },
                                         .iconName = icon,
                                         .menu = CommandMenu::account,
                                         .section = section,
                                         .shortcuts = shortcuts,
                                         .availability =
                                             [this] {
                                                 return row() ? Availability::yes()
                                                              : Availability::no(tr("Select an account first."));
                                             }},
                                        this);
    m_commands << command;
    return command;
}

void AccountDock::buildCommands()
{
    addCommand("account.menu_card", QT_TR_NOOP("Open &menu card"), QStringLiteral("steamer"), 1, &AccountDock::openMenuCard);
    addCommand("account.pin", QT_TR_NOOP("&Pin tier…"), QStringLiteral("pin"), 1, &AccountDock::editPin);
    m_commands << new FunctionCommand(
        {.id = QStringLiteral("account.unpin"),
         .text = [] { return tr("&Unpin tier"); },
         .run = [this] { unpin(); },
         .menu = CommandMenu::account,
         .section = 1,
         .availability =
             [this] {
                 if (!row())
                     return Availability::no(tr("Select an account first."));
                 return m_snapshot->pin(*row()) != nullptr ? Availability::yes()
                                                           : Availability::no(tr("The tier of this account is not pinned."));
             }},
        this);
    addCommand("account.receipt", QT_TR_NOOP("&Full receipt"), QStringLiteral("receipt"), 2, &AccountDock::openReceipt,
               {QKeySequence(Qt::CTRL | Qt::Key_I)});
    addCommand("account.add_contact", QT_TR_NOOP("Add &contact…"), QStringLiteral("add-person"), 2, &AccountDock::addContact);
    m_commands << new FunctionCommand(
        {.id = QStringLiteral("account.edit_contact"),
         .text = [] { return tr("&Edit contact…"); },
         .run = [this] { editCurrentContact(); },
         .iconName = QStringLiteral("edit"),
         .menu = CommandMenu::account,
         .section = 2,
         .availability =
             [this] {
                 return row() && m_committee != nullptr && m_committee->currentPerson().valid()
                            ? Availability::yes()
                            : Availability::no(tr("Select a person in the buying committee first."));
             }},
        this);
    addCommand("account.history", QT_TR_NOOP("Show tier &history"), QStringLiteral("history"), 3, &AccountDock::showHistory);
    addCommand("account.orders", QT_TR_NOOP("Show &orders"), QStringLiteral("orders"), 3, &AccountDock::openOrders);
    addCommand("account.copy_domain", QT_TR_NOOP("Copy &domain"), QStringLiteral("copy"), 4, &AccountDock::copyDomain);
}

void AccountDock::openMenuCard()
{
    m_context.navigation.openMenuCard(m_account);
}

void AccountDock::openOrders()
{
    m_context.navigation.openOrders(m_account);
}

void AccountDock::copyDomain()
{
    if (const auto at = row())
        QApplication::clipboard()->setText(QString::fromStdString(domainOf(*m_snapshot, *at)));
}

void AccountDock::editPin()
{
    const auto at = row();
    if (!at)
        return;
    auto *dialog = new PinDialog(m_snapshot, *at, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const std::string domain = domainOf(*m_snapshot, *at);
    connect(dialog, &QDialog::accepted, this, [this, dialog, domain] {
        setPin({.account = domain,
                .tier = dialog->tier(),
                .until = dialog->until(),
                .reason = dialog->reason().toStdString(),
                .by = m_context.preferences.who().toStdString()});
    });
    connect(dialog, &PinDialog::unpinRequested, this, &AccountDock::unpin);
    dialog->open();
}

void AccountDock::setPin(const PinRequest &request)
{
    m_context.session.run(
        tr("Pinning the tier"), [request](Workspace &workspace, const Progress &) { return pinTier(workspace, request); },
        this, [this](Result<PinResult> pinned) {
            if (!pinned.ok())
                showProblem(pinned.error());
        });
}

void AccountDock::unpin()
{
    const auto at = row();
    if (!at)
        return;
    m_context.session.run(tr("Unpinning the tier"),
                          [domain = domainOf(*m_snapshot, *at), by = m_context.preferences.who().toStdString()](
                              Workspace &workspace, const Progress &) { return unpinTier(workspace, domain, by); },
                          this, [this](const Outcome &unpinned) {
                              if (!unpinned.ok())
                                  showProblem(unpinned.error());
                          });
}

// Beside the list and not above it: whoever checks a figure wants to see both.
void AccountDock::openReceipt()
{
    if (!m_shown || m_shown->details.account != m_account)
        return;
    auto *dialog = new ReceiptDialog(accountName(), accountReceipt(*m_shown), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void AccountDock::addContact()
{
    addContactFor({});
}

void AccountDock::addContactFor(const std::string &role)
{
    auto *dialog = new ContactDialog(accountName(), role, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ContactDialog::submitted, this, [this, dialog, account = m_account] {
        NewContact contact = dialog->contact();
        contact.account = account;
        m_context.session.run(
            tr("Adding the contact"),
            [contact](Workspace &workspace, const Progress &) { return dimsum::addContact(workspace, contact); }, dialog,
            [dialog](Result<ContactId> added) {
                if (added.ok())
                    dialog->finish();
                else
                    dialog->showProblem(errorText(added.error()));
            });
    });
    dialog->open();
}

void AccountDock::editCurrentContact()
{
    editContactOf(m_committee->currentPerson());
}

void AccountDock::editContactOf(ContactId person)
{
    if (!m_shown || m_shown->details.account != m_account)
        return;
    const auto &people = m_shown->details.people;
    const auto known = std::find_if(people.begin(), people.end(), [&](const CommitteePerson &other) { return other.id == person; });
    if (known == people.end())
        return;
    auto *dialog = new ContactDialog(accountName(), *known, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ContactDialog::submitted, this, [this, dialog, account = m_account, person] {
        const NewContact typed = dialog->contact();
        const ContactEdit edit{.account = account,
                               .contact = person,
                               .firstName = typed.firstName,
                               .lastName = typed.lastName,
                               .title = typed.title,
                               .buyingRole = typed.buyingRole,
                               .optOut = typed.optOut};
        m_context.session.run(
            tr("Changing the contact"),
            [edit](Workspace &workspace, const Progress &) { return editContact(workspace, edit); }, dialog,
            [dialog](const Outcome &edited) {
                if (edited.ok())
                    dialog->finish();
                else
                    dialog->showProblem(errorText(edited.error()));
            });
    });
    dialog->open();
}

void AccountDock::showHistory()
{
    m_history->setOpen(true);
    QApplication::sendPostedEvents(m_figures, QEvent::LayoutRequest); // its new place counts
    m_scroll->verticalScrollBar()->setValue(m_history->mapTo(m_scroll->widget(), QPoint()).y());
}

void AccountDock::showProblem(const Error &error)
{
    m_message->setMessage(MessagePanel::Kind::red, errorText(error), tr("Dismiss"));
    m_message->show();
    m_scroll->ensureWidgetVisible(m_message);
}

QString AccountDock::accountName() const
{
    const auto at = row();
    if (!at)
        return {};
    const std::string_view name = m_snapshot->accounts.name.at(*at);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

} // namespace dimsum
