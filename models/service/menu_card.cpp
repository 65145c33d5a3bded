// The card of an account and its draft slip (ordering_service.h).
#include "service/ordering_service.h"

#include "domain/buying_role.h"
#include "exchange/text_key.h"
#include "service/menu_program.h"
#include "service/order_moves.h"
#include "service/slip_inputs.h"
#include "service/slip_setting.h"
#include "store/account_store.h"
#include "store/contact_store.h"
#include "store/order_store.h"
#include "store/transaction.h"

#include <algorithm>

namespace dimsum {

namespace {

bool contains(const std::vector<std::string> &words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::string> tickedPlays(const DraftSlip &draft)
{
    std::vector<std::string> plays;
    for (const SlipLine &line : draft.lines)
        plays.push_back(line.play);
    return plays;
}

// The names of the inputs that are filled in on every line that asks for them.
std::vector<std::string> filledInputs(const DraftSlip &draft, const Menu &menu)
{
    std::vector<std::string> filled;
    std::vector<std::string> missing;
    for (const SlipLine &line : draft.lines) {
        const Play *play = menu.play(line.play);
        if (!play)
            continue;
        for (const std::string &name : play->inputs) {
            const auto given = line.inputs.find(name);
            const bool there = given != line.inputs.end() && !given->second.empty();
            (there ? filled : missing).push_back(name);
        }
    }
    std::erase_if(filled, [&](const std::string &name) { return contains(missing, name); });
    return filled;
}

Result<MenuCard> cardWith(Workspace &workspace, AccountId account, DraftSlip draft)
{
    const auto menu = menuInForce(workspace);
    if (!menu)
        return menu.error();
    auto setting = slipSetting(workspace, *menu, account);
    if (!setting)
        return setting.error();
    MenuCard card;
    card.account = account;
    card.menu = menu->menu;
    card.menuVersion = menu->version;
    card.tier = setting->tier;
    card.holdout = setting->holdout;
    card.contactRoles = setting->contactRoles;
    for (const std::string_view role : buyingRoles) {
        if (role != "other" && !contains(card.contactRoles, role))
            card.emptyRoles.emplace_back(role);
    }
    card.setting = std::move(*setting);
    card.check = checkDraft(card, draft);
    card.draft = std::move(draft);
    return card;
}

} // namespace

SlipCheck checkDraft(const MenuCard &card, const DraftSlip &draft)
{
    SlipSetting setting = card.setting;
    setting.filledInputs = filledInputs(draft, *card.menu);
    return checkSlip(setting, tickedPlays(draft));
}

Result<MenuCard> takeBackSlip(Workspace &workspace, AccountId account, std::vector<std::string> orders, DraftSlip draft,
                              std::string by)
{
    auto transaction = Transaction::begin(workspace.database());
    if (!transaction)
        return transaction.error();
    const auto row = AccountStore(workspace.database()).row(account);
    if (!row)
        return row.error();
    std::vector<MoveRequest> moves;
    for (const std::string &order : orders)
        moves.push_back({.order = order, .to = OrderState::cancelled, .by = by});
    const auto moved = moveTogether(workspace, moves,
                                    {.action = std::string(undoAction::takeBackSlip),
                                     .argument = *row ? (*row)->domain : std::string(),
                                     .by = by});
    if (!moved)
        return moved.error();
    const auto kept = OrderStore(workspace.database()).draft(account);
    if (!kept)
        return kept.error();
    auto card = kept->empty() ? saveDraft(workspace, account, std::move(draft)) : menuCard(workspace, account);
    if (!card)
        return card;
    if (const Outcome committed = transaction->commit(); !committed)
        return committed.error();
    return card;
}

Result<MenuCard> menuCard(Workspace &workspace, AccountId account)
{
    const auto kept = OrderStore(workspace.database()).draft(account);
    if (!kept)
        return kept.error();
    return cardWith(workspace, account, parseDraft(*kept));
}

Result<MenuCard> saveDraft(Workspace &workspace, AccountId account, DraftSlip draft)
{
    auto transaction = Transaction::begin(workspace.database());
    if (!transaction)
        return transaction.error();
    if (const Outcome kept = OrderStore(workspace.database()).setDraft(account, draftText(draft)); !kept)
        return kept.error();
    auto card = cardWith(workspace, account, std::move(draft));
    if (!card)
        return card;
    if (const Outcome committed = transaction->commit(); !committed)
        return committed.error();
    return card;
}

Result<std::vector<DraftSummary>> drafts(Workspace &workspace)
{
    const auto kept = OrderStore(workspace.database()).drafts();
    if (!kept)
        return kept.error();
    const auto menu = menuInForce(workspace);
    if (!menu)
        return menu.error();
    std::vector<DraftSummary> summaries;
    for (const auto &[account, body] : *kept) {
        DraftSummary summary{.account = AccountId{account}, .total = {}};
        for (const SlipLine &line : parseDraft(body).lines) {
            if (const Play *play = menu->menu->play(line.play)) {
                ++summary.plays;
                summary.total += priceOf(*play);
            }
        }
        if (summary.plays > 0)
            summaries.push_back(summary);
    }
    return summaries;
}

} // namespace dimsum
