// The made-up market: the same for the same seed, as large as asked for, true to its truth.json.
#include "support/program_run.h"

#include <QTemporaryDir>

using namespace dimsum::test;

class TestGenerate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void sameSeedSameBytes()
    {
        const QStringList files = generate(u"a"_qs, {u"--seed"_qs, u"7"_qs}).json()[u"files"_qs].toVariant().toStringList();
        QCOMPARE(files.size(), 10);
        generate(u"b"_qs, {u"--seed"_qs, u"7"_qs});
        generate(u"c"_qs, {u"--seed"_qs, u"8"_qs});
        for (const QString &file : files) {
            QVERIFY2(!bytes(u"a"_qs, file).isEmpty(), qPrintable(file));
            QVERIFY2(bytes(u"a"_qs, file) == bytes(u"b"_qs, file), qPrintable(file));
        }
        QVERIFY(bytes(u"a"_qs, u"accounts.csv"_qs) != bytes(u"c"_qs, u"accounts.csv"_qs));
        QVERIFY(QDir(m_folder.filePath(u"a"_qs)).entryList({u"*.part"_qs}).isEmpty());
    }

    void asManyRowsAsAskedFor_data()
    {
        QTest::addColumn<int>("activities");
        QTest::newRow("none") << 0;
        QTest::newRow("few") << 137;
        QTest::newRow("many") << 6001;
    }
    void asManyRowsAsAskedFor()
    {
        QFETCH(int, activities);
        const Run run = generate(u"rows"_qs, {u"--activities"_qs, QString::number(activities)});
        COMPARE_EXIT(run, 0);
        QCOMPARE(bytes(u"rows"_qs, u"accounts.csv"_qs).count('\n'), 301);
        QCOMPARE(bytes(u"rows"_qs, u"activities.csv"_qs).count('\n'), activities + 1);
    }

    void truthsAreOnesOnlyWherePlanted()
    {
        const auto truth = [&](const QString &folder, const QStringList &more) {
            runProgram(QStringList{u"generate"_qs, m_folder.filePath(folder), u"--accounts"_qs, u"30000"_qs} + more);
            return QJsonDocument::fromJson(bytes(folder, u"truth.json"_qs)).object();
        };
        const QJsonObject planted = truth(u"planted"_qs, {});
        const QJsonObject null = truth(u"null"_qs, {u"--null"_qs});
        const auto lift = [](const QJsonObject &t) { return t[u"conversion_lift"_qs][u"ratio"].toDouble(); };
        const auto journey = [](const QJsonObject &t) { return t[u"journeys"_qs][0][u"ratio"].toDouble(); };
        QVERIFY2(lift(planted) > 3.2 && lift(planted) < 4.8, qPrintable(QString::number(lift(planted))));
        QVERIFY2(lift(null) > 0.6 && lift(null) < 1.5, qPrintable(QString::number(lift(null))));
        QVERIFY2(journey(planted) > 2.6 && journey(planted) < 3.9, qPrintable(QString::number(journey(planted))));
        QCOMPARE(null[u"journeys"_qs][0][u"planted"].toBool(), false);
        const double share = planted[u"high_intensity"_qs][u"share_of_active"].toDouble();
        QVERIFY2(share > 0.10 && share < 0.145, qPrintable(QString::number(share)));
        QVERIFY(!planted[u"surges"_qs][u"intent"].toArray().isEmpty());
        QVERIFY(null[u"surges"_qs][u"intent"].toArray().isEmpty());
        QVERIFY(null[u"surges"_qs][u"engagement"].toArray().isEmpty());
    }

    void plantedProfileAndSurgesAreFoundByTheProgram()
    {
        const QString ws = m_folder.filePath(u"found.dimsum"_qs);
        COMPARE_EXIT(runProgram({u"generate"_qs, m_folder.filePath(u"found"_qs), u"--accounts"_qs, u"3000"_qs}), 0);
        COMPARE_EXIT(runProgram({u"new"_qs, ws}), 0);
        for (const QString &kind : {u"accounts"_qs, u"contacts"_qs, u"opportunities"_qs, u"activities"_qs, u"intent"_qs})
            COMPARE_EXIT(runProgram({u"import"_qs, ws, u"--kind"_qs, kind, m_folder.filePath(u"found/"_qs + kind + u".csv"_qs)}), 0);
        const QJsonObject truth = QJsonDocument::fromJson(bytes(u"found"_qs, u"truth.json"_qs)).object();

        const Run suggested = runProgram({u"icp"_qs, ws, u"suggest"_qs, u"--as-of"_qs, u"2026-02-18"_qs, u"--json"_qs});
        COMPARE_EXIT(suggested, 0);
        QCOMPARE(suggested.json()[u"best"_qs].toInteger(), truth[u"best_customers"_qs].toArray().size());
        for (const char *value : {"Industrial machinery", "Logistics", "Retail", "ERP", "Data warehouse"})
            QVERIFY2(suggested.out.contains(value), value);

        COMPARE_EXIT(runProgram({u"icp"_qs, ws, u"set"_qs, m_folder.filePath(u"found/icp.json"_qs)}), 0);
        const QString csv = m_folder.filePath(u"found.csv"_qs);
        COMPARE_EXIT(runProgram({u"export"_qs, ws, u"accounts"_qs, u"--out"_qs, csv, u"--as-of"_qs, u"2026-02-18"_qs}), 0);
        QHash<QString, QList<QByteArray>> rows;
        for (const QByteArray &line : readFile(csv).split('\n'))
            rows.insert(QString::fromUtf8(line.left(line.indexOf(','))), line.split(','));
        // No cell before these holds a comma in this world.
        constexpr int intentSurge = 7;
        constexpr int engagementSurge = 10;
        for (const QJsonValue domain : truth[u"surges"_qs][u"intent"].toArray())
            QCOMPARE(rows[domain.toString()].value(intentSurge), QByteArray("true"));
        for (const QJsonValue domain : truth[u"surges"_qs][u"engagement"].toArray())
            QCOMPARE(rows[domain.toString()].value(engagementSurge), QByteArray("true"));
    }

    void folderThatCannotBeMadeIsRefused()
    {
        QVERIFY(writeFile(m_folder.filePath(u"file"_qs), "x"));
        const Run run = runProgram({u"generate"_qs, m_folder.filePath(u"file/inside"_qs), u"--accounts"_qs, u"5"_qs});
        COMPARE_EXIT(run, 1);
        QVERIFY(!run.err.isEmpty());
    }

private:
    Run generate(const QString &folder, const QStringList &more)
    {
        return runProgram(QStringList{u"generate"_qs, m_folder.filePath(folder), u"--accounts"_qs, u"300"_qs, u"--json"_qs} + more);
    }
    QByteArray bytes(const QString &folder, const QString &file) { return readFile(m_folder.filePath(folder + u'/' + file)); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestGenerate)
#include "tst_generate.moc"
