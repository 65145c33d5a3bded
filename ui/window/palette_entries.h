// The accounts and plays of a workspace as the command palette finds them.
#pragma once

#include "service/snapshot.h"
#include "ui/commands/palette_model.h"
#include "ui/navigation.h"

#include <vector>

namespace dimsum {

// `navigation` outlives the entries.
std::vector<PaletteEntry> paletteEntries(const Snapshot &snapshot, Navigation &navigation);

} // namespace dimsum
