// The next best action of every account: the first rule of domain.md section 10 that holds, with reason, expected value
// and deadline. Pure functions, any thread.
#pragma once

#include "domain/account_frame.h"
#include "domain/calibration.h"
#include "domain/journeys.h"
#include "domain/lookalikes.h"
#include "domain/tier.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dimsum
{

// Numbers are stored: never renumber.
enum class ActionKind : std::uint8_t {
    inboundCadence,  // high-intensity: the rep calls, with the next step of the strongest pattern
    reachPerson,     // near miss: one person short
    reachArea,       // near miss: one product area short
    addInteraction,  // near miss: one or two interactions short
    nurture,         // lookalike nobody can write to yet
    outboundCadence, // lookalike with people we may write to
    nextStep,        // the missing step of a pattern
    reachRole,       // a required role of the committee is silent
    findContacts,    // a surge and nobody known
};
inline constexpr std::size_t actionKinds = 9;
std::string_view actionName(ActionKind kind); // "inbound cadence", "reach person", ...

// What people said of the actions of one kind, the signal. An action that somebody called wrong rests for `wrongDays`
// for its account; the next rule that holds takes its place. A signal that is wrong more often than not, and not by
// chance, is demoted: its actions come last, and neither Today nor the menu card shows them.
inline constexpr int wrongDays = 30;
struct SignalRecord {
    static constexpr std::int64_t fewestJudged = 10;

    std::int64_t useful = 0, wrong = 0;

    std::int64_t judged() const { return useful + wrong; }
    // Share of useful ones; nothing below `fewestJudged`.
    std::optional<double> hitRate() const;
    bool demoted() const; // the whole 95 % interval of the hit rate lies below one half
};

// A play that may be ordered, with its words folded as type codes are.
struct ActionPlay {
    std::string code;
    std::vector<int> tiers;
    std::string delivers;           // activity type
    std::vector<std::string> roles; // buying roles it reaches
};

struct ActionInputs {
    const AccountFrame &accounts;
    const ActivityColumns &activities;
    const EngagementRules &points;
    const IntensityRules &intensityRules;
    const IntensityColumns &intensity;
    std::span<const JourneyPair> pairs;
    std::span<const LookalikeAccount> lookalikes;   // empty: there were too few positives
    std::span<const std::uint8_t> surges;           // 1 where intent or engagement surges
    std::span<const std::uint32_t> reachable;       // people that may be written to
    std::span<const std::uint32_t> contacts;        // people known
    std::span<const std::uint16_t> silentRole;      // 1 + index into `roles` of a required role nobody engaged has; 0 = none
    std::span<const std::string> roles;             // required ones, folded
    std::span<const Tier> tiers;                    // in force
    std::span<const std::uint8_t> holdOut;          // 1: measured only, nothing is proposed
    std::span<const ActionPlay> plays;              // approved, in the order of the menu
    ConversionLift conversion;                      // of the rule in force
    Day asOf;
    std::span<const std::uint16_t> wrong = {};             // by row: bit of each kind that rests; empty: none does
    std::array<SignalRecord, actionKinds> records = {};    // what was said of each kind
};

struct NextAction {
    std::uint32_t account = 0;
    ActionKind kind = ActionKind::inboundCadence;
    std::string play = {};   // code; empty where no play of the account's tier serves
    std::string reason = {}; // codes with numbers, as the reasons of tiers
    Money expectedValue = unknownMoney; // what the account's ACV is worth at the chance of a deal in 30 days
    Day deadline = unknownDay;
    bool marketing = false; // else the account's owner acts
    bool demoted = false;   // by its signal's record
};

// By expected value, highest first, then deadline, then key; demoted ones last. One at most per account.
std::vector<NextAction> nextActions(const ActionInputs &inputs);

} // namespace dimsum
