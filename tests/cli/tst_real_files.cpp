// Files that nobody here wrote, with the figures that any correct program gets from them (shared/data).
#include "support/program_run.h"

#include <QFileInfo>
#include <QTemporaryDir>

using namespace dimsum::test;

namespace {

QString shared(const QString &name)
{
    return QStringLiteral(DIMSUM_SHARED_DATA "/") + name;
}

} // namespace

class TestRealFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFileInfo::exists(shared(u"README.md"_qs)))
            QSKIP("The shared data files are not on this machine.");
        QVERIFY(m_folder.isValid());
    }

    void salesforceSample()
    {
        const QString ws = workspace(u"salesforce"_qs);
        struct Expectation { QString kind, file, profile; int read, inserted, duplicate, rejected; };
        // 84 of the 102 contacts have no account; two campaigns bear the same name.
        const QList<Expectation> files{{u"accounts"_qs, u"Account"_qs, u"salesforce-account"_qs, 22, 22, 0, 0},
                                       {u"contacts"_qs, u"Contact"_qs, u"salesforce-contact"_qs, 102, 18, 0, 84},
                                       {u"opportunities"_qs, u"Opportunity"_qs, u"salesforce-opportunity"_qs, 50, 50, 0, 0},
                                       {u"campaigns"_qs, u"Campaign"_qs, u"salesforce-campaign"_qs, 8, 7, 1, 0}};
        for (const Expectation &file : files) {
            const Run run = import(ws, file.kind, u"salesforce_sfdmu/"_qs + file.file + u".csv"_qs);
            COMPARE_EXIT(run, 0);
            const QJsonObject report = run.json();
            QCOMPARE(report[u"profile"_qs].toString(), file.profile);
            QCOMPARE(report[u"read"_qs].toInt(), file.read);
            QCOMPARE(report[u"inserted"_qs].toInt(), file.inserted);
            QCOMPARE(report[u"duplicate"_qs].toInt(), file.duplicate);
            QCOMPARE(report[u"rejected"_qs].toInt(), file.rejected);
            const Run again = import(ws, file.kind, u"salesforce_sfdmu/"_qs + file.file + u".csv"_qs);
            QCOMPARE(again.json()[u"inserted"_qs].toInt(), 0);
            QCOMPARE(again.json()[u"updated"_qs].toInt(), 0);
        }
        QCOMPARE(check(ws), 0);
    }

    void mavenDealsAndTheirTraps()
    {
        const QString ws = workspace(u"maven"_qs);
        const Run accounts = import(ws, u"accounts"_qs, u"crm_maven/accounts.csv"_qs);
        COMPARE_EXIT(accounts, 0);
        QCOMPARE(accounts.json()[u"inserted"_qs].toInt(), 85);
        const Run deals = import(ws, u"opportunities"_qs, u"crm_maven/sales_pipeline.csv"_qs);
        COMPARE_EXIT(deals, 0);
        QCOMPARE(deals.json()[u"read"_qs].toInt(), 8800);
        QCOMPARE(deals.json()[u"rejected"_qs].toInt(), 1425); // no account
        QCOMPARE(deals.json()[u"inserted"_qs].toInt(), 7375);
        QVERIFY2(deals.err.contains("“GTXPro” looks like another spelling of “GTX Pro”"), deals.story().constData());
        const Run again = import(ws, u"opportunities"_qs, u"crm_maven/sales_pipeline.csv"_qs);
        QCOMPARE(again.json()[u"unchanged"_qs].toInt(), 7375);

        // Winning is independent of every account field here: a confident profile would be a lie.
        const Run suggestions = runProgram({u"icp"_qs, ws, u"suggest"_qs, u"--json"_qs});
        COMPARE_EXIT(suggestions, 0);
        QCOMPARE(suggestions.json()[u"best"_qs].toInt(), 85);
        QVERIFY(suggestions.json()[u"suggestions"_qs].toArray().isEmpty());
        QCOMPARE(check(ws), 0);
    }

    void fortune1000AsAccounts()
    {
        const QString ws = workspace(u"fortune"_qs);
        const Run run = import(ws, u"accounts"_qs, u"companies_fortune1000/fortune1000_2022.csv"_qs);
        COMPARE_EXIT(run, 0);
        const QJsonObject report = run.json();
        QCOMPARE(report[u"read"_qs].toInt(), 1000);
        QCOMPARE(report[u"inserted"_qs].toInt() + report[u"duplicate"_qs].toInt() + report[u"rejected"_qs].toInt(), 1000);
        const QString icp = m_folder.filePath(u"icp.json"_qs);
        QVERIFY(writeFile(icp, R"({"criteria": [{"field": "industry", "test": "one_of", "values": ["Technology"], "weight": 3, "must_have": false},
                                                {"field": "employees", "test": "between", "min": 10000, "max": null, "weight": 2, "must_have": false}]})"));
        COMPARE_EXIT(runProgram({u"icp"_qs, ws, u"set"_qs, icp}), 0);
        COMPARE_EXIT(runProgram({u"retier"_qs, ws}), 0);
        const QString csv = m_folder.filePath(u"fortune.csv"_qs);
        COMPARE_EXIT(runProgram({u"export"_qs, ws, u"accounts"_qs, u"--out"_qs, csv}), 0);
        const QByteArray accounts = readFile(csv);
        QCOMPARE(rowCount(csv), report[u"inserted"_qs].toInt());
        QVERIFY(accounts.contains("\nwalmart.com,Walmart,"));
        QVERIFY(accounts.contains("\namazon.com,Amazon,")); // written without a scheme in the file
        QCOMPARE(check(ws), 0);
    }

    void semicolonsAndQuotesAreFound()
    {
        const QString ws = workspace(u"bank"_qs);
        const QByteArray before = contentHash(ws);
        // No column of it names an account: one clear error and nothing changed.
        const Run run = import(ws, u"accounts"_qs, u"bank_raw/bank.csv"_qs);
        COMPARE_EXIT(run, 1);
        QVERIFY(!run.err.isEmpty());
        QCOMPARE(contentHash(ws), before);
    }

private:
    QString workspace(const QString &name)
    {
        const QString file = m_folder.filePath(name + u".dimsum"_qs);
        runProgram({u"new"_qs, file});
        return file;
    }
    Run import(const QString &ws, const QString &kind, const QString &file)
    {
        return runProgram({u"import"_qs, ws, u"--kind"_qs, kind, shared(file), u"--json"_qs});
    }
    int check(const QString &ws) { return runProgram({u"check"_qs, ws}).exitCode; }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestRealFiles)
#include "tst_real_files.moc"
