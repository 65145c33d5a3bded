// Everything about one account, beside the list: head, priority with its receipt, charts, buying committee,
// journey, orders, deals, tier history. Reads the details on the workspace's thread and drops answers nobody
// waits for any more.
#pragma once

#include "ui/accounts/account_receipt.h"
#include "ui/accounts/shown_account.h"
#include "ui/page_context.h"

#include <QList>
#include <QTimer>
#include <QVariantMap>
#include <QWidget>

#include <cstdint>
#include <memory>
#include <optional>

class QScrollArea;
class QStackedLayout;
class QToolButton;
class QLabel;

namespace dimsum
{

class AccountHead;
class Command;
class CommitteePanel;
class ContactDialog;
class DealsSection;
class DockSection;
class EmptyState;
class FieldsSection;
class HistorySection;
class JourneyPanel;
class MessagePanel;
class NextActionSection;
class OrdersSection;
class ReceiptView;
class WeeklyPanel;

// GUI thread.
class AccountDock : public QWidget
{
    Q_OBJECT

public:
    explicit AccountDock(PageContext context, QWidget *parent = nullptr);
    ~AccountDock() override;

    // Null when no workspace is open.
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot);
    // An invalid id shows "no account selected".
    void setAccount(AccountId account);
    AccountId account() const { return m_account; }

    // The figures on screen are those of the account and the snapshot that were set last.
    bool settled() const;
    // What is shown now; null before the first answer. Valid until the next setSnapshot(), setAccount() or
    // event.
    const ShownAccount *shown() const { return m_shown.get(); }

    // Owned by the dock; for menus, palette and keys of the window.
    QList<Command *> commands();

    // Opens the full receipt on the page of a figure: "Ctrl+I" on a cell of the list.
    void openReceiptOf(ReceiptFigure figure);

    // Which parts are folded away: survives a restart.
    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);

    QSize sizeHint() const override;

Q_SIGNALS:
    void closeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildCommands();
    Command *addCommand(const char *id, const char *text, const QString &icon, int section,
                        void (AccountDock::*run)(), const QList<QKeySequence> &shortcuts = {});
    void build();
    void buildSections(QWidget *content);
    void retranslate();

    std::optional<std::uint32_t> row() const;
    void refresh();
    void read();
    void take(const std::shared_ptr<const Snapshot> &snapshot, Result<AccountDetails> details);
    void showDetails();
    void showNextAction();
    void showEmpty();
    void savePaper();
    void openMenuCard();
    void openOrders();
    void copyDomain();
    void editPin();
    void setPin(const PinRequest &request);
    void unpin();
    void openReceipt();
    void addContact();
    void addContactFor(const std::string &role);
    void editCurrentContact();
    void editContactOf(ContactId person);
    void showHistory();
    void showProblem(const Error &error);
    QString accountName() const;
    QList<DockSection *> foldable() const;
    void setGrey(bool grey);

    PageContext m_context;
    std::shared_ptr<const Snapshot> m_snapshot;
    AccountId m_account;
    std::shared_ptr<const ShownAccount> m_shown;
    bool m_reading = false;
    bool m_failed = false; // the last answer was an error; read again with the next snapshot or account
    std::uint64_t m_generation = 0; // grows when the workspace goes: answers of before are dropped
    QTimer m_greySoon;              // a quick answer must not make the figures flicker

    QList<Command *> m_commands;
    QWidget *m_titleBar = nullptr;
    QLabel *m_title = nullptr;
    QToolButton *m_close = nullptr;
    QStackedLayout *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QScrollArea *m_scroll = nullptr;
    AccountHead *m_head = nullptr;
    MessagePanel *m_message = nullptr;
    QWidget *m_figures = nullptr; // what is read, and greyed while it is read again
    DockSection *m_scoreSection = nullptr;
    ReceiptView *m_score = nullptr;
    WeeklyPanel *m_intent = nullptr;
    WeeklyPanel *m_engagement = nullptr;
    CommitteePanel *m_committee = nullptr;
    JourneyPanel *m_journey = nullptr;
    NextActionSection *m_next = nullptr;
    OrdersSection *m_orders = nullptr;
    DealsSection *m_deals = nullptr;
    HistorySection *m_history = nullptr;
    FieldsSection *m_fields = nullptr;
};

} // namespace dimsum
