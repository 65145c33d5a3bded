// Where the thresholds fall: fitting accounts by ACV and all accounts by fit, with lines that can be dragged. GUI thread.
#pragma once

#include "service/snapshot.h"
#include "ui/common/panel.h"

class QLabel;
class QToolButton;

namespace dimsum {

class ChartView;

class LinesPanel : public Panel
{
    Q_OBJECT

public:
    explicit LinesPanel(QWidget *parent = nullptr);

    void setPreview(const Snapshot &snapshot, const TierPolicy &draft, const TieringPreview &preview);
    void clear();
    bool tablesShown() const;
    void setTablesShown(bool shown);

Q_SIGNALS:
    void edited(const dimsum::TierPolicy &draft);

private:
    void showAcv(const Snapshot &snapshot, const TieringPreview &preview);
    void showFit(const Snapshot &snapshot, const TieringPreview &preview);

    TierPolicy m_draft, m_inForce;
    Currency m_currency;
    QLabel *m_acvTitle;
    ChartView *m_acv;
    ChartView *m_fit;
    QToolButton *m_asTable;
    std::vector<std::size_t> m_acvLines; // index of the threshold behind each draggable line
};

} // namespace dimsum
