// Does it work? Program accounts against matched controls with intervals and power, account-based against traditional
// campaigns on the same figures, and the hold-out that the next answer will rest on. GUI thread.
#pragma once

#include "service/holdout_service.h"
#include "service/worth_board.h"
#include "ui/page_context.h"

#include <QWidget>

#include <memory>

class QDialog;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace dimsum {

class EmptyState;
class FigureTable;
class Panel;

// The measures of a lift report as rows of a table, for the overview and for this view: after the start, then the change
// since before. `all` or only what the overview has room for.
void fillLift(FigureTable &table, const WorthBoard &board, bool all);
// What the comparison could have seen ("with 60 accounts an effect under 12 points cannot be seen"); empty without a lift.
QString powerSentence(const WorthBoard &board);

class ProofView : public QWidget
{
    Q_OBJECT

public:
    explicit ProofView(PageContext context, QWidget *parent = nullptr);

    void show(std::shared_ptr<const WorthBoard> board);
    FigureTable *lift() const { return m_lift; }
    FigureTable *kinds() const { return m_kinds; }
    QPushButton *holdOutButton() const { return m_draw; }
    QLabel *power() const { return m_power; }
    // Asks how many and draws; the dialog is a child of this view.
    void askForHoldOut();

private:
    void fillKinds();
    void draw(double share);

    PageContext m_context;
    std::shared_ptr<const WorthBoard> m_board;
    Panel *m_liftPanel, *m_kindPanel, *m_holdOutPanel;
    FigureTable *m_lift, *m_kinds;
    QLabel *m_power, *m_kindFoot, *m_holdOut;
    QPushButton *m_draw;
    QStackedWidget *m_liftStack;
    EmptyState *m_noLift;
};

} // namespace dimsum
