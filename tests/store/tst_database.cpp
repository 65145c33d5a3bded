// Opening workspaces that somebody else may have made: always opened, or refused by name; never run, never changed.
#include "support/store_fixture.h"

#include "store/contact_store.h"
#include "store/integrity.h"
#include "store/migrations.h"
#include "store/statement.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <sqlite3.h>

using namespace dimsum;
using dimsum::test::StoreFixture;

namespace {

// Writes to the file behind the program's back, as any SQLite tool could.
bool tamper(const QString &path, const char *sql)
{
    sqlite3 *handle = nullptr;
    bool ok = sqlite3_open(path.toUtf8().constData(), &handle) == SQLITE_OK;
    ok = ok && sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(handle);
    return ok;
}

// An empty workspace as the program of that format made it.
QString emptyOfFormat(int format)
{
    QString sql = QStringLiteral("PRAGMA application_id = %1; PRAGMA user_version = %2;").arg(workspaceApplicationId).arg(format);
    for (const Migration &migration : knownMigrations())
        if (migration.version <= format)
            sql += QString::fromUtf8(migration.sql);
    return sql;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(bytes);
}

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensWhatItCreated()
    {
        StoreFixture fixture;
        QVERIFY(fixture.create());
        fixture.database.reset();
        const auto opened = Database::open(fixture.path);
        QVERIFY2(opened.ok(), opened.ok() ? "" : plainText(opened.error()).c_str());
        Statement mode(**opened, "PRAGMA journal_mode");
        QVERIFY(*mode.next());
        QCOMPARE(mode.text(0), std::string_view("wal"));
        Statement sync(**opened, "PRAGMA synchronous");
        QCOMPARE(*firstInteger(sync), 2);
        Statement keys(**opened, "PRAGMA foreign_keys");
        QCOMPARE(*firstInteger(keys), 1);
        const auto permissions = QFile(fixture.path).permissions();
        QVERIFY(!(permissions & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
    }

    void doesNotCreateOverAFile()
    {
        StoreFixture fixture;
        QVERIFY(fixture.create());
        const auto again = Database::create(fixture.path);
        QVERIFY(!again.ok());
        QCOMPARE(again.error().kind, ErrorKind::refused);
    }

    void namesWhatItRefuses_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<int>("kind");
        QTest::newRow("newer") << QStringLiteral("PRAGMA user_version = 99") << int(ErrorKind::newerVersion);
        QTest::newRow("other program") << QStringLiteral("PRAGMA application_id = 7") << int(ErrorKind::unreadable);
        QTest::newRow("version 0") << QStringLiteral("PRAGMA user_version = 0") << int(ErrorKind::unreadable);
        QTest::newRow("trigger") << QStringLiteral("CREATE TRIGGER t AFTER INSERT ON account BEGIN UPDATE envelope SET money_limit = 1; END")
                                 << int(ErrorKind::unreadable);
        QTest::newRow("view") << QStringLiteral("CREATE VIEW v AS WITH RECURSIVE x(i) AS (VALUES(1) UNION ALL SELECT i FROM x) SELECT i FROM x")
                              << int(ErrorKind::unreadable);
        QTest::newRow("table") << QStringLiteral("CREATE TABLE stranger (x)") << int(ErrorKind::unreadable);
        QTest::newRow("index") << QStringLiteral("CREATE INDEX i ON account (name)") << int(ErrorKind::unreadable);
        QTest::newRow("column") << QStringLiteral("ALTER TABLE account ADD COLUMN x TEXT") << int(ErrorKind::unreadable);
        QTest::newRow("missing") << QStringLiteral("DROP TABLE pin") << int(ErrorKind::unreadable);
        QTest::newRow("weaker check") << QStringLiteral(
            "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (reserved >= 0)', '') WHERE name = 'envelope'")
                                      << int(ErrorKind::unreadable);
    }
    void namesWhatItRefuses()
    {
        QFETCH(QString, sql);
        QFETCH(int, kind);
        StoreFixture fixture;
        QVERIFY(fixture.create());
        fixture.database.reset();
        QVERIFY(tamper(fixture.path, sql.toUtf8().constData()));
        const QByteArray before = contentOf(fixture.path);
        const auto opened = Database::open(fixture.path);
        QVERIFY(!opened.ok());
        QCOMPARE(int(opened.error().kind), kind);
        QCOMPARE(contentOf(fixture.path), before);
    }

    void refusesWhatIsNoWorkspace()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("x.dimsum"));
        QCOMPARE(Database::open(path).error().kind, ErrorKind::notFound);
        QCOMPARE(Database::open(folder.path()).error().kind, ErrorKind::unreadable);
        QCOMPARE(Database::open(QStringLiteral("/dev/zero")).error().kind, ErrorKind::unreadable);
        for (const QByteArray &bytes : {QByteArray(), QByteArray("hello"), QByteArray(5000, 'x'), QByteArray("SQLite format 3\0", 16)}) {
            write(path, bytes);
            QCOMPARE(Database::open(path).error().kind, ErrorKind::unreadable);
        }
        // A relative name that looks like a URI is a file's name all the same.
        QVERIFY(!Database::open(QStringLiteral("file:memory?mode=memory")).ok());
    }

    void survivesFlippedAndMissingBytes()
    {
        StoreFixture fixture;
        QVERIFY(fixture.create());
        for (int i = 0; i < 40; ++i)
            QVERIFY(AccountStore(*fixture.database).insert(StoreFixture::named("a" + std::to_string(i) + ".com")).ok());
        fixture.database.reset();
        const QByteArray good = contentOf(fixture.path);
        QVERIFY(good.size() > 4096);
        QRandomGenerator random(20250701);
        int refused = 0;
        for (int run = 0; run < 200; ++run) {
            QByteArray bytes = good;
            if (run % 10 == 0)
                bytes.truncate(int(random.bounded(int(good.size()))));
            else
                for (int flips = 0; flips <= run % 7; ++flips) {
                    const auto at = random.bounded(int(good.size()));
                    bytes[at] = char(bytes[at] ^ (1 << random.bounded(8)));
                }
            const QString path = fixture.folder.filePath(QStringLiteral("f%1.dimsum").arg(run));
            write(path, bytes);
            QElapsedTimer timer;
            timer.start();
            auto opened = Database::open(path);
            if (!opened) {
                ++refused;
                QVERIFY(!plainText(opened.error()).empty());
            } else {
                static_cast<void>(AccountStore(**opened).load());
            }
            QVERIFY2(timer.elapsed() < 5000, "opening took too long");
        }
        QVERIFY(refused > 20);
    }

    void migratesInOneTransactionWithABackup()
    {
        StoreFixture fixture;
        QVERIFY(fixture.create());
        std::vector<Migration> migrations = knownMigrations();
        const int next = migrations.back().version + 1;
        const std::string before = *contentHash(*fixture.database);

        migrations.push_back({next, "CREATE TABLE added (x INTEGER) STRICT; INSERT INTO added VALUES (1); SELECT no_such_column FROM added;"});
        const SchemaResult failed = migrate(*fixture.database, migrations);
        QCOMPARE(failed.outcome, SchemaOutcome::failed);
        QVERIFY(checkSchema(*fixture.database).ok());
        QCOMPARE(*contentHash(*fixture.database), before);

        migrations.back().sql = "CREATE TABLE added (x INTEGER) STRICT;";
        const SchemaResult upgraded = migrate(*fixture.database, migrations);
        QCOMPARE(upgraded.outcome, SchemaOutcome::upgraded);
        QVERIFY(QFile::exists(upgraded.backup));
        QVERIFY(checkSchema(*fixture.database, migrations).ok());
        QVERIFY(!checkSchema(*fixture.database).ok());
        QCOMPARE(migrate(*fixture.database, migrations).outcome, SchemaOutcome::current);
        QCOMPARE(migrate(*fixture.database).outcome, SchemaOutcome::newer);
        const auto backup = Database::open(upgraded.backup);
        QVERIFY(backup.ok());
        QCOMPARE(*contentHash(**backup), before);
    }

    // The tables of accounts and of their fields are rebuilt on the way from format 3: rows, what refers to them and rules stay.
    void bringsAnOlderFormatUpToDate()
    {
        StoreFixture fixture;
        const QString sql = emptyOfFormat(3) + QStringLiteral(
                              "INSERT INTO account (id, domain, name, name_key) VALUES (5, 'b.com', 'B', 'b'), (7, 'a.com', 'A', 'a'), (9, NULL, 'C', 'c');"
                              "INSERT INTO contact (account_id, email_key, email) VALUES (5, 'jo@b.com', 'jo@b.com');"
                              "INSERT INTO custom_field (id, key, label) VALUES (1, 'color', 'Color');"
                              "INSERT INTO account_field (account_id, field_id, value) VALUES (5, 1, 12)");
        QVERIFY(tamper(fixture.path, sql.toUtf8().constData()));
        const auto opened = Database::open(fixture.path);
        QVERIFY2(opened.ok(), opened.ok() ? "" : plainText(opened.error()).c_str());
        QVERIFY(QFile::exists(fixture.path + QStringLiteral(".backup-v3")));
        Database &database = **opened;
        AccountStore accounts(database);
        QCOMPARE(*accounts.count(), 3);
        QCOMPARE(accounts.byDomain("a.com")->value, 7);
        QCOMPARE(accounts.customValues(AccountId{5})->front().value.value, 12);
        QVERIFY(accounts.insert(StoreFixture::named("d.com")).ok());
        QVERIFY(!accounts.insert(StoreFixture::named("b.com")).ok()); // still once
        QVERIFY(!database.run("DELETE FROM account WHERE id = 5").ok()); // Jo works there
        QVERIFY(database.run("DELETE FROM account WHERE id = 7").ok());
    }

    // People who were packed account by account go on as pages of one account.
    void bringsPackedPeopleUpToDate()
    {
        StoreFixture fixture;
        const auto packed = [](std::initializer_list<PackedStub> people) {
            std::vector<std::uint8_t> content;
            packStubs(std::span(people.begin(), people.size()), content);
            return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(content.data()), static_cast<qsizetype>(content.size())).toHex());
        };
        const QString sql = emptyOfFormat(5) + QStringLiteral(
                              "INSERT INTO account (id, domain, name, name_key) VALUES (5, 'b.com', 'B', 'b'), (7, 'a.com', 'A', 'a');"
                              "INSERT INTO import_run (id, kind, file, profile, policy, at, by, read, inserted, updated, unchanged, duplicate, rejected) "
                              "VALUES (1, 'activities', 'f', 'p', 'create', 1, 'Bo', 0, 0, 0, 0, 0, 0);"
                              "INSERT INTO stub_block VALUES (5, 1, 11, 2, x'%1'), (7, 1, 13, 1, x'%2');"
                              "INSERT INTO stub_run VALUES (1, 11, 13)")
                   .arg(packed({{"jo@b.com", "Jo@b.com"}, {"li@b.com", "li@b.com"}}), packed({{"al@a.com", "al@a.com"}}));
        QVERIFY(tamper(fixture.path, sql.toUtf8().constData()));
        const auto opened = Database::open(fixture.path);
        QVERIFY2(opened.ok(), opened.ok() ? "" : plainText(opened.error()).c_str());
        ContactStore contacts(**opened);
        const auto all = contacts.all();
        QCOMPARE(all->size(), std::size_t(3));
        QCOMPARE(all->at(0).email, std::string("Jo@b.com"));
        QCOMPARE(all->at(1).id, ContactId{12});
        QCOMPARE(all->at(2).account, AccountId{7});
        QCOMPARE(contacts.find(AccountId{7}, "al@a.com")->value().id, ContactId{13});
        QVERIFY(checkIntegrity(**opened)->findings.empty());
    }

    void savepointsRollBackAlone()
    {
        StoreFixture fixture;
        QVERIFY(fixture.create());
        SettingStore settings(*fixture.database);
        auto outer = Transaction::begin(*fixture.database);
        QVERIFY(outer.ok());
        QVERIFY(settings.setValue("a", "1").ok());
        {
            auto inner = Transaction::begin(*fixture.database);
            QVERIFY(settings.setValue("a", "2").ok());
        }
        QVERIFY(outer->commit().ok());
        QCOMPARE(**settings.value("a"), std::string("1"));
        QVERIFY(!fixture.database->inTransaction());
    }

    void saysThatAnotherWriterHoldsIt()
    {
        StoreFixture fixture;
        QVERIFY(fixture.create());
        auto other = Database::open(fixture.path);
        QVERIFY(other.ok());
        sqlite3_busy_timeout((*other)->handle(), 50);
        auto holding = Transaction::begin(*fixture.database);
        QVERIFY(holding.ok());
        const auto second = Transaction::begin(**other);
        QVERIFY(!second.ok());
        QCOMPARE(second.error().kind, ErrorKind::busy);
    }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
