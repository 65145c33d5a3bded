#include "ui/common/paper_figures.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dimsum
{

std::vector<double> partsOnPaper(std::span<const double> parts, double whole, int decimals)
{
    const double scale = std::pow(10.0, decimals);
    std::vector<double> units(parts.size());
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    long long missing = std::llround(whole * scale);
    for (std::size_t at = 0; at < parts.size(); ++at) {
        units[at] = std::floor(parts[at] * scale + 1e-9);
        missing -= std::llround(units[at]);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return parts[a] * scale - units[a] > parts[b] * scale - units[b] + 1e-9;
    });
    for (std::size_t at = 0; at < order.size() && missing > 0; ++at, --missing)
        units[order[at]] += 1;
    for (double &unit : units)
        unit /= scale;
    return units;
}

QString figureText(double value, int decimals)
{
    double scale = std::pow(10.0, decimals);
    const double shown = std::round(value * scale) / scale;
    while (decimals > 0 && std::llround(shown * scale) % 10 == 0) {
        --decimals;
        scale /= 10;
    }
    return QLocale().toString(shown, 'f', decimals);
}

std::pair<QString, QString> comparedTexts(double value, double line)
{
    constexpr double slack = 1e-9;
    const auto rounded = [](double number, int decimals) {
        const double scale = std::pow(10.0, decimals);
        return std::round(number * scale) / scale;
    };
    int decimals = 0;
    while (decimals < 6 &&
           (rounded(value, decimals) + slack >= rounded(line, decimals)) != (value + slack >= line))
        ++decimals;
    return {figureText(value, std::max(decimals, 1)), figureText(line, std::max(decimals, 1))};
}

} // namespace dimsum
