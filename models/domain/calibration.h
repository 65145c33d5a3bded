// What the high-intensity rule would say under other settings, and what it is worth (domain.md section 8). Pure
// functions, any thread; the same on any number of cores.
#pragma once

#include "domain/engagement.h"
#include "domain/event_columns.h"
#include "domain/intensity.h"
#include "domain/statistics.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace dimsum
{

inline constexpr std::array<int, 4> intensityWindows{30, 60, 90, 120};

// Conversion lift: account-days at month ends, pooled.
struct ConversionLift {
    std::int64_t high = 0, highOutcomes = 0;   // high-intensity, and how many of them opened a deal within 30 days
    std::int64_t other = 0, otherOutcomes = 0; // the rest
    RateRatio lift;                            // approximate: one account counts at several month ends
    bool tooFew = true;                        // fewer than 5 outcomes in either group

    std::optional<double> rateHigh() const;
    std::optional<double> rateOther() const;
};

struct CalibrationRow {
    IntensityRules rules;
    std::int64_t active = 0;  // accounts with a counting activity in the window
    std::int64_t qualify = 0; // of which meet the rule
    std::optional<double> shareOfAll, shareOfActive;
    std::optional<double> shareTwoPeople; // >= 2 people among those that meet it with p = 1
    std::optional<double> shareTwoAreas;  // >= 2 areas among those that meet it with q = 1; none without any area
    ConversionLift conversion;
};

struct Calibration {
    bool areasUsed = false; // false: the workspace has no product area, q is off
    std::int64_t accounts = 0;
    std::vector<Day> snapshots; // month ends that the lift of the shortest window rests on
    std::vector<CalibrationRow> rows; // by window, n, p, q

    const CalibrationRow *row(const IntensityRules &rules) const; // null for a rule outside the table
};

// n 2..5, p 1..3, q 1..2 and the four windows. Snapshots are the month ends from `window` days after the first counting
// activity to 30 days before the day; an account with a deal open on one is left out of it.
Calibration calibrate(const ActivityColumns &activities, const OpportunityColumns &deals, std::size_t accounts,
                      const EngagementRules &points, Day asOf);

// An account one step from high intensity: at least one interaction, and one person, or one area, or one or two
// interactions short, nothing else.
struct NearMiss {
    std::uint32_t account = 0;
    int shortInteractions = 0, shortPeople = 0, shortAreas = 0; // exactly one of them above 0
};
std::optional<NearMiss> nearMiss(const IntensityColumns &intensity, const IntensityRules &rules, std::size_t account);

// Accounts that were high-intensity at each of the last month ends, oldest first; the day itself last.
struct IntensityTrendPoint {
    Day day;
    std::int64_t high = 0;
};
std::vector<IntensityTrendPoint> intensityTrend(const ActivityColumns &activities, std::size_t accounts,
                                                const EngagementRules &points, const IntensityRules &rules, Day asOf,
                                                int months = 12);

} // namespace dimsum
