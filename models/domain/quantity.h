// A number of hours or months on a cost line: decimal and exact, because a price must not depend on binary
// rounding.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dimsum
{

// In ten-thousandths: 0.5 hours = 5000. Range 0 .. largestQuantity.
struct Quantity {
    std::int64_t tenThousandths = 0;

    friend constexpr auto operator<=>(Quantity, Quantity) = default;
};

inline constexpr Quantity oneQuantity{10'000};
inline constexpr Quantity largestQuantity{1'000'000'000'000}; // a hundred million hours

// "12", "0.5", "1.25": no sign, at most four decimals, at most largestQuantity; anything else is nothing.
std::optional<Quantity> parseQuantity(std::string_view text);

// As few decimals as are true: "0.5", "12".
std::string quantityText(Quantity quantity);

} // namespace dimsum
