// A believable market with truths planted in it, the same for the same options on every machine: what `dimsum generate`
// and `dimsum demo` write. Accounts are made one after the other, so that a million of them need no memory.
#pragma once

#include "domain/day.h"
#include "domain/error.h"
#include "domain/event_columns.h"
#include "domain/progress.h"
#include "domain/sample_account.h"
#include "domain/sample_history.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dimsum::sample {

struct WorldOptions {
    std::uint64_t accounts = 400;
    std::uint64_t activities = 4000; // exactly so many rows
    std::uint64_t seed = 1;
    Day asOf;
    bool planted = true;
    double intentShare = 0.30;  // of the accounts that third parties know something about
    double heatShare = 0.35;    // of those, how many grow more interested week by week
    double acvScale = 1;        // of the annual contract values
    double surgeShare = 0.012;  // of the accounts, for each kind of surge
    double bestShare = 0.22;    // of the accounts of the planted profile: bought twice, at least 180 days apart
    double journeyShare = 0.10; // of the accounts that ever do anything: began with the research report
    double dealShare = 0.012;   // chance of a new deal a month where nothing is planted
};

struct Signal {
    std::string_view source, topic;
    Day day;
    int score = 0;
};

struct IntentEvent {
    std::string_view source, event;
    Day day;
    int count = 1;
};

struct Deal {
    std::string id, name;
    std::int64_t amount = 0; // major units
    std::string_view stage;
    DealStatus status = DealStatus::open;
    Day created;
    Day closed = unknownDay; // of an open deal: the expected one
    std::string_view campaign;
};

struct SampleCost {
    std::string_view subjectKind, subject, line;
    std::int64_t hours = 0, rate = 0, amount = 0, months = 0; // 0 = empty
    Day month = unknownDay;
    bool actual = false;
};

// Takes the world as it is made: an account, then all that belongs to it; costs and campaigns at the end. Views in the
// arguments live for the call only.
class WorldSink
{
public:
    virtual ~WorldSink() = default;
    virtual void account(const Account &account) = 0;
    virtual void activity(const Account &account, const Touch &touch, std::uint64_t number) = 0;
    virtual void signal(const Account &account, const Signal &signal) = 0;
    virtual void intentEvent(const Account &account, const IntentEvent &event) = 0;
    virtual void deal(const Account &account, const Deal &deal) = 0;
    virtual void member(const Account &account, bool holdOut) = 0; // of the program
    virtual void cost(const SampleCost &row) = 0;
    virtual void campaign(const Campaign &campaign, Day start, Day end, std::int64_t budget) = 0;
    // Asked now and then: an error ends the making.
    virtual Outcome state() const = 0;
};

// Accounts that began with a research report: saw a webinar within so many days or not, and who of both turned
// high-intensity within 90 days.
struct JourneyTruth {
    int withinDays = 7;
    std::uint64_t treated = 0, treatedHot = 0, control = 0, controlHot = 0;
};

// What is true in the world, by definition or by plan.
struct WorldTruth {
    std::vector<std::string> highIntensity;   // domains, at D with the defaults of domain.md section 8
    std::vector<std::string> intentSurges;    // planted for the newest week
    std::vector<std::string> engagementSurges;
    std::vector<std::string> lookalikes;      // of the segment, awake, not yet high-intensity
    std::vector<std::string> bestCustomers;   // two wins at least 180 days apart
    std::uint64_t activities = 0, contacts = 0, optedOut = 0, deals = 0, signals = 0, segment = 0;
    std::uint64_t active = 0;                 // >= 1 counting activity in the window
    std::uint64_t threeInteractions = 0;      // n >= 3, p >= 1, q >= 1
    std::uint64_t threeWithTwoPeople = 0, threeWithTwoAreas = 0;
    // Month ends of the year, accounts with an open deal left out; outcome: a deal made within 30 days.
    std::uint64_t hotMonths = 0, hotOutcomes = 0, otherMonths = 0, otherOutcomes = 0;
    JourneyTruth webinarInWeek{.withinDays = 7}, webinarIn90Days{.withinDays = 90};
};

// How many times likelier a high-intensity account opens a deal, where truths are planted (S37).
inline constexpr double plantedConversionLift = 4;

// Errors: cancelled, or what the sink says.
Result<WorldTruth> makeWorld(const WorldOptions &options, WorldSink &sink, const Progress &progress = {});

} // namespace dimsum::sample
