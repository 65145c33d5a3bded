// Accounts per tier before and after, and what their orders would need of the tier's envelope. GUI thread.
#pragma once

#include "service/snapshot.h"
#include "ui/common/panel.h"

#include <array>


namespace dimsum {

class EnvelopeGauge;
class FigureLabel;
class TierBadgeLabel;

// What a tier's accounts would need: the median of what was ordered per account so far, for every account.
struct TierNeed {
    bool limited = false;  // the tier has an envelope
    bool known = false;    // something was ordered in the tier
    Money limit = {}, spent = {}; // spent or promised
    Money each = {}, needed = {};
    Money left() const { return limit - (spent < needed ? needed : spent); }
};
TierNeed tierNeed(const Snapshot &snapshot, int tier, std::int64_t accounts);

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
