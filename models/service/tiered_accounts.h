// All accounts with the tier in force on a day and why: what every file that names tiers is made from.
#pragma once

#include "domain/account_frame.h"
#include "domain/account_rows.h"
#include "domain/day.h"
#include "domain/error.h"
#include "domain/tier.h"
#include "service/workspace.h"

#include <optional>
#include <string>
#include <vector>

namespace dimsum {

struct TierLine {
    std::optional<Tier> tier; // none without an ICP where nothing was applied or pinned either
    std::string rule, reasons;
    Day pinnedUntil = unknownDay;
};

struct TieredAccounts {
    AccountFrame accounts;
    AccountRows rowOf;
    std::vector<TierLine> tiers; // by row
};

// A pin that lasts on `day` goes before what was applied. Errors: storage.
Result<TieredAccounts> tieredAccounts(Workspace &workspace, Day day);

} // namespace dimsum
