#include "service/order_plan.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace dimsum {

namespace {

constexpr std::size_t mostWeeks = 14;
constexpr int fewestBusinessDays = 5; // before which a pace says nothing

Day mondayOf(Day day)
{
    const std::chrono::weekday weekday{std::chrono::sys_days{std::chrono::days{day.number}}};
    return day - static_cast<std::int32_t>(weekday.iso_encoding() - 1);
}

double hoursOf(const Play *play)
{
    double hours = 0;
    if (play != nullptr) {
        for (const CostLine &line : play->costs)
            hours += line.kind == CostKind::hours ? static_cast<double>(line.quantity.tenThousandths) / 10'000 : 0;
    }
    return hours;
}

void add(WorkCell &cell, double hours)
{
    ++cell.orders;
    cell.hours += hours;
}

} // namespace

Workload workload(const Menu &menu, std::span<const OrderRow> orders, Day today)
{
    Workload found;
    const Day first = mondayOf(std::max(today, menu.program.start));
    const Day last = mondayOf(std::max(today, menu.program.end));
    for (Day week = first; week <= last && found.weeks.size() < mostWeeks; week = week + 7)
        found.weeks.push_back(week);
    const double programWeeks = std::max(1.0, std::ceil((menu.program.end - menu.program.start + 1) / 7.0));

    std::map<std::string, TeamLoad, std::less<>> teams;
    const auto teamOf = [&](const std::string &name) -> TeamLoad & {
        TeamLoad &team = teams[name];
        team.team = name;
        team.weeks.resize(found.weeks.size());
        return team;
    };
    std::map<std::string, bool, std::less<>> unlimited;
    for (const Play &play : menu.plays) {
        if (play.status != PlayStatus::approved)
            continue;
        TeamLoad &team = teamOf(play.ownerTeam);
        if (play.capacity)
            team.capacity = team.capacity.value_or(0) + *play.capacity;
        else
            unlimited[play.ownerTeam] = true;
    }
    for (const OrderRow &order : orders) {
        TeamLoad &team = teamOf(order.ownerTeam);
        team.taken += takesPlace(order.standing.state) ? 1 : 0;
        if (!isOpen(order.standing.state))
            continue;
        const double hours = hoursOf(menu.play(order.play));
        if (!order.due.known()) {
            add(team.undated, hours);
        } else if (order.due < today) {
            add(team.late, hours);
        } else if (const auto week = std::upper_bound(found.weeks.begin(), found.weeks.end(), order.due); week != found.weeks.begin()) {
            add(team.weeks[static_cast<std::size_t>(week - found.weeks.begin()) - 1], hours);
        }
    }
    for (auto &[name, team] : teams) {
        if (unlimited[name])
            team.capacity.reset();
        if (team.capacity)
            team.weekly = *team.capacity / programWeeks;
        if (team.taken > 0 || team.capacity || unlimited[name])
            found.teams.push_back(std::move(team));
    }
    return found;
}

BurnUp burnUp(const Menu &menu, const Envelope &envelope, std::span<const OrderRow> orders, Day today,
              const std::function<Day(std::int64_t)> &dayOfInstant)
{
    BurnUp found;
    found.limit = envelope.limit;
    const Day start = menu.program.start, end = std::min(today, menu.program.end);
    for (Day day = start; day <= end; day = day + 1)
        found.days.push_back(day);
    std::vector<std::int64_t> change(found.days.size(), 0);
    const auto at = [&](Day day) { return std::clamp<std::int64_t>(day - start, 0, static_cast<std::int64_t>(change.size()) - 1); };
    for (const OrderRow &order : orders) {
        const OrderScope scope{.tier = order.tier, .play = order.play, .campaign = order.campaign};
        const MoneyBucket bucket = bucketOf(order.standing);
        if (!covers(envelope.scope, scope) || bucket == MoneyBucket::none)
            continue;
        if (bucket == MoneyBucket::reserved) {
            found.requested = found.requested + order.price;
            continue;
        }
        if (change.empty())
            continue;
        const Day approved = dayOfInstant(order.approvedAt.value_or(order.requestedAt));
        change[static_cast<std::size_t>(at(approved))] += order.price.minor;
        if (bucket == MoneyBucket::actual && order.deliveredAt && order.actual.known())
            change[static_cast<std::size_t>(at(dayOfInstant(*order.deliveredAt)))] += order.actual.minor - order.price.minor;
    }
    std::int64_t sum = 0;
    for (const std::int64_t step : change) {
        sum += step;
        found.spent.push_back(Money{sum});
    }

    const Workdays workdays(menu.program.holidays);
    const int gone = workdays.between(start, end + 1);
    if (found.days.empty() || gone < fewestBusinessDays)
        return found;
    const double pace = static_cast<double>(sum) / gone; // a business day
    const int left = workdays.between(end + 1, menu.program.end + 1);
    found.atEnd = Money{sum + std::llround(pace * left)};
    if (pace > 0 && found.atEnd > found.limit) {
        const double days = static_cast<double>(found.limit.minor - sum) / pace;
        found.emptyOn = days <= 0 ? end : workdays.plus(end + 1, static_cast<int>(std::floor(days)));
    }
    return found;
}

std::vector<PlayMoney> moneyByPlay(std::span<const OrderRow> orders)
{
    std::map<std::string, PlayMoney, std::less<>> byPlay;
    for (const OrderRow &order : orders) {
        PlayMoney &money = byPlay[order.play];
        money.play = order.play;
        money.name = order.playName;
        if (isOpen(order.standing.state)) {
            ++money.open;
            money.openPrice = money.openPrice + order.price;
        } else if (order.standing.state == OrderState::delivered) {
            ++money.delivered;
            money.planned = money.planned + order.price;
            money.actual = money.actual + (order.actual.known() ? order.actual : order.price);
        } else {
            ++money.dropped;
        }
    }
    std::vector<PlayMoney> found;
    for (auto &[code, money] : byPlay)
        found.push_back(std::move(money));
    std::stable_sort(found.begin(), found.end(), [](const PlayMoney &a, const PlayMoney &b) {
        return (a.actual + a.openPrice) > (b.actual + b.openPrice);
    });
    return found;
}

} // namespace dimsum
