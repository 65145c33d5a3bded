// Which step after which step leads to high intensity (domain.md section 9). A plain rate is what articles quote; a
// pattern is only what a stratified landmark test still sees, because busy accounts do more of everything. Pure
// functions, any thread; the same on any number of cores.
#pragma once

#include "domain/engagement.h"
#include "domain/event_columns.h"
#include "domain/intensity.h"
#include "domain/progress.h"
#include "domain/statistics.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace dimsum
{

enum class JourneyVariant : std::uint8_t {
    first, // accounts whose first counting activity is of type A
    any,   // the account's first A, of accounts that were not hot before
};
std::string_view journeyVariantName(JourneyVariant variant); // "first", "any"

inline constexpr std::array<int, 5> journeyWindows{7, 14, 30, 60, 90};

// A pair of types, A then B within so many days.
struct JourneyPair {
    JourneyVariant variant = JourneyVariant::first;
    std::uint16_t first = 0, then = 0; // codes of the activities' types
    int withinDays = 7;
    std::int64_t cohort = 0;                        // accounts that did A at least 90 days ago
    std::int64_t treated = 0, treatedOutcomes = 0;  // of which did B in time, and became hot within 90 days
    std::int64_t control = 0, controlOutcomes = 0;  // and did not
    RateRatio ratio;                                // with Katz interval
    double p = 1, q = 1;                            // Fisher; BH over one variant and window

    // The landmark test: without accounts that were hot by A + N; later outcomes from later activities alone; within
    // strata of equal activity up to A + N. Not for 90 days.
    std::int64_t landmarkTreated = 0, landmarkTreatedOutcomes = 0;
    std::int64_t landmarkControl = 0, landmarkControlOutcomes = 0;
    std::optional<double> landmarkRatio, landmarkP, landmarkQ; // Mantel-Haenszel; q of pairs with 5 outcomes in each group
    bool pattern = false; // q <= 0.05, ratio > 1, 20 accounts in each group

    double rateTreated() const { return static_cast<double>(treatedOutcomes) / static_cast<double>(treated); }
    double rateControl() const { return static_cast<double>(controlOutcomes) / static_cast<double>(control); }
};

// Pairs with both groups, by variant, window, label of A, label of B. `chosen`: the accounts to look at (one flag per
// account), or empty for all.
std::vector<JourneyPair> journeyPairs(const ActivityColumns &activities, std::size_t accounts,
                                      const EngagementRules &points, const IntensityRules &rules, Day asOf,
                                      std::span<const std::uint8_t> chosen = {}, const Progress &progress = {});

// An account that did A of a pattern, not yet B, and still has time.
struct MissingStep {
    std::uint32_t account = 0;
    std::size_t pair = 0; // index of the pattern among the pairs given
    Day since;            // the date of A
    Day until;            // the last day for B
};
// By account. Each account's step of the pattern with the smallest q (then the first of the list); of several windows of
// one pair the one with the smallest q.
std::vector<MissingStep> missingSteps(const ActivityColumns &activities, std::size_t accounts,
                                      const EngagementRules &points, std::span<const JourneyPair> pairs,
                                      const IntensityRules &rules, Day asOf);

// How many accounts took these first three steps (types of the first three counting activities; 0 = ended earlier).
struct FirstSteps {
    std::array<std::uint16_t, 3> types{};
    std::int64_t accounts = 0;
};
std::vector<FirstSteps> firstSteps(const ActivityColumns &activities, std::size_t accounts,
                                   const EngagementRules &points, Day asOf); // most common first

} // namespace dimsum
