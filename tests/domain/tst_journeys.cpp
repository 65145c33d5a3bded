#include <QtTest>

#include "domain/calibration.h"
#include "domain/intensity_days.h"
#include "domain/journeys.h"
#include "domain/stumbling.h"
#include "support/small_workspace.h"

#include <cmath>

using namespace dimsum;
using namespace dimsum::test;

namespace
{

const Day today = dayOf(2025, 6, 30);
const IntensityRules rules;

std::vector<Interaction> interactions(const std::vector<std::pair<int, std::uint32_t>> &rows)
{
    std::vector<Interaction> found;
    for (const auto &[day, contact] : rows)
        found.push_back({today + day, contact, 1, 1});
    return found;
}

const JourneyPair *pairOf(const std::vector<JourneyPair> &pairs, const ActivityColumns &activities, JourneyVariant variant,
                          const char *first, const char *then, int days)
{
    for (const JourneyPair &pair : pairs) {
        if (pair.variant == variant && activities.types.at(pair.first).label == first
            && activities.types.at(pair.then).label == then && pair.withinDays == days)
            return &pair;
    }
    return nullptr;
}

// Accounts that begin with a demo; half of them go on with a webinar within a week. What follows makes them hot with
// the chance given for either half.
ActivityColumns market(double treatedChance, double controlChance, std::uint32_t accounts)
{
    std::uint32_t state = 5;
    const auto draw = [&state] {
        state = state * 1664525U + 1013904223U;
        return static_cast<double>(state >> 8) / static_cast<double>(1U << 24);
    };
    std::vector<ActivityRow> rows;
    for (std::uint32_t account = 0; account < accounts; ++account) {
        const bool treated = account % 2 == 0;
        const Day begin = today - 200;
        rows.push_back({account, "demo", begin, 1, "ERP"});
        rows.push_back({account, treated ? "webinar" : "reply", begin + 3, 1, "ERP"}); // both are as busy
        if (draw() < (treated ? treatedChance : controlChance)) {
            for (const std::uint32_t contact : {1U, 2U, 3U})
                rows.push_back({account, "web visit", begin + 40, contact, "ERP"});
        }
    }
    return activityColumns(rows, accounts);
}

} // namespace

class TestJourneys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hotFromTheThirdUntilTheOneThatMadeItLeaves()
    {
        // Days 0, 10, 20 by two people: hot from 20 on; the first of them leaves on day 30.
        QCOMPARE(highDays(interactions({{0, 1}, {10, 2}, {20, 1}}), rules), (std::vector<DaySpan>{{today + 20, today + 29}}));
        // A fourth on day 25 makes the last three enough: the state goes on until day 39.
        QCOMPARE(highDays(interactions({{0, 1}, {10, 2}, {20, 1}, {25, 2}}), rules), (std::vector<DaySpan>{{today + 20, today + 39}}));
        // Cold in between: two spans.
        QCOMPARE(highDays(interactions({{0, 1}, {1, 2}, {2, 1}, {60, 1}, {61, 2}, {62, 1}}), rules),
                 (std::vector<DaySpan>{{today + 2, today + 29}, {today + 62, today + 89}}));
        QVERIFY(highDays(interactions({{0, 1}, {1, 1}, {2, 1}}), rules).empty()); // one person alone
        QVERIFY(firstHighDay(interactions({{0, 1}, {1, 2}, {2, 1}}), rules) == today + 2);
        QVERIFY(!firstHighDay(interactions({{0, 1}, {31, 2}, {62, 1}}), rules).known());
    }

    void aPlantedStepIsAPattern()
    {
        const ActivityColumns activities = market(0.54, 0.26, 600);
        const auto pairs = journeyPairs(activities, 600, defaultEngagementRules(), rules, today);
        const JourneyPair *week = pairOf(pairs, activities, JourneyVariant::first, "demo", "webinar", 7);
        QVERIFY(week && week->pattern);
        QCOMPARE(week->treated, 300);
        QCOMPARE(week->control, 300);
        QVERIFY(std::abs(*week->landmarkRatio - 0.54 / 0.26) < 0.5);
        QVERIFY(week->ratio.interval->low < *week->ratio.ratio && *week->ratio.ratio < week->ratio.interval->high);
        const JourneyPair *quarter = pairOf(pairs, activities, JourneyVariant::first, "demo", "webinar", 90);
        QVERIFY(quarter && !quarter->pattern && !quarter->landmarkRatio);
    }

    void noStepIsNoPattern()
    {
        const ActivityColumns activities = market(0.4, 0.4, 600);
        for (const JourneyPair &pair : journeyPairs(activities, 600, defaultEngagementRules(), rules, today)) {
            const bool planted = activities.types.at(pair.then).label == "webinar" || activities.types.at(pair.then).label == "reply";
            QVERIFY(!(planted && pair.pattern));
        }
    }

    void theMissingStepStillHasTime()
    {
        ActivityColumns base = market(0.6, 0.2, 600);
        std::vector<ActivityRow> rows;
        for (std::size_t i = 0; i < base.size(); ++i)
            rows.push_back({base.account[i], base.types.at(base.type[i]).label, base.day[i], base.contact[i], "ERP"});
        rows.push_back({600, "demo", today - 3, 1, "ERP"});  // four days left for the webinar
        rows.push_back({601, "demo", today - 3, 1, "ERP"});
        rows.push_back({601, "webinar", today - 1, 1, "ERP"}); // did it
        rows.push_back({602, "demo", today - 99, 1, "ERP"});   // too late
        const ActivityColumns activities = activityColumns(rows, 603);
        const auto pairs = journeyPairs(activities, 603, defaultEngagementRules(), rules_(), today);
        const auto steps = missingSteps(activities, 603, defaultEngagementRules(), pairs, rules_(), today);
        const auto found = std::find_if(steps.begin(), steps.end(), [](const MissingStep &step) { return step.account >= 600; });
        QVERIFY(found != steps.end());
        QCOMPARE(found->account, 600U);
        QVERIFY(found->since == today - 3 && found->until >= today);
        QVERIFY(std::none_of(steps.begin(), steps.end(), [](const MissingStep &step) { return step.account > 600; }));
    }

    void conversionLiftOfMonthEnds()
    {
        // Ten accounts; 0 is hot at the end of April and opens a deal in May; 1 opens one without being hot.
        std::vector<ActivityRow> rows{{5, "demo", dayOf(2025, 1, 10), 1, "ERP"}};
        for (const std::uint32_t contact : {1U, 2U, 3U})
            rows.push_back({0, "demo", dayOf(2025, 4, 20), contact, "ERP"});
        const std::vector<DealRow> deals{{0, DealStatus::open, dayOf(2025, 5, 9)}, {1, DealStatus::won, dayOf(2025, 4, 9), dayOf(2025, 4, 20)}};
        const Calibration calibration = calibrate(activityColumns(rows, 10), opportunityColumns(deals, 10), 10, defaultEngagementRules(), today);
        // Month ends from 9 February to 31 May.
        QCOMPARE(calibration.snapshots.size(), std::size_t{4});
        const CalibrationRow *row = calibration.row(rules);
        QVERIFY(row);
        QCOMPARE(row->conversion.high, 1);
        QCOMPARE(row->conversion.highOutcomes, 1);
        QCOMPARE(row->conversion.other, 40 - 1 - 1); // account 0 has an open deal at the end of May
        QCOMPARE(row->conversion.otherOutcomes, 1);
        QVERIFY(row->conversion.tooFew);
    }

    void nearMissesAreOneKindShort()
    {
        const auto missOf = [](const std::vector<ActivityRow> &rows) {
            const ActivityColumns activities = activityColumns(rows, 1);
            return nearMiss(scoreIntensity(activities, 1, defaultEngagementRules(), rules, today), rules, 0);
        };
        const ActivityRow ann{0, "demo", today, 1, "ERP"}, bob{0, "demo", today, 2, "ERP"}, nowhere{0, "demo", today, 2};
        QCOMPARE(missOf({ann, ann, ann})->shortPeople, 1);
        QCOMPARE(missOf({ann, bob})->shortInteractions, 1);
        QVERIFY(!missOf({ann}));           // two interactions and one person short
        QVERIFY(!missOf({ann, bob, bob})); // high
        QCOMPARE(missOf({nowhere, {0, "demo", today, 1}, {0, "demo", today, 1}, {0, "email open", today - 200, 1, "ERP"}})->shortAreas, 1);
    }

    void silenceAfterAnAssetAndABrokenLink()
    {
        std::vector<ActivityRow> rows;
        for (std::uint32_t account = 0; account < 40; ++account) {
            rows.push_back({account, "demo", today - 100, 1, "", "", "", "Checklist"});
            rows.push_back({account + 40, "demo", today - 100, 1, "", "", "", "Guide"});
            rows.push_back({account + 40, "demo", today - 90, 1});
        }
        for (int day = 60; day > 20; --day)
            rows.push_back({90, "demo", today - day, 1, "", "", "", "Calculator"});
        for (int day = 200; day > 40; day -= 2)
            rows.push_back({90, "demo", today - day, 1, "", "", "", "Rare"}); // half an activity a day: no link to break
        const ActivityColumns activities = activityColumns(rows, 91);
        const auto blocks = stumblingBlocks(activities, 91, defaultEngagementRules(), today);
        const auto block = [&](const char *name) {
            return *std::find_if(blocks.begin(), blocks.end(), [&](const StumblingBlock &b) { return activities.assets.at(b.asset).label == name; });
        };
        QCOMPARE(block("Checklist").stopped, 40);
        QVERIFY(block("Checklist").stops());
        QVERIFY(!block("Guide").stops()); // silence is rarer after it than elsewhere
        QVERIFY(block("Calculator").brokenFrom == today - 20 && block("Calculator").brokenTo == today);
        QVERIFY(!block("Rare").broken());
    }

private:
    static IntensityRules rules_() { return rules; }
};

QTEST_GUILESS_MAIN(TestJourneys)
#include "tst_journeys.moc"
