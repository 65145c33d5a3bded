// One criterion: field, test, values or bounds, weight, must-have. Values are offered from what the accounts have.
#pragma once

#include "service/snapshot.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QListWidget;

namespace dimsum {

class CriterionDialog : public QDialog
{
    Q_OBJECT

public:
    // Without `criterion` a new one is written.
    CriterionDialog(const Snapshot &snapshot, const Criterion *criterion, QWidget *parent = nullptr);

    // What was written; call after accept().
    Criterion criterion() const;

private:
    void fillFields();
    void show(const Criterion &criterion);
    void fieldChanged();
    void validate();
    void offerValues();
    bool isBetween() const;

    const Snapshot &m_snapshot;
    QComboBox *m_field;
    QComboBox *m_test;
    QStackedWidget *m_kind;
    QListWidget *m_values;
    QLineEdit *m_more;
    QLineEdit *m_min;
    QLineEdit *m_max;
    QSpinBox *m_weight;
    QCheckBox *m_must;
    QLabel *m_problem;
    QPushButton *m_ok;
};

} // namespace dimsum
