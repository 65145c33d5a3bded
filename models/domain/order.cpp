#include "domain/order.h"

namespace dimsum
{

namespace
{

constexpr std::array<std::string_view, 7> stateNames{"requested", "approved",  "rejected",      "in production",
                                                "delivered", "cancelled", "waiting on rep"};

// A waiting order never waits for the rep a second time: what it came from is one of these three.
bool mayWait(OrderState state)
{
    return state == OrderState::requested || state == OrderState::approved ||
           state == OrderState::inProduction;
}

bool allowed(const OrderStanding &from, OrderState to)
{
    switch (from.state) {
    case OrderState::requested:
        return to == OrderState::approved || to == OrderState::rejected || to == OrderState::cancelled ||
               to == OrderState::waitingOnRep;
    case OrderState::approved:
        return to == OrderState::inProduction || to == OrderState::cancelled ||
               to == OrderState::waitingOnRep;
    case OrderState::inProduction:
        return to == OrderState::delivered || to == OrderState::cancelled || to == OrderState::waitingOnRep;
    case OrderState::waitingOnRep:
        return to == OrderState::cancelled || (from.waitingFrom == to && mayWait(to));
    case OrderState::rejected:
    case OrderState::delivered:
    case OrderState::cancelled:
        return false;
    }
    return false;
}

std::string listOf(const std::vector<OrderState> &states)
{
    std::string list;
    for (const OrderState state : states) {
        if (!list.empty())
            list += ", ";
        list += orderStateName(state);
    }
    return list;
}

} // namespace

std::string_view orderStateName(OrderState state)
{
    return stateNames[static_cast<std::size_t>(state)];
}

std::optional<OrderState> parseOrderState(std::string_view name)
{
    std::string folded(name);
    for (char &c : folded) {
        if (c == '-' || c == '_')
            c = ' ';
        else if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    for (const OrderState state : allOrderStates)
        if (orderStateName(state) == folded)
            return state;
    return std::nullopt;
}

Result<OrderStanding> moved(const OrderStanding &from, OrderState to)
{
    if (allowed(from, to)) {
        const bool waits = to == OrderState::waitingOnRep;
        return OrderStanding{to, waits ? std::optional(from.state) : std::nullopt};
    }
    const std::vector<OrderState> next = nextStates(from);
    if (next.empty())
        return Error{ErrorKind::refused,
                     DIMSUM_TEXT("This order is %1, which is final. Place a new order instead."),
                     {std::string(orderStateName(from.state))}};
    return Error{ErrorKind::refused,
                 DIMSUM_TEXT("An order that is %1 cannot become %2. It can become: %3."),
                 {std::string(orderStateName(from.state)), std::string(orderStateName(to)), listOf(next)}};
}

std::vector<OrderState> nextStates(const OrderStanding &from)
{
    std::vector<OrderState> next;
    for (const OrderState to : allOrderStates)
        if (allowed(from, to))
            next.push_back(to);
    return next;
}

bool needsReason(OrderState to)
{
    return to == OrderState::rejected;
}

OrderState firstStateOf(const Play &play)
{
    return needsApproval(play) ? OrderState::requested : OrderState::approved;
}

MoneyBucket bucketOf(const OrderStanding &standing)
{
    const bool waits = standing.state == OrderState::waitingOnRep && standing.waitingFrom.has_value();
    switch (waits ? *standing.waitingFrom : standing.state) {
    case OrderState::requested:
        return MoneyBucket::reserved;
    case OrderState::approved:
    case OrderState::inProduction:
        return MoneyBucket::committed;
    case OrderState::delivered:
        return MoneyBucket::actual;
    case OrderState::rejected:
    case OrderState::cancelled:
    case OrderState::waitingOnRep:
        return MoneyBucket::none;
    }
    return MoneyBucket::none;
}

bool takesPlace(OrderState state)
{
    return state != OrderState::rejected && state != OrderState::cancelled;
}

bool isOpen(OrderState state)
{
    return takesPlace(state) && state != OrderState::delivered;
}

bool isOverdue(const OrderStanding &standing, Day due, Day today)
{
    return isOpen(standing.state) && due.known() && due < today;
}

} // namespace dimsum
