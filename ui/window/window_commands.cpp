#include "ui/window/window_commands.h"

#include "service/checking_service.h"
#include "service/tiering_service.h"
#include "service/workspace_session.h"
#include "ui/commands/command_registry.h"
#include "ui/commands/function_command.h"
#include "ui/commands/shortcut_sheet.h"
#include "ui/main_window.h"
#include "ui/page.h"
#include "ui/settings/preferences.h"
#include "ui/window/about_dialog.h"
#include "ui/window/notification_list.h"
#include "ui/window/status_wording.h"
#include "ui/window/workspace_files.h"

#include <QCoreApplication>
#include <QApplication>

namespace dimsum {

namespace {

// What lupdate files the words of this file under.
class WindowCommands
{
    Q_DECLARE_TR_FUNCTIONS(WindowCommands)
};

// Adds commands of one window one after the other; the pieces share what they need.
class Adder
{
public:
    Adder(MainWindow &window, const WindowParts &parts) : m_window(window), m_parts(parts) {}

    void add(CommandParts parts) const { m_parts.commands.add(new FunctionCommand(std::move(parts), &m_window)); }

    std::function<Availability()> whileOpen() const
    {
        return [&session = m_parts.session] {
            return session.isOpen() ? Availability::yes() : Availability::no(WindowCommands::tr("Open a workspace first."));
        };
    }

    void file() const;
    void edit() const;
    void view() const;
    void go() const;
    void tools() const;
    void help() const;

private:
    MainWindow &m_window;
    WindowParts m_parts;
};

void Adder::file() const
{
    MainWindow &window = m_window;
    WorkspaceFiles &files = m_parts.files;
    add({.id = QStringLiteral("file.new"),
         .text = [] { return WindowCommands::tr("&New workspace…"); },
         .run = [&window] { window.askForNewWorkspace(); },
         .iconName = QStringLiteral("add"),
         .menu = CommandMenu::file,
         .shortcuts = QKeySequence::keyBindings(QKeySequence::New)});
    add({.id = QStringLiteral("file.open"),
         .text = [] { return WindowCommands::tr("&Open workspace…"); },
         .run = [&window] { window.askForWorkspace(); },
         .iconName = QStringLiteral("open"),
         .menu = CommandMenu::file,
         .shortcuts = QKeySequence::keyBindings(QKeySequence::Open)});
    add({.id = QStringLiteral("file.sample"),
         .text = [] { return WindowCommands::tr("Open the &sample workspace"); },
         .run = [&files] { files.openSample(); },
         .iconName = QStringLiteral("steamer"),
         .menu = CommandMenu::file,
         .availability =
             [&files] {
                 return files.makingSample() ? Availability::no(WindowCommands::tr("The sample is being made."))
                                             : Availability::yes();
             }});
    add({.id = QStringLiteral("file.import"),
         .text = [] { return WindowCommands::tr("&Import a file…"); },
         .run = [&window] { window.startWithAccounts(); },
         .iconName = QStringLiteral("upload"),
         .menu = CommandMenu::file,
         .section = 1,
         .description = [] { return WindowCommands::tr("Bring in accounts, contacts, activities, intent or deals."); }});
    add({.id = QStringLiteral("file.close"),
         .text = [] { return WindowCommands::tr("&Close workspace"); },
         .run = [&files] { files.close(); },
         .menu = CommandMenu::file,
         .section = 8,
         .shortcuts = QKeySequence::keyBindings(QKeySequence::Close),
         .availability = whileOpen()});
    add({.id = QStringLiteral("file.quit"),
         .text = [] { return WindowCommands::tr("&Quit"); },
         .run = [&window] { window.close(); },
         .menu = CommandMenu::file,
         .section = 9,
         .shortcuts = {QKeySequence(Qt::CTRL | Qt::Key_Q)}});
}

void Adder::edit() const
{
    WorkspaceSession &session = m_parts.session;
    MainWindow &window = m_window;
    add({.id = QStringLiteral("edit.undo"),
         .text =
             [&session] {
                 const UndoStep &step = session.undoState().undo;
                 return step.available() ? WindowCommands::tr("&Undo %1").arg(undoWords(step)) : WindowCommands::tr("&Undo");
             },
         .run = [&session, &preferences = m_parts.preferences] { session.undo(preferences.who()); },
         .iconName = QStringLiteral("undo"),
         .menu = CommandMenu::edit,
         .shortcuts = QKeySequence::keyBindings(QKeySequence::Undo),
         .availability =
             [&session] {
                 return session.undoState().undo.available() ? Availability::yes()
                                                             : Availability::no(WindowCommands::tr("Nothing to undo."));
             }});
    add({.id = QStringLiteral("edit.redo"),
         .text =
             [&session] {
                 const UndoStep &step = session.undoState().redo;
                 return step.available() ? WindowCommands::tr("&Redo %1").arg(undoWords(step)) : WindowCommands::tr("&Redo");
             },
         .run = [&session, &preferences = m_parts.preferences] { session.redo(preferences.who()); },
         .iconName = QStringLiteral("redo"),
         .menu = CommandMenu::edit,
         .shortcuts = {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)},
         .availability =
             [&session] {
                 return session.undoState().redo.available() ? Availability::yes()
                                                             : Availability::no(WindowCommands::tr("Nothing to redo."));
             }});
    add({.id = QStringLiteral("edit.filter"),
         .text = [] { return WindowCommands::tr("&Filter this page"); },
         .run = [&window] { window.focusFilter(); },
         .iconName = QStringLiteral("filter"),
         .menu = CommandMenu::edit,
         .section = 1,
         .shortcuts = QKeySequence::keyBindings(QKeySequence::Find),
         .availability = whileOpen()});
    add({.id = QStringLiteral("edit.settings"),
         .text = [] { return WindowCommands::tr("&Settings"); },
         .run = [&window] { window.openPage(page_id::settings); },
         .iconName = QStringLiteral("settings"),
         .menu = CommandMenu::edit,
         .section = 2,
         .shortcuts = {QKeySequence(Qt::CTRL | Qt::Key_Comma)}});
}

void Adder::view() const
{
    Preferences &preferences = m_parts.preferences;
    MainWindow &window = m_window;
    struct Look {
        const char16_t *id;
        ThemeChoice theme;
        const char *text;
    };
    static constexpr Look looks[] = {
        {u"view.theme_system", ThemeChoice::system, QT_TRANSLATE_NOOP("WindowCommands", "Theme: s&ystem")},
        {u"view.theme_light", ThemeChoice::light, QT_TRANSLATE_NOOP("WindowCommands", "Theme: &light")},
        {u"view.theme_dark", ThemeChoice::dark, QT_TRANSLATE_NOOP("WindowCommands", "Theme: &dark")},
    };
    for (const Look &look : looks) {
        add({.id = QString::fromUtf16(look.id),
             .text = [&look] { return WindowCommands::tr(look.text); },
             .run = [&preferences, &look] { preferences.setTheme(look.theme); },
             .menu = CommandMenu::view,
             .section = 5,
             .checked = [&preferences, &look] { return preferences.theme() == look.theme; }});
    }
    add({.id = QStringLiteral("view.fullscreen"),
         .text = [] { return WindowCommands::tr("&Full screen"); },
         .run =
             [&window] {
                 window.setWindowState(window.windowState() ^ Qt::WindowFullScreen);
             },
         .menu = CommandMenu::view,
         .section = 6,
         .shortcuts = {QKeySequence(Qt::Key_F11)},
         .checked = [&window] { return window.isFullScreen(); }});
    add({.id = QStringLiteral("view.messages"),
         .text = [] { return WindowCommands::tr("&Messages"); },
         .run = [&window] { window.showMessages(); },
         .iconName = QStringLiteral("bell"),
         .menu = CommandMenu::view,
         .section = 7});
}

void Adder::go() const
{
    MainWindow &window = m_window;
    add({.id = QStringLiteral("go.back"),
         .text = [] { return WindowCommands::tr("&Back"); },
         .run = [&window] { window.goBack(); },
         .iconName = QStringLiteral("back"),
         .menu = CommandMenu::go,
         .shortcuts = {QKeySequence(Qt::ALT | Qt::Key_Left), QKeySequence(Qt::Key_Back)},
         .availability =
             [&window] {
                 return window.canGoBack() ? Availability::yes() : Availability::no(WindowCommands::tr("There is no page before."));
             }});
    add({.id = QStringLiteral("go.forward"),
         .text = [] { return WindowCommands::tr("&Forward"); },
         .run = [&window] { window.goForward(); },
         .iconName = QStringLiteral("forward"),
         .menu = CommandMenu::go,
         .shortcuts = {QKeySequence(Qt::ALT | Qt::Key_Right), QKeySequence(Qt::Key_Forward)},
         .availability =
             [&window] {
                 return window.canGoForward() ? Availability::yes() : Availability::no(WindowCommands::tr("There is no page after."));
             }});
    add({.id = QStringLiteral("go.find"),
         .text = [] { return WindowCommands::tr("F&ind anything…"); },
         .run = [&window] { window.openPalette(); },
         .iconName = QStringLiteral("search"),
         .menu = CommandMenu::go,
         .section = 1,
         .shortcuts = {QKeySequence(Qt::CTRL | Qt::Key_K), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)},
         .description = [] { return WindowCommands::tr("An account, a play or an action."); }});
    add({.id = QStringLiteral("go.next_pane"),
         .text = [] { return WindowCommands::tr("&Next pane"); },
         .run = [&window] { window.focusNextPane(1); },
         .menu = CommandMenu::go,
         .section = 9,
         .shortcuts = {QKeySequence(Qt::Key_F6)}});
    add({.id = QStringLiteral("go.previous_pane"),
         .text = [] { return WindowCommands::tr("&Previous pane"); },
         .run = [&window] { window.focusNextPane(-1); },
         .menu = CommandMenu::go,
         .section = 9,
         .shortcuts = {QKeySequence(Qt::SHIFT | Qt::Key_F6)}});
}

void Adder::tools() const
{
    WorkspaceSession &session = m_parts.session;
    MainWindow &window = m_window;
    add({.id = QStringLiteral("tools.score"),
         .text = [] { return WindowCommands::tr("&Score again"); },
         .run =
             [&session] {
                 session.run(WindowCommands::tr("Scoring"), [asOf = session.pinnedAsOf()](Workspace &workspace, const Progress &progress) {
                     return retier(workspace, RetierRequest{.asOf = asOf.value_or(unknownDay)}, progress);
                 });
             },
         .iconName = QStringLiteral("refresh"),
         .menu = CommandMenu::tools,
         .shortcuts = QKeySequence::keyBindings(QKeySequence::Refresh),
         .availability = whileOpen(),
         .description = [] { return WindowCommands::tr("Keeps the scores of today, so that exports can use them. Moves no tier."); }});
    add({.id = QStringLiteral("tools.check"),
         .text = [] { return WindowCommands::tr("&Check workspace"); },
         .run =
             [&session, &window] {
                 session.run(
                     WindowCommands::tr("Checking"),
                     [](Workspace &workspace, const Progress &progress) { return checkWorkspace(workspace, progress); },
                     &window,
                     [&window](const Result<CheckReport> &report) {
                         if (!report.ok()) {
                             window.showError(report.error());
                             return;
                         }
                         for (const Error &finding : report->findings)
                             window.showError(finding);
                         if (report->findings.empty())
                             window.notify(Tone::good, WindowCommands::tr("The workspace is whole: %1 rules checked.").arg(report->checks));
                     },
                     WorkspaceSession::Effect::reads);
             },
         .iconName = QStringLiteral("ok"),
         .menu = CommandMenu::tools,
         .availability = whileOpen()});
}

void Adder::help() const
{
    MainWindow &window = m_window;
    CommandRegistry &commands = m_parts.commands;
    add({.id = QStringLiteral("help.shortcuts"),
         .text = [] { return WindowCommands::tr("&Keyboard shortcuts"); },
         .run = [&window, &commands, &preferences = m_parts.preferences] { ShortcutSheet::open(commands, preferences, &window); },
         .iconName = QStringLiteral("question"),
         .menu = CommandMenu::help,
         .shortcuts = {QKeySequence(Qt::Key_F1)}});
    add({.id = QStringLiteral("help.about"),
         .text = [] { return WindowCommands::tr("&About Dimsum"); },
         .run = [&window] { showAbout(&window); },
         .iconName = QStringLiteral("steamer"),
         .menu = CommandMenu::help,
         .section = 9});
}

} // namespace

void addWindowCommands(MainWindow &window, const WindowParts &parts)
{
    const Adder adder(window, parts);
    adder.file();
    adder.edit();
    adder.view();
    adder.go();
    adder.tools();
    adder.help();
}

void addPageCommands(MainWindow &window, const WindowParts &parts, const QList<Page *> &pages)
{
    const Adder adder(window, parts);
    int number = 0;
    for (Page *page : pages) {
        if (page->id() == page_id::settings)
            continue;
        ++number;
        QList<QKeySequence> keys;
        if (number <= 9)
            keys.append(QKeySequence(static_cast<int>(Qt::CTRL) | (Qt::Key_0 + number)));
        adder.add({.id = QStringLiteral("go.page_") + page->id(),
                   .text = [page] { return page->title(); },
                   .run = [&window, page] { window.openPage(page->id()); },
                   .iconName = page->iconName(),
                   .menu = CommandMenu::go,
                   .section = 5,
                   .shortcuts = keys,
                   .availability = adder.whileOpen()});
    }
}

} // namespace dimsum
