// Sorting by counting: what std::stable_sort says, for keys of every kind and more values than one core takes.
#include "domain/radix_sort.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>

using namespace dimsum;

class TestRadixSort : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsComeInTheOrderOfTheirKeys_data();
    void rowsComeInTheOrderOfTheirKeys();
    void doublesAscendByTheirKeys();
};

void TestRadixSort::rowsComeInTheOrderOfTheirKeys_data()
{
    QTest::addColumn<unsigned>("wide");
    QTest::addColumn<quint64>("different"); // keys
    QTest::addColumn<quint64>("step");      // between them
    QTest::newRow("none") << 64U << quint64{0} << quint64{0};
    QTest::newRow("all alike") << 64U << quint64{1} << quint64{7};
    QTest::newRow("few, in the upper half") << 64U << quint64{9} << (quint64{1} << 40);
    QTest::newRow("few, in the lower half") << 64U << quint64{9} << quint64{1};
    QTest::newRow("many, in both") << 64U << quint64{1'000'003} << quint64{0x9e3779b97f4a7c15};
    QTest::newRow("forty bits") << 40U << quint64{1} << quint64{0};
}

void TestRadixSort::rowsComeInTheOrderOfTheirKeys()
{
    QFETCH(unsigned, wide);
    QFETCH(quint64, different);
    QFETCH(quint64, step);
    std::mt19937_64 random(11);
    std::vector<std::uint64_t> keys(different == 0 ? 0 : 450'001);
    for (std::uint64_t &key : keys)
        key = wide < 64 ? random() >> (64 - wide) : random() % different * step; // wraps around: any key will do
    std::vector<std::uint32_t> rows(keys.size());
    std::iota(rows.begin(), rows.end(), 0U);
    std::shuffle(rows.begin(), rows.end(), random);
    std::vector<std::uint32_t> expected = rows;
    std::stable_sort(expected.begin(), expected.end(), [&keys](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
    sortRowsByKey(rows, wide, [&keys](std::uint32_t row) { return keys[row]; });
    QVERIFY(rows == expected);
}

void TestRadixSort::doublesAscendByTheirKeys()
{
    const std::vector<double> numbers{-1e300, -2.5, -1e-9, -0.0, 1e-300, 3, 1e18, 1e18 + 1000};
    for (std::size_t i = 1; i < numbers.size(); ++i)
        QVERIFY(ascendingKey(numbers[i - 1]) < ascendingKey(numbers[i]));
    QCOMPARE(ascendingKey(0.0), ascendingKey(-0.0));
}

QTEST_APPLESS_MAIN(TestRadixSort)
#include "tst_radix_sort.moc"
