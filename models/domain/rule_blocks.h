// The rules of a policy over many accounts at once: test by test in loops without branches, a block of rows at a time.
#pragma once

#include "domain/tiering.h"

#include <array>
#include <cstdint>
#include <vector>

namespace dimsum
{

// What a rule asks: fit, fit_max and the scores. Not for acv, which goes by AcvOrder.
const std::vector<double> &columnOf(Measure measure, const AccountScores &scores);

// Which tests of a policy an account passes, a bit each: the numbers of the first rule, its flags, those of the next, and so on.
// Who knows them finds the rule again without a look at the scores.
class RuleAnswers
{
public:
    static constexpr std::size_t most = 30; // tests
    static constexpr std::uint32_t open = std::uint32_t{1} << 31; // may match a rule: neither disqualified nor excluded
    static constexpr std::uint32_t spare = std::uint32_t{1} << 30; // never set; for who needs a mark

    explicit RuleAnswers(const RuleMatcher &matcher);

    bool enough() const { return m_tests <= most; } // otherwise the rest says nothing
    std::uint32_t bit(std::size_t rule, std::size_t test) const { return std::uint32_t{1} << (m_first[rule] + test); }
    // The first rule all of whose tests are passed, or TierProposal::noRule.
    std::int16_t rule(std::uint32_t answers) const
    {
        for (std::size_t rule = 0; rule < m_needed.size(); ++rule)
            if ((answers & m_needed[rule]) == m_needed[rule])
                return static_cast<std::int16_t>(rule);
        return TierProposal::noRule;
    }

private:
    std::vector<std::size_t> m_first; // by rule
    std::vector<std::uint32_t> m_needed;
    std::size_t m_tests = 0;
};

// Says what RuleMatcher says of single accounts. Borrows what it is given; one per thread.
class BlockMatcher
{
public:
    static constexpr std::size_t blockRows = 1024;

    BlockMatcher(const AcvOrder &order, const AccountScores &scores, const TierPolicy &policy,
                 const RuleMatcher &matcher);

    // Writes the rule of each row; returns how many match one. At most blockRows rows.
    std::int64_t match(std::size_t begin, std::size_t rows, std::int16_t *rule);
    // Writes which tests each row passes: see RuleAnswers.
    void answer(std::size_t begin, std::size_t rows, std::uint32_t *answers);

private:
    using Block = std::array<std::uint8_t, blockRows>; // 1 where something holds
    struct Rule {
        std::vector<std::uint16_t> tests; // into m_outcomes
    };

    void evaluateAll(std::size_t begin, std::size_t rows);
    void bar(std::size_t begin, std::size_t rows);
    void evaluate(const RuleMatcher::Test &test, std::size_t begin, std::size_t rows, Block &outcome) const;
    void evaluate(const FlagTest &test, std::size_t begin, std::size_t rows, Block &outcome) const;
    const AcvOrder &m_order;
    const AccountScores &m_scores;
    const TierPolicy &m_policy;
    std::vector<RuleMatcher::Test> m_tests; // each one once, however many rules ask it
    std::vector<FlagTest> m_flags;
    std::vector<Rule> m_rules;
    std::vector<Block> m_outcomes; // of m_tests, then of m_flags
    Block m_open{}, m_holds{};
};

} // namespace dimsum
