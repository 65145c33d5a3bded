#include "domain/intensity.h"

#include <algorithm>

namespace dimsum
{

namespace
{

// Grows by one activity at a time, from the newest back, and tells what it holds.
class Crowd
{
public:
    void clear()
    {
        m_people.clear();
        m_areas.clear();
        interactions = 0;
    }
    void add(std::uint32_t contact, std::uint16_t area)
    {
        ++interactions;
        if (contact != 0)
            insert(m_people, contact);
        if (area != 0)
            insert(m_areas, area);
    }
    std::int32_t people() const
    {
        return m_people.empty() && interactions > 0 ? 1 : static_cast<std::int32_t>(m_people.size());
    }
    std::int32_t areas() const { return static_cast<std::int32_t>(m_areas.size()); }

    std::int32_t interactions = 0;

private:
    // Few people meet one account in a window: a look through the list beats a hash.
    template <class T> static void insert(std::vector<T> &set, T value)
    {
        if (std::find(set.begin(), set.end(), value) == set.end())
            set.push_back(value);
    }
    std::vector<std::uint32_t> m_people;
    std::vector<std::uint16_t> m_areas;
};

} // namespace

IntensityColumns scoreIntensity(const ActivityColumns &activities, std::size_t accounts,
                                const EngagementRules &points, const IntensityRules &rules, Day asOf)
{
    IntensityColumns columns;
    for (std::size_t i = 0; i < activities.size() && !columns.areasUsed; ++i)
        columns.areasUsed = activities.area[i] != 0 && activities.day[i] <= asOf;
    for (auto *column : {&columns.interactions, &columns.people, &columns.areas})
        column->assign(accounts, 0);
    columns.high.assign(accounts, 0);
    columns.daysLeft.assign(accounts, -1);
    columns.lastActivity.assign(accounts, unknownDay);
    columns.endsOn.assign(accounts, unknownDay);
    const TypeWorth worth = typeWorth(activities.types, points);
    Crowd crowd;
    for (std::size_t row = 0; row < accounts; ++row) {
        crowd.clear();
        const RowRange range = activities.byAccount.of(row);
        for (std::size_t i = range.end; i-- > range.begin;) {
            const int age = asOf - activities.day[i];
            if (age < 0)
                continue;
            if (!columns.lastActivity[row].known())
                columns.lastActivity[row] = activities.day[i];
            if (age >= rules.windowDays)
                break;
            if (worth.counts[activities.type[i]] == 0)
                continue;
            crowd.add(activities.contact[i], activities.area[i]);
            columns.daysLeft[row] = rules.windowDays - age;
            if (columns.high[row] != 0)
                continue;
            // Everything newer than this one already meets the rule with it: the state lasts until it leaves.
            if (crowd.interactions >= rules.n && crowd.people() >= rules.p &&
                (!columns.areasUsed || crowd.areas() >= rules.q)) {
                columns.high[row] = 1;
                columns.endsOn[row] = activities.day[i] + rules.windowDays;
            }
        }
        columns.interactions[row] = crowd.interactions;
        columns.people[row] = crowd.people();
        columns.areas[row] = crowd.areas();
    }
    return columns;
}

} // namespace dimsum
