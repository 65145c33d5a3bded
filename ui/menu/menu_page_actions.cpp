// What the menu page does with a slip: place it, take it back, clear it, print it; its commands.
#include "qt/display_text.h"
#include "qt/wording.h"
#include "service/workspace_session.h"
#include "ui/commands/function_command.h"
#include "ui/common/message_panel.h"
#include "ui/common/prompts.h"
#include "ui/menu/menu_overview.h"
#include "ui/menu/menu_page.h"
#include "ui/menu/slip_print.h"

#include <QTextDocument>
#include <QUuid>

#include <algorithm>

namespace dimsum {

void MenuPage::place(const std::string &overrideReason)
{
    const auto row = m_snapshot ? m_snapshot->row(m_account) : std::nullopt;
    if (!row || !m_card || m_draft.lines.empty())
        return;
    m_saveSoon.stop();
    m_message->hide();
    OrderRequest request;
    request.account = std::string(m_snapshot->accounts.domain.at(*row));
    if (request.account.empty())
        request.account = std::string(m_snapshot->accounts.externalId.at(*row).empty() ? m_snapshot->accounts.name.at(*row) : m_snapshot->accounts.externalId.at(*row));
    request.lines = m_draft.lines;
    request.note = m_draft.note;
    request.by = m_context.preferences.who().toStdString();
    request.id = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString(); // pressed twice, ordered once
    request.overrideReason = overrideReason;
    m_slip->setBusy(true);
    m_context.session.run(
        tr("Placing the order"), [request](Workspace &workspace, const Progress &) { return placeSlip(workspace, request); }, this,
        [this, draft = m_draft, account = m_account, id = request.id](Result<SlipAnswer> answer) {
            m_slip->setBusy(false);
            if (account == m_account)
                placed(answer, draft, id);
            else if (answer.ok() && answer->placed)
                m_context.navigation.notify(Tone::good, tr("The order was placed."));
        });
}

void MenuPage::placed(const Result<SlipAnswer> &answer, const DraftSlip &draft, const std::string &)
{
    if (!answer.ok())
        return tell(errorText(answer.error()));
    if (!answer->placed) {
        // Somebody else was faster, or the rules changed: the card is read again and shows what is left.
        Error reason = answer->error;
        reason.field.clear();
        tell(tr("Nothing was ordered. %1").arg(errorText(reason)));
        return readCard();
    }
    Placed placed{.orders = {}, .draft = draft, .check = {}, .card = *m_card};
    for (const PlacedOrder &order : answer->orders)
        placed.orders.push_back(order.id);
    placed.check = checkDraft(placed.card, draft);
    m_placed = std::move(placed);
    m_draft = {};
    m_accounts.setDraft(m_account, 0, Money{});
    m_slip->setPlaced(tr("ordered %1").arg(dayText(m_snapshot->today)));
    readCard(); // what is left now
}

void MenuPage::takeBack()
{
    if (!m_placed)
        return;
    const std::string by = m_context.preferences.who().toStdString();
    m_context.session.run(
        tr("Taking the order back"),
        [account = m_account, orders = m_placed->orders, draft = m_placed->draft, by](Workspace &workspace, const Progress &) {
            return takeBackSlip(workspace, account, orders, draft, by);
        },
        this, [this, account = m_account](Result<MenuCard> card) {
            if (account != m_account)
                return;
            if (!card.ok())
                return tell(errorText(card.error()));
            m_placed.reset();
            m_slip->setPlaced({});
            m_draft = card->draft;
            m_card = std::move(*card);
            m_check = checkDraft(*m_card, m_draft);
            showCard();
        });
}

void MenuPage::clearSlip()
{
    if (!m_card || m_draft.lines.empty())
        return;
    m_draft = {};
    draftChanged();
    saveDraftNow();
}

void MenuPage::printSlip(bool asPdf)
{
    if (!m_card || !m_snapshot)
        return;
    const DraftSlip &draft = m_placed ? m_placed->draft : m_draft;
    const SlipCheck &check = m_placed ? m_placed->check : m_check;
    const SlipPaper paper{.account = accountName(), .program = QString::fromStdString(m_card->menu->program.name), .rep = m_context.preferences.who(),
                          .day = m_snapshot->today, .placed = m_placed.has_value()};
    auto document = slipDocument(paper, draft, check, m_snapshot->settings.currency);
    if (!asPdf)
        return previewSlip(std::move(document), this);
    const QString file = m_context.prompts.fileToSave(this, tr("Save the slip"), QStringLiteral("slip.pdf"), {tr("PDF (*.pdf)")}, QStringLiteral("pdf"));
    if (file.isEmpty())
        return;
    if (writeSlipPdf(*document, file))
        m_context.navigation.notify(Tone::good, tr("The slip was saved to %1.").arg(file));
    else
        tell(tr("%1 cannot be written. Check the folder and the free space.").arg(file));
}

void MenuPage::openOverview()
{
    if (!m_snapshot)
        return;
    auto *overview = new MenuOverview(m_context, this);
    overview->setAttribute(Qt::WA_DeleteOnClose);
    overview->open();
}

// What the program comes to: said before it is closed.
QString MenuPage::closingSummary() const
{
    const Currency &currency = m_snapshot->settings.currency;
    int delivered = 0, open = 0, dropped = 0;
    Money spent, ahead;
    for (const OrderRow &order : m_snapshot->orders) {
        if (order.standing.state == OrderState::delivered) {
            ++delivered;
            spent = spent + (order.actual.known() ? order.actual : order.price);
        } else if (isOpen(order.standing.state)) {
            ++open;
            ahead = ahead + order.price;
        } else {
            ++dropped;
        }
    }
    QStringList lines{tr("%n delivered for %1", nullptr, delivered).arg(currencyText(spent, currency)), tr("%n rejected or cancelled", nullptr, dropped)};
    for (const Envelope &envelope : m_snapshot->menu.menu.envelopes) {
        const auto used = m_snapshot->menu.envelopes.find(envelope.code);
        const Money taken = used == m_snapshot->menu.envelopes.end() ? Money{} : used->second.total();
        lines << tr("%1: %2 of %3 used").arg(QString::fromStdString(envelope.code), currencyText(taken, currency), currencyText(envelope.limit, currency));
    }
    if (open > 0)
        lines << tr("%n still open, worth %1: carried over, with their due days, and paid from these envelopes", nullptr, open).arg(currencyText(ahead, currency));
    lines << tr("Nothing more can be ordered until the menu editor has begun the next program.");
    return lines.join(u'\n');
}

void MenuPage::buildCommands()
{
    const auto open = [this] { return m_snapshot ? Availability::yes() : Availability::no(tr("Open a workspace first.")); };
    const auto ticked = [this] {
        return m_card && !m_draft.lines.empty() ? Availability::yes() : Availability::no(tr("Tick a play first."));
    };
    const auto add = [this](CommandParts parts) { m_commands << new FunctionCommand(std::move(parts), this); };
    const auto program = [this](const QString &id, std::function<QString()> text, Outcome (*change)(Workspace &, std::string), std::function<bool()> sure = {}) {
        m_commands << new FunctionCommand(
            {.id = id, .text = std::move(text),
             .run =
                 [this, change, sure] {
                     if (sure && !sure())
                         return;
                     const std::string by = m_context.preferences.who().toStdString();
                     m_context.session.run(tr("Changing the program"), [change, by](Workspace &workspace, const Progress &) { return change(workspace, by); });
                 },
             .menu = CommandMenu::program, .section = 3,
             .availability = [this] { return m_snapshot ? Availability::yes() : Availability::no(tr("Open a workspace first.")); }},
            this);
    };
    add({.id = QStringLiteral("menu.place"), .text = [] { return tr("&Place order"); }, .run = [this] { place(); }, .iconName = QStringLiteral("check"),
         .menu = CommandMenu::orders, .section = 0, .shortcuts = {QKeySequence(Qt::CTRL | Qt::Key_Return)}, .availability = [this] {
             return m_slip->placeButton()->isEnabled() && !m_placed ? Availability::yes() : Availability::no(tr("The slip cannot be placed yet; it says why."));
         }});
    add({.id = QStringLiteral("menu.clear"), .text = [] { return tr("C&lear slip"); }, .run = [this] { clearSlip(); }, .menu = CommandMenu::orders, .section = 0,
         .availability = ticked});
    add({.id = QStringLiteral("menu.override"), .text = [] { return tr("Place over the &envelope…"); },
         .run =
             [this] {
                 const auto reason = m_context.prompts.textLine(this, tr("Place over the envelope"), tr("Why the envelope may be exceeded:"), {});
                 if (reason && !reason->trimmed().isEmpty())
                     place(reason->trimmed().toStdString());
             },
         .menu = CommandMenu::orders, .section = 0,
         .availability = [this] {
             const bool short_ = m_card && std::any_of(m_check.obstacles.begin(), m_check.obstacles.end(), [](const SlipCheck::Obstacle &obstacle) {
                                     return obstacle.hindrance.reason == SlipReason::envelopeEmpty;
                                 });
             return short_ ? Availability::yes() : Availability::no(tr("No envelope is exceeded by this slip."));
         }});
    add({.id = QStringLiteral("menu.print"), .text = [] { return tr("P&rint slip…"); }, .run = [this] { printSlip(false); }, .iconName = QStringLiteral("print"),
         .menu = CommandMenu::orders, .section = 0, .availability = open});
    add({.id = QStringLiteral("menu.pdf"), .text = [] { return tr("Save slip as P&DF…"); }, .run = [this] { printSlip(true); }, .menu = CommandMenu::orders,
         .section = 0, .availability = open});
    add({.id = QStringLiteral("menu.overview"), .text = [] { return tr("&Whole menu…"); }, .run = [this] { openOverview(); }, .iconName = QStringLiteral("list"),
         .menu = CommandMenu::program, .section = 2, .availability = open});
    add({.id = QStringLiteral("menu.approve"), .text = [] { return tr("Appro&ve draft plays"); },
         .run =
             [this] {
                 const std::string by = m_context.preferences.who().toStdString();
                 m_context.session.run(tr("Approving the menu"), [by](Workspace &workspace, const Progress &) { return approveMenu(workspace, by); });
             },
         .iconName = QStringLiteral("approved"), .menu = CommandMenu::program, .section = 2, .availability = open});
    program(QStringLiteral("program.start"), [] { return tr("&Start program"); }, &startProgram);
    program(QStringLiteral("program.close"), [] { return tr("&Close program…"); }, &closeProgram, [this] {
        const QString name = QString::fromStdString(m_snapshot->menu.menu.program.name);
        return m_context.prompts.confirm(this, tr("Close %1").arg(name), closingSummary(), tr("Close program"));
    });
}

} // namespace dimsum
