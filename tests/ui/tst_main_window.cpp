// The window around the pages: opening, history, errors, undo words, keys, narrow widths, files that are dropped.
#include "support/ui_fixture.h"

#include "ui/commands/command_registry.h"
#include "ui/commands/function_command.h"
#include "ui/commands/shortcut_sheet.h"
#include "ui/common/search_field.h"
#include "ui/main_window.h"
#include "ui/settings/settings_page.h"
#include "ui/window/main_tool_bar.h"
#include "ui/window/message_stack.h"
#include "ui/window/navigation_rail.h"
#include "ui/window/notification_list.h"
#include "ui/window/status_segments.h"
#include "ui/window/status_wording.h"
#include "ui/window/workspace_files.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QMimeData>

using namespace dimsum;

namespace {

// A page that keeps what the window told it.
class NotedPage : public Page
{
public:
    NotedPage(const QString &id, const QString &title) : m_id(id), m_title(title) { setFocusPolicy(Qt::StrongFocus); }

    QString id() const override { return m_id; }
    QString title() const override { return m_title; }
    QString iconName() const override { return QStringLiteral("accounts"); }
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot) override { m_snapshot = std::move(snapshot); }
    StatusTexts statusTexts() const override { return {{m_title + QStringLiteral(" status")}, {}}; }
    Place place() const override { return Place{m_id, m_account}; }
    void goTo(const Place &place) override { m_account = place.account; }
    QVariantMap saveState() const override { return {{QStringLiteral("width"), 42}}; }
    void restoreState(const QVariantMap &state) override { m_restored = state; }
    void openFile(const QString &file) override { m_files.append(file); }
    int badge() const override { return m_snapshot ? 3 : 0; }

    QString m_id, m_title;
    std::shared_ptr<const Snapshot> m_snapshot;
    AccountId m_account;
    QVariantMap m_restored;
    QStringList m_files;
};

// The window with three pages, on the parts of a fixture.
struct Frame {
    explicit Frame(UiFixture &fixture)
        : ui(fixture), files(ui.session, ui.preferences, ui.file(QStringLiteral("sample.dimsum")),
                             [](const QString &, const Progress &) -> Outcome {
                                 return Error{ErrorKind::storage, "No sample in this test."};
                             }),
          window(WindowParts{ui.session, files, ui.preferences, ui.prompts, commands})
    {
        accounts = new NotedPage(page_id::accounts, QStringLiteral("Accounts"));
        menu = new NotedPage(page_id::menu, QStringLiteral("Menu"));
        exchange = new NotedPage(page_id::exchange, QStringLiteral("Exchange"));
        window.addPage(accounts);
        window.addPage(menu);
        window.addPage(exchange);
        window.addPage(new SettingsPage(PageContext{ui.session, ui.prompts, ui.preferences, window}));
        window.finish();
        window.resize(1440, 900);
        window.show();
    }

    QAction *action(const char *id) { return commands.find(QString::fromLatin1(id))->action(); }
    QStringList errors() { return window.findChild<MessageStack *>()->texts(); }

    UiFixture &ui;
    CommandRegistry commands;
    WorkspaceFiles files;
    MainWindow window;
    NotedPage *accounts, *menu, *exchange;
};

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutWorkspaceOnlyTheFirstPageIsThere();
    void openingShowsTheFirstPageAndItsData();
    void backAndForwardFollowPlaces();
    void errorsStayUntilDismissed();
    void undoNamesWhatItTakesBack();
    void commandsHaveWordsAndUniqueKeys();
    void keysOpenPages();
    void narrowWindowsFoldTheRail();
    void droppedTableIsImported();
    void stateSurvivesARestart();
    void asOfOfTheToolBarMovesTheSession();
    void shortcutsCanBeChanged();
    void everyControlHasAName();
    void lastWorkspaceOpensAgain();
};

void TestMainWindow::withoutWorkspaceOnlyTheFirstPageIsThere()
{
    UiFixture ui;
    Frame frame(ui);
    QVERIFY(!frame.window.currentPage());
    QVERIFY(!frame.action("edit.undo")->isEnabled());
    QVERIFY(!frame.action("go.page_accounts")->isEnabled());
    QVERIFY(frame.action("file.open")->isEnabled());
    QVERIFY(frame.action("go.page_accounts")->toolTip().contains(QStringLiteral("Open a workspace first.")));
    QVERIFY(!frame.window.findChild<QDateEdit *>()->isEnabled());
    // A page that this build has not is said, not opened.
    frame.window.openPage(QStringLiteral("roi"));
    QVERIFY(!frame.window.currentPage());
}

void TestMainWindow::openingShowsTheFirstPageAndItsData()
{
    UiFixture ui;
    Frame frame(ui);
    QVERIFY2(ui.openSmall(), qPrintable(ui.problem()));
    QTRY_COMPARE(frame.window.currentPage(), frame.accounts);
    QTRY_VERIFY(frame.accounts->m_snapshot);
    QCOMPARE(frame.accounts->m_snapshot, ui.snapshot());
    QVERIFY(frame.window.windowTitle().contains(QStringLiteral("small.dimsum")));
    QCOMPARE(ui.preferences.recentFiles().size(), 1);
    const auto segments = frame.window.findChildren<StatusSegments *>();
    QCOMPARE(segments.first()->texts(), QStringList{QStringLiteral("Accounts status")});
    QVERIFY(segments.last()->texts().last().startsWith(QStringLiteral("Revision")));
    QTRY_VERIFY(frame.window.settled());

    frame.files.close();
    QTRY_VERIFY(!frame.window.currentPage());
    QVERIFY(!frame.accounts->m_snapshot);
}

void TestMainWindow::backAndForwardFollowPlaces()
{
    UiFixture ui;
    Frame frame(ui);
    QVERIFY2(ui.openSmall(), qPrintable(ui.problem()));
    QTRY_COMPARE(frame.window.currentPage(), frame.accounts);
    const AccountId first = ui.snapshot()->accounts.id.at(0), second = ui.snapshot()->accounts.id.at(1);
    frame.window.openAccount(first);
    frame.window.openMenuCard(second);
    QCOMPARE(frame.window.currentPage(), frame.menu);
    QCOMPARE(frame.menu->m_account, second);
    QVERIFY(frame.action("go.back")->isEnabled());
    frame.accounts->m_account = {};
    frame.action("go.back")->trigger();
    QCOMPARE(frame.window.currentPage(), frame.accounts);
    QCOMPARE(frame.accounts->m_account, first);
    frame.action("go.forward")->trigger();
    QCOMPARE(frame.window.currentPage(), frame.menu);
    QVERIFY(!frame.action("go.forward")->isEnabled());
    QCOMPARE(frame.window.findChild<NavigationRail *>()->current(), page_id::menu);
}

void TestMainWindow::errorsStayUntilDismissed()
{
    UiFixture ui;
    Frame frame(ui);
    ui.session.open(ui.file(QStringLiteral("missing.dimsum")));
    QTRY_COMPARE(frame.errors().size(), 1);
    QVERIFY(frame.errors().first().contains(QStringLiteral("missing.dimsum")));
    QCOMPARE(frame.window.findChild<NotificationList *>()->count(), 1);
    // The same once more is no second panel; a cancelled job is none at all.
    frame.window.showError(Error{ErrorKind::storage, "The disk is full."});
    frame.window.showError(Error{ErrorKind::storage, "The disk is full."});
    frame.window.showError(Error{ErrorKind::cancelled, "Stopped."});
    QCOMPARE(frame.errors().size(), 2);
}

void TestMainWindow::undoNamesWhatItTakesBack()
{
    QCOMPARE(undoWords(UndoStep{.action = "import", .argument = "accounts.csv"}),
             QStringLiteral("import of accounts.csv"));
    QCOMPARE(undoWords(UndoStep{.action = "set_icp"}), QStringLiteral("change of the ICP"));
    QCOMPARE(undoWords(UndoStep{.action = "new_thing", .argument = "x"}), QStringLiteral("new thing x"));
    UiFixture ui;
    Frame frame(ui);
    QVERIFY2(ui.openSmall(), qPrintable(ui.problem()));
    QTRY_VERIFY(frame.action("edit.undo")->isEnabled());
    QVERIFY(frame.action("edit.undo")->text().size() > QStringLiteral("&Undo ").size());
    QVERIFY(!frame.action("edit.redo")->isEnabled());
}

void TestMainWindow::commandsHaveWordsAndUniqueKeys()
{
    UiFixture ui;
    Frame frame(ui);
    QHash<QKeySequence, QString> holders;
    for (Command *command : frame.commands.all()) {
        QVERIFY2(!command->plainText().isEmpty(), qPrintable(command->id()));
        if (!command->availability().enabled)
            QVERIFY2(!command->availability().reason.isEmpty(), qPrintable(command->id()));
        for (const QKeySequence &key : command->shortcuts()) {
            QVERIFY2(!holders.contains(key), qPrintable(command->id() + u' ' + holders.value(key)));
            holders.insert(key, command->id());
        }
    }
    QVERIFY(holders.contains(QKeySequence(Qt::CTRL | Qt::Key_K)));
    QVERIFY(frame.window.menuBar()->actions().size() >= 6);
}

void TestMainWindow::keysOpenPages()
{
    UiFixture ui;
    Frame frame(ui);
    QVERIFY2(ui.openSmall(), qPrintable(ui.problem()));
    QVERIFY(QTest::qWaitForWindowActive(&frame.window));
    QTRY_COMPARE(frame.window.currentPage(), frame.accounts);
    QTest::keyClick(&frame.window, Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(frame.window.currentPage(), frame.menu);
    QTest::keyClick(&frame.window, Qt::Key_K, Qt::ControlModifier);
    auto *search = frame.window.findChild<SearchField *>();
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, QStringLiteral("exchange"));
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(frame.window.currentPage(), frame.exchange);
    QTest::keyClick(&frame.window, Qt::Key_F6);
    QVERIFY(QApplication::focusWidget());
}

void TestMainWindow::narrowWindowsFoldTheRail()
{
    UiFixture ui;
    Frame frame(ui);
    const auto *rail = frame.window.findChild<NavigationRail *>();
    QVERIFY(!rail->iconsOnly());
    const int wide = rail->width();
    frame.window.resize(1000, 700);
    QTRY_VERIFY(rail->iconsOnly());
    QVERIFY(rail->width() < wide);
    frame.window.resize(100, 100);
    QTRY_COMPARE(frame.window.size(), QSize(960, 640));
}

void TestMainWindow::droppedTableIsImported()
{
    UiFixture ui;
    Frame frame(ui);
    QVERIFY2(ui.openSmall(), qPrintable(ui.problem()));
    QTRY_COMPARE(frame.window.currentPage(), frame.accounts);
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(QStringLiteral("/data/accounts.csv"))});
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&frame.window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(300, 300), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&frame.window, &drop);
    QTRY_COMPARE(frame.window.currentPage(), frame.exchange);
    QCOMPARE(frame.exchange->m_files, QStringList{QStringLiteral("/data/accounts.csv")});

    // Without a workspace the file asks for a place of the new one, and is imported there.
    frame.files.close();
    QTRY_VERIFY(!frame.window.currentPage());
    ui.prompts.files = {ui.file(QStringLiteral("mine.dimsum"))};
    frame.window.openFile(QStringLiteral("/data/other.csv"));
    QTRY_COMPARE(frame.exchange->m_files.size(), 2);
    QCOMPARE(frame.exchange->m_files.last(), QStringLiteral("/data/other.csv"));
    QCOMPARE(ui.session.path(), ui.file(QStringLiteral("mine.dimsum")));
}

void TestMainWindow::stateSurvivesARestart()
{
    UiFixture ui;
    {
        Frame frame(ui);
        QVERIFY2(ui.openSmall(), qPrintable(ui.problem()));
        frame.window.openPage(page_id::menu);
        frame.window.close();
        ui.session.close();
        QTRY_VERIFY(!ui.session.isOpen());
    }
    Frame frame(ui);
    QCOMPARE(frame.menu->m_restored.value(QStringLiteral("width")).toInt(), 42);
    QVERIFY2(ui.openSmall(), qPrintable(ui.problem()));
    QTRY_COMPARE(frame.window.currentPage(), frame.menu);
}

void TestMainWindow::asOfOfTheToolBarMovesTheSession()
{
    UiFixture ui;
    Frame frame(ui);
    QVERIFY2(ui.openSmall(), qPrintable(ui.problem()));
    auto *date = frame.window.findChild<QDateEdit *>();
    QTRY_VERIFY(date->isEnabled());
    const Day before = ui.snapshot()->asOf;
    date->setDate(date->date().addDays(-30));
    QTRY_VERIFY(ui.snapshot()->asOf == before - 30);
    QVERIFY(ui.session.pinnedAsOf().has_value());
}

void TestMainWindow::shortcutsCanBeChanged()
{
    UiFixture ui;
    Frame frame(ui);
    ShortcutSheet sheet(frame.commands, ui.preferences, &frame.window);
    sheet.choose(QStringLiteral("help.about"));
    sheet.use(QKeySequence(Qt::CTRL | Qt::Key_K));
    QVERIFY(sheet.message().contains(QStringLiteral("Find anything")));
    QVERIFY(frame.commands.find(QStringLiteral("help.about"))->shortcuts().isEmpty());
    sheet.use(QKeySequence(Qt::CTRL | Qt::Key_F12));
    QVERIFY(sheet.message().isEmpty());
    QCOMPARE(frame.action("help.about")->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_F12));

    UiFixture later;
    later.preferences.setShortcuts(QStringLiteral("help.about"), QStringList{QStringLiteral("Ctrl+F12")});
    Frame restarted(later);
    QCOMPARE(restarted.action("help.about")->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_F12));
}

void TestMainWindow::everyControlHasAName()
{
    UiFixture ui;
    Frame frame(ui);
    QVERIFY2(ui.openSmall(), qPrintable(ui.problem()));
    frame.window.openPage(page_id::settings);
    QSet<const QWidget *> named;
    for (const QLabel *label : frame.window.findChildren<QLabel *>()) {
        if (label->buddy())
            named.insert(label->buddy());
    }
    for (const QWidget *widget : frame.window.findChildren<QWidget *>()) {
        const bool control = qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
                             || qobject_cast<const QComboBox *>(widget)
                             || qobject_cast<const QAbstractItemView *>(widget);
        if (!control || !widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool inner = qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()) != nullptr;
        const bool told = !widget->accessibleName().isEmpty() || named.contains(widget) || inner
                          || (button && !button->text().isEmpty());
        QVERIFY2(told, qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
    }
}

void TestMainWindow::lastWorkspaceOpensAgain()
{
    UiFixture ui;
    Frame frame(ui);
    frame.files.reopenLast(); // nothing was open before
    QVERIFY(!ui.session.isOpen());
    QVERIFY2(ui.openSmall(), qPrintable(ui.problem()));
    const QString path = ui.session.path();
    ui.session.close(); // as the program ends
    QTRY_VERIFY(!ui.session.isOpen());
    frame.files.reopenLast();
    QTRY_COMPARE(ui.session.path(), path);
    QTRY_VERIFY(ui.session.snapshot());
    frame.files.close(); // by the person
    QTRY_VERIFY(!ui.session.isOpen());
    frame.files.reopenLast();
    QTest::qWait(50);
    QVERIFY(!ui.session.isOpen());
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
