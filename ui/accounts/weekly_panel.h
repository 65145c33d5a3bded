// One weekly chart of the account dock, intent or engagement: this week and the surge line in words, the line
// or the columns over the account's own baseline, the same figures as a table.
#pragma once

#include "ui/accounts/dock_section.h"

class QToolButton;

namespace dimsum
{

class ChartView;
class MarkLegend;
struct ShownAccount;

class WeeklyPanel : public DockSection
{
    Q_OBJECT

public:
    enum class Kind { intent, engagement };

    explicit WeeklyPanel(Kind kind, QWidget *parent = nullptr);

    void setAccount(const ShownAccount &shown);
    ChartView *chart() const { return m_chart; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showLegend(const ShownAccount &shown, bool baseline);
    QString name() const;

    Kind m_kind;
    ChartView *m_chart;
    QToolButton *m_table;
    MarkLegend *m_legend;
};

// What stands beside the title: "262 this week, surge line 187", or why no surge can be told.
QString intentSentence(const ShownAccount &shown);
QString engagementSentence(const ShownAccount &shown);

} // namespace dimsum
