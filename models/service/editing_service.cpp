#include "service/editing_service.h"

#include "domain/buying_role.h"
#include "domain/icp.h"
#include "exchange/text_key.h"
#include "exchange/web_domain.h"
#include "service/recorded_change.h"
#include "store/account_store.h"
#include "store/contact_store.h"
#include "store/term_store.h"

#include <algorithm>

namespace dimsum {

namespace {

std::string shown(const QString &text)
{
    return shownText(QStringView(text)).toStdString();
}

Error invalidField(const char *sentence, const std::string &value, const std::string &field)
{
    return {.kind = ErrorKind::invalid, .sentence = sentence, .arguments = {value}, .field = field};
}

Result<Money> editedMoney(const std::string &text, const std::string &field, const Currency &currency)
{
    if (text.empty())
        return unknownMoney;
    const ParsedMoney parsed = parseMoney(text, currency);
    if (parsed.problem == MoneyProblem::tooManyDecimals)
        return invalidField(DIMSUM_TEXT("“%1” has more decimals than the currency of the workspace."), text, field);
    if (parsed.problem == MoneyProblem::tooLarge)
        return invalidField(DIMSUM_TEXT("“%1” is larger than an amount can be."), text, field);
    if (parsed.problem)
        return invalidField(DIMSUM_TEXT("“%1” is no amount of money. Write it like 50000 or 49999.99."), text, field);
    if (field == "acv" && parsed.amount.minor < 0)
        return invalidField(DIMSUM_TEXT("An ACV is zero or more, not “%1”."), text, field);
    return parsed.amount;
}

Result<std::string> editedRole(const QString &text)
{
    std::string role = typeKey(QStringView(text));
    if (!role.empty() && !isBuyingRole(role))
        return invalidField(DIMSUM_TEXT("“%1” is no buying role."), role, "buying_role");
    return role;
}

constexpr std::array<std::string_view, accountFieldKinds.size()> termFieldNames{
    "industry", "country", "region", "employees", "customers", "technologies", "maturity", "funding", "owner"};

// One field of one account. What is not a column of the canonical file is a custom field of the workspace.
Outcome editField(Workspace &workspace, TermStore &terms, StoredAccount &row, const FieldEdit &edit)
{
    const std::string field = shown(edit.field);
    const std::string value = shown(edit.value);
    if (field == "name") {
        row.name = value.empty() ? row.domain : value;
        row.nameKey = textKey(std::string_view(row.name));
        return Done{};
    }
    if (field == "external_id") {
        row.externalId = externalIdKey(value);
        return Done{};
    }
    if (field == "domain")
        return invalidField(DIMSUM_TEXT("The domain is the key of an account and stays as it is (“%1”)."), row.domain,
                            field);
    for (const auto &[name, amount] : {std::pair{"annual_revenue", &StoredAccount::annualRevenue},
                                       {"budget", &StoredAccount::budget},
                                       {"acv", &StoredAccount::acv}}) {
        if (field != name)
            continue;
        const auto money = editedMoney(value, field, workspace.currency());
        if (!money)
            return money.error();
        row.*amount = *money;
        return Done{};
    }
    const auto known = std::find(termFieldNames.begin(), termFieldNames.end(), field);
    const TermKind kind = known == termFieldNames.end()
                              ? TermKind::customValue
                              : accountFieldKinds[static_cast<std::size_t>(known - termFieldNames.begin())];
    const auto term = terms.intern(kind, textKey(std::string_view(value)), value);
    if (!term)
        return term.error();
    if (known != termFieldNames.end()) {
        row.fields[static_cast<std::size_t>(known - termFieldNames.begin())] = term->value;
        return Done{};
    }
    AccountStore store(workspace.database());
    const auto custom = store.internCustomField(textKey(std::string_view(field)), field);
    if (!custom)
        return custom.error();
    return store.setCustomValue(row.id, *custom, *term);
}

Outcome editOne(Workspace &workspace, TermStore &terms, AccountId id, const std::vector<FieldEdit> &edits)
{
    AccountStore store(workspace.database());
    const auto found = store.row(id);
    if (!found)
        return found.error();
    if (!*found)
        return Error{.kind = ErrorKind::notFound,
                     .sentence = DIMSUM_TEXT("The account is not in this workspace any more.")};
    StoredAccount row = **found;
    for (const FieldEdit &edit : edits) {
        if (edit.field.trimmed().isEmpty())
            return invalidField(DIMSUM_TEXT("No field was named for “%1”."), shown(edit.value), "field");
        if (Outcome edited = editField(workspace, terms, row, edit); !edited)
            return edited;
    }
    return row == **found ? Outcome(Done{}) : store.update(row);
}

} // namespace

Result<AccountId> addAccount(Workspace &workspace, NewAccount account)
{
    const std::string text = shown(account.domain);
    const WebDomain domain = webDomainOf(text);
    if (!domain.usable())
        return invalidField(domainProblemSentence(domain.problem), text, "domain");
    return recordedChange(
        workspace, {.action = "add_account", .argument = domain.domain}, ScoreEffect::outdated,
        [&]() -> Result<AccountId> {
            AccountStore store(workspace.database());
            const auto keys = store.keys();
            if (!keys)
                return keys.error();
            if (keys->byDomain(domain.domain).id.valid())
                return Error{.kind = ErrorKind::refused,
                             .sentence = DIMSUM_TEXT("The account “%1” is in the workspace already."),
                             .arguments = {domain.domain},
                             .field = "domain"};
            StoredAccount row;
            row.domain = domain.domain;
            row.name = account.name.trimmed().isEmpty() ? domain.domain : shown(account.name);
            row.nameKey = textKey(std::string_view(row.name));
            const auto id = store.insert(row);
            if (!id)
                return id;
            TermStore terms(workspace.database());
            if (const Outcome edited = editOne(workspace, terms, *id, account.fields); !edited)
                return edited.error();
            return id;
        });
}

Outcome editAccounts(Workspace &workspace, std::vector<AccountEdit> accounts)
{
    std::erase_if(accounts, [](const AccountEdit &edit) { return edit.edits.empty(); });
    if (accounts.empty())
        return Done{};
    const bool one = accounts.size() == 1;
    const std::string argument = one ? shown(accounts.front().edits.front().field) : std::to_string(accounts.size());
    return recordedChange(workspace, {.action = one ? "edit_account" : "edit_accounts", .argument = argument},
                          ScoreEffect::outdated, [&]() -> Outcome {
                              TermStore terms(workspace.database());
                              for (const AccountEdit &account : accounts) {
                                  if (Outcome edited = editOne(workspace, terms, account.account, account.edits); !edited)
                                      return edited;
                              }
                              return Done{};
                          });
}

Outcome editAccounts(Workspace &workspace, std::vector<AccountId> accounts, std::vector<FieldEdit> edits)
{
    std::vector<AccountEdit> same;
    for (const AccountId account : accounts)
        same.push_back({account, edits});
    return editAccounts(workspace, std::move(same));
}

Result<ContactId> addContact(Workspace &workspace, NewContact contact)
{
    const std::string email = shown(contact.email);
    const std::string key = textKey(std::string_view(email));
    const auto at = key.find('@');
    if (at == std::string::npos || at == 0 || at + 1 == key.size() || key.find(' ') != std::string::npos)
        return invalidField(DIMSUM_TEXT("“%1” is no e-mail address."), email, "email");
    const auto role = editedRole(contact.buyingRole);
    if (!role)
        return role.error();

    return recordedChange(
        workspace, {.action = "add_contact", .argument = email}, ScoreEffect::none, [&]() -> Result<ContactId> {
            ContactStore store(workspace.database());
            const auto known = store.find(contact.account, key);
            if (!known)
                return known.error();
            if (*known && !(*known)->stub)
                return Error{.kind = ErrorKind::refused,
                             .sentence = DIMSUM_TEXT("“%1” is a contact of this account already."),
                             .arguments = {email},
                             .field = "email"};
            StoredContact row = known->value_or(StoredContact{});
            row.account = contact.account;
            row.emailKey = key;
            row.email = email;
            row.firstName = shown(contact.firstName);
            row.lastName = shown(contact.lastName);
            row.title = shown(contact.title);
            row.buyingRole = *role;
            row.optOut = contact.optOut;
            row.stub = false;
            if (!*known)
                return store.insert(row);
            if (const Outcome updated = store.update(row); !updated)
                return updated.error();
            return row.id;
        });
}

Outcome editContact(Workspace &workspace, ContactEdit edit)
{
    const auto role = editedRole(edit.buyingRole);
    if (!role)
        return role.error();
    ContactStore store(workspace.database());
    const auto people = store.ofAccount(edit.account);
    if (!people)
        return people.error();
    const auto known = std::find_if(people->begin(), people->end(),
                                    [&](const StoredContact &contact) { return contact.id == edit.contact; });
    if (known == people->end())
        return Error{.kind = ErrorKind::notFound, .sentence = DIMSUM_TEXT("The contact is not at this account any more.")};
    StoredContact row = *known;
    row.firstName = shown(edit.firstName);
    row.lastName = shown(edit.lastName);
    row.title = shown(edit.title);
    row.buyingRole = *role;
    row.optOut = edit.optOut;
    row.stub = false;
    if (row == *known)
        return Done{};
    return recordedChange(workspace, {.action = "edit_contact", .argument = row.email}, ScoreEffect::none,
                          [&]() -> Outcome { return store.update(row); });
}

} // namespace dimsum
