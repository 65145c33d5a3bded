// Places per tier (domain.md section 6). Competitors are told apart by classes of priority first: counted, not sorted. How
// many of each class stay, fall and fall on follows from the counts alone; only those of a class in which the places of a tier
// run out are compared with each other.
#pragma once

#include "domain/tiering.h"

#include <array>
#include <cstdint>
#include <functional>
#include <mutex>
#include <span>
#include <vector>

namespace dimsum
{

// Who competes for places. Filled while priorities are worked out, when they are at hand anyway.
class Competition
{
public:
    using Class = std::uint16_t;
    static constexpr Class none = 0;           // pinned: does not compete
    static constexpr std::size_t classes = 4096; // 1 is the best, the last one the worst
    static constexpr std::size_t blockRows = 1024;
    using ByClass = std::vector<std::int64_t>;

    // Begins anew with the memory there is: nobody of so many has entered.
    void open(std::size_t rows);

    // What one thread enters; counted when it goes, under a lock that all have in common. At most blockRows rows at once.
    class Entrance
    {
    public:
        Entrance(Competition &competition, std::mutex &guard);
        ~Entrance();
        Entrance(const Entrance &) = delete;
        Entrance &operator=(const Entrance &) = delete;

        void enter(std::size_t begin, std::span<const double> priority, std::span<const Tier> computed);

    private:
        Competition &m_competition;
        std::mutex &m_guard;
        std::vector<std::uint32_t> m_counted;
    };

    // A pinned account does not compete. Once all have entered.
    void withdraw(std::uint32_t row, Tier computed);

    const std::vector<Class> &classOf() const { return m_classOf; } // by row
    static Class classOf(double priority);                          // the higher, the smaller
    ByClass &competitors(std::size_t tier) { return m_competitors[tier]; }

private:
    std::vector<Class> m_classOf;
    std::array<ByClass, 4> m_competitors; // by tier
};

// Told where accounts end that lie one after the other from `begin` on: of each its tier, and 1 where capacity moved it there.
// Called from several threads at once, of every account at least once; the last call counts.
using Settled = std::function<void(std::size_t begin, std::span<const Tier> proposed, std::span<const std::uint8_t> displaced)>;

// Tier by tier from the top: the best stay, the others compete one tier lower. Pinned accounts take places but do not
// compete; their own proposal stays the computed tier. Tells what `proposed` and `displaced` become, from `computed`,
// rankOfAmount and `pin`, adds the notice of tiers that pins fill, and returns whether anybody was displaced. Of accounts that
// have to be compared with each other, it tells first what the two columns hold already, and later what becomes of them.
// `competition`: everybody has entered; null where no tier has a limit.
bool applyCapacity(const TierBasis &basis, const TierPolicy &policy, Competition *competition, TierProposal &proposal, const Settled &settled);

} // namespace dimsum
