// The parts of MainWindow that change with the commands, the language and the last run: menus, words, state.
#include "ui/main_window.h"

#include "service/workspace_session.h"
#include "ui/commands/command_registry.h"
#include "ui/common/icon.h"
#include "ui/common/theme.h"
#include "ui/page.h"
#include "ui/settings/preferences.h"
#include "ui/window/main_tool_bar.h"
#include "ui/window/navigation_rail.h"
#include "ui/window/status_wording.h"
#include "ui/window/workspace_files.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>

namespace dimsum {

namespace {

constexpr CommandMenu menuOrder[] = {CommandMenu::file,    CommandMenu::edit,   CommandMenu::view,
                                     CommandMenu::go,      CommandMenu::account, CommandMenu::program,
                                     CommandMenu::orders,  CommandMenu::tools,  CommandMenu::help};

QString menuTitle(CommandMenu menu)
{
    switch (menu) {
    case CommandMenu::file:
        return MainWindow::tr("&File");
    case CommandMenu::edit:
        return MainWindow::tr("&Edit");
    case CommandMenu::view:
        return MainWindow::tr("&View");
    case CommandMenu::go:
        return MainWindow::tr("&Go");
    case CommandMenu::account:
        return MainWindow::tr("&Account");
    case CommandMenu::program:
        return MainWindow::tr("&Program");
    case CommandMenu::orders:
        return MainWindow::tr("&Orders");
    case CommandMenu::tools:
        return MainWindow::tr("&Tools");
    case CommandMenu::help:
        return MainWindow::tr("&Help");
    case CommandMenu::none:
        break;
    }
    return {};
}

} // namespace

void MainWindow::buildMenus()
{
    for (const CommandMenu menu : menuOrder) {
        const QList<Command *> commands = m_parts.commands.inMenu(menu);
        if (commands.isEmpty())
            continue;
        QMenu *shown = menuBar()->addMenu(menuTitle(menu));
        m_menus.insert(static_cast<int>(menu), shown);
        int section = commands.constFirst()->section();
        for (Command *command : commands) {
            if (command->section() != section)
                shown->addSeparator();
            section = command->section();
            shown->addAction(command->action());
            if (command->id() == QStringLiteral("file.sample")) {
                m_recentMenu = shown->addMenu(QString());
                fillRecentMenu();
            }
        }
    }
    // Commands of no menu still have keys, and those of pages are reached from the palette.
    for (Command *command : m_parts.commands.all())
        addAction(command->action());

    m_corner = new QWidget(this);
    m_fileIcon = new QLabel(m_corner);
    m_fileLabel = new QLabel(m_corner);
    auto *row = new QHBoxLayout(m_corner);
    row->setContentsMargins(8, 0, 14, 0);
    m_corner->setMinimumHeight(metric::menuBar);
    row->setSpacing(6);
    row->addWidget(m_fileIcon);
    row->addWidget(m_fileLabel);
    menuBar()->setCornerWidget(m_corner, Qt::TopRightCorner);
}

void MainWindow::fillRecentMenu()
{
    if (!m_recentMenu)
        return;
    m_recentMenu->clear();
    m_recentMenu->setTitle(tr("Open &recent"));
    const QStringList files = m_parts.preferences.recentFiles();
    for (const QString &file : files) {
        QAction *action = m_recentMenu->addAction(QFileInfo(file).fileName());
        action->setToolTip(file);
        action->setStatusTip(file);
        action->setEnabled(QFileInfo::exists(file));
        connect(action, &QAction::triggered, this, [this, file] { m_parts.files.open(file); });
    }
    m_recentMenu->menuAction()->setEnabled(!files.isEmpty());
}

void MainWindow::retranslate()
{
    for (auto it = m_menus.cbegin(); it != m_menus.cend(); ++it)
        it.value()->setTitle(menuTitle(static_cast<CommandMenu>(it.key())));
    for (const Page *page : m_pages)
        m_rail->setTitle(page->id(), page->title());
    m_parts.commands.refresh();
    fillRecentMenu();
    const Theme &theme = Theme::of(this);
    m_fileIcon->setPixmap(themedIcon(QStringLiteral("disk")).pixmap(QSize(14, 14), devicePixelRatioF()));
    m_fileLabel->setFont(theme.font(TypeSize::small));
    if (m_snapshot)
        m_toolBar->setProgram(programWords(*m_snapshot));
    m_fileLabel->setText(m_parts.session.isOpen() ? m_parts.files.openName() : tr("No workspace open"));
    m_paletteSnapshot.reset();
    updateStatus();
}

void MainWindow::restoreLastRun()
{
    resize(1440, 900);
    restoreGeometry(m_parts.preferences.state(QStringLiteral("window/geometry")).toByteArray());
    for (Page *page : m_pages) {
        const QVariant state = m_parts.preferences.state(QStringLiteral("page/") + page->id());
        if (state.isValid())
            page->restoreState(state.toMap());
    }
    for (Command *command : m_parts.commands.all()) {
        const QVariant keys = m_parts.preferences.shortcuts(command->id());
        if (!keys.isValid())
            continue;
        QList<QKeySequence> own;
        for (const QString &key : keys.toStringList())
            own.append(QKeySequence(key, QKeySequence::PortableText));
        command->setShortcuts(own);
    }
}

void MainWindow::saveState()
{
    m_parts.preferences.setState(QStringLiteral("window/geometry"), saveGeometry());
    if (const Page *shown = currentPage())
        m_parts.preferences.setState(QStringLiteral("window/page"), shown->id());
    for (const Page *page : m_pages) {
        if (const QVariantMap state = page->saveState(); !state.isEmpty())
            m_parts.preferences.setState(QStringLiteral("page/") + page->id(), state);
    }
}

} // namespace dimsum
