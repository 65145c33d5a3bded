// What marketing cost and what it was worth: influence and actual apart, return as a range over nine models, cost by
// kind, program accounts against matched controls; behind it every deal's touches, costs as a grid, the plan of the next
// quarter. Computed in the background for the snapshot that is shown.
#pragma once

#include "service/worth_board.h"
#include "ui/page.h"
#include "ui/page_context.h"

#include <array>
#include <memory>
#include <vector>

class QComboBox;
class QLabel;
class QStackedWidget;
class QTabBar;

namespace dimsum {

class ChartView;
class CostsView;
class CreditView;
class DealsView;
class EmptyState;
class FigureTable;
class KpiStrip;
class PaceView;
class PageHeader;
class Panel;
class ProofView;
class QuarterView;
class Segmented;

class RoiPage : public Page
{
    Q_OBJECT

public:
    enum Tab { Overview, Credit, Deals, Proof, Pace, Costs, Quarter, TabCount };

    explicit RoiPage(PageContext context, QWidget *parent = nullptr);
    ~RoiPage() override;

    QString id() const override { return page_id::roi; }
    QString title() const override { return tr("ROI"); }
    QString iconName() const override { return QStringLiteral("roi"); }
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot) override;
    StatusTexts statusTexts() const override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    Place place() const override;
    void goTo(const Place &place) override;
    bool settled() const override;
    QList<QWidget *> panes() override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override; // the legend of the costs has the theme's colours

    const WorthBoard *board() const { return m_board.get(); }
    FigureTable *returns() const { return m_returns; }
    FigureTable *lift() const { return m_lift; }
    KpiStrip *influence() const { return m_influence; }
    KpiStrip *actual() const { return m_actual; }
    QComboBox *models() const { return m_model; }
    Segmented *subjects() const { return m_subjects; }
    QTabBar *tabs() const { return m_tabs; }
    CreditView *credit() const { return m_credit; }
    DealsView *deals() const { return m_deals; }
    ProofView *proof() const { return m_proof; }
    PaceView *pace() const { return m_pace; }
    CostsView *costs() const { return m_costsView; }
    QuarterView *quarter() const { return m_quarter; }

private:
    QWidget *buildReturns();
    QWidget *buildCosts();
    QWidget *buildLift();
    QWidget *buildTouches();
    void compute();
    void take(Result<std::shared_ptr<const WorthBoard>> result);
    void showBoard();
    void showFigures();
    void showReturns();
    void showCosts();
    void showLift();
    void showTouches();
    void exportTable(const QString &word, const QString &title);
    void writeReport();
    void openReceipt(int row);
    void showTab(int tab); // fills it where it is older than the board
    CreditModel chosen() const;

    PageContext m_context;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::shared_ptr<const WorthBoard> m_board;
    std::int64_t m_wanted = -1;
    bool m_running = false, m_again = false, m_modelTouched = false;
    std::vector<const SubjectWorth *> m_shownRows; // of m_board, as the table shows them; the total is not among them
    std::array<const WorthBoard *, TabCount> m_filled{}; // the board that each tab shows; only compared

    PageHeader *m_header = nullptr;
    QTabBar *m_tabs = nullptr;
    QStackedWidget *m_stack = nullptr;
    CreditView *m_credit = nullptr;
    DealsView *m_deals = nullptr;
    ProofView *m_proof = nullptr;
    PaceView *m_pace = nullptr;
    CostsView *m_costsView = nullptr;
    QuarterView *m_quarter = nullptr;
    QComboBox *m_model = nullptr;
    KpiStrip *m_influence = nullptr, *m_actual = nullptr;
    Panel *m_returnPanel = nullptr, *m_costPanel = nullptr, *m_liftPanel = nullptr, *m_touchPanel = nullptr;
    Segmented *m_subjects = nullptr;
    FigureTable *m_returns = nullptr, *m_lift = nullptr;
    QLabel *m_costLegend = nullptr, *m_returnFoot = nullptr, *m_liftFoot = nullptr;
    ChartView *m_costs = nullptr, *m_quarters = nullptr, *m_touches = nullptr;
    EmptyState *m_noLift = nullptr, *m_empty = nullptr;
    QStackedWidget *m_liftStack = nullptr, *m_whole = nullptr;
};

} // namespace dimsum
