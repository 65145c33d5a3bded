// One dialog for a new account and for the same change to many: the fields by name, values offered from the data. What the
// rules of the workspace say about a value is shown at its field; the dialog stays open until it holds. GUI thread.
#pragma once

#include "domain/error.h"
#include "service/editing_service.h"
#include "service/snapshot.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace dimsum {

class MessagePanel;

class AccountForm : public QDialog
{
    Q_OBJECT

public:
    // A new account: domain, name and fields.
    explicit AccountForm(const Snapshot &snapshot, QWidget *parent = nullptr);
    // The same change to `accounts`: only ticked fields are touched.
    AccountForm(const Snapshot &snapshot, const std::vector<std::uint32_t> &rows, QWidget *parent = nullptr);

    NewAccount account() const;
    std::vector<FieldEdit> edits() const; // ticked fields; of a new account all that were filled

    // While the answer is awaited the buttons rest.
    void setBusy(bool busy);
    void showProblem(const Error &error);

Q_SIGNALS:
    void submitted();

private:
    struct Field {
        QString name;
        QLineEdit *edit = nullptr;
        QCheckBox *tick = nullptr; // bulk edit only
    };
    void build(const Snapshot &snapshot, const QString &verb, const std::vector<std::uint32_t> *rows);
    void addField(QFormLayout &form, const Snapshot &snapshot, const QString &name, const QString &title,
                  const std::vector<std::uint32_t> *rows);
    void validate();

    QLineEdit *m_domain = nullptr;
    QList<Field> m_fields;
    MessagePanel *m_problem = nullptr;
    QPushButton *m_ok = nullptr;
};

} // namespace dimsum
