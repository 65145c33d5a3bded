// Money (domain.md section 2): a whole number of minor units of the workspace's one currency.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dimsum {

struct Money {
    std::int64_t minor = 0;

    constexpr bool known() const { return minor != std::numeric_limits<std::int64_t>::min(); }
    friend constexpr auto operator<=>(Money, Money) = default;
    friend constexpr Money operator+(Money a, Money b) { return Money{a.minor + b.minor}; }
    friend constexpr Money operator-(Money a, Money b) { return Money{a.minor - b.minor}; }
    constexpr Money &operator+=(Money other)
    {
        minor += other.minor;
        return *this;
    }
};

// "No amount was given", as opposed to zero. Never take part in arithmetic with it.
inline constexpr Money unknownMoney{std::numeric_limits<std::int64_t>::min()};

// Largest amount that is accepted, in minor units: sums of a million of them still fit.
inline constexpr std::int64_t largestMoney = 4'000'000'000'000'000;

// An ISO 4217 currency: its code and the number of decimals of its minor unit (2 for USD, 0 for JPY, 3 for KWD).
struct Currency {
    std::string code = "USD";
    int exponent = 2;

    friend bool operator==(const Currency &, const Currency &) = default;
};

// The currency of an ISO 4217 code in capitals; nothing for a code that is not in the standard.
std::optional<Currency> currencyOf(std::string_view code);

enum class MoneyProblem : std::uint8_t { notANumber, tooManyDecimals, tooLarge };

// Decimal major units with a dot ("1234.5", "-3", no grouping, no sign of currency, no exponent).
// Returns the amount or what is wrong with it; the empty text is notANumber.
struct ParsedMoney {
    Money amount = unknownMoney;
    std::optional<MoneyProblem> problem = std::nullopt;
};
ParsedMoney parseMoney(std::string_view text, const Currency &currency);

// Major units with all decimals of the currency ("1234.50"); empty for unknown.
std::string moneyText(Money amount, const Currency &currency);

// Major units with as few decimals as are true: "61000", "61000.5". For reasons ("acv 61000 >= 50000").
std::string shortMoneyText(Money amount, const Currency &currency);

// Multiplier of the default thresholds (USD, EUR, GBP, CHF, CAD, AUD 1; CNY 7; TWD 30; INR 85; RUB 100; JPY 150).
// Nothing for any other currency: it counts as 1 and the caller gives a notice.
std::optional<int> thresholdScale(const Currency &currency);

// Splits `whole` in proportion to `weights` (none negative) so that the parts add up to it: largest remainder,
// remainders within 1e-6 minor unit tie, ties go to the earlier item; a negative whole is split by its absolute
// value and negated; weights that sum to 0 give equal parts. Empty weights give no parts.
std::vector<Money> splitMoney(Money whole, std::span<const double> weights);

} // namespace dimsum
