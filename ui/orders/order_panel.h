// The selected order: its facts, what may be done with it now, and the audit trail that is never edited.
#pragma once

#include "service/ordering_service.h"
#include "service/workspace.h"

#include <QWidget>

class QFormLayout;
class QLabel;
class QTableWidget;
class QHBoxLayout;
class QPushButton;

namespace dimsum {

class EmptyState;
class TierBadgeLabel;

class OrderPanel : public QWidget
{
    Q_OBJECT

public:
    explicit OrderPanel(QWidget *parent = nullptr);

    // Null shows "select an order". `inForceToday` decides what is late.
    void setOrder(const OrderRow *order, const WorkspaceSettings &settings, const Menu &menu); // `menu` names alternatives
    void setTrail(const std::vector<AuditLine> &trail, const WorkspaceSettings &settings);

Q_SIGNALS:
    void moveRequested(dimsum::OrderState to);
    void accountRequested();

private:
    void showFacts(const OrderRow &order, const WorkspaceSettings &settings, const Menu &menu);
    void showMoves(const OrderRow &order);
    void addFact(const QString &name, const QString &value);

    EmptyState *m_empty;
    QWidget *m_content;
    TierBadgeLabel *m_badge;
    QLabel *m_account;
    QLabel *m_play;
    QFormLayout *m_facts;
    QWidget *m_moves;
    QTableWidget *m_trail;
    QPushButton *m_open;
};

// The verb on the button that moves an order there: "Approve", "Start production".
QString moveVerb(OrderState to);

} // namespace dimsum
