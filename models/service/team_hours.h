// How many hours a week each team has for marketing task orders: what the work by week is measured against. A planning
// figure that people set; it keeps nobody from ordering (places and envelopes do). Kept in the workspace, undoable.
#pragma once

#include "domain/error.h"
#include "service/workspace.h"

#include <map>
#include <optional>
#include <string>

namespace dimsum {

using TeamHours = std::map<std::string, double, std::less<>>; // by team as the plays name it

Result<TeamHours> teamHours(Workspace &workspace);
// None takes the figure away. Errors: invalid (not 0 to 10,000), usage (nobody in `by`).
Outcome setTeamHours(Workspace &workspace, const std::string &team, std::optional<double> hours, std::string by);

} // namespace dimsum
