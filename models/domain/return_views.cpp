#include "domain/return_views.h"

#include "domain/deals.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace dimsum
{

namespace
{

const std::string noTouchLabel = "(no touch)";

int monthNumber(Day day)
{
    const std::chrono::year_month_day date = civil(day);
    return static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}

void addCredits(SubjectWorth &row, const Credits &credits)
{
    for (std::size_t model = 0; model < creditModelCount; ++model) {
        row.credits[model] += credits[model];
        row.revenue[model] += credits[model];
    }
}

void addCost(std::optional<Money> &sum, const std::optional<Money> &part)
{
    if (part)
        sum = sum.value_or(Money{}) + *part;
}

bool tellsSomething(const SubjectWorth &row)
{
    return row.cost.planned || row.cost.actual
           || std::any_of(row.revenue.begin(), row.revenue.end(), [](Money credit) { return credit.minor != 0; });
}

// Counting activities up to the day of each campaign (by code) in each group.
template <class GroupOf>
std::vector<std::vector<double>> touchesByCampaign(const ActivityColumns &activities, const EngagementRules &points, Day asOf,
                                                   std::size_t groups, const GroupOf &groupOf, std::vector<std::int64_t> &perGroup)
{
    std::vector<std::vector<double>> counts(activities.campaigns.size());
    const TypeWorth worth = typeWorth(activities.types, points);
    perGroup.assign(groups, 0);
    for (std::size_t row = 0; row < activities.size(); ++row) {
        if (activities.day[row] > asOf || worth.counts[activities.type[row]] == 0)
            continue;
        const std::size_t group = groupOf(row);
        ++perGroup[group];
        if (activities.campaign[row] == 0)
            continue;
        std::vector<double> &own = counts[activities.campaign[row]];
        own.resize(groups);
        own[group] += 1;
    }
    return counts;
}

// Splits an amount of a campaign over the rows, or gives it to the last one where nothing is tagged with the campaign.
void split(std::vector<SubjectWorth> &rows, SubjectWorth &rest, const std::optional<Money> &amount, std::optional<Money> SubjectCost::*side,
           const std::vector<double> &weights)
{
    if (!amount)
        return;
    if (std::none_of(weights.begin(), weights.end(), [](double weight) { return weight > 0; })) {
        addCost(rest.cost.*side, amount);
        return;
    }
    const std::vector<Money> parts = splitMoney(*amount, weights);
    for (std::size_t group = 0; group < parts.size(); ++group) {
        if (weights[group] > 0)
            addCost(rows[group].cost.*side, parts[group]);
    }
}

const std::vector<double> &weightsOf(const std::vector<std::vector<double>> &counts, const ActivityColumns &activities, const std::string &campaign)
{
    static const std::vector<double> none;
    const auto code = activities.campaigns.find(campaign);
    return code ? counts[*code] : none;
}

SubjectWorth emptyRow(std::string label)
{
    SubjectWorth row{.cost = {}, .roiLow = {}, .roiHigh = {}};
    row.cost.label = std::move(label);
    return row;
}

} // namespace

TouchGrouping byTier(const ActivityColumns &activities, std::span<const Tier> tiers)
{
    return {.groups = 4, .groupOf = [&activities, tiers](std::uint32_t row, std::uint32_t) {
                return static_cast<std::uint32_t>(tierIndex(tiers[activities.account[row]]));
            }};
}

TouchGrouping byPlay(const ActivityColumns &activities, std::span<const PlayName> plays, std::span<const DeliveredOrder> orders)
{
    // By account, then day: the latest before a touch is found from the back.
    std::unordered_map<std::uint32_t, std::vector<DeliveredOrder>> byAccount;
    for (const DeliveredOrder &order : orders)
        byAccount[order.account].push_back(order);
    for (auto &[account, own] : byAccount)
        std::stable_sort(own.begin(), own.end(), [](const DeliveredOrder &a, const DeliveredOrder &b) { return a.day < b.day; });
    std::vector<std::optional<std::uint32_t>> types;
    for (const PlayName &play : plays)
        types.push_back(play.delivers.empty() ? std::nullopt : activities.types.find(play.delivers));
    return {.groups = static_cast<std::uint32_t>(plays.size() + 1),
            .groupOf = [&activities, byAccount = std::move(byAccount), types = std::move(types)](std::uint32_t row, std::uint32_t) -> std::uint32_t {
                const auto own = byAccount.find(activities.account[row]);
                if (own == byAccount.end())
                    return 0;
                for (auto order = own->second.rbegin(); order != own->second.rend(); ++order) {
                    const int age = activities.day[row] - order->day;
                    if (age >= 0 && age <= playEchoDays && types[order->play] && *types[order->play] == activities.type[row])
                        return order->play + 1;
                }
                return 0;
            }};
}

TouchGrouping byProgram(const ActivityColumns &activities, std::span<const std::uint8_t> inProgram, Day start)
{
    return {.groups = 2, .groupOf = [&activities, inProgram, start](std::uint32_t row, std::uint32_t) -> std::uint32_t {
                return inProgram[activities.account[row]] != 0 && activities.day[row] >= start ? 1 : 0;
            }};
}

TouchGrouping byMonthOfClose(const OpportunityColumns &deals, Day first, Day asOf)
{
    const int base = monthNumber(first);
    return {.groups = static_cast<std::uint32_t>(std::max(0, monthNumber(asOf) - base) + 1),
            .groupOf = [&deals, base, asOf](std::uint32_t, std::uint32_t deal) {
                const Day close = dealOpen(deals, deal, asOf) ? asOf : deals.closed[deal];
                return static_cast<std::uint32_t>(std::max(0, monthNumber(close) - base));
            }};
}

std::vector<SubjectWorth> channelReturns(const CostTable &costs, const ActivityColumns &activities, const EngagementRules &points,
                                         const Attribution &won, Day asOf)
{
    std::vector<SubjectWorth> rows;
    for (std::uint32_t code = 0; code < activities.channels.size(); ++code)
        rows.push_back(emptyRow(activities.channels.at(code).label));
    std::vector<std::int64_t> touches;
    const auto counts = touchesByCampaign(activities, points, asOf, rows.size(), [&](std::size_t row) { return activities.channel[row]; }, touches);
    for (std::size_t code = 0; code < rows.size(); ++code)
        rows[code].cost.touches = touches[code];
    SubjectWorth rest = emptyRow(noTouchLabel);
    for (const SubjectCost &campaign : costs.rows) {
        if (campaign.subject != CostSubject::campaign)
            continue;
        const std::vector<double> &weights = weightsOf(counts, activities, campaign.key);
        split(rows, rest, campaign.planned, &SubjectCost::planned, weights);
        split(rows, rest, campaign.actual, &SubjectCost::actual, weights);
    }
    for (const CreditRow &credit : won.rows)
        addCredits(rows[credit.channel], credit.credits);
    std::stable_sort(rows.begin(), rows.end(), [](const SubjectWorth &a, const SubjectWorth &b) { return a.cost.label < b.cost.label; });
    rows.push_back(rest);
    std::erase_if(rows, [](const SubjectWorth &row) { return !tellsSomething(row); });
    for (SubjectWorth &row : rows)
        findReturns(row);
    return rows;
}

std::vector<SubjectWorth> tierReturns(const CostTable &costs, std::span<const CostEntry> entries, const ActivityColumns &activities,
                                      const EngagementRules &points, std::span<const Tier> tiers,
                                      const std::vector<GroupCredit> &parts, Day asOf)
{
    std::vector<SubjectWorth> rows{emptyRow("none"), emptyRow("1"), emptyRow("2"), emptyRow("3")};
    std::vector<std::int64_t> touches;
    const auto counts = touchesByCampaign(activities, points, asOf, rows.size(), [&](std::size_t row) { return tierIndex(tiers[activities.account[row]]); }, touches);
    for (std::size_t tier = 0; tier < rows.size(); ++tier)
        rows[tier].cost.touches = touches[tier];
    // What orders cost has a tier of its own; it was also counted under the campaign that they were ordered for.
    std::unordered_map<std::string, Money> ofOrders;
    for (const CostEntry &entry : entries) {
        if (!entry.delivered.known())
            continue;
        if (entry.subject == CostSubject::play)
            addCost(rows[static_cast<std::size_t>(entry.tier)].cost.actual, entry.amount);
        else if (entry.subject == CostSubject::campaign)
            ofOrders[entry.key] += entry.amount;
    }
    SubjectWorth rest = emptyRow(noTouchLabel);
    for (const SubjectCost &campaign : costs.rows) {
        if (campaign.subject != CostSubject::campaign)
            continue;
        const std::vector<double> &weights = weightsOf(counts, activities, campaign.key);
        std::optional<Money> actual = campaign.actual;
        if (const auto orders = ofOrders.find(campaign.key); orders != ofOrders.end() && actual)
            actual = *actual - orders->second;
        split(rows, rest, campaign.planned, &SubjectCost::planned, weights);
        split(rows, rest, actual, &SubjectCost::actual, weights);
    }
    for (const GroupCredit &part : parts)
        addCredits(rows[part.group], part.credits);
    std::rotate(rows.begin(), rows.begin() + 1, rows.end());
    if (tellsSomething(rest))
        rows.push_back(rest);
    for (SubjectWorth &row : rows)
        findReturns(row);
    return rows;
}

std::vector<SubjectWorth> playReturns(const CostTable &costs, std::span<const PlayName> plays,
                                      const std::vector<GroupCredit> &parts)
{
    std::vector<SubjectWorth> rows;
    for (const PlayName &play : plays) {
        rows.push_back(emptyRow(play.name.empty() ? play.code : play.name));
        rows.back().cost.key = play.code;
    }
    for (const SubjectCost &cost : costs.rows) {
        if (cost.subject != CostSubject::play)
            continue;
        auto row = std::find_if(rows.begin(), rows.end(), [&cost](const SubjectWorth &known) { return known.cost.key == cost.key; });
        if (row == rows.end()) {
            rows.push_back(emptyRow(cost.label));
            rows.back().cost.key = cost.key;
            row = rows.end() - 1;
        }
        addCost(row->cost.planned, cost.planned);
        addCost(row->cost.actual, cost.actual);
    }
    for (const GroupCredit &part : parts) {
        if (part.group == 0)
            continue;
        addCredits(rows[part.group - 1], part.credits);
        rows[part.group - 1].cost.touches += part.touches;
    }
    std::erase_if(rows, [](const SubjectWorth &row) { return !tellsSomething(row); });
    for (SubjectWorth &row : rows) {
        row.cost.subject = CostSubject::play;
        findReturns(row);
    }
    return rows;
}

SubjectWorth programReturn(std::span<const CostEntry> entries, Day start, Day asOf, const std::vector<GroupCredit> &parts)
{
    SubjectWorth row = emptyRow({});
    for (const CostEntry &entry : entries) {
        if (entry.subject == CostSubject::play && entry.delivered.known() && entry.delivered >= start && entry.delivered <= asOf)
            addCost(row.cost.actual, entry.amount);
    }
    for (const GroupCredit &part : parts) {
        if (part.group != 1)
            continue;
        addCredits(row, part.credits);
        row.cost.touches += part.touches;
    }
    findReturns(row);
    return row;
}

std::vector<std::optional<Payback>> paybacks(std::span<const SubjectWorth> rows, std::span<const CostEntry> entries,
                                             const ActivityColumns &activities, const Attribution &won,
                                             const std::vector<GroupCredit> &parts, Day firstMonth, CreditModel model, Day asOf)
{
    const int base = monthNumber(firstMonth);
    const auto wanted = static_cast<std::size_t>(model);
    std::unordered_map<std::string, std::map<int, Money>> credit, cost; // by campaign, by month
    for (const GroupCredit &part : parts) {
        const std::uint32_t campaign = won.rows[part.row].campaign;
        if (campaign != 0)
            credit[activities.campaigns.at(campaign).key][base + static_cast<int>(part.group)] += part.credits[wanted];
    }
    const int lastMonth = monthNumber(asOf);
    for (const CostEntry &entry : entries) {
        if (entry.subject == CostSubject::campaign && entry.actual && entry.month.known() && monthNumber(entry.month) <= lastMonth)
            cost[entry.key][monthNumber(entry.month)] += entry.amount;
    }
    std::vector<std::optional<Payback>> found;
    for (const SubjectWorth &row : rows) {
        found.emplace_back();
        if (row.cost.subject != CostSubject::campaign || !row.cost.actual || row.cost.actual->minor <= 0)
            continue;
        std::map<int, Money> &spent = cost[row.cost.key];
        const std::map<int, Money> &earned = credit[row.cost.key];
        const int first = !spent.empty() ? spent.begin()->first : (!earned.empty() ? earned.begin()->first : lastMonth);
        Money dated;
        for (const auto &[month, amount] : spent)
            dated += amount;
        spent[first] += *row.cost.actual - dated; // lines without a month, and shares of platform fees
        Payback payback{.spentFrom = dayOf(first / 12, static_cast<unsigned>(first % 12) + 1, 1), .months = {}};
        Money spentBy, earnedBy;
        for (const auto &[month, amount] : earned)
            earnedBy += month < first ? amount : Money{};
        for (int month = first; month <= lastMonth; ++month) {
            if (const auto at = spent.find(month); at != spent.end())
                spentBy += at->second;
            if (const auto at = earned.find(month); at != earned.end())
                earnedBy += at->second;
            if (earnedBy < spentBy)
                payback.months.reset();
            else if (!payback.months)
                payback.months = month - first + 1;
        }
        found.back() = payback;
    }
    return found;
}

} // namespace dimsum
