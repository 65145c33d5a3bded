// The open workspace as the window sees it: questions and changes go in as jobs, snapshots come out. All work runs
// on one worker thread that owns its own Workspace, in the order it was asked for; the GUI thread never waits.
// Lives on the GUI thread; every signal and every `done` arrives there.
#pragma once

#include "domain/error.h"
#include "service/snapshot.h"
#include "service/undo_service.h"
#include "service/workspace.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QThread>

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>

namespace dimsum {

class SessionWorker;

class WorkspaceSession : public QObject
{
    Q_OBJECT

public:
    enum class Effect {
        reads,  // a question: the snapshot stays
        changes // afterwards the snapshot and the undo labels are read again
    };

    // `clock` gives UTC milliseconds and must be safe to call from another thread.
    explicit WorkspaceSession(Clock clock = systemClock(), QObject *parent = nullptr);
    ~WorkspaceSession() override; // asks the running job to stop and waits for it

    // Each closes the workspace that is open first. `opened` or `failed` follows.
    void open(const QString &path);
    void create(const QString &path, const NewWorkspace &description);
    void close();

    bool isOpen() const;
    QString path() const;

    // The newest published truth; null before the first one. Share it freely, it never changes.
    std::shared_ptr<const Snapshot> snapshot() const { return m_snapshot; }
    const UndoState &undoState() const { return m_undoState; }

    // The date everything is computed for. Without a day it follows today in the workspace's zone.
    std::optional<Day> pinnedAsOf() const { return m_asOf; }
    void setAsOf(std::optional<Day> asOf); // reloads

    // Runs `work` on the worker thread and hands its result to `done` on this one. Nothing is handed over if
    // `context` has died by then or the workspace was closed meanwhile. `label` is what a person reads while it runs.
    // A failed job also comes as `failed` if `done` is empty.
    template <class Work, class OnDone>
    void run(const QString &label, Work work, QObject *context, OnDone done, Effect effect = Effect::changes)
    {
        using Reply = std::invoke_result_t<Work, Workspace &, const Progress &>;
        auto reply = std::make_shared<std::unique_ptr<Reply>>();
        post({.label = label,
              .work =
                  [work = std::move(work), reply](Workspace &workspace, const Progress &progress) mutable {
                      *reply = std::make_unique<Reply>(work(workspace, progress));
                      return (*reply)->ok() ? Outcome(Done{}) : Outcome((*reply)->error());
                  },
              .done =
                  [done = std::move(done), reply](const Outcome &outcome) mutable {
                      if (*reply)
                          done(std::move(**reply));
                      else
                          done(Reply(outcome.error())); // cancelled while it still waited, or nothing is open
                  },
              .context = context,
              .hasContext = context != nullptr,
              .effect = effect});
    }
    // For changes whose success shows in the next snapshot: only a failure is told, by `failed`.
    template <class Work>
    void run(const QString &label, Work work)
    {
        using Reply = std::invoke_result_t<Work, Workspace &, const Progress &>;
        run(label, std::move(work), this, [this](Reply reply) {
            if (!reply.ok())
                Q_EMIT failed(reply.error());
        });
    }

    // The newest change, imports included, in the name of `by`; `failed` says why not.
    void undo(const QString &by);
    void redo(const QString &by);
    void reload(); // reads everything again
    void cancel(); // asks the running job to stop; its result is then an error of kind `cancelled`

    bool busy() const { return m_running > 0; }
    QString runningLabel() const { return m_runningLabel; }

Q_SIGNALS:
    void opened(const QString &path);
    void closed();
    void snapshotChanged(std::shared_ptr<const dimsum::Snapshot> snapshot);
    void undoStateChanged(const dimsum::UndoState &state);
    void jobStarted(const QString &label);
    void jobProgress(const QString &label, qint64 done, qint64 total); // total 0 = not known; at most 20 a second
    void jobFinished(const QString &label);
    void failed(const dimsum::Error &error);
    void changedElsewhere(); // another process wrote to the workspace; a new snapshot follows

private:
    struct Job {
        QString label;
        std::function<Outcome(Workspace &, const Progress &)> work;
        std::function<void(const Outcome &)> done;
        QPointer<QObject> context = {};
        bool hasContext = false;
        Effect effect = Effect::changes;
    };
    void post(Job job);
    void start(const QString &label, std::function<Result<std::unique_ptr<Workspace>>(const Clock &)> work);
    void refreshSoon();
    void began(const QString &label);
    void ended(const QString &label);
    void takeRefreshed(std::uint64_t generation, const QString &label, const Outcome &outcome,
                       const std::shared_ptr<const Snapshot> &snapshot, const UndoState &undoable);
    void takeOpened(std::uint64_t generation, const QString &path, const Outcome &outcome);

    std::shared_ptr<const Snapshot> m_snapshot;
    UndoState m_undoState;
    std::optional<Day> m_asOf;
    QString m_path;
    QString m_runningLabel;
    int m_running = 0;
    bool m_refreshQueued = false;
    std::uint64_t m_generation = 0; // counts open and close: what an older one posts is dropped
    QThread m_thread;
    SessionWorker *m_worker; // on m_thread, which deletes it when it ends
};

} // namespace dimsum

Q_DECLARE_METATYPE(std::shared_ptr<const dimsum::Snapshot>)
