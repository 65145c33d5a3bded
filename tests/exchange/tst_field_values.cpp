// Typed values from cells: numbers and money in every writing, dates that never shift, daylight saving.
#include "exchange/field_values.h"

#include <QDateTime>
#include <QtTest>

using namespace dimsum;

namespace {

ValueStyle lenient(DecimalMark decimals = DecimalMark::point, DateOrder dates = DateOrder::monthFirst)
{
    ValueStyle style;
    style.lenient = true;
    style.decimals = decimals;
    style.dates = dates;
    return style;
}

FieldReader readerIn(const char *zone, const char *currency = "USD")
{
    return FieldReader(ValueContext{*currencyOf(currency), QTimeZone(zone)});
}

std::int64_t utc(const char *iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toMSecsSinceEpoch();
}

} // namespace

class FieldValuesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void canonicalMoneyIsStrict();
    void lenientMoney_data();
    void lenientMoney();
    void numbersAndFlags();
    void nullsAndNamibia();
    void guardsComeOff();
    void dates_data();
    void dates();
    void ambiguousDatesAsk();
    void datesNeverShift();
    void gapAndFold();
    void offsets();
    void everyHourOfAYearAgreesWithQt();
    void months();
};

void FieldValuesTest::canonicalMoneyIsStrict()
{
    const FieldReader reader = readerIn("UTC");
    const ValueStyle strict;
    QCOMPARE(reader.money("1234.5", strict).value->minor, 123450);
    QCOMPARE(reader.money("-3", strict).value->minor, -300);
    QVERIFY(reader.money("", strict).empty());
    QVERIFY(reader.money("  ", strict).empty());
    for (const char *bad : {"1,234", "$5", "1e3", "abc", "1.", ".5", "1.234", "NaN", "inf", "5 USD", "--5", "99999999999999999999"})
        QVERIFY2(!reader.money(bad, strict).ok(), bad);
    QVERIFY(!readerIn("UTC", "JPY").money("1.5", strict).ok());
    QCOMPARE(readerIn("UTC", "KWD").money("1.234", strict).value->minor, 1234);
}

void FieldValuesTest::lenientMoney_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("comma");
    QTest::addColumn<QString>("number"); // empty: refused
    QTest::newRow("plain") << u"1234.5"_qs << false << u"1234.5"_qs;
    QTest::newRow("dollar") << u"$1,234,567"_qs << false << u"1234567"_qs;
    QTest::newRow("code before") << u"USD 1,234.50"_qs << false << u"1234.5"_qs;
    QTest::newRow("code after") << u"1,234.50 USD"_qs << false << u"1234.5"_qs;
    QTest::newRow("brackets") << u"(1,234.50)"_qs << false << u"-1234.5"_qs;
    QTest::newRow("minus sign") << u"\u2212 5"_qs << false << u"-5"_qs;
    QTest::newRow("lakhs") << u"12,34,567.00"_qs << false << u"1234567"_qs;
    QTest::newRow("exponent") << u"1.5E7"_qs << false << u"15000000"_qs;
    QTest::newRow("nbsp and comma") << u"1\u00a0234,5"_qs << true << u"1234.5"_qs;
    QTest::newRow("narrow space, euro") << u"1\u202f234,50 \u20ac"_qs << true << u"1234.5"_qs;
    QTest::newRow("points group") << u"1.234.567,89"_qs << true << u"1234567.89"_qs;
    QTest::newRow("swiss") << u"1'234.50"_qs << false << u"1234.5"_qs;
    QTest::newRow("rouble") << u"1 234,50 \u0440\u0443\u0431."_qs << true << u"1234.5"_qs;
    QTest::newRow("wrong groups") << u"1,23,4"_qs << false << QString();
    QTest::newRow("two marks") << u"1.2.3"_qs << false << QString();
    QTest::newRow("comma read as point style") << u"1.234,56"_qs << false << QString();
    QTest::newRow("thousands") << u"12k"_qs << false << QString();
    QTest::newRow("range") << u"50-100"_qs << false << QString();
    QTest::newRow("word") << u"unknown"_qs << false << QString();
    QTest::newRow("percent") << u"5%"_qs << false << QString();
}

void FieldValuesTest::lenientMoney()
{
    QFETCH(QString, text);
    QFETCH(bool, comma);
    QFETCH(QString, number);
    const auto found = canonicalNumber(text.toStdString(), lenient(comma ? DecimalMark::comma : DecimalMark::point));
    QCOMPARE(found ? QString::fromStdString(*found) : QString(), number);

    const FieldReader reader = readerIn("UTC");
    QVERIFY(!reader.money("EUR 5", lenient()).ok()); // another currency is not silently ours
    QVERIFY(!reader.money("\xE2\x82\xAC" "5", lenient()).ok());
    QCOMPARE(readerIn("UTC", "EUR").money("\xE2\x82\xAC" "5", lenient()).value->minor, 500);
    ValueStyle millions = lenient();
    millions.multiplier = 1e6;
    QCOMPARE(reader.money("1100.04", millions).value->minor, 110'004'000'000);
}

void FieldValuesTest::numbersAndFlags()
{
    const FieldReader reader = readerIn("UTC");
    const ValueStyle strict;
    QCOMPARE(*reader.number("72.5", strict).value, 72.5);
    for (const char *bad : {"72,5", "1e2", "0x10", "inf", "nan", "+5", "7 2"})
        QVERIFY2(!reader.number(bad, strict).ok(), bad);
    QCOMPARE(*reader.integer("12", strict).value, 12);
    QVERIFY(!reader.integer("12.5", strict).ok());
    for (const char *yes : {"true", "YES", "y", "1", "On"})
        QCOMPARE(reader.boolean(yes, strict).value, std::optional<bool>(true));
    for (const char *no : {"false", "No", "N", "0", "oFF"})
        QCOMPARE(reader.boolean(no, strict).value, std::optional<bool>(false));
    QVERIFY(reader.boolean("", strict).empty());
    QVERIFY(!reader.boolean("maybe", strict).ok());
}

void FieldValuesTest::nullsAndNamibia()
{
    ValueStyle salesforce = lenient();
    salesforce.nullMarker = true;
    QCOMPARE(plainCell(" #N/A ", salesforce), std::string_view());
    QCOMPARE(plainCell("#N/A", ValueStyle{}), std::string_view("#N/A"));
    QCOMPARE(plainCell("NA", salesforce), std::string_view("NA"));
    QCOMPARE(plainCell("null", salesforce), std::string_view("null"));
}

void FieldValuesTest::guardsComeOff()
{
    const ValueStyle strict;
    QCOMPARE(plainCell("'=1+1", strict), std::string_view("=1+1"));
    QCOMPARE(plainCell("''=1", strict), std::string_view("'=1"));
    QCOMPARE(plainCell("' @x", strict), std::string_view("@x"));
    QCOMPARE(plainCell("'tis", strict), std::string_view("'tis"));
    QCOMPARE(plainCell("'", strict), std::string_view("'"));
}

void FieldValuesTest::dates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("order"); // 0 strict ISO, 1 month first, 2 day first
    QTest::addColumn<QString>("day");
    QTest::newRow("iso") << u"2025-03-31"_qs << 0 << u"2025-03-31"_qs;
    QTest::newRow("leap") << u"2024-02-29"_qs << 0 << u"2024-02-29"_qs;
    QTest::newRow("no leap") << u"2025-02-29"_qs << 0 << QString();
    QTest::newRow("short iso") << u"2025-3-1"_qs << 0 << QString();
    QTest::newRow("us") << u"03/31/2025"_qs << 1 << u"2025-03-31"_qs;
    QTest::newRow("us short") << u"1/2/2025"_qs << 1 << u"2025-01-02"_qs;
    QTest::newRow("hyphens") << u"03-31-2025"_qs << 1 << u"2025-03-31"_qs;
    QTest::newRow("spaces") << u"03 31 2025"_qs << 1 << u"2025-03-31"_qs;
    QTest::newRow("german") << u"31.03.2025"_qs << 2 << u"2025-03-31"_qs;
    QTest::newRow("british") << u"31/03/2025"_qs << 2 << u"2025-03-31"_qs;
    QTest::newRow("13th month") << u"31/03/2025"_qs << 1 << QString();
    QTest::newRow("lenient iso") << u"2025/3/1"_qs << 1 << u"2025-03-01"_qs;
    QTest::newRow("compact") << u"20250331"_qs << 1 << u"2025-03-31"_qs;
    QTest::newRow("year 1600") << u"1600-01-01"_qs << 0 << QString();
    QTest::newRow("tail") << u"2025-03-31x"_qs << 0 << QString();
    QTest::newRow("mixed separators") << u"31/03.2025"_qs << 2 << QString();
    QTest::newRow("us with time") << u"3/31/2025 2:05 PM"_qs << 1 << u"2025-03-31"_qs;
}

void FieldValuesTest::dates()
{
    QFETCH(QString, text);
    QFETCH(int, order);
    QFETCH(QString, day);
    ValueStyle style;
    style.lenient = order != 0;
    style.dates = order == 1 ? DateOrder::monthFirst : order == 2 ? DateOrder::dayFirst : DateOrder::isoOnly;
    const auto parsed = readerIn("UTC").day(text.toStdString(), style);
    QCOMPARE(QString::fromStdString(isoText(parsed.value.value_or(unknownDay))), day);
    QCOMPARE(parsed.ok(), !day.isEmpty());
}

void FieldValuesTest::ambiguousDatesAsk()
{
    const FieldReader reader = readerIn("UTC");
    const auto ambiguous = reader.day("01/02/2025", ValueStyle{});
    const auto nonsense = reader.day("soon", ValueStyle{});
    QVERIFY(!ambiguous.ok() && !nonsense.ok());
    QVERIFY(std::string(ambiguous.problem) != nonsense.problem);
}

void FieldValuesTest::datesNeverShift()
{
    ValueStyle stamp;
    stamp.dateOnly = true;
    for (const char *zone : {"UTC", "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia", "Pacific/Kiritimati", "Europe/Berlin"}) {
        const FieldReader reader = readerIn(zone);
        for (const char *machineZone : {"UTC", "America/Los_Angeles", "Asia/Tokyo"}) {
            qputenv("TZ", machineZone);
            QCOMPARE(isoText(*reader.day("2025-03-31", ValueStyle{}).value), std::string("2025-03-31"));
            QCOMPARE(isoText(*reader.day("2024-06-17T00:00:00.000Z", stamp).value), std::string("2024-06-17"));
            QCOMPARE(isoText(*reader.day("2024-06-17 23:59", ValueStyle{}).value), std::string("2024-06-17"));
            const auto moment = reader.moment("2025-03-31", ValueStyle{});
            QVERIFY(moment.value->dateOnly);
            QCOMPARE(isoText(moment.value->day), std::string("2025-03-31"));
            QCOMPARE(moment.value->instant,
                     QDate(2025, 3, 31).startOfDay(QTimeZone(zone)).toMSecsSinceEpoch());
        }
    }
    qunsetenv("TZ");
}

void FieldValuesTest::gapAndFold()
{
    const FieldReader berlin = readerIn("Europe/Berlin");
    // 30 March 2025: 02:00 -> 03:00. 02:30 does not exist and becomes 03:30 summer time.
    QCOMPARE(berlin.moment("2025-03-30T02:30:00", ValueStyle{}).value->instant, utc("2025-03-30T01:30:00Z"));
    QCOMPARE(berlin.moment("2025-03-30T01:59:59", ValueStyle{}).value->instant, utc("2025-03-30T00:59:59Z"));
    QCOMPARE(berlin.moment("2025-03-30T03:00:00", ValueStyle{}).value->instant, utc("2025-03-30T01:00:00Z"));
    // 26 October 2025: 03:00 -> 02:00. 02:30 happens twice; the first is summer time.
    QCOMPARE(berlin.moment("2025-10-26T02:30:00", ValueStyle{}).value->instant, utc("2025-10-26T00:30:00Z"));
    QCOMPARE(berlin.moment("2025-10-26T03:00:00", ValueStyle{}).value->instant, utc("2025-10-26T02:00:00Z"));
    const FieldReader newYork = readerIn("America/New_York");
    QCOMPARE(newYork.moment("2025-03-09 02:30", ValueStyle{}).value->instant, utc("2025-03-09T07:30:00Z"));
    QCOMPARE(newYork.moment("2025-11-02 01:30", ValueStyle{}).value->instant, utc("2025-11-02T05:30:00Z"));
    // Midnight itself is missing in Santiago on 7 September 2025: the day starts at 01:00.
    const auto santiago = readerIn("America/Santiago").moment("2025-09-07", ValueStyle{});
    QCOMPARE(santiago.value->instant, utc("2025-09-07T04:00:00Z"));
    QCOMPARE(isoText(santiago.value->day), std::string("2025-09-07"));
}

void FieldValuesTest::offsets()
{
    const FieldReader reader = readerIn("America/New_York");
    for (const char *text : {"2024-01-22T16:14:25.000+0000", "2024-01-22T16:14:25Z", "2024-01-22T16:14:25.000Z",
                             "2024-01-22 16:14:25 UTC", "2024-01-22T17:14:25+01:00", "2024-01-22T10:44:25-0530",
                             "2024-01-22t11:14:25", "2024-01-22T16:14:25+00"}) {
        const auto moment = reader.moment(text, ValueStyle{});
        QVERIFY2(moment.ok(), text);
        QCOMPARE(moment.value->instant, utc("2024-01-22T16:14:25Z"));
    }
    // The date is that of the instant in the workspace's zone.
    QCOMPARE(isoText(*reader.day("2024-01-22T03:00:00Z", ValueStyle{}).value), std::string("2024-01-21"));
    for (const char *bad : {"2024-01-22T25:00:00", "2024-01-22T10:60", "2024-01-22T10:00:00+99:00", "2024-01-22T", "2024-01-22T10",
                            "2024-01-22T10:00:00 CEST", "10:00"})
        QVERIFY2(!reader.moment(bad, ValueStyle{}).ok(), bad);
    QCOMPARE(reader.moment("2024-01-22T16:14:25.1234567Z", ValueStyle{}).value->instant, utc("2024-01-22T16:14:25Z") + 123);
}

void FieldValuesTest::everyHourOfAYearAgreesWithQt()
{
    for (const char *name : {"Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu"}) {
        const QTimeZone zone(name);
        const ZoneClock clock(zone);
        const std::int64_t start = utc("2011-01-01T00:00:00Z"); // the year in which Apia skipped a day
        for (int hour = 0; hour < 366 * 24; ++hour) {
            const std::int64_t instant = start + std::int64_t{hour} * 3'600'000;
            const QDateTime wall = QDateTime::fromMSecsSinceEpoch(instant, zone);
            const Day day = dayOf(wall.date().year(), static_cast<unsigned>(wall.date().month()),
                                  static_cast<unsigned>(wall.date().day()));
            QCOMPARE(isoText(clock.dayOf(instant)), isoText(day));
            const std::int64_t back = clock.instantOf(day, wall.time().msecsSinceStartOfDay());
            QVERIFY(back == instant || back == instant - 3'600'000 || back == instant - 1'800'000); // folds take the first
        }
    }
}

void FieldValuesTest::months()
{
    const FieldReader reader = readerIn("UTC");
    QCOMPARE(isoText(*reader.month("2025-03", ValueStyle{}).value), std::string("2025-03-01"));
    QCOMPARE(isoText(*reader.month("2025-03-17", ValueStyle{}).value), std::string("2025-03-01"));
    QVERIFY(!reader.month("2025-13", ValueStyle{}).ok());
    QVERIFY(!reader.month("March", ValueStyle{}).ok());
    QVERIFY(reader.month("", ValueStyle{}).empty());
}

QTEST_GUILESS_MAIN(FieldValuesTest)
#include "tst_field_values.moc"
