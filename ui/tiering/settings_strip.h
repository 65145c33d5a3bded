// What recent intent and engagement mean, places per tier, weights of the priority, who is left out. GUI thread.
#pragma once

#include "domain/tier_policy.h"

#include <QWidget>

#include <array>

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;

namespace dimsum {

class SettingsStrip : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsStrip(QWidget *parent = nullptr);

    void setPolicy(const TierPolicy &draft);
    // Empty where the draft can be stored: weights that do not add up to 1 cannot.
    QString problem() const;

Q_SIGNALS:
    void edited(const dimsum::TierPolicy &draft);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *buildIntent();
    QWidget *buildEngagement();
    QWidget *buildPlaces();
    QWidget *buildWeights();
    void read();
    void showWeights();

    TierPolicy m_draft;
    bool m_showing = false;
    QDoubleSpinBox *m_score, *m_sigma, *m_points;
    QSpinBox *m_days;
    std::array<QSpinBox *, 4> m_places{};
    std::array<QDoubleSpinBox *, 4> m_weights{};
    QLabel *m_sum;
    QCheckBox *m_customers, *m_openDeals;
};

} // namespace dimsum
