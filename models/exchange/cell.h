// One value on its way into a file. The type of its column, not the value, decides how it is written, so that
// nothing that came in as text can leave as a number or a formula.
#pragma once

#include "domain/day.h"
#include "domain/money.h"

#include <QString>

#include <cstdint>
#include <variant>

namespace dimsum
{

enum class CellType : std::uint8_t {
    text,
    integer, // whole number
    score,   // 4 decimals (cli.md)
    ratio,   // shares and ratios: 6 significant digits
    figure,  // numbers in the unit of the file they came from: 12 significant digits
    money,   // the decimals of the currency
    boolean, // true, false
    day,     // yyyy-MM-dd
    instant, // UTC, yyyy-MM-ddTHH:mm:ssZ
};

// Milliseconds since 1970-01-01 UTC.
struct Instant {
    std::int64_t milliseconds = 0;

    friend constexpr auto operator<=>(Instant, Instant) = default;
};

// std::monostate = unknown: an empty cell in a column of any type. unknownMoney, unknownDay and numbers that
// are not finite are written empty as well.
using Cell = std::variant<std::monostate, QString, std::int64_t, double, Money, bool, Day, Instant>;

// The text of a value in a column of `type`, locale-free and unguarded. An integer column rounds nothing: it
// takes whole numbers only; score and ratio columns take whole numbers as well. A value that does not suit
// its column is written as text would be, never dropped.
QString cellText(const Cell &cell, CellType type, const Currency &currency);

} // namespace dimsum
