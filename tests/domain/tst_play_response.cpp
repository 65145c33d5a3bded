#include <QtTest>

#include "domain/account_pace.h"
#include "domain/campaign_kinds.h"
#include "domain/holdout.h"
#include "domain/play_response.h"
#include "domain/seeded_random.h"
#include "support/small_workspace.h"

#include <cmath>
#include <set>

using namespace dimsum;
using namespace dimsum::test;

namespace
{

const Day asOf = dayOf(2025, 6, 30);

} // namespace

class TestPlayResponse : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // 600 accounts, half with a webinar; with the effect planted, a demo follows it more often.
    void aPlantedResponseIsFoundAndNoneIsNot()
    {
        for (const bool planted : {true, false}) {
            SeededRandom random(5);
            std::vector<ActivityRow> rows;
            std::vector<DealRow> deals;
            constexpr std::uint32_t accounts = 600;
            for (std::uint32_t account = 0; account < accounts; ++account) {
                // Everybody shows up now and then.
                for (int month = 0; month < 16; ++month) {
                    if (random.chance(0.3))
                        rows.push_back({account, "content download", asOf - month * 30 - random.between(0, 29)});
                }
                if (account % 2 == 0)
                    continue;
                const Day webinar = asOf - random.between(120, 300);
                rows.push_back({account, "webinar", webinar});
                if (planted && random.chance(0.4)) {
                    rows.push_back({account, "demo", webinar + random.between(1, 20)});
                    rows.push_back({account, "demo", webinar + random.between(21, 29)});
                    deals.push_back({account, DealStatus::won, webinar + 40, webinar + 60});
                }
            }
            const ActivityColumns activities = activityColumns(rows, accounts);
            const std::vector<Tier> tiers(accounts, Tier::one);
            const std::array<std::optional<std::uint32_t>, 2> types{activities.types.find("webinar"), std::nullopt};
            const auto responses = playResponses(activities, opportunityColumns(deals, accounts), defaultEngagementRules(), tiers, types, asOf);
            QCOMPARE(responses[0].engaged.touched, 300);
            QCOMPARE(responses[1].engaged.touched, 0);
            QCOMPARE(responses[1].engaged.effect(), 0.0);
            if (planted) {
                // 0.4 of those that would not have been engaged anyway, drawn towards none: told too low rather than too high.
                QVERIFY2(responses[0].engaged.effect() > 0.2 && responses[0].engaged.effect() < 0.4, qPrintable(QString::number(responses[0].engaged.effect())));
                QVERIFY2(std::abs(responses[0].opportunity.effect() - 0.36) < 0.1, qPrintable(QString::number(responses[0].opportunity.effect())));
            } else {
                QVERIFY2(responses[0].engaged.effect() < 0.08, qPrintable(QString::number(responses[0].engaged.effect())));
                QCOMPARE(responses[0].opportunity.effect(), 0.0);
            }
        }
    }

    void holdOutsAreDrawnEvenlyAndRepeatably()
    {
        std::vector<std::uint32_t> strata;
        for (std::uint32_t i = 0; i < 1'000; ++i)
            strata.push_back(i < 700 ? 1 : i < 900 ? 2 : 3);
        const auto drawn = drawHoldOut(strata, 0.1, 42);
        QCOMPARE(drawn.size(), std::size_t{100});
        std::array<int, 4> counts{};
        for (const std::uint32_t index : drawn)
            ++counts[strata[index]];
        QCOMPARE(counts[1], 70);
        QCOMPARE(counts[2], 20);
        QCOMPARE(counts[3], 10);
        QCOMPARE(std::set<std::uint32_t>(drawn.begin(), drawn.end()).size(), drawn.size());
        QCOMPARE(drawHoldOut(strata, 0.1, 42), drawn);
        QVERIFY(drawHoldOut(strata, 0.1, 43) != drawn);
        QVERIFY(drawHoldOut({}, 0.5, 1).empty());
        // No place of the list is favoured: over many draws each is out about every tenth time.
        std::vector<int> out(100);
        const std::vector<std::uint32_t> one(100, 0);
        for (std::uint64_t seed = 0; seed < 2'000; ++seed) {
            for (const std::uint32_t index : drawHoldOut(one, 0.1, seed))
                ++out[index];
        }
        QVERIFY(*std::min_element(out.begin(), out.end()) > 140);
        QVERIFY(*std::max_element(out.begin(), out.end()) < 260);
    }

    void powerOfACertainSize()
    {
        // p = 0.2, 60 against 60: 2.80 * sqrt(0.16 / 30)
        QVERIFY(std::abs(*smallestVisibleShare(0.2, 60, 60) - 2.8015852 * std::sqrt(0.16 / 30)) < 1e-6);
        QVERIFY(!smallestVisibleShare(0.2, 0, 60));
    }

    void timeToIdentifyToEngageToConvert()
    {
        const ActivityColumns activities = activityColumns({{0, "web visit", asOf - 100, 0}, // an anonymous beginning
                                                            {0, "content download", asOf - 90, 1},
                                                            {0, "demo", asOf - 80, 1},
                                                            {1, "demo", asOf - 50, 2},
                                                            {2, "web visit", asOf - 10, 0}},
                                                           3);
        const OpportunityColumns deals = opportunityColumns({{0, DealStatus::open, asOf - 85}, {0, DealStatus::open, asOf - 60}}, 3);
        const Pace pace = paceOf(activities, deals, 3, defaultEngagementRules(), asOf);
        QCOMPARE(pace[0].started, 3);
        QCOMPARE(pace[0].arrived, 2);
        QCOMPARE(*pace[0].median, 5.0); // 10 days and none
        QCOMPARE(pace[1].started, 2);
        QCOMPARE(pace[1].arrived, 2);
        const double engaged = pointsOf(defaultEngagementRules(), "content download") >= 5 ? 0 : 10;
        QCOMPARE(*pace[1].upperQuarter, engaged * 0.75);
        QCOMPARE(pace[2].started, 2);
        QCOMPARE(pace[2].arrived, 1);
        // The first deal on or after the day of engagement.
        QCOMPARE(*pace[2].median, engaged == 0 ? 5.0 : 20.0);
        const std::vector<std::uint8_t> second{0, 1, 0};
        QCOMPARE(paceOf(activities, deals, 3, defaultEngagementRules(), asOf, second)[0].started, 1);
    }

    void channelsThatFellAfterTheHandOff()
    {
        const ActivityColumns activities = activityColumns({{0, "demo", asOf - 50, 1, {}, {}, "email"},
                                                            {0, "demo", asOf - 45, 1, {}, {}, "events"},
                                                            {0, "demo", asOf - 5, 1, {}, {}, "email"},
                                                            {1, "demo", asOf - 35, 1, {}, {}, "email"},
                                                            {1, "demo", asOf - 3, 1, {}, {}, "email"},
                                                            {1, "demo", asOf - 2, 1, {}, {}, "web"}},
                                                           3);
        const OpportunityColumns deals = opportunityColumns({{0, DealStatus::open, asOf - 30}, {1, DealStatus::open, asOf - 30}, {2, DealStatus::won, asOf - 200, asOf - 100}}, 3);
        const ChannelsByStage channels = channelsByStage(activities, deals, defaultEngagementRules(), asOf);
        QCOMPARE(channels.fallen.size(), std::size_t{1});
        QCOMPARE(channels.fallen[0].deal, 0U);
        QCOMPARE(channels.fallen[0].before, 2);
        QCOMPARE(channels.fallen[0].since, 1);
        QCOMPARE(channels.fallen[0].days, 31);
        QCOMPARE(channels.stages.front().deals, 3);
        QCOMPARE(channels.stages.front().channels, 1.0); // 2, 1 and none
        QCOMPARE(channels.stages.front().silent, 1);
        QCOMPARE(channels.stages.back().deals, 1);
        QCOMPARE(channels.stages.back().silent, 1);
    }

    void kindsOfCampaigns()
    {
        std::vector<ActivityRow> rows;
        std::vector<DealRow> deals;
        for (std::uint32_t account = 0; account < 120; ++account) {
            const Day created = asOf - 100;
            rows.push_back({account, "demo", created - 5, 1, {}, account < 60 ? "Focus" : "Ads"});
            if (account < 10)
                rows.push_back({account, "demo", created - 9, 1, {}, "Ads"}); // both: ABM
            const bool won = account < 60 ? account % 2 == 0 : account % 6 == 0;
            deals.push_back({account, won ? DealStatus::won : DealStatus::lost, created, created + 20, Money{100}});
        }
        const ActivityColumns activities = activityColumns(rows, 120);
        std::vector<std::optional<bool>> abm(activities.campaigns.size());
        abm[*activities.campaigns.find("focus")] = true;
        abm[*activities.campaigns.find("ads")] = false;
        const auto figures = figuresByMix(activities, opportunityColumns(deals, 120), defaultEngagementRules(), {}, abm, asOf - 364, asOf);
        QCOMPARE(figures[0].closed, 60);
        QCOMPARE(figures[0].won, 30);
        QCOMPARE(figures[1].won, 10);
        QCOMPARE(*figures[0].cycleDays(), 20.0);
        QCOMPARE(figures[0].revenue.minor, 3'000);
        QVERIFY(winRatesDiffer(figures[0], figures[1]));
        QVERIFY(!winRatesDiffer(figures[0], figures[2])); // none closed there
        QVERIFY(!figures[2].winRate());
    }
};

QTEST_GUILESS_MAIN(TestPlayResponse)
#include "tst_play_response.moc"
