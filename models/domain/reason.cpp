#include "domain/reason.h"

#include <cmath>
#include <cstdio>

namespace dimsum
{

namespace
{

constexpr int mostDecimals = 9; // the slack of comparisons is 1e-9: nothing finer decides

// Fixed-point text without trailing zeros.
std::string decimalText(double value, int decimals)
{
    char digits[64];
    std::snprintf(digits, sizeof digits, "%.*f", decimals, value);
    std::string text = digits;
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.')
            text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

double rounded(double value, int decimals)
{
    const double scale = std::pow(10.0, decimals);
    return std::round(value * scale) / scale;
}

std::string compared(const char *what, const Reason &reason, bool atLeast, bool computedLine = false)
{
    const auto holds = [atLeast](double value, double line) { return (value >= line) == atLeast; };
    int decimals = 2;
    // A line that a person set is printed as set; one that was computed is cut like the value.
    const auto line = [&] { return computedLine ? rounded(reason.threshold, decimals) : reason.threshold; };
    while (decimals < mostDecimals && !holds(rounded(reason.value, decimals), line()))
        ++decimals;
    return std::string(what) + ' ' + decimalText(reason.value, decimals) + (atLeast ? " >= " : " < ") +
           decimalText(reason.threshold, computedLine ? decimals : mostDecimals);
}

// ACV is exact: its decimals are those of the currency, at most four.
std::string comparedMoney(const Reason &reason, bool atLeast)
{
    return "acv " + decimalText(reason.value, 4) + (atLeast ? " >= " : " < ") +
           decimalText(reason.threshold, 4);
}

} // namespace

std::string reasonText(const Reason &reason)
{
    switch (reason.code) {
    case ReasonCode::noIcp:
        return "no ICP";
    case ReasonCode::excludedCustomer:
        return "excluded customer";
    case ReasonCode::excludedOpenDeal:
        return "excluded open deal";
    case ReasonCode::fitMustHave:
        return "fit must-have " + reason.name;
    case ReasonCode::fitAtLeast:
        return compared("fit", reason, true);
    case ReasonCode::fitBelow:
        return compared("fit", reason, false);
    case ReasonCode::fitMaxAtLeast:
        return compared("fit_max", reason, true);
    case ReasonCode::fitMaxBelow:
        return compared("fit_max", reason, false);
    case ReasonCode::acvAtLeast:
        return comparedMoney(reason, true);
    case ReasonCode::acvBelow:
        return comparedMoney(reason, false);
    case ReasonCode::acvUnknown:
        return "acv unknown";
    case ReasonCode::intentAtLeast:
        return compared("intent", reason, true);
    case ReasonCode::intentBelow:
        return compared("intent", reason, false);
    case ReasonCode::intentSurge:
        return compared("intent surge", reason, true, true);
    case ReasonCode::noIntentSurge:
        return "no intent surge";
    case ReasonCode::intentScoreAtLeast:
        return compared("intent score", reason, true);
    case ReasonCode::intentScoreBelow:
        return compared("intent score", reason, false);
    case ReasonCode::engagementAtLeast:
        return compared("engagement", reason, true);
    case ReasonCode::engagementBelow:
        return compared("engagement", reason, false);
    case ReasonCode::engagementSurge:
        return compared("engagement surge", reason, true, true);
    case ReasonCode::noEngagementSurge:
        return "no engagement surge";
    case ReasonCode::engagementScoreAtLeast:
        return compared("engagement score", reason, true);
    case ReasonCode::engagementScoreBelow:
        return compared("engagement score", reason, false);
    case ReasonCode::highIntensity:
        return "high intensity";
    case ReasonCode::notHighIntensity:
        return "not high intensity";
    case ReasonCode::capacity:
        return "capacity";
    case ReasonCode::pin:
        return "pin until " + isoText(reason.day);
    }
    return {};
}

std::string reasonsText(std::span<const Reason> reasons)
{
    std::string text;
    for (const Reason &reason : reasons) {
        if (!text.empty())
            text += "; ";
        text += reasonText(reason);
    }
    return text;
}

} // namespace dimsum
