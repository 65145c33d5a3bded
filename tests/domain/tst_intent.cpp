#include <QtTest>

#include "domain/intent.h"
#include "support/small_workspace.h"

#include <cmath>

using namespace dimsum;
using namespace dimsum::test;

namespace
{

const Day today = dayOf(2025, 6, 30);
const IntentRules rules = defaultIntentRules();

bool near(double value, double expected, double tolerance = 1e-9)
{
    return std::abs(value - expected) <= tolerance;
}

IntentScores scored(const std::vector<SignalRow> &signals, const std::vector<EventRow> &events = {},
                    const IntentRules &with = rules, std::size_t accounts = 1)
{
    return scoreIntent(intentColumns(signals, events, accounts), accounts, with, today);
}

// A steady weekly signal of `score` in weeks 1..weeks, on the last day of each week.
std::vector<SignalRow> steady(float score, int weeks)
{
    std::vector<SignalRow> rows;
    for (int week = 1; week <= weeks; ++week)
        rows.push_back({0, "Bombora", "ERP", today - 7 * week, score});
    return rows;
}

} // namespace

class TestIntent : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void meanOfTheThreeHighest()
    {
        const IntentScores scores = scored({{0, "Bombora", "a", today, 80},
                                            {0, "Bombora", "b", today - 5, 50},
                                            {0, "G2", "c", today - 29, 65},
                                            {0, "G2", "d", today, 40}});
        QVERIFY(near(scores.score[0], (80 + 65 + 50) / 3.0));
        QCOMPARE(scores.highest[0], 80.0);
        QCOMPARE(int(scores.recent[0]), 1);
    }

    void newestScoreOfATopicCounts()
    {
        // Newest day wins even if lower; on the same day the higher wins.
        const IntentScores scores = scored({{0, "Bombora", "a", today - 3, 95},
                                            {0, "G2", "a", today - 1, 40},
                                            {0, "Bombora", "a", today - 1, 44}});
        QVERIFY(near(scores.score[0], 44));
        QCOMPARE(int(scores.recent[0]), 0);
    }

    void windowEdges()
    {
        QVERIFY(near(scored({{0, "G2", "a", today - 29, 70}}).score[0], 70));
        QCOMPARE(scored({{0, "G2", "a", today - 30, 70}}).score[0], 0.0);
        const IntentScores future = scored({{0, "G2", "a", today + 1, 70}});
        QCOMPARE(future.score[0], 0.0);
        QVERIFY(!future.feed.anyIntent);
        QVERIFY(!future.feed.anchor.known());
    }

    void hotAtSixtyWithSlack()
    {
        QCOMPARE(int(scored({{0, "G2", "a", today, 60}}).recent[0]), 1);
        QCOMPARE(int(scored({{0, "G2", "a", today, 59.9F}}).recent[0]), 0);
    }

    void bidstreamOnlyIfSwitchedOn()
    {
        const std::vector<SignalRow> rows{{0, "Acme Bidstream Feed", "a", today, 90}};
        QCOMPARE(scored(rows).score[0], 0.0);
        QVERIFY(!scored(rows).feed.anchor.known());
        IntentRules open = rules;
        open.bidstream = true;
        QVERIFY(near(scored(rows, {}, open).score[0], 90));
    }

    void followedTopics()
    {
        IntentRules some = rules;
        some.followedTopics = std::vector<FollowedTopic>{{"B", "b"}};
        const std::vector<SignalRow> rows{{0, "G2", "A", today, 90}, {0, "G2", "B", today, 30}};
        QVERIFY(near(scored(rows, {}, some).score[0], 30));
        some.followedTopics = std::vector<FollowedTopic>{};
        QCOMPARE(scored(rows, {}, some).score[0], 0.0);
        // Counted events do not care about followed topics.
        QVERIFY(scored({}, {{0, "G2", "pricing", today}}, some).score[0] > 50);
    }

    void countedEventsDecay()
    {
        // pricing today (50) and comparison 14 days ago (30 / 2): P = 65, score 100 (1 - 2^(-65/40)) = 67.58
        const std::vector<EventRow> events{{0, "G2", "pricing", today}, {0, "G2", "comparison", today - 14}};
        const double expected = 100 * (1 - std::exp2(-65.0 / 40));
        QVERIFY(near(scored({}, events).score[0], expected));
        QCOMPARE(int(scored({}, events).recent[0]), 1); // a counted source >= 60 is hot
        // P = 40 gives exactly 50 and joins the mean; one category visit (10) does not.
        const std::vector<SignalRow> topic{{0, "Bombora", "a", today, 70}};
        IntentRules forty = rules;
        forty.eventPoints = {{"x", "x", 40}};
        QVERIFY(near(scored(topic, {{0, "G2", "x", today}}, forty).score[0], 60));
        QVERIFY(near(scored(topic, {{0, "G2", "category", today}}).score[0], 70));
        // Unknown events are worth nothing, counts multiply.
        QCOMPARE(scored({}, {{0, "G2", "webinar", today}}).score[0], 0.0);
        QVERIFY(near(scored({}, {{0, "G2", "category", today, 4}}).score[0], 50));
    }

    void surgeAgainstOwnBaseline()
    {
        // Twelve weeks of 40: mu 40, s 0 -> line 40 + 2 * 10 = 60. A newest score of 60 surges, 59.9 does
        // not.
        std::vector<SignalRow> rows = steady(40, 12);
        rows.push_back({0, "Bombora", "ERP", today, 60});
        const IntentScores at = scored(rows);
        QVERIFY(at.surges(0));
        QVERIFY(near(at.surgeValue[0], 60));
        QVERIFY(near(at.surgeLine[0], 60));
        QVERIFY(near(at.weeklyOf(0)[1], 40));
        rows.back().score = 59.9F;
        QVERIFY(scored(rows).surge[0] == SurgeState::none);
    }

    void surgeNeedsAStrongTopicNow()
    {
        // Line 20 (mu 0 but for old history): 49 clears the line and yet no topic is at 50.
        std::vector<SignalRow> rows{{0, "Bombora", "ERP", today - 90, 1}, {0, "Bombora", "ERP", today, 49}};
        QVERIFY(scored(rows).surge[0] == SurgeState::none);
        rows.back().score = 50;
        QVERIFY(scored(rows).surges(0));
    }

    void baselineNeedsFourWeeks()
    {
        // Another account keeps the pair established; ours starts 27 or 28 days before the anchor.
        for (const auto &[age, state] :
             {std::pair{27, SurgeState::noBaseline}, std::pair{28, SurgeState::surge}}) {
            const std::vector<SignalRow> rows{{1, "Bombora", "ERP", today - 30, 10},
                                              {0, "Bombora", "ERP", today - age, 10},
                                              {0, "Bombora", "ERP", today, 90}};
            QVERIFY(scored(rows, {}, rules, 2).surge[0] == state);
        }
    }

    void newlyBoughtTopicIsNoSurge()
    {
        std::vector<SignalRow> rows = steady(10, 12);
        rows.push_back({0, "Bombora", "New topic", today, 95});
        const IntentScores scores = scored(rows);
        QVERIFY(scores.surge[0] == SurgeState::none);
        QCOMPARE(scores.surgeValue[0], 0.0);
        QCOMPARE(int(scores.recent[0]), 1); // but it is hot
    }

    void staleFeed()
    {
        for (const auto &[behind, state] :
             {std::pair{7, SurgeState::surge}, std::pair{8, SurgeState::staleFeed}}) {
            std::vector<SignalRow> rows = steady(10, 12);
            for (SignalRow &row : rows)
                row.day = row.day - behind;
            rows.push_back({0, "Bombora", "ERP", today - behind, 90});
            const IntentScores scores = scored(rows);
            QVERIFY(scores.surge[0] == state);
            QCOMPARE(scores.feed.stale, state == SurgeState::staleFeed);
            QVERIFY(scores.feed.anchor == today - behind);
        }
    }

    void weeksSumTheNewestOfEachTopic()
    {
        const std::vector<SignalRow> rows{
            {0, "Bombora", "a", today - 40, 10}, {0, "Bombora", "b", today - 40, 10},
            {0, "Bombora", "a", today - 6, 90},  {0, "Bombora", "a", today - 1, 30},
            {0, "Bombora", "b", today, 20},      {0, "Bombora", "a", today - 7, 55}};
        const IntentColumns columns = intentColumns(rows, {}, 1);
        const std::vector<double> weeks = intentWeeks(columns, rules, intentFeed(columns, rules, today), today, 0, 8);
        QVERIFY(near(weeks[0], 50)); // newest a = 30, b = 20
        QVERIFY(near(weeks[1], 55));
        QVERIFY(near(weeks[5], 20)); // 40 days back
    }

    void receiptAddsUp()
    {
        std::vector<SignalRow> rows = steady(40, 12);
        rows.push_back({0, "G2", "CRM", today, 72});
        const IntentColumns columns = intentColumns(rows, {{0, "G2", "pricing", today}}, 1);
        const IntentReceipt receipt = intentReceipt(columns, rules, intentFeed(columns, rules, today), today, 0);
        double sum = 0;
        int parts = 0;
        for (const IntentItem &item : receipt.items) {
            sum += item.inMean ? item.score : 0;
            parts += item.inMean;
        }
        QCOMPARE(parts, 3);
        QVERIFY(near(receipt.score, sum / parts));
        QVERIFY(near(receipt.score, scoreIntent(columns, 1, rules, today).score[0]));
        QVERIFY(receipt.items.front().score == 72);
    }

    void noSignals()
    {
        const IntentScores scores = scored({});
        QCOMPARE(scores.score[0], 0.0);
        QVERIFY(!scores.feed.anyIntent);
        QVERIFY(scores.surge[0] == SurgeState::none);
        QVERIFY(!scores.feed.stale);
    }
};

QTEST_GUILESS_MAIN(TestIntent)
#include "tst_intent.moc"
