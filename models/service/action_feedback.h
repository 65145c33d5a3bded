// What people say of next best actions, and what follows from it (domain/next_action.h): an action that was called wrong
// rests, a signal that is called wrong too often stands back.
#pragma once

#include "domain/account_rows.h"
#include "domain/next_action.h"
#include "service/workspace.h"

#include <array>
#include <string>
#include <vector>

namespace dimsum {

struct ActionFeedback {
    std::vector<std::uint16_t> wrong; // by row: see ActionInputs; empty where nobody called anything wrong
    std::array<SignalRecord, actionKinds> records{};
};

// Verdicts given up to `asOf` for dates up to it. Errors: storage.
Result<ActionFeedback> actionFeedback(Workspace &workspace, const AccountRows &rowOf, Day asOf);

// One step of undo. Errors: usage (nobody in `by`), storage.
Outcome judgeAction(Workspace &workspace, AccountId account, ActionKind kind, bool useful, Day asOf, const std::string &by);

} // namespace dimsum
