// What a page may wish of the window around it: go somewhere, tell something. Pages know this and not the window.
#pragma once

#include "domain/error.h"
#include "domain/ids.h"
#include "qt/roles.h"

#include <QString>
#include <QVariantMap>

namespace dimsum {

// A place that "back" can return to: a page, and what it showed. `detail` belongs to the page (a saved view, a tab).
struct Place {
    QString page = {};
    AccountId account = {};
    QVariantMap detail = {};

    friend bool operator==(const Place &, const Place &) = default;
};

// The ids of the pages; the keys of Ctrl+1 … Ctrl+9 and of `dimsum screenshot --page` follow the rail, not these.
namespace page_id {
inline const QString today = QStringLiteral("today");
inline const QString accounts = QStringLiteral("accounts");
inline const QString icp = QStringLiteral("icp");
inline const QString tiering = QStringLiteral("tiering");
inline const QString menu = QStringLiteral("menu");
inline const QString orders = QStringLiteral("orders");
inline const QString insights = QStringLiteral("insights");
inline const QString roi = QStringLiteral("roi");
inline const QString exchange = QStringLiteral("exchange");
inline const QString settings = QStringLiteral("settings");
} // namespace page_id

// GUI thread. Implemented by the main window; by a recording fake in tests (tests/support/fake_navigation.h).
class Navigation
{
public:
    virtual ~Navigation() = default;

    // Shows the page and puts the place into the history of back and forward.
    virtual void open(const Place &place) = 0;
    void openPage(const QString &id) { open(Place{id}); }
    void openAccount(AccountId account) { open(Place{page_id::accounts, account}); }
    void openMenuCard(AccountId account) { open(Place{page_id::menu, account}); }
    void openOrders(AccountId account = {}) { open(Place{page_id::orders, account}); }
    // The import page on this file; an empty name asks for one there.
    virtual void startImport(const QString &file) = 0;

    // A red panel above the page until dismissed, and a line in the list of the bell.
    virtual void showError(const Error &error) = 0;
    // A line in the list of the bell (and the status bar for a while): red, warn, good or plain. Never for "saved".
    virtual void notify(Tone tone, const QString &text) = 0;
    // A hint of the moment in the status bar: why a drop or a key does nothing.
    virtual void hint(const QString &text) = 0;
};

} // namespace dimsum
