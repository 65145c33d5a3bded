// What the data says: high-intensity accounts and near misses, which step leads there, who resembles them, where accounts
// stop, and what to do next. Computed in the background for the snapshot that is shown.
#pragma once

#include "service/handoff_service.h"
#include "service/insight_board.h"
#include "ui/page.h"
#include "ui/page_context.h"

#include <array>
#include <memory>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace dimsum {

class CalibrationPanel;
class ChartView;
class EmptyState;
class FigureTable;
class FlowView;
class InsightFeed;
class MessagePanel;
class PageHeader;
class Panel;

class InsightsPage : public Page
{
    Q_OBJECT

public:
    enum Tab { Overview, HighIntensity, NearMisses, Journeys, Lookalikes, Stumbling, Committees, Actions, HandOffs, TabCount };

    explicit InsightsPage(PageContext context, QWidget *parent = nullptr);
    ~InsightsPage() override;

    QString id() const override { return page_id::insights; }
    QString title() const override { return tr("Insights"); }
    QString iconName() const override { return QStringLiteral("insights"); }
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot) override;
    StatusTexts statusTexts() const override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    Place place() const override;
    void goTo(const Place &place) override;
    bool settled() const override;
    QList<QWidget *> panes() override;
    void showEvent(QShowEvent *event) override; // computes where the snapshot is newer than what is shown

    const InsightBoard *board() const { return m_board.get(); }
    QTabBar *tabs() const { return m_tabs; }
    FigureTable *table(Tab tab) const { return m_tables[static_cast<std::size_t>(tab)]; } // the whole list of a tab
    CalibrationPanel *calibration() const { return m_calibration; }
    // The accounts selected in the list of the current tab, as a file for a tool of sales or marketing.
    void handOffSelected(HandOffTarget target);
    // Lookalikes of these accounts, one per line; an empty text goes back to the high-intensity ones.
    void useSeeds(const QString &pasted);

private:
    QWidget *buildOverview();
    QWidget *buildList(Tab tab, FigureTable *table, const QString &title, const QString &word);
    QWidget *buildJourneys();
    void takeBoard();
    void takeRefusal(const Error &error);
    void showBoard();
    void showLookalikes();
    void filterPairs();
    void askForSeeds();
    void useRule(const IntensityRules &rules);
    void exportList(const QString &word, const QString &title);
    void loadHandOffs();
    void judge(bool useful);
    void openCard(const FigureTable &table);
    void openAccount(qint64 row);

    PageContext m_context;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::shared_ptr<const InsightBoard> m_board;
    InsightFeed *m_feed = nullptr; // the program's, or one of its own
    bool m_running = false;        // a question of this page alone
    bool m_following = false;      // the list of hand-offs is being read

    PageHeader *m_header = nullptr;
    MessagePanel *m_message = nullptr;
    QTabBar *m_tabs = nullptr;
    QStackedWidget *m_stack = nullptr;
    QStackedWidget *m_whole = nullptr; // tabs, or why there are none
    EmptyState *m_empty = nullptr;
    std::array<FigureTable *, TabCount> m_tables{};
    std::array<Panel *, TabCount> m_panels{};
    FigureTable *m_highBrief = nullptr, *m_pairsBrief = nullptr, *m_stepsBrief = nullptr, *m_alikeBrief = nullptr, *m_steps = nullptr;
    QStackedWidget *m_stepStack = nullptr, *m_alikeStack = nullptr;
    EmptyState *m_noSteps = nullptr, *m_noAlike = nullptr;
    Panel *m_highPanel = nullptr, *m_pairPanel = nullptr, *m_stepPanel = nullptr, *m_alikePanel = nullptr;
    CalibrationPanel *m_calibration = nullptr;
    ChartView *m_trend = nullptr;
    FlowView *m_flow = nullptr;
    QToolButton *m_handOff = nullptr;
    QComboBox *m_industry = nullptr, *m_country = nullptr, *m_area = nullptr;
    QLabel *m_alikeFoot = nullptr, *m_alikeWarning = nullptr, *m_learners = nullptr, *m_hitRates = nullptr;
};

} // namespace dimsum
