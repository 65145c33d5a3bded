#include "app/cli/undo_import_command.h"

#include "app/cli/common.h"
#include "app/cli/json_text.h"
#include "app/cli/words.h"
#include "service/importing_service.h"

namespace dimsum::cli {

CommandSpec UndoImportCommand::spec() const
{
    return {.name = u"undo-import"_qs,
            .summary = CommandLine::tr("take one import back, updates included"),
            .details = CommandLine::tr("“dimsum imports WS” lists the ids."),
            .arguments = {workspaceArgument(), {u"ID"_qs, CommandLine::tr("the number of the import")}},
            .options = {byOption(false)}};
}

Result<Reply> UndoImportCommand::run(const Call &call, Console &)
{
    bool ok = false;
    const qint64 id = call.argument(u"ID"_qs).toLongLong(&ok);
    if (!ok || id < 1)
        return Error{ErrorKind::usage, DIMSUM_TEXT("ID must be the number of an import, not “%1”."), {call.argument(u"ID"_qs).toStdString()}};
    const auto workspace = openWorkspace(call);
    if (!workspace)
        return workspace.error();
    if (const Outcome done = undoImport(**workspace, ImportId{id}, QString::fromStdString(personOf(call))); !done)
        return done.error();
    return Reply{.json = jsonLine({{u"import_id"_qs, id}, {u"undone"_qs, true}}),
                 .text = CommandLine::tr("Import %1 is taken back.").arg(id)};
}

} // namespace dimsum::cli
