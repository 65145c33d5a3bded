// From the market to the tiers: one bar per step with count and ACV, and beside it what falls out on the way.
#pragma once

#include "domain/funnel.h"
#include "domain/money.h"

#include <QWidget>

#include <vector>

namespace dimsum {

class FunnelView : public QWidget
{
    Q_OBJECT

public:
    explicit FunnelView(QWidget *parent = nullptr);

    void setFunnel(const Funnel &funnel, const Currency &currency);
    QSize sizeHint() const override;
    // Every step as a line of text: also what assistive technology reads.
    QStringList lines() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Step {
        QString name, out; // out: what fell out before it
        FunnelCount count;
        int tier = 0;      // 1 to 3: a tier's own bar
    };
    std::vector<Step> m_steps;
    Currency m_currency;
};

} // namespace dimsum
