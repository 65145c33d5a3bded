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
constexpr std::size_t blockRows = Competition::Entrance::blockRows;

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

struct Undecided {
    Ranked ranked;
    Class mine = Competition::none;
};
using ByTier = std::array<std::vector<Undecided>, 4>; // in which they may have a place

// Gives every account the tier that its class tells; returns those of whom it does not.
ByTier settleClasses(const std::array<Cut, 4> &cuts, const Competition &competition, TierProposal &proposal)
{
    constexpr std::uint8_t undecidedMark = 8;
    std::array<std::array<std::uint8_t, Competition::classes>, 4> fates{}; // a tier, with the mark
    for (const Tier tier : allTiers) {
        for (std::size_t mine = 0; mine < Competition::classes; ++mine) {
            const Fate fate = fateOf(tier, mine, cuts);
            fates[tierIndex(tier)][mine] = static_cast<std::uint8_t>(tierIndex(fate.tier) | (fate.undecided ? undecidedMark : 0u));
        }
    }
    ByTier undecided;
    std::mutex guard;
    eachInAllCores(competition.parts().size(), [&](std::size_t at) {
        const Competition::Part &part = competition.parts()[at];
        ByTier mine;
        std::size_t next = 0;
        // Block by block, so that what is copied is still at hand when some of it changes.
        for (std::size_t begin = part.begin; begin < part.end; begin += blockRows) {
            const std::size_t end = std::min(begin + blockRows, part.end);
            const Tier *computed = proposal.computed.data();
            Tier *proposed = proposal.proposed.data();
            std::uint8_t *displaced = proposal.displaced.data();
            std::copy(computed + begin, computed + end, proposed + begin);
            std::fill(displaced + begin, displaced + end, std::uint8_t{0});
            for (const std::size_t count = part.rows.size(); next < count && part.rows[next] < end; ++next) {
                const std::uint32_t row = part.rows[next];
                const std::size_t tier = tierIndex(computed[row]);
                const std::uint8_t fate = fates[tier][part.classOf[next]];
                const std::uint8_t to = fate & (undecidedMark - 1);
                proposed[row] = static_cast<Tier>(to);
                displaced[row] = to != tier;
                if (fate & undecidedMark) [[unlikely]]
                    mine[to].push_back({{stepsOf(proposal.priority[row]), row}, part.classOf[next]});
            }
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

} // namespace

Competition::Entrance::Entrance(Competition &competition) : m_competition(competition), m_counted(classes * 4, 0) {}

Competition::Entrance::~Entrance()
{
    m_part.rows.resize(m_entered);
    m_part.classOf.resize(m_entered);
    const std::scoped_lock lock(m_competition.m_guard);
    m_competition.m_parts.push_back(std::move(m_part));
    for (std::size_t tier = 1; tier < 4; ++tier)
        for (std::size_t at = 1; at < classes; ++at)
            m_competition.m_competitors[tier][at] += m_counted[tier * classes + at];
}

void Competition::Entrance::enter(std::size_t begin, std::span<const double> priority, std::span<const Tier> computed)
{
    const Tier *__restrict tiers = computed.data();
    const std::size_t rows = priority.size();
    if (m_part.end == 0)
        m_part.begin = begin;
    m_part.end = begin + rows;
    if (m_part.rows.size() < m_entered + blockRows) {
        m_part.rows.resize((m_entered + blockRows) * 2);
        m_part.classOf.resize((m_entered + blockRows) * 2);
    }
    // Who competes is picked out without a branch, and only they are counted.
    std::array<Class, blockRows> classOfRow;
    classify(priority.data(), rows, classOfRow.data());
    std::uint32_t *__restrict competitors = m_part.rows.data() + m_entered;
    Class *__restrict found = m_part.classOf.data() + m_entered;
    std::size_t competing = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        competitors[competing] = static_cast<std::uint32_t>(begin + i);
        competing += tiers[i] != Tier::none;
    }
    for (std::size_t at = 0; at < competing; ++at) {
        const std::size_t i = competitors[at] - begin;
        found[at] = classOfRow[i];
        ++m_counted[tierIndex(tiers[i]) * classes + found[at]];
    }
    m_entered += competing;
}

void Competition::withdraw(std::uint32_t row, Tier computed)
{
    for (Part &part : m_parts) {
        const auto found = std::lower_bound(part.rows.begin(), part.rows.end(), row);
        if (found == part.rows.end() || *found != row)
            continue;
        Class &mine = part.classOf[static_cast<std::size_t>(found - part.rows.begin())];
        if (mine != none)
            --m_competitors[tierIndex(computed)][mine];
        mine = none;
    }
}

bool applyCapacity(const AccountFrame &accounts, const TierPolicy &policy, std::span<const TierPin> pins,
                   Competition *competition, TierProposal &proposal)
{
    const std::size_t all = proposal.computed.size();
    resizeLarge(proposal.proposed, all);
    resizeLarge(proposal.displaced, all);
    if (competition == nullptr) {
        std::copy(proposal.computed.begin(), proposal.computed.end(), proposal.proposed.begin());
        std::fill(proposal.displaced.begin(), proposal.displaced.end(), std::uint8_t{0});
        return false;
    }
    const std::array<std::int64_t, 4> pinned = countPins(proposal, pins);
    for (const std::uint32_t row : proposal.pinned)
        competition->withdraw(row, proposal.computed[row]);
    for (std::size_t tier = 1; tier <= 3; ++tier)
        if (policy.capacity[tier] && pinned[tier] > *policy.capacity[tier])
            proposal.notices.push_back({TieringWarning::pinsFillTier, static_cast<Tier>(tier), pinned[tier]});
    const std::array<Cut, 4> cuts = cutTiers(policy, pinned, *competition);
    ByTier undecided = settleClasses(cuts, *competition, proposal);
    const PriorityOrder before(accounts);
    bool anybody = false;
    for (std::size_t tier = 1; tier <= 3; ++tier) {
        if (cuts[tier].last == Competition::classes)
            continue;
        anybody = true;
        std::vector<Undecided> &rows = undecided[tier];
        const auto cut = rows.begin() + static_cast<std::ptrdiff_t>(cuts[tier].room);
        std::nth_element(rows.begin(), cut, rows.end(), [&before](const Undecided &a, const Undecided &b) { return before(a.ranked, b.ranked); });
        for (auto each = cut; each != rows.end(); ++each) {
            const Fate fate = fateOf(below(static_cast<Tier>(tier)), each->mine, cuts);
            proposal.displaced[each->ranked.row] = 1;
            proposal.proposed[each->ranked.row] = fate.tier;
            if (fate.undecided)
                undecided[tierIndex(fate.tier)].push_back(*each);
        }
    }
    return anybody;
}

} // namespace dimsum
