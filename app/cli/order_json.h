// One order as the command line shows it.
#pragma once

#include "domain/money.h"
#include "service/ordering_service.h"

#include <QJsonObject>

namespace dimsum::cli {

// The columns of orders.csv (cli.md) and what a list also shows: number, tier_now, overdue, actual.
QJsonObject orderJson(const OrderRow &order, const Currency &currency);

} // namespace dimsum::cli
