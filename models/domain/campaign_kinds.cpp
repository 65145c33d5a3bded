#include "domain/campaign_kinds.h"

#include "domain/deals.h"

namespace dimsum
{

std::optional<double> MixFigures::winRate() const
{
    return closed > 0 ? std::optional(static_cast<double>(won) / static_cast<double>(closed)) : std::nullopt;
}

std::optional<double> MixFigures::cycleDays() const
{
    return won > 0 ? std::optional(wonDays / static_cast<double>(won)) : std::nullopt;
}

std::optional<Money> MixFigures::averageDeal() const
{
    return won > 0 ? std::optional(Money{revenue.minor / won}) : std::nullopt;
}

std::optional<double> MixFigures::touchesPerDeal() const
{
    return closed > 0 ? std::optional(touches / static_cast<double>(closed)) : std::nullopt;
}

Interval MixFigures::winRateInterval() const
{
    return wilsonInterval(won, closed);
}

std::array<MixFigures, dealMixes> figuresByMix(const ActivityColumns &activities, const OpportunityColumns &deals,
                                               const EngagementRules &points, const AttributionRules &rules,
                                               std::span<const std::optional<bool>> abm, Day since, Day asOf)
{
    std::array<MixFigures, dealMixes> figures;
    const TypeWorth worth = typeWorth(activities.types, points);
    for (std::size_t deal = 0; deal < deals.size(); ++deal) {
        if (!dealExists(deals, deal, asOf))
            continue;
        const bool open = dealOpen(deals, deal, asOf);
        const bool opened = deals.created[deal] >= since;
        const bool closed = !open && deals.closed[deal] >= since;
        if (!opened && !closed)
            continue;
        const DealTouches touches = dealTouches(activities, worth, deals, deal, rules, asOf);
        auto mix = DealMix::neither;
        for (const std::uint32_t row : touches.rows) {
            const std::optional<bool> kind = abm[activities.campaign[row]];
            if (!kind)
                continue;
            mix = *kind ? DealMix::abm : DealMix::traditional;
            if (*kind)
                break;
        }
        MixFigures &own = figures[static_cast<std::size_t>(mix)];
        own.opened += opened ? 1 : 0;
        if (!closed)
            continue;
        ++own.closed;
        own.touches += static_cast<double>(touches.rows.size());
        if (!dealWon(deals, deal, asOf))
            continue;
        ++own.won;
        own.wonDays += deals.closed[deal] - deals.created[deal];
        own.revenue += deals.amount[deal].known() ? deals.amount[deal] : Money{};
    }
    return figures;
}

bool winRatesDiffer(const MixFigures &a, const MixFigures &b)
{
    if (a.closed < fewestClosedDeals || b.closed < fewestClosedDeals)
        return false;
    const Interval left = a.winRateInterval(), right = b.winRateInterval();
    return left.high < right.low || right.high < left.low;
}

} // namespace dimsum
