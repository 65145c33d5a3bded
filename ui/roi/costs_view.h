// Costs as a grid: lines of cost edited in place, added, pasted, removed, copied from the plan; campaigns with their kind
// and limit; what carries no cost, to be mended. Every change is saved at once and can be undone. GUI thread.
#pragma once

#include "service/cost_book.h"
#include "service/worth_board.h"
#include "ui/page_context.h"

#include <QWidget>

#include <functional>
#include <memory>

class QDialog;
class QLabel;
class QPushButton;
class QStandardItem;

namespace dimsum {

class FigureTable;
class Panel;

class CostsView : public QWidget
{
    Q_OBJECT

public:
    enum Column { KindColumn, SubjectColumn, LineColumn, HoursColumn, RateColumn, AmountColumn, MonthsColumn, MonthColumn, ActualColumn, PriceColumn };
    enum CampaignColumn { NameColumn, AbmColumn, BudgetColumn, PlannedColumn, SpentColumn, UsedColumn, TouchColumn };

    explicit CostsView(PageContext context, QWidget *parent = nullptr);

    void show(std::shared_ptr<const WorthBoard> board);
    FigureTable *lines() const { return m_lines; }
    FigureTable *campaigns() const { return m_campaigns; }
    QPushButton *copyButton() const { return m_copy; }
    QPushButton *removeButton() const { return m_remove; }
    bool settled() const { return m_running == 0; }
    // Lines as a spreadsheet copies them (tabs between, one per row; a header is recognised), in the order of the grid.
    void pasteLines(const QString &text);
    void askForLine(); // the dialog is a child of this view

private:
    void load();
    void fillLines();
    void fillCampaigns();
    void takeLine(QStandardItem *item);
    void takeCampaign(QStandardItem *item);
    CostLineText textOf(int row) const;
    std::vector<std::int64_t> selectedIds() const;
    // Runs a change; what was refused is told and the grid shows what is stored.
    void change(const QString &title, std::function<Outcome(Workspace &, const std::string &by)> work);

    PageContext m_context;
    std::shared_ptr<const WorthBoard> m_board;
    CostBook m_book;
    int m_running = 0;
    bool m_filling = false;
    Panel *m_linePanel, *m_campaignPanel;
    FigureTable *m_lines, *m_campaigns;
    QPushButton *m_add, *m_copy, *m_remove;
    QLabel *m_foot, *m_campaignFoot;
};

} // namespace dimsum
