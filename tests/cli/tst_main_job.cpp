// The main job from files to an exported plan, as a script would do it with the program itself.
#include "support/program_run.h"

#include <QTemporaryDir>

using namespace dimsum::test;

namespace {

const QStringList kinds{QStringLiteral("accounts"), QStringLiteral("campaigns"), QStringLiteral("contacts"), QStringLiteral("opportunities"),
                        QStringLiteral("activities"), QStringLiteral("intent"), QStringLiteral("costs"), QStringLiteral("program")};

qint64 sumOfParts(const QJsonObject &report)
{
    qint64 sum = 0;
    for (const char16_t *part : {u"inserted", u"updated", u"unchanged", u"duplicate", u"rejected"})
        sum += report.value(QStringView(part)).toInteger();
    return sum;
}

} // namespace

class TestMainJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_world = m_folder.filePath(QStringLiteral("world"));
        m_workspace = m_folder.filePath(QStringLiteral("plan.dimsum"));
        COMPARE_EXIT(runProgram({QStringLiteral("generate"), m_world, QStringLiteral("--accounts"), QStringLiteral("600")}), 0);
        COMPARE_EXIT(runProgram({QStringLiteral("new"), m_workspace, QStringLiteral("--currency"), QStringLiteral("EUR"),
                                 QStringLiteral("--time-zone"), QStringLiteral("Europe/Madrid"), QStringLiteral("--name"), QStringLiteral("Plan")}), 0);
    }

    void icpIsStoredAndShownAsItWasGiven()
    {
        COMPARE_EXIT(run({u"icp"_qs, m_workspace, u"set"_qs, world(u"icp.json"_qs)}), 0);
        const Run shown = run({u"icp"_qs, m_workspace, u"show"_qs});
        COMPARE_EXIT(shown, 0);
        const QJsonArray criteria = shown.json().value(u"criteria").toArray();
        QCOMPARE(criteria.size(), 3);
        QCOMPARE(criteria.first()[u"field"].toString(), u"industry"_qs);
        // A round trip changes nothing but the version.
        const QString again = m_folder.filePath(u"again.json"_qs);
        QVERIFY(writeFile(again, shown.out));
        COMPARE_EXIT(run({u"icp"_qs, m_workspace, u"set"_qs, again}), 0);
        QCOMPARE(run({u"icp"_qs, m_workspace, u"show"_qs}).out, shown.out);
    }

    void everyKindComesInWhole()
    {
        for (const QString &kind : kinds) {
            const Run run = import(kind, {});
            COMPARE_EXIT(run, 0);
            const QJsonObject report = run.json();
            QCOMPARE(report[u"read"_qs].toInteger(), rowCount(world(kind + u".csv"_qs)));
            QVERIFY2(report[u"inserted"_qs] == report[u"read"_qs], run.story().constData());
            QCOMPARE(sumOfParts(report), report[u"read"_qs].toInteger());
            QVERIFY(report[u"import_id"_qs].toInteger() > 0);
        }
        const QJsonArray list = run({u"imports"_qs, m_workspace}).json().value(u"imports").toArray();
        QCOMPARE(list.size(), kinds.size());
    }

    void secondImportInsertsNothing()
    {
        for (const QString &kind : kinds) {
            const Run run = import(kind, {});
            COMPARE_EXIT(run, 0);
            QVERIFY2(run.json()[u"unchanged"_qs] == run.json()[u"read"_qs], run.story().constData());
        }
    }

    void dryRunChangesNothing()
    {
        const QByteArray before = contentHash(m_workspace);
        const Run run = import(u"accounts"_qs, {u"--dry-run"_qs, u"--policy"_qs, u"overwrite"_qs});
        COMPARE_EXIT(run, 0);
        QVERIFY(run.json()[u"import_id"_qs].isNull());
        QCOMPARE(contentHash(m_workspace), before);
    }

    void undoTakesAnImportBackUpdatesIncluded()
    {
        const QByteArray accountsBefore = accountsCsv();
        QVERIFY(!accountsBefore.isEmpty());
        const QByteArray original = readFile(world(u"accounts.csv"_qs));
        const qsizetype secondLine = original.indexOf('\n') + 1;
        const QByteArray domain = original.mid(secondLine, original.indexOf(',', secondLine) - secondLine);
        const QString changed = m_folder.filePath(u"changed.csv"_qs);
        QVERIFY(writeFile(changed, "domain,name,acv\n" + domain + ",Renamed,123.45\nbrand-new-company.com,New,1\n"));
        const Run import = run({u"import"_qs, m_workspace, u"--kind"_qs, u"accounts"_qs, changed, u"--policy"_qs, u"overwrite"_qs});
        COMPARE_EXIT(import, 0);
        QCOMPARE(import.json()[u"updated"_qs].toInteger(), 1);
        QCOMPARE(import.json()[u"inserted"_qs].toInteger(), 1);
        QVERIFY(accountsCsv().contains("Renamed"));
        const QString id = QString::number(import.json()[u"import_id"_qs].toInteger());
        COMPARE_EXIT(run({u"undo-import"_qs, m_workspace, id}), 0);
        QCOMPARE(accountsCsv(), accountsBefore);
        // Once is enough.
        const Run twice = run({u"undo-import"_qs, m_workspace, id});
        COMPARE_EXIT(twice, 1);
    }

    void badRowsAreRejectedWithTheirReasonAndTheFileGoesOn()
    {
        const QString file = m_folder.filePath(u"bad.csv"_qs);
        const QString rejects = m_folder.filePath(u"rejects.csv"_qs);
        QVERIFY(writeFile(file, "domain,name,acv\ngood-one.com,Good,10\ngmail.com,Mail,10\nbad-money.com,Bad,-5\nco.uk,Suffix,1\ngood-one.com,Again,11\n"));
        const Run run = this->run({u"import"_qs, m_workspace, u"--kind"_qs, u"accounts"_qs, file, u"--rejects"_qs, rejects, u"--dry-run"_qs});
        COMPARE_EXIT(run, 0);
        QCOMPARE(run.json()[u"read"_qs].toInteger(), 5);
        QCOMPARE(run.json()[u"inserted"_qs].toInteger(), 1);
        QCOMPARE(run.json()[u"rejected"_qs].toInteger(), 3);
        QCOMPARE(run.json()[u"duplicate"_qs].toInteger(), 1);
        const QByteArray written = readFile(rejects);
        QVERIFY(written.contains("gmail.com") && written.contains("bad-money.com") && written.contains("co.uk"));
        QVERIFY(!written.contains("good-one.com"));
    }

    void retierProposesThenApplies()
    {
        const Run proposal = run({u"retier"_qs, m_workspace, u"--as-of"_qs, m_asOf});
        COMPARE_EXIT(proposal, 0);
        const QJsonObject tiers = proposal.json().value(u"tiers").toObject();
        qint64 all = 0;
        for (const QString &tier : {u"1"_qs, u"2"_qs, u"3"_qs, u"none"_qs})
            all += tiers[tier].toInteger();
        QCOMPARE(all, 600);
        QVERIFY(tiers[u"1"_qs].toInteger() > 0 && tiers[u"2"_qs].toInteger() > 0 && tiers[u"3"_qs].toInteger() > 0);
        QVERIFY(proposal.json()[u"moves"_qs].toInteger() > 0);

        const Run applied = run({u"retier"_qs, m_workspace, u"--as-of"_qs, m_asOf, u"--apply"_qs, u"--by"_qs, u"Ana"_qs});
        COMPARE_EXIT(applied, 0);
        QCOMPARE(applied.json()[u"tiers"_qs], QJsonValue(tiers));
        const Run again = run({u"retier"_qs, m_workspace, u"--as-of"_qs, m_asOf});
        QCOMPARE(again.json()[u"moves"_qs].toInteger(), 0);
    }

    void orderIsPlacedMovedAndListed()
    {
        const QString account = accountOfTier(u"1"_qs);
        QVERIFY(!account.isEmpty());
        const QString id = u"0b8c7a52-6a4f-4a52-9a7b-0d4f6c1f2e3d"_qs;
        const QStringList call{u"order"_qs, m_workspace, u"--account"_qs, account, u"--play"_qs, u"direct-mail,webinar-invitation"_qs, u"--by"_qs, u"Ana"_qs,
                               u"--input"_qs, u"contact=Their CFO"_qs, u"--input"_qs, u"address=12 Harbour Road"_qs, u"--id"_qs, id};
        const Run placed = run(call);
        COMPARE_EXIT(placed, 0);
        QVERIFY(placed.json()[u"placed"_qs].toBool());
        const QJsonArray orders = placed.json()[u"orders"_qs].toArray();
        QCOMPARE(orders.size(), 2);
        const QString order = orders.first()[u"order_id"].toString();
        QCOMPARE(orders.first()[u"state"].toString(), u"approved"_qs);
        QCOMPARE(orders.first()[u"price"].toString(), u"45.00"_qs);
        QVERIFY(!orders.first()[u"due"].toString().isEmpty());

        // The same id again: the same answer and not one order more.
        QCOMPARE(run(call).json()[u"orders"_qs].toArray(), orders);
        QCOMPARE(run({u"orders"_qs, m_workspace}).json()[u"orders"_qs].toArray().size(), 2);

        COMPARE_EXIT(run({u"move"_qs, m_workspace, order, u"in-production"_qs, u"--by"_qs, u"Bob"_qs}), 0);
        const Run delivered = run({u"move"_qs, m_workspace, order, u"delivered"_qs, u"--by"_qs, u"Bob"_qs, u"--actual"_qs, u"44.10"_qs});
        COMPARE_EXIT(delivered, 0);
        QCOMPARE(delivered.json()[u"actual"_qs].toString(), u"44.10"_qs);
        QCOMPARE(run({u"orders"_qs, m_workspace, u"--state"_qs, u"delivered"_qs}).json()[u"orders"_qs].toArray().size(), 1);

        const QByteArray before = contentHash(m_workspace);
        const Run impossible = run({u"move"_qs, m_workspace, order, u"approved"_qs, u"--by"_qs, u"Bob"_qs});
        COMPARE_EXIT(impossible, 1);
        QCOMPARE(contentHash(m_workspace), before);
    }

    void slipIsPlacedWholeOrNotAtAll()
    {
        const QString account = accountOfTier(u"3"_qs);
        const QByteArray before = contentHash(m_workspace);
        const Run refused = run({u"order"_qs, m_workspace, u"--account"_qs, account, u"--play"_qs, u"always-on-ads,vip-event"_qs, u"--by"_qs, u"Ana"_qs});
        COMPARE_EXIT(refused, 1);
        QCOMPARE(refused.json()[u"placed"_qs].toBool(true), false);
        QCOMPARE(refused.json()[u"play"_qs].toString(), u"vip-event"_qs);
        QVERIFY(!refused.json()[u"reason"_qs].toString().isEmpty());
        QCOMPARE(contentHash(m_workspace), before);
    }

    void pinHoldsAndIsTakenAway()
    {
        const QString account = accountOfTier(u"2"_qs);
        COMPARE_EXIT(run({u"pin"_qs, m_workspace, u"--account"_qs, account, u"--tier"_qs, u"1"_qs, u"--until"_qs, u"2099-01-01"_qs, u"--reason"_qs, u"asked for us"_qs, u"--by"_qs, u"Ana"_qs}), 0);
        QVERIFY(accountsCsv().contains(",pin,pin until 2099-01-01"));
        COMPARE_EXIT(run({u"unpin"_qs, m_workspace, u"--account"_qs, account, u"--by"_qs, u"Ana"_qs}), 0);
        QVERIFY(!accountsCsv().contains("pin until"));
        COMPARE_EXIT(run({u"unpin"_qs, m_workspace, u"--account"_qs, account, u"--by"_qs, u"Ana"_qs}), 1);
    }

    void everythingIsExported_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("accounts") << u"accounts"_qs << QByteArray("domain,name,external_id,fit,fit_max,disqualified,intent_score,intent_surge,recent_intent,engagement_score,engagement_surge,recent_engagement,acv,priority,tier,proposed_tier,pinned_until,rule,reasons");
        QTest::newRow("contacts") << u"contacts"_qs << QByteArray("email,account,first_name,last_name,title,buying_role");
        QTest::newRow("orders") << u"orders"_qs << QByteArray("order_id,account,account_name,tier,play,play_name,state,price,currency,requested_at,requested_by,approved_at,due,delivered_at,owner_team,note");
        QTest::newRow("plan") << u"plan"_qs << QByteArray("account,account_name,tier,rule,reasons,owner,order_id,play,play_name,channel,state,price,currency,due,owner_team");
        QTest::newRow("history") << u"history"_qs << QByteArray("account,at,by,as_of,policy_version,old_tier,new_tier,rule,reasons");
        QTest::newRow("enrichment") << u"enrichment"_qs << QByteArray("domain,name,priority,tier,tier_if_known,fields");
    }
    void everythingIsExported()
    {
        QFETCH(QString, what);
        QFETCH(QByteArray, header);
        const QString csv = m_folder.filePath(what + u".csv"_qs);
        const Run exported = run({u"export"_qs, m_workspace, what, u"--out"_qs, csv});
        COMPARE_EXIT(exported, 0);
        QCOMPARE(readFile(csv).left(header.size() + 1), header + '\n');
        QCOMPARE(exported.json()[u"rows"_qs].toInteger(), rowCount(csv));
        QVERIFY(exported.json().contains(u"as_of"_qs) && exported.json().contains(u"revision"_qs));
        const QString xlsx = m_folder.filePath(what + u".xlsx"_qs);
        COMPARE_EXIT(run({u"export"_qs, m_workspace, what, u"--out"_qs, xlsx}), 0);
        QVERIFY(readFile(xlsx).startsWith("PK"));
    }

    void peopleWhoOptedOutNeverLeave()
    {
        const QByteArray contacts = readFile(world(u"contacts.csv"_qs));
        const QString csv = m_folder.filePath(u"contacts.csv"_qs);
        const Run exported = run({u"export"_qs, m_workspace, u"contacts"_qs, u"--out"_qs, csv});
        COMPARE_EXIT(exported, 0);
        QCOMPARE(exported.json()[u"opted_out"_qs].toInteger(), contacts.count(",true\n"));
        QCOMPARE(rowCount(csv), contacts.count(",false\n"));
        const QString full = m_folder.filePath(u"full.csv"_qs);
        COMPARE_EXIT(run({u"export"_qs, m_workspace, u"contacts"_qs, u"--out"_qs, full, u"--profile"_qs, u"full"_qs}), 0);
        QCOMPARE(rowCount(full), rowCount(world(u"contacts.csv"_qs)));
    }

    void staleScoresAreRefusedUnlessAllowed()
    {
        const QString file = m_folder.filePath(u"more.csv"_qs);
        QVERIFY(writeFile(file, "domain,name\nlate-comer.com,Late\n"));
        COMPARE_EXIT(run({u"import"_qs, m_workspace, u"--kind"_qs, u"accounts"_qs, file}), 0);
        const QString out = m_folder.filePath(u"stale.csv"_qs);
        const Run refused = run({u"export"_qs, m_workspace, u"accounts"_qs, u"--out"_qs, out});
        COMPARE_EXIT(refused, 1);
        QVERIFY(!QFile::exists(out));
        const Run allowed = run({u"export"_qs, m_workspace, u"accounts"_qs, u"--out"_qs, out, u"--stale"_qs});
        COMPARE_EXIT(allowed, 0);
        QVERIFY(allowed.json()[u"stale"_qs].toBool());
    }

    void documentsRoundTrip_data()
    {
        QTest::addColumn<QString>("command");
        for (const char *command : {"icp", "policy", "menu", "program"})
            QTest::newRow(command) << QString::fromLatin1(command);
    }
    void documentsRoundTrip()
    {
        QFETCH(QString, command);
        const Run shown = run({command, m_workspace, u"show"_qs});
        COMPARE_EXIT(shown, 0);
        QVERIFY(!shown.json().isEmpty());
        const QString file = m_folder.filePath(u"document.json"_qs);
        QVERIFY(writeFile(file, shown.out));
        COMPARE_EXIT(run({command, m_workspace, u"set"_qs, file}), 0);
        QJsonObject before = shown.json();
        QJsonObject after = run({command, m_workspace, u"show"_qs}).json();
        before.remove(u"version"_qs);
        after.remove(u"version"_qs);
        QCOMPARE(after, before);
    }

    void allIsWellInTheEnd()
    {
        const Run check = run({u"check"_qs, m_workspace});
        COMPARE_EXIT(check, 0);
        QVERIFY(check.json()[u"ok"_qs].toBool());
        QVERIFY(check.json()[u"problems"_qs].toArray().isEmpty());
    }

private:
    Run run(QStringList words) { return runProgram(words << QStringLiteral("--json")); }
    QString world(const QString &file) const { return m_world + u'/' + file; }
    Run import(const QString &kind, const QStringList &more)
    {
        return run(QStringList{u"import"_qs, m_workspace, u"--kind"_qs, kind, world(kind + u".csv"_qs)} + more);
    }
    // For a fixed day, so that it is computed afresh and depends on nothing but the data.
    QByteArray accountsCsv()
    {
        const QString file = m_folder.filePath(QStringLiteral("now.csv"));
        QFile::remove(file);
        run({u"export"_qs, m_workspace, u"accounts"_qs, u"--out"_qs, file, u"--as-of"_qs, m_asOf});
        return readFile(file);
    }
    QString accountOfTier(const QString &tier)
    {
        const QList<QByteArray> lines = accountsCsv().split('\n');
        for (const QByteArray &line : lines) {
            if (line.contains(',' + tier.toUtf8() + ',' + tier.toUtf8() + ",,"))
                return QString::fromUtf8(line.left(line.indexOf(',')));
        }
        return {};
    }

    QTemporaryDir m_folder;
    QString m_world, m_workspace;
    const QString m_asOf = QStringLiteral("2026-02-18");
};

QTEST_GUILESS_MAIN(TestMainJob)
#include "tst_main_job.moc"
