// How the command line explains itself, and what it says to a call that is wrong.
#include "support/program_run.h"

#include <QTemporaryDir>

using namespace dimsum::test;

class TestUsage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_workspace = m_folder.filePath(QStringLiteral("plan.dimsum"));
        COMPARE_EXIT(runProgram({QStringLiteral("new"), m_workspace}), 0);
        m_hash = contentHash(m_workspace);
    }

    void helpListsEveryCommandAndEachExplainsItself()
    {
        const Run help = runProgram({QStringLiteral("--help")});
        COMPARE_EXIT(help, 0);
        QVERIFY(help.err.isEmpty());
        const Run listed = runProgram({QStringLiteral("--help"), QStringLiteral("--json")});
        const QJsonArray commands = listed.json().value(u"commands").toArray();
        QVERIFY(commands.size() >= 19);
        for (const QJsonValue command : commands) {
            const QString name = command[u"command"].toString();
            QVERIFY2(help.out.contains("  " + name.toUtf8() + ' '), qPrintable(name));
            QVERIFY2(!command[u"summary"].toString().isEmpty(), qPrintable(name));
            const Run own = runProgram({name, QStringLiteral("--help")});
            COMPARE_EXIT(own, 0);
            QVERIFY(own.out.startsWith("Usage: dimsum " + name.toUtf8()));
            QVERIFY(own.out.contains("--json"));
            const Run ownJson = runProgram({name, QStringLiteral("--help"), QStringLiteral("--json")});
            COMPARE_EXIT(ownJson, 0);
            QCOMPARE(ownJson.json().value(u"command").toString(), name);
        }
    }

    void wrongCallsExitWithTwoAndSayWhatIsWrong_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("unknown command") << QStringLiteral("improt WS") << QByteArray("did you mean “import”");
        QTest::newRow("half a command") << QStringLiteral("insights WS") << QByteArray("WHAT is missing");
        QTest::newRow("unknown option of the program") << QStringLiteral("--frobnicate") << QByteArray("--frobnicate");
        QTest::newRow("no workspace") << QStringLiteral("imports") << QByteArray("WS is missing");
        QTest::newRow("one word too many") << QStringLiteral("imports WS more") << QByteArray("“more” is one word too many");
        QTest::newRow("unknown option") << QStringLiteral("retier WS --aply") << QByteArray("did you mean --apply");
        QTest::newRow("missing value") << QStringLiteral("retier WS --as-of") << QByteArray("--as-of needs a value");
        QTest::newRow("value is an option") << QStringLiteral("retier WS --as-of --apply") << QByteArray("--as-of needs a value");
        QTest::newRow("value for a switch") << QStringLiteral("retier WS --apply=yes") << QByteArray("--apply takes no value");
        QTest::newRow("given twice") << QStringLiteral("retier WS --as-of 2026-01-01 --as-of 2026-01-02") << QByteArray("given twice");
        QTest::newRow("no such day") << QStringLiteral("retier WS --as-of 2026-02-30") << QByteArray("--as-of needs an existing date");
        QTest::newRow("day in another style") << QStringLiteral("retier WS --as-of 18.02.2026") << QByteArray("--as-of");
        QTest::newRow("apply by nobody") << QStringLiteral("retier WS --apply") << QByteArray("--by");
        QTest::newRow("no kind") << QStringLiteral("import WS file.csv") << QByteArray("--kind is missing");
        QTest::newRow("unknown kind") << QStringLiteral("import WS file.csv --kind acounts") << QByteArray("did you mean “accounts”");
        QTest::newRow("unknown policy") << QStringLiteral("import WS file.csv --kind accounts --policy merge") << QByteArray("--policy");
        QTest::newRow("import id no number") << QStringLiteral("undo-import WS first") << QByteArray("ID");
        QTest::newRow("unknown action") << QStringLiteral("icp WS sugest") << QByteArray("Did you mean “suggest”");
        QTest::newRow("set without a file") << QStringLiteral("icp WS set") << QByteArray("FILE.json is missing");
        QTest::newRow("show with a file") << QStringLiteral("menu WS show menu.json") << QByteArray("one word too many");
        QTest::newRow("policy action") << QStringLiteral("policy WS approve") << QByteArray("show, set");
        QTest::newRow("program action") << QStringLiteral("program WS stop") << QByteArray("show, set, start, close");
        QTest::newRow("tier out of range") << QStringLiteral("pin WS --account a --tier 4 --until 2027-01-01 --reason r --by b") << QByteArray("--tier must be one of");
        QTest::newRow("pin without until") << QStringLiteral("pin WS --account a --tier 1 --reason r --by b") << QByteArray("--until is missing");
        QTest::newRow("empty reason") << QStringLiteral("pin WS --account a --tier 1 --until 2027-01-01 --reason= --by b") << QByteArray("--reason needs a value");
        QTest::newRow("unpin by nobody") << QStringLiteral("unpin WS --account a") << QByteArray("--by is missing");
        QTest::newRow("order without play") << QStringLiteral("order WS --account a --by b") << QByteArray("--play is missing");
        QTest::newRow("order with empty code") << QStringLiteral("order WS --account a --by b --play direct-mail,,nurture") << QByteArray("--play");
        QTest::newRow("input without value") << QStringLiteral("order WS --account a --by b --play direct-mail --input contact") << QByteArray("--input");
        QTest::newRow("orders in no state") << QStringLiteral("orders WS --state lost") << QByteArray("--state");
        QTest::newRow("orders of no tier") << QStringLiteral("orders WS --tier first") << QByteArray("--tier");
        QTest::newRow("move to no state") << QStringLiteral("move WS 1 done --by b") << QByteArray("“done”");
        QTest::newRow("move to bad money") << QStringLiteral("move WS 1 delivered --by b --actual 12,5") << QByteArray("--actual");
        QTest::newRow("move to money with too many decimals") << QStringLiteral("move WS 1 delivered --by b --actual 12.505") << QByteArray("--actual");
        QTest::newRow("export of nothing") << QStringLiteral("export WS tiers --out x.csv") << QByteArray("is not one of");
        QTest::newRow("export to nowhere") << QStringLiteral("export WS plan") << QByteArray("--out is missing");
        QTest::newRow("export to another format") << QStringLiteral("export WS plan --out x.docx") << QByteArray("x.docx");
        QTest::newRow("export with a profile that is none") << QStringLiteral("export WS plan --out x.csv --profile fancy") << QByteArray("no export profile \"fancy\". Choose one of: default");
        QTest::newRow("generate without accounts") << QStringLiteral("generate DIR") << QByteArray("--accounts is missing");
        QTest::newRow("generate nothing") << QStringLiteral("generate DIR --accounts 0") << QByteArray("--accounts needs a whole number");
        QTest::newRow("generate text") << QStringLiteral("generate DIR --accounts many") << QByteArray("--accounts");
        QTest::newRow("generate negative") << QStringLiteral("generate DIR --accounts 5 --activities -1") << QByteArray("--activities");
        QTest::newRow("new in no zone") << QStringLiteral("new OTHER --time-zone Mars/Phobos") << QByteArray("Mars/Phobos");
        QTest::newRow("new in no currency") << QStringLiteral("new OTHER --currency XYZ1") << QByteArray("XYZ1");
        QTest::newRow("server address") << QStringLiteral("imports postgresql://db/plan") << QByteArray("not yet with a server");
    }
    void wrongCallsExitWithTwoAndSayWhatIsWrong()
    {
        QFETCH(QString, call);
        QFETCH(QByteArray, says);
        QStringList words = call.split(u' ');
        words.replaceInStrings(QStringLiteral("WS"), m_workspace);
        words.replaceInStrings(QStringLiteral("DIR"), m_folder.filePath(QStringLiteral("world")));
        words.replaceInStrings(QStringLiteral("OTHER"), m_folder.filePath(QStringLiteral("other.dimsum")));
        const Run run = runProgram(words);
        COMPARE_EXIT(run, 2);
        QVERIFY2(run.out.isEmpty(), run.story().constData());
        QVERIFY2(run.err.contains(says), run.story().constData());
        QVERIFY2(run.err.contains("Usage: dimsum"), run.story().constData());
        QCOMPARE(contentHash(m_workspace), m_hash);
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("world"))));
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("other.dimsum"))));

        words.append(QStringLiteral("--json"));
        const Run json = runProgram(words);
        COMPARE_EXIT(json, 2);
        QCOMPARE(json.json().value(u"error")[u"kind"].toString(), QStringLiteral("usage"));
        QCOMPARE(json.out.count('\n'), 1);
    }

private:
    QTemporaryDir m_folder;
    QString m_workspace;
    QByteArray m_hash;
};

QTEST_GUILESS_MAIN(TestUsage)
#include "tst_usage.moc"
