// Tables cut to the columns of a tool, and due dates as a calendar.
#include "exchange/calendar_file.h"
#include "exchange/table_shape.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace dimsum;

namespace {

TableDocument people()
{
    const std::vector<std::vector<Cell>> rows{
        {QStringLiteral("Ann"), QStringLiteral(" Ann@Acme.com "), QStringLiteral("United States"), QStringLiteral("1"), dayOf(2025, 7, 1)},
        {QStringLiteral("=Ben"), QStringLiteral(""), QStringLiteral("Atlantis"), QStringLiteral("2"), unknownDay},
        {QStringLiteral("Cem"), QStringLiteral("cem@beta.com"), QStringLiteral("UK"), QStringLiteral("none"), dayOf(2025, 8, 2)}};
    return {.title = QStringLiteral("people"),
            .columns = {{QStringLiteral("name")}, {QStringLiteral("email")}, {QStringLiteral("country")}, {QStringLiteral("tier")}, {QStringLiteral("due"), CellType::day}},
            .currency = {},
            .rows = [rows](const RowSink &sink) -> Outcome {
                for (const auto &row : rows)
                    if (const Outcome taken = sink(row); !taken)
                        return taken;
                return Done{};
            },
            .rowCount = 3};
}

QStringList lines(const TableDocument &table)
{
    QStringList found;
    const Outcome read = table.rows([&](std::span<const Cell> row) {
        QStringList cells;
        for (std::size_t i = 0; i < row.size(); ++i)
            cells.append(cellText(row[i], table.columns[i].type, table.currency));
        found.append(cells.join(u'|'));
        return Outcome(Done{});
    });
    return read.ok() ? found : QStringList{QStringLiteral("failed")};
}

ExportProfile profile(const char *columns, const char *more = "")
{
    const auto read = exportProfileFromText(QByteArray(R"({"name": "x", "subject": "contacts", "formula_guard": false, "columns": [)") + columns + "]" + more + "}");
    if (!read.ok())
        qWarning("%s", plainText(read.error()).c_str());
    return read.ok() ? *read : ExportProfile{};
}

} // namespace

class TestTableShape : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsWordsAndForms()
    {
        ShapeCounts counts;
        const auto shaped = shapedTable(people(), profile(R"({"header": "Who", "value": "{name} <{email}>"}, {"header": "Country", "value": "{country|country2}"},
            {"header": "Tier", "value": "{tier}", "words": {"1": "Tier 1", "2": "Tier 2"}, "otherwise": ""}, {"header": "Due Date", "value": "{due}"})"), counts);
        QVERIFY(shaped.ok());
        QCOMPARE(lines(*shaped), QStringList({QStringLiteral("Ann < Ann@Acme.com >|US|Tier 1|2025-07-01"), QStringLiteral("=Ben <>|Atlantis|Tier 2|"),
                                              QStringLiteral("Cem <cem@beta.com>|GB||2025-08-02")}));
        QCOMPARE(shaped->columns[3].type, CellType::day); // stays a date in a workbook
        QCOMPARE(counts.rows, 3);
        QCOMPARE(counts.formulas, 1);
    }

    void hashedAsTheToolWantsIt()
    {
        ShapeCounts counts;
        const auto shaped = shapedTable(people(), profile(R"({"header": "Email", "value": "{email|sha256}"})", R"(, "needs": ["email"])"), counts);
        QVERIFY(shaped.ok());
        // printf ann@acme.com | sha256sum: trimmed and small, whatever was stored
        QCOMPARE(lines(*shaped).first(), QStringLiteral("f9669db96e65a194239696238f1c70f32c9cba34c3d842b805cf2c9e42b1f3a5"));
        QCOMPARE(counts.rows, 2);
        QCOMPARE(counts.incomplete, 1);
    }

    void rowsThatTheProfileTakes()
    {
        ShapeCounts counts;
        const auto shaped = shapedTable(people(), profile(R"({"header": "Name", "value": "{name}"})", R"(, "only": {"tier": ["1", "none"]})"), counts);
        QVERIFY(shaped.ok());
        QCOMPARE(lines(*shaped), QStringList({QStringLiteral("Ann"), QStringLiteral("Cem")}));
    }

    void wrongProfilesAreNamed()
    {
        ShapeCounts counts;
        const auto unknown = shapedTable(people(), profile(R"({"header": "X", "value": "{shoe_size}"})"), counts);
        QVERIFY(!unknown.ok());
        QVERIFY(plainText(unknown.error()).find("shoe_size") != std::string::npos);
        QVERIFY(!shapedTable(people(), profile(R"({"header": "X", "value": "{name|rot13}"})"), counts).ok());
        const auto half = exportProfileFromText(R"({"name": "x", "columns": [{"header": "A", "value": "b"}]})");
        QVERIFY(!half.ok());
        QCOMPARE(half.error().field, std::string("subject"));
        QVERIFY(!exportProfileFromText(R"({"name": "x", "subject": "shoes", "columns": [{"header": "A", "value": "b"}]})").ok());
        QVERIFY(!exportProfileFromText(R"({"name": "x", "subject": "orders", "columns": [{"header": "A"}]})").ok());
        QVERIFY(!exportProfile(QStringLiteral("/nowhere/own.json")).ok());
    }

    void everyProfileOfOursIsRead()
    {
        int shaped = 0;
        for (const QString &name : exportProfileNames()) {
            const auto read = exportProfile(name);
            QVERIFY2(read.ok(), qPrintable(name));
            QCOMPARE(read->name, name);
            shaped += read->shaped() ? 1 : 0;
            QVERIFY(!read->shaped() || !read->label.isEmpty());
        }
        QVERIFY(shaped >= 9);
    }

    void calendar()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("due.ics"));
        const QString longName = QStringLiteral("鼎新保險股份有限公司").repeated(12);
        const std::vector<CalendarEntry> entries{{.uid = QStringLiteral("6f9619ff-8b86-4d01-b42d-00cf4fc964ff"),
                                                  .summary = QStringLiteral("Direct mail; with, commas: ") + longName,
                                                  .description = QStringLiteral("one\ntwo"),
                                                  .category = QStringLiteral("Tier 1"),
                                                  .due = dayOf(2025, 7, 4),
                                                  .changed = Instant{1'751'000'000'000},
                                                  .done = true,
                                                  .sequence = 3}};
        QVERIFY(writeCalendar(entries, file).ok());
        QFile in(file);
        QVERIFY(in.open(QIODevice::ReadOnly));
        const QByteArray text = in.readAll();
        QVERIFY(!QByteArray(text).replace("\r\n", "").contains('\n')); // CRLF everywhere
        for (const QByteArray &line : text.split('\n'))
            QVERIFY(line.size() <= 76); // 75 octets and CR
        const QByteArray unfolded = QByteArray(text).replace("\r\n ", "");
        QVERIFY(unfolded.contains("UID:6f9619ff-8b86-4d01-b42d-00cf4fc964ff@dimsum\r\n"));
        QVERIFY(unfolded.contains("DUE;VALUE=DATE:20250704\r\n"));
        QVERIFY(unfolded.contains("DTSTAMP:20250627T"));
        QVERIFY(unfolded.contains("STATUS:COMPLETED\r\n"));
        QVERIFY(unfolded.contains("SEQUENCE:3\r\n"));
        QVERIFY(unfolded.contains("SUMMARY:Direct mail\\; with\\, commas: " + longName.toUtf8()));
        QVERIFY(unfolded.contains("DESCRIPTION:one\\ntwo\r\n"));
        QVERIFY(!writeCalendar(entries, QStringLiteral("/nowhere/due.ics")).ok());
    }
};

QTEST_GUILESS_MAIN(TestTableShape)
#include "tst_table_shape.moc"
