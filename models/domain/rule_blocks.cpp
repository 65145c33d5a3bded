#include "domain/rule_blocks.h"

#include "domain/tolerance.h"

#include <algorithm>

namespace dimsum
{

namespace
{

// Where `test` stands in `known`, adding it if it is new.
template <class Test>
std::size_t placeOf(const Test &test, std::vector<Test> &known)
{
    const auto found = std::find(known.begin(), known.end(), test);
    const std::size_t place = static_cast<std::size_t>(found - known.begin());
    if (found == known.end())
        known.push_back(test);
    return place;
}

// The loops below write bytes, which may lie anywhere as far as the language knows: everything they read besides is in
// locals, or the compiler would read it again for every row.
template <class Value, class Holds>
void fill(std::uint8_t *__restrict outcome, const Value *__restrict values, std::size_t rows, Holds holds)
{
    for (std::size_t i = 0; i < rows; ++i)
        outcome[i] = holds(values[i]);
}

} // namespace

BlockMatcher::BlockMatcher(const AcvOrder &order, const AccountScores &scores, const TierPolicy &policy,
                           const RuleMatcher &matcher)
    : m_order(order), m_scores(scores), m_policy(policy)
{
    for (const RuleMatcher::Rule &rule : matcher.rules())
        for (const RuleMatcher::Test &test : rule.tests)
            placeOf(test, m_tests);
    for (const RuleMatcher::Rule &rule : matcher.rules()) {
        Rule &mine = m_rules.emplace_back();
        for (const RuleMatcher::Test &test : rule.tests)
            mine.tests.push_back(static_cast<std::uint16_t>(placeOf(test, m_tests)));
        for (const FlagTest &test : rule.flags)
            mine.tests.push_back(static_cast<std::uint16_t>(m_tests.size() + placeOf(test, m_flags)));
    }
    m_outcomes.resize(m_tests.size() + m_flags.size());
}

std::int64_t BlockMatcher::match(std::size_t begin, std::size_t rows, std::int16_t *rule)
{
    bar(begin, rows);
    for (std::size_t test = 0; test < m_tests.size(); ++test)
        evaluate(m_tests[test], begin, rows, m_outcomes[test]);
    for (std::size_t flag = 0; flag < m_flags.size(); ++flag)
        evaluate(m_flags[flag], begin, rows, m_outcomes[m_tests.size() + flag]);
    std::fill_n(rule, rows, TierProposal::noRule);
    std::uint8_t *__restrict open = m_open.data();
    std::uint8_t *__restrict holds = m_holds.data();
    for (std::size_t r = 0; r < m_rules.size(); ++r) {
        std::copy_n(open, rows, holds);
        for (const std::uint16_t test : m_rules[r].tests) {
            const std::uint8_t *__restrict outcome = m_outcomes[test].data();
            for (std::size_t i = 0; i < rows; ++i)
                holds[i] &= outcome[i];
        }
        const auto number = static_cast<std::int16_t>(r);
        std::int16_t *__restrict written = rule;
        for (std::size_t i = 0; i < rows; ++i) {
            // Of an open row the rule is noRule, whose bits are all set: those of the number are what stays.
            const auto keep = static_cast<std::int16_t>(holds[i] - 1); // all bits where it does not hold, else none
            written[i] = static_cast<std::int16_t>((written[i] & keep) | (number & ~keep));
            open[i] = static_cast<std::uint8_t>(open[i] ^ holds[i]); // what holds was open
        }
    }
    std::int64_t matched = 0;
    for (std::size_t i = 0; i < rows; ++i)
        matched += rule[i] >= 0;
    return matched;
}

void BlockMatcher::bar(std::size_t begin, std::size_t rows)
{
    fill(m_open.data(), m_scores.fit.failedMustHave.data() + begin, rows,
         [](std::uint16_t failed) { return static_cast<std::uint8_t>(failed == FitColumns::noCriterion); });
    std::uint8_t *__restrict open = m_open.data();
    const auto without = [&](const std::vector<std::uint8_t> &flag) {
        const std::uint8_t *__restrict flags = flag.data() + begin;
        for (std::size_t i = 0; i < rows; ++i)
            open[i] = static_cast<std::uint8_t>(open[i] & (flags[i] == 0));
    };
    if (m_policy.excludeCustomers)
        without(m_scores.deals.customer);
    if (m_policy.excludeOpenDeals)
        without(m_scores.deals.openDeal);
}

void BlockMatcher::evaluate(const RuleMatcher::Test &test, std::size_t begin, std::size_t rows, Block &outcome) const
{
    const std::uint8_t below = test.below ? 1 : 0;
    if (test.measure == Measure::acv) { // an unknown ACV fails every test, below ones too
        const auto reached = std::lower_bound(m_order.amounts.begin(), m_order.amounts.end(), test.amount);
        const auto from = static_cast<std::uint32_t>(reached - m_order.amounts.begin());
        fill(outcome.data(), m_order.place.data() + begin, rows, [from, below](std::uint32_t place) {
            return static_cast<std::uint8_t>((place != AcvOrder::unknown) & ((place >= from) ^ below));
        });
        return;
    }
    fill(outcome.data(), column(test.measure).data() + begin, rows,
         [number = test.number, below](double value) { return static_cast<std::uint8_t>((value + slack >= number) ^ below); });
}

void BlockMatcher::evaluate(const FlagTest &test, std::size_t begin, std::size_t rows, Block &outcome) const
{
    const std::uint8_t other = test.expected ? 0 : 1;
    const auto notZero = [&](const std::vector<std::uint8_t> &values) {
        fill(outcome.data(), values.data() + begin, rows, [other](std::uint8_t value) { return static_cast<std::uint8_t>((value != 0) ^ other); });
    };
    switch (test.flag) {
    case Flag::recentIntent:
        return notZero(m_scores.intent.recent);
    case Flag::recentEngagement:
        return notZero(m_scores.engagement.recent);
    case Flag::intentSurge:
        return fill(outcome.data(), m_scores.intent.surge.data() + begin, rows,
                    [other](SurgeState state) { return static_cast<std::uint8_t>((state == SurgeState::surge) ^ other); });
    case Flag::engagementSurge:
        return notZero(m_scores.engagement.surge);
    case Flag::highIntensity:
        return notZero(m_scores.intensity.high);
    }
}

const std::vector<double> &BlockMatcher::column(Measure measure) const
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

} // namespace dimsum
