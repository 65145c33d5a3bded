#include <QtTest>

#include "domain/lift.h"
#include "domain/seeded_random.h"
#include "support/small_workspace.h"

#include <cmath>
#include <limits>
#include <optional>
#include <tuple>

using namespace dimsum;
using namespace dimsum::test;

namespace
{

const Day start = dayOf(2025, 4, 1);
const Day asOf = dayOf(2025, 6, 30);

FitColumns fitOf(std::vector<double> fit)
{
    FitColumns columns;
    columns.defined = true;
    columns.fit = std::move(fit);
    return columns;
}

std::string name(std::size_t row)
{
    return "a" + std::to_string(1000 + row) + ".com";
}

} // namespace

class TestLift : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bandsOfEmployees()
    {
        const std::vector<std::pair<double, int>> cases{{0, 0}, {1, 1}, {49, 1}, {50, 2}, {249, 2}, {250, 3}, {999, 3}, {1000, 4}, {4999, 4}, {5000, 5}};
        for (const auto &[employees, band] : cases)
            QCOMPARE(employeeBand(employees), band);
        QCOMPARE(employeeBand(std::nullopt), 0);
    }

    void nearestFitThenRevenueThenKeyWithoutReplacement()
    {
        std::vector<AccountText> texts;
        for (std::size_t row = 0; row < 8; ++row)
            texts.push_back({.domain = name(row), .industry = "Steel", .country = {}, .employees = "100"});
        texts[6].industry = "Media";
        texts[0].annualRevenue = Money{1'000};
        texts[2].annualRevenue = Money{9'000};
        texts[3].annualRevenue = Money{1'100};
        const AccountFrame accounts = accountFrame(texts);
        //                                    program        controls            hold-out
        const FitColumns fit = fitOf({82, 82, 84, 84, 88, 79, 82, 82});
        std::vector<LiftArm> arms(8, LiftArm::neither);
        arms[0] = arms[1] = LiftArm::program;
        arms[7] = LiftArm::holdout;
        const auto pairs = matchControls(accounts, fit, arms);
        // 0: rows 2 and 3 are as near in fit, 3 is nearer in revenue; 1 takes what is left. 4 is 6 away, 5 in another band.
        QCOMPARE(pairs.size(), std::size_t{2});
        QCOMPARE(pairs[0].control, 3U);
        QCOMPARE(pairs[1].control, 2U);
    }

    // Large strata are searched from the own fit outwards: beside a look at every candidate.
    void nearestOutwardsIsNearestOfAll()
    {
        SeededRandom random(3);
        for (int world = 0; world < 6; ++world) {
            std::vector<AccountText> texts;
            std::vector<double> fits;
            std::vector<LiftArm> arms;
            for (std::size_t row = 0; row < 500; ++row) {
                texts.push_back({.domain = name(row)});
                if (random.chance(0.8))
                    texts.back().annualRevenue = Money{100 * (1 + static_cast<std::int64_t>(random.below(6)))};
                fits.push_back(70 + static_cast<double>(random.below(world % 2 ? 10 : 40)) * (world % 2 ? 1 : 0.25));
                arms.push_back(random.chance(0.4) ? LiftArm::program : random.chance(0.1) ? LiftArm::holdout : LiftArm::neither);
            }
            const AccountFrame accounts = accountFrame(texts);
            std::vector<std::uint8_t> taken(texts.size(), 0);
            std::vector<MatchedPair> expected;
            for (std::uint32_t row = 0; row < texts.size(); ++row) {
                std::optional<std::tuple<double, double, std::uint32_t>> best;
                for (std::uint32_t other = 0; arms[row] == LiftArm::program && other < texts.size(); ++other) {
                    const bool sameBand = std::floor(fits[row] / 10) == std::floor(fits[other] / 10);
                    if (arms[other] != LiftArm::neither || taken[other] || !sameBand || std::abs(fits[row] - fits[other]) > 5 + 1e-9)
                        continue;
                    const Money a = accounts.annualRevenue[row], b = accounts.annualRevenue[other];
                    const double revenue = a.known() && b.known()
                                               ? std::round(std::abs(std::log(static_cast<double>(a.minor) / static_cast<double>(b.minor))) * 1e9)
                                               : std::numeric_limits<double>::infinity();
                    const std::tuple distance(std::round(std::abs(fits[row] - fits[other]) * 1e9), revenue, other);
                    best = best ? std::min(*best, distance) : distance;
                }
                if (!best)
                    continue;
                taken[std::get<2>(*best)] = 1;
                expected.push_back({row, std::get<2>(*best)});
            }
            const auto pairs = matchControls(accounts, fitOf(fits), arms);
            QVERIFY(expected.size() > 100);
            QCOMPARE(pairs.size(), expected.size());
            for (std::size_t i = 0; i < pairs.size(); ++i) {
                QCOMPARE(pairs[i].program, expected[i].program);
                QCOMPARE(pairs[i].control, expected[i].control);
            }
        }
    }

    void aPlantedEffectIsFoundAndNoneIsNot()
    {
        for (const bool planted : {true, false}) {
            const std::size_t count = 400;
            std::vector<AccountText> texts;
            std::vector<LiftArm> arms;
            std::vector<DealRow> rows;
            SeededRandom random(11);
            for (std::uint32_t row = 0; row < count; ++row) {
                texts.push_back({.domain = name(row)});
                arms.push_back(row % 2 == 0 ? LiftArm::program : LiftArm::neither);
                const bool helped = planted && arms.back() == LiftArm::program;
                for (const Day from : {start - 80, start + 5}) {
                    const bool after = from >= start;
                    const bool won = random.chance(after && helped ? 0.6 : 0.3);
                    rows.push_back({row, won ? DealStatus::won : DealStatus::lost, from, from + 40, Money{after && helped ? 200'000 : 100'000}});
                }
            }
            const LiftReport report = liftReport(accountFrame(texts), FitColumns{}, arms, opportunityColumns(rows, count), 2, start, asOf);
            QCOMPARE(report.matched, 200);
            QVERIFY(report.beforeStart == start - 91);
            const LiftFigure &winRate = report.change[0];
            QCOMPARE(winRate.tellsApart, planted);
            if (planted)
                QVERIFY(winRate.interval->low < 0.3 && 0.3 < winRate.interval->high);
            const LiftFigure &pipeline = report.after[3];
            QCOMPARE(pipeline.tellsApart, planted);
            if (planted)
                QVERIFY(std::abs(*pipeline.difference - 1'000) < 1e-9);
            // The smallest difference that would be seen: with 200 accounts an arm, about 2.8 * sqrt(2 * 0.5 / 200 ...).
            QVERIFY(report.after[0].smallestVisible);
            QVERIFY(*report.after[0].smallestVisible > 0.08 && *report.after[0].smallestVisible < 0.2);
            // Fewer pairs see less.
            std::vector<MatchedPair> some = matchControls(accountFrame(texts), FitColumns{}, arms);
            some.resize(40);
            const LiftReport few = liftOfPairs(some, opportunityColumns(rows, count), 2, start, asOf);
            QCOMPARE(few.matched, 40);
            QVERIFY(*few.after[0].smallestVisible > *report.after[0].smallestVisible);
            // Seeded: the same again.
            const LiftReport again = liftReport(accountFrame(texts), FitColumns{}, arms, opportunityColumns(rows, count), 2, start, asOf);
            QCOMPARE(again.change[0].interval->low, winRate.interval->low);
        }
    }

    // An interval of 95 % holds what was planted in about 95 of 100 worlds, and claims something in few worlds without.
    void intervalsHoldWhatTheyPromise()
    {
        constexpr int worlds = 60;
        constexpr std::size_t count = 240;
        int held = 0, proved = 0, claimed = 0;
        for (int seed = 1; seed <= worlds; ++seed) {
            for (const double effect : {0.25, 0.0}) {
                std::vector<AccountText> texts;
                std::vector<LiftArm> arms;
                std::vector<DealRow> rows;
                SeededRandom random(static_cast<std::uint64_t>(seed) * 1'000);
                for (std::uint32_t row = 0; row < count; ++row) {
                    texts.push_back({.domain = name(row)});
                    arms.push_back(row % 2 == 0 ? LiftArm::program : LiftArm::neither);
                    const bool won = random.chance(0.35 + (arms.back() == LiftArm::program ? effect : 0));
                    rows.push_back({row, won ? DealStatus::won : DealStatus::lost, start + 5, start + 30, Money{100'000}});
                }
                const LiftReport report = liftReport(accountFrame(texts), FitColumns{}, arms, opportunityColumns(rows, count), 2, start, asOf, {.draws = 500});
                const LiftFigure &winRate = report.after[0];
                if (effect > 0) {
                    held += winRate.interval->low <= effect && effect <= winRate.interval->high ? 1 : 0;
                    proved += winRate.tellsApart ? 1 : 0;
                    // 2.80 standard errors: what such a comparison sees 8 times of 10.
                    QVERIFY(*winRate.smallestVisible > 0.14 && *winRate.smallestVisible < 0.22);
                } else {
                    claimed += winRate.tellsApart ? 1 : 0;
                }
            }
        }
        QVERIFY2(held >= 53, qPrintable(QString::number(held)));     // 57 expected, 4 sigma
        QVERIFY2(claimed <= 10, qPrintable(QString::number(claimed))); // 3 expected
        QVERIFY2(proved >= 52, qPrintable(QString::number(proved)));   // the effect is well above what is visible
    }

    void smallArmsNeverTell()
    {
        std::vector<AccountText> texts;
        std::vector<LiftArm> arms;
        std::vector<DealRow> rows;
        for (std::uint32_t row = 0; row < 58; ++row) {
            texts.push_back({.domain = name(row)});
            arms.push_back(row % 2 == 0 ? LiftArm::program : LiftArm::neither);
            rows.push_back({row, row % 2 == 0 ? DealStatus::won : DealStatus::lost, start + 1, start + 9});
        }
        const LiftReport report = liftReport(accountFrame(texts), FitColumns{}, arms, opportunityColumns(rows, 58), 2, start, asOf);
        QCOMPARE(*report.after[0].difference, 1.0);
        QVERIFY(!report.after[0].tellsApart);
    }
};

QTEST_GUILESS_MAIN(TestLift)
#include "tst_lift.moc"
