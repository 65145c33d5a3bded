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

TieringPreview previewWith(const Snapshot &snapshot, const TierPolicy &draft, std::shared_ptr<const AccountScores> scores)
{
    TieringPreview preview;
    preview.proposal = proposeTiers(snapshot.accounts, scores ? *scores : snapshot.scores, draft, snapshot.pins, snapshot.asOf);
    preview.policy = draft;
    preview.scores = std::move(scores);
    preview.matches.assign(draft.rules.size(), 0);
    preview.tiers.assign(snapshot.size(), Tier::none);
    const TierProposal &proposal = preview.proposal;
    if (!proposal.defined) {
        preview.counts[tierIndex(Tier::none)] = static_cast<std::int64_t>(snapshot.size());
        return preview;
    }
    for (std::uint32_t row = 0; row < snapshot.size(); ++row) {
        const Tier tier = proposal.withPin(row, snapshot.pins);
        preview.tiers[row] = tier;
        ++preview.counts[tierIndex(tier)];
        if (proposal.rule[row] != TierProposal::noRule)
            ++preview.matches[static_cast<std::size_t>(proposal.rule[row])];
        if (tier != snapshot.tiers[row] && proposal.pin[row] < 0)
            preview.moving.push_back(row);
    }
    return preview;
}

std::vector<Reason> TieringPreview::reasons(std::uint32_t row, const Snapshot &snapshot) const
{
    return reasonsOf(row, snapshot.accounts, snapshot.icp, scores ? *scores : snapshot.scores, policy, proposal, snapshot.settings.currency);
}

} // namespace dimsum
