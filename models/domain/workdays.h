// Business days and due dates (domain.md section 7): Monday to Friday less the holidays of the program.
#pragma once

#include "domain/day.h"

#include <cstdint>
#include <span>
#include <vector>

namespace dimsum
{

class Workdays
{
public:
    Workdays() = default;
    explicit Workdays(std::vector<Day> holidays); // any order, repeats allowed

    bool isBusinessDay(Day day) const;
    // `day` itself where it is a business day, else the next one.
    Day onOrAfter(Day day) const;
    // The business day `count` (>= 0) business days after onOrAfter(day).
    Day plus(Day day, int count) const;
    // Business days d with from <= d < to; 0 where to <= from.
    int between(Day from, Day to) const;

private:
    std::vector<Day> m_holidays; // ascending, distinct, weekdays only
};

// A wait for the rep: it began on `from` and ended on `to`; unknownDay = it still lasts. The business days
// from `from` up to, not including, `to` are the days spent waiting: back on the same day costs nothing.
struct Pause {
    Day from;
    Day to = unknownDay;
};

// Approval day + lead business days + business days spent waiting since; day 0 is the first business day on
// or after approval. A pause that still lasts counts up to `today`. Pauses before approval delay the approval
// itself and are not counted twice. An unknown approval gives an unknown due day.
Day dueDay(Day approved, int leadDays, std::span<const Pause> pauses, const Workdays &workdays, Day today);

// What the card promises: the due day of an order approved today.
Day earliestDelivery(Day today, int leadDays, const Workdays &workdays);

} // namespace dimsum
