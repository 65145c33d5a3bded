#include "domain/play_response.h"

#include "domain/deals.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dimsum
{

namespace
{

constexpr int engagedDays = 30, opportunityDays = 90, monthsLookedAt = 12, monthDays = 30;
constexpr std::size_t busyLevels = 4; // counting activities in the 30 days before: 0, 1, 2 to 3, 4 and more

struct Level {
    double accounts = 0, engaged = 0;
    double free = 0, opportunity = 0; // without an open deal, and of those with a deal later

    void add(const Level &other)
    {
        accounts += other.accounts;
        engaged += other.engaged;
        free += other.free;
        opportunity += other.opportunity;
    }
    double engagedRate() const { return accounts > 0 ? engaged / accounts : 0; }
    double opportunityRate() const { return free > 0 ? opportunity / free : 0; }
};

// One account on one day: how busy it was before, what came after.
class Moment
{
public:
    Moment(const ActivityColumns &activities, const OpportunityColumns &deals, const EngagementRules &rules)
        : m_activities(activities), m_deals(deals), m_rules(rules), m_worth(typeWorth(activities.types, rules))
    {
    }

    // Activities of the account that count, by day.
    void setAccount(std::size_t account)
    {
        m_account = account;
        m_rows.clear();
        const RowRange range = m_activities.byAccount.of(account);
        for (std::size_t row = range.begin; row < range.end; ++row) {
            if (m_worth.counts[m_activities.type[row]] != 0)
                m_rows.push_back(row);
        }
    }
    const std::vector<std::size_t> &rows() const { return m_rows; }

    std::size_t busy(Day day) const
    {
        const auto from = firstFrom(day - (monthDays - 1)), to = firstFrom(day + 1);
        const auto count = to - from;
        return count >= 4 ? 3 : count >= 2 ? 2 : static_cast<std::size_t>(count);
    }

    bool engagedAfter(Day day) const
    {
        // Day and person caps matter little for whether a handful of points is reached; one activity a day is enough.
        double points = 0;
        Day last = unknownDay;
        for (auto at = firstFrom(day + 1); at != m_rows.end() && m_activities.day[*at] <= day + engagedDays; ++at) {
            if (m_activities.day[*at] == last)
                continue;
            last = m_activities.day[*at];
            points += std::min(m_worth.points[m_activities.type[*at]], m_rules.dayPersonCap);
        }
        return points >= m_rules.recentPoints;
    }

    bool touchedNear(std::uint32_t type, Day day) const
    {
        for (auto at = firstFrom(day - opportunityDays); at != m_rows.end() && m_activities.day[*at] <= day + opportunityDays; ++at) {
            if (m_activities.type[*at] == type)
                return true;
        }
        return false;
    }

    bool openDeal(Day day) const
    {
        const RowRange own = m_deals.byAccount.of(m_account);
        for (std::size_t deal = own.begin; deal < own.end; ++deal) {
            if (dealExists(m_deals, deal, day) && dealOpen(m_deals, deal, day))
                return true;
        }
        return false;
    }

    bool opportunityAfter(Day day) const
    {
        const RowRange own = m_deals.byAccount.of(m_account);
        for (std::size_t deal = own.begin; deal < own.end; ++deal) {
            if (m_deals.created[deal] > day && m_deals.created[deal] <= day + opportunityDays)
                return true;
        }
        return false;
    }

private:
    std::vector<std::size_t>::const_iterator firstFrom(Day day) const
    {
        return std::lower_bound(m_rows.begin(), m_rows.end(), day, [this](std::size_t row, Day wanted) { return m_activities.day[row] < wanted; });
    }

    const ActivityColumns &m_activities;
    const OpportunityColumns &m_deals;
    const EngagementRules &m_rules;
    TypeWorth m_worth;
    std::size_t m_account = 0;
    std::vector<std::size_t> m_rows;
};

} // namespace

double ResponseCount::effect() const
{
    if (touched == 0)
        return 0;
    const double more = (static_cast<double>(followed) - expected) / (static_cast<double>(touched) + doubtfulAccounts);
    return std::clamp(more, 0.0, 1.0);
}

std::vector<PlayResponse> playResponses(const ActivityColumns &activities, const OpportunityColumns &deals,
                                        const EngagementRules &rules, std::span<const Tier> tiers,
                                        std::span<const std::optional<std::uint32_t>> types, Day asOf)
{
    std::vector<PlayResponse> responses(types.size());
    const Day last = asOf - opportunityDays, first = last - (monthsLookedAt * monthDays - 1);
    // Of each play its own: accounts near a touch of its type are not what the touch is compared with.
    using Levels = std::array<std::array<Level, busyLevels>, 4>; // by tier, by busy level
    std::vector<Levels> levels(types.size());
    Moment moment(activities, deals, rules);
    struct Touch {
        std::size_t play, tier, busy;
        bool free;
    };
    std::vector<Touch> touches;
    for (std::size_t account = 0; account < tiers.size(); ++account) {
        moment.setAccount(account);
        const std::size_t tier = tierIndex(tiers[account]);
        for (int month = 0; month < monthsLookedAt; ++month) {
            const Day day = last - month * monthDays;
            Level here{.accounts = 1, .engaged = moment.engagedAfter(day) ? 1.0 : 0.0};
            if (!moment.openDeal(day)) {
                here.free = 1;
                here.opportunity = moment.opportunityAfter(day) ? 1 : 0;
            }
            const std::size_t busy = moment.busy(day);
            for (std::size_t play = 0; play < types.size(); ++play) {
                if (types[play] && !moment.touchedNear(*types[play], day))
                    levels[play][tier][busy].add(here);
            }
        }
        for (std::size_t play = 0; play < types.size(); ++play) {
            if (!types[play])
                continue;
            const auto touch = std::find_if(moment.rows().begin(), moment.rows().end(), [&](std::size_t row) {
                return activities.type[row] == *types[play] && activities.day[row] >= first && activities.day[row] <= last;
            });
            if (touch == moment.rows().end())
                continue;
            const Day day = activities.day[*touch];
            const bool free = !moment.openDeal(day);
            PlayResponse &response = responses[play];
            ++response.engaged.touched;
            response.engaged.followed += moment.engagedAfter(day) ? 1 : 0;
            if (free) {
                ++response.opportunity.touched;
                response.opportunity.followed += moment.opportunityAfter(day) ? 1 : 0;
            }
            // As busy with the touch itself: the others are counted with all of theirs.
            touches.push_back({play, tier, moment.busy(day), free});
        }
    }
    for (const Touch &touch : touches) {
        const Level &level = levels[touch.play][touch.tier][touch.busy];
        responses[touch.play].engaged.expected += level.engagedRate();
        if (touch.free)
            responses[touch.play].opportunity.expected += level.opportunityRate();
    }
    return responses;
}

std::array<double, 4> winRateByTier(const OpportunityColumns &deals, std::span<const Tier> tiers, Day asOf)
{
    constexpr int twoYears = 730;
    std::array<double, 4> closed{}, won{};
    double allClosed = 0, allWon = 0;
    for (std::size_t deal = 0; deal < deals.size(); ++deal) {
        if (!dealExists(deals, deal, asOf) || dealOpen(deals, deal, asOf) || deals.closed[deal] <= asOf - twoYears)
            continue;
        const std::size_t tier = tierIndex(tiers[deals.account[deal]]);
        const double one = dealWon(deals, deal, asOf) ? 1 : 0;
        closed[tier] += 1;
        won[tier] += one;
        allClosed += 1;
        allWon += one;
    }
    std::array<double, 4> rates{};
    const double all = allClosed > 0 ? allWon / allClosed : 0;
    for (std::size_t tier = 0; tier < rates.size(); ++tier)
        rates[tier] = (won[tier] + ResponseCount::doubtfulAccounts * all) / (closed[tier] + ResponseCount::doubtfulAccounts);
    return rates;
}

} // namespace dimsum
