#include "app/cli/insights_command.h"

#include "app/cli/common.h"
#include "app/cli/json_text.h"
#include "app/cli/words.h"
#include "qt/wording.h"
#include "service/insight_service.h"

#include <QJsonArray>

namespace dimsum::cli {

CommandSpec InsightsCommand::spec() const
{
    return {.name = u"insights"_qs,
            .summary = CommandLine::tr("write what the data says: intensity, journeys, lookalikes, next best actions and more"),
            .details = CommandLine::tr("Lookalikes resemble the high-intensity accounts, or those of --seed-list, a file with the column account."),
            .arguments = {workspaceArgument(),
                          {.name = u"WHAT"_qs, .help = CommandLine::tr("what to write"),
                           .choices = {u"intensity"_qs, u"calibration"_qs, u"near-misses"_qs, u"journeys"_qs, u"stumbling"_qs, u"lookalikes"_qs, u"actions"_qs}}},
            .options = {{.name = u"out"_qs, .value = u"FILE"_qs, .help = CommandLine::tr("the file to write, .csv or .xlsx"), .needed = true},
                        asOfOption(),
                        {.name = u"seed-list"_qs, .value = u"FILE"_qs, .help = CommandLine::tr("accounts that lookalikes should resemble")}}};
}

Result<Reply> InsightsCommand::run(const Call &call, Console &console)
{
    const auto subject = insightSubject(call.argument(u"WHAT"_qs));
    if (!subject)
        return Error{ErrorKind::usage, DIMSUM_TEXT("There is nothing called “%1” to write."), {call.argument(u"WHAT"_qs).toStdString()}};
    const auto workspace = openWorkspace(call);
    if (!workspace)
        return workspace.error();
    const auto result = writeInsight(**workspace,
                                     {.subject = *subject, .file = call.text(u"out"_qs), .asOf = asOfOf(call), .seedList = call.text(u"seed-list"_qs)},
                                     console.progress(CommandLine::tr("Computing")));
    if (!result)
        return result.error();
    QJsonArray notices;
    for (const Error &notice : result->notices) {
        notices.append(errorText(notice));
        console.message(errorText(notice));
    }
    return Reply{.json = jsonLine({{u"what"_qs, call.argument(u"WHAT"_qs)},
                                   {u"file"_qs, result->file},
                                   {u"rows"_qs, static_cast<qint64>(result->rows)},
                                   {u"as_of"_qs, dayText(result->asOf)},
                                   {u"notices"_qs, notices}}),
                 .text = CommandLine::tr("Wrote %1 rows to %2.").arg(result->rows).arg(result->file)};
}

} // namespace dimsum::cli
