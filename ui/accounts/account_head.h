// Top of the account dock: who the account is, its tier in words, what can be done with it at once.
#pragma once

#include "service/snapshot.h"

#include <QWidget>

#include <cstdint>

class QLabel;
class QPushButton;
class QToolButton;

namespace dimsum
{

class Command;
class TierBadgeLabel;

class AccountHead : public QWidget
{
    Q_OBJECT

public:
    // The commands outlive the head; `more` fills the menu behind the three dots, a null starts a new group.
    AccountHead(Command *menuCard, Command *pin, const QList<Command *> &more, QWidget *parent = nullptr);

    // From the snapshot alone: stands at once, before the details are read.
    void setAccount(const Snapshot &snapshot, std::uint32_t row);

Q_SIGNALS:
    void ordersRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void applyTheme();
    void retranslate();

    QString m_name, m_domain, m_facts, m_orders;
    bool m_late = false;
    QLabel *m_title;
    TierBadgeLabel *m_badge;
    QLabel *m_line;
    QLabel *m_orderLine;
    Command *m_menuCard;
    Command *m_pin;
    QPushButton *m_menuButton;
    QPushButton *m_pinButton;
    QToolButton *m_more;
};

} // namespace dimsum
