// The flow of the most common first three steps: bands as wide as the number of accounts that took them. GUI thread.
#pragma once

#include "domain/journeys.h"

#include <QStringList>
#include <QWidget>

#include <vector>

namespace dimsum {

class FlowView : public QWidget
{
    Q_OBJECT

public:
    explicit FlowView(QWidget *parent = nullptr);

    // `names`: label of each type code.
    void setFlow(std::vector<FirstSteps> steps, const QStringList &names);
    QSize sizeHint() const override { return {420, 240}; }
    QSize minimumSizeHint() const override { return {260, 140}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<FirstSteps> m_steps; // rare types together as the code after the last
    QStringList m_names;
};

} // namespace dimsum
