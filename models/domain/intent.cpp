#include "domain/intent.h"

#include "domain/all_cores.h"
#include "domain/statistics.h"
#include "domain/tolerance.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace dimsum
{

namespace
{

// Scores are stored as float to halve the memory of millions; the decimal that was imported comes back here
// (a float keeps five decimals of numbers up to 100).
double decimalScore(float stored)
{
    return std::round(static_cast<double>(stored) * 1e5) / 1e5;
}

// What the rules say about every code of the columns, looked up once.
struct CodeRules {
    std::vector<std::uint8_t> counts;   // by source
    std::vector<std::uint8_t> followed; // by topic
    std::vector<double> eventPoints;    // by event type
};

bool isFollowed(const IntentRules &rules, const std::string &topicKey)
{
    if (!rules.followedTopics)
        return true;
    return std::any_of(rules.followedTopics->begin(), rules.followedTopics->end(),
                       [&](const FollowedTopic &topic) { return topic.key == topicKey; });
}

double pointsOfEvent(const IntentRules &rules, const std::string &eventKey)
{
    for (const EventPoints &event : rules.eventPoints) {
        if (event.key == eventKey)
            return event.points;
    }
    return 0;
}

// Newest week of the anchor is 0; -1 for days after it.
int weekOf(Day anchor, Day day)
{
    const int age = anchor - day;
    return age < 0 ? -1 : age / 7;
}

CodeRules codeRules(const IntentColumns &intent, const IntentRules &rules)
{
    CodeRules codes;
    for (std::uint32_t code = 0; code < intent.sources.size(); ++code)
        codes.counts.push_back(sourceCounts(rules, intent.sources.at(code).key) ? 1 : 0);
    for (std::uint32_t code = 0; code < intent.topics.size(); ++code)
        codes.followed.push_back(isFollowed(rules, intent.topics.at(code).key) ? 1 : 0);
    for (std::uint32_t code = 0; code < intent.eventTypes.size(); ++code)
        codes.eventPoints.push_back(pointsOfEvent(rules, intent.eventTypes.at(code).key));
    return codes;
}

// The newest score per topic of one account, kept by topic code without clearing between accounts.
class NewestByTopic
{
public:
    explicit NewestByTopic(std::size_t topics) : m_mark(topics, 0), m_slot(topics, 0) {}

    void clear()
    {
        ++m_round;
        items.clear();
    }
    void add(std::uint32_t topic, std::uint16_t source, Day day, double score)
    {
        if (m_mark[topic] != m_round) {
            m_mark[topic] = m_round;
            m_slot[topic] = static_cast<std::uint32_t>(items.size());
            items.push_back({topic, source, day, score, 0, false, false});
            return;
        }
        IntentItem &item = items[m_slot[topic]];
        if (day > item.day || (day == item.day && score > item.score))
            item = {topic, source, day, score, 0, false, false};
    }

    std::vector<IntentItem> items;

private:
    std::vector<std::uint64_t> m_mark;
    std::vector<std::uint32_t> m_slot;
    std::uint64_t m_round = 0;
};

class AccountIntent
{
public:
    AccountIntent(const IntentColumns &intent, const IntentRules &rules, const CodeRules &codes, const IntentFeed &feed, Day asOf)
        : m_intent(intent),
          m_rules(rules),
          m_codes(codes),
          m_feed(feed),
          m_asOf(asOf),
          m_newest(feed.topics),
          m_baseline(static_cast<std::size_t>(rules.surge.weeks) + 1)
    {
    }

    // Fills the receipt; its vector is reused from account to account.
    void score(std::size_t account, IntentReceipt &receipt)
    {
        receipt.items.clear();
        receipt.surge = SurgeState::none;
        collectTopics(account, receipt);
        collectEvents(account, receipt);
        std::sort(receipt.items.begin(), receipt.items.end(), [](const IntentItem &a, const IntentItem &b) {
            return a.score != b.score   ? a.score > b.score
                   : a.topic != b.topic ? a.topic < b.topic
                                        : a.source < b.source;
        });
        rate(receipt);
        judgeSurge(account, receipt);
        receipt.recent = receipt.surge == SurgeState::surge ||
                         std::any_of(receipt.items.begin(), receipt.items.end(),
                                     [](const IntentItem &item) { return item.hot; });
    }

    // v_k into `values`, newest week first; tells the first established signal and the best newest score of
    // week 0.
    void weeks(std::size_t account, std::span<double> values, Day &firstSignal, double &bestNow)
    {
        std::fill(values.begin(), values.end(), 0.0);
        firstSignal = unknownDay;
        bestNow = 0;
        if (!m_feed.anchor.known())
            return;
        const SignalColumns &signals = m_intent.signals;
        const RowRange range = signals.byAccount.of(account);
        int openWeek = -1;
        const auto close = [&] {
            for (const IntentItem &item : m_newest.items) {
                if (openWeek >= 0 && static_cast<std::size_t>(openWeek) < values.size())
                    values[static_cast<std::size_t>(openWeek)] += item.score;
                if (openWeek == 0)
                    bestNow = std::max(bestNow, item.score);
            }
            m_newest.clear();
        };
        m_newest.clear();
        for (std::size_t i = range.begin; i < range.end; ++i) {
            const std::uint16_t source = signals.source[i];
            const std::uint32_t topic = signals.topic[i];
            const int week = weekOf(m_feed.anchor, signals.day[i]);
            if (week < 0 || m_codes.counts[source] == 0 || m_codes.followed[topic] == 0 ||
                !m_feed.isEstablished(source, topic))
                continue;
            if (!firstSignal.known())
                firstSignal = signals.day[i];
            if (week != openWeek) {
                close();
                openWeek = week;
            }
            m_newest.add(topic, source, signals.day[i], decimalScore(signals.score[i]));
        }
        close();
    }

private:
    void collectTopics(std::size_t account, IntentReceipt &receipt)
    {
        const SignalColumns &signals = m_intent.signals;
        const RowRange range = signals.byAccount.of(account);
        m_newest.clear();
        for (std::size_t i = range.begin; i < range.end; ++i) {
            const int age = m_asOf - signals.day[i];
            if (age < 0 || age >= m_rules.windowDays || m_codes.counts[signals.source[i]] == 0 ||
                m_codes.followed[signals.topic[i]] == 0)
                continue;
            m_newest.add(signals.topic[i], signals.source[i], signals.day[i], decimalScore(signals.score[i]));
        }
        receipt.items.assign(m_newest.items.begin(), m_newest.items.end());
    }

    // Each counted source becomes one more "topic".
    void collectEvents(std::size_t account, IntentReceipt &receipt)
    {
        const IntentEventColumns &events = m_intent.events;
        const RowRange range = events.byAccount.of(account);
        const std::size_t topics = receipt.items.size();
        for (std::size_t i = range.begin; i < range.end; ++i) {
            const int age = m_asOf - events.day[i];
            const double points = m_codes.eventPoints[events.event[i]];
            if (age < 0 || age >= m_rules.windowDays || m_codes.counts[events.source[i]] == 0 || points <= 0)
                continue;
            const auto from = receipt.items.begin() + static_cast<std::ptrdiff_t>(topics);
            auto item = std::find_if(from, receipt.items.end(),
                                     [&](const IntentItem &one) { return one.source == events.source[i]; });
            if (item == receipt.items.end())
                item = receipt.items.insert(item, {0, events.source[i], events.day[i], 0, 0, false, false});
            item->day = std::max(item->day, events.day[i]);
            item->eventPoints += points * events.count[i] * std::exp2(-age / m_rules.eventHalfLifeDays);
        }
        for (std::size_t i = topics; i < receipt.items.size(); ++i)
            receipt.items[i].score =
                100 * (1 - std::exp2(-receipt.items[i].eventPoints / m_rules.eventScale));
    }

    void rate(IntentReceipt &receipt)
    {
        double sum = 0;
        int joined = 0;
        for (IntentItem &item : receipt.items) {
            const bool counted = item.topic == 0 && item.eventPoints > 0;
            item.hot = item.score + slack >= m_rules.recentScore;
            item.inMean = joined < m_rules.top && (!counted || item.score + slack >= m_rules.eventMin);
            if (item.inMean) {
                sum += item.score;
                ++joined;
            }
        }
        receipt.score = joined > 0 ? sum / joined : 0;
    }

    void judgeSurge(std::size_t account, IntentReceipt &receipt)
    {
        double bestNow = 0;
        weeks(account, m_baseline, receipt.firstSignal, bestNow);
        const std::span<const double> history = std::span(m_baseline).subspan(1);
        receipt.surgeValue = m_baseline.front();
        receipt.baselineMean = mean(history);
        receipt.baselineDeviation = sampleDeviation(history);
        receipt.surgeLine = receipt.baselineMean +
                            m_rules.surge.sd * std::max(receipt.baselineDeviation, m_rules.surge.sdFloor);
        if (!m_feed.anchor.known())
            return;
        if (m_feed.stale) {
            receipt.surge = SurgeState::staleFeed;
            return;
        }
        if (!receipt.firstSignal.known() ||
            m_feed.anchor - receipt.firstSignal < 7 * m_rules.surge.minHistoryWeeks) {
            receipt.surge = SurgeState::noBaseline;
            return;
        }
        if (receipt.surgeValue + slack >= receipt.surgeLine && bestNow + slack >= m_rules.surge.minScore)
            receipt.surge = SurgeState::surge;
    }

public:
    std::span<const double> baseline() const { return m_baseline; }

private:
    const IntentColumns &m_intent;
    const IntentRules &m_rules;
    const CodeRules &m_codes;
    const IntentFeed &m_feed;
    Day m_asOf;
    NewestByTopic m_newest;
    std::vector<double> m_baseline; // v_0 .. v_weeks of the account scored last
};

} // namespace

IntentRules defaultIntentRules()
{
    IntentRules rules;
    rules.sources = {{"Bombora", "bombora", SourceKind::coop, false},
                     {"G2", "g2", SourceKind::review, false},
                     {"Bidstream Exchange", "bidstream exchange", SourceKind::bidstream, false}};
    rules.eventPoints = {{"category", "category", 10},
                         {"comparison", "comparison", 30},
                         {"alternatives", "alternatives", 30},
                         {"profile", "profile", 50},
                         {"pricing", "pricing", 50}};
    return rules;
}

SourceKind sourceKind(const IntentRules &rules, std::string_view sourceKey)
{
    for (const SourceRule &rule : rules.sources) {
        if (rule.key == sourceKey)
            return rule.kind;
    }
    if (sourceKey.find("bidstream") != std::string_view::npos)
        return SourceKind::bidstream;
    if (sourceKey == "g2" || sourceKey == "trustradius")
        return SourceKind::review;
    return sourceKey == "bombora" ? SourceKind::coop : SourceKind::other;
}

bool sourceCounts(const IntentRules &rules, std::string_view sourceKey)
{
    return rules.bidstream || sourceKind(rules, sourceKey) != SourceKind::bidstream;
}

IntentFeed intentFeed(const IntentColumns &intent, const IntentRules &rules, Day asOf)
{
    IntentFeed feed;
    std::vector<std::uint8_t> counts;
    for (std::uint32_t code = 0; code < intent.sources.size(); ++code)
        counts.push_back(sourceCounts(rules, intent.sources.at(code).key) ? 1 : 0);
    const SignalColumns &signals = intent.signals;
    for (std::size_t i = 0; i < signals.size(); ++i) {
        if (signals.day[i] > asOf)
            continue;
        feed.anyIntent = true;
        if (counts[signals.source[i]] != 0)
            feed.anchor = std::max(feed.anchor, signals.day[i]);
    }
    for (std::size_t i = 0; i < intent.events.size() && !feed.anyIntent; ++i)
        feed.anyIntent = intent.events.day[i] <= asOf;
    feed.topics = intent.topics.size();
    feed.established.assign(intent.sources.size() * feed.topics, 0);
    if (!feed.anchor.known())
        return feed;
    feed.stale = asOf - feed.anchor > rules.staleDays;
    for (std::size_t i = 0; i < signals.size(); ++i) {
        const int week = weekOf(feed.anchor, signals.day[i]);
        if (counts[signals.source[i]] != 0 && week >= rules.surge.minHistoryWeeks && week <= rules.surge.weeks)
            feed.established[signals.source[i] * feed.topics + signals.topic[i]] = 1;
    }
    return feed;
}

IntentScores scoreIntent(const IntentColumns &intent, std::size_t accounts, const IntentRules &rules,
                         Day asOf)
{
    IntentScores scores;
    scores.feed = intentFeed(intent, rules, asOf);
    const CodeRules codes = codeRules(intent, rules);
    scores.weeks = static_cast<std::size_t>(rules.surge.weeks) + 1;
    scores.score.resize(accounts);
    scores.highest.resize(accounts);
    scores.surge.resize(accounts);
    scores.surgeValue.resize(accounts);
    scores.surgeLine.resize(accounts);
    scores.recent.resize(accounts);
    scores.weekly.resize(accounts * scores.weeks);
    inAllCores(accounts, [&](std::size_t begin, std::size_t end) {
        AccountIntent work(intent, rules, codes, scores.feed, asOf);
        IntentReceipt receipt;
        for (std::size_t row = begin; row < end; ++row) {
            work.score(row, receipt);
            scores.score[row] = receipt.score;
            scores.highest[row] = receipt.items.empty() ? 0 : receipt.items.front().score;
            scores.surge[row] = receipt.surge;
            scores.surgeValue[row] = receipt.surgeValue;
            scores.surgeLine[row] = receipt.surgeLine;
            scores.recent[row] = receipt.recent ? 1 : 0;
            std::transform(work.baseline().begin(), work.baseline().end(),
                           scores.weekly.begin() + static_cast<std::ptrdiff_t>(row * scores.weeks),
                           [](double value) { return static_cast<float>(value); });
        }
    });
    return scores;
}

IntentReceipt intentReceipt(const IntentColumns &intent, const IntentRules &rules, const IntentFeed &feed,
                            Day asOf, std::size_t account)
{
    const CodeRules codes = codeRules(intent, rules);
    IntentReceipt receipt;
    AccountIntent(intent, rules, codes, feed, asOf).score(account, receipt);
    return receipt;
}

std::vector<double> intentWeeks(const IntentColumns &intent, const IntentRules &rules, const IntentFeed &feed,
                                Day asOf, std::size_t account, std::size_t weeks)
{
    const CodeRules codes = codeRules(intent, rules);
    std::vector<double> values(weeks, 0.0);
    Day first;
    double best = 0;
    AccountIntent(intent, rules, codes, feed, asOf).weeks(account, values, first, best);
    return values;
}

} // namespace dimsum
