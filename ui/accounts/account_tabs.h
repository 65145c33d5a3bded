// The tabs of the accounts list: tiers and quick views with their counts, then saved views, then "+". GUI thread.
#pragma once

#include "qt/account_query.h"
#include "service/saved_view_service.h"

#include <QTabBar>

#include <vector>

namespace dimsum {

class AccountTabs : public QTabBar
{
    Q_OBJECT

public:
    explicit AccountTabs(QWidget *parent = nullptr);

    // `owner`: whose accounts "My accounts" are.
    void showCounts(const Snapshot *snapshot, const QString &owner);
    // Saved views, each with the number of accounts its query keeps.
    struct View {
        SavedView view;
        AccountQuery query;
    };
    void setViews(std::vector<View> views);
    const std::vector<View> &views() const { return m_views; }

    AccountScope scope() const; // of the current tab; all for a saved view
    const View *currentView() const; // null on a built-in tab
    void setScope(AccountScope scope);
    void setView(std::int64_t id);
    void retranslate();

Q_SIGNALS:
    void scopeChosen(dimsum::AccountScope scope);
    void viewChosen(std::int64_t id);
    void newViewRequested();
    void renameRequested(std::int64_t id);
    void replaceRequested(std::int64_t id);
    void removeRequested(std::int64_t id);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void rebuild();
    void choose(int tab);

    std::vector<View> m_views;
    std::vector<std::int64_t> m_counts; // per built-in scope
    std::vector<std::int64_t> m_viewCounts;
    int m_last = 0; // the tab to stay on when "+" is pressed
};

} // namespace dimsum
