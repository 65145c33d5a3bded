// Calendar dates without a zone (domain.md section 2): dates are dates and never shift.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace dimsum {

// A civil date as the number of days since 1970-01-01. 4 bytes, so that columns of millions stay small.
struct Day {
    std::int32_t number = std::numeric_limits<std::int32_t>::min();

    constexpr bool known() const { return number != std::numeric_limits<std::int32_t>::min(); }
    friend constexpr auto operator<=>(Day, Day) = default;
    friend constexpr Day operator+(Day day, std::int32_t days) { return Day{day.number + days}; }
    friend constexpr Day operator-(Day day, std::int32_t days) { return Day{day.number - days}; }
    friend constexpr std::int32_t operator-(Day a, Day b) { return a.number - b.number; }
};

inline constexpr Day unknownDay{};

inline constexpr std::int64_t millisecondsPerDay = 86'400'000; // of a day without a change of the clock

constexpr std::chrono::year_month_day civil(Day day)
{
    return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{day.number}}};
}

constexpr Day dayOf(int year, unsigned month, unsigned dayOfMonth)
{
    const std::chrono::sys_days days{std::chrono::year{year} / std::chrono::month{month}
                                     / std::chrono::day{dayOfMonth}};
    return Day{static_cast<std::int32_t>(days.time_since_epoch().count())};
}

// Strictly "yyyy-MM-dd" of an existing date, years 1700 to 4000; anything else is nothing.
std::optional<Day> parseIsoDay(std::string_view text);

// "yyyy-MM-dd"; empty for an unknown day.
std::string isoText(Day day);

// First and last day of the calendar month of `day`.
Day monthStart(Day day);
Day monthEnd(Day day);

} // namespace dimsum
