// Ranks of texts beside a plain sort: letters of every kind, endings of every length, beginnings that all or some share.
#include "domain/text_ranks.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>
#include <string>
#include <vector>

using namespace dimsum;

namespace {

bool plainLess(const std::string &a, const std::string &b)
{
    const auto lower = [](char c) { return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); };
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) < lower(y); });
}

} // namespace

class TestTextRanks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ranksAreThoseOfAPlainSort_data()
    {
        QTest::addColumn<QByteArray>("beginning");
        QTest::addColumn<int>("texts");
        QTest::newRow("nothing in common") << QByteArray() << 3000;
        QTest::newRow("ids of one source, in capitals or not") << QByteArray("Sample-000") << 3000;
        QTest::newRow("more than one core takes") << QByteArray("A") << 110'000;
        QTest::newRow("one") << QByteArray("x") << 1;
        QTest::newRow("none") << QByteArray() << 0;
    }

    void ranksAreThoseOfAPlainSort()
    {
        QFETCH(QByteArray, beginning);
        QFETCH(int, texts);
        std::mt19937 random(3);
        // The bytes beside the capitals and around them, those of umlauts, and the lowest and highest.
        const std::string letters = "aAzZmM@[`{09 -\xc3\xa4\xc3\x84\xff\x01\x7f\x80";
        std::vector<std::string> all;
        for (int i = 0; i < texts; ++i) {
            std::string text = beginning.toStdString();
            for (char &c : text)
                c = random() % 2 == 0 && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
            if (random() % 3 == 0)
                text += "Brightwater ";
            for (std::size_t length = random() % 20; length > 0; --length)
                text += letters[random() % letters.size()];
            all.push_back(text);
        }
        std::vector<std::uint32_t> order(all.size());
        std::iota(order.begin(), order.end(), 0U);
        std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return plainLess(all[a], all[b]); });
        std::vector<std::uint32_t> expected(all.size());
        for (std::uint32_t place = 0; place < order.size(); ++place)
            expected[order[place]] = place;
        QVERIFY(ranksWithoutCase(all.size(), [&all](std::size_t i) { return std::string_view(all[i]); }) == expected);
        for (std::size_t i = 1; i < all.size(); ++i)
            QCOMPARE(lessWithoutCase(all[i - 1], all[i]), plainLess(all[i - 1], all[i]));
    }
};

QTEST_GUILESS_MAIN(TestTextRanks)
#include "tst_text_ranks.moc"
