// Menu, slips and orders through the service (domain.md section 7).
#include "domain/menu.h"
#include "service/exporting_service.h"
#include "service/ordering_service.h"
#include "service/snapshot.h"
#include "service/tiering_service.h"
#include "service/undo_service.h"
#include "support/given_play.h"
#include "support/small_world.h"

#include <QTest>

using namespace dimsum;
using dimsum::test::givenPlay;

namespace {

constexpr char slipUuid[] = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";

} // namespace

class TestOrderingService : public QObject
{
    Q_OBJECT

private:
    // acme.com is in Tier 1. The envelope of the tier holds 100.00; "mail" costs 40.00 and asks for an address, "slot"
    // costs 70.00 and needs approval, "ads" is for Tier 2.
    static bool prepare(SmallWorld &world)
    {
        if (!world.fill() || !SmallWorld::fine(retier(*world.workspace, {.apply = true, .by = "Ana"})))
            return false;
        Menu menu;
        menu.program = {.name = "2025 H1", .start = dayOf(2025, 6, 1), .end = dayOf(2025, 12, 31)};
        menu.envelopes = {{"tier-1", {.kind = EnvelopeScope::Kind::tier, .tier = 1, .name = {}}, Money{10000}}};
        menu.plays = {givenPlay("mail", 4000), givenPlay("slot", 7000, Approval::Rule::always), givenPlay("ads", 100)};
        menu.plays[2].tiers = {2};
        menu.plays[0].inputs = {"address"};
        menu.plays[0].capacity = 5;
        menu.plays[0].perAccount = 2;
        return SmallWorld::fine(setMenu(*world.workspace, menu, "Ana"));
    }

    static OrderRequest slip(std::initializer_list<const char *> plays)
    {
        OrderRequest request;
        request.account = "acme.com";
        request.by = "Ben";
        for (const char *code : plays)
            request.lines.push_back({code});
        return request;
    }

    static Money reserved(SmallWorld &world) { return menuState(*world.workspace)->envelopes.at("tier-1").reserved; }
    static Money committed(SmallWorld &world) { return menuState(*world.workspace)->envelopes.at("tier-1").committed; }

private Q_SLOTS:
    void aSlipBecomesOrders()
    {
        SmallWorld world;
        QVERIFY(prepare(world));
        OrderRequest request = slip({"mail"});
        request.id = slipUuid;
        request.inputs = {{"address", "1 Main Street"}};
        const auto answer = placeSlip(*world.workspace, request);
        QVERIFY(SmallWorld::fine(answer));
        QVERIFY(answer->placed);
        QCOMPARE(answer->orders.size(), std::size_t{1});
        QCOMPARE(answer->orders[0].id, std::string(slipUuid));
        QCOMPARE(answer->orders[0].state, OrderState::approved);
        QCOMPARE(answer->orders[0].price, Money{4000});
        QCOMPARE(answer->orders[0].due, dayOf(2025, 7, 3)); // Monday + 3 business days
        QCOMPARE(committed(world), Money{4000});

        const auto rows = orders(*world.workspace);
        QVERIFY(SmallWorld::fine(rows));
        QCOMPARE(rows->size(), std::size_t{1});
        QCOMPARE(rows->front().inputs.at("address"), std::string("1 Main Street"));
        QVERIFY(!rows->front().overdue);

        // The same slip again is the same order.
        const auto again = placeSlip(*world.workspace, request);
        QVERIFY(SmallWorld::fine(again));
        QVERIFY(again->placed);
        QCOMPARE(again->orders[0].id, std::string(slipUuid));
        QCOMPARE(orders(*world.workspace)->size(), std::size_t{1});
        QCOMPARE(committed(world), Money{4000});

        world.moveTo(dayOf(2025, 7, 4));
        QVERIFY(orders(*world.workspace)->front().overdue);
    }

    void aSlipIsPlacedWholeOrNotAtAll()
    {
        SmallWorld world;
        QVERIFY(prepare(world));
        const std::string before = world.contentHash();
        const auto answer = placeSlip(*world.workspace, slip({"mail", "slot"})); // 110.00 of 100.00
        QVERIFY(SmallWorld::fine(answer));
        QVERIFY(!answer->placed);
        QCOMPARE(answer->play, std::string("slot"));
        QCOMPARE(answer->reason, std::string("envelope empty"));
        QVERIFY(plainText(answer->error).find("60.00 USD") != std::string::npos);
        QCOMPARE(world.contentHash(), before);

        OrderRequest override = slip({"mail", "slot"});
        override.overrideReason = "board wants it";
        const auto forced = placeSlip(*world.workspace, override);
        QVERIFY(SmallWorld::fine(forced));
        QVERIFY(forced->placed);
        QCOMPARE(reserved(world), Money{7000});
        QCOMPARE(committed(world), Money{4000});
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("account");
        QTest::addColumn<QByteArray>("play");
        QTest::addColumn<QByteArray>("reason");
        QTest::newRow("no such play") << QByteArray("acme.com") << QByteArray("soup") << QByteArray("unknown play");
        QTest::newRow("other tier") << QByteArray("acme.com") << QByteArray("ads") << QByteArray("wrong tier");
        QTest::newRow("no tier") << QByteArray("beta.com") << QByteArray("mail") << QByteArray("no tier");
    }

    void refusals()
    {
        QFETCH(QByteArray, account);
        QFETCH(QByteArray, play);
        QFETCH(QByteArray, reason);
        SmallWorld world;
        QVERIFY(prepare(world));
        const std::string before = world.contentHash();
        OrderRequest request = slip({});
        request.account = account.toStdString();
        request.lines.push_back({play.toStdString()});
        request.overrideReason = "an override lifts limits only";
        const auto answer = placeSlip(*world.workspace, request);
        QVERIFY(SmallWorld::fine(answer));
        QVERIFY(!answer->placed);
        QCOMPARE(answer->reason, reason.toStdString());
        QVERIFY(!plainText(answer->error).empty());
        QCOMPARE(world.contentHash(), before);
    }

    void wrongCalls()
    {
        SmallWorld world;
        QVERIFY(prepare(world));
        const std::string before = world.contentHash();
        OrderRequest request = slip({"mail"});
        request.by.clear();
        QCOMPARE(placeSlip(*world.workspace, request).error().kind, ErrorKind::usage);
        QCOMPARE(placeSlip(*world.workspace, slip({})).error().kind, ErrorKind::invalid);
        request = slip({"mail"});
        request.id = "not-a-uuid";
        QCOMPARE(placeSlip(*world.workspace, request).error().field, std::string("id"));
        request = slip({"mail"});
        request.account = "nobody.com";
        QCOMPARE(placeSlip(*world.workspace, request).error().kind, ErrorKind::notFound);
        request = slip({"mail"});
        request.inputs = {{"shoe size", "44"}};
        QCOMPARE(placeSlip(*world.workspace, request).error().field, std::string("input"));
        QCOMPARE(world.contentHash(), before);
    }

    void anOrderLivesAndWaits()
    {
        SmallWorld world;
        QVERIFY(prepare(world));
        const auto placed = placeSlip(*world.workspace, slip({"slot"}));
        QVERIFY(SmallWorld::fine(placed));
        const std::string id = placed->orders[0].id;
        QCOMPARE(placed->orders[0].state, OrderState::requested);
        QVERIFY(!placed->orders[0].due.known());
        QCOMPARE(reserved(world), Money{7000});

        const auto move = [&](OrderState to, std::optional<Money> actual = {}) {
            MoveRequest request;
            request.order = id;
            request.actual = actual;
            request.to = to;
            request.by = "Cy";
            return moveOrder(*world.workspace, request);
        };
        QVERIFY(!move(OrderState::delivered).ok());
        QVERIFY(!move(OrderState::rejected).ok()); // needs a reason
        world.moveTo(dayOf(2025, 7, 1));
        const auto approved = move(OrderState::approved);
        QVERIFY(SmallWorld::fine(approved));
        QCOMPARE(approved->due, dayOf(2025, 7, 4));
        QCOMPARE(committed(world), Money{7000});

        QVERIFY(SmallWorld::fine(move(OrderState::waitingOnRep)));
        world.moveTo(dayOf(2025, 7, 8)); // Tuesday: five business days later
        QCOMPARE(orders(*world.workspace)->front().due, dayOf(2025, 7, 11));
        QVERIFY(!orders(*world.workspace)->front().overdue);
        const auto back = move(OrderState::approved);
        QVERIFY(SmallWorld::fine(back));
        QCOMPARE(back->due, dayOf(2025, 7, 11));
        QVERIFY(SmallWorld::fine(move(OrderState::inProduction)));

        QVERIFY(!move(OrderState::delivered, Money{20000}).ok()); // no room
        const auto delivered = move(OrderState::delivered, Money{6500});
        QVERIFY(SmallWorld::fine(delivered));
        QCOMPARE(delivered->actual, Money{6500});
        QCOMPARE(menuState(*world.workspace)->envelopes.at("tier-1").actual, Money{6500});

        const auto trail = auditTrail(*world.workspace, id);
        QVERIFY(SmallWorld::fine(trail));
        QCOMPARE(trail->size(), std::size_t{6});
        QVERIFY(!trail->front().from);
        QCOMPARE(trail->back().to, OrderState::delivered);
        QCOMPARE(trail->back().by, std::string("Cy"));
    }

    void aMoveIsTakenBackAndDoneAgain()
    {
        SmallWorld world;
        QVERIFY(prepare(world));
        Workspace &workspace = *world.workspace;
        const std::string id = placeSlip(workspace, slip({"slot"}))->orders[0].id;
        const auto now = [&] { return orders(workspace)->front(); };
        const auto actual = [&] { return menuState(workspace)->envelopes.at("tier-1").actual; };
        QVERIFY(SmallWorld::fine(moveOrder(workspace, {.order = id, .to = OrderState::approved, .by = "Cy"})));
        QVERIFY(SmallWorld::fine(moveOrder(workspace, {.order = id, .to = OrderState::inProduction, .by = "Cy"})));
        QVERIFY(SmallWorld::fine(
            moveOrder(workspace, {.order = id, .to = OrderState::delivered, .by = "Cy", .actual = Money{6500}})));
        const Day due = now().due;

        const auto step = undo(workspace, "Dee");
        QVERIFY(SmallWorld::fine(step));
        QCOMPARE(step->action, std::string("move_order"));
        QCOMPARE(step->argument, std::string("1"));
        QCOMPARE(now().standing.state, OrderState::inProduction);
        QVERIFY(!now().actual.known());
        QVERIFY(!now().deliveredAt);
        QCOMPARE(committed(world), Money{7000});
        QCOMPARE(actual(), Money{0});

        QVERIFY(SmallWorld::fine(undo(workspace, "Dee")));
        QVERIFY(SmallWorld::fine(undo(workspace, "Dee")));
        QCOMPARE(now().standing.state, OrderState::requested);
        QVERIFY(!now().due.known());
        QVERIFY(!now().approvedAt);
        QCOMPARE(reserved(world), Money{7000});
        QCOMPARE(committed(world), Money{0});

        for (int i = 0; i < 3; ++i)
            QVERIFY(SmallWorld::fine(redo(workspace, "Dee")));
        QCOMPARE(now().standing.state, OrderState::delivered);
        QCOMPARE(now().actual, Money{6500});
        QCOMPARE(now().due, due);
        QCOMPARE(actual(), Money{6500});

        // The trail keeps everything: placed, three moves, three back, three again.
        const auto trail = auditTrail(workspace, id);
        QCOMPARE(trail->size(), std::size_t{10});
        QCOMPARE(trail->at(4).from, std::optional(OrderState::delivered));
        QCOMPARE(trail->at(4).to, OrderState::inProduction);
        QCOMPARE(trail->at(4).by, std::string("Dee"));
        QCOMPARE(trail->at(4).correction, Correction::undo);
        QCOMPARE(trail->at(9).correction, Correction::redo);
        QVERIFY(world.sound());
    }

    void aPlacedSlipIsTakenBackIntoItsDraft()
    {
        SmallWorld world;
        QVERIFY(prepare(world));
        Workspace &workspace = *world.workspace;
        const AccountId acme = world.ids["acme.com"];
        OrderRequest request = slip({"mail"});
        request.note = "hi";
        request.inputs = {{"address", "x"}};
        QVERIFY(placeSlip(workspace, request)->placed);
        QCOMPARE(undoState(workspace)->undo.action, std::string("place_slip"));
        QCOMPARE(undoState(workspace)->undo.argument, std::string("acme.com"));

        QVERIFY(SmallWorld::fine(undo(workspace, "Ben")));
        QCOMPARE(orders(workspace)->front().standing.state, OrderState::cancelled);
        QCOMPARE(committed(world), Money{0});
        const auto card = menuCard(workspace, acme);
        QCOMPARE(card->draft.lines.size(), std::size_t{1});
        QCOMPARE(card->draft.lines[0].inputs.at("address"), std::string("x"));
        QCOMPARE(card->draft.note, std::string("hi"));

        QCOMPARE(redo(workspace, "").error().kind, ErrorKind::usage);
        QVERIFY(SmallWorld::fine(redo(workspace, "Ben")));
        QCOMPARE(orders(workspace)->front().standing.state, OrderState::approved);
        QCOMPARE(committed(world), Money{4000});
        QVERIFY(menuCard(workspace, acme)->draft.lines.empty());
        QVERIFY(world.sound());

        // What was sent twice is one step.
        OrderRequest twice = slip({"mail"});
        twice.id = slipUuid;
        QVERIFY(placeSlip(workspace, twice)->placed);
        QVERIFY(placeSlip(workspace, twice)->placed);
        QVERIFY(SmallWorld::fine(undo(workspace, "Ben")));
        QVERIFY(SmallWorld::fine(undo(workspace, "Ben")));
        QCOMPARE(orders(workspace, {.state = OrderState::cancelled})->size(), std::size_t{2});
    }

    void severalOrdersMoveTogetherOrNotAtAll()
    {
        SmallWorld world;
        QVERIFY(prepare(world));
        Workspace &workspace = *world.workspace;
        const auto placed = placeSlip(workspace, slip({"mail", "mail"}));
        QVERIFY(placed->placed);
        std::vector<MoveRequest> moves;
        for (const PlacedOrder &order : placed->orders)
            moves.push_back({.order = order.id, .to = OrderState::inProduction, .by = "Cy"});
        auto wrong = moves;
        wrong.push_back({.order = "999", .to = OrderState::inProduction, .by = "Cy"});
        const std::string before = world.contentHash();
        QCOMPARE(moveOrders(workspace, wrong).error().kind, ErrorKind::notFound);
        QCOMPARE(world.contentHash(), before);
        QCOMPARE(moveOrders(workspace, moves)->size(), std::size_t{2});
        QCOMPARE(undoState(workspace)->undo.argument, std::string("2"));
        QVERIFY(SmallWorld::fine(undo(workspace, "Cy")));
        QCOMPARE(orders(workspace, {.state = OrderState::approved})->size(), std::size_t{2});
    }

    void theSamePlaysForManyAccounts()
    {
        SmallWorld world;
        QVERIFY(prepare(world));
        QVERIFY(world.person("acme.com", "no@acme.com", "champion", true));
        Workspace &workspace = *world.workspace;
        for (const char *account : {"beta.com", "delta.com"})
            QVERIFY(SmallWorld::fine(pinTier(workspace, {account, Tier::one, dayOf(2025, 12, 31), "for the test", "Ana"})));
        auto state = menuState(workspace);
        state->menu.plays[0].inputs = {"address", "contact"};
        QVERIFY(SmallWorld::fine(setMenu(workspace, state->menu, "Ana")));
        // 100.00 hold two letters at 40.00: the third account has no room, the fourth is in Tier 3.
        const BulkRequest request{.accounts = {world.ids.at("acme.com"), world.ids.at("beta.com"), world.ids.at("delta.com"), world.ids.at("gamma.com")},
                                  .plays = {"mail"}, .inputs = {{"address", "1 High Street"}}, .by = "Ben", .note = {}, .campaign = {}, .id = slipUuid};
        const auto asked = orderForMany(workspace, request, false);
        QVERIFY(SmallWorld::fine(asked));
        QCOMPARE(asked->fits.size(), std::size_t{2});
        QCOMPARE(asked->total.minor, 8000);
        QCOMPARE(asked->misfits.size(), std::size_t{2});
        QCOMPARE(asked->misfits[0].hindrance->reason, SlipReason::envelopeEmpty);
        QCOMPARE(asked->misfits[1].hindrance->reason, SlipReason::wrongTier);
        QVERIFY(!asked->placed && orders(workspace)->empty());
        QCOMPARE(committed(world).minor, 0);
        // Somebody of the account, but nobody who opted out; none where the account has nobody.
        QCOMPARE(asked->fits[0].inputs.at("contact"), std::string("ann@acme.com"));
        QVERIFY(!asked->fits[1].inputs.contains("contact"));
        const auto placed = orderForMany(workspace, request, true);
        QVERIFY(SmallWorld::fine(placed));
        QVERIFY(placed->placed);
        QCOMPARE(placed->orders.size(), std::size_t{2});
        QCOMPARE(orders(workspace)->size(), std::size_t{2});
        QCOMPARE(committed(world).minor, 8000);
        // One step back takes all of them back.
        QVERIFY(SmallWorld::fine(undo(workspace, "Ben")));
        QCOMPARE(committed(world).minor, 0);
        const auto after = orders(workspace);
        for (const OrderRow &order : *after)
            QCOMPARE(order.standing.state, OrderState::cancelled);
    }

    void anAlternativeMustBeOrderable()
    {
        SmallWorld world;
        QVERIFY(prepare(world));
        Workspace &workspace = *world.workspace;
        auto state = menuState(workspace);
        state->menu.plays[1].cheaper = {"mail", "ads"};
        QVERIFY(SmallWorld::fine(setMenu(workspace, state->menu, "Ana")));
        const auto placed = placeSlip(workspace, slip({"slot"}));
        QVERIFY(placed.ok() && placed->placed);
        const auto reject = [&](const char *reason) { return moveOrder(workspace, {.order = placed->orders[0].id, .to = OrderState::rejected, .by = "Ana", .reason = reason}); };
        const auto wrongTier = reject("budget: too dear; instead: ads"); // for Tier 2 only
        QVERIFY(!wrongTier.ok());
        QCOMPARE(wrongTier.error().kind, ErrorKind::invalid);
        QVERIFY(!reject("budget; instead: slot").ok());
        const auto rejected = reject("budget: too dear; instead: mail");
        QVERIFY(SmallWorld::fine(rejected));
        QCOMPARE(rejected->reason, std::string("budget: too dear; instead: mail"));
    }

    void anOrderRemembersItsTier()
    {
        SmallWorld world;
        QVERIFY(prepare(world));
        QVERIFY(SmallWorld::fine(placeSlip(*world.workspace, slip({"mail"}))));
        QVERIFY(SmallWorld::fine(pinTier(*world.workspace, {.account = "acme.com",
                                                            .tier = Tier::two,
                                                            .until = dayOf(2025, 12, 31),
                                                            .reason = "r",
                                                            .by = "Ana"})));
        const auto rows = orders(*world.workspace);
        QVERIFY(SmallWorld::fine(rows));
        QCOMPARE(rows->front().tier, 1);
        QCOMPARE(rows->front().tierNow, 2);
        QVERIFY(rows->front().tierChanged());
        QCOMPARE(orders(*world.workspace, {.tier = 2})->size(), std::size_t{0});
        QCOMPARE(orders(*world.workspace, {.state = OrderState::approved})->size(), std::size_t{1});
    }

    void draftsKeepThemselves()
    {
        SmallWorld world;
        QVERIFY(prepare(world));
        const AccountId acme = world.ids["acme.com"];
        const auto card = saveDraft(*world.workspace, acme, {.lines = {{"slot"}, {"mail", {{"address", "x"}}}}, .note = "hi"});
        QVERIFY(SmallWorld::fine(card));
        QCOMPARE(card->check.total, Money{11000});
        QVERIFY(!card->check.placeable);
        QCOMPARE(card->check.plays.size(), std::size_t{2});
        QCOMPARE(card->contactRoles, (std::vector<std::string>{"champion"}));
        QVERIFY(!card->emptyRoles.empty());

        const auto kept = menuCard(*world.workspace, acme);
        QVERIFY(SmallWorld::fine(kept));
        QCOMPARE(kept->draft.note, std::string("hi"));
        QCOMPARE(kept->draft.lines.back().inputs.at("address"), std::string("x"));
        QCOMPARE(drafts(*world.workspace)->front().plays, 2);

        QVERIFY(placeSlip(*world.workspace, slip({"mail"}))->placed);
        QVERIFY(menuCard(*world.workspace, acme)->draft.lines.empty());
    }

    void menusCannotGoBelowWhatIsUsed()
    {
        SmallWorld world;
        QVERIFY(prepare(world));
        QVERIFY(placeSlip(*world.workspace, slip({"mail"}))->placed);
        const std::string before = world.contentHash();
        const auto state = menuState(*world.workspace);
        QVERIFY(SmallWorld::fine(state));

        Menu lower = state->menu;
        lower.envelopes[0].limit = Money{3999};
        QCOMPARE(setMenu(*world.workspace, lower, "Ana").error().kind, ErrorKind::refused);
        Menu without = state->menu;
        without.plays.erase(without.plays.begin());
        QCOMPARE(setMenu(*world.workspace, without, "Ana").error().kind, ErrorKind::refused);
        QCOMPARE(setMenu(*world.workspace, state->menu, "Ana", state->version - 1).error().kind, ErrorKind::conflict);
        QCOMPARE(world.contentHash(), before);

        Menu draft = state->menu;
        draft.plays[2].status = PlayStatus::draft;
        QVERIFY(SmallWorld::fine(setMenu(*world.workspace, draft, "Ana", state->version)));
        QCOMPARE(*approveMenu(*world.workspace, "Ana"), 1);
        QCOMPARE(*approveMenu(*world.workspace, "Ana"), 0);
        QCOMPARE(menuState(*world.workspace)->version, state->version + 2);
    }

    void holdOutsGetNoMenu()
    {
        SmallWorld world;
        QVERIFY(prepare(world));
        QVERIFY(SmallWorld::fine(setProgram(*world.workspace,
                                            {.name = "2025 H1",
                                             .members = {{"acme.com", Arm::holdout}, {"gamma.com", Arm::program}}},
                                            "Ana")));
        const auto answer = placeSlip(*world.workspace, slip({"mail"}));
        QVERIFY(SmallWorld::fine(answer));
        QCOMPARE(answer->reason, std::string("holdout"));
        QCOMPARE(programSummary(*world.workspace)->holdOuts, 1);
        QCOMPARE(programDocument(*world.workspace)->members.front().account, std::string("acme.com"));

        const std::string before = world.contentHash();
        const auto unknown =
            setProgram(*world.workspace, {.name = "2025 H1", .members = {{"acme.com"}, {"nobody.com"}}}, "Ana");
        QCOMPARE(unknown.error().field, std::string("accounts[1].account"));
        QCOMPARE(setProgram(*world.workspace, {.name = "2025 H1", .members = {{"acme.com"}, {"acme.com"}}}, "Ana")
                     .error()
                     .kind,
                 ErrorKind::invalid);
        QCOMPARE(world.contentHash(), before);

        QVERIFY(!closeProgram(*world.workspace, "Ana").ok());
        QVERIFY(SmallWorld::fine(startProgram(*world.workspace, "Ana")));
        QVERIFY(!startProgram(*world.workspace, "Ana").ok());
        QVERIFY(SmallWorld::fine(closeProgram(*world.workspace, "Ana")));
        OrderRequest late = slip({"mail"});
        QCOMPARE(placeSlip(*world.workspace, late)->reason, std::string("program closed"));
    }

    void thePlanNamesEveryAccountOnce()
    {
        SmallWorld world;
        QVERIFY(prepare(world));
        OrderRequest request = slip({"mail"});
        request.id = slipUuid;
        QVERIFY(placeSlip(*world.workspace, request)->placed);
        const QString path = world.file(QStringLiteral("plan.csv"));
        const auto plan = exportFile(*world.workspace, {.subject = ExportSubject::plan, .file = path});
        QVERIFY(SmallWorld::fine(plan));
        QCOMPARE(plan->rows, 4);
        QCOMPARE(world.read(path),
                 QByteArray("account,account_name,tier,rule,reasons,owner,order_id,play,play_name,channel,state,price,"
                            "currency,due,owner_team\n"
                            "acme.com,Acme,1,just-right,fit 100 >= 70; acv 60000 >= 50000; intent 72 >= 60; engagement 15 "
                            ">= 5,,6f9619ff-8b86-4d01-b42d-00cf4fc964ff,mail,Dish mail,,approved,40.00,USD,2025-07-03,\n"
                            "beta.com,Beta,none,,,,,,,,,,,,\n"
                            "delta.com,Delta,none,,,,,,,,,,,,\n"
                            "gamma.com,Gamma,3,too-small,fit 100 >= 70; acv 10000 < 15000,,,,,,,,,,\n"));
        QVERIFY(SmallWorld::fine(exportFile(*world.workspace, {.subject = ExportSubject::orders, .file = path})));
        QCOMPARE(world.read(path),
                 QByteArray("order_id,account,account_name,tier,play,play_name,state,price,currency,requested_at,"
                            "requested_by,approved_at,due,delivered_at,owner_team,note\n"
                            "6f9619ff-8b86-4d01-b42d-00cf4fc964ff,acme.com,Acme,1,mail,Dish mail,approved,40.00,USD,"
                            "2025-06-30T12:00:00Z,Ben,2025-06-30T12:00:00Z,2025-07-03,,,\n"));
    }
};

QTEST_GUILESS_MAIN(TestOrderingService)
#include "tst_ordering_service.moc"
