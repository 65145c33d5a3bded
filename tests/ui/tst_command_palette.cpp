// The command palette: what is found, in which order, and what running a row does.
#include "ui/commands/command_palette.h"
#include "ui/commands/function_command.h"
#include "ui/commands/fuzzy_match.h"
#include "ui/commands/palette_model.h"
#include "ui/common/theme.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace dimsum;

class TestCommandPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fuzzyFits_data();
    void fuzzyFits();
    void fuzzyOrder();
    void foldingIgnoresCaseAccentsAndWidth();
    void emptyLettersListOnlyWhatCanRun();
    void accountsAreFoundByDomain();
    void unavailableCommandsTellTheirReason();
    void keysMoveAndRun();
    void escapeGivesTheFocusBack();

private:
    void addCommand(const QString &id, const QString &text, bool enabled = true);

    std::unique_ptr<CommandRegistry> m_registry;
    std::unique_ptr<PaletteModel> m_model;
    QStringList m_ran;
};

void TestCommandPalette::init()
{
    applyTheme(*qApp, ThemeChoice::light);
    m_ran.clear();
    m_model.reset();
    m_registry = std::make_unique<CommandRegistry>();
    m_model = std::make_unique<PaletteModel>(*m_registry);
    addCommand(QStringLiteral("a"), QStringLiteral("&Apply tiers…"));
    addCommand(QStringLiteral("b"), QStringLiteral("Go &back"), false);
    addCommand(QStringLiteral("c"), QStringLiteral("&Quit"));
}

void TestCommandPalette::addCommand(const QString &id, const QString &text, bool enabled)
{
    m_registry->add(new FunctionCommand(
        {.id = id,
         .text = [text] { return text; },
         .run = [this, id] { m_ran.append(id); },
         .availability =
             [enabled] {
                 return enabled ? Availability::yes() : Availability::no(QStringLiteral("There is no page before."));
             }},
        m_registry.get()));
}

void TestCommandPalette::fuzzyFits_data()
{
    QTest::addColumn<QString>("letters");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fits");
    QTest::newRow("whole") << "cummins" << "cummins cummins.com" << true;
    QTest::newRow("middle") << "mins" << "cummins" << true;
    QTest::newRow("word starts") << "at" << "apply tiers" << true;
    QTest::newRow("wrong order") << "sc" << "cs" << false;
    QTest::newRow("missing letter") << "cumminx" << "cummins" << false;
    QTest::newRow("strewn letters are noise") << "oei" << "some long note about life" << false;
    QTest::newRow("no letters") << "" << "anything" << true;
}

void TestCommandPalette::fuzzyFits()
{
    QFETCH(QString, letters);
    QFETCH(QString, text);
    QTEST(fuzzyScore(letters, text).has_value(), "fits");
}

void TestCommandPalette::fuzzyOrder()
{
    const auto score = [](const char16_t *text) { return fuzzyScore(u"order", QStringView(text)).value_or(-1); };
    QVERIFY(score(u"orders") > score(u"place order"));
    QVERIFY(score(u"place order") > score(u"reorder"));
    QVERIFY(score(u"reorder") > -1);
}

void TestCommandPalette::foldingIgnoresCaseAccentsAndWidth()
{
    QCOMPARE(foldedForMatch(QStringLiteral("S. Marín")), QStringLiteral("s. marin"));
    QCOMPARE(foldedForMatch(QStringLiteral("ＡＢ")), QStringLiteral("ab"));
    QCOMPARE(foldedForMatch(QStringLiteral("台積電")), QStringLiteral("台積電"));
}

void TestCommandPalette::emptyLettersListOnlyWhatCanRun()
{
    const QAbstractItemModelTester tester(m_model.get());
    m_model->search(QString());
    QStringList shown;
    for (int row = 0; row < m_model->rowCount(); ++row)
        shown.append(m_model->index(row).data().toString());
    QCOMPARE(shown, QStringList({QStringLiteral("Apply tiers"), QStringLiteral("Quit")}));
}

void TestCommandPalette::accountsAreFoundByDomain()
{
    QStringList opened;
    m_model->setEntries({{.text = QStringLiteral("台積電"),
                          .detail = QStringLiteral("Account · tsmc.com"),
                          .keys = QStringLiteral("tsmc.com"),
                          .run = [&opened] { opened.append(QStringLiteral("tsmc")); }},
                         {.text = QStringLiteral("Cummins"), .run = [&opened] { opened.append(QStringLiteral("c")); }}});
    m_model->search(QStringLiteral("tsmc"));
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->index(0).data().toString(), QStringLiteral("台積電"));
    m_model->run(0);
    QCOMPARE(opened, QStringList{QStringLiteral("tsmc")});
    m_model->run(7); // no such row
    QCOMPARE(opened.size(), 1);
}

void TestCommandPalette::unavailableCommandsTellTheirReason()
{
    QSignalSpy refused(m_registry.get(), &CommandRegistry::refused);
    m_model->search(QStringLiteral("back"));
    QCOMPARE(m_model->rowCount(), 1);
    m_model->run(0);
    QVERIFY(m_ran.isEmpty());
    QCOMPARE(refused.count(), 1);
    QCOMPARE(refused.first().first().toString(), QStringLiteral("There is no page before."));
}

void TestCommandPalette::keysMoveAndRun()
{
    QWidget window;
    auto *field = new QLineEdit(&window);
    auto *layout = new QVBoxLayout(&window);
    layout->addWidget(field);
    layout->addStretch();
    CommandPalette palette(field, *m_model, &window);
    QSignalSpy opening(&palette, &CommandPalette::aboutToOpen);
    window.resize(800, 600);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    palette.open();
    QCOMPARE(opening.count(), 1);
    QVERIFY(palette.isVisible());
    QTest::keyClick(field, Qt::Key_Down);
    QCOMPARE(palette.list()->currentIndex().data().toString(), QStringLiteral("Quit"));
    QTest::keyClick(field, Qt::Key_Down); // stays on the last row
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_ran, QStringList{QStringLiteral("c")});
    QVERIFY(!palette.isVisible());

    palette.open();
    QTest::keyClicks(field, QStringLiteral("appl"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_ran, QStringList({QStringLiteral("c"), QStringLiteral("a")}));
    QVERIFY(field->text().isEmpty());
}

void TestCommandPalette::escapeGivesTheFocusBack()
{
    QWidget window;
    auto *field = new QLineEdit(&window);
    auto *other = new QLineEdit(&window);
    auto *layout = new QVBoxLayout(&window);
    layout->addWidget(other);
    layout->addWidget(field);
    CommandPalette palette(field, *m_model, &window);
    window.resize(800, 600);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    other->setFocus();
    palette.open();
    QVERIFY(field->hasFocus());
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!palette.isVisible());
    QVERIFY(other->hasFocus());
    QVERIFY(m_ran.isEmpty());
}

QTEST_MAIN(TestCommandPalette)
#include "tst_command_palette.moc"
