#include "domain/tiering.h"

#include "domain/all_cores.h"
#include "domain/tolerance.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <numeric>

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

void matchRules(const AccountFrame &accounts, const AccountScores &scores, const TierPolicy &policy,
                TierProposal &proposal)
{
    const RuleMatcher matcher(policy);
    const std::size_t rows = accounts.size();
    proposal.rule.resize(rows);
    proposal.computed.resize(rows);
    std::atomic<std::int64_t> inProgram = 0;
    inAllCores(rows, [&](std::size_t begin, std::size_t end) {
        std::int64_t matched = 0;
        for (std::size_t row = begin; row < end; ++row) {
            const std::int16_t rule = matcher.match(factsOf(row, accounts, scores, policy));
            proposal.rule[row] = rule;
            proposal.computed[row] =
                rule == TierProposal::noRule ? Tier::none : policy.rules[static_cast<std::size_t>(rule)].tier;
            matched += rule != TierProposal::noRule;
        }
        inProgram += matched;
    });
    proposal.inProgram = inProgram;
}

void rankByAcv(const AccountFrame &accounts, TierProposal &proposal)
{
    std::vector<Money> amounts; // known ones of in-program accounts
    for (std::size_t row = 0; row < accounts.size(); ++row) {
        if (proposal.rule[row] != TierProposal::noRule && accounts.acv[row].known())
            amounts.push_back(accounts.acv[row]);
    }
    std::sort(amounts.begin(), amounts.end());
    proposal.acvRank.assign(accounts.size(), 0.0);
    if (proposal.inProgram == 0)
        return;
    // Many accounts share an amount: each distinct one is looked up among few.
    std::vector<Money> distinct;
    std::vector<std::ptrdiff_t> below; // accounts with a lower amount than distinct[i]; all of them at the end
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        if (i == 0 || amounts[i] != amounts[i - 1]) {
            distinct.push_back(amounts[i]);
            below.push_back(static_cast<std::ptrdiff_t>(i));
        }
    }
    below.push_back(std::ssize(amounts));
    inAllCores(accounts.size(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row) {
            if (!accounts.acv[row].known())
                continue;
            const auto place = std::lower_bound(distinct.begin(), distinct.end(), accounts.acv[row]) - distinct.begin();
            proposal.acvRank[row] =
                static_cast<double>(below[static_cast<std::size_t>(place)]) / static_cast<double>(proposal.inProgram);
        }
    });
}

void prioritise(const AccountScores &scores, const PriorityWeights &weights, TierProposal &proposal)
{
    proposal.priority.resize(proposal.acvRank.size());
    inAllCores(proposal.priority.size(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row) {
            proposal.priority[row] =
                weights.fit * scores.fit.fit[row] + weights.intent * scores.intent.score[row] +
                weights.engagement * scores.engagement.score[row] + weights.acvRank * 100 * proposal.acvRank[row];
        }
    });
}

// Accounts without a domain (CRM files have some) are told apart by name, then by place.
bool earlierKey(const AccountFrame &accounts, std::uint32_t a, std::uint32_t b)
{
    if (const int order = accounts.domain.at(a).compare(accounts.domain.at(b)); order != 0)
        return order < 0;
    if (const int order = accounts.name.at(a).compare(accounts.name.at(b)); order != 0)
        return order < 0;
    return a < b;
}

// Higher priority first, compared in steps of 1e-9 so that rounding noise breaks no tie; then by key.
class PriorityOrder
{
public:
    PriorityOrder(const AccountFrame &accounts, std::span<const double> priority)
        : m_accounts(accounts), m_priority(priority)
    {
    }
    bool operator()(std::uint32_t a, std::uint32_t b) const
    {
        const double first = std::round(m_priority[a] * 1e9);
        const double second = std::round(m_priority[b] * 1e9);
        return first != second ? first > second : earlierKey(m_accounts, a, b);
    }

private:
    const AccountFrame &m_accounts;
    std::span<const double> m_priority;
};

std::array<std::int64_t, 4> countPins(const TierProposal &proposal, std::span<const TierPin> pins)
{
    std::array<std::int64_t, 4> counts{};
    for (const std::int32_t pin : proposal.pin) {
        if (pin >= 0)
            ++counts[tierIndex(pins[static_cast<std::size_t>(pin)].tier)];
    }
    return counts;
}

// Tier by tier from the top: the best stay, the others compete one tier lower. Pinned accounts take places
// but do not compete; their own proposal stays the computed tier.
void applyCapacity(const AccountFrame &accounts, const TierPolicy &policy, std::span<const TierPin> pins,
                   TierProposal &proposal)
{
    proposal.proposed = proposal.computed;
    proposal.displaced.assign(proposal.computed.size(), 0);
    const std::array<std::int64_t, 4> pinned = countPins(proposal, pins);
    std::array<std::vector<std::uint32_t>, 4> candidates;
    for (std::uint32_t row = 0; row < proposal.computed.size(); ++row) {
        if (proposal.pin[row] < 0)
            candidates[tierIndex(proposal.computed[row])].push_back(row);
    }
    const PriorityOrder better(accounts, proposal.priority);
    for (std::size_t tier = 1; tier <= 3; ++tier) {
        if (!policy.capacity[tier])
            continue;
        if (pinned[tier] > *policy.capacity[tier])
            proposal.notices.push_back({TieringWarning::pinsFillTier, static_cast<Tier>(tier), pinned[tier]});
        const std::int64_t room = std::max<std::int64_t>(0, *policy.capacity[tier] - pinned[tier]);
        std::vector<std::uint32_t> &rows = candidates[tier];
        if (std::ssize(rows) <= room)
            continue;
        const auto cut = rows.begin() + static_cast<std::ptrdiff_t>(room);
        std::nth_element(rows.begin(), cut, rows.end(), better);
        const std::size_t below = tier == 3 ? 0 : tier + 1;
        for (auto row = cut; row != rows.end(); ++row) {
            proposal.displaced[*row] = 1;
            proposal.proposed[*row] = static_cast<Tier>(below);
            candidates[below].push_back(*row);
        }
        rows.erase(cut, rows.end());
    }
}

// None counts as the lowest tier.
int depth(Tier tier)
{
    return tier == Tier::none ? 4 : static_cast<int>(tier);
}

// Displaced accounts that end lower than some account of a later rule, which a reader of the list would not
// expect.
void noticeUnjust(const TierPolicy &policy, TierProposal &proposal)
{
    std::vector<int> bestOfLater(policy.rules.size() + 1,
                                 4); // highest tier reached by rules from this index on
    for (std::size_t row = 0; row < proposal.rule.size(); ++row) {
        if (proposal.rule[row] == TierProposal::noRule || proposal.pin[row] >= 0)
            continue;
        int &best = bestOfLater[static_cast<std::size_t>(proposal.rule[row])];
        best = std::min(best, depth(proposal.proposed[row]));
    }
    for (std::size_t rule = policy.rules.size(); rule-- > 0;)
        bestOfLater[rule] = std::min(bestOfLater[rule], bestOfLater[rule + 1]);
    std::int64_t unjust = 0;
    for (std::size_t row = 0; row < proposal.rule.size(); ++row) {
        if (proposal.displaced[row] != 0 &&
            bestOfLater[static_cast<std::size_t>(proposal.rule[row]) + 1] < depth(proposal.proposed[row]))
            ++unjust;
    }
    if (unjust > 0)
        proposal.notices.push_back({TieringWarning::displacedBelowLesser, Tier::none, unjust});
}

void noticeInputs(const AccountScores &scores, Day asOf, TierProposal &proposal)
{
    if (!scores.intent.anyIntent && !scores.engagement.anyActivity && !scores.deals.anyDeal)
        proposal.notices.push_back({TieringWarning::noData, Tier::none, 0});
    if (scores.intent.stale)
        proposal.notices.push_back({TieringWarning::staleIntent, Tier::none, asOf - scores.intent.anchor});
}

void setPins(std::span<const TierPin> pins, Day asOf, std::size_t rows, const FitColumns &fit,
             TierProposal &proposal)
{
    proposal.pin.assign(rows, -1);
    for (std::size_t i = 0; i < pins.size(); ++i) {
        if (pins[i].inForce(asOf) && pins[i].account < rows)
            proposal.pin[pins[i].account] = static_cast<std::int32_t>(i);
    }
    std::int64_t onDisqualified = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        const bool lifted =
            proposal.pin[row] >= 0 && pins[static_cast<std::size_t>(proposal.pin[row])].tier != Tier::none;
        onDisqualified += lifted && fit.disqualified(row);
    }
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

TierProposal proposeTiers(const AccountFrame &accounts, const AccountScores &scores, const TierPolicy &policy,
                          std::span<const TierPin> pins, Day asOf)
{
    TierProposal proposal;
    noticeInputs(scores, asOf, proposal);
    proposal.defined = scores.fit.defined;
    if (!proposal.defined) {
        proposal.notices.push_back({TieringWarning::noIcp, Tier::none, 0});
        return proposal;
    }
    setPins(pins, asOf, accounts.size(), scores.fit, proposal);
    matchRules(accounts, scores, policy, proposal);
    rankByAcv(accounts, proposal);
    prioritise(scores, policy.priority, proposal);
    applyCapacity(accounts, policy, pins, proposal);
    noticeUnjust(policy, proposal);
    return proposal;
}

std::vector<std::uint32_t> rowsByPriority(const AccountFrame &accounts, std::span<const double> priority)
{
    std::vector<std::uint32_t> rows(accounts.size());
    std::iota(rows.begin(), rows.end(), 0U);
    return rowsByPriority(accounts, priority, std::move(rows));
}

std::vector<std::uint32_t> rowsByPriority(const AccountFrame &accounts, std::span<const double> priority,
                                          std::vector<std::uint32_t> rows)
{
    if (priority.empty()) {
        std::sort(rows.begin(), rows.end(),
                  [&](std::uint32_t a, std::uint32_t b) { return earlierKey(accounts, a, b); });
        return rows;
    }
    // The steps are counted once per row, not once per comparison.
    struct Ranked {
        double steps = 0;
        std::uint32_t row = 0;
    };
    std::vector<Ranked> ranked;
    ranked.reserve(rows.size());
    for (const std::uint32_t row : rows)
        ranked.push_back({std::round(priority[row] * 1e9), row});
    std::sort(ranked.begin(), ranked.end(), [&](const Ranked &a, const Ranked &b) {
        return a.steps != b.steps ? a.steps > b.steps : earlierKey(accounts, a.row, b.row);
    });
    std::transform(ranked.begin(), ranked.end(), rows.begin(), [](const Ranked &each) { return each.row; });
    return rows;
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
