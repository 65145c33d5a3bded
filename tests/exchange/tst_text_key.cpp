// Keys: NFKC, full case folding, trim (domain.md section 2).
#include "exchange/text_key.h"

#include <QtTest>

using namespace dimsum;

class TextKeyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void folds_data();
    void folds();
    void bothFormsAgreeAndKeysAreKeys();
    void typesIgnoreSeparators();
    void shownKeepsSpelling();
    void partsLeaveOutEmptyOnes();
    void salesforceIdsMeet();
};

void TextKeyTest::folds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("key");
    QTest::newRow("ascii") << u"  Acme Corp\t"_qs << u"acme corp"_qs;
    QTest::newRow("sharp s") << u"Stra\u00dfe"_qs << u"strasse"_qs;
    QTest::newRow("capital sharp s") << u"STRA\u1e9eE"_qs << u"strasse"_qs;
    QTest::newRow("ligature") << u"\ufb01nance"_qs << u"finance"_qs;
    QTest::newRow("full width") << u"\uff21\uff23\uff2d\uff25\u3000"_qs << u"acme"_qs;
    QTest::newRow("composed") << u"Cafe\u0301"_qs << u"caf\u00e9"_qs;
    QTest::newRow("sigma") << u"\u03a3\u03af\u03c3\u03c5\u03c6\u03bf\u03c2"_qs << u"\u03c3\u03af\u03c3\u03c5\u03c6\u03bf\u03c3"_qs;
    QTest::newRow("cyrillic") << u"\u00a0\u0420\u041e\u0421\u0422\u0415\u041b\u0415\u041a\u041e\u041c "_qs
                              << u"\u0440\u043e\u0441\u0442\u0435\u043b\u0435\u043a\u043e\u043c"_qs;
    QTest::newRow("chinese stays") << u"\u53f0\u7a4d\u96fb"_qs << u"\u53f0\u7a4d\u96fb"_qs;
    QTest::newRow("inner spaces stay") << u"Big  Co"_qs << u"big  co"_qs;
    QTest::newRow("empty") << u" \u2003 "_qs << QString();
}

void TextKeyTest::folds()
{
    QFETCH(QString, text);
    QFETCH(QString, key);
    QCOMPARE(QString::fromStdString(textKey(text)), key);
}

void TextKeyTest::bothFormsAgreeAndKeysAreKeys()
{
    for (char32_t c = 1; c < 0x3000; ++c) {
        if (c >= 0xD800 && c < 0xE000)
            continue;
        const QString text = u"a"_qs + QString::fromUcs4(&c, 1) + u"B"_qs;
        const std::string key = textKey(text);
        QCOMPARE(textKey(std::string_view(text.toStdString())), key);
        QCOMPARE(textKey(std::string_view(key)), key);
    }
}

void TextKeyTest::typesIgnoreSeparators()
{
    for (const char *spelling : {"Email_Click", "email-click", " EMAIL  click ", "e\xEF\xBD\x8D" "ail__-click", "email click_"})
        QCOMPARE(typeKey(std::string_view(spelling)), std::string("email click"));
    QCOMPARE(typeKey(u"__"_qs), std::string());
}

void TextKeyTest::shownKeepsSpelling()
{
    QCOMPARE(shownText(u"\u00a0 A b\u2003"_qs), u"A b"_qs);
    QCOMPARE(shownText(std::string_view("\xC2\xA0 \xC3\x84 b\xE2\x80\x83")), std::string_view("\xC3\x84 b"));
    QCOMPARE(shownText(std::string_view(" \xE5\x8F\xB0 ")), std::string_view("\xE5\x8F\xB0"));
    QCOMPARE(shownText(std::string_view("\xC2\xA0")), std::string_view());
}

void TextKeyTest::partsLeaveOutEmptyOnes()
{
    QCOMPARE(partKeys(" ERP;; crm ;"), (std::vector<std::string>{"erp", "crm"}));
    QCOMPARE(partKeys(""), std::vector<std::string>{});
}

void TextKeyTest::salesforceIdsMeet()
{
    QCOMPARE(externalIdKey("001Ec00000GGw3hIAD"), std::string("001Ec00000GGw3h"));
    QCOMPARE(externalIdKey(" 001Ec00000GGw3h "), std::string("001Ec00000GGw3h"));
    QCOMPARE(externalIdKey("001ec00000ggw3h"), std::string("001ec00000ggw3h")); // case tells two records apart
    QCOMPARE(externalIdKey("001Ec00000GGw3hXYZ"), std::string("001Ec00000GGw3hXYZ")); // 18 characters, no checksum
}

QTEST_GUILESS_MAIN(TextKeyTest)
#include "tst_text_key.moc"
