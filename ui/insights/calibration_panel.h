// Which cut-off for high intensity? What every number of interactions would qualify, what it is worth, and what the
// articles say beside. Choosing people and days explores; only "Use this rule" changes the policy. GUI thread.
#pragma once

#include "domain/calibration.h"
#include "ui/common/panel.h"

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace dimsum {

class ChartView;
class LiftPlot;
class Segmented;
class ShareMeter;

class CalibrationPanel : public Panel
{
    Q_OBJECT

public:
    explicit CalibrationPanel(QWidget *parent = nullptr);

    void setCalibration(const Calibration &calibration, const IntensityRules &rules);
    // What is being looked at; equal to the rule in force until somebody explores.
    IntensityRules explored() const;
    LiftPlot *plot() const { return m_plot; }
    ChartView *shares() const { return m_shares; }
    Segmented *people() const { return m_people; }
    QPushButton *useButton() const { return m_use; }

Q_SIGNALS:
    void ruleWanted(const dimsum::IntensityRules &rules);

private:
    void refresh();
    const CalibrationRow *rowFor(int interactions) const;

    Calibration m_calibration;
    IntensityRules m_rules;
    bool m_filling = false;
    Segmented *m_people;
    QComboBox *m_days;
    QPushButton *m_use;
    QToolButton *m_asTable;
    ChartView *m_shares;
    LiftPlot *m_plot;
    ShareMeter *m_twoPeople;
    ShareMeter *m_twoAreas;
    QLabel *m_sentence;
};

} // namespace dimsum
