// Figures that a person can check with pencil and paper: printed parts add up to the printed whole, and a
// printed comparison is as true as the exact one.
#pragma once

#include <QString>

#include <span>
#include <utility>
#include <vector>

namespace dimsum
{

// Each part rounded to `decimals` so that they add up to `whole` rounded likewise: largest remainder, ties to
// the earlier part. `parts` must add up to `whole` (within rounding errors) and none may be negative.
std::vector<double> partsOnPaper(std::span<const double> parts, double whole, int decimals);

// As few decimals as are true, at most `decimals`: "88", "87.6"; in the locale's digits.
QString figureText(double value, int decimals = 1);

// Value and line with as many decimals as keep "value >= line" true once printed.
std::pair<QString, QString> comparedTexts(double value, double line);

} // namespace dimsum
