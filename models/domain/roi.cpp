#include "domain/roi.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace dimsum
{

namespace
{

using SubjectKey = std::pair<CostSubject, std::string>;

// Rank of a kind in the table: what most people look for first.
int kindRank(CostSubject subject)
{
    switch (subject) {
    case CostSubject::campaign:
        return 0;
    case CostSubject::asset:
        return 1;
    case CostSubject::play:
        return 2;
    case CostSubject::platform:
        break;
    }
    return 3;
}

class CostBook
{
public:
    SubjectCost &row(CostSubject subject, const std::string &key, const std::string &label)
    {
        const auto [found, isNew] = m_rows.try_emplace({subject, key});
        if (isNew)
            found->second = {.subject = subject, .key = key, .label = label};
        return found->second;
    }

    std::vector<SubjectCost> sorted() const
    {
        std::vector<SubjectCost> rows;
        for (const auto &[key, row] : m_rows)
            rows.push_back(row);
        std::sort(rows.begin(), rows.end(), [](const SubjectCost &a, const SubjectCost &b) {
            return std::tuple(kindRank(a.subject), std::string_view(a.label), std::string_view(a.key))
                   < std::tuple(kindRank(b.subject), std::string_view(b.label), std::string_view(b.key));
        });
        return rows;
    }

    std::vector<SubjectCost *> campaigns() // in byte order of the label
    {
        std::vector<SubjectCost *> found;
        for (auto &[key, row] : m_rows) {
            if (row.subject == CostSubject::campaign)
                found.push_back(&row);
        }
        std::sort(found.begin(), found.end(), [](const SubjectCost *a, const SubjectCost *b) {
            return std::tie(a->label, a->key) < std::tie(b->label, b->key);
        });
        return found;
    }

private:
    std::map<SubjectKey, SubjectCost> m_rows;
};

void addTo(std::optional<Money> &sum, Money amount)
{
    sum = sum.value_or(Money{}) + amount;
}

// Counting activities up to the day by campaign and month; month 0 is all of them.
class CampaignTouches
{
public:
    CampaignTouches(const ActivityColumns &activities, const TypeWorth &worth, Day asOf)
    {
        std::vector<std::unordered_map<std::int32_t, std::int64_t>> byCode(activities.campaigns.size());
        for (std::size_t i = 0; i < activities.size(); ++i) {
            if (activities.campaign[i] != 0 && activities.day[i] <= asOf && worth.counts[activities.type[i]] != 0)
                ++byCode[activities.campaign[i]][monthStart(activities.day[i]).number];
        }
        for (std::uint32_t code = 1; code < byCode.size(); ++code)
            m_byKey[activities.campaigns.at(code).key] = std::move(byCode[code]);
    }

    std::int64_t in(const std::string &campaign, Day month) const
    {
        const auto found = m_byKey.find(campaign);
        if (found == m_byKey.end())
            return 0;
        if (month.known()) {
            const auto at = found->second.find(month.number);
            return at == found->second.end() ? 0 : at->second;
        }
        std::int64_t sum = 0;
        for (const auto &[key, count] : found->second)
            sum += count;
        return sum;
    }

private:
    std::unordered_map<std::string, std::unordered_map<std::int32_t, std::int64_t>> m_byKey;
};

void splitPlatformFees(CostBook &book, std::span<const CostEntry> entries, const CampaignTouches &touches, Day lastMonth)
{
    const std::vector<SubjectCost *> campaigns = book.campaigns();
    if (campaigns.empty())
        return;
    for (const CostEntry &entry : entries) {
        if (entry.subject != CostSubject::platform || (entry.month.known() && entry.month > lastMonth))
            continue;
        std::vector<double> weights;
        for (const SubjectCost *campaign : campaigns)
            weights.push_back(static_cast<double>(touches.in(campaign->key, entry.month)));
        const std::vector<Money> parts = splitMoney(entry.amount, weights);
        for (std::size_t i = 0; i < campaigns.size(); ++i) {
            addTo(entry.actual ? campaigns[i]->actual : campaigns[i]->planned, parts[i]);
            (entry.actual ? campaigns[i]->sharedActual : campaigns[i]->sharedPlanned) += parts[i];
        }
    }
}

// A row for every campaign and asset that an activity up to the day is tagged with.
void addTagged(CostBook &book, CostTable &table, const ActivityColumns &activities, const TypeWorth &worth, Day asOf)
{
    std::vector<std::int64_t> campaigns(activities.campaigns.size()), assets(activities.assets.size());
    std::vector<std::uint8_t> campaignSeen(campaigns.size()), assetSeen(assets.size());
    for (std::size_t i = 0; i < activities.size(); ++i) {
        if (activities.day[i] > asOf)
            continue;
        campaignSeen[activities.campaign[i]] = 1;
        assetSeen[activities.asset[i]] = 1;
        if (worth.counts[activities.type[i]] == 0)
            continue;
        ++table.touches;
        ++campaigns[activities.campaign[i]];
        ++assets[activities.asset[i]];
    }
    const auto add = [&book](CostSubject subject, const Dictionary &names, const auto &seen, const auto &counts) {
        for (std::uint32_t code = 1; code < names.size(); ++code) {
            if (seen[code] != 0)
                book.row(subject, names.at(code).key, names.at(code).label).touches = counts[code];
        }
    };
    add(CostSubject::campaign, activities.campaigns, campaignSeen, campaigns);
    add(CostSubject::asset, activities.assets, assetSeen, assets);
}

void countTouchesWithoutCost(CostTable &table, const ActivityColumns &activities, const TypeWorth &worth, Day asOf)
{
    std::unordered_set<std::string> campaigns, assets;
    for (const SubjectCost &row : table.rows) {
        if (row.planned || row.actual)
            (row.subject == CostSubject::campaign ? campaigns : assets).insert(row.key);
    }
    const auto costed = [](const Dictionary &names, const std::unordered_set<std::string> &keys) {
        std::vector<std::uint8_t> flags(names.size());
        for (std::uint32_t code = 1; code < names.size(); ++code)
            flags[code] = keys.contains(names.at(code).key) ? 1 : 0;
        return flags;
    };
    const auto campaignCosts = costed(activities.campaigns, campaigns);
    const auto assetCosts = costed(activities.assets, assets);
    for (std::size_t i = 0; i < activities.size(); ++i) {
        if (activities.day[i] <= asOf && worth.counts[activities.type[i]] != 0
            && campaignCosts[activities.campaign[i]] == 0 && assetCosts[activities.asset[i]] == 0)
            ++table.touchesWithoutCost;
    }
}

} // namespace

CostTable costTable(std::span<const CostEntry> entries, std::span<const KnownCampaign> campaigns,
                    const ActivityColumns &activities, const EngagementRules &points, Day asOf)
{
    CostTable table;
    CostBook book;
    const TypeWorth worth = typeWorth(activities.types, points);
    const Day lastMonth = monthStart(asOf);
    addTagged(book, table, activities, worth, asOf);
    for (const KnownCampaign &campaign : campaigns)
        book.row(CostSubject::campaign, campaign.key, campaign.label).budget = campaign.budget;
    for (const CostEntry &entry : entries) {
        SubjectCost &row = book.row(entry.subject, entry.key, entry.label);
        if (entry.month.known() && entry.month > lastMonth)
            continue;
        addTo(entry.actual ? row.actual : row.planned, entry.amount);
    }
    splitPlatformFees(book, entries, CampaignTouches(activities, worth, asOf), lastMonth);
    table.rows = book.sorted();
    countTouchesWithoutCost(table, activities, worth, asOf);
    return table;
}

std::optional<double> returnOn(Money cost, Money revenue)
{
    if (cost.minor == 0)
        return std::nullopt;
    return static_cast<double>(revenue.minor - cost.minor) / static_cast<double>(cost.minor);
}

namespace
{

using CreditsByKey = std::unordered_map<std::string, Credits>;

CreditsByKey creditsBy(const Attribution &attribution, const Dictionary &names, std::uint32_t CreditRow::*tag)
{
    std::vector<Credits> byCode(names.size(), Credits{});
    std::vector<std::uint8_t> seen(names.size());
    for (const CreditRow &row : attribution.rows) {
        seen[row.*tag] = 1;
        for (std::size_t model = 0; model < creditModelCount; ++model)
            byCode[row.*tag][model] += row.credits[model];
    }
    CreditsByKey credits;
    for (std::uint32_t code = 1; code < names.size(); ++code) {
        if (seen[code] != 0)
            credits.emplace(names.at(code).key, byCode[code]);
    }
    return credits;
}

} // namespace

void findReturns(SubjectWorth &row)
{
    const Credits &revenue = row.revenue;
    if (!row.cost.actual)
        return;
    for (std::size_t model = 0; model < creditModelCount; ++model) {
        row.roi[model] = returnOn(*row.cost.actual, revenue[model]);
        if (!row.roi[model])
            continue;
        row.roiLow = std::min(row.roiLow.value_or(*row.roi[model]), *row.roi[model]);
        row.roiHigh = std::max(row.roiHigh.value_or(*row.roi[model]), *row.roi[model]);
    }
}

std::vector<SubjectWorth> roiRows(const CostTable &costs, const ActivityColumns &activities, const Attribution &won,
                                  const Attribution &shown)
{
    const CreditsByKey campaignsWon = creditsBy(won, activities.campaigns, &CreditRow::campaign);
    const CreditsByKey assetsWon = creditsBy(won, activities.assets, &CreditRow::asset);
    const CreditsByKey campaignsShown = creditsBy(shown, activities.campaigns, &CreditRow::campaign);
    const CreditsByKey assetsShown = creditsBy(shown, activities.assets, &CreditRow::asset);
    const auto find = [](const CreditsByKey &credits, const std::string &key) {
        const auto found = credits.find(key);
        return found == credits.end() ? std::optional<Credits>() : std::optional(found->second);
    };
    std::vector<SubjectWorth> rows;
    for (const SubjectCost &cost : costs.rows) {
        const bool campaign = cost.subject == CostSubject::campaign;
        if (!campaign && cost.subject != CostSubject::asset)
            continue;
        const auto credits = find(campaign ? campaignsShown : assetsShown, cost.key);
        if (!credits && !cost.planned && !cost.actual)
            continue;
        SubjectWorth row{.cost = cost, .credits = credits.value_or(Credits{}), .roiLow = {}, .roiHigh = {}};
        row.revenue = find(campaign ? campaignsWon : assetsWon, cost.key).value_or(Credits{});
        findReturns(row);
        rows.push_back(std::move(row));
    }
    return rows;
}

SubjectWorth sumOf(std::span<const SubjectWorth> rows, std::span<const std::uint8_t> chosen)
{
    SubjectWorth sum{.cost = {}, .roiLow = {}, .roiHigh = {}};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (chosen[i] == 0)
            continue;
        if (rows[i].cost.planned)
            addTo(sum.cost.planned, *rows[i].cost.planned);
        if (rows[i].cost.actual)
            addTo(sum.cost.actual, *rows[i].cost.actual);
        sum.cost.touches += rows[i].cost.touches;
        for (std::size_t model = 0; model < creditModelCount; ++model) {
            sum.credits[model] += rows[i].credits[model];
            sum.revenue[model] += rows[i].revenue[model];
        }
    }
    findReturns(sum);
    return sum;
}

} // namespace dimsum
