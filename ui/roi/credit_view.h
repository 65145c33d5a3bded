// The nine models side by side: what each gives to a campaign, channel, asset, play or tier, how far they lie apart, and
// that every column adds up to the same money. GUI thread.
#pragma once

#include "ui/roi/worth_views.h"

#include <QWidget>

#include <memory>

class QLabel;

namespace dimsum {

class FigureTable;
class Panel;
class Segmented;

class CreditView : public QWidget
{
    Q_OBJECT

public:
    explicit CreditView(QWidget *parent = nullptr);

    // `chosen`: shown strong.
    void show(std::shared_ptr<const WorthBoard> board, CreditModel chosen);
    FigureTable *table() const { return m_table; }
    Segmented *views() const { return m_views; }

private:
    void fill();

    std::shared_ptr<const WorthBoard> m_board;
    CreditModel m_chosen = CreditModel::wShape;
    Panel *m_panel;
    Segmented *m_views;
    FigureTable *m_table;
    QLabel *m_foot;
};

} // namespace dimsum
