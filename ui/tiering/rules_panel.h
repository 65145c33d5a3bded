// The rules of the draft policy in their order: thresholds to slide, flags to tick, how many accounts each one matches.
#pragma once

#include "domain/tier_policy.h"
#include "service/snapshot.h"
#include "ui/common/panel.h"

#include <functional>

class QCheckBox;
class QGridLayout;
class QLabel;
class QToolButton;

namespace dimsum {

class FigureLabel;
class SliderSpin;
class TierBadgeLabel;

// GUI thread.
class RulesPanel : public Panel
{
    Q_OBJECT

public:
    explicit RulesPanel(QWidget *parent = nullptr);

    void setPolicies(const TierPolicy &inForce, const TierPolicy &draft, const Snapshot &snapshot);
    void setPreview(const TieringPreview &preview, const Snapshot &snapshot);
    void addRule();

Q_SIGNALS:
    // The draft as the person wants it.
    void edited(const dimsum::TierPolicy &draft);

private:
    struct Row {
        QLabel *number = nullptr;
        QLabel *name = nullptr;
        TierBadgeLabel *badge = nullptr;
        SliderSpin *fit = nullptr;
        SliderSpin *acv = nullptr;
        QLabel *acvWords = nullptr;
        QCheckBox *intent = nullptr;
        QCheckBox *engagement = nullptr;
        FigureLabel *match = nullptr;
        QLabel *places = nullptr;
        QToolButton *more = nullptr;
    };
    void rebuild();
    Row makeRow(int at);
    void showRow(std::size_t at);
    void editRule(std::size_t at);
    void removeRule(std::size_t at);
    void moveRule(std::size_t at, int by);
    void setFlag(std::size_t at, Flag flag, bool on);
    QStringList namesBut(std::size_t at) const;
    QString shape() const; // rows are made anew where it changes

    TierPolicy m_inForce, m_draft;
    Currency m_currency;
    double m_largestAcv = 0; // major units
    QString m_shape;
    bool m_showing = false;
    QWidget *m_table = nullptr;
    QGridLayout *m_grid = nullptr;
    std::vector<Row> m_rows;
    QLabel *m_rest = nullptr;
    FigureLabel *m_restCount = nullptr;
};

} // namespace dimsum
