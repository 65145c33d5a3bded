// One tier rule: its name, tier, and every test that a rule may have (json-shapes.md, rules[].when). GUI thread.
#pragma once

#include "domain/tier_policy.h"

#include <QDialog>
#include <QStringList>

#include <array>
#include <map>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace dimsum {

class RuleDialog : public QDialog
{
    Q_OBJECT

public:
    // `taken`: names of the other rules. `thresholds`: the names that a test may use.
    RuleDialog(const TierRule &rule, const QStringList &taken, const Thresholds &thresholds, const Currency &currency,
               QWidget *parent = nullptr);

    TierRule rule() const; // call after accept()

private:
    struct MeasureRow {
        QComboBox *test = nullptr;  // not asked, at least, below
        QComboBox *value = nullptr; // a threshold's name or a number typed in
    };
    void validate();
    bool readValue(Measure measure, const QString &text, MeasureTest &test) const;

    QStringList m_taken;
    Thresholds m_thresholds;
    Currency m_currency;
    QLineEdit *m_name;
    QComboBox *m_tier;
    std::map<Measure, MeasureRow> m_measures;
    std::map<Flag, QComboBox *> m_flags;
    class QLabel *m_problem;
    QPushButton *m_ok;
};

// "Fit", "Intent score": the measure for people.
QString measureTitle(Measure measure);
// "Recent intent": the flag for people.
QString flagTitle(Flag flag);

} // namespace dimsum
