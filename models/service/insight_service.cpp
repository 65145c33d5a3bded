#include "service/insight_service.h"

#include "exchange/table_writer.h"
#include "service/insight_tables.h"
#include "service/insights.h"
#include "service/menu_program.h"
#include "service/scoring_inputs.h"
#include "service/score_table.h"
#include "service/subject_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace dimsum {

namespace {

constexpr SubjectWords<InsightSubject, 7> insightWords{{
    {"intensity", InsightSubject::intensity},
    {"calibration", InsightSubject::calibration},
    {"near-misses", InsightSubject::nearMisses},
    {"journeys", InsightSubject::journeys},
    {"stumbling", InsightSubject::stumbling},
    {"lookalikes", InsightSubject::lookalikes},
    {"actions", InsightSubject::actions},
}};

bool anyActivityUpTo(const ActivityColumns &activities, Day asOf)
{
    return std::any_of(activities.day.begin(), activities.day.end(), [asOf](Day day) { return day <= asOf; });
}

Error stopped()
{
    return {.kind = ErrorKind::cancelled, .sentence = DIMSUM_TEXT("Stopped. Nothing was changed.")};
}

void tellOf(const LookalikeFindings &findings, std::vector<Error> &notices)
{
    const auto percent = [](double share) { return std::to_string(std::lround(share * 100)); };
    const Learner chosen = findings.result.chosen;
    for (const Learner learner : {chosen, chosen == Learner::logistic ? Learner::baggedTrees : Learner::logistic}) {
        const LearnerReport &report = findings.result.reports[static_cast<std::size_t>(learner)];
        notices.push_back({.sentence = learner == chosen
                                           ? DIMSUM_TEXT("Used: %1. It finds %2 % of the held-out positives in the top 10 %; AUC %3.")
                                           : DIMSUM_TEXT("Beside it: %1 finds %2 % in the top 10 %; AUC %3."),
                           .arguments = {std::string(learnerName(learner)), percent(report.recall10), std::to_string(report.auc).substr(0, 6)}});
    }
    notices.push_back({.sentence = DIMSUM_TEXT("The probabilities are for display: never add them up to a market size. Positives are not "
                                               "labelled at random where marketing chose whom to market to.")});
    if (!findings.excluded.empty()) {
        std::string fields;
        for (const std::string &field : findings.excluded)
            fields += (fields.empty() ? "" : ", ") + field;
        notices.push_back({.sentence = DIMSUM_TEXT("Left out because they say by themselves who is positive: %1."), .arguments = {fields}});
    }
}

Result<TableDocument> actionsTable(Workspace &workspace, const ScoringInputs &inputs, InsightResult &result, const Progress &progress)
{
    const Day asOf = result.asOf;
    const EventTables &events = *inputs.events;
    const std::size_t count = inputs.accounts.size();
    const Scoring scoring = scoringFor(inputs, workspace.currency(), asOf);
    std::vector<Tier> tiers = tiersInForce(inputs, asOf);
    if (scoring.proposal.defined && std::count(inputs.everApplied.begin(), inputs.everApplied.end(), 1) == 0) {
        for (std::size_t row = 0; row < count; ++row)
            tiers[row] = scoring.proposal.withPin(row, inputs.pins);
    }
    const auto people = loadPeople(workspace, events.activities, inputs.policy.engagement, inputs.icp, inputs.rowOf, asOf);
    if (!people)
        return people.error();
    const auto feedback = actionFeedback(workspace, inputs.rowOf, asOf);
    if (!feedback)
        return feedback.error();
    const auto menu = menuInForce(workspace);
    if (!menu)
        return menu.error();
    const auto members = ProgramStore(workspace.database()).holdouts();
    if (!members)
        return members.error();
    std::vector<std::uint8_t> holdOut(count);
    for (const AccountId account : *members) {
        if (const auto row = inputs.rowOf.of(account))
            holdOut[*row] = 1;
    }
    const Calibration calibration = calibrate(events.activities, events.deals, count, inputs.policy.engagement, asOf);
    const auto pairs = journeyPairs(events.activities, count, inputs.policy.engagement, inputs.policy.intensity, asOf, {}, progress);
    const auto lookalikes = lookalikesOf(inputs.accounts, events, inputs.policy, {}, asOf, progress);
    if (progress.cancelled())
        return stopped();
    if (!lookalikes)
        result.notices.push_back(lookalikes.error());
    const ConversionLift conversion = conversionOf(calibration, inputs.policy.intensity);
    if (conversion.tooFew)
        result.notices.push_back({.sentence = DIMSUM_TEXT("Too few deals followed high intensity to tell what an action is worth, so "
                                                          "expected values are empty.")});
    const auto actions = nextActionsOf({.accounts = inputs.accounts,
                                        .events = events,
                                        .policy = inputs.policy,
                                        .scores = scoring.scores,
                                        .tiers = tiers,
                                        .holdOut = holdOut,
                                        .people = *people,
                                        .menu = *menu->menu,
                                        .pairs = pairs,
                                        .lookalikes = lookalikes ? &*lookalikes : nullptr,
                                        .conversion = conversion,
                                        .asOf = asOf,
                                        .feedback = *feedback});
    return actionTable(workspace.currency(), inputs.accounts, actions);
}

// `held` keeps what the rows of the table are read from.
Result<TableDocument> lookalikesTable(Workspace &workspace, const InsightRequest &request, const ScoringInputs &inputs,
                                      InsightResult &result, std::optional<LookalikeFindings> &held, const Progress &progress)
{
    std::vector<std::uint8_t> seeds;
    if (!request.seedList.isEmpty()) {
        auto listed = seedsFromFile(workspace, request.seedList, inputs.rowOf);
        if (!listed)
            return listed.error();
        seeds = std::move(*listed);
    }
    auto findings = lookalikesOf(inputs.accounts, *inputs.events, inputs.policy, std::move(seeds), result.asOf, progress);
    if (!findings)
        return findings.error();
    held = std::move(*findings);
    tellOf(*held, result.notices);
    return lookalikeTable(workspace.currency(), inputs.accounts, *held);
}

Result<TableDocument> insightTable(Workspace &workspace, const InsightRequest &request, const ScoringInputs &inputs,
                                   InsightResult &result, std::optional<LookalikeFindings> &held, const Progress &progress)
{
    const Currency &currency = workspace.currency();
    const ActivityColumns &activities = inputs.events->activities;
    const TierPolicy &policy = inputs.policy;
    const Day asOf = result.asOf;
    // A list of the user's own needs no activity.
    const bool ownList = request.subject == InsightSubject::lookalikes && !request.seedList.isEmpty();
    if (ownList)
        return lookalikesTable(workspace, request, inputs, result, held, progress);
    if (!anyActivityUpTo(activities, asOf))
        return Error{.kind = ErrorKind::refused,
                     .sentence = DIMSUM_TEXT("There is no activity up to %1, so there is nothing to find. Import "
                                             "activities first."),
                     .arguments = {isoText(asOf)}};
    const IntensityColumns intensity = scoreIntensity(activities, inputs.accounts.size(), policy.engagement, policy.intensity, asOf);
    if (!intensity.areasUsed && request.subject != InsightSubject::stumbling)
        result.notices.push_back({.sentence = DIMSUM_TEXT("No activity names a product area, so areas are left out of the "
                                                          "high-intensity rule.")});
    switch (request.subject) {
    case InsightSubject::intensity:
        return intensityTable(currency, inputs.accounts, intensity);
    case InsightSubject::nearMisses:
        return nearMissTable(currency, inputs.accounts, intensity, policy.intensity);
    case InsightSubject::calibration:
        return calibrationTable(currency, calibrate(activities, inputs.events->deals, inputs.accounts.size(), policy.engagement, asOf));
    case InsightSubject::journeys: {
        const auto pairs = journeyPairs(activities, inputs.accounts.size(), policy.engagement, policy.intensity, asOf, {}, progress);
        return progress.cancelled() ? Result<TableDocument>(stopped()) : journeyTable(currency, activities, pairs);
    }
    case InsightSubject::stumbling:
        return stumblingTable(currency, activities, stumblingBlocks(activities, inputs.accounts.size(), policy.engagement, asOf));
    case InsightSubject::lookalikes:
        return lookalikesTable(workspace, request, inputs, result, held, progress);
    case InsightSubject::actions:
        return actionsTable(workspace, inputs, result, progress);
    }
    return Error{.kind = ErrorKind::usage, .sentence = DIMSUM_TEXT("There is nothing of that name to write.")};
}

} // namespace

std::optional<InsightSubject> insightSubject(const QString &word)
{
    return subjectNamed(insightWords, word);
}

Result<InsightResult> writeInsight(Workspace &workspace, const InsightRequest &request, const Progress &progress)
{
    const auto inputs = loadScoringInputs(workspace, progress);
    if (!inputs)
        return inputs.error();
    InsightResult result;
    result.file = request.file;
    result.asOf = request.asOf.known() ? request.asOf : workspace.today();
    std::optional<LookalikeFindings> held;
    const auto table = insightTable(workspace, request, *inputs, result, held, progress);
    if (!table)
        return table.error();
    result.rows = table->rowCount;
    if (const Outcome written = writeTable(*table, request.file, ExportProfile{}, progress); !written)
        return written.error();
    return result;
}

} // namespace dimsum
