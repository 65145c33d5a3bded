#include <QtTest>

#include "exchange/program_document.h"

using namespace dimsum;

namespace
{

const QByteArray byName = R"({"program": "2025 Q3", "accounts": [
    {"account": "acme.com", "arm": "program"}, {"account": "beta.com", "arm": "holdout"}]})";

} // namespace

class TestProgramDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesANameOrAnObject();
    void isAFixedPoint();
    void refuses_data();
    void refuses();
};

void TestProgramDocument::takesANameOrAnObject()
{
    const Result<ProgramDocument> named = parseProgram(byName);
    QVERIFY(named.ok());
    QCOMPARE(named->name, std::string("2025 Q3"));
    QVERIFY(!named->period);
    QCOMPARE(named->members.size(), std::size_t{2});
    QCOMPARE(named->members[1].arm, Arm::holdout);

    const Result<ProgramDocument> whole =
        parseProgram(R"({"program": {"name": "2025 Q3", "start": "2025-07-01", "end": "2025-09-30"}})");
    QVERIFY(whole.ok());
    QCOMPARE(whole->name, std::string("2025 Q3"));
    QCOMPARE(isoText(whole->period->end), std::string("2025-09-30"));
    QVERIFY(whole->members.empty());
}

void TestProgramDocument::isAFixedPoint()
{
    for (const QByteArray &bytes :
         {byName, QByteArray(R"({"program": {"name": "p", "start": "2025-07-01", "end": "2025-07-01",
                                 "pilot_reps": ["A"], "holidays": ["2025-07-01"]}, "accounts": []})")}) {
        const Result<ProgramDocument> first = parseProgram(bytes);
        QVERIFY(first.ok());
        const QByteArray printed = printProgram(*first);
        const Result<ProgramDocument> second = parseProgram(printed);
        QVERIFY(second.ok());
        QVERIFY(*second == *first);
        QCOMPARE(printProgram(*second), printed);
    }
}

void TestProgramDocument::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *bytes, const char *path) {
        QTest::newRow(bytes) << QByteArray(bytes) << QString::fromLatin1(path);
    };
    row(R"({"accounts": []})", "program");
    row(R"({"program": ""})", "program");
    row(R"({"program": 3})", "program");
    row(R"({"program": {"name": "p"}})", "program.start");
    row(R"({"program": "p", "account": []})", "account");
    row(R"({"program": "p", "accounts": {}})", "accounts");
    row(R"({"program": "p", "accounts": [{"account": "a.com"}]})", "accounts[0].arm");
    row(R"({"program": "p", "accounts": [{"account": "a.com", "arm": "control"}]})", "accounts[0].arm");
    row(R"({"program": "p", "accounts": [{"account": "", "arm": "program"}]})", "accounts[0].account");
    row(R"({"program": "p", "accounts": [{"account": "a.com", "arm": "program", "tier": 1}]})",
        "accounts[0].tier");
    row(R"({"program": "p", "accounts": [{"account": "a.com", "arm": "program"}, {"account": "A.com", "arm": "holdout"}]})",
        "accounts[1]");
}

void TestProgramDocument::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, path);
    const Result<ProgramDocument> document = parseProgram(bytes);
    QVERIFY(!document.ok());
    QCOMPARE(QString::fromStdString(document.error().field), path);
}

QTEST_GUILESS_MAIN(TestProgramDocument)
#include "tst_program_document.moc"
