// Whole files: what is found about them, what is read from them, against real files and their expected figures.
#include "exchange/rejects_file.h"
#include "exchange/table_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace dimsum;

namespace {

const QString sharedData = QStringLiteral(DIMSUM_SHARED_DATA);

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Every row, the header first, as expected_open_csv.json hashes them: compact JSON of lists of texts.
QJsonArray rowsOf(const TableFile &table)
{
    FileFormat format = table.format();
    format.headerRow = false;
    TableFile plain = table;
    if (!plain.setFormat(format))
        return {};
    QJsonArray rows;
    const auto read = plain.read(
        [&](const CsvRecord &record) {
            QJsonArray row;
            for (const std::string_view field : record.fields)
                row.append(QString::fromUtf8(field.data(), static_cast<qsizetype>(field.size())));
            rows.append(row);
            return true;
        },
        {});
    return read ? rows : QJsonArray();
}

} // namespace

class TableFileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void expectedFiles_data();
    void expectedFiles();
    void decodesToTheExpectedText_data();
    void decodesToTheExpectedText();
    void findsTheFormat();
    void namesColumns();
    void lateAccentDecidesTheEncoding();
    void cutsAReportFooterOnlyAtTheEnd();
    void cancelsAndStops();
    void refusesWhatIsNoTable();
    void rejectsComeBackMended();

private:
    QString write(const QByteArray &content, const QString &name = QStringLiteral("t.csv"))
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write the test file");
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

void TableFileTest::expectedFiles_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QJsonObject>("expected");
    const QJsonObject all = QJsonDocument::fromJson(contentOf(sharedData + u"/expected_open_csv.json"_qs)).object();
    if (all.isEmpty())
        QTest::newRow("absent") << QString() << QJsonObject();
    for (auto it = all.begin(); it != all.end(); ++it) {
        QString file = it.key();
        if (file.startsWith(u"spectrum/"_qs))
            file = u"csv_spectrum/csvs/"_qs + file.mid(9) + u".csv"_qs;
        else if (file.startsWith(u"optd/"_qs))
            file = u"encodings_optd_csv/"_qs + file.mid(5) + u".csv"_qs;
        else
            file = file.mid(5);
        QTest::newRow(qPrintable(it.key())) << file << it.value().toObject();
    }
}

void TableFileTest::expectedFiles()
{
    QFETCH(QString, file);
    QFETCH(QJsonObject, expected);
    if (file.isEmpty())
        QSKIP("expected_open_csv.json is not on this machine");
    const auto table = TableFile::open(sharedData + u'/' + file);
    QVERIFY2(table.ok(), table.ok() ? "" : plainText(table.error()).c_str());
    if (expected.contains(u"delimiter"_qs))
        QCOMPARE(QString(QLatin1Char(table->format().delimiter)), expected[u"delimiter"_qs].toString());
    const QJsonArray rows = rowsOf(*table);
    QByteArray json = "[";
    int rowCount = 0;
    for (const QJsonValue &row : rows) {
        // expected.rows of csv-spectrum counts the header as well: every record of the file
        json += (rowCount++ ? "," : "") + QJsonDocument(row.toArray()).toJson(QJsonDocument::Compact);
        QVERIFY(row.toArray().size() >= expected[u"min_fields"_qs].toInt());
        QVERIFY(row.toArray().size() <= expected[u"max_fields"_qs].toInt());
    }
    json += "]";
    QCOMPARE(rowCount, expected[u"rows"_qs].toInt());
    QCOMPARE(QString::fromLatin1(QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex()),
             expected[u"sha256"_qs].toString());
}

void TableFileTest::decodesToTheExpectedText_data()
{
    QTest::addColumn<QString>("stem");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<bool>("decimalComma");
    QTest::newRow("cp1251") << u"cities_ru_windows-1251_semicolon_decimalcomma"_qs << u"windows-1251"_qs << true;
    QTest::newRow("gb18030") << u"cities_zh_gb18030_comma"_qs << u"GB18030"_qs << false;
    QTest::newRow("utf-16") << u"cities_ru_utf16le_bom_tab"_qs << u"UTF-16LE"_qs << false;
    QTest::newRow("utf-8 mark") << u"cities_zh_utf8_bom_comma"_qs << u"UTF-8"_qs << false;
}

void TableFileTest::decodesToTheExpectedText()
{
    QFETCH(QString, stem);
    QFETCH(QString, encoding);
    QFETCH(bool, decimalComma);
    const QString path = sharedData + u"/encodings_optd_csv/"_qs + stem;
    if (!QFile::exists(path + u".csv"_qs))
        QSKIP("encodings_optd_csv is not on this machine");
    const auto table = TableFile::open(path + u".csv"_qs);
    QVERIFY(table.ok());
    QCOMPARE(table->format().encoding, encoding);
    QVERIFY(table->encoding().certain);
    QCOMPARE(table->format().decimals == DecimalMark::comma, decimalComma);
    QJsonArray rows = rowsOf(*table);
    const auto expected = TableFile::open(path + u".expected.utf8.csv"_qs);
    QVERIFY(expected.ok());
    const QJsonArray wanted = rowsOf(*expected);
    QCOMPARE(rows.size(), wanted.size());
    bool namibia = false;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        QJsonArray row = rows[i].toArray();
        if (decimalComma) {
            for (const int number : {7, 8})
                row[number] = row[number].toString().replace(u',', u'.');
        }
        QCOMPARE(row, wanted[i].toArray());
        namibia = namibia || row[3].toString() == u"NA"_qs;
    }
    QVERIFY(namibia); // "NA" stays a text
}

void TableFileTest::findsTheFormat()
{
    const auto check = [&](const QByteArray &text, char delimiter, bool header, DecimalMark decimals, DateOrder dates) {
        const auto table = TableFile::open(write(text));
        QVERIFY(table.ok());
        QCOMPARE(table->format().delimiter, delimiter);
        QCOMPARE(table->format().headerRow, header);
        QVERIFY(table->format().decimals == decimals);
        QVERIFY(table->format().dates == dates);
    };
    check("a;b\n1,5;x\n2,25;y\n", ';', true, DecimalMark::comma, DateOrder::isoOnly);
    check("a|b|c\n1|2|3\n", '|', true, DecimalMark::point, DateOrder::isoOnly);
    check("name,when\nx,31/12/2024\ny,01/02/2025\n", ',', true, DecimalMark::point, DateOrder::dayFirst);
    check("name,when\nx,12/31/2024\ny,01/02/2025\n", ',', true, DecimalMark::point, DateOrder::monthFirst);
    check("name\twhen\nx\t01.02.2025\n", '\t', true, DecimalMark::point, DateOrder::dayFirst);
    check("acme.com,5,2025-01-01\nbeta.com,6,2025-01-02\n", ',', false, DecimalMark::point, DateOrder::isoOnly);
    check("n;v\na;1.234,56\n", ';', true, DecimalMark::comma, DateOrder::isoOnly);
    check("n,v\na,\"1,234.56\"\n", ',', true, DecimalMark::point, DateOrder::isoOnly);

    const auto open = TableFile::open(write("name,when\nx,01/02/2025\n"));
    QVERIFY(open.ok());
    QVERIFY(!open->dialect().datesCertain); // ask
    QVERIFY(open->format().dates == DateOrder::isoOnly);
}

void TableFileTest::namesColumns()
{
    auto table = TableFile::open(write(" a ,a,,\"'=b\"\n1,2,3,4\n5\n"));
    QVERIFY(table.ok());
    QCOMPARE(table->header(), (QStringList{u"a"_qs, u"a (2)"_qs, u"Column 3"_qs, u"=b"_qs}));
    QCOMPARE(table->preview().size(), std::size_t{2});
    QCOMPARE(table->preview()[1], (QStringList{u"5"_qs, QString(), QString(), QString()}));
    FileFormat format = table->format();
    format.headerRow = false;
    QVERIFY(table->setFormat(format).ok());
    QCOMPARE(table->header().first(), u"Column 1"_qs);
    QCOMPARE(table->preview().size(), std::size_t{3});
}

void TableFileTest::lateAccentDecidesTheEncoding()
{
    QByteArray text = "name,city\n";
    while (text.size() < 3'000'000)
        text += "Plain company,Plain city\n";
    text += "Caf\xE9 M\xFCller & S\xF6hne,K\xF6ln\n";
    const auto table = TableFile::open(write(text));
    QVERIFY(table.ok());
    QCOMPARE(table->format().encoding, u"windows-1252"_qs);
    std::string last;
    QVERIFY(table->read([&](const CsvRecord &r) { last = r.fields[1]; return r.problem == CsvProblem::none; }, {}).ok());
    QCOMPARE(QString::fromStdString(last), u"K\u00f6ln"_qs);
}

void TableFileTest::cutsAReportFooterOnlyAtTheEnd()
{
    const auto table = TableFile::open(write("a,b,c\n1,2,3\nalone\n4,5,6\n\n\"Copyright\"\n\"Generated by\"\n"));
    QVERIFY(table.ok());
    std::vector<std::int64_t> lines;
    const auto sink = [&](const CsvRecord &r) { lines.push_back(r.line); return true; };
    auto read = table->read(sink, {}, true);
    QVERIFY(read.ok());
    QCOMPARE(lines, (std::vector<std::int64_t>{2, 3, 4}));
    QCOMPARE(read->records, 3);
    QCOMPARE(read->footerLines, 2);
    QCOMPARE(read->blankLines, 1);
    lines.clear();
    read = table->read(sink, {});
    QVERIFY(read.ok());
    QCOMPARE(read->records, 5);
}

void TableFileTest::cancelsAndStops()
{
    const auto table = TableFile::open(write("a,b\n1,2\n3,4\n"));
    QVERIFY(table.ok());
    std::stop_source stop;
    stop.request_stop();
    Progress progress;
    progress.stop = stop.get_token();
    const auto cancelled = table->read([](const CsvRecord &) { return true; }, progress);
    QVERIFY(!cancelled.ok());
    QVERIFY(cancelled.error().kind == ErrorKind::cancelled);
    const auto stopped = table->read([](const CsvRecord &) { return false; }, {});
    QVERIFY(stopped.ok());
    QCOMPARE(stopped->records, 1);
    std::int64_t last = 0;
    progress = {};
    progress.report = [&](std::int64_t done, std::int64_t total) { last = done; QCOMPARE(total, table->size()); };
    QVERIFY(table->read([](const CsvRecord &) { return true; }, progress).ok());
    QCOMPARE(last, table->size());
}

void TableFileTest::refusesWhatIsNoTable()
{
    QVERIFY(TableFile::open(m_folder.filePath(u"none.csv"_qs)).error().kind == ErrorKind::notFound);
    QVERIFY(TableFile::open(m_folder.path()).error().kind == ErrorKind::unreadable);
    QVERIFY(TableFile::open(u"/dev/null"_qs).error().kind == ErrorKind::unreadable);
    QVERIFY(!TableFile::open(write("")).ok());
    QVERIFY(!TableFile::open(write(QByteArray(10'000'000, '\n'))).ok());
    QVERIFY(!TableFile::open(write("PK\x03\x04 and so on")).ok());
    QVERIFY(!TableFile::open(write(QByteArray(100'000, ',') + "\n1,2\n")).ok());
    const auto endless = TableFile::open(write("a,b\n" + QByteArray(40 << 20, 'x')));
    QVERIFY(!endless.ok() || !endless->read([](const CsvRecord &) { return true; }, {}).ok());
}

void TableFileTest::rejectsComeBackMended()
{
    const QString source = write("name;note\nx;\"a;b \"\"c\"\"\"\ny;=1+1\nz;-5\nlong;1;2\n");
    const auto table = TableFile::open(source);
    QVERIFY(table.ok());
    const QString path = m_folder.filePath(u"rejects.csv"_qs);
    auto rejects = RejectsFile::create(path, table->header(), table->format().delimiter);
    QVERIFY(rejects.ok());
    QVERIFY(table->read(
                     [&](const CsvRecord &r) {
                         (*rejects)->add(r, "note", "why; \"so\"");
                         return true;
                     },
                     {})
                .ok());
    QCOMPARE((*rejects)->count(), 4);
    QVERIFY(!QFile::exists(path)); // nothing before commit
    QVERIFY((*rejects)->commit().ok());
    QCOMPARE(contentOf(path), QByteArray("reject_line;reject_field;reject_reason;name;note\n"
                                         "2;note;\"why; \"\"so\"\"\";x;\"a;b \"\"c\"\"\"\n"
                                         "3;note;\"why; \"\"so\"\"\";y;'=1+1\n"
                                         "4;note;\"why; \"\"so\"\"\";z;-5\n"
                                         "5;note;\"why; \"\"so\"\"\";long;1;2\n"));

    const auto again = TableFile::open(path);
    QVERIFY(again.ok());
    QCOMPARE(again->preview()[1][4], u"=1+1"_qs);
    const QString second = m_folder.filePath(u"second.csv"_qs);
    auto secondRejects = RejectsFile::create(second, again->header(), ';');
    QVERIFY(secondRejects.ok());
    QVERIFY(again->read(
                     [&](const CsvRecord &r) {
                         (*secondRejects)->add(r, "", "still");
                         return false;
                     },
                     {})
                .ok());
    QVERIFY((*secondRejects)->commit().ok());
    QCOMPARE(contentOf(second), QByteArray("reject_line;reject_field;reject_reason;name;note\n"
                                           "2;;still;x;\"a;b \"\"c\"\"\"\n")); // no second set of columns
    QVERIFY(!RejectsFile::create(u"/nowhere/at/all.csv"_qs, {}, ',').ok());
}

QTEST_GUILESS_MAIN(TableFileTest)
#include "tst_table_file.moc"
