// What the opportunities say about an account on a day (domain.md section 2 "Opportunities").
#pragma once

#include "domain/event_columns.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace dimsum
{

// Deals created after `asOf` do not exist yet. An open deal's expected close date is never looked at.
bool dealExists(const OpportunityColumns &deals, std::size_t deal, Day asOf);
// Won, and closed on or before `asOf`.
bool dealWon(const OpportunityColumns &deals, std::size_t deal, Day asOf);
// Open, or closed after `asOf`.
bool dealOpen(const OpportunityColumns &deals, std::size_t deal, Day asOf);

// One entry per account, 0 or 1.
struct DealFlags {
    std::vector<std::uint8_t> customer; // a won deal closed by the day
    std::vector<std::uint8_t> openDeal; // a deal open on the day
    bool anyDeal = false;               // some deal of the workspace exists on the day
};
DealFlags dealFlags(const OpportunityColumns &deals, std::size_t accounts, Day asOf);

} // namespace dimsum
