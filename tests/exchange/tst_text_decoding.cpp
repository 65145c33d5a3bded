// Encodings: found where they can be, asked for where not, decoded the same however the bytes are cut.
#include "exchange/csv_reader.h"
#include "exchange/text_decoding.h"

#include <QDir>
#include <QFile>
#include <QStringDecoder>
#include <QStringEncoder>
#include <QtTest>

using namespace dimsum;

namespace {

std::string decoded(const QString &encoding, QByteArrayView bytes, qsizetype chunk)
{
    TextDecoder decoder(encoding);
    std::string text;
    for (qsizetype at = 0; at < bytes.size(); at += chunk)
        decoder.decode(bytes.sliced(at, std::min(chunk, bytes.size() - at)), text);
    decoder.finish(text);
    return text;
}

} // namespace

class TextDecodingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void detectsSamples_data();
    void detectsSamples();
    void chunksDoNotMatter_data();
    void chunksDoNotMatter();
    void brokenBytesDoNotDependOnChunks();
    void marksAreSkipped();
    void utf16WithoutMark();
    void cutCharacterIsStillUtf8();
    void badBytesBecomeTheMarkByte();
    void everyOfferedEncodingDecodes();
};

void TextDecodingTest::detectsSamples_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("encoding");
    QTest::newRow("ascii") << u"en__ascii.txt"_qs << u"UTF-8"_qs;
    QTest::newRow("utf-8") << u"zh__utf-8.txt"_qs << u"UTF-8"_qs;
    QTest::newRow("utf-16be") << u"fr__utf-16.be"_qs << u"UTF-16BE"_qs;
    QTest::newRow("cp1251") << u"ru__windows-1251.txt"_qs << u"windows-1251"_qs;
    QTest::newRow("cp1252 seen as latin-1") << u"de__windows-1252.txt"_qs << u"windows-1252"_qs;
    QTest::newRow("8859-5") << u"ru__iso-8859-5.txt"_qs << u"ISO-8859-5"_qs;
    QTest::newRow("shift_jis") << u"ja__shift_jis.txt"_qs << u"Shift_JIS"_qs;
    QTest::newRow("gb18030") << u"zh__gb18030.txt"_qs << u"GB18030"_qs;
}

void TextDecodingTest::detectsSamples()
{
    QFETCH(QString, file);
    QFETCH(QString, encoding);
    QFile sample(QStringLiteral(DIMSUM_SHARED_DATA "/encodings_uchardet/") + file);
    if (!sample.open(QIODevice::ReadOnly))
        QSKIP("encodings_uchardet is not on this machine");
    const QByteArray bytes = sample.readAll();
    const EncodingFinding finding = detectEncoding(bytes, true);
    // Short texts fool every detector: then the right one must be among what is offered.
    QVERIFY(finding.encoding == encoding || (!finding.certain && finding.candidates.contains(encoding)));
    QCOMPARE(finding.encoding, encoding);
}

void TextDecodingTest::chunksDoNotMatter_data()
{
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("cp1251") << u"windows-1251"_qs << QByteArray("\xCF\xF0\xE8\xE2\xE5\xF2,1") << u"\u041f\u0440\u0438\u0432\u0435\u0442,1"_qs;
    QTest::newRow("koi8-r") << u"KOI8-R"_qs << QByteArray("\xF0\xD2\xC9\xD7\xC5\xD4") << u"\u041f\u0440\u0438\u0432\u0435\u0442"_qs;
    QTest::newRow("big5, backslash inside") << u"Big5"_qs << QByteArray("\xA5\x5C,\xB3\x5C") << u"\u529f,\u8a31"_qs;
    QTest::newRow("shift_jis, bar inside") << u"Shift_JIS"_qs << QByteArray("\x83\x7C,\x83\x5C") << u"\u30dd,\u30bd"_qs;
    QTest::newRow("gb18030 four bytes") << u"GB18030"_qs << QByteArray("a\x95\x32\x82\x36,\xD6\xD0") << u"a\U00020000,\u4e2d"_qs;
    QTest::newRow("utf-16le pair") << u"UTF-16LE"_qs << QByteArray("a\0\x40\xD8\x00\xDC,\0", 8) << u"a\U00020000,"_qs;
    QTest::newRow("utf-16be") << u"UTF-16BE"_qs << QByteArray("\0a\x4E\x2D", 4) << u"a\u4e2d"_qs;
    QTest::newRow("cp1252 quotes") << u"ISO-8859-1"_qs << QByteArray("\x93" "a\x94\x80") << u"\u201ca\u201d\u20ac"_qs;
}

void TextDecodingTest::chunksDoNotMatter()
{
    QFETCH(QString, encoding);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    for (const qsizetype chunk : {1, 2, 3, 5, 100})
        QCOMPARE(QString::fromStdString(decoded(encoding, bytes, chunk)), text);
}

void TextDecodingTest::brokenBytesDoNotDependOnChunks()
{
    // Found by the fuzzer: a converter takes a broken pair apart differently when the second byte comes later.
    const QByteArray bytes = QByteArray::fromBase64("lSWCNizWamlwc9AKgYN8fIMAAIE=");
    for (const QString &encoding : offeredEncodings()) {
        const std::string whole = decoded(encoding, bytes, bytes.size());
        for (const qsizetype chunk : {1, 2, 3, 7})
            QCOMPARE(decoded(encoding, bytes, chunk), whole);
    }
}

void TextDecodingTest::marksAreSkipped()
{
    QCOMPARE(detectEncoding("\xEF\xBB\xBF" "a,b", true).markBytes, 3);
    QCOMPARE(detectEncoding(QByteArray("\xFF\xFE" "a\0", 4), true).encoding, u"UTF-16LE"_qs);
    QCOMPARE(detectEncoding(QByteArray("\xFE\xFF\0a", 4), true).markBytes, 2);
}

void TextDecodingTest::utf16WithoutMark()
{
    QStringEncoder encoder(QStringEncoder::Utf16LE);
    const QByteArray bytes = encoder.encode(u"name,city\nAcme,Berlin\nBeta,Paris\n"_qs);
    const EncodingFinding finding = detectEncoding(bytes, true);
    QCOMPARE(finding.encoding, u"UTF-16LE"_qs);
    QVERIFY(!finding.certain);
}

void TextDecodingTest::cutCharacterIsStillUtf8()
{
    const QByteArray text("name\nM\xC3\xBCller \xE5\x8F\xB0", 15);
    for (const qsizetype length : {14, 13, 7})
        QCOMPARE(detectEncoding(text.first(length), false).encoding, u"UTF-8"_qs);
    QVERIFY(detectEncoding(text.first(14), true).encoding != u"UTF-8"_qs);
}

void TextDecodingTest::badBytesBecomeTheMarkByte()
{
    const auto bad = [](const char *encoding, QByteArrayView bytes) {
        return decoded(QString::fromLatin1(encoding), bytes, 1).find(undecodableByte) != std::string::npos;
    };
    QVERIFY(bad("UTF-16LE", QByteArrayView("\0\xDC" "a\0", 4)));     // second half of a pair alone
    QVERIFY(bad("UTF-16LE", QByteArrayView("\0\xD8" "a\0", 4)));     // first half alone
    QVERIFY(bad("UTF-16LE", QByteArrayView("\0\xD8", 2)));           // and at the end
    QVERIFY(bad("UTF-16BE", QByteArrayView("\0a\0", 3)));            // half a unit
    QVERIFY(bad("GB18030", QByteArrayView("a\x81")));                // cut by the end of the file
    QVERIFY(bad("Shift_JIS", QByteArrayView("a\x81 b")));
    QVERIFY(!bad("GB18030", QByteArrayView("\x84\x31\xA4\x37")));    // U+FFFD itself is a character of the file
}

void TextDecodingTest::everyOfferedEncodingDecodes()
{
    for (const QString &name : offeredEncodings()) {
        QVERIFY(isKnownEncoding(name.toLower()));
        if (name.startsWith(u"UTF-16"_qs))
            continue;
        QCOMPARE(decoded(name, "plain,ASCII\n", 4), std::string("plain,ASCII\n"));
        QVERIFY2(name == u"UTF-8"_qs || QStringDecoder(name.toLatin1().constData()).isValid(), qPrintable(name));
    }
    QVERIFY(!isKnownEncoding(u"EBCDIC"_qs));
}

QTEST_GUILESS_MAIN(TextDecodingTest)
#include "tst_text_decoding.moc"
