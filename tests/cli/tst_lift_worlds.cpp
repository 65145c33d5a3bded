// Worlds made for `dimsum roi lift` alone: a program whose accounts win more often gives the planted difference back inside
// its interval, one that changes nothing says that nothing can be told. From files, as a script would.
#include "support/program_run.h"

#include <QDate>
#include <QTemporaryDir>

#include <random>

using namespace dimsum::test;

class TestLiftWorlds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plantedAndNull_data()
    {
        QTest::addColumn<int>("seed");
        QTest::addColumn<bool>("planted");
        for (int seed = 1; seed <= 3; ++seed) {
            QTest::addRow("planted %d", seed) << seed << true;
            QTest::addRow("null %d", seed) << seed << false;
        }
    }

    void plantedAndNull()
    {
        QFETCH(int, seed);
        QFETCH(bool, planted);
        const QDate start(2025, 4, 1), asOf(2025, 6, 30);
        constexpr double before = 0.35, lift = 0.3;
        QTemporaryDir folder;
        std::mt19937_64 random(static_cast<std::uint64_t>(seed)); // the same on every machine
        const auto between = [&random](int first, int last) { return first + static_cast<int>(random() % static_cast<std::uint64_t>(last - first + 1)); };
        QByteArray accounts = "domain,name,industry,employees\n", deals = "id,account,name,amount,stage,status,created,closed\n", program = "account,program,start,end,arm\n";
        const auto text = [](QDate day) { return day.toString(Qt::ISODate).toLatin1(); };
        for (int row = 0; row < 400; ++row) {
            const QByteArray domain = "acct" + QByteArray::number(1000 + row) + "-lift.com";
            accounts += domain + ",Account " + QByteArray::number(row) + (row % 4 < 2 ? ",Steel,120\n" : ",Retail,900\n");
            const bool member = row % 2 == 0;
            if (member)
                program += domain + ",2025 Q2," + text(start) + ',' + text(asOf) + ",program\n";
            for (const QDate created : {start.addDays(-between(50, 85)), start.addDays(between(1, 30))}) {
                const bool helped = planted && member && created >= start;
                const bool won = between(0, 999) < 1000 * (before + (helped ? lift : 0));
                deals += "d" + QByteArray::number(row) + '-' + text(created) + ',' + domain + ",Deal," + QByteArray::number(between(5'000, 90'000)) + ",Closed," + (won ? "won," : "lost,") + text(created) + ',' + text(created.addDays(between(10, 40))) + '\n';
            }
        }
        const auto write = [&folder](const QString &name, const QByteArray &bytes) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
        };
        const QString workspace = folder.filePath(QStringLiteral("w.dimsum"));
        const auto run = [](const QStringList &words) {
            const Run done = runProgram(words);
            if (done.exitCode != 0)
                qWarning("%s", done.story().constData());
            return done.exitCode == 0;
        };
        QVERIFY(run({QStringLiteral("new"), workspace}));
        for (const auto &[kind, bytes] : {std::pair(QStringLiteral("accounts"), accounts), std::pair(QStringLiteral("opportunities"), deals), std::pair(QStringLiteral("program"), program)})
            QVERIFY(run({QStringLiteral("import"), workspace, QStringLiteral("--kind"), kind, write(kind + QStringLiteral(".csv"), bytes)}));
        const QString out = folder.filePath(QStringLiteral("lift.csv"));
        QVERIFY(run({QStringLiteral("roi"), workspace, QStringLiteral("lift"), QStringLiteral("--as-of"), asOf.toString(Qt::ISODate), QStringLiteral("--out"), out}));
        QFile file(out);
        QVERIFY(file.open(QIODevice::ReadOnly));
        bool seen = false, seenChange = false;
        for (const QByteArray &line : file.readAll().split('\n')) {
            const QList<QByteArray> cells = line.trimmed().split(',');
            if (cells[0] != "win_rate" && cells[0] != "win_rate_change")
                continue;
            (cells[0] == "win_rate" ? seen : seenChange) = true;
            const double low = cells[4].toDouble(), high = cells[5].toDouble(), truth = planted ? lift : 0;
            QVERIFY2(low <= truth && truth <= high, line.constData());
            QCOMPARE(cells[6].toInt(), 200);
            if (planted)
                QVERIFY2(cells[8].isEmpty(), line.constData());
            else
                QCOMPARE(cells[8], QByteArray("too few accounts to tell"));
        }
        QVERIFY(seen && seenChange);
    }
};

QTEST_GUILESS_MAIN(TestLiftWorlds)
#include "tst_lift_worlds.moc"
