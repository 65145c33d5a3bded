#include "domain/tiering.h"

#include "domain/all_cores.h"
#include "domain/large_memory.h"
#include "domain/tier_passes.h"
#include "domain/tolerance.h"

#include <algorithm>
#include <iterator>

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

} // namespace

void weighScores(const AccountScores &scores, const PriorityWeights &weights, std::size_t begin, std::size_t rows, double *points)
{
    for (std::size_t i = 0; i < rows; ++i) {
        points[i] = weights.fit * scores.fit->fit[begin + i] + weights.intent * scores.intent->score[begin + i] +
                    weights.engagement * scores.engagement.score[begin + i];
    }
}

Priorities::Priorities(const TierBasis &basis, const PriorityWeights &weights, const TierProposal &proposal, bool anew)
    : m_scores(basis.scores), m_weights(weights), m_known(anew || proposal.priority.empty() ? nullptr : proposal.priority.data()),
      m_share(basis.share != nullptr && basis.share->weights == weights ? basis.share->points.data() : nullptr), m_rank(proposal.rankOfAmount.data()),
      m_place(basis.order.place.data()), m_unknown(static_cast<std::uint32_t>(basis.order.amounts.size())), m_weight(weights.acvRank * 100)
{
}

double Priorities::share(std::size_t row) const
{
    double points = 0;
    weighScores(m_scores, m_weights, row, 1, &points);
    return points;
}

void Priorities::fill(std::size_t begin, std::size_t rows, double *priorities) const
{
    if (m_known != nullptr) {
        std::copy_n(m_known + begin, rows, priorities);
        return;
    }
    // In locals: as far as the language knows, what is written might be one of them.
    const std::uint32_t *__restrict place = m_place + begin;
    const double *rank = m_rank, *share = m_share != nullptr ? m_share + begin : priorities;
    const double weight = m_weight;
    const std::uint32_t unknown = m_unknown;
    if (m_share == nullptr)
        weighScores(m_scores, m_weights, begin, rows, priorities);
    for (std::size_t i = 0; i < rows; ++i)
        priorities[i] = share[i] + weight * rank[std::min(place[i], unknown)];
}

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
    facts.fit = scores.fit->fit[row];
    facts.fitMax = scores.fit->fitMax[row];
    facts.intentScore = scores.intent->score[row];
    facts.engagementScore = scores.engagement.score[row];
    facts.acv = accounts.acv[row];
    facts.barred = scores.fit->disqualified(row) || excluded(row, scores.deals, policy);
    facts.flags = {scores.intent->recent[row] != 0, scores.engagement.recent[row] != 0,
                   scores.intent->surges(row), scores.engagement.surge[row] != 0,
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
    const std::size_t rows = scores.fit->defined ? scores.fit->fit.size() : 0; // without an ICP nobody has a priority
    resizeLarge(share.points, rows);
    inAllCores(rows, [&](std::size_t begin, std::size_t end) { weighScores(scores, weights, begin, end - begin, share.points.data() + begin); });
    return share;
}

TierProposal proposeTiers(const AccountFrame &accounts, const AccountScores &scores, const TierPolicy &policy,
                          std::span<const TierPin> pins, Day asOf)
{
    const AcvOrder order(accounts.acv);
    return proposeTiers({.accounts = accounts, .order = order, .scores = scores, .pins = pins, .asOf = asOf}, policy);
}

TierProposal proposeTiers(const TierBasis &basis, const TierPolicy &policy, TierProposal reused)
{
    TierProposal proposal = std::move(reused);
    proposal.notices.clear();
    noticeInputs(basis.scores, basis.asOf, proposal);
    proposal.defined = basis.scores.fit->defined;
    if (!proposal.defined) {
        TierProposal none{.notices = std::move(proposal.notices)};
        none.notices.push_back({TieringWarning::noIcp, Tier::none, 0});
        return none;
    }
    setPins(basis, proposal);
    matchRules(basis, policy, proposal);
    Competition competition;
    placeAll(basis, policy, &proposal.priority, competition, proposal);
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
