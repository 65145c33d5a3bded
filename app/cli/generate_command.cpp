#include "app/cli/generate_command.h"

#include "app/cli/common.h"
#include "app/cli/json_text.h"
#include "app/cli/words.h"
#include "service/generating_service.h"

#include <QJsonArray>

namespace dimsum::cli {

namespace {

// Fixed, so that two people who generate the same world get the same files on any day.
constexpr Day defaultAsOf = dayOf(2026, 2, 18);
constexpr qint64 defaultActivitiesPerAccount = 10;

} // namespace

CommandSpec GenerateCommand::spec() const
{
    return {.name = u"generate"_qs,
            .summary = CommandLine::tr("write a made-up market as files that “import” takes"),
            .details = CommandLine::tr("Writes the eight canonical CSV files, truth.json with what is true in them, and icp.json. Equal "
                          "options give equal files on every machine."),
            .arguments = {{u"DIR"_qs, CommandLine::tr("the folder to write into; it is made if it is not there")}},
            .options = {{.name = u"accounts"_qs, .value = u"N"_qs, .help = CommandLine::tr("how many accounts"), .kind = OptionKind::number, .needed = true, .smallest = 1, .largest = 10'000'000},
                        {.name = u"activities"_qs, .value = u"M"_qs, .help = CommandLine::tr("how many activities (default: ten for each account)"), .kind = OptionKind::number, .smallest = 0, .largest = 1'000'000'000},
                        {.name = u"seed"_qs, .value = u"S"_qs, .help = CommandLine::tr("another seed gives another market (default 1)"), .kind = OptionKind::number, .smallest = 0, .largest = std::numeric_limits<qint64>::max()},
                        {.name = u"as-of"_qs, .value = u"DATE"_qs, .help = CommandLine::tr("its newest day, yyyy-MM-dd (default 2026-02-18)"), .kind = OptionKind::day},
                        {.name = u"null"_qs, .help = CommandLine::tr("plant nothing: everything is independent of everything")}}};
}

Result<Reply> GenerateCommand::run(const Call &call, Console &console)
{
    GenerateRequest request;
    request.folder = call.argument(u"DIR"_qs);
    const qint64 accounts = call.number(u"accounts"_qs).value_or(0);
    request.world.accounts = static_cast<std::uint64_t>(accounts);
    request.world.activities = static_cast<std::uint64_t>(
        call.number(u"activities"_qs).value_or(accounts * defaultActivitiesPerAccount));
    request.world.seed = static_cast<std::uint64_t>(call.number(u"seed"_qs).value_or(1));
    request.world.asOf = call.day(u"as-of"_qs).value_or(defaultAsOf);
    request.world.planted = !call.has(u"null"_qs);
    const auto result = generateWorld(request, console.progress(CommandLine::tr("Writing accounts")));
    if (!result)
        return result.error();
    const auto number = [](std::uint64_t value) { return static_cast<qint64>(value); };
    return Reply{.json = jsonLine({{u"folder"_qs, result->folder},
                                   {u"files"_qs, QJsonArray::fromStringList(result->files)},
                                   {u"as_of"_qs, dayText(request.world.asOf)},
                                   {u"seed"_qs, number(request.world.seed)},
                                   {u"accounts"_qs, number(result->accounts)},
                                   {u"contacts"_qs, number(result->contacts)},
                                   {u"activities"_qs, number(result->activities)},
                                   {u"opportunities"_qs, number(result->deals)},
                                   {u"intent"_qs, number(result->signals)},
                                   {u"high_intensity"_qs, number(result->highIntensity)}}),
                 .text = CommandLine::tr("Wrote %1 accounts and %2 activities into %3.")
                             .arg(result->accounts).arg(result->activities).arg(result->folder)};
}

} // namespace dimsum::cli
