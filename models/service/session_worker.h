// The other half of WorkspaceSession: lives on the worker thread and owns the Workspace there. Private to the session.
#pragma once

#include "service/snapshot.h"
#include "service/undo_service.h"
#include "service/workspace.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

namespace dimsum {

class SessionWorker : public QObject
{
    Q_OBJECT

public:
    explicit SessionWorker(Clock clock);

    // Worker thread only.
    using OpenWork = std::function<Result<std::unique_ptr<Workspace>>(const Clock &clock)>;
    Outcome open(const OpenWork &work);
    void close();
    Outcome run(const QString &label, const std::function<Outcome(Workspace &, const Progress &)> &work);
    // Reads everything for `asOf` into the last two.
    Outcome refresh(std::optional<Day> asOf, const QString &label, std::shared_ptr<const Snapshot> &snapshot,
                    UndoState &undoable);
    void watchOthers(); // starts to look for writers elsewhere
    QString path() const { return m_workspace ? m_workspace->path() : QString(); }

    // Any thread: stops what runs now.
    void stop();

Q_SIGNALS:
    void progressed(const QString &label, qint64 done, qint64 total);
    void foreignChange();

private:
    Progress progressFor(const QString &label);
    void lookForOthers();

    Clock m_clock;
    std::unique_ptr<Workspace> m_workspace;
    std::shared_ptr<const Snapshot> m_published; // the one before: the next shares with it what stayed the same
    QTimer *m_poll = nullptr; // child
    std::int64_t m_seenChanges = 0;
    std::mutex m_stopGuard;
    std::stop_source m_stop;
};

} // namespace dimsum
