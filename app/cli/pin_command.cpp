#include "app/cli/pin_command.h"

#include "app/cli/common.h"
#include "app/cli/json_text.h"
#include "app/cli/words.h"
#include "service/tiering_service.h"


namespace dimsum::cli {

CommandSpec PinCommand::spec() const
{
    return {.name = u"pin"_qs,
            .summary = CommandLine::tr("set the tier of an account by hand until a date"),
            .details = CommandLine::tr("The pin stands beside the computed tier and ends by itself after its date."),
            .arguments = {workspaceArgument()},
            .options = {{.name = u"account"_qs, .value = u"ACCOUNT"_qs, .help = CommandLine::tr("its web domain, external id or name"), .needed = true},
                        {.name = u"tier"_qs, .value = u"TIER"_qs, .help = CommandLine::tr("the tier"), .kind = OptionKind::choice, .choices = tierCodes(), .needed = true},
                        {.name = u"until"_qs, .value = u"DATE"_qs, .help = CommandLine::tr("last day of the pin, yyyy-MM-dd"), .kind = OptionKind::day, .needed = true},
                        {.name = u"reason"_qs, .value = u"TEXT"_qs, .help = CommandLine::tr("why; everybody can read it"), .needed = true},
                        byOption(true)}};
}

Result<Reply> PinCommand::run(const Call &call, Console &console)
{
    const auto workspace = openWorkspace(call);
    if (!workspace)
        return workspace.error();
    PinRequest request;
    request.account = call.text(u"account"_qs).toStdString();
    request.tier = tierOf(call.text(u"tier"_qs)).value_or(Tier::none);
    request.until = call.day(u"until"_qs).value_or(unknownDay);
    request.reason = call.text(u"reason"_qs).toStdString();
    request.by = personOf(call);
    const auto result = pinTier(**workspace, request);
    if (!result)
        return result.error();
    if (result->disqualified)
        console.message(CommandLine::tr("Note: a must-have of the ICP rules this account out."));
    return Reply{.json = jsonLine({{u"account"_qs, call.text(u"account"_qs)},
                                   {u"tier"_qs, call.text(u"tier"_qs)},
                                   {u"until"_qs, dayText(request.until)},
                                   {u"disqualified"_qs, result->disqualified}}),
                 .text = CommandLine::tr("Pinned %1 to tier %2 until %3.")
                             .arg(call.text(u"account"_qs), call.text(u"tier"_qs), dayText(request.until))};
}

} // namespace dimsum::cli
