// Costs and campaigns.
#include "service/cost_lines.h"
#include "service/import_session.h"
#include "store/campaign_store.h"
#include "store/cost_store.h"

namespace dimsum {

namespace {

class CostImporter : public RowImporter<CostRow>
{
public:
    explicit CostImporter(ImportSession &session) : m_session(session), m_costs(session.database()) {}

    Result<RowVerdict> takeRow() override
    {
        const StoredCost cost = storedCost(*m_row, ++m_repeats[m_row->contentKey]);
        const Result<std::int64_t> inserted = m_costs.insert(cost, m_session.id());
        if (!inserted)
            return inserted.error();
        return RowVerdict{*inserted != 0 ? RowOutcome::inserted : RowOutcome::unchanged};
    }

private:
    ImportSession &m_session;
    CostStore m_costs;
    std::unordered_map<std::string, std::int64_t> m_repeats;
};

class CampaignImporter : public RowImporter<CampaignRow>
{
public:
    explicit CampaignImporter(ImportSession &session) : m_session(session), m_campaigns(session.database()) {}

    Result<RowVerdict> takeRow() override
    {
        const Result<TermId> name = m_session.term(TermKind::campaign, m_row->campaign);
        if (!name)
            return name.error();
        if (!m_seen.insert(name->value).second)
            return RowVerdict{RowOutcome::duplicate};
        const Result<std::optional<StoredCampaign>> stored = m_campaigns.find(name->value);
        if (!stored)
            return stored.error();
        if (!*stored) {
            const StoredCampaign campaign{name->value, kind(), m_row->budget.amount, m_row->start.day, m_row->end.day};
            if (const Outcome inserted = m_campaigns.insert(campaign, m_session.id()); !inserted)
                return inserted.error();
            return RowVerdict{RowOutcome::inserted};
        }
        return change(**stored);
    }

private:
    std::optional<CampaignKind> kind() const
    {
        if (m_row->kind.empty())
            return std::nullopt;
        return m_row->kind.key == "abm" ? CampaignKind::abm : CampaignKind::traditional;
    }

    Result<RowVerdict> change(StoredCampaign campaign)
    {
        Merge merge(m_session.policy());
        if (const std::optional<CampaignKind> given = kind(); given || (m_row->kind.given && campaign.kind)) {
            // As a term, so that filling and clearing follow the same rules: 0 = none.
            std::int64_t stored = campaign.kind ? 1 + static_cast<int>(*campaign.kind) : 0;
            merge.term(stored, m_row->kind, TermId{given ? 1 + static_cast<int>(*given) : 0});
            campaign.kind = stored == 0 ? std::nullopt : std::optional<CampaignKind>(static_cast<CampaignKind>(stored - 1));
        }
        merge.money(campaign.budget, m_row->budget);
        merge.day(campaign.start, m_row->start);
        merge.day(campaign.end, m_row->end);
        if (campaign.start.known() && campaign.end.known() && campaign.end < campaign.start)
            return rejectedRow({"end", DIMSUM_TEXT("With what is stored this campaign would end before it starts. Give both dates."), {}});
        return m_session.verdict(merge, StoredEntity::campaign, {campaign.campaign}, [&] { return m_campaigns.update(campaign); });
    }

    ImportSession &m_session;
    CampaignStore m_campaigns;
    std::unordered_set<std::int64_t> m_seen;
};

} // namespace

std::unique_ptr<KindImporter> makeCostImporter(ImportSession &session)
{
    return std::make_unique<CostImporter>(session);
}

std::unique_ptr<KindImporter> makeCampaignImporter(ImportSession &session)
{
    return std::make_unique<CampaignImporter>(session);
}

} // namespace dimsum
