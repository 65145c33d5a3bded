// The two ways in which activities come in; makeActivityImporter() chooses.
#pragma once

#include "service/import_session.h"

#include <memory>

namespace dimsum {

// For a workspace without activities: see import_first_activities.cpp.
std::unique_ptr<KindImporter> makeFirstActivities(ImportSession &session);

} // namespace dimsum
