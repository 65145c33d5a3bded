// Won and open deals, each opened into its touches: which one, why, and how much of the amount it gets. GUI thread.
#pragma once

#include "service/worth_board.h"
#include "ui/page_context.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QSplitter;

namespace dimsum {

class FigureTable;
class Panel;

class DealsView : public QWidget
{
    Q_OBJECT

public:
    explicit DealsView(PageContext context, QWidget *parent = nullptr);

    void show(std::shared_ptr<const WorthBoard> board, CreditModel chosen);
    FigureTable *deals() const { return m_deals; }
    FigureTable *touches() const { return m_touches; }
    const DealReceipt *receipt() const { return m_receipt ? &*m_receipt : nullptr; }

private:
    void fillDeals();
    void openDeal(int row);
    void fillTouches();

    PageContext m_context;
    std::shared_ptr<const WorthBoard> m_board;
    CreditModel m_chosen = CreditModel::wShape;
    std::optional<DealReceipt> m_receipt;
    std::int64_t m_wanted = -1; // row of the deals whose receipt is being read
    Panel *m_dealPanel, *m_touchPanel;
    FigureTable *m_deals, *m_touches;
    QLabel *m_foot;
};

} // namespace dimsum
