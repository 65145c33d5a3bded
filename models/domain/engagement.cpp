#include "domain/engagement.h"

#include "domain/all_cores.h"
#include "domain/statistics.h"
#include "domain/tolerance.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace dimsum
{

namespace
{

// One person on one day, all activities and counting ones apart.
struct DayPerson {
    std::uint32_t contact = 0;
    double all = 0;
    double counting = 0;
};

// Walks one account's activities day by day, oldest first: `visit(day, persons)`. Days after `asOf` are left
// out.
template <class Visit>
void eachDay(const ActivityColumns &activities, const TypeWorth &worth, std::size_t account, Day asOf,
             std::vector<DayPerson> &persons, Visit visit)
{
    const RowRange range = activities.byAccount.of(account);
    for (std::size_t i = range.begin; i < range.end;) {
        const Day day = activities.day[i];
        if (day > asOf)
            return;
        persons.clear();
        for (; i < range.end && activities.day[i] == day; ++i) {
            const std::uint32_t contact = activities.contact[i];
            auto person = std::find_if(persons.begin(), persons.end(),
                                       [contact](const DayPerson &one) { return one.contact == contact; });
            if (person == persons.end())
                person = persons.insert(person, DayPerson{contact, 0, 0});
            const std::size_t type = activities.type[i];
            person->all += worth.points[type];
            if (worth.counts[type] != 0)
                person->counting += worth.points[type];
        }
        visit(day, std::as_const(persons));
    }
}

double cappedSum(const std::vector<DayPerson> &persons, double cap)
{
    double sum = 0;
    for (const DayPerson &person : persons)
        sum += std::min(person.all, cap);
    return sum;
}

// The account's sums; weeks are w_0, w_1, ... as many as `weeks` has places.
struct Sums {
    double energy = 0;
    double recentPoints = 0;
    bool older = false; // points before week 0
};

class AccountEngagement
{
public:
    AccountEngagement(const ActivityColumns &activities, const EngagementRules &rules, const TypeWorth &worth,
                      Day asOf)
        : m_activities(activities), m_rules(rules), m_worth(worth), m_asOf(asOf)
    {
        for (int age = 0; age < rules.windowDays; ++age)
            m_decay.push_back(std::exp2(-age / rules.halfLifeDays));
    }

    Sums sums(std::size_t account, std::span<double> weeks, std::vector<DayPersonPoints> *lines = nullptr)
    {
        Sums sums;
        std::fill(weeks.begin(), weeks.end(), 0.0);
        eachDay(m_activities, m_worth, account, m_asOf, m_persons, [&](Day day, const auto &persons) {
            const int age = m_asOf - day;
            const double points = cappedSum(persons, m_rules.dayPersonCap);
            const auto week = static_cast<std::size_t>(age / 7);
            if (week < weeks.size())
                weeks[week] += points;
            sums.older = sums.older || (week > 0 && points > 0);
            if (age < m_rules.recentDays) {
                for (const DayPerson &person : persons)
                    sums.recentPoints += std::min(person.counting, m_rules.dayPersonCap);
            }
            if (age >= m_rules.windowDays)
                return;
            const double decay = m_decay[static_cast<std::size_t>(age)];
            sums.energy += points * decay;
            if (lines == nullptr)
                return;
            for (const DayPerson &person : persons) {
                const double capped = std::min(person.all, m_rules.dayPersonCap);
                lines->push_back({day, person.contact, person.all, capped, capped * decay});
            }
        });
        return sums;
    }

private:
    const ActivityColumns &m_activities;
    const EngagementRules &m_rules;
    const TypeWorth &m_worth;
    Day m_asOf;
    std::vector<double> m_decay; // by age
    std::vector<DayPerson> m_persons;
};

EngagementReceipt judged(const Sums &sums, std::span<const double> weeks, const EngagementRules &rules)
{
    EngagementReceipt receipt;
    receipt.energy = sums.energy;
    receipt.score = 100 * (1 - std::exp2(-sums.energy / rules.scale));
    receipt.recentPoints = sums.recentPoints;
    receipt.recent = sums.recentPoints + slack >= rules.recentPoints;
    const std::span<const double> history = weeks.subspan(1);
    receipt.surgeValue = weeks.front();
    receipt.baselineMean = mean(history);
    receipt.baselineDeviation = sampleDeviation(history);
    receipt.surgeLine =
        receipt.baselineMean + rules.surge.sd * std::max(receipt.baselineDeviation, rules.surge.sdFloor);
    receipt.surge = receipt.surgeValue + slack >= receipt.surgeLine &&
                    receipt.surgeValue + slack >= rules.surge.minPoints;
    receipt.firstActivity = receipt.surge && !sums.older;
    return receipt;
}

std::size_t baselineWeeks(const EngagementRules &rules)
{
    return static_cast<std::size_t>(rules.surge.weeks) + 1;
}

} // namespace

EngagementRules defaultEngagementRules()
{
    EngagementRules rules;
    const auto add = [&rules](const char *type, double points) {
        rules.points.push_back({type, type, points});
    };
    add("email open", 1);
    add("ad click", 2);
    add("email click", 3);
    add("web visit", 2);
    // Keys are folded: '-' is a space there (contract of typeKey), the label keeps its spelling.
    rules.points.push_back({"high-value web page", "high value web page", 5});
    add("content download", 5);
    add("research report", 6);
    add("webinar", 8);
    add("event", 10);
    add("demo", 15);
    add("trial", 15);
    add("meeting", 15);
    add("reply", 8);
    return rules;
}

double pointsOf(const EngagementRules &rules, std::string_view typeKey)
{
    for (const TypePoints &type : rules.points) {
        if (type.key == typeKey)
            return type.points;
    }
    return rules.unknownPoints;
}

bool typeCounts(const EngagementRules &rules, std::string_view typeKey)
{
    return pointsOf(rules, typeKey) + slack >= rules.countingPoints;
}

TypeWorth typeWorth(const Dictionary &types, const EngagementRules &rules)
{
    TypeWorth worth;
    for (std::uint32_t code = 0; code < types.size(); ++code) {
        worth.points.push_back(pointsOf(rules, types.at(code).key));
        worth.counts.push_back(typeCounts(rules, types.at(code).key) ? 1 : 0);
    }
    return worth;
}

EngagementScores scoreEngagement(const ActivityColumns &activities, std::size_t accounts,
                                 const EngagementRules &rules, Day asOf)
{
    EngagementScores scores;
    scores.anyActivity =
        std::any_of(activities.day.begin(), activities.day.end(), [asOf](Day day) { return day <= asOf; });
    scores.weeks = baselineWeeks(rules);
    for (auto *column :
         {&scores.energy, &scores.score, &scores.recentPoints, &scores.surgeValue, &scores.surgeLine})
        column->resize(accounts);
    for (auto *column : {&scores.recent, &scores.surge, &scores.firstActivity})
        column->resize(accounts);
    scores.weekly.resize(accounts * scores.weeks);
    const TypeWorth worth = typeWorth(activities.types, rules);
    inAllCores(accounts, [&](std::size_t begin, std::size_t end) {
        AccountEngagement work(activities, rules, worth, asOf);
        std::vector<double> weeks(scores.weeks);
        for (std::size_t row = begin; row < end; ++row) {
            const EngagementReceipt result = judged(work.sums(row, weeks), weeks, rules);
            scores.energy[row] = result.energy;
            scores.score[row] = result.score;
            scores.recentPoints[row] = result.recentPoints;
            scores.surgeValue[row] = result.surgeValue;
            scores.surgeLine[row] = result.surgeLine;
            scores.recent[row] = result.recent ? 1 : 0;
            scores.surge[row] = result.surge ? 1 : 0;
            scores.firstActivity[row] = result.firstActivity ? 1 : 0;
            std::transform(weeks.begin(), weeks.end(),
                           scores.weekly.begin() + static_cast<std::ptrdiff_t>(row * scores.weeks),
                           [](double value) { return static_cast<float>(value); });
        }
    });
    return scores;
}

EngagementReceipt engagementReceipt(const ActivityColumns &activities, const EngagementRules &rules, Day asOf,
                                    std::size_t account)
{
    const TypeWorth worth = typeWorth(activities.types, rules);
    std::vector<double> weeks(baselineWeeks(rules));
    std::vector<DayPersonPoints> lines;
    const Sums sums = AccountEngagement(activities, rules, worth, asOf).sums(account, weeks, &lines);
    EngagementReceipt receipt = judged(sums, weeks, rules);
    std::sort(lines.begin(), lines.end(), [](const DayPersonPoints &a, const DayPersonPoints &b) {
        return a.day != b.day ? a.day > b.day : a.contact < b.contact;
    });
    receipt.lines = std::move(lines);
    return receipt;
}

std::vector<double> engagementWeeks(const ActivityColumns &activities, const EngagementRules &rules, Day asOf,
                                    std::size_t account, std::size_t weeks)
{
    const TypeWorth worth = typeWorth(activities.types, rules);
    std::vector<double> values(weeks);
    AccountEngagement(activities, rules, worth, asOf).sums(account, values);
    return values;
}

std::array<std::vector<double>, 4> cohortWeeks(const EngagementScores &scores, std::span<const Tier> tiers)
{
    std::array<std::vector<double>, 4> means;
    std::array<double, 4> members{};
    for (std::vector<double> &cohort : means)
        cohort.assign(scores.weeks, 0.0);
    for (std::size_t row = 0; row < tiers.size(); ++row) {
        const std::size_t tier = tierIndex(tiers[row]);
        members[tier] += 1;
        const std::span<const float> values = scores.weeklyOf(row);
        for (std::size_t week = 0; week < values.size(); ++week)
            means[tier][week] += static_cast<double>(values[week]);
    }
    for (std::size_t tier = 0; tier < means.size(); ++tier) {
        for (double &value : means[tier])
            value = members[tier] > 0 ? value / members[tier] : 0;
    }
    return means;
}

} // namespace dimsum
