#include "service/tier_moves.h"

#include "domain/all_cores.h"
#include "domain/large_memory.h"
#include "domain/tier_depth.h"
#include "service/snapshot.h"

#include <algorithm>
#include <mutex>
#include <numeric>
#include <span>

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

TieringPreview previewWith(const Snapshot &snapshot, const TierPolicy &draft, std::shared_ptr<const AccountScores> scores, TieringPreview reused)
{
    const AccountScores &scored = scores ? *scores : snapshot.scores;
    TieringPreview preview = std::move(reused);
    preview.counts = {};
    preview.moving.clear();
    preview.picture = {};
    preview.events = {};
    preview.proposal = proposeTiers(snapshot.accounts, snapshot.world->acvOrder, scored, draft, snapshot.pins, snapshot.asOf,
                                    std::move(preview.proposal));
    preview.policy = draft;
    preview.scores = std::move(scores); // `scored` is kept by it
    preview.matches.assign(draft.rules.size(), 0);
    const TierProposal &proposal = preview.proposal;
    if (!proposal.defined) {
        preview.tiers.assign(snapshot.size(), Tier::none);
        preview.counts[tierIndex(Tier::none)] = static_cast<std::int64_t>(snapshot.size());
        return preview;
    }
    resizeLarge(preview.tiers, snapshot.size());
    // Counted in parts of their own, put together in the order of the rows.
    struct Part {
        std::size_t begin = 0;
        std::array<std::int64_t, 4> counts{};
        std::vector<std::int64_t> matches;
        std::vector<std::uint32_t> moving;
        TierPicture picture;
    };
    std::vector<Part> parts;
    std::mutex guard;
    inAllCores(snapshot.size(), [&, high = highFit(draft)](std::size_t begin, std::size_t end) {
        Part part{.begin = begin, .matches = std::vector<std::int64_t>(draft.rules.size() + 1, 0), .moving = {}, .picture = {}};
        TierPicture &picture = part.picture;
        const std::span<const std::uint8_t> acvClass = snapshot.ground.acvClass;
        for (std::size_t row = begin; row < end; ++row) {
            const Tier tier = proposal.withPin(row, snapshot.pins);
            preview.tiers[row] = tier;
            ++part.counts[tierIndex(tier)];
            ++part.matches[static_cast<std::size_t>(proposal.rule[row] + 1)];
            picture.fallen[tierIndex(proposal.computed[row])] += proposal.displaced[row];
            const bool fits = scored.fit.fit[row] + 1e-9 >= high && !scored.fit.disqualified(row);
            picture.acv[tierIndex(tier)][acvClass[row]] += fits;
            if (tier != snapshot.tiers[row] && proposal.pin[row] < 0) {
                part.moving.push_back(static_cast<std::uint32_t>(row));
                const bool up = tierDepth(tier) < tierDepth(snapshot.tiers[row]);
                picture.up += up;
                picture.down += !up;
                picture.byCapacity += proposal.displaced[row];
                picture.openOrders += snapshot.orderSummaries[row].open;
            }
        }
        for (const auto &classes : picture.acv) {
            picture.fitting += std::accumulate(classes.begin(), classes.end(), std::int64_t{0});
            picture.withoutAcv += classes[TierGround::noAcv];
        }
        const std::scoped_lock lock(guard);
        parts.push_back(std::move(part));
    });
    std::sort(parts.begin(), parts.end(), [](const Part &a, const Part &b) { return a.begin < b.begin; });
    for (const Part &part : parts) {
        for (std::size_t tier = 0; tier < part.counts.size(); ++tier)
            preview.counts[tier] += part.counts[tier];
        for (std::size_t rule = 0; rule < draft.rules.size(); ++rule)
            preview.matches[rule] += part.matches[rule + 1];
        preview.moving.insert(preview.moving.end(), part.moving.begin(), part.moving.end());
        preview.picture += part.picture;
    }
    return preview;
}

std::vector<Reason> TieringPreview::reasons(std::uint32_t row, const Snapshot &snapshot) const
{
    return reasonsOf(row, snapshot.accounts, snapshot.icp, scores ? *scores : snapshot.scores, policy, proposal, snapshot.settings.currency);
}

} // namespace dimsum
