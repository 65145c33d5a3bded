#include "app/cli/menu_command.h"

#include "app/cli/common.h"
#include "app/cli/json_text.h"
#include "app/cli/words.h"
#include "exchange/menu_document.h"
#include "service/ordering_service.h"

namespace dimsum::cli {

namespace {

Result<Reply> show(Workspace &workspace)
{
    const auto state = menuState(workspace);
    if (!state)
        return state.error();
    const QByteArray document = printMenu(state->menu, workspace.currency());
    return Reply{.json = document, .text = QString::fromUtf8(document)};
}

Result<Reply> replaceMenu(Workspace &workspace, const Call &call)
{
    const auto bytes = readDocument(call.argument(u"FILE.json"_qs));
    if (!bytes)
        return bytes.error();
    auto menu = parseMenu(*bytes, workspace.currency());
    if (!menu)
        return inFile(menu.error(), call.argument(u"FILE.json"_qs));
    const auto plays = static_cast<qint64>(menu->plays.size());
    const auto version = setMenu(workspace, std::move(*menu), personOf(call));
    if (!version)
        return version.error();
    return Reply{.json = jsonLine({{u"version"_qs, static_cast<qint64>(*version)}, {u"plays"_qs, plays}}),
                 .text = CommandLine::tr("The menu has %1 plays now (version %2).").arg(plays).arg(*version)};
}

Result<Reply> approve(Workspace &workspace, const Call &call)
{
    const auto approved = approveMenu(workspace, personOf(call));
    if (!approved)
        return approved.error();
    return Reply{.json = jsonLine({{u"approved"_qs, *approved}}),
                 .text = CommandLine::tr("Approved %1 plays.").arg(*approved)};
}

} // namespace

CommandSpec MenuCommand::spec() const
{
    return {.name = u"menu"_qs,
            .summary = CommandLine::tr("show, replace or approve the menu of plays"),
            .details = CommandLine::tr("show prints program, envelopes and plays as JSON; set replaces them by those of a file; "
                                       "approve turns drafts into plays that reps can order."),
            .arguments = {workspaceArgument(),
                          {.name = u"ACTION"_qs, .help = CommandLine::tr("what to do"), .choices = {u"show"_qs, u"set"_qs, u"approve"_qs}},
                          {.name = u"FILE.json"_qs, .help = CommandLine::tr("with set: the new menu"), .onlyWith = {u"set"_qs}}},
            .options = {byOption(false)}};
}

Result<Reply> MenuCommand::run(const Call &call, Console &)
{
    const auto workspace = openWorkspace(call);
    if (!workspace)
        return workspace.error();
    const QString action = call.argument(u"ACTION"_qs);
    if (action == u"set")
        return replaceMenu(**workspace, call);
    if (action == u"approve")
        return approve(**workspace, call);
    return show(**workspace);
}

} // namespace dimsum::cli
