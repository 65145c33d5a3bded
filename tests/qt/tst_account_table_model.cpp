// The accounts as a table: cells, filters as permutations, sorting with unknown values last, totals, marks of changes.
#include "support/import_fixture.h"
#include "support/small_world.h"

#include "qt/account_table_model.h"
#include "qt/roles.h"
#include "service/snapshot.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>

using namespace dimsum;

class TestAccountTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keepsTheContractOfModels();
    void everyCellHasWords();
    void filtersKeepTheRowsTheySay();
    void searchFindsWhatReadingFinds();
    void unknownIsLastInBothOrders();
    void totalsAreOfTheRowsShown();
    void tabsCountWhatTheyShow();
    void editingIsAWish();
    void changesAreMarkedUntilTheyReadAsBefore();
    void queriesSurviveTheirText();

private:
    std::shared_ptr<const Snapshot> load()
    {
        auto snapshot = loadSnapshot(*m_world->workspace);
        return SmallWorld::fine(snapshot) ? *snapshot : nullptr;
    }
    // What the rows are called, from top to bottom: "Acme Beta".
    QString names() const
    {
        QStringList found;
        for (int row = 0; row < m_model->rowCount(); ++row)
            found << m_model->index(row, AccountTableModel::Name).data().toString();
        return found.join(u' ');
    }
    void show(const AccountQuery &query) { m_model->setQuery(query); }

    std::unique_ptr<SmallWorld> m_world;
    std::unique_ptr<AccountTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestAccountTableModel::init()
{
    m_world = std::make_unique<SmallWorld>();
    QVERIFY(m_world->fill());
    m_model = std::make_unique<AccountTableModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto snapshot = load();
    QVERIFY(snapshot);
    m_model->setSnapshot(snapshot);
    QCOMPARE(m_model->rowCount(), 4);
}

void TestAccountTableModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_world.reset();
}

// Everything that changes the rows, under the eyes of the tester.
void TestAccountTableModel::keepsTheContractOfModels()
{
    for (int column = 0; column < m_model->columnCount(); ++column) {
        m_model->sort(column, Qt::AscendingOrder);
        m_model->sort(column, Qt::DescendingOrder);
        QCOMPARE(m_model->rowCount(), 4);
    }
    const QPersistentModelIndex acme(m_model->index(m_model->rowOf(AccountId{m_world->ids.at("acme.com")}), AccountTableModel::Name));
    QCOMPARE(acme.data().toString(), QStringLiteral("Acme"));
    m_model->sort(AccountTableModel::Name, Qt::DescendingOrder);
    QCOMPARE(acme.data().toString(), QStringLiteral("Acme")); // the selection follows the account, not the row
    show({.text = QStringLiteral("zzz")});
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(!acme.isValid());
    show({});
    m_model->setSnapshot(nullptr);
    QCOMPARE(m_model->rowCount(), 0);
    m_model->setSnapshot(load());
    QCOMPARE(m_model->rowCount(), 4);
}

void TestAccountTableModel::everyCellHasWords()
{
    for (int column = 0; column < m_model->columnCount(); ++column)
        QVERIFY2(!m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty(), qPrintable(QString::number(column)));
    const int acme = m_model->rowOf(m_world->ids.at("acme.com"));
    const auto cell = [&](int column) { return m_model->index(acme, column).data().toString(); };
    QCOMPARE(cell(AccountTableModel::Domain), QStringLiteral("acme.com"));
    QCOMPARE(cell(AccountTableModel::Industry), QStringLiteral("Software"));
    QVERIFY2(cell(AccountTableModel::Acv).contains(QStringLiteral("60")), qPrintable(cell(AccountTableModel::Acv)));
    QCOMPARE(cell(AccountTableModel::Fit), QStringLiteral("100"));
    QCOMPARE(m_model->editText(acme, AccountTableModel::Acv), QStringLiteral("60000.00"));
    QVERIFY(m_model->fieldOfColumn(AccountTableModel::Fit).isEmpty()); // computed
    QCOMPARE(m_model->fieldOfColumn(AccountTableModel::Industry), QStringLiteral("industry"));
    const int beta = m_model->rowOf(m_world->ids.at("beta.com"));
    QVERIFY(m_model->editText(beta, AccountTableModel::Employees).isEmpty());
}

void TestAccountTableModel::filtersKeepTheRowsTheySay()
{
    m_model->sort(AccountTableModel::Name, Qt::AscendingOrder);
    QCOMPARE(names(), QStringLiteral("Acme Beta Delta Gamma"));
    show({.text = QStringLiteral("ACM")});
    QCOMPARE(names(), QStringLiteral("Acme"));
    show({.text = QStringLiteral("A.CO")});
    QCOMPARE(names(), QStringLiteral("Beta Delta Gamma"));
    show({.text = QStringLiteral("eg")}); // the end of Acme and the beginning of Gamma are two accounts
    QCOMPARE(names(), QString());
    show({.text = QStringLiteral("`")}); // differs from '@' by the bit that makes letters small
    QCOMPARE(names(), QString());
    show({.text = QStringLiteral("e")});
    QCOMPARE(names(), QStringLiteral("Acme Beta Delta Gamma")); // Gamma by its industry
    show({.text = QStringLiteral("longer than every text of all these accounts taken together and more")});
    QCOMPARE(names(), QString());
    show({.fields = {{QStringLiteral("industry"), {QStringLiteral("retail")}}}});
    QCOMPARE(names(), QStringLiteral("Delta"));
    show({.acvAtLeast = 20'000});
    QCOMPARE(names(), QStringLiteral("Acme Beta Delta"));
    show({.fields = {{QStringLiteral("industry"), {QStringLiteral("Software")}}}, .acvAtLeast = 20'000});
    QCOMPARE(names(), QStringLiteral("Acme Beta")); // all conditions hold together
    show({.touchedWithin = 7});
    QCOMPARE(names(), QStringLiteral("Acme"));
    show({.notTouchedFor = 30}); // never touched counts
    QCOMPARE(names(), QStringLiteral("Beta Delta Gamma"));
    show({.recentIntent = true});
    QCOMPARE(names(), QStringLiteral("Acme"));
    show({.fitAtLeast = 100});
    QCOMPARE(names(), QStringLiteral("Acme Gamma"));
    QCOMPARE(m_model->rowOf(m_world->ids.at("beta.com")), -1);
    QVERIFY(!m_model->accountAt(99).valid());
}

// Texts are searched sixteen bytes at a time and across their borders: beside a search of one after the other.
void TestAccountTableModel::searchFindsWhatReadingFinds()
{
    dimsum::test::ImportFixture fixture;
    QRandomGenerator random(5);
    const auto word = [&random](int most) {
        QByteArray text;
        for (int letters = 1 + random.bounded(most); letters > 0; --letters)
            text += "abcABZ`@"[random.bounded(6)];
        return text;
    };
    QByteArray file = "domain,name,external_id,industry,country\n";
    for (int i = 0; i < 3000; ++i)
        file += word(30) + QByteArray::number(i) + ".com," + word(50) + ',' + word(3) + QByteArray::number(i) + ',' + word(1) + ',' + word(2) + '\n';
    QCOMPARE(dimsum::test::imported(fixture, ImportKind::accounts, file).inserted, 3000);
    const auto snapshot = loadSnapshot(*fixture.workspace);
    QVERIFY(snapshot.ok());
    const AccountFrame &accounts = (*snapshot)->accounts;
    for (const char *text : {"a", "z", "zz", "ab", "Ba", "abc", "bza", "com", "7.c", "cab1", "aaaaa", "`", "@"}) {
        const std::string wanted = QByteArray(text).toLower().toStdString();
        const std::vector<std::uint8_t> kept = keptAccounts(**snapshot, {.text = QString::fromLatin1(text)});
        for (std::size_t row = 0; row < accounts.size(); ++row) {
            const auto has = [&wanted](std::string_view have) {
                return QByteArray(have.data(), qsizetype(have.size())).toLower().toStdString().find(wanted) != std::string::npos;
            };
            const auto says = [&](const FieldColumn &column) { return has(column.values.at(column.codes[row]).key); };
            const bool expected = has(accounts.name.at(row)) || has(accounts.domain.at(row)) || has(accounts.externalId.at(row))
                                  || says(accounts.industry) || says(accounts.country) || says(accounts.owner);
            QVERIFY2((kept[row] != 0) == expected, text);
        }
    }
}

void TestAccountTableModel::unknownIsLastInBothOrders()
{
    m_model->sort(AccountTableModel::Employees, Qt::AscendingOrder);
    QCOMPARE(names(), QStringLiteral("Gamma Acme Delta Beta"));
    m_model->sort(AccountTableModel::Employees, Qt::DescendingOrder);
    QCOMPARE(names(), QStringLiteral("Delta Acme Gamma Beta"));
}

void TestAccountTableModel::totalsAreOfTheRowsShown()
{
    QCOMPARE(m_model->totals().accounts, 4);
    QCOMPARE(m_model->totals().acv, Money{18'000'000});
    show({.fields = {{QStringLiteral("industry"), {QStringLiteral("software")}}}});
    QCOMPARE(m_model->totals().accounts, 3);
    QCOMPARE(m_model->totals().acv, Money{9'000'000});
    QCOMPARE(scopeCount(*m_model->snapshot(), AccountScope::all), 4); // tabs count regardless of the filter
    show({.text = QStringLiteral("zzz")});
    QVERIFY(!m_model->totals().meanFit); // no rows, no mean
}

void TestAccountTableModel::tabsCountWhatTheyShow()
{
    const Snapshot &s = *m_model->snapshot();
    const auto byHand = [&s](const auto &holds) {
        std::int64_t count = 0;
        for (std::uint32_t row = 0; row < s.size(); ++row)
            count += holds(row);
        return count;
    };
    QStringList owners{QString(), QStringLiteral("nobody of that name")};
    for (std::uint32_t row = 0; row < s.size(); ++row)
        owners << QString::fromStdString(s.accounts.owner.at(row).label);
    for (const QString &owner : std::as_const(owners)) {
        const std::string key = owner.toCaseFolded().toStdString();
        const std::int64_t expected = byHand([&](std::uint32_t row) { return s.accounts.owner.at(row).key == key; });
        QCOMPARE(scopeCount(s, AccountScope::mine, owner), expected);
        show({.scope = AccountScope::mine, .owner = owner});
        QCOMPARE(m_model->rowCount(), static_cast<int>(expected));
    }
    for (const auto &[scope, tier] : {std::pair(AccountScope::tier1, Tier::one), {AccountScope::tier2, Tier::two}, {AccountScope::tier3, Tier::three}, {AccountScope::noTier, Tier::none}}) {
        const std::int64_t expected = byHand([&, wanted = tier](std::uint32_t row) { return s.tiers[row] == wanted; });
        QCOMPARE(scopeCount(s, scope), expected);
        show({.scope = scope});
        QCOMPARE(m_model->rowCount(), static_cast<int>(expected));
    }
    QCOMPARE(scopeCount(s, AccountScope::surging), byHand([&](std::uint32_t row) { return s.scores.intent->surges(row) || s.scores.engagement.surge[row] != 0; }));
    QCOMPARE(scopeCount(s, AccountScope::overdueOrders), byHand([&](std::uint32_t row) { return s.orderSummaries[row].overdue > 0; }));
}

void TestAccountTableModel::editingIsAWish()
{
    QSignalSpy wanted(m_model.get(), &AccountTableModel::editWanted);
    const int acme = m_model->rowOf(m_world->ids.at("acme.com"));
    const QModelIndex acv = m_model->index(acme, AccountTableModel::Acv);
    QVERIFY(acv.flags().testFlag(Qt::ItemIsEditable));
    QVERIFY(!m_model->index(acme, AccountTableModel::Fit).flags().testFlag(Qt::ItemIsEditable));
    const QString before = acv.data().toString();
    m_model->setData(acv, QStringLiteral("75000"));
    QCOMPARE(acv.data().toString(), before);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().at(2).toString(), QStringLiteral("75000"));
}

void TestAccountTableModel::changesAreMarkedUntilTheyReadAsBefore()
{
    const AccountId acme = m_world->ids.at("acme.com");
    const auto set = [&](const char *value) {
        return SmallWorld::fine(editAccounts(*m_world->workspace, std::vector{acme}, {{QStringLiteral("industry"), QString::fromLatin1(value)}}));
    };
    const auto marked = [&] { return m_model->index(m_model->rowOf(acme), AccountTableModel::Industry).data(ChangedRole).toBool(); };
    m_model->markChanged(acme, AccountTableModel::Industry);
    QVERIFY(set("Retail"));
    m_model->setSnapshot(load());
    QVERIFY(marked());
    QVERIFY(set("Software"));
    m_model->setSnapshot(load());
    QVERIFY(!marked());
}

void TestAccountTableModel::queriesSurviveTheirText()
{
    const AccountQuery query{.scope = AccountScope::mine, .owner = QStringLiteral("Łukasz"), .text = QStringLiteral("a\"b"),
                             .fields = {{QStringLiteral("industry"), {QStringLiteral("A;B"), QStringLiteral("軟體")}}},
                             .fitAtLeast = 12.5, .notTouchedFor = 30, .recentEngagement = true, .wouldMove = true};
    QCOMPARE(AccountQuery::fromJson(query.toJson()), std::optional(query));
    QVERIFY(!AccountQuery::fromJson("[1,2]"));
    QVERIFY(!AccountQuery::fromJson("nonsense"));
}

QTEST_GUILESS_MAIN(TestAccountTableModel)
#include "tst_account_table_model.moc"
