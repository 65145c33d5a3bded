// Today: the few things to do, in order, with reason and deadline; beside them surges, tier moves, orders and money.
#pragma once

#include "qt/today_list_model.h"
#include "ui/page.h"
#include "ui/page_context.h"

#include <memory>

class QComboBox;
class QListView;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace dimsum {

class EmptyState;
class EnvelopeCard;
class PageHeader;
class Panel;

class TodayPage : public Page
{
    Q_OBJECT

public:
    explicit TodayPage(PageContext context, QWidget *parent = nullptr);
    ~TodayPage() override;

    QString id() const override { return page_id::today; }
    QString title() const override { return tr("Today"); }
    QString iconName() const override { return QStringLiteral("today"); }
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot) override;
    StatusTexts statusTexts() const override;
    QList<QWidget *> panes() override;
    void focusFilter() override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    bool settled() const override;
    void showEvent(QShowEvent *event) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QTableWidget *smallTable(Panel *panel, const QStringList &headers, const QString &name);
    void refresh();
    void wantInsights();
    void showSurges();
    void showMoves();
    void showOrders();
    void showScarce(); // places and money of which little is left
    void showButton();
    void open(const TodayAction &action);
    std::string owner() const;
    bool mine(std::uint32_t row) const;

    PageContext m_context;
    std::shared_ptr<const Snapshot> m_snapshot;
    TodayListModel m_model;

    PageHeader *m_header = nullptr;
    QComboBox *m_scope = nullptr;
    Panel *m_listPanel = nullptr;
    QListView *m_list = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    Panel *m_surgePanel = nullptr;
    Panel *m_movePanel = nullptr;
    Panel *m_orderPanel = nullptr;
    QTableWidget *m_surges = nullptr;
    QTableWidget *m_moves = nullptr;
    QTableWidget *m_orders = nullptr;
    Panel *m_scarcePanel = nullptr;
    QTableWidget *m_scarce = nullptr;
    QList<EnvelopeCard *> m_envelopes;
    QPersistentModelIndex m_buttonRow;
};

} // namespace dimsum
