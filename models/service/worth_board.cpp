#include "service/worth_board.h"

#include "domain/deals.h"
#include "service/scoring_inputs.h"

#include <algorithm>
#include <map>

namespace dimsum {

std::optional<double> ActualFigures::winRate() const
{
    return closed > 0 ? std::optional(static_cast<double>(won) / static_cast<double>(closed)) : std::nullopt;
}

std::optional<Money> ActualFigures::averageDeal() const
{
    return won > 0 ? std::optional(Money{revenue.minor / won}) : std::nullopt;
}

namespace {

constexpr int yearDays = 365;
constexpr std::size_t mostTouches = 20;
constexpr int quartersShown = 8;

InfluenceFigures influenceOf(const Snapshot &s, const EventTables &events)
{
    InfluenceFigures figures;
    const ActivityColumns &activities = events.activities;
    const TypeWorth worth = typeWorth(activities.types, s.policy.engagement);
    figures.accounts = static_cast<std::int64_t>(s.size());
    for (std::size_t account = 0; account < s.size(); ++account) {
        bool reached = false, engaged = false;
        const RowRange range = activities.byAccount.of(account);
        for (std::size_t row = range.begin; row < range.end; ++row) {
            const int age = s.asOf - activities.day[row];
            if (age < 0 || age >= yearDays)
                continue;
            ++figures.impressions;
            reached = true;
            engaged = engaged || (age < 30 && worth.counts[activities.type[row]] != 0);
        }
        figures.reached += reached ? 1 : 0;
        figures.engaged += engaged ? 1 : 0;
    }
    const OpportunityColumns &deals = events.deals;
    for (std::size_t deal = 0; deal < deals.size(); ++deal) {
        if (!dealExists(deals, deal, s.asOf) || !dealOpen(deals, deal, s.asOf) || !deals.amount[deal].known())
            continue;
        if (!dealTouches(activities, worth, deals, deal, s.policy.attribution, s.asOf).rows.empty())
            figures.touchedPipeline += deals.amount[deal];
    }
    return figures;
}

ActualFigures actualOf(const Snapshot &s, const EventTables &events)
{
    ActualFigures figures;
    const OpportunityColumns &deals = events.deals;
    const Day since = s.asOf - (yearDays - 1);
    std::vector<Money> amounts;
    double days = 0;
    for (std::size_t deal = 0; deal < deals.size(); ++deal) {
        if (!dealExists(deals, deal, s.asOf))
            continue;
        figures.opened += deals.created[deal] >= since ? 1 : 0;
        if (dealOpen(deals, deal, s.asOf) || deals.closed[deal] < since)
            continue;
        ++figures.closed;
        if (!dealWon(deals, deal, s.asOf))
            continue;
        ++figures.won;
        days += deals.closed[deal] - deals.created[deal];
        const Money amount = deals.amount[deal].known() ? deals.amount[deal] : Money{};
        figures.revenue += amount;
        amounts.push_back(amount);
    }
    if (!amounts.empty()) {
        const auto middle = amounts.begin() + static_cast<std::ptrdiff_t>(amounts.size() / 2);
        std::nth_element(amounts.begin(), middle, amounts.end());
        figures.medianDeal = *middle;
        figures.cycleDays = days / static_cast<double>(amounts.size());
    }
    return figures;
}

Day quarterStart(Day day)
{
    return quarterOf(day).start;
}

std::vector<QuarterRate> quarterRates(const Snapshot &s, const EventTables &events, const std::vector<MatchedPair> &pairs)
{
    struct Count {
        double won = 0, closed = 0;
        std::optional<double> rate() const { return closed > 0 ? std::optional(won / closed) : std::nullopt; }
    };
    std::map<Day, std::array<Count, 2>> counts;
    Day quarter = quarterStart(s.asOf);
    for (int i = 0; i < quartersShown; ++i) {
        counts[quarter];
        quarter = quarterStart(quarter - 1);
    }
    const OpportunityColumns &deals = events.deals;
    const auto count = [&](std::uint32_t account, std::size_t arm) {
        const RowRange range = deals.byAccount.of(account);
        for (std::size_t deal = range.begin; deal < range.end; ++deal) {
            if (!dealExists(deals, deal, s.asOf) || dealOpen(deals, deal, s.asOf))
                continue;
            const auto found = counts.find(quarterStart(deals.closed[deal]));
            if (found == counts.end())
                continue;
            found->second[arm].closed += 1;
            found->second[arm].won += dealWon(deals, deal, s.asOf) ? 1 : 0;
        }
    };
    for (const MatchedPair &pair : pairs) {
        count(pair.program, 0);
        count(pair.control, 1);
    }
    std::vector<QuarterRate> rates;
    for (const auto &[start, arms] : counts)
        rates.push_back({start, arms[0].rate(), arms[1].rate()});
    return rates;
}

void countTouchesBefore(WorthBoard &board, const EventTables &events)
{
    const Snapshot &s = *board.snapshot;
    const ActivityColumns &activities = events.activities;
    const OpportunityColumns &deals = events.deals;
    const TypeWorth worth = typeWorth(activities.types, s.policy.engagement);
    board.touchesBefore.assign(mostTouches + 1, 0);
    std::vector<std::int64_t> touched;
    for (std::size_t deal = 0; deal < deals.size(); ++deal) {
        if (!dealExists(deals, deal, s.asOf) || deals.created[deal] <= s.asOf - yearDays)
            continue;
        std::int64_t before = 0;
        const RowRange range = activities.byAccount.of(deals.account[deal]);
        for (std::size_t row = range.begin; row < range.end; ++row) {
            const int age = deals.created[deal] - activities.day[row];
            before += age >= 0 && age <= s.policy.attribution.lookbackDays && worth.counts[activities.type[row]] != 0 ? 1 : 0;
        }
        ++board.touchesBefore[std::min(static_cast<std::size_t>(before), mostTouches)];
        if (before > 0)
            touched.push_back(before);
    }
    board.dealsTouched = static_cast<std::int64_t>(touched.size());
    if (!touched.empty()) {
        const auto middle = touched.begin() + static_cast<std::ptrdiff_t>(touched.size() / 2);
        std::nth_element(touched.begin(), middle, touched.end());
        board.medianTouches = *middle;
    }
}

std::vector<CampaignCost> campaignCosts(const WorthInputs &inputs, const CostTable &table, Day asOf)
{
    std::vector<CampaignCost> costs;
    for (const SubjectCost &row : table.rows) {
        if (row.subject != CostSubject::campaign || (!row.actual && !row.planned))
            continue;
        CampaignCost cost{.label = row.label, .actual = row.actual.value_or(Money{}), .planned = row.planned};
        for (const CostEntry &entry : inputs.costs) {
            if (entry.subject == CostSubject::campaign && entry.key == row.key && entry.actual && !(entry.month.known() && entry.month > monthStart(asOf)))
                cost.byKind[static_cast<std::size_t>(entry.line)] += entry.amount;
        }
        cost.byKind[static_cast<std::size_t>(CostKind::fee)] += row.sharedActual; // its part of the platform
        costs.push_back(std::move(cost));
    }
    std::stable_sort(costs.begin(), costs.end(), [](const CampaignCost &a, const CampaignCost &b) { return a.actual > b.actual; });
    return costs;
}

void markAbm(WorthBoard &board, const WorthInputs &inputs)
{
    std::map<std::string_view, std::optional<bool>> kindOf;
    for (const KnownCampaign &campaign : inputs.campaigns)
        kindOf[campaign.key] = campaign.abm;
    std::vector<std::uint8_t> chosen;
    for (const SubjectWorth &row : board.worth.rows) {
        const auto kind = row.cost.subject == CostSubject::campaign ? kindOf.find(row.cost.key) : kindOf.end();
        board.abm.push_back(kind == kindOf.end() ? std::nullopt : kind->second);
        chosen.push_back(board.abm.back().value_or(false) ? 1 : 0);
    }
    if (std::count(chosen.begin(), chosen.end(), 1) > 0)
        board.allAbm = sumOf(board.worth.rows, chosen);
}

} // namespace

Result<std::shared_ptr<const WorthBoard>> worthBoard(Workspace &workspace, std::shared_ptr<const Snapshot> snapshot,
                                                     const Progress &progress)
{
    const Snapshot &s = *snapshot;
    const auto read = allEvents(workspace, *s.world, progress);
    if (!read)
        return read.error();
    const EventTables &events = **read;
    const auto &created = events.deals.created;
    if (std::none_of(created.begin(), created.end(), [&s](Day day) { return day <= s.asOf; }))
        return Error{.kind = ErrorKind::refused,
                     .sentence = DIMSUM_TEXT("There is no opportunity up to %1, so nothing can be said about return. Import opportunities first."),
                     .arguments = {isoText(s.asOf)}};
    auto board = std::make_shared<WorthBoard>();
    board->snapshot = snapshot;
    const auto inputs = loadWorthInputs(workspace, s.rowOf, s.asOf);
    if (!inputs)
        return inputs.error();
    progress.at(10, 100);
    board->worth = worthOf(events, s.policy, *inputs, s.asOf);
    markAbm(*board, *inputs);
    board->costs = campaignCosts(*inputs, board->worth.costs, s.asOf);
    progress.at(40, 100);
    board->influence = influenceOf(s, events);
    board->actual = actualOf(s, events);
    countTouchesBefore(*board, events);
    progress.at(60, 100);
    auto lift = programLift(s.accounts, s.scores.fit, events.deals, *inputs, s.settings.currency, s.asOf, {.report = {}, .stop = progress.stop});
    if (lift) {
        board->lift = *lift;
        board->quarters = quarterRates(s, events, matchControls(s.accounts, s.scores.fit, inputs->arms));
    } else {
        board->noLift = lift.error();
    }
    if (progress.cancelled())
        return Error{.kind = ErrorKind::cancelled, .sentence = DIMSUM_TEXT("Stopped. Nothing was changed.")};
    progress.at(100, 100);
    return std::shared_ptr<const WorthBoard>(std::move(board));
}

} // namespace dimsum
