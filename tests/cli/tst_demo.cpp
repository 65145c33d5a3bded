// The sample workspace: whole, sound and without an empty corner.
#include "support/program_run.h"

#include <QTemporaryDir>

using namespace dimsum::test;

class TestDemo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_workspace = m_folder.filePath(u"sample.dimsum"_qs);
        const Run run = runProgram({u"demo"_qs, m_workspace, u"--as-of"_qs, u"2026-02-18"_qs, u"--json"_qs});
        COMPARE_EXIT(run, 0);
        QCOMPARE(run.json()[u"accounts"_qs].toInt(), 1000);
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files), QStringList{u"sample.dimsum"_qs});
    }

    void isSound() { COMPARE_EXIT(runProgram({u"check"_qs, m_workspace}), 0); }

    void hasAccountsInEveryTier()
    {
        const Run run = runProgram({u"retier"_qs, m_workspace, u"--as-of"_qs, u"2026-02-18"_qs, u"--json"_qs});
        COMPARE_EXIT(run, 0);
        const QJsonObject tiers = run.json()[u"tiers"_qs].toObject();
        for (const QString &tier : tiers.keys())
            QVERIFY2(tiers[tier].toInt() >= 5, qPrintable(tier));
        QVERIFY(run.json()[u"moves"_qs].toInt() > 0); // something to decide
    }

    void hasOrdersInEveryState()
    {
        const Run run = runProgram({u"orders"_qs, m_workspace, u"--json"_qs});
        COMPARE_EXIT(run, 0);
        const QJsonArray orders = run.json()[u"orders"_qs].toArray();
        QVERIFY2(orders.size() >= 50 && orders.size() <= 70, qPrintable(QString::number(orders.size())));
        QHash<QString, int> states;
        int overdue = 0;
        for (const QJsonValue order : orders) {
            ++states[order[u"state"].toString()];
            overdue += order[u"overdue"].toBool() ? 1 : 0;
        }
        for (const QString &state : {u"requested"_qs, u"approved"_qs, u"rejected"_qs, u"in production"_qs, u"delivered"_qs, u"cancelled"_qs, u"waiting on rep"_qs})
            QVERIFY2(states[state] > 0, qPrintable(state));
        QVERIFY(overdue > 0);
    }

    void existingFileIsNeverOverwritten()
    {
        const QByteArray before = contentHash(m_workspace);
        const Run run = runProgram({u"demo"_qs, m_workspace});
        COMPARE_EXIT(run, 1);
        QCOMPARE(contentHash(m_workspace), before);
    }

    void worksOnTheFirstDayOfAQuarterAndToday()
    {
        for (const QStringList &day : {QStringList{u"--as-of"_qs, u"2026-01-01"_qs}, QStringList{}}) {
            const QString file = m_folder.filePath(u"another.dimsum"_qs);
            QFile::remove(file);
            COMPARE_EXIT(runProgram(QStringList{u"demo"_qs, file} + day), 0);
            COMPARE_EXIT(runProgram({u"check"_qs, file}), 0);
        }
    }

private:
    QTemporaryDir m_folder;
    QString m_workspace;
};

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
