// The period of the menu: name, first and last day, pilot reps, holidays on which nobody works. And one envelope: what it
// pays for and its limit. Both only ask; the menu editor stores. GUI thread.
#pragma once

#include "domain/menu.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace dimsum {

class ProgramDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ProgramDialog(const ProgramPeriod &program, QWidget *parent = nullptr);

    ProgramPeriod program() const; // call after accept()
    QLineEdit *name() const { return m_name; }
    QDateEdit *start() const { return m_start; }
    QDateEdit *end() const { return m_end; }
    QDateEdit *holiday() const { return m_holiday; }
    QPushButton *addHoliday() const { return m_add; }
    QListWidget *holidays() const { return m_holidays; }
    QPlainTextEdit *reps() const { return m_reps; }
    QPushButton *okButton() const { return m_ok; }

private:
    void validate();
    void add(Day day);

    QLineEdit *m_name;
    QDateEdit *m_start, *m_end, *m_holiday;
    QListWidget *m_holidays;
    QPlainTextEdit *m_reps;
    QPushButton *m_add = nullptr, *m_ok = nullptr;
    QLabel *m_wrong;
};

class EnvelopeDialog : public QDialog
{
    Q_OBJECT

public:
    EnvelopeDialog(const Menu &menu, const QStringList &campaigns, const Currency &currency, QWidget *parent = nullptr);

    Envelope envelope() const; // call after accept()
    QComboBox *kind() const { return m_kind; }
    QComboBox *subject() const { return m_subject; }
    QLineEdit *limit() const { return m_limit; }
    QPushButton *okButton() const { return m_ok; }

private:
    void fillSubjects();
    void validate();
    std::optional<QString> problem() const;

    const Menu m_menu;
    QStringList m_campaigns;
    Currency m_currency;
    QComboBox *m_kind, *m_subject;
    QLineEdit *m_limit;
    QLabel *m_wrong;
    QPushButton *m_ok = nullptr;
};

} // namespace dimsum
