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

constexpr std::size_t blockRows = Competition::Entrance::blockRows;

// For loops without branches: a priority is 0..100, and what lies outside competes in the outermost classes.
Competition::Class classOf(double steps)
{
    constexpr double top = 100 * 1e9;
    constexpr double perStep = static_cast<double>(Competition::classes - 2) / top;
    double missing = top - steps;
    missing = missing < 0 ? 0 : missing;
    missing = missing > top ? top : missing;
    return static_cast<Competition::Class>(1 + static_cast<int>(missing * perStep));
}

// Of a block of rows: sends those of `tier` whose class is worse than `last` to `below`. Whether any of `last` itself was there.
DIMSUM_WIDE bool sendBehind(Competition::Class last, Tier tier, Tier below, const Competition::Class *__restrict found, std::size_t rows,
                            Tier *__restrict proposed, std::uint8_t *__restrict displaced)
{
    std::array<std::uint8_t, blockRows> falls, equals;
    // Without branches and in steps of one kind of value each, so that many rows are done at once.
    for (std::size_t i = 0; i < rows; ++i)
        falls[i] = found[i] > last ? 1 : 0;
    for (std::size_t i = 0; i < rows; ++i)
        equals[i] = found[i] == last ? 1 : 0;
    std::uint8_t equal = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        const auto competes = static_cast<std::uint8_t>(proposed[i] == tier ? 1 : 0);
        equal = static_cast<std::uint8_t>(equal | (competes & equals[i]));
        falls[i] = static_cast<std::uint8_t>(falls[i] & competes);
        displaced[i] = static_cast<std::uint8_t>(displaced[i] | falls[i]);
        proposed[i] = falls[i] != 0 ? below : proposed[i];
    }
    return equal != 0;
}

// Sends those of `tier` whose class is worse than `last` to `below`; returns the rows of the class `last` itself.
std::vector<Ranked> displaceBehind(Competition::Class last, Tier tier, Tier below, const Competition &competition, TierProposal &proposal)
{
    std::vector<Ranked> undecided;
    std::mutex guard;
    inAllCores(proposal.proposed.size(), [&](std::size_t begin, std::size_t end) {
        std::vector<Ranked> mine;
        for (std::size_t at = begin; at < end; at += blockRows) {
            const std::size_t rows = std::min(blockRows, end - at);
            const Competition::Class *found = competition.classOfRow().data() + at;
            Tier *proposed = proposal.proposed.data() + at;
            const bool equal = sendBehind(last, tier, below, found, rows, proposed, proposal.displaced.data() + at);
            for (std::size_t i = 0; equal && i < rows; ++i) {
                if (proposed[i] == tier && found[i] == last)
                    mine.push_back({stepsOf(proposal.priority[at + i]), static_cast<std::uint32_t>(at + i)});
            }
        }
        const std::scoped_lock lock(guard);
        undecided.insert(undecided.end(), mine.begin(), mine.end());
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

Competition::Competition(std::size_t rows)
{
    resizeLarge(m_classOfRow, rows);
    m_competitors.fill(ByClass(classes, 0));
}

Competition::Entrance::Entrance(Competition &competition) : m_competition(competition), m_counted(classes * 4, 0) {}

Competition::Entrance::~Entrance()
{
    const std::scoped_lock lock(m_competition.m_guard);
    for (std::size_t tier = 1; tier < 4; ++tier)
        for (std::size_t at = 1; at < classes; ++at)
            m_competition.m_competitors[tier][at] += m_counted[tier * classes + at];
}

void Competition::Entrance::enter(std::size_t begin, std::span<const double> priority, std::span<const Tier> computed)
{
    const double *__restrict priorities = priority.data();
    const Tier *__restrict tiers = computed.data();
    Class *__restrict found = m_competition.m_classOfRow.data() + begin;
    const std::size_t rows = priority.size();
    // Most accounts are in no tier: who competes is picked out without a branch, and only they get a class.
    std::array<std::uint16_t, blockRows> competitors;
    std::size_t competing = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        competitors[competing] = static_cast<std::uint16_t>(i);
        competing += tiers[i] != Tier::none;
    }
    std::fill_n(found, rows, none);
    for (const std::uint16_t row : std::span(competitors).first(competing)) {
        found[row] = classOf(stepsOf(priorities[row]));
        ++m_counted[tierIndex(tiers[row]) * classes + found[row]];
    }
}

void Competition::withdraw(std::size_t row, Tier computed)
{
    Class &found = m_classOfRow[row];
    if (found != none)
        --m_competitors[tierIndex(computed)][found];
    found = none;
}

bool applyCapacity(const AccountFrame &accounts, const TierPolicy &policy, std::span<const TierPin> pins,
                   Competition *competition, TierProposal &proposal)
{
    const std::size_t all = proposal.computed.size();
    resizeLarge(proposal.proposed, all);
    std::copy(proposal.computed.begin(), proposal.computed.end(), proposal.proposed.begin());
    resizeLarge(proposal.displaced, all);
    std::fill(proposal.displaced.begin(), proposal.displaced.end(), std::uint8_t{0});
    if (competition == nullptr)
        return false;
    const std::array<std::int64_t, 4> pinned = countPins(proposal, pins);
    for (const std::uint32_t row : proposal.pinned)
        competition->withdraw(row, proposal.computed[row]);
    bool anybody = false;
    for (std::size_t tier = 1; tier <= 3; ++tier) {
        if (!policy.capacity[tier])
            continue;
        if (pinned[tier] > *policy.capacity[tier])
            proposal.notices.push_back({TieringWarning::pinsFillTier, static_cast<Tier>(tier), pinned[tier]});
        std::int64_t room = std::max<std::int64_t>(0, *policy.capacity[tier] - pinned[tier]);
        const Competition::ByClass &competitors = competition->competitors(tier);
        std::size_t last = 1; // the class in which the places run out
        while (last < Competition::classes && competitors[last] <= room)
            room -= competitors[last++];
        if (last == Competition::classes)
            continue;
        const std::size_t below = tier == 3 ? 0 : tier + 1;
        std::vector<Ranked> undecided =
            displaceBehind(static_cast<Competition::Class>(last), static_cast<Tier>(tier), static_cast<Tier>(below), *competition, proposal);
        const auto cut = undecided.begin() + static_cast<std::ptrdiff_t>(room);
        std::nth_element(undecided.begin(), cut, undecided.end(), PriorityOrder(accounts));
        for (auto row = cut; row != undecided.end(); ++row) {
            proposal.displaced[row->row] = 1;
            proposal.proposed[row->row] = static_cast<Tier>(below);
        }
        // They compete where they fell to.
        Competition::ByClass &others = competition->competitors(below);
        others[last] += undecided.end() - cut;
        for (std::size_t at = last + 1; at < Competition::classes; ++at)
            others[at] += competitors[at];
        anybody = true;
    }
    return anybody;
}

} // namespace dimsum
