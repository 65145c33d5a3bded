// The invariants of domain.md section 7, in the store and under concurrency.
#include "support/store_fixture.h"

#include "store/integrity.h"
#include "store/statement.h"

#include <QElapsedTimer>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

using namespace dimsum;
using dimsum::test::StoreFixture;

namespace {

OrderMove moveTo(const std::string &order, OrderState to, const char *note = "")
{
    OrderMove move;
    move.order = order;
    move.to = to;
    move.instant = 1'750'000'100'000;
    move.day = dayOf(2025, 7, 3);
    move.by = "Bo";
    move.note = note;
    return move;
}

void verifyWhole(Database &database)
{
    const auto report = checkIntegrity(database);
    QVERIFY(report.ok());
    for (const Error &finding : report->findings)
        qWarning("%s", plainText(finding).c_str());
    QVERIFY(report->findings.empty());
}

} // namespace

class TestOrderStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesWholeOrNotAtAll()
    {
        StoreFixture fixture;
        QVERIFY(fixture.create());
        OrderStore orders(*fixture.database);
        const auto four = orders.place(fixture.slip(3'000, 4)); // 120.00 of 100.00
        QVERIFY(four.ok());
        QVERIFY(!four->placed);
        QCOMPARE(four->hindrance.reason, SlipReason::envelopeEmpty);
        QCOMPARE(four->hindrance.envelope, std::string("tier-1"));
        QVERIFY(orders.orders()->empty());
        QCOMPARE(orders.envelopes(fixture.program)->front().usage.total().minor, 0);

        const auto three = orders.place(fixture.slip(3'000, 3));
        QVERIFY(three->placed);
        QCOMPARE(three->orders.size(), std::size_t{3});
        QCOMPARE(orders.envelopes(fixture.program)->front().usage.reserved.minor, 9'000);
        verifyWhole(*fixture.database);
    }

    void placesTheSameSlipOnce()
    {
        StoreFixture fixture;
        QVERIFY(fixture.create());
        OrderStore orders(*fixture.database);
        const SlipRequest slip = fixture.slip();
        for (int i = 0; i < 50; ++i) {
            const auto placed = orders.place(slip);
            QVERIFY(placed.ok() && placed->placed);
            QCOMPARE(placed->repeated, i > 0);
            QCOMPARE(placed->orders.front().id, slip.lines.front().id);
        }
        QCOMPARE(orders.orders()->size(), std::size_t{1});
        SlipRequest other = slip;
        other.lines.push_back(StoreFixture::line(1));
        QCOMPARE(orders.place(other).error().kind, ErrorKind::conflict);
    }

    // A number names the order that has it, and no other whose id begins with the same digits.
    void aMistypedNumberNamesNobody()
    {
        StoreFixture fixture;
        QVERIFY(fixture.create());
        OrderStore orders(*fixture.database);
        SlipRequest slip = fixture.slip();
        slip.lines.front().id = "12345678-0000-4000-8000-000000000000";
        QVERIFY(orders.place(slip)->placed);
        const auto nobody = orders.named("123");
        QVERIFY(!nobody.ok());
        QCOMPARE(nobody.error().kind, ErrorKind::notFound);
        QCOMPARE(orders.named("").error().kind, ErrorKind::notFound);
        for (const char *word : {"1", "12345678", "12345678-", "12345678-0000-4000-8000-000000000000"}) {
            const auto order = orders.named(word);
            QVERIFY2(order.ok(), word);
            QCOMPARE(order->id, slip.lines.front().id);
        }
    }

    void holdsCapacityAndAccountLimits()
    {
        StoreFixture fixture;
        QVERIFY(fixture.create());
        OrderStore orders(*fixture.database);
        QVERIFY(orders.place(fixture.slip(1, 4))->placed);
        QCOMPARE(orders.place(fixture.slip(1))->hindrance.reason, SlipReason::accountLimit);
        const auto beta = AccountStore(*fixture.database).insert(StoreFixture::named("beta.com"));
        SlipRequest forBeta = fixture.slip(1);
        forBeta.account = *beta;
        QVERIFY(orders.place(forBeta)->placed);
        forBeta.id = StoreFixture::uuid();
        forBeta.lines.front().id = StoreFixture::uuid();
        const auto full = orders.place(forBeta);
        QCOMPARE(full->hindrance.reason, SlipReason::soldOut);
        QCOMPARE(full->hindrance.limit, 5);
        // A cancelled order frees its place.
        const std::string first = orders.orders()->front().id;
        QVERIFY(orders.move(moveTo(first, OrderState::cancelled)).ok());
        QVERIFY(orders.place(forBeta)->placed);
        verifyWhole(*fixture.database);
    }

    void movesMoneyFromBucketToBucket()
    {
        StoreFixture fixture;
        QVERIFY(fixture.create());
        OrderStore orders(*fixture.database);
        const std::string id = orders.place(fixture.slip())->orders.front().id;
        const auto usage = [&] { return orders.envelopes(fixture.program)->front().usage; };
        QCOMPARE(usage().reserved.minor, 3'000);
        QCOMPARE(orders.move(moveTo(id, OrderState::delivered)).error().kind, ErrorKind::refused);
        QVERIFY(orders.move(moveTo(id, OrderState::waitingOnRep)).ok());
        QCOMPARE(usage().reserved.minor, 3'000);
        QVERIFY(!orders.move(moveTo(id, OrderState::approved)).ok()); // only back to where it came from
        QVERIFY(orders.move(moveTo(id, OrderState::requested)).ok());
        QVERIFY(orders.move(moveTo(id, OrderState::approved)).ok());
        QCOMPARE(usage().committed.minor, 3'000);
        QVERIFY(orders.move(moveTo(id, OrderState::inProduction)).ok());
        OrderMove dear = moveTo(id, OrderState::delivered, "rush");
        dear.actual = Money{20'000};
        QCOMPARE(orders.move(dear).error().kind, ErrorKind::refused);
        QCOMPARE(usage().committed.minor, 3'000);
        dear.override = true;
        QVERIFY(orders.move(dear).ok());
        QCOMPARE(usage().actual.minor, 20'000);
        QCOMPARE(orders.envelopes(fixture.program)->front().overdraft.minor, 10'000);
        QVERIFY(!orders.move(moveTo(id, OrderState::cancelled)).ok());
        QCOMPARE(orders.events(id)->size(), std::size_t{6});
        verifyWhole(*fixture.database);
    }

    void givesAnOverdraftBack()
    {
        StoreFixture fixture;
        QVERIFY(fixture.create());
        OrderStore orders(*fixture.database);
        SlipRequest big = fixture.slip(15'000);
        big.overrideReason = "board visit";
        const std::string id = orders.place(big)->orders.front().id;
        QVERIFY(!orders.place(fixture.slip(1))->placed);
        QVERIFY(orders.move(moveTo(id, OrderState::rejected, "too dear")).ok());
        QCOMPARE(orders.envelopes(fixture.program)->front().overdraft.minor, 0);
        QVERIFY(!orders.place(fixture.slip(10'001))->placed);
        QVERIFY(orders.place(fixture.slip(10'000))->placed);
        verifyWhole(*fixture.database);
    }

    void refusesMenusThatBreakWhatIsOrdered()
    {
        StoreFixture fixture;
        QVERIFY(fixture.create());
        OrderStore orders(*fixture.database);
        QVERIFY(orders.place(fixture.slip(3'000, 3))->placed);
        QVERIFY(!orders.setMenu(fixture.program, StoreFixture::menu(8'999)).ok());
        QVERIFY(!orders.setMenu(fixture.program, StoreFixture::menu(10'000, 2)).ok());
        Menu empty = StoreFixture::menu();
        empty.plays.clear();
        QVERIFY(!orders.setMenu(fixture.program, empty).ok());
        QVERIFY(orders.setMenu(fixture.program, StoreFixture::menu(9'000, 3)).ok());
        // A new envelope counts the orders that are there.
        Menu more = StoreFixture::menu(9'000, 3);
        more.envelopes.push_back({"mail", {EnvelopeScope::Kind::play, 0, "mail"}, Money{8'000}});
        QVERIFY(!orders.setMenu(fixture.program, more).ok());
        more.envelopes.back().limit = Money{9'000};
        QVERIFY(orders.setMenu(fixture.program, more).ok());
        verifyWhole(*fixture.database);
    }

    // Four processes order as fast as they can; the envelope takes exactly what fits.
    void holdsTheLimitAmongProcesses()
    {
        StoreFixture fixture;
        QVERIFY(fixture.create());
        constexpr std::int64_t limit = 100 * 700 + 350;
        QVERIFY(OrderStore(*fixture.database).setMenu(fixture.program, StoreFixture::menu(limit, 1'000'000, 1'000'000)).ok());
        fixture.database.reset(); // a connection must not cross fork()
        std::vector<pid_t> children;
        for (int worker = 0; worker < 4; ++worker) {
            const pid_t child = fork();
            QVERIFY(child >= 0);
            if (child > 0) {
                children.push_back(child);
                continue;
            }
            auto database = Database::open(fixture.path);
            int failures = database.ok() ? 0 : 100;
            for (int i = 0; i < 60 && failures == 0; ++i) {
                const auto placed = OrderStore(**database).place(fixture.slip(700));
                failures += placed.ok() ? 0 : 1;
            }
            _exit(failures == 0 ? 0 : 1);
        }
        for (const pid_t child : children) {
            int status = 0;
            waitpid(child, &status, 0);
            QVERIFY(WIFEXITED(status));
            QCOMPARE(WEXITSTATUS(status), 0);
        }
        auto database = Database::open(fixture.path);
        QVERIFY(database.ok());
        QCOMPARE(OrderStore(**database).orders()->size(), std::size_t{100});
        QCOMPARE(OrderStore(**database).envelopes(fixture.program)->front().usage.total().minor, 70'000);
        verifyWhole(**database);
    }
};

QTEST_GUILESS_MAIN(TestOrderStore)
#include "tst_order_store.moc"
