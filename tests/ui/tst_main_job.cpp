// The main job as a person does it in the real window: bring in, say what fits, apply the tiers, tick, order, hand out.
#include "support/ui_fixture.h"

#include "app/composition.h"
#include "service/checking_service.h"
#include "ui/accounts/accounts_page.h"
#include "ui/commands/command_registry.h"
#include "ui/common/apply_bar.h"
#include "ui/common/frozen_table_view.h"
#include "ui/exchange/exchange_page.h"
#include "ui/exchange/import_wizard.h"
#include "ui/icp/icp_page.h"
#include "ui/menu/menu_page.h"
#include "ui/menu/slip_panel.h"
#include "ui/orders/orders_page.h"
#include "ui/tiering/tiering_page.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStandardPaths>

using namespace dimsum;

class TestMainJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void fromFilesToThePlan();

private:
    template <class PageType>
    static PageType *page(Composition &program, const QString &id)
    {
        return qobject_cast<PageType *>(program.window().page(id));
    }
    static bool settle(Composition &program)
    {
        return QTest::qWaitFor([&] { return !program.session().busy() && program.window().settled(); }, UiFixture::patience);
    }
    static bool trigger(Composition &program, const char *id)
    {
        Command *command = program.commands().find(QString::fromLatin1(id));
        if (command == nullptr || !command->availability().enabled)
            return false;
        command->trigger();
        return settle(program);
    }
    // What the slip says, for a failure that explains itself.
    static QString toldOf(const SlipPanel &slip)
    {
        QStringList words;
        for (const QLabel *label : slip.findChildren<QLabel *>()) {
            if (label->isVisible())
                words << label->text();
        }
        return words.join(u'|');
    }
    // The file is dropped on the window, then every step is confirmed with its button.
    static bool bringIn(Composition &program, const QString &file)
    {
        program.window().openFile(file);
        auto *exchange = page<ExchangePage>(program, page_id::exchange);
        ImportWizard &wizard = exchange->wizard();
        if (!settle(program) || program.window().currentPage() != exchange || !exchange->wizardShown())
            return false;
        while (wizard.step() < ImportWizard::Report) {
            if (!QTest::qWaitFor([&] { return wizard.nextButton()->isEnabled(); }, UiFixture::patience))
                return false;
            wizard.nextButton()->click();
            if (!settle(program))
                return false;
        }
        const ImportReport &report = *wizard.report();
        return report.read > 0 && report.read == report.inserted + report.updated + report.unchanged + report.duplicate + report.rejected;
    }
};

void TestMainJob::fromFilesToThePlan()
{
    const QTemporaryDir folder;
    MemoryPreferences preferences;
    preferences.setWho(QStringLiteral("Lena Brandt"));
    FakePrompts prompts;
    Composition program(preferences, prompts);
    program.window().resize(1440, 900);
    program.window().show();
    QVERIFY(QTest::qWaitForWindowExposed(&program.window()));

    // Files as a CRM hands them out.
    GenerateRequest request;
    request.folder = folder.filePath(QStringLiteral("csv"));
    request.world = {.accounts = 240, .activities = 3600, .seed = 8, .asOf = dayOf(QDate::currentDate().year(), QDate::currentDate().month(), QDate::currentDate().day())};
    QVERIFY(generateWorld(request).ok());

    // A new workspace, through the command of the File menu.
    const QString file = folder.filePath(QStringLiteral("work.dimsum"));
    prompts.files = {file};
    QVERIFY(trigger(program, "file.new"));
    QTRY_VERIFY(program.session().snapshot());
    QCOMPARE(program.session().snapshot()->size(), std::size_t(0));

    for (const char *name : {"accounts", "contacts", "opportunities", "activities", "intent"})
        QVERIFY2(bringIn(program, request.folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".csv")), name);
    QTRY_COMPARE(program.session().snapshot()->size(), std::size_t(240));
    QVERIFY(program.session().snapshot()->activities > 0);
    QVERIFY(program.session().snapshot()->signals > 0);

    // What fits.
    const QString icpFile = folder.filePath(QStringLiteral("icp.json"));
    {
        QFile out(icpFile);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(sampleIcpDocument()) > 0);
    }
    program.window().openPage(page_id::icp);
    prompts.files = {icpFile};
    prompts.answers = {true};
    QVERIFY(trigger(program, "icp.load"));
    QTRY_VERIFY(!program.session().snapshot()->icp.criteria.empty());

    // The tiers.
    program.window().openPage(page_id::tiering);
    QVERIFY(settle(program));
    prompts.answers = {true};
    QVERIFY(trigger(program, "tiering.apply"));
    QTRY_VERIFY(program.session().snapshot()->lastApplied);
    const auto snapshot = program.session().snapshot();
    AccountId chosen;
    for (const std::uint32_t row : snapshot->byPriority) {
        if (snapshot->tiers[row] != Tier::none && !chosen.valid())
            chosen = snapshot->accounts.id[row];
    }
    QVERIFY(chosen.valid());
    QVERIFY(!snapshot->reasons(*snapshot->row(chosen)).empty());

    // The default menu is a draft until marketing approves it; then the program starts with the first order's account.
    QVERIFY(trigger(program, "menu.approve"));
    program.window().open({page_id::menu, chosen});
    QVERIFY(settle(program));
    auto *menu = page<MenuPage>(program, page_id::menu);
    QCOMPARE(menu->account(), chosen);
    QTRY_VERIFY(menu->dishes().rowCount() > 0);

    // Tick the first dishes that can be ordered, with the mouse.
    QListView *card = nullptr;
    for (QListView *view : menu->findChildren<QListView *>()) {
        if (view->model() == &menu->dishes())
            card = view;
    }
    QVERIFY(card != nullptr);
    for (int row = 0; row < menu->dishes().rowCount() && menu->dishes().ticked() < 2; ++row) {
        const QModelIndex index = menu->dishes().index(row);
        const Dish dish = index.data(DishModel::DishRole).value<Dish>();
        if (dish.course || dish.locked)
            continue;
        card->scrollTo(index);
        QTest::mouseClick(card->viewport(), Qt::LeftButton, {}, card->visualRect(index).center());
    }
    QCOMPARE(menu->dishes().ticked(), 2);
    for (QComboBox *contact : menu->slip().findChildren<QComboBox *>())
        contact->setCurrentIndex(0);
    QVERIFY(settle(program));
    for (QLineEdit *input : menu->slip().findChildren<QLineEdit *>()) {
        if (input->text().isEmpty())
            QTest::keyClicks(input, QStringLiteral("Hafenstrasse 12, Hamburg"));
    }
    QTRY_VERIFY2(menu->slip().placeButton()->isEnabled(), qPrintable(toldOf(menu->slip())));
    menu->slip().placeButton()->click();
    QVERIFY(settle(program));
    QTRY_COMPARE(program.session().snapshot()->orders.size(), std::size_t(2));

    // It stands in the orders, and in the plan that is handed out.
    program.window().openPage(page_id::orders);
    QVERIFY(settle(program));
    QCOMPARE(page<OrdersPage>(program, page_id::orders)->model().rowCount(), 2);
    program.window().openPage(page_id::exchange);
    auto *exchange = page<ExchangePage>(program, page_id::exchange);
    QVERIFY(settle(program));
    for (QPushButton *button : exchange->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("Done") && button->isVisible())
            button->click();
    }
    const QString plan = folder.filePath(QStringLiteral("plan.csv"));
    prompts.files = {plan};
    QPushButton *exportPlan = nullptr;
    for (QPushButton *button : exchange->findChildren<QPushButton *>()) {
        if (button->accessibleName() == QStringLiteral("Export: Plan"))
            exportPlan = button;
    }
    QVERIFY(exportPlan != nullptr);
    exportPlan->click();
    QVERIFY(settle(program));
    QTRY_VERIFY(QFile::exists(plan));
    QFile in(plan);
    QVERIFY(in.open(QIODevice::ReadOnly));
    const QByteArray text = in.readAll();
    QCOMPARE(text.count('\n'), 242); // a header, one row per order, accounts without orders once
    const std::string domain(snapshot->accounts.domain.at(*snapshot->row(chosen)));
    QCOMPARE(text.count(('\n' + domain + ',').c_str()), 2);

    // The way back: each order is cancelled with its button.
    program.window().openPage(page_id::orders);
    for (int i = 0; i < 2; ++i) {
        page<OrdersPage>(program, page_id::orders)->goTo({page_id::orders, chosen});
        QVERIFY(trigger(program, "orders.cancel"));
        auto *table = page<OrdersPage>(program, page_id::orders)->findChild<FrozenTableView *>();
        table->setCurrentIndex(table->model()->index(1 - table->currentIndex().row(), 0));
    }
    QTRY_VERIFY(std::none_of(program.session().snapshot()->orders.begin(), program.session().snapshot()->orders.end(),
                             [](const OrderRow &order) { return isOpen(order.standing.state); }));

    // Or back step by step with Ctrl+Z: two cancellations, then the placing itself, which is cancelled with it.
    QVERIFY(trigger(program, "edit.undo"));
    QVERIFY(settle(program));
    QVERIFY(trigger(program, "edit.undo"));
    QVERIFY(settle(program));
    QTRY_VERIFY(std::all_of(program.session().snapshot()->orders.begin(), program.session().snapshot()->orders.end(),
                            [](const OrderRow &order) { return isOpen(order.standing.state); }));
    QVERIFY(trigger(program, "edit.undo"));
    QVERIFY(settle(program));
    program.window().openPage(page_id::menu);
    QVERIFY(settle(program));
    QTRY_COMPARE(menu->draft().lines.size(), std::size_t(2)); // ticked again, as before the button
}

QTEST_MAIN(TestMainJob)
#include "tst_main_job.moc"
