// Whether a workspace is whole: the file itself, its references, and the invariants of money, capacity, order states
// and history (domain.md sections 6 and 7). `dimsum check` and Tools > Check workspace.
#pragma once

#include "domain/error.h"
#include "domain/progress.h"
#include "service/workspace.h"

#include <vector>

namespace dimsum {

struct CheckReport {
    std::vector<Error> findings; // empty: all is well
    std::int64_t checks = 0;     // how many rules were tried
};

// Changes nothing. An error only where the check itself could not be run.
Result<CheckReport> checkWorkspace(Workspace &workspace, const Progress &progress = {});

} // namespace dimsum
