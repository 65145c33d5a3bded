#include "domain/intensity.h"

#include "domain/intensity_days.h"

namespace dimsum
{

IntensityColumns scoreIntensity(const ActivityColumns &activities, std::size_t accounts,
                                const EngagementRules &points, const IntensityRules &rules, Day asOf,
                                std::optional<bool> areasUsed)
{
    IntensityColumns columns;
    columns.areasUsed = areasUsed.value_or(anyArea(activities, asOf));
    IntensityRules effective = rules;
    if (!columns.areasUsed)
        effective.q = 0;
    for (auto *column : {&columns.interactions, &columns.people, &columns.areas})
        column->assign(accounts, 0);
    columns.high.assign(accounts, 0);
    columns.daysLeft.assign(accounts, -1);
    columns.lastActivity.assign(accounts, unknownDay);
    columns.endsOn.assign(accounts, unknownDay);
    const TypeWorth worth = typeWorth(activities.types, points);
    InteractionCrowd crowd;
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
            crowd.add({activities.day[i], activities.contact[i], activities.area[i], activities.type[i]});
            columns.daysLeft[row] = rules.windowDays - age;
            if (columns.high[row] != 0)
                continue;
            // Everything newer than this one already meets the rule with it: the state lasts until it leaves.
            if (crowd.meets(effective)) {
                columns.high[row] = 1;
                columns.endsOn[row] = activities.day[i] + rules.windowDays;
            }
        }
        columns.interactions[row] = crowd.interactions();
        columns.people[row] = crowd.people();
        columns.areas[row] = crowd.areas();
    }
    return columns;
}

} // namespace dimsum
