#include "service/tiered_accounts.h"

#include "domain/reason.h"
#include "service/icp_service.h"
#include "store/account_store.h"
#include "store/tiering_store.h"

namespace dimsum {

Result<TieredAccounts> tieredAccounts(Workspace &workspace, Day day)
{
    auto accounts = AccountStore(workspace.database()).load();
    if (!accounts)
        return accounts.error();
    const auto icp = icpState(workspace);
    if (!icp)
        return icp.error();
    TieringStore store(workspace.database());
    const auto applied = store.applied();
    if (!applied)
        return applied.error();
    const auto pins = store.pins();
    if (!pins)
        return pins.error();

    TieredAccounts found{.accounts = std::move(*accounts), .rowOf = {}, .tiers = {}};
    found.rowOf = AccountRows(found.accounts.id);
    TierLine untouched;
    if (icp->icp.defined())
        untouched.tier = Tier::none;
    found.tiers.assign(found.accounts.size(), untouched);
    for (const AppliedTier &tier : *applied) {
        if (const auto row = found.rowOf.of(tier.account))
            found.tiers[*row] = {static_cast<Tier>(tier.tier), tier.rule, tier.reasons};
    }
    for (const StoredPin &pin : *pins) {
        const auto row = found.rowOf.of(pin.account);
        if (!row || pin.until < day)
            continue;
        const Reason reason{.code = ReasonCode::pin, .day = pin.until};
        found.tiers[*row] = {static_cast<Tier>(pin.tier), "pin", reasonText(reason), pin.until};
    }
    return found;
}

} // namespace dimsum
