// Places per tier (domain.md section 6). Competitors are told apart by classes of priority first: counted, not sorted. How
// many of each class stay, fall and fall on follows from the counts alone; only those of a class in which the places of a tier
// run out are compared with each other.
#pragma once

#include "domain/tiering.h"

#include <array>
#include <cstdint>
#include <mutex>
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
    using ByClass = std::vector<std::int64_t>;

    // The competitors that one thread entered, by row.
    struct Part {
        std::size_t begin = 0, end = 0;  // the rows that were looked at
        std::vector<std::uint32_t> rows; // those of them that compete
        std::vector<Class> classOf; // of each of them
    };

    Competition() { m_competitors.fill(ByClass(classes, 0)); }

    // What one thread enters, in the order of the rows; part of the competition when it goes. At most blockRows rows at once.
    class Entrance
    {
    public:
        static constexpr std::size_t blockRows = 1024;

        explicit Entrance(Competition &competition);
        ~Entrance();
        Entrance(const Entrance &) = delete;
        Entrance &operator=(const Entrance &) = delete;

        void enter(std::size_t begin, std::span<const double> priority, std::span<const Tier> computed);

    private:
        Competition &m_competition;
        Part m_part;
        std::size_t m_entered = 0; // of the room in m_part
        std::vector<std::uint32_t> m_counted;
    };

    // A pinned account does not compete. Once all have entered.
    void withdraw(std::uint32_t row, Tier computed);

    const std::vector<Part> &parts() const { return m_parts; } // in no order
    ByClass &competitors(std::size_t tier) { return m_competitors[tier]; }

private:
    std::vector<Part> m_parts;
    std::array<ByClass, 4> m_competitors; // by tier
    std::mutex m_guard;
};

// Tier by tier from the top: the best stay, the others compete one tier lower. Pinned accounts take places but do not
// compete; their own proposal stays the computed tier. Fills `proposed` and `displaced` from `computed`, `priority` and
// `pin`, adds the notice of tiers that pins fill, and tells whether anybody was displaced. `competition`: everybody has
// entered; null where no tier has a limit.
bool applyCapacity(const AccountFrame &accounts, const TierPolicy &policy, std::span<const TierPin> pins,
                   Competition *competition, TierProposal &proposal);

} // namespace dimsum
