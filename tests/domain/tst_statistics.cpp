#include "domain/statistics.h"

#include <QtTest>

#include <cmath>

using namespace dimsum;

namespace
{

bool near(double value, double expected, double tolerance = 1e-9)
{
    return std::abs(value - expected) <= tolerance;
}

} // namespace

class TestStatistics : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wilson()
    {
        // 8 of 10: centre (0.8 + 0.192073) / 1.384146 = 0.716740, half 1.959964 / 1.384146 * sqrt(0.016 +
        // 0.0096036)
        const Interval interval = wilsonInterval(8, 10);
        QVERIFY(near(interval.low, 0.490162, 1e-6));
        QVERIFY(near(interval.high, 0.943318, 1e-6));
        QCOMPARE(wilsonInterval(0, 10).low, 0.0);
        QCOMPARE(wilsonInterval(10, 10).high, 1.0);
        QCOMPARE(wilsonInterval(0, 0).high, 1.0);
    }

    void fisher()
    {
        // The lady tasting tea: [[3,1],[1,3]]: (16 + 16 + 1 + 1) / 70.
        QVERIFY(near(fisherExact(3, 1, 1, 3), 34.0 / 70.0));
        // All four right: 2 of 70 tables.
        QVERIFY(near(fisherExact(4, 0, 0, 4), 2.0 / 70.0));
        // [[1,9],[11,3]]: the textbook value.
        QVERIFY(near(fisherExact(1, 9, 11, 3), 0.002759456, 1e-9));
        QCOMPARE(fisherExact(0, 0, 5, 5), 1.0);
        QCOMPARE(fisherExact(5, 0, 5, 0), 1.0);
        QVERIFY(near(fisherExact(10, 10, 10, 10), 1.0, 1e-12));
    }

    void fisherIsSymmetricAndHoldsForMillions()
    {
        QVERIFY(near(fisherExact(30, 70, 900, 9000), fisherExact(900, 9000, 30, 70), 1e-12));
        QVERIFY(near(fisherExact(30, 70, 900, 9000), fisherExact(70, 30, 9000, 900), 1e-12));
        // Equal shares in a million: nothing to see.
        QVERIFY(fisherExact(5000, 45000, 95000, 855000) > 0.99);
        const double tiny = fisherExact(9000, 1000, 100000, 890000);
        QVERIFY(tiny >= 0 && tiny < 1e-300);
    }

    void fisherAgreesWithAllTables()
    {
        // Against the definition, table by table, over every small table.
        const auto choose = [](int n, int k) {
            return std::exp(logFactorial(n) - logFactorial(k) - logFactorial(n - k));
        };
        for (int a = 0; a < 7; ++a)
            for (int b = 0; b < 7; ++b)
                for (int c = 0; c < 7; ++c)
                    for (int d = 0; d < 7; ++d) {
                        if (a + b == 0 || c + d == 0 || a + c == 0 || b + d == 0)
                            continue;
                        const auto likelihood = [&](int x) {
                            return choose(a + b, x) * choose(c + d, a + c - x) / choose(a + b + c + d, a + c);
                        };
                        double sum = 0;
                        for (int x = std::max(0, a - d); x <= std::min(a + b, a + c); ++x) {
                            if (likelihood(x) <= likelihood(a) * (1 + 1e-7))
                                sum += likelihood(x);
                        }
                        QVERIFY(near(fisherExact(a, b, c, d), std::min(1.0, sum), 1e-9));
                    }
    }

    void benjaminiHochbergSteps()
    {
        // 0.01 * 4/1, 0.04 * 4/3 (below 0.03 * 4/2 = 0.06), so 0.03 takes 0.0533 of its larger neighbour.
        const std::vector<double> q = benjaminiHochberg(std::vector<double>{0.03, 0.01, 0.5, 0.04});
        QVERIFY(near(q[1], 0.04));
        QVERIFY(near(q[0], 0.04 * 4 / 3));
        QVERIFY(near(q[3], 0.04 * 4 / 3));
        QVERIFY(near(q[2], 0.5));
        QVERIFY(benjaminiHochberg({}).empty());
    }

    void quantileType7()
    {
        const std::vector<double> values{1, 2, 3, 4, 10};
        QCOMPARE(quantile(values, 0), 1.0);
        QVERIFY(near(quantile(values, 0.2), 1.8));
        QVERIFY(near(quantile(values, 0.9), 7.6));
        QCOMPARE(quantile(values, 1), 10.0);
        QCOMPARE(quantile(std::vector<double>{5}, 0.6), 5.0);
    }

    void katz()
    {
        // 10/20 against 5/20: ratio 2, se = sqrt(1/10 - 1/20 + 1/5 - 1/20) = 0.447214
        const RateRatio ratio = katzRatio(10, 20, 5, 20);
        QVERIFY(near(*ratio.ratio, 2));
        QVERIFY(near(ratio.interval->low, 2 * std::exp(-normal95 * std::sqrt(0.2)), 1e-12));
        QVERIFY(near(ratio.interval->high, 4.8050, 1e-4));
        QVERIFY(!katzRatio(1, 2, 0, 5).ratio);
        QVERIFY(!katzRatio(0, 0, 1, 5).ratio);
        QCOMPARE(*katzRatio(0, 5, 1, 5).ratio, 0.0);
        QVERIFY(!katzRatio(0, 5, 1, 5).interval);
    }

    void moments()
    {
        const std::vector<double> values{2, 4, 4, 4, 5, 5, 7, 9};
        QCOMPARE(mean(values), 5.0);
        QVERIFY(near(sampleDeviation(values), std::sqrt(32.0 / 7)));
        QCOMPARE(sampleDeviation(std::vector<double>{3}), 0.0);
        QCOMPARE(mean({}), 0.0);
    }

    void logFactorials()
    {
        QCOMPARE(logFactorial(0), 0.0);
        QVERIFY(near(logFactorial(10), std::log(3628800.0), 1e-12));
        // Both sides of the change from table to series.
        QVERIFY(near(logFactorial(256) - logFactorial(255), std::log(256.0), 1e-11));
        QVERIFY(near(logFactorial(1000), 5912.128178488163, 1e-9));
    }
};

QTEST_GUILESS_MAIN(TestStatistics)
#include "tst_statistics.moc"
