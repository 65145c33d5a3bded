// What the account dock shows adds up on paper (domain.md sections 3 to 6 and 10).
#include "service/account_details.h"
#include "support/small_world.h"

#include <QTest>

#include <cmath>

using namespace dimsum;

class TestAccountDetails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theReceiptOfAcme()
    {
        SmallWorld world;
        QVERIFY(world.fill());
        const auto snapshot = loadSnapshot(*world.workspace);
        QVERIFY(SmallWorld::fine(snapshot));
        const AccountId acme = world.ids["acme.com"];
        const auto details = accountDetails(*world.workspace, **snapshot, acme);
        QVERIFY(SmallWorld::fine(details));

        QCOMPARE(details->fit.size(), std::size_t{2});
        QCOMPARE(details->fit[0].value, std::string("Software"));
        QCOMPARE(details->fit[1].answer, Answer::yes);
        QCOMPARE(details->fitWeightYes, 5);
        double priority = 0;
        for (const PriorityLine &line : details->priority)
            priority += line.result;
        QVERIFY(std::abs(priority - (*snapshot)->proposal.priority[*(*snapshot)->row(acme)]) < 1e-9);

        QCOMPARE(details->intentLines.size(), std::size_t{1});
        QCOMPARE(details->intentLines[0].topic, std::string("CRM"));
        QVERIFY(details->intentLines[0].hot);
        QCOMPARE(details->engagementLines.size(), std::size_t{1});
        QCOMPARE(details->engagementLines[0].person, std::string("ann@acme.com"));
        QCOMPARE(details->engagementLines[0].types, std::vector<std::string>{"demo"});
        QCOMPARE(details->engagementLines[0].decayed, 15.0);

        QCOMPARE(details->engagementWeeks.size(), std::size_t{16});
        const ChartWeek &newest = details->engagementWeeks.back();
        QCOMPARE(newest.last, SmallWorld::today);
        QCOMPARE(newest.first, SmallWorld::today - 6);
        QCOMPARE(newest.value, 15.0);
        QCOMPARE(newest.surgeLine, 4.0); // nothing before: 2 * the floor of 2
        QVERIFY(newest.surge);
        QCOMPARE(details->intentWeeks.size(), std::size_t{16});
        QVERIFY(!details->intentWeeks.back().surge);

        QCOMPARE(details->people.size(), std::size_t{1});
        QVERIFY(details->people[0].engaged);
        QCOMPARE(details->committee.front().role, std::string("champion"));
        QVERIFY(details->committee.front().required);
        QCOMPARE(details->committeeCoverage, 1.0);
        QCOMPARE(details->timeline.size(), std::size_t{1});
        QCOMPARE(details->timeline[0].person, 1u);
        QVERIFY(details->history.empty());
    }

    void peopleGoSilent()
    {
        SmallWorld world;
        QVERIFY(world.fill());
        QVERIFY(world.person("gamma.com", "old@gamma.com"));
        QVERIFY(world.activity("gamma.com", "old@gamma.com", "meeting", SmallWorld::today - 90));
        const auto snapshot = loadSnapshot(*world.workspace);
        QVERIFY(SmallWorld::fine(snapshot));
        const auto details = accountDetails(*world.workspace, **snapshot, world.ids["gamma.com"]);
        QVERIFY(SmallWorld::fine(details));
        QVERIFY(!details->people[0].engaged);
        QCOMPARE(details->people[0].lastActivity, SmallWorld::today - 90);
        QCOMPARE(details->committeeCoverage, 0.0);
    }

    void anAccountThatIsGone()
    {
        SmallWorld world;
        QVERIFY(world.fill());
        const auto snapshot = loadSnapshot(*world.workspace);
        QVERIFY(SmallWorld::fine(snapshot));
        QCOMPARE(accountDetails(*world.workspace, **snapshot, AccountId{99}).error().kind, ErrorKind::notFound);
    }
};

QTEST_GUILESS_MAIN(TestAccountDetails)
#include "tst_account_details.moc"
