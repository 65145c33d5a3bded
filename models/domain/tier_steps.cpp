#include "domain/tier_steps.h"

#include "domain/all_cores.h"
#include "domain/large_memory.h"
#include "domain/rule_blocks.h"
#include "domain/tier_passes.h"
#include "domain/tolerance.h"
#include "domain/wide_registers.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
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

// Nothing where the rules differ in more than the numbers of their tests.
std::optional<std::vector<MovedTest>> movedTests(const TierPolicy &before, const TierPolicy &after, const AcvOrder &order)
{
    if (before.excludeCustomers != after.excludeCustomers || before.excludeOpenDeals != after.excludeOpenDeals ||
        before.rules.size() != after.rules.size())
        return std::nullopt;
    const RuleMatcher one(before), other(after);
    std::vector<MovedTest> moved;
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
    const std::int16_t *__restrict rule = one.rule.data() + begin;
    const std::int16_t *__restrict otherRule = other.rule.data() + begin;
    for (std::size_t i = 0; i < rows; ++i)
        marks[i] |= static_cast<std::uint8_t>((tier[i] != otherTier[i]) | (displaced[i] ^ otherDisplaced[i]));
    for (std::size_t i = 0; i < rows; ++i)
        marks[i] |= static_cast<std::uint8_t>(rule[i] != otherRule[i]);
}

// Adds the marked rows of a block: in steps of eight, most of which have none, and in the others without a branch.
void addMarked(const Marks &marks, std::size_t begin, std::size_t rows, std::vector<std::uint32_t> &marked)
{
    constexpr std::size_t together = sizeof(std::uint64_t);
    std::array<std::uint32_t, rowsAtOnce + together> found;
    std::size_t count = 0;
    for (std::size_t at = 0; at < rows; at += together) { // behind the last row nothing is marked
        std::uint64_t any = 0;
        std::memcpy(&any, marks.data() + at, together);
        if (any == 0)
            continue;
        for (std::size_t i = at; i < at + together; ++i) {
            found[count] = static_cast<std::uint32_t>(begin + i);
            count += marks[i];
        }
    }
    marked.insert(marked.end(), found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count));
}

// Whether one of many blocks tells that the rows that `mark` marks are far more than `most`.
template <class Mark>
bool farMoreThan(std::size_t most, std::size_t all, const Mark &mark)
{
    constexpr std::size_t oneBlockIn = 61;
    std::size_t looked = 0, found = 0;
    for (std::size_t at = 0; at + rowsAtOnce <= all; at += rowsAtOnce * oneBlockIn) {
        Marks marks{};
        mark(at, rowsAtOnce, marks);
        looked += rowsAtOnce;
        found += static_cast<std::size_t>(std::count(marks.begin(), marks.end(), std::uint8_t{1}));
    }
    return looked > 0 && found * all > 2 * most * looked;
}

// The rows that `mark(begin, rows, marks)` marks, block by block, ascending; nothing if they are more than `most`.
template <class Mark>
std::optional<std::vector<std::uint32_t>> markedRows(std::size_t all, std::size_t most, const Mark &mark)
{
    std::vector<std::pair<std::size_t, std::vector<std::uint32_t>>> parts;
    std::atomic<std::size_t> found = 0;
    std::mutex guard;
    inAllCores(all, [&](std::size_t begin, std::size_t end) {
        std::vector<std::uint32_t> marked;
        for (std::size_t at = begin; at < end; at += rowsAtOnce) {
            const std::size_t rows = std::min(rowsAtOnce, end - at), before = marked.size();
            Marks marks{};
            mark(at, rows, marks);
            addMarked(marks, at, rows, marked);
            if (found.fetch_add(marked.size() - before, std::memory_order_relaxed) > most)
                return;
        }
        const std::scoped_lock lock(guard);
        parts.emplace_back(begin, std::move(marked));
    });
    if (found > most)
        return std::nullopt;
    std::sort(parts.begin(), parts.end());
    std::vector<std::uint32_t> rows = std::move(parts.front().second);
    for (std::size_t part = 1; part < parts.size(); ++part)
        rows.insert(rows.end(), parts[part].second.begin(), parts[part].second.end());
    return rows;
}

void markBetween(const std::vector<MovedTest> &moved, const TierBasis &basis, std::size_t begin, std::size_t rows, Marks &marks)
{
    for (const MovedTest &test : moved) {
        if (test.measure == Measure::acv)
            markBetween(basis.order.place.data() + begin, rows, test.lowPlace, test.highPlace, marks.data());
        else
            markBetween(columnOf(test.measure, basis.scores).data() + begin, rows, test.low, test.high, marks.data());
    }
}

DIMSUM_WIDE void markJoined(const std::int16_t *__restrict rule, const std::int16_t *__restrict before, std::size_t rows, std::uint8_t *__restrict marks)
{
    for (std::size_t i = 0; i < rows; ++i)
        marks[i] = static_cast<std::uint8_t>((rule[i] ^ before[i]) < 0); // noRule is the only negative one
}

// Matches all accounts anew; returns who has joined the program or left it.
std::vector<std::uint32_t> matchAll(const TierBasis &basis, const TierPolicy &policy, const TierProposal &before, TierProposal &proposal)
{
    const RuleMatcher matcher(policy);
    const std::vector<Tier> tierOf = tiersOfRules(policy);
    std::vector<std::uint32_t> joined;
    std::mutex guard;
    inAllCores(before.rule.size(), [&](std::size_t begin, std::size_t end) {
        BlockMatcher block(basis.order, basis.scores, policy, matcher);
        std::vector<std::uint32_t> mine;
        for (std::size_t at = begin; at < end; at += rowsAtOnce) {
            const std::size_t rows = std::min(rowsAtOnce, end - at);
            std::int16_t *rule = proposal.rule.data() + at;
            Tier *computed = proposal.computed.data() + at;
            block.match(at, rows, rule);
            for (std::size_t i = 0; i < rows; ++i)
                computed[i] = tierOf[static_cast<std::size_t>(rule[i] + 1)];
            Marks marks{};
            markJoined(rule, before.rule.data() + at, rows, marks.data());
            addMarked(marks, at, rows, mine);
        }
        const std::scoped_lock lock(guard);
        joined.insert(joined.end(), mine.begin(), mine.end());
    });
    return joined;
}

// Matches some; the others are as before. Returns who of them may have joined the program or left it.
const std::vector<std::uint32_t> &matchSome(const TierBasis &basis, const TierPolicy &policy, const std::vector<std::uint32_t> &some,
                                            const TierProposal &before, TierProposal &proposal)
{
    inAllCores(before.rule.size(), [&](std::size_t begin, std::size_t end) {
        std::copy(before.rule.data() + begin, before.rule.data() + end, proposal.rule.data() + begin);
        std::copy(before.computed.data() + begin, before.computed.data() + end, proposal.computed.data() + begin);
    });
    const RuleMatcher matcher(policy);
    const std::vector<Tier> tierOf = tiersOfRules(policy);
    inAllCores(some.size(), [&](std::size_t begin, std::size_t end) {
        BlockMatcher block(basis.order, basis.scores, policy, matcher);
        std::array<std::int16_t, rowsAtOnce> rules;
        for (std::size_t at = begin; at < end; at += rowsAtOnce) {
            const std::span<const std::uint32_t> rows = std::span(some).subspan(at, std::min(rowsAtOnce, end - at));
            block.match(rows, rules.data());
            for (std::size_t i = 0; i < rows.size(); ++i) {
                proposal.rule[rows[i]] = rules[i];
                proposal.computed[rows[i]] = tierOf[static_cast<std::size_t>(rules[i] + 1)];
            }
        }
    });
    return some;
}

// Fills `rule`, `computed`, `members` and `inProgram` as matchRules() does. `between`: the rows that may have got another rule;
// nothing: they are so many that all are looked at.
void matchAgain(const TierBasis &basis, const TierPolicy &policy, const std::optional<std::vector<std::uint32_t>> &between,
                const TierProposal &before, TierProposal &proposal)
{
    resizeLarge(proposal.rule, before.rule.size());
    resizeLarge(proposal.computed, before.rule.size());
    const std::vector<std::uint32_t> joined =
        between ? matchSome(basis, policy, *between, before, proposal) : matchAll(basis, policy, before, proposal);
    proposal.members = before.members;
    proposal.inProgram = before.inProgram;
    std::mutex guard;
    inAllCores(joined.size(), [&](std::size_t begin, std::size_t end) {
        std::vector<std::uint32_t> counted(proposal.members.size() + 1, 0); // at place + 1; at 0 those of no known amount
        std::int64_t all = 0;
        for (std::size_t at = begin; at < end; ++at) {
            const std::uint32_t row = joined[at];
            const int by = (proposal.rule[row] != TierProposal::noRule) - (before.rule[row] != TierProposal::noRule);
            all += by;
            counted[basis.order.place[row] + 1] += static_cast<std::uint32_t>(by); // after the last place comes 0
        }
        const std::scoped_lock lock(guard);
        proposal.inProgram += all;
        for (std::size_t place = 0; place < proposal.members.size(); ++place)
            proposal.members[place] += counted[place + 1];
    });
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
    const AccountScores &scores = basis.scores;
    const auto [low, high] = std::minmax({highFit(policyBefore), highFit(policy)});
    const auto moved = before.defined && before.rule.size() == all && basis.scores.fit.defined ? movedTests(policyBefore, policy, basis.order)
                                                                                            : std::nullopt;
    if (!moved || all == 0)
        return {.proposal = proposeTiers(basis, policy, std::move(reused))};
    TierStep step{.proposal = std::move(reused), .followed = true};
    TierProposal &proposal = step.proposal;
    proposal.notices.clear();
    noticeInputs(basis.scores, basis.asOf, proposal);
    proposal.defined = true;
    setPins(basis, proposal);
    // One by one they cost more than one after the other: worth it for one in so many, or for so few that it does not matter.
    constexpr std::size_t oneIn = 16, few = 256;
    const auto mark = [&](std::size_t begin, std::size_t rows, Marks &marks) { markBetween(*moved, basis, begin, rows, marks); };
    const std::size_t most = std::max(all / oneIn, few);
    const auto between = farMoreThan(most, all, mark) ? std::nullopt : markedRows(all, most, mark);
    matchAgain(basis, policy, between, before, proposal);
    const bool displaced = givePlaces(basis, policy, proposal);
    step.changed = *markedRows(all, all, [&, low = low, high = high](std::size_t begin, std::size_t rows, Marks &marks) {
        markDifferent(before, proposal, begin, rows, marks.data());
        if (low != high)
            markBetween(scores.fit.fit.data() + begin, rows, low, high, marks.data());
    });
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
