// Whether a workspace is whole: the file, its references, and the invariants of domain.md sections 6 and 7. A file that
// somebody edited with another program is found out here. Changes nothing.
#pragma once

#include "domain/error.h"
#include "domain/progress.h"
#include "store/database.h"

#include <cstdint>
#include <string>
#include <vector>

namespace dimsum {

struct IntegrityReport {
    std::vector<Error> findings; // empty: all is well; at most 20 of one kind, the last one counts the rest
    std::int64_t checks = 0;     // how many rules were tried
};

// An error only where the check itself could not run.
Result<IntegrityReport> checkIntegrity(Database &database, const Progress &progress = {});

// 64-bit hash, as 16 hex digits, over everything that a person entered or imported, ids included; not over derived
// scores, the undo list, import records and revisions. Equal hash = equal content.
Result<std::string> contentHash(Database &database);

} // namespace dimsum
