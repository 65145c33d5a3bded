// The priority of an account as the receipt that stands in its dock: four factors that add up, then the
// rule's tests.
#pragma once

#include "domain/reason.h"
#include "ui/accounts/shown_account.h"
#include "ui/common/receipt_view.h"

#include <vector>

namespace dimsum
{

Receipt scoreReceipt(const ShownAccount &shown);

// The reasons of the computed tier, also for an account whose tier is pinned.
std::vector<Reason> computedReasons(const ShownAccount &shown);
// "Rule: just right"; "Computed tier: Tier 2, too big (rule: too big)" beside a pin; "No rule holds".
QString ruleTitle(const ShownAccount &shown);
// What stands beside the rule: the pin with its end and reason, or the move that applying would make; may be
// empty.
QString tierNote(const ShownAccount &shown);

} // namespace dimsum
