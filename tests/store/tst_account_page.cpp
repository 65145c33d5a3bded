// Pages give back what was put into them, whatever rows of the database the blocks stand in; damage is seen.
#include "support/store_fixture.h"

#include "store/account_page.h"
#include "store/activity_store.h"
#include "store/import_store.h"
#include "store/page_walk.h"

#include <QTest>

#include <random>

using namespace dimsum;
using dimsum::test::StoreFixture;

namespace {

using Bytes = std::vector<std::uint8_t>;

struct Kept {
    AccountPages::Page page;
    Bytes content;
};

std::vector<Kept> kept(const AccountPages &pages)
{
    std::vector<Kept> all;
    static_cast<void>(pages.forEach([&all](const AccountPages::Page &page, std::span<const std::uint8_t> content) {
        all.push_back({page, {content.begin(), content.end()}});
        return Outcome(Done{});
    }));
    return all;
}

// Every account of a page, or none if something is wrong with it.
std::vector<std::int64_t> accountsOf(std::span<const std::uint8_t> content, AccountPages::Page page)
{
    std::vector<std::int64_t> accounts;
    AccountPageReader reader(content, {page.last, page.rows, {}});
    for (PagedBlock block; reader.next(block);)
        accounts.push_back(block.account.value);
    return reader.sound() ? accounts : std::vector<std::int64_t>();
}

PackedActivity at(std::int64_t instant)
{
    return {.instant = instant, .type = 1};
}

// "account/import: instants" of every block.
QStringList told(Database &database, AccountId from = {})
{
    QStringList lines;
    ActivityWalk walk(database);
    walk.from(from);
    const Outcome outcome = eachBlock(walk, [&lines](const StoredBlock &block) {
        QString line = QStringLiteral("%1/%2:").arg(block.account.value).arg(block.import.value);
        ActivityBlockReader reader(block.content);
        for (PackedActivity row; reader.next(row);)
            line += QStringLiteral(" %1").arg(row.instant);
        lines << (block.sound && reader.sound() ? line : QStringLiteral("damaged"));
    });
    return outcome ? lines : QStringList{QStringLiteral("failed")};
}

struct World {
    StoreFixture fixture;
    ImportId first, second;
    AccountPages pages;

    Database &database() { return *fixture.database; }
    ActivityStore activities() { return ActivityStore(database()); }
    // Accounts 101 to 120 with one activity each in pages, the first of a page being 101 and 109 or so.
    bool make()
    {
        if (!fixture.create())
            return false;
        ImportRun run;
        run.kind = "activities";
        first = *ImportStore(database()).start(run);
        second = *ImportStore(database()).start(run);
        Bytes content;
        for (std::int64_t account = 101; account <= 120; ++account) {
            const std::string insert = "INSERT INTO account (id, domain, name, name_key) VALUES (" + std::to_string(account) + ", 'a" + std::to_string(account)
                                       + ".com', 'a', 'a')";
            std::vector<PackedActivity> rows;
            for (std::int64_t i = 0; i < 60; ++i)
                rows.push_back(at(1'000'000 * account + 1'001 * i * i));
            packActivities(rows, content);
            pages.add(AccountId{account}, rows.size(), content);
            if (!database().run(insert.c_str()))
                return false;
        }
        return activities().add(first, pages).ok();
    }
};

} // namespace

class TestAccountPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAddedIsRead()
    {
        std::mt19937 random(3);
        AccountPages pages;
        struct Added {
            AccountId account;
            std::size_t rows;
            Bytes content;
        };
        std::vector<Added> added;
        std::int64_t account = 0;
        for (int i = 0; i < 2'000; ++i) {
            account += 1 + random() % (i % 50 ? 3 : 100'000);
            Bytes content(random() % (i % 90 ? 200 : 5'000));
            for (std::uint8_t &byte : content)
                byte = static_cast<std::uint8_t>(random());
            added.push_back({AccountId{account}, 1 + random() % 40, content});
            pages.add(added.back().account, added.back().rows, content);
        }
        QVERIFY(pages.pages().size() > 100 && pages.pages().size() < 500);
        auto next = added.cbegin();
        for (const Kept &page : kept(pages)) {
            AccountPageReader reader(page.content, {page.page.last, page.page.rows, {}});
            for (PagedBlock block; reader.next(block); ++next) {
                QCOMPARE(block.account, next->account);
                QCOMPARE(block.rows, static_cast<std::int64_t>(next->rows));
                QCOMPARE(Bytes(block.content.begin(), block.content.end()), next->content);
            }
            QVERIFY(reader.sound());
        }
        QVERIFY(next == added.cend());
        pages.clear();
        QVERIFY(kept(pages).empty());
    }

    void contentOfAnEarlierKindIsOneAccount()
    {
        const Bytes content{1, 2, 3};
        AccountPageReader reader(content, {AccountId{7}, 5, {}});
        PagedBlock block;
        QVERIFY(reader.next(block));
        QCOMPARE(block.account, AccountId{7});
        QCOMPARE(block.rows, 5);
        QCOMPARE(Bytes(block.content.begin(), block.content.end()), content);
        QVERIFY(!reader.next(block));
        QVERIFY(reader.sound());
    }

    void damageIsSeen()
    {
        AccountPages pages;
        for (std::int64_t account : {5, 6, 9})
            pages.add(AccountId{account}, 2, Bytes(10, 1));
        const Kept whole = kept(pages).front();
        QCOMPARE(accountsOf(whole.content, whole.page), (std::vector<std::int64_t>{5, 6, 9}));
        for (std::size_t size = 1; size < whole.content.size(); ++size)
            QVERIFY(accountsOf(std::span(whole.content).first(size), whole.page).empty());
        for (const auto &[last, rows] : {std::pair<std::int64_t, std::int64_t>{10, 6}, {8, 6}, {9, 5}, {9, 7}})
            QVERIFY(accountsOf(whole.content, {AccountId{last}, rows, 0}).empty());
        Bytes backwards = whole.content;
        backwards[1 + 3 + 10] = 0; // the step from 5 to 6
        QVERIFY(accountsOf(backwards, whole.page).empty());
    }

    // Changed blocks leave their page with their neighbours; what is read is the same but for the change.
    void aChangedBlockLeavesItsPage()
    {
        World world;
        QVERIFY(world.make());
        QVERIFY(world.pages.pages().size() > 2);
        const QStringList before = told(world.database());
        QCOMPARE(before.size(), qsizetype(20));
        QCOMPARE(*world.activities().count(), std::int64_t(20 * 60));
        QVERIFY(*world.activities().any());

        // A later import adds a block of its own: no page is touched.
        ActivityStore activities = world.activities();
        const PackedActivity late = at(77);
        QVERIFY(activities.put(AccountId{105}, world.second, std::span(&late, 1)).ok());
        QStringList now = told(world.database());
        QCOMPARE(now.size(), qsizetype(21));
        QCOMPARE(now.mid(4, 2), (QStringList{before[4], QStringLiteral("105/%1: 77").arg(world.second.value)}));

        // It changes one of the first.
        QVERIFY(activities.keepPrior(world.second, AccountId{103}, world.first).ok());
        const PackedActivity changed = at(78);
        QVERIFY(activities.put(AccountId{103}, world.first, std::span(&changed, 1)).ok());
        now = told(world.database());
        QCOMPARE(now.size(), qsizetype(21));
        QCOMPARE(now[2], QStringLiteral("103/%1: 78").arg(world.first.value));
        now[2] = before[2];
        now.removeAt(5);
        QCOMPARE(now, before);
        QCOMPARE(*world.activities().count(), std::int64_t(19 * 60 + 2));
        Statement rest(world.database(), "SELECT count(*) FROM activity_page");
        QCOMPARE(*firstInteger(rest), static_cast<std::int64_t>(world.pages.pages().size()) - 1);

        // Wherever one starts, it goes on alike, and an account alone is what stands there of it.
        const QStringList all = told(world.database());
        for (std::int64_t account = 99; account < 122; ++account) {
            QStringList from;
            for (const QString &line : all)
                if (line.section(QLatin1Char('/'), 0, 0).toLongLong() >= account)
                    from << line;
            QCOMPARE(told(world.database(), AccountId{account}), from);
            const auto blocks = world.activities().blocks(AccountId{account});
            const QString named = QString::number(account) + QLatin1Char('/');
            QCOMPARE(blocks->size(), static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const QString &line) { return line.startsWith(named); })));
        }

        QVERIFY(ImportStore(world.database()).undo(world.second, 1, "Bo").ok());
        QCOMPARE(told(world.database()), before);
        QVERIFY(ImportStore(world.database()).undo(world.first, 1, "Bo").ok());
        QVERIFY(!*world.activities().any());
    }

    void aDamagedPageIsNamed()
    {
        World world;
        QVERIFY(world.make());
        QVERIFY(world.database().run("UPDATE activity_page SET rows = rows + 1 WHERE last_account = (SELECT min(last_account) FROM activity_page)").ok());
        QCOMPARE(world.activities().blocks(world.pages.pages().front().last).error().kind, ErrorKind::damaged);
        QVERIFY(world.activities().blocks(AccountId{120}).ok());
        QVERIFY(told(world.database()).contains(QStringLiteral("damaged")));
        QCOMPARE(world.activities().keepPrior(world.second, AccountId{101}, world.first).error().kind, ErrorKind::damaged);
    }
};

QTEST_GUILESS_MAIN(TestAccountPage)
#include "tst_account_page.moc"
