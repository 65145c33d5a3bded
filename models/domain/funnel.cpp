#include "domain/funnel.h"

namespace dimsum
{

namespace
{

void count(FunnelCount &into, Money acv)
{
    ++into.accounts;
    if (acv.known())
        into.acv += acv;
}

} // namespace

Funnel funnelOf(const AccountFrame &accounts, const AccountScores &scores, const TierPolicy &policy,
                const TierProposal &proposal, std::span<const TierPin> pins,
                std::span<const std::uint8_t> holdOut)
{
    Funnel funnel;
    funnel.defined = proposal.defined;
    const double high = highFit(policy);
    for (std::size_t row = 0; row < accounts.size(); ++row) {
        const Money acv = accounts.acv[row];
        count(funnel.tam, acv);
        if (!funnel.defined)
            continue;
        const bool out = scores.fit->disqualified(row);
        const bool fits = !out && scores.fit->fit[row] + 1e-9 >= high;
        count(out ? funnel.disqualified : fits ? funnel.icp : funnel.belowFit, acv);
        // A hold-out is out of the program whatever it matches; it leaves the funnel where it would have
        // entered.
        if (!holdOut.empty() && holdOut[row] != 0) {
            if (fits)
                count(funnel.holdOuts, acv);
            count(funnel.tiers[tierIndex(Tier::none)], acv);
            continue;
        }
        const bool matches = proposal.rule[row] != TierProposal::noRule;
        if (matches)
            count(funnel.inProgram, acv);
        if (matches && !fits)
            count(funnel.belowIcpButMatched, acv);
        if (fits && !matches) {
            const bool customer = policy.excludeCustomers && scores.deals.customer[row] != 0;
            const bool open = policy.excludeOpenDeals && scores.deals.openDeal[row] != 0;
            count(customer ? funnel.excludedCustomers : open ? funnel.excludedOpenDeals : funnel.noRule, acv);
        }
        const Tier tier = proposal.withPin(row, pins);
        const bool pinned = proposal.pin[row] >= 0;
        count(funnel.tiers[tierIndex(tier)], acv);
        if (pinned && matches && tier == Tier::none)
            count(funnel.pinnedOut, acv);
        if (pinned && !matches && tier != Tier::none)
            count(funnel.pinnedIn, acv);
        if (!pinned && proposal.displaced[row] != 0)
            count(tier == Tier::none ? funnel.displacedOut : funnel.displacedDown, acv);
    }
    return funnel;
}

} // namespace dimsum
