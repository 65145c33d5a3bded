#include <QtTest>

#include "exchange/formula_guard.h"

using namespace dimsum;

class TestFormulaGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void guardsWhatASpreadsheetWouldRun_data();
    void guardsWhatASpreadsheetWouldRun();
    void leavesPlainTextAlone_data();
    void leavesPlainTextAlone();
    void isExactlyUndone();
};

void TestFormulaGuard::guardsWhatASpreadsheetWouldRun_data()
{
    QTest::addColumn<QString>("text");
    for (const char16_t *text : {u"=1+1",     u"+1",       u"-1",
                                 u"@SUM(A1)", u"  =1",     u"\t=1",
                                 u"\u00a0=1", u"\ufeff=1", u"\u200b\u200d=1",
                                 u"\u0001=1", u"\u2003+1", u"\uff1d1",
                                 u"\uff0b1",  u"\uff0d1",  u"\uff20x",
                                 u"\ufe661",  u"\t",       u"\rx",
                                 u"\nx",      u"'=1",      u"''=1",
                                 u"' =1",     u"'\tx",     u"=",
                                 u"-",        u"\u202e=1", u"\u2028=1"})
        QTest::newRow(QString::fromUtf16(text).toUtf8().toPercentEncoding()) << QString::fromUtf16(text);
    QTest::newRow("NUL") << QString(QChar(u'\0'));
    QTest::newRow("tag character, a pair of surrogates") << QStringLiteral("\U000E0001=1");
}

void TestFormulaGuard::guardsWhatASpreadsheetWouldRun()
{
    QFETCH(QString, text);
    QVERIFY(needsFormulaGuard(text));
    QCOMPARE(guarded(text), u'\'' + text);
    QCOMPARE(unguarded(guarded(text)), text);
}

void TestFormulaGuard::leavesPlainTextAlone_data()
{
    QTest::addColumn<QString>("text");
    for (const char16_t *text : {u"", u"Acme", u"a=b", u"'", u"'quoted'", u"1-2", u"#N/A", u" ", u"\u53f0=",
                                 u"(=1)", u"\"=1\"", u"O'Brien", u"a\t=1"})
        QTest::newRow(QString::fromUtf16(text).toUtf8().toPercentEncoding()) << QString::fromUtf16(text);
    QTest::newRow("emoji before the sign") << QStringLiteral("\U0001F600=1");
}

void TestFormulaGuard::leavesPlainTextAlone()
{
    QFETCH(QString, text);
    QVERIFY(!needsFormulaGuard(text));
    QCOMPARE(guarded(text), text);
    QCOMPARE(unguarded(text), text);
}

void TestFormulaGuard::isExactlyUndone()
{
    // Every text of up to four characters out of those that matter.
    const QString alphabet = QStringLiteral("'= a\t@\ufeff");
    qsizetype checked = 0;
    for (int length = 0; length <= 4; ++length) {
        const int combinations = static_cast<int>(std::pow(alphabet.size(), length));
        for (int number = 0; number < combinations; ++number) {
            QString text;
            for (int i = 0, rest = number; i < length; ++i, rest /= static_cast<int>(alphabet.size()))
                text += alphabet[rest % alphabet.size()];
            QCOMPARE(unguarded(guarded(text)), text);
            ++checked;
        }
    }
    QCOMPARE(checked, 1 + 7 + 49 + 343 + 2401);
}

QTEST_GUILESS_MAIN(TestFormulaGuard)
#include "tst_formula_guard.moc"
