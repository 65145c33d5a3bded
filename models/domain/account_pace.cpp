#include "domain/account_pace.h"

#include "domain/deals.h"
#include "domain/statistics.h"

#include <algorithm>
#include <map>

namespace dimsum
{

namespace
{

constexpr int channelDays = 90, fewestDays = 14, yearOfDays = 365;

// The first day on which the capped points of counting activities in the recent window reach the rule's.
class RecentPoints
{
public:
    RecentPoints(const ActivityColumns &activities, const EngagementRules &rules) : m_activities(activities), m_rules(rules), m_worth(typeWorth(activities.types, rules)) {}

    Day firstReached(RowRange range, Day asOf)
    {
        m_days.clear();
        std::map<std::uint32_t, double> people; // of one day
        Day day = unknownDay;
        const auto close = [&] {
            double sum = 0;
            for (const auto &[contact, points] : people)
                sum += std::min(points, m_rules.dayPersonCap);
            people.clear();
            if (sum > 0)
                m_days.push_back({day, sum});
            double recent = 0;
            for (auto at = m_days.rbegin(); at != m_days.rend() && day - at->first < m_rules.recentDays; ++at)
                recent += at->second;
            return recent >= m_rules.recentPoints;
        };
        for (std::size_t row = range.begin; row < range.end && m_activities.day[row] <= asOf; ++row) {
            if (m_worth.counts[m_activities.type[row]] == 0)
                continue;
            if (day.known() && m_activities.day[row] != day && close())
                return day;
            day = m_activities.day[row];
            people[m_activities.contact[row]] += m_worth.points[m_activities.type[row]];
        }
        return day.known() && close() ? day : unknownDay;
    }

private:
    const ActivityColumns &m_activities;
    const EngagementRules &m_rules;
    TypeWorth m_worth;
    std::vector<std::pair<Day, double>> m_days;
};

void setQuarters(PaceFigures &figures, std::vector<double> &days)
{
    figures.arrived = static_cast<std::int64_t>(days.size());
    if (days.empty())
        return;
    std::sort(days.begin(), days.end());
    figures.median = quantile(days, 0.5);
    figures.lowerQuarter = quantile(days, 0.25);
    figures.upperQuarter = quantile(days, 0.75);
}

} // namespace

Pace paceOf(const ActivityColumns &activities, const OpportunityColumns &deals, std::size_t accounts, const EngagementRules &rules,
            Day asOf, std::span<const std::uint8_t> chosen)
{
    Pace pace;
    std::array<std::vector<double>, paceSteps> days;
    RecentPoints recent(activities, rules);
    const auto at = [](PaceStep step) { return static_cast<std::size_t>(step); };
    for (std::size_t account = 0; account < accounts; ++account) {
        const RowRange range = activities.byAccount.of(account);
        if ((!chosen.empty() && chosen[account] == 0) || range.size() == 0 || activities.day[range.begin] > asOf)
            continue;
        ++pace[at(PaceStep::identify)].started;
        std::size_t known = range.begin;
        while (known < range.end && activities.day[known] <= asOf && activities.contact[known] == 0)
            ++known;
        if (known == range.end || activities.day[known] > asOf)
            continue;
        days[at(PaceStep::identify)].push_back(activities.day[known] - activities.day[range.begin]);
        ++pace[at(PaceStep::engage)].started;
        const Day engaged = recent.firstReached(range, asOf);
        if (!engaged.known())
            continue;
        // Who was engaged before anybody was known took no time.
        days[at(PaceStep::engage)].push_back(std::max(0, engaged - activities.day[known]));
        ++pace[at(PaceStep::convert)].started;
        const Day from = std::max(engaged, activities.day[known]);
        const RowRange own = deals.byAccount.of(account);
        for (std::size_t deal = own.begin; deal < own.end; ++deal) { // by the day of creation
            if (deals.created[deal] >= from && deals.created[deal] <= asOf) {
                days[at(PaceStep::convert)].push_back(deals.created[deal] - from);
                break;
            }
        }
    }
    for (std::size_t step = 0; step < paceSteps; ++step)
        setQuarters(pace[step], days[step]);
    return pace;
}

ChannelsByStage channelsByStage(const ActivityColumns &activities, const OpportunityColumns &deals, const EngagementRules &rules, Day asOf)
{
    const TypeWorth worth = typeWorth(activities.types, rules);
    std::vector<std::uint32_t> seen;
    bool touched = false;
    const auto channelsIn = [&](std::uint32_t account, Day first, Day last) {
        seen.clear();
        touched = false;
        const RowRange range = activities.byAccount.of(account);
        for (std::size_t row = range.begin; row < range.end && activities.day[row] <= last; ++row) {
            if (activities.day[row] < first || worth.counts[activities.type[row]] == 0)
                continue;
            touched = true;
            if (activities.channel[row] != 0)
                seen.push_back(activities.channel[row]);
        }
        std::sort(seen.begin(), seen.end());
        return static_cast<int>(std::unique(seen.begin(), seen.end()) - seen.begin());
    };
    StageChannels before{.stage = "(before the opportunity)"}, won{.stage = "(won)"};
    std::map<std::string, StageChannels, std::less<>> open;
    const auto count = [&](StageChannels &stage, int channels) {
        ++stage.deals;
        stage.channels += channels;
        stage.silent += touched ? 0 : 1;
    };
    ChannelsByStage found;
    for (std::uint32_t deal = 0; deal < deals.size(); ++deal) {
        if (!dealExists(deals, deal, asOf))
            continue;
        const std::uint32_t account = deals.account[deal];
        const Day created = deals.created[deal];
        if (created > asOf - yearOfDays)
            count(before, channelsIn(account, created - channelDays, created - 1));
        if (dealWon(deals, deal, asOf)) {
            const Day closed = deals.closed[deal];
            if (closed > asOf - yearOfDays && closed < asOf)
                count(won, channelsIn(account, closed + 1, std::min(asOf, closed + channelDays)));
            continue;
        }
        if (!dealOpen(deals, deal, asOf))
            continue;
        const std::string_view label = deals.stage.at(deal);
        StageChannels &stage = open.try_emplace(std::string(label), StageChannels{.stage = std::string(label)}).first->second;
        count(stage, channelsIn(account, std::max(created, asOf - (channelDays - 1)), asOf));
        const int days = std::min(channelDays, asOf - created + 1);
        if (days < fewestDays)
            continue;
        FallenDeal fall{.deal = deal, .before = channelsIn(account, created - days, created - 1), .since = 0, .days = days};
        fall.since = channelsIn(account, asOf - days + 1, asOf);
        if (fall.since < fall.before)
            found.fallen.push_back(fall);
    }
    std::stable_sort(found.fallen.begin(), found.fallen.end(), [](const FallenDeal &a, const FallenDeal &b) { return a.before - a.since > b.before - b.since; });
    found.stages.push_back(before);
    for (const auto &[label, stage] : open)
        found.stages.push_back(stage);
    found.stages.push_back(won);
    for (StageChannels &stage : found.stages)
        stage.channels = stage.deals > 0 ? stage.channels / static_cast<double>(stage.deals) : 0;
    return found;
}

} // namespace dimsum
