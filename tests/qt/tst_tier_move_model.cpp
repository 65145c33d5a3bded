// The moves of a draft policy in their order, of more accounts than anybody scrolls through.
#include "qt/tier_move_model.h"
#include "service/snapshot.h"

#include <QTest>

#include <algorithm>
#include <mutex>
#include <numeric>
#include <random>

using namespace dimsum;

class TestTierMoveModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Only the first lines are put in order; as far as they are asked for, they must be those that sorting everything gives.
    void firstLinesAreThoseOfTheWholeOrder_data();
    void firstLinesAreThoseOfTheWholeOrder();

private:
    struct Given {
        std::shared_ptr<Snapshot> snapshot;
        std::shared_ptr<TieringPreview> preview;
    };
    static Given given(std::uint32_t accounts);
    static void classify(TieringPreview &preview);
};

// As a step of a slider leaves it: everybody entered the competition, those who are pinned withdrew.
void TestTierMoveModel::classify(TieringPreview &preview)
{
    const TierProposal &proposal = preview.proposal;
    const std::size_t accounts = proposal.priority.size();
    Competition &competition = preview.track.competition;
    competition.open(accounts);
    std::mutex guard;
    {
        Competition::Entrance entrance(competition, guard);
        for (std::size_t at = 0; at < accounts; at += Competition::blockRows) {
            const std::size_t rows = std::min(Competition::blockRows, accounts - at);
            entrance.enter(at, std::span(proposal.priority).subspan(at, rows), std::span(proposal.computed).subspan(at, rows));
        }
    }
    for (const std::uint32_t row : proposal.pinned)
        competition.withdraw(row, proposal.computed[row]);
    preview.track.classed = true;
}

// Every account but each seventh moves up from tier 3 to 2; a few are pinned. Priorities have ties.
TestTierMoveModel::Given TestTierMoveModel::given(std::uint32_t accounts)
{
    std::mt19937 random(3);
    auto base = std::make_shared<AccountBase>();
    for (std::uint32_t row = 0; row < accounts; ++row) {
        base->accounts.id.push_back(AccountId{row + 1});
        base->accounts.acv.push_back(random() % 9 == 0 ? unknownMoney : Money{static_cast<std::int64_t>(random() % 5000)});
    }
    base->rowOf = AccountRows(base->accounts.id);
    auto world = std::make_shared<ScoredWorld>();
    world->base = std::move(base);
    Given made{std::make_shared<Snapshot>(std::move(world)), std::make_shared<TieringPreview>()};
    made.snapshot->tiers.assign(accounts, Tier::three);
    made.snapshot->orderSummaries.assign(accounts, {});
    TierProposal &proposal = made.preview->proposal;
    proposal.defined = true;
    proposal.computed.assign(accounts, Tier::two);
    proposal.displaced.assign(accounts, 0);
    proposal.pin.assign(accounts, -1);
    made.preview->tiers.assign(accounts, Tier::two);
    for (std::uint32_t row = 0; row < accounts; ++row) {
        proposal.priority.push_back(static_cast<double>(random() % 2000) / 20);
        if (row % 1000 == 1) {
            proposal.pin[row] = static_cast<std::int32_t>(proposal.pinned.size());
            proposal.pinned.push_back(row);
        } else if (row % 7 == 0) {
            made.preview->tiers[row] = Tier::three;
        } else {
            ++made.preview->picture.up;
        }
    }
    return made;
}

void TestTierMoveModel::firstLinesAreThoseOfTheWholeOrder_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<bool>("classed");
    QTest::newRow("priority, highest first") << int{TierMoveModel::Priority} << Qt::DescendingOrder << false;
    QTest::newRow("priority, lowest first") << int{TierMoveModel::Priority} << Qt::AscendingOrder << false;
    QTest::newRow("priority by classes, highest first") << int{TierMoveModel::Priority} << Qt::DescendingOrder << true;
    QTest::newRow("priority by classes, lowest first") << int{TierMoveModel::Priority} << Qt::AscendingOrder << true;
    QTest::newRow("ACV: many are equal") << int{TierMoveModel::Acv} << Qt::DescendingOrder << true;
    QTest::newRow("orders: all are equal") << int{TierMoveModel::Orders} << Qt::AscendingOrder << true;
}

void TestTierMoveModel::firstLinesAreThoseOfTheWholeOrder()
{
    QFETCH(int, column);
    QFETCH(Qt::SortOrder, order);
    QFETCH(bool, classed);
    const Given made = given(60'000);
    if (classed)
        classify(*made.preview);
    const auto keyOf = [&](std::uint32_t row) {
        const Money acv = made.snapshot->accounts.acv[row];
        return column == TierMoveModel::Acv ? (acv.known() ? static_cast<double>(acv.minor) : -1) : column == TierMoveModel::Orders ? 0 : made.preview->proposal.priority[row];
    };
    std::vector<std::uint32_t> expected;
    for (std::uint32_t row = 0; row < made.snapshot->size(); ++row)
        if (made.preview->moves(row, *made.snapshot))
            expected.push_back(row);
    std::stable_sort(expected.begin(), expected.end(), [&](std::uint32_t a, std::uint32_t b) {
        return order == Qt::AscendingOrder ? keyOf(a) < keyOf(b) : keyOf(a) > keyOf(b);
    });
    TierMoveModel model;
    model.sort(column, order);
    model.setPreview(made.snapshot, made.preview);
    QCOMPARE(model.rowCount(), static_cast<int>(expected.size()));
    QCOMPARE(model.count(MoveGroup::pinned), 60);
    // A first page, a little further, far away, the end, and back.
    for (const int row : {0, 1, 40, 255, 256, 300, 1500, 5999, 20'000, model.rowCount() - 1, 0, 256})
        QCOMPARE(model.accountAt(row), made.snapshot->accounts.id[expected[static_cast<std::size_t>(row)]]);
    model.setGroup(MoveGroup::pinned);
    QCOMPARE(model.rowCount(), 60);
    model.setGroup(MoveGroup::down);
    QCOMPARE(model.rowCount(), 0);
    model.setGroup(MoveGroup::up);
    for (int row = 0; row < 1200; ++row)
        QCOMPARE(model.accountAt(row), made.snapshot->accounts.id[expected[static_cast<std::size_t>(row)]]);
}

QTEST_GUILESS_MAIN(TestTierMoveModel)
#include "tst_tier_move_model.moc"
