// The open orders of an account with state and due day, and the draft slip; everything else is on the orders
// page.
#pragma once

#include "ui/accounts/dock_section.h"

class QToolButton;

namespace dimsum
{

class TallTable;
struct OrderRow;
struct ShownAccount;

class OrdersSection : public DockSection
{
    Q_OBJECT

public:
    explicit OrdersSection(QWidget *parent = nullptr);

    void setAccount(const ShownAccount &shown);

Q_SIGNALS:
    void ordersRequested();
    void menuCardRequested(); // where the draft slip is

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void addOrder(const OrderRow &order, const ShownAccount &shown);
    void addDraft(const ShownAccount &shown);

    TallTable *m_table;
    QToolButton *m_all;
    int m_draftRow = -1;
};

} // namespace dimsum
