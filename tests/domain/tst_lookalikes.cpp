#include <QtTest>

#include "domain/logistic_learner.h"
#include "domain/lookalikes.h"
#include "domain/seeded_random.h"
#include "support/small_workspace.h"

#include <cmath>

using namespace dimsum;
using namespace dimsum::test;

namespace
{

const Day today = dayOf(2025, 6, 30);

// Positives come mostly from one industry with many employees; `hidden` would be positive as well but are not labelled.
struct Market {
    AccountFrame accounts;
    std::vector<std::uint8_t> positive, hidden;
};

Market market(std::size_t count, bool planted)
{
    SeededRandom random(3);
    Market made;
    std::vector<AccountText> texts;
    const std::vector<std::string> industries{"Steel", "Media", "Retail", "Energy"};
    for (std::size_t row = 0; row < count; ++row) {
        const std::size_t industry = random.below(4);
        const int employees = random.between(1, 5000);
        texts.push_back({.domain = "a" + std::to_string(10'000 + row) + ".com", .industry = industries[industry], .country = {},
                         .employees = std::to_string(employees)});
        const double chance = !planted ? 0.2 : industry == 0 && employees > 2000 ? 0.8 : 0.05;
        const bool truth = random.chance(chance);
        const bool labelled = truth && random.chance(0.4);
        made.positive.push_back(labelled ? 1 : 0);
        made.hidden.push_back(truth && !labelled ? 1 : 0);
    }
    made.accounts = accountFrame(texts);
    return made;
}

LookalikeFeatures featuresOf(const AccountFrame &accounts)
{
    return lookalikeFeatures(accounts, {}, defaultIntentRules(), {}, today);
}

} // namespace

class TestLookalikes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void numbersFallIntoTenthsAndTextsStayThemselves()
    {
        const LookalikeFeatures features = featuresOf(market(1000, true).accounts);
        QCOMPARE(features.fields.size(), std::size_t{2});
        QCOMPARE(features.fields[0].name, std::string("industry"));
        QCOMPARE(features.fields[0].size(), std::size_t{5}); // unknown and four
        QCOMPARE(features.fields[1].name, std::string("employees"));
        QVERIFY(features.fields[1].ordered);
        QCOMPARE(features.fields[1].size(), std::size_t{11});
        std::array<int, 11> counts{};
        for (std::size_t row = 0; row < features.accounts; ++row)
            ++counts[features.at(row, 1)];
        QCOMPARE(counts[0], 0);
        QVERIFY(*std::min_element(counts.begin() + 1, counts.end()) >= 90);
    }

    void hiddenPositivesAreFound()
    {
        const Market made = market(4000, true);
        const LookalikeFeatures features = featuresOf(made.accounts);
        const LookalikeResult result = findLookalikes(features, made.positive);
        std::int64_t hidden = 0, found = 0, top = 0;
        for (std::size_t row = 0; row < made.hidden.size(); ++row) {
            hidden += made.hidden[row];
            if (made.positive[row] == 0 && result.accounts[row].rank <= 400) {
                ++top;
                found += made.hidden[row];
            }
        }
        const double base = static_cast<double>(hidden) / static_cast<double>(made.hidden.size());
        QVERIFY2(static_cast<double>(found) > 3 * base * static_cast<double>(top), qPrintable(QString::number(found)));
        // The reasons name what was planted, and the nearest positives are positives.
        std::int64_t named = 0;
        for (std::size_t row = 0; row < made.hidden.size(); ++row) {
            const LookalikeAccount &account = result.accounts[row];
            if (account.rank <= 100)
                named += features.fields[account.factors[0].field].name == "industry" && account.factors[0].weight > 0 ? 1 : 0;
            for (const std::uint32_t near : account.nearest)
                QVERIFY(near != noAccount && made.positive[near] != 0 && near != row);
            QVERIFY(account.probability >= 0 && account.probability <= 1);
        }
        QVERIFY(named > 50);
    }

    void nothingPlantedNothingFound()
    {
        const Market made = market(4000, false);
        const LookalikeResult result = findLookalikes(featuresOf(made.accounts), made.positive);
        for (const LookalikeAccount &account : result.accounts)
            QVERIFY(account.rank >= 1 && account.rank <= 4000);
        for (const LearnerReport &report : result.reports) {
            QVERIFY2(std::abs(report.auc - 0.5) < 0.07, qPrintable(QString::number(report.auc)));
            QVERIFY(report.recall10 < 0.2);
        }
    }

    void theSameTwice()
    {
        const Market made = market(3000, true);
        const LookalikeFeatures features = featuresOf(made.accounts);
        const LookalikeResult one = findLookalikes(features, made.positive);
        const LookalikeResult two = findLookalikes(features, made.positive);
        QCOMPARE(int(one.chosen), int(two.chosen));
        for (std::size_t row = 0; row < one.accounts.size(); ++row) {
            QCOMPARE(one.accounts[row].score, two.accounts[row].score);
            QCOMPARE(one.accounts[row].rank, two.accounts[row].rank);
        }
    }

    void aFieldThatIsTheLabelIsTakenOut()
    {
        Market made = market(500, true);
        CustomColumn column{.label = "is_customer", .key = "is_customer", .column = {}};
        for (const std::uint8_t positive : made.positive)
            put(column.column, positive != 0 ? "1" : "");
        made.accounts.custom.push_back(column);
        // Two values that only together say it: bought once, bought again.
        CustomColumn bought{.label = "bought", .key = "bought", .column = {}};
        for (std::size_t row = 0; row < made.positive.size(); ++row)
            put(bought.column, made.positive[row] == 0 ? "never" : row % 2 == 0 ? "once" : "again");
        made.accounts.custom.push_back(bought);
        LookalikeFeatures features = featuresOf(made.accounts);
        QCOMPARE(features.fields.size(), std::size_t{4});
        QCOMPARE(dropDefiningFields(features, made.positive), (std::vector<std::string>{"is_customer", "bought"}));
        QCOMPARE(features.fields.size(), std::size_t{2});
        QCOMPARE(features.codes.size(), std::size_t{1000});
    }

    // The minimum of a strictly convex loss: no small step in any weight goes lower. One field, two values.
    void theLogisticFitIsTheMinimum()
    {
        LookalikeFeatures features;
        features.fields = {{.name = "f", .values = {"a", "b"}}};
        std::vector<TrainingRow> rows;
        for (std::uint32_t row = 0; row < 100; ++row) {
            features.codes.push_back(row < 40 ? 1 : 0);
            rows.push_back({row, row < 30 || row >= 90, 1.0F});
        }
        features.accounts = 100;
        const LogisticModel model = LogisticModel::fit(features, rows, 1.0);
        const double b = model.weight(0, 0), a = model.weight(0, 1);
        const auto loss = [&](double wa, double wb, double bias) {
            double sum = (wa * wa + wb * wb) / 2;
            for (const TrainingRow &row : rows) {
                const double margin = (bias + (features.codes[row.account] != 0 ? wa : wb)) * (row.positive ? 1 : -1);
                sum += std::log1p(std::exp(-margin));
            }
            return sum;
        };
        const std::array<std::uint8_t, 1> zero{0};
        const double bias = model.logit(zero) - b;
        const double least = loss(a, b, bias);
        for (const double step : {1e-2, -1e-2}) {
            QVERIFY(loss(a + step, b, bias) > least);
            QVERIFY(loss(a, b + step, bias) > least);
            QVERIFY(loss(a, b, bias + step) > least);
        }
    }
};

QTEST_GUILESS_MAIN(TestLookalikes)
#include "tst_lookalikes.moc"
