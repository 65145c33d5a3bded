#include "domain/workdays.h"

#include <algorithm>

namespace dimsum
{

namespace
{

// Monday = 0 .. Sunday = 6; 1970-01-01 was a Thursday.
int weekday(Day day)
{
    const int fromMonday = (day.number + 3) % 7;
    return fromMonday < 0 ? fromMonday + 7 : fromMonday;
}

bool isWeekend(Day day)
{
    return weekday(day) >= 5;
}

} // namespace

Workdays::Workdays(std::vector<Day> holidays) : m_holidays(std::move(holidays))
{
    std::erase_if(m_holidays, [](Day day) { return !day.known() || isWeekend(day); });
    std::sort(m_holidays.begin(), m_holidays.end());
    m_holidays.erase(std::unique(m_holidays.begin(), m_holidays.end()), m_holidays.end());
}

bool Workdays::isBusinessDay(Day day) const
{
    return !isWeekend(day) && !std::binary_search(m_holidays.begin(), m_holidays.end(), day);
}

Day Workdays::onOrAfter(Day day) const
{
    while (!isBusinessDay(day))
        day = day + 1;
    return day;
}

Day Workdays::plus(Day day, int count) const
{
    day = onOrAfter(day);
    for (int i = 0; i < count; ++i)
        day = onOrAfter(day + 1);
    return day;
}

int Workdays::between(Day from, Day to) const
{
    int count = 0;
    for (Day day = from; day < to; day = day + 1)
        count += isBusinessDay(day) ? 1 : 0;
    return count;
}

Day dueDay(Day approved, int leadDays, std::span<const Pause> pauses, const Workdays &workdays, Day today)
{
    if (!approved.known())
        return unknownDay;
    int waited = 0;
    for (const Pause &pause : pauses)
        waited += workdays.between(std::max(pause.from, approved), pause.to.known() ? pause.to : today);
    return workdays.plus(approved, leadDays + waited);
}

Day earliestDelivery(Day today, int leadDays, const Workdays &workdays)
{
    return workdays.plus(today, leadDays);
}

} // namespace dimsum
