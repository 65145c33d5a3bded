#include "ui/accounts/account_tabs.h"

#include "qt/display_text.h"
#include "ui/common/icon.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QSignalBlocker>

#include <array>

namespace dimsum {

namespace {

constexpr std::array scopes{AccountScope::all,     AccountScope::tier1,        AccountScope::tier2,        AccountScope::tier3,
                            AccountScope::mine,    AccountScope::surging,      AccountScope::tier1NoPlay,  AccountScope::overdueOrders,
                            AccountScope::noTier};

} // namespace

AccountTabs::AccountTabs(QWidget *parent) : QTabBar(parent), m_counts(scopes.size())
{
    setAccessibleName(tr("Views of the accounts"));
    setExpanding(false);
    setDrawBase(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    rebuild();
    connect(this, &QTabBar::currentChanged, this, &AccountTabs::choose);
}

void AccountTabs::rebuild()
{
    const auto name = [](AccountScope scope) {
        switch (scope) {
        case AccountScope::all:
            return tr("All accounts");
        case AccountScope::tier1:
            return tr("Tier 1");
        case AccountScope::tier2:
            return tr("Tier 2");
        case AccountScope::tier3:
            return tr("Tier 3");
        case AccountScope::noTier:
            return tr("No tier");
        case AccountScope::mine:
            return tr("My accounts");
        case AccountScope::surging:
            return tr("Surging");
        case AccountScope::tier1NoPlay:
            return tr("Tier 1, no play");
        case AccountScope::overdueOrders:
            return tr("Orders overdue");
        }
        return QString();
    };
    const QSignalBlocker quiet(this);
    const int wanted = static_cast<int>(scopes.size() + m_views.size()) + 1;
    while (count() > wanted)
        removeTab(count() - 1);
    while (count() < wanted)
        addTab(QString());
    int tab = 0;
    for (std::size_t i = 0; i < scopes.size(); ++i)
        setTabText(tab++, tr("%1  %2").arg(name(scopes[i]), countText(m_counts[i])));
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        const qint64 accounts = i < m_viewCounts.size() ? m_viewCounts[i] : 0;
        setTabText(tab++, tr("%1  %2").arg(m_views[i].view.name, countText(accounts)));
    }
    for (int i = 0; i < tab; ++i) {
        setTabIcon(i, QIcon());
        setTabToolTip(i, {});
    }
    setTabText(tab, {});
    setTabIcon(tab, themedIcon(QStringLiteral("add")));
    setTabToolTip(tab, tr("Save this view under a name"));
}

void AccountTabs::retranslate()
{
    rebuild();
}

void AccountTabs::showCounts(const Snapshot *snapshot, const QString &owner)
{
    for (std::size_t i = 0; i < scopes.size(); ++i)
        m_counts[i] = snapshot != nullptr ? scopeCount(*snapshot, scopes[i], owner) : 0;
    m_viewCounts.assign(m_views.size(), 0);
    for (std::size_t i = 0; i < m_views.size() && snapshot != nullptr; ++i)
        m_viewCounts[i] = accountCount(*snapshot, m_views[i].query);
    rebuild();
}

void AccountTabs::setViews(std::vector<View> views)
{
    const std::int64_t current = currentView() != nullptr ? currentView()->view.id : 0;
    const AccountScope before = scope();
    m_views = std::move(views);
    rebuild();
    if (current != 0)
        setView(current);
    else
        setScope(before);
}

const AccountTabs::View *AccountTabs::currentView() const
{
    const std::size_t at = static_cast<std::size_t>(std::max(0, currentIndex()));
    return at >= scopes.size() && at < scopes.size() + m_views.size() ? &m_views[at - scopes.size()] : nullptr;
}

AccountScope AccountTabs::scope() const
{
    const std::size_t at = static_cast<std::size_t>(std::max(0, currentIndex()));
    return at < scopes.size() ? scopes[at] : AccountScope::all;
}

void AccountTabs::setScope(AccountScope scope)
{
    const QSignalBlocker quiet(this);
    m_last = static_cast<int>(std::find(scopes.begin(), scopes.end(), scope) - scopes.begin());
    setCurrentIndex(m_last);
}

void AccountTabs::setView(std::int64_t id)
{
    const QSignalBlocker quiet(this);
    m_last = 0;
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        if (m_views[i].view.id == id)
            m_last = static_cast<int>(scopes.size() + i);
    }
    setCurrentIndex(m_last);
}

void AccountTabs::choose(int tab)
{
    if (tab == count() - 1) {
        const QSignalBlocker quiet(this);
        setCurrentIndex(m_last);
        Q_EMIT newViewRequested();
        return;
    }
    m_last = tab;
    if (const View *view = currentView())
        Q_EMIT viewChosen(view->view.id);
    else
        Q_EMIT scopeChosen(scope());
}

void AccountTabs::contextMenuEvent(QContextMenuEvent *event)
{
    const int tab = event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : tabAt(event->pos());
    const int at = tab - static_cast<int>(scopes.size());
    if (at < 0 || at >= static_cast<int>(m_views.size()))
        return;
    const std::int64_t id = m_views[static_cast<std::size_t>(at)].view.id;
    QMenu menu;
    menu.addAction(tr("Replace by what is shown"), this, [this, id] { Q_EMIT replaceRequested(id); });
    menu.addAction(tr("Rename…"), this, [this, id] { Q_EMIT renameRequested(id); });
    menu.addAction(tr("Remove view"), this, [this, id] { Q_EMIT removeRequested(id); });
    menu.exec(event->globalPos());
}

} // namespace dimsum
