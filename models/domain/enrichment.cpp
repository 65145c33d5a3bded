#include "domain/enrichment.h"

#include <algorithm>

namespace dimsum
{

namespace
{

std::vector<std::string> unknownFields(std::size_t row, const AccountFrame &accounts, const Icp &icp,
                                       const IcpAnswers &answers)
{
    std::vector<std::string> fields;
    const auto add = [&fields](std::string field) {
        if (std::find(fields.begin(), fields.end(), field) == fields.end())
            fields.push_back(std::move(field));
    };
    for (std::size_t c = 0; c < icp.criteria.size(); ++c) {
        if (answers.at(c, row) == Answer::unknown)
            add(criterionFieldName(icp.criteria[c]));
    }
    if (!accounts.acv[row].known())
        add(std::string(fieldName(IcpField::acv)));
    return fields;
}

FieldCoverage coverageOf(std::string field, const FieldSource &source, std::size_t accounts)
{
    FieldCoverage coverage{std::move(field), 0, static_cast<std::int64_t>(accounts)};
    if (source.field != nullptr)
        coverage.known = std::ssize(source.field->codes) -
                         std::count(source.field->codes.begin(), source.field->codes.end(), 0U);
    if (source.money != nullptr)
        coverage.known = std::count_if(source.money->begin(), source.money->end(),
                                       [](Money amount) { return amount.known(); });
    return coverage;
}

} // namespace

std::vector<EnrichmentItem> enrichmentList(const AccountFrame &accounts, const Icp &icp,
                                           const AccountScores &scores, const TierPolicy &policy,
                                           const TierProposal &proposal, const Currency &currency)
{
    std::vector<EnrichmentItem> list;
    if (!proposal.defined)
        return list;
    const IcpAnswers answers(accounts, icp, currency);
    const RuleMatcher matcher(policy);
    std::vector<std::uint32_t> rows;
    std::vector<Tier> ifKnownTiers;
    ifKnownTiers.reserve(accounts.size());
    for (std::uint32_t row = 0; row < accounts.size(); ++row) {
        AccountFacts facts = factsOf(row, accounts, scores, policy);
        const Tier tier = proposal.computed[row];
        const bool unsureInTier = tier != Tier::none && scores.fit->unknownMustHave[row] != 0;
        facts.fit = facts.fitMax; // every unknown a yes
        facts.acvPassesAll = true;
        const std::int16_t rule = matcher.match(facts);
        const Tier ifKnown =
            rule == TierProposal::noRule ? Tier::none : policy.rules[static_cast<std::size_t>(rule)].tier;
        ifKnownTiers.push_back(ifKnown);
        if (ifKnown != tier || unsureInTier)
            rows.push_back(row);
    }
    list.reserve(rows.size());
    for (const std::uint32_t row : rowsByPriority(accounts, proposal.priority, std::move(rows)))
        list.push_back({row, proposal.computed[row], ifKnownTiers[row], unknownFields(row, accounts, icp, answers)});
    return list;
}

std::vector<FieldCoverage> fieldCoverage(const AccountFrame &accounts)
{
    std::vector<FieldCoverage> coverage;
    for (const IcpField field : namedFields)
        coverage.push_back(
            coverageOf(std::string(fieldName(field)), fieldSource(accounts, field), accounts.size()));
    for (const CustomColumn &custom : accounts.custom)
        coverage.push_back(coverageOf(custom.label, {&custom.column, nullptr}, accounts.size()));
    return coverage;
}

} // namespace dimsum
