// Which unknown fields are worth filling in, and how well filled the columns are (domain.md section 3).
#pragma once

#include "domain/tiering.h"

#include <cstdint>
#include <string>
#include <vector>

namespace dimsum
{

struct EnrichmentItem {
    std::uint32_t account = 0; // row
    Tier tier = Tier::none;    // before capacity and pins
    Tier tierIfKnown =
        Tier::none; // likewise, were every unknown field a yes and an unknown ACV passed every test
    std::vector<std::string>
        fields; // to fill: in criteria order, then acv; canonical names or custom headers
};

// By priority, highest first. Empty without an ICP.
std::vector<EnrichmentItem> enrichmentList(const AccountFrame &accounts, const Icp &icp,
                                           const AccountScores &scores, const TierPolicy &policy,
                                           const TierProposal &proposal, const Currency &currency);

struct FieldCoverage {
    std::string field; // canonical name or custom header
    std::int64_t known = 0;
    std::int64_t accounts = 0;
};

// One entry per field that a criterion can name: the named ones in column order, then custom ones.
std::vector<FieldCoverage> fieldCoverage(const AccountFrame &accounts);

} // namespace dimsum
