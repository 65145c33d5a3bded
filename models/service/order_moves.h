// Moves of orders as one transaction and one step of undo.
#pragma once

#include "domain/error.h"
#include "service/ordering_service.h"
#include "service/recorded_change.h"
#include "service/workspace.h"

#include <span>
#include <vector>

namespace dimsum {

// All or none, in this order; errors are those of moveOrder. A single order is named by its number in the label.
Result<std::vector<OrderRow>> moveTogether(Workspace &workspace, std::span<const MoveRequest> requests, ChangeLabel label);

} // namespace dimsum
