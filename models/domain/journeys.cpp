#include "domain/journeys.h"

#include "domain/all_cores.h"
#include "domain/intensity_days.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <tuple>
#include <unordered_map>

namespace dimsum
{

std::string_view journeyVariantName(JourneyVariant variant)
{
    return variant == JourneyVariant::first ? "first" : "any";
}

namespace
{

constexpr int outcomeSpan = 90;
constexpr std::size_t strataCount = 9; // 0 .. 7, and 8 or more
constexpr std::size_t variants = 2;
constexpr std::int64_t enoughLandmarkOutcomes = 5, enoughAccounts = 20;

struct Group {
    std::int64_t accounts = 0, outcomes = 0;

    void add(bool outcome)
    {
        ++accounts;
        outcomes += outcome ? 1 : 0;
    }
    Group &operator+=(const Group &other)
    {
        accounts += other.accounts;
        outcomes += other.outcomes;
        return *this;
    }
};

// Of one variant and window: the plain groups and those of the landmark test by stratum.
struct GroupSet {
    Group plain;
    std::array<Group, strataCount> landmark;

    GroupSet &operator+=(const GroupSet &other)
    {
        plain += other.plain;
        for (std::size_t i = 0; i < strataCount; ++i)
            landmark[i] += other.landmark[i];
        return *this;
    }
};
using GroupSets = std::array<std::array<GroupSet, journeyWindows.size()>, variants>;

void addSets(GroupSets &to, const GroupSets &from)
{
    for (std::size_t variant = 0; variant < variants; ++variant) {
        for (std::size_t window = 0; window < journeyWindows.size(); ++window)
            to[variant][window] += from[variant][window];
    }
}

using TypePair = std::uint32_t; // A in the upper half, B in the lower

TypePair pairOf(std::uint16_t first, std::uint16_t then)
{
    return (static_cast<TypePair>(first) << 16) | then;
}

// Everything that is counted: cohorts by A, treated by A and B. Controls are the difference.
struct JourneyTallies {
    std::unordered_map<std::uint16_t, GroupSets> cohorts;
    std::unordered_map<TypePair, GroupSets> treated;

    void add(const JourneyTallies &other)
    {
        for (const auto &[type, sets] : other.cohorts)
            addSets(cohorts[type], sets);
        for (const auto &[pair, sets] : other.treated)
            addSets(treated[pair], sets);
    }
};

bool hotBetween(const std::vector<DaySpan> &spans, Day first, Day last)
{
    return std::any_of(spans.begin(), spans.end(), [=](const DaySpan &span) { return span.first <= last && span.last >= first; });
}

class JourneyWalk
{
public:
    JourneyWalk(const IntensityRules &rules, Day asOf) : m_rules(rules), m_asOf(asOf) {}

    void take(std::span<const Interaction> interactions, JourneyTallies &tallies)
    {
        if (interactions.empty() || interactions.front().day > m_asOf - outcomeSpan)
            return;
        m_interactions = interactions;
        m_spans = highDays(interactions, m_rules);
        m_seen.clear();
        for (std::size_t at = 0; at < interactions.size(); ++at) {
            const std::uint16_t type = interactions[at].type;
            if (interactions[at].day > m_asOf - outcomeSpan)
                break;
            if (std::find(m_seen.begin(), m_seen.end(), type) != m_seen.end())
                continue;
            m_seen.push_back(type);
            const bool first = at == 0;
            // A hot account before A has had its outcome; it is left out of variant "any".
            const bool any = m_spans.empty() || m_spans.front().first >= interactions[at].day;
            if (first || any)
                takeAnchor(at, first, any, tallies);
            if (!any)
                break; // every later anchor comes after a hot day as well
        }
    }

private:
    void takeAnchor(std::size_t at, bool first, bool any, JourneyTallies &tallies)
    {
        const Day since = m_interactions[at].day;
        const bool outcome = hotBetween(m_spans, since, since + outcomeSpan);
        GroupSets &cohort = tallies.cohorts[m_interactions[at].type];
        m_then.clear();
        std::size_t cut = at + 1; // the first interaction after A + N
        for (std::size_t window = 0; window < journeyWindows.size(); ++window) {
            const Day landmark = since + journeyWindows[window];
            for (; cut < m_interactions.size() && m_interactions[cut].day <= landmark; ++cut) {
                const std::uint16_t then = m_interactions[cut].type;
                if (then != m_interactions[at].type && std::find(m_then.begin(), m_then.end(), then) == m_then.end())
                    m_then.push_back(then);
            }
            const bool tested = journeyWindows[window] < outcomeSpan && (m_spans.empty() || m_spans.front().first > landmark);
            bool later = false;
            std::size_t stratum = 0;
            if (tested) {
                stratum = std::min(cut - at - 1, strataCount - 1);
                const Day hot = firstHighDay(m_interactions.subspan(cut), m_rules);
                later = hot.known() && hot <= since + outcomeSpan;
            }
            const auto count = [&](GroupSets &sets) {
                for (std::size_t variant = 0; variant < variants; ++variant) {
                    if (!(variant == 0 ? first : any))
                        continue;
                    GroupSet &set = sets[variant][window];
                    set.plain.add(outcome);
                    if (tested)
                        set.landmark[stratum].add(later);
                }
            };
            count(cohort);
            for (const std::uint16_t then : m_then)
                count(tallies.treated[pairOf(m_interactions[at].type, then)]);
        }
    }

    IntensityRules m_rules;
    Day m_asOf;
    std::span<const Interaction> m_interactions;
    std::vector<DaySpan> m_spans;
    std::vector<std::uint16_t> m_seen, m_then;
};

// The figures of one pair, variant and window; nothing where a group is empty.
std::optional<JourneyPair> pairFrom(const GroupSet &cohort, const GroupSet &treated)
{
    JourneyPair pair;
    pair.cohort = cohort.plain.accounts;
    pair.treated = treated.plain.accounts;
    pair.treatedOutcomes = treated.plain.outcomes;
    pair.control = pair.cohort - pair.treated;
    pair.controlOutcomes = cohort.plain.outcomes - pair.treatedOutcomes;
    if (pair.treated == 0 || pair.control == 0)
        return std::nullopt;
    pair.ratio = katzRatio(pair.treatedOutcomes, pair.treated, pair.controlOutcomes, pair.control);
    pair.p = fisherExact(pair.treatedOutcomes, pair.treated - pair.treatedOutcomes, pair.controlOutcomes,
                         pair.control - pair.controlOutcomes);
    std::array<Stratum, strataCount> strata;
    for (std::size_t i = 0; i < strataCount; ++i) {
        const Group &all = cohort.landmark[i];
        const Group &with = treated.landmark[i];
        strata[i] = {with.accounts, with.outcomes, all.accounts - with.accounts, all.outcomes - with.outcomes};
        pair.landmarkTreated += strata[i].treated;
        pair.landmarkTreatedOutcomes += strata[i].treatedOutcomes;
        pair.landmarkControl += strata[i].control;
        pair.landmarkControlOutcomes += strata[i].controlOutcomes;
    }
    const StratifiedRatio stratified = mantelHaenszel(strata);
    pair.landmarkRatio = stratified.ratio;
    pair.landmarkP = stratified.p;
    return pair;
}

// q values over the pairs of one variant and window, which follow one another.
void adjustTogether(std::span<JourneyPair> pairs)
{
    std::vector<double> p, landmark;
    std::vector<std::size_t> tested;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        p.push_back(pairs[i].p);
        if (pairs[i].landmarkP && pairs[i].landmarkTreatedOutcomes >= enoughLandmarkOutcomes
            && pairs[i].landmarkControlOutcomes >= enoughLandmarkOutcomes) {
            tested.push_back(i);
            landmark.push_back(*pairs[i].landmarkP);
        }
    }
    const std::vector<double> q = benjaminiHochberg(p);
    for (std::size_t i = 0; i < pairs.size(); ++i)
        pairs[i].q = q[i];
    const std::vector<double> landmarkQ = benjaminiHochberg(landmark);
    for (std::size_t i = 0; i < tested.size(); ++i) {
        JourneyPair &pair = pairs[tested[i]];
        pair.landmarkQ = landmarkQ[i];
        pair.pattern = landmarkQ[i] <= 0.05 && pair.landmarkRatio && *pair.landmarkRatio > 1
                       && pair.landmarkTreated >= enoughAccounts && pair.landmarkControl >= enoughAccounts;
    }
}

} // namespace

std::vector<JourneyPair> journeyPairs(const ActivityColumns &activities, std::size_t accounts,
                                      const EngagementRules &points, const IntensityRules &rules, Day asOf,
                                      std::span<const std::uint8_t> chosen, const Progress &progress)
{
    const TypeWorth worth = typeWorth(activities.types, points);
    const IntensityRules effective = effectiveRules(activities, rules, asOf);
    JourneyTallies all;
    std::mutex merging;
    inAllCores(accounts, [&](std::size_t begin, std::size_t end) {
        JourneyTallies own;
        JourneyWalk walk(effective, asOf);
        std::vector<Interaction> interactions;
        for (std::size_t account = begin; account < end && !progress.cancelled(); ++account) {
            if (!chosen.empty() && chosen[account] == 0)
                continue;
            interactionsOf(activities, worth, account, asOf, interactions);
            walk.take(interactions, own);
        }
        const std::lock_guard guard(merging);
        all.add(own);
    });

    const auto label = [&activities](std::uint16_t type) { return std::string_view(activities.types.at(type).label); };
    std::vector<TypePair> order;
    for (const auto &[pair, sets] : all.treated)
        order.push_back(pair);
    std::sort(order.begin(), order.end(), [&label](TypePair a, TypePair b) {
        const auto key = [&label](TypePair pair) {
            return std::tuple(label(static_cast<std::uint16_t>(pair >> 16)), label(static_cast<std::uint16_t>(pair)), pair);
        };
        return key(a) < key(b);
    });
    std::vector<JourneyPair> pairs;
    for (std::size_t variant = 0; variant < variants; ++variant) {
        for (std::size_t window = 0; window < journeyWindows.size(); ++window) {
            const std::size_t begin = pairs.size();
            for (const TypePair key : order) {
                const auto first = static_cast<std::uint16_t>(key >> 16);
                auto pair = pairFrom(all.cohorts[first][variant][window], all.treated[key][variant][window]);
                if (!pair)
                    continue;
                pair->variant = static_cast<JourneyVariant>(variant);
                pair->first = first;
                pair->then = static_cast<std::uint16_t>(key);
                pair->withinDays = journeyWindows[window];
                pairs.push_back(*pair);
            }
            adjustTogether(std::span(pairs).subspan(begin));
        }
    }
    return pairs;
}

std::vector<MissingStep> missingSteps(const ActivityColumns &activities, std::size_t accounts,
                                      const EngagementRules &points, std::span<const JourneyPair> pairs,
                                      const IntensityRules &rules, Day asOf)
{
    // Of one variant, A and B the window with the smallest q; then the patterns by q.
    std::map<std::tuple<JourneyVariant, std::uint16_t, std::uint16_t>, std::size_t> best;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (!pairs[i].pattern)
            continue;
        const auto [found, isNew] = best.try_emplace({pairs[i].variant, pairs[i].first, pairs[i].then}, i);
        if (!isNew && *pairs[i].landmarkQ < *pairs[found->second].landmarkQ)
            found->second = i;
    }
    std::vector<std::size_t> patterns;
    for (const auto &[key, index] : best)
        patterns.push_back(index);
    std::sort(patterns.begin(), patterns.end(), [&pairs](std::size_t a, std::size_t b) {
        return std::tuple(*pairs[a].landmarkQ, a) < std::tuple(*pairs[b].landmarkQ, b);
    });
    std::vector<MissingStep> steps;
    if (patterns.empty())
        return steps;
    const TypeWorth worth = typeWorth(activities.types, points);
    const IntensityRules effective = effectiveRules(activities, rules, asOf);
    std::vector<Interaction> interactions;
    for (std::uint32_t account = 0; account < accounts; ++account) {
        interactionsOf(activities, worth, account, asOf, interactions);
        if (interactions.empty())
            continue;
        const std::vector<DaySpan> spans = highDays(interactions, effective);
        for (const std::size_t index : patterns) {
            const JourneyPair &pair = pairs[index];
            const auto at = std::find_if(interactions.begin(), interactions.end(), [&pair](const Interaction &step) { return step.type == pair.first; });
            if (at == interactions.end() || (pair.variant == JourneyVariant::first && at != interactions.begin()))
                continue;
            if (pair.variant == JourneyVariant::any && !spans.empty() && spans.front().first < at->day)
                continue;
            const Day until = at->day + pair.withinDays;
            const bool done = std::any_of(at, interactions.end(), [&pair](const Interaction &step) { return step.type == pair.then; });
            if (done || until < asOf)
                continue;
            steps.push_back({account, index, at->day, until});
            break;
        }
    }
    return steps;
}

std::vector<FirstSteps> firstSteps(const ActivityColumns &activities, std::size_t accounts,
                                   const EngagementRules &points, Day asOf)
{
    const TypeWorth worth = typeWorth(activities.types, points);
    std::map<std::array<std::uint16_t, 3>, std::int64_t> counts;
    std::vector<Interaction> interactions;
    for (std::size_t account = 0; account < accounts; ++account) {
        interactionsOf(activities, worth, account, asOf, interactions);
        if (interactions.empty())
            continue;
        std::array<std::uint16_t, 3> types{};
        for (std::size_t i = 0; i < types.size() && i < interactions.size(); ++i)
            types[i] = interactions[i].type;
        ++counts[types];
    }
    std::vector<FirstSteps> steps;
    for (const auto &[types, count] : counts)
        steps.push_back({types, count});
    std::stable_sort(steps.begin(), steps.end(), [](const FirstSteps &a, const FirstSteps &b) { return a.accounts > b.accounts; });
    return steps;
}

} // namespace dimsum
