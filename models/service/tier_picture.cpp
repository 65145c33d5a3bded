#include "service/tier_picture.h"

#include "domain/all_cores.h"
#include "service/snapshot.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <mutex>

namespace dimsum {

namespace {

struct FittingAccount {
    double acv = 0; // major units
    std::uint8_t tier = 0;
};

// A part of the rows, counted by one core.
struct PicturePart {
    TierPicture counted;
    std::vector<FittingAccount> fitting; // with an ACV
};

std::size_t fitClassOf(double fit)
{
    constexpr double width = 100.0 / TierPicture::fitClasses;
    auto at = static_cast<std::size_t>(std::clamp(fit / width, 0.0, static_cast<double>(TierPicture::fitClasses - 1)));
    // A division may land beside the edge that the value stands on.
    if (at + 1 < TierPicture::fitClasses && fit >= width * static_cast<double>(at + 1))
        ++at;
    if (at > 0 && fit < width * static_cast<double>(at))
        --at;
    return at;
}

void countRows(std::size_t begin, std::size_t end, const Snapshot &snapshot, const AccountScores &scores, double high, const TierProposal &proposal,
               const std::vector<Tier> &tiers, PicturePart &part)
{
    const double scale = std::pow(10.0, snapshot.settings.currency.exponent);
    TierPicture &counted = part.counted;
    for (std::size_t row = begin; row < end; ++row) {
        const double fit = scores.fit.fit[row];
        ++counted.fit[fitClassOf(fit)];
        ++counted.before[tierIndex(snapshot.tiers[row])];
        counted.fallen[tierIndex(proposal.computed[row])] += proposal.displaced[row];
        if (scores.fit.disqualified(row)) {
            ++counted.disqualified;
            continue;
        }
        if (fit + 1e-9 < high)
            continue;
        ++counted.fitting;
        const Money acv = snapshot.accounts.acv[row];
        if (acv.known() && acv.minor > 0)
            part.fitting.push_back({static_cast<double>(acv.minor) / scale, static_cast<std::uint8_t>(tierIndex(tiers[row]))});
        else
            ++counted.withoutAcv;
    }
}

void add(const TierPicture &part, TierPicture &whole)
{
    const auto sum = [](auto &to, const auto &from) { std::transform(to.begin(), to.end(), from.begin(), to.begin(), std::plus<>()); };
    sum(whole.fit, part.fit);
    sum(whole.before, part.before);
    sum(whole.fallen, part.fallen);
    whole.fitting += part.fitting;
    whole.disqualified += part.disqualified;
    whole.withoutAcv += part.withoutAcv;
}

// Edges that grow by a factor and reach from the smallest to the largest value.
void setEdges(double low, double top, TierPicture &picture)
{
    low = std::max(1.0, low);
    top = std::max(low * 2, top * 1.001);
    const double factor = std::pow(top / low, 1.0 / TierPicture::acvClasses);
    for (std::size_t i = 0; i < picture.acvEdges.size(); ++i)
        picture.acvEdges[i] = low * std::pow(factor, static_cast<double>(i));
}

// 1 is the highest tier, none the lowest.
int rankOf(Tier tier)
{
    return tier == Tier::none ? 4 : static_cast<int>(tierIndex(tier));
}

} // namespace

TierPicture tierPicture(const Snapshot &snapshot, const AccountScores &scores, const TierPolicy &draft, const TierProposal &proposal,
                        const std::vector<Tier> &tiers, const std::vector<std::uint32_t> &moving)
{
    std::vector<PicturePart> parts;
    std::mutex guard;
    inAllCores(snapshot.size(), [&, high = highFit(draft)](std::size_t begin, std::size_t end) {
        PicturePart part;
        countRows(begin, end, snapshot, scores, high, proposal, tiers, part);
        const std::scoped_lock lock(guard);
        parts.push_back(std::move(part));
    });
    TierPicture picture;
    double low = std::numeric_limits<double>::max(), top = 0;
    for (const PicturePart &part : parts) {
        add(part.counted, picture);
        picture.drawn += std::ssize(part.fitting);
        for (const FittingAccount &account : part.fitting) {
            low = std::min(low, account.acv);
            top = std::max(top, account.acv);
        }
    }
    if (picture.drawn > 0) {
        setEdges(low, top, picture);
        const auto &edges = picture.acvEdges;
        std::vector<decltype(picture.acv)> counted(parts.size());
        eachInAllCores(parts.size(), [&](std::size_t part) {
            for (const FittingAccount &account : parts[part].fitting) {
                const auto above = std::upper_bound(edges.begin(), edges.end(), account.acv) - edges.begin();
                ++counted[part][account.tier][static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(above - 1, 0, TierPicture::acvClasses - 1))];
            }
        });
        for (const auto &part : counted)
            for (std::size_t tier = 0; tier < part.size(); ++tier)
                std::transform(part[tier].begin(), part[tier].end(), picture.acv[tier].begin(), picture.acv[tier].begin(), std::plus<>());
    }
    for (const std::uint32_t row : moving) {
        const int from = rankOf(snapshot.tiers[row]), to = rankOf(tiers[row]);
        picture.up += to < from;
        picture.down += to > from;
        picture.byCapacity += proposal.displaced[row] != 0;
        picture.openOrders += snapshot.orderSummaries[row].open;
    }
    return picture;
}

} // namespace dimsum
