// Places per tier (domain.md section 6). Competitors are told apart by classes of priority first: counted, not sorted. Only
// those of the one class in which the places run out are compared with each other.
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
    static constexpr Class none = 0;           // in no tier, or pinned
    static constexpr std::size_t classes = 4096; // 1 is the best, the last one the worst
    using ByClass = std::vector<std::int64_t>;

    explicit Competition(std::size_t rows);

    // What one thread enters; counted in the competition when it goes. At most blockRows rows at once.
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
        std::vector<std::uint32_t> m_counted;
    };

    // A pinned account does not compete. Once all have entered.
    void withdraw(std::size_t row, Tier computed);

    const std::vector<Class> &classOfRow() const { return m_classOfRow; }
    ByClass &competitors(std::size_t tier) { return m_competitors[tier]; }

private:
    std::vector<Class> m_classOfRow;
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
