// Opportunities and intent.
#include "service/import_session.h"
#include "store/intent_store.h"
#include "store/opportunity_store.h"
#include "store/row_identity.h"

#include <cmath>

namespace dimsum {

namespace {

// Identities of the rows of one file: by their id, or by content and running number (cli.md).
class Identities
{
public:
    struct Identity {
        std::int64_t value = 0;
        bool repeated = false; // this id stood in the file before
    };
    Identity of(const GivenText &id, AccountId account, const std::string &contentKey)
    {
        if (!id.empty()) {
            const std::int64_t value = identityOfId(id.key);
            return {value, !m_ids.insert(value).second};
        }
        const std::int64_t content = RowHash(3).add(account.value).add(contentKey).value();
        return {identityOfContent(content, ++m_repeats[content]), false};
    }

private:
    std::unordered_set<std::int64_t> m_ids;
    std::unordered_map<std::int64_t, std::int64_t> m_repeats;
};

class OpportunityImporter : public RowImporter<OpportunityRow>
{
public:
    explicit OpportunityImporter(ImportSession &session) : m_session(session), m_deals(session.database()) {}

    Result<RowVerdict> takeRow() override
    {
        const Result<ImportSession::FoundAccount> account = m_session.account(m_row->account);
        if (!account)
            return account.error();
        if (account->problem)
            return rejectedRow(*account->problem);
        const Identities::Identity identity = m_identities.of(m_row->id, account->id, m_row->contentKey);
        if (identity.repeated)
            return RowVerdict{RowOutcome::duplicate};
        const Result<TermId> campaign = m_session.term(TermKind::campaign, m_row->campaign);
        if (!campaign)
            return campaign.error();
        const Result<std::optional<StoredOpportunity>> stored = m_deals.find(identity.value);
        if (!stored)
            return stored.error();
        return *stored ? change(**stored, account->id, *campaign) : insert(account->id, identity.value, *campaign);
    }

private:
    Result<RowVerdict> insert(AccountId account, std::int64_t identity, TermId campaign)
    {
        StoredOpportunity deal;
        deal.account = account;
        deal.externalId = m_row->id.label;
        deal.identity = identity;
        deal.name = m_row->name.label;
        deal.amount = m_row->amount.amount;
        deal.stage = m_row->stage.label;
        deal.status = m_row->status;
        deal.created = m_row->created.day;
        deal.closed = m_row->closed.day;
        deal.campaign = campaign.value;
        const Result<OpportunityId> id = m_deals.insert(deal, m_session.id());
        if (!id)
            return id.error();
        return RowVerdict{RowOutcome::inserted};
    }

    Result<RowVerdict> change(StoredOpportunity deal, AccountId account, TermId campaign)
    {
        Merge merge(m_session.policy());
        merge.fixed(deal.account, account);
        merge.text(deal.name, m_row->name);
        merge.money(deal.amount, m_row->amount);
        merge.text(deal.stage, m_row->stage);
        merge.fixed(deal.status, m_row->status);
        merge.day(deal.created, m_row->created);
        merge.day(deal.closed, m_row->closed);
        merge.term(deal.campaign, m_row->campaign, campaign);
        return m_session.verdict(merge, StoredEntity::opportunity, {deal.id.value}, [&] { return m_deals.update(deal); });
    }

    ImportSession &m_session;
    OpportunityStore m_deals;
    Identities m_identities;
};

class IntentImporter : public RowImporter<IntentRow>
{
public:
    explicit IntentImporter(ImportSession &session) : m_session(session), m_intent(session.database()) {}

    Result<RowVerdict> takeRow() override
    {
        const Result<ImportSession::FoundAccount> account = m_session.account(m_row->account);
        if (!account)
            return account.error();
        if (account->problem)
            return rejectedRow(*account->problem);
        const Result<TermId> source = m_session.term(TermKind::source, m_row->source);
        if (!source)
            return source.error();
        return m_row->isEvent ? takeEvent(account->id, *source) : takeSignal(account->id, *source);
    }

private:
    Result<RowVerdict> takeSignal(AccountId account, TermId source)
    {
        const Result<TermId> topic = m_session.term(TermKind::topic, m_row->topic);
        if (!topic)
            return topic.error();
        const StoredSignal signal{account, source.value, topic->value, m_row->day, m_row->score};
        const std::int64_t key = RowHash(4).add(account.value).add(source.value).add(topic->value).add(std::int64_t{m_row->day.number}).value();
        if (!m_seen.insert(key).second)
            return RowVerdict{RowOutcome::duplicate};
        const Result<std::optional<double>> stored = m_intent.score(signal);
        if (!stored)
            return stored.error();
        if (!*stored) {
            if (const Outcome inserted = m_intent.insert(signal, m_session.id()); !inserted)
                return inserted.error();
            return RowVerdict{RowOutcome::inserted};
        }
        // A restated score replaces the known one only where the policy is to overwrite.
        Merge merge(m_session.policy());
        double score = std::abs(**stored - m_row->score) <= 1e-9 ? m_row->score : **stored;
        merge.fixed(score, m_row->score);
        return m_session.verdict(merge, StoredEntity::signal, {account.value, source.value, topic->value, m_row->day.number},
                                 [&] { return m_intent.updateScore(signal); });
    }

    Result<RowVerdict> takeEvent(AccountId account, TermId source)
    {
        const Result<TermId> event = m_session.term(TermKind::eventType, m_row->event);
        if (!event)
            return event.error();
        countType(m_row->event);
        const std::int64_t content = RowHash(5).add(account.value).add(source.value).add(event->value).add(std::int64_t{m_row->day.number}).add(m_row->count).value();
        const Result<bool> inserted = m_intent.insertEvent({account, source.value, event->value, m_row->day, m_row->count, ++m_repeats[content]}, m_session.id());
        if (!inserted)
            return inserted.error();
        return RowVerdict{*inserted ? RowOutcome::inserted : RowOutcome::unchanged};
    }

    ImportSession &m_session;
    IntentStore m_intent;
    std::unordered_set<std::int64_t> m_seen;
    std::unordered_map<std::int64_t, std::int64_t> m_repeats;
};

} // namespace

std::unique_ptr<KindImporter> makeOpportunityImporter(ImportSession &session)
{
    return std::make_unique<OpportunityImporter>(session);
}

std::unique_ptr<KindImporter> makeIntentImporter(ImportSession &session)
{
    return std::make_unique<IntentImporter>(session);
}

} // namespace dimsum
