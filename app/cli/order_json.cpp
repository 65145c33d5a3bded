#include "app/cli/order_json.h"

#include "app/cli/common.h"

namespace dimsum::cli {

namespace {

QString tierText(int tier)
{
    return tier == 0 ? QStringLiteral("none") : QString::number(tier);
}

} // namespace

QJsonObject orderJson(const OrderRow &order, const Currency &currency)
{
    return {{u"order_id"_qs, textOf(order.id)},
            {u"number"_qs, static_cast<qint64>(order.number)},
            {u"account"_qs, textOf(order.accountDomain)},
            {u"account_name"_qs, textOf(order.accountName)},
            {u"tier"_qs, tierText(order.tier)},
            {u"tier_now"_qs, tierText(order.tierNow)},
            {u"play"_qs, textOf(order.play)},
            {u"play_name"_qs, textOf(order.playName)},
            {u"state"_qs, textOf(orderStateName(order.standing.state))},
            {u"price"_qs, moneyOf(order.price, currency)},
            {u"actual"_qs, moneyOf(order.actual, currency)},
            {u"currency"_qs, textOf(currency.code)},
            {u"requested_at"_qs, instantText(order.requestedAt)},
            {u"requested_by"_qs, textOf(order.requestedBy)},
            {u"approved_at"_qs, instantText(order.approvedAt)},
            {u"due"_qs, dayText(order.due)},
            {u"overdue"_qs, order.overdue},
            {u"delivered_at"_qs, instantText(order.deliveredAt)},
            {u"owner_team"_qs, textOf(order.ownerTeam)},
            {u"note"_qs, textOf(order.note)},
            {u"reason"_qs, textOf(order.reason)}};
}

} // namespace dimsum::cli
