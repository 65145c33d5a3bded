#include "domain/tiering.h"

#include "domain/all_cores.h"
#include "domain/large_memory.h"
#include "domain/tier_depth.h"
#include "domain/tolerance.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <iterator>
#include <functional>
#include <limits>
#include <mutex>
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

// The rules over a block of rows, test by test in loops without branches. Says what RuleMatcher says of single accounts.
class BlockMatcher
{
public:
    static constexpr std::size_t blockRows = 1024;

    BlockMatcher(const AccountFrame &accounts, const AccountScores &scores, const TierPolicy &policy, const RuleMatcher &matcher)
        : m_accounts(accounts), m_scores(scores), m_policy(policy), m_matcher(matcher)
    {
    }

    // Writes the rule of each row; returns how many match one.
    std::int64_t match(std::size_t begin, std::size_t rows, std::int16_t *rule)
    {
        bar(begin, rows);
        std::fill_n(rule, rows, TierProposal::noRule);
        std::int64_t matched = 0;
        for (std::size_t r = 0; r < m_matcher.rules().size(); ++r) {
            m_holds = m_open;
            for (const RuleMatcher::Test &test : m_matcher.rules()[r].tests)
                apply(test, begin, rows);
            for (const FlagTest &test : m_matcher.rules()[r].flags)
                apply(test, begin, rows);
            int found = 0;
            for (std::size_t i = 0; i < rows; ++i) {
                rule[i] = m_holds[i] != 0 ? static_cast<std::int16_t>(r) : rule[i];
                m_open[i] = static_cast<std::uint8_t>(m_open[i] & ~m_holds[i]);
                found += m_holds[i];
            }
            matched += found;
        }
        return matched;
    }

private:
    void bar(std::size_t begin, std::size_t rows)
    {
        const std::uint16_t *failed = m_scores.fit.failedMustHave.data() + begin;
        for (std::size_t i = 0; i < rows; ++i)
            m_open[i] = failed[i] == FitColumns::noCriterion ? 1 : 0;
        const auto without = [&](const std::vector<std::uint8_t> &flag) {
            for (std::size_t i = 0; i < rows; ++i)
                m_open[i] = static_cast<std::uint8_t>(m_open[i] & (flag[begin + i] == 0 ? 1 : 0));
        };
        if (m_policy.excludeCustomers)
            without(m_scores.deals.customer);
        if (m_policy.excludeOpenDeals)
            without(m_scores.deals.openDeal);
    }
    void apply(const RuleMatcher::Test &test, std::size_t begin, std::size_t rows)
    {
        const std::uint8_t below = test.below ? 1 : 0;
        if (test.measure == Measure::acv) { // an unknown ACV fails every test, below ones too
            const Money *acv = m_accounts.acv.data() + begin;
            for (std::size_t i = 0; i < rows; ++i) {
                const auto reaches = static_cast<std::uint8_t>(acv[i].minor >= test.amount.minor ? 1 : 0);
                m_holds[i] = static_cast<std::uint8_t>(m_holds[i] & (acv[i].known() ? 1 : 0) & (reaches ^ below));
            }
            return;
        }
        const double *values = column(test.measure).data() + begin;
        for (std::size_t i = 0; i < rows; ++i)
            m_holds[i] = static_cast<std::uint8_t>(m_holds[i] & ((values[i] + slack >= test.number ? 1 : 0) ^ below));
    }
    void apply(const FlagTest &test, std::size_t begin, std::size_t rows)
    {
        const std::uint8_t wanted = test.expected ? 1 : 0;
        const auto with = [&](const auto *values, auto isSet) {
            for (std::size_t i = 0; i < rows; ++i)
                m_holds[i] = static_cast<std::uint8_t>(m_holds[i] & ((values[begin + i] == isSet ? 1 : 0) ^ wanted ^ 1));
        };
        const auto notZero = [&](const std::vector<std::uint8_t> &values) {
            for (std::size_t i = 0; i < rows; ++i)
                m_holds[i] = static_cast<std::uint8_t>(m_holds[i] & ((values[begin + i] != 0 ? 1 : 0) ^ wanted ^ 1));
        };
        switch (test.flag) {
        case Flag::recentIntent:
            return notZero(m_scores.intent.recent);
        case Flag::recentEngagement:
            return notZero(m_scores.engagement.recent);
        case Flag::intentSurge:
            return with(m_scores.intent.surge.data(), SurgeState::surge);
        case Flag::engagementSurge:
            return notZero(m_scores.engagement.surge);
        case Flag::highIntensity:
            return notZero(m_scores.intensity.high);
        }
    }
    const std::vector<double> &column(Measure measure) const
    {
        switch (measure) {
        case Measure::fitMax:
            return m_scores.fit.fitMax;
        case Measure::intentScore:
            return m_scores.intent.score;
        case Measure::engagementScore:
            return m_scores.engagement.score;
        case Measure::fit:
        case Measure::acv:
            break;
        }
        return m_scores.fit.fit;
    }

    const AccountFrame &m_accounts;
    const AccountScores &m_scores;
    const TierPolicy &m_policy;
    const RuleMatcher &m_matcher;
    std::array<std::uint8_t, blockRows> m_open{}, m_holds{};
};

void matchRules(const AccountFrame &accounts, const AccountScores &scores, const TierPolicy &policy,
                TierProposal &proposal)
{
    const RuleMatcher matcher(policy);
    std::vector<Tier> tierOf; // by rule + 1
    tierOf.push_back(Tier::none);
    for (const TierRule &rule : policy.rules)
        tierOf.push_back(rule.tier);
    const std::size_t rows = accounts.size();
    resizeLarge(proposal.rule, rows);
    resizeLarge(proposal.computed, rows);
    std::atomic<std::int64_t> inProgram = 0;
    inAllCores(rows, [&](std::size_t begin, std::size_t end) {
        BlockMatcher block(accounts, scores, policy, matcher);
        std::int64_t matched = 0;
        for (std::size_t at = begin; at < end; at += BlockMatcher::blockRows) {
            const std::size_t size = std::min(BlockMatcher::blockRows, end - at);
            matched += block.match(at, size, proposal.rule.data() + at);
            for (std::size_t row = at; row < at + size; ++row)
                proposal.computed[row] = tierOf[static_cast<std::size_t>(proposal.rule[row] + 1)];
        }
        inProgram += matched;
    });
    proposal.inProgram = inProgram;
}

// Share of in-program accounts with a strictly lower ACV, by counting: amounts need no sorting once their order is known.
void rankByAcv(const AcvOrder &order, TierProposal &proposal)
{
    const std::size_t rows = order.place.size();
    resizeLarge(proposal.acvRank, rows);
    if (proposal.inProgram == 0) {
        std::fill(proposal.acvRank.begin(), proposal.acvRank.end(), 0.0);
        return;
    }
    std::vector<std::uint32_t> members(order.distinct + 1, 0); // at place + 1: in-program accounts of that amount
    std::mutex guard;
    inAllCores(rows, [&](std::size_t begin, std::size_t end) {
        std::vector<std::uint32_t> counted(members.size(), 0);
        for (std::size_t row = begin; row < end; ++row) {
            if (proposal.rule[row] != TierProposal::noRule && order.place[row] != AcvOrder::unknown)
                ++counted[order.place[row] + 1];
        }
        const std::scoped_lock lock(guard);
        std::transform(members.begin(), members.end(), counted.begin(), members.begin(), std::plus<>());
    });
    std::vector<double> share(order.distinct + 1);
    std::uint32_t below = 0;
    for (std::size_t place = 0; place < order.distinct; ++place) {
        below += members[place];
        share[place] = static_cast<double>(below) / static_cast<double>(proposal.inProgram);
    }
    share[order.distinct] = 0; // unknown
    inAllCores(rows, [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row)
            proposal.acvRank[row] = share[std::min<std::size_t>(order.place[row], order.distinct)];
    });
}

void prioritise(const AccountScores &scores, const PriorityWeights &weights, TierProposal &proposal)
{
    resizeLarge(proposal.priority, proposal.acvRank.size());
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

// Priorities compare in steps of 1e-9, so that rounding noise breaks no tie.
double stepsOf(double priority)
{
    return std::round(priority * 1e9);
}

// A row with its steps, worked out once and not once per comparison.
struct Ranked {
    double steps = 0;
    std::uint32_t row = 0;
};

// Higher priority first, then by key.
class PriorityOrder
{
public:
    explicit PriorityOrder(const AccountFrame &accounts) : m_accounts(accounts) {}
    bool operator()(const Ranked &a, const Ranked &b) const
    {
        return a.steps != b.steps ? a.steps > b.steps : earlierKey(m_accounts, a.row, b.row);
    }

private:
    const AccountFrame &m_accounts;
};

// Accounts as a workspace loads them lie in the order of their keys already.
bool liesByKey(const AccountFrame &accounts)
{
    std::atomic<bool> ascends = true;
    inAllCores(accounts.size(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = std::max<std::size_t>(begin, 1); row < end && ascends; ++row) {
            if (!earlierKey(accounts, static_cast<std::uint32_t>(row - 1), static_cast<std::uint32_t>(row)))
                ascends = false;
        }
    });
    return ascends;
}

// Highest steps first, equal ones in the order in which they stand: by counting, a few bits at a time, from the lowest.
void countingSort(std::vector<Ranked> &ranked)
{
    constexpr unsigned bits = 10;
    constexpr std::size_t buckets = std::size_t{1} << bits;
    double top = 0;
    for (const Ranked &each : ranked)
        top = std::max(top, each.steps);
    const auto keyOf = [top](const Ranked &each) { return static_cast<std::uint64_t>(top - each.steps); };
    std::uint64_t largest = 0;
    for (const Ranked &each : ranked)
        largest = std::max(largest, keyOf(each));
    std::vector<Ranked> sorted(ranked.size());
    std::vector<std::uint32_t> next(buckets);
    for (unsigned shift = 0; shift < 64 && (largest >> shift) > 0; shift += bits) {
        std::fill(next.begin(), next.end(), 0U);
        for (const Ranked &each : ranked)
            ++next[(keyOf(each) >> shift) & (buckets - 1)];
        std::exclusive_scan(next.begin(), next.end(), next.begin(), 0U);
        for (const Ranked &each : ranked)
            sorted[next[(keyOf(each) >> shift) & (buckets - 1)]++] = each;
        ranked.swap(sorted);
    }
}

std::array<std::int64_t, 4> countPins(const TierProposal &proposal, std::span<const TierPin> pins)
{
    std::array<std::int64_t, 4> counts{};
    for (std::size_t i = 0; i < pins.size(); ++i) {
        if (pins[i].account < proposal.pin.size() && proposal.pin[pins[i].account] == static_cast<std::int32_t>(i))
            ++counts[tierIndex(pins[i].tier)];
    }
    return counts;
}

// Tier by tier from the top: the best stay, the others compete one tier lower. Pinned accounts take places
// but do not compete; their own proposal stays the computed tier.
void applyCapacity(const AccountFrame &accounts, const TierPolicy &policy, std::span<const TierPin> pins,
                   TierProposal &proposal)
{
    const std::size_t all = proposal.computed.size();
    resizeLarge(proposal.proposed, all);
    std::copy(proposal.computed.begin(), proposal.computed.end(), proposal.proposed.begin());
    resizeLarge(proposal.displaced, all);
    std::fill(proposal.displaced.begin(), proposal.displaced.end(), std::uint8_t{0});
    if (!policy.capacity[1] && !policy.capacity[2] && !policy.capacity[3])
        return;
    const std::array<std::int64_t, 4> pinned = countPins(proposal, pins);
    using Candidates = std::array<std::vector<Ranked>, 4>; // nobody competes for no tier
    std::vector<std::pair<std::size_t, Candidates>> parts;
    std::mutex guard;
    inAllCores(all, [&](std::size_t begin, std::size_t end) {
        Candidates found;
        for (std::size_t row = begin; row < end; ++row) {
            const Tier tier = proposal.computed[row];
            if (tier != Tier::none && proposal.pin[row] < 0)
                found[tierIndex(tier)].push_back({stepsOf(proposal.priority[row]), static_cast<std::uint32_t>(row)});
        }
        const std::scoped_lock lock(guard);
        parts.emplace_back(begin, std::move(found));
    });
    std::sort(parts.begin(), parts.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    Candidates candidates = std::move(parts.front().second);
    for (std::size_t part = 1; part < parts.size(); ++part)
        for (std::size_t tier = 0; tier < candidates.size(); ++tier)
            candidates[tier].insert(candidates[tier].end(), parts[part].second[tier].begin(), parts[part].second[tier].end());
    const PriorityOrder better(accounts);
    for (std::size_t tier = 1; tier <= 3; ++tier) {
        if (!policy.capacity[tier])
            continue;
        if (pinned[tier] > *policy.capacity[tier])
            proposal.notices.push_back({TieringWarning::pinsFillTier, static_cast<Tier>(tier), pinned[tier]});
        const std::int64_t room = std::max<std::int64_t>(0, *policy.capacity[tier] - pinned[tier]);
        std::vector<Ranked> &rows = candidates[tier];
        if (std::ssize(rows) <= room)
            continue;
        const auto cut = rows.begin() + static_cast<std::ptrdiff_t>(room);
        std::nth_element(rows.begin(), cut, rows.end(), better);
        const std::size_t below = tier == 3 ? 0 : tier + 1;
        for (auto row = cut; row != rows.end(); ++row) {
            proposal.displaced[row->row] = 1;
            proposal.proposed[row->row] = static_cast<Tier>(below);
            candidates[below].push_back(*row);
        }
        rows.erase(cut, rows.end());
    }
}

// Displaced accounts that end lower than some account of a later rule, which a reader of the list would not
// expect.
void noticeUnjust(const TierPolicy &policy, TierProposal &proposal)
{
    if (std::find(proposal.displaced.begin(), proposal.displaced.end(), std::uint8_t{1}) == proposal.displaced.end())
        return;
    std::vector<int> bestOfLater(policy.rules.size() + 1,
                                 4); // highest tier reached by rules from this index on
    for (std::size_t row = 0; row < proposal.rule.size(); ++row) {
        if (proposal.rule[row] == TierProposal::noRule || proposal.pin[row] >= 0)
            continue;
        int &best = bestOfLater[static_cast<std::size_t>(proposal.rule[row])];
        best = std::min(best, tierDepth(proposal.proposed[row]));
    }
    for (std::size_t rule = policy.rules.size(); rule-- > 0;)
        bestOfLater[rule] = std::min(bestOfLater[rule], bestOfLater[rule + 1]);
    std::int64_t unjust = 0;
    for (std::size_t row = 0; row < proposal.rule.size(); ++row) {
        if (proposal.displaced[row] != 0 &&
            bestOfLater[static_cast<std::size_t>(proposal.rule[row]) + 1] < tierDepth(proposal.proposed[row]))
            ++unjust;
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
    resizeLarge(proposal.pin, rows);
    std::fill(proposal.pin.begin(), proposal.pin.end(), -1);
    for (std::size_t i = 0; i < pins.size(); ++i) {
        if (pins[i].inForce(asOf) && pins[i].account < rows)
            proposal.pin[pins[i].account] = static_cast<std::int32_t>(i);
    }
    std::int64_t onDisqualified = 0;
    for (std::size_t i = 0; i < pins.size(); ++i) {
        const std::size_t row = pins[i].account;
        const bool inForce = row < rows && proposal.pin[row] == static_cast<std::int32_t>(i);
        onDisqualified += inForce && pins[i].tier != Tier::none && fit.disqualified(row);
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

AcvOrder::AcvOrder(const MoneyColumn &acv) : place(acv.size(), unknown)
{
    std::vector<Money> amounts;
    std::copy_if(acv.begin(), acv.end(), std::back_inserter(amounts), [](Money amount) { return amount.known(); });
    std::sort(amounts.begin(), amounts.end());
    amounts.erase(std::unique(amounts.begin(), amounts.end()), amounts.end());
    distinct = amounts.size();
    inAllCores(acv.size(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row) {
            if (acv[row].known())
                place[row] = static_cast<std::uint32_t>(std::lower_bound(amounts.begin(), amounts.end(), acv[row]) - amounts.begin());
        }
    });
}

TierProposal proposeTiers(const AccountFrame &accounts, const AccountScores &scores, const TierPolicy &policy,
                          std::span<const TierPin> pins, Day asOf)
{
    return proposeTiers(accounts, AcvOrder(accounts.acv), scores, policy, pins, asOf);
}

TierProposal proposeTiers(const AccountFrame &accounts, const AcvOrder &order, const AccountScores &scores, const TierPolicy &policy,
                          std::span<const TierPin> pins, Day asOf, TierProposal reused)
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
    matchRules(accounts, scores, policy, proposal);
    rankByAcv(order, proposal);
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
    std::vector<Ranked> ranked;
    ranked.reserve(rows.size());
    for (const std::uint32_t row : rows)
        ranked.push_back({stepsOf(priority[row]), row});
    const bool finite = std::all_of(ranked.begin(), ranked.end(), [](const Ranked &each) { return std::abs(each.steps) < 1e15; });
    if (finite && std::is_sorted(rows.begin(), rows.end()) && liesByKey(accounts))
        countingSort(ranked);
    else
        sortInAllCores(ranked, PriorityOrder(accounts));
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
