// The rules of a policy over many accounts at once: test by test in loops without branches, a block of rows at a time.
#pragma once

#include "domain/tiering.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace dimsum
{

// What a rule asks: fit, fit_max and the scores. Not for acv, which goes by AcvOrder.
const std::vector<double> &columnOf(Measure measure, const AccountScores &scores);

// Says what RuleMatcher says of single accounts. Borrows what it is given; one per thread.
class BlockMatcher
{
public:
    static constexpr std::size_t blockRows = 1024;

    BlockMatcher(const AcvOrder &order, const AccountScores &scores, const TierPolicy &policy,
                 const RuleMatcher &matcher);

    // Writes the rule of each row; returns how many match one. At most blockRows rows.
    std::int64_t match(std::size_t begin, std::size_t rows, std::int16_t *rule);
    // The same for rows that lie anywhere.
    std::int64_t match(std::span<const std::uint32_t> rows, std::int16_t *rule);

private:
    using Block = std::array<std::uint8_t, blockRows>; // 1 where something holds

    // Some rows of a column one after the other: in place where they lie so, or picked together.
    class Rows
    {
    public:
        Rows(std::size_t begin, std::size_t size) : m_begin(begin), m_size(size) {}
        explicit Rows(std::span<const std::uint32_t> some) : m_some(some.data()), m_size(some.size()) {}

        std::size_t size() const { return m_size; }
        // Good until the next call.
        template <class Value>
        const Value *of(const std::vector<Value> &column);

    private:
        std::size_t m_begin = 0;
        const std::uint32_t *m_some = nullptr;
        std::size_t m_size;
        std::vector<double> m_picked; // large enough for every kind of value
    };
    struct Rule {
        std::vector<std::uint16_t> tests; // into m_outcomes
    };

    std::int64_t match(Rows &rows, std::int16_t *rule);
    void bar(Rows &rows);
    void evaluate(const RuleMatcher::Test &test, Rows &rows, Block &outcome) const;
    void evaluate(const FlagTest &test, Rows &rows, Block &outcome) const;
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
