// What the command line refuses with exit 1: one line that names file, line or path, nothing printed, nothing changed.
#include "support/program_run.h"

#include <QTemporaryDir>

using namespace dimsum::test;

namespace {

constexpr const char *wholeMenuButFor =
    R"({"program": {"name": "Q", "start": "2026-01-01", "end": "2026-03-31", "pilot_reps": [], "holidays": []}, "envelopes": [%1], "plays": [%2]})";

QByteArray menuOf(const char *envelope, const char *play)
{
    return QString::fromUtf8(wholeMenuButFor).arg(QString::fromUtf8(envelope), QString::fromUtf8(play)).toUtf8();
}

QByteArray playWith(const char *changed)
{
    return QByteArray(R"({"code": "mail", "name": "Mail", "description": "", "channel": "mail", "personalisation": "1:1", "tiers": [1], "roles": [], )"
                      R"("stages": [], "costs": [], "lead_days": 1, "capacity": null, "per_account": null, "approval": "none", "inputs": [], )"
                      R"("owner_team": "", "delivers": "event", "cheaper": [], "status": "draft")")
           + (*changed ? ", " : "") + changed + '}';
}

} // namespace

class TestRefused : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_workspace = m_folder.filePath(QStringLiteral("plan.dimsum"));
        COMPARE_EXIT(runProgram({QStringLiteral("demo"), m_workspace}), 0);
        m_hash = contentHash(m_workspace);
    }

    void documents_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *name, const char *command, const QByteArray &document, const char *says) {
            QTest::newRow(name) << QString::fromLatin1(command) << document << QByteArray(says);
        };
        row("icp: no JSON", "icp", "{\"criteria\": [", "line 1");
        row("icp: empty file", "icp", "", "JSON");
        row("icp: a list", "icp", "[]", "needed");
        row("icp: unknown key", "icp", R"({"criteria": [], "weights": 1})", "weights");
        row("icp: unknown test", "icp", R"({"criteria": [{"field": "country", "test": "is", "values": ["US"], "weight": 1}]})", "criteria[0].test");
        row("icp: weight 0", "icp", R"({"criteria": [{"field": "country", "test": "known", "weight": 0}]})", "criteria[0].weight");
        row("icp: weight 1.5", "icp", R"({"criteria": [{"field": "country", "test": "known", "weight": 1.5}]})", "criteria[0].weight");
        row("icp: no values", "icp", R"({"criteria": [{"field": "country", "test": "one_of", "values": [], "weight": 1}]})", "criteria[0].values");
        row("icp: both ends open", "icp", R"({"criteria": [{"field": "employees", "test": "between", "min": null, "max": null, "weight": 1}]})", "criteria[0]");
        row("icp: ends the wrong way", "icp", R"({"criteria": [{"field": "employees", "test": "between", "min": 9, "max": 3, "weight": 1}]})", "criteria[0]");
        row("icp: must-have known", "icp", R"({"criteria": [{"field": "country", "test": "known", "weight": 1, "must_have": true}]})", "criteria[0].must_have");
        row("icp: unknown role", "icp", R"({"criteria": [], "committee": ["king"]})", "committee[0]");
        row("policy: unknown key", "policy", R"({"treshold": {}})", "treshold");
        row("policy: tier 4", "policy", R"({"rules": [{"name": "a", "tier": 4, "when": {}}]})", "rules[0].tier");
        row("policy: name twice", "policy", R"({"rules": [{"name": "a", "tier": 1, "when": {}}, {"name": "a", "tier": 2, "when": {}}]})", "rules[1].name");
        row("policy: unknown threshold", "policy", R"({"rules": [{"name": "a", "tier": 1, "when": {"acv": "huge"}}]})", "rules[0].when.acv");
        row("policy: unknown fact", "policy", R"({"rules": [{"name": "a", "tier": 1, "when": {"luck": true}}]})", "rules[0].when.luck");
        row("policy: yes for a measure", "policy", R"({"rules": [{"name": "a", "tier": 1, "when": {"fit": true}}]})", "rules[0].when.fit");
        row("policy: weights of 0.9", "policy", R"({"priority": {"fit": 0.2, "intent": 0.3, "engagement": 0.3, "acv_rank": 0.1}})", "priority");
        row("policy: places below 0", "policy", R"({"capacity": {"1": -1}})", "capacity.1");
        row("policy: fourth tier", "policy", R"({"capacity": {"4": 1}})", "capacity.4");
        row("policy: window of 45 days", "policy", R"({"intensity": {"window_days": 45}})", "intensity.window_days");
        row("policy: unknown kind of source", "policy", R"({"intent": {"sources": {"G2": "magic"}}})", "intent.sources.G2");
        row("policy: points below 0", "policy", R"({"points": {"demo": -3}})", "points.demo");
        row("policy: money with three decimals", "policy", R"({"thresholds": {"acv": {"large": "1.005"}}})", "thresholds.acv.large");
        row("policy: stale version", "policy", R"({"version": 1})", "Version 1");
        row("policy: exclude nobody known", "policy", R"({"exclude": ["friends"]})", "exclude[0]");
        row("menu: not whole", "menu", "{}", "program");
        row("menu: no such day", "menu", R"({"program": {"name": "Q", "start": "2026-02-30", "end": "2026-03-31", "pilot_reps": [], "holidays": []}, "envelopes": [], "plays": []})",
            "program.start");
        row("menu: two scopes", "menu", menuOf(R"({"code": "e", "scope": {"tier": 1, "play": "mail"}, "limit": "1"})", playWith("").constData()), "envelopes[0].scope");
        row("menu: limit below 0", "menu", menuOf(R"({"code": "e", "scope": {"tier": 1}, "limit": "-1"})", playWith("").constData()), "envelopes[0].limit");
        row("menu: code in capitals", "menu", menuOf("", playWith("").replace("\"mail\"", "\"MAIL\"").constData()), "plays[0].code");
        row("menu: open orders dropped", "menu", menuOf("", playWith("").constData()), "order");
        row("program: unknown arm", "program", R"({"program": {"name": "Q", "start": "2026-01-01", "end": "2026-03-31", "pilot_reps": [], "holidays": []}, "accounts": [{"account": "a.com", "arm": "left"}]})",
            "accounts[0].arm");
    }
    void documents()
    {
        QFETCH(QString, command);
        QFETCH(QByteArray, document);
        QFETCH(QByteArray, says);
        const QString file = m_folder.filePath(QStringLiteral("document.json"));
        QVERIFY(writeFile(file, document));
        refused({command, m_workspace, QStringLiteral("set"), file}, says);
    }

    void files_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("empty") << QStringLiteral("accounts") << QByteArray() << QByteArray("empty");
        QTest::newRow("no account column") << QStringLiteral("accounts") << QByteArray("colour,size\nred,1\n") << QByteArray("domain");
        QTest::newRow("no account of the activity") << QStringLiteral("activities") << QByteArray("type,at\nwebinar,2026-01-01\n") << QByteArray("account");
        QTest::newRow("no date of the signal") << QStringLiteral("intent") << QByteArray("account,source,topic,score\nacme.com,G2,ERP,70\n") << QByteArray("date");
        QTest::newRow("a picture") << QStringLiteral("accounts") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) << QByteArray("input.csv");
    }
    void files()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, says);
        const QString file = m_folder.filePath(QStringLiteral("input.csv"));
        QVERIFY(writeFile(file, bytes));
        refused({QStringLiteral("import"), m_workspace, file, QStringLiteral("--kind"), kind}, says);
    }

    void calls_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *call, const char *says) { QTest::newRow(call) << QString::fromLatin1(call) << QByteArray(says); };
        row("new WS", "already");
        row("demo WS", "already");
        row("new NOWHERE/x.dimsum", "no folder");
        row("import WS missing.csv --kind accounts", "missing.csv");
        row("undo-import WS 9999", "9999");
        row("icp WS set missing.json", "missing.json");
        row("pin WS --account nobody.example --tier 1 --until 2030-01-01 --reason r --by b", "nobody.example");
        row("unpin WS --account nobody.example --by b", "nobody.example");
        row("order WS --account nobody.example --play newsletter --by b", "nobody.example");
        row("move WS 123 delivered --by b", "123");
        row("export WS accounts --out NOWHERE/x.csv", "no folder");
        row("export WS accounts --out FOLDER.csv", "FOLDER");
        row("check NOWHERE.dimsum", "no workspace");
        row("orders PICTURE", "not a Dimsum workspace");
        row("screenshot WS --page accounts --out NOWHERE/x.png", "NOWHERE");
    }
    void calls()
    {
        QFETCH(QString, call);
        QFETCH(QByteArray, says);
        QVERIFY(writeFile(m_folder.filePath(QStringLiteral("PICTURE")), "GIF89a and more"));
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("FOLDER.csv")));
        QStringList words = call.split(u' ');
        for (QString &word : words) {
            if (word == u"WS")
                word = m_workspace;
            else if (word.startsWith(u"NOWHERE") || word.startsWith(u"FOLDER") || word.startsWith(u"PICTURE") || word.startsWith(u"missing"))
                word = m_folder.filePath(word);
        }
        refused(words, says);
    }

private:
    void refused(QStringList words, const QByteArray &says)
    {
        const Run run = runProgram(words);
        COMPARE_EXIT(run, 1);
        QVERIFY2(run.out.isEmpty(), run.story().constData());
        QVERIFY2(run.err.contains(says), run.story().constData());
        QVERIFY2(run.err.count('\n') == 1, run.story().constData()); // one line, no usage: the call was well formed
        words.append(QStringLiteral("--json"));
        const Run json = runProgram(words);
        COMPARE_EXIT(json, 1);
        QVERIFY2(!json.json().isEmpty(), json.story().constData());
        QCOMPARE(json.out.count('\n'), 1);
        QCOMPARE(contentHash(m_workspace), m_hash);
    }

    QTemporaryDir m_folder;
    QString m_workspace;
    QByteArray m_hash;
};

QTEST_GUILESS_MAIN(TestRefused)
#include "tst_refused.moc"
