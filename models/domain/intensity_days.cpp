#include "domain/intensity_days.h"

#include <algorithm>

namespace dimsum
{

void interactionsOf(const ActivityColumns &activities, const TypeWorth &worth, std::size_t account, Day asOf,
                    std::vector<Interaction> &into)
{
    into.clear();
    const RowRange range = activities.byAccount.of(account);
    for (std::size_t row = range.begin; row < range.end && activities.day[row] <= asOf; ++row) {
        if (worth.counts[activities.type[row]] != 0)
            into.push_back({activities.day[row], activities.contact[row], activities.area[row], activities.type[row]});
    }
}

bool anyArea(const ActivityColumns &activities, Day asOf)
{
    for (std::size_t row = 0; row < activities.size(); ++row) {
        if (activities.area[row] != 0 && activities.day[row] <= asOf)
            return true;
    }
    return false;
}

IntensityRules effectiveRules(const ActivityColumns &activities, const IntensityRules &rules, Day asOf)
{
    IntensityRules effective = rules;
    if (!anyArea(activities, asOf))
        effective.q = 0;
    return effective;
}

void InteractionCrowd::clear()
{
    m_interactions = 0;
    m_people.clear();
    m_areas.clear();
}

void InteractionCrowd::add(const Interaction &interaction)
{
    ++m_interactions;
    if (interaction.contact != 0 && std::find(m_people.begin(), m_people.end(), interaction.contact) == m_people.end())
        m_people.push_back(interaction.contact);
    if (interaction.area != 0 && std::find(m_areas.begin(), m_areas.end(), interaction.area) == m_areas.end())
        m_areas.push_back(interaction.area);
}

std::vector<DaySpan> highDays(std::span<const Interaction> interactions, const IntensityRules &rules)
{
    std::vector<DaySpan> spans;
    InteractionCrowd crowd;
    for (std::size_t newest = 0; newest < interactions.size(); ++newest) {
        const Day day = interactions[newest].day;
        if (newest + 1 < interactions.size() && interactions[newest + 1].day == day)
            continue; // a day is judged at its end
        // Back from the newest until the rule is met: it stays met until the one that met it leaves the window.
        crowd.clear();
        for (std::size_t i = newest + 1; i-- > 0 && day - interactions[i].day < rules.windowDays;) {
            crowd.add(interactions[i]);
            if (!crowd.meets(rules))
                continue;
            const Day last = interactions[i].day + (rules.windowDays - 1);
            if (!spans.empty() && spans.back().last + 1 >= day)
                spans.back().last = std::max(spans.back().last, last);
            else
                spans.push_back({day, last});
            break;
        }
    }
    return spans;
}

Day firstHighDay(std::span<const Interaction> interactions, const IntensityRules &rules)
{
    InteractionCrowd crowd;
    for (std::size_t newest = 0; newest < interactions.size(); ++newest) {
        if (newest + 1 < static_cast<std::size_t>(std::max(rules.n, 1)))
            continue;
        crowd.clear();
        const Day day = interactions[newest].day;
        for (std::size_t i = newest + 1; i-- > 0 && day - interactions[i].day < rules.windowDays;) {
            crowd.add(interactions[i]);
            if (crowd.meets(rules))
                return day;
        }
    }
    return unknownDay;
}

} // namespace dimsum
