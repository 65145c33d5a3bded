#include "service/insight_service.h"

#include "exchange/table_writer.h"
#include "service/insight_tables.h"
#include "service/scoring_inputs.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dimsum {

namespace {

constexpr std::array<std::pair<const char *, InsightSubject>, 7> insightWords{{
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

Result<TableDocument> insightTable(Workspace &workspace, const InsightRequest &request, const ScoringInputs &inputs,
                                   InsightResult &result, const Progress &progress)
{
    const Currency &currency = workspace.currency();
    const ActivityColumns &activities = inputs.events->activities;
    const TierPolicy &policy = inputs.policy;
    const Day asOf = result.asOf;
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
    case InsightSubject::actions:
        break;
    }
    return Error{.kind = ErrorKind::usage, .sentence = DIMSUM_TEXT("There is nothing of that name to write.")};
}

} // namespace

std::optional<InsightSubject> insightSubject(const QString &word)
{
    for (const auto &[name, subject] : insightWords) {
        if (word == QLatin1String(name))
            return subject;
    }
    return std::nullopt;
}

Result<InsightResult> writeInsight(Workspace &workspace, const InsightRequest &request, const Progress &progress)
{
    const auto inputs = loadScoringInputs(workspace, progress);
    if (!inputs)
        return inputs.error();
    InsightResult result;
    result.file = request.file;
    result.asOf = request.asOf.known() ? request.asOf : workspace.today();
    const auto table = insightTable(workspace, request, *inputs, result, progress);
    if (!table)
        return table.error();
    result.rows = table->rowCount;
    if (const Outcome written = writeTable(*table, request.file, ExportProfile{}, progress); !written)
        return written.error();
    return result;
}

} // namespace dimsum
