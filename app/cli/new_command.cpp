#include "app/cli/new_command.h"

#include "app/cli/common.h"
#include "app/cli/json_text.h"
#include "app/cli/words.h"
#include "qt/wording.h"

#include <QJsonArray>

namespace dimsum::cli {

CommandSpec NewCommand::spec() const
{
    return {.name = u"new"_qs,
            .summary = CommandLine::tr("make an empty workspace with the default policy, points and menu"),
            .details = CommandLine::tr("An existing file is never overwritten."),
            .arguments = {{u"WS"_qs, CommandLine::tr("the file to make, like plan.dimsum")}},
            .options = {{.name = u"time-zone"_qs, .value = u"ZONE"_qs, .help = CommandLine::tr("zone of its calendar, like Europe/Madrid (default UTC)")},
                        {.name = u"currency"_qs, .value = u"CODE"_qs, .help = CommandLine::tr("its one currency, an ISO 4217 code (default USD)")},
                        {.name = u"name"_qs, .value = u"NAME"_qs, .help = CommandLine::tr("its name (default: the name of the file)")}}};
}

Result<Reply> NewCommand::run(const Call &call, Console &console)
{
    NewWorkspace description;
    description.name = call.text(u"name"_qs);
    if (call.has(u"time-zone"_qs))
        description.timeZone = call.text(u"time-zone"_qs).toUtf8();
    if (call.has(u"currency"_qs))
        description.currency = call.text(u"currency"_qs);
    const auto workspace = Workspace::create(call.argument(u"WS"_qs), description);
    if (!workspace)
        return workspace.error();
    QJsonArray notices;
    for (const Error &notice : (*workspace)->notices()) {
        console.message(errorText(notice));
        notices.append(textOf(plainText(notice)));
    }
    const WorkspaceSettings &settings = (*workspace)->settings();
    return Reply{.json = jsonLine({{u"workspace"_qs, call.argument(u"WS"_qs)},
                                   {u"name"_qs, settings.name},
                                   {u"time_zone"_qs, QString::fromUtf8(settings.timeZone)},
                                   {u"currency"_qs, textOf(settings.currency.code)},
                                   {u"notices"_qs, notices}}),
                 .text = CommandLine::tr("Made the workspace “%1” in %2.")
                             .arg(settings.name, call.argument(u"WS"_qs))};
}

} // namespace dimsum::cli
