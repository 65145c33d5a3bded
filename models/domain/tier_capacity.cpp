#include "domain/tier_capacity.h"

#include "domain/all_cores.h"
#include "domain/large_memory.h"
#include "domain/priority_order.h"
#include "domain/wide_registers.h"

#include <algorithm>
#include <mutex>

namespace dimsum
{

namespace
{

using Class = Competition::Class;
constexpr std::size_t blockRows = Competition::blockRows;

// A priority is 0..100, and what lies outside competes in the outermost classes.
DIMSUM_WIDE void classify(const double *__restrict priority, std::size_t rows, Class *__restrict classOf)
{
    constexpr double top = 100 * 1e9;
    constexpr double perStep = static_cast<double>(Competition::classes - 2) / top;
    constexpr int worst = Competition::classes - 2;
    // Held within its bounds as a whole number: of numbers with fractions the compiler makes branches.
    for (std::size_t i = 0; i < rows; ++i) {
        const int steps = static_cast<int>((top - stepsOf(priority[i])) * perStep);
        classOf[i] = static_cast<Class>(1 + std::min(std::max(steps, 0), worst));
    }
}

// What becomes of whoever competes in a tier: where he ends, as far as his class tells.
struct Fate {
    Tier tier = Tier::none;
    bool undecided = false; // some of his class have a place in `tier`, others fall on
};

// The class in which the places of a tier run out; Competition::classes: there is a place for everybody.
struct Cut {
    std::size_t last = Competition::classes;
    std::int64_t room = 0; // for those of that class
};

Tier below(Tier tier)
{
    return tier == Tier::three ? Tier::none : static_cast<Tier>(tierIndex(tier) + 1);
}

Fate fateOf(Tier tier, std::size_t mine, const std::array<Cut, 4> &cuts)
{
    while (tier != Tier::none && mine != Competition::none && mine > cuts[tierIndex(tier)].last)
        tier = below(tier);
    return {tier, tier != Tier::none && mine == cuts[tierIndex(tier)].last};
}

// Where the places of each tier run out, from the top: who finds none is counted one tier lower.
std::array<Cut, 4> cutTiers(const TierPolicy &policy, const std::array<std::int64_t, 4> &pinned, Competition &competition)
{
    std::array<Cut, 4> cuts;
    for (std::size_t tier = 1; tier <= 3; ++tier) {
        if (!policy.capacity[tier])
            continue;
        Cut &cut = cuts[tier];
        cut.room = std::max<std::int64_t>(0, *policy.capacity[tier] - pinned[tier]);
        const Competition::ByClass &competitors = competition.competitors(tier);
        cut.last = 1;
        while (cut.last < Competition::classes && competitors[cut.last] <= cut.room)
            cut.room -= competitors[cut.last++];
        if (cut.last == Competition::classes)
            continue;
        Competition::ByClass &others = competition.competitors(tierIndex(below(static_cast<Tier>(tier))));
        others[cut.last] += competitors[cut.last] - cut.room;
        for (std::size_t at = cut.last + 1; at < Competition::classes; ++at)
            others[at] += competitors[at];
    }
    return cuts;
}

// fateOf() for many: one tier after the other, without a branch.
DIMSUM_WIDE void fatesOf(const Tier *__restrict computed, const Class *__restrict classOf, std::size_t rows, const std::array<Cut, 4> &cuts,
                         Tier *__restrict proposed, std::uint8_t *__restrict displaced, std::uint8_t *__restrict undecided)
{
    std::array<std::uint8_t, blockRows> tier, beyond, at;
    for (std::size_t i = 0; i < rows; ++i)
        tier[i] = static_cast<std::uint8_t>(computed[i]);
    std::fill_n(undecided, rows, std::uint8_t{0});
    for (std::uint8_t here = 1; here <= 3; ++here) {
        const auto last = static_cast<Class>(cuts[here].last);
        for (std::size_t i = 0; i < rows; ++i)
            beyond[i] = classOf[i] > last;
        for (std::size_t i = 0; i < rows; ++i)
            at[i] = classOf[i] == last;
        const std::uint8_t next = static_cast<std::uint8_t>(here == 3 ? 0 : here + 1);
        for (std::size_t i = 0; i < rows; ++i) {
            const auto mine = static_cast<std::uint8_t>(tier[i] == here);
            const auto falls = static_cast<std::uint8_t>(mine & beyond[i]);
            undecided[i] |= static_cast<std::uint8_t>(mine & at[i]);
            const auto stays = static_cast<std::uint8_t>(falls - 1); // all bits where it does not fall, else none
            tier[i] = static_cast<std::uint8_t>((tier[i] & stays) | (next & ~stays));
        }
    }
    for (std::size_t i = 0; i < rows; ++i)
        displaced[i] = tier[i] != static_cast<std::uint8_t>(computed[i]);
    for (std::size_t i = 0; i < rows; ++i)
        proposed[i] = static_cast<Tier>(tier[i]);
}

struct Undecided {
    Ranked ranked;
    Class mine = Competition::none;
};
using ByTier = std::array<std::vector<Undecided>, 4>; // in which they may have a place

// Settles every account whose class tells its tier; returns the others.
ByTier settleClasses(const TierBasis &basis, const PriorityWeights &weights, const std::array<Cut, 4> &cuts, const Competition &competition,
                     const TierProposal &proposal, const Settled &settled)
{
    ByTier undecided;
    const Priorities priorities(basis, weights, proposal);
    std::mutex guard;
    inAllCores(proposal.computed.size(), [&](std::size_t begin, std::size_t end) {
        ByTier mine;
        std::array<Tier, blockRows> proposed;
        std::array<std::uint8_t, blockRows> displaced, open;
        for (std::size_t at = begin; at < end; at += blockRows) {
            const std::size_t rows = std::min(blockRows, end - at);
            const Class *classOf = competition.classOf().data() + at;
            fatesOf(proposal.computed.data() + at, classOf, rows, cuts, proposed.data(), displaced.data(), open.data());
            const auto last = open.begin() + static_cast<std::ptrdiff_t>(rows);
            for (auto some = std::find(open.begin(), last, std::uint8_t{1}); some != last; some = std::find(some + 1, last, std::uint8_t{1})) {
                const auto i = static_cast<std::size_t>(some - open.begin());
                mine[tierIndex(proposed[i])].push_back({{stepsOf(priorities.of(at + i)), static_cast<std::uint32_t>(at + i)}, classOf[i]});
                proposed[i] = proposal.proposed[at + i];
                displaced[i] = proposal.displaced[at + i];
            }
            settled(at, {proposed.data(), rows}, {displaced.data(), rows});
        }
        const std::scoped_lock lock(guard);
        for (std::size_t tier = 0; tier < mine.size(); ++tier)
            undecided[tier].insert(undecided[tier].end(), mine[tier].begin(), mine[tier].end());
    });
    return undecided;
}

std::array<std::int64_t, 4> countPins(const TierProposal &proposal, std::span<const TierPin> pins)
{
    std::array<std::int64_t, 4> counts{};
    for (const std::uint32_t row : proposal.pinned)
        ++counts[tierIndex(proposal.withPin(row, pins))];
    return counts;
}

void settleAsComputed(const TierProposal &proposal, const Settled &settled)
{
    constexpr std::array<std::uint8_t, blockRows> nobody{};
    inAllCores(proposal.computed.size(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t at = begin; at < end; at += blockRows) {
            const std::size_t rows = std::min(blockRows, end - at);
            settled(at, {proposal.computed.data() + at, rows}, {nobody.data(), rows});
        }
    });
}

} // namespace

Competition::Class Competition::classOf(double priority)
{
    Class mine = none;
    classify(&priority, 1, &mine);
    return mine;
}

void Competition::open(std::size_t rows)
{
    resizeLarge(m_classOf, rows);
    for (ByClass &counts : m_competitors)
        counts.assign(classes, 0);
}

Competition::Entrance::Entrance(Competition &competition, std::mutex &guard) : m_competition(competition), m_guard(guard), m_counted(classes * 4, 0) {}

Competition::Entrance::~Entrance()
{
    const std::scoped_lock lock(m_guard);
    for (std::size_t tier = 1; tier < 4; ++tier)
        for (std::size_t at = 1; at < classes; ++at)
            m_competition.m_competitors[tier][at] += m_counted[tier * classes + at];
}

void Competition::Entrance::enter(std::size_t begin, std::span<const double> priority, std::span<const Tier> computed)
{
    const Tier *__restrict tiers = computed.data();
    const std::size_t rows = priority.size();
    Class *__restrict classOf = m_competition.m_classOf.data() + begin;
    classify(priority.data(), rows, classOf);
    // Who competes is picked out without a branch, and only they are counted.
    std::array<Class, blockRows> competitors;
    std::size_t competing = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        competitors[competing] = static_cast<Class>(i);
        competing += tiers[i] != Tier::none;
    }
    for (std::size_t at = 0; at < competing; ++at) {
        const std::size_t i = competitors[at];
        ++m_counted[tierIndex(tiers[i]) * classes + classOf[i]];
    }
}

void Competition::withdraw(std::uint32_t row, Tier computed)
{
    Class &mine = m_classOf[row];
    if (mine != none)
        --m_competitors[tierIndex(computed)][mine];
    mine = none;
}

bool applyCapacity(const TierBasis &basis, const TierPolicy &policy, Competition *competition, TierProposal &proposal, const Settled &settled)
{
    if (competition == nullptr) {
        settleAsComputed(proposal, settled);
        return false;
    }
    const std::array<std::int64_t, 4> pinned = countPins(proposal, basis.pins);
    for (const std::uint32_t row : proposal.pinned)
        competition->withdraw(row, proposal.computed[row]);
    for (std::size_t tier = 1; tier <= 3; ++tier)
        if (policy.capacity[tier] && pinned[tier] > *policy.capacity[tier])
            proposal.notices.push_back({TieringWarning::pinsFillTier, static_cast<Tier>(tier), pinned[tier]});
    const std::array<Cut, 4> cuts = cutTiers(policy, pinned, *competition);
    ByTier undecided = settleClasses(basis, policy.priority, cuts, *competition, proposal, settled);
    const auto settle = [&](std::uint32_t row, Tier tier) {
        const std::uint8_t displaced = tier != proposal.computed[row];
        settled(row, {&tier, 1}, {&displaced, 1});
    };
    const PriorityOrder before(basis.accounts);
    bool anybody = false;
    for (std::size_t tier = 1; tier <= 3; ++tier) {
        if (cuts[tier].last == Competition::classes)
            continue;
        anybody = true;
        std::vector<Undecided> &rows = undecided[tier];
        const auto cut = rows.begin() + static_cast<std::ptrdiff_t>(cuts[tier].room);
        std::nth_element(rows.begin(), cut, rows.end(), [&before](const Undecided &a, const Undecided &b) { return before(a.ranked, b.ranked); });
        for (auto each = rows.begin(); each != cut; ++each)
            settle(each->ranked.row, static_cast<Tier>(tier));
        for (auto each = cut; each != rows.end(); ++each) {
            const Fate fate = fateOf(below(static_cast<Tier>(tier)), each->mine, cuts);
            if (fate.undecided)
                undecided[tierIndex(fate.tier)].push_back(*each);
            else
                settle(each->ranked.row, fate.tier);
        }
    }
    return anybody;
}

} // namespace dimsum
