// The commands of AccountDock and what they do.
#include "ui/accounts/account_dock.h"

#include "qt/wording.h"
#include "service/editing_service.h"
#include "service/workspace_session.h"
#include "ui/accounts/account_paper.h"
#include "ui/accounts/committee_panel.h"
#include "ui/accounts/contact_dialog.h"
#include "ui/accounts/history_section.h"
#include "ui/accounts/pin_dialog.h"
#include "ui/accounts/receipt_dialog.h"
#include "ui/accounts/weekly_panel.h"
#include "ui/commands/function_command.h"
#include "ui/common/message_panel.h"
#include "ui/common/paper.h"
#include "ui/common/prompts.h"
#include "ui/insights/insight_feed.h"

#include <QApplication>
#include <QClipboard>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace dimsum
{

namespace
{

std::string domainOf(const Snapshot &snapshot, std::uint32_t row)
{
    return std::string(snapshot.accounts.domain.at(row));
}

} // namespace

Command *AccountDock::addCommand(const char *id, const char *text, const QString &icon, int section,
                                 void (AccountDock::*run)(), const QList<QKeySequence> &shortcuts)
{
    auto *command = new FunctionCommand(
        {.id = QString::fromLatin1(id),
         .text = [text] { return tr(text); },
         .run = [this, run] { (this->*run)(); },
         .iconName = icon,
         .menu = CommandMenu::account,
         .section = section,
         .shortcuts = shortcuts,
         .availability =
             [this] {
                 return row() ? Availability::yes() : Availability::no(tr("Select an account first."));
             }},
        this);
    m_commands << command;
    return command;
}

void AccountDock::buildCommands()
{
    addCommand("account.menu_card", QT_TR_NOOP("Open &menu card"), QStringLiteral("steamer"), 1,
               &AccountDock::openMenuCard);
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
                 return m_snapshot->pin(*row()) != nullptr
                            ? Availability::yes()
                            : Availability::no(tr("The tier of this account is not pinned."));
             }},
        this);
    addCommand("account.receipt", QT_TR_NOOP("&Full receipt"), QStringLiteral("receipt"), 2,
               &AccountDock::openReceipt, {QKeySequence(Qt::CTRL | Qt::Key_I)});
    addCommand("account.paper", QT_TR_NOOP("Save one-pager as P&DF…"), QStringLiteral("print"), 2, &AccountDock::savePaper);
    addCommand("account.add_contact", QT_TR_NOOP("Add &contact…"), QStringLiteral("add-person"), 2,
               &AccountDock::addContact);
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
    addCommand("account.history", QT_TR_NOOP("Show tier &history"), QStringLiteral("history"), 3,
               &AccountDock::showHistory);
    addCommand("account.orders", QT_TR_NOOP("Show &orders"), QStringLiteral("orders"), 3,
               &AccountDock::openOrders);
    addCommand("account.copy_domain", QT_TR_NOOP("Copy &domain"), QStringLiteral("copy"), 4,
               &AccountDock::copyDomain);
}

void AccountDock::savePaper()
{
    const auto at = row();
    if (!at)
        return;
    const QString title = QString::fromStdString(std::string(m_snapshot->accounts.name.at(*at)));
    const QString file = m_context.prompts.fileToSave(this, tr("Save the one-pager"), title + QStringLiteral(".pdf"), {tr("PDF (*.pdf)")}, QStringLiteral("pdf"));
    if (file.isEmpty())
        return;
    // Read anew: the dock may still wait for its details.
    m_context.session.run(
        tr("Reading the account"),
        [snapshot = m_snapshot, account = m_account](Workspace &workspace, const Progress &) { return accountDetails(workspace, *snapshot, account); }, this,
        [this, snapshot = m_snapshot, at = *at, title, file](Result<AccountDetails> details) {
            if (!details.ok())
                return m_context.navigation.showError(details.error());
            const auto board = m_context.insights ? m_context.insights->boardOf(*snapshot) : nullptr;
            if (writePdf(*accountPaper(*snapshot, at, *details, board.get()), title, file))
                m_context.navigation.notify(Tone::good, tr("The one-pager of %1 is in %2.").arg(title, file));
            else
                m_context.navigation.notify(Tone::red, tr("%1 cannot be written. Check the folder and the free space.").arg(file));
        },
        WorkspaceSession::Effect::reads);
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
        tr("Pinning the tier"),
        [request](Workspace &workspace, const Progress &) { return pinTier(workspace, request); }, this,
        [this](Result<PinResult> pinned) {
            if (!pinned.ok())
                showProblem(pinned.error());
        });
}

void AccountDock::unpin()
{
    const auto at = row();
    if (!at)
        return;
    m_context.session.run(
        tr("Unpinning the tier"),
        [domain = domainOf(*m_snapshot, *at), by = m_context.preferences.who().toStdString()](
            Workspace &workspace, const Progress &) { return unpinTier(workspace, domain, by); },
        this,
        [this](const Outcome &unpinned) {
            if (!unpinned.ok())
                showProblem(unpinned.error());
        });
}

// The figure that has the focus, else the priority.
void AccountDock::openReceipt()
{
    const QWidget *focus = QApplication::focusWidget();
    const auto within = [focus](const QWidget *part) {
        return focus != nullptr && part->isAncestorOf(focus);
    };
    if (within(m_intent))
        openReceiptOf(ReceiptFigure::intent);
    else if (within(m_engagement))
        openReceiptOf(ReceiptFigure::engagement);
    else if (within(m_history))
        openReceiptOf(ReceiptFigure::tier);
    else
        openReceiptOf(ReceiptFigure::priority);
}

// A window beside the list and not a question above it: whoever checks a figure wants to see both.
void AccountDock::openReceiptOf(ReceiptFigure figure)
{
    if (!m_shown || m_shown->details.account != m_account)
        return;
    auto *dialog = new ReceiptDialog(accountName(), accountReceipt(*m_shown), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setCurrent(static_cast<int>(figure));
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
            [contact](Workspace &workspace, const Progress &) {
                return dimsum::addContact(workspace, contact);
            },
            dialog,
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
    const auto known = std::find_if(people.begin(), people.end(),
                                    [&](const CommitteePerson &other) { return other.id == person; });
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
