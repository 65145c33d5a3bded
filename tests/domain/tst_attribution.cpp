#include <QtTest>

#include "domain/attribution.h"
#include "support/small_workspace.h"

#include <cmath>

using namespace dimsum;
using namespace dimsum::test;

namespace
{

const Day closing = dayOf(2025, 6, 30);
const Day asOf = closing + 1;
const AttributionRules rules;

struct World {
    ActivityColumns activities;
    OpportunityColumns deals;
};

World world(const std::vector<ActivityRow> &rows, const std::vector<DealRow> &deals, std::size_t accounts = 1)
{
    return {activityColumns(rows, accounts), opportunityColumns(deals, accounts)};
}

Attribution attributed(const World &world, CreditedDeals which = CreditedDeals::won)
{
    return attribute(world.activities, world.deals, defaultEngagementRules(), rules, asOf, which);
}

std::vector<std::int64_t> minor(const DealCredit &credit, CreditModel model)
{
    std::vector<std::int64_t> parts;
    for (const Credits &touch : credit.credits)
        parts.push_back(touch[static_cast<std::size_t>(model)].minor);
    return parts;
}

DealCredit opened(const World &world)
{
    return dealCredit(world.activities, defaultEngagementRules(), world.deals, 0, rules, asOf);
}

using Parts = std::vector<std::int64_t>;

} // namespace

class TestAttribution : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void timeDecayOfTheReferenceFigures()
    {
        // domain.md section 12, in ten-thousandths.
        const World small = world({{0, "demo", closing - 28}, {0, "demo", closing - 21}, {0, "demo", closing - 14}, {0, "demo", closing - 7}},
                                  {{0, DealStatus::won, closing - 60, closing, Money{10'000}}});
        QCOMPARE(minor(opened(small), CreditModel::timeDecay), (Parts{667, 1333, 2667, 5333}));
    }

    void onlyCountingActivitiesOfTheYearBeforeTheClose()
    {
        const World small = world({{0, "demo", closing - 366},
                                   {0, "demo", closing - 365},
                                   {0, "email open", closing - 5}, // 1 point: no touch
                                   {0, "demo", closing},
                                   {0, "demo", closing + 1}},
                                  {{0, DealStatus::won, closing - 60, closing, Money{100}}});
        const DealCredit credit = opened(small);
        QCOMPARE(credit.touches.rows, (std::vector<std::uint32_t>{1, 3}));
        QCOMPARE(minor(credit, CreditModel::linear), (Parts{50, 50}));
    }

    void anchorsOfALongJourney()
    {
        // anonymous visit, first known contact, a touch, last before creation, two more: FT LC - OC - CL
        const World small = world({{0, "web visit", closing - 100, 0},
                                   {0, "webinar", closing - 90, 1},
                                   {0, "webinar", closing - 80, 2},
                                   {0, "meeting", closing - 50, 1},
                                   {0, "meeting", closing - 20, 1},
                                   {0, "demo", closing - 10, 2}},
                                  {{0, DealStatus::won, closing - 50, closing, Money{100'000}}});
        const DealCredit credit = opened(small);
        QCOMPARE(credit.touches.anchors.first, 0U);
        QCOMPARE(credit.touches.anchors.lead, 1U);
        QCOMPARE(credit.touches.anchors.opportunity, 3U);
        QCOMPARE(credit.touches.anchors.close, 5U);
        QCOMPARE(minor(credit, CreditModel::first), (Parts{100'000, 0, 0, 0, 0, 0}));
        QCOMPARE(minor(credit, CreditModel::last), (Parts{0, 0, 0, 0, 0, 100'000}));
        QCOMPARE(minor(credit, CreditModel::uShape), (Parts{40'000, 40'000, 5'000, 5'000, 5'000, 5'000}));
        QCOMPARE(minor(credit, CreditModel::wShape), (Parts{30'000, 30'000, 3'334, 30'000, 3'333, 3'333}));
        QCOMPARE(minor(credit, CreditModel::fullPath), (Parts{22'500, 22'500, 5'000, 22'500, 5'000, 22'500}));
    }

    void missingAnchorsAndOneTouchForSeveral()
    {
        // Nobody known, and the deal is older than both touches: no LC, no OC.
        const World anonymous = world({{0, "web visit", closing - 9, 0}, {0, "web visit", closing - 4, 0}},
                                      {{0, DealStatus::won, closing - 30, closing, Money{1'000}}});
        const DealCredit lone = opened(anonymous);
        QVERIFY(!lone.touches.anchors.lead && !lone.touches.anchors.opportunity);
        QCOMPARE(minor(lone, CreditModel::uShape), (Parts{800, 200}));
        QCOMPARE(minor(lone, CreditModel::wShape), (Parts{900, 100}));
        QCOMPARE(minor(lone, CreditModel::fullPath), (Parts{500, 500})); // FT and CL share everything

        // One touch is first, lead, opportunity and closing at once.
        const World single = world({{0, "demo", closing - 40, 1}}, {{0, DealStatus::won, closing - 30, closing, Money{999}}});
        for (const CreditModel model : {CreditModel::uShape, CreditModel::wShape, CreditModel::fullPath, CreditModel::timeDecay})
            QCOMPARE(minor(opened(single), model), (Parts{999}));

        // Closed before it was created (a late entry): OC is the last touch.
        const World late = world({{0, "demo", closing - 9, 1}, {0, "demo", closing - 2, 1}},
                                 {{0, DealStatus::won, closing + 1, closing, Money{1'000}}});
        QCOMPARE(opened(late).touches.anchors.opportunity, 1U);
        QCOMPARE(minor(opened(late), CreditModel::wShape), (Parts{667, 333}));
    }

    void shapleySharesByDistinctChannels()
    {
        const World small = world({{0, "demo", closing - 9, 1, "", "", "mail"},
                                   {0, "demo", closing - 8, 1, "", "", "mail"},
                                   {0, "demo", closing - 7, 1, "", "", ""},
                                   {0, "demo", closing - 6, 1, "", "", "web"}},
                                  {{0, DealStatus::won, closing - 5, closing, Money{600}}});
        QCOMPARE(minor(opened(small), CreditModel::shapley), (Parts{100, 100, 200, 200}));
    }

    void everyModelAddsUpToTheSameTotal()
    {
        std::vector<ActivityRow> rows;
        std::vector<DealRow> deals;
        std::uint32_t state = 3;
        const auto draw = [&state](std::uint32_t below) {
            state = state * 1664525U + 1013904223U;
            return static_cast<int>((state >> 16) % below);
        };
        const std::vector<std::string> channels{"", "email", "ads", "web"}, campaigns{"", "spring", "autumn"}, types{"demo", "web visit", "email open"};
        for (std::uint32_t account = 0; account < 60; ++account) {
            for (int i = draw(12); i > 0; --i)
                rows.push_back({account, types[static_cast<std::size_t>(draw(3))], closing - draw(500), static_cast<std::uint32_t>(draw(3)), "",
                                campaigns[static_cast<std::size_t>(draw(3))], channels[static_cast<std::size_t>(draw(4))]});
            for (int i = draw(3); i > 0; --i)
                deals.push_back({account, static_cast<DealStatus>(draw(3)), closing - draw(300), closing - draw(90), Money{draw(1'000'000)}});
        }
        const World market = world(rows, deals, 60);
        for (const CreditedDeals which : {CreditedDeals::won, CreditedDeals::wonAndOpen}) {
            const Attribution result = attributed(market, which);
            QVERIFY(result.deals > 10 && result.dealsWithoutTouch > 0);
            for (std::size_t model = 0; model < creditModelCount; ++model) {
                Money sum;
                for (const CreditRow &row : result.rows) {
                    QVERIFY(row.credits[model].minor >= 0);
                    sum += row.credits[model];
                }
                QCOMPARE(sum.minor, (result.total - result.noTouch).minor);
            }
        }
        QVERIFY(attributed(market, CreditedDeals::wonAndOpen).total > attributed(market).total);
    }

    void markovSplitsTheWonValueByRemovalEffect()
    {
        // Two accounts won by way of "a" (one through "b"), one lost after "b": effects from paths a, b>a, b(lost).
        const World small = world({{0, "demo", closing - 9, 1, "", "spring", "a"},
                                   {1, "demo", closing - 9, 1, "", "autumn", "b"},
                                   {1, "demo", closing - 8, 1, "", "", "a"},
                                   {2, "demo", closing - 8, 1, "", "", "b"}},
                                  {{0, DealStatus::won, closing - 5, closing, Money{1'000}},
                                   {1, DealStatus::won, closing - 5, closing, Money{500}},
                                   {2, DealStatus::lost, closing - 5, closing, Money{700}}},
                                  3);
        const Attribution result = attributed(small);
        // P(convert) = 1/3 + 2/3 * 1/2 = 2/3; without a: 0; without b: 1/3. Effects 1 and 1/2.
        QCOMPARE(result.channels.size(), std::size_t{2});
        QCOMPARE(small.activities.channels.at(result.channels[0].channel).label, std::string("a"));
        QVERIFY(std::abs(result.channels[0].removalEffect - 1) < 1e-12);
        QVERIFY(std::abs(result.channels[1].removalEffect - 0.5) < 1e-12);
        QCOMPARE(result.channels[0].credit.minor, 1'000);
        QCOMPARE(result.channels[1].credit.minor, 500);
        // Inside "a" by number of touches: none first, then "spring".
        QCOMPARE(result.rows.size(), std::size_t{3});
        QCOMPARE(result.rows[0].credits[static_cast<std::size_t>(CreditModel::markov)].minor, 500);
    }

    void aDealWithoutATouchOrAnAmountIsListed()
    {
        const World small = world({{0, "demo", closing - 1}}, {{0, DealStatus::won, closing - 5, closing, unknownMoney},
                                                             {1, DealStatus::won, closing - 5, closing, Money{700}},
                                                             {1, DealStatus::won, closing - 5, asOf + 1, Money{900}}}, 2);
        const Attribution result = attributed(small);
        QCOMPARE(result.deals, 2);
        QCOMPARE(result.dealsWithoutTouch, 1);
        QCOMPARE(result.dealsWithoutAmount, 1);
        QCOMPARE(result.noTouch.minor, 700);
        QCOMPARE(result.total.minor, 700);
    }
};

QTEST_GUILESS_MAIN(TestAttribution)
#include "tst_attribution.moc"
