// Accounts, contacts and the arms of programs.
#include "exchange/text_key.h"
#include "service/import_session.h"
#include "store/program_store.h"
#include "store/row_identity.h"

namespace dimsum {

namespace {

class AccountImporter : public RowImporter<AccountRow>
{
public:
    AccountImporter(ImportSession &session, const ColumnMapping &mapping) : m_session(session)
    {
        for (const QString &label : mapping.customLabels())
            m_customLabels.push_back({.label = label.trimmed().toStdString(), .key = textKey(label), .given = true});
    }

    // Into an empty table the accounts of a file are put without an entry in the index of domains: domains come in no order,
    // and each would land somewhere else in it. They are packed in order at the end; that none comes twice is seen to here.
    Outcome start()
    {
        const Result<std::int64_t> there = m_session.accountStore().atMost();
        if (!there)
            return there.error();
        m_domainsPacked = *there == 0;
        return Done{};
    }

    Outcome finish(const RowSink &, const Progress &) override
    {
        return m_domainsPacked ? m_session.accountStore().putDomains(m_session.id(), m_session.accounts().domainsInOrder()) : Outcome(Done{});
    }

    Result<RowVerdict> takeRow() override
    {
        const Result<Known> known = find();
        if (!known)
            return known.error();
        if (known->problem)
            return rejectedRow(*known->problem);
        if (known->id.valid() && seen(known->id))
            return RowVerdict{RowOutcome::duplicate};
        return known->id.valid() ? change(known->id) : insert();
    }

protected:
    void expect(const AccountRow &row) override
    {
        m_session.accounts().expect(row.domain.key, row.externalId.key, row.name.key);
    }

private:
    struct Known {
        AccountId id;
        std::optional<RowProblem> problem = {};
    };

    // By domain. Without one, or where nobody has it, by external id, then name: but an account that has another
    // domain is another account.
    Result<Known> find() const
    {
        KnownAccounts &known = m_session.accounts();
        const Result<AccountMatch> byDomain = known.byDomain(m_row->domain.key);
        if (!byDomain)
            return byDomain.error();
        if (byDomain->id.valid())
            return Known{byDomain->id};
        if (!m_row->domain.empty()) {
            const Result<bool> possible = known.mayLackDomain(m_row->externalId.key, m_row->name.key);
            if (!possible)
                return possible.error();
            if (!*possible)
                return Known{};
        }
        const Result<AccountMatch> byId = known.byExternalId(m_row->externalId.key);
        if (!byId)
            return byId.error();
        const bool asksName = m_row->externalId.key.empty() || !m_row->domain.empty();
        const Result<AccountMatch> byName = asksName ? known.byName(m_row->name.key) : AccountMatch{};
        if (!byName)
            return byName.error();
        if (m_row->domain.empty()) {
            if (byId->id.valid() || byName->id.valid())
                return Known{byId->id.valid() ? byId->id : byName->id};
            if (byId->ambiguous || byName->ambiguous)
                return Known{{}, RowProblem{"name", DIMSUM_TEXT("Several accounts are called “%1”. Name the account by its web domain."),
                                            {m_row->name.label}}};
            return Known{};
        }
        for (const AccountMatch &match : {*byId, *byName})
            if (match.id.valid() && withoutDomain(match.id))
                return Known{match.id};
        return Known{};
    }

    // Whether the file had this account before; from now on it had.
    bool seen(AccountId id)
    {
        const auto at = static_cast<std::size_t>(id.value);
        if (at >= m_seen.size())
            m_seen.resize(at + at / 2 + 1024, false);
        const bool before = m_seen[at];
        m_seen[at] = true;
        return before;
    }

    bool withoutDomain(AccountId id) const
    {
        const Result<std::optional<StoredAccount>> stored = m_session.accountStore().row(id);
        return stored && *stored && (*stored)->domain.empty();
    }

    Outcome intern()
    {
        const std::array<const GivenText *, accountFieldKinds.size()> given{
            &m_row->industry,     &m_row->country,  &m_row->region,  &m_row->employees, &m_row->customers,
            &m_row->technologies, &m_row->maturity, &m_row->funding, &m_row->owner};
        m_given = given;
        for (std::size_t i = 0; i < given.size(); ++i) {
            const Result<TermId> term = termOf(accountFieldKinds[i], *given[i], m_termsOfSpellings[i]);
            if (!term)
                return term.error();
            m_terms[i] = *term;
        }
        return Done{};
    }

    // The word of a cell; each spelling is looked up once.
    using SpelledTerms = std::vector<TermId>; // by number of the spelling
    Result<TermId> termOf(TermKind kind, const GivenText &text, SpelledTerms &known)
    {
        if (text.empty())
            return TermId{};
        if (text.spelling < known.size() && known[text.spelling].valid())
            return known[text.spelling];
        const Result<TermId> term = m_session.term(kind, text);
        if (!term || text.spelling == 0)
            return term;
        if (known.size() <= text.spelling)
            known.resize(text.spelling + text.spelling / 2 + 64);
        known[text.spelling] = *term;
        return term;
    }

    Result<RowVerdict> insert()
    {
        if (const Outcome interned = intern(); !interned)
            return interned.error();
        StoredAccount &account = m_inserted;
        account.domain = m_row->domain.key;
        account.name = !m_row->name.empty() ? m_row->name.label : !account.domain.empty() ? account.domain : m_row->externalId.label;
        account.nameKey = !m_row->name.empty() ? m_row->name.key : textKey(std::string_view(account.name));
        account.externalId = m_row->externalId.label;
        for (std::size_t i = 0; i < m_terms.size(); ++i)
            account.fields[i] = m_terms[i].value;
        account.annualRevenue = m_row->annualRevenue.amount;
        account.budget = m_row->budget.amount;
        account.acv = m_row->acv.amount;
        if (const Outcome interned = internCustom(); !interned)
            return interned.error();
        const Result<AccountId> id = m_session.accountStore().insert(account, {m_session.id(), m_insertedCustom, m_domainsPacked});
        if (!id)
            return id.error();
        m_session.accounts().add(*id, account.domain, m_row->externalId.key, account.nameKey);
        seen(*id);
        return RowVerdict{RowOutcome::inserted};
    }

    Result<RowVerdict> change(AccountId id)
    {
        if (const Outcome interned = intern(); !interned)
            return interned.error();
        Result<std::optional<StoredAccount>> found = m_session.accountStore().row(id);
        if (!found)
            return found.error();
        StoredAccount account = **found;
        Merge merge(m_session.policy());
        if (account.domain.empty())
            merge.text(account.domain, {m_row->domain.key, m_row->domain.key, true}, false);
        merge.text(account.name, m_row->name, false);
        account.nameKey = textKey(std::string_view(account.name));
        merge.text(account.externalId, m_row->externalId, false);
        for (std::size_t i = 0; i < m_terms.size(); ++i)
            merge.term(account.fields[i], *m_given[i], m_terms[i]);
        merge.money(account.annualRevenue, m_row->annualRevenue);
        merge.money(account.budget, m_row->budget);
        merge.money(account.acv, m_row->acv);
        Merge custom(m_session.policy());
        if (const Outcome merged = mergeCustom(id, custom); !merged)
            return merged.error();
        Result<RowVerdict> verdict = m_session.verdict(merge, StoredEntity::account, {id.value}, [&] {
            m_session.accounts().add(id, account.domain, externalIdKey(account.externalId), account.nameKey);
            return m_session.accountStore().update(account);
        });
        if (verdict && custom.changed())
            verdict->outcome = RowOutcome::updated;
        if (verdict && verdict->outcome == RowOutcome::unchanged && custom.differs())
            verdict->problem = m_session.differsNotice();
        return verdict;
    }

    Outcome mergeCustom(AccountId id, Merge &merge)
    {
        if (m_row->custom.empty())
            return Done{};
        const auto stored = m_session.accountStore().customValues(id);
        if (!stored)
            return stored.error();
        for (std::size_t i = 0; i < m_row->custom.size(); ++i) {
            const Result<TermId> term = customTerm(i);
            const Result<CustomFieldId> field = fieldId(i);
            if (!term)
                return term.error();
            if (!field)
                return field.error();
            std::int64_t value = 0;
            for (const auto &[knownField, knownValue] : *stored)
                if (knownField == *field)
                    value = knownValue.value;
            Merge one(m_session.policy());
            one.term(value, m_row->custom[i], *term);
            merge.term(value, m_row->custom[i], *term);
            if (!one.changed())
                continue;
            if (const Outcome kept = m_session.keepPrior(StoredEntity::accountField, {id.value, field->value}); !kept)
                return kept;
            if (const Outcome set = m_session.accountStore().setCustomValue(id, *field, TermId{value}, m_session.id()); !set)
                return set;
        }
        return Done{};
    }

    Result<CustomFieldId> fieldId(std::size_t i)
    {
        if (m_customIds.size() != m_customLabels.size())
            m_customIds.resize(m_customLabels.size());
        if (!m_customIds[i].valid()) {
            const Result<CustomFieldId> id = m_session.accountStore().internCustomField(m_customLabels[i].key, m_customLabels[i].label, m_session.id());
            if (!id)
                return id;
            m_customIds[i] = *id;
        }
        return m_customIds[i];
    }

    Result<TermId> customTerm(std::size_t i)
    {
        m_customTerms.resize(m_customLabels.size());
        return termOf(TermKind::customValue, m_row->custom[i], m_customTerms[i]);
    }

    // The custom fields of the row, for an account that comes with them.
    Outcome internCustom()
    {
        m_insertedCustom.clear();
        for (std::size_t i = 0; i < m_row->custom.size(); ++i) {
            if (m_row->custom[i].empty())
                continue;
            const Result<TermId> term = customTerm(i);
            if (!term)
                return term.error();
            const Result<CustomFieldId> field = fieldId(i);
            if (!field)
                return field.error();
            if (term->valid())
                m_insertedCustom.push_back({*field, *term});
        }
        return Done{};
    }

    ImportSession &m_session;
    std::vector<GivenText> m_customLabels;
    std::vector<CustomFieldId> m_customIds;
    std::array<const GivenText *, accountFieldKinds.size()> m_given{};
    std::array<TermId, accountFieldKinds.size()> m_terms{};
    std::array<SpelledTerms, accountFieldKinds.size()> m_termsOfSpellings;
    std::vector<SpelledTerms> m_customTerms; // as m_customLabels
    StoredAccount m_inserted; // the last one; its texts keep their memory
    std::vector<CustomValue> m_insertedCustom;
    std::vector<bool> m_seen; // by account id
    bool m_domainsPacked = false;
};

class ContactImporter : public RowImporter<ContactRow>
{
public:
    explicit ContactImporter(ImportSession &session) : m_session(session), m_contacts(session.database()) {}

    Result<RowVerdict> takeRow() override
    {
        const Result<ImportSession::FoundAccount> account = m_session.account(m_row->account);
        if (!account)
            return account.error();
        if (account->problem)
            return rejectedRow(*account->problem);
        if (!m_seen.insert(RowHash(1).add(account->id.value).add(m_row->email.key).value()).second)
            return RowVerdict{RowOutcome::duplicate};
        Result<std::optional<StoredContact>> stored = m_contacts.find(account->id, m_row->email.key);
        // Known from an activity by the CRM's id only: that stub becomes this contact.
        if (stored && !*stored && !m_row->externalId.key.empty()) {
            stored = m_contacts.find(account->id, m_row->externalId.key);
            if (stored && *stored)
                (*stored)->emailKey = m_row->email.key;
        }
        if (!stored)
            return stored.error();
        return *stored ? change(**stored) : insert(account->id);
    }

private:
    Result<RowVerdict> insert(AccountId account)
    {
        StoredContact contact;
        contact.account = account;
        contact.emailKey = m_row->email.key;
        contact.email = m_row->email.label;
        contact.externalId = m_row->externalId.label;
        contact.firstName = m_row->firstName.label;
        contact.lastName = m_row->lastName.label;
        contact.title = m_row->title.label;
        contact.buyingRole = m_row->buyingRole.key;
        contact.optOut = m_row->optOut.value;
        const Result<ContactId> id = m_contacts.insert(contact, m_session.id());
        if (!id)
            return id.error();
        return RowVerdict{RowOutcome::inserted};
    }

    Result<RowVerdict> change(StoredContact contact)
    {
        const bool wasStub = contact.stub;
        Merge merge(m_session.policy(), wasStub);
        if (contact.email.empty())
            contact.email = m_row->email.label;
        merge.text(contact.externalId, m_row->externalId, false);
        merge.text(contact.firstName, m_row->firstName);
        merge.text(contact.lastName, m_row->lastName);
        merge.text(contact.title, m_row->title);
        merge.text(contact.buyingRole, {m_row->buyingRole.key, m_row->buyingRole.key, m_row->buyingRole.given});
        merge.flag(contact.optOut, m_row->optOut);
        if (wasStub) {
            bool stub = true;
            contact.stub = false;
            Merge known(ImportPolicy::overwrite);
            known.fixed(stub, false);
            return m_session.verdict(known, StoredEntity::contact, {contact.id.value}, [&] { return m_contacts.update(contact, m_session.id()); });
        }
        return m_session.verdict(merge, StoredEntity::contact, {contact.id.value}, [&] { return m_contacts.update(contact, m_session.id()); });
    }

    ImportSession &m_session;
    ContactStore m_contacts;
    std::unordered_set<std::int64_t> m_seen;
};

class ProgramImporter : public RowImporter<ProgramRow>
{
public:
    explicit ProgramImporter(ImportSession &session) : m_session(session), m_programs(session.database()) {}

    Result<RowVerdict> takeRow() override
    {
        const Result<ImportSession::FoundAccount> account = m_session.account(m_row->account);
        if (!account)
            return account.error();
        if (account->problem)
            return rejectedRow(*account->problem);
        bool programChanged = false;
        const Result<ProgramId> program = programId(programChanged);
        if (!program)
            return program.error();
        if (!m_seen.insert(RowHash(2).add(program->value).add(account->id.value).value()).second)
            return RowVerdict{RowOutcome::duplicate};
        const Result<std::optional<Arm>> arm = m_programs.arm(*program, account->id);
        if (!arm)
            return arm.error();
        if (!*arm) {
            if (const Outcome set = m_programs.setArm(*program, account->id, m_row->arm, m_session.id()); !set)
                return set.error();
            return RowVerdict{RowOutcome::inserted};
        }
        Merge merge(m_session.policy());
        Arm stored = **arm;
        merge.fixed(stored, m_row->arm);
        Result<RowVerdict> verdict =
            m_session.verdict(merge, StoredEntity::programAccount, {program->value, account->id.value},
                              [&] { return m_programs.setArm(*program, account->id, stored); });
        if (verdict && programChanged)
            verdict->outcome = RowOutcome::updated;
        return verdict;
    }

private:
    // The first row of a program in the file says when it runs.
    Result<ProgramId> programId(bool &changed)
    {
        if (const auto known = m_known.find(m_row->program.key); known != m_known.end())
            return known->second;
        Result<std::optional<StoredProgram>> stored = m_programs.find(m_row->program.key);
        if (!stored)
            return stored.error();
        Result<ProgramId> id = ProgramId{};
        if (!*stored) {
            id = m_programs.insert({{}, m_row->program.key, m_row->program.label, m_row->start.day, m_row->end.day}, m_session.id());
        } else {
            Merge merge(m_session.policy());
            merge.day((*stored)->start, m_row->start);
            merge.day((*stored)->end, m_row->end);
            id = (*stored)->id;
            const Result<RowVerdict> verdict = m_session.verdict(merge, StoredEntity::program, {(*stored)->id.value},
                                                                 [&] { return m_programs.update(**stored); });
            if (!verdict)
                return verdict.error();
            changed = verdict->outcome == RowOutcome::updated;
        }
        if (id)
            m_known.emplace(m_row->program.key, *id);
        return id;
    }

    ImportSession &m_session;
    ProgramStore m_programs;
    std::unordered_map<std::string, ProgramId> m_known;
    std::unordered_set<std::int64_t> m_seen;
};

} // namespace

Result<std::unique_ptr<KindImporter>> makeAccountImporter(ImportSession &session, const ColumnMapping &mapping)
{
    auto importer = std::make_unique<AccountImporter>(session, mapping);
    if (const Outcome started = importer->start(); !started)
        return started.error();
    return std::unique_ptr<KindImporter>(std::move(importer));
}

std::unique_ptr<KindImporter> makeContactImporter(ImportSession &session)
{
    return std::make_unique<ContactImporter>(session);
}

std::unique_ptr<KindImporter> makeProgramImporter(ImportSession &session)
{
    return std::make_unique<ProgramImporter>(session);
}

} // namespace dimsum
