// The work of each team by week against its places: open orders and their hours, what is late, what has no day yet.
// A cell that holds more than a week's share of the places is marked. GUI thread.
#pragma once

#include "service/order_plan.h"
#include "service/snapshot.h"

#include <QWidget>

#include <memory>

class QLabel;

namespace dimsum {

class ChartView;
class FigureTable;
class Panel;

class WorkloadView : public QWidget
{
    Q_OBJECT

public:
    explicit WorkloadView(QWidget *parent = nullptr);

    void setSnapshot(std::shared_ptr<const Snapshot> snapshot);
    const Workload &workload() const { return m_workload; }
    FigureTable *table() const { return m_table; }

Q_SIGNALS:
    void teamActivated(const QString &team);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showChart();

    Workload m_workload;
    Panel *m_panel;
    FigureTable *m_table;
    ChartView *m_chart;
    QLabel *m_legend;
};

} // namespace dimsum
