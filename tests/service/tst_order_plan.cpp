// What orders mean for teams and envelopes.
#include "service/order_plan.h"
#include "support/given_play.h"

#include <QTest>

using namespace dimsum;
using dimsum::test::givenPlay;

namespace {

constexpr Day today = dayOf(2025, 7, 16); // a Wednesday

Menu menu()
{
    Menu menu;
    menu.program = {.name = "Q3", .start = dayOf(2025, 7, 1), .end = dayOf(2025, 9, 30), .pilotReps = {}, .holidays = {dayOf(2025, 7, 4)}};
    menu.plays = {givenPlay("mail", 4000), givenPlay("page", 10000), givenPlay("ads", 100)};
    menu.plays[0].ownerTeam = "Field";
    menu.plays[0].capacity = 28;
    menu.plays[0].costs = {{.kind = CostKind::hours, .amount = Money{8000}, .quantity = Quantity{5'000}}};
    menu.plays[1].ownerTeam = "Web";
    menu.plays[1].capacity = 14;
    menu.plays[2].ownerTeam = "Web"; // without a limit: then the team has none
    menu.envelopes = {{"tier-1", {.kind = EnvelopeScope::Kind::tier, .tier = 1, .name = {}}, Money{100'000}}};
    return menu;
}

OrderRow order(const char *play, const char *team, OrderState state, Day due, Day approved = unknownDay, Day delivered = unknownDay, std::int64_t price = 10'000,
               std::int64_t actual = -1)
{
    OrderRow row;
    row.id = std::string(play) + std::to_string(due.number) + std::to_string(price);
    row.play = play;
    row.playName = play;
    row.ownerTeam = team;
    row.tier = 1;
    row.standing = {.state = state, .waitingFrom = state == OrderState::waitingOnRep ? std::optional(OrderState::approved) : std::nullopt};
    row.due = due;
    row.price = Money{price};
    if (actual >= 0)
        row.actual = Money{actual};
    if (approved.known())
        row.approvedAt = std::int64_t{approved.number} * millisecondsPerDay;
    if (delivered.known())
        row.deliveredAt = std::int64_t{delivered.number} * millisecondsPerDay;
    return row;
}

Day utcDay(std::int64_t instant)
{
    return Day{static_cast<std::int32_t>(instant / millisecondsPerDay)};
}

} // namespace

class TestOrderPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workByTeamAndWeek()
    {
        const std::vector<OrderRow> orders{order("mail", "Field", OrderState::approved, dayOf(2025, 7, 18)), order("mail", "Field", OrderState::inProduction, dayOf(2025, 7, 14)),
                                           order("mail", "Field", OrderState::waitingOnRep, dayOf(2025, 7, 21)), order("mail", "Field", OrderState::requested, unknownDay),
                                           order("mail", "Field", OrderState::delivered, dayOf(2025, 7, 10)), order("mail", "Field", OrderState::cancelled, dayOf(2025, 7, 18)),
                                           order("page", "Web", OrderState::approved, dayOf(2025, 9, 30))};
        const Workload work = workload(menu(), orders, today);
        QCOMPARE(work.weeks.front(), dayOf(2025, 7, 14)); // the Monday of this week
        QCOMPARE(work.weeks.back(), dayOf(2025, 9, 29));
        QCOMPARE(work.teams.size(), std::size_t{2});
        const TeamLoad &field = work.teams[0];
        QCOMPARE(field.team, std::string("Field"));
        QCOMPARE(field.late.orders, 1);
        QCOMPARE(field.weeks[0].orders, 1);
        QCOMPARE(field.weeks[0].hours, 0.5);
        QCOMPARE(field.weeks[1].orders, 1);
        QCOMPARE(field.undated.orders, 1);
        QCOMPARE(field.taken, 5); // all but the cancelled one
        QCOMPARE(field.capacity, std::optional(28));
        QVERIFY(std::abs(*field.weekly - 2.0) < 1e-9); // 28 places in 14 weeks
        const TeamLoad &web = work.teams[1];
        QVERIFY(!web.capacity && !web.weekly);
        QCOMPARE(web.weeks.back().orders, 1);
    }

    void anEnvelopeIsUsedUp()
    {
        const std::vector<OrderRow> orders{order("mail", "Field", OrderState::approved, dayOf(2025, 7, 30), dayOf(2025, 7, 3), unknownDay, 20'000),
                                           order("mail", "Field", OrderState::delivered, dayOf(2025, 7, 10), dayOf(2025, 7, 3), dayOf(2025, 7, 9), 10'000, 15'000),
                                           order("mail", "Field", OrderState::requested, unknownDay, unknownDay, unknownDay, 7'000),
                                           order("mail", "Field", OrderState::rejected, unknownDay, unknownDay, unknownDay, 9'000)};
        const Menu given = menu();
        const BurnUp burn = burnUp(given, given.envelopes[0], orders, today, utcDay);
        QCOMPARE(burn.days.size(), std::size_t{16});
        const auto at = [&](Day day) { return burn.spent[static_cast<std::size_t>(day - given.program.start)].minor; };
        QCOMPARE(at(dayOf(2025, 7, 2)), 0);
        QCOMPARE(at(dayOf(2025, 7, 3)), 30'000); // two approved
        QCOMPARE(at(dayOf(2025, 7, 8)), 30'000);
        QCOMPARE(at(dayOf(2025, 7, 9)), 35'000); // one of them was dearer
        QCOMPARE(burn.spent.back().minor, 35'000);
        QCOMPARE(burn.requested.minor, 7'000);
        // 11 business days of July so far (the 4th is a holiday), 54 to come.
        QCOMPARE(burn.atEnd.minor, 35'000 + std::llround(35'000.0 / 11 * 54));
        // 65,000 left at 3,181.8 a business day: gone on the 21st of those to come.
        QCOMPARE(burn.emptyOn, Workdays(given.program.holidays).plus(today + 1, 20));
    }

    void beforeThePaceIsKnown()
    {
        const Menu given = menu();
        QVERIFY(burnUp(given, given.envelopes[0], {}, dayOf(2025, 6, 1), utcDay).days.empty());
        const BurnUp early = burnUp(given, given.envelopes[0], {}, dayOf(2025, 7, 3), utcDay);
        QCOMPARE(early.days.size(), std::size_t{3});
        QVERIFY(!early.atEnd.known());
        const BurnUp idle = burnUp(given, given.envelopes[0], {}, today, utcDay);
        QCOMPARE(idle.atEnd.minor, 0);
        QVERIFY(!idle.emptyOn.known());
        QCOMPARE(burnUp(given, given.envelopes[0], {}, dayOf(2026, 1, 1), utcDay).days.back(), given.program.end);
    }

    void whatRunsOut()
    {
        MenuState state;
        state.menu = menu();
        QVERIFY(runningOut(state).empty());
        state.ordered["mail"] = 26;                          // 2 of 28 left
        state.ordered["page"] = 12;                          // 2 of 14: more than a tenth
        state.envelopes["tier-1"].committed = Money{100'500}; // over
        const auto out = runningOut(state);
        QCOMPARE(out.size(), std::size_t{2});
        QVERIFY(out[0].envelope && out[0].envelope->code == "tier-1");
        QCOMPARE(out[0].left, -500);
        QVERIFY(out[1].play && out[1].play->code == "mail");
        QCOMPARE(out[1].left, 2);
    }

    void planAgainstActual()
    {
        const std::vector<OrderRow> orders{order("mail", "Field", OrderState::delivered, today, today, today, 1'000, 1'500), order("mail", "Field", OrderState::delivered, today, today, today, 1'000),
                                           order("mail", "Field", OrderState::approved, today, today, unknownDay, 700), order("page", "Web", OrderState::rejected, unknownDay)};
        const auto plays = moneyByPlay(orders);
        QCOMPARE(plays.size(), std::size_t{2});
        QCOMPARE(plays[0].play, std::string("mail"));
        QCOMPARE(plays[0].planned.minor, 2'000);
        QCOMPARE(plays[0].actual.minor, 2'500); // one cost what was planned
        QCOMPARE(plays[0].openPrice.minor, 700);
        QCOMPARE(plays[1].dropped, 1);
    }
};

QTEST_GUILESS_MAIN(TestOrderPlan)
#include "tst_order_plan.moc"
