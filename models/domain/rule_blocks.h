// The rules of a policy over many accounts at once: test by test in loops without branches, a block of rows at a time.
#pragma once

#include "domain/tiering.h"

#include <array>
#include <cstdint>
#include <vector>

namespace dimsum
{

// Says what RuleMatcher says of single accounts. Borrows what it is given; one per thread.
class BlockMatcher
{
public:
    static constexpr std::size_t blockRows = 1024;

    BlockMatcher(const AcvOrder &order, const AccountScores &scores, const TierPolicy &policy,
                 const RuleMatcher &matcher);

    // Writes the rule of each row; returns how many match one. At most blockRows rows.
    std::int64_t match(std::size_t begin, std::size_t rows, std::int16_t *rule);

private:
    using Block = std::array<std::uint8_t, blockRows>; // 1 where something holds
    struct Rule {
        std::vector<std::uint16_t> tests; // into m_outcomes
    };

    void bar(std::size_t begin, std::size_t rows);
    void evaluate(const RuleMatcher::Test &test, std::size_t begin, std::size_t rows, Block &outcome) const;
    void evaluate(const FlagTest &test, std::size_t begin, std::size_t rows, Block &outcome) const;
    const std::vector<double> &column(Measure measure) const;

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
