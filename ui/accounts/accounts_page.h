// All accounts as a table: tabs and saved views, conditions, columns, editing by hand; the selected one in the dock.
#pragma once

#include "qt/account_table_model.h"
#include "service/editing_service.h"
#include "ui/page.h"
#include "ui/page_context.h"

#include <memory>
#include <optional>

class QPushButton;
class QSplitter;
class QStackedWidget;

namespace dimsum {

class AccountConditions;
class AccountDock;
class AccountTabs;
class EmptyState;
class FilterBar;
class FrozenTableView;
class MessagePanel;
class PageHeader;
class TotalsRow;

class AccountsPage : public Page
{
    Q_OBJECT

public:
    explicit AccountsPage(PageContext context, QWidget *parent = nullptr);
    ~AccountsPage() override;

    QString id() const override { return page_id::accounts; }
    QString title() const override { return tr("Accounts"); }
    QString iconName() const override { return QStringLiteral("accounts"); }
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot) override;
    QList<Command *> commands() override;
    StatusTexts statusTexts() const override;
    Place place() const override;
    void goTo(const Place &place) override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    void focusFilter() override;
    bool settled() const override;
    QList<QWidget *> panes() override;

    AccountTableModel &model() { return m_model; }
    AccountDock &dock() { return *m_dock; }
    // The account in the dock; invalid if none.
    AccountId current() const { return m_current; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void buildHeader();
    void buildTable();
    void buildCommands();
    void retranslate();

    void applyQuery(AccountQuery query);
    void showScope(AccountScope scope);
    void showView(std::int64_t id);
    void readViews();
    void saveCurrentView(std::int64_t replaced = 0, const QString &name = {});
    void askForViewName(std::int64_t renamed = 0);
    void removeView(std::int64_t id);
    QByteArray viewState() const;

    void select(AccountId account);
    void showCounts();
    void showTotals();
    void showEmptyOrTable();
    void showDock(bool shown);
    void hideSpareColumns();

    std::vector<AccountId> selectedAccounts() const;
    std::vector<std::uint32_t> selectedRows() const;
    void editCell(AccountId account, int column, const QString &text);
    void store(std::vector<AccountEdit> edits, const QList<std::pair<AccountId, int>> &cells);
    void editSelected();
    void orderForSelected();
    void pasteCells();
    void fillDown();
    void addNewAccount();
    void chooseColumns();
    void offerExports(QWidget *beside);

    PageContext m_context;
    std::shared_ptr<const Snapshot> m_snapshot;
    bool m_counted = false; // of it: how many fit and how many are in the program
    qint64 m_fitting = 0, m_inProgram = 0;
    AccountTableModel m_model;
    AccountId m_current;
    AccountId m_wanted; // to be selected as soon as a snapshot has it
    int m_customColumns = -1;
    bool m_dockWanted = true; // by the person; a narrow window hides it anyway

    PageHeader *m_header = nullptr;
    QPushButton *m_columns = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_new = nullptr;
    AccountTabs *m_tabs = nullptr;
    FilterBar *m_filter = nullptr;
    AccountConditions *m_conditions = nullptr;
    MessagePanel *m_message = nullptr;
    FrozenTableView *m_table = nullptr;
    TotalsRow *m_totals = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedWidget *m_stack = nullptr;
    QSplitter *m_splitter = nullptr;
    AccountDock *m_dock = nullptr;
    QList<Command *> m_commands;
};

} // namespace dimsum
