#include "exchange/zone_clock.h"

#include <QDateTime>

#include <utility>

namespace dimsum {

namespace {

constexpr std::int64_t msPerDay = 86'400'000;

constexpr std::int64_t floorDiv(std::int64_t a, std::int64_t b)
{
    return a / b - ((a % b != 0 && (a < 0) != (b < 0)) ? 1 : 0);
}

} // namespace

ZoneClock::ZoneClock(QTimeZone zone) : m_zone(std::move(zone))
{
    // Zones without any change of offset need no look-up at all; UTC is the default of a workspace.
    m_fixed = !m_zone.isValid() || m_zone == QTimeZone::utc() || !m_zone.hasTransitions();
    if (m_fixed && m_zone.isValid())
        m_fixedOffset = m_zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
}

std::int32_t ZoneClock::offsetAt(std::int64_t utcSeconds) const
{
    return m_zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(utcSeconds, Qt::UTC));
}

// A change of offset within two days is found on either side of the day; no zone changes twice in two days.
ZoneClock::Offsets ZoneClock::around(std::int32_t day) const
{
    const auto found = m_cache.find(day);
    if (found != m_cache.end())
        return found->second;
    const std::int64_t noon = std::int64_t{day} * 86'400 + 43'200;
    const Offsets offsets{offsetAt(noon - 129'600), offsetAt(noon + 129'600)};
    m_cache.emplace(day, offsets);
    return offsets;
}

std::int64_t ZoneClock::instantOf(Day day, std::int64_t msOfDay) const
{
    const std::int64_t wall = std::int64_t{day.number} * msPerDay + msOfDay;
    if (m_fixed)
        return wall - std::int64_t{m_fixedOffset} * 1000;
    const Offsets offsets = around(day.number);
    const std::int64_t first = wall - std::int64_t{offsets.before} * 1000;
    if (offsets.before == offsets.after || offsetAt(floorDiv(first, 1000)) == offsets.before)
        return first; // also the first of the two instants of a fold
    const std::int64_t second = wall - std::int64_t{offsets.after} * 1000;
    // In a gap neither is right: the offset before it moves the wall time forward by the length of the gap.
    return offsetAt(floorDiv(second, 1000)) == offsets.after ? second : first;
}

Day ZoneClock::dayOf(std::int64_t utcMilliseconds) const
{
    std::int32_t offset = m_fixedOffset;
    if (!m_fixed) {
        const Offsets offsets = around(static_cast<std::int32_t>(floorDiv(utcMilliseconds, msPerDay)));
        offset = offsets.before == offsets.after ? offsets.before : offsetAt(floorDiv(utcMilliseconds, 1000));
    }
    return Day{static_cast<std::int32_t>(floorDiv(utcMilliseconds + std::int64_t{offset} * 1000, msPerDay))};
}

} // namespace dimsum
