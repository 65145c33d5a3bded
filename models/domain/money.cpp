#include "domain/money.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dimsum
{

namespace
{

// ISO 4217 (active codes) by the number of decimals; the two-decimal ones are the rule and fill the long
// list.
constexpr std::string_view noDecimals =
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF ";
constexpr std::string_view threeDecimals = "BHD IQD JOD KWD LYD OMR TND ";
constexpr std::string_view fourDecimals = "CLF UYW ";
constexpr std::string_view twoDecimals = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND "
                                         "BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF "
                                         "CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR "
                                         "FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK "
                                         "HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR "
                                         "LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR "
                                         "MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR "
                                         "PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP "
                                         "SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD "
                                         "TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER "
                                         "ZAR ZMW ZWG ZWL ";

bool lists(std::string_view codes, std::string_view code)
{
    for (std::size_t at = 0; at + 3 < codes.size(); at += 4) {
        if (codes.substr(at, 3) == code)
            return true;
    }
    return false;
}

// Orders items for the spare units: larger remainder first, remainders within 1e-6 alike, earlier item first.
// "Within 1e-6" is no order by itself (it does not chain), so a run of neighbours counts as one tie.
std::vector<std::size_t> byRemainder(const std::vector<double> &remainders)
{
    std::vector<std::size_t> order(remainders.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin + 1;
        while (end < order.size() && remainders[order[end - 1]] - remainders[order[end]] <= 1e-6)
            ++end;
        std::sort(order.begin() + static_cast<std::ptrdiff_t>(begin),
                  order.begin() + static_cast<std::ptrdiff_t>(end));
        begin = end;
    }
    return order;
}

} // namespace

std::optional<Currency> currencyOf(std::string_view code)
{
    if (code.size() != 3)
        return std::nullopt;
    if (lists(twoDecimals, code))
        return Currency{std::string(code), 2};
    if (lists(noDecimals, code))
        return Currency{std::string(code), 0};
    if (lists(threeDecimals, code))
        return Currency{std::string(code), 3};
    if (lists(fourDecimals, code))
        return Currency{std::string(code), 4};
    return std::nullopt;
}

ParsedMoney parseMoney(std::string_view text, const Currency &currency)
{
    const auto refused = [](MoneyProblem problem) { return ParsedMoney{unknownMoney, problem}; };
    const bool negative = !text.empty() && text.front() == '-';
    std::size_t wholeDigits = 0;
    int decimals = 0;
    bool dot = false;
    bool large = false;
    bool precise = false;
    std::int64_t minor = 0;
    const auto push = [&](int digit) {
        if (minor > largestMoney / 10)
            large = true;
        else
            minor = minor * 10 + digit;
    };
    for (const char c : text.substr(negative ? 1 : 0)) {
        if (c == '.' && !dot) {
            dot = true;
        } else if (c < '0' || c > '9') {
            return refused(MoneyProblem::notANumber);
        } else if (!dot) {
            ++wholeDigits;
            push(c - '0');
        } else if (++decimals > currency.exponent) {
            precise = true;
        } else {
            push(c - '0');
        }
    }
    if (wholeDigits == 0 || (dot && decimals == 0))
        return refused(MoneyProblem::notANumber);
    if (precise)
        return refused(MoneyProblem::tooManyDecimals);
    for (int i = decimals; i < currency.exponent; ++i)
        push(0);
    if (large || minor > largestMoney)
        return refused(MoneyProblem::tooLarge);
    return {Money{negative ? -minor : minor}, std::nullopt};
}

std::string moneyText(Money amount, const Currency &currency)
{
    if (!amount.known())
        return {};
    const bool negative = amount.minor < 0;
    // Negated as unsigned: the most negative sum of a million amounts has no positive twin.
    const std::uint64_t size =
        negative ? 0U - static_cast<std::uint64_t>(amount.minor) : static_cast<std::uint64_t>(amount.minor);
    std::string digits = std::to_string(size);
    const auto exponent = static_cast<std::size_t>(currency.exponent);
    if (digits.size() <= exponent)
        digits.insert(0, exponent + 1 - digits.size(), '0');
    if (exponent > 0)
        digits.insert(digits.size() - exponent, 1, '.');
    return negative ? "-" + digits : digits;
}

std::string shortMoneyText(Money amount, const Currency &currency)
{
    std::string text = moneyText(amount, currency);
    if (text.find('.') == std::string::npos)
        return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return text;
}

std::optional<int> thresholdScale(const Currency &currency)
{
    struct Scale {
        std::string_view code;
        int factor;
    };
    static constexpr Scale scales[] = {{"USD", 1},  {"EUR", 1},   {"GBP", 1},  {"CHF", 1},
                                       {"CAD", 1},  {"AUD", 1},   {"CNY", 7},  {"TWD", 30},
                                       {"INR", 85}, {"RUB", 100}, {"JPY", 150}};
    for (const Scale &scale : scales) {
        if (scale.code == currency.code)
            return scale.factor;
    }
    return std::nullopt;
}

std::vector<Money> splitMoney(Money whole, std::span<const double> weights)
{
    std::vector<Money> parts(weights.size());
    if (weights.empty())
        return parts;
    const std::int64_t size = whole.minor < 0 ? -whole.minor : whole.minor;
    // long double holds every accepted amount exactly and leaves room for the fraction.
    long double sum = 0;
    for (const double weight : weights)
        sum += weight;
    std::vector<double> remainders(weights.size());
    std::int64_t given = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const long double share = sum > 0 ? static_cast<long double>(weights[i]) / sum
                                          : 1.0L / static_cast<long double>(weights.size());
        const long double exact = static_cast<long double>(size) * share;
        // A share that is a whole number but for rounding is that number: 29.999999999 is 30 with nothing
        // left over.
        long double floor = std::floor(exact + 1e-7L);
        floor = std::min(floor, static_cast<long double>(size));
        parts[i].minor = static_cast<std::int64_t>(floor);
        remainders[i] = static_cast<double>(std::max(0.0L, exact - floor));
        given += parts[i].minor;
    }
    const std::vector<std::size_t> order = byRemainder(remainders);
    for (std::size_t next = 0; given < size; ++next, ++given)
        ++parts[order[next % order.size()]].minor;
    for (std::size_t next = order.size(); given > size; --given) {
        // Only rounding can hand out too much; the smallest remainders give it back.
        do {
            next = (next == 0 ? order.size() : next) - 1;
        } while (parts[order[next]].minor == 0);
        --parts[order[next]].minor;
    }
    if (whole.minor < 0) {
        for (Money &part : parts)
            part.minor = -part.minor;
    }
    return parts;
}

} // namespace dimsum
