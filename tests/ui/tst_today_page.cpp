// Today: what is due, in order, and how each line leads to where it is done; all of it from the keyboard, too.
#include "support/ui_fixture.h"

#include "service/ordering_service.h"
#include "ui/today/today_page.h"

#include <QComboBox>
#include <QListView>
#include <QPushButton>
#include <QTableWidget>

using namespace dimsum;

class TestTodayPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void linesStandInOrder();
    void enterOpensWhatTheLineIsAbout();
    void theButtonDoesTheSame();
    void wAsksWhy();
    void doubleClickOnASurgeOpensTheAccount();
    void myAccountsAreMine();
    void withoutTiersItSaysWhatToDo();

private:
    QListView *list() const { return m_page->findChild<QListView *>(); }
    const TodayListModel &model() const { return *static_cast<const TodayListModel *>(list()->model()); }
    int rowOf(TodayKind kind) const
    {
        for (int row = 0; row < model().rowCount(); ++row) {
            if (model().action(row) != nullptr && model().action(row)->kind == kind)
                return row;
        }
        return -1;
    }
    bool select(TodayKind kind)
    {
        const int row = rowOf(kind);
        list()->setCurrentIndex(model().index(row));
        list()->setFocus();
        return row >= 0;
    }
    AccountId subject() const { return m_ui->snapshot()->accounts.id[model().action(list()->currentIndex().row())->account]; }
    Place last() const { return m_ui->navigation.places.isEmpty() ? Place{} : m_ui->navigation.places.last(); }

    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<TodayPage> m_page;
};

// The first two accounts of Tier 3: one has an order that waits for a yes, the other a slip that was not placed.
void TestTodayPage::init()
{
    m_ui = std::make_unique<UiFixture>();
    QVERIFY2(m_ui->openSmall(), qPrintable(m_ui->problem()));
    const auto snapshot = m_ui->snapshot();
    std::vector<AccountId> accounts;
    for (const std::uint32_t row : snapshot->byPriority) {
        if (snapshot->tiers[row] == Tier::three && snapshot->holdOut[row] == 0)
            accounts.push_back(snapshot->accounts.id[row]);
    }
    QVERIFY(accounts.size() >= 2);
    const std::string domain(snapshot->accounts.domain.at(*snapshot->row(accounts[0])));
    Menu menu = snapshot->menu.menu;
    menu.plays = {Play{.code = "asking", .name = "Asked play", .channel = "content", .tiers = {1, 2, 3},
                       .costs = {{CostKind::production, Money{100'00}}}, .leadDays = 5, .status = PlayStatus::approved}};
    menu.plays.front().approval.rule = Approval::Rule::always;
    menu.envelopes = {{"all", {EnvelopeScope::Kind::tier, 3, {}}, Money{1000'00}}};
    m_ui->session.run(QStringLiteral("orders"), [=](Workspace &workspace, const Progress &) -> Outcome {
        if (const auto set = setMenu(workspace, menu, "Grace"); !set)
            return set.error();
        if (const auto answer = placeSlip(workspace, {.account = domain, .lines = {{"asking", {}}}, .by = "Ben"}); !answer)
            return answer.error();
        const auto card = saveDraft(workspace, accounts[1], {.lines = {{"asking", {}}}});
        return card.ok() ? Outcome(Done{}) : Outcome(card.error());
    });
    QVERIFY2(m_ui->waitIdle(), qPrintable(m_ui->problem()));
    m_page = std::make_unique<TodayPage>(m_ui->context());
    m_ui->show(*m_page);
}

void TestTodayPage::cleanup()
{
    m_page.reset();
    m_ui.reset();
}

void TestTodayPage::linesStandInOrder()
{
    QVERIFY(rowOf(TodayKind::decideOrder) >= 0);
    QVERIFY(rowOf(TodayKind::placeDraft) >= 0);
    QVERIFY(rowOf(TodayKind::surge) >= 0); // planted
    Day before = unknownDay;
    for (int row = 0; row < model().rowCount(); ++row) {
        if (const TodayAction *action = model().action(row)) {
            QVERIFY(!before.known() || !(action->deadline < before));
            before = action->deadline;
        }
    }
    QVERIFY(model().action(list()->currentIndex().row()) != nullptr); // the first thing to do is selected at once
}

void TestTodayPage::enterOpensWhatTheLineIsAbout()
{
    QVERIFY(select(TodayKind::decideOrder));
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(last().page, QString(page_id::orders));
    QCOMPARE(last().account, subject());
    QVERIFY(select(TodayKind::placeDraft));
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(last().page, QString(page_id::menu));
    QCOMPARE(last().account, subject());
    QVERIFY(select(TodayKind::surge));
    QTest::keyClick(list(), Qt::Key_Enter);
    QCOMPARE(last().page, QString(page_id::accounts));
    QCOMPARE(last().account, subject());
}

void TestTodayPage::theButtonDoesTheSame()
{
    QVERIFY(select(TodayKind::placeDraft));
    const auto buttons = list()->findChildren<QPushButton *>(QStringLiteral("today-action"));
    QVERIFY(!buttons.isEmpty());
    QPushButton *button = buttons.last();
    QVERIFY(!button->text().isEmpty());
    button->click();
    QCOMPARE(last().page, QString(page_id::menu));
}

void TestTodayPage::wAsksWhy()
{
    QVERIFY(select(TodayKind::placeDraft));
    QTest::keyClick(list(), Qt::Key_W);
    QCOMPARE(last().page, QString(page_id::accounts));
    QCOMPARE(last().account, subject());
}

void TestTodayPage::doubleClickOnASurgeOpensTheAccount()
{
    QTableWidget *surges = nullptr;
    for (QTableWidget *table : m_page->findChildren<QTableWidget *>()) {
        if (table->accessibleName() == QStringLiteral("Surges"))
            surges = table;
    }
    QVERIFY(surges != nullptr && surges->rowCount() > 0);
    const QPoint at = surges->visualItemRect(surges->item(0, 0)).center();
    QTest::mouseClick(surges->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(surges->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(last().page, QString(page_id::accounts));
    QCOMPARE(last().account.value, surges->item(0, 0)->data(Qt::UserRole).toLongLong());
}

void TestTodayPage::myAccountsAreMine()
{
    const int all = model().actionCount();
    const auto row = *m_ui->snapshot()->row(subject());
    m_ui->preferences.setWho(QString::fromStdString(m_ui->snapshot()->accounts.owner.at(row).label));
    auto *scope = m_page->findChild<QComboBox *>();
    scope->setCurrentIndex(1);
    QVERIFY(model().actionCount() > 0);
    QVERIFY(model().actionCount() < all);
    for (int line = 0; line < model().rowCount(); ++line) {
        if (const TodayAction *action = model().action(line))
            QCOMPARE(m_ui->snapshot()->accounts.owner.at(action->account).key, ownerKey(m_ui->preferences.who()));
    }
    m_ui->preferences.setWho(QStringLiteral("Nobody Here"));
    QCOMPARE(model().actionCount(), 0);
    QVERIFY(m_page->saveState().value(QStringLiteral("mine")).toBool());
}

void TestTodayPage::withoutTiersItSaysWhatToDo()
{
    UiFixture empty;
    QVERIFY(empty.openEmpty());
    TodayPage page(empty.context());
    empty.show(page);
    QPushButton *open = nullptr;
    for (QPushButton *button : page.findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("Open Tiers") && button->isVisible())
            open = button;
    }
    QVERIFY(open != nullptr);
    open->click();
    QCOMPARE(empty.navigation.places.last().page, QString(page_id::tiering));
}

QTEST_MAIN(TestTodayPage)
#include "tst_today_page.moc"
