#include "service/tier_moves.h"

#include "domain/all_cores.h"
#include "domain/large_memory.h"
#include "domain/tier_depth.h"
#include "domain/tier_steps.h"
#include "domain/tolerance.h"
#include "domain/wide_registers.h"
#include "service/snapshot.h"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <numeric>
#include <span>
#include <utility>

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

namespace {

// Counts per tier and rule, from what the proposal has counted already, and the tiers with their pins.
void countAccounts(const Snapshot &snapshot, TieringPreview &preview)
{
    const TierProposal &proposal = preview.proposal;
    preview.counts = {};
    preview.matches.assign(preview.policy.rules.size(), 0);
    preview.picture.fallen = {};
    for (std::size_t rule = 0; rule < proposal.outcomes.size(); ++rule) {
        const RuleOutcome &outcome = proposal.outcomes[rule];
        for (std::size_t tier = 0; tier < preview.counts.size(); ++tier) {
            preview.counts[tier] += outcome.accounts[tier];
            if (rule > 0) {
                preview.matches[rule - 1] += outcome.accounts[tier];
                preview.picture.fallen[tierIndex(preview.policy.rules[rule - 1].tier)] += outcome.displaced[tier];
            }
        }
    }
    std::copy(proposal.proposed.begin(), proposal.proposed.end(), preview.tiers.begin());
    for (const std::uint32_t row : proposal.pinned) {
        const Tier tier = proposal.withPin(row, snapshot.pins);
        --preview.counts[tierIndex(preview.tiers[row])];
        ++preview.counts[tierIndex(tier)];
        preview.tiers[row] = tier;
    }
}

void countOpenOrders(const Snapshot &snapshot, TieringPreview &preview)
{
    preview.picture.openOrders = 0;
    for (const std::uint32_t row : snapshot.ground.withOpenOrders) {
        if (preview.proposal.pin[row] < 0 && preview.tiers[row] != snapshot.tiers[row])
            preview.picture.openOrders += snapshot.orderSummaries[row].open;
    }
}

constexpr std::size_t blockRows = 1024;
constexpr std::size_t acvClasses = TierGround::acvClasses + 1;
constexpr std::uint8_t elsewhere = 4 * acvClasses; // of accounts that do not fit

// Columns of a block of accounts.
struct ComparedBlock {
    const double *fit = nullptr;
    const std::uint16_t *failed = nullptr; // FitColumns::failedMustHave
    const Tier *tiers = nullptr;
    const std::uint8_t *acvClass = nullptr;
};

// Where each account counts: by tier and class of ACV, or elsewhere. In steps of one kind of value each, without branches.
DIMSUM_WIDE void cellsOf(const ComparedBlock &block, std::size_t rows, double high, std::uint8_t *__restrict cells)
{
    const double *__restrict fit = block.fit;
    const std::uint16_t *__restrict failed = block.failed;
    const Tier *__restrict tiers = block.tiers;
    const std::uint8_t *__restrict acvClass = block.acvClass;
    std::array<std::uint8_t, blockRows> fits;
    for (std::size_t i = 0; i < rows; ++i)
        fits[i] = fit[i] + slack >= high ? 0xff : 0;
    for (std::size_t i = 0; i < rows; ++i)
        fits[i] &= failed[i] == FitColumns::noCriterion ? 0xff : 0;
    for (std::size_t i = 0; i < rows; ++i) {
        const auto cell = static_cast<std::uint8_t>(static_cast<std::uint8_t>(tiers[i]) * acvClasses + acvClass[i]);
        cells[i] = static_cast<std::uint8_t>((cell & fits[i]) | (elsewhere & ~fits[i]));
    }
}

// All that move.
void findMoving(const Snapshot &snapshot, TieringPreview &preview)
{
    std::vector<std::pair<std::size_t, std::vector<std::uint32_t>>> parts;
    std::mutex guard;
    inAllCores(snapshot.size(), [&](std::size_t begin, std::size_t end) {
        const Tier *tiers = preview.tiers.data();
        const Tier *before = snapshot.tiers.data();
        std::vector<std::uint32_t> rows;
        std::array<std::uint32_t, blockRows> moved;
        for (std::size_t at = begin; at < end; at += blockRows) {
            std::size_t movers = 0;
            for (std::size_t row = at; row < std::min(at + blockRows, end); ++row) { // picked without a branch: nobody can guess it
                moved[movers] = static_cast<std::uint32_t>(row);
                movers += tiers[row] != before[row];
            }
            rows.insert(rows.end(), moved.begin(), moved.begin() + static_cast<std::ptrdiff_t>(movers));
        }
        const std::scoped_lock lock(guard);
        parts.emplace_back(begin, std::move(rows));
    });
    std::sort(parts.begin(), parts.end());
    preview.moving.clear();
    for (const auto &[begin, rows] : parts)
        preview.moving.insert(preview.moving.end(), rows.begin(), rows.end());
    if (!preview.proposal.pinned.empty()) // they stay where they are
        std::erase_if(preview.moving, [&preview](std::uint32_t row) { return preview.proposal.pin[row] >= 0; });
}

// The fitting accounts by ACV, and which way those go that move.
void compare(const Snapshot &snapshot, const AccountScores &scores, double high, TieringPreview &preview)
{
    std::mutex guard;
    inAllCores(snapshot.size(), [&, high](std::size_t begin, std::size_t end) {
        TierPicture picture;
        std::array<std::uint8_t, blockRows> where{};
        constexpr std::size_t apart = 8; // rows: a counter that was just written cannot be read at once
        std::array<std::array<std::uint32_t, elsewhere + 1>, apart> counted{};
        for (std::size_t at = begin; at < end; at += blockRows) {
            const std::size_t rows = std::min(blockRows, end - at);
            cellsOf({.fit = scores.fit.fit.data() + at,
                     .failed = scores.fit.failedMustHave.data() + at,
                     .tiers = preview.tiers.data() + at,
                     .acvClass = snapshot.ground.acvClass.data() + at},
                    rows, high, where.data());
            std::fill(where.begin() + static_cast<std::ptrdiff_t>(rows), where.end(), elsewhere); // of a last, shorter block
            for (std::size_t i = 0; i < rows; i += apart)
                for (std::size_t next = 0; next < apart; ++next)
                    ++counted[next][where[i + next]];
        }
        for (std::size_t tier = 0; tier < picture.acv.size(); ++tier)
            for (std::size_t at = 0; at < acvClasses; ++at)
                for (const auto &counters : counted)
                    picture.acv[tier][at] += counters[tier * acvClasses + at];
        for (const auto &classes : picture.acv) {
            picture.fitting += std::accumulate(classes.begin(), classes.end(), std::int64_t{0});
            picture.withoutAcv += classes[TierGround::noAcv];
        }
        const std::scoped_lock lock(guard);
        preview.picture += picture;
    });
    inAllCores(preview.moving.size(), [&](std::size_t begin, std::size_t end) {
        TierPicture picture;
        for (const std::uint32_t row : std::span(preview.moving).subspan(begin, end - begin)) {
            const bool up = tierDepth(preview.tiers[row]) < tierDepth(snapshot.tiers[row]);
            picture.up += up;
            picture.down += !up;
            picture.byCapacity += preview.proposal.displaced[row];
        }
        const std::scoped_lock lock(guard);
        preview.picture += picture;
    });
}

// ---- The same beside a preview of which only some accounts differ

bool fits(const AccountScores &scores, std::size_t row, double high)
{
    return scores.fit.fit[row] + slack >= high && !scores.fit.disqualified(row);
}

// Adds what an account brings into the picture of `preview`, or takes it away.
void bring(const Snapshot &snapshot, const AccountScores &scores, double high, const TieringPreview &preview, std::uint32_t row, int by,
           TierPicture &picture)
{
    const Tier tier = preview.tiers[row], before = snapshot.tiers[row];
    if (fits(scores, row, high)) {
        const std::size_t acv = snapshot.ground.acvClass[row];
        picture.acv[tierIndex(tier)][acv] += by;
        picture.fitting += by;
        picture.withoutAcv += acv == TierGround::noAcv ? by : 0;
    }
    if (tier == before || preview.proposal.pin[row] >= 0)
        return;
    (tierDepth(tier) < tierDepth(before) ? picture.up : picture.down) += by;
    picture.byCapacity += preview.proposal.displaced[row] * by;
}

// As compare(), from the preview before and the accounts that differ from it.
void compareChanged(const Snapshot &snapshot, const AccountScores &scores, const TieringPreview &before, const std::vector<std::uint32_t> &changed,
                    TieringPreview &preview)
{
    const double highBefore = highFit(before.policy), high = highFit(preview.policy);
    std::mutex guard;
    inAllCores(changed.size(), [&](std::size_t begin, std::size_t end) {
        TierPicture part;
        for (std::size_t at = begin; at < end; ++at) {
            bring(snapshot, scores, highBefore, before, changed[at], -1, part);
            bring(snapshot, scores, high, preview, changed[at], 1, part);
        }
        const std::scoped_lock lock(guard);
        preview.picture += part;
    });
}

} // namespace

TieringPreview previewWith(const Snapshot &snapshot, const TierPolicy &draft, std::shared_ptr<const AccountScores> scores, TieringPreview reused,
                           const TieringPreview *before)
{
    const auto started = std::chrono::steady_clock::now();
    const AccountScores &scored = scores ? *scores : snapshot.scores;
    const TierBasis basis{.accounts = snapshot.accounts,
                          .order = snapshot.world->base->acvOrder,
                          .scores = scored,
                          .pins = snapshot.pins,
                          .asOf = snapshot.asOf,
                          .share = scores ? nullptr : &snapshot.ground.share};
    TieringPreview preview = std::move(reused);
    TierStep step;
    if (before != nullptr && before->scores == scores)
        step = stepTiers(basis, draft, before->proposal, before->policy, std::move(preview.proposal));
    else
        step.proposal = proposeTiers(basis, draft, std::move(preview.proposal));
    preview.proposal = std::move(step.proposal);
    preview.policy = draft;
    preview.events = {};
    preview.scores = std::move(scores); // `scored` is kept by it
    if (!preview.proposal.defined) {
        preview.counts = {};
        preview.moving.clear();
        preview.picture = {};
        preview.matches.assign(draft.rules.size(), 0);
        preview.tiers.assign(snapshot.size(), Tier::none);
        preview.counts[tierIndex(Tier::none)] = static_cast<std::int64_t>(snapshot.size());
        return preview;
    }
    resizeLarge(preview.tiers, snapshot.size());
    preview.picture = step.followed ? before->picture : TierPicture{};
    countAccounts(snapshot, preview);
    findMoving(snapshot, preview);
    if (step.followed)
        compareChanged(snapshot, scored, *before, step.changed, preview);
    else
        compare(snapshot, scored, highFit(draft), preview);
    countOpenOrders(snapshot, preview);
    preview.milliseconds = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count();
    return preview;
}

std::vector<Reason> TieringPreview::reasons(std::uint32_t row, const Snapshot &snapshot) const
{
    return reasonsOf(row, snapshot.accounts, snapshot.icp, scores ? *scores : snapshot.scores, policy, proposal, snapshot.settings.currency);
}

} // namespace dimsum
