#include "domain/tier_steps.h"

#include "domain/all_cores.h"
#include "domain/large_memory.h"
#include "domain/rule_blocks.h"
#include "domain/tier_passes.h"
#include "domain/tolerance.h"
#include "domain/wide_registers.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>
#include <mutex>
#include <optional>
#include <tuple>
#include <utility>

namespace dimsum
{

namespace
{

constexpr std::size_t rowsAtOnce = BlockMatcher::blockRows;
using Marks = std::array<std::uint8_t, rowsAtOnce>; // 1 where something differs

// A test whose number moved: it says something else of whoever is at `low` or above it, and below `high`.
struct MovedTest {
    Measure measure = Measure::fit;
    double low = 0, high = 0;                    // acv: unused
    std::uint32_t lowPlace = 0, highPlace = 0; // acv: in the order of amounts

    friend bool operator==(const MovedTest &, const MovedTest &) = default;
};

// With the one that says who fits. Nothing where the rules differ in more than the numbers of their tests.
std::optional<std::vector<MovedTest>> movedTests(const TierPolicy &before, const TierPolicy &after, const AcvOrder &order)
{
    if (before.excludeCustomers != after.excludeCustomers || before.excludeOpenDeals != after.excludeOpenDeals ||
        before.rules.size() != after.rules.size())
        return std::nullopt;
    const RuleMatcher one(before), other(after);
    std::vector<MovedTest> moved;
    if (const auto [low, high] = std::minmax({highFit(before), highFit(after)}); low != high)
        moved.push_back({.measure = Measure::fit, .low = low, .high = high});
    for (std::size_t rule = 0; rule < before.rules.size(); ++rule) {
        const RuleMatcher::Rule &old = one.rules()[rule], &now = other.rules()[rule];
        if (before.rules[rule].tier != after.rules[rule].tier || old.flags != now.flags || old.tests.size() != now.tests.size())
            return std::nullopt;
        for (std::size_t at = 0; at < old.tests.size(); ++at) {
            const RuleMatcher::Test &from = old.tests[at], &to = now.tests[at];
            if (from.measure != to.measure || from.below != to.below)
                return std::nullopt;
            if (from == to)
                continue;
            MovedTest test{.measure = to.measure};
            if (to.measure == Measure::acv) {
                const auto [lower, higher] = std::minmax({order.placeFrom(from.amount), order.placeFrom(to.amount)});
                test.lowPlace = static_cast<std::uint32_t>(lower);
                test.highPlace = static_cast<std::uint32_t>(higher);
            } else {
                std::tie(test.low, test.high) = std::minmax({from.number, to.number});
            }
            moved.push_back(test);
        }
    }
    for (auto test = moved.begin(); test != moved.end();) // several rules ask the same
        test = std::find(moved.begin(), test, *test) != test ? moved.erase(test) : test + 1;
    return moved;
}

DIMSUM_WIDE void markBetween(const double *__restrict values, std::size_t rows, double low, double high, std::uint8_t *__restrict marks)
{
    for (std::size_t i = 0; i < rows; ++i)
        marks[i] |= static_cast<std::uint8_t>((values[i] + slack >= low) & !(values[i] + slack >= high));
}

// An unknown amount comes after all places and passes no test, whatever its number.
DIMSUM_WIDE void markBetween(const std::uint32_t *__restrict places, std::size_t rows, std::uint32_t low, std::uint32_t high,
                             std::uint8_t *__restrict marks)
{
    for (std::size_t i = 0; i < rows; ++i)
        marks[i] |= static_cast<std::uint8_t>((places[i] >= low) & (places[i] < high));
}

DIMSUM_WIDE void markDifferent(const TierProposal &one, const TierProposal &other, std::size_t begin, std::size_t rows,
                               std::uint8_t *__restrict marks)
{
    const Tier *__restrict tier = one.proposed.data() + begin;
    const Tier *__restrict otherTier = other.proposed.data() + begin;
    const std::uint8_t *__restrict displaced = one.displaced.data() + begin;
    const std::uint8_t *__restrict otherDisplaced = other.displaced.data() + begin;
    for (std::size_t i = 0; i < rows; ++i)
        marks[i] |= static_cast<std::uint8_t>((tier[i] != otherTier[i]) | (displaced[i] ^ otherDisplaced[i]));
}

// Adds the marked rows of a block, few as a rule.
void addMarked(const Marks &marks, std::size_t begin, std::size_t rows, std::vector<std::uint32_t> &marked)
{
    constexpr std::size_t together = sizeof(std::uint64_t);
    for (std::size_t at = 0; at < rows; at += together) {
        std::uint64_t any = 0;
        std::memcpy(&any, marks.data() + at, together);
        if (any == 0)
            continue;
        for (std::size_t i = at; i < std::min(at + together, rows); ++i)
            if (marks[i] != 0)
                marked.push_back(static_cast<std::uint32_t>(begin + i));
    }
}

// The rows that `mark(begin, rows, marks)` marks, block by block, ascending.
template <class Mark>
std::vector<std::uint32_t> markedRows(std::size_t all, const Mark &mark)
{
    std::vector<std::pair<std::size_t, std::vector<std::uint32_t>>> parts;
    std::mutex guard;
    inAllCores(all, [&](std::size_t begin, std::size_t end) {
        std::vector<std::uint32_t> marked;
        for (std::size_t at = begin; at < end; at += rowsAtOnce) {
            const std::size_t rows = std::min(rowsAtOnce, end - at);
            Marks marks{};
            mark(at, rows, marks);
            addMarked(marks, at, rows, marked);
        }
        const std::scoped_lock lock(guard);
        parts.emplace_back(begin, std::move(marked));
    });
    std::sort(parts.begin(), parts.end());
    std::vector<std::uint32_t> rows = std::move(parts.front().second);
    for (std::size_t part = 1; part < parts.size(); ++part)
        rows.insert(rows.end(), parts[part].second.begin(), parts[part].second.end());
    return rows;
}

// The rows that lie between an old and a new threshold.
std::vector<std::uint32_t> rowsBetween(const std::vector<MovedTest> &moved, const TierBasis &basis)
{
    if (moved.empty())
        return {};
    return markedRows(basis.order.place.size(), [&](std::size_t begin, std::size_t count, Marks &marks) {
        for (const MovedTest &test : moved) {
            if (test.measure == Measure::acv)
                markBetween(basis.order.place.data() + begin, count, test.lowPlace, test.highPlace, marks.data());
            else
                markBetween(columnOf(test.measure, basis.scores).data() + begin, count, test.low, test.high, marks.data());
        }
    });
}

// Fills `rule`, `computed`, `members` and `inProgram` as matchRules() does.
void matchSome(const TierBasis &basis, const TierPolicy &policy, const std::vector<std::uint32_t> &rows, const TierProposal &before,
               TierProposal &proposal)
{
    resizeLarge(proposal.rule, before.rule.size());
    resizeLarge(proposal.computed, before.computed.size());
    inAllCores(before.rule.size(), [&](std::size_t begin, std::size_t end) {
        std::copy(before.rule.data() + begin, before.rule.data() + end, proposal.rule.data() + begin);
        std::copy(before.computed.data() + begin, before.computed.data() + end, proposal.computed.data() + begin);
    });
    proposal.members = before.members;
    proposal.inProgram = before.inProgram;
    const RuleMatcher matcher(policy);
    std::vector<std::int16_t> rules(rows.size());
    inAllCores(rows.size(), [&](std::size_t begin, std::size_t end) {
        BlockMatcher block(basis.order, basis.scores, policy, matcher);
        for (std::size_t at = begin; at < end; at += rowsAtOnce)
            block.match(std::span(rows).subspan(at, std::min(rowsAtOnce, end - at)), rules.data() + at);
    });
    const std::vector<Tier> tierOf = tiersOfRules(policy);
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const std::uint32_t row = rows[at];
        const int joins = (rules[at] != TierProposal::noRule) - (proposal.rule[row] != TierProposal::noRule);
        proposal.rule[row] = rules[at];
        proposal.computed[row] = tierOf[static_cast<std::size_t>(rules[at] + 1)];
        proposal.inProgram += joins;
        if (basis.order.place[row] != AcvOrder::unknown)
            proposal.members[basis.order.place[row]] += static_cast<std::uint32_t>(joins);
    }
}

void moveOutcome(const TierProposal &proposal, std::uint32_t row, int by, std::vector<RuleOutcome> &outcomes)
{
    RuleOutcome &outcome = outcomes[static_cast<std::size_t>(proposal.rule[row] + 1)];
    const std::size_t tier = tierIndex(proposal.proposed[row]);
    outcome.accounts[tier] += by;
    outcome.displaced[tier] += by * proposal.displaced[row];
}

} // namespace

TierStep stepTiers(const TierBasis &basis, const TierPolicy &policy, const TierProposal &before, const TierPolicy &policyBefore,
                   TierProposal reused)
{
    const std::size_t all = basis.accounts.size();
    const auto moved = before.defined && before.rule.size() == all && basis.scores.fit.defined ? movedTests(policyBefore, policy, basis.order)
                                                                                            : std::nullopt;
    // One in so many, or so few that it does not matter: one by one they cost more than one after the other.
    constexpr std::size_t oneIn = 16, few = 256;
    const std::vector<std::uint32_t> between = moved ? rowsBetween(*moved, basis) : std::vector<std::uint32_t>();
    if (!moved || between.size() > std::max(all / oneIn, few))
        return {.proposal = proposeTiers(basis, policy, std::move(reused))};
    TierStep step{.proposal = std::move(reused), .followed = true};
    TierProposal &proposal = step.proposal;
    proposal.notices.clear();
    noticeInputs(basis.scores, basis.asOf, proposal);
    proposal.defined = true;
    setPins(basis, proposal);
    matchSome(basis, policy, between, before, proposal);
    const bool displaced = givePlaces(basis, policy, proposal);
    const std::vector<std::uint32_t> moving = markedRows(all, [&](std::size_t begin, std::size_t rows, Marks &marks) {
        markDifferent(before, proposal, begin, rows, marks.data());
    });
    // A rule only changes between thresholds.
    step.changed.reserve(between.size() + moving.size());
    std::set_union(between.begin(), between.end(), moving.begin(), moving.end(), std::back_inserter(step.changed));
    proposal.outcomes = before.outcomes;
    std::mutex guard;
    inAllCores(step.changed.size(), [&](std::size_t begin, std::size_t end) {
        std::vector<RuleOutcome> differences(proposal.outcomes.size());
        for (std::size_t at = begin; at < end; ++at) {
            moveOutcome(before, step.changed[at], -1, differences);
            moveOutcome(proposal, step.changed[at], 1, differences);
        }
        const std::scoped_lock lock(guard);
        for (std::size_t rule = 0; rule < differences.size(); ++rule) {
            for (const Tier tier : allTiers) {
                proposal.outcomes[rule].accounts[tierIndex(tier)] += differences[rule].accounts[tierIndex(tier)];
                proposal.outcomes[rule].displaced[tierIndex(tier)] += differences[rule].displaced[tierIndex(tier)];
            }
        }
    });
    if (displaced)
        noticeUnjust(policy, proposal);
    return step;
}

} // namespace dimsum
