// The orders: what was asked, what it costs, where it stands, what is late; one transition at a time, and the audit
// trail of the selected one beside the list.
#pragma once

#include "qt/order_table_model.h"
#include "service/saved_view_service.h"
#include "ui/page.h"
#include "ui/page_context.h"

#include <functional>
#include <memory>

class QComboBox;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace dimsum {

class BoardView;
class BudgetsView;
class CalendarView;
class Chip;
class EmptyState;
class EnvelopeCard;
class FilterBar;
class MessagePanel;
class FrozenTableView;
class OrderPanel;
class PageHeader;
class Segmented;
class WorkloadView;

class OrdersPage : public Page
{
    Q_OBJECT

public:
    enum View { Board, List, Calendar, Work, Budgets, ViewCount };

    explicit OrdersPage(PageContext context, QWidget *parent = nullptr);
    ~OrdersPage() override;

    QString id() const override { return page_id::orders; }
    QString title() const override { return tr("Orders"); }
    QString iconName() const override { return QStringLiteral("orders"); }
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot) override;
    QList<Command *> commands() override;
    StatusTexts statusTexts() const override;
    int badge() const override;
    Place place() const override;
    void goTo(const Place &place) override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    void focusFilter() override;
    QList<QWidget *> panes() override;

    OrderTableModel &model() { return m_model; }
    BoardView *board() const { return m_board; }
    CalendarView *calendar() const { return m_calendar; }
    WorkloadView *work() const { return m_work; }
    BudgetsView *budgets() const { return m_budgets; }
    View view() const;
    void showView(View view);

protected:
    void showEvent(QShowEvent *event) override; // a hidden page reads no audit trail

private:
    void build();
    void applyQuery(const OrderQuery &query);
    void showConditions();
    void offerConditions(QWidget *beside);
    void removeCondition(const QString &key);
    void showCounts();
    void showSelected();
    QWidget *viewWidget(View view) const;
    void select(const std::string &order);
    void chooseFields();
    void showEmptyOrTable();
    void move(const QString &order, OrderState to);
    // Several lines of the list at once: those that may go there, all or none of them, one step of undo.
    void moveSelected(OrderState to);
    void readViews();
    void readHours();
    void askForHours(const QString &team, const QString &now);
    void fillViews();
    void saveCurrentView();
    void askWhy(const std::vector<const OrderRow *> &orders, std::function<void(const std::string &reason)> then);
    void sendMove(const MoveRequest &request);
    void sendMoves(std::vector<MoveRequest> requests, std::size_t left);
    std::vector<const OrderRow *> selection() const; // the lines selected in the list; on the board the current card
    void tell(const QString &text);
    const OrderRow *selected() const;

    PageContext m_context;
    std::shared_ptr<const Snapshot> m_snapshot;
    OrderTableModel m_model;
    std::string m_selected; // order id, kept over snapshots

    PageHeader *m_header = nullptr;
    FilterBar *m_filter = nullptr;
    Chip *m_overdue = nullptr;
    Chip *m_waiting = nullptr;
    Chip *m_toDecide = nullptr;
    MessagePanel *m_message = nullptr;
    QList<EnvelopeCard *> m_envelopes;
    FrozenTableView *m_table = nullptr;
    BoardView *m_board = nullptr;
    CalendarView *m_calendar = nullptr;
    WorkloadView *m_work = nullptr;
    BudgetsView *m_budgets = nullptr;
    QWidget *m_envelopeRow = nullptr;
    Segmented *m_view = nullptr;
    QPushButton *m_views = nullptr;
    std::vector<SavedView> m_savedViews;
    QComboBox *m_lanes = nullptr;
    QPushButton *m_cardFields = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QSplitter *m_splitter = nullptr;
    OrderPanel *m_panel = nullptr;
    QList<Command *> m_commands;
};

} // namespace dimsum
