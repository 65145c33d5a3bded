// Accounts per tier before and after, and what their orders would need of the tier's envelope. GUI thread.
#pragma once

#include "service/snapshot.h"
#include "ui/common/panel.h"

#include <array>

namespace dimsum {

class EnvelopeGauge;
class FigureLabel;
class TierBadgeLabel;

class TierMoneyPanel : public Panel
{
    Q_OBJECT

public:
    explicit TierMoneyPanel(QWidget *parent = nullptr);

    void setPreview(const Snapshot &snapshot, const TierPolicy &draft, const TieringPreview &preview);
    void clear();

private:
    struct Row {
        FigureLabel *counts = nullptr, *net = nullptr, *need = nullptr, *left = nullptr, *places = nullptr, *limit = nullptr;
        EnvelopeGauge *gauge = nullptr;
    };
    void showTier(int tier, const Snapshot &snapshot, const TierPolicy &draft, const TieringPreview &preview);

    std::array<Row, 4> m_rows;
    FigureLabel *m_none;
};

} // namespace dimsum
