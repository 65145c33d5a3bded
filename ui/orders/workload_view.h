// The work of each team by week against its places: open orders and their hours, what is late, what has no day yet.
// A cell that holds more hours than the team has a week, or more orders than a week's share of its places, is marked. GUI thread.
#pragma once

#include "service/order_plan.h"
#include "service/snapshot.h"
#include "service/team_hours.h"

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
    // What the teams have a week; of the workspace of the snapshot.
    void setHours(const TeamHours &hours);
    const Workload &workload() const { return m_workload; }
    FigureTable *table() const { return m_table; }

Q_SIGNALS:
    void teamActivated(const QString &team);
    void hoursWanted(const QString &team, const QString &now); // somebody wants to set them; `now` empty: none are set

protected:
    void changeEvent(QEvent *event) override;

private:
    void showTable();
    void showChart();

    std::shared_ptr<const Snapshot> m_snapshot;
    TeamHours m_hours;
    Workload m_workload;
    Panel *m_panel;
    FigureTable *m_table;
    ChartView *m_chart;
    QLabel *m_legend;
};

} // namespace dimsum
