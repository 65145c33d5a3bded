#include "ui/main_window.h"

#include "qt/wording.h"
#include "service/tiering_service.h"
#include "service/workspace_session.h"
#include "ui/commands/command_palette.h"
#include "ui/commands/command_registry.h"
#include "ui/commands/palette_model.h"
#include "ui/common/icon.h"
#include "ui/common/prompts.h"
#include "ui/common/search_field.h"
#include "ui/common/steamer_band.h"
#include "ui/first_run/first_run_page.h"
#include "ui/page.h"
#include "ui/settings/preferences.h"
#include "ui/window/main_tool_bar.h"
#include "ui/window/message_stack.h"
#include "ui/window/navigation_rail.h"
#include "ui/window/notification_list.h"
#include "ui/window/palette_entries.h"
#include "ui/window/score_status.h"
#include "ui/window/status_segments.h"
#include "ui/window/status_wording.h"
#include "ui/window/window_commands.h"
#include "ui/window/workspace_files.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QMimeData>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace dimsum {

namespace {

constexpr QSize smallestWindow(960, 640);
constexpr int narrowBelow = 1180;
constexpr int iconsBelow = 1024;
constexpr int hintMilliseconds = 6000;

QString firstLocalFile(const QMimeData *mime)
{
    for (const QUrl &url : mime->urls()) {
        if (url.isLocalFile())
            return url.toLocalFile();
    }
    return {};
}

} // namespace

MainWindow::MainWindow(const WindowParts &parts, QWidget *parent) : QMainWindow(parent), m_parts(parts)
{
    setObjectName(QStringLiteral("mainWindow"));
    setMinimumSize(smallestWindow);
    setAcceptDrops(true);
    addWindowCommands(*this, m_parts);
    buildToolBar();
    buildBody();
    connectSession();
}

MainWindow::~MainWindow()
{
    // Unseen: where a page goes, the stack would show the next one, and that would begin to compute.
    hide();
    // Pages go while their session and the other parts of this window are still there.
    qDeleteAll(m_pages);
}

void MainWindow::buildToolBar()
{
    const auto action = [this](const char16_t *id) {
        return m_parts.commands.find(QString::fromUtf16(id))->action();
    };
    m_toolBar = new MainToolBar({.back = action(u"go.back"),
                                 .forward = action(u"go.forward"),
                                 .undo = action(u"edit.undo"),
                                 .redo = action(u"edit.redo"),
                                 .messages = action(u"view.messages"),
                                 .help = action(u"help.shortcuts")},
                                this);
    addToolBar(Qt::TopToolBarArea, m_toolBar);
    m_notifications = new NotificationList(this);
    connect(m_notifications, &NotificationList::unreadChanged, this, [this](int unread) {
        m_toolBar->setUnread(unread);
        m_parts.commands.find(QStringLiteral("view.messages"))->changed();
    });
    m_paletteModel = new PaletteModel(m_parts.commands, this);
    m_palette = new CommandPalette(m_toolBar->search(), *m_paletteModel, this);
    connect(m_palette, &CommandPalette::aboutToOpen, this, &MainWindow::fillPalette);
    connect(m_toolBar, &MainToolBar::asOfChosen, this, [this](Day day) { m_parts.session.setAsOf(day); });
    connect(m_toolBar, &MainToolBar::todayChosen, this, [this] { m_parts.session.setAsOf(std::nullopt); });
    connect(m_toolBar->scores(), &ScoreStatus::cancelRequested, &m_parts.session, &WorkspaceSession::cancel);
    connect(m_toolBar->scores(), &ScoreStatus::scoreAgainRequested, this,
            [this] { m_parts.commands.find(QStringLiteral("tools.score"))->trigger(); });
    connect(&m_parts.commands, &CommandRegistry::refused, this, &MainWindow::hint);
}

void MainWindow::buildBody()
{
    m_rail = new NavigationRail(this);
    m_stack = new QStackedWidget(this);
    m_messages = new MessageStack(this);
    m_firstRun = new FirstRunPage(m_parts.files, m_parts.preferences, this);
    m_stack->addWidget(m_firstRun);
    connect(m_rail, &NavigationRail::pageChosen, this, [this](const QString &id) { openPage(id); });
    connect(m_firstRun, &FirstRunPage::accountsRequested, this, &MainWindow::startWithAccounts);
    connect(m_firstRun, &FirstRunPage::workspaceRequested, this, &MainWindow::askForWorkspace);

    auto *right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addWidget(m_messages);
    right->addWidget(m_stack, 1);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addLayout(right, 1);
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new SteamerBand(body));
    column->addLayout(row, 1);
    setCentralWidget(body);

    m_statusLeft = new StatusSegments(StatusSegments::Side::left, this);
    m_statusRight = new StatusSegments(StatusSegments::Side::right, this);
    statusBar()->setFixedHeight(metric::statusBar);
    statusBar()->addWidget(m_statusLeft, 1);
    statusBar()->addPermanentWidget(m_statusRight);
}

void MainWindow::connectSession()
{
    WorkspaceSession &session = m_parts.session;
    connect(&session, &WorkspaceSession::snapshotChanged, this, &MainWindow::takeSnapshot);
    connect(&session, &WorkspaceSession::opened, this, &MainWindow::workspaceChanged);
    connect(&session, &WorkspaceSession::closed, this, &MainWindow::workspaceChanged);
    connect(&session, &WorkspaceSession::failed, this, &MainWindow::showError);
    connect(&session, &WorkspaceSession::undoStateChanged, this, [this] { m_parts.commands.refresh(); });
    connect(&session, &WorkspaceSession::jobStarted, this,
            [this](const QString &label) { m_toolBar->scores()->showJob(label, 0, 0); });
    connect(&session, &WorkspaceSession::jobProgress, this, [this](const QString &label, qint64 done, qint64 total) {
        if (m_parts.session.busy()) // the last word of a job that has ended is no news
            m_toolBar->scores()->showJob(label, done, total);
    });
    connect(&session, &WorkspaceSession::jobFinished, this, [this] { updateScores(); });
    connect(&session, &WorkspaceSession::changedElsewhere, this,
            [this] { notify(Tone::plain, tr("Somebody else changed this workspace; what you see is read again.")); });
    connect(&m_parts.files, &WorkspaceFiles::failed, this, &MainWindow::showError);
    connect(&m_parts.preferences, &Preferences::recentFilesChanged, this, &MainWindow::fillRecentMenu);
}

void MainWindow::addPage(Page *page)
{
    m_pages.append(page);
    m_stack->addWidget(page);
    const bool foot = page->id() == page_id::settings;
    m_rail->addPage(page->id(), page->title(), page->iconName(),
                    foot ? NavigationRail::Stand::foot : NavigationRail::Stand::top);
    for (Command *command : page->commands())
        m_parts.commands.add(command);
    connect(page, &Page::statusTextsChanged, this, &MainWindow::updateStatus);
    connect(page, &Page::badgeChanged, this, [this, page] { m_rail->setBadge(page->id(), page->badge()); });
    connect(page, &Page::placeChanged, this, [this, page] {
        if (page == currentPage()) {
            Place place = page->place();
            place.page = page->id();
            m_history.refresh(place);
        }
    });
}

void MainWindow::finish()
{
    addPageCommands(*this, m_parts, m_pages);
    buildMenus();
    restoreLastRun();
    retranslate();
    workspaceChanged();
}

Page *MainWindow::page(const QString &id) const
{
    for (Page *page : m_pages) {
        if (page->id() == id)
            return page;
    }
    return nullptr;
}

Page *MainWindow::currentPage() const
{
    return qobject_cast<Page *>(m_stack->currentWidget());
}

bool MainWindow::settled() const
{
    const Page *shown = currentPage();
    const bool loaded = !m_parts.session.isOpen() || m_snapshot;
    return loaded && !m_parts.session.busy() && (!shown || shown->settled());
}

void MainWindow::openFile(const QString &file)
{
    if (WorkspaceFiles::isWorkspaceFile(file)) {
        m_parts.files.open(file);
    } else if (m_parts.session.isOpen()) {
        startImport(file);
    } else {
        const QString place = QFileInfo(file).absolutePath() + u'/' + QFileInfo(file).completeBaseName();
        const QString workspace =
            m_parts.prompts.fileToSave(this, tr("Keep the new workspace as"), place + QStringLiteral(".dimsum"),
                                       WorkspaceFiles::fileFilters(), QStringLiteral("dimsum"));
        if (workspace.isEmpty())
            return;
        m_importWaiting = file;
        m_parts.files.create(workspace);
    }
}

void MainWindow::startWithAccounts()
{
    const QString file = m_parts.prompts.fileToOpen(this, tr("Start with my accounts"),
                                                    {tr("Tables (*.csv *.tsv *.txt *.xlsx)"), tr("All files (*)")});
    if (!file.isEmpty())
        openFile(file);
}

void MainWindow::askForWorkspace()
{
    const QString file =
        m_parts.prompts.fileToOpen(this, tr("Open a workspace"), WorkspaceFiles::fileFilters());
    if (!file.isEmpty())
        m_parts.files.open(file);
}

void MainWindow::askForNewWorkspace()
{
    const QString file =
        m_parts.prompts.fileToSave(this, tr("New workspace"), tr("workspace") + QStringLiteral(".dimsum"),
                                   WorkspaceFiles::fileFilters(), QStringLiteral("dimsum"));
    if (!file.isEmpty())
        m_parts.files.create(file);
}

void MainWindow::takeSnapshot(const std::shared_ptr<const Snapshot> &snapshot)
{
    m_snapshot = snapshot;
    for (Page *page : m_pages) {
        page->setSnapshot(snapshot);
        m_rail->setBadge(page->id(), page->badge());
    }
    m_toolBar->setProgram(snapshot ? programWords(*snapshot) : QString());
    m_toolBar->setAsOf(snapshot ? snapshot->asOf : unknownDay, m_parts.session.pinnedAsOf().has_value());
    updateScores();
    updateStatus();
    m_parts.commands.refresh();
}

void MainWindow::workspaceChanged()
{
    const bool isOpen = m_parts.session.isOpen();
    for (const Page *page : m_pages)
        m_rail->setPageEnabled(page->id(), isOpen || page->id() == page_id::settings);
    for (const CommandMenu menu : {CommandMenu::account, CommandMenu::program, CommandMenu::orders}) {
        if (QMenu *shown = m_menus.value(static_cast<int>(menu)))
            shown->menuAction()->setEnabled(isOpen);
    }
    m_fileIcon->setVisible(isOpen);
    m_fileLabel->setText(isOpen ? m_parts.files.openName() : tr("No workspace open"));
    m_fileLabel->setToolTip(m_parts.session.path());
    setWindowFilePath(isOpen ? m_parts.session.path() : QString());
    setWindowTitle(isOpen ? tr("%1 – Dimsum").arg(m_parts.files.openName()) : tr("Dimsum"));
    m_corner->adjustSize();
    m_messages->clear();
    m_history.clear();
    if (!isOpen) {
        takeSnapshot(nullptr);
        m_stack->setCurrentWidget(m_firstRun);
        m_firstRun->setFocus();
        m_rail->setCurrent(QString());
    } else if (!m_importWaiting.isEmpty()) {
        startImport(std::exchange(m_importWaiting, QString()));
    } else {
        const QString last = m_parts.preferences.state(QStringLiteral("window/page")).toString();
        const bool known = page(last) && last != page_id::settings;
        if (known)
            open(Place{last});
        else if (!m_pages.isEmpty())
            open(Place{m_pages.constFirst()->id()});
    }
    updateStatus();
    m_parts.commands.refresh();
}

void MainWindow::open(const Place &place)
{
    if (!page(place.page)) {
        hint(tr("This version has no page for that yet."));
        return;
    }
    if (const Page *before = currentPage()) {
        Place left = before->place();
        left.page = before->id();
        m_history.refresh(left);
    }
    m_history.visit(place);
    showPlace(place);
}

void MainWindow::showPlace(const Place &place)
{
    Page *shown = page(place.page);
    // Keys go to the page's main part, unless the person is elsewhere: in the rail, the dock, a tool bar.
    const QWidget *focus = QApplication::focusWidget();
    const bool keysAreHere = !focus || m_stack->isAncestorOf(focus);
    m_stack->setCurrentWidget(shown);
    if (keysAreHere)
        shown->setFocus(Qt::OtherFocusReason);
    m_rail->setCurrent(place.page);
    if (place.account.valid() || !place.detail.isEmpty())
        shown->goTo(place);
    updateStatus();
    m_parts.commands.refresh();
}

void MainWindow::goBack()
{
    if (m_history.canGoBack())
        showPlace(Place(m_history.back()));
}

void MainWindow::goForward()
{
    if (m_history.canGoForward())
        showPlace(Place(m_history.forward()));
}

void MainWindow::startImport(const QString &file)
{
    Page *exchange = page(page_id::exchange);
    if (!exchange) {
        hint(tr("This version imports on the command line: dimsum import."));
        return;
    }
    openPage(page_id::exchange);
    exchange->openFile(file);
}

void MainWindow::showError(const Error &error)
{
    // Who pressed Cancel knows it.
    if (error.kind == ErrorKind::cancelled)
        return;
    m_messages->show(error);
    m_notifications->add(Tone::red, errorText(error), QDateTime::currentDateTime());
}

void MainWindow::notify(Tone tone, const QString &text)
{
    m_notifications->add(tone, text, QDateTime::currentDateTime());
    statusBar()->showMessage(text, hintMilliseconds);
}

void MainWindow::hint(const QString &text)
{
    statusBar()->showMessage(text, hintMilliseconds);
}

void MainWindow::openPalette()
{
    m_palette->open();
}

void MainWindow::focusFilter()
{
    if (Page *shown = currentPage())
        shown->focusFilter();
}

void MainWindow::showMessages()
{
    m_notifications->popUp(m_toolBar->bell());
}

void MainWindow::focusNextPane(int step)
{
    QList<QWidget *> panes{m_rail};
    panes.append(currentPage() ? currentPage()->panes() : QList<QWidget *>{m_firstRun});
    panes.append(m_toolBar->search());
    panes.removeIf([](const QWidget *pane) { return !pane || !pane->isVisible(); });
    const QWidget *focus = QApplication::focusWidget();
    qsizetype at = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (focus && (panes[i] == focus || panes[i]->isAncestorOf(focus)))
            at = i;
    }
    const qsizetype next = at < 0 ? 0 : (at + step + panes.size()) % panes.size();
    QWidget *pane = panes[next];
    if (pane->focusPolicy() == Qt::NoFocus && !pane->focusProxy()) {
        // A pane of several controls: its first one that takes keys.
        for (QWidget *child : pane->findChildren<QWidget *>()) {
            if (child->isVisible() && child->isEnabled() && child->focusPolicy() & Qt::TabFocus) {
                child->setFocus(Qt::TabFocusReason);
                return;
            }
        }
    }
    pane->setFocus(Qt::TabFocusReason);
}

void MainWindow::fillPalette()
{
    if (m_paletteSnapshot == m_snapshot)
        return;
    m_paletteSnapshot = m_snapshot;
    m_paletteModel->setEntries(m_snapshot ? paletteEntries(*m_snapshot, *this) : std::vector<PaletteEntry>());
}

void MainWindow::updateStatus()
{
    StatusTexts texts;
    if (const Page *shown = currentPage())
        texts = shown->statusTexts();
    if (m_snapshot) {
        texts.right.append(dataWords(*m_snapshot));
    } else {
        texts.left = QStringList{m_parts.session.isOpen() ? tr("Reading the workspace") : tr("No workspace open")};
        texts.right = {tr("F1 shows all shortcuts"), tr("Version %1").arg(QCoreApplication::applicationVersion())};
    }
    m_statusLeft->setTexts(texts.left);
    m_statusRight->setTexts(texts.right);
}

void MainWindow::updateScores()
{
    ScoreStatus *scores = m_toolBar->scores();
    if (m_parts.session.busy())
        return;
    scores->endJob();
    if (!m_snapshot)
        scores->setState(ScoreStatus::State::none);
    else
        scores->setState(m_snapshot->keptScoresStale() ? ScoreStatus::State::stale : ScoreStatus::State::upToDate);
}

void MainWindow::updateNarrow()
{
    m_rail->setIconsOnly(width() < iconsBelow);
    m_toolBar->setNarrow(width() < narrowBelow);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    updateNarrow();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_corner)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveState();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!firstLocalFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString file = firstLocalFile(event->mimeData());
    if (file.isEmpty())
        return;
    event->acceptProposedAction();
    // After the drop is over: the file manager waits for it, and the import page may ask something.
    QMetaObject::invokeMethod(this, [this, file] { openFile(file); }, Qt::QueuedConnection);
}

} // namespace dimsum
