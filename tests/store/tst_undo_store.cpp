// Undo gives back exactly what was there, redo what was undone, and neither overwrites what others did since.
#include "support/store_fixture.h"

#include "store/document_store.h"
#include "store/integrity.h"
#include "store/tiering_store.h"
#include "store/undo_store.h"

#include <QTest>

using namespace dimsum;
using dimsum::test::StoreFixture;

namespace {

template <class Work>
void record(Database &database, const char *action, Work work)
{
    auto transaction = Transaction::begin(database);
    QVERIFY(transaction.ok());
    auto recorder = UndoRecorder::begin(database);
    QVERIFY(recorder.ok());
    work();
    QVERIFY(recorder->finish({{}, action, "x", 1, "Ana", {}}).ok());
    QVERIFY(transaction->commit().ok());
}

const UndoAuthor ana{.by = "Ana", .instant = 2, .day = dayOf(2025, 7, 2)};

TierChange change(AccountId account, int from, int to)
{
    return {account, 1, "Ana", dayOf(2025, 7, 1), 1, from, to, "just-right", "fit 80 >= 70"};
}

} // namespace

class TestUndoStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void restoresTheContent()
    {
        StoreFixture fixture;
        QVERIFY(fixture.create());
        Database &database = *fixture.database;
        UndoStore undo(database);
        std::vector<std::string> hashes{*contentHash(database)};
        record(database, "icp", [&] { QVERIFY(DocumentStore(database).append(DocumentKind::icp, "{}", "Ana", 1).ok()); });
        hashes.push_back(*contentHash(database));
        record(database, "apply", [&] { QVERIFY(TieringStore(database).apply(std::vector{change(fixture.account, 0, 1)}).ok()); });
        hashes.push_back(*contentHash(database));
        record(database, "pin", [&] {
            QVERIFY(TieringStore(database).setPin({fixture.account, 2, dayOf(2025, 9, 1), "why", "Ana", 1}).ok());
        });
        hashes.push_back(*contentHash(database));
        record(database, "menu", [&] { QVERIFY(OrderStore(database).setMenu(fixture.program, StoreFixture::menu(5'000, 3)).ok()); });
        hashes.push_back(*contentHash(database));
        record(database, "nothing", [] {});
        QCOMPARE((*undo.nextUndo())->action, std::string("menu"));

        for (std::size_t i = 0; i + 1 < hashes.size(); ++i)
            QVERIFY(hashes[i] != hashes[i + 1]);
        for (std::size_t i = hashes.size() - 1; i-- > 0;) {
            QVERIFY(undo.undo(ana).ok());
            QCOMPARE(*contentHash(database), hashes[i]);
        }
        QCOMPARE(undo.undo(ana).error().kind, ErrorKind::notFound);
        for (std::size_t i = 1; i < hashes.size(); ++i) {
            QVERIFY(undo.redo(ana).ok());
            QCOMPARE(*contentHash(database), hashes[i]);
        }
        QCOMPARE(undo.redo(ana).error().kind, ErrorKind::notFound);
        // A new change ends what could be redone.
        QVERIFY(undo.undo(ana).ok());
        record(database, "unpin", [&] { QVERIFY(*TieringStore(database).removePin(fixture.account)); });
        QVERIFY(!(*undo.nextRedo()));
    }

    void refusesWhereTheRowChangedSince()
    {
        StoreFixture fixture;
        QVERIFY(fixture.create());
        Database &database = *fixture.database;
        record(database, "pin", [&] {
            QVERIFY(TieringStore(database).setPin({fixture.account, 2, dayOf(2025, 9, 1), "why", "Ana", 1}).ok());
        });
        auto other = Database::open(fixture.path);
        QVERIFY(other.ok());
        QVERIFY(TieringStore(**other).setPin({fixture.account, 3, dayOf(2025, 9, 1), "because", "Bo", 2}).ok());
        const std::string before = *contentHash(database);
        QCOMPARE(UndoStore(database).undo(ana).error().kind, ErrorKind::conflict);
        QCOMPARE(*contentHash(database), before);
        QVERIFY(!database.inTransaction());
    }

    void leavesLedgersOfOrdersAlone()
    {
        StoreFixture fixture;
        QVERIFY(fixture.create());
        Database &database = *fixture.database;
        record(database, "menu", [&] { QVERIFY(OrderStore(database).setMenu(fixture.program, StoreFixture::menu(20'000)).ok()); });
        QVERIFY(OrderStore(database).place(fixture.slip(3'000))->placed);
        QVERIFY(UndoStore(database).undo(ana).ok()); // the limit goes back, the order stays
        QCOMPARE(OrderStore(database).envelopes(fixture.program)->front().usage.reserved.minor, 3'000);
        QVERIFY(UndoStore(database).redo(ana).ok());
        QVERIFY(OrderStore(database).place(fixture.slip(12'000))->placed);
        QVERIFY(!UndoStore(database).undo(ana).ok()); // the old limit does not hold what was ordered since
        QVERIFY(checkIntegrity(database)->findings.empty());
    }

    void ordersArePutBackOnlyWhereTheyStillStand()
    {
        StoreFixture fixture;
        QVERIFY(fixture.create());
        Database &database = *fixture.database;
        OrderStore store(database);
        UndoStore undo(database);
        const StoredOrder placed = store.place(fixture.slip(6'000))->orders.front();
        const auto cancelFirst = [&] {
            const auto cancelled = store.move({.order = placed.id, .to = OrderState::cancelled, .instant = 1, .day = dayOf(2025, 7, 1), .by = "Ana"});
            QVERIFY(cancelled.ok());
            const std::vector images{OrderStore::image(placed, *cancelled)};
            QVERIFY(undo.rememberOrders({.id = {}, .action = "move_order", .argument = "1", .instant = 1, .by = "Ana", .import = {}}, images).ok());
        };
        cancelFirst();
        const StoredOrder other = store.place(fixture.slip(6'000))->orders.front(); // takes the money meanwhile
        const std::string before = *contentHash(database);
        QCOMPARE(undo.undo(ana).error().kind, ErrorKind::refused);
        QCOMPARE(*contentHash(database), before);

        QVERIFY(store.move({.order = other.id, .to = OrderState::cancelled, .instant = 2, .day = dayOf(2025, 7, 1), .by = "Bo"}).ok());
        QVERIFY(undo.undo(ana).ok());
        QCOMPARE((*store.order(placed.id))->standing.state, placed.standing.state);
        QCOMPARE(store.events(placed.id)->back().by, std::string("Ana"));
        QCOMPARE(store.envelopes(fixture.program)->front().usage.reserved.minor, 6'000);

        // Somebody else moves it on: doing the cancelling again would undo their move.
        QVERIFY(store.move({.order = placed.id, .to = OrderState::waitingOnRep, .instant = 3, .day = dayOf(2025, 7, 2), .by = "Bo"}).ok());
        const Error stopped = undo.redo(ana).error();
        QCOMPARE(stopped.kind, ErrorKind::conflict);
        QCOMPARE(stopped.arguments.front(), std::string("1"));
        QVERIFY(checkIntegrity(database)->findings.empty());
    }

    void bumpsTheRevision()
    {
        StoreFixture fixture;
        QVERIFY(fixture.create());
        Database &database = *fixture.database;
        record(database, "name", [&] { QVERIFY(SettingStore(database).setValue("name", "Plan").ok()); });
        const std::int64_t before = *SettingStore(database).inputRevision();
        QVERIFY(UndoStore(database).undo(ana).ok());
        QVERIFY(*SettingStore(database).inputRevision() > before);
    }
};

QTEST_GUILESS_MAIN(TestUndoStore)
#include "tst_undo_store.moc"
