// Undo and redo over every change a person made, across restarts, imports included (architecture.md section 3).
// Free functions over an open workspace, on its thread.
#pragma once

#include "domain/error.h"
#include "domain/progress.h"
#include "service/workspace.h"

#include <QString>

namespace dimsum {

// What the Edit menu shows. Labels are codes with an argument; the window words them.
struct UndoStep {
    std::string action = {};   // "edit_account", "import", "apply_tiers", ... ; empty: nothing to undo
    std::string argument = {}; // what it was done to: a domain, a file, an order
    std::int64_t instant = 0;  // UTC milliseconds
    std::string by = {};

    bool available() const { return !action.empty(); }
};

struct UndoState {
    UndoStep undo;
    UndoStep redo;
};

Result<UndoState> undoState(Workspace &workspace);

// Takes the newest change back. Returns the step that was undone. Errors: notFound (nothing to undo), conflict
// (the same rows were changed since, by another process too: nothing happens), refused (an import that later data
// depend on).
Result<UndoStep> undo(Workspace &workspace, const Progress &progress = {});
// Does the newest undone change again; a new change empties the list of these. Imports cannot be redone.
Result<UndoStep> redo(Workspace &workspace, const Progress &progress = {});

} // namespace dimsum
