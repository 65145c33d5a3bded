// The card of plays, the accounts beside it, the orders and the Today list as item models, all under the tester.
#include "support/small_world.h"

#include "domain/menu.h"
#include "qt/dish_model.h"
#include "qt/menu_account_model.h"
#include "qt/order_table_model.h"
#include "qt/roles.h"
#include "qt/tier_move_model.h"
#include "qt/today_list_model.h"
#include "service/ordering_service.h"
#include "service/snapshot.h"
#include "service/tiering_service.h"

#include "support/given_play.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace dimsum;
using dimsum::test::givenPlay;

class TestMenuModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theCardGroupsDishesByCourse();
    void aTickIsAWish();
    void theNextBestActionIsMarked();
    void lockedDishesSayWhy();
    void accountsByPriorityWithWhatStands();
    void ordersFilterAndSort();
    void movesSayWhereFromAndWhy();
    void todayIsSorted();

private:
    using Tester = QAbstractItemModelTester;
    static constexpr auto reporting = Tester::FailureReportingMode::QtTest;

    std::shared_ptr<const Snapshot> load()
    {
        auto snapshot = loadSnapshot(*m_world->workspace);
        return SmallWorld::fine(snapshot) ? *snapshot : nullptr;
    }
    AccountId acme() const { return m_world->ids.at("acme.com"); }
    MenuCard card() { return *menuCard(*m_world->workspace, acme()); }
    std::string order(const char *code)
    {
        const auto answer = placeSlip(*m_world->workspace, {.account = "acme.com", .lines = {{code, {}}}, .by = "Ben"});
        return answer.ok() && answer->placed ? answer->orders.front().id : std::string();
    }

    std::unique_ptr<SmallWorld> m_world;
};

void TestMenuModels::init()
{
    m_world = std::make_unique<SmallWorld>();
    QVERIFY(m_world->fill());
    QVERIFY(SmallWorld::fine(retier(*m_world->workspace, {.apply = true, .by = "Ana"})));
    Menu menu;
    menu.program = {.name = "2025 H1", .start = dayOf(2025, 6, 1), .end = dayOf(2025, 12, 31)};
    menu.envelopes = {{"tier-1", {.kind = EnvelopeScope::Kind::tier, .tier = 1, .name = {}}, Money{10000}}};
    menu.plays = {givenPlay("mail", 4000), givenPlay("slot", 7000, Approval::Rule::always), givenPlay("ads", 2000)};
    menu.plays[0].channel = "direct mail";
    menu.plays[1].channel = "event";
    menu.plays[2].channel = "ads";
    menu.plays[0].perAccount = 1;
    QVERIFY(SmallWorld::fine(setMenu(*m_world->workspace, menu, "Ana")));
}

void TestMenuModels::cleanup()
{
    m_world.reset();
}

void TestMenuModels::theCardGroupsDishesByCourse()
{
    DishModel model;
    const Tester tester(&model, reporting);
    const MenuCard shown = card();
    model.setCard(shown, shown.check, m_world->workspace->currency());
    QCOMPARE(model.rowCount(), 6); // three courses of one dish each
    QCOMPARE(model.count(DishFilter::all), 3);
    int courses = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        const Dish dish = model.index(row).data(DishModel::DishRole).value<Dish>();
        courses += dish.course;
        QCOMPARE(dish.course, model.playAt(row).isEmpty());
        QVERIFY(!model.index(row).data(Qt::AccessibleTextRole).toString().isEmpty());
        QVERIFY(dish.course || !dish.price.isEmpty());
    }
    QCOMPARE(courses, 3);
    QVERIFY(model.index(model.rowOf(QStringLiteral("slot"))).data(DishModel::DishRole).value<Dish>().approval);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestMenuModels::aTickIsAWish()
{
    DishModel model;
    const Tester tester(&model, reporting);
    MenuCard shown = card();
    model.setCard(shown, shown.check, m_world->workspace->currency());
    QSignalSpy wanted(&model, &DishModel::tickWanted);
    const QModelIndex ads = model.index(model.rowOf(QStringLiteral("ads")));
    model.setData(ads, Qt::Checked, Qt::CheckStateRole);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().at(0).toString(), QStringLiteral("ads"));
    QCOMPARE(wanted.first().at(1).toBool(), true);
    QCOMPARE(model.ticked(), 0); // the page decides
    const SlipCheck check = checkDraft(shown, {.lines = {{"ads", {}}}});
    model.setCard(shown, check, m_world->workspace->currency());
    QCOMPARE(model.ticked(), 1);
    QCOMPARE(model.index(model.rowOf(QStringLiteral("ads"))).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
}

void TestMenuModels::theNextBestActionIsMarked()
{
    DishModel model;
    const Tester tester(&model, reporting);
    const auto suggestion = [&model](const char *play) {
        return model.index(model.rowOf(QString::fromLatin1(play))).data(DishModel::DishRole).value<Dish>().suggestion;
    };
    model.setSuggestion(QStringLiteral("ads"), QStringLiteral("one person short"));
    const MenuCard shown = card();
    model.setCard(shown, shown.check, m_world->workspace->currency());
    QCOMPARE(suggestion("ads"), QStringLiteral("one person short"));
    QCOMPARE(suggestion("slot"), QString());
    QVERIFY(model.index(model.rowOf(QStringLiteral("ads"))).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("one person short")));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setSuggestion(QStringLiteral("slot"), QStringLiteral("missing step"));
    QCOMPARE(changed.size(), 2); // the old and the new one, nothing else moves
    QCOMPARE(suggestion("ads"), QString());
    QCOMPARE(suggestion("slot"), QStringLiteral("missing step"));
    model.setSuggestion({}, {});
    QCOMPARE(suggestion("slot"), QString());
}

void TestMenuModels::lockedDishesSayWhy()
{
    QVERIFY(!order("mail").empty()); // the one that the account may have
    DishModel model;
    const Tester tester(&model, reporting);
    const MenuCard shown = card();
    model.setCard(shown, shown.check, m_world->workspace->currency());
    const QModelIndex mail = model.index(model.rowOf(QStringLiteral("mail")));
    QVERIFY(mail.data(DishModel::DishRole).value<Dish>().locked);
    QVERIFY(mail.data(DishModel::DishRole).value<Dish>().line.contains(QStringLiteral("1 of at most 1")));
    // 60.00 are left: the slot of 70.00 does not fit, the ads of 20.00 do.
    QVERIFY(model.index(model.rowOf(QStringLiteral("slot"))).data(DishModel::DishRole).value<Dish>().locked);
    QCOMPARE(model.count(DishFilter::orderable), 1);
    model.setFilter(DishFilter::orderable);
    QVERIFY(model.rowOf(QStringLiteral("ads")) >= 0);
    QSignalSpy refused(&model, &DishModel::refused);
    model.setFilter(DishFilter::all);
    model.setData(model.index(model.rowOf(QStringLiteral("mail"))), Qt::Checked, Qt::CheckStateRole);
    QCOMPARE(refused.size(), 1);
}

void TestMenuModels::accountsByPriorityWithWhatStands()
{
    MenuAccountModel model;
    const Tester tester(&model, reporting);
    const auto snapshot = load();
    model.setSnapshot(snapshot);
    QVERIFY(model.rowCount() >= 1);
    QCOMPARE(model.accountAt(0), acme()); // the only account of Tier 1
    model.setDraft(acme(), 2, Money{6000});
    QVERIFY2(model.index(0).data(SecondLineRole).toString().contains(QStringLiteral("60")),
             qPrintable(model.index(0).data(SecondLineRole).toString()));
    model.setFilter(QStringLiteral("zzz"));
    QCOMPARE(model.rowCount(), 0);
    model.setFilter(QStringLiteral("ACME"));
    QCOMPARE(model.rowCount(), 1);
    model.setFilter({});
    const AccountId delta = m_world->ids.at("delta.com"); // in no tier
    QCOMPARE(model.rowOf(delta), -1);
    model.keep(delta);
    QVERIFY(model.rowOf(delta) >= 0);
    QVERIFY(!model.accountAt(99).valid());
}

void TestMenuModels::ordersFilterAndSort()
{
    const std::string mail = order("mail"), ads = order("ads");
    QVERIFY(!mail.empty() && !ads.empty());
    QVERIFY(SmallWorld::fine(moveOrder(*m_world->workspace, {.order = ads, .to = OrderState::inProduction, .by = "Grace"})));
    OrderTableModel model;
    const Tester tester(&model, reporting);
    model.setSnapshot(load());
    QCOMPARE(model.rowCount(), 2);
    for (int column = 0; column < model.columnCount(); ++column) {
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        model.sort(column, Qt::AscendingOrder);
        model.sort(column, Qt::DescendingOrder);
        QCOMPARE(model.rowCount(), 2);
    }
    model.sort(OrderTableModel::Price, Qt::DescendingOrder);
    QCOMPARE(model.order(0)->id, mail); // 40.00 before 20.00
    model.sort(OrderTableModel::Price, Qt::AscendingOrder);
    QCOMPARE(model.order(0)->id, ads);
    model.setQuery({.state = OrderState::inProduction});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.rowOf(ads), 0);
    QCOMPARE(model.rowOf(mail), -1);
    model.setQuery({.overdueOnly = true});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.order(0));
    // Three business days after Monday comes Thursday; on the Friday it is late.
    m_world->moveTo(dayOf(2025, 7, 4));
    model.setSnapshot(load());
    QCOMPARE(model.rowCount(), 2);
    model.setQuery({.text = QStringLiteral("dish mail")});
    QCOMPARE(model.rowCount(), 1);
}

void TestMenuModels::movesSayWhereFromAndWhy()
{
    const auto snapshot = load();
    TierPolicy policy = snapshot->policy;
    policy.rules.clear();
    auto preview = std::make_shared<TieringPreview>(previewTiers(*snapshot, policy));
    TierMoveModel model;
    const Tester tester(&model, reporting);
    model.setPreview(snapshot, preview);
    QVERIFY(model.count(MoveGroup::all) >= 2); // without rules nobody stays in a tier
    QCOMPARE(model.rowCount(), int(model.count(MoveGroup::all)));
    QCOMPARE(model.count(MoveGroup::up), 0);
    QCOMPARE(model.count(MoveGroup::down), model.count(MoveGroup::all));
    for (int row = 0; row < model.rowCount(); ++row)
        QVERIFY(!model.index(row, TierMoveModel::Why).data().toString().isEmpty());
    for (int column = 0; column < model.columnCount(); ++column)
        model.sort(column, Qt::AscendingOrder);
    const auto priorityOf = [&](int row) { return model.index(row, TierMoveModel::Priority).data().toString().toDouble(); };
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        model.sort(TierMoveModel::Priority, order);
        for (int row = 1; row < model.rowCount(); ++row)
            QVERIFY(order == Qt::AscendingOrder ? priorityOf(row - 1) <= priorityOf(row) : priorityOf(row - 1) >= priorityOf(row));
    }
    model.setGroup(MoveGroup::up);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.accountAt(0).valid());
}

void TestMenuModels::todayIsSorted()
{
    QVERIFY(!order("slot").empty()); // waits for a yes
    TodayListModel model;
    const Tester tester(&model, reporting);
    const auto snapshot = load();
    model.setSnapshot(snapshot, {});
    QVERIFY(model.actionCount() >= 1);
    Day last = Day{std::numeric_limits<decltype(Day::number)>::min()};
    int headings = 0, decisions = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        const TodayAction *action = model.action(row);
        if (action == nullptr) {
            ++headings;
            QVERIFY(model.index(row).data(TodayListModel::HeadingRole).toBool());
            QVERIFY(!model.flags(model.index(row)).testFlag(Qt::ItemIsSelectable));
            continue;
        }
        QVERIFY(!(action->deadline < last));
        last = action->deadline;
        decisions += action->kind == TodayKind::decideOrder;
        QVERIFY(!model.index(row).data(TodayListModel::ButtonRole).toString().isEmpty());
    }
    QVERIFY(headings >= 1);
    QCOMPARE(decisions, 1);
    model.setSnapshot(snapshot, ownerKey(QStringLiteral("Nobody Here")));
    QCOMPARE(model.actionCount(), 0);
}

QTEST_GUILESS_MAIN(TestMenuModels)
#include "tst_menu_models.moc"
