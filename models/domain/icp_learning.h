// "Learn the ICP from best customers" (domain.md section 3, S5): which field values the best customers have
// more often than the whole TAM, with intervals and corrected p values. Suggests; never adopts.
#pragma once

#include "domain/account_frame.h"
#include "domain/event_columns.h"
#include "domain/icp.h"
#include "domain/statistics.h"

#include <cstdint>
#include <vector>

namespace dimsum
{

struct BestCustomerRules {
    int won = 2;         // won deals needed, >= 1 ...
    int daysApart = 180; // ... whose close dates lie at least so many days from each other

    friend bool operator==(const BestCustomerRules &, const BestCustomerRules &) = default;
};

struct BestCustomers {
    std::vector<std::uint32_t> rows; // account rows, ascending
    std::int64_t customers =
        0;                   // the receipt counts both ways: accounts with enough won deals, however close,
    std::int64_t spaced = 0; // and those of them whose deals are far enough apart (= rows.size())
};
BestCustomers bestCustomers(const OpportunityColumns &deals, std::size_t accounts,
                            const BestCustomerRules &rules, Day asOf);

// A criterion and the figures behind it. Shares are over accounts where the field is known, best included in
// TAM.
struct SuggestedCriterion {
    Criterion criterion;
    double lift = 0;
    Interval wilson; // of the share among the best
    std::int64_t bestMatch = 0, bestKnown = 0;
    std::int64_t tamMatch = 0, tamKnown = 0;
    double p = 1; // Fisher, best against the rest
    double q = 1; // Benjamini-Hochberg over everything tested
};

struct IcpSuggestions {
    BestCustomers best;
    std::vector<SuggestedCriterion> suggestions; // highest lift first
    std::vector<SuggestedCriterion> tested; // everything tested, suggestions included, highest lift first
};

// Suggests where lift >= 1.2, at least 5 best customers match and q <= 0.05.
IcpSuggestions learnIcp(const AccountFrame &accounts, const BestCustomers &best, const Currency &currency);

} // namespace dimsum
