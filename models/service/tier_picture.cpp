#include "service/tier_picture.h"

#include "domain/all_cores.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <mutex>

namespace dimsum {

namespace {

std::size_t fitClassOf(double fit)
{
    constexpr double width = 100.0 / TierGround::fitClasses;
    auto at = static_cast<std::size_t>(std::clamp(fit / width, 0.0, static_cast<double>(TierGround::fitClasses - 1)));
    // A division may land beside the edge that the value stands on.
    if (at + 1 < TierGround::fitClasses && fit >= width * static_cast<double>(at + 1))
        ++at;
    if (at > 0 && fit < width * static_cast<double>(at))
        --at;
    return at;
}

// Edges that grow by a factor.
void setEdges(double low, double top, AcvClasses &classes)
{
    low = std::max(1.0, low);
    top = std::max(low * 2, top * 1.001);
    const double factor = std::pow(top / low, 1.0 / AcvClasses::count);
    for (std::size_t i = 0; i < classes.edges.size(); ++i)
        classes.edges[i] = low * std::pow(factor, static_cast<double>(i));
}

template <class Counts>
void addTo(Counts &counts, const Counts &part)
{
    std::transform(counts.begin(), counts.end(), part.begin(), counts.begin(), std::plus<>());
}

} // namespace

AcvClasses acvClassesOf(const AccountFrame &accounts, double scale)
{
    AcvClasses classes;
    std::int64_t low = 0, top = 0;
    for (const Money acv : accounts.acv) {
        if (!acv.known() || acv.minor <= 0)
            continue;
        low = low == 0 ? acv.minor : std::min(low, acv.minor);
        top = std::max(top, acv.minor);
    }
    classes.largest = Money{top};
    setEdges(static_cast<double>(low) / scale, static_cast<double>(top) / scale, classes);
    classes.ofRow.assign(accounts.size(), AcvClasses::none);
    inAllCores(accounts.size(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row) {
            const Money acv = accounts.acv[row];
            if (!acv.known() || acv.minor <= 0)
                continue;
            const auto above = std::upper_bound(classes.edges.begin(), classes.edges.end(), static_cast<double>(acv.minor) / scale);
            classes.ofRow[row] =
                static_cast<std::uint8_t>(std::clamp<std::ptrdiff_t>(above - classes.edges.begin() - 1, 0, AcvClasses::count - 1));
        }
    });
    return classes;
}

TierGround tierGround(const AccountScores &scores, const PriorityWeights &weights, std::span<const Tier> inForce)
{
    TierGround ground;
    ground.share = scoreShare(scores, weights);
    std::mutex guard;
    inAllCores(inForce.size(), [&](std::size_t begin, std::size_t end) {
        TierGround part;
        for (std::size_t row = begin; row < end; ++row) {
            ++part.before[tierIndex(inForce[row])];
            if (scores.fit->defined) {
                ++part.fit[fitClassOf(scores.fit->fit[row])];
                part.disqualified += scores.fit->disqualified(row);
            }
        }
        const std::scoped_lock lock(guard);
        addTo(ground.before, part.before);
        addTo(ground.fit, part.fit);
        ground.disqualified += part.disqualified;
    });
    return ground;
}

TierPicture &TierPicture::operator+=(const TierPicture &part)
{
    fitting += part.fitting;
    withoutAcv += part.withoutAcv;
    for (std::size_t tier = 0; tier < acv.size(); ++tier)
        addTo(acv[tier], part.acv[tier]);
    addTo(fallen, part.fallen);
    up += part.up;
    down += part.down;
    byCapacity += part.byCapacity;
    openOrders += part.openOrders;
    return *this;
}

} // namespace dimsum
