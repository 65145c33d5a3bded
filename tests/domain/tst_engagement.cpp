#include <QtTest>

#include "domain/engagement.h"
#include "support/small_workspace.h"

#include <cmath>

using namespace dimsum;
using namespace dimsum::test;

namespace
{

const Day today = dayOf(2025, 6, 30);
const EngagementRules rules = defaultEngagementRules();

bool near(double value, double expected, double tolerance = 1e-9)
{
    return std::abs(value - expected) <= tolerance;
}

EngagementScores scored(const std::vector<ActivityRow> &rows, std::size_t accounts = 1)
{
    return scoreEngagement(activityColumns(rows, accounts), accounts, rules, today);
}

} // namespace

class TestEngagement : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pointsTable()
    {
        QCOMPARE(pointsOf(rules, "demo"), 15.0);
        QCOMPARE(pointsOf(rules, "high value web page"), 5.0);
        QCOMPARE(pointsOf(rules, "carrier pigeon"), 1.0);
        QVERIFY(typeCounts(rules, "ad click"));
        QVERIFY(!typeCounts(rules, "email open"));
        QVERIFY(!typeCounts(rules, "carrier pigeon"));
    }

    void capsThePersonPerDay()
    {
        // One person: demo 15 + webinar 8 = 23 -> 15. Another: webinar 8. The unknown person: visit 2. E
        // = 25.
        const std::vector<ActivityRow> rows{{0, "demo", today, 1},
                                            {0, "webinar", today, 1},
                                            {0, "webinar", today, 2},
                                            {0, "web visit", today, 0}};
        const EngagementScores scores = scored(rows);
        QVERIFY(near(scores.energy[0], 25));
        QVERIFY(near(scores.score[0], 100 * (1 - std::exp2(-25.0 / 30))));
        // The same on two days is not capped together.
        QVERIFY(near(scored({{0, "demo", today, 1}, {0, "demo", today - 30, 1}}).energy[0], 15 + 7.5));
    }

    void decaysByHalfInThirtyDaysAndEndsAt120()
    {
        QVERIFY(near(scored({{0, "demo", today - 30}}).energy[0], 7.5));
        QVERIFY(near(scored({{0, "demo", today - 119}}).energy[0], 15 * std::exp2(-119.0 / 30)));
        QCOMPARE(scored({{0, "demo", today - 120}}).energy[0], 0.0);
        QCOMPARE(scored({{0, "demo", today + 1}}).energy[0], 0.0);
        QVERIFY(!scored({{0, "demo", today + 1}}).anyActivity);
        QVERIFY(near(scored({{0, "demo", today}, {0, "demo", today, 2}}).score[0], 50)); // E = 30 = the scale
    }

    void recentEngagementCountsOnlyCountingActivities()
    {
        const EngagementScores five = scored({{0, "high value web page", today - 29}});
        QCOMPARE(int(five.recent[0]), 1);
        QCOMPARE(five.recentPoints[0], 5.0);
        QCOMPARE(int(scored({{0, "high value web page", today - 30}}).recent[0]), 0);
        // Five opens are worth five points but do not count.
        std::vector<ActivityRow> opens;
        for (int i = 0; i < 5; ++i)
            opens.push_back({0, "email open", today - i});
        QCOMPARE(int(scored(opens).recent[0]), 0);
        QVERIFY(scored(opens).energy[0] > 4);
        // 14 opens and a web visit of one person on one day: the cap applies to the counting 2 alone.
        std::vector<ActivityRow> mixed(14, ActivityRow{0, "email open", today});
        mixed.push_back({0, "web visit", today});
        QCOMPARE(scored(mixed).recentPoints[0], 2.0);
    }

    void surge()
    {
        // No history: line 0 + 2 * 2 = 4, but at least 10 points are needed.
        const EngagementScores event = scored({{0, "event", today}});
        QCOMPARE(int(event.surge[0]), 1);
        QCOMPARE(int(event.firstActivity[0]), 1);
        QVERIFY(near(event.surgeLine[0], 4));
        QCOMPARE(int(scored({{0, "webinar", today}}).surge[0]), 0);
        // A steady 8 in each of 12 weeks: line 8 + 4 = 12; 8 + 3 = 11 is below, 8 + 5 = 13 above.
        std::vector<ActivityRow> steady;
        for (int week = 1; week <= 12; ++week)
            steady.push_back({0, "webinar", today - 7 * week});
        std::vector<ActivityRow> below = steady;
        below.push_back({0, "webinar", today});
        below.push_back({0, "email click", today - 1});
        QCOMPARE(int(scored(below).surge[0]), 0);
        std::vector<ActivityRow> above = steady;
        above.push_back({0, "webinar", today});
        above.push_back({0, "content download", today - 6});
        const EngagementScores surging = scored(above);
        QCOMPARE(int(surging.surge[0]), 1);
        QCOMPARE(int(surging.firstActivity[0]), 0);
        QVERIFY(near(surging.surgeValue[0], 13));
        QVERIFY(near(surging.surgeLine[0], 12));
        QCOMPARE(surging.weeklyOf(0)[12], 8.0F);
    }

    void longForgottenActivityIsNotFirst()
    {
        const EngagementScores scores = scored({{0, "event", today}, {0, "event", today - 400}});
        QCOMPARE(int(scores.surge[0]), 1);
        QCOMPARE(int(scores.firstActivity[0]), 0);
    }

    void receiptAddsUp()
    {
        const ActivityColumns columns = activityColumns(
            {{0, "demo", today - 3, 1}, {0, "webinar", today - 3, 1}, {0, "event", today - 50, 0}}, 1);
        const EngagementReceipt receipt = engagementReceipt(columns, rules, today, 0);
        QCOMPARE(receipt.lines.size(), std::size_t{2});
        QCOMPARE(receipt.lines[0].points, 23.0);
        QCOMPARE(receipt.lines[0].capped, 15.0);
        QVERIFY(near(receipt.lines[0].decayed + receipt.lines[1].decayed, receipt.energy));
        QVERIFY(near(receipt.score, scoreEngagement(columns, 1, rules, today).score[0]));
    }

    void cohorts()
    {
        const ActivityColumns columns =
            activityColumns({{0, "event", today}, {1, "demo", today - 7}, {2, "reply", today}}, 4);
        const std::vector<Tier> tiers{Tier::one, Tier::one, Tier::three, Tier::none};
        const auto cohort = cohortWeeks(scoreEngagement(columns, 4, rules, today), tiers);
        const auto newest = [&cohort](std::size_t tier) { return std::vector<double>(cohort[tier].begin(), cohort[tier].begin() + 3); };
        QCOMPARE(cohort[1].size(), std::size_t{13}); // the weeks that the scores keep
        QCOMPARE(newest(1), (std::vector<double>{5, 7.5, 0}));
        QCOMPARE(newest(3), (std::vector<double>{8, 0, 0}));
        QCOMPARE(newest(2), (std::vector<double>{0, 0, 0}));
        QCOMPARE(engagementWeeks(columns, rules, today, 1, 2), (std::vector<double>{0, 15}));
    }
};

QTEST_GUILESS_MAIN(TestEngagement)
#include "tst_engagement.moc"
