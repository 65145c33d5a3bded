#include "app/cli/demo_command.h"

#include "app/cli/common.h"
#include "app/cli/json_text.h"
#include "app/cli/words.h"
#include "service/demo_service.h"

namespace dimsum::cli {

CommandSpec DemoCommand::spec() const
{
    return {.name = u"demo"_qs,
            .summary = CommandLine::tr("make the sample workspace"),
            .details = CommandLine::tr("About 1,000 made-up accounts with a year of activity, tiers, orders and a running program. "
                                       "An existing file is never overwritten."),
            .arguments = {{u"WS"_qs, CommandLine::tr("the file to make, like sample.dimsum")}},
            .options = {{.name = u"as-of"_qs, .value = u"DATE"_qs, .help = CommandLine::tr("its newest day, yyyy-MM-dd (default today)"), .kind = OptionKind::day}}};
}

Result<Reply> DemoCommand::run(const Call &call, Console &console)
{
    DemoRequest request{.file = call.argument(u"WS"_qs), .asOf = asOfOf(call)};
    const auto result = makeDemo(request, console.progress(CommandLine::tr("Making the sample")));
    if (!result)
        return result.error();
    return Reply{.json = jsonLine({{u"workspace"_qs, request.file},
                                   {u"as_of"_qs, dayText(result->asOf)},
                                   {u"accounts"_qs, static_cast<qint64>(result->accounts)},
                                   {u"orders"_qs, static_cast<qint64>(result->orders)}}),
                 .text = CommandLine::tr("Made the sample workspace %1: %2 accounts, %3 orders, as of %4.")
                             .arg(request.file).arg(result->accounts).arg(result->orders).arg(dayText(result->asOf))};
}

} // namespace dimsum::cli
