// QtTest comes first: moc of Qt 6.4 stumbles over <concepts> where nothing of the library came before it.
#include <QtTest>

#include "domain/order.h"

#include <random>

using namespace dimsum;

namespace
{

using S = OrderState;

// Written out once more from domain.md section 7, as pairs, to compare with the code's switch.
bool specAllows(const OrderStanding &from, S to)
{
    static const std::vector<std::pair<S, S>> pairs{
        {S::requested, S::approved},       {S::requested, S::rejected},     {S::approved, S::inProduction},
        {S::inProduction, S::delivered},   {S::requested, S::cancelled},    {S::approved, S::cancelled},
        {S::inProduction, S::cancelled},   {S::requested, S::waitingOnRep}, {S::approved, S::waitingOnRep},
        {S::inProduction, S::waitingOnRep}};
    if (from.state == S::waitingOnRep)
        return to == S::cancelled || from.waitingFrom == to;
    return std::find(pairs.begin(), pairs.end(), std::pair(from.state, to)) != pairs.end();
}

std::vector<OrderStanding> everyStanding()
{
    std::vector<OrderStanding> standings;
    for (const S state : allOrderStates)
        if (state != S::waitingOnRep)
            standings.push_back({state});
    for (const S state : {S::requested, S::approved, S::inProduction})
        standings.push_back({S::waitingOnRep, state});
    return standings;
}

} // namespace

class TestOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreReadBack();
    void hasNoOtherTransition();
    void neverLeavesTheMachine();
    void waitingKeepsItsBucket();
    void saysWhatCanBeDone();
    void countsPlacesAndOpenOrders();
    void isOverdueAfterTheDueDayOnly();
    void startsWhereApprovalSays();
};

void TestOrder::namesAreReadBack()
{
    for (const S state : allOrderStates)
        QCOMPARE(parseOrderState(orderStateName(state)), std::optional(state));
    QCOMPARE(parseOrderState("in-production"), std::optional(S::inProduction));
    QCOMPARE(parseOrderState("In_Production"), std::optional(S::inProduction));
    QCOMPARE(parseOrderState("WAITING_on-rep"), std::optional(S::waitingOnRep));
    QVERIFY(!parseOrderState(""));
    QVERIFY(!parseOrderState("done"));
    QVERIFY(!parseOrderState("approved "));
}

void TestOrder::hasNoOtherTransition()
{
    int allowed = 0;
    for (const OrderStanding &from : everyStanding()) {
        for (const S to : allOrderStates) {
            const Result<OrderStanding> result = moved(from, to);
            QCOMPARE(result.ok(), specAllows(from, to));
            const std::vector<S> next = nextStates(from);
            QCOMPARE(std::find(next.begin(), next.end(), to) != next.end(), result.ok());
            allowed += result.ok() ? 1 : 0;
        }
    }
    QCOMPARE(allowed, 10 + 3 * 2); // ten from the three live states, back or cancelled from each wait
}

void TestOrder::neverLeavesTheMachine()
{
    std::mt19937 random(20250701);
    for (int walk = 0; walk < 2'000; ++walk) {
        OrderStanding standing;
        for (int step = 0; step < 12; ++step) {
            const S to = allOrderStates[random() % allOrderStates.size()];
            const OrderStanding before = standing;
            const Result<OrderStanding> result = moved(standing, to);
            if (!result)
                continue;
            standing = *result;
            QCOMPARE(standing.state, to);
            QCOMPARE(standing.waitingFrom.has_value(), to == S::waitingOnRep);
            if (before.state == S::waitingOnRep && to != S::cancelled)
                QCOMPARE(std::optional(to), before.waitingFrom);
            if (to == S::waitingOnRep)
                QCOMPARE(standing.waitingFrom, std::optional(before.state));
        }
    }
}

void TestOrder::waitingKeepsItsBucket()
{
    QCOMPARE(bucketOf({S::requested}), MoneyBucket::reserved);
    QCOMPARE(bucketOf({S::approved}), MoneyBucket::committed);
    QCOMPARE(bucketOf({S::inProduction}), MoneyBucket::committed);
    QCOMPARE(bucketOf({S::delivered}), MoneyBucket::actual);
    QCOMPARE(bucketOf({S::rejected}), MoneyBucket::none);
    QCOMPARE(bucketOf({S::cancelled}), MoneyBucket::none);
    for (const S state : {S::requested, S::approved, S::inProduction})
        QCOMPARE(bucketOf({S::waitingOnRep, state}), bucketOf({state}));
}

void TestOrder::saysWhatCanBeDone()
{
    const Error final = moved({S::delivered}, S::approved).error();
    QCOMPARE(final.kind, ErrorKind::refused);
    QVERIFY(plainText(final).find("delivered") != std::string::npos);
    const std::string text = plainText(moved({S::waitingOnRep, S::inProduction}, S::delivered).error());
    QVERIFY2(text.find("waiting on rep cannot become delivered") != std::string::npos, text.c_str());
    QVERIFY2(text.find("in production, cancelled") != std::string::npos, text.c_str());
    QVERIFY(needsReason(S::rejected));
    QVERIFY(!needsReason(S::cancelled));
}

void TestOrder::countsPlacesAndOpenOrders()
{
    for (const S state : allOrderStates) {
        const bool freed = state == S::rejected || state == S::cancelled;
        QCOMPARE(takesPlace(state), !freed);
        QCOMPARE(isOpen(state), !freed && state != S::delivered);
    }
}

void TestOrder::isOverdueAfterTheDueDayOnly()
{
    const Day due = dayOf(2025, 7, 14);
    QVERIFY(!isOverdue({S::approved}, due, due));
    QVERIFY(isOverdue({S::approved}, due, due + 1));
    QVERIFY(isOverdue({S::waitingOnRep, S::approved}, due, due + 1));
    QVERIFY(!isOverdue({S::delivered}, due, due + 1));
    QVERIFY(!isOverdue({S::cancelled}, due, due + 1));
    QVERIFY(!isOverdue({S::requested}, unknownDay, due));
}

void TestOrder::startsWhereApprovalSays()
{
    Play play;
    play.costs = {{CostKind::production, Money{50'000}, oneQuantity}};
    QCOMPARE(firstStateOf(play), S::approved);
    play.approval = {Approval::Rule::always, Money{}};
    QCOMPARE(firstStateOf(play), S::requested);
    play.approval = {Approval::Rule::above, Money{50'000}};
    QCOMPARE(firstStateOf(play), S::approved);
    play.approval = {Approval::Rule::above, Money{49'999}};
    QCOMPARE(firstStateOf(play), S::requested);
}

QTEST_GUILESS_MAIN(TestOrder)
#include "tst_order.moc"
