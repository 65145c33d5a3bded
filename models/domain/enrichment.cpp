#include "domain/enrichment.h"

#include <algorithm>

namespace dimsum
{

namespace
{

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

UnknownFields::UnknownFields(const AccountFrame &accounts, const Icp &icp, const Currency &currency)
    : m_acv(accounts.acv), m_answers(accounts, icp, currency)
{
    for (const Criterion &criterion : icp.criteria)
        m_names.push_back(criterionFieldName(criterion));
}

std::vector<std::string> UnknownFields::of(std::size_t row) const
{
    std::vector<std::string> fields;
    const auto add = [&fields](std::string_view field) {
        if (std::find(fields.begin(), fields.end(), field) == fields.end())
            fields.emplace_back(field);
    };
    for (std::size_t c = 0; c < m_names.size(); ++c)
        if (m_answers.at(c, row) == Answer::unknown)
            add(m_names[c]);
    if (!m_acv[row].known())
        add(fieldName(IcpField::acv));
    return fields;
}

std::vector<EnrichmentItem> enrichmentList(const AccountFrame &accounts, const AccountScores &scores, const TierPolicy &policy,
                                           const TierProposal &proposal, std::span<const std::uint32_t> order)
{
    std::vector<EnrichmentItem> list;
    if (!proposal.defined)
        return list;
    const FitColumns &fit = *scores.fit;
    const RuleMatcher matcher(policy);
    std::size_t count = 0;
    std::vector<std::uint8_t> listed(accounts.size(), 0);
    std::vector<Tier> ifKnown(accounts.size(), Tier::none); // of those listed
    for (std::uint32_t row = 0; row < accounts.size(); ++row) {
        const bool mustHaveUnknown = fit.unknownMustHave[row] != 0;
        if (accounts.acv[row].known() && fit.fit[row] == fit.fitMax[row] && !mustHaveUnknown)
            continue; // nothing that could be known changes what the rules ask
        AccountFacts facts = factsOf(row, accounts, scores, policy);
        facts.fit = facts.fitMax; // every unknown a yes
        facts.acvPassesAll = true;
        if (const std::int16_t rule = matcher.match(facts); rule != TierProposal::noRule)
            ifKnown[row] = policy.rules[static_cast<std::size_t>(rule)].tier;
        const Tier tier = proposal.computed[row];
        listed[row] = ifKnown[row] != tier || (tier != Tier::none && mustHaveUnknown) ? 1 : 0;
        count += listed[row];
    }
    list.reserve(count);
    for (const std::uint32_t row : order)
        if (listed[row])
            list.push_back({row, proposal.computed[row], ifKnown[row]});
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
