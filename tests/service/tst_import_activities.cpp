// Activities are kept packed: every row is told apart all the same, by its id or by what it says, and undo gives back
// every one that an import changed.
#include "support/import_fixture.h"

#include "service/editing_service.h"
#include "service/undo_service.h"
#include "store/account_store.h"
#include "store/activity_store.h"
#include "store/contact_store.h"
#include "store/term_store.h"

#include <QHash>
#include <QTest>

#include <random>

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

// Everything that is kept of activities and people, in words: ids of the database may differ.
QStringList told(Fixture &fixture)
{
    Database &database = fixture.workspace->database();
    QHash<std::int64_t, QString> people;
    const auto contacts = ContactStore(database).all();
    for (const StoredContact &contact : *contacts)
        people.insert(contact.id.value, QString::fromStdString(contact.emailKey + '=' + contact.email + contact.externalId));
    QStringList lines;
    TermStore terms(database);
    const auto word = [&](std::int64_t id) { return id == 0 ? QString() : QString::fromStdString(*terms.label(TermId{id})); };
    for (std::int64_t account = 1; account <= *AccountStore(database).count(); ++account) {
        const auto blocks = ActivityStore(database).blocks(AccountId{account});
        for (const ActivityBlock &block : *blocks) {
            ActivityBlockReader reader(block.content);
            for (PackedActivity row; reader.next(row);)
                lines << QStringLiteral("%1 %2 %3 %4 %5 %6 %7 %8 %9").arg(account).arg(row.instant).arg(row.dated).arg(QString::fromStdString(unpackedId(row.id)),
                         people.value(row.contact), word(row.type), word(row.asset), word(row.campaign), word(row.channel));
        }
    }
    QStringList all = people.values();
    all.sort();
    return lines + all;
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

    // The first activities stand several accounts together; whichever of them a later file changes, and back.
    void someOfManyAreChangedAndTakenBack()
    {
        Fixture fixture;
        QByteArray names = "domain,name\n", rows = header, changes = header;
        for (int i = 0; i < 400; ++i) {
            names += "a" + QByteArray::number(i) + ".com,A\n";
            for (int row = 0; row < 5; ++row)
                rows += "id-" + QByteArray::number(10'000 + i * 5 + row) + ",a" + QByteArray::number(i) + ".com,p@a.com,demo,2025-01-1" + QByteArray::number(row) + ",\n";
            if (i % 37 == 0) // another time, and another account
                changes += "id-" + QByteArray::number(10'000 + i * 5) + ",a" + QByteArray::number(i) + ".com,p@a.com,demo,2025-02-10,\n"
                           + "id-" + QByteArray::number(10'001 + i * 5) + ",a" + QByteArray::number(i + 1) + ".com,p@a.com,demo,2025-01-11,\n";
        }
        imported(fixture, ImportKind::accounts, names);
        QCOMPARE(figures(imported(fixture, ImportKind::activities, rows)), QStringLiteral("2000 = 2000 0 0 0 0"));
        const std::string before = fixture.hash();
        QCOMPARE(figures(imported(fixture, ImportKind::activities, changes, ImportPolicy::overwrite)), QStringLiteral("22 = 0 22 0 0 0"));
        QCOMPARE(rowsOf(fixture, "a37.com"), 4);
        QCOMPARE(rowsOf(fixture, "a38.com"), 6);
        QCOMPARE(rowsOf(fixture, "a39.com"), 5);
        QVERIFY(sound(fixture));
        QCOMPARE(undoImport(*fixture.workspace, ImportId{1}, {}).error().kind, ErrorKind::refused);
        QVERIFY(undoImport(*fixture.workspace, ImportId{3}, {}).ok());
        QCOMPARE(fixture.hash(), before);
        QVERIFY(sound(fixture));
        QCOMPARE(undoImport(*fixture.workspace, ImportId{1}, {}).error().kind, ErrorKind::refused);
        QVERIFY(undoImport(*fixture.workspace, ImportId{2}, {}).ok());
        QVERIFY(undoImport(*fixture.workspace, ImportId{1}, {}).ok());
        QVERIFY(sound(fixture));
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

    // Whom the first activities name is packed; a contact of that address takes the place and gives it back.
    void peopleOfTheFirstActivitiesBecomeContacts()
    {
        Fixture fixture;
        imported(fixture, ImportKind::accounts, accounts);
        const auto rows = file({"a-1,acme.com,Jo@acme.com,demo,2025-01-02,", "a-2,acme.com,003x,demo,2025-01-03,", "a-3,beta.com,al@beta.com,call,2025-01-04,"});
        QCOMPARE(imported(fixture, ImportKind::activities, rows).stubContacts, 3);
        const ImportId activities = imports(*fixture.workspace)->back().id;
        const std::string packed = fixture.hash();
        const auto people = [&] { return *ContactStore(fixture.workspace->database()).all(); };
        const auto jo = [&] {
            for (const StoredContact &who : people())
                if (who.emailKey == "jo@acme.com")
                    return who;
            return StoredContact{};
        };
        QVERIFY(jo().stub);
        const ContactId id = jo().id;

        const QByteArray contacts = "email,account,title,opt_out\njo@acme.com,acme.com,CFO,false\nzoe@acme.com,acme.com,CIO,true\n";
        QCOMPARE(figures(imported(fixture, ImportKind::contacts, contacts)), QStringLiteral("2 = 1 1 0 0 0"));
        const ImportId brought = imports(*fixture.workspace)->back().id;
        QCOMPARE(people().size(), std::size_t(4));
        QVERIFY(!jo().stub);
        QCOMPARE(jo().title, std::string("CFO"));
        QCOMPARE(jo().id, id); // her activities stay hers
        QCOMPARE(figures(imported(fixture, ImportKind::contacts, contacts)), QStringLiteral("2 = 0 0 2 0 0"));
        QVERIFY(undoImport(*fixture.workspace, imports(*fixture.workspace)->back().id, {}).ok());
        QVERIFY(sound(fixture));

        QVERIFY(undoImport(*fixture.workspace, brought, {}).ok());
        QCOMPARE(fixture.hash(), packed);
        QVERIFY(jo().stub);

        // The other way round: the contact was brought by an import of its own and stays.
        imported(fixture, ImportKind::contacts, contacts);
        QVERIFY(undoImport(*fixture.workspace, activities, {}).ok());
        QCOMPARE(people().size(), std::size_t(2));
        QCOMPARE(jo().title, std::string("CFO"));
        QVERIFY(sound(fixture));
        QCOMPARE(imported(fixture, ImportKind::activities, rows).stubContacts, 2);
        QCOMPARE(people().size(), std::size_t(4));
        QVERIFY(sound(fixture));
    }

    // What rows say in words is looked up together: one that differs in a single word is another.
    void everyWordIsToldApart()
    {
        const QStringList base{QStringLiteral("demo"), QStringLiteral("Guide"), QStringLiteral("Spring"), QStringLiteral("Planning"), QStringLiteral("web")};
        QList<QStringList> rows;
        for (int turn = 0; turn < 40; ++turn) {
            rows << base;
            rows.last()[turn % 5] += QString::number(turn / 10);
        }
        QByteArray text = "id,account,type,at,asset,campaign,product_area,channel\n";
        for (int i = 0; i < rows.size(); ++i)
            text += "a-" + QByteArray::number(i) + ",acme.com," + rows[i][0].toUtf8() + ",2025-01-02T10:" + QByteArray::number(10 + i) + ":00Z,"
                    + rows[i].mid(1).join(u',').toUtf8() + '\n';
        Fixture fixture;
        imported(fixture, ImportKind::accounts, accounts);
        for (const char *idPrefix : {"a-", "b-"}) { // as the first activities, then as later ones
            QCOMPARE(imported(fixture, ImportKind::activities, QByteArray(text).replace("a-", idPrefix)).inserted, rows.size());
            Database &database = fixture.workspace->database();
            TermStore terms(database);
            const auto blocks = ActivityStore(database).blocks(AccountStore(database).keys()->byDomain("acme.com").id);
            ActivityBlockReader reader(blocks->back().content);
            QList<QStringList> read;
            for (PackedActivity row; reader.next(row);) {
                read.emplaceBack();
                for (const std::int64_t term : {row.type, row.asset, row.campaign, row.area, row.channel})
                    read.last() << QString::fromStdString(*terms.label(TermId{term}));
            }
            QCOMPARE(read, rows);
        }
    }

    void aPackedPersonIsFilledInByHandAndBack()
    {
        Fixture fixture;
        imported(fixture, ImportKind::accounts, accounts);
        imported(fixture, ImportKind::activities, file({"a-1,acme.com,Jo@acme.com,demo,2025-01-02,"}));
        Database &database = fixture.workspace->database();
        const std::string before = fixture.hash();
        const StoredContact jo = ContactStore(database).all()->front();
        const auto added = addContact(*fixture.workspace, {.account = jo.account, .email = QStringLiteral("jo@acme.com"), .firstName = QStringLiteral("Jo")});
        QVERIFY(added.ok());
        QCOMPARE(*added, jo.id);
        QCOMPARE(ContactStore(database).all()->size(), std::size_t(1));
        QVERIFY(!ContactStore(database).all()->front().stub);
        QVERIFY(sound(fixture));
        QVERIFY(undo(*fixture.workspace, "Ana").ok());
        QCOMPARE(fixture.hash(), before);
        QVERIFY(ContactStore(database).all()->front() == jo);
        QVERIFY(redo(*fixture.workspace, "Ana").ok());
        QCOMPARE(ContactStore(database).all()->front().firstName, std::string("Jo"));
        QVERIFY(sound(fixture));
    }

    void laterActivitiesFindThePeopleOfTheFirst()
    {
        Fixture fixture;
        imported(fixture, ImportKind::accounts, accounts);
        imported(fixture, ImportKind::activities, file({"a-1,acme.com,jo@acme.com,demo,2025-01-02,", "a-2,beta.com,al@beta.com,demo,2025-01-02,"}));
        const ImportId first = imports(*fixture.workspace)->back().id;
        const ImportReport later = imported(fixture, ImportKind::activities, file({"a-3,acme.com,JO@acme.com,call,2025-02-02,", "a-4,acme.com,new@acme.com,call,2025-02-02,"}));
        QCOMPARE(later.stubContacts, 1);
        QCOMPARE(ContactStore(fixture.workspace->database()).all()->size(), std::size_t(3));
        QVERIFY(sound(fixture));
        const auto refused = undoImport(*fixture.workspace, first, {});
        QVERIFY(!refused.ok()); // a later import has an activity of Jo
        QCOMPARE(refused.error().kind, ErrorKind::refused);
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

    // The first rows of a workspace are kept as they are read if their ids ascend; a file that repeats one in its last line
    // is read again and compared first. Both must tell the same.
    void theFirstRowsComeInEitherWay()
    {
        QByteArray names = "domain,name\n", rows = "id,account,contact,type,at,asset,campaign,channel\n";
        for (int i = 0; i < 300; ++i)
            names += "a" + QByteArray::number(i) + ".com,A" + QByteArray::number(i) + "\n";
        std::mt19937 random(17);
        const auto any = [&random](std::initializer_list<const char *> of) { return QByteArray(of.begin()[random() % of.size()]); };
        for (int i = 1; i <= 20'000; ++i) {
            const int account = static_cast<int>(i < 12'000 ? i / 50 : random() % 310); // the last ten are no accounts
            const QByteArray domain = random() % 9 ? "a" + QByteArray::number(account) + ".com" : "WWW.A" + QByteArray::number(account) + ".com";
            rows += (random() % 5 ? "row-" + QByteArray::number(i) : QByteArray()) + ',' + domain + ','
                    + any({"", "Jo@A.com", "jo@a.com", "li@a.com", "00Q5e00000AbCdE", "not an address@"}) + ',' + any({"web visit", "Web-Visit", "demo", "call"}) + ','
                    + (random() % 400 ? "2025-0" + QByteArray::number(1 + random() % 9) + "-1" + QByteArray::number(random() % 10) : QByteArray("some day"))
                    + any({"", "T10:00:00Z"}) + ',' + any({"", "Guide", "guide", "Book"}) + ',' + any({"", "Spring"}) + ',' + any({"email", "Web", "web"}) + '\n';
        }
        Fixture fast, slow;
        ImportReport first, second;
        for (Fixture *fixture : {&fast, &slow})
            imported(*fixture, ImportKind::accounts, names);
        const std::string before = fast.hash();
        first = imported(fast, ImportKind::activities, rows);
        // An id of before: "row-1" if it has one, so one is made for the purpose.
        const QByteArray head = rows.left(rows.indexOf('\n') + 1), body = rows.mid(head.size());
        const QByteArray known = "row-0,a1.com,,demo,2025-01-01,,,\n";
        second = imported(slow, ImportKind::activities, head + known + body + known);
        QVERIFY(undoImport(*fast.workspace, first.id, {}).ok());
        QCOMPARE(fast.hash(), before);
        first = imported(fast, ImportKind::activities, head + known + body);

        QCOMPARE(second.read, first.read + 1);
        QCOMPARE(second.duplicate, 1);
        QCOMPARE(second.inserted, first.inserted);
        QCOMPARE(second.rejected, first.rejected);
        QVERIFY(first.rejected > 100);
        QCOMPARE(second.stubContacts, first.stubContacts);
        QCOMPARE(second.problems.size(), first.problems.size());
        QCOMPARE(second.unknownTypes.size(), first.unknownTypes.size());
        const QStringList one = told(fast), other = told(slow);
        QVERIFY(one.size() > 15'000);
        QCOMPARE(one, other);
        QVERIFY(sound(fast));
        QVERIFY(sound(slow));
        QCOMPARE(figures(imported(fast, ImportKind::activities, head + known + body)), QStringLiteral("%1 = 0 0 %2 0 %3").arg(first.read).arg(first.inserted).arg(first.rejected));
    }
};

QTEST_GUILESS_MAIN(TestImportActivities)
#include "tst_import_activities.moc"
