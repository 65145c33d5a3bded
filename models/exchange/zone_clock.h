// Wall time of one time zone to instants and back (domain.md section 2), fast enough for millions of rows: offsets are
// looked up once per day. A time in a DST gap shifts forward, a time in a fold takes the first. One per thread.
#pragma once

#include "domain/day.h"

#include <QTimeZone>

#include <cstdint>
#include <unordered_map>

namespace dimsum {

class ZoneClock
{
public:
    explicit ZoneClock(QTimeZone zone);

    // UTC milliseconds since 1970 of the wall time `msOfDay` (0 .. 86,399,999) on `day`.
    std::int64_t instantOf(Day day, std::int64_t msOfDay) const;
    // UTC milliseconds at which `day` starts (the first instant that carries its date).
    std::int64_t startOf(Day day) const { return instantOf(day, 0); }
    // The calendar date of an instant in the zone.
    Day dayOf(std::int64_t utcMilliseconds) const;

private:
    struct Offsets {
        std::int32_t before = 0; // seconds east of UTC at the UTC day before, and after
        std::int32_t after = 0;
    };
    Offsets around(std::int32_t day) const;
    std::int32_t offsetAt(std::int64_t utcSeconds) const;

    QTimeZone m_zone;
    bool m_fixed = false;
    std::int32_t m_fixedOffset = 0;
    mutable std::unordered_map<std::int32_t, Offsets> m_cache;
};

} // namespace dimsum
