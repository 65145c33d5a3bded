// The accounts page as a person uses it: views, conditions, sorting, editing by hand, new accounts, exports.
#include "support/ui_fixture.h"

#include "ui/accounts/account_dock.h"
#include "ui/accounts/account_form.h"
#include "ui/accounts/account_tabs.h"
#include "ui/accounts/accounts_page.h"
#include "ui/accounts/value_picker.h"
#include "ui/commands/command.h"
#include "ui/common/filter_bar.h"
#include "ui/common/frozen_table_view.h"
#include "ui/common/message_panel.h"
#include "ui/common/search_field.h"

#include <QClipboard>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

using namespace dimsum;

class TestAccountsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tabsShowTheirAccounts();
    void searchAndClear();
    void valuesAreTicked();
    void sortingKeepsTheSelection();
    void aCellIsEditedAndUndone();
    void aBadValueIsRefusedInWords();
    void manyAreEditedAtOnce();
    void pastedBlocksLand();
    void pastingOverComputedColumnsIsRefused();
    void newAccounts();
    void viewsAreSaved();
    void exportsWriteTheFile();
    void placesComeBack();
    void dockFoldsOnNarrowWindows();

private:
    template <class Widget>
    Widget *child() const
    {
        return m_page->findChild<Widget *>();
    }
    Command *command(const QString &id) const
    {
        for (Command *command : m_page->commands()) {
            if (command->id() == id)
                return command;
        }
        return nullptr;
    }
    FrozenTableView *table() const { return child<FrozenTableView>(); }
    const FieldValue &owner(AccountId account) const
    {
        return m_ui->snapshot()->accounts.owner.at(*m_ui->snapshot()->row(account));
    }
    void selectRows(int first, int last, int column)
    {
        table()->setCurrentIndex(m_page->model().index(first, column));
        const QItemSelection rows(m_page->model().index(first, 0), m_page->model().index(last, m_page->model().columnCount() - 1));
        table()->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    }

    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<AccountsPage> m_page;
};

void TestAccountsPage::init()
{
    m_ui = std::make_unique<UiFixture>();
    QVERIFY2(m_ui->openSmall(), qPrintable(m_ui->problem()));
    m_page = std::make_unique<AccountsPage>(m_ui->context());
    m_ui->show(*m_page);
    QVERIFY(m_ui->waitIdle());
}

void TestAccountsPage::cleanup()
{
    m_page.reset();
    m_ui.reset();
}

void TestAccountsPage::tabsShowTheirAccounts()
{
    auto *tabs = child<AccountTabs>();
    const Snapshot &s = *m_ui->snapshot();
    QCOMPARE(m_page->model().rowCount(), static_cast<int>(s.size()));
    for (int tab = 0; tab < tabs->count() - 1; ++tab) {
        tabs->setCurrentIndex(tab);
        const int shown = m_page->model().rowCount();
        QVERIFY2(tabs->tabText(tab).endsWith(QLocale().toString(shown)), qPrintable(tabs->tabText(tab)));
    }
    tabs->setCurrentIndex(3); // Tier 3
    QVERIFY(m_page->model().rowCount() > 0);
    for (int row = 0; row < m_page->model().rowCount(); ++row)
        QCOMPARE(s.tiers[m_page->model().accountRow(row)], Tier::three);
}

void TestAccountsPage::searchAndClear()
{
    auto *search = child<FilterBar>()->search();
    const auto nameOf = [this](int row) { return m_page->model().index(row, AccountTableModel::Name).data().toString(); };
    int row = 5;
    while (nameOf(row).toUtf8().size() != nameOf(row).size())
        ++row; // keyClicks() types ASCII only
    const QString name = nameOf(row);
    QTest::keyClicks(search, name);
    QTRY_VERIFY(m_page->model().rowCount() >= 1 && m_page->model().rowCount() < UiFixture::smallAccounts);
    QCOMPARE(nameOf(0), name);
    search->clear();
    QTRY_COMPARE(m_page->model().rowCount(), UiFixture::smallAccounts);
    QTest::keyClicks(search, QStringLiteral("no such company"));
    QTRY_COMPARE(m_page->model().rowCount(), 0);
    QVERIFY(!table()->isVisible());
    for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == QStringLiteral("Clear all"))
            button->click();
    }
    QTRY_COMPARE(m_page->model().rowCount(), UiFixture::smallAccounts);
    QVERIFY(table()->isVisible());
}

void TestAccountsPage::valuesAreTicked()
{
    const Snapshot &s = *m_ui->snapshot();
    ValuePicker picker(QStringLiteral("Industry"), s.accounts.industry, {});
    auto *list = picker.findChild<QListWidget *>();
    QVERIFY(picker.values().isEmpty());
    list->item(0)->setCheckState(Qt::Checked);
    const QString industry = list->item(0)->data(Qt::UserRole).toString();
    QCOMPARE(picker.values(), QStringList{industry});
    qint64 expected = 0;
    for (std::uint32_t row = 0; row < s.size(); ++row)
        expected += QString::fromStdString(s.accounts.industry.at(row).label) == industry;
    m_page->goTo({page_id::accounts, {}, {{QStringLiteral("query"), AccountQuery{.fields = {{QStringLiteral("industry"), picker.values()}}}.toJson()}}});
    QCOMPARE(m_page->model().rowCount(), static_cast<int>(expected));
}

void TestAccountsPage::sortingKeepsTheSelection()
{
    table()->setCurrentIndex(m_page->model().index(7, AccountTableModel::Name));
    const AccountId account = m_page->current();
    table()->sortByColumn(AccountTableModel::Acv, Qt::AscendingOrder);
    QCOMPARE(m_page->current(), account);
    QCOMPARE(m_page->model().accountAt(table()->currentIndex().row()), account);
    Money before{};
    for (int row = 0; row < m_page->model().rowCount(); ++row) {
        const Money acv = m_ui->snapshot()->accounts.acv[m_page->model().accountRow(row)];
        QVERIFY(!acv.known() || !(acv < before));
        if (acv.known())
            before = acv;
    }
}

void TestAccountsPage::aCellIsEditedAndUndone()
{
    const QModelIndex cell = m_page->model().index(2, AccountTableModel::Owner);
    const AccountId account = m_page->model().accountAt(2);
    const std::string before = owner(account).label;
    table()->setCurrentIndex(cell);
    table()->edit(cell);
    auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(editor != nullptr);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("Zoe Marsh"));
    QTest::keyClick(editor, Qt::Key_Return);
    QVERIFY(m_ui->waitIdle());
    QTRY_COMPARE(owner(account).label, std::string("Zoe Marsh"));
    QVERIFY(m_page->model().index(m_page->model().rowOf(account), AccountTableModel::Owner).data(ChangedRole).toBool());
    m_ui->session.undo(u"Ana"_qs);
    QVERIFY(m_ui->waitIdle());
    QTRY_COMPARE(owner(account).label, before);
    QVERIFY(!m_page->model().index(m_page->model().rowOf(account), AccountTableModel::Owner).data(ChangedRole).toBool());
}

void TestAccountsPage::aBadValueIsRefusedInWords()
{
    const Money before = m_ui->snapshot()->accounts.acv[m_page->model().accountRow(0)];
    const AccountId account = m_page->model().accountAt(0);
    m_page->model().setData(m_page->model().index(0, AccountTableModel::Acv), QStringLiteral("48k"));
    QVERIFY(m_ui->waitIdle());
    bool told = false;
    for (const MessagePanel *panel : m_page->findChildren<MessagePanel *>())
        told = told || (panel->isVisible() && panel->text().contains(QStringLiteral("48k")));
    QVERIFY(told);
    QCOMPARE(m_ui->snapshot()->accounts.acv[*m_ui->snapshot()->row(account)], before);
}

void TestAccountsPage::manyAreEditedAtOnce()
{
    selectRows(0, 4, AccountTableModel::Name);
    std::vector<AccountId> accounts;
    for (int row = 0; row < 5; ++row)
        accounts.push_back(m_page->model().accountAt(row));
    command(QStringLiteral("account.edit"))->trigger();
    auto *form = m_page->findChild<AccountForm *>();
    QVERIFY(form != nullptr);
    auto *field = form->findChild<QLineEdit *>(QStringLiteral("owner"));
    QTest::keyClicks(field, QStringLiteral("Team East"));
    QCOMPARE(form->edits().size(), std::size_t(1)); // typing ticks the field, and only that one
    Q_EMIT form->submitted();
    QVERIFY(m_ui->waitIdle());
    for (const AccountId account : accounts)
        QCOMPARE(owner(account).label, std::string("Team East"));
    m_ui->session.undo(u"Ana"_qs); // one step for all
    QVERIFY(m_ui->waitIdle());
    for (const AccountId account : accounts)
        QVERIFY(owner(account).label != std::string("Team East"));
}

void TestAccountsPage::pastedBlocksLand()
{
    std::vector<AccountId> accounts{m_page->model().accountAt(1), m_page->model().accountAt(2)};
    selectRows(1, 1, AccountTableModel::Owner);
    QApplication::clipboard()->setText(QStringLiteral("Rep One\nRep Two\n"));
    command(QStringLiteral("account.paste"))->trigger();
    QVERIFY(m_ui->waitIdle());
    QTRY_COMPARE(owner(accounts[0]).label, std::string("Rep One"));
    QCOMPARE(owner(accounts[1]).label, std::string("Rep Two"));
}

void TestAccountsPage::pastingOverComputedColumnsIsRefused()
{
    const QString before = m_page->model().index(1, AccountTableModel::Priority).data().toString();
    selectRows(1, 1, AccountTableModel::Priority);
    QApplication::clipboard()->setText(QStringLiteral("99"));
    command(QStringLiteral("account.paste"))->trigger();
    QVERIFY(m_ui->waitIdle());
    QCOMPARE(m_page->model().index(1, AccountTableModel::Priority).data().toString(), before);
    bool told = false;
    for (const MessagePanel *panel : m_page->findChildren<MessagePanel *>())
        told = told || panel->isVisible();
    QVERIFY(told);
}

void TestAccountsPage::newAccounts()
{
    command(QStringLiteral("account.new"))->trigger();
    auto *form = m_page->findChild<AccountForm *>();
    QVERIFY(form != nullptr);
    auto *domain = form->findChildren<QLineEdit *>().first();
    domain->setText(QStringLiteral("gmail.com"));
    Q_EMIT form->submitted();
    QVERIFY(m_ui->waitIdle());
    QVERIFY(form->isVisible()); // refused: a free-mail domain makes no account
    domain->setText(QStringLiteral("https://www.newcomer-industries.com/about"));
    form->findChild<QLineEdit *>(QStringLiteral("acv"))->setText(QStringLiteral("75000"));
    Q_EMIT form->submitted();
    QVERIFY(m_ui->waitIdle());
    QTRY_COMPARE(m_ui->snapshot()->size(), std::size_t(UiFixture::smallAccounts + 1));
    QTRY_COMPARE(m_page->model().index(m_page->model().rowOf(m_page->current()), AccountTableModel::Domain).data().toString(),
                 QStringLiteral("newcomer-industries.com"));
    QCOMPARE(m_ui->snapshot()->accounts.acv[*m_ui->snapshot()->row(m_page->current())], Money{7500000});
}

void TestAccountsPage::viewsAreSaved()
{
    auto *tabs = child<AccountTabs>();
    const int before = tabs->count();
    AccountQuery query;
    query.fitAtLeast = 60;
    m_page->goTo({page_id::accounts, {}, {{QStringLiteral("query"), query.toJson()}}});
    const int fitting = m_page->model().rowCount();
    m_ui->prompts.lines = {QStringLiteral("Good fit")};
    command(QStringLiteral("accounts.save_view"))->trigger();
    QTRY_COMPARE(tabs->count(), before + 1);
    QVERIFY(m_ui->waitIdle());
    tabs->setCurrentIndex(0);
    QCOMPARE(m_page->model().query().conditions(), 1); // conditions stay between the built-in views
    m_page->goTo({page_id::accounts, {}, {{QStringLiteral("query"), AccountQuery{}.toJson()}}});
    QCOMPARE(m_page->model().rowCount(), UiFixture::smallAccounts);
    tabs->setCurrentIndex(tabs->count() - 2);
    QCOMPARE(m_page->model().rowCount(), fitting);
    QVERIFY(tabs->tabText(tabs->count() - 2).startsWith(QStringLiteral("Good fit")));
    Q_EMIT tabs->removeRequested(tabs->currentView()->view.id);
    QTRY_COMPARE(tabs->count(), before);
}

void TestAccountsPage::exportsWriteTheFile()
{
    const QString file = m_ui->file(QStringLiteral("out.csv"));
    m_ui->prompts.files = {file};
    command(QStringLiteral("accounts.export"))->trigger();
    QVERIFY(m_ui->waitIdle());
    QTRY_COMPARE(m_ui->navigation.notices.size(), 1);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray text = written.readAll();
    QVERIFY(text.startsWith("domain,name,external_id,fit,"));
    QCOMPARE(text.count('\n'), UiFixture::smallAccounts + 1);
}

void TestAccountsPage::placesComeBack()
{
    child<AccountTabs>()->setCurrentIndex(3);
    table()->setCurrentIndex(m_page->model().index(1, 0));
    const Place there = m_page->place();
    child<AccountTabs>()->setCurrentIndex(0);
    table()->setCurrentIndex(m_page->model().index(30, 0));
    m_page->goTo(there);
    QCOMPARE(m_page->model().query().scope, AccountScope::tier3);
    QCOMPARE(m_page->current(), there.account);
    const QVariantMap state = m_page->saveState();
    AccountsPage other(m_ui->context());
    other.restoreState(state);
    other.setSnapshot(m_ui->snapshot());
    QCOMPARE(other.model().query().scope, AccountScope::tier3);
}

void TestAccountsPage::dockFoldsOnNarrowWindows()
{
    QVERIFY(m_page->dock().isVisible());
    m_page->resize(1000, 700);
    QVERIFY(!m_page->dock().isVisible());
    m_page->resize(1440, 900);
    QVERIFY(m_page->dock().isVisible());
    command(QStringLiteral("accounts.dock"))->trigger();
    QVERIFY(!m_page->dock().isVisible());
}

QTEST_MAIN(TestAccountsPage)
#include "tst_accounts_page.moc"
