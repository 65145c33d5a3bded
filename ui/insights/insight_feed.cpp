#include "ui/insights/insight_feed.h"

#include "service/workspace_session.h"

namespace dimsum {

namespace {

constexpr std::int64_t cheapActivities = 500'000;
constexpr std::size_t cheapAccounts = 50'000;

} // namespace

InsightFeed::InsightFeed(WorkspaceSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session, &WorkspaceSession::snapshotChanged, this, &InsightFeed::takeSnapshot);
    connect(&session, &WorkspaceSession::closed, this, [this] { takeSnapshot(nullptr); });
}

bool InsightFeed::isCheap(const Snapshot &snapshot)
{
    return snapshot.activities <= cheapActivities && snapshot.size() <= cheapAccounts;
}

std::shared_ptr<const InsightBoard> InsightFeed::boardOf(const Snapshot &snapshot) const
{
    return m_board && m_board->snapshot->revision == snapshot.revision ? m_board : nullptr;
}

void InsightFeed::takeSnapshot(const std::shared_ptr<const Snapshot> &snapshot)
{
    const QString path = snapshot ? snapshot->path : QString();
    if (path == m_path)
        return;
    m_path = path;
    m_seeds.clear();
    m_computed = -1;
    if (m_board) {
        m_board.reset();
        Q_EMIT boardChanged();
    }
}

void InsightFeed::want()
{
    const auto snapshot = m_session.snapshot();
    if (!snapshot || boardOf(*snapshot))
        return;
    takeSnapshot(snapshot);
    if (m_running) {
        m_again = m_again || m_computed != snapshot->revision;
        return;
    }
    m_running = true;
    m_computed = snapshot->revision;
    m_session.run(
        tr("Looking for patterns"),
        [snapshot, seeds = m_seeds](Workspace &workspace, const Progress &progress) {
            return insightBoard(workspace, snapshot, seeds.size() == snapshot->size() ? seeds : std::vector<std::uint8_t>(), progress);
        },
        this, [this](Result<std::shared_ptr<const InsightBoard>> result) { take(std::move(result)); }, WorkspaceSession::Effect::reads);
}

void InsightFeed::setSeeds(std::vector<std::uint8_t> seeds)
{
    m_seeds = std::move(seeds);
    m_board.reset();
    m_computed = -1;
    m_again = m_running;
    Q_EMIT boardChanged();
    want();
}

void InsightFeed::take(Result<std::shared_ptr<const InsightBoard>> result)
{
    m_running = false;
    const bool stale = m_again;
    m_again = false;
    if (result.ok() && !stale && (*result)->snapshot->path == m_path) {
        m_board = *result;
        Q_EMIT boardChanged();
    } else if (!result.ok() && !stale) {
        m_board.reset();
        if (result.error().kind == ErrorKind::refused)
            Q_EMIT refused(result.error());
        else if (result.error().kind != ErrorKind::cancelled)
            Q_EMIT failed(result.error());
    }
    if (stale)
        want();
}

} // namespace dimsum
