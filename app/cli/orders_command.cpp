#include "app/cli/orders_command.h"

#include "app/cli/common.h"
#include "app/cli/json_text.h"
#include "app/cli/order_json.h"
#include "app/cli/words.h"
#include "service/ordering_service.h"

#include <QJsonArray>

namespace dimsum::cli {

CommandSpec OrdersCommand::spec() const
{
    QStringList states;
    for (const OrderState state : allOrderStates)
        states.append(textOf(orderStateName(state)));
    return {.name = u"orders"_qs,
            .summary = CommandLine::tr("list orders"),
            .details = {},
            .arguments = {workspaceArgument()},
            .options = {{.name = u"state"_qs, .value = u"STATE"_qs, .help = CommandLine::tr("only orders in this state: %1").arg(states.join(u", "_qs))},
                        {.name = u"tier"_qs, .value = u"TIER"_qs, .help = CommandLine::tr("only orders placed in this tier"), .kind = OptionKind::choice, .choices = tierCodes()}}};
}

Result<Reply> OrdersCommand::run(const Call &call, Console &)
{
    OrderFilter filter;
    if (call.has(u"state"_qs)) {
        filter.state = parseOrderState(call.text(u"state"_qs).toStdString());
        if (!filter.state)
            return Error{ErrorKind::usage, DIMSUM_TEXT("--state: “%1” is no state of an order."), {call.text(u"state"_qs).toStdString()}};
    }
    if (call.has(u"tier"_qs))
        filter.tier = static_cast<int>(tierIndex(tierOf(call.text(u"tier"_qs)).value_or(Tier::none)));

    const auto workspace = openWorkspace(call);
    if (!workspace)
        return workspace.error();
    const auto rows = orders(**workspace, filter);
    if (!rows)
        return rows.error();
    const Currency &currency = (*workspace)->currency();
    QJsonArray list;
    QString text;
    for (const OrderRow &order : *rows) {
        list.append(orderJson(order, currency));
        text += CommandLine::tr("#%1  %2  %3  %4: %5, %6 %7").arg(order.number)
                    .arg(textOf(order.id), textOf(order.accountDomain), textOf(order.play), textOf(orderStateName(order.standing.state)),
                         moneyOf(order.price, currency), textOf(currency.code));
        if (order.due.known())
            text += CommandLine::tr(", due %1").arg(dayText(order.due));
        if (order.overdue)
            text += CommandLine::tr(" (overdue)");
        text += u'\n';
    }
    if (rows->empty())
        text = CommandLine::tr("No orders.");
    return Reply{.json = jsonLine({{u"orders"_qs, list}}), .text = text};
}

} // namespace dimsum::cli
