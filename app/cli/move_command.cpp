#include "app/cli/move_command.h"

#include "app/cli/common.h"
#include "app/cli/json_text.h"
#include "app/cli/order_json.h"
#include "app/cli/words.h"
#include "service/ordering_service.h"

namespace dimsum::cli {

CommandSpec MoveCommand::spec() const
{
    return {.name = u"move"_qs,
            .summary = CommandLine::tr("move one order to another state"),
            .details = CommandLine::tr("States: requested, approved, rejected, in production, delivered, cancelled, waiting on rep "
                                       "(write in-production, waiting-on-rep). Only the moves that an order's life allows are made."),
            .arguments = {workspaceArgument(),
                          {u"ORDER"_qs, CommandLine::tr("the order's id, the beginning of it, or its number")},
                          {u"STATE"_qs, CommandLine::tr("where it goes")}},
            .options = {byOption(true),
                        {.name = u"reason"_qs, .value = u"TEXT"_qs, .help = CommandLine::tr("why; a rejection needs it")},
                        {.name = u"actual"_qs, .value = u"MONEY"_qs, .help = CommandLine::tr("with delivered: what it cost in the end")},
                        {.name = u"override"_qs, .value = u"REASON"_qs, .help = CommandLine::tr("a marketer's reason to go over an envelope")}}};
}

Result<Reply> MoveCommand::run(const Call &call, Console &)
{
    const std::string word = call.argument(u"STATE"_qs).toStdString();
    const auto state = parseOrderState(word);
    if (!state)
        return Error{ErrorKind::usage, DIMSUM_TEXT("“%1” is no state of an order. States: requested, approved, rejected, in-production, "
                                                   "delivered, cancelled, waiting-on-rep."), {word}};
    const auto workspace = openWorkspace(call);
    if (!workspace)
        return workspace.error();
    const Currency &currency = (*workspace)->currency();
    MoveRequest request{.order = call.argument(u"ORDER"_qs).toStdString(),
                        .to = *state,
                        .by = personOf(call),
                        .reason = call.text(u"reason"_qs).toStdString()};
    request.overrideReason = call.text(u"override"_qs).toStdString();
    if (call.has(u"actual"_qs)) {
        const std::string amount = call.text(u"actual"_qs).toStdString();
        const ParsedMoney parsed = parseMoney(amount, currency);
        if (parsed.problem || parsed.amount.minor < 0)
            return Error{ErrorKind::usage, DIMSUM_TEXT("--actual needs an amount in %1 like 1234.50, not “%2”."), {currency.code, amount}};
        request.actual = parsed.amount;
    }
    const auto order = moveOrder(**workspace, std::move(request));
    if (!order)
        return order.error();
    return Reply{.json = jsonLine(orderJson(*order, currency)),
                 .text = CommandLine::tr("Order #%1 (%2 for %3) is %4 now.").arg(order->number)
                             .arg(textOf(order->play), textOf(order->accountDomain), textOf(orderStateName(order->standing.state)))};
}

} // namespace dimsum::cli
