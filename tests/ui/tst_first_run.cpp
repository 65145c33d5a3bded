// The first-run page: nothing modal, the sample made by a job, reasons in words, recent files, look and language.
#include "support/ui_fixture.h"

#include "ui/common/segmented.h"
#include "ui/first_run/choice_button.h"
#include "ui/first_run/first_run_page.h"
#include "ui/window/workspace_files.h"

#include <QListView>
#include <QSignalSpy>

using namespace dimsum;

class TestFirstRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choicesAskTheWindow();
    void teamIsDisabledWithAReason();
    void sampleIsMadeOnceAndOpened();
    void stoppedSampleLeavesNothing();
    void failedSampleIsTold();
    void recentFilesOpen();
    void themeFollowsTheSegments();

private:
    // What `dimsum demo` does, as far as this page is concerned.
    static Outcome makeEmpty(const QString &file, const Progress &progress)
    {
        progress.at(1, 2);
        const auto made = Workspace::create(file, NewWorkspace{.name = QStringLiteral("Sample")});
        return made.ok() ? Outcome(Done{}) : Outcome(made.error());
    }
};

namespace {

ChoiceButton *choice(const QWidget &page, const char *words)
{
    for (ChoiceButton *button : page.findChildren<ChoiceButton *>()) {
        if (button->text().contains(QLatin1String(words)))
            return button;
    }
    return nullptr;
}

} // namespace

void TestFirstRun::choicesAskTheWindow()
{
    UiFixture ui;
    WorkspaceFiles files(ui.session, ui.preferences, ui.file(QStringLiteral("s.dimsum")), makeEmpty);
    FirstRunPage page(files, ui.preferences);
    QSignalSpy accounts(&page, &FirstRunPage::accountsRequested);
    QSignalSpy workspace(&page, &FirstRunPage::workspaceRequested);
    choice(page, "my accounts")->click();
    choice(page, "workspace file")->click();
    QCOMPARE(accounts.count(), 1);
    QCOMPARE(workspace.count(), 1);
    for (const ChoiceButton *button : page.findChildren<ChoiceButton *>())
        QVERIFY(!button->accessibleName().isEmpty());
}

void TestFirstRun::teamIsDisabledWithAReason()
{
    UiFixture ui;
    WorkspaceFiles files(ui.session, ui.preferences, ui.file(QStringLiteral("s.dimsum")), makeEmpty);
    FirstRunPage page(files, ui.preferences);
    QVERIFY(!choice(page, "team")->isEnabled());
    QVERIFY(choice(page, "team")->description().contains(QStringLiteral("Not in this version")));
}

void TestFirstRun::sampleIsMadeOnceAndOpened()
{
    UiFixture ui;
    int made = 0;
    const QString sample = ui.file(QStringLiteral("deep/down/sample.dimsum"));
    WorkspaceFiles files(ui.session, ui.preferences, sample, [&made](const QString &file, const Progress &progress) {
        ++made;
        return makeEmpty(file, progress);
    });
    FirstRunPage page(files, ui.preferences);
    page.show();
    ChoiceButton *button = choice(page, "sample");
    button->click();
    QVERIFY(files.makingSample());
    QVERIFY(!button->isEnabled()); // a second click makes no second one
    files.openSample();
    QTRY_VERIFY(ui.session.isOpen() && ui.session.snapshot());
    QCOMPARE(ui.session.path(), sample);
    QCOMPARE(made, 1);
    QVERIFY(button->isEnabled());
    QCOMPARE(QFileInfo(sample).dir().entryList(QDir::Files).filter(QStringLiteral("making-")), QStringList());

    files.close();
    QTRY_VERIFY(!ui.session.isOpen());
    files.openSample();
    QTRY_VERIFY(ui.session.isOpen());
    QCOMPARE(made, 1);
    QCOMPARE(ui.preferences.recentFiles(), QStringList{sample});
}

void TestFirstRun::stoppedSampleLeavesNothing()
{
    UiFixture ui;
    const QString sample = ui.file(QStringLiteral("sample.dimsum"));
    {
        WorkspaceFiles files(ui.session, ui.preferences, sample, [](const QString &file, const Progress &progress) -> Outcome {
            QFile half(file);
            if (!half.open(QIODevice::WriteOnly))
                return Error{ErrorKind::storage, "no file"};
            half.close();
            while (!progress.cancelled())
                QThread::msleep(5);
            return Error{ErrorKind::cancelled, "Stopped."};
        });
        files.openSample();
        QTest::qWait(30);
    } // closed while the sample is being made
    QCOMPARE(QDir(ui.folder.path()).entryList(QDir::Files), QStringList());
}

void TestFirstRun::failedSampleIsTold()
{
    UiFixture ui;
    WorkspaceFiles files(ui.session, ui.preferences, ui.file(QStringLiteral("s.dimsum")),
                         [](const QString &, const Progress &) -> Outcome {
                             return Error{ErrorKind::storage, "The disk is full."};
                         });
    FirstRunPage page(files, ui.preferences);
    QStringList told;
    connect(&files, &WorkspaceFiles::failed, this, [&told](const Error &error) { told.append(errorText(error)); });
    choice(page, "sample")->click();
    QTRY_COMPARE(told, QStringList{QStringLiteral("The disk is full.")});
    QVERIFY(choice(page, "sample")->isEnabled());
    QVERIFY(!ui.session.isOpen());
}

void TestFirstRun::recentFilesOpen()
{
    UiFixture ui;
    QVERIFY2(ui.openEmpty(), qPrintable(ui.problem()));
    const QString known = ui.session.path();
    ui.session.close();
    QTRY_VERIFY(!ui.session.isOpen());
    WorkspaceFiles files(ui.session, ui.preferences, ui.file(QStringLiteral("s.dimsum")), makeEmpty);
    FirstRunPage page(files, ui.preferences);
    auto *list = page.findChild<QListView *>();
    QCOMPARE(list->model()->rowCount(), 0);
    ui.preferences.addRecentFile(ui.file(QStringLiteral("gone.dimsum")));
    ui.preferences.addRecentFile(known);
    QCOMPARE(list->model()->rowCount(), 2);
    QVERIFY(list->model()->index(0, 0).flags() & Qt::ItemIsEnabled);
    QVERIFY(!(list->model()->index(1, 0).flags() & Qt::ItemIsEnabled)); // not there any more
    Q_EMIT list->activated(list->model()->index(0, 0));
    QTRY_VERIFY(ui.session.isOpen());
    QCOMPARE(ui.session.path(), known);
}

void TestFirstRun::themeFollowsTheSegments()
{
    UiFixture ui;
    WorkspaceFiles files(ui.session, ui.preferences, ui.file(QStringLiteral("s.dimsum")), makeEmpty);
    FirstRunPage page(files, ui.preferences);
    auto *segments = page.findChild<Segmented *>();
    segments->setCurrent(2);
    QCOMPARE(ui.preferences.theme(), ThemeChoice::dark);
    ui.preferences.setTheme(ThemeChoice::light);
    QCOMPARE(segments->current(), 1);
}

QTEST_MAIN(TestFirstRun)
#include "tst_first_run.moc"
