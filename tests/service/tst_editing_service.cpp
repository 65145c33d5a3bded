// Edits by hand: the rules of an import, one step of undo each, refusals change nothing.
#include "service/checking_service.h"
#include "service/exporting_service.h"
#include "service/saved_view_service.h"
#include "service/snapshot.h"
#include "service/undo_service.h"
#include "store/contact_store.h"
#include "support/small_world.h"

#include <QTest>

using namespace dimsum;

class TestEditingService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsOfOneAndMany()
    {
        SmallWorld world;
        QVERIFY(world.fill());
        const std::string before = world.contentHash();
        const std::vector<AccountId> both{world.ids["acme.com"], world.ids["beta.com"]};
        QVERIFY(SmallWorld::fine(editAccounts(*world.workspace, both,
                                              {{QStringLiteral("owner"), QStringLiteral(" L. Brandt ")},
                                               {QStringLiteral("acv"), QStringLiteral("1234.5")},
                                               {QStringLiteral("Segment"), QStringLiteral("Large")}})));
        const auto snapshot = loadSnapshot(*world.workspace);
        QVERIFY(SmallWorld::fine(snapshot));
        for (const AccountId account : both) {
            const std::uint32_t row = *(*snapshot)->row(account);
            QCOMPARE((*snapshot)->accounts.owner.at(row).label, std::string("L. Brandt"));
            QCOMPARE((*snapshot)->accounts.acv[row], Money{123450});
            QCOMPARE((*snapshot)->accounts.custom.front().column.at(row).label, std::string("Large"));
        }
        QCOMPARE(undoState(*world.workspace)->undo.action, std::string("edit_accounts"));
        QVERIFY(SmallWorld::fine(undo(*world.workspace, "Ana")));
        QCOMPARE(world.contentHash(), before);
    }

    void badValuesAreRefusedWhole_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::newRow("no number") << QStringLiteral("acv") << QStringLiteral("lots");
        QTest::newRow("negative") << QStringLiteral("acv") << QStringLiteral("-1");
        QTest::newRow("decimals") << QStringLiteral("budget") << QStringLiteral("1.234");
        QTest::newRow("key") << QStringLiteral("domain") << QStringLiteral("other.com");
    }

    void badValuesAreRefusedWhole()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        SmallWorld world;
        QVERIFY(world.fill());
        const std::string before = world.contentHash();
        const Outcome edited = editAccounts(*world.workspace, {world.ids["acme.com"], world.ids["beta.com"]},
                                            {{QStringLiteral("owner"), QStringLiteral("X")}, {field, value}});
        QVERIFY(!edited.ok());
        QCOMPARE(edited.error().field, field.toStdString());
        QCOMPARE(world.contentHash(), before);
    }

    void accountsNeedADomainOfTheirOwn()
    {
        SmallWorld world;
        QVERIFY(world.fill());
        const std::string before = world.contentHash();
        for (const char *domain : {"", "gmail.com", "co.uk", "acme.com", "https://www.acme.com/about"})
            QVERIFY2(!addAccount(*world.workspace, {.domain = QString::fromLatin1(domain), .name = {}}).ok(), domain);
        QCOMPARE(world.contentHash(), before);
        QVERIFY(SmallWorld::fine(addAccount(*world.workspace, {.domain = QStringLiteral("www.new.co.uk"), .name = {}})));
    }

    void optedOutPeopleLeaveInNoExport()
    {
        SmallWorld world;
        QVERIFY(world.fill());
        QVERIFY(world.person("gamma.com", "out@gamma.com", "end user", true));
        QVERIFY(!addContact(*world.workspace, {.account = world.ids["gamma.com"], .email = QStringLiteral("nobody")}).ok());
        QVERIFY(!addContact(*world.workspace,
                            {.account = world.ids["acme.com"], .email = QStringLiteral("ANN@acme.com")}).ok());
        const QString path = world.file(QStringLiteral("contacts.csv"));
        const auto result = exportFile(*world.workspace, {.subject = ExportSubject::contacts, .file = path});
        QVERIFY(SmallWorld::fine(result));
        QCOMPARE(result->leftOut, 1);
        QCOMPARE(world.read(path), QByteArray("email,account,first_name,last_name,title,buying_role\n"
                                              "ann@acme.com,acme.com,,,,champion\n"));
        QVERIFY(SmallWorld::fine(exportFile(
            *world.workspace,
            {.subject = ExportSubject::contacts, .file = path, .profile = QStringLiteral("full")})));
        QCOMPARE(world.read(path), QByteArray("email,account,first_name,last_name,title,buying_role,opt_out\n"
                                              "ann@acme.com,acme.com,,,,champion,false\n"
                                              "out@gamma.com,gamma.com,,,,end user,true\n"));
        QVERIFY(!exportFile(*world.workspace, {.file = world.file(QStringLiteral("x.txt"))}).ok());
    }

    void contactsChangeAndUndoTakesItBack()
    {
        SmallWorld world;
        QVERIFY(world.fill());
        const AccountId account = world.ids["acme.com"];
        const auto read = [&] {
            const auto people = ContactStore(world.workspace->database()).ofAccount(account);
            return people.ok() && !people->empty() ? people->front() : StoredContact{};
        };
        const StoredContact before = read();
        QVERIFY(before.id.valid());
        ContactEdit edit{.account = account,
                         .contact = before.id,
                         .firstName = QStringLiteral(" Ann "),
                         .lastName = QStringLiteral("Ny"),
                         .title = QStringLiteral("CIO"),
                         .buyingRole = QStringLiteral("Decision-maker"),
                         .optOut = true};
        QVERIFY(SmallWorld::fine(editContact(*world.workspace, edit)));
        const StoredContact after = read();
        QCOMPARE(after.firstName, std::string("Ann"));
        QCOMPARE(after.title, std::string("CIO"));
        QCOMPARE(after.buyingRole, std::string("decision maker"));
        QCOMPARE(after.optOut, std::optional(true));
        QCOMPARE(after.email, before.email);

        edit.buyingRole = QStringLiteral("pope");
        QCOMPARE(editContact(*world.workspace, edit).error().field, std::string("buying_role"));
        edit.buyingRole.clear();
        edit.contact = ContactId{987654};
        QCOMPARE(editContact(*world.workspace, edit).error().kind, ErrorKind::notFound);

        QVERIFY(SmallWorld::fine(undo(*world.workspace, "Ana")));
        QVERIFY(read() == before);
    }

    void viewsAreKept()
    {
        SmallWorld world;
        QVERIFY(world.create());
        const auto saved = saveView(*world.workspace, {.id = 0,
                                                       .page = QStringLiteral("accounts"),
                                                       .name = QStringLiteral(" Mine "),
                                                       .state = "{\"filter\":[]}"});
        QVERIFY(SmallWorld::fine(saved));
        QCOMPARE(saved->name, QStringLiteral("Mine"));
        QVERIFY(!saveView(*world.workspace, {.id = 0, .page = QStringLiteral("accounts"), .name = QStringLiteral("Mine"),
                                             .state = {}}).ok());
        QCOMPARE(savedViews(*world.workspace, QStringLiteral("accounts"))->size(), std::size_t{1});
        QVERIFY(SmallWorld::fine(removeView(*world.workspace, saved->id)));
        QVERIFY(savedViews(*world.workspace, QStringLiteral("accounts"))->empty());
    }

    void aFilledWorkspaceIsWhole()
    {
        SmallWorld world;
        QVERIFY(world.fill());
        const auto report = checkWorkspace(*world.workspace);
        QVERIFY(SmallWorld::fine(report));
        for (const Error &finding : report->findings)
            qWarning("%s", plainText(finding).c_str());
        QVERIFY(report->findings.empty());
        QVERIFY(report->checks > 5);
    }

    void addressesAndZonesAreChecked()
    {
        SmallWorld world;
        const QString path = world.file(QStringLiteral("w.dimsum"));
        QCOMPARE(Workspace::create(path, {.timeZone = "Mars/Olympus"}).error().kind, ErrorKind::usage);
        QCOMPARE(Workspace::create(path, {.currency = QStringLiteral("XQQ")}).error().kind, ErrorKind::usage);
        QCOMPARE(Workspace::open(QStringLiteral("postgresql://h/d")).error().kind, ErrorKind::usage);
        QVERIFY(!QFile::exists(path));
        const auto made = Workspace::create(path, {.timeZone = "Asia/Taipei", .currency = QStringLiteral("BRL")},
                                            world.clock());
        QVERIFY(SmallWorld::fine(made));
        QCOMPARE((*made)->notices().size(), std::size_t{1});
        QCOMPARE(Workspace::create(path, {}).error().kind, ErrorKind::refused);
        const auto again = Workspace::open(path, world.clock());
        QVERIFY(SmallWorld::fine(again));
        QCOMPARE((*again)->currency().code, std::string("BRL"));
        QCOMPARE((*again)->settings().name, QStringLiteral("w"));
        QCOMPARE((*again)->dayOf(std::int64_t{SmallWorld::today.number} * 86'400'000 + 17 * 3'600'000),
                 SmallWorld::today + 1); // 17:00 UTC is 01:00 of the next day in Taipei
    }
};

QTEST_GUILESS_MAIN(TestEditingService)
#include "tst_editing_service.moc"
