// Plan what to order next: goal, money, hours and prices to play with, the proposed orders, what was left out and why, and
// one click that puts them on the slips as drafts. GUI thread.
#pragma once

#include "service/quarter_planner.h"
#include "ui/page_context.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QStandardItem;
class QTimer;

namespace dimsum {

class EmptyState;
class FigureTable;
class Panel;
class Segmented;

class QuarterView : public QWidget
{
    Q_OBJECT

public:
    enum PlayColumn { PlayColumnName, TiersColumn, PriceColumn, PlacesColumn, EvidenceColumn, EffectColumn, PerMoneyColumn, OrdersColumn, SpendColumn, OutcomeColumn, WhyColumn };

    explicit QuarterView(PageContext context, QWidget *parent = nullptr);

    // Plans where the view is seen or was before.
    void show(std::shared_ptr<const Snapshot> snapshot);
    const QuarterPlan *plan() const { return m_plan.get(); }
    FigureTable *plays() const { return m_plays; }
    FigureTable *envelopes() const { return m_envelopes; }
    FigureTable *teams() const { return m_teams; }
    FigureTable *orders() const { return m_orders; }
    QComboBox *goal() const { return m_goal; }
    Segmented *span() const { return m_span; }
    QPushButton *draftButton() const { return m_draft; }
    QPushButton *takeBackButton() const { return m_takeBack; }
    QPushButton *resetButton() const { return m_reset; }
    QLabel *sentence() const { return m_sentence; }
    bool settled() const { return !m_running && !m_again; }
    void showEvent(QShowEvent *event) override;

private:
    void compute();
    void take(Result<std::shared_ptr<const QuarterPlan>> plan);
    void fill();
    void takeWhatIf(QStandardItem *item);
    void takeEnvelope(QStandardItem *item);
    void takeTeam(QStandardItem *item);
    void draft();
    void takeBack();

    PageContext m_context;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::shared_ptr<const QuarterPlan> m_plan;
    std::shared_ptr<const QuarterPlan> m_drafted; // the plan whose orders were put on slips
    std::vector<PlannedOrder> m_added;
    PlanRequest m_request;
    bool m_running = false, m_again = false, m_filling = false;
    Panel *m_playPanel, *m_orderPanel, *m_envelopePanel, *m_teamPanel;
    FigureTable *m_plays, *m_envelopes, *m_teams, *m_orders;
    QComboBox *m_goal;
    Segmented *m_span;
    QPushButton *m_draft, *m_takeBack, *m_reset;
    QLabel *m_sentence, *m_foot;
    QStackedWidget *m_whole;
    EmptyState *m_empty;
};

} // namespace dimsum
