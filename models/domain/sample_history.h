// What happened at one account of the sample world in a year: touches, with the planted journeys and episodes.
#pragma once

#include "domain/day.h"
#include "domain/sample_account.h"

#include <cstdint>
#include <vector>

namespace dimsum::sample {

struct Touch {
    Day day;
    std::int16_t minute = 0; // of the day, UTC
    std::uint8_t kind = 0;   // index into activityKinds()
    std::uint8_t asset = 0;  // index into assets()
    std::int8_t person = -1; // index into the account's people, -1 = nobody known
    std::int8_t area = -1;   // index into productAreas(), -1 = none
    std::int8_t campaign = -1;
};

// "Research report, then a webinar within a week" (S42): the share of accounts that turn high-intensity within
// 90 days. All who saw the webinar within 90 days: 54 %; those who did not: 26 %; within a week against the rest: 3.2.
struct JourneyPlan {
    double webinarInWeek = 0.30; // how many see it within 7 days
    double webinarLater = 0.30;  // how many see it after 8 to 60 days
    double hotAfterWeek = 0.825;
    double hotAfterLater = 0.255;
    double hotWithout = 0.26;
};

struct History {
    std::vector<Touch> touches; // by day
    bool asleep = false;        // nothing ever
    bool engagementSurge = false;
    bool journey = false;       // a planted one: began with the research report
};

struct HistoryOptions {
    Day asOf;
    bool planted = true;
    double surgeShare = 0.012;   // of all accounts
    double journeyShare = 0.10;  // of those that ever do anything
};

History makeHistory(const Account &account, const HistoryOptions &options, SeededRandom &random);

// The account's first touch is a research report, at least 90 days old.
bool beganWithReport(const std::vector<Touch> &touches, Day asOf);

// Days from the first touch to the first webinar, -1 = there was none.
int daysToWebinar(const std::vector<Touch> &touches);

// High-intensity on `day` with the default n = 3, p = 2, q = 1, 30 days (domain.md section 8).
bool isHot(const std::vector<Touch> &touches, Day day);

// Counting touches, known people (1 if all are unknown) and product areas in the 30 days up to `day`.
struct WindowCount {
    int interactions = 0;
    int people = 0;
    int areas = 0;
};
WindowCount countWindow(const std::vector<Touch> &touches, Day day);

} // namespace dimsum::sample
