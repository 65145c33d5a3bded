// The insights of one workspace and date, computed once for the window and for files: high intensity, journeys,
// stumbling blocks, lookalikes, next best actions. Immutable values; computing needs the tables of scoring alone, so it
// runs on any thread.
#pragma once

#include "domain/calibration.h"
#include "domain/journeys.h"
#include "domain/lookalikes.h"
#include "domain/menu.h"
#include "domain/next_action.h"
#include "domain/stumbling.h"
#include "service/action_feedback.h"
#include "service/scoring_inputs.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace dimsum {

// Who may be written to, which roles are engaged: read once beside the scoring tables.
struct PeopleInputs {
    std::vector<std::uint32_t> contacts;   // known people by row
    std::vector<std::uint32_t> reachable;  // of which consent is known and nobody opted out
    std::vector<std::string> roles;        // required by the ICP, folded
    std::vector<std::uint16_t> silentRole; // 1 + index of the first required role without an engaged person; 0 = none
    // Bit i by row: somebody is known, is engaged in the required role i.
    std::vector<std::uint16_t> knownRoles, engagedRoles;
};
Result<PeopleInputs> loadPeople(Workspace &workspace, const ActivityColumns &activities, const EngagementRules &points,
                                const Icp &icp, const AccountRows &rowOf, Day asOf);

// Lookalikes with what they rest on.
struct LookalikeFindings {
    LookalikeFeatures features;
    std::vector<std::string> excluded;  // fields that define the label
    std::vector<std::uint8_t> positive; // by row
    bool seeded = false;                // a list of the user's own, not high intensity
    LookalikeResult result;

    // "+industry Software", strongest first, joined by "; ".
    std::string factorsText(std::uint32_t row) const;
};

// What became of the top decile found 180 days before the day: the share that opened a deal since, against everybody's.
struct DecileConversion {
    Day scoredAt;
    std::int64_t top = 0, topOutcomes = 0, all = 0, allOutcomes = 0;
};

// Rows of the accounts that a list names: CSV with the header "account", or one word per line where `pasted`.
// Errors: unreadable, invalid with the line (unknown or ambiguous account, no column "account").
Result<std::vector<std::uint8_t>> seedsFromFile(Workspace &workspace, const QString &file,
                                                const AccountRows &rowOf);
Result<std::vector<std::uint8_t>> seedsFromText(Workspace &workspace, const QString &pasted,
                                                const AccountRows &rowOf);

// Errors: refused (fewer than 30 positives, or not as many others), cancelled. `seeds`: empty for the high-intensity
// accounts of the day.
Result<LookalikeFindings> lookalikesOf(const AccountFrame &accounts, const EventTables &events, const TierPolicy &policy,
                                       std::vector<std::uint8_t> seeds, Day asOf, const Progress &progress = {});

// Nothing where history is shorter or there were too few positives then ("none yet").
std::optional<DecileConversion> decileConversion(const AccountFrame &accounts, const EventTables &events,
                                                 const TierPolicy &policy, Day asOf, const Progress &progress = {});

// Plays that may be ordered, their words folded.
std::vector<ActionPlay> actionPlays(const Menu &menu);

// What the next best actions are worked out from, beside the scores.
struct ActionSources {
    const AccountFrame &accounts;
    const EventTables &events;
    const TierPolicy &policy;
    const AccountScores &scores;
    std::span<const Tier> tiers;           // in force; where nothing was ever applied, the proposal's
    std::span<const std::uint8_t> holdOut; // 1: measured only
    const PeopleInputs &people;
    const Menu &menu;
    std::span<const JourneyPair> pairs;
    const LookalikeFindings *lookalikes = nullptr; // null: too few positives
    ConversionLift conversion;                     // of the rule in force
    Day asOf;
    const ActionFeedback &feedback;
};
std::vector<NextAction> nextActionsOf(const ActionSources &sources);

// Conversion of the rule in force: the row of the calibration, computed alone.
ConversionLift conversionOf(const Calibration &calibration, const IntensityRules &rules);

} // namespace dimsum
