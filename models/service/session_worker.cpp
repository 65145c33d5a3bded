#include "service/session_worker.h"

#include <QElapsedTimer>

namespace dimsum {

namespace {

constexpr int pollMilliseconds = 3000;
constexpr qint64 progressMilliseconds = 50;

// Long statements ask the progress whether to stop; the pointer must not outlive it.
class WatchedRun
{
public:
    WatchedRun(Database &database, const Progress &progress) : m_database(database) { m_database.watch(&progress); }
    ~WatchedRun() { m_database.watch(nullptr); }
    WatchedRun(const WatchedRun &) = delete;
    WatchedRun &operator=(const WatchedRun &) = delete;

private:
    Database &m_database;
};

Error nothingOpen()
{
    return {.kind = ErrorKind::notFound, .sentence = DIMSUM_TEXT("No workspace is open. Open or create one first.")};
}

} // namespace

SessionWorker::SessionWorker(Clock clock) : m_clock(std::move(clock))
{
}

Outcome SessionWorker::open(const OpenWork &work)
{
    close();
    auto workspace = work(m_clock);
    if (!workspace)
        return workspace.error();
    m_workspace = std::move(*workspace);
    return Done{};
}

void SessionWorker::close()
{
    delete m_poll;
    m_poll = nullptr;
    m_published.reset();
    m_workspace.reset();
}

void SessionWorker::watchOthers()
{
    if (m_poll || !m_workspace)
        return;
    if (const auto changes = m_workspace->database().foreignChanges())
        m_seenChanges = *changes;
    m_poll = new QTimer(this);
    connect(m_poll, &QTimer::timeout, this, &SessionWorker::lookForOthers);
    m_poll->start(pollMilliseconds);
}

void SessionWorker::lookForOthers()
{
    const auto changes = m_workspace->database().foreignChanges();
    if (!changes || *changes == m_seenChanges)
        return;
    m_seenChanges = *changes;
    Q_EMIT foreignChange();
}

Progress SessionWorker::progressFor(const QString &label)
{
    auto sinceReport = std::make_shared<QElapsedTimer>();
    sinceReport->start();
    const std::scoped_lock lock(m_stopGuard);
    m_stop = std::stop_source();
    return {.report =
                [this, label, sinceReport](std::int64_t done, std::int64_t total) {
                    if (done < total && sinceReport->elapsed() < progressMilliseconds)
                        return;
                    sinceReport->restart();
                    Q_EMIT progressed(label, done, total);
                },
            .stop = m_stop.get_token()};
}

Outcome SessionWorker::run(const QString &label, const std::function<Outcome(Workspace &, const Progress &)> &work)
{
    if (!m_workspace)
        return nothingOpen();
    const Progress progress = progressFor(label);
    const WatchedRun watched(m_workspace->database(), progress);
    return work(*m_workspace, progress);
}

Outcome SessionWorker::refresh(std::optional<Day> asOf, const QString &label,
                               std::shared_ptr<const Snapshot> &snapshot, UndoState &undoable)
{
    return run(label, [&](Workspace &workspace, const Progress &progress) -> Outcome {
        if (const auto changes = workspace.database().foreignChanges())
            m_seenChanges = *changes; // what is read from here on has them
        auto loaded = loadSnapshot(workspace, asOf.value_or(unknownDay), progress, m_published);
        if (!loaded)
            return loaded.error();
        const auto state = undoState(workspace);
        if (!state)
            return state.error();
        m_published = snapshot = std::move(*loaded);
        undoable = *state;
        return Done{};
    });
}

void SessionWorker::stop()
{
    const std::scoped_lock lock(m_stopGuard);
    m_stop.request_stop();
}

} // namespace dimsum
