// The money of the program: every envelope as a gauge, the chosen one day by day with what the pace so far comes to, plan
// against actual by play, and what was let through beyond a limit. GUI thread.
#pragma once

#include "service/order_plan.h"
#include "service/snapshot.h"

#include <QWidget>

#include <memory>
#include <string>

class QLabel;
class QListView;
class QScrollArea;
class QStandardItemModel;
class QVBoxLayout;

namespace dimsum {

class ChartView;
class EnvelopeCard;
class FigureTable;
class Panel;

class BudgetsView : public QWidget
{
    Q_OBJECT

public:
    explicit BudgetsView(QWidget *parent = nullptr);

    void setSnapshot(std::shared_ptr<const Snapshot> snapshot);
    void choose(const std::string &envelope); // by its code
    const std::string &chosen() const { return m_chosen; }
    const BurnUp &burnUp() const { return m_burnUp; }
    FigureTable *plays() const { return m_plays; }
    FigureTable *overdrafts() const { return m_overdrafts; }
    QList<EnvelopeCard *> cards() const { return m_cards; }

Q_SIGNALS:
    void orderActivated(const QString &order);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; // a click on a gauge chooses it

private:
    void showEnvelopes();
    void showBurnUp();
    void showPlays();
    void showOverdrafts();

    std::shared_ptr<const Snapshot> m_snapshot;
    std::string m_chosen;
    BurnUp m_burnUp;
    QWidget *m_list;
    QVBoxLayout *m_listColumn;
    QList<EnvelopeCard *> m_cards;
    Panel *m_chartPanel;
    ChartView *m_chart;
    QLabel *m_forecast;
    FigureTable *m_plays;
    Panel *m_overdraftPanel;
    FigureTable *m_overdrafts;
};

} // namespace dimsum
