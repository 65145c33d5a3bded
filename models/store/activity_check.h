// Whether the packed activities of a workspace make sense: what SQL cannot look into.
#pragma once

#include "domain/error.h"
#include "store/database.h"

#include <string>
#include <vector>

namespace dimsum {

// What is wrong in one way: `sentence` with a set of arguments for each place.
struct ActivityFindings {
    const char *sentence;
    std::vector<std::vector<std::string>> places = {};
};

// Reads every activity once. Ways in which nothing is wrong are there without places.
Result<std::vector<ActivityFindings>> checkActivities(Database &database);

} // namespace dimsum
