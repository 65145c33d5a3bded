// Delimiter, header, decimal mark and date order from the first rows.
#include "exchange/dialect_detection.h"
#include "exchange/table_file.h"

#include <QtTest>

using namespace dimsum;

class DialectDetectionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void delimiters_data();
    void delimiters();
    void headers();
    void doubtIsAdmitted();
    void datesOfAFile();
    void strayDateIsNoStyle();
    void bank();
};

void DialectDetectionTest::delimiters_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QChar>("delimiter");
    QTest::newRow("comma") << QByteArray("a,b,c\n1,2,3\n") << QChar(u',');
    QTest::newRow("lists inside cells") << QByteArray("d,tech\nx,ERP;CRM;BI\ny,ERP\nz,CRM;BI\n") << QChar(u',');
    QTest::newRow("decimal commas") << QByteArray("a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n") << QChar(u';');
    QTest::newRow("quoted commas") << QByteArray("a;b\n\"x, y, z\";1\n\"u, v, w\";2\n") << QChar(u';');
    QTest::newRow("tabs with commas") << QByteArray("a\tb\nDoe, Jane\t1\nRoe, Rick\t2\n") << QChar(u'\t');
    QTest::newRow("bars") << QByteArray("a|b\n1|2\n") << QChar(u'|');
    QTest::newRow("one column") << QByteArray("account\nacme.com\nbeta.com\n") << QChar(u',');
    QTest::newRow("header only") << QByteArray("a;b;c\n") << QChar(u';');
}

void DialectDetectionTest::delimiters()
{
    QFETCH(QByteArray, text);
    QFETCH(QChar, delimiter);
    QCOMPARE(QChar(QLatin1Char(detectDialect(text.toStdString()).delimiter)), delimiter);
}

void DialectDetectionTest::headers()
{
    QVERIFY(detectDialect("name,2024,2025\nx,1,2\n").headerRow); // years head columns
    QVERIFY(!detectDialect("jane@acme.com,Jane\nbob@acme.com,Bob\n").headerRow);
    QVERIFY(!detectDialect("Acme,12.5\nBeta,13.5\n").headerRow);
    QVERIFY(detectDialect("").headerRow);
}

void DialectDetectionTest::doubtIsAdmitted()
{
    QVERIFY(!detectDialect("account\nacme\n").delimiterCertain);
    QVERIFY(detectDialect("a,b\n1,2\n").delimiterCertain);
    const DialectFinding grouped = detectDialect("n;v\nx;1,234\ny;5,678\n");
    QVERIFY(!grouped.decimalsCertain);
    QVERIFY(grouped.decimals == DecimalMark::point);
    QVERIFY(detectDialect("n;v\nx;1,234\ny;5,67\n").decimals == DecimalMark::comma);
    QVERIFY(detectDialect("n;v\nx;1 234,5\n").decimals == DecimalMark::comma);
    QVERIFY(detectDialect("n;v\nx;1.234.567\n").decimals == DecimalMark::comma);
}

void DialectDetectionTest::datesOfAFile()
{
    const auto of = [](const char *text) { return detectDialect(text); };
    QVERIFY(of("n;d\nx;25.12.2024\n").dates == DateOrder::dayFirst);
    QVERIFY(of("n,d\nx,12-25-2024\n").dates == DateOrder::monthFirst);
    QVERIFY(of("n,d\nx,12 25 2024\n").dates == DateOrder::monthFirst);
    QVERIFY(of("n,d\nx,2024-12-25\n").dates == DateOrder::isoOnly);
    QVERIFY(!of("n,d\nx,01/02/2024\n").datesCertain);
    QVERIFY(!of("n,d\nx,25/12/2024\ny,12/25/2024\n").datesCertain); // contradicts itself
    QVERIFY(of("n;d\nx;01.02.2024\n").datesCertain);
}

void DialectDetectionTest::strayDateIsNoStyle()
{
    std::string text = "n,d\n";
    for (int i = 0; i < 20; ++i)
        text += "x,2024-12-25\n";
    QVERIFY(detectDialect(text + "y,25/12/2024\n").dates == DateOrder::isoOnly);
}

void DialectDetectionTest::bank()
{
    const auto table = TableFile::open(QStringLiteral(DIMSUM_SHARED_DATA "/bank_raw/bank.csv"));
    if (!table)
        QSKIP("bank_raw is not on this machine");
    QCOMPARE(table->format().delimiter, ';');
    QVERIFY(table->dialect().delimiterCertain);
    QVERIFY(table->format().headerRow);
    QCOMPARE(table->header().size(), 17);
    QCOMPARE(table->header().last(), u"y"_qs);
}

QTEST_GUILESS_MAIN(DialectDetectionTest)
#include "tst_dialect_detection.moc"
