#include "app/cli/program_command.h"

#include "app/cli/common.h"
#include "app/cli/json_text.h"
#include "app/cli/words.h"
#include "exchange/program_document.h"
#include "service/ordering_service.h"

namespace dimsum::cli {

namespace {

Result<Reply> show(Workspace &workspace)
{
    const auto document = programDocument(workspace);
    if (!document)
        return document.error();
    const QByteArray bytes = printProgram(*document);
    return Reply{.json = bytes, .text = QString::fromUtf8(bytes)};
}

// What the program is after a change of it.
Result<Reply> summary(Workspace &workspace, const QString &state)
{
    const auto program = programSummary(workspace);
    if (!program)
        return program.error();
    const QString name = textOf(program->period.name);
    QJsonObject object{{u"program"_qs, name},
                       {u"accounts"_qs, static_cast<qint64>(program->members)},
                       {u"holdouts"_qs, static_cast<qint64>(program->holdOuts)}};
    if (!state.isEmpty())
        object[u"state"_qs] = state;
    return Reply{.json = jsonLine(object),
                 .text = CommandLine::tr("Program %1: %2 accounts, %3 held out.")
                             .arg(name).arg(program->members).arg(program->holdOuts)};
}

} // namespace

CommandSpec ProgramCommand::spec() const
{
    return {.name = u"program"_qs,
            .summary = CommandLine::tr("show, replace, start or close the program"),
            .details = CommandLine::tr("A program is a period with the accounts that marketing works on, and those held out for "
                                       "comparison."),
            .arguments = {workspaceArgument(),
                          {.name = u"ACTION"_qs, .help = CommandLine::tr("what to do"), .choices = {u"show"_qs, u"set"_qs, u"start"_qs, u"close"_qs}},
                          {.name = u"FILE.json"_qs, .help = CommandLine::tr("with set: the new program"), .onlyWith = {u"set"_qs}}},
            .options = {byOption(false)}};
}

Result<Reply> ProgramCommand::run(const Call &call, Console &)
{
    const auto workspace = openWorkspace(call);
    if (!workspace)
        return workspace.error();
    const QString action = call.argument(u"ACTION"_qs);
    if (action == u"show")
        return show(**workspace);

    QString state;
    Outcome done = Done{};
    if (action == u"set") {
        const auto bytes = readDocument(call.argument(u"FILE.json"_qs));
        if (!bytes)
            return bytes.error();
        auto document = parseProgram(*bytes);
        if (!document)
            return inFile(document.error(), call.argument(u"FILE.json"_qs));
        done = setProgram(**workspace, std::move(*document), personOf(call));
    } else if (action == u"start") {
        done = startProgram(**workspace, personOf(call));
        state = u"running"_qs;
    } else {
        done = closeProgram(**workspace, personOf(call));
        state = u"closed"_qs;
    }
    if (!done)
        return done.error();
    return summary(**workspace, state);
}

} // namespace dimsum::cli
