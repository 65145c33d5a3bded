#include <QtTest>

#include "domain/money.h"

#include <numeric>
#include <random>

using namespace dimsum;

namespace
{

const Currency usd{"USD", 2};
const Currency jpy{"JPY", 0};
const Currency kwd{"KWD", 3};

std::vector<std::int64_t> split(std::int64_t whole, std::vector<double> weights)
{
    std::vector<std::int64_t> parts;
    for (const Money part : splitMoney(Money{whole}, weights))
        parts.push_back(part.minor);
    return parts;
}

using Parts = std::vector<std::int64_t>;

} // namespace

class TestMoney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void exponents()
    {
        QCOMPARE(currencyOf("USD")->exponent, 2);
        QCOMPARE(currencyOf("JPY")->exponent, 0);
        QCOMPARE(currencyOf("KWD")->exponent, 3);
        QCOMPARE(currencyOf("CLF")->exponent, 4);
        QVERIFY(!currencyOf("usd"));
        QVERIFY(!currencyOf("XYZ"));
        QVERIFY(!currencyOf("SD "));
        QVERIFY(!currencyOf(""));
    }

    void parsesWhatIsMoney()
    {
        QCOMPARE(parseMoney("1234.5", usd).amount.minor, 123450);
        QCOMPARE(parseMoney("-3", usd).amount.minor, -300);
        QCOMPARE(parseMoney("0", usd).amount.minor, 0);
        QCOMPARE(parseMoney("7", jpy).amount.minor, 7);
        QCOMPARE(parseMoney("1.234", kwd).amount.minor, 1234);
        QCOMPARE(parseMoney("40000000000000.00", usd).amount.minor, largestMoney);
    }

    void refusesWhatIsNot()
    {
        for (const char *text :
             {"", "-", ".5", "5.", "1,000", "1e3", "$5", " 5", "5 ", "+5", "1.2.3", "--1", "nan"})
            QVERIFY2(parseMoney(text, usd).problem == MoneyProblem::notANumber, text);
        QVERIFY(parseMoney("1.234", usd).problem == MoneyProblem::tooManyDecimals);
        // More decimals than the currency has is refused even where they are zeros: the file is not in this
        // currency.
        QVERIFY(parseMoney("1.0", jpy).problem == MoneyProblem::tooManyDecimals);
        QVERIFY(parseMoney("40000000000000.01", usd).problem == MoneyProblem::tooLarge);
        QVERIFY(parseMoney("99999999999999999999999999", usd).problem == MoneyProblem::tooLarge);
        QVERIFY(!parseMoney("99999999999999999999999999", usd).amount.known());
    }

    void texts()
    {
        QCOMPARE(moneyText(Money{123450}, usd), std::string("1234.50"));
        QCOMPARE(moneyText(Money{-5}, usd), std::string("-0.05"));
        QCOMPARE(moneyText(Money{5}, kwd), std::string("0.005"));
        QCOMPARE(moneyText(Money{5}, jpy), std::string("5"));
        QCOMPARE(moneyText(unknownMoney, usd), std::string());
        QCOMPARE(shortMoneyText(Money{6100000}, usd), std::string("61000"));
        QCOMPARE(shortMoneyText(Money{6100050}, usd), std::string("61000.5"));
        QCOMPARE(shortMoneyText(Money{6100000}, jpy), std::string("6100000"));
    }

    void largestRemainder()
    {
        QCOMPARE(split(10000, {1, 1, 1}), (Parts{3334, 3333, 3333})); // domain.md section 12
        QCOMPARE(split(-10000, {1, 1, 1}), (Parts{-3334, -3333, -3333}));
        QCOMPARE(split(10000, {0, 0, 0}), (Parts{3334, 3333, 3333})); // weights that sum to 0: equal parts
        QCOMPARE(split(5, {0, 1, 0}), (Parts{0, 5, 0}));
        // 7 over 2, 3, 5: 1.4, 2.1, 3.5 -> 1 + 2 + 3 and the spare one to .5
        QCOMPARE(split(7, {2, 3, 5}), (Parts{1, 2, 4}));
        // 10 over 0.1, 0.2, 0.7 is exactly 1, 2, 7, whatever binary fractions say.
        QCOMPARE(split(10, {0.1, 0.2, 0.7}), (Parts{1, 2, 7}));
        // 4 over 3 weights that differ by less than the tie: remainders 0.3333333 and 0.3333334 tie, the
        // earlier wins.
        QCOMPARE(split(4, {1.0, 1.0000001, 1.0}), (Parts{2, 1, 1}));
        QCOMPARE(split(0, {1, 2}), (Parts{0, 0}));
        QVERIFY(splitMoney(Money{5}, {}).empty());
    }

    void partsAlwaysAddUp()
    {
        std::mt19937_64 random(7);
        for (int round = 0; round < 2000; ++round) {
            std::vector<double> weights(1 + random() % 12);
            for (double &weight : weights)
                weight = random() % 4 == 0 ? 0 : static_cast<double>(random() % 1000) / 7;
            const auto whole = static_cast<std::int64_t>(random() % 2'000'000) - 1'000'000;
            const Parts parts = split(whole, weights);
            QCOMPARE(std::accumulate(parts.begin(), parts.end(), std::int64_t{0}), whole);
            const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
            for (std::size_t i = 0; i < parts.size() && sum > 0; ++i)
                QVERIFY(std::abs(static_cast<double>(parts[i]) -
                                 static_cast<double>(whole) * weights[i] / sum) < 1);
        }
    }

    void scales()
    {
        QCOMPARE(*thresholdScale(usd), 1);
        QCOMPARE(*thresholdScale(jpy), 150);
        QVERIFY(!thresholdScale(kwd));
    }
};

QTEST_GUILESS_MAIN(TestMoney)
#include "tst_money.moc"
