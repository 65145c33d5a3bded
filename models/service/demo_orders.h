// The orders of the sample workspace: about sixty in every state that an order can have.
#pragma once

#include "domain/error.h"
#include "service/snapshot.h"
#include "service/workspace.h"

#include <cstdint>
#include <functional>
#include <string_view>

namespace dimsum {

// The sample workspace's marketer: who imports, approves and delivers.
inline constexpr std::string_view demoMarketer = "Grace Kim";

// Orders placed from `first` to `last` for the accounts of a snapshot, and what became of each until `asOf`.
struct DemoWave {
    Day first, last;
    Day asOf;
    int orders = 0;       // about so many; a play that is sold out is not ordered
    std::uint64_t seed = 1;
};

// `setClock` sets the workspace's clock (UTC milliseconds): each order is placed and moved on its own day. Returns how
// many were placed.
Result<std::int64_t> placeDemoOrders(Workspace &workspace, const Snapshot &snapshot, const DemoWave &wave,
                                     const std::function<void(std::int64_t)> &setClock);
// Keeps three slips that are ticked and not placed yet.
Outcome keepDemoDrafts(Workspace &workspace, const Snapshot &snapshot);

} // namespace dimsum
