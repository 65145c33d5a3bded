#include "app/cli/check_command.h"

#include "app/cli/common.h"
#include "app/cli/json_text.h"
#include "app/cli/words.h"
#include "qt/wording.h"
#include "service/checking_service.h"

#include <QJsonArray>

namespace dimsum::cli {

CommandSpec CheckCommand::spec() const
{
    return {.name = u"check"_qs,
            .summary = CommandLine::tr("look for anything that is wrong in a workspace"),
            .details = CommandLine::tr("Tries the file itself, money, capacity, order states and history; lists what is wrong and "
                                       "then ends with 1. Changes nothing."),
            .arguments = {workspaceArgument()},
            .options = {}};
}

Result<Reply> CheckCommand::run(const Call &call, Console &console)
{
    const auto workspace = openWorkspace(call);
    if (!workspace)
        return workspace.error();
    const auto report = checkWorkspace(**workspace, console.progress(CommandLine::tr("Checking")));
    if (!report)
        return report.error();
    QJsonArray problems;
    for (const Error &finding : report->findings) {
        console.message(errorText(finding));
        problems.append(textOf(plainText(finding)));
    }
    const bool ok = report->findings.empty();
    return Reply{.json = jsonLine({{u"ok"_qs, ok}, {u"problems"_qs, problems}, {u"checks"_qs, static_cast<qint64>(report->checks)}}),
                 .text = ok ? CommandLine::tr("All %1 checks passed.").arg(report->checks)
                            : CommandLine::tr("%1 things are wrong; see above.").arg(problems.size()),
                 .exitCode = ok ? 0 : 1};
}

} // namespace dimsum::cli
