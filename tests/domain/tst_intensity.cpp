#include <QtTest>

#include "domain/intensity.h"
#include "support/small_workspace.h"

using namespace dimsum;
using namespace dimsum::test;

namespace
{

const Day today = dayOf(2025, 6, 30);

IntensityColumns scored(const std::vector<ActivityRow> &rows, Day asOf = today)
{
    return scoreIntensity(activityColumns(rows, 1), 1, defaultEngagementRules(), IntensityRules{}, asOf);
}

} // namespace

class TestIntensity : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void threeInteractionsOfTwoPeopleInOneArea()
    {
        const std::vector<ActivityRow> rows{
            {0, "webinar", today - 29, 1, "ERP"}, {0, "web visit", today - 10, 2}, {0, "reply", today, 1}};
        const IntensityColumns columns = scored(rows);
        QCOMPARE(int(columns.high[0]), 1);
        QCOMPARE(columns.interactions[0], 3);
        QCOMPARE(columns.people[0], 2);
        QCOMPARE(columns.areas[0], 1);
        QCOMPARE(columns.daysLeft[0], 1); // 30 - 29
        QVERIFY(columns.endsOn[0] == today + 1);
        // A day later the oldest has left the window and with it the area.
        const IntensityColumns later = scored(rows, today + 1);
        QCOMPARE(int(later.high[0]), 0);
        QCOMPARE(later.interactions[0], 2);
        QVERIFY(!later.endsOn[0].known());
    }

    void stateOutlivesTheOldestActivity()
    {
        // Four activities: without the oldest the rule still holds, so the state ends 20 days after today.
        const std::vector<ActivityRow> rows{{0, "webinar", today - 25, 1, "ERP"},
                                            {0, "webinar", today - 10, 1, "ERP"},
                                            {0, "webinar", today - 9, 2, "ERP"},
                                            {0, "webinar", today, 3, "ERP"}};
        const IntensityColumns columns = scored(rows);
        QCOMPARE(columns.daysLeft[0], 5);
        QVERIFY(columns.endsOn[0] == today + 20);
        QCOMPARE(int(scored(rows, today + 19).high[0]), 1);
        QCOMPARE(int(scored(rows, today + 20).high[0]), 0);
    }

    void anonymousVisitorsAreOnePerson()
    {
        const std::vector<ActivityRow> rows(5, ActivityRow{0, "web visit", today, 0, "ERP"});
        QCOMPARE(scored(rows).people[0], 1);
        QCOMPARE(int(scored(rows).high[0]), 0);
        // Beside a known contact they are nobody.
        std::vector<ActivityRow> mixed = rows;
        mixed.push_back({0, "reply", today, 4, "ERP"});
        QCOMPARE(scored(mixed).people[0], 1);
    }

    void areasAreOffWhereThereAreNone()
    {
        const std::vector<ActivityRow> rows{
            {0, "demo", today, 1}, {0, "demo", today, 2}, {0, "demo", today, 3}};
        QVERIFY(!scored(rows).areasUsed);
        QCOMPARE(int(scored(rows).high[0]), 1);
        std::vector<ActivityRow> withArea = rows;
        withArea.push_back({0, "email open", today - 200, 1, "ERP"});
        QVERIFY(scored(withArea).areasUsed);
        QCOMPARE(int(scored(withArea).high[0]), 0);
    }

    void lastActivityIsOfAnyType()
    {
        const IntensityColumns columns = scored({{0, "email open", today - 40}, {0, "demo", today + 3}});
        QVERIFY(columns.lastActivity[0] == today - 40);
        QCOMPARE(columns.interactions[0], 0);
        QCOMPARE(columns.people[0], 0);
        QCOMPARE(columns.daysLeft[0], -1);
        QVERIFY(!scored({}).lastActivity[0].known());
    }
};

QTEST_GUILESS_MAIN(TestIntensity)
#include "tst_intensity.moc"
