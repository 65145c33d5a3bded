#include "app/cli/attribute_command.h"

#include "app/cli/common.h"
#include "app/cli/json_text.h"
#include "app/cli/words.h"
#include "service/path_attribution.h"

namespace dimsum::cli {

CommandSpec AttributeCommand::spec() const
{
    return {.name = u"attribute"_qs,
            .summary = CommandLine::tr("share conversions over the channels of a file of paths"),
            .details = CommandLine::tr("PATHS has the columns path (“ads > web > demo”), total_conversions, total_conversion_value and "
                                       "total_null. Writes credit by channel under six models, and the removal effect."),
            .arguments = {{.name = u"PATHS"_qs, .help = CommandLine::tr("the file of paths, .csv")}},
            .options = {{.name = u"out"_qs, .value = u"FILE"_qs, .help = CommandLine::tr("the file to write, .csv or .xlsx"), .needed = true}}};
}

Result<Reply> AttributeCommand::run(const Call &call, Console &console)
{
    const auto result = attributePaths(call.argument(u"PATHS"_qs), call.text(u"out"_qs), console.progress(CommandLine::tr("Reading")));
    if (!result)
        return result.error();
    return Reply{.json = jsonLine({{u"file"_qs, result->file},
                                   {u"paths"_qs, static_cast<qint64>(result->paths)},
                                   {u"channels"_qs, static_cast<qint64>(result->channels)},
                                   {u"conversions"_qs, result->conversions},
                                   {u"value"_qs, result->value}}),
                 .text = CommandLine::tr("Wrote %1 channels to %2.").arg(result->channels).arg(result->file)};
}

} // namespace dimsum::cli
