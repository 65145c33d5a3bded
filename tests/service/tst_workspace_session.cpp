// The session of the window: jobs in order on their own thread, answers only to those who still live, snapshots.
#include "service/tiering_service.h"
#include "service/workspace_session.h"
#include "support/small_world.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace dimsum;

namespace {

constexpr int patience = 20000;

// How many accounts applying the proposal of the session's snapshot would move.
std::size_t moving(const WorkspaceSession &session)
{
    const Snapshot &snapshot = *session.snapshot();
    return previewTiers(snapshot, snapshot.policy).moving();
}

} // namespace

class TestWorkspaceSession : public QObject
{
    Q_OBJECT

private:
    // A workspace file as SmallWorld fills it, closed again.
    static QString filled(SmallWorld &world)
    {
        if (!world.fill())
            return {};
        const QString path = world.workspace->path();
        world.workspace.reset();
        return path;
    }

private Q_SLOTS:
    void openingPublishesASnapshot()
    {
        SmallWorld world;
        const QString path = filled(world);
        WorkspaceSession session(world.clock());
        QSignalSpy opened(&session, &WorkspaceSession::opened);
        QSignalSpy changed(&session, &WorkspaceSession::snapshotChanged);
        session.open(path);
        QVERIFY(!session.snapshot());
        QVERIFY(changed.wait(patience));
        QCOMPARE(opened.size(), 1);
        QCOMPARE(session.path(), path);
        QVERIFY(session.snapshot());
        QCOMPARE(session.snapshot()->size(), std::size_t{4});
        QCOMPARE(session.snapshot()->asOf, SmallWorld::today);
        QCOMPARE(moving(session), std::size_t{2});
        QVERIFY(session.undoState().undo.available());

        session.setAsOf(SmallWorld::today - 1);
        QVERIFY(changed.wait(patience));
        QCOMPARE(session.snapshot()->asOf, SmallWorld::today - 1);

        session.close();
        QVERIFY(!session.isOpen());
        QVERIFY(!session.snapshot());
    }

    void whatCannotBeOpenedIsTold()
    {
        SmallWorld world;
        WorkspaceSession session(world.clock());
        QSignalSpy failed(&session, &WorkspaceSession::failed);
        session.open(world.file(QStringLiteral("missing.dimsum")));
        QVERIFY(failed.wait(patience));
        QCOMPARE(failed.front().front().value<Error>().kind, ErrorKind::notFound);
        session.open(QStringLiteral("postgresql://server/plan"));
        QVERIFY(failed.wait(patience));
        QVERIFY(!session.isOpen());
    }

    void aNewWorkspaceIsReady()
    {
        SmallWorld world;
        WorkspaceSession session(world.clock());
        QSignalSpy changed(&session, &WorkspaceSession::snapshotChanged);
        session.create(world.file(QStringLiteral("new.dimsum")), {.name = QStringLiteral("Plan")});
        QVERIFY(changed.wait(patience));
        QCOMPARE(session.snapshot()->settings.name, QStringLiteral("Plan"));
        QVERIFY(!session.snapshot()->menu.menu.plays.empty());
        QVERIFY(session.snapshot()->program.has_value());
    }

    void jobsRunInOrderElsewhereAndAnswerHere()
    {
        SmallWorld world;
        const QString path = filled(world);
        WorkspaceSession session(world.clock());
        QSignalSpy changed(&session, &WorkspaceSession::snapshotChanged);
        session.open(path);
        QVERIFY(changed.wait(patience));

        const QThread *here = QThread::currentThread();
        std::vector<int> order;
        QObject context;
        for (int number = 1; number <= 3; ++number) {
            session.run(
                QStringLiteral("job"),
                [number, here](Workspace &, const Progress &) -> Result<int> {
                    return QThread::currentThread() == here ? -1 : number;
                },
                &context,
                [&, here](Result<int> result) {
                    QVERIFY(QThread::currentThread() == here);
                    order.push_back(*result);
                },
                WorkspaceSession::Effect::reads);
        }
        QVERIFY(session.busy());
        QTRY_COMPARE_WITH_TIMEOUT(order.size(), std::size_t{3}, patience);
        QCOMPARE(order, (std::vector<int>{1, 2, 3}));
        QTRY_VERIFY(!session.busy());
    }

    void changesComeBackAsOneSnapshot()
    {
        SmallWorld world;
        const QString path = filled(world);
        WorkspaceSession session(world.clock());
        QSignalSpy changed(&session, &WorkspaceSession::snapshotChanged);
        session.open(path);
        QVERIFY(changed.wait(patience));
        QSignalSpy undoChanged(&session, &WorkspaceSession::undoStateChanged);

        session.run(QStringLiteral("apply"), [](Workspace &workspace, const Progress &progress) {
            return retier(workspace, {.apply = true, .by = "Ana"}, progress);
        });
        QVERIFY(changed.wait(patience));
        QCOMPARE(moving(session), std::size_t{0});
        QCOMPARE(session.undoState().undo.action, std::string("apply_tiers"));

        session.undo(u"Ana"_qs);
        QVERIFY(changed.wait(patience));
        QCOMPARE(moving(session), std::size_t{2});
        QCOMPARE(session.undoState().redo.action, std::string("apply_tiers"));
        QVERIFY(undoChanged.size() >= 2);
    }

    void theDeadGetNoAnswer()
    {
        SmallWorld world;
        const QString path = filled(world);
        WorkspaceSession session(world.clock());
        QSignalSpy changed(&session, &WorkspaceSession::snapshotChanged);
        session.open(path);
        QVERIFY(changed.wait(patience));
        bool answered = false;
        auto context = std::make_unique<QObject>();
        session.run(
            QStringLiteral("job"), [](Workspace &, const Progress &) -> Result<int> { return 1; }, context.get(),
            [&](Result<int>) { answered = true; }, WorkspaceSession::Effect::reads);
        context.reset();
        QTRY_VERIFY_WITH_TIMEOUT(!session.busy(), patience);
        QVERIFY(!answered);
    }

    void aJobCanBeStopped()
    {
        SmallWorld world;
        const QString path = filled(world);
        WorkspaceSession session(world.clock());
        QSignalSpy changed(&session, &WorkspaceSession::snapshotChanged);
        session.open(path);
        QVERIFY(changed.wait(patience));
        std::atomic<bool> running = false;
        std::optional<ErrorKind> kind;
        session.run(
            QStringLiteral("long"),
            [&running](Workspace &, const Progress &progress) -> Result<int> {
                running = true;
                while (!progress.cancelled())
                    QThread::msleep(1);
                return Error{.kind = ErrorKind::cancelled, .sentence = "stopped"};
            },
            this, [&](Result<int> result) { kind = result.error().kind; }, WorkspaceSession::Effect::reads);
        QTRY_VERIFY_WITH_TIMEOUT(running.load(), patience);
        session.cancel();
        QTRY_VERIFY_WITH_TIMEOUT(kind.has_value(), patience);
        QCOMPARE(*kind, ErrorKind::cancelled);
    }

    void withoutAWorkspaceJobsFail()
    {
        SmallWorld world;
        WorkspaceSession session(world.clock());
        QSignalSpy failed(&session, &WorkspaceSession::failed);
        session.run(QStringLiteral("job"), [](Workspace &, const Progress &) -> Result<int> { return 1; });
        QVERIFY(failed.wait(patience));
        QCOMPARE(failed.front().front().value<Error>().kind, ErrorKind::notFound);
    }

    void othersAreNoticed()
    {
        SmallWorld world;
        QVERIFY(world.fill());
        WorkspaceSession session(world.clock());
        QSignalSpy changed(&session, &WorkspaceSession::snapshotChanged);
        QSignalSpy elsewhere(&session, &WorkspaceSession::changedElsewhere);
        connect(&session, &WorkspaceSession::failed, this, [](const Error &error) { QFAIL(plainText(error).c_str()); });
        session.open(world.workspace->path());
        QVERIFY(changed.wait(patience));
        QVERIFY(world.account("omega.com", "Omega", "Software", "10", "1"));
        QVERIFY(elsewhere.wait(patience));
        QVERIFY(changed.wait(patience));
        QCOMPARE(session.snapshot()->size(), std::size_t{5});
    }
};

QTEST_GUILESS_MAIN(TestWorkspaceSession)
#include "tst_workspace_session.moc"
