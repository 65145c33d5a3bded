// Drawing a hold-out: some accounts of a program get no menu, so that its worth can be told (domain.md section 11).
// Free functions over an open workspace, on its thread.
#pragma once

#include "domain/error.h"
#include "service/workspace.h"

#include <cstdint>
#include <optional>
#include <string>

namespace dimsum {

struct HoldOutPlan {
    std::int64_t accounts = 0;  // that may be drawn from: of the program, without an order in it
    std::int64_t ordered = 0;   // of the program, left out because they have an order already
    std::int64_t heldOut = 0;   // are hold-outs already
    std::int64_t toDraw = 0;
    // Of the accounts: the share that had a deal won in as many days as the program has, before it starts.
    std::optional<double> wonBefore;
    std::optional<double> smallestVisible; // difference of that share that the draw could prove (0..1)
};

// What a draw of this share (0..1) would do. A program without accounts takes those in a tier. Errors: storage.
Result<HoldOutPlan> holdOutPlan(Workspace &workspace, double share);

// Draws, the same share of every tier in force. One step of undo; seeded by the program, so that drawing again after an
// undo gives the same accounts: nobody can draw until the draw is to their liking. Returns how many were drawn. Errors:
// invalid (share not within 0 to 0.5), refused (the program is closed, or nobody is left to draw), usage (nobody in `by`).
Result<std::int64_t> drawHoldOut(Workspace &workspace, double share, std::string by);

} // namespace dimsum
