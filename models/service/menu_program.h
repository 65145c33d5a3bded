// The menu in force together with its program as stored: what every step of ordering starts from.
#pragma once

#include "domain/menu.h"
#include "service/workspace.h"
#include "store/program_store.h"

#include <cstdint>
#include <memory>

namespace dimsum {

struct MenuInForce {
    std::shared_ptr<const Menu> menu;
    std::int64_t version = 0;
    std::int64_t changedAt = 0; // UTC milliseconds
    std::string changedBy;
    StoredProgram program;
};

// Errors: damaged (no menu, or its program is missing), storage.
Result<MenuInForce> menuInForce(Workspace &workspace);

// The menu of an earlier version; orders keep to the one that they were placed from.
Result<Menu> menuOfVersion(Workspace &workspace, std::int64_t version);

} // namespace dimsum
