#include <QtTest>

#include "domain/deals.h"
#include "support/small_workspace.h"

using namespace dimsum;
using namespace dimsum::test;

class TestDeals : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stateOnADay()
    {
        const Day today = dayOf(2025, 6, 30);
        const std::vector<DealRow> rows{
            {0, DealStatus::won, today - 9, today},      // customer since today
            {1, DealStatus::won, today - 9, today + 1},  // still open today
            {2, DealStatus::open, today, today - 5},     // open; its expected close date is never looked at
            {3, DealStatus::open, today + 1},            // does not exist yet
            {4, DealStatus::lost, today - 9, today - 1}, // over
            {5, DealStatus::lost, today - 9, today + 1}, // not lost yet
        };
        const DealFlags flags = dealFlags(opportunityColumns(rows, 7), 7, today);
        QCOMPARE(flags.customer, (std::vector<std::uint8_t>{1, 0, 0, 0, 0, 0, 0}));
        QCOMPARE(flags.openDeal, (std::vector<std::uint8_t>{0, 1, 1, 0, 0, 1, 0}));
        QVERIFY(flags.anyDeal);
        QVERIFY(!dealFlags(opportunityColumns(rows, 7), 7, today - 10).anyDeal);
    }
};

QTEST_GUILESS_MAIN(TestDeals)
#include "tst_deals.moc"
