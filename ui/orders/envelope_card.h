// One envelope as a card: badge and name, what is left, gauge and legend.
#pragma once

#include "service/snapshot.h"

#include <QWidget>

#include <string>

class QLabel;

namespace dimsum {

class EnvelopeGauge;
class EnvelopeLegend;
class TierBadgeLabel;

// "Tier 1, just right", "Campaign: Summer", "Play: Direct mail".
QString envelopeName(const Envelope &envelope, const Menu &menu);

class EnvelopeCard : public QWidget
{
    Q_OBJECT

public:
    explicit EnvelopeCard(int tier, QWidget *parent = nullptr);
    explicit EnvelopeCard(std::string code, QWidget *parent = nullptr); // of any scope

    // Shows the envelope whose scope is the card's tier, or the one of its code; says so where the menu has none.
    void setSnapshot(const Snapshot *snapshot);
    const std::string &code() const { return m_code; }
    void setChosen(bool chosen); // a frame in accent

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    EnvelopeCard(int tier, std::string code, QWidget *parent);

    int m_tier; // 0: by code
    std::string m_code;
    bool m_chosen = false;
    TierBadgeLabel *m_badge;
    QLabel *m_name;
    QLabel *m_left;
    EnvelopeGauge *m_gauge;
    EnvelopeLegend *m_legend;
};

} // namespace dimsum
