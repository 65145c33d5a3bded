#include "app/cli/policy_command.h"

#include "app/cli/common.h"
#include "app/cli/json_text.h"
#include "app/cli/words.h"
#include "exchange/policy_document.h"
#include "service/tiering_service.h"


namespace dimsum::cli {

namespace {

Result<Reply> replacePolicy(Workspace &workspace, const Call &call)
{
    const auto bytes = readDocument(call.argument(u"FILE.json"_qs));
    if (!bytes)
        return bytes.error();
    auto document = parsePolicy(*bytes, workspace.currency());
    if (!document)
        return inFile(document.error(), call.argument(u"FILE.json"_qs));
    const auto version = setPolicy(workspace, document->policy, personOf(call), document->version);
    if (!version)
        return version.error();
    return Reply{.json = jsonLine({{u"version"_qs, static_cast<qint64>(*version)}}),
                 .text = CommandLine::tr("The policy has version %1 now.").arg(*version)};
}

} // namespace

CommandSpec PolicyCommand::spec() const
{
    return {.name = u"policy"_qs,
            .summary = CommandLine::tr("show or replace the tier rules, points and windows"),
            .details = CommandLine::tr("show prints the policy as JSON with its version. set takes a file; a key that is missing means "
                          "its default, and a version that is not the current one is refused."),
            .arguments = {workspaceArgument(),
                          {.name = u"ACTION"_qs, .help = CommandLine::tr("what to do"), .choices = {u"show"_qs, u"set"_qs}},
                          {.name = u"FILE.json"_qs, .help = CommandLine::tr("with set: the new policy"), .onlyWith = {u"set"_qs}}},
            .options = {byOption(false)}};
}

Result<Reply> PolicyCommand::run(const Call &call, Console &)
{
    const auto workspace = openWorkspace(call);
    if (!workspace)
        return workspace.error();
    if (call.argument(u"ACTION"_qs) == u"set")
        return replacePolicy(**workspace, call);
    const auto state = policyState(**workspace);
    if (!state)
        return state.error();
    const QByteArray document = printPolicy(state->policy, (*workspace)->currency(), state->version);
    return Reply{.json = document, .text = QString::fromUtf8(document)};
}

} // namespace dimsum::cli
