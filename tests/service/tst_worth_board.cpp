// What the ROI page, the planner and the hold-out show of the sample workspace: sums that must balance, plans that must
// fit, draws that must repeat.
#include "service/demo_service.h"
#include "service/holdout_service.h"
#include "service/quarter_planner.h"
#include "service/undo_service.h"
#include "service/worth_board.h"
#include "support/small_world.h"

#include <QTest>

#include <set>

using namespace dimsum;

class TestWorthBoard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const QString file = m_folder->filePath(QStringLiteral("demo.dimsum"));
        QVERIFY(SmallWorld::fine(makeDemo({.file = file, .asOf = asOf})));
        auto opened = Workspace::open(file, [] { return std::int64_t{asOf.number} * 86'400'000 + 43'200'000; });
        QVERIFY(SmallWorld::fine(opened));
        m_workspace = std::move(*opened);
        reload();
    }
    void cleanup()
    {
        m_snapshot.reset();
        m_workspace.reset();
    }

    void viewsHoldTheSameMoney()
    {
        const auto board = worthBoard(*m_workspace, m_snapshot);
        QVERIFY(SmallWorld::fine(board));
        const WorthBoard &b = **board;
        const auto sum = [](const std::vector<SubjectWorth> &rows, std::size_t model) {
            Money total;
            for (const SubjectWorth &row : rows)
                total += row.revenue[model];
            return total;
        };
        const auto cost = [](const std::vector<SubjectWorth> &rows) {
            Money total;
            for (const SubjectWorth &row : rows)
                total += row.cost.actual.value_or(Money{});
            return total;
        };
        Money campaigns;
        for (const SubjectWorth &row : b.worth.rows)
            campaigns += row.cost.subject == CostSubject::campaign ? row.cost.actual.value_or(Money{}) : Money{};
        for (std::size_t model = 0; model < creditModelCount; ++model) {
            QCOMPARE(sum(b.channels, model).minor, (b.worth.won.total - b.worth.won.noTouch).minor);
            QCOMPARE(sum(b.tiers, model).minor, (b.worth.won.total - b.worth.won.noTouch).minor);
        }
        QVERIFY(campaigns.minor > 0);
        QCOMPARE(cost(b.channels).minor, campaigns.minor);
        QVERIFY(cost(b.tiers) >= campaigns); // and orders that belong to no campaign
        QVERIFY(!b.plays.empty());
        QVERIFY(b.program && b.programPace);
        QCOMPARE(b.payback[0].size(), b.worth.rows.size());
        QVERIFY(b.perTier[0].engaged >= b.perTier[1].engaged + b.perTier[2].engaged + b.perTier[3].engaged);
        QVERIFY(b.perTier[0].won > 0);
        QVERIFY(!b.credited.empty());
        std::int64_t mixed = 0;
        for (const MixFigures &mix : b.mixes)
            mixed += mix.closed;
        QCOMPARE(mixed, b.actual.closed);
    }

    void aDealOpensIntoItsTouches()
    {
        const auto board = worthBoard(*m_workspace, m_snapshot);
        QVERIFY(SmallWorld::fine(board));
        int looked = 0;
        for (const CreditedDeal &deal : (*board)->credited) {
            const auto receipt = dealReceipt(*m_workspace, *m_snapshot, deal.deal);
            QVERIFY(SmallWorld::fine(receipt));
            QCOMPARE(static_cast<int>(receipt->touches.size()), deal.touches);
            if (receipt->touches.empty() || !deal.amount.known())
                continue;
            for (std::size_t model = 0; model < creditModelCount; ++model) {
                if (static_cast<CreditModel>(model) == CreditModel::markov)
                    continue;
                Money sum;
                for (const TouchLine &touch : receipt->touches)
                    sum += touch.credits[model];
                QCOMPARE(sum.minor, deal.amount.minor);
            }
            QVERIFY(receipt->touches.front().first && receipt->touches.back().close);
            if (++looked == 20)
                break;
        }
        QVERIFY(looked > 0);
    }

    void aPlanKeepsEveryLimit()
    {
        for (const PlanGoal goal : {PlanGoal::engaged, PlanGoal::won, PlanGoal::revenue}) {
            for (const PlanSpan span : {PlanSpan::rest, PlanSpan::next}) {
                const auto made = planQuarter(*m_workspace, m_snapshot, {.goal = goal, .span = span, .envelopes = {}, .plays = {}, .hours = {}});
                QVERIFY(SmallWorld::fine(made));
                const QuarterPlan &plan = **made;
                const Snapshot &s = *m_snapshot;
                Money spend;
                std::map<std::string, std::int64_t> orders;
                std::set<std::uint32_t> accounts;
                for (const PlannedOrder &order : plan.orders) {
                    QVERIFY(accounts.insert(order.account).second); // one play an account
                    QVERIFY(offeredTo(*s.menu.menu.play(order.play), static_cast<int>(s.tiers[order.account])));
                    QVERIFY(s.holdOut[order.account] == 0);
                    ++orders[order.play];
                }
                for (const PlannedPlay &play : plan.plays) {
                    QCOMPARE(play.orders, orders[play.code]);
                    QVERIFY(!play.places || play.orders <= *play.places);
                    QCOMPARE(play.spend.minor, play.price.minor * play.orders);
                    QVERIFY(play.orders == 0 || (play.effect > 0 && play.evidence.touched >= fewestTouched));
                    QVERIFY(play.orders < play.suits || play.limit == PlanLimit::none || play.orders == 0);
                    spend += play.spend;
                }
                QCOMPARE(spend.minor, plan.spend.minor);
                for (const PlannedEnvelope &envelope : plan.envelopes)
                    QVERIFY(envelope.spend.minor == 0 || envelope.spend <= envelope.available);
                QVERIFY(plan.outcome <= plan.bound + 1e-6);
                QVERIFY(plan.gap >= 0 && plan.gap < 0.05);
            }
        }
    }

    void moreMoneyAndLowerPricesNeverBringLess()
    {
        const PlanRequest request{.goal = PlanGoal::engaged, .span = PlanSpan::next, .envelopes = {}, .plays = {}, .hours = {}};
        const auto plan = planQuarter(*m_workspace, m_snapshot, request);
        QVERIFY(SmallWorld::fine(plan));
        QVERIFY((*plan)->outcome > 0);
        PlanRequest poor = request;
        for (const PlannedEnvelope &envelope : (*plan)->envelopes)
            poor.envelopes[envelope.code] = Money{envelope.available.minor / 20};
        const auto less = planQuarter(*m_workspace, m_snapshot, poor);
        QVERIFY(SmallWorld::fine(less));
        QVERIFY((*less)->outcome <= (*plan)->bound + 1e-9);
        PlanRequest none = request;
        for (const PlannedPlay &play : (*plan)->plays)
            none.plays[play.code].capacity = 0;
        const auto nothing = planQuarter(*m_workspace, m_snapshot, none);
        QVERIFY(SmallWorld::fine(nothing));
        QVERIFY((*nothing)->orders.empty());
        QVERIFY(std::any_of((*nothing)->plays.begin(), (*nothing)->plays.end(), [](const PlannedPlay &play) { return play.limit == PlanLimit::soldOut; }));
        PlanRequest cheap = request;
        for (const PlannedPlay &play : (*plan)->plays)
            cheap.plays[play.code].price = Money{play.price.minor / 4};
        const auto more = planQuarter(*m_workspace, m_snapshot, cheap);
        QVERIFY(SmallWorld::fine(more));
        QVERIFY((*more)->outcome >= (*plan)->outcome * 0.99);
    }

    void draftsAreMadeOnceAndTakenBack()
    {
        const auto plan = planQuarter(*m_workspace, m_snapshot, {.goal = PlanGoal::engaged, .span = PlanSpan::next, .envelopes = {}, .plays = {}, .hours = {}});
        QVERIFY(SmallWorld::fine(plan));
        QVERIFY(!(*plan)->orders.empty());
        const auto before = drafts(*m_workspace);
        const auto added = draftPlan(*m_workspace, **plan);
        QVERIFY(SmallWorld::fine(added));
        QVERIFY(!added->empty());
        const auto again = draftPlan(*m_workspace, **plan);
        QVERIFY(SmallWorld::fine(again));
        QVERIFY(again->empty());
        const AccountId first = m_snapshot->accounts.id[added->front().account];
        const auto card = menuCard(*m_workspace, first);
        QVERIFY(SmallWorld::fine(card));
        QVERIFY(std::any_of(card->draft.lines.begin(), card->draft.lines.end(), [&](const SlipLine &line) { return line.play == added->front().play; }));
        QVERIFY(SmallWorld::fine(takeBackPlan(*m_workspace, **plan, *added)));
        const auto after = drafts(*m_workspace);
        QVERIFY(SmallWorld::fine(after));
        QCOMPARE(after->size(), before->size());
    }

    void aHoldOutIsDrawnOnceAndGetsNoMenu()
    {
        const auto plan = holdOutPlan(*m_workspace, 0.2);
        QVERIFY(SmallWorld::fine(plan));
        QVERIFY(plan->toDraw > 0);
        QVERIFY(plan->smallestVisible && *plan->smallestVisible >= 0);
        const std::int64_t before = m_snapshot->program->holdOuts;
        const auto drawn = drawHoldOut(*m_workspace, 0.2, "Ana");
        QVERIFY(SmallWorld::fine(drawn));
        QCOMPARE(*drawn, plan->toDraw);
        reload();
        QCOMPARE(m_snapshot->program->holdOuts, before + *drawn);
        const std::vector<std::uint8_t> first = m_snapshot->holdOut;
        // Nobody who has an order in the program was taken out of it.
        for (const OrderRow &order : m_snapshot->orders) {
            const Day asked = m_workspace->dayOf(order.requestedAt);
            if (asked >= m_snapshot->program->period.start)
                QVERIFY(m_snapshot->holdOut[*m_snapshot->row(order.account)] == 0);
        }
        const auto at = std::find(first.begin(), first.end(), 1);
        QVERIFY(at != first.end());
        const AccountId account = m_snapshot->accounts.id[static_cast<std::size_t>(at - first.begin())];
        QVERIFY(menuCard(*m_workspace, account)->holdout);
        // Undone and drawn again: the same accounts, so that nobody draws until the draw pleases.
        QVERIFY(SmallWorld::fine(undo(*m_workspace, "Ana")));
        QVERIFY(SmallWorld::fine(drawHoldOut(*m_workspace, 0.2, "Ben")));
        reload();
        QCOMPARE(m_snapshot->holdOut, first);
        QVERIFY(!drawHoldOut(*m_workspace, 0.9, "Ana"));
        QVERIFY(!drawHoldOut(*m_workspace, 0.1, {}));
    }

private:
    static constexpr Day asOf = dayOf(2026, 2, 18);

    void reload()
    {
        auto loaded = loadSnapshot(*m_workspace, asOf);
        QVERIFY(SmallWorld::fine(loaded));
        m_snapshot = *loaded;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    std::shared_ptr<const Snapshot> m_snapshot;
};

QTEST_GUILESS_MAIN(TestWorthBoard)
#include "tst_worth_board.moc"
