#include "domain/quantity.h"

#include "domain/ascii.h"

namespace dimsum
{

namespace
{

constexpr int keptDecimals = 4;

} // namespace

std::optional<Quantity> parseQuantity(std::string_view text)
{
    const std::size_t dot = text.find('.');
    const std::string_view whole = text.substr(0, dot);
    const std::string_view fraction =
        dot == std::string_view::npos ? std::string_view{} : text.substr(dot + 1);
    const bool danglingDot = dot != std::string_view::npos && fraction.empty();
    if (whole.empty() || danglingDot || whole.size() > 12 || fraction.size() > keptDecimals)
        return std::nullopt;
    std::int64_t value = 0;
    for (const char c : whole) {
        if (!isDigit(c))
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    for (std::size_t i = 0; i < keptDecimals; ++i) {
        const char c = i < fraction.size() ? fraction[i] : '0';
        if (!isDigit(c))
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    if (value > largestQuantity.tenThousandths)
        return std::nullopt;
    return Quantity{value};
}

std::string quantityText(Quantity quantity)
{
    std::string text = std::to_string(quantity.tenThousandths / oneQuantity.tenThousandths);
    std::string fraction = std::to_string(quantity.tenThousandths % oneQuantity.tenThousandths);
    fraction.insert(0, keptDecimals - fraction.size(), '0');
    while (!fraction.empty() && fraction.back() == '0')
        fraction.pop_back();
    return fraction.empty() ? text : text + '.' + fraction;
}

} // namespace dimsum
