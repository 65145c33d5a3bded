#include "service/worth_board.h"

#include "domain/deals.h"
#include "service/scoring_inputs.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

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

using KindByCampaign = std::map<std::string_view, std::optional<bool>>;

KindByCampaign kindsOf(const WorthInputs &inputs)
{
    KindByCampaign byCampaign;
    for (const KnownCampaign &campaign : inputs.campaigns)
        byCampaign[campaign.key] = campaign.abm;
    return byCampaign;
}

void markAbm(WorthBoard &board, const WorthInputs &inputs)
{
    const KindByCampaign kindOf = kindsOf(inputs);
    std::vector<std::uint8_t> chosen, others;
    for (const SubjectWorth &row : board.worth.rows) {
        const auto kind = row.cost.subject == CostSubject::campaign ? kindOf.find(row.cost.key) : kindOf.end();
        board.abm.push_back(kind == kindOf.end() ? std::nullopt : kind->second);
        chosen.push_back(board.abm.back().value_or(false) ? 1 : 0);
        others.push_back(board.abm.back().value_or(true) ? 0 : 1);
    }
    if (std::count(chosen.begin(), chosen.end(), 1) > 0)
        board.allAbm = sumOf(board.worth.rows, chosen);
    if (std::count(others.begin(), others.end(), 1) > 0)
        board.allTraditional = sumOf(board.worth.rows, others);
}

void compareKinds(WorthBoard &board, const EventTables &events, const WorthInputs &inputs)
{
    const Snapshot &s = *board.snapshot;
    const KindByCampaign kindOf = kindsOf(inputs);
    std::vector<std::optional<bool>> abm(events.activities.campaigns.size());
    for (std::uint32_t code = 1; code < abm.size(); ++code) {
        if (const auto kind = kindOf.find(events.activities.campaigns.at(code).key); kind != kindOf.end())
            abm[code] = kind->second;
    }
    board.mixes = figuresByMix(events.activities, events.deals, s.policy.engagement, s.policy.attribution, abm, s.asOf - (yearDays - 1), s.asOf);
}

CreditedDeal creditedDeal(const Snapshot &s, const EventTables &events, const TypeWorth &worth, std::uint32_t deal)
{
    const OpportunityColumns &deals = events.deals;
    CreditedDeal found{.deal = deal, .account = deals.account[deal], .name = std::string(deals.name.at(deal)), .stage = std::string(deals.stage.at(deal)),
                       .amount = deals.amount[deal], .created = deals.created[deal], .closed = unknownDay};
    if (!dealOpen(deals, deal, s.asOf))
        found.closed = deals.closed[deal];
    found.touches = static_cast<int>(dealTouches(events.activities, worth, deals, deal, s.policy.attribution, s.asOf).rows.size());
    if (found.name.empty())
        found.name = std::string(deals.externalId.at(deal));
    return found;
}

void listDeals(WorthBoard &board, const EventTables &events)
{
    const Snapshot &s = *board.snapshot;
    const OpportunityColumns &deals = events.deals;
    std::vector<std::uint32_t> rows;
    for (std::uint32_t deal = 0; deal < deals.size(); ++deal) {
        if (dealExists(deals, deal, s.asOf) && (dealWon(deals, deal, s.asOf) || dealOpen(deals, deal, s.asOf)))
            rows.push_back(deal);
    }
    board.dealsListable = static_cast<std::int64_t>(rows.size());
    const auto rank = [&](std::uint32_t deal) {
        const bool open = dealOpen(deals, deal, s.asOf);
        return std::tuple(open, -(open ? deals.created[deal] : deals.closed[deal]).number, deal);
    };
    const auto middle = rows.begin() + static_cast<std::ptrdiff_t>(std::min(mostDealsListed, rows.size()));
    std::partial_sort(rows.begin(), middle, rows.end(), [&rank](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
    rows.erase(middle, rows.end());
    const TypeWorth worth = typeWorth(events.activities.types, s.policy.engagement);
    for (const std::uint32_t deal : rows)
        board.credited.push_back(creditedDeal(s, events, worth, deal));
    for (const FallenDeal &fall : board.channelsByStage.fallen)
        board.fallen.push_back(creditedDeal(s, events, worth, fall.deal));
}

void countMoneyPerAccount(WorthBoard &board, const EventTables &events, const WorthInputs &inputs)
{
    const Snapshot &s = *board.snapshot;
    const OpportunityColumns &deals = events.deals;
    const Day since = s.asOf - (yearDays - 1);
    for (std::size_t account = 0; account < s.size(); ++account) {
        bool qualified = false, won = false;
        const RowRange own = deals.byAccount.of(account);
        for (std::size_t deal = own.begin; deal < own.end; ++deal) {
            qualified = qualified || (dealExists(deals, deal, s.asOf) && deals.created[deal] >= since);
            won = won || (dealWon(deals, deal, s.asOf) && deals.closed[deal] >= since);
        }
        const std::size_t tier = tierIndex(s.tiers[account]);
        for (const std::size_t at : {std::size_t{0}, tier}) {
            board.perTier[at].engaged += s.scores.engagement.recent[account] != 0 ? 1 : 0;
            board.perTier[at].qualified += qualified ? 1 : 0;
            board.perTier[at].won += won ? 1 : 0;
            if (tier == 0)
                break; // counted among all already
        }
    }
    std::vector<CostEntry> ofYear;
    std::copy_if(inputs.costs.begin(), inputs.costs.end(), std::back_inserter(ofYear), [since](const CostEntry &entry) {
        return !entry.month.known() || entry.month >= monthStart(since);
    });
    const CostTable costs = costTable(ofYear, inputs.campaigns, events.activities, s.policy.engagement, s.asOf);
    for (const SubjectWorth &row : tierReturns(costs, ofYear, events.activities, s.policy.engagement, s.tiers, {}, s.asOf)) {
        const Money cost = row.cost.actual.value_or(Money{});
        board.perTier[0].cost += cost;
        for (std::size_t tier = 1; tier <= 3; ++tier) {
            if (row.cost.label == tierCode(static_cast<Tier>(tier)))
                board.perTier[tier].cost = cost;
        }
    }
}

// Of the first close and the first cost, for whichever comes first.
Day firstMonthOf(const OpportunityColumns &deals, const WorthInputs &inputs, Day asOf)
{
    Day first = asOf;
    for (std::size_t deal = 0; deal < deals.size(); ++deal) {
        if (dealExists(deals, deal, asOf) && dealWon(deals, deal, asOf))
            first = std::min(first, deals.closed[deal]);
    }
    for (const CostEntry &cost : inputs.costs)
        first = cost.month.known() ? std::min(first, cost.month) : first;
    return monthStart(first);
}

} // namespace

std::optional<Money> MoneyPerAccount::per(Money cost, std::int64_t accounts)
{
    return accounts > 0 ? std::optional(Money{cost.minor / accounts}) : std::nullopt;
}

Result<DealReceipt> dealReceipt(Workspace &workspace, const Snapshot &s, std::uint32_t deal)
{
    const auto read = allEvents(workspace, *s.world);
    if (!read)
        return read.error();
    const EventTables &events = **read;
    const ActivityColumns &activities = events.activities;
    const TypeWorth worth = typeWorth(activities.types, s.policy.engagement);
    DealReceipt receipt;
    receipt.deal = creditedDeal(s, events, worth, deal);
    const DealCredit opened = dealCredit(activities, s.policy.engagement, events.deals, deal, s.policy.attribution, s.asOf);
    for (std::size_t i = 0; i < opened.touches.rows.size(); ++i) {
        const std::uint32_t row = opened.touches.rows[i];
        const Anchors &at = opened.touches.anchors;
        receipt.touches.push_back({.day = activities.day[row],
                                   .type = activities.types.at(activities.type[row]).label,
                                   .campaign = activities.campaigns.at(activities.campaign[row]).label,
                                   .channel = activities.channels.at(activities.channel[row]).label,
                                   .asset = activities.assets.at(activities.asset[row]).label,
                                   .known = activities.contact[row] != 0,
                                   .first = at.first == i,
                                   .lead = at.lead == i,
                                   .opportunity = at.opportunity == i,
                                   .close = at.close == i,
                                   .credits = opened.credits[i]});
    }
    const RowRange range = activities.byAccount.of(events.deals.account[deal]);
    const Day since = opened.touches.close - s.policy.attribution.lookbackDays;
    for (std::size_t row = range.begin; row < range.end; ++row) {
        const bool inSpan = activities.day[row] >= since && activities.day[row] <= opened.touches.close;
        const bool counts = worth.counts[activities.type[row]] != 0;
        receipt.outside += !inSpan && counts ? 1 : 0;
        receipt.notCounting += inSpan && !counts ? 1 : 0;
    }
    return receipt;
}

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
    const Day firstMonth = firstMonthOf(events.deals, *inputs, s.asOf);
    const std::array<TouchGrouping, 4> groupings{byTier(events.activities, s.tiers), byPlay(events.activities, inputs->plays, inputs->delivered),
                                                 byProgram(events.activities, s.inProgram, inputs->programStart), byMonthOfClose(events.deals, firstMonth, s.asOf)};
    board->worth = worthOf(events, s.policy, *inputs, s.asOf, false, groupings);
    const Worth &worth = board->worth;
    const EngagementRules &points = s.policy.engagement;
    markAbm(*board, *inputs);
    board->channels = channelReturns(worth.costs, events.activities, points, worth.won, s.asOf);
    board->tiers = tierReturns(worth.costs, inputs->costs, events.activities, points, s.tiers, worth.won.grouped[0], s.asOf);
    board->plays = playReturns(worth.costs, inputs->plays, worth.won.grouped[1]);
    if (!inputs->program.empty() && inputs->programStart <= s.asOf) {
        board->programName = inputs->program;
        board->program = programReturn(inputs->costs, inputs->programStart, s.asOf, worth.won.grouped[2]);
        board->programPace = paceOf(events.activities, events.deals, s.size(), points, s.asOf, s.inProgram);
    }
    for (std::size_t model = 0; model < creditModelCount; ++model)
        board->payback[model] = paybacks(worth.rows, inputs->costs, events.activities, worth.won, worth.won.grouped[3], firstMonth, static_cast<CreditModel>(model), s.asOf);
    board->worth.won.grouped.clear(); // read; as large as the views are small
    board->costs = campaignCosts(*inputs, worth.costs, s.asOf);
    progress.at(40, 100);
    board->influence = influenceOf(s, events);
    board->actual = actualOf(s, events);
    countTouchesBefore(*board, events);
    compareKinds(*board, events, *inputs);
    countMoneyPerAccount(*board, events, *inputs);
    board->pace = paceOf(events.activities, events.deals, s.size(), points, s.asOf);
    board->channelsByStage = channelsByStage(events.activities, events.deals, points, s.asOf);
    listDeals(*board, events);
    progress.at(60, 100);
    const Progress quiet{.report = {}, .stop = progress.stop};
    auto lift = programLift(s.accounts, s.scores.fit, events.deals, *inputs, s.settings.currency, s.asOf, quiet);
    if (lift) {
        board->lift = *lift;
        std::vector<MatchedPair> pairs = matchControls(s.accounts, s.scores.fit, inputs->arms);
        board->quarters = quarterRates(s, events, pairs);
        std::erase_if(pairs, [&s](const MatchedPair &pair) { return s.tiers[pair.program] != Tier::one; });
        board->liftTierOne = liftOfPairs(pairs, events.deals, s.settings.currency.exponent, inputs->programStart, s.asOf, {}, quiet);
    } else {
        board->noLift = lift.error();
    }
    if (progress.cancelled())
        return Error{.kind = ErrorKind::cancelled, .sentence = DIMSUM_TEXT("Stopped. Nothing was changed.")};
    progress.at(100, 100);
    return std::shared_ptr<const WorthBoard>(std::move(board));
}

} // namespace dimsum
