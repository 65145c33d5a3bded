#include <QtTest>

#include "domain/roi.h"
#include "support/small_workspace.h"

#include <cmath>

using namespace dimsum;
using namespace dimsum::test;

namespace
{

const Day closing = dayOf(2025, 6, 20);
const Day asOf = dayOf(2025, 6, 30);

CostEntry cost(CostSubject subject, const std::string &name, std::int64_t minor, bool actual, Day month = unknownDay)
{
    return {subject, folded(name), name, Money{minor}, month, actual};
}

const SubjectWorth *rowOf(const std::vector<SubjectWorth> &rows, CostSubject subject, const std::string &label)
{
    for (const SubjectWorth &row : rows) {
        if (row.cost.subject == subject && row.cost.label == label)
            return &row;
    }
    return nullptr;
}

} // namespace

class TestRoi : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // domain.md section 12: a join that multiplies the cost by the deals would say 100 %.
    void costCountsOnceHoweverManyDeals()
    {
        std::vector<ActivityRow> touches;
        std::vector<DealRow> wins;
        for (std::uint32_t account = 0; account < 3; ++account) {
            touches.push_back({account, "demo", closing - 3, 1, "", "Spring", "event"});
            wins.push_back({account, DealStatus::won, closing - 30, closing, Money{200'000}});
        }
        const ActivityColumns activities = activityColumns(touches, 3);
        const OpportunityColumns deals = opportunityColumns(wins, 3);
        const std::vector<CostEntry> entries{cost(CostSubject::campaign, "Spring", 60'000, true),
                                             cost(CostSubject::campaign, "spring", 40'000, true),
                                             cost(CostSubject::campaign, "Spring", 90'000, false)};
        const CostTable costs = costTable(entries, {}, activities, defaultEngagementRules(), asOf);
        const Attribution won = attribute(activities, deals, defaultEngagementRules(), {}, asOf);
        const auto rows = roiRows(costs, activities, won, won);
        const SubjectWorth *spring = rowOf(rows, CostSubject::campaign, "Spring");
        QVERIFY(spring);
        QCOMPARE(spring->cost.actual->minor, 100'000);
        QCOMPARE(spring->cost.planned->minor, 90'000);
        for (std::size_t model = 0; model < creditModelCount; ++model)
            QVERIFY(std::abs(*spring->roi[model] - 5.0) < 1e-12);
        QVERIFY(std::abs(*spring->roiLow - 5.0) < 1e-12 && std::abs(*spring->roiHigh - 5.0) < 1e-12);
        QCOMPARE(costs.touchesWithoutCost, 0);
    }

    void noReturnWithoutACost()
    {
        const ActivityColumns activities = activityColumns({{0, "demo", closing - 3, 1, "", "Free", "event"}}, 1);
        const Attribution won = attribute(activities, opportunityColumns({{0, DealStatus::won, closing - 9, closing}}, 1),
                                          defaultEngagementRules(), {}, asOf);
        for (const auto &entries : {std::vector<CostEntry>{}, std::vector<CostEntry>{cost(CostSubject::campaign, "Free", 0, true)},
                                    std::vector<CostEntry>{cost(CostSubject::campaign, "Free", 500, false)}}) {
            const CostTable costs = costTable(entries, {}, activities, defaultEngagementRules(), asOf);
            const auto rows = roiRows(costs, activities, won, won);
            QCOMPARE(rows.size(), std::size_t{1});
            QVERIFY(!rows[0].roiLow && !rows[0].roiHigh && !rows[0].roiOf(CreditModel::linear));
            QVERIFY(rows[0].credits[0].minor > 0);
        }
        QCOMPARE(costTable({}, {}, activities, defaultEngagementRules(), asOf).touchesWithoutCost, 1);
    }

    void platformFeesFollowTheTouchesOfTheirMonth()
    {
        const Day may = dayOf(2025, 5, 1), june = dayOf(2025, 6, 1), july = dayOf(2025, 7, 1);
        const ActivityColumns activities = activityColumns({{0, "demo", may + 3, 1, "", "B"},
                                                            {0, "demo", may + 4, 1, "", "a"},
                                                            {0, "demo", may + 5, 1, "", "a"},
                                                            {0, "email open", may + 5, 1, "", "B"}, // does not count
                                                            {0, "demo", june + 4, 1, "", "B"},
                                                            {0, "demo", july + 4, 1, "", "a"}}, // after the day
                                                           1);
        const std::vector<CostEntry> entries{cost(CostSubject::platform, "Suite", 100, true, may),
                                             cost(CostSubject::platform, "Suite", 100, true), // all months: 2 and 2
                                             cost(CostSubject::platform, "Suite", 999, true, july),
                                             cost(CostSubject::platform, "Suite", 7, false, dayOf(2025, 1, 1)),
                                             cost(CostSubject::campaign, "Quiet", 50, true, june)};
        const CostTable costs = costTable(entries, {}, activities, defaultEngagementRules(), asOf);
        QCOMPARE(costs.rows.size(), std::size_t{4});
        // Byte order: "B", "Quiet", "a". No touch in January: the fee is split equally, the spare cent to the first.
        QCOMPARE(costs.rows[0].label, std::string("B"));
        QCOMPARE(costs.rows[0].actual->minor, 33 + 50);
        QCOMPARE(costs.rows[0].planned->minor, 3);
        QCOMPARE(costs.rows[1].label, std::string("Quiet"));
        QCOMPARE(costs.rows[1].actual->minor, 50);
        QCOMPARE(costs.rows[1].planned->minor, 2);
        QCOMPARE(costs.rows[2].label, std::string("a"));
        QCOMPARE(costs.rows[2].actual->minor, 67 + 50);
        QCOMPARE(costs.rows[2].sharedActual.minor, 117);
        QCOMPARE(costs.rows[3].subject, CostSubject::platform);
        QCOMPARE(costs.rows[3].actual->minor, 200);
    }

    void budgetsAreLimits()
    {
        const std::vector<KnownCampaign> campaigns{{"x", "X", Money{99}}, {"y", "Y", Money{100}}};
        const std::vector<CostEntry> entries{cost(CostSubject::campaign, "X", 100, true), cost(CostSubject::campaign, "Y", 100, true)};
        const CostTable costs = costTable(entries, campaigns, activityColumns({}, 1), defaultEngagementRules(), asOf);
        QVERIFY(costs.rows[0].overBudget());
        QVERIFY(!costs.rows[1].overBudget());
    }
};

QTEST_GUILESS_MAIN(TestRoi)
#include "tst_roi.moc"
