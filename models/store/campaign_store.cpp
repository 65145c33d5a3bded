#include "store/campaign_store.h"

#include "store/statement.h"

namespace dimsum {

namespace {

std::optional<int> number(const std::optional<CampaignKind> &kind)
{
    return kind ? std::optional<int>(static_cast<int>(*kind)) : std::nullopt;
}

StoredCampaign readCampaign(const Statement &row)
{
    StoredCampaign campaign;
    campaign.campaign = row.integer(0);
    if (!row.isNull(1))
        campaign.kind = static_cast<CampaignKind>(row.integer(1));
    campaign.budget = row.money(2);
    campaign.start = row.day(3);
    campaign.end = row.day(4);
    return campaign;
}

} // namespace

Result<std::vector<StoredCampaign>> CampaignStore::all()
{
    std::vector<StoredCampaign> campaigns;
    Statement select(*m_database, "SELECT c.campaign, c.kind, c.budget, c.start, c.end, t.label FROM campaign AS c "
                                  "JOIN term AS t ON t.id = c.campaign ORDER BY t.key");
    const Outcome outcome = select.forEach([&](Statement &row) {
        campaigns.push_back(readCampaign(row));
        campaigns.back().name = row.text(5);
    });
    if (!outcome)
        return outcome.error();
    return campaigns;
}

Result<std::optional<StoredCampaign>> CampaignStore::find(std::int64_t campaign)
{
    Statement select(*m_database, "SELECT campaign, kind, budget, start, end FROM campaign WHERE campaign = ?1");
    const Result<bool> row = select.bind(campaign).next();
    if (!row)
        return row.error();
    return *row ? std::optional<StoredCampaign>(readCampaign(select)) : std::nullopt;
}

Outcome CampaignStore::insert(const StoredCampaign &row, ImportId import)
{
    Statement insert(*m_database, "INSERT INTO campaign (campaign, kind, budget, start, end, import_id) "
                                  "VALUES (?1, ?2, ?3, ?4, ?5, nullif(?6, 0))");
    return insert.bind(row.campaign, number(row.kind), row.budget, row.start, row.end, import.value).run();
}

Outcome CampaignStore::update(const StoredCampaign &row)
{
    Statement update(*m_database, "UPDATE campaign SET kind = ?2, budget = ?3, start = ?4, end = ?5 WHERE campaign = ?1");
    return update.bind(row.campaign, number(row.kind), row.budget, row.start, row.end).run();
}

} // namespace dimsum
