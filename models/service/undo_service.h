// Undo and redo over every change a person made, across restarts, imports included (architecture.md section 3).
// Free functions over an open workspace, on its thread.
#pragma once

#include "domain/error.h"
#include "domain/progress.h"
#include "service/workspace.h"

#include <string>

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

// Takes the newest change back, in the name of `by`. Returns the step that was undone. Errors: notFound (nothing to
// undo), conflict (the same rows were changed since, by another process too: nothing happens), refused (an import that
// later data depend on, an order whose budget or place has gone to others), usage (nobody named).
// A move of orders is countered: the order stands as before and its audit log has one line more. A slip that was placed
// is cancelled and becomes the draft of its account again, unless another one was begun.
Result<UndoStep> undo(Workspace &workspace, const std::string &by, const Progress &progress = {});
// Does the newest undone change again; a new change empties the list of these. Imports cannot be redone.
Result<UndoStep> redo(Workspace &workspace, const std::string &by, const Progress &progress = {});

} // namespace dimsum
