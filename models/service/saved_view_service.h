// Saved views of a list: its filter, columns and sort order under a name, kept in the workspace (ux.md 3.2, 21).
#pragma once

#include "domain/error.h"
#include "service/workspace.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace dimsum {

struct SavedView {
    std::int64_t id = 0; // 0 = not stored yet
    QString page;        // "accounts", "orders"
    QString name;        // unique within the page
    QByteArray state;    // JSON, understood by the page alone
    int position = 0;    // order of the tabs
};

Result<std::vector<SavedView>> savedViews(Workspace &workspace, const QString &page);
// Stores a new view (id 0) or replaces the stored one. Returns it with its id. refused: the name is taken or empty.
Result<SavedView> saveView(Workspace &workspace, SavedView view);
Outcome removeView(Workspace &workspace, std::int64_t id);

} // namespace dimsum
