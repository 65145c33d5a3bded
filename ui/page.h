// One page of the window: what the rail lists and the stack shows. Subclasses live in ui/<feature>/<feature>_page.
#pragma once

#include "ui/navigation.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QVariantMap>
#include <QWidget>

#include <memory>

namespace dimsum {

class Command;
struct Snapshot;

// The segments of the status bar while the page is shown, most important first; `right` stands before the revision.
struct StatusTexts {
    QStringList left = {};
    QStringList right = {};

    friend bool operator==(const StatusTexts &, const StatusTexts &) = default;
};

// A page reads the snapshot it was given and posts requests to the session; it never waits for the store.
// It registers nothing itself: the window asks for its commands once and adds them to menus, palette and keys.
// GUI thread. The texts are asked for again after QEvent::LanguageChange.
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(QWidget *parent = nullptr);
    ~Page() override;

    virtual QString id() const = 0;       // page_id::…, stable
    virtual QString title() const = 0;    // word of the rail, tr()
    virtual QString iconName() const = 0; // name of ui/common/icons.h

    // Called with every new state of the workspace, also while the page is hidden; null when none is open.
    virtual void setSnapshot(std::shared_ptr<const Snapshot> snapshot) = 0;

    // Commands of the page; the page owns them. Asked for once, after construction.
    virtual QList<Command *> commands() { return {}; }
    virtual StatusTexts statusTexts() const { return {}; }
    // Red number on the rail: things that wait for a person (overdue orders). 0 shows none.
    virtual int badge() const { return 0; }

    // Where the page is now (account, tab, saved view): what "back" returns to. `page` is filled by the window.
    virtual Place place() const { return {}; }
    virtual void goTo(const Place &place);

    // Splitters, columns, sort, filters: survives a restart. Called only with what saveState() gave once.
    virtual QVariantMap saveState() const { return {}; }
    virtual void restoreState(const QVariantMap &state);

    // Ctrl+F. Default: the focus goes to the page.
    virtual void focusFilter();
    // A file dropped on the window or named in "Start with my accounts"; only the exchange page takes one.
    virtual void openFile(const QString &file);

    // False while something that belongs to the picture is still being computed; `dimsum screenshot` waits for it.
    virtual bool settled() const { return true; }

    // Widgets that F6 visits in order, e.g. table, dock. Default: the page itself.
    virtual QList<QWidget *> panes();

Q_SIGNALS:
    void statusTextsChanged();
    void badgeChanged();
    void placeChanged(); // the user went to another account or view inside the page
};

} // namespace dimsum
