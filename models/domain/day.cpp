#include "domain/day.h"

#include <cstdio>

namespace dimsum {

std::optional<Day> parseIsoDay(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto number = [text](std::size_t from, std::size_t count) -> int {
        int value = 0;
        for (std::size_t i = from; i < from + count; ++i) {
            if (text[i] < '0' || text[i] > '9')
                return -1;
            value = value * 10 + (text[i] - '0');
        }
        return value;
    };
    const int year = number(0, 4);
    const int month = number(5, 2);
    const int day = number(8, 2);
    if (year < 1700 || year > 4000 || month < 1 || day < 1)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok())
        return std::nullopt;
    return dayOf(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

std::string isoText(Day day)
{
    if (!day.known())
        return {};
    const auto date = civil(day);
    char text[24];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text;
}

Day monthStart(Day day)
{
    const auto date = civil(day);
    return dayOf(static_cast<int>(date.year()), static_cast<unsigned>(date.month()), 1);
}

Day monthEnd(Day day)
{
    const auto date = civil(day);
    const std::chrono::year_month_day_last last{date.year(), std::chrono::month_day_last{date.month()}};
    return dayOf(static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                 static_cast<unsigned>(last.day()));
}

} // namespace dimsum
