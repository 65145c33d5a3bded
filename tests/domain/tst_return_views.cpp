#include <QtTest>

#include "domain/return_views.h"
#include "domain/seeded_random.h"
#include "support/small_workspace.h"

#include <numeric>

using namespace dimsum;
using namespace dimsum::test;

namespace
{

const Day asOf = dayOf(2025, 6, 30);
const AttributionRules rules;

struct World {
    ActivityColumns activities;
    OpportunityColumns deals;
};

World randomWorld(std::uint64_t seed, std::size_t accounts)
{
    SeededRandom random(seed);
    std::vector<ActivityRow> rows;
    std::vector<DealRow> deals;
    const std::array<std::string, 3> campaigns{"Spring", "Always on", ""}, channels{"email", "web", ""};
    for (std::uint32_t account = 0; account < accounts; ++account) {
        const int number = random.between(0, 8);
        for (int i = 0; i < number; ++i)
            rows.push_back({account, random.chance(0.5) ? "demo" : "webinar", asOf - random.between(0, 300), random.below(3), {}, campaigns[random.below(3)], channels[random.below(3)], random.chance(0.5) ? "guide" : ""});
        if (random.chance(0.7)) {
            const Day created = asOf - random.between(30, 200);
            deals.push_back({account, random.chance(0.6) ? DealStatus::won : DealStatus::lost, created, created + random.between(0, 29), Money{random.between(1, 999'999)}});
        }
    }
    return {activityColumns(rows, accounts), opportunityColumns(deals, accounts)};
}

Credits sumOfRows(const std::vector<SubjectWorth> &rows)
{
    Credits sum{};
    for (const SubjectWorth &row : rows) {
        for (std::size_t model = 0; model < creditModelCount; ++model)
            sum[model] += row.revenue[model];
    }
    return sum;
}

Money actualOf(const std::vector<SubjectWorth> &rows)
{
    Money sum;
    for (const SubjectWorth &row : rows)
        sum += row.cost.actual.value_or(Money{});
    return sum;
}

} // namespace

class TestReturnViews : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyViewHoldsTheSameMoneyToTheCent()
    {
        for (std::uint64_t seed = 1; seed <= 30; ++seed) {
            constexpr std::size_t accounts = 40;
            const World world = randomWorld(seed, accounts);
            SeededRandom random(seed + 100);
            std::vector<Tier> tiers;
            std::vector<std::uint8_t> inProgram;
            for (std::size_t account = 0; account < accounts; ++account) {
                tiers.push_back(static_cast<Tier>(random.below(4)));
                inProgram.push_back(random.chance(0.5) ? 1 : 0);
            }
            const std::vector<PlayName> plays{{"demo-day", "Demo day", "demo"}, {"talk", "Talk", "webinar"}};
            std::vector<DeliveredOrder> orders;
            for (std::uint32_t account = 0; account < accounts; account += 2)
                orders.push_back({account, account % 4 == 0 ? 0U : 1U, asOf - 120});
            const Day firstMonth = monthStart(asOf - 400);
            const std::array<TouchGrouping, 4> groupings{byTier(world.activities, tiers), byPlay(world.activities, plays, orders),
                                                         byProgram(world.activities, inProgram, asOf - 150), byMonthOfClose(world.deals, firstMonth, asOf)};
            const Attribution won = attribute(world.activities, world.deals, defaultEngagementRules(), rules, asOf, CreditedDeals::won, groupings);
            QCOMPARE(won.grouped.size(), groupings.size());
            // Parts add up to their row in every model.
            for (const auto &parts : won.grouped) {
                std::vector<Credits> sums(won.rows.size(), Credits{});
                std::vector<std::int64_t> touches(won.rows.size());
                for (const GroupCredit &part : parts) {
                    touches[part.row] += part.touches;
                    for (std::size_t model = 0; model < creditModelCount; ++model)
                        sums[part.row][model] += part.credits[model];
                }
                for (std::size_t row = 0; row < won.rows.size(); ++row) {
                    QCOMPARE(touches[row], won.rows[row].touches);
                    QVERIFY(sums[row] == won.rows[row].credits);
                }
            }
            const std::vector<CostEntry> entries{
                {.subject = CostSubject::campaign, .key = "spring", .label = "Spring", .amount = Money{123'457}, .month = firstMonth, .actual = true},
                {.subject = CostSubject::campaign, .key = "never", .label = "Never", .amount = Money{777}, .actual = true},
                {.subject = CostSubject::platform, .key = "crm", .label = "CRM", .amount = Money{1'001}, .actual = true},
                {.subject = CostSubject::campaign, .key = "spring", .label = "Spring", .amount = Money{5'000}, .actual = true, .delivered = asOf - 20, .tier = 1},
                {.subject = CostSubject::play, .key = "talk", .label = "Talk", .amount = Money{5'000}, .actual = true, .delivered = asOf - 20, .tier = 1},
            };
            const CostTable costs = costTable(entries, {}, world.activities, defaultEngagementRules(), asOf);
            const auto channels = channelReturns(costs, world.activities, defaultEngagementRules(), won, asOf);
            const auto byTiers = tierReturns(costs, entries, world.activities, defaultEngagementRules(), tiers, won.grouped[0], asOf);
            Credits expected;
            expected.fill(won.total - won.noTouch);
            QVERIFY(sumOfRows(channels) == expected);
            QVERIFY(sumOfRows(byTiers) == expected);
            QCOMPARE(actualOf(channels).minor, 123'457 + 777 + 1'001 + 5'000);
            QCOMPARE(actualOf(byTiers).minor, 123'457 + 777 + 1'001 + 5'000);
            QVERIFY(byTiers[0].cost.actual && byTiers[0].cost.actual->minor >= 5'000);
            const auto played = playReturns(costs, plays, won.grouped[1]);
            const auto talk = std::find_if(played.begin(), played.end(), [](const SubjectWorth &row) { return row.cost.key == "talk"; });
            QVERIFY(talk != played.end());
            QCOMPARE(talk->cost.actual->minor, 5'000);
            QCOMPARE(programReturn(entries, asOf - 30, asOf, won.grouped[2]).cost.actual->minor, 5'000);
            QVERIFY(!programReturn(entries, asOf - 10, asOf, won.grouped[2]).cost.actual);
        }
    }

    void aTouchGoesToThePlayThatWasDeliveredBeforeIt()
    {
        const ActivityColumns activities = activityColumns({{0, "demo", asOf - 100}, {0, "demo", asOf - 80}, {0, "webinar", asOf - 80}, {0, "demo", asOf - 20}, {0, "demo", asOf}}, 1);
        const std::vector<PlayName> plays{{"a", "A", "demo"}, {"b", "B", "demo"}, {"c", "C", ""}};
        const std::vector<DeliveredOrder> orders{{0, 0, asOf - 90}, {0, 1, asOf - 30}, {0, 2, asOf - 1}};
        const TouchGrouping grouping = byPlay(activities, plays, orders);
        QCOMPARE(grouping.groups, 4U);
        QCOMPARE(grouping.groupOf(0, 0), 0U); // before any delivery
        QCOMPARE(grouping.groupOf(1, 0), 1U);
        QCOMPARE(grouping.groupOf(2, 0), 0U); // another type
        QCOMPARE(grouping.groupOf(3, 0), 2U); // the later order
        QCOMPARE(grouping.groupOf(4, 0), 2U); // C delivers no type
    }

    void paidBackInTheMonthWhereCreditReachesCost()
    {
        // Spent in January and April, won in February and May.
        const World world{activityColumns({{0, "demo", dayOf(2025, 1, 10), 1, {}, "Spring"}, {1, "demo", dayOf(2025, 1, 12), 1, {}, "Spring"}}, 2),
                          opportunityColumns({{0, DealStatus::won, dayOf(2025, 1, 20), dayOf(2025, 2, 20), Money{600}}, {1, DealStatus::won, dayOf(2025, 1, 20), dayOf(2025, 5, 3), Money{500}}}, 2)};
        const auto entry = [](Day month, std::int64_t amount) {
            return CostEntry{.subject = CostSubject::campaign, .key = "spring", .label = "Spring", .amount = Money{amount}, .month = month, .actual = true};
        };
        const Day first = dayOf(2024, 12, 1);
        const std::array groupings{byMonthOfClose(world.deals, first, asOf)};
        const Attribution won = attribute(world.activities, world.deals, defaultEngagementRules(), rules, asOf, CreditedDeals::won, groupings);
        const auto months = [&](const std::vector<CostEntry> &entries) {
            const CostTable costs = costTable(entries, {}, world.activities, defaultEngagementRules(), asOf);
            const auto rows = roiRows(costs, world.activities, won, won);
            return paybacks(rows, entries, world.activities, won, won.grouped[0], first, CreditModel::linear, asOf).at(0);
        };
        const auto once = months({entry(dayOf(2025, 1, 1), 550)});
        QVERIFY(once->spentFrom == dayOf(2025, 1, 1));
        QCOMPARE(*once->months, 2);
        QCOMPARE(*months({entry(dayOf(2025, 1, 1), 550), entry(dayOf(2025, 4, 1), 300)})->months, 5); // fell behind again in April
        QVERIFY(!months({entry(dayOf(2025, 1, 1), 1'200)})->months);
        QCOMPARE(*months({entry(unknownDay, 550)})->months, 1); // counts as spent with the first credit
    }
};

QTEST_GUILESS_MAIN(TestReturnViews)
#include "tst_return_views.moc"
