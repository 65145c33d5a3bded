// The window around the pages: menus and tool bar from the commands, rail, stack, status bar, what went wrong.
// It owns no rule and no figure; it shows what the session publishes and hands wishes on. GUI thread.
#pragma once

#include "ui/navigation.h"
#include "ui/window/place_history.h"

#include <QHash>
#include <QMainWindow>
#include <QPointer>

#include <memory>

class QLabel;
class QStackedWidget;

namespace dimsum {

class Command;
class CommandPalette;
class CommandRegistry;
class FirstRunPage;
class MainToolBar;
class MessageStack;
class NavigationRail;
class NotificationList;
class Page;
class PaletteModel;
class Preferences;
class Prompts;
class StatusSegments;
class WorkspaceFiles;
class WorkspaceSession;
struct Snapshot;

// All of them outlive the window.
struct WindowParts {
    WorkspaceSession &session;
    WorkspaceFiles &files;
    Preferences &preferences;
    Prompts &prompts;
    CommandRegistry &commands;
};

class MainWindow : public QMainWindow, public Navigation
{
    Q_OBJECT

public:
    explicit MainWindow(const WindowParts &parts, QWidget *parent = nullptr);
    ~MainWindow() override;

    // In the order of the rail; the window takes ownership. Settings go to the foot.
    void addPage(Page *page);
    // After the last page: menus, keys, state of the last run.
    void finish();

    Page *page(const QString &id) const; // null if this build has none
    Page *currentPage() const;           // null on the first-run page
    // Nothing is being computed that belongs to the picture.
    bool settled() const;

    // A workspace is opened, anything else is imported: files of the command line and of a drop.
    void openFile(const QString &file);

    // Steps of the user, as the commands call them.
    void goBack();
    void goForward();
    bool canGoBack() const { return m_history.canGoBack(); }
    bool canGoForward() const { return m_history.canGoForward(); }
    void openPalette();
    void focusFilter();
    void focusNextPane(int step);
    void showMessages();
    void startWithAccounts();
    void askForWorkspace();
    void askForNewWorkspace();

    // Navigation
    void open(const Place &place) override;
    void startImport(const QString &file) override;
    void showError(const Error &error) override;
    void notify(Tone tone, const QString &text) override;
    void hint(const QString &text) override;

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildBody();
    void buildToolBar();
    void buildMenus();
    void fillRecentMenu();
    void connectSession();
    void takeSnapshot(const std::shared_ptr<const Snapshot> &snapshot);
    void workspaceChanged();
    void fillPalette();
    void showPlace(const Place &place);
    void updateStatus();
    void updateScores();
    void updateNarrow();
    void retranslate();
    void restoreLastRun();
    void saveState();

    WindowParts m_parts;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::shared_ptr<const Snapshot> m_paletteSnapshot; // the one that the palette lists
    QList<Page *> m_pages;
    PlaceHistory m_history;
    QString m_importWaiting; // to be imported as soon as the new workspace is open

    FirstRunPage *m_firstRun = nullptr;
    NavigationRail *m_rail = nullptr;
    QStackedWidget *m_stack = nullptr;
    MessageStack *m_messages = nullptr;
    NotificationList *m_notifications = nullptr;
    MainToolBar *m_toolBar = nullptr;
    PaletteModel *m_paletteModel = nullptr;
    CommandPalette *m_palette = nullptr;
    StatusSegments *m_statusLeft = nullptr;
    StatusSegments *m_statusRight = nullptr;
    QWidget *m_corner = nullptr;
    QLabel *m_fileIcon = nullptr;
    QLabel *m_fileLabel = nullptr;
    QMenu *m_recentMenu = nullptr;
    QHash<int, QMenu *> m_menus; // by CommandMenu
};

} // namespace dimsum
