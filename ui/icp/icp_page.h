// The ideal customer profile: its criteria, what the best customers say about it, what it does to the market, and which
// unknown fields are worth filling in.
#pragma once

#include "domain/icp_learning.h"
#include "qt/criterion_table_model.h"
#include "qt/suggestion_table_model.h"
#include "ui/page.h"
#include "ui/page_context.h"

#include <memory>

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QStandardItemModel;
class QTableView;

namespace dimsum {

class ChartView;
class EmptyState;
class FunnelView;
class MessagePanel;
class PageHeader;
class Segmented;

class IcpPage : public Page
{
    Q_OBJECT

public:
    explicit IcpPage(PageContext context, QWidget *parent = nullptr);
    ~IcpPage() override;

    QString id() const override { return page_id::icp; }
    QString title() const override { return tr("ICP"); }
    QString iconName() const override { return QStringLiteral("icp"); }
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot) override;
    QList<Command *> commands() override { return m_commands; }
    StatusTexts statusTexts() const override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    bool settled() const override { return !m_learning && m_storing == 0; }
    QList<QWidget *> panes() override;
    void showEvent(QShowEvent *event) override; // learns by itself where that takes no time

    QTableView *criteriaTable() const { return m_table; }
    QTableView *suggestionTable() const { return m_suggestionTable; }
    SuggestionTableModel &suggestions() { return m_suggestions; }
    // What learning said last, in words.
    QString verdict() const;

private:
    QWidget *buildCriteria();
    QWidget *buildLearning();
    QWidget *buildMarket();
    QWidget *buildGaps();
    void buildCommands();
    int selected() const;
    void addCriterion();
    void editCriterion();
    void removeCriterion();
    void moveCriterion(int by);
    void editCommittee();
    void store(Icp icp);
    void learn();
    void learnUnasked();
    void showLearned(const IcpSuggestions &learned);
    void adoptSelected();
    void load();
    void save();
    void showMarket();
    void showGaps();
    void tell(const QString &text, bool conflict = false);

    PageContext m_context;
    std::shared_ptr<const Snapshot> m_snapshot;
    CriterionTableModel m_criteria;
    SuggestionTableModel m_suggestions;
    bool m_learning = false;
    QString m_learntFor; // the data whose best customers were looked at without being asked
    int m_storing = 0;

    PageHeader *m_header = nullptr;
    MessagePanel *m_message = nullptr;
    QTableView *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedWidget *m_criteriaStack = nullptr;
    QPushButton *m_edit = nullptr, *m_remove = nullptr, *m_up = nullptr, *m_down = nullptr;
    QLabel *m_committee = nullptr;
    QPushButton *m_learn = nullptr, *m_adopt = nullptr;
    QLabel *m_verdict = nullptr;
    QTableView *m_suggestionTable = nullptr;
    FunnelView *m_funnel = nullptr;
    ChartView *m_fit = nullptr;
    Segmented *m_gapsKind = nullptr;
    QStandardItemModel *m_coverage = nullptr, *m_enrichment = nullptr;
    QStackedWidget *m_gapsStack = nullptr;
    QTableView *m_enrichmentTable = nullptr;
    QSplitter *m_splitter = nullptr;
    QList<Command *> m_commands;
};

} // namespace dimsum
