// Everything the account dock shows about one account: the receipts that its figures open into, charts, committee,
// timeline, deals, orders, history. Read on demand on the workspace's thread; a plain value afterwards.
#pragma once

#include "domain/engagement.h"
#include "domain/fit.h"
#include "domain/intent.h"
#include "domain/tiering.h"
#include "service/ordering_service.h"
#include "service/snapshot.h"
#include "service/tiering_service.h"

#include <optional>
#include <string>
#include <vector>

namespace dimsum {

struct FitLine {
    Criterion criterion;
    Answer answer = Answer::unknown;
    std::string value; // of the account, as shown; empty = unknown
};

struct IntentLine {
    std::string topic; // empty for counted events
    std::string source;
    Day day = unknownDay;
    double score = 0;
    double eventPoints = 0; // P behind the score, for counted events
    bool inMean = false;
    bool hot = false;
};

struct EngagementLine {
    Day day = unknownDay;
    std::string person; // name, else e-mail; empty = the unknown person
    double points = 0, capped = 0, decayed = 0;
    std::vector<std::string> types; // what the person did that day, as shown
};

struct PriorityLine {
    double factor = 0; // 0..100
    double weight = 0;
    double result = 0; // factor * weight
};

// One week of a chart. The band is the mean +- one deviation (with its floor) of the weeks before it, the line is where
// a surge begins: what the scores would have compared that week with.
struct ChartWeek {
    Day first, last; // both included
    double value = 0;
    double bandLow = 0, bandHigh = 0;
    double surgeLine = 0;
    bool hasBaseline = false;
    bool surge = false;
    double cohortMean = 0; // engagement only: accounts of the same tier; NaN = a week too far back to be known
};

struct CommitteePerson {
    ContactId id;
    std::string name, title, email, role; // role: empty = not known
    std::string firstName, lastName;      // what `name` is made of
    Day lastActivity = unknownDay;        // up to the as-of date
    bool engaged = false;                 // a counting activity in the last 90 days
    bool optOut = false;
    bool stub = false;                    // known by an activity only
};

struct CommitteeRole {
    std::string role;
    bool required = false; // by the ICP
    bool engaged = false;  // somebody in it is
    std::vector<std::uint32_t> people; // indexes into AccountDetails::people, engaged and latest first
};

struct TimelineMark {
    Day day;
    std::int64_t instant = 0;
    std::uint32_t person = 0; // index into AccountDetails::people + 1; 0 = the unknown person
    std::string type, asset, campaign, channel, area;
    double points = 0;
    bool counting = false;
};

struct DealLine {
    std::string id, name, stage, campaign;
    Money amount = unknownMoney;
    DealStatus status = DealStatus::open; // on the as-of date
    Day created = unknownDay;
    Day closed = unknownDay;
};

struct CustomFieldLine {
    std::string label, value;
};

struct AccountDetails {
    AccountId account;
    std::int64_t revision = 0; // of the snapshot they belong to
    Day asOf;

    std::vector<PriorityLine> priority; // fit, intent, engagement, ACV rank: in this order; empty without an ICP
    std::vector<FitLine> fit;
    int fitWeightYes = 0, fitWeightUnknown = 0, fitWeightAll = 0;
    IntentReceipt intent;
    std::vector<IntentLine> intentLines;
    EngagementReceipt engagement;
    std::vector<EngagementLine> engagementLines; // newest first; their `decayed` add up to engagement.energy

    std::vector<ChartWeek> intentWeeks;     // oldest first, 16 weeks
    std::vector<ChartWeek> engagementWeeks; // oldest first, 16 weeks

    std::vector<CommitteePerson> people; // by last activity, newest first
    std::vector<CommitteeRole> committee; // required roles in the order of the ICP, then the others that have people
    std::vector<TimelineMark> timeline;  // oldest first; the last 365 days
    std::vector<DealLine> deals;         // newest first
    std::vector<OrderRow> orders;        // newest first
    std::vector<HistoryLine> history;    // newest first
    std::vector<CustomFieldLine> custom;

    double committeeCoverage = 0; // required roles with an engaged contact / required roles; 0 without required roles
    std::int32_t requiredRoles = 0, engagedRoles = 0;
};

// `snapshot` must be of this workspace. Errors: notFound (deleted meanwhile), storage.
Result<AccountDetails> accountDetails(Workspace &workspace, const Snapshot &snapshot, AccountId account);

} // namespace dimsum
