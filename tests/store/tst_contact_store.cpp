// People in rows and people in packs read alike, whoever asks; a packed person who becomes a contact is counted once.
#include "support/store_fixture.h"

#include "store/contact_store.h"
#include "store/import_store.h"
#include "store/integrity.h"
#include "store/people_of_accounts.h"

#include <QTest>

#include <random>
#include <span>

using namespace dimsum;
using dimsum::test::StoreFixture;

namespace {

std::string sameId(std::string_view id)
{
    return std::string(id);
}

std::vector<std::uint8_t> packed(std::vector<PackedStub> people)
{
    std::vector<std::uint8_t> content;
    packStubs(people, content);
    return content;
}

StoredContact person(AccountId account, const char *email)
{
    StoredContact contact;
    contact.account = account;
    contact.emailKey = contact.email = email;
    return contact;
}

QStringList keysOf(const std::vector<StoredContact> &people)
{
    QStringList keys;
    for (const StoredContact &who : people)
        keys << QString::fromStdString(who.emailKey) + (who.stub ? QStringLiteral("?") : QString());
    return keys;
}

// Two accounts with a row each, and three people of an import in packs.
struct World {
    StoreFixture fixture;
    AccountId other;
    ContactId first;

    Database &database() { return *fixture.database; }
    ContactStore contacts() { return ContactStore(database()); }
    bool make()
    {
        if (!fixture.create())
            return false;
        StoredAccount account;
        account.domain = "beta.com";
        account.name = account.nameKey = "beta";
        other = *AccountStore(database()).insert(account);
        const bool rows = contacts().insert(person(fixture.account, "mo@acme.com")).ok() && contacts().insert(person(other, "mo@beta.com")).ok();
        first = *contacts().nextId();
        AccountPages people;
        people.add(fixture.account, 2, packed({{"li@acme.com", "Li@ACME.com"}, {"003x", "003X"}}));
        people.add(other, 1, packed({{"al@beta.com", "al@beta.com"}}));
        ImportRun run;
        run.kind = "activities";
        const auto import = ImportStore(database()).start(run);
        return rows && import && contacts().putStubs(*import, first, people).ok()
               && contacts().addRun({*import, first, ContactId{first.value + 2}}).ok();
    }
    // Whatever way people are counted and listed, it is the same.
    void agree()
    {
        const auto all = contacts().all();
        QVERIFY(all.ok());
        const AccountId accounts[]{fixture.account, other};
        std::vector<StoredContact> each;
        PeopleOfAccounts streamed(database(), true, &sameId), asked(database(), false, &sameId);
        const auto counts = contacts().counts(accounts);
        for (std::size_t i = 0; i < std::size(accounts); ++i) {
            const auto people = contacts().ofAccount(accounts[i]);
            QVERIFY(people.ok());
            QCOMPARE(counts->at(i), std::int64_t(people->size()));
            each.insert(each.end(), people->begin(), people->end());
            QVERIFY(streamed.go(accounts[i]).ok() && asked.go(accounts[i]).ok());
            for (const StoredContact &who : *people) {
                QCOMPARE(streamed.find(who.emailKey), who.id.value);
                QCOMPARE(asked.find(who.emailKey), who.id.value);
                const auto found = contacts().find(accounts[i], who.emailKey);
                QVERIFY(found.ok() && *found);
                QVERIFY(**found == who);
            }
        }
        QVERIFY(each == *all);
        ContactStore::Counts expected;
        for (const AccountId account : accounts)
            if (const auto people = std::count_if(all->begin(), all->end(), [account](const auto &who) { return who.account == account; }))
                expected.emplace_back(account, people);
        QVERIFY(*contacts().counts() == expected);
        QVERIFY(checkIntegrity(database())->findings.empty());
    }
};

} // namespace

class TestContactStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void packsGiveBackWhoWentIn_data()
    {
        QTest::addColumn<QStringList>("keys");
        QTest::addColumn<QStringList>("labels");
        const auto row = [](const char *name, QStringList keys, QStringList labels = {}) { QTest::newRow(name) << keys << (labels.isEmpty() ? keys : labels); };
        row("one", {QStringLiteral("a@b.c")});
        row("one domain", {QStringLiteral("anna@acme.com"), QStringLiteral("bo@acme.com")});
        row("spelled otherwise", {QStringLiteral("anna@acme.com"), QStringLiteral("bo@acme.com")}, {QStringLiteral("Anna@acme.com"), QStringLiteral("bo@acme.com")});
        row("ids among them", {QStringLiteral("anna@acme.com"), QStringLiteral("0031")});
        row("one ends the other", {QStringLiteral("a@acme.com"), QStringLiteral("aa@acme.com")});
        row("long", {QString(200, u'x') + QStringLiteral("@acme.com"), QStringLiteral("y@acme.com")});
    }
    void packsGiveBackWhoWentIn()
    {
        QFETCH(QStringList, keys);
        QFETCH(QStringList, labels);
        std::vector<std::string> texts;
        for (const QString &text : keys + labels)
            texts.push_back(text.toStdString());
        std::vector<PackedStub> people;
        for (qsizetype i = 0; i < keys.size(); ++i)
            people.push_back({texts[std::size_t(i)], texts[std::size_t(i + keys.size())]});
        const std::vector<std::uint8_t> content = packed(people);
        StubBlockReader reader(content);
        QStringList readKeys, readLabels;
        for (PackedStub who; reader.next(who);) {
            readKeys << QString::fromUtf8(who.key.data(), qsizetype(who.key.size()));
            readLabels << QString::fromUtf8(who.label.data(), qsizetype(who.label.size()));
        }
        QVERIFY(reader.sound());
        QCOMPARE(readKeys, keys);
        QCOMPARE(readLabels, labels);
        // Cut short anywhere it is found to be damaged, and never read beyond its end.
        for (std::size_t size = 0; size < content.size(); ++size) {
            StubBlockReader cut(std::span<const std::uint8_t>(content).first(size));
            for (PackedStub who; cut.next(who);)
                continue;
            QVERIFY2(!cut.sound(), qPrintable(QString::number(size)));
        }
    }
    void damagedPacksEnd()
    {
        std::mt19937 random(4);
        const std::vector<std::uint8_t> content = packed({{"anna@acme.com", "anna@acme.com"}, {"bo@acme.com", "Bo@acme.com"}, {"0031", "0031"}});
        for (int turn = 0; turn < 20'000; ++turn) {
            std::vector<std::uint8_t> damaged = content;
            for (int byte = 0; byte < 3; ++byte)
                damaged[random() % damaged.size()] = static_cast<std::uint8_t>(random());
            StubBlockReader reader(damaged);
            int people = 0;
            for (PackedStub who; reader.next(who);)
                ++people;
            QVERIFY(people <= int(damaged.size()));
        }
    }

    void rowsAndPacksReadAlike()
    {
        World world;
        QVERIFY(world.make());
        world.agree();
        QCOMPARE(keysOf(*world.contacts().ofAccount(world.fixture.account)),
                 QStringList({QStringLiteral("003x?"), QStringLiteral("li@acme.com?"), QStringLiteral("mo@acme.com")}));
        const auto people = world.contacts().ofAccount(world.fixture.account);
        QCOMPARE(people->at(0).externalId, std::string("003X"));
        QVERIFY(people->at(0).email.empty());
        QCOMPARE(people->at(1).email, std::string("Li@ACME.com"));
        QVERIFY(!*world.contacts().find(world.fixture.account, "nobody@acme.com"));
    }

    void whoBecomesAContactKeepsTheIdAndIsCountedOnce()
    {
        World world;
        QVERIFY(world.make());
        StoredContact known = **world.contacts().find(world.fixture.account, "003x");
        known.emailKey = known.email = "zoe@acme.com";
        known.stub = false;
        QVERIFY(world.contacts().update(known).ok());
        world.agree();
        QCOMPARE(keysOf(*world.contacts().ofAccount(world.fixture.account)),
                 QStringList({QStringLiteral("li@acme.com?"), QStringLiteral("mo@acme.com"), QStringLiteral("zoe@acme.com")}));
        QVERIFY(!*world.contacts().find(world.fixture.account, "003x")); // that key is gone with the change
        known.title = "CFO";
        QVERIFY(world.contacts().update(known).ok()); // from now on as any other row
        world.agree();
        QCOMPARE((*world.contacts().find(world.fixture.account, "zoe@acme.com"))->title, std::string("CFO"));
    }

    void idsAreGivenOnce()
    {
        World world;
        QVERIFY(world.make());
        const std::int64_t newest = *world.contacts().newest();
        QCOMPARE(newest, world.first.value + 2);
        const auto added = world.contacts().insert(person(world.other, "new@beta.com"));
        QCOMPARE(added->value, newest + 1);
        QCOMPARE(*world.contacts().accountsSince(newest), std::vector<AccountId>{world.other});
        // Before the packs: both have people since.
        const std::vector<AccountId> both{std::min(world.fixture.account, world.other), std::max(world.fixture.account, world.other)};
        QCOMPARE(*world.contacts().accountsSince(world.first.value - 1), both);
        world.agree();
    }

    void aDamagedPackIsNamed()
    {
        World world;
        QVERIFY(world.make());
        QVERIFY(world.database().run("UPDATE stub_page SET content = substr(content, 1, length(content) - 1)").ok());
        QCOMPARE(world.contacts().all().error().kind, ErrorKind::damaged);
        QCOMPARE(world.contacts().ofAccount(world.other).error().kind, ErrorKind::damaged);
        QVERIFY(!checkIntegrity(world.database())->findings.empty());
    }
};

QTEST_GUILESS_MAIN(TestContactStore)
#include "tst_contact_store.moc"
