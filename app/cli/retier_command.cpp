#include "app/cli/retier_command.h"

#include "app/cli/common.h"
#include "app/cli/json_text.h"
#include "app/cli/words.h"
#include "service/tiering_service.h"

#include <QJsonArray>

namespace dimsum::cli {

CommandSpec RetierCommand::spec() const
{
    return {.name = u"retier"_qs,
            .summary = CommandLine::tr("score every account and propose its tier; with --apply put the tiers in force"),
            .details = CommandLine::tr("Without --apply nothing but the kept scores changes; with it each move is written to the history."),
            .arguments = {workspaceArgument()},
            .options = {asOfOption(),
                        {.name = u"apply"_qs, .help = CommandLine::tr("put the proposed tiers in force; needs --by")},
                        byOption(false)}};
}

Result<Reply> RetierCommand::run(const Call &call, Console &console)
{
    RetierRequest request;
    request.asOf = asOfOf(call);
    request.apply = call.has(u"apply"_qs);
    if (request.apply && !call.has(u"by"_qs))
        return Error{ErrorKind::usage, DIMSUM_TEXT("--apply needs --by WHO, because the history says who moved the accounts.")};
    request.by = call.text(u"by"_qs).trimmed().toStdString();

    const auto workspace = openWorkspace(call);
    if (!workspace)
        return workspace.error();
    const auto result = retier(**workspace, request, console.progress(CommandLine::tr("Scoring")));
    if (!result)
        return result.error();

    QJsonArray warnings;
    for (const TieringNotice &notice : result->notices) {
        const QString sentence = textOf(noticeText(notice));
        console.message(sentence);
        warnings.append(sentence);
    }
    QJsonObject tiers;
    for (const Tier tier : allTiers)
        tiers[QString::fromLatin1(tierCode(tier))] = static_cast<qint64>(result->tiers[tierIndex(tier)]);
    const auto count = [&](Tier tier) { return result->tiers[tierIndex(tier)]; };
    const QString sentence = request.apply
        ? CommandLine::tr("As of %1: %2 in tier 1, %3 in tier 2, %4 in tier 3, %5 in none. Moved: %6.")
        : CommandLine::tr("As of %1: %2 in tier 1, %3 in tier 2, %4 in tier 3, %5 in none. Would move: %6.");
    return Reply{.json = jsonLine({{u"as_of"_qs, dayText(result->asOf)},
                                   {u"tiers"_qs, tiers},
                                   {u"moves"_qs, static_cast<qint64>(result->moves)},
                                   {u"warnings"_qs, warnings},
                                   {u"applied"_qs, request.apply},
                                   {u"revision"_qs, static_cast<qint64>(result->revision)}}),
                 .text = sentence.arg(dayText(result->asOf)).arg(count(Tier::one)).arg(count(Tier::two))
                             .arg(count(Tier::three)).arg(count(Tier::none)).arg(result->moves)};
}

} // namespace dimsum::cli
