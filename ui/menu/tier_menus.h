// The menus of the three tiers side by side, filled by dragging: from all plays onto a tier, from one tier to another,
// out of a tier. Delete takes the selected play off, 1 2 3 put it on. Changes nothing itself: it asks. GUI thread.
#pragma once

#include "domain/menu.h"
#include "domain/money.h"

#include <QWidget>

#include <array>

class QListWidget;

namespace dimsum {

class TierMenus : public QWidget
{
    Q_OBJECT

public:
    explicit TierMenus(QWidget *parent = nullptr);

    void setMenu(const Menu &menu, const Currency &currency);
    // 0 = all plays, 1 to 3 the tiers.
    QListWidget *list(int tier) const { return m_lists[static_cast<std::size_t>(tier)]; }

Q_SIGNALS:
    // `from` 0: was not taken from a tier; `to` 0: is only taken off.
    void playMoved(const QString &code, int from, int to);

private:
    std::array<QListWidget *, 4> m_lists{};
};

} // namespace dimsum
