#include "domain/deals.h"

namespace dimsum
{

bool dealExists(const OpportunityColumns &deals, std::size_t deal, Day asOf)
{
    return deals.created[deal] <= asOf;
}

bool dealWon(const OpportunityColumns &deals, std::size_t deal, Day asOf)
{
    return dealExists(deals, deal, asOf) && deals.status[deal] == DealStatus::won &&
           deals.closed[deal].known() && deals.closed[deal] <= asOf;
}

bool dealOpen(const OpportunityColumns &deals, std::size_t deal, Day asOf)
{
    if (!dealExists(deals, deal, asOf))
        return false;
    return deals.status[deal] == DealStatus::open ||
           (deals.closed[deal].known() && deals.closed[deal] > asOf);
}

DealFlags dealFlags(const OpportunityColumns &deals, std::size_t accounts, Day asOf)
{
    DealFlags flags;
    flags.customer.assign(accounts, 0);
    flags.openDeal.assign(accounts, 0);
    for (std::size_t deal = 0; deal < deals.size(); ++deal) {
        const std::size_t account = deals.account[deal];
        flags.anyDeal = flags.anyDeal || dealExists(deals, deal, asOf);
        if (dealWon(deals, deal, asOf))
            flags.customer[account] = 1;
        if (dealOpen(deals, deal, asOf))
            flags.openDeal[account] = 1;
    }
    return flags;
}

} // namespace dimsum
