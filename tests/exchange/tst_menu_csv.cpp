#include "domain/menu.h"
#include "exchange/menu_csv.h"

#include <QTest>

using namespace dimsum;

namespace {

const Currency dollars{};

Menu sample()
{
    return defaultMenu(dollars, {.name = "Q3", .start = dayOf(2025, 7, 1), .end = dayOf(2025, 9, 30)});
}

} // namespace

class TestMenuCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMenuComesBack()
    {
        Menu menu = sample();
        menu.plays[0].name = "=SUM(A1), \"quoted\"";
        menu.plays[0].costs.push_back({.kind = CostKind::fee, .amount = Money{12345}, .quantity = Quantity{25'000}});
        menu.plays[1].approval = {.rule = Approval::Rule::above, .above = Money{50000}};
        const QByteArray text = formatMenuCsv(menu, dollars);
        QVERIFY(text.startsWith("code,name,description,channel,"));
        QVERIFY(text.contains("\"'=SUM(A1), \"\"quoted\"\"\"")); // guarded
        Menu empty = menu;
        empty.plays.clear();
        const auto read = parseMenuCsv(text, menu, dollars);
        QVERIFY2(read.ok(), read.ok() ? "" : plainText(read.error()).c_str());
        QVERIFY(read->plays == menu.plays);
        QVERIFY(read->envelopes == menu.envelopes);
        QCOMPARE(read->program.name, menu.program.name);
        QCOMPARE(formatMenuCsv(*read, dollars), text);
        // Excel writes a byte order mark.
        QVERIFY(parseMenuCsv("\xEF\xBB\xBF" + text, menu, dollars).ok());
    }

    void wrongLines_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("tier") << QByteArray("a,A,1; 4,production 1.00,approved") << QByteArray("tiers[1]");
        QTest::newRow("tier word") << QByteArray("a,A,one,production 1.00,approved") << QByteArray("tiers");
        QTest::newRow("cost") << QByteArray("a,A,1,hours 5,approved") << QByteArray("costs");
        QTest::newRow("code") << QByteArray("A B,A,1,production 1.00,approved") << QByteArray("code");
        QTest::newRow("status") << QByteArray("a,A,1,production 1.00,maybe") << QByteArray("status");
    }
    void wrongLines()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, field);
        Menu current = sample();
        const auto read = parseMenuCsv("code,name,tiers,costs,status\nfine,Fine,1,production 2.00,approved\n" + line + "\n", current, dollars);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().line, 3);
        QCOMPARE(QByteArray::fromStdString(read.error().field), field);
    }

    void wrongFiles()
    {
        QVERIFY(!parseMenuCsv("", sample(), dollars).ok());
        QVERIFY(!parseMenuCsv("code,shoe size\nx,3\n", sample(), dollars).ok());
        QVERIFY(!parseMenuCsv("name,tiers\nx,3\n", sample(), dollars).ok());
        QVERIFY(!parseMenuCsv("code,name\n\"x,3\n", sample(), dollars).ok());
    }
};

QTEST_GUILESS_MAIN(TestMenuCsv)
#include "tst_menu_csv.moc"
