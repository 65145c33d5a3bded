// `dimsum check` finds what another program did to a workspace: each violation alone, planted by hand.
#include "support/store_fixture.h"

#include "store/activity_store.h"
#include "store/contact_store.h"
#include "store/document_store.h"
#include "store/import_store.h"
#include "store/integrity.h"
#include "store/term_store.h"
#include "store/tiering_store.h"

#include <QTest>

#include <sqlite3.h>

using namespace dimsum;
using dimsum::test::StoreFixture;

namespace {

PackedActivity demo(Database &database, ContactId contact)
{
    return {.instant = 1'750'000'000'000, .type = TermStore(database).intern(TermKind::activityType, "demo", "Demo", ImportId{1})->value,
            .contact = contact.value, .id = packedId("a-1")};
}

// A bit of everything that the rules look at.
void fill(StoreFixture &fixture)
{
    QVERIFY(fixture.create());
    Database &database = *fixture.database;
    OrderStore orders(database);
    const auto placed = orders.place(fixture.slip(3'000, 2));
    QVERIFY(placed->placed);
    for (const OrderState to : {OrderState::approved, OrderState::inProduction, OrderState::delivered}) {
        OrderMove move;
        move.order = placed->orders.front().id;
        move.to = to;
        move.instant = 1;
        move.day = dayOf(2025, 7, 3);
        move.by = "Bo";
        QVERIFY(orders.move(move).ok());
    }
    TieringStore tiers(database);
    for (const auto &[from, to] : {std::pair{0, 1}, {1, 2}}) {
        const TierChange change{fixture.account, 1, "Ana", dayOf(2025, 7, 1), 1, from, to, "r", "x"};
        QVERIFY(tiers.apply(std::span(&change, 1)).ok());
    }
    ImportRun run;
    run.kind = "activities";
    const auto import = ImportStore(database).start(run);
    QVERIFY(import.ok());
    TermStore terms(database);
    StoredContact person;
    person.account = fixture.account;
    person.emailKey = person.email = "jo@acme.com";
    const auto contact = ContactStore(database).insert(person, *import);
    std::vector<std::uint8_t> packed;
    const PackedStub li{"li@acme.com", "li@acme.com"};
    packStubs(std::span(&li, 1), packed);
    const auto stub = ContactStore(database).nextId();
    AccountPages people;
    people.add(fixture.account, 1, packed);
    QVERIFY(ContactStore(database).putStubs(*import, *stub, people).ok());
    QVERIFY(ContactStore(database).addRun({*import, *stub, *stub}).ok());
    const PackedActivity activity = demo(database, *contact);
    ActivityStore activities(database);
    QVERIFY(activities.put(fixture.account, *import, std::span(&activity, 1)).ok());
    const ActivityKey key{identityOf(activity.id), fixture.account};
    QVERIFY(activities.addKeys(*import, std::span(&key, 1)).ok());
    AccountStore accounts(database);
    const CustomValue color{*accounts.internCustomField("color", "Color"), *terms.intern(TermKind::customValue, "red", "Red")};
    const auto beta = accounts.insert(StoreFixture::named("beta.com"), {*import, std::span(&color, 1), true});
    const PackedActivity first{.instant = activity.instant, .type = activity.type, .id = packedId("a-2")};
    packActivities(std::span(&first, 1), packed);
    AccountPages pages;
    pages.add(*beta, 1, packed);
    QVERIFY(activities.add(*import, pages).ok());
    const ActivityKey firstKey{identityOf(first.id), *beta};
    QVERIFY(activities.addKeys(*import, std::span(&firstKey, 1)).ok());
    const PackedDomain domain{"beta.com", *beta};
    QVERIFY(accounts.putDomains(*import, std::span(&domain, 1)).ok());
    QVERIFY(ImportStore(database).finish(*import, {1, 1, 0, 0, 0, 0}).ok());
    QVERIFY(terms.intern(TermKind::topic, "erp", "ERP").ok());
}

} // namespace

class TestIntegrity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsNothingWrongInAWholeWorkspace()
    {
        StoreFixture fixture;
        fill(fixture);
        const auto report = checkIntegrity(*fixture.database);
        QVERIFY(report.ok());
        for (const Error &finding : report->findings)
            qWarning("%s", plainText(finding).c_str());
        QVERIFY(report->findings.empty());
        QVERIFY(report->checks >= 50);
    }

    void findsPlanted_data()
    {
        QTest::addColumn<QString>("sql");
        const auto row = [](const char *name, const char *sql) { QTest::newRow(name) << QString::fromUtf8(sql); };
        row("reserved", "UPDATE envelope SET reserved = reserved - 1");
        row("committed", "UPDATE envelope SET committed = 5");
        row("spent", "UPDATE envelope SET actual = actual + 1");
        row("over the limit", "UPDATE envelope SET money_limit = 100");
        row("overdraft for nothing", "UPDATE envelope SET overdraft = 7");
        row("price", "UPDATE task_order SET price = price + 1 WHERE state = 0");
        row("actual", "UPDATE task_order SET actual = 1 WHERE state = 4");
        row("currency of an order", "UPDATE task_order SET currency = 'EUR'");
        row("places", "UPDATE play_usage SET used = 1");
        row("capacity", "UPDATE play_usage SET capacity = 1");
        row("per account", "UPDATE play_usage SET per_account = 1");
        row("overbooked", "UPDATE play_usage SET overbooked = 3");
        row("state without a move", "UPDATE task_order SET state = 5 WHERE state = 0; UPDATE play_usage SET used = 1; UPDATE envelope SET reserved = 0");
        row("waiting from nowhere", "UPDATE task_order SET state = 6 WHERE state = 0");
        row("log edited", "UPDATE order_event SET to_state = 5 WHERE seq = 2");
        row("log line removed", "DELETE FROM order_event WHERE seq = 2");
        row("log removed", "DELETE FROM order_event");
        row("approved never", "UPDATE task_order SET approved_day = NULL WHERE state = 4");
        row("slip without orders", "INSERT INTO slip VALUES ('00000000-0000-0000-0000-000000000000', 1, 1, 'x', '')");
        row("order moved to another account", "INSERT INTO account (id, domain, name, name_key) VALUES (77, 'x.com', 'x', 'x'); UPDATE task_order SET account_id = 77 WHERE state = 0");
        row("order of nobody", "UPDATE task_order SET account_id = 999");
        row("history broken", "UPDATE tier_history SET old_tier = 3 WHERE id = 2");
        row("history shortened", "DELETE FROM tier_history WHERE id = 1");
        row("tier in force", "UPDATE account_tier SET tier = 3");
        row("tier forgotten", "DELETE FROM account_tier");
        row("policy version", "UPDATE tier_history SET policy_version = 9");
        row("impossible tier", "UPDATE account_tier SET tier = 8");
        row("import counts", "UPDATE import_run SET read = 5");
        row("rows of no import", "UPDATE activity_block SET import_id = 99");
        row("activities that cannot be read", "UPDATE activity_block SET content = substr(content, 1, length(content) - 1)");
        row("activities that do not count right", "UPDATE activity_block SET rows = 2");
        row("a page of activities that cannot be read", "UPDATE activity_page SET content = substr(content, 1, length(content) - 1)");
        row("a page of activities that does not count right", "UPDATE activity_page SET rows = 2");
        row("a page of another account", "INSERT INTO account (id, domain, name, name_key) VALUES (79, 'z.com', 'z', 'z'); UPDATE activity_page SET last_account = 79");
        row("pages of no import", "UPDATE activity_page SET import_id = 99");
        row("pages of two imports", "INSERT INTO import_run SELECT id + 1, kind, file, profile, policy, at, by, read, inserted, updated, unchanged, duplicate, "
            "rejected, undone_at, undone_by FROM import_run; UPDATE stub_page SET import_id = import_id + 1; UPDATE stub_run SET import_id = import_id + 1; "
            "INSERT INTO activity_page SELECT account_id, import_id + 1, rows, content FROM activity_block");
        row("activities in a page and beside it", "INSERT INTO activity_block SELECT p.last_account, p.import_id, b.rows, b.content FROM activity_page AS p, activity_block AS b");
        row("activities of nobody in a page", "DELETE FROM account WHERE domain = 'beta.com'; DELETE FROM domain_block");
        row("people that cannot be read", "UPDATE stub_page SET content = x'01'");
        row("people that do not count right", "UPDATE stub_page SET people = 2");
        row("people with ids of nobody's giving", "UPDATE stub_page SET first_id = 700");
        row("a packed person at two accounts", "INSERT INTO account (id, domain, name, name_key) VALUES (78, 'y.com', 'y', 'y'); "
            "INSERT INTO contact (id, account_id, email_key, email) SELECT first_id, 78, 'li@acme.com', 'li@acme.com' FROM stub_page");
        row("custom fields that cannot be read", "UPDATE account SET custom = x'01' WHERE custom IS NOT NULL");
        row("custom field that is gone", "DELETE FROM custom_field");
        row("custom value that is gone", "DELETE FROM term WHERE key = 'red'");
        row("domains that cannot be read", "UPDATE domain_block SET content = x'07'");
        row("a domain for another account", "UPDATE account SET domain = 'gamma.com' WHERE domain = 'beta.com'");
        row("an account that cannot be found", "DELETE FROM domain_block");
        row("domains of no import", "UPDATE domain_block SET import_id = 99");
        row("a domain twice", "INSERT INTO account (domain, name, name_key) VALUES ('beta.com', 'b', 'b')");
        row("people of no import", "UPDATE stub_run SET import_id = 99");
        row("scores that cannot be read", "INSERT INTO score_chunk (number, content) VALUES (7, x'0105')");
        row("an id without a key", "DELETE FROM activity_key");
        row("rows of an import taken back", "UPDATE import_run SET undone_at = 1, undone_by = 'x'");
        row("word that is gone", "DELETE FROM term WHERE kind = 10");
        row("account of nobody", "UPDATE contact SET account_id = 12345");
        row("document gone", "DELETE FROM document WHERE kind = 'policy'");
        row("version gone", "UPDATE document SET version = 4 WHERE kind = 'menu'");
        row("document no JSON", "UPDATE document SET body = '{' WHERE kind = 'menu'");
        row("revision", "DELETE FROM input_revision");
        row("money out of range", "UPDATE account SET acv = 9000000000000000000");
        row("negative ACV", "UPDATE account SET acv = -1");
        row("trigger", "CREATE TRIGGER t AFTER INSERT ON account BEGIN UPDATE envelope SET money_limit = 1; END");
    }
    void findsPlanted()
    {
        QFETCH(QString, sql);
        StoreFixture fixture;
        fill(fixture);
        sqlite3 *handle = nullptr;
        QCOMPARE(sqlite3_open(fixture.path.toUtf8().constData(), &handle), SQLITE_OK);
        char *message = nullptr;
        const QByteArray text = "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; " + sql.toUtf8();
        const int code = sqlite3_exec(handle, text.constData(), nullptr, nullptr, &message);
        QVERIFY2(code == SQLITE_OK, message);
        sqlite3_close(handle);
        const auto report = checkIntegrity(*fixture.database);
        QVERIFY(report.ok());
        QVERIFY2(!report->findings.empty(), "nothing was found");
        for (const Error &finding : report->findings)
            QVERIFY(!QString::fromStdString(plainText(finding)).contains(QLatin1String("%1")));
    }
    // What no statement of SQL can plant, because activities are packed.
    void findsWrongActivities()
    {
        const auto findings = [](auto spoil) {
            StoreFixture fixture;
            fill(fixture);
            Database &database = *fixture.database;
            const auto people = ContactStore(database).ofAccount(fixture.account);
            PackedActivity row = demo(database, people->front().id);
            spoil(database, row);
            const bool put = ActivityStore(database).put(fixture.account, ImportId{1}, std::span(&row, 1)).ok();
            const auto report = checkIntegrity(database);
            return put && report ? report->findings.size() : std::size_t(99);
        };
        QCOMPARE(findings([](Database &, PackedActivity &) {}), std::size_t(0));
        QCOMPARE(findings([](Database &, PackedActivity &row) { row.contact = 55; }), std::size_t(1));
        QCOMPARE(findings([](Database &, PackedActivity &row) { row.instant = 253'402'300'799'000; }), std::size_t(1));
        QCOMPARE(findings([](Database &, PackedActivity &row) { row.id = packedId("a-3"); }), std::size_t(1));
        QCOMPARE(findings([](Database &database, PackedActivity &row) { row.type = TermStore(database).find(TermKind::topic, "erp")->value; }),
                 std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestIntegrity)
#include "tst_integrity.moc"
