#include "app/cli/unpin_command.h"

#include "app/cli/common.h"
#include "app/cli/json_text.h"
#include "app/cli/words.h"
#include "service/tiering_service.h"


namespace dimsum::cli {

CommandSpec UnpinCommand::spec() const
{
    return {.name = u"unpin"_qs,
            .summary = CommandLine::tr("give the tier of an account back to the rules"),
            .details = {},
            .arguments = {workspaceArgument()},
            .options = {{.name = u"account"_qs, .value = u"ACCOUNT"_qs, .help = CommandLine::tr("its web domain, external id or name"), .needed = true},
                        byOption(true)}};
}

Result<Reply> UnpinCommand::run(const Call &call, Console &)
{
    const auto workspace = openWorkspace(call);
    if (!workspace)
        return workspace.error();
    const QString account = call.text(u"account"_qs);
    if (const Outcome done = unpinTier(**workspace, account.toStdString(), personOf(call)); !done)
        return done.error();
    return Reply{.json = jsonLine({{u"account"_qs, account}, {u"unpinned"_qs, true}}),
                 .text = CommandLine::tr("%1 is no longer pinned.").arg(account)};
}

} // namespace dimsum::cli
