#include "service/team_hours.h"

#include "service/recorded_change.h"
#include "store/setting_store.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace dimsum {

namespace {

constexpr char teamHoursPage[] = "orders/team_hours";
constexpr double mostHours = 10'000;

// A team without a name stands for the plays that name none; stored views need one.
std::string rowName(const std::string &team)
{
    return team.empty() ? "-" : team;
}

} // namespace

Result<TeamHours> teamHours(Workspace &workspace)
{
    const auto stored = ViewStore(workspace.database()).views(teamHoursPage);
    if (!stored)
        return stored.error();
    TeamHours hours;
    for (const ViewState &row : *stored) {
        const QJsonValue value = QJsonDocument::fromJson(QByteArray::fromStdString(row.body)).object().value(QStringLiteral("hours_per_week"));
        if (value.isDouble())
            hours[row.name == "-" ? std::string() : row.name] = value.toDouble();
    }
    return hours;
}

Outcome setTeamHours(Workspace &workspace, const std::string &team, std::optional<double> hours, std::string by)
{
    if (by.empty())
        return Error{.kind = ErrorKind::usage, .sentence = DIMSUM_TEXT("Say who sets the hours."), .field = "by"};
    if (hours && !(*hours >= 0 && *hours <= mostHours))
        return Error{.kind = ErrorKind::invalid, .sentence = DIMSUM_TEXT("The hours of a week are a number from 0 to 10,000."), .field = "hours"};
    const auto stored = ViewStore(workspace.database()).views(teamHoursPage);
    if (!stored)
        return stored.error();
    const auto known = std::find_if(stored->begin(), stored->end(), [&](const ViewState &row) { return row.name == rowName(team); });
    if (known == stored->end() && !hours)
        return Done{};
    return recordedChange(workspace, {.action = "team_hours", .argument = team, .by = std::move(by)}, ScoreEffect::none, [&]() -> Outcome {
        ViewStore store(workspace.database());
        if (!hours)
            return store.remove(known->id);
        ViewState row{.id = known == stored->end() ? 0 : known->id, .page = teamHoursPage, .name = rowName(team), .position = 0, .body = {}};
        row.body = QJsonDocument(QJsonObject{{QStringLiteral("hours_per_week"), *hours}}).toJson(QJsonDocument::Compact).toStdString();
        const auto id = store.save(row);
        return id ? Outcome(Done{}) : Outcome(id.error());
    });
}

} // namespace dimsum
