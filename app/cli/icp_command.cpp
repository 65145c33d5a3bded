#include "app/cli/icp_command.h"

#include "app/cli/common.h"
#include "app/cli/json_text.h"
#include "app/cli/words.h"
#include "exchange/icp_document.h"
#include "service/icp_service.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace dimsum::cli {

namespace {

// The criterion as icp.json has it, with the figures behind it added (json-shapes.md, "icp suggest").
QJsonObject suggestionJson(const SuggestedCriterion &suggestion, const Currency &currency)
{
    Icp one;
    one.criteria.push_back(suggestion.criterion);
    const QJsonDocument document = QJsonDocument::fromJson(printIcp(one, currency));
    QJsonObject object = document.object().value(u"criteria").toArray().first().toObject();
    object[u"lift"_qs] = suggestion.lift;
    object[u"wilson"_qs] = QJsonArray{suggestion.wilson.low, suggestion.wilson.high};
    object[u"best_match"_qs] = static_cast<qint64>(suggestion.bestMatch);
    object[u"best_known"_qs] = static_cast<qint64>(suggestion.bestKnown);
    object[u"tam_match"_qs] = static_cast<qint64>(suggestion.tamMatch);
    object[u"tam_known"_qs] = static_cast<qint64>(suggestion.tamKnown);
    object[u"p"_qs] = suggestion.p;
    object[u"q"_qs] = suggestion.q;
    return object;
}

Result<Reply> suggest(Workspace &workspace, Day asOf, Console &console)
{
    const auto found = suggestIcp(workspace, asOf, console.progress(CommandLine::tr("Comparing customers")));
    if (!found)
        return found.error();
    QJsonArray suggestions;
    for (const SuggestedCriterion &suggestion : found->suggestions)
        suggestions.append(suggestionJson(suggestion, workspace.currency()));
    const QJsonObject object{{u"best"_qs, static_cast<qint64>(found->best.rows.size())}, {u"suggestions"_qs, suggestions}};
    if (suggestions.isEmpty())
        console.message(CommandLine::tr("Nothing sets the best customers apart clearly enough to suggest it."));
    return Reply{.json = jsonLine(object), .text = QString::fromUtf8(QJsonDocument(object).toJson())};
}

Result<Reply> replaceIcp(Workspace &workspace, const Call &call)
{
    const auto bytes = readDocument(call.argument(u"FILE.json"_qs));
    if (!bytes)
        return bytes.error();
    auto icp = parseIcp(*bytes, workspace.currency());
    if (!icp)
        return inFile(icp.error(), call.argument(u"FILE.json"_qs));
    const auto version = setIcp(workspace, *icp, personOf(call));
    if (!version)
        return version.error();
    return Reply{.json = jsonLine({{u"version"_qs, static_cast<qint64>(*version)},
                                   {u"criteria"_qs, static_cast<qint64>(icp->criteria.size())}}),
                 .text = CommandLine::tr("The ICP has %1 criteria now (version %2).")
                             .arg(icp->criteria.size()).arg(*version)};
}

} // namespace

CommandSpec IcpCommand::spec() const
{
    return {.name = u"icp"_qs,
            .summary = CommandLine::tr("show, learn or replace the ideal customer profile"),
            .details = CommandLine::tr("show prints the criteria as JSON, suggest what the best customers have in common with its "
                          "figures (nothing is adopted), set replaces the criteria by those of a file."),
            .arguments = {workspaceArgument(),
                          {.name = u"ACTION"_qs, .help = CommandLine::tr("what to do"), .choices = {u"show"_qs, u"suggest"_qs, u"set"_qs}},
                          {.name = u"FILE.json"_qs, .help = CommandLine::tr("with set: the new criteria"), .onlyWith = {u"set"_qs}}},
            .options = {asOfOption(), byOption(false)}};
}

Result<Reply> IcpCommand::run(const Call &call, Console &console)
{
    const auto workspace = openWorkspace(call);
    if (!workspace)
        return workspace.error();
    const QString action = call.argument(u"ACTION"_qs);
    if (action == u"suggest")
        return suggest(**workspace, asOfOf(call), console);
    if (action == u"set")
        return replaceIcp(**workspace, call);
    const auto state = icpState(**workspace);
    if (!state)
        return state.error();
    const QByteArray document = printIcp(state->icp, (*workspace)->currency());
    return Reply{.json = document, .text = QString::fromUtf8(document)};
}

} // namespace dimsum::cli
