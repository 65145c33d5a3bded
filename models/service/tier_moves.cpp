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

TierBasis basisOf(const Snapshot &snapshot, const AccountScores *scores)
{
    return {.accounts = snapshot.accounts,
            .order = snapshot.world->base->acvOrder,
            .scores = scores != nullptr ? *scores : snapshot.scores,
            .pins = snapshot.pins,
            .asOf = snapshot.asOf,
            .share = scores != nullptr ? nullptr : &snapshot.ground.share};
}

// Counts per tier and rule, from what the proposal has counted already.
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
    for (const std::uint32_t row : proposal.pinned) {
        --preview.counts[tierIndex(proposal.proposed[row])];
        ++preview.counts[tierIndex(proposal.withPin(row, snapshot.pins))];
    }
}

void countOpenOrders(const Snapshot &snapshot, TieringPreview &preview)
{
    preview.picture.openOrders = 0;
    for (const std::uint32_t row : snapshot.ground.withOpenOrders) {
        if (preview.moves(row, snapshot))
            preview.picture.openOrders += snapshot.orderSummaries[row].open;
    }
}

constexpr std::size_t blockRows = 1024;
constexpr std::size_t acvClasses = AcvClasses::count + 1;
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

// Adds how many of a block go up and down, and how many of them for lack of a place.
DIMSUM_WIDE void countMoves(const Tier *__restrict tiers, const Tier *__restrict before, const std::uint8_t *__restrict displaced, std::size_t rows,
                            TierPicture &picture)
{
    std::uint32_t up = 0, down = 0, byCapacity = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        // tierDepth() - 1, without a branch
        const auto depth = static_cast<std::uint8_t>((static_cast<std::uint8_t>(tiers[i]) + 3) & 3);
        const auto depthBefore = static_cast<std::uint8_t>((static_cast<std::uint8_t>(before[i]) + 3) & 3);
        up += depth < depthBefore;
        down += depth > depthBefore;
        byCapacity += static_cast<std::uint32_t>(depth != depthBefore) & displaced[i];
    }
    picture.up += up;
    picture.down += down;
    picture.byCapacity += byCapacity;
}

// A pinned account stays where it is: it was counted as if it had gone where its pin says.
void stay(const Snapshot &snapshot, const TieringPreview &preview, std::uint32_t row, TierPicture &picture)
{
    const Tier tier = preview.tiers[row], before = snapshot.tiers[row];
    if (tier == before)
        return;
    --(tierDepth(tier) < tierDepth(before) ? picture.up : picture.down);
    picture.byCapacity -= preview.proposal.displaced[row];
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
            cellsOf({.fit = scores.fit->fit.data() + at,
                     .failed = scores.fit->failedMustHave.data() + at,
                     .tiers = preview.tiers.data() + at,
                     .acvClass = snapshot.ground.acv->ofRow.data() + at},
                    rows, high, where.data());
            std::fill(where.begin() + static_cast<std::ptrdiff_t>(rows), where.end(), elsewhere); // of a last, shorter block
            countMoves(preview.tiers.data() + at, snapshot.tiers.data() + at, preview.proposal.displaced.data() + at, rows, picture);
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
            picture.withoutAcv += classes[AcvClasses::none];
        }
        const std::scoped_lock lock(guard);
        preview.picture += picture;
    });
    for (const std::uint32_t row : preview.proposal.pinned)
        stay(snapshot, preview, row, preview.picture);
}

// ---- The same beside a preview of which only some accounts differ

bool fits(const AccountScores &scores, std::size_t row, double high)
{
    return scores.fit->fit[row] + slack >= high && !scores.fit->disqualified(row);
}

// Where an account was, or is.
struct Standing {
    Tier tier = Tier::none; // with its pin
    std::uint8_t displaced = 0;
    double high = 0;        // the fit that the draft called high
};

// Adds what an account brings into the picture, or takes it away.
void bring(const Snapshot &snapshot, const AccountScores &scores, std::uint32_t row, const Standing &standing, bool pinned, int by, TierPicture &picture)
{
    const Tier before = snapshot.tiers[row];
    if (fits(scores, row, standing.high)) {
        const std::size_t acv = snapshot.ground.acv->ofRow[row];
        picture.acv[tierIndex(standing.tier)][acv] += by;
        picture.fitting += by;
        picture.withoutAcv += acv == AcvClasses::none ? by : 0;
    }
    if (standing.tier == before || pinned)
        return;
    (tierDepth(standing.tier) < tierDepth(before) ? picture.up : picture.down) += by;
    picture.byCapacity += standing.displaced * by;
}

// As compare(), from what the picture was and the accounts that changed. Gives them their tiers, too.
void compareChanged(const Snapshot &snapshot, const AccountScores &scores, double highBefore, double high, TieringPreview &preview)
{
    const TierProposal &proposal = preview.proposal;
    const std::vector<TierBefore> &changed = preview.track.changed;
    std::mutex guard;
    inAllCores(changed.size(), [&](std::size_t begin, std::size_t end) {
        TierPicture part;
        for (std::size_t at = begin; at < end; ++at) {
            const TierBefore &was = changed[at];
            const bool pinned = proposal.pin[was.row] >= 0;
            Tier &tier = preview.tiers[was.row];
            bring(snapshot, scores, was.row, {tier, was.displaced, highBefore}, pinned, -1, part);
            tier = proposal.withPin(was.row, snapshot.pins);
            bring(snapshot, scores, was.row, {tier, proposal.displaced[was.row], high}, pinned, 1, part);
        }
        const std::scoped_lock lock(guard);
        preview.picture += part;
    });
}

} // namespace

void previewWith(const Snapshot &snapshot, const TierPolicy &draft, std::shared_ptr<const AccountScores> scores, TieringPreview &preview)
{
    const auto started = std::chrono::steady_clock::now();
    const TierBasis basis = basisOf(snapshot, scores.get());
    const double highBefore = highFit(preview.policy), high = highFit(draft);
    if (preview.scores != scores)
        preview.track.answers.clear(); // they are of others
    preview.followed = stepTiers(basis, draft, preview.policy, preview.proposal, preview.track);
    preview.policy = draft;
    preview.events = {};
    preview.scores = std::move(scores); // `basis` borrows them
    if (!preview.proposal.defined) {
        preview.counts = {};
        preview.picture = {};
        preview.matches.assign(draft.rules.size(), 0);
        preview.tiers.assign(snapshot.size(), Tier::none);
        preview.counts[tierIndex(Tier::none)] = static_cast<std::int64_t>(snapshot.size());
        return;
    }
    countAccounts(snapshot, preview);
    if (preview.followed) {
        compareChanged(snapshot, basis.scores, highBefore, high, preview);
    } else {
        resizeLarge(preview.tiers, snapshot.size());
        std::copy(preview.proposal.proposed.begin(), preview.proposal.proposed.end(), preview.tiers.begin());
        for (const std::uint32_t row : preview.proposal.pinned)
            preview.tiers[row] = preview.proposal.withPin(row, snapshot.pins);
        const auto fallen = preview.picture.fallen;
        preview.picture = {};
        preview.picture.fallen = fallen;
        compare(snapshot, basis.scores, high, preview);
    }
    countOpenOrders(snapshot, preview);
    preview.milliseconds = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count();
}

bool TieringPreview::moves(std::uint32_t row, const Snapshot &snapshot) const
{
    return proposal.defined && tiers[row] != snapshot.tiers[row] && proposal.pin[row] < 0;
}

Priorities TieringPreview::priorities(const Snapshot &snapshot) const
{
    return {basisOf(snapshot, scores.get()), policy.priority, proposal};
}

std::vector<Reason> TieringPreview::reasons(std::uint32_t row, const Snapshot &snapshot) const
{
    return reasonsOf(row, snapshot.accounts, snapshot.icp, scores ? *scores : snapshot.scores, policy, proposal, snapshot.settings.currency);
}

} // namespace dimsum
