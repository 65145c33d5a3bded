// QtTest comes first: moc of Qt 6.4 stumbles over <concepts> where nothing of the library came before it.
#include <QtTest>

#include "domain/workdays.h"

using namespace dimsum;

namespace
{

// July 2025: the 4th, a Friday, is a holiday; the 1st is a Tuesday.
const Workdays july({dayOf(2025, 7, 4)});

Day on(int month, int day)
{
    return dayOf(2025, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

} // namespace

class TestWorkdays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheBusinessDays();
    void countsFromTheFirstBusinessDay_data();
    void countsFromTheFirstBusinessDay();
    void addsTheDaysSpentWaiting_data();
    void addsTheDaysSpentWaiting();
    void countsOnAnOpenPauseUpToToday();
    void addsSeveralPauses();
    void leavesAnUnapprovedOrderWithoutADueDay();
    void countsBusinessDaysBetween();
    void agreesWithCountingDayByDay();
};

void TestWorkdays::knowsTheBusinessDays()
{
    QVERIFY(july.isBusinessDay(on(7, 1)));
    QVERIFY(july.isBusinessDay(on(7, 3)));
    QVERIFY(!july.isBusinessDay(on(7, 4))); // holiday
    QVERIFY(!july.isBusinessDay(on(7, 5))); // Saturday
    QVERIFY(!july.isBusinessDay(on(7, 6))); // Sunday
    QVERIFY(july.isBusinessDay(on(7, 7)));
    QVERIFY(Workdays().isBusinessDay(on(7, 4)));
    QVERIFY(!Workdays().isBusinessDay(dayOf(1969, 12, 27))); // Saturday before the epoch
    QVERIFY(Workdays().isBusinessDay(dayOf(1969, 12, 31)));  // Wednesday
}

void TestWorkdays::countsFromTheFirstBusinessDay_data()
{
    QTest::addColumn<int>("approved");
    QTest::addColumn<int>("lead");
    QTest::addColumn<int>("due");
    const auto row = [](const char *name, Day approved, int lead, Day due) {
        QTest::newRow(name) << approved.number << lead << due.number;
    };
    row("no lead on a business day: that day", on(7, 1), 0, on(7, 1));
    row("no lead on a Saturday: Monday", on(7, 5), 0, on(7, 7));
    row("no lead on a holiday: the Monday after", on(7, 4), 0, on(7, 7));
    row("Tuesday + 2 = Thursday", on(7, 1), 2, on(7, 3));
    row("Tuesday + 3 skips the holiday and the week-end", on(7, 1), 3, on(7, 7));
    row("Saturday + 5: day 0 is Monday, due Monday after", on(7, 5), 5, on(7, 14));
    row("Thursday + 1 over holiday and week-end", on(7, 3), 1, on(7, 7));
    row("Friday + 5 = next Friday", on(7, 11), 5, on(7, 18));
    row("Sunday + 20 = four weeks from Monday", on(7, 6), 20, on(8, 4));
}

void TestWorkdays::countsFromTheFirstBusinessDay()
{
    QFETCH(int, approved);
    QFETCH(int, lead);
    QFETCH(int, due);
    const Day day = dueDay(Day{approved}, lead, {}, july, Day{approved});
    QCOMPARE(isoText(day), isoText(Day{due}));
    QCOMPARE(earliestDelivery(Day{approved}, lead, july).number, due);
}

void TestWorkdays::addsTheDaysSpentWaiting_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<int>("due");
    const auto row = [](const char *name, Day from, Day to, Day due) {
        QTest::newRow(name) << from.number << to.number << due.number;
    };
    // Approved on Monday 7 July with 5 days: due Monday 14 July without a pause.
    row("out and back on one day", on(7, 8), on(7, 8), on(7, 14));
    row("Tuesday to Thursday: two days", on(7, 8), on(7, 10), on(7, 16));
    row("Friday to Monday: one day", on(7, 11), on(7, 14), on(7, 15));
    row("Saturday to Sunday: none", on(7, 12), on(7, 13), on(7, 14));
    row("a whole week: five days", on(7, 8), on(7, 15), on(7, 21));
    row("before approval: none", on(7, 1), on(7, 7), on(7, 14));
    row("begun before approval: only what lies after it", on(7, 1), on(7, 9), on(7, 16));
}

void TestWorkdays::addsTheDaysSpentWaiting()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(int, due);
    const std::vector<Pause> pauses{{Day{from}, Day{to}}};
    QCOMPARE(isoText(dueDay(on(7, 7), 5, pauses, july, on(9, 1))), isoText(Day{due}));
}

void TestWorkdays::countsOnAnOpenPauseUpToToday()
{
    const std::vector<Pause> waiting{{on(7, 8), unknownDay}};
    QCOMPARE(isoText(dueDay(on(7, 7), 5, waiting, july, on(7, 8))), std::string("2025-07-14"));
    QCOMPARE(isoText(dueDay(on(7, 7), 5, waiting, july, on(7, 9))), std::string("2025-07-15"));
    QCOMPARE(isoText(dueDay(on(7, 7), 5, waiting, july, on(7, 14))), std::string("2025-07-18"));
}

void TestWorkdays::addsSeveralPauses()
{
    const std::vector<Pause> pauses{{on(7, 8), on(7, 9)}, {on(7, 10), on(7, 14)}};
    QCOMPARE(isoText(dueDay(on(7, 7), 5, pauses, july, on(8, 1))), std::string("2025-07-17"));
}

void TestWorkdays::leavesAnUnapprovedOrderWithoutADueDay()
{
    QVERIFY(!dueDay(unknownDay, 5, {}, july, on(7, 1)).known());
}

void TestWorkdays::countsBusinessDaysBetween()
{
    QCOMPARE(july.between(on(7, 1), on(7, 8)), 4); // 1, 2, 3, 7
    QCOMPARE(july.between(on(7, 8), on(7, 1)), 0);
    QCOMPARE(july.between(on(7, 8), on(7, 8)), 0);
}

void TestWorkdays::agreesWithCountingDayByDay()
{
    for (int start = 0; start < 40; ++start) {
        for (int lead = 0; lead < 30; ++lead) {
            const Day approved = on(6, 20) + start;
            const Day due = july.plus(approved, lead);
            QVERIFY(july.isBusinessDay(due));
            QCOMPARE(july.between(approved, due), lead);
        }
    }
}

QTEST_GUILESS_MAIN(TestWorkdays)
#include "tst_workdays.moc"
