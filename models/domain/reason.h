// Why an account is in its tier (domain.md section 6): codes with numbers. Files carry the canonical English
// text made here; the window words its own from the same codes.
#pragma once

#include "domain/day.h"

#include <cstdint>
#include <span>
#include <string>

namespace dimsum
{

// In the order in which reasons are joined.
enum class ReasonCode : std::uint8_t {
    noIcp,              // "no ICP"
    excludedCustomer,   // "excluded customer"
    excludedOpenDeal,   // "excluded open deal"
    fitMustHave,        // "fit must-have employees" (name)
    fitAtLeast,         // "fit 82 >= 70"
    fitBelow,           // "fit 60 < 70"
    fitMaxAtLeast,      // "fit_max 85 >= 80"
    fitMaxBelow,        // "fit_max 60 < 80"
    acvAtLeast,         // "acv 61000 >= 50000" (major units)
    acvBelow,           // "acv 12000 < 15000"
    acvUnknown,         // "acv unknown"
    intentAtLeast,      // "intent 72 >= 60": the highest newest topic score
    intentBelow,        // "intent 40 < 60"
    intentSurge,        // "intent surge 240 >= 93.5": v_0 and its line
    noIntentSurge,      // "no intent surge"
    intentScoreAtLeast, // "intent score 55 >= 50"
    intentScoreBelow,
    engagementAtLeast, // "engagement 12 >= 5": recent points
    engagementBelow,
    engagementSurge,        // "engagement surge 40 >= 14"
    noEngagementSurge,      // "no engagement surge"
    engagementScoreAtLeast, // "engagement score 50 >= 40"
    engagementScoreBelow,
    highIntensity,    // "high intensity"
    notHighIntensity, // "not high intensity"
    capacity,         // "capacity"
    pin,              // "pin until 2025-12-31" (day)
};

struct Reason {
    ReasonCode code = ReasonCode::noIcp;
    double value = 0;
    double threshold = 0;
    std::string name = {};
    Day day = unknownDay;
};

// Scores show at most two decimals and trailing zeros are left out, but always as many as keep the printed
// comparison true (69.996 < 70, never 70 < 70). Money and thresholds that a person set are shown in full.
std::string reasonText(const Reason &reason);

// Joined by "; ".
std::string reasonsText(std::span<const Reason> reasons);

} // namespace dimsum
