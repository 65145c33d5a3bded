// Calendar, work and budgets of the orders, and ordering for many accounts: real widgets, as people use them.
#include "support/ui_fixture.h"
#include "ui/common/figure_table.h"
#include "ui/menu/bulk_order_dialog.h"
#include "ui/orders/budgets_view.h"
#include "ui/orders/calendar_view.h"
#include "ui/orders/envelope_card.h"
#include "ui/orders/order_panel.h"
#include "ui/orders/orders_page.h"
#include "ui/orders/workload_view.h"

#include "service/ordering_service.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

using namespace dimsum;

class TestOrderPlanViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_ui = std::make_unique<UiFixture>();
        QVERIFY2(m_ui->openSmall(), qPrintable(m_ui->problem()));
        // Three orders of an account in Tier 1 or 2 that need no approval.
        std::vector<AccountId> accounts;
        const auto snapshot = m_ui->snapshot();
        for (std::size_t row = 0; row < snapshot->size() && accounts.size() < 3; ++row) {
            if (snapshot->tiers[row] == Tier::two && !snapshot->holdOut[row])
                accounts.push_back(snapshot->accounts.id[row]);
        }
        QCOMPARE(accounts.size(), std::size_t{3});
        m_accounts = accounts;
        bool ordered = false;
        m_ui->session.run(
            QStringLiteral("Preparing"),
            [accounts](Workspace &workspace, const Progress &) -> Result<BulkAnswer> {
                // Whatever day of the quarter it is, there is time to deliver.
                auto state = menuState(workspace);
                if (!state)
                    return state.error();
                state->menu.program.end = workspace.today() + 120;
                if (const auto set = setMenu(workspace, state->menu, "Lena Brandt"); !set)
                    return set.error();
                return orderForMany(workspace, {.accounts = accounts, .plays = {"direct-mail"}, .inputs = {{"address", "1 High Street"}}, .by = "Lena Brandt"}, true);
            },
            &m_ui->session, [&ordered](Result<BulkAnswer> answer) { ordered = answer.ok() && answer->orders.size() == 3; });
        QVERIFY(m_ui->waitIdle());
        QTRY_VERIFY(ordered && m_ui->snapshot()->orders.size() == 3);
        m_page = std::make_unique<OrdersPage>(m_ui->context());
        m_ui->show(*m_page);
        QTRY_VERIFY(m_page->model().rowCount() >= 3);
    }
    void cleanup()
    {
        m_page.reset();
        m_ui.reset();
    }

    void ordersStandOnTheirDueDay()
    {
        m_page->showView(OrdersPage::Calendar);
        CalendarView &calendar = *m_page->calendar();
        const OrderRow *order = m_page->model().order(0);
        QVERIFY(order->due.known());
        calendar.showMonth(order->due);
        QTRY_VERIFY(calendar.isVisible());
        QCOMPARE(calendar.countOn(order->due), 3); // all asked for today
        const QRect card = calendar.cardRect(order->id);
        QVERIFY(!card.isNull() && calendar.dayRect(order->due).contains(card));
        // A click selects, Enter opens the panel beside it.
        QTest::mouseClick(&calendar, Qt::LeftButton, Qt::NoModifier, card.center());
        QCOMPARE(calendar.current(), order->id);
        auto *panel = m_page->findChild<OrderPanel *>();
        QVERIFY(panel->isHidden());
        QTest::keyClick(&calendar, Qt::Key_Return);
        QVERIFY(panel->isVisible());
        // The keyboard walks the orders of a day, the days and the months.
        QTest::keyClick(&calendar, Qt::Key_Space);
        QVERIFY(calendar.current() != order->id);
        QTest::keyClick(&calendar, Qt::Key_Right);
        QCOMPARE(calendar.currentDay(), order->due + 1);
        QTest::keyClick(&calendar, Qt::Key_PageDown);
        QVERIFY(monthStart(calendar.currentDay()) > order->due);
        // The filter is that of the list.
        QTest::keyClick(&calendar, Qt::Key_PageUp);
        OrderQuery query;
        query.tier = 1;
        m_page->model().setQuery(query);
        QCOMPARE(calendar.countOn(order->due), 0);
    }

    void workOfATeamOpensItsOrders()
    {
        m_page->showView(OrdersPage::Work);
        const Workload &work = m_page->work()->workload();
        FigureTable &table = *m_page->work()->table();
        QCOMPARE(table.rowCount(), int(work.teams.size()));
        int open = 0;
        for (const TeamLoad &team : work.teams) {
            open += team.late.orders + team.undated.orders;
            for (const WorkCell &week : team.weeks)
                open += week.orders;
        }
        QCOMPARE(open, m_page->model().rowCount());
        for (int row = 0; row < table.rowCount(); ++row) {
            if (table.model()->index(row, 0).data().toString() != QStringLiteral("Field marketing"))
                continue;
            Q_EMIT table.activated(table.model()->index(row, 0));
            QCOMPARE(m_page->view(), OrdersPage::List);
            QCOMPARE(m_page->model().query().team, QStringLiteral("Field marketing"));
            return;
        }
        QFAIL("the team of the orders is not listed");
    }

    void hoursOfATeamAreSetAndUndone()
    {
        m_page->showView(OrdersPage::Work);
        FigureTable &table = *m_page->work()->table();
        const auto field = [&] {
            for (int row = 0; row < table.rowCount(); ++row) {
                if (table.model()->index(row, 0).data().toString() == QStringLiteral("Field marketing"))
                    return row;
            }
            return -1;
        };
        const auto shown = [&] { return table.model()->index(field(), 3).data().toString(); };
        table.setCurrentIndex(table.model()->index(field(), 0));
        QCOMPARE(shown(), QStringLiteral("–"));
        QPushButton *button = nullptr;
        for (QPushButton *candidate : m_page->work()->findChildren<QPushButton *>())
            button = candidate->text() == QStringLiteral("Hours a week…") ? candidate : button;
        QVERIFY(button);
        m_ui->prompts.lines = {QStringLiteral("many")};
        button->click();
        QVERIFY(m_ui->waitIdle());
        QCOMPARE(shown(), QStringLiteral("–"));
        m_ui->prompts.lines = {QStringLiteral("1")}; // three letters take longer in a week
        button->click();
        QVERIFY(m_ui->waitIdle());
        QTRY_COMPARE(shown(), QStringLiteral("1"));
        bool marked = false;
        for (int column = 5; column < table.model()->columnCount() - 1; ++column)
            marked = marked || table.model()->index(field(), column).data(Qt::ToolTipRole).toString().contains(QStringLiteral("the team has 1"));
        QVERIFY(marked);
        m_ui->session.undo(QStringLiteral("Lena Brandt"));
        QVERIFY(m_ui->waitIdle());
        QTRY_COMPARE(shown(), QStringLiteral("–"));
    }

    void budgetsFollowTheOrders()
    {
        m_page->showView(OrdersPage::Budgets);
        BudgetsView &budgets = *m_page->budgets();
        QVERIFY(budgets.cards().size() >= 3);
        EnvelopeCard *second = nullptr;
        for (EnvelopeCard *card : budgets.cards())
            second = card->code() == "tier-2" ? card : second;
        QVERIFY(second);
        QTest::mouseClick(second, Qt::LeftButton);
        QCOMPARE(budgets.chosen(), std::string("tier-2"));
        const OrderRow *order = m_page->model().order(0);
        QVERIFY(!budgets.burnUp().spent.empty());
        QCOMPARE(budgets.burnUp().spent.back().minor, 3 * order->price.minor);
        QCOMPARE(budgets.plays()->rowCount(), 1);
        QCOMPARE(budgets.overdrafts()->rowCount(), 0);
    }

    void manyAccountsAreOrderedForAtOnce()
    {
        auto dialog = std::make_unique<BulkOrderDialog>(m_ui->context(), m_ui->snapshot(), m_accounts);
        dialog->open();
        QTRY_VERIFY(dialog->settled());
        QVERIFY(!dialog->placeButton()->isEnabled());
        QListWidgetItem *webinar = nullptr;
        for (int row = 0; row < dialog->plays()->count(); ++row)
            webinar = dialog->plays()->item(row)->data(Qt::UserRole).toString() == QStringLiteral("webinar-invitation") ? dialog->plays()->item(row) : webinar;
        QVERIFY(webinar);
        webinar->setCheckState(Qt::Checked);
        QVERIFY(dialog->input(QStringLiteral("contact"))); // asked once for all
        QTRY_VERIFY(dialog->settled() && dialog->placeButton()->isEnabled());
        QCOMPARE(dialog->summary()->rowCount(), 3);
        const auto before = m_ui->snapshot()->orders.size();
        dialog->placeButton()->click();
        QTRY_COMPARE(dialog->result(), int(QDialog::Accepted));
        QTRY_COMPARE(m_ui->snapshot()->orders.size(), before + 3);
        m_ui->session.undo(QStringLiteral("Lena Brandt"));
        QTRY_VERIFY(std::count_if(m_ui->snapshot()->orders.begin(), m_ui->snapshot()->orders.end(),
                                  [](const OrderRow &order) { return order.standing.state == OrderState::cancelled; }) == 3);
    }

private:
    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<OrdersPage> m_page;
    std::vector<AccountId> m_accounts;
};

QTEST_MAIN(TestOrderPlanViews)
#include "tst_order_plan_views.moc"
