// The orders as marketing works them: one transition at a time through the buttons, the audit trail, filters, refusals.
#include "support/given_play.h"
#include "support/ui_fixture.h"

#include "service/ordering_service.h"
#include "ui/commands/command.h"
#include "ui/common/chip.h"
#include "ui/common/frozen_table_view.h"
#include "ui/common/message_panel.h"
#include "ui/common/search_field.h"
#include "ui/orders/board_view.h"
#include "ui/orders/order_panel.h"
#include "ui/orders/orders_page.h"
#include "ui/orders/reject_dialog.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QTableWidget>

using namespace dimsum;
using dimsum::test::givenPlay;

class TestOrdersPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void buttonsMoveAnOrderToItsEnd();
    void rejectingNeedsWords();
    void cardsKeepTheOrderOfTheHand();
    void viewsAreKept();
    void theActualCostMustBeMoney();
    void theTrailIsReadWhenLookedAt();
    void filtersNarrowTheList();
    void commandsSayWhyNot();
    void whatIsNotListedSaysSo();
    void severalAreMovedAtOnce();
    void theBoardShowsWhatTheListHolds();
    void aDraggedCardAsksForItsMove();
    void escapeLetsACardGo();
    void theKeyboardWalksAndMoves();
    void theBoardIsKeptAsItWasLeft();

private:
    static constexpr auto account = Tier::three;

    // One order that needs a yes, and one that does not.
    Menu testMenu() const
    {
        Menu menu = m_ui->snapshot()->menu.menu;
        Play asking = givenPlay("asking", 100'00, Approval::Rule::always);
        asking.name = "Asked play";
        asking.tiers = {1, 2, 3};
        asking.leadDays = 5;
        asking.ownerTeam = "Digital";
        Play plain = givenPlay("plain", 100'00);
        plain.name = "Plain play";
        plain.tiers = {1, 2, 3};
        plain.leadDays = 5;
        plain.ownerTeam = "Field";
        menu.plays = {asking, plain};
        menu.envelopes = {{"all", {EnvelopeScope::Kind::tier, 3, {}}, Money{1000'00}}};
        return menu;
    }
    bool settle() { return m_ui->waitIdle(); }
    QPushButton *moveButton(OrderState to) const
    {
        const std::string_view name = orderStateName(to);
        return m_page->findChild<OrderPanel *>()->findChild<QPushButton *>(
            QStringLiteral("move-") + QString::fromLatin1(name.data(), qsizetype(name.size())));
    }
    bool press(OrderState to)
    {
        QPushButton *button = moveButton(to);
        if (button == nullptr || !button->isVisible())
            return false;
        button->click();
        return settle();
    }
    const OrderRow &order(const std::string &play) const
    {
        for (const OrderRow &row : m_ui->snapshot()->orders) {
            if (row.play == play)
                return row;
        }
        qFatal("no such order");
    }
    OrderState state(const std::string &play) const { return order(play).standing.state; }
    void select(const std::string &play)
    {
        auto *table = m_page->findChild<FrozenTableView *>();
        table->setCurrentIndex(m_page->model().index(m_page->model().rowOf(order(play).id), OrderTableModel::Account));
    }
    BoardView &board()
    {
        m_page->restoreState({{QStringLiteral("view"), 0}});
        m_page->board()->setFocus();
        return *m_page->board();
    }
    QPoint cardAt(const std::string &play) const { return m_page->board()->cardRect(order(play).id).center(); }
    void drag(QPoint from, QPoint to, bool drop = true)
    {
        QWidget *area = m_page->board()->viewport();
        QTest::mousePress(area, Qt::LeftButton, {}, from);
        for (int step = 1; step <= 4; ++step) {
            const QPoint at = from + (to - from) * step / 4;
            QMouseEvent moving(QEvent::MouseMove, at, area->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(area, &moving);
        }
        if (drop)
            QTest::mouseRelease(area, Qt::LeftButton, {}, to);
    }
    QTableWidget *trail() const { return m_page->findChild<OrderPanel *>()->findChild<QTableWidget *>(); }
    QString told() const
    {
        const auto *panel = m_page->findChild<MessagePanel *>();
        return panel->isVisible() ? panel->text() : QString();
    }
    Command *command(const QString &id) const
    {
        for (Command *candidate : m_page->commands()) {
            if (candidate->id() == id)
                return candidate;
        }
        return nullptr;
    }

    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<OrdersPage> m_page;
};

void TestOrdersPage::init()
{
    m_ui = std::make_unique<UiFixture>();
    QVERIFY2(m_ui->openSmall(), qPrintable(m_ui->problem()));
    const auto snapshot = m_ui->snapshot();
    std::string domain;
    for (const std::uint32_t row : snapshot->byPriority) {
        if (snapshot->tiers[row] == account && snapshot->holdOut[row] == 0) {
            domain = snapshot->accounts.domain.at(row);
            break;
        }
    }
    QVERIFY(!domain.empty());
    bool placed = false;
    m_ui->session.run(QStringLiteral("orders"), [menu = testMenu(), domain, &placed](Workspace &workspace, const Progress &) -> Outcome {
        if (const auto set = setMenu(workspace, menu, "Grace"); !set)
            return set.error();
        const auto answer = placeSlip(workspace, {.account = domain, .lines = {{"asking", {}}, {"plain", {}}}, .by = "Ben"});
        placed = answer.ok() && answer->placed;
        return Done{};
    });
    QVERIFY2(settle(), qPrintable(m_ui->problem()));
    QVERIFY(placed);
    m_page = std::make_unique<OrdersPage>(m_ui->context());
    m_ui->show(*m_page);
    m_page->restoreState({{QStringLiteral("view"), 1}}); // the list; tests of the board ask for it
    QVERIFY(settle());
    QCOMPARE(m_page->model().rowCount(), 2);
}

void TestOrdersPage::cleanup()
{
    m_page.reset();
    m_ui.reset();
}

void TestOrdersPage::buttonsMoveAnOrderToItsEnd()
{
    select("asking");
    QCOMPARE(state("asking"), OrderState::requested);
    QVERIFY(!moveButton(OrderState::delivered)); // no step is skipped
    QVERIFY(!order("asking").due.known());       // counted from the approval
    QVERIFY(press(OrderState::approved));
    QTRY_COMPARE(state("asking"), OrderState::approved);
    QVERIFY(order("asking").due.known());
    QVERIFY(press(OrderState::inProduction));
    QTRY_COMPARE(state("asking"), OrderState::inProduction);
    m_ui->prompts.lines = {QStringLiteral("82.50")};
    QVERIFY(press(OrderState::delivered));
    QTRY_COMPARE(state("asking"), OrderState::delivered);
    QCOMPARE(order("asking").actual, Money{82'50});
    QTRY_COMPARE(trail()->rowCount(), 4); // placed, approved, started, delivered
    QCOMPARE(trail()->item(0, 1)->text(), QStringLiteral("Ben"));
    QCOMPARE(trail()->item(3, 1)->text(), QStringLiteral("Lena Brandt"));
    QVERIFY(!moveButton(OrderState::cancelled)); // the end is the end

    // But not the end of undo: the steps go back one by one, and the trail says so.
    m_ui->session.undo(QStringLiteral("Lena Brandt"));
    QTRY_COMPARE(state("asking"), OrderState::inProduction);
    m_ui->session.undo(QStringLiteral("Lena Brandt"));
    QTRY_COMPARE(state("asking"), OrderState::approved);
    QTRY_COMPARE(trail()->rowCount(), 6);
    QCOMPARE(trail()->item(5, 2)->text(), QStringLiteral("taken back: approved"));
    m_ui->session.redo(QStringLiteral("Lena Brandt"));
    QTRY_COMPARE(state("asking"), OrderState::inProduction);
}

void TestOrdersPage::rejectingNeedsWords()
{
    select("asking");
    QVERIFY(press(OrderState::rejected));
    auto *dialog = m_page->findChild<RejectDialog *>();
    QVERIFY(dialog);
    QVERIFY(!dialog->rejectButton()->isEnabled()); // a reason is needed
    dialog->reject();
    QTRY_VERIFY(!m_page->findChild<RejectDialog *>());
    QCOMPARE(state("asking"), OrderState::requested);
    QVERIFY(press(OrderState::rejected));
    dialog = m_page->findChild<RejectDialog *>();
    QVERIFY(dialog);
    dialog->code()->setCurrentIndex(dialog->code()->count() - 1); // other: only with words
    QVERIFY(!dialog->rejectButton()->isEnabled());
    dialog->code()->setCurrentIndex(1 + int(RejectionCode::timing));
    QTest::keyClicks(dialog->words(), QStringLiteral("The fair is in May already"));
    QVERIFY(dialog->rejectButton()->isEnabled());
    dialog->rejectButton()->click();
    QTRY_COMPARE(state("asking"), OrderState::rejected);
    QCOMPARE(order("asking").reason, std::string("timing: The fair is in May already"));
    QCOMPARE(state("plain"), OrderState::approved);
}

void TestOrdersPage::cardsKeepTheOrderOfTheHand()
{
    board();
    // Two cards of one cell: ask for a second one of the same play and tier.
    const OrderRow first = order("plain");
    m_ui->session.run(
        QStringLiteral("Ordering"),
        [account = first.accountDomain](Workspace &workspace, const Progress &) {
            OrderRequest request;
            request.account = account;
            request.by = "Lena Brandt";
            request.lines = {{"plain"}};
            return placeSlip(workspace, request);
        },
        m_page.get(), [](Result<SlipAnswer>) {});
    QVERIFY(settle());
    QTRY_COMPARE(m_page->board()->cardCount(OrderState::approved), 2);
    std::string second;
    for (const OrderRow &row : m_ui->snapshot()->orders)
        second = row.play == "plain" && row.id != first.id ? row.id : second;
    const auto top = [&](const std::string &id) { return m_page->board()->cardRect(id).top(); };
    const std::string upper = top(first.id) < top(second) ? first.id : second, lower = upper == first.id ? second : first.id;
    // With the keyboard ...
    m_page->board()->setCurrent(upper);
    QTest::keyClick(m_page->board(), Qt::Key_Down, Qt::ControlModifier);
    QVERIFY(top(lower) < top(upper));
    // ... and with the mouse back again; it is kept.
    drag(m_page->board()->cardRect(upper).center(), m_page->board()->cardRect(lower).center() - QPoint(0, 8));
    QVERIFY(top(upper) < top(lower));
    QTest::keyClick(m_page->board(), Qt::Key_Down, Qt::ControlModifier);
    const QVariantMap state = m_page->saveState();
    m_page->board()->setRank({});
    QVERIFY(top(upper) < top(lower));
    m_page->restoreState(state);
    QVERIFY(top(lower) < top(upper));
}

void TestOrdersPage::viewsAreKept()
{
    OrderQuery query;
    query.dueWithin = 7;
    query.askedBefore = 2;
    query.team = QStringLiteral("Field");
    query.state = OrderState::inProduction;
    QVERIFY(OrderQuery::fromJson(query.toJson()) == query);
    QVERIFY(!OrderQuery::fromJson("no json"));
    m_page->model().setQuery({});
    QPushButton *views = nullptr;
    for (QPushButton *button : m_page->findChildren<QPushButton *>())
        views = button->text() == QStringLiteral("Views") ? button : views;
    QVERIFY(views && views->menu());
    const auto choose = [&](const QString &name) {
        for (QAction *action : views->menu()->actions()) {
            if (action->text() == name)
                return action->trigger();
        }
        QFAIL(qPrintable(name));
    };
    choose(QStringLiteral("Due within a week"));
    QCOMPARE(m_page->model().query().dueWithin, std::optional(7));
    for (int row = 0; row < m_page->model().rowCount(); ++row)
        QVERIFY(m_page->model().order(row)->due <= m_ui->snapshot()->today + 7);
    m_ui->prompts.lines = {QStringLiteral("My week")};
    choose(QStringLiteral("Save this view…"));
    QVERIFY(settle());
    choose(QStringLiteral("All orders"));
    QVERIFY(!m_page->model().query().dueWithin);
    choose(QStringLiteral("My week"));
    QCOMPARE(m_page->model().query().dueWithin, std::optional(7));
}

void TestOrdersPage::theActualCostMustBeMoney()
{
    select("plain");
    QVERIFY(press(OrderState::inProduction));
    for (const char *wrong : {"lots", "-5"}) {
        m_ui->prompts.lines = {QString::fromLatin1(wrong)};
        QVERIFY(press(OrderState::delivered));
        QVERIFY2(told().contains(QString::fromLatin1(wrong)), qPrintable(told()));
        QCOMPARE(state("plain"), OrderState::inProduction);
    }
    m_ui->prompts.lines = {QStringLiteral("5000")}; // the envelope holds 1000
    QVERIFY(press(OrderState::delivered));
    QTRY_VERIFY2(!told().isEmpty(), qPrintable(told()));
    QCOMPARE(state("plain"), OrderState::inProduction);
    m_ui->prompts.lines = {QStringLiteral("100")};
    QVERIFY(press(OrderState::delivered));
    QTRY_COMPARE(state("plain"), OrderState::delivered);
    QVERIFY(told().isEmpty());
}

void TestOrdersPage::theTrailIsReadWhenLookedAt()
{
    QTRY_COMPARE(trail()->rowCount(), 1);
    m_page->hide();
    const OrderRow *shown = m_page->model().order(m_page->findChild<FrozenTableView *>()->currentIndex().row());
    select(shown->play == "plain" ? "asking" : "plain");
    QVERIFY(settle());
    QCOMPARE(trail()->rowCount(), 0);
    m_page->show();
    QVERIFY(settle());
    QTRY_COMPARE(trail()->rowCount(), 1);
}

void TestOrdersPage::filtersNarrowTheList()
{
    auto *search = m_page->findChild<SearchField *>();
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("asked"));
    QTRY_COMPARE(m_page->model().rowCount(), 1);
    QCOMPARE(m_page->model().order(0)->play, std::string("asking"));
    search->clear();
    QTRY_COMPARE(m_page->model().rowCount(), 2);
    Chip *decide = nullptr;
    for (Chip *chip : m_page->findChildren<Chip *>()) {
        if (chip->text().startsWith(QStringLiteral("To decide")))
            decide = chip;
    }
    QVERIFY(decide != nullptr);
    QVERIFY(decide->text().endsWith(QLatin1Char('1')));
    QTest::mouseClick(decide, Qt::LeftButton);
    QTRY_COMPARE(m_page->model().rowCount(), 1);
    QVERIFY(press(OrderState::approved)); // nothing is left to decide
    QTRY_COMPARE(m_page->model().rowCount(), 0);
    QTest::mouseClick(decide, Qt::LeftButton);
    QTRY_COMPARE(m_page->model().rowCount(), 2);
}

void TestOrdersPage::commandsSayWhyNot()
{
    select("asking");
    QVERIFY(command(QStringLiteral("orders.approve"))->availability().enabled);
    const Availability deliver = command(QStringLiteral("orders.deliver"))->availability();
    QVERIFY(!deliver.enabled);
    QVERIFY(!deliver.reason.isEmpty());
    command(QStringLiteral("orders.approve"))->trigger();
    QVERIFY(settle());
    QTRY_COMPARE(state("asking"), OrderState::approved);
}

void TestOrdersPage::whatIsNotListedSaysSo()
{
    m_page->goTo({page_id::orders, m_ui->snapshot()->accounts.id.front()});
    const AccountId owner = order("plain").account;
    QCOMPARE(m_page->model().rowCount(), m_ui->snapshot()->accounts.id.front() == owner ? 2 : 0);
    m_page->goTo({page_id::orders, owner});
    QCOMPARE(m_page->model().rowCount(), 2);
}

void TestOrdersPage::severalAreMovedAtOnce()
{
    m_page->findChild<FrozenTableView *>()->selectAll();
    Command *approve = command(QStringLiteral("orders.approve"));
    QVERIFY(approve->availability().enabled);
    approve->trigger(); // one of the two waits for a yes, the other stays
    QVERIFY(settle());
    QTRY_COMPARE(state("asking"), OrderState::approved);
    QCOMPARE(state("plain"), OrderState::approved);
    QCOMPARE(m_ui->navigation.notices.size(), 1);
    m_page->findChild<FrozenTableView *>()->selectAll();
    command(QStringLiteral("orders.start"))->trigger();
    QVERIFY(settle());
    QTRY_COMPARE(state("asking"), OrderState::inProduction);
    QCOMPARE(state("plain"), OrderState::inProduction);
    m_ui->session.undo(QStringLiteral("Lena Brandt")); // both, in one step
    QVERIFY(settle());
    QTRY_COMPARE(state("asking"), OrderState::approved);
    QCOMPARE(state("plain"), OrderState::approved);
}

void TestOrdersPage::theBoardShowsWhatTheListHolds()
{
    BoardView &view = board();
    QVERIFY(view.isVisible());
    int all = 0;
    for (const OrderState shown : allOrderStates)
        all += view.cardCount(shown);
    QCOMPARE(all, m_page->model().rowCount());
    QCOMPARE(view.cardCount(OrderState::requested), 1);
    QCOMPARE(view.sumOf(OrderState::requested), Money{100'00});
    QVERIFY(view.columnRect(OrderState::requested).contains(cardAt("asking")));
    QVERIFY(view.columnRect(OrderState::approved).contains(cardAt("plain")));
    m_page->findChild<SearchField *>()->setText(QStringLiteral("Asked")); // the filter is that of the list
    QTRY_COMPARE(view.cardCount(OrderState::approved), 0);
    QCOMPARE(view.cardCount(OrderState::requested), 1);
    view.setLanes(BoardLanes::team);
    QVERIFY(!view.cardRect(order("asking").id).isNull());
    view.setFields(0);
    const int low = view.cardRect(order("asking").id).height();
    view.setFields(boardFieldsAtFirst | BoardTeam);
    QVERIFY(view.cardRect(order("asking").id).height() > low);
}

void TestOrdersPage::aDraggedCardAsksForItsMove()
{
    BoardView &view = board();
    drag(cardAt("asking"), view.columnRect(OrderState::approved).center());
    QVERIFY(settle());
    QTRY_COMPARE(state("asking"), OrderState::approved);
    QTRY_VERIFY(view.columnRect(OrderState::approved).contains(cardAt("asking")));
    drag(cardAt("asking"), view.columnRect(OrderState::requested).center()); // there is no such move
    QVERIFY(settle());
    QCOMPARE(state("asking"), OrderState::approved);
    m_ui->session.undo(QStringLiteral("Lena Brandt"));
    QVERIFY(settle());
    QTRY_COMPARE(state("asking"), OrderState::requested);
}

void TestOrdersPage::escapeLetsACardGo()
{
    BoardView &view = board();
    drag(cardAt("asking"), view.columnRect(OrderState::approved).center(), false);
    QTest::keyClick(&view, Qt::Key_Escape);
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, view.columnRect(OrderState::approved).center());
    QVERIFY(settle());
    QCOMPARE(state("asking"), OrderState::requested);
}

void TestOrdersPage::theKeyboardWalksAndMoves()
{
    BoardView &view = board();
    view.setCurrent(order("asking").id);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.current(), order("plain").id);
    QTest::keyClick(&view, Qt::Key_Left);
    QCOMPARE(view.current(), order("asking").id);
    QTest::keyClick(&view, Qt::Key_Right, Qt::ControlModifier);
    QVERIFY(settle());
    QTRY_COMPARE(state("asking"), OrderState::approved);
    QTest::keyClick(&view, Qt::Key_Right, Qt::ControlModifier);
    QVERIFY(settle());
    QTRY_COMPARE(state("asking"), OrderState::inProduction);
    QVERIFY(!m_page->findChild<OrderPanel *>()->isVisible());
    QTest::keyClick(&view, Qt::Key_Return);
    QVERIFY(m_page->findChild<OrderPanel *>()->isVisible());
    QTest::keyClick(&view, Qt::Key_Return);
    QVERIFY(!m_page->findChild<OrderPanel *>()->isVisible());
}

void TestOrdersPage::theBoardIsKeptAsItWasLeft()
{
    board().setFields(BoardPlay | BoardNumber);
    board().setFields(BoardPlay | BoardNumber); // board() itself restores what is kept
    const QVariantMap state = m_page->saveState();
    QCOMPARE(state.value(QStringLiteral("view")).toInt(), 0);
    m_page->restoreState({{QStringLiteral("view"), 1}});
    QVERIFY(m_page->view() != OrdersPage::Board);
    m_page->restoreState(state);
    QVERIFY(m_page->view() == OrdersPage::Board);
    QCOMPARE(m_page->board()->fields(), unsigned(BoardPlay | BoardNumber));
}

QTEST_MAIN(TestOrdersPage)
#include "tst_orders_page.moc"
