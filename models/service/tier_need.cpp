#include "service/tier_need.h"

#include "service/snapshot.h"

#include <algorithm>
#include <map>
#include <vector>

namespace dimsum {

std::array<std::optional<Money>, 4> medianOrdered(std::span<const OrderRow> orders)
{
    std::array<std::map<AccountId, std::int64_t>, 4> perAccount; // by tier
    for (const OrderRow &order : orders)
        if (order.tier >= 1 && order.tier <= 3 && takesPlace(order.standing.state))
            perAccount[static_cast<std::size_t>(order.tier)][order.account] += order.price.minor;
    std::array<std::optional<Money>, 4> medians;
    for (std::size_t tier = 1; tier <= 3; ++tier) {
        std::vector<std::int64_t> sums;
        for (const auto &[account, sum] : perAccount[tier])
            sums.push_back(sum);
        if (sums.empty())
            continue;
        const auto middle = sums.begin() + static_cast<std::ptrdiff_t>(sums.size() / 2);
        std::nth_element(sums.begin(), middle, sums.end());
        medians[tier] = Money{*middle};
    }
    return medians;
}

TierNeed tierNeed(const Snapshot &snapshot, int tier, std::int64_t accounts)
{
    TierNeed need;
    for (const Envelope &envelope : snapshot.menu.menu.envelopes) {
        if (envelope.scope.kind != EnvelopeScope::Kind::tier || envelope.scope.tier != tier)
            continue;
        need.limited = true;
        need.limit = envelope.limit;
        if (const auto used = snapshot.menu.envelopes.find(envelope.code); used != snapshot.menu.envelopes.end())
            need.spent = used->second.total();
        break;
    }
    if (const auto each = snapshot.ground.ordered[static_cast<std::size_t>(tier)]) {
        need.known = true;
        need.each = *each;
        need.needed = Money{each->minor * accounts};
    }
    return need;
}

} // namespace dimsum
