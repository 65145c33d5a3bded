// Activities are kept packed: every row is told apart all the same, by its id or by what it says, and undo gives back
// every one that an import changed.
#include "support/import_fixture.h"

#include "store/account_store.h"
#include "store/activity_store.h"
#include "store/contact_store.h"

#include <QTest>

using namespace dimsum;
using dimsum::test::figures;
using dimsum::test::imported;
using Fixture = dimsum::test::ImportFixture;

namespace {

constexpr auto accounts = "domain,name\nacme.com,Acme\nbeta.com,Beta\n";
constexpr auto header = "id,account,contact,type,at,asset\n";

QByteArray file(std::initializer_list<const char *> rows)
{
    QByteArray text = header;
    for (const char *row : rows)
        text += QByteArray(row) + '\n';
    return text;
}

int rowsOf(Fixture &fixture, const char *domain)
{
    const auto keys = AccountStore(fixture.workspace->database()).keys();
    const auto blocks = ActivityStore(fixture.workspace->database()).blocks(keys->byDomain(domain).id);
    int rows = 0;
    for (const ActivityBlock &block : *blocks)
        rows += int(ActivityBlockReader(block.content).rows());
    return rows;
}

bool sound(Fixture &fixture)
{
    const auto report = checkIntegrity(fixture.workspace->database());
    for (const Error &finding : report->findings)
        qWarning("%s", plainText(finding).c_str());
    return report->findings.empty();
}

} // namespace

class TestImportActivities : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idsAreFoundAgainWhereverTheyAre()
    {
        Fixture fixture;
        imported(fixture, ImportKind::accounts, accounts);
        QCOMPARE(figures(imported(fixture, ImportKind::activities, file({"a-1,acme.com,,demo,2025-01-02,", "a-2,beta.com,,demo,2025-01-02,", "x,beta.com,,demo,2025-01-03,"}))),
                 QStringLiteral("3 = 3 0 0 0 0"));
        // Another file, other order, one new; the same id twice in it counts once.
        QCOMPARE(figures(imported(fixture, ImportKind::activities, file({"x,beta.com,,demo,2025-01-03,", "a-3,acme.com,,demo,2025-01-05,", "a-1,acme.com,,demo,2025-01-02,", "a-3,beta.com,,call,2025-01-06,"}))),
                 QStringLiteral("4 = 1 0 2 1 0"));
        QCOMPARE(rowsOf(fixture, "acme.com"), 2);
        QCOMPARE(rowsOf(fixture, "beta.com"), 2);
        // "a-03" is no "a-3".
        QCOMPARE(figures(imported(fixture, ImportKind::activities, file({"a-03,acme.com,,demo,2025-01-05,"}))), QStringLiteral("1 = 1 0 0 0 0"));
        QVERIFY(sound(fixture));
    }

    void aChangedRowIsTakenBackWithItsImport()
    {
        Fixture fixture;
        imported(fixture, ImportKind::accounts, accounts);
        imported(fixture, ImportKind::activities, file({"a-1,acme.com,jo@acme.com,demo,2025-01-02,", "a-2,acme.com,,demo,2025-01-09,Guide"}));
        const std::string before = fixture.hash();
        const auto change = file({"a-1,beta.com,li@beta.com,call,2025-02-02,Book", "a-2,acme.com,,demo,2025-01-10,Guide"});

        QCOMPARE(figures(imported(fixture, ImportKind::activities, change, ImportPolicy::create)), QStringLiteral("2 = 0 0 2 0 0"));
        QVERIFY(undoImport(*fixture.workspace, imports(*fixture.workspace)->back().id, {}).ok());
        QCOMPARE(fixture.hash(), before);

        const auto report = imported(fixture, ImportKind::activities, change, ImportPolicy::overwrite);
        QCOMPARE(figures(report), QStringLiteral("2 = 0 2 0 0 0"));
        QCOMPARE(rowsOf(fixture, "acme.com"), 1);
        QCOMPARE(rowsOf(fixture, "beta.com"), 1);
        QVERIFY(sound(fixture));
        QCOMPARE(figures(imported(fixture, ImportKind::activities, change, ImportPolicy::overwrite)), QStringLiteral("2 = 0 0 2 0 0"));
        QVERIFY(undoImport(*fixture.workspace, imports(*fixture.workspace)->back().id, {}).ok());

        // The first import stands below it: it cannot go first.
        QCOMPARE(undoImport(*fixture.workspace, ImportId{2}, {}).error().kind, ErrorKind::refused);
        QVERIFY(undoImport(*fixture.workspace, report.id, {}).ok());
        QCOMPARE(fixture.hash(), before);
        QVERIFY(sound(fixture));
        QVERIFY(undoImport(*fixture.workspace, ImportId{2}, {}).ok());
        QCOMPARE(rowsOf(fixture, "acme.com"), 0);
    }

    void emptyPlacesAreFilled()
    {
        Fixture fixture;
        imported(fixture, ImportKind::accounts, accounts);
        imported(fixture, ImportKind::activities, file({"a-1,acme.com,,demo,2025-01-02,"}));
        const auto fill = file({"a-1,acme.com,jo@acme.com,call,2025-01-02,Guide"});
        QCOMPARE(figures(imported(fixture, ImportKind::activities, fill, ImportPolicy::updateEmpty)), QStringLiteral("1 = 0 1 0 0 0"));
        const auto blocks = ActivityStore(fixture.workspace->database()).blocks(AccountId{1});
        QCOMPARE(blocks->size(), std::size_t(1));
        ActivityBlockReader reader(blocks->front().content);
        PackedActivity row;
        QVERIFY(reader.next(row));
        QVERIFY(row.contact != 0);
        QVERIFY(row.asset != 0);
        QVERIFY(sound(fixture));
    }

    void rowsWithoutAnIdAreCounted()
    {
        Fixture fixture;
        imported(fixture, ImportKind::accounts, accounts);
        const auto twice = file({",acme.com,Jo@Acme.com,web visit,2025-01-02,", ",acme.com,jo@acme.com,Web-Visit,2025-01-02,", ",acme.com,,web visit,2025-01-02,"});
        QCOMPARE(figures(imported(fixture, ImportKind::activities, twice)), QStringLiteral("3 = 3 0 0 0 0"));
        QCOMPARE(figures(imported(fixture, ImportKind::activities, twice)), QStringLiteral("3 = 0 0 3 0 0"));
        // A third equal row is one more; another word, person or day is another row.
        const auto more = file({",acme.com,jo@acme.com,web visit,2025-01-02,", ",acme.com,jo@acme.com,web visit,2025-01-02,", ",acme.com,jo@acme.com,web visit,2025-01-02,",
                                ",acme.com,li@acme.com,web visit,2025-01-02,", ",acme.com,jo@acme.com,call,2025-01-02,", ",acme.com,jo@acme.com,web visit,2025-01-02T00:00:00Z,"});
        QCOMPARE(figures(imported(fixture, ImportKind::activities, more)), QStringLiteral("6 = 4 0 2 0 0"));
        QCOMPARE(ContactStore(fixture.workspace->database()).all()->size(), std::size_t(2));
        QVERIFY(sound(fixture));
    }

    // A row that moves in time must not hide the others of its account from those that follow in the file.
    void movedRowsHideNothing()
    {
        Fixture fixture;
        imported(fixture, ImportKind::accounts, accounts);
        imported(fixture, ImportKind::activities, file({"a-1,acme.com,,demo,2025-01-02,", ",acme.com,,demo,2025-01-03,", ",acme.com,,demo,2025-01-05,", ",acme.com,,demo,2025-01-08,"}));
        QCOMPARE(figures(imported(fixture, ImportKind::activities, file({",acme.com,,demo,2025-01-05,", "a-1,acme.com,,demo,2025-03-01,", ",acme.com,,demo,2025-01-03,"}), ImportPolicy::overwrite)),
                 QStringLiteral("3 = 0 1 2 0 0"));
        QCOMPARE(rowsOf(fixture, "acme.com"), 4);
    }

    void manyAccountsAndManyPeople()
    {
        Fixture fixture;
        QByteArray names = "domain,name\n";
        QByteArray rows = header;
        for (int i = 0; i < 3000; ++i)
            names += "a" + QByteArray::number(i) + ".com,A\n";
        for (int i = 0; i < 30'000; ++i) {
            const QByteArray account = "a" + QByteArray::number(i * 7919 % 3000) + ".com";
            rows += (i % 3 ? "id-" + QByteArray::number(i) : QByteArray()) + "," + account + ",p" + QByteArray::number(i % 5) + "@" + account + ",demo,2025-01-"
                    + QByteArray::number(10 + i % 20) + ",\n";
        }
        imported(fixture, ImportKind::accounts, names);
        QCOMPARE(figures(imported(fixture, ImportKind::activities, rows)), QStringLiteral("30000 = 30000 0 0 0 0"));
        const std::string before = fixture.hash();
        QCOMPARE(figures(imported(fixture, ImportKind::activities, rows)), QStringLiteral("30000 = 0 0 30000 0 0"));
        QCOMPARE(fixture.hash(), before);
        QVERIFY(sound(fixture));
        QVERIFY(undoImport(*fixture.workspace, ImportId{2}, {}).ok());
        QCOMPARE(ContactStore(fixture.workspace->database()).all()->size(), std::size_t(0));
        QCOMPARE(figures(imported(fixture, ImportKind::activities, rows)), QStringLiteral("30000 = 30000 0 0 0 0"));
    }
};

QTEST_GUILESS_MAIN(TestImportActivities)
#include "tst_import_activities.moc"
