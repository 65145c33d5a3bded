#include <QtTest>

#include "exchange/xlsx_writer.h"
#include "support/file_size_limit.h"
#include "support/table_fixtures.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

using namespace dimsum;
using namespace dimsum::test;

namespace
{

// Prints every cell of the first sheet as [type, value], with what the sheet is set up with.
const char *const openpyxlProgram = R"(
import json, re, sys
try:
    import openpyxl
except ImportError:
    sys.exit(77)
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
def shown(value):  # openpyxl leaves the format's escapes (ST_Xstring, ECMA-376) as they are; spreadsheets do not
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), str(value))
rows = [[[cell.data_type, None if cell.value is None else shown(cell.value), cell.number_format] for cell in row]
        for row in sheet.iter_rows()]
print(json.dumps({"title": sheet.title, "rows": rows, "freeze": sheet.freeze_panes, "filter": sheet.auto_filter.ref,
                  "bold": bool(sheet["A1"].font.b), "width": sheet.column_dimensions["A"].width}))
)";

struct Cells {
    QJsonObject sheet;
    bool available = true;

    QJsonArray at(int row, int column) const
    {
        return sheet[QStringLiteral("rows")].toArray().at(row).toArray().at(column).toArray();
    }
    QString type(int row, int column) const { return at(row, column).at(0).toString(); }
    QString value(int row, int column) const { return at(row, column).at(1).toString(); }
    QString format(int row, int column) const { return at(row, column).at(2).toString(); }
    qsizetype rows() const { return sheet[QStringLiteral("rows")].toArray().size(); }
};

Cells openedByPython(const QString &path)
{
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"),
                 {QStringLiteral("-c"), QString::fromUtf8(openpyxlProgram), path});
    if (!python.waitForStarted() || !python.waitForFinished(60'000) || python.exitCode() == 77)
        return {{}, false};
    const QByteArray output = python.readAllStandardOutput();
    if (output.isEmpty())
        qWarning("%s", python.readAllStandardError().constData());
    return {QJsonDocument::fromJson(output).object(), true};
}

} // namespace

#define OPEN_WITH_OPENPYXL(cells)                                                                            \
    const Cells cells = openedByPython(m_path);                                                              \
    if (!cells.available)                                                                                    \
    QSKIP("/usr/bin/python3 with openpyxl (python3-openpyxl) is needed to read the workbook back")

class TestXlsxWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void init()
    {
        m_path =
            m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + QStringLiteral(".xlsx"));
    }

    void writesTypedColumns();
    void textIsNeverAFormula();
    void keepsTextThatLooksLikeAnEscape();
    void refusesTextThatACellCannotHold();
    void refusesMoreRowsThanASheetHolds();
    void keepsTheOldFileWhereItIsStopped();
    void keepsTheOldFileOnAFullDisk_data();
    void keepsTheOldFileOnAFullDisk();
    void saysWhyItCannotWrite();
    void mendsTheNameOfTheSheet();

private:
    QTemporaryDir m_folder;
    QString m_path;
};

void TestXlsxWriter::writesTypedColumns()
{
    const TableDocument document =
        tableOf({{QStringLiteral("domain"), CellType::text},
                 {QStringLiteral("fit"), CellType::score},
                 {QStringLiteral("acv"), CellType::money},
                 {QStringLiteral("high"), CellType::boolean},
                 {QStringLiteral("due"), CellType::day},
                 {QStringLiteral("at"), CellType::instant},
                 {QStringLiteral("n"), CellType::integer}},
                {{QStringLiteral("\u53f0\u7a4d.example"), 66.5, Money{6'100'050}, true, dayOf(2025, 7, 4),
                  Instant{1'751'587'200'000}, std::int64_t{3}},
                 {QStringLiteral("-1"), std::monostate{}, unknownMoney, false, unknownDay, std::monostate{},
                  std::int64_t{-3}},
                 {QStringLiteral("old"), 0.0, Money{0}, false, dayOf(1899, 1, 1), std::monostate{},
                  std::int64_t{9'007'199'254'740'993}}});
    QVERIFY(writeXlsx(document, m_path).ok());
    OPEN_WITH_OPENPYXL(cells);
    QCOMPARE(cells.rows(), 4);
    QCOMPARE(cells.value(0, 0), QStringLiteral("domain"));
    QCOMPARE(cells.sheet[QStringLiteral("title")].toString(), QStringLiteral("Test"));
    QCOMPARE(cells.sheet[QStringLiteral("freeze")].toString(), QStringLiteral("A2"));
    QCOMPARE(cells.sheet[QStringLiteral("filter")].toString(), QStringLiteral("A1:G4"));
    QVERIFY(cells.sheet[QStringLiteral("bold")].toBool());
    QVERIFY(cells.sheet[QStringLiteral("width")].toDouble() > 8);
    QCOMPARE(cells.type(1, 0), QStringLiteral("s"));
    QCOMPARE(cells.value(1, 0), QStringLiteral("\u53f0\u7a4d.example"));
    QCOMPARE(cells.type(1, 1), QStringLiteral("n"));
    QCOMPARE(cells.format(1, 1), QStringLiteral("0.0000"));
    QCOMPARE(cells.value(1, 2), QStringLiteral("61000.5"));
    QCOMPARE(cells.format(1, 2), QStringLiteral("#,##0.00"));
    QCOMPARE(cells.type(1, 3), QStringLiteral("b"));
    QCOMPARE(cells.type(1, 4), QStringLiteral("d"));
    QCOMPARE(cells.value(1, 4), QStringLiteral("2025-07-04 00:00:00"));
    QCOMPARE(cells.value(1, 5), QStringLiteral("2025-07-04 00:00:00"));
    QCOMPARE(cells.type(2, 0), QStringLiteral("s")); // "-1" came in as text and stays text
    QVERIFY(cells.at(2, 1).at(1).isNull());
    QVERIFY(cells.at(2, 2).at(1).isNull());
    QCOMPARE(cells.value(2, 6), QStringLiteral("-3"));
    QCOMPARE(cells.value(3, 4), QStringLiteral("1899-01-01")); // before the calendar of spreadsheets: text
    QCOMPARE(cells.type(3, 4), QStringLiteral("s"));
    QCOMPARE(cells.value(3, 6), QStringLiteral("9007199254740993")); // no double holds it: text
}

void TestXlsxWriter::textIsNeverAFormula()
{
    QStringList payloads = formulaPayloads();
    payloads.append(QStringLiteral("http://x.example"));
    std::vector<std::vector<Cell>> rows;
    for (const QString &payload : payloads)
        rows.push_back({payload, payload, payload});
    const TableDocument document = tableOf({{QStringLiteral("=a"), CellType::text},
                                            {QStringLiteral("b"), CellType::money},
                                            {QStringLiteral("c"), CellType::score}},
                                           rows);
    QVERIFY(writeXlsx(document, m_path).ok());
    OPEN_WITH_OPENPYXL(cells);
    QCOMPARE(cells.rows(), payloads.size() + 1);
    for (int row = 0; row <= payloads.size(); ++row)
        for (int column = 0; column < 3; ++column)
            QCOMPARE(cells.type(row, column), QStringLiteral("s"));
    for (int row = 0; row < payloads.size(); ++row) {
        // XML reads CR and CR LF as LF unless they are escaped; nothing else may change.
        QString expected = payloads[row];
        QString read = cells.value(row + 1, 0);
        expected.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
        read.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
        QCOMPARE(read, expected);
    }
}

void TestXlsxWriter::keepsTextThatLooksLikeAnEscape()
{
    const QString text = QStringLiteral("_x0041_ and _x004g_ and _x0042_");
    QVERIFY(
        writeXlsx(tableOf({{QStringLiteral("a"), CellType::text}}, {{text}, {QString(QChar(u'\0')) + u'b'}}),
                  m_path)
            .ok());
    OPEN_WITH_OPENPYXL(cells);
    QCOMPARE(cells.value(1, 0), text);
    QCOMPARE(cells.value(2, 0), QStringLiteral("\ufffd"
                                               "b"));
}

void TestXlsxWriter::refusesTextThatACellCannotHold()
{
    const auto table = [](qsizetype length) {
        return tableOf(
            {{QStringLiteral("a"), CellType::text}, {QStringLiteral("note"), CellType::text}},
            {{QStringLiteral("x"), QStringLiteral("y")}, {QStringLiteral("x"), QString(length, u'y')}});
    };
    QVERIFY(writeXlsx(table(32'767), m_path).ok());
    const QByteArray before = [this] {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }();
    const Outcome outcome = writeXlsx(table(32'768), m_path);
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().kind, ErrorKind::refused);
    QCOMPARE(outcome.error().line, std::int64_t{3});
    QCOMPARE(outcome.error().field, std::string("note"));
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), before);
}

void TestXlsxWriter::refusesMoreRowsThanASheetHolds()
{
    TableDocument document = tableOf({{QStringLiteral("n"), CellType::integer}}, {});
    std::int64_t given = 0;
    document.rows = [&](const RowSink &sink) -> Outcome {
        for (; given < largestXlsxRows + 10; ++given) {
            const std::array<Cell, 1> row{std::int64_t{1}};
            if (Outcome outcome = sink(row); !outcome)
                return outcome;
        }
        return Done{};
    };
    const Outcome outcome = writeXlsx(document, m_path);
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().kind, ErrorKind::refused);
    QCOMPARE(given, largestXlsxRows - 1); // the header takes one
    QVERIFY(!QFile::exists(m_path));
    QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral("*.part")}).isEmpty());
}

void TestXlsxWriter::keepsTheOldFileWhereItIsStopped()
{
    const std::vector<std::vector<Cell>> rows(5'000, {QStringLiteral("x")});
    std::stop_source stop;
    stop.request_stop();
    const Outcome outcome = writeXlsx(tableOf({{QStringLiteral("a"), CellType::text}}, rows), m_path,
                                      Progress{{}, stop.get_token()});
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().kind, ErrorKind::cancelled);
    QVERIFY(!QFile::exists(m_path));
    QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral("*.part")}).isEmpty());
}

void TestXlsxWriter::keepsTheOldFileOnAFullDisk_data()
{
    QTest::addColumn<int>("bytes");
    // The rows need 3 MB before they are compressed and 60 KB after: the small limits end the workbook, the
    // large ones end the temporary file of the library.
    for (const int bytes : {0, 1'000, 20'000, 100'000, 1'000'000, 2'000'000})
        QTest::addRow("%d bytes", bytes) << bytes;
}

void TestXlsxWriter::keepsTheOldFileOnAFullDisk()
{
    QFETCH(int, bytes);
    const auto table = [](std::size_t rows) {
        return tableOf({{QStringLiteral("a"), CellType::text}},
                       std::vector<std::vector<Cell>>(rows, {QStringLiteral("twenty bytes and more")}));
    };
    const auto content = [this] {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QVERIFY(writeXlsx(table(1), m_path).ok());
    const QByteArray before = content();
    {
        const FileSizeLimit limit(static_cast<rlim_t>(bytes));
        const Outcome outcome = writeXlsx(table(50'000), m_path);
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.error().kind, ErrorKind::storage);
    }
    QCOMPARE(content(), before);
    QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral("*.part")}).isEmpty());
    QVERIFY(writeXlsx(table(50'000), m_path).ok());
}

void TestXlsxWriter::saysWhyItCannotWrite()
{
    const TableDocument document = tableOf({{QStringLiteral("a"), CellType::text}}, {});
    const Outcome noFolder = writeXlsx(document, m_folder.filePath(QStringLiteral("none/x.xlsx")));
    QVERIFY(!noFolder.ok());
    QCOMPARE(noFolder.error().kind, ErrorKind::storage);
    QVERIFY(plainText(noFolder.error()).find("There is no folder") != std::string::npos);
    const QString folder = m_folder.filePath(QStringLiteral("folder.xlsx"));
    QVERIFY(QDir().mkdir(folder));
    const Outcome isFolder = writeXlsx(document, folder);
    QVERIFY(!isFolder.ok());
    QVERIFY(plainText(isFolder.error()).find("This is a folder") != std::string::npos);
}

void TestXlsxWriter::mendsTheNameOfTheSheet()
{
    TableDocument document = tableOf({{QStringLiteral("a"), CellType::text}}, {});
    document.title = QStringLiteral("'Q3: plan [draft] / every account of the programme'");
    QVERIFY(writeXlsx(document, m_path).ok());
    OPEN_WITH_OPENPYXL(cells);
    const QString title = cells.sheet[QStringLiteral("title")].toString();
    QVERIFY(title.startsWith(u"Q3  plan"));
    QVERIFY(title.size() <= 31);
}

QTEST_GUILESS_MAIN(TestXlsxWriter)
#include "tst_xlsx_writer.moc"
