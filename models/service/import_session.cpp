#include "service/import_session.h"

#include "exchange/text_key.h"
#include "exchange/web_domain.h"

namespace dimsum {

Merge::Merge(ImportPolicy policy, bool fillsAnyway) : m_policy(policy), m_fillsAnyway(fillsAnyway) {}

void Merge::text(std::string &stored, const GivenText &given, bool mayClear)
{
    // Texts that fold alike are the same text: the first spelling stays.
    if (!given.given || (given.empty() && !mayClear) || textKey(std::string_view(stored)) == textKey(std::string_view(given.label)))
        return;
    put(stored, given.label, stored.empty(), given.empty());
}

void Merge::term(std::int64_t &stored, const GivenText &given, TermId term)
{
    if (given.given)
        put(stored, term.value, stored == 0, term.value == 0);
}

void Merge::money(Money &stored, const GivenMoney &given)
{
    if (given.given)
        put(stored, given.amount, !stored.known(), !given.amount.known());
}

void Merge::day(Day &stored, const GivenDay &given)
{
    if (given.given)
        put(stored, given.day, !stored.known(), !given.day.known());
}

void Merge::flag(std::optional<bool> &stored, const GivenFlag &given)
{
    if (given.given)
        put(stored, given.value, !stored.has_value(), !given.value.has_value());
}

ImportSession::ImportSession(Workspace &workspace, const ImportRequest &request, ImportPolicy policy, ImportId id)
    : m_database(workspace.database()),
      m_id(id),
      m_policy(policy),
      m_createAccounts(request.createAccounts),
      m_accountStore(m_database),
      m_contacts(m_database),
      m_imports(m_database),
      m_terms(m_database),
      m_accounts(m_database)
{
}

Result<ImportSession::FoundAccount> ImportSession::account(const AccountRef &ref)
{
    using Look = Result<AccountMatch> (KnownAccounts::*)(std::string_view);
    const std::pair<Look, std::string_view> looks[] = {{&KnownAccounts::byDomain, ref.domain},
                                                       {&KnownAccounts::byExternalId, ref.externalKey},
                                                       {&KnownAccounts::byName, ref.nameKey}};
    bool ambiguous = false;
    for (const auto &[look, key] : looks) {
        const Result<AccountMatch> match = (m_accounts.*look)(key);
        if (!match)
            return match.error();
        if (match->id.valid())
            return FoundAccount{match->id};
        ambiguous = ambiguous || match->ambiguous;
    }
    if (ambiguous)
        return FoundAccount{{}, RowProblem{"account", DIMSUM_TEXT("Several accounts are called “%1”. Name the account by its web domain."), {ref.text}}};
    if (!m_createAccounts)
        return FoundAccount{{}, RowProblem{"account", DIMSUM_TEXT("There is no account “%1”. Import it first, or let unknown accounts be created."), {ref.text}}};
    // Something that looks like an address and is no company's makes no account of that name.
    const WebDomain domain = webDomainOf(ref.text);
    const bool looksLikeAddress = ref.text.find('@') != std::string::npos || ref.text.find("://") != std::string::npos;
    if (domain.problem == DomainProblem::freeMail || domain.problem == DomainProblem::publicSuffix
        || domain.problem == DomainProblem::ipAddress || (looksLikeAddress && !domain.usable()))
        return FoundAccount{{}, RowProblem{"account", domainProblemSentence(domain.problem), {ref.text}}};
    const Result<AccountId> created = createAccount(ref);
    if (!created)
        return created.error();
    return FoundAccount{*created};
}

Result<ImportSession::FoundAccount> ImportSession::account(std::string_view text)
{
    // What is spelled like the domain of an account means it: the suffix list has nothing to add.
    const Result<AccountMatch> match = m_accounts.byDomain(text);
    if (!match)
        return match.error();
    if (match->id.valid())
        return FoundAccount{match->id};
    return account(accountRefOf(text));
}

Result<AccountId> ImportSession::createAccount(const AccountRef &ref)
{
    StoredAccount account;
    account.domain = ref.domain;
    account.name = ref.domain.empty() ? ref.text : ref.domain;
    account.nameKey = textKey(std::string_view(account.name));
    const Result<AccountId> id = m_accountStore.insert(account, {.import = m_id});
    if (!id)
        return id;
    m_accounts.add(*id, account.domain, {}, account.nameKey);
    ++m_createdAccounts;
    return id;
}

Result<ContactId> ImportSession::makeStub(AccountId account, std::string_view key, std::string_view label)
{
    const Result<ContactId> id = m_contacts.insertStub(account, key, label, m_id);
    if (id)
        ++m_stubContacts;
    return id;
}

std::optional<RowProblem> ImportSession::differsNotice() const
{
    if (m_policy != ImportPolicy::create)
        return std::nullopt;
    return RowProblem{{}, DIMSUM_TEXT("This row is there already and differs; the policy “create” leaves it as it is."), {}};
}

void KindImporter::countType(const GivenText &type, std::int64_t rows)
{
    TypeCount &count = m_types[type.key];
    if (count.rows == 0)
        count.label = type.label;
    count.rows += rows;
}

} // namespace dimsum
