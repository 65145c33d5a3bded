#include "app/cli/order_command.h"

#include "app/cli/common.h"
#include "app/cli/json_text.h"
#include "app/cli/words.h"
#include "qt/wording.h"
#include "service/ordering_service.h"

#include <QJsonArray>

#include <algorithm>
#include <map>

namespace dimsum::cli {

namespace {

using Inputs = std::map<std::string, std::string>;

Result<Inputs> inputsOf(const Call &call)
{
    Inputs inputs;
    for (const QString &pair : call.texts(u"input"_qs)) {
        const qsizetype equals = pair.indexOf(u'=');
        if (equals <= 0)
            return Error{ErrorKind::usage, DIMSUM_TEXT("--input needs NAME=VALUE, like message=Hello, not “%1”."), {pair.toStdString()}};
        inputs[pair.left(equals).trimmed().toStdString()] = pair.mid(equals + 1).toStdString();
    }
    return inputs;
}

// Each play gets the inputs that it asks for; one that no ordered play asks for is a slip of the pen.
Result<std::vector<SlipLine>> slipLines(const Menu &menu, const QStringList &codes, const Inputs &inputs)
{
    std::vector<SlipLine> lines;
    std::vector<std::string> wanted;
    for (const QString &code : codes) {
        SlipLine line{.play = code.trimmed().toStdString()};
        const auto play = std::ranges::find(menu.plays, line.play, &Play::code);
        if (play != menu.plays.end()) {
            for (const auto &name : play->inputs) {
                wanted.push_back(name);
                const auto given = inputs.find(name);
                if (given != inputs.end())
                    line.inputs.insert(*given);
            }
        }
        lines.push_back(std::move(line));
    }
    for (const auto &[name, value] : inputs) {
        if (std::ranges::find(wanted, name) == wanted.end() && lines.size() > 0)
            return Error{ErrorKind::invalid, DIMSUM_TEXT("None of the ordered plays asks for “%1”. “dimsum menu WS show” tells what each needs."), {name}, {}, 0, "--input"};
    }
    return lines;
}

Reply refusal(const SlipAnswer &answer, Console &console)
{
    console.message(errorText(answer.error));
    return Reply{.json = jsonLine({{u"placed"_qs, false},
                                   {u"reason"_qs, textOf(answer.reason)},
                                   {u"play"_qs, textOf(answer.play)},
                                   {u"message"_qs, textOf(plainText(answer.error))}}),
                 .text = {},
                 .exitCode = 1};
}

Reply placed(const SlipAnswer &answer, const Currency &currency)
{
    QJsonArray orders;
    QString text;
    for (const PlacedOrder &order : answer.orders) {
        const QString state = textOf(orderStateName(order.state));
        orders.append(QJsonObject{{u"order_id"_qs, textOf(order.id)},
                                  {u"play"_qs, textOf(order.play)},
                                  {u"state"_qs, state},
                                  {u"price"_qs, moneyOf(order.price, currency)},
                                  {u"due"_qs, dayText(order.due)}});
        text += CommandLine::tr("%1  %2: %3, %4 %5, due %6")
                    .arg(textOf(order.id), textOf(order.play), state, moneyOf(order.price, currency), textOf(currency.code),
                         order.due.known() ? dayText(order.due) : CommandLine::tr("after approval"))
                + u'\n';
    }
    return Reply{.json = jsonLine({{u"placed"_qs, true}, {u"orders"_qs, orders}}), .text = text};
}

} // namespace

CommandSpec OrderCommand::spec() const
{
    return {.name = u"order"_qs,
            .summary = CommandLine::tr("place one slip of plays for an account, whole or not at all"),
            .details = CommandLine::tr("The same --id again changes nothing and shows the orders that it placed."),
            .arguments = {workspaceArgument()},
            .options = {{.name = u"account"_qs, .value = u"DOMAIN"_qs, .help = CommandLine::tr("the account: web domain, external id or name"), .needed = true},
                        {.name = u"play"_qs, .value = u"CODE[,CODE...]"_qs, .help = CommandLine::tr("codes of the plays to order"), .needed = true, .repeats = true},
                        byOption(true),
                        {.name = u"id"_qs, .value = u"UUID"_qs, .help = CommandLine::tr("your own id of the slip, so that it cannot be placed twice")},
                        {.name = u"input"_qs, .value = u"NAME=VALUE"_qs, .help = CommandLine::tr("what a play needs to know, like message=Hello"), .repeats = true},
                        {.name = u"override"_qs, .value = u"REASON"_qs, .help = CommandLine::tr("a marketer's reason to go over an envelope")}}};
}

Result<Reply> OrderCommand::run(const Call &call, Console &console)
{
    const auto inputs = inputsOf(call);
    if (!inputs)
        return inputs.error();
    const QStringList codes = call.texts(u"play"_qs).join(u',').split(u',');
    if (std::ranges::any_of(codes, [](const QString &code) { return code.trimmed().isEmpty(); }))
        return Error{ErrorKind::usage, DIMSUM_TEXT("--play has an empty code; write the codes with a comma between them.")};

    const auto workspace = openWorkspace(call);
    if (!workspace)
        return workspace.error();
    const auto menu = menuState(**workspace);
    if (!menu)
        return menu.error();
    auto lines = slipLines(menu->menu, codes, *inputs);
    if (!lines)
        return lines.error();
    OrderRequest request;
    request.account = call.text(u"account"_qs).toStdString();
    request.lines = std::move(*lines);
    request.by = personOf(call);
    request.id = call.text(u"id"_qs).toStdString();
    request.overrideReason = call.text(u"override"_qs).toStdString();
    const auto answer = placeSlip(**workspace, std::move(request));
    if (!answer)
        return answer.error();
    return answer->placed ? placed(*answer, (*workspace)->currency()) : refusal(*answer, console);
}

} // namespace dimsum::cli
