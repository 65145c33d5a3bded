// What the accounts of a tier would need of its envelope.
#pragma once

#include "service/ordering_service.h"

#include <array>
#include <optional>
#include <span>

namespace dimsum {

struct Snapshot;

// The median of what was ordered per account so far, by tierIndex; nothing where nothing was. Rejected and cancelled orders
// do not count.
std::array<std::optional<Money>, 4> medianOrdered(std::span<const OrderRow> orders);

// The median (TierGround::ordered) for every account.
struct TierNeed {
    bool limited = false;  // the tier has an envelope
    bool known = false;    // something was ordered in the tier
    Money limit = {}, spent = {}; // spent or promised
    Money each = {}, needed = {};
    Money left() const { return limit - (spent < needed ? needed : spent); }
};
TierNeed tierNeed(const Snapshot &snapshot, int tier, std::int64_t accounts);

} // namespace dimsum
