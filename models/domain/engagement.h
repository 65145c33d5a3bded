// First-party engagement by account (domain.md section 5): points, decayed score, recent points, surge,
// weekly series. Activities after the as-of date are ignored.
#pragma once

#include "domain/event_columns.h"
#include "domain/tier.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dimsum
{

struct TypePoints {
    std::string label; // as written
    std::string key;   // folded like the keys of ActivityColumns::types
    double points = 0;

    friend bool operator==(const TypePoints &, const TypePoints &) = default;
};

struct EngagementSurgeRules {
    int weeks = 12;
    double sd = 2;
    double sdFloor = 2;
    double minPoints = 10;

    friend bool operator==(const EngagementSurgeRules &, const EngagementSurgeRules &) = default;
};

struct EngagementRules {
    std::vector<TypePoints> points; // defaults: see defaultEngagementRules()
    double unknownPoints = 1;
    double countingPoints = 2; // an activity worth at least this "counts"
    int windowDays = 120;
    double halfLifeDays = 30;
    double scale = 30;
    double dayPersonCap = 15;
    int recentDays = 30;
    double recentPoints = 5;
    EngagementSurgeRules surge;

    friend bool operator==(const EngagementRules &, const EngagementRules &) = default;
};

EngagementRules defaultEngagementRules();

double pointsOf(const EngagementRules &rules, std::string_view typeKey);
bool typeCounts(const EngagementRules &rules, std::string_view typeKey);

// What every type of a dictionary is worth, by code; code 0 (no type) is worth the unknown points.
struct TypeWorth {
    std::vector<double> points;
    std::vector<std::uint8_t> counts;
};
TypeWorth typeWorth(const Dictionary &types, const EngagementRules &rules);

// One entry per account.
struct EngagementScores {
    bool anyActivity = false; // some activity of the workspace is dated up to the day

    std::vector<double> energy;       // E
    std::vector<double> score;        // 0..100
    std::vector<double> recentPoints; // capped points of counting activities in the recent window
    std::vector<std::uint8_t> recent;
    std::vector<std::uint8_t> surge;
    std::vector<std::uint8_t> firstActivity; // a surge before which the account had no points at all
    std::vector<double> surgeValue;          // w_0
    std::vector<double> surgeLine;           // mu + sd * max(s, floor)
    std::size_t weeks = 0;                   // values per account in `weekly`: baseline weeks + 1
    std::vector<float> weekly;               // w_0, w_1, ... per account, newest first

    std::span<const float> weeklyOf(std::size_t row) const
    {
        return std::span(weekly).subspan(row * weeks, weeks);
    }
};

EngagementScores scoreEngagement(const ActivityColumns &activities, std::size_t accounts,
                                 const EngagementRules &rules, Day asOf);

// One person on one day: a line of the receipt.
struct DayPersonPoints {
    Day day = unknownDay;
    std::uint32_t contact = 0; // 0 = the account's unknown person
    double points = 0;         // before the cap
    double capped = 0;
    double decayed = 0; // capped * 2^(-age / half-life): these add up to E
};

struct EngagementReceipt {
    std::vector<DayPersonPoints> lines; // newest first, then by contact
    double energy = 0;
    double score = 0;
    double recentPoints = 0;
    bool recent = false;
    double surgeValue = 0;
    double baselineMean = 0;
    double baselineDeviation = 0; // s, before the floor
    double surgeLine = 0;
    bool surge = false;
    bool firstActivity = false;
};
EngagementReceipt engagementReceipt(const ActivityColumns &activities, const EngagementRules &rules, Day asOf,
                                    std::size_t account);

// w_0 .. w_(weeks-1) of one account for its chart.
std::vector<double> engagementWeeks(const ActivityColumns &activities, const EngagementRules &rules, Day asOf,
                                    std::size_t account, std::size_t weeks);

// Mean weekly points per tier (by tierIndex) over the weeks that the scores keep, newest first.
std::array<std::vector<double>, 4> cohortWeeks(const EngagementScores &scores, std::span<const Tier> tiers);

} // namespace dimsum
