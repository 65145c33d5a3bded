// A quarter from the window alone: marketing sets up program, menu and money; three reps order; marketing approves, offers
// something cheaper, makes and delivers, looks at calendar, work and budgets, hands out; a rep takes up the offer; the
// program is closed and the next one begun. Real widgets throughout. With DIMSUM_FILM=FOLDER every scene is kept as a
// picture, light and dark.
#include "support/ui_fixture.h"

#include "app/composition.h"
#include "qt/display_text.h"
#include "service/checking_service.h"
#include "ui/accounts/accounts_page.h"
#include "ui/commands/command_registry.h"
#include "ui/common/frozen_table_view.h"
#include "ui/menu/bulk_order_dialog.h"
#include "ui/menu/menu_overview.h"
#include "ui/menu/menu_page.h"
#include "ui/menu/play_dialog.h"
#include "ui/menu/program_dialog.h"
#include "ui/menu/slip_panel.h"
#include "ui/orders/board_view.h"
#include "ui/orders/budgets_view.h"
#include "ui/orders/calendar_view.h"
#include "ui/orders/orders_page.h"
#include "ui/orders/reject_dialog.h"
#include "ui/today/today_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTableWidget>

using namespace dimsum;

class TestQuarterStory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        m_ui = std::make_unique<UiFixture>();
        QVERIFY2(m_ui->openSmall(), qPrintable(m_ui->problem())); // accounts, events, tiers: their own story is tst_main_job
        m_file = m_ui->file(QStringLiteral("small.dimsum"));
        m_ui->session.close();
        m_program = std::make_unique<Composition>(m_preferences, m_prompts);
        window().resize(1440, 900);
        window().show();
        QVERIFY(QTest::qWaitForWindowExposed(&window()));
        window().openFile(m_file);
        QTRY_VERIFY(m_program->session().snapshot());
        QVERIFY(settle());
    }
    void cleanupTestCase()
    {
        m_program.reset();
        m_ui.reset();
    }

    void marketingSetsUpTheQuarter()
    {
        be("Mara Kern");
        window().openPage(page_id::menu);
        QVERIFY(trigger("menu.overview"));
        auto *editor = window().findChild<MenuOverview *>();
        QVERIFY(editor);
        // The period, with a holiday; whatever the day of this run is, there is time to deliver.
        press(editor, QStringLiteral("Program…"));
        auto *period = editor->findChild<ProgramDialog *>();
        QVERIFY(period);
        period->name()->setText(QStringLiteral("Autumn"));
        const QDate today = dateOf(snapshot().today);
        period->start()->setDate(today.addDays(-30));
        period->end()->setDate(today.addDays(120));
        period->holiday()->setDate(today.addDays(40));
        period->addHoliday()->click();
        period->okButton()->click();
        QVERIFY(settle());
        QTRY_COMPARE(snapshot().menu.menu.program.name, std::string("Autumn"));
        // A dish of its own for Tiers 1 and 2, which needs a yes and names something cheaper.
        press(editor, QStringLiteral("New play…"));
        auto *play = editor->findChild<PlayDialog *>();
        QVERIFY(play);
        QTest::keyClicks(play->name(), QStringLiteral("Factory visit"));
        play->costs()->item(0, 1)->setText(QStringLiteral("900.00"));
        play->tier(1)->setChecked(true);
        play->tier(2)->setChecked(true);
        play->lead()->setValue(10);
        play->capacity()->setValue(4);
        play->approval()->setCurrentIndex(int(Approval::Rule::always));
        play->cheaper()->setText(QStringLiteral("direct-mail"));
        QVERIFY2(play->okButton()->isEnabled(), qPrintable(play->problem().value_or(QString())));
        play->okButton()->click();
        QVERIFY(settle());
        QTRY_VERIFY(snapshot().menu.menu.play("factory-visit"));
        // Money for it, and the yes to the menu.
        press(editor, QStringLiteral("New envelope…"));
        auto *money = editor->findChild<EnvelopeDialog *>();
        QVERIFY(money);
        money->kind()->setCurrentIndex(2);
        money->subject()->setCurrentIndex(money->subject()->findData(QStringLiteral("factory-visit")));
        money->limit()->setText(QStringLiteral("2000"));
        QVERIFY(money->okButton()->isEnabled());
        money->okButton()->click();
        QVERIFY(settle());
        QTRY_VERIFY(snapshot().menu.menu.envelopes.back().scope.name == "factory-visit");
        film(*editor, "1-menu-editor");
        press(editor, QStringLiteral("Approve 1 draft"));
        QVERIFY(settle());
        QTRY_VERIFY(snapshot().menu.menu.play("factory-visit")->status == PlayStatus::approved);
        editor->close();
    }

    void threeRepsOrder()
    {
        const std::vector<AccountId> accounts = accountsInTier(Tier::two, 6);
        QCOMPARE(accounts.size(), std::size_t{6});
        // Two of them tick the card.
        be("Ana Ruiz");
        QVERIFY(orderOnTheCard(accounts[0], {QStringLiteral("factory-visit"), QStringLiteral("direct-mail")}, true));
        be("Ben Ode");
        QVERIFY(orderOnTheCard(accounts[1], {QStringLiteral("factory-visit")}, false));
        QTRY_COMPARE(snapshot().orders.size(), std::size_t{3});
        // The third orders for several accounts at once, from their list.
        be("Cho Lin");
        window().openPage(page_id::accounts);
        QVERIFY(settle());
        auto *page = qobject_cast<AccountsPage *>(window().page(page_id::accounts));
        auto *table = page->findChild<FrozenTableView *>();
        table->clearSelection();
        for (std::size_t i = 2; i < accounts.size(); ++i) {
            const int row = page->model().rowOf(accounts[i]);
            QVERIFY(row >= 0);
            table->selectionModel()->select(table->model()->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
        QVERIFY(trigger("account.order_many"));
        auto *dialog = window().findChild<BulkOrderDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->settled());
        QVERIFY(tick(dialog->plays(), "webinar-invitation"));
        QTRY_VERIFY(dialog->settled() && dialog->placeButton()->isEnabled());
        film(*dialog, "3-many-accounts");
        dialog->placeButton()->click();
        QVERIFY(settle());
        QTRY_COMPARE(snapshot().orders.size(), std::size_t{7});
    }

    void marketingDecidesOnTheBoard()
    {
        be("Mara Kern");
        OrdersPage &orders = ordersPage();
        orders.showView(OrdersPage::Board);
        QVERIFY(settle());
        film(window(), "4-board");
        QCOMPARE(orders.board()->cardCount(OrderState::requested), 2);
        // One visit is dragged to approved ...
        const std::string yes = orderOf("factory-visit", "Ana Ruiz").id, no = orderOf("factory-visit", "Ben Ode").id;
        drag(*orders.board(), orders.board()->cardRect(yes).center(), orders.board()->columnRect(OrderState::approved).center());
        QVERIFY(settle());
        QTRY_COMPARE(order(yes).standing.state, OrderState::approved);
        // ... the other is turned down, with something cheaper.
        orders.board()->setCurrent(no);
        Q_EMIT orders.board()->currentChanged(QString::fromStdString(no));
        QVERIFY(trigger("orders.reject"));
        auto *dialog = orders.findChild<RejectDialog *>();
        QVERIFY(dialog);
        dialog->code()->setCurrentIndex(1);
        dialog->words()->setText(QStringLiteral("Both at once is too dear"));
        QCOMPARE(dialog->alternative()->count(), 2);
        dialog->alternative()->setCurrentIndex(1);
        film(*dialog, "5-reject");
        dialog->rejectButton()->click();
        QVERIFY(settle());
        QTRY_COMPARE(order(no).standing.state, OrderState::rejected);
        QCOMPARE(order(no).reason, std::string("budget: Both at once is too dear; instead: direct-mail"));
        // It is made, waits for the rep, goes on, and is delivered dearer than planned.
        select(yes);
        QVERIFY(trigger("orders.start"));
        QTRY_COMPARE(order(yes).standing.state, OrderState::inProduction);
        QVERIFY(trigger("orders.wait"));
        QTRY_COMPARE(order(yes).standing.state, OrderState::waitingOnRep);
        QVERIFY(trigger("orders.start"));
        QTRY_COMPARE(order(yes).standing.state, OrderState::inProduction);
        m_prompts.lines = {QStringLiteral("950.00")};
        QVERIFY(trigger("orders.deliver"));
        QTRY_COMPARE(order(yes).standing.state, OrderState::delivered);
        QCOMPARE(order(yes).actual, Money{950'00});
    }

    void marketingLooksAhead()
    {
        OrdersPage &orders = ordersPage();
        orders.showView(OrdersPage::Calendar);
        QVERIFY(settle());
        const OrderRow &mail = orderOf("direct-mail", "Ana Ruiz");
        orders.calendar()->showMonth(mail.due);
        QVERIFY(orders.calendar()->countOn(mail.due) >= 1);
        film(window(), "6-calendar");
        orders.showView(OrdersPage::Work);
        film(window(), "7-work");
        orders.showView(OrdersPage::Budgets);
        orders.budgets()->choose(snapshot().menu.menu.envelopes.back().code);
        QCOMPARE(orders.budgets()->burnUp().spent.back(), Money{950'00});
        film(window(), "8-budgets");
        // Out to the tool that the team works in.
        m_prompts.files = {m_ui->file(QStringLiteral("tasks.csv"))};
        for (QAction *action : orders.findChildren<QAction *>()) {
            if (action->text() == QStringLiteral("Asana tasks…"))
                action->trigger();
        }
        QVERIFY(settle());
        QTRY_VERIFY(QFile::exists(m_ui->file(QStringLiteral("tasks.csv"))));
    }

    void theRepTakesUpTheOffer()
    {
        be("Ben Ode");
        window().openPage(page_id::today);
        QVERIFY(settle());
        film(window(), "9-today");
        const OrderRow rejected = orderOf("factory-visit", "Ben Ode");
        window().open({page_id::menu, rejected.account});
        QVERIFY(settle());
        MenuPage &menu = menuPage();
        QTRY_COMPARE(menu.account(), rejected.account);
        QTRY_VERIFY(menu.dishes().rowOf(QStringLiteral("direct-mail")) >= 0);
        const Dish offered = menu.dishes().index(menu.dishes().rowOf(QStringLiteral("direct-mail"))).data(DishModel::DishRole).value<Dish>();
        QVERIFY2(offered.suggestion.contains(QStringLiteral("instead of Factory visit")), qPrintable(offered.suggestion));
        QVERIFY(orderOnTheCard(rejected.account, {QStringLiteral("direct-mail")}, false));
        QTRY_COMPARE(snapshot().orders.size(), std::size_t{8});
    }

    void theQuarterIsClosed()
    {
        be("Mara Kern");
        window().openPage(page_id::menu);
        QVERIFY(settle());
        m_prompts.questions.clear();
        m_prompts.answers = {true};
        QVERIFY(trigger("program.close"));
        QVERIFY(m_prompts.questions.join(u'|').contains(QStringLiteral("delivered for")));
        QVERIFY(m_prompts.questions.join(u'|').contains(QStringLiteral("carried over")));
        // The next one has fresh places and money; what was open stays to be done.
        QVERIFY(trigger("menu.overview"));
        auto *editor = window().findChild<MenuOverview *>();
        m_prompts.lines = {QStringLiteral("Winter")};
        press(editor, QStringLiteral("Next program…"));
        QVERIFY(settle());
        QTRY_COMPARE(snapshot().menu.menu.program.name, std::string("Winter"));
        for (const auto &[code, usage] : snapshot().menu.envelopes)
            QCOMPARE(usage.total().minor, 0);
        QVERIFY(std::count_if(snapshot().orders.begin(), snapshot().orders.end(), [](const OrderRow &row) { return isOpen(row.standing.state); }) >= 5);
        editor->close();
        m_program->session().close();
        const auto workspace = Workspace::open(m_file);
        QVERIFY(workspace.ok());
        const auto report = checkWorkspace(**workspace);
        QVERIFY(report.ok() && report->findings.empty());
    }

private:
    MainWindow &window() { return m_program->window(); }
    const Snapshot &snapshot() { return *m_program->session().snapshot(); }
    OrdersPage &ordersPage()
    {
        window().openPage(page_id::orders);
        return *qobject_cast<OrdersPage *>(window().page(page_id::orders));
    }
    MenuPage &menuPage() { return *qobject_cast<MenuPage *>(window().page(page_id::menu)); }
    void be(const char *name) { m_preferences.setWho(QString::fromLatin1(name)); }
    bool settle()
    {
        return QTest::qWaitFor([&] { return !m_program->session().busy() && window().settled(); }, UiFixture::patience);
    }
    bool trigger(const char *id)
    {
        Command *command = m_program->commands().find(QString::fromLatin1(id));
        if (command == nullptr || !command->availability().enabled)
            return false;
        command->trigger();
        return settle();
    }
    static void press(QWidget *where, const QString &text)
    {
        for (QPushButton *button : where->findChildren<QPushButton *>()) {
            if (button->text() == text && button->isVisible() && button->isEnabled())
                return button->click();
        }
        QFAIL(qPrintable(QStringLiteral("there is no button “%1”").arg(text)));
    }
    static bool tick(QListWidget *list, const char *code)
    {
        for (int row = 0; row < list->count(); ++row) {
            if (list->item(row)->data(Qt::UserRole).toString() == QLatin1String(code)) {
                list->item(row)->setCheckState(Qt::Checked);
                return true;
            }
        }
        return false;
    }
    std::vector<AccountId> accountsInTier(Tier tier, std::size_t count)
    {
        std::vector<AccountId> found;
        for (const std::uint32_t row : snapshot().byPriority) {
            if (snapshot().tiers[row] == tier && !snapshot().holdOut[row] && found.size() < count)
                found.push_back(snapshot().accounts.id[row]);
        }
        return found;
    }
    const OrderRow &order(const std::string &id)
    {
        for (const OrderRow &row : snapshot().orders) {
            if (row.id == id)
                return row;
        }
        qFatal("no such order");
    }
    const OrderRow &orderOf(const std::string &play, const std::string &by)
    {
        for (const OrderRow &row : snapshot().orders) {
            if (row.play == play && row.requestedBy == by)
                return row;
        }
        qFatal("no such order");
    }
    void select(const std::string &id)
    {
        OrdersPage &orders = ordersPage();
        orders.showView(OrdersPage::List);
        auto *table = orders.findChild<FrozenTableView *>();
        table->setCurrentIndex(orders.model().index(orders.model().rowOf(id), OrderTableModel::Account));
    }
    // Ticks the dishes with the mouse, fills in what they ask for, places with the button.
    bool orderOnTheCard(AccountId account, const QStringList &plays, bool keep)
    {
        window().open({page_id::menu, account});
        MenuPage &menu = menuPage();
        if (!settle() || !QTest::qWaitFor([&] { return menu.account() == account && menu.dishes().rowCount() > 0; }, UiFixture::patience))
            return false;
        QListView *card = nullptr;
        for (QListView *view : menu.findChildren<QListView *>())
            card = view->model() == &menu.dishes() ? view : card;
        for (const QString &play : plays) {
            const QModelIndex index = menu.dishes().index(menu.dishes().rowOf(play));
            card->scrollTo(index);
            QTest::mouseClick(card->viewport(), Qt::LeftButton, {}, card->visualRect(index).center());
        }
        if (menu.dishes().ticked() != plays.size() || !settle())
            return false;
        for (QComboBox *contact : menu.slip().findChildren<QComboBox *>())
            contact->setCurrentIndex(0);
        for (QLineEdit *input : menu.slip().findChildren<QLineEdit *>()) {
            if (input->text().isEmpty())
                QTest::keyClicks(input, QStringLiteral("Hafenstrasse 12, Hamburg"));
        }
        if (!QTest::qWaitFor([&] { return menu.slip().placeButton()->isEnabled(); }, UiFixture::patience))
            return false;
        if (keep)
            film(window(), "2-card");
        menu.slip().placeButton()->click();
        return settle() && menu.slip().isPlaced();
    }
    static void drag(BoardView &board, QPoint from, QPoint to)
    {
        QWidget *area = board.viewport();
        QTest::mousePress(area, Qt::LeftButton, {}, from);
        for (int step = 1; step <= 4; ++step) {
            const QPoint at = from + (to - from) * step / 4;
            QMouseEvent moving(QEvent::MouseMove, at, area->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(area, &moving);
        }
        QTest::mouseRelease(area, Qt::LeftButton, {}, to);
    }
    static void film(QWidget &scene, const char *name)
    {
        const QString folder = qEnvironmentVariable("DIMSUM_FILM");
        if (folder.isEmpty())
            return;
        for (const ThemeChoice choice : {ThemeChoice::dark, ThemeChoice::light}) {
            applyTheme(*qApp, choice);
            QTest::qWait(60);
            scene.grab().save(QDir(folder).filePath(QStringLiteral("%1-%2.png").arg(QLatin1String(name), choice == ThemeChoice::dark ? QStringLiteral("dark") : QStringLiteral("light"))));
        }
    }

    std::unique_ptr<UiFixture> m_ui; // makes the workspace
    QString m_file;
    MemoryPreferences m_preferences;
    FakePrompts m_prompts;
    std::unique_ptr<Composition> m_program;
};

QTEST_MAIN(TestQuarterStory)
#include "tst_quarter_story.moc"
