// One envelope of a tier as a card: badge and name, what is left, gauge and legend.
#pragma once

#include "service/snapshot.h"

#include <QWidget>

class QLabel;

namespace dimsum {

class EnvelopeGauge;
class EnvelopeLegend;
class TierBadgeLabel;

class EnvelopeCard : public QWidget
{
    Q_OBJECT

public:
    explicit EnvelopeCard(int tier, QWidget *parent = nullptr);

    // Shows the envelope whose scope is the card's tier; says so where the menu has none.
    void setSnapshot(const Snapshot *snapshot);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_tier;
    TierBadgeLabel *m_badge;
    QLabel *m_left;
    EnvelopeGauge *m_gauge;
    EnvelopeLegend *m_legend;
};

} // namespace dimsum
