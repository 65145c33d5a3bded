// One person of an account: name, title, buying role, opt-out. Adds somebody by e-mail address, or changes
// what is known. It stays open until the workspace has taken the change: call finish() or showProblem().
#pragma once

#include "service/account_details.h"
#include "service/editing_service.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace dimsum
{

class MessagePanel;

class ContactDialog : public QDialog
{
    Q_OBJECT

public:
    // A new contact; `role` is proposed, empty = not known.
    ContactDialog(const QString &account, const std::string &role, QWidget *parent = nullptr);
    // Somebody who is there.
    ContactDialog(const QString &account, const CommitteePerson &person, QWidget *parent = nullptr);

    // What was typed, without the account.
    NewContact contact() const;

    void finish() { accept(); }
    void showProblem(const QString &problem);

Q_SIGNALS:
    void submitted();

private:
    void build(const QString &verb);
    void validate();

    QLineEdit *m_email;
    QLineEdit *m_first;
    QLineEdit *m_last;
    QLineEdit *m_title;
    QComboBox *m_role;
    QCheckBox *m_optOut;
    MessagePanel *m_message;
    QPushButton *m_accept = nullptr;
};

} // namespace dimsum
