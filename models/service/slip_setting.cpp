#include "service/slip_setting.h"

#include "domain/buying_role.h"
#include "exchange/text_key.h"
#include "service/scoring_inputs.h"
#include "store/contact_store.h"
#include "store/order_store.h"

#include <algorithm>

namespace dimsum {

Result<SlipSetting> slipSetting(Workspace &workspace, const MenuInForce &menu, AccountId account)
{
    SlipSetting setting;
    setting.menu = menu.menu.get();
    setting.today = workspace.today();

    const auto tier = tierInForce(workspace, account, setting.today);
    if (!tier)
        return tier.error();
    setting.tier = static_cast<int>(*tier);

    const auto holdout = ProgramStore(workspace.database()).isHoldout(account);
    if (!holdout)
        return holdout.error();
    setting.holdout = *holdout;

    OrderStore store(workspace.database());
    const auto envelopes = store.envelopes(menu.program.id);
    const auto usage = store.usage(menu.program.id);
    auto byAccount = store.orderedBy(menu.program.id, account);
    if (!envelopes)
        return envelopes.error();
    if (!usage)
        return usage.error();
    if (!byAccount)
        return byAccount.error();
    for (const StoredEnvelope &envelope : *envelopes)
        setting.envelopes.emplace(envelope.envelope.code, envelope.usage);
    for (const PlayUsage &play : *usage)
        setting.ordered.emplace(play.play, static_cast<int>(play.used));
    setting.orderedByAccount = std::move(*byAccount);

    const auto contacts = ContactStore(workspace.database()).ofAccount(account);
    if (!contacts)
        return contacts.error();
    for (const StoredContact &contact : *contacts) {
        const std::string role = typeKey(std::string_view(contact.buyingRole));
        if (isBuyingRole(role) && !contact.optOut.value_or(false))
            setting.contactRoles.push_back(role);
    }
    return setting;
}

namespace {

struct Wording {
    SlipReason reason;
    const char *sentence;
};

// %1 is the play's name; what else a sentence names follows in hindranceError.
constexpr Wording wordings[] = {
    {SlipReason::unknownPlay, DIMSUM_TEXT("There is no play “%1” on the menu.")},
    {SlipReason::notApproved, DIMSUM_TEXT("“%1” is a draft. Approve the menu before it is ordered.")},
    {SlipReason::retired, DIMSUM_TEXT("“%1” is retired and cannot be ordered any more.")},
    {SlipReason::holdout, DIMSUM_TEXT("The account is a hold-out of the program: it gets no plays.")},
    {SlipReason::noTier, DIMSUM_TEXT("The account is in no tier. Apply the tiers or pin one before ordering.")},
    {SlipReason::wrongTier, DIMSUM_TEXT("“%1” is not on the menu of the account's tier.")},
    {SlipReason::soldOut, DIMSUM_TEXT("“%1” is sold out: %2 of %3 places are taken.")},
    {SlipReason::accountLimit, DIMSUM_TEXT("The account has “%1” already, %2 of at most %3.")},
    {SlipReason::envelopeEmpty, DIMSUM_TEXT("“%1” costs more than the %2 that are left in the envelope “%3”.")},
    {SlipReason::outsideProgram, DIMSUM_TEXT("The program does not run today.")},
    {SlipReason::readyTooLate, DIMSUM_TEXT("“%1” would be ready on %2, after the program ends.")},
    {SlipReason::noContactInRole, DIMSUM_TEXT("“%1” reaches nobody here: no contact is %2.")},
    {SlipReason::inputMissing, DIMSUM_TEXT("“%1” still needs: %2.")},
};

} // namespace

Error hindranceError(const Hindrance &hindrance, const std::string &play, const Currency &currency)
{
    Error error{.kind = ErrorKind::refused, .sentence = "", .arguments = {play}, .field = "play"};
    for (const Wording &wording : wordings) {
        if (wording.reason == hindrance.reason)
            error.sentence = wording.sentence;
    }
    switch (hindrance.reason) {
    case SlipReason::soldOut:
    case SlipReason::accountLimit:
        error.arguments.push_back(std::to_string(hindrance.used));
        error.arguments.push_back(std::to_string(hindrance.limit));
        break;
    case SlipReason::envelopeEmpty:
        error.arguments.push_back(moneyText(hindrance.left, currency) + " " + currency.code);
        error.arguments.push_back(hindrance.envelope);
        break;
    case SlipReason::readyTooLate:
        error.arguments.push_back(isoText(hindrance.day));
        break;
    case SlipReason::noContactInRole:
    case SlipReason::inputMissing:
        error.arguments.push_back(hindrance.role);
        break;
    default:
        break;
    }
    return error;
}

} // namespace dimsum
