#include <QtTest>

#include "exchange/json_reader.h"
#include "exchange/json_writer.h"

using namespace dimsum;

class TestJsonReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatIsNoDocument_data();
    void refusesWhatIsNoDocument();
    void findsKeysGivenTwice_data();
    void findsKeysGivenTwice();
    void takesAMark();
    void keepsTheFirstError();
    void readsMoneyExactly();
    void writesInOrder();
};

void TestJsonReader::refusesWhatIsNoDocument_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("line");
    QTest::newRow("empty") << QByteArray() << 1;
    QTest::newRow("cut off") << QByteArray("{\"a\": 1,\n\"b\":") << 2;
    QTest::newRow("trailing comma") << QByteArray("{\n\"a\": 1,\n}") << 3;
    QTest::newRow("a list") << QByteArray("[]") << 0;
    QTest::newRow("no UTF-8") << QByteArray("{\"a\": \"\xff\"}") << 0;
    QTest::newRow("too deep") << QByteArray(5'000, '[') << 1;
}

void TestJsonReader::refusesWhatIsNoDocument()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, line);
    const Outcome outcome = readJson(bytes, [](const JsonNode &top) { JsonKeys(top).finish(); });
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().kind, ErrorKind::invalid);
    QCOMPARE(outcome.error().line, std::int64_t{line});
}

void TestJsonReader::findsKeysGivenTwice_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("path");
    QTest::newRow("at the top") << QByteArray("{\"a\": 1, \"b\": 2, \"a\": 3}") << QStringLiteral("a");
    QTest::newRow("spelt with an escape") << QByteArray("{\"a\": 1, \"\\u0061\": 3}") << QStringLiteral("a");
    QTest::newRow("deep") << QByteArray("{\"l\": [1, \"}{\", {\"x\": {\"y\\\"\": 1, \"y\\\"\": 2}}]}")
                          << QStringLiteral("l[2].x.y\"");
    QTest::newRow("in an empty neighbour")
        << QByteArray("{ \"e\" : { } , \"f\":[ ] ,\"e\":null}") << QStringLiteral("e");
}

void TestJsonReader::findsKeysGivenTwice()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, path);
    const Outcome outcome = readJson(bytes, [](const JsonNode &) {});
    QVERIFY(!outcome.ok());
    QCOMPARE(QString::fromStdString(outcome.error().field), path);
}

void TestJsonReader::takesAMark()
{
    bool called = false;
    QVERIFY(readJson("\xEF\xBB\xBF{}", [&](const JsonNode &) { called = true; }).ok());
    QVERIFY(called);
    // Keys of different objects may be alike.
    QVERIFY(readJson("{\"a\": {\"a\": 1}, \"b\": [{\"a\": 1}, {\"a\": 1}]}", [](const JsonNode &) {}).ok());
}

void TestJsonReader::keepsTheFirstError()
{
    const Outcome outcome = readJson("{\"a\": \"x\", \"b\": 1, \"c\": 0}", [](const JsonNode &top) {
        JsonKeys keys(top);
        int a = 7;
        keys.read("a", a, {0, 10});
        QCOMPARE(a, 0);
        bool b = true;
        keys.read("b", b);
        keys.finish();
    });
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().field, std::string("a"));
}

void TestJsonReader::readsMoneyExactly()
{
    const Currency dollars{"USD", 2};
    const auto read = [&](const char *value) {
        Money money;
        const Outcome outcome = readJson(QByteArray("{\"m\": ") + value + '}', [&](const JsonNode &top) {
            money = JsonKeys(top).require("m").money(dollars);
        });
        return outcome.ok() ? std::optional(money) : std::nullopt;
    };
    QCOMPARE(read("\"49999.99\""), std::optional(Money{4'999'999}));
    QCOMPARE(read("50000"), std::optional(Money{5'000'000}));
    QCOMPARE(read("\"0\""), std::optional(Money{0}));
    for (const char *bad : {"49999.99", "-1", "\"-1\"", "\"1.234\"", "\"1,000\"", "\"\"", "null", "true",
                            "1e20", "\"1e3\"", "\"99999999999999999999\""})
        QVERIFY2(!read(bad), bad);
}

void TestJsonReader::writesInOrder()
{
    JsonWriter writer;
    writer.beginObject();
    writer.key("z").number(std::int64_t{1});
    writer.key("a").beginArray(JsonWriter::Layout::oneLine);
    writer.text(std::string_view("x\"\\\n\t\x01\xe5\x8f\xb0"));
    writer.number(0.3);
    writer.number(70.0);
    writer.null();
    writer.beginObject();
    writer.key("k").boolean(true);
    writer.endObject();
    writer.endArray();
    writer.key("e").beginArray();
    writer.endArray();
    writer.endObject();
    QCOMPARE(writer.document(),
             QByteArray("{\n  \"z\": 1,\n"
                        "  \"a\": [\"x\\\"\\\\\\n\\t\\u0001\xe5\x8f\xb0\", 0.3, 70, null, {\"k\": true}],\n"
                        "  \"e\": []\n}\n"));
    QVERIFY(!QJsonDocument::fromJson(writer.document()).isNull());
}

QTEST_GUILESS_MAIN(TestJsonReader)
#include "tst_json_reader.moc"
