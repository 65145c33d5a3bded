// Planning what to order: given envelopes, places and team hours, the set of plays with the best expected outcome, what
// was left out and why, and the draft slips for it (domain.md section 11; the arithmetic is domain/quarter_plan.h, the
// evidence domain/play_response.h).
#pragma once

#include "domain/play_response.h"
#include "domain/quarter_plan.h"
#include "service/snapshot.h"
#include "service/team_hours.h"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dimsum {

// What is to be as much as possible.
enum class PlanGoal : std::uint8_t {
    engaged, // additional engaged accounts
    won,     // additional won accounts: additional opportunities at the win rate of the tier
    revenue, // the same, times each account's ACV (major units)
};

// Which money and which places there are.
enum class PlanSpan : std::uint8_t {
    rest, // what is left of the program in the days that are left
    next, // a program like this one from its first day: all envelopes, all places
};

struct PlayWhatIf {
    std::optional<Money> price;
    std::optional<int> capacity; // places in the span
};

struct PlanRequest {
    PlanGoal goal = PlanGoal::engaged;
    PlanSpan span = PlanSpan::rest;
    std::map<std::string, Money, std::less<>> envelopes;    // by code: instead of what is left of it
    std::map<std::string, PlayWhatIf, std::less<>> plays;   // by code
    std::map<std::string, double, std::less<>> hours;       // by team, in the whole span: instead of hours a week times weeks
};

// Why no more orders of a play are proposed.
enum class PlanLimit : std::uint8_t {
    none,          // every account that it suits gets it
    noEvidence,    // too few accounts had such a touch, or the play delivers no activity
    noEffect,      // nothing more followed than without
    nobodyFree,     // no account of its tiers is free for it
    soldOut,       // all places are used
    envelopeEmpty, // `envelope` has no room for one more
    noHours,       // the team has no hours for one more
    worseThanOthers, // other plays bring more for the same money, places, hours or accounts
};

struct PlannedPlay {
    std::string code, name, team;
    std::vector<int> tiers;
    Money price;            // of one order, under what-if
    double hours = 0;       // of one order
    std::optional<std::int64_t> places; // that are left; none: no limit
    ResponseCount evidence; // of the goal: engaged, or opportunities
    double effect = 0;      // additional outcomes of one order (of `won` and `revenue`: opportunities)
    std::int64_t suits = 0; // accounts that it could be ordered for
    std::int64_t orders = 0;
    Money spend;
    double outcome = 0;     // of its orders, in the unit of the goal
    PlanLimit limit = PlanLimit::none;
    std::string envelope;   // of envelopeEmpty

    // What the same money buys: outcome of one order for an average account of those it suits, per 10,000 major units.
    std::optional<double> perTenThousand;
};

struct PlannedOrder {
    std::uint32_t account = 0; // row of the snapshot
    std::string play;
};

struct PlannedEnvelope {
    std::string code;
    Money available, spend;
};

struct PlannedTeam {
    std::string team;
    std::optional<double> available; // none: nobody set hours for it
    double hours = 0;                // of the plan
};

struct QuarterPlan {
    std::shared_ptr<const Snapshot> snapshot;
    PlanRequest request;
    Day from, to;       // span
    std::vector<PlannedPlay> plays; // most outcome per money first
    std::vector<PlannedOrder> orders; // by tier and priority
    std::vector<PlannedEnvelope> envelopes;
    std::vector<PlannedTeam> teams;
    Money spend;
    double outcome = 0, bound = 0;
    bool exact = false;
    double gap = 0;
    std::int64_t accounts = 0;     // that were considered
    std::int64_t leftAside = 0;    // beyond `mostPlanned` a tier, lowest priority
    std::array<double, 4> winRates{};
};

// So many accounts a tier are considered, by priority.
inline constexpr std::int64_t mostPlanned = 20'000;
// Fewer touched accounts are no evidence.
inline constexpr std::int64_t fewestTouched = 10;

// Errors: refused (no account in a tier, no approved play), storage, cancelled.
Result<std::shared_ptr<const QuarterPlan>> planQuarter(Workspace &workspace, std::shared_ptr<const Snapshot> snapshot,
                                                       const PlanRequest &request, const Progress &progress = {});

// Puts the orders of the plan on the slips of their accounts, beside what is ticked there; nothing is ordered. Returns the
// orders that were added (those that were on a slip already are not). Errors: storage.
Result<std::vector<PlannedOrder>> draftPlan(Workspace &workspace, const QuarterPlan &plan);
// Takes these off the slips again, where they still are.
Outcome takeBackPlan(Workspace &workspace, const QuarterPlan &plan, std::vector<PlannedOrder> added);

} // namespace dimsum
