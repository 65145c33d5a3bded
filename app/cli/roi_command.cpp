#include "app/cli/roi_command.h"

#include "app/cli/common.h"
#include "app/cli/json_text.h"
#include "app/cli/words.h"
#include "service/roi_service.h"

namespace dimsum::cli {

CommandSpec RoiCommand::spec() const
{
    return {.name = u"roi"_qs,
            .summary = CommandLine::tr("write what marketing cost and brought: summary, attribution, costs or lift"),
            .details = CommandLine::tr("Credit is of won deals closed by the date, under nine models; cost is counted once. --open adds the deals "
                                       "that are open; returns stay those of won deals."),
            .arguments = {workspaceArgument(),
                          {.name = u"WHAT"_qs, .help = CommandLine::tr("what to write"),
                           .choices = {u"summary"_qs, u"attribution"_qs, u"costs"_qs, u"lift"_qs}}},
            .options = {{.name = u"out"_qs, .value = u"FILE"_qs, .help = CommandLine::tr("the file to write, .csv or .xlsx"), .needed = true},
                        asOfOption(),
                        {.name = u"open"_qs, .help = CommandLine::tr("credit open deals as well")}}};
}

Result<Reply> RoiCommand::run(const Call &call, Console &console)
{
    const auto subject = worthSubject(call.argument(u"WHAT"_qs));
    if (!subject)
        return Error{ErrorKind::usage, DIMSUM_TEXT("There is nothing called “%1” to write."), {call.argument(u"WHAT"_qs).toStdString()}};
    const auto workspace = openWorkspace(call);
    if (!workspace)
        return workspace.error();
    const auto result = writeWorth(**workspace,
                                   {.subject = *subject, .file = call.text(u"out"_qs), .asOf = asOfOf(call), .withOpen = call.has(u"open"_qs)},
                                   console.progress(CommandLine::tr("Computing")));
    if (!result)
        return result.error();
    const Currency &currency = (*workspace)->currency();
    QJsonObject json{{u"what"_qs, call.argument(u"WHAT"_qs)},
                     {u"file"_qs, result->file},
                     {u"rows"_qs, static_cast<qint64>(result->rows)},
                     {u"as_of"_qs, dayText(result->asOf)}};
    if (*subject == WorthSubject::lift) {
        json.insert(u"start"_qs, dayText(result->lift.start));
        json.insert(u"before_from"_qs, dayText(result->lift.beforeStart));
        json.insert(u"matched"_qs, static_cast<qint64>(result->lift.matched));
        json.insert(u"accounts_program"_qs, static_cast<qint64>(result->lift.programAccounts));
        json.insert(u"accounts_holdout"_qs, static_cast<qint64>(result->lift.holdoutAccounts));
    } else {
        json.insert(u"deals"_qs, static_cast<qint64>(result->deals));
        json.insert(u"total"_qs, moneyOf(result->total, currency));
        json.insert(u"no_touch"_qs, moneyOf(result->noTouch, currency));
        json.insert(u"deals_without_touch"_qs, static_cast<qint64>(result->dealsWithoutTouch));
        json.insert(u"deals_without_amount"_qs, static_cast<qint64>(result->dealsWithoutAmount));
        json.insert(u"touches"_qs, static_cast<qint64>(result->touches));
        json.insert(u"touches_without_cost"_qs, static_cast<qint64>(result->touchesWithoutCost));
        if (result->touchesWithoutCost > 0)
            console.message(CommandLine::tr("%1 of %2 touches have no cost: neither their campaign nor their asset names one.")
                                .arg(result->touchesWithoutCost)
                                .arg(result->touches));
    }
    return Reply{.json = jsonLine(json), .text = CommandLine::tr("Wrote %1 rows to %2.").arg(result->rows).arg(result->file)};
}

} // namespace dimsum::cli
