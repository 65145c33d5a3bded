// The life of an order (domain.md section 7): its states, the only transitions there are, and what each state
// holds.
#pragma once

#include "domain/day.h"
#include "domain/error.h"
#include "domain/play.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace dimsum
{

enum class OrderState : std::uint8_t {
    requested,
    approved,
    rejected,
    inProduction,
    delivered,
    cancelled,
    waitingOnRep
};

inline constexpr std::array<OrderState, 7> allOrderStates{
    OrderState::requested, OrderState::approved,  OrderState::rejected,    OrderState::inProduction,
    OrderState::delivered, OrderState::cancelled, OrderState::waitingOnRep};

// "requested", "in production", "waiting on rep": the words of every file and of the command line.
std::string_view orderStateName(OrderState state);
// The same words, '-' and '_' standing for a space and any ASCII case; nothing for others.
std::optional<OrderState> parseOrderState(std::string_view name);

// A state and, while waiting, the state that it came from and may return to.
struct OrderStanding {
    OrderState state = OrderState::requested;
    std::optional<OrderState> waitingFrom = {}; // set exactly while state is waitingOnRep

    friend bool operator==(const OrderStanding &, const OrderStanding &) = default;
};

// The standing after a move, or ErrorKind::refused naming both states and the moves that exist.
Result<OrderStanding> moved(const OrderStanding &from, OrderState to);
// Where `from` may go, in the order of allOrderStates; empty for rejected, delivered and cancelled.
std::vector<OrderState> nextStates(const OrderStanding &from);
// A rejection is not accepted without its reason.
bool needsReason(OrderState to);

// Orders that need no approval go straight to approved.
OrderState firstStateOf(const Play &play);

// Where the money of an order stands in its envelopes; waiting keeps the bucket that it came from.
enum class MoneyBucket : std::uint8_t { none, reserved, committed, actual };
MoneyBucket bucketOf(const OrderStanding &standing);

// Why a line of the audit log leads back to where the order was before. Numbers are stored: never renumber.
enum class Correction : std::uint8_t { none, undo, redo };

// Whether the order counts against capacity and the per-account limit: all but rejected and cancelled.
bool takesPlace(OrderState state);
// Whether there is still something to do: requested, approved, in production, waiting.
bool isOpen(OrderState state);
// Open and past due; an order without a due day (not yet approved) is never overdue.
bool isOverdue(const OrderStanding &standing, Day due, Day today);

} // namespace dimsum
