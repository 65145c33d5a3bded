#include "app/cli/import_command.h"

#include "app/cli/common.h"
#include "app/cli/json_text.h"
#include "app/cli/words.h"
#include "qt/wording.h"
#include "service/importing_service.h"

#include <QJsonArray>

namespace dimsum::cli {

namespace {

QString wordOf(std::string_view word)
{
    return textOf(word);
}

QStringList kindNames()
{
    QStringList names;
    for (const ImportKind kind : importKinds)
        names.append(wordOf(nameOf(kind)));
    return names;
}

QStringList policyNames()
{
    QStringList names;
    for (const ImportPolicy policy : {ImportPolicy::create, ImportPolicy::updateEmpty, ImportPolicy::overwrite, ImportPolicy::skip})
        names.append(wordOf(nameOf(policy)));
    return names;
}

QJsonObject problemJson(const ImportProblem &problem)
{
    QJsonArray lines;
    for (const std::int64_t line : problem.lines)
        lines.append(static_cast<qint64>(line));
    return {{u"message"_qs, textOf(plainText(problem.error))},
            {u"field"_qs, textOf(problem.error.field)},
            {u"rows"_qs, static_cast<qint64>(problem.rows)},
            {u"lines"_qs, lines},
            {u"rejected"_qs, problem.rejected}};
}

QJsonObject reportJson(const ImportReport &report, bool dryRun)
{
    QJsonArray problems;
    for (const ImportProblem &problem : report.problems)
        problems.append(problemJson(problem));
    QJsonObject unknownTypes;
    for (const NamedCount &type : report.unknownTypes)
        unknownTypes[textOf(type.name)] = static_cast<qint64>(type.count);
    const auto count = [](std::int64_t value) { return static_cast<qint64>(value); };
    return {{u"read"_qs, count(report.read)},
            {u"inserted"_qs, count(report.inserted)},
            {u"updated"_qs, count(report.updated)},
            {u"unchanged"_qs, count(report.unchanged)},
            {u"duplicate"_qs, count(report.duplicate)},
            {u"rejected"_qs, count(report.rejected)},
            {u"import_id"_qs, report.id.valid() ? QJsonValue(count(report.id.value)) : QJsonValue()},
            {u"dry_run"_qs, dryRun},
            {u"profile"_qs, textOf(report.profile)},
            {u"created_accounts"_qs, count(report.createdAccounts)},
            {u"stub_contacts"_qs, count(report.stubContacts)},
            {u"unknown_types"_qs, unknownTypes},
            {u"problems"_qs, problems}};
}

void tellProblems(const ImportReport &report, Console &console)
{
    for (const ImportProblem &problem : report.problems) {
        const QString where = problem.rows == 1 ? CommandLine::tr("1 row") : CommandLine::tr("%1 rows").arg(problem.rows);
        console.message(QStringLiteral("%1: %2").arg(where, errorText(problem.error)));
    }
    for (const NamedCount &type : report.unknownTypes)
        console.message(CommandLine::tr("%1 rows have the type “%2”, which has no points of its own; give it some with “dimsum policy WS set”.")
                            .arg(type.count).arg(textOf(type.name)));
}

QString summary(const ImportReport &report, bool dryRun)
{
    QString text = CommandLine::tr("%1 rows: %2 inserted, %3 updated, %4 unchanged, %5 duplicate, %6 rejected.")
                       .arg(report.read).arg(report.inserted).arg(report.updated).arg(report.unchanged)
                       .arg(report.duplicate).arg(report.rejected);
    if (dryRun)
        text += u' ' + CommandLine::tr("This was a dry run: nothing was changed.");
    else if (report.id.valid())
        text += u' ' + CommandLine::tr("“dimsum undo-import WS %1” takes it back.").arg(report.id.value);
    return text;
}

} // namespace

CommandSpec ImportCommand::spec() const
{
    return {.name = u"import"_qs,
            .summary = CommandLine::tr("bring one file in"),
            .details = CommandLine::tr("A bad row is rejected with its reason and never stops the file; the same file again changes "
                                       "nothing. --dry-run tells what would happen. Ctrl-C takes back what was done."),
            .arguments = {workspaceArgument(), {u"FILE"_qs, CommandLine::tr("the file to read")}},
            .options = {{.name = u"kind"_qs, .value = u"KIND"_qs, .help = CommandLine::tr("what the file holds"), .kind = OptionKind::choice, .choices = kindNames(), .needed = true},
                        {.name = u"profile"_qs, .value = u"PROFILE"_qs, .help = CommandLine::tr("where it comes from, like salesforce or hubspot (default: found from its header)")},
                        {.name = u"policy"_qs, .value = u"POLICY"_qs, .help = CommandLine::tr("what happens to rows that are known already (default overwrite)"), .kind = OptionKind::choice, .choices = policyNames()},
                        {.name = u"create-accounts"_qs, .help = CommandLine::tr("make accounts that the file names and that are not known")},
                        {.name = u"dry-run"_qs, .help = CommandLine::tr("count what would happen and change nothing")},
                        {.name = u"rejects"_qs, .value = u"FILE"_qs, .help = CommandLine::tr("write the rejected rows there, with line, field and reason")},
                        byOption(false)}};
}

Result<Reply> ImportCommand::run(const Call &call, Console &console)
{
    ImportRequest request;
    const auto kind = importKindOf(call.text(u"kind"_qs).toStdString());
    if (!kind)
        return Error{ErrorKind::usage, DIMSUM_TEXT("--kind: “%1” is nothing that can be imported."), {call.text(u"kind"_qs).toStdString()}};
    request.kind = *kind;
    request.file = call.argument(u"FILE"_qs);
    request.profile = call.text(u"profile"_qs);
    if (call.has(u"policy"_qs))
        request.policy = importPolicyOf(call.text(u"policy"_qs).toStdString());
    request.createAccounts = call.has(u"create-accounts"_qs);
    request.dryRun = call.has(u"dry-run"_qs);
    request.rejects = call.text(u"rejects"_qs);
    request.by = QString::fromStdString(personOf(call));

    const auto workspace = openWorkspace(call);
    if (!workspace)
        return workspace.error();
    const auto report = importFile(**workspace, request, console.progress(CommandLine::tr("Importing")));
    if (!report)
        return inFile(report.error(), request.file);
    tellProblems(*report, console);
    return Reply{.json = jsonLine(reportJson(*report, request.dryRun)), .text = summary(*report, request.dryRun)};
}

} // namespace dimsum::cli
