// What people say of next best actions, and what follows from it.
#include "service/action_feedback.h"
#include "service/insight_board.h"
#include "service/snapshot.h"
#include "service/undo_service.h"
#include "support/small_world.h"

#include <QTest>

using namespace dimsum;

class TestActionFeedback : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<SmallWorld>();
        QVERIFY(m_world->fill());
        // acme is one person short of high intensity: three interactions of one person.
        for (const char *type : {"webinar", "reply"})
            QVERIFY(m_world->activity("acme.com", "ann@acme.com", type, SmallWorld::today - 2));
    }

    void aWrongActionRestsAndTheNextRuleTakesItsPlace()
    {
        const AccountId acme = m_world->ids.at("acme.com");
        const auto before = actionFor(acme);
        QVERIFY(before);
        QCOMPARE(before->kind, ActionKind::reachPerson);
        QVERIFY(!before->demoted);
        QVERIFY(!judgeAction(*m_world->workspace, acme, before->kind, false, SmallWorld::today, {})); // nobody said it
        QVERIFY(SmallWorld::fine(judgeAction(*m_world->workspace, acme, before->kind, false, SmallWorld::today, "Ana")));
        const auto after = actionFor(acme);
        QVERIFY(!after || after->kind != ActionKind::reachPerson);
        // The last word counts.
        QVERIFY(SmallWorld::fine(judgeAction(*m_world->workspace, acme, before->kind, true, SmallWorld::today, "Ben")));
        QCOMPARE(actionFor(acme)->kind, ActionKind::reachPerson);
        QVERIFY(SmallWorld::fine(undo(*m_world->workspace, "Ben")));
        QVERIFY(!actionFor(acme) || actionFor(acme)->kind != ActionKind::reachPerson);
        QVERIFY(SmallWorld::fine(undo(*m_world->workspace, "Ben")));
        QCOMPARE(actionFor(acme)->kind, ActionKind::reachPerson);
    }

    void itRestsForThirtyDaysAndNotBeforeItWasSaid()
    {
        const AccountId acme = m_world->ids.at("acme.com");
        QVERIFY(SmallWorld::fine(judgeAction(*m_world->workspace, acme, ActionKind::nextStep, false, SmallWorld::today, "Ana")));
        const AccountRows rowOf(std::vector<AccountId>{acme});
        const auto bits = [&](Day asOf) {
            const auto feedback = actionFeedback(*m_world->workspace, rowOf, asOf);
            return !feedback || feedback->wrong.empty() ? 0 : int(feedback->wrong[0]);
        };
        constexpr int nextStepBit = 1 << static_cast<int>(ActionKind::nextStep);
        QCOMPARE(bits(SmallWorld::today), nextStepBit);
        QCOMPARE(bits(SmallWorld::today + (wrongDays - 1)), nextStepBit);
        QCOMPARE(bits(SmallWorld::today + wrongDays), 0);
        QCOMPARE(bits(SmallWorld::today - 1), 0);
        QCOMPARE(actionFeedback(*m_world->workspace, rowOf, SmallWorld::today - 1)->records[static_cast<std::size_t>(ActionKind::nextStep)].judged(), 0);
        QCOMPARE(actionFeedback(*m_world->workspace, rowOf, SmallWorld::today + 90)->records[static_cast<std::size_t>(ActionKind::nextStep)].wrong, 1);
    }

    void aSignalStandsBackWhenItIsWrongBeyondChance()
    {
        QVERIFY(!(SignalRecord{0, 9}).demoted()); // too few to tell
        QVERIFY(!(SignalRecord{0, 9}).hitRate());
        QVERIFY((SignalRecord{0, 10}).demoted());
        QVERIFY(!(SignalRecord{4, 6}).demoted()); // 40 % of ten may be chance
        QVERIFY((SignalRecord{40, 80}).demoted());
        QVERIFY(!(SignalRecord{80, 40}).demoted());
        QCOMPARE((SignalRecord{6, 4}).hitRate(), std::optional(0.6));

        // Ten other accounts had it wrong: acme's stands back, and says so.
        const AccountId gamma = m_world->ids.at("gamma.com");
        for (int i = 0; i < 10; ++i)
            QVERIFY(SmallWorld::fine(judgeAction(*m_world->workspace, gamma, ActionKind::reachPerson, false, SmallWorld::today, "Ana")));
        const auto action = actionFor(m_world->ids.at("acme.com"));
        QVERIFY(action);
        QCOMPARE(action->kind, ActionKind::reachPerson);
        QVERIFY(action->demoted);
    }

    void committeesOfTieredAccounts()
    {
        const auto snapshot = loadSnapshot(*m_world->workspace);
        QVERIFY(SmallWorld::fine(snapshot));
        const auto board = insightBoard(*m_world->workspace, *snapshot);
        QVERIFY(SmallWorld::fine(board));
        // Nothing was applied: the proposal counts. acme's champion is engaged; gamma, in tier 3, has nobody.
        QCOMPARE((*board)->committees.size(), std::size_t{1});
        const CommitteeGap &gap = (*board)->committees.front();
        QCOMPARE((*snapshot)->accounts.id[gap.account], m_world->ids.at("gamma.com"));
        QCOMPARE(int(gap.known), 0);
        QCOMPARE(int(gap.engaged), 0);
    }

private:
    std::optional<NextAction> actionFor(AccountId account)
    {
        const auto snapshot = loadSnapshot(*m_world->workspace);
        if (!SmallWorld::fine(snapshot))
            return std::nullopt;
        const auto board = insightBoard(*m_world->workspace, *snapshot);
        if (!SmallWorld::fine(board))
            return std::nullopt;
        const NextAction *action = (*board)->actionOf(*(*snapshot)->row(account));
        return action ? std::optional(*action) : std::nullopt;
    }

    std::unique_ptr<SmallWorld> m_world;
};

QTEST_GUILESS_MAIN(TestActionFeedback)
#include "tst_action_feedback.moc"
