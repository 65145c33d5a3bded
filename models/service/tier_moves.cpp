#include "service/tier_moves.h"

#include "service/snapshot.h"

namespace dimsum {

std::vector<TierMove> tierMoves(const TierComparison &comparison)
{
    const TierProposal &proposal = *comparison.proposal;
    std::vector<TierMove> moves;
    if (!proposal.defined)
        return moves;
    std::vector<std::uint32_t> moving;
    for (std::uint32_t row = 0; row < comparison.accounts->size(); ++row)
        if (proposal.pin[row] < 0 && proposal.withPin(row, comparison.pins) != comparison.inForce[row])
            moving.push_back(row);
    moves.reserve(moving.size());
    for (const std::uint32_t row : rowsByPriority(*comparison.accounts, proposal.priority, std::move(moving))) {
        moves.push_back({.account = comparison.accounts->id[row],
                         .from = comparison.inForce[row],
                         .to = proposal.withPin(row, comparison.pins),
                         .first = comparison.everApplied[row] == 0,
                         .rule = ruleName(row, proposal, *comparison.policy),
                         .reasons = reasonsOf(row, *comparison.accounts, *comparison.icp, *comparison.scores,
                                              *comparison.policy, proposal, comparison.currency)});
    }
    return moves;
}

std::string ruleName(std::size_t row, const TierProposal &proposal, const TierPolicy &policy)
{
    if (!proposal.defined)
        return {};
    if (proposal.pin[row] >= 0)
        return "pin";
    const std::int16_t rule = proposal.rule[row];
    return rule == TierProposal::noRule ? std::string() : policy.rules[static_cast<std::size_t>(rule)].name;
}

TieringPreview previewWith(const Snapshot &snapshot, const TierPolicy &draft, const AccountScores &scores)
{
    TieringPreview preview;
    preview.proposal = proposeTiers(snapshot.accounts, scores, draft, snapshot.pins, snapshot.asOf);
    preview.matches.assign(draft.rules.size(), 0);
    preview.tiers.assign(snapshot.size(), Tier::none);
    if (preview.proposal.defined) {
        for (std::size_t row = 0; row < snapshot.size(); ++row) {
            preview.tiers[row] = preview.proposal.withPin(row, snapshot.pins);
            if (preview.proposal.rule[row] != TierProposal::noRule)
                ++preview.matches[static_cast<std::size_t>(preview.proposal.rule[row])];
        }
    }
    for (const Tier tier : preview.tiers)
        ++preview.counts[tierIndex(tier)];
    preview.moves = tierMoves({.accounts = &snapshot.accounts,
                               .icp = &snapshot.icp,
                               .policy = &draft,
                               .scores = &scores,
                               .proposal = &preview.proposal,
                               .pins = snapshot.pins,
                               .inForce = snapshot.tiers,
                               .everApplied = snapshot.applied,
                               .currency = snapshot.settings.currency});
    return preview;
}

} // namespace dimsum
