// The insights of the open workspace, computed in the background once for all pages that show them. A page that cannot do
// without asks for them; the others show what is there. GUI thread.
#pragma once

#include "service/insight_board.h"

#include <QObject>

#include <memory>
#include <vector>

namespace dimsum {

class WorkspaceSession;

class InsightFeed : public QObject
{
    Q_OBJECT

public:
    explicit InsightFeed(WorkspaceSession &session, QObject *parent = nullptr);

    // Of the session's snapshot, or an older one while a newer is being computed; null before the first answer, after
    // another workspace was opened, and where there is nothing to find.
    std::shared_ptr<const InsightBoard> board() const { return m_board; }
    // The same, but only if it belongs to this very snapshot.
    std::shared_ptr<const InsightBoard> boardOf(const Snapshot &snapshot) const;
    // Computes for the session's snapshot unless that is done or under way.
    void want();
    // So few activities that nobody notices: Today may ask by itself.
    static bool isCheap(const Snapshot &snapshot);

    // The accounts that lookalikes should resemble, by row; empty for the high-intensity ones. Computes again.
    void setSeeds(std::vector<std::uint8_t> seeds);
    bool running() const { return m_running; }

Q_SIGNALS:
    void boardChanged(); // also to null
    void refused(const dimsum::Error &error); // nothing to find, and why
    void failed(const dimsum::Error &error);

private:
    void takeSnapshot(const std::shared_ptr<const Snapshot> &snapshot);
    void take(Result<std::shared_ptr<const InsightBoard>> result);

    WorkspaceSession &m_session;
    std::shared_ptr<const InsightBoard> m_board;
    std::vector<std::uint8_t> m_seeds;
    QString m_path; // of the workspace that board and seeds belong to
    std::int64_t m_computed = -1; // revision of the snapshot that is being computed
    bool m_running = false;
    bool m_again = false; // it was asked for something newer meanwhile
};

} // namespace dimsum
