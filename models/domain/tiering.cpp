#include "domain/tiering.h"

#include "domain/all_cores.h"
#include "domain/large_memory.h"
#include "domain/rule_blocks.h"
#include "domain/tier_capacity.h"
#include "domain/tier_depth.h"
#include "domain/tolerance.h"

#include <algorithm>
#include <iterator>
#include <mutex>
#include <optional>

namespace dimsum
{

namespace
{

double resolved(const Thresholds &thresholds, const MeasureTest &test)
{
    for (const ScoreThreshold &threshold : thresholds.fit) {
        if (!test.threshold.empty() && threshold.name == test.threshold)
            return threshold.value;
    }
    return test.number;
}

Money resolvedAmount(const Thresholds &thresholds, const MeasureTest &test)
{
    for (const MoneyThreshold &threshold : thresholds.acv) {
        if (!test.threshold.empty() && threshold.name == test.threshold)
            return threshold.value;
    }
    return test.amount;
}

double measured(const AccountFacts &facts, Measure measure)
{
    switch (measure) {
    case Measure::fit:
        return facts.fit;
    case Measure::fitMax:
        return facts.fitMax;
    case Measure::intentScore:
        return facts.intentScore;
    case Measure::engagementScore:
        return facts.engagementScore;
    case Measure::acv:
        break;
    }
    return 0;
}

bool holds(const RuleMatcher::Test &test, const AccountFacts &facts)
{
    if (test.measure == Measure::acv) {
        if (!facts.acv.known())
            return facts.acvPassesAll; // an unknown ACV fails every test, below ones too
        return (facts.acv >= test.amount) != test.below;
    }
    return (measured(facts, test.measure) + slack >= test.number) != test.below;
}

bool excluded(std::size_t row, const DealFlags &deals, const TierPolicy &policy)
{
    return (policy.excludeCustomers && deals.customer[row] != 0) ||
           (policy.excludeOpenDeals && deals.openDeal[row] != 0);
}

// Rules and tiers of all accounts; returns how many in-program accounts have each ACV, by AcvOrder::place.
std::vector<std::uint32_t> matchRules(const AcvOrder &order, const AccountScores &scores, const TierPolicy &policy, TierProposal &proposal)
{
    const RuleMatcher matcher(policy);
    std::vector<Tier> tierOf; // by rule + 1
    tierOf.push_back(Tier::none);
    for (const TierRule &rule : policy.rules)
        tierOf.push_back(rule.tier);
    const std::size_t rows = scores.fit.fit.size();
    resizeLarge(proposal.rule, rows);
    resizeLarge(proposal.computed, rows);
    std::vector<std::uint32_t> members(order.amounts.size(), 0);
    std::mutex guard;
    inAllCores(rows, [&](std::size_t begin, std::size_t end) {
        BlockMatcher block(order, scores, policy, matcher);
        std::int64_t matched = 0;
        // A counter that was just written cannot be read at once, so rows one after the other have their own; where amounts
        // hardly repeat, clearing and adding up so many more would take longer.
        constexpr std::size_t apart = 4, repeating = std::size_t{1} << 14;
        const std::size_t which = members.size() < repeating ? apart - 1 : 0;
        // At place + 1; at 0 those that do not count.
        std::vector<std::vector<std::uint32_t>> counted(which + 1, std::vector<std::uint32_t>(members.size() + 1, 0));
        for (std::size_t at = begin; at < end; at += BlockMatcher::blockRows) {
            const std::size_t size = std::min(BlockMatcher::blockRows, end - at);
            const std::int16_t *rule = proposal.rule.data() + at;
            const std::uint32_t *place = order.place.data() + at;
            Tier *computed = proposal.computed.data() + at;
            matched += block.match(at, size, proposal.rule.data() + at);
            for (std::size_t i = 0; i < size; ++i) {
                computed[i] = tierOf[static_cast<std::size_t>(rule[i] + 1)];
                const std::uint32_t inProgram = rule[i] >= 0 ? ~std::uint32_t{0} : 0;
                ++counted[i & which][(place[i] + 1) & inProgram]; // after the last place comes 0: an unknown one does not count
            }
        }
        const std::scoped_lock lock(guard);
        proposal.inProgram += matched;
        for (const std::vector<std::uint32_t> &counters : counted)
            for (std::size_t place = 0; place < members.size(); ++place)
                members[place] += counters[place + 1];
    });
    return members;
}

void shareOf(const AccountScores &scores, const PriorityWeights &weights, std::size_t begin, std::size_t rows, double *points)
{
    for (std::size_t i = 0; i < rows; ++i) {
        points[i] = weights.fit * scores.fit.fit[begin + i] + weights.intent * scores.intent.score[begin + i] +
                    weights.engagement * scores.engagement.score[begin + i];
    }
}

// ACV rank and priority, and who competes for places. The rank is the share of in-program accounts with a strictly lower ACV, by counting: amounts need
// no sorting once their order is known.
void prioritise(const AcvOrder &order, const std::vector<std::uint32_t> &members, const AccountScores &scores,
                const PriorityWeights &weights, const ScoreShare *known, Competition *competition, TierProposal &proposal)
{
    const std::size_t rows = order.place.size();
    resizeLarge(proposal.priority, rows);
    proposal.rankOfAmount.assign(members.size() + 1, 0.0); // the last one: unknown
    std::uint32_t below = 0;
    for (std::size_t place = 0; place < members.size() && proposal.inProgram > 0; ++place) {
        proposal.rankOfAmount[place] = static_cast<double>(below) / static_cast<double>(proposal.inProgram);
        below += members[place];
    }
    inAllCores(rows, [&, last = static_cast<std::uint32_t>(members.size()), weight = weights.acvRank * 100](std::size_t begin, std::size_t end) {
        const double *rank = proposal.rankOfAmount.data();
        std::optional<Competition::Entrance> entrance;
        if (competition != nullptr)
            entrance.emplace(*competition);
        for (std::size_t at = begin; at < end; at += Competition::Entrance::blockRows) {
            const std::size_t size = std::min(Competition::Entrance::blockRows, end - at);
            double *priority = proposal.priority.data() + at;
            const std::uint32_t *__restrict place = order.place.data() + at;
            const double *share = priority;
            if (known == nullptr || known->weights != weights)
                shareOf(scores, weights, at, size, priority);
            else
                share = known->points.data() + at;
            for (std::size_t i = 0; i < size; ++i)
                priority[i] = share[i] + weight * rank[std::min(place[i], last)];
            if (entrance)
                entrance->enter(at, {priority, size}, std::span(proposal.computed).subspan(at, size));
        }
    });
}

// Counts in one pass what rules, capacity and both together made of the accounts.
void countOutcomes(std::size_t rules, TierProposal &proposal)
{
    proposal.outcomes.assign(rules + 1, {});
    std::mutex guard;
    inAllCores(proposal.rule.size(), [&](std::size_t begin, std::size_t end) {
        using Cells = std::array<std::uint32_t, 8>; // by displaced * 4 + tier
        constexpr std::size_t apart = 8; // as above
        std::array<std::vector<Cells>, apart> counted;
        counted.fill(std::vector<Cells>(rules + 1, Cells{}));
        for (std::size_t row = begin; row < end; ++row) {
            const std::size_t outcome = tierIndex(proposal.proposed[row]) + std::size_t{proposal.displaced[row]} * 4;
            ++counted[row % apart][static_cast<std::size_t>(proposal.rule[row] + 1)][outcome];
        }
        const std::scoped_lock lock(guard);
        for (const std::vector<Cells> &counters : counted) {
            for (std::size_t rule = 0; rule <= rules; ++rule) {
                for (std::size_t tier = 0; tier < 4; ++tier) {
                    proposal.outcomes[rule].displaced[tier] += counters[rule][tier + 4];
                    proposal.outcomes[rule].accounts[tier] += std::int64_t{counters[rule][tier]} + counters[rule][tier + 4];
                }
            }
        }
    });
}

// Displaced accounts that end lower than some account of a later rule, which a reader of the list would not
// expect.
void noticeUnjust(const TierPolicy &policy, TierProposal &proposal)
{
    std::vector<std::array<std::int64_t, 4>> competing; // by rule: accounts without a pin
    for (const RuleOutcome &outcome : proposal.outcomes)
        competing.push_back(outcome.accounts);
    for (const std::uint32_t row : proposal.pinned)
        --competing[static_cast<std::size_t>(proposal.rule[row] + 1)][tierIndex(proposal.proposed[row])];
    int bestOfLater = 4; // highest tier that a later rule reached
    std::int64_t unjust = 0;
    for (std::size_t rule = policy.rules.size(); rule-- > 0;) {
        int best = bestOfLater;
        for (const Tier tier : allTiers) {
            if (tierDepth(tier) > bestOfLater)
                unjust += proposal.outcomes[rule + 1].displaced[tierIndex(tier)];
            if (competing[rule + 1][tierIndex(tier)] > 0)
                best = std::min(best, tierDepth(tier));
        }
        bestOfLater = best;
    }
    if (unjust > 0)
        proposal.notices.push_back({TieringWarning::displacedBelowLesser, Tier::none, unjust});
}

void noticeInputs(const AccountScores &scores, Day asOf, TierProposal &proposal)
{
    if (!scores.intent.feed.anyIntent && !scores.engagement.anyActivity && !scores.deals.anyDeal)
        proposal.notices.push_back({TieringWarning::noData, Tier::none, 0});
    if (scores.intent.feed.stale)
        proposal.notices.push_back({TieringWarning::staleIntent, Tier::none, asOf - scores.intent.feed.anchor});
}

void setPins(std::span<const TierPin> pins, Day asOf, std::size_t rows, const FitColumns &fit,
             TierProposal &proposal)
{
    if (proposal.pin.size() == rows) { // used before
        for (const std::uint32_t row : proposal.pinned)
            proposal.pin[row] = -1;
    } else {
        resizeLarge(proposal.pin, rows);
        std::fill(proposal.pin.begin(), proposal.pin.end(), -1);
    }
    proposal.pinned.clear();
    for (std::size_t i = 0; i < pins.size(); ++i) {
        if (!pins[i].inForce(asOf) || pins[i].account >= rows)
            continue;
        if (proposal.pin[pins[i].account] < 0)
            proposal.pinned.push_back(pins[i].account);
        proposal.pin[pins[i].account] = static_cast<std::int32_t>(i);
    }
    std::int64_t onDisqualified = 0;
    for (const std::uint32_t row : proposal.pinned)
        onDisqualified += pins[static_cast<std::size_t>(proposal.pin[row])].tier != Tier::none && fit.disqualified(row);
    if (onDisqualified > 0)
        proposal.notices.push_back({TieringWarning::pinnedDisqualified, Tier::none, onDisqualified});
}

} // namespace

AccountScores scoreAccounts(const AccountFrame &accounts, const Icp &icp, const IntentColumns &intent,
                            const ActivityColumns &activities, const OpportunityColumns &deals,
                            const TierPolicy &policy, const Currency &currency, Day asOf)
{
    AccountScores scores;
    scores.fit = scoreFit(accounts, icp, currency);
    scores.intent = scoreIntent(intent, accounts.size(), policy.intent, asOf);
    scores.engagement = scoreEngagement(activities, accounts.size(), policy.engagement, asOf);
    scores.intensity = scoreIntensity(activities, accounts.size(), policy.engagement, policy.intensity, asOf);
    scores.deals = dealFlags(deals, accounts.size(), asOf);
    return scores;
}

AccountFacts factsOf(std::size_t row, const AccountFrame &accounts, const AccountScores &scores,
                     const TierPolicy &policy)
{
    AccountFacts facts;
    facts.fit = scores.fit.fit[row];
    facts.fitMax = scores.fit.fitMax[row];
    facts.intentScore = scores.intent.score[row];
    facts.engagementScore = scores.engagement.score[row];
    facts.acv = accounts.acv[row];
    facts.barred = scores.fit.disqualified(row) || excluded(row, scores.deals, policy);
    facts.flags = {scores.intent.recent[row] != 0, scores.engagement.recent[row] != 0,
                   scores.intent.surges(row), scores.engagement.surge[row] != 0,
                   scores.intensity.high[row] != 0};
    return facts;
}

RuleMatcher::RuleMatcher(const TierPolicy &policy)
{
    for (const TierRule &rule : policy.rules) {
        Rule ready;
        for (const MeasureTest &test : rule.measures) {
            if (test.measure == Measure::acv)
                ready.tests.push_back({test.measure, test.below, 0, resolvedAmount(policy.thresholds, test)});
            else
                ready.tests.push_back({test.measure, test.below, resolved(policy.thresholds, test), Money{}});
        }
        ready.flags = rule.flags;
        m_rules.push_back(std::move(ready));
    }
}

std::int16_t RuleMatcher::match(const AccountFacts &facts) const
{
    if (facts.barred)
        return TierProposal::noRule;
    for (std::size_t i = 0; i < m_rules.size(); ++i) {
        const Rule &rule = m_rules[i];
        const bool matches = std::all_of(rule.tests.begin(), rule.tests.end(),
                                         [&](const Test &test) { return holds(test, facts); }) &&
                             std::all_of(rule.flags.begin(), rule.flags.end(), [&](const FlagTest &test) {
                                 return facts.flags[static_cast<std::size_t>(test.flag)] == test.expected;
                             });
        if (matches)
            return static_cast<std::int16_t>(i);
    }
    return TierProposal::noRule;
}

AcvOrder::AcvOrder(const MoneyColumn &acv) : place(acv.size(), unknown)
{
    std::copy_if(acv.begin(), acv.end(), std::back_inserter(amounts), [](Money amount) { return amount.known(); });
    std::sort(amounts.begin(), amounts.end());
    amounts.erase(std::unique(amounts.begin(), amounts.end()), amounts.end());
    amounts.shrink_to_fit();
    inAllCores(acv.size(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row) {
            if (acv[row].known())
                place[row] = static_cast<std::uint32_t>(std::lower_bound(amounts.begin(), amounts.end(), acv[row]) - amounts.begin());
        }
    });
}

ScoreShare scoreShare(const AccountScores &scores, const PriorityWeights &weights)
{
    ScoreShare share{.weights = weights, .points = {}};
    const std::size_t rows = scores.fit.defined ? scores.fit.fit.size() : 0; // without an ICP nobody has a priority
    resizeLarge(share.points, rows);
    inAllCores(rows, [&](std::size_t begin, std::size_t end) { shareOf(scores, weights, begin, end - begin, share.points.data() + begin); });
    return share;
}

TierProposal proposeTiers(const AccountFrame &accounts, const AccountScores &scores, const TierPolicy &policy,
                          std::span<const TierPin> pins, Day asOf)
{
    return proposeTiers(accounts, AcvOrder(accounts.acv), scores, policy, pins, asOf);
}

TierProposal proposeTiers(const AccountFrame &accounts, const AcvOrder &order, const AccountScores &scores, const TierPolicy &policy,
                          std::span<const TierPin> pins, Day asOf, TierProposal reused, const ScoreShare *share)
{
    TierProposal proposal = std::move(reused);
    proposal.notices.clear();
    proposal.inProgram = 0;
    noticeInputs(scores, asOf, proposal);
    proposal.defined = scores.fit.defined;
    if (!proposal.defined) {
        TierProposal none{.notices = std::move(proposal.notices)};
        none.notices.push_back({TieringWarning::noIcp, Tier::none, 0});
        return none;
    }
    setPins(pins, asOf, accounts.size(), scores.fit, proposal);
    const std::vector<std::uint32_t> members = matchRules(order, scores, policy, proposal);
    std::optional<Competition> competition;
    if (policy.capacity[1] || policy.capacity[2] || policy.capacity[3])
        competition.emplace(accounts.size());
    Competition *entered = competition ? &*competition : nullptr;
    prioritise(order, members, scores, policy.priority, share, entered, proposal);
    const bool displaced = applyCapacity(accounts, policy, pins, entered, proposal);
    countOutcomes(policy.rules.size(), proposal);
    if (displaced)
        noticeUnjust(policy, proposal);
    return proposal;
}

std::string noticeText(const TieringNotice &notice)
{
    const std::string count = std::to_string(notice.value);
    switch (notice.warning) {
    case TieringWarning::noData:
        return "no activity, signal or opportunity is dated up to the as-of date: all scores are 0";
    case TieringWarning::noIcp:
        return "there is no ICP: fit, priority and tiers are empty; set criteria first";
    case TieringWarning::staleIntent:
        return "the newest intent signal is " + count + " days old: no intent surges";
    case TieringWarning::displacedBelowLesser:
        return count + " accounts displaced by capacity end lower than accounts of lesser rules";
    case TieringWarning::pinsFillTier:
        return count + " accounts are pinned to tier " + tierCode(notice.tier) + ", more than it has places";
    case TieringWarning::pinnedDisqualified:
        return count + " disqualified accounts are pinned to a tier";
    }
    return {};
}

} // namespace dimsum
