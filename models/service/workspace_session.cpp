#include "service/workspace_session.h"

#include "service/session_worker.h"

namespace dimsum {

WorkspaceSession::WorkspaceSession(Clock clock, QObject *parent)
    : QObject(parent), m_worker(new SessionWorker(std::move(clock)))
{
    qRegisterMetaType<std::shared_ptr<const Snapshot>>();
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &SessionWorker::progressed, this, &WorkspaceSession::jobProgress);
    connect(m_worker, &SessionWorker::foreignChange, this, [this] {
        Q_EMIT changedElsewhere();
        refreshSoon();
    });
    m_thread.setObjectName(QStringLiteral("workspace"));
    m_thread.start();
}

WorkspaceSession::~WorkspaceSession()
{
    ++m_generation;
    m_worker->stop();
    // What still waits is done first, so that no change that was asked for gets lost; then the workspace closes on its
    // own thread.
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] {
        worker->close();
        QThread::currentThread()->quit();
    });
    m_thread.wait();
}

bool WorkspaceSession::isOpen() const
{
    return !m_path.isEmpty();
}

QString WorkspaceSession::path() const
{
    return m_path;
}

void WorkspaceSession::open(const QString &path)
{
    start(tr("Opening the workspace"), [path](const Clock &clock) { return Workspace::open(path, clock); });
}

void WorkspaceSession::create(const QString &path, const NewWorkspace &description)
{
    start(tr("Creating the workspace"),
          [path, description](const Clock &clock) { return Workspace::create(path, description, clock); });
}

void WorkspaceSession::start(const QString &label,
                             std::function<Result<std::unique_ptr<Workspace>>(const Clock &)> work)
{
    close();
    const std::uint64_t generation = m_generation;
    began(label);
    QMetaObject::invokeMethod(m_worker, [this, worker = m_worker, generation, label, work = std::move(work)] {
        const Outcome outcome = worker->open(work);
        const QString path = worker->path();
        QMetaObject::invokeMethod(this, [this, generation, label, path, outcome] {
            ended(label);
            takeOpened(generation, path, outcome);
        });
    });
}

void WorkspaceSession::takeOpened(std::uint64_t generation, const QString &path, const Outcome &outcome)
{
    if (generation != m_generation)
        return;
    if (!outcome) {
        Q_EMIT failed(outcome.error());
        return;
    }
    m_path = path;
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->watchOthers(); });
    Q_EMIT opened(path);
    refreshSoon();
}

void WorkspaceSession::close()
{
    ++m_generation;
    m_refreshQueued = false;
    m_worker->stop();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->close(); });
    if (m_path.isEmpty())
        return;
    m_path.clear();
    m_snapshot.reset();
    m_undoState = {};
    m_asOf.reset();
    Q_EMIT closed();
    Q_EMIT snapshotChanged(nullptr);
    Q_EMIT undoStateChanged(m_undoState);
}

void WorkspaceSession::setAsOf(std::optional<Day> asOf)
{
    if (m_asOf == asOf)
        return;
    m_asOf = asOf;
    reload();
}

void WorkspaceSession::began(const QString &label)
{
    ++m_running;
    m_runningLabel = label;
    Q_EMIT jobStarted(label);
}

void WorkspaceSession::ended(const QString &label)
{
    --m_running;
    if (m_running == 0)
        m_runningLabel.clear();
    Q_EMIT jobFinished(label);
}

void WorkspaceSession::post(Job job)
{
    const std::uint64_t generation = m_generation;
    began(job.label);
    QMetaObject::invokeMethod(m_worker, [this, worker = m_worker, generation, job = std::move(job)] {
        const Outcome outcome = worker->run(job.label, job.work);
        QMetaObject::invokeMethod(this, [this, generation, job, outcome] {
            ended(job.label);
            if (generation != m_generation)
                return;
            // A change may be half of what was asked for even where the rest failed: read again in any case.
            if (job.effect == Effect::changes && isOpen())
                refreshSoon();
            if (job.done && (!job.hasContext || job.context))
                job.done(outcome);
        });
    });
}

// One reading serves all changes that were asked for before it begins.
void WorkspaceSession::refreshSoon()
{
    if (m_refreshQueued || !isOpen())
        return;
    m_refreshQueued = true;
    const std::uint64_t generation = m_generation;
    const QString label = tr("Scoring");
    began(label);
    // Queued twice: first behind what the window asks for in this turn of its loop, then behind the worker's jobs.
    QMetaObject::invokeMethod(
        this,
        [this, generation, label] {
            if (generation != m_generation) {
                ended(label);
                return;
            }
            QMetaObject::invokeMethod(m_worker, [this, worker = m_worker, generation, label, asOf = m_asOf] {
                std::shared_ptr<const Snapshot> snapshot;
                UndoState undoable;
                const Outcome outcome = worker->refresh(asOf, label, snapshot, undoable);
                QMetaObject::invokeMethod(this, [this, generation, label, outcome, snapshot, undoable] {
                    takeRefreshed(generation, label, outcome, snapshot, undoable);
                });
            });
            m_refreshQueued = false;
        },
        Qt::QueuedConnection);
}

void WorkspaceSession::takeRefreshed(std::uint64_t generation, const QString &label, const Outcome &outcome,
                                     const std::shared_ptr<const Snapshot> &snapshot, const UndoState &undoable)
{
    ended(label);
    if (generation != m_generation)
        return;
    if (!outcome) {
        if (outcome.error().kind != ErrorKind::cancelled)
            Q_EMIT failed(outcome.error());
        return;
    }
    m_snapshot = snapshot;
    m_undoState = undoable;
    Q_EMIT snapshotChanged(m_snapshot);
    Q_EMIT undoStateChanged(m_undoState);
}

void WorkspaceSession::undo(const QString &by)
{
    run(tr("Undoing"), [by = by.toStdString()](Workspace &workspace, const Progress &progress) {
        return dimsum::undo(workspace, by, progress);
    });
}

void WorkspaceSession::redo(const QString &by)
{
    run(tr("Redoing"), [by = by.toStdString()](Workspace &workspace, const Progress &progress) {
        return dimsum::redo(workspace, by, progress);
    });
}

void WorkspaceSession::reload()
{
    refreshSoon();
}

void WorkspaceSession::cancel()
{
    m_worker->stop();
}

} // namespace dimsum
