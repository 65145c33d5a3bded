// What orders mean for people and money: the work of each team by week, and how an envelope is used up. Pure functions
// over rows that were read before; any thread.
#pragma once

#include "domain/menu.h"
#include "domain/workdays.h"
#include "service/ordering_service.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dimsum {

// Open orders that fall due in a span of time.
struct WorkCell {
    int orders = 0;
    double hours = 0; // of the hours lines of their plays' prices
};

struct TeamLoad {
    std::string team; // empty: plays without an owner team
    WorkCell late;    // due before today
    std::vector<WorkCell> weeks; // by Workload::weeks
    WorkCell undated; // not approved yet
    int taken = 0;    // orders of the program that take a place, delivered ones too
    std::optional<int> capacity; // places of its plays in the program; none: one of them has no limit
    // What the places come to in a week of the program; none as above.
    std::optional<double> weekly;
};

struct Workload {
    std::vector<Day> weeks; // Mondays, from the week of `today` to the one in which the program ends; at most 14
    std::vector<TeamLoad> teams; // by name, teams without open orders and places left out
};

Workload workload(const Menu &menu, std::span<const OrderRow> orders, Day today);

// Money of an envelope over the days of the program. An order counts with its price from the day it was approved, with
// what it cost from the day it was delivered; those not yet decided, rejected or cancelled do not count.
struct BurnUp {
    std::vector<Day> days;    // program start to the earlier of today and program end; empty before the start
    std::vector<Money> spent; // committed and delivered up to the end of that day
    Money limit;
    Money requested;          // asked for, not yet decided
    // At the pace of the business days so far: what will be spent at the end, and the day on which nothing is left
    // (unknown: not within the program). Unknown before five business days have passed.
    Money atEnd = unknownMoney;
    Day emptyOn = unknownDay;
};

// `dayOfInstant` turns UTC milliseconds into the workspace's date.
BurnUp burnUp(const Menu &menu, const Envelope &envelope, std::span<const OrderRow> orders, Day today,
              const std::function<Day(std::int64_t)> &dayOfInstant);

// Plan against actual of one play.
struct PlayMoney {
    std::string play, name;
    int open = 0, delivered = 0, dropped = 0; // dropped: rejected or cancelled
    Money openPrice;  // of the open ones
    Money planned;    // prices of the delivered ones
    Money actual;     // what they cost
};

std::vector<PlayMoney> moneyByPlay(std::span<const OrderRow> orders); // dearest first, then by code

// Places of a play or money of an envelope of which a tenth or less is left.
struct RunningOut {
    const Play *play = nullptr;         // either ...
    const Envelope *envelope = nullptr; // ... or; both lead into the menu that was given
    std::int64_t left = 0, of = 0;      // places, or minor units of money; left below 0: over the limit
    double share = 0;
};

std::vector<RunningOut> runningOut(const MenuState &menu); // the scarcest first

} // namespace dimsum
