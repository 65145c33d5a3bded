#include <QtTest>

#include "domain/icp_learning.h"
#include "support/small_workspace.h"

#include <cmath>
#include <random>

using namespace dimsum;
using namespace dimsum::test;

namespace
{

const Currency usd{"USD", 2};
const Day today = dayOf(2025, 6, 30);

bool near(double value, double expected, double tolerance = 1e-9)
{
    return std::abs(value - expected) <= tolerance;
}

BestCustomers best(std::vector<std::uint32_t> rows)
{
    BestCustomers made;
    made.rows = std::move(rows);
    return made;
}

const SuggestedCriterion *find(const std::vector<SuggestedCriterion> &list, IcpField field,
                               const std::string &key)
{
    for (const SuggestedCriterion &one : list) {
        if (one.criterion.field == field && !one.criterion.values.empty() &&
            one.criterion.values[0].key == key)
            return &one;
    }
    return nullptr;
}

} // namespace

class TestIcpLearning : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bestCustomersBuyTwiceFarApart()
    {
        const auto won = [](std::uint32_t account, Day closed) {
            return DealRow{account, DealStatus::won, closed - 10, closed};
        };
        const std::vector<DealRow> rows{
            won(0, today - 180), won(0, today),                            // exactly 180 apart
            won(1, today - 179), won(1, today),                            // a day short
            won(2, today - 300),                                           // one deal
            won(3, today - 300), won(3, today + 1),                        // the second is in the future
            won(4, today - 300), {4, DealStatus::lost, today - 20, today}, // lost is not won
            won(5, today - 300), won(5, today - 290),
            won(5, today - 1)};
        const OpportunityColumns deals = opportunityColumns(rows, 6);
        const BestCustomers found = bestCustomers(deals, 6, BestCustomerRules{}, today);
        QCOMPARE(found.rows, (std::vector<std::uint32_t>{0, 5}));
        QCOMPARE(found.customers, 3); // 0, 1, 5
        QCOMPARE(found.spaced, 2);
        // Three deals, every two of them 180 days apart: account 5 has only two such.
        QVERIFY(bestCustomers(deals, 6, BestCustomerRules{3, 180}, today).rows.empty());
        QCOMPARE(bestCustomers(deals, 6, BestCustomerRules{3, 0}, today).rows,
                 (std::vector<std::uint32_t>{5}));
    }

    void suggestsAPlantedIndustry()
    {
        // 100 accounts, 20 best. Retail: 15 of the best and 25 of all; 4 accounts (none best) have no
        // industry.
        std::vector<AccountText> rows;
        std::vector<std::uint32_t> bestRows;
        for (std::uint32_t i = 0; i < 100; ++i) {
            AccountText row{"a" + std::to_string(i) + ".com"};
            row.industry = i < 15 || (i >= 20 && i < 30) ? "Retail" : i >= 96 ? "" : "Other";
            row.technologies = i < 15 ? "SAP;sap;Oracle" : "Oracle";
            rows.push_back(row);
            if (i < 20)
                bestRows.push_back(i);
        }
        const IcpSuggestions learnt = learnIcp(accountFrame(rows), best(bestRows), usd);
        const SuggestedCriterion *retail = find(learnt.suggestions, IcpField::industry, "retail");
        QVERIFY(retail != nullptr);
        QCOMPARE(retail->bestMatch, 15);
        QCOMPARE(retail->bestKnown, 20);
        QCOMPARE(retail->tamMatch, 25);
        QCOMPARE(retail->tamKnown, 96);
        QVERIFY(near(retail->lift, (15.0 / 20) / (25.0 / 96))); // 2.88
        QCOMPARE(retail->criterion.weight, 5);                  // 3 log2(2.88) = 4.58
        QCOMPARE(retail->criterion.values[0].label, std::string("Retail"));
        QVERIFY(near(retail->p, fisherExact(15, 5, 10, 66)));
        QVERIFY(near(retail->wilson.low, wilsonInterval(15, 20).low));
        // A technology named twice is had once; everybody has Oracle, so it is tested and not suggested.
        const SuggestedCriterion *sap = find(learnt.suggestions, IcpField::technologies, "sap");
        QVERIFY(sap != nullptr);
        QVERIFY(sap->criterion.test == CriterionTest::hasAny);
        QCOMPARE(sap->tamMatch, 15);
        QVERIFY(find(learnt.tested, IcpField::technologies, "oracle") != nullptr);
        QVERIFY(find(learnt.suggestions, IcpField::technologies, "oracle") == nullptr);
        // q by hand over the four tests.
        QCOMPARE(learnt.tested.size(), std::size_t{4});
        QVERIFY(sap->q >= sap->p && sap->q <= 4 * sap->p + 1e-12);
    }

    void quintileBins()
    {
        // Employees 1..100, one each; the best are 81..90. Edges 1, 20.8, 40.6, 60.4, 80.2, 100: the top bin
        // holds 81..100 and is named by its values, lift (10/10) / (20/100) = 5, weight 7 (3 log2 5 = 6.97).
        std::vector<AccountText> rows;
        std::vector<std::uint32_t> bestRows;
        for (std::uint32_t i = 1; i <= 100; ++i) {
            AccountText row{"a" + std::to_string(i) + ".com"};
            row.employees = std::to_string(i);
            row.acv = Money{500'00}; // all alike: no bin can tell anything
            rows.push_back(row);
            if (i >= 81 && i <= 90)
                bestRows.push_back(i - 1);
        }
        const IcpSuggestions learnt = learnIcp(accountFrame(rows), best(bestRows), usd);
        QCOMPARE(learnt.tested.size(), std::size_t{1});
        const SuggestedCriterion &top = learnt.suggestions.at(0);
        QVERIFY(top.criterion.test == CriterionTest::between);
        QCOMPARE(*top.criterion.min, 81.0);
        QCOMPARE(*top.criterion.max, 100.0);
        QVERIFY(near(top.lift, 5));
        QCOMPARE(top.criterion.weight, 7);
        QCOMPARE(top.q, top.p);
    }

    void customFieldsWithManyValuesAreLeftOut()
    {
        std::vector<AccountText> rows(60);
        std::vector<std::uint32_t> bestRows;
        for (std::uint32_t i = 0; i < 60; ++i)
            rows[i].domain = "a" + std::to_string(i) + ".com";
        AccountFrame accounts = accountFrame(rows);
        for (const std::uint32_t values : {50U, 51U}) {
            CustomColumn column;
            column.label = "V" + std::to_string(values);
            column.key = folded(column.label);
            for (std::uint32_t i = 0; i < 60; ++i)
                put(column.column, "v" + std::to_string(i % values));
            accounts.custom.push_back(column);
        }
        for (std::uint32_t i = 0; i < 10; ++i)
            bestRows.push_back(i);
        const IcpSuggestions learnt = learnIcp(accounts, best(bestRows), usd);
        QCOMPARE(learnt.tested.size(), std::size_t{10}); // of V50 only, and only values the best have
        for (const SuggestedCriterion &one : learnt.tested)
            QCOMPARE(one.criterion.customKey, std::string("v50"));
    }

    void chanceSuggestsNothing()
    {
        // Twenty worlds in which being best is drawn without looking at any field.
        std::mt19937 random(11);
        int suggested = 0;
        for (int world = 0; world < 20; ++world) {
            std::vector<AccountText> rows;
            std::vector<std::uint32_t> bestRows;
            for (std::uint32_t i = 0; i < 300; ++i) {
                AccountText row{"a" + std::to_string(i) + ".com"};
                row.industry = "i" + std::to_string(random() % 10);
                row.country = "c" + std::to_string(random() % 8);
                row.employees = std::to_string(random() % 5000);
                rows.push_back(row);
                if (random() % 5 == 0)
                    bestRows.push_back(i);
            }
            suggested +=
                static_cast<int>(learnIcp(accountFrame(rows), best(bestRows), usd).suggestions.size());
        }
        QVERIFY2(suggested <= 2,
                 qPrintable(QString::number(suggested))); // q <= 0.05 allows about one world in twenty
    }

    void nobodyBest()
    {
        const IcpSuggestions learnt = learnIcp(accountFrame({{"a.com", "Retail"}}), best({}), usd);
        QVERIFY(learnt.tested.empty());
        QVERIFY(learnt.suggestions.empty());
    }
};

QTEST_GUILESS_MAIN(TestIcpLearning)
#include "tst_icp_learning.moc"
