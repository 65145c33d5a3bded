#include "domain/rule_blocks.h"

#include "domain/tolerance.h"
#include "domain/wide_registers.h"

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
inline void fill(std::uint8_t *__restrict outcome, const Value *__restrict values, std::size_t rows, Holds holds)
{
    for (std::size_t i = 0; i < rows; ++i)
        outcome[i] = holds(values[i]);
}

DIMSUM_WIDE void fillReached(std::uint8_t *__restrict outcome, const double *__restrict values, std::size_t rows, double number, std::uint8_t below)
{
    for (std::size_t i = 0; i < rows; ++i)
        outcome[i] = static_cast<std::uint8_t>((values[i] + slack >= number) ^ below);
}

// By place in the order of the amounts; an unknown one fails every test, below ones too.
DIMSUM_WIDE void fillReached(std::uint8_t *__restrict outcome, const std::uint32_t *__restrict places, std::size_t rows, std::uint32_t from,
                             std::uint8_t below)
{
    for (std::size_t i = 0; i < rows; ++i)
        outcome[i] = static_cast<std::uint8_t>((places[i] != AcvOrder::unknown) & ((places[i] >= from) ^ below));
}

DIMSUM_WIDE void keepBoth(std::uint8_t *__restrict holds, const std::uint8_t *__restrict outcome, std::size_t rows)
{
    for (std::size_t i = 0; i < rows; ++i)
        holds[i] &= outcome[i];
}

DIMSUM_WIDE void setBit(std::uint32_t *__restrict answers, const std::uint8_t *__restrict holds, std::size_t rows, std::uint32_t bit)
{
    for (std::size_t i = 0; i < rows; ++i)
        answers[i] |= (0U - holds[i]) & bit;
}

// Gives the rows that hold, all of them open, their rule and closes them. Of an open row the rule is noRule, whose bits are
// all set: those of the number are what stays.
DIMSUM_WIDE void settle(std::int16_t *__restrict rule, std::uint8_t *__restrict open, const std::uint8_t *__restrict holds, std::size_t rows,
                        std::int16_t number)
{
    for (std::size_t i = 0; i < rows; ++i) {
        const auto keep = static_cast<std::int16_t>(holds[i] - 1); // all bits where it does not hold, else none
        rule[i] = static_cast<std::int16_t>((rule[i] & keep) | (number & ~keep));
        open[i] = static_cast<std::uint8_t>(open[i] ^ holds[i]);
    }
}

} // namespace

RuleAnswers::RuleAnswers(const RuleMatcher &matcher)
{
    for (const RuleMatcher::Rule &rule : matcher.rules()) {
        const std::size_t tests = rule.tests.size() + rule.flags.size();
        m_first.push_back(m_tests);
        m_tests += tests;
        if (m_tests <= most)
            m_needed.push_back(open | (((std::uint32_t{1} << tests) - 1) << m_first.back()));
    }
}

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

void BlockMatcher::evaluateAll(std::size_t begin, std::size_t rows)
{
    bar(begin, rows);
    for (std::size_t test = 0; test < m_tests.size(); ++test)
        evaluate(m_tests[test], begin, rows, m_outcomes[test]);
    for (std::size_t flag = 0; flag < m_flags.size(); ++flag)
        evaluate(m_flags[flag], begin, rows, m_outcomes[m_tests.size() + flag]);
}

void BlockMatcher::answer(std::size_t begin, std::size_t rows, std::uint32_t *answers)
{
    evaluateAll(begin, rows);
    std::fill_n(answers, rows, 0U);
    setBit(answers, m_open.data(), rows, RuleAnswers::open);
    std::uint32_t bit = 1;
    for (const Rule &rule : m_rules) {
        for (const std::uint16_t test : rule.tests) {
            setBit(answers, m_outcomes[test].data(), rows, bit);
            bit <<= 1;
        }
    }
}

std::int64_t BlockMatcher::match(std::size_t begin, std::size_t rows, std::int16_t *rule)
{
    evaluateAll(begin, rows);
    std::fill_n(rule, rows, TierProposal::noRule);
    for (std::size_t r = 0; r < m_rules.size(); ++r) {
        std::copy_n(m_open.data(), rows, m_holds.data());
        for (const std::uint16_t test : m_rules[r].tests)
            keepBoth(m_holds.data(), m_outcomes[test].data(), rows);
        settle(rule, m_open.data(), m_holds.data(), rows, static_cast<std::int16_t>(r));
    }
    std::int64_t matched = 0;
    for (std::size_t i = 0; i < rows; ++i)
        matched += rule[i] >= 0;
    return matched;
}

void BlockMatcher::bar(std::size_t begin, std::size_t rows)
{
    fill(m_open.data(), m_scores.fit->failedMustHave.data() + begin, rows,
         [](std::uint16_t failed) { return static_cast<std::uint8_t>(failed == FitColumns::noCriterion); });
    std::uint8_t *__restrict open = m_open.data();
    const auto without = [&](const std::vector<std::uint8_t> &flag) {
        const std::uint8_t *__restrict flags = flag.data() + begin;
        for (std::size_t i = 0, count = rows; i < count; ++i)
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
    if (test.measure == Measure::acv)
        fillReached(outcome.data(), m_order.place.data() + begin, rows, static_cast<std::uint32_t>(m_order.placeFrom(test.amount)), below);
    else
        fillReached(outcome.data(), columnOf(test.measure, m_scores).data() + begin, rows, test.number, below);
}

void BlockMatcher::evaluate(const FlagTest &test, std::size_t begin, std::size_t rows, Block &outcome) const
{
    const std::uint8_t other = test.expected ? 0 : 1;
    const auto notZero = [&](const std::vector<std::uint8_t> &values) {
        fill(outcome.data(), values.data() + begin, rows, [other](std::uint8_t value) { return static_cast<std::uint8_t>((value != 0) ^ other); });
    };
    switch (test.flag) {
    case Flag::recentIntent:
        return notZero(m_scores.intent->recent);
    case Flag::recentEngagement:
        return notZero(m_scores.engagement.recent);
    case Flag::intentSurge:
        return fill(outcome.data(), m_scores.intent->surge.data() + begin, rows,
                    [other](SurgeState state) { return static_cast<std::uint8_t>((state == SurgeState::surge) ^ other); });
    case Flag::engagementSurge:
        return notZero(m_scores.engagement.surge);
    case Flag::highIntensity:
        return notZero(m_scores.intensity.high);
    }
}

const std::vector<double> &columnOf(Measure measure, const AccountScores &scores)
{
    switch (measure) {
    case Measure::fitMax:
        return scores.fit->fitMax;
    case Measure::intentScore:
        return scores.intent->score;
    case Measure::engagementScore:
        return scores.engagement.score;
    case Measure::fit:
    case Measure::acv:
        break;
    }
    return scores.fit->fit;
}

} // namespace dimsum
