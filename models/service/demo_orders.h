// The orders of the sample workspace: about sixty in every state that an order can have.
#pragma once

#include "domain/error.h"
#include "service/snapshot.h"
#include "service/workspace.h"

#include <cstdint>
#include <functional>

namespace dimsum {

// Places and moves orders between `begin` and the newest day of the sample. `setClock` sets the workspace's clock
// (UTC milliseconds): each order is placed and moved on its own day. Returns how many there are.
Result<std::int64_t> placeDemoOrders(Workspace &workspace, const Snapshot &snapshot, Day begin, Day asOf,
                                     const std::function<void(std::int64_t)> &setClock);

} // namespace dimsum
