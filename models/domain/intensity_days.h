// On which days an account is high-intensity: what journeys and calibration look back on (domain.md sections 8, 9).
// Pure functions, any thread.
#pragma once

#include "domain/engagement.h"
#include "domain/event_columns.h"
#include "domain/intensity.h"

#include <cstdint>
#include <span>
#include <vector>

namespace dimsum
{

// A counting activity of one account.
struct Interaction {
    Day day;
    std::uint32_t contact = 0; // 0 = unknown person
    std::uint16_t area = 0;
    std::uint16_t type = 0;
};

// The counting activities of an account up to the day, in the order of domain.md section 9; replaces what is in `into`.
void interactionsOf(const ActivityColumns &activities, const TypeWorth &worth, std::size_t account, Day asOf,
                    std::vector<Interaction> &into);

// Some activity up to the day names a product area.
bool anyArea(const ActivityColumns &activities, Day asOf);

// The rule with q set to 0 where the workspace has no product area up to the day.
IntensityRules effectiveRules(const ActivityColumns &activities, const IntensityRules &rules, Day asOf);

// People and areas of some interactions: known contacts, or 1 where there are only anonymous ones.
class InteractionCrowd
{
public:
    void clear();
    void add(const Interaction &interaction);
    int interactions() const { return m_interactions; }
    int people() const { return m_people.empty() && m_interactions > 0 ? 1 : static_cast<int>(m_people.size()); }
    int areas() const { return static_cast<int>(m_areas.size()); }
    bool meets(const IntensityRules &rules) const
    {
        return m_interactions >= rules.n && people() >= rules.p && areas() >= rules.q;
    }

private:
    int m_interactions = 0;
    std::vector<std::uint32_t> m_people; // few meet one account in a window: a look through the list beats a hash
    std::vector<std::uint16_t> m_areas;
};

// Both ends included.
struct DaySpan {
    Day first, last;

    friend bool operator==(const DaySpan &, const DaySpan &) = default;
};

// The days on which the interactions meet the rule, as separate spans in order. `rules` are effective ones. The last
// span may reach beyond the newest interaction.
std::vector<DaySpan> highDays(std::span<const Interaction> interactions, const IntensityRules &rules);

// The first of those days; unknown if there is none.
Day firstHighDay(std::span<const Interaction> interactions, const IntensityRules &rules);

} // namespace dimsum
