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
#include <mutex>
#include <optional>
#include <tuple>
#include <utility>

namespace dimsum
{

namespace
{

constexpr std::size_t rowsAtOnce = BlockMatcher::blockRows;
static_assert(Competition::blockRows <= rowsAtOnce);
using Marks = std::array<std::uint8_t, rowsAtOnce>; // 1 where something differs

// A number that moved: its tests say something else of whoever is at `low` or above it, and below `high`.
struct MovedTest {
    Measure measure = Measure::fit;
    double low = 0, high = 0;                    // acv: unused
    std::uint32_t lowPlace = 0, highPlace = 0; // acv: in the order of amounts
    std::uint32_t bits = 0;                      // of the tests, in RuleAnswers

    bool sameMove(const MovedTest &other) const
    {
        return measure == other.measure && low == other.low && high == other.high && lowPlace == other.lowPlace && highPlace == other.highPlace;
    }
};

// Nothing where the rules differ in more than the numbers of their tests.
std::optional<std::vector<MovedTest>> movedTests(const TierPolicy &before, const TierPolicy &after, const RuleMatcher &one, const RuleMatcher &other,
                                                 const RuleAnswers &answers, const AcvOrder &order)
{
    if (before.excludeCustomers != after.excludeCustomers || before.excludeOpenDeals != after.excludeOpenDeals ||
        before.rules.size() != after.rules.size())
        return std::nullopt;
    std::vector<MovedTest> moved;
    const auto add = [&moved](const MovedTest &test) { // several rules ask the same
        const auto same = std::find_if(moved.begin(), moved.end(), [&test](const MovedTest &known) { return known.sameMove(test); });
        if (same == moved.end())
            moved.push_back(test);
        else
            same->bits |= test.bits;
    };
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
            MovedTest test{.measure = to.measure, .bits = answers.bit(rule, at)};
            if (to.measure == Measure::acv) {
                const auto [lower, higher] = std::minmax({order.placeFrom(from.amount), order.placeFrom(to.amount)});
                test.lowPlace = static_cast<std::uint32_t>(lower);
                test.highPlace = static_cast<std::uint32_t>(higher);
            } else {
                std::tie(test.low, test.high) = std::minmax({from.number, to.number});
            }
            add(test);
        }
    }
    if (const auto [low, high] = std::minmax({highFit(before), highFit(after)}); low != high) // perhaps no rule asks for it
        add({.measure = Measure::fit, .low = low, .high = high});
    return moved;
}

DIMSUM_WIDE void markBetween(const double *__restrict values, std::size_t rows, double low, double high, std::uint8_t *__restrict marks)
{
    for (std::size_t i = 0; i < rows; ++i)
        marks[i] = static_cast<std::uint8_t>((values[i] + slack >= low) & !(values[i] + slack >= high));
}

// An unknown amount comes after all places and passes no test, whatever its number.
DIMSUM_WIDE void markBetween(const std::uint32_t *__restrict places, std::size_t rows, std::uint32_t low, std::uint32_t high,
                             std::uint8_t *__restrict marks)
{
    for (std::size_t i = 0; i < rows; ++i)
        marks[i] = static_cast<std::uint8_t>((places[i] >= low) & (places[i] < high));
}

void markBetween(const MovedTest &test, const TierBasis &basis, std::size_t begin, std::size_t rows, Marks &marks)
{
    if (test.measure == Measure::acv)
        markBetween(basis.order.place.data() + begin, rows, test.lowPlace, test.highPlace, marks.data());
    else
        markBetween(columnOf(test.measure, basis.scores).data() + begin, rows, test.low, test.high, marks.data());
}

DIMSUM_WIDE void markDifferent(const Tier *__restrict tier, const Tier *__restrict otherTier, const std::uint8_t *__restrict displaced,
                               const std::uint8_t *__restrict otherDisplaced, std::size_t rows, std::uint8_t *__restrict marks)
{
    for (std::size_t i = 0; i < rows; ++i)
        marks[i] = static_cast<std::uint8_t>((tier[i] != otherTier[i]) | (displaced[i] ^ otherDisplaced[i]));
}

// Calls use(i) for the marked ones of a block, in their order. Behind the last row nothing is marked.
template <class Use>
void eachMarked(const Marks &marks, std::size_t rows, const Use &use)
{
    constexpr std::size_t together = sizeof(std::uint64_t); // most of which have none
    std::array<std::uint16_t, rowsAtOnce + together> found;
    std::size_t count = 0;
    for (std::size_t at = 0; at < rows; at += together) {
        std::uint64_t any = 0;
        std::memcpy(&any, marks.data() + at, together);
        if (any == 0)
            continue;
        for (std::size_t i = at; i < at + together; ++i) {
            found[count] = static_cast<std::uint16_t>(i);
            count += marks[i];
        }
    }
    for (std::size_t at = 0; at < count; ++at)
        use(found[at]);
}

void answerAll(const TierBasis &basis, const TierPolicy &policy, const RuleMatcher &matcher, std::vector<std::uint32_t> &answers)
{
    resizeLarge(answers, basis.accounts.size());
    inAllCores(answers.size(), [&](std::size_t begin, std::size_t end) {
        BlockMatcher block(basis.order, basis.scores, policy, matcher);
        for (std::size_t at = begin; at < end; at += rowsAtOnce)
            block.answer(at, std::min(rowsAtOnce, end - at), answers.data() + at);
    });
}

// Whether one of many blocks tells that far more accounts are between than are worth to be looked at one by one.
bool manyBetween(const TierBasis &basis, const std::vector<MovedTest> &moved)
{
    constexpr std::size_t oneBlockIn = 61, oneRowIn = 16;
    std::size_t looked = 0, found = 0;
    for (std::size_t at = 0; at + rowsAtOnce <= basis.accounts.size(); at += rowsAtOnce * oneBlockIn) {
        looked += rowsAtOnce;
        for (const MovedTest &test : moved) {
            Marks marks;
            markBetween(test, basis, at, rowsAtOnce, marks);
            found += static_cast<std::size_t>(std::count(marks.begin(), marks.end(), std::uint8_t{1}));
        }
    }
    return found * oneRowIn > looked;
}

// Gives whoever is between its answers and rule, and those who thereby join the program or leave it to `members` and
// `inProgram`: so many that nobody keeps what they were.
void matchMany(const TierBasis &basis, const TierPolicy &policy, const std::vector<MovedTest> &moved, const RuleAnswers &asked, TierProposal &proposal,
               TierTrack &track)
{
    const std::vector<Tier> tierOf = tiersOfRules(policy);
    std::mutex guard;
    inAllCores(proposal.rule.size(), [&](std::size_t begin, std::size_t end) {
        std::vector<std::uint32_t> joined(proposal.members.size() + 1, 0); // at place + 1; at 0 those of no known amount
        std::int64_t all = 0;
        for (std::size_t at = begin; at < end; at += rowsAtOnce) {
            const std::size_t rows = std::min(rowsAtOnce, end - at);
            std::uint32_t *answers = track.answers.data() + at;
            std::int16_t *rules = proposal.rule.data() + at;
            Tier *computed = proposal.computed.data() + at;
            const std::uint32_t *place = basis.order.place.data() + at;
            for (const MovedTest &test : moved) { // one after the other: who is between two of them is given a rule twice
                Marks marks{};
                markBetween(test, basis, at, rows, marks);
                eachMarked(marks, rows, [&, bits = test.bits](std::size_t i) {
                    answers[i] ^= bits;
                    const std::int16_t rule = asked.rule(answers[i]);
                    const int by = (rule != TierProposal::noRule) - (rules[i] != TierProposal::noRule);
                    all += by;
                    joined[place[i] + 1] += static_cast<std::uint32_t>(by); // after the last place comes 0
                    rules[i] = rule;
                    computed[i] = tierOf[static_cast<std::size_t>(rule + 1)];
                });
            }
        }
        const std::scoped_lock lock(guard);
        proposal.inProgram += all;
        for (std::size_t amount = 0; amount < proposal.members.size(); ++amount)
            proposal.members[amount] += joined[amount + 1];
    });
}

// What some accounts of a block were. On the stack: memory that is taken anew has to be cleared by the system first.
struct ChangedBlock {
    std::array<TierBefore, rowsAtOnce> were;
    std::size_t count = 0;

    void add(std::size_t row, const TierProposal &proposal)
    {
        were[count++] = {static_cast<std::uint32_t>(row), proposal.rule[row], proposal.proposed[row], proposal.displaced[row]};
    }
    void appendTo(std::vector<TierBefore> &changed) const { changed.insert(changed.end(), were.data(), were.data() + count); }
};

// Gives whoever is between its answers and rule, and those who thereby join the program or leave it to `members` and
// `inProgram`. What they were goes into the track, and they are marked as having gone there.
void matchBetween(const TierBasis &basis, const TierPolicy &policy, const std::vector<MovedTest> &moved, const RuleAnswers &asked, TierProposal &proposal,
                  TierTrack &track)
{
    if (moved.empty())
        return;
    const std::vector<Tier> tierOf = tiersOfRules(policy);
    std::mutex guard;
    inAllCores(proposal.rule.size(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t at = begin; at < end; at += rowsAtOnce) {
            const std::size_t rows = std::min(rowsAtOnce, end - at);
            ChangedBlock changed;
            for (const MovedTest &test : moved) {
                Marks marks{};
                markBetween(test, basis, at, rows, marks);
                eachMarked(marks, rows, [&](std::size_t i) {
                    std::uint32_t &answers = track.answers[at + i];
                    if ((answers & RuleAnswers::spare) == 0)
                        changed.add(at + i, proposal);
                    answers = (answers ^ test.bits) | RuleAnswers::spare;
                });
            }
            if (changed.count == 0)
                continue;
            for (std::size_t each = 0; each < changed.count; ++each) {
                const std::uint32_t row = changed.were[each].row;
                proposal.rule[row] = asked.rule(track.answers[row]);
                proposal.computed[row] = tierOf[static_cast<std::size_t>(proposal.rule[row] + 1)];
            }
            const std::scoped_lock lock(guard);
            changed.appendTo(track.changed);
            for (std::size_t each = 0; each < changed.count; ++each) {
                const std::uint32_t row = changed.were[each].row;
                const int by = (proposal.rule[row] != TierProposal::noRule) - (changed.were[each].rule != TierProposal::noRule);
                proposal.inProgram += by;
                if (const std::uint32_t place = basis.order.place[row]; place != AcvOrder::unknown)
                    proposal.members[place] += static_cast<std::uint32_t>(by);
            }
        }
    });
}

// Writes where a block of accounts ends; what those were who end elsewhere goes into `changed`, unless they have gone there.
void settleBlock(std::size_t begin, std::span<const Tier> proposed, std::span<const std::uint8_t> displaced, const std::vector<std::uint32_t> &answers,
                 TierProposal &proposal, ChangedBlock &changed)
{
    Tier *tiers = proposal.proposed.data() + begin;
    std::uint8_t *moved = proposal.displaced.data() + begin;
    Marks marks{};
    markDifferent(proposed.data(), tiers, displaced.data(), moved, proposed.size(), marks.data());
    eachMarked(marks, proposed.size(), [&](std::size_t i) {
        const std::size_t row = begin + i;
        if ((answers[row] & RuleAnswers::spare) == 0)
            changed.add(row, proposal);
        tiers[i] = proposed[i];
        moved[i] = displaced[i];
    });
}

void countOutcome(std::int16_t rule, Tier proposed, std::uint8_t displaced, int by, std::vector<RuleOutcome> &outcomes)
{
    RuleOutcome &outcome = outcomes[static_cast<std::size_t>(rule + 1)];
    outcome.accounts[tierIndex(proposed)] += by;
    outcome.displaced[tierIndex(proposed)] += by * displaced;
}

// Moves the changed ones from the outcome they had to the one they have.
void recount(const std::vector<TierBefore> &changed, TierProposal &proposal)
{
    std::mutex guard;
    inAllCores(changed.size(), [&](std::size_t begin, std::size_t end) {
        std::vector<RuleOutcome> differences(proposal.outcomes.size());
        for (std::size_t at = begin; at < end; ++at) {
            const TierBefore &was = changed[at];
            countOutcome(was.rule, was.proposed, was.displaced, -1, differences);
            countOutcome(proposal.rule[was.row], proposal.proposed[was.row], proposal.displaced[was.row], 1, differences);
        }
        const std::scoped_lock lock(guard);
        for (std::size_t rule = 0; rule < differences.size(); ++rule) {
            for (const Tier tier : allTiers) {
                proposal.outcomes[rule].accounts[tierIndex(tier)] += differences[rule].accounts[tierIndex(tier)];
                proposal.outcomes[rule].displaced[tierIndex(tier)] += differences[rule].displaced[tierIndex(tier)];
            }
        }
    });
}

} // namespace

bool stepTiers(const TierBasis &basis, const TierPolicy &policy, const TierPolicy &policyBefore, TierProposal &proposal, TierTrack &track)
{
    const std::size_t all = basis.accounts.size();
    const RuleMatcher before(policyBefore), after(policy);
    const RuleAnswers asked(after);
    const auto moved = proposal.defined && proposal.rule.size() == all && all > 0 && basis.scores.fit->defined && asked.enough()
                           ? movedTests(policyBefore, policy, before, after, asked, basis.order)
                           : std::nullopt;
    track.changed.clear();
    track.classed = false;
    if (!moved || track.answers.size() != all) {
        proposal = proposeTiers(basis, policy, std::move(proposal));
        track.answers.clear();
        if (proposal.defined && asked.enough()) { // what the next step needs, memory too
            answerAll(basis, policy, after, track.answers);
            track.competition.open(all);
        }
        return false;
    }
    std::vector<double>().swap(proposal.priority);
    proposal.notices.clear();
    noticeInputs(basis.scores, basis.asOf, proposal);
    setPins(basis, proposal);
    if (manyBetween(basis, *moved)) {
        matchMany(basis, policy, *moved, asked, proposal, track);
        placeAll(basis, policy, nullptr, track.competition, proposal);
        track.classed = limited(policy);
        return false;
    }
    matchBetween(basis, policy, *moved, asked, proposal, track);
    const std::size_t between = track.changed.size();
    Competition *const competition = limited(policy) ? &track.competition : nullptr;
    prioritise(basis, policy.priority, nullptr, competition, proposal);
    track.classed = competition != nullptr;
    std::mutex guard;
    const bool displaced =
        applyCapacity(basis, policy, competition, proposal, [&](std::size_t begin, std::span<const Tier> tiers, std::span<const std::uint8_t> fell) {
            ChangedBlock changed;
            settleBlock(begin, tiers, fell, track.answers, proposal, changed);
            if (changed.count == 0)
                return;
            const std::scoped_lock lock(guard);
            changed.appendTo(track.changed);
        });
    for (std::size_t at = 0; at < between; ++at)
        track.answers[track.changed[at].row] &= ~RuleAnswers::spare;
    recount(track.changed, proposal);
    if (displaced)
        noticeUnjust(policy, proposal);
    return true;
}

} // namespace dimsum
