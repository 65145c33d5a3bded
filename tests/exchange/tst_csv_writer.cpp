#include <QtTest>

#include "exchange/csv_reader.h"
#include "exchange/csv_writer.h"
#include "exchange/file_commit.h"
#include "exchange/formula_guard.h"
#include "exchange/table_writer.h"
#include "support/file_size_limit.h"
#include "support/table_fixtures.h"

#include <limits>
#include <sys/stat.h>

Q_DECLARE_METATYPE(dimsum::Cell)
Q_DECLARE_METATYPE(dimsum::CellType)

using namespace dimsum;
using namespace dimsum::test;

namespace
{

const Currency dollars{"USD", 2};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden);
}

} // namespace

class TestCsvWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void init()
    {
        m_path =
            m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + QStringLiteral(".csv"));
    }

    void writesCellsAsTheColumnSays_data();
    void writesCellsAsTheColumnSays();
    void writesTheExactBytes();
    void writesAMarkForExcelOnly();
    void knowsItsProfiles();
    void keepsAnEmptyRowReadable();
    void roundTripsFormulas();
    void roundTripsAwkwardText();
    void rawLeavesFormulasAlone();
    void keepsTheOldFileWhereTheSourceFails();
    void keepsTheOldFileWhereItIsStopped();
    void keepsTheOldFileOnAFullDisk();
    void saysWhyItCannotWrite();
    void choosesTheWriterByTheName();

private:
    QTemporaryDir m_folder;
    QString m_path;
};

void TestCsvWriter::writesCellsAsTheColumnSays_data()
{
    QTest::addColumn<Cell>("cell");
    QTest::addColumn<CellType>("type");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, Cell cell, CellType type, const char *text) {
        QTest::newRow(name) << cell << type << QByteArray(text);
    };
    using T = CellType;
    row("score", 82.0, T::score, "82.0000");
    row("score of a whole number", std::int64_t{82}, T::score, "82.0000");
    row("score rounds", 66.666666, T::score, "66.6667");
    row("no negative zero", -0.00001, T::score, "0.0000");
    row("ratio", 0.123456789, T::ratio, "0.123457");
    row("ratio of one", 1.0, T::ratio, "1");
    row("small ratio", 0.0000123456789, T::ratio, "1.23457e-05");
    row("money", Money{123'450}, T::money, "1234.50");
    row("negative money", Money{-5}, T::money, "-0.05");
    row("unknown money", unknownMoney, T::money, "");
    row("true", true, T::boolean, "true");
    row("false", false, T::boolean, "false");
    row("day", dayOf(2025, 7, 4), T::day, "2025-07-04");
    row("unknown day", unknownDay, T::day, "");
    row("instant", Instant{1'751'587'200'000}, T::instant, "2025-07-04T00:00:00Z");
    row("integer", std::int64_t{-12}, T::integer, "-12");
    row("a negative number is no formula", -0.5, T::ratio, "-0.5");
    row("unknown", std::monostate{}, T::score, "");
    row("infinite", std::numeric_limits<double>::infinity(), T::ratio, "");
    row("not a number", std::numeric_limits<double>::quiet_NaN(), T::score, "");
    row("text in a number column is guarded text", QStringLiteral("=1"), T::score, "'=1");
    row("comma", QStringLiteral("a,b"), T::text, "\"a,b\"");
    row("quote", QStringLiteral("a\"b"), T::text, "\"a\"\"b\"");
    row("line feed", QStringLiteral("a\nb"), T::text, "\"a\nb\"");
    row("space at the edge", QStringLiteral(" a"), T::text, "\" a\"");
    row("plain text is not quoted", QStringLiteral("a b"), T::text, "a b");
    row("guard and quotes", QStringLiteral("=A1,2"), T::text, "\"'=A1,2\"");
}

void TestCsvWriter::writesCellsAsTheColumnSays()
{
    QFETCH(Cell, cell);
    QFETCH(CellType, type);
    QFETCH(QByteArray, text);
    QCOMPARE(csvCell(cell, type, dollars, true), text);
}

void TestCsvWriter::writesTheExactBytes()
{
    const TableDocument document =
        tableOf({{QStringLiteral("domain"), CellType::text},
                 {QStringLiteral("fit"), CellType::score},
                 {QStringLiteral("acv"), CellType::money},
                 {QStringLiteral("pinned"), CellType::boolean}},
                {{QStringLiteral("\u53f0\u7a4d.example"), 60.0, Money{6'100'000}, true},
                 {QStringLiteral("b.example"), std::monostate{}, unknownMoney, false}});
    QVERIFY(writeCsv(document, m_path, ExportProfile{}).ok());
    QCOMPARE(contentOf(m_path), QByteArray("domain,fit,acv,pinned\n"
                                           "\xe5\x8f\xb0\xe7\xa9\x8d.example,60.0000,61000.00,true\n"
                                           "b.example,,,false\n"));
}

void TestCsvWriter::writesAMarkForExcelOnly()
{
    const TableDocument document = tableOf({{QStringLiteral("a"), CellType::text}}, {});
    QVERIFY(writeCsv(document, m_path, *exportProfile(QStringLiteral("excel"))).ok());
    QCOMPARE(contentOf(m_path), QByteArray("\xEF\xBB\xBF"
                                           "a\n"));
    QVERIFY(writeCsv(document, m_path, *exportProfile(QStringLiteral("default"))).ok());
    QCOMPARE(contentOf(m_path), QByteArray("a\n"));
}

void TestCsvWriter::knowsItsProfiles()
{
    // The shaped ones, for other tools, are those of tst_table_shape.
    const QStringList plain{QStringLiteral("default"), QStringLiteral("excel"), QStringLiteral("full"), QStringLiteral("raw")};
    QCOMPARE(exportProfileNames().first(), plain.first());
    for (const QString &name : plain) {
        QVERIFY(exportProfileNames().contains(name));
        const Result<ExportProfile> profile = exportProfile(name);
        QVERIFY(profile.ok());
        QCOMPARE(profile->name, name);
        QCOMPARE(profile->byteOrderMark, name == u"excel");
        QCOMPARE(profile->formulaGuard, name != u"raw");
        QCOMPARE(profile->everything, name == u"full");
    }
    const Result<ExportProfile> unknown = exportProfile(QStringLiteral("../x"));
    QVERIFY(!unknown.ok());
    QCOMPARE(unknown.error().kind, ErrorKind::usage);
}

void TestCsvWriter::keepsAnEmptyRowReadable()
{
    const TableDocument document =
        tableOf({{QStringLiteral("a"), CellType::text}}, {{QString()}, {QString()}});
    QVERIFY(writeCsv(document, m_path, ExportProfile{}).ok());
    QCOMPARE(contentOf(m_path), QByteArray("a\n\"\"\n\"\"\n"));
}

// Reads a file of this writer back with the reader of the importer.
static QList<QStringList> readBack(const QString &path)
{
    QList<QStringList> records;
    CsvReader reader(',', [&](const CsvRecord &record) {
        QStringList cells;
        for (const std::string_view cell : record.fields)
            cells.append(unguarded(QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()))));
        records.append(cells);
        return record.problem == CsvProblem::none;
    });
    reader.feed(contentOf(path).toStdString());
    reader.finish();
    return records;
}

void TestCsvWriter::roundTripsFormulas()
{
    const QStringList payloads = formulaPayloads();
    QVERIFY(payloads.size() >= 500);
    std::vector<std::vector<Cell>> rows;
    for (const QString &payload : payloads)
        rows.push_back({payload, QStringLiteral("x"), payload});
    const TableDocument document = tableOf({{QStringLiteral("a"), CellType::text},
                                            {QStringLiteral("b"), CellType::text},
                                            {QStringLiteral("c"), CellType::text}},
                                           rows);
    QVERIFY(writeCsv(document, m_path, ExportProfile{}).ok());

    const QList<QStringList> records = readBack(m_path);
    QCOMPARE(records.size(), payloads.size() + 1);
    for (qsizetype i = 0; i < payloads.size(); ++i) {
        QCOMPARE(records[i + 1], (QStringList{payloads[i], QStringLiteral("x"), payloads[i]}));
        const QByteArray cell = csvCell(payloads[i], CellType::text, dollars, true);
        QVERIFY2(cell.startsWith('\'') || cell.startsWith("\"'"), cell.constData());
    }
}

void TestCsvWriter::roundTripsAwkwardText()
{
    const QStringList texts{QStringLiteral("a,b"),
                            QStringLiteral("\"\""),
                            QStringLiteral("a\r\nb"),
                            QStringLiteral(" edge "),
                            QStringLiteral("\r"),
                            QStringLiteral("'"),
                            QStringLiteral("''"),
                            QStringLiteral("a\"b\"c,\n"),
                            QStringLiteral("\U0001F35C"),
                            QString(),
                            QStringLiteral("O'Brien & S\u00f6hne"),
                            QString(100'000, u'x')};
    std::vector<std::vector<Cell>> rows;
    for (const QString &text : texts)
        rows.push_back({text, QStringLiteral("end")});
    QVERIFY(writeCsv(
                tableOf({{QStringLiteral("a"), CellType::text}, {QStringLiteral("b"), CellType::text}}, rows),
                m_path, ExportProfile{})
                .ok());
    const QList<QStringList> records = readBack(m_path);
    QCOMPARE(records.size(), texts.size() + 1);
    for (qsizetype i = 0; i < texts.size(); ++i)
        QCOMPARE(records[i + 1].first(), texts[i]);
}

void TestCsvWriter::rawLeavesFormulasAlone()
{
    const TableDocument document = tableOf({{QStringLiteral("a"), CellType::text}}, {{QStringLiteral("=1")}});
    QVERIFY(writeCsv(document, m_path, *exportProfile(QStringLiteral("raw"))).ok());
    QCOMPARE(contentOf(m_path), QByteArray("a\n=1\n"));
}

void TestCsvWriter::keepsTheOldFileWhereTheSourceFails()
{
    QVERIFY(writeCsv(tableOf({{QStringLiteral("old"), CellType::text}}, {}), m_path, ExportProfile{}).ok());
    TableDocument document = tableOf({{QStringLiteral("new"), CellType::text}}, {});
    document.rows = [](const RowSink &sink) -> Outcome {
        const std::vector<Cell> row{QStringLiteral("x")};
        if (Outcome outcome = sink(row); !outcome)
            return outcome;
        return Error{ErrorKind::damaged, "gone"};
    };
    const Outcome outcome = writeCsv(document, m_path, ExportProfile{});
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().kind, ErrorKind::damaged);
    QCOMPARE(contentOf(m_path), QByteArray("old\n"));
}

void TestCsvWriter::keepsTheOldFileWhereItIsStopped()
{
    QVERIFY(writeCsv(tableOf({{QStringLiteral("old"), CellType::text}}, {}), m_path, ExportProfile{}).ok());
    const std::vector<std::vector<Cell>> rows(5'000, {QStringLiteral("x")});
    const qsizetype files = filesIn(m_folder.path()).size();
    std::stop_source stop;
    std::int64_t reported = 0;
    Progress progress{[&](std::int64_t done, std::int64_t) {
                          reported = done;
                          stop.request_stop();
                      },
                      stop.get_token()};
    const Outcome outcome =
        writeCsv(tableOf({{QStringLiteral("new"), CellType::text}}, rows), m_path, ExportProfile{}, progress);
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().kind, ErrorKind::cancelled);
    QVERIFY(reported > 0 && reported < 5'000);
    QCOMPARE(contentOf(m_path), QByteArray("old\n"));
    QCOMPARE(filesIn(m_folder.path()).size(), files); // no temporary file is left
}

void TestCsvWriter::keepsTheOldFileOnAFullDisk()
{
    QVERIFY(writeCsv(tableOf({{QStringLiteral("old"), CellType::text}}, {}), m_path, ExportProfile{}).ok());
    const qsizetype files = filesIn(m_folder.path()).size();
    const std::vector<std::vector<Cell>> rows(50'000, {QStringLiteral("twenty bytes and more")});
    const TableDocument document = tableOf({{QStringLiteral("new"), CellType::text}}, rows);
    {
        const FileSizeLimit limit(100'000);
        const Outcome outcome = writeCsv(document, m_path, ExportProfile{});
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.error().kind, ErrorKind::storage);
        QCOMPARE(QString::fromStdString(outcome.error().file), m_path);
    }
    QCOMPARE(contentOf(m_path), QByteArray("old\n"));
    QCOMPARE(filesIn(m_folder.path()).size(), files);
    QVERIFY(writeCsv(document, m_path, ExportProfile{}).ok()); // and it works again
}

void TestCsvWriter::saysWhyItCannotWrite()
{
    const Error full = writeError(m_path, QStringLiteral("Unknown error"), 4'096);
    QCOMPARE(full.kind, ErrorKind::storage);
    QVERIFY2(plainText(full).find("The disk is full: 4 KiB are free") != std::string::npos,
             plainText(full).c_str());
    QVERIFY(plainText(full).find("Unknown error") == std::string::npos);

    const TableDocument document = tableOf({{QStringLiteral("a"), CellType::text}}, {});
    const Outcome noFolder =
        writeCsv(document, m_folder.filePath(QStringLiteral("none/x.csv")), ExportProfile{});
    QVERIFY(!noFolder.ok());
    QVERIFY(plainText(noFolder.error()).find("There is no folder") != std::string::npos);
    const Outcome folder = writeCsv(document, m_folder.path(), ExportProfile{});
    QVERIFY(!folder.ok());
    QVERIFY2(plainText(folder.error()).find("This is a folder") != std::string::npos,
             plainText(folder.error()).c_str());
    // A pipe, as a device would be, is not replaced by a file.
    const QString pipe = m_folder.filePath(QStringLiteral("pipe.csv"));
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QVERIFY(!writeCsv(document, pipe, ExportProfile{}).ok());
    QVERIFY(!QFileInfo(pipe).isFile());
}

void TestCsvWriter::choosesTheWriterByTheName()
{
    const TableDocument document = tableOf({{QStringLiteral("a"), CellType::text}}, {{QStringLiteral("x")}});
    const QString csv = m_folder.filePath(QStringLiteral("PLAN.CSV"));
    const QString xlsx = m_folder.filePath(QStringLiteral("plan.XLSX"));
    QVERIFY(writeTable(document, csv, ExportProfile{}).ok());
    QVERIFY(writeTable(document, xlsx, ExportProfile{}).ok());
    QCOMPARE(contentOf(csv), QByteArray("a\nx\n"));
    QVERIFY(contentOf(xlsx).startsWith("PK"));
    const Outcome other =
        writeTable(document, m_folder.filePath(QStringLiteral("plan.ods")), ExportProfile{});
    QVERIFY(!other.ok());
    QCOMPARE(other.error().kind, ErrorKind::usage);
}

QTEST_GUILESS_MAIN(TestCsvWriter)
#include "tst_csv_writer.moc"
