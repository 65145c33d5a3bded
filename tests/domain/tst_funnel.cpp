#include <QtTest>

#include "domain/funnel.h"
#include "support/given_scores.h"

using namespace dimsum;
using namespace dimsum::test;

class TestFunnel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyStepAddsUp()
    {
        const Day today = dayOf(2025, 6, 30);
        std::vector<GivenAccount> rows{
            {"a", 95, 60000, 70, 9}, // tier 1
            {"b", 90, 60000, 70, 9}, // tier 1, displaced to 2
            {"c", 72, 1000},         // tier 3, displaced out
            {"d", 60, 1000},         // below fit
            {"e", 0, 1000},          // disqualified
            {"f", 90, 60000},        // customer
            {"g", 90, 60000, 70, 9}, // hold-out
            {"h", 10, -1},           // pinned in
            {"i", 88, 20000, 70, 0}, // tier 2, pinned out
        };
        rows[4].disqualified = true;
        rows[5].customer = true;
        TierPolicy policy = defaultPolicy(Currency{});
        policy.excludeCustomers = true;
        policy.priority = {1, 0, 0, 0};
        policy.capacity = {std::nullopt, 1, std::nullopt, 0};
        const std::vector<TierPin> pins{{7, Tier::two, today}, {8, Tier::none, today}};
        const std::vector<std::uint8_t> holdOut{0, 0, 0, 0, 0, 0, 1, 0, 0};
        const AccountFrame accounts = givenFrame(rows);
        const AccountScores scores = givenScores(rows);
        const TierProposal proposal = proposeTiers(accounts, scores, policy, pins, today);
        const Funnel funnel = funnelOf(accounts, scores, policy, proposal, pins, holdOut);
        QCOMPARE(funnel.tam.accounts, 9);
        QCOMPARE(funnel.tam.acv.minor, 26'300'000); // h is unknown
        QCOMPARE(funnel.disqualified.accounts, 1);
        QCOMPARE(funnel.belowFit.accounts, 2);
        QCOMPARE(funnel.icp.accounts, 6);
        QCOMPARE(funnel.excludedCustomers.accounts, 1);
        QCOMPARE(funnel.holdOuts.accounts, 1);
        QCOMPARE(funnel.inProgram.accounts, 4); // a b c i
        QCOMPARE(funnel.displacedOut.accounts, 1);
        QCOMPARE(funnel.displacedDown.accounts, 1);
        QCOMPARE(funnel.pinnedIn.accounts, 1);
        QCOMPARE(funnel.pinnedOut.accounts, 1);
        QCOMPARE(funnel.tiers[1].accounts, 1);
        QCOMPARE(funnel.tiers[2].accounts, 2);
        QCOMPARE(funnel.tiers[3].accounts, 0);
        QCOMPARE(funnel.icp.accounts,
                 funnel.tam.accounts - funnel.belowFit.accounts - funnel.disqualified.accounts);
        QCOMPARE(funnel.inProgram.accounts, funnel.icp.accounts - funnel.excludedCustomers.accounts -
                                                funnel.excludedOpenDeals.accounts - funnel.holdOuts.accounts -
                                                funnel.noRule.accounts + funnel.belowIcpButMatched.accounts);
        QCOMPARE(funnel.tiers[1].accounts + funnel.tiers[2].accounts + funnel.tiers[3].accounts,
                 funnel.inProgram.accounts - funnel.displacedOut.accounts - funnel.pinnedOut.accounts +
                     funnel.pinnedIn.accounts);
    }
};

QTEST_GUILESS_MAIN(TestFunnel)
#include "tst_funnel.moc"
