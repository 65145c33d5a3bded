// A block gives back what was packed, in a few bytes per row, and survives being damaged.
#include "store/activity_block.h"

#include <QTest>

#include <random>

using namespace dimsum;

namespace {

std::vector<PackedActivity> unpacked(std::span<const std::uint8_t> content, bool &sound)
{
    std::vector<PackedActivity> rows;
    ActivityBlockReader reader(content);
    for (PackedActivity row; reader.next(row);)
        rows.push_back(row);
    sound = reader.sound();
    return rows;
}

bool same(const PackedActivity &a, const PackedActivity &b)
{
    return a.instant == b.instant && a.dated == b.dated && a.type == b.type && a.contact == b.contact && a.asset == b.asset
           && a.campaign == b.campaign && a.area == b.area && a.channel == b.channel && a.id == b.id;
}

} // namespace

class TestActivityBlock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idsAreCutBeforeTheirNumber_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("prefix");
        QTest::addColumn<qint64>("number");
        QTest::newRow("counted") << QByteArray("a-4711") << QByteArray("a-") << qint64(4711);
        QTest::newRow("number only") << QByteArray("12") << QByteArray() << qint64(12);
        QTest::newRow("leading zeros") << QByteArray("007") << QByteArray("00") << qint64(7);
        QTest::newRow("zero") << QByteArray("x0") << QByteArray("x") << qint64(0);
        QTest::newRow("zeros") << QByteArray("x00") << QByteArray("x0") << qint64(0);
        QTest::newRow("no digits") << QByteArray("abc") << QByteArray("abc") << qint64(-1);
        QTest::newRow("salesforce") << QByteArray("00T5g00000Xyz1B") << QByteArray("00T5g00000Xyz1B") << qint64(-1);
        QTest::newRow("too long for a number") << QByteArray("12345678901234567890") << QByteArray("12345") << qint64(678901234567890);
        QTest::newRow("none") << QByteArray() << QByteArray() << qint64(-1);
    }
    void idsAreCutBeforeTheirNumber()
    {
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, prefix);
        QFETCH(qint64, number);
        const PackedId packed = packedId(std::string_view(id.constData(), std::size_t(id.size())));
        QCOMPARE(QByteArray(packed.text.data(), qsizetype(packed.text.size())), prefix);
        QCOMPARE(packed.number, number);
        QCOMPARE(unpackedId(packed), id.toStdString());
        QCOMPARE(packed.empty(), id.isEmpty());
        QVERIFY(identityOf(packed) >= 0);
    }
    void identitiesFollowTheCount()
    {
        QCOMPARE(identityOf(packedId("a-10")), identityOf(packedId("a-9")) + 1);
        QVERIFY(identityOf(packedId("a-10")) != identityOf(packedId("b-10")));
        QVERIFY(compareIds(packedId("a-10"), packedId("a-9")) < 0); // bytewise, not by number
        QCOMPARE(compareIds(packedId("a-10"), packedId("a-10")), 0);
        QVERIFY(compareIds(packedId("b"), packedId("a1")) > 0);
    }
    void givesBackWhatWasPacked()
    {
        std::mt19937_64 random(7);
        const auto below = [&](std::uint64_t limit) { return static_cast<std::int64_t>(random() % limit); };
        for (int round = 0; round < 300; ++round) {
            std::vector<std::string> ids(std::size_t(below(40) + 1));
            std::vector<PackedActivity> rows(ids.size());
            std::int64_t instant = -8'000'000'000'000 + below(20'000'000'000'000);
            for (std::size_t i = 0; i < rows.size(); ++i) {
                instant += below(3) == 0 ? 0 : below(1'000'000'000) * (round % 2 ? 1 : 1000);
                ids[i] = below(4) == 0 ? std::string() : (below(3) == 0 ? "Zürich " : "a-") + std::to_string(below(1'000'000));
                rows[i] = {.instant = instant - (round % 2 ? 0 : instant % 1000), .type = below(300) + 1, .contact = below(2) * below(1'000'000'000),
                           .asset = below(2) * below(70'000), .campaign = below(2) * below(100), .area = below(2) * 3,
                           .channel = below(2) * 9, .id = packedId(ids[i]), .dated = below(2) == 1};
            }
            std::stable_sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) { return a.instant < b.instant; });
            std::vector<std::uint8_t> content;
            packActivities(rows, content);
            bool sound = false;
            const auto back = unpacked(content, sound);
            QVERIFY(sound);
            QCOMPARE(back.size(), rows.size());
            for (std::size_t i = 0; i < rows.size(); ++i)
                QVERIFY(same(rows[i], back[i]));
        }
    }
    void takesFewBytes()
    {
        std::vector<PackedActivity> rows;
        for (int i = 0; i < 100; ++i)
            rows.push_back({.instant = 1'735'689'600'000 + std::int64_t{i} * 86'400'000, .type = 12, .contact = 1'000'000 + i % 3, .asset = 40,
                            .campaign = 50, .area = 60, .channel = 70, .id = {"a-", 5'000'000 + i}});
        std::vector<std::uint8_t> content;
        packActivities(rows, content);
        QVERIFY2(content.size() < 100 * 12, QByteArray::number(qlonglong(content.size())).constData());
    }
    void survivesDamage()
    {
        std::vector<PackedActivity> rows;
        for (int i = 0; i < 8; ++i)
            rows.push_back({.instant = 1'735'689'600'123 + i, .type = 12, .contact = 7, .asset = 40, .id = {i % 2 ? "a-" : "other", i % 2 ? i : -1}});
        std::vector<std::uint8_t> content;
        packActivities(rows, content);
        bool sound = true;
        for (std::size_t length = 0; length < content.size(); ++length) {
            unpacked(std::span(content).first(length), sound);
            QVERIFY(!sound);
        }
        std::mt19937_64 random(3);
        for (int round = 0; round < 20'000; ++round) {
            auto damaged = content;
            for (int i = 0; i < 3; ++i)
                damaged[random() % damaged.size()] = static_cast<std::uint8_t>(random());
            QVERIFY(unpacked(damaged, sound).size() <= damaged.size()); // and nothing is read beyond it: see the sanitizers
        }
        damagedEnd(content);
    }

private:
    static void damagedEnd(std::vector<std::uint8_t> content)
    {
        content.push_back(0);
        bool sound = true;
        unpacked(content, sound);
        QVERIFY(!sound);
    }
};

QTEST_GUILESS_MAIN(TestActivityBlock)
#include "tst_activity_block.moc"
