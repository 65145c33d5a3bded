// Which unknown fields are worth filling in, and how well filled the columns are (domain.md section 3).
#pragma once

#include "domain/fit.h"
#include "domain/tiering.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace dimsum
{

struct EnrichmentItem {
    std::uint32_t account = 0;     // row
    Tier tier = Tier::none;        // before capacity and pins
    Tier tierIfKnown = Tier::none; // likewise, were every unknown field a yes and an unknown ACV passed every test
};

// By priority, highest first. Empty without an ICP. `order`: rowsByPriority() of all accounts.
std::vector<EnrichmentItem> enrichmentList(const AccountFrame &accounts, const AccountScores &scores, const TierPolicy &policy,
                                           const TierProposal &proposal, std::span<const std::uint32_t> order);

// The fields of an account that are to be filled. Apart from the list, which may have a hundred thousand accounts of which
// somebody reads a few. Refers to the frame, which must outlive it; any thread.
class UnknownFields
{
public:
    UnknownFields(const AccountFrame &accounts, const Icp &icp, const Currency &currency);

    // In criteria order, then acv; canonical names or custom headers.
    std::vector<std::string> of(std::size_t row) const;

private:
    const MoneyColumn &m_acv;
    IcpAnswers m_answers;
    std::vector<std::string> m_names; // of the criteria's fields
};

struct FieldCoverage {
    std::string field; // canonical name or custom header
    std::int64_t known = 0;
    std::int64_t accounts = 0;
};

// One entry per field that a criterion can name: the named ones in column order, then custom ones.
std::vector<FieldCoverage> fieldCoverage(const AccountFrame &accounts);

} // namespace dimsum
