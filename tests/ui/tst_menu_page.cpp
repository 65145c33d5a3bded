// The dim sum card: ticking, what is missing, placing, taking back; limits that others used up meanwhile.
#include "support/given_play.h"
#include "support/ui_fixture.h"

#include "service/ordering_service.h"
#include "ui/commands/command.h"
#include "ui/common/message_panel.h"
#include "ui/common/segmented.h"
#include "ui/menu/menu_overview.h"
#include "ui/menu/menu_page.h"
#include "ui/menu/slip_panel.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace dimsum;
using dimsum::test::givenPlay;

namespace {

// One play of each kind that matters, for all tiers, so that any account of a tier will do.
Menu testMenu(const Menu &given)
{
    Menu menu = given;
    menu.program.start = given.program.start;
    Play plain = givenPlay("plain", 100'00);
    plain.name = "Plain play";
    plain.channel = "content";
    plain.tiers = {1, 2, 3};
    plain.leadDays = 1;
    plain.ownerTeam = "Digital";
    Play asking = plain;
    asking.code = "asking";
    asking.name = "Asking play";
    asking.inputs = {"message"};
    Play rare = plain;
    rare.code = "rare";
    rare.name = "Rare play";
    rare.capacity = 1;
    Play once = plain;
    once.code = "once";
    once.name = "Once play";
    once.perAccount = 1;
    Play dear = plain;
    dear.code = "dear";
    dear.name = "Dear play";
    dear.costs = {{CostKind::production, Money{900'00}}};
    menu.plays = {plain, asking, rare, once, dear};
    menu.envelopes.clear();
    for (int tier = 1; tier <= 3; ++tier)
        menu.envelopes.push_back({"tier-" + std::to_string(tier), {EnvelopeScope::Kind::tier, tier, {}}, Money{1000'00}});
    return menu;
}

} // namespace

class TestMenuPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void clicksAndSpaceTick();
    void missingInputsStopTheOrder();
    void placedAndTakenBack();
    void ctrlZTakesAPlacedSlipBack();
    void limitsLockTheDish();
    void theEnvelopeIsTheEnd();
    void nothingIsHalfPlaced();
    void everyAccountKeepsItsSlip();
    void holdOutsGetNothing();
    void segmentsFilter();
    void theSlipBecomesAPdf();
    void draftsOfTheMenuAreApproved();

private:
    QModelIndex dish(const char *code) const { return m_page->dishes().index(m_page->dishes().rowOf(QString::fromLatin1(code))); }
    Dish shown(const char *code) const { return dish(code).data(DishModel::DishRole).value<Dish>(); }
    QListView *card() const
    {
        for (QListView *view : m_page->findChildren<QListView *>()) {
            if (view->model() == &m_page->dishes())
                return view;
        }
        return nullptr;
    }
    void click(const char *code)
    {
        card()->scrollTo(dish(code));
        QTest::mouseClick(card()->viewport(), Qt::LeftButton, {}, card()->visualRect(dish(code)).center());
    }
    QPushButton *place() const { return m_page->slip().placeButton(); }
    bool idle() { return m_ui->waitIdle() && QTest::qWaitFor([this] { return m_page->settled(); }, UiFixture::patience); }
    std::vector<OrderRow> ordersOf(AccountId account) const
    {
        std::vector<OrderRow> found;
        for (const OrderRow &order : m_ui->snapshot()->orders) {
            if (order.account == account)
                found.push_back(order);
        }
        return found;
    }
    // Another program on the same file: a second session.
    SlipAnswer elsewhere(AccountId account, const std::string &play)
    {
        auto workspace = Workspace::open(m_ui->session.path());
        const std::string domain(m_ui->snapshot()->accounts.domain.at(*m_ui->snapshot()->row(account)));
        return *placeSlip(**workspace, {.account = domain, .lines = {{play, {}}}, .by = "Somebody"});
    }
    std::vector<AccountId> inTier(Tier tier) const
    {
        std::vector<AccountId> found;
        for (const std::uint32_t row : m_ui->snapshot()->byPriority) {
            if (m_ui->snapshot()->tiers[row] == tier && m_ui->snapshot()->holdOut[row] == 0)
                found.push_back(m_ui->snapshot()->accounts.id[row]);
        }
        return found;
    }

    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<MenuPage> m_page;
};

void TestMenuPage::init()
{
    m_ui = std::make_unique<UiFixture>();
    QVERIFY2(m_ui->openSmall(), qPrintable(m_ui->problem()));
    const Menu menu = testMenu(m_ui->snapshot()->menu.menu);
    m_ui->session.run(QStringLiteral("menu"), [menu](Workspace &workspace, const Progress &) { return setMenu(workspace, menu, "Grace"); });
    QVERIFY2(m_ui->waitIdle(), qPrintable(m_ui->problem()));
    m_page = std::make_unique<MenuPage>(m_ui->context());
    m_ui->show(*m_page);
    QVERIFY(idle());
    m_page->goTo({page_id::menu, inTier(Tier::three).front()});
    QVERIFY(idle());
    QVERIFY(m_page->dishes().rowOf(QStringLiteral("plain")) >= 0);
}

void TestMenuPage::cleanup()
{
    m_page.reset();
    m_ui.reset();
}

void TestMenuPage::clicksAndSpaceTick()
{
    QVERIFY(!place()->isEnabled());
    click("plain");
    QVERIFY(shown("plain").ticked);
    QVERIFY2(place()->text().contains(QStringLiteral("100")), qPrintable(place()->text()));
    QVERIFY(place()->isEnabled());
    card()->setCurrentIndex(dish("once"));
    QTest::keyClick(card(), Qt::Key_Space);
    QVERIFY(shown("once").ticked);
    QVERIFY(place()->text().contains(QStringLiteral("200")));
    QTest::keyClick(card(), Qt::Key_Space);
    QVERIFY(!shown("once").ticked);
    QVERIFY(idle());
    // Kept at once: another session sees the draft.
    auto workspace = Workspace::open(m_ui->session.path());
    QCOMPARE(menuCard(**workspace, m_page->account())->draft.lines.size(), std::size_t(1));
}

void TestMenuPage::missingInputsStopTheOrder()
{
    click("asking");
    QVERIFY(!place()->isEnabled());
    auto *message = m_page->findChild<QLineEdit *>(QStringLiteral("asking/message"));
    QVERIFY(message != nullptr);
    message->setFocus();
    QTest::keyClicks(message, QStringLiteral("Their new plant"));
    QVERIFY(place()->isEnabled());
    QCOMPARE(m_page->findChild<QLineEdit *>(QStringLiteral("asking/message")), message); // typing keeps the field
    place()->click();
    QVERIFY(idle());
    const auto orders = ordersOf(m_page->account());
    QCOMPARE(orders.front().inputs.at("message"), std::string("Their new plant"));
}

void TestMenuPage::placedAndTakenBack()
{
    const std::size_t before = ordersOf(m_page->account()).size();
    click("plain");
    click("once");
    m_page->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("Soon, please"));
    place()->click();
    QVERIFY(idle());
    QTRY_COMPARE(ordersOf(m_page->account()).size(), before + 2);
    QVERIFY(m_page->slip().isPlaced());
    QVERIFY(m_page->draft().lines.empty());
    QCOMPARE(ordersOf(m_page->account()).back().note, std::string("Soon, please"));
    Q_EMIT m_page->slip().undoRequested();
    QVERIFY(idle());
    QTRY_VERIFY(!m_page->slip().isPlaced());
    QCOMPARE(m_page->draft().lines.size(), std::size_t(2)); // the slip is as it was
    const auto orders = ordersOf(m_page->account());
    QCOMPARE(std::count_if(orders.begin(), orders.end(), [](const OrderRow &order) { return order.standing.state == OrderState::cancelled; }), 2);
    QVERIFY(place()->isEnabled());
}

void TestMenuPage::ctrlZTakesAPlacedSlipBack()
{
    click("plain");
    place()->click();
    QVERIFY(idle());
    QTRY_VERIFY(m_page->slip().isPlaced());
    m_ui->session.undo(QStringLiteral("Ana"));
    QVERIFY(idle());
    QTRY_VERIFY(!m_page->slip().isPlaced());
    QCOMPARE(m_page->draft().lines.size(), std::size_t(1)); // as before the button
    QTRY_COMPARE(ordersOf(m_page->account()).back().standing.state, OrderState::cancelled);
    m_ui->session.redo(QStringLiteral("Ana"));
    QVERIFY(idle());
    QTRY_COMPARE(ordersOf(m_page->account()).back().standing.state, OrderState::approved);
    QTRY_VERIFY(m_page->draft().lines.empty()); // nobody orders it twice
}

void TestMenuPage::limitsLockTheDish()
{
    click("once");
    place()->click();
    QVERIFY(idle());
    QTRY_VERIFY(shown("once").locked);
    QVERIFY(shown("once").line.contains(QStringLiteral("1 of at most 1")));
    click("once"); // a locked dish does not tick and says why
    QVERIFY(!shown("once").ticked);
    QVERIFY(!m_ui->navigation.hints.isEmpty());
    const auto others = inTier(Tier::three);
    QVERIFY(others.size() > 1);
    QVERIFY(elsewhere(others[1], "rare").placed);
    m_ui->session.reload();
    QVERIFY(idle());
    QTRY_VERIFY(shown("rare").locked);
    QVERIFY(shown("rare").line.startsWith(QStringLiteral("Sold out")));
}

void TestMenuPage::theEnvelopeIsTheEnd()
{
    click("dear"); // 900 of 1000
    click("plain"); // 1000 of 1000
    QVERIFY(place()->isEnabled());
    QVERIFY(shown("once").locked); // one more would be too much
    QVERIFY(shown("once").line.contains(QStringLiteral("tier-3")));
    place()->click();
    QVERIFY(idle());
    QCOMPARE(m_ui->snapshot()->menu.envelopes.find("tier-3")->second.total(), Money{1000'00});
}

void TestMenuPage::nothingIsHalfPlaced()
{
    click("plain");
    click("dear");
    QVERIFY(place()->isEnabled());
    QVERIFY(elsewhere(inTier(Tier::three)[1], "plain").placed); // 100 are gone, 1000 are needed
    const std::size_t before = ordersOf(m_page->account()).size();
    place()->click();
    QVERIFY(idle());
    QCOMPARE(ordersOf(m_page->account()).size(), before);
    QCOMPARE(m_page->draft().lines.size(), std::size_t(2)); // nothing typed or ticked is lost
    bool told = false;
    for (const MessagePanel *panel : m_page->findChildren<MessagePanel *>())
        told = told || (panel->isVisible() && panel->text().contains(QStringLiteral("Nothing was ordered")));
    QVERIFY(told);
}

void TestMenuPage::everyAccountKeepsItsSlip()
{
    const auto accounts = inTier(Tier::three);
    click("plain");
    m_page->goTo({page_id::menu, accounts[1]});
    QVERIFY(idle());
    QVERIFY(m_page->draft().lines.empty());
    QVERIFY(!shown("plain").ticked);
    click("once");
    m_page->goTo({page_id::menu, accounts[0]}); // at once, without waiting
    QVERIFY(idle());
    QVERIFY(shown("plain").ticked);
    QVERIFY(!shown("once").ticked);
    m_page->goTo({page_id::menu, accounts[1]});
    QVERIFY(idle());
    QVERIFY(shown("once").ticked);
}

void TestMenuPage::holdOutsGetNothing()
{
    const AccountId account = inTier(Tier::three).back();
    const std::string domain(m_ui->snapshot()->accounts.domain.at(*m_ui->snapshot()->row(account)));
    m_ui->session.run(QStringLiteral("arm"), [domain](Workspace &workspace, const Progress &) {
        auto document = programDocument(workspace);
        if (!document)
            return Outcome(document.error());
        document->members = {{domain, Arm::holdout}};
        return setProgram(workspace, *document, "Grace");
    });
    QVERIFY2(idle(), qPrintable(m_ui->problem()));
    m_page->goTo({page_id::menu, account});
    QVERIFY(idle());
    QVERIFY(!place()->isEnabled());
    for (int row = 0; row < m_page->dishes().rowCount(); ++row) {
        const Dish given = m_page->dishes().index(row).data(DishModel::DishRole).value<Dish>();
        QVERIFY(given.course || given.locked);
    }
}

void TestMenuPage::segmentsFilter()
{
    auto *segments = m_page->findChild<Segmented *>();
    for (const DishFilter filter : {DishFilter::orderable, DishFilter::silentRoles, DishFilter::all}) {
        segments->setCurrent(static_cast<int>(filter));
        int dishes = 0;
        for (int row = 0; row < m_page->dishes().rowCount(); ++row)
            dishes += !m_page->dishes().playAt(row).isEmpty();
        QCOMPARE(dishes, m_page->dishes().count(filter));
    }
}

void TestMenuPage::theSlipBecomesAPdf()
{
    click("plain");
    const QString file = m_ui->file(QStringLiteral("slip.pdf"));
    m_ui->prompts.files = {file};
    for (Command *command : m_page->commands()) {
        if (command->id() == QStringLiteral("menu.pdf"))
            command->trigger();
    }
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.readAll().startsWith("%PDF"));
    QVERIFY(idle());
}

void TestMenuPage::draftsOfTheMenuAreApproved()
{
    Menu menu = m_ui->snapshot()->menu.menu;
    menu.plays.back().status = PlayStatus::draft;
    m_ui->session.run(QStringLiteral("menu"), [menu](Workspace &workspace, const Progress &) { return setMenu(workspace, menu, "Grace"); });
    QVERIFY(idle());
    QTRY_COMPARE(m_page->dishes().rowOf(QStringLiteral("dear")), -1); // reps do not see drafts
    MenuOverview overview(m_ui->context());
    for (QPushButton *button : overview.findChildren<QPushButton *>()) {
        if (button->text().startsWith(QStringLiteral("Approve 1")))
            button->click();
    }
    QVERIFY(idle());
    QTRY_VERIFY(m_page->dishes().rowOf(QStringLiteral("dear")) >= 0);
}

QTEST_MAIN(TestMenuPage)
#include "tst_menu_page.moc"
