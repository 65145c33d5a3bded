// What accounts cost and how long they take: money per engaged, qualified and won account, the time to identify, engage
// and convert, channels by stage, and the deals that marketing left alone after the hand-off. GUI thread.
#pragma once

#include "service/worth_board.h"
#include "ui/page_context.h"

#include <QWidget>

#include <memory>

class QLabel;

namespace dimsum {

class FigureTable;
class Panel;

class PaceView : public QWidget
{
    Q_OBJECT

public:
    explicit PaceView(PageContext context, QWidget *parent = nullptr);

    void show(std::shared_ptr<const WorthBoard> board);
    FigureTable *money() const { return m_money; }
    FigureTable *pace() const { return m_pace; }
    FigureTable *stages() const { return m_stages; }
    FigureTable *fallen() const { return m_fallen; }

private:
    PageContext m_context;
    std::shared_ptr<const WorthBoard> m_board;
    Panel *m_moneyPanel, *m_pacePanel, *m_stagePanel, *m_fallenPanel;
    FigureTable *m_money, *m_pace, *m_stages, *m_fallen;
};

} // namespace dimsum
