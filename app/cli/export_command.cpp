#include "app/cli/export_command.h"

#include "app/cli/common.h"
#include "app/cli/json_text.h"
#include "app/cli/words.h"
#include "exchange/export_profile.h"
#include "qt/wording.h"
#include "service/exporting_service.h"

#include <QJsonArray>

namespace dimsum::cli {

CommandSpec ExportCommand::spec() const
{
    return {.name = u"export"_qs,
            .summary = CommandLine::tr("write accounts, contacts, orders, plan, history or enrichment to a file"),
            .details = CommandLine::tr("CSV or XLSX by the ending of the file, the due dates of orders also as .ics. Scores older than the data are refused unless --stale "
                                       "is given; people who opted out never leave, but for --profile full."),
            .arguments = {workspaceArgument(),
                          {.name = u"WHAT"_qs, .help = CommandLine::tr("what to write"),
                           .choices = {u"accounts"_qs, u"contacts"_qs, u"orders"_qs, u"plan"_qs, u"history"_qs, u"enrichment"_qs}}},
            .options = {{.name = u"out"_qs, .value = u"FILE"_qs, .help = CommandLine::tr("the file to write, .csv or .xlsx"), .needed = true},
                        {.name = u"profile"_qs, .value = u"PROFILE"_qs,
                         .help = CommandLine::tr("how to write it, or for which tool; or a .json file of your own: %1").arg(exportProfileNames().join(u", "_qs))},
                        asOfOption(),
                        {.name = u"stale"_qs, .help = CommandLine::tr("accept scores that are older than the data")}}};
}

Result<Reply> ExportCommand::run(const Call &call, Console &console)
{
    ExportRequest request;
    const auto subject = exportSubject(call.argument(u"WHAT"_qs));
    if (!subject)
        return Error{ErrorKind::usage, DIMSUM_TEXT("There is nothing called “%1” to export."), {call.argument(u"WHAT"_qs).toStdString()}};
    request.subject = *subject;
    request.file = call.text(u"out"_qs);
    if (call.has(u"profile"_qs))
        request.profile = call.text(u"profile"_qs);
    request.asOf = call.day(u"as-of"_qs);
    request.allowStale = call.has(u"stale"_qs);
    const auto workspace = openWorkspace(call);
    if (!workspace)
        return workspace.error();
    const auto result = exportFile(**workspace, request, console.progress(CommandLine::tr("Writing")));
    if (!result)
        return result.error();
    if (result->leftOut > 0)
        console.message(CommandLine::tr("Left out because they opted out: %1.").arg(result->leftOut));
    if (result->stubs > 0)
        console.message(CommandLine::tr("Left out because their consent is not known: %1.").arg(result->stubs));
    QJsonArray notices;
    for (const Error &notice : result->notices) {
        notices.append(errorText(notice));
        console.message(errorText(notice));
    }
    if (result->stale)
        console.message(CommandLine::tr("Note: the scores are older than the data."));
    return Reply{.json = jsonLine({{u"what"_qs, call.argument(u"WHAT"_qs)},
                                   {u"file"_qs, result->file},
                                   {u"rows"_qs, static_cast<qint64>(result->rows)},
                                   {u"as_of"_qs, dayText(result->asOf)},
                                   {u"revision"_qs, static_cast<qint64>(result->revision)},
                                   {u"opted_out"_qs, static_cast<qint64>(result->leftOut)},
                                   {u"consent_unknown"_qs, static_cast<qint64>(result->stubs)},
                                   {u"incomplete"_qs, static_cast<qint64>(result->incomplete)},
                                   {u"notices"_qs, notices},
                                   {u"stale"_qs, result->stale}}),
                 .text = CommandLine::tr("Wrote %1 rows to %2.").arg(result->rows).arg(result->file)};
}

} // namespace dimsum::cli
