// The log is left and comes back, and only where nobody else has the file open.
#include "store/direct_writing.h"
#include "store/statement.h"
#include "support/store_fixture.h"

#include <QTest>

using namespace dimsum;
using dimsum::test::StoreFixture;

namespace {

std::string journalOf(Database &database)
{
    Statement journal(database, "PRAGMA journal_mode");
    const auto row = journal.next();
    return row && *row ? std::string(journal.text(0)) : std::string();
}

} // namespace

class TestDirectWriting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesTheLogAndComesBack()
    {
        StoreFixture fixture;
        QVERIFY(fixture.create());
        QCOMPARE(journalOf(*fixture.database), std::string("wal"));
        {
            const DirectWriting direct(*fixture.database);
            QVERIFY(direct.on());
            QCOMPARE(journalOf(*fixture.database), std::string("truncate"));
            auto transaction = Transaction::begin(*fixture.database);
            QVERIFY(AccountStore(*fixture.database).insert(StoreFixture::named("b.com")).ok());
            QVERIFY(transaction->commit().ok());
            auto given = Transaction::begin(*fixture.database);
            QVERIFY(AccountStore(*fixture.database).insert(StoreFixture::named("c.com")).ok());
        } // "given" is rolled back, then the log is back
        QCOMPARE(journalOf(*fixture.database), std::string("wal"));
        Statement keys(*fixture.database, "PRAGMA foreign_keys");
        QCOMPARE(*firstInteger(keys), 1);
        QVERIFY(!QFile::exists(fixture.path + QStringLiteral("-journal")));
        QCOMPARE(*AccountStore(*fixture.database).count(), 2);
    }

    void leavesOthersInPeace()
    {
        StoreFixture fixture;
        QVERIFY(fixture.create());
        const auto other = Database::open(fixture.path);
        QVERIFY(other.ok());
        QCOMPARE(*AccountStore(**other).count(), 1);
        const DirectWriting direct(*fixture.database);
        QVERIFY(!direct.on());
        QCOMPARE(journalOf(*fixture.database), std::string("wal"));
        auto transaction = Transaction::begin(*fixture.database);
        QVERIFY(AccountStore(*fixture.database).insert(StoreFixture::named("b.com")).ok());
        QCOMPARE(*AccountStore(**other).count(), 1); // read meanwhile
        QVERIFY(transaction->commit().ok());
        QCOMPARE(*AccountStore(**other).count(), 2);
    }

    void notInsideATransaction()
    {
        StoreFixture fixture;
        QVERIFY(fixture.create());
        auto transaction = Transaction::begin(*fixture.database);
        QVERIFY(!DirectWriting(*fixture.database).on());
        QVERIFY(transaction->commit().ok());
    }
};

QTEST_GUILESS_MAIN(TestDirectWriting)
#include "tst_direct_writing.moc"
