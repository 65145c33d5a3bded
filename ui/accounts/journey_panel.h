// The journey of an account over twelve weeks: the drawing, the current mark in words, the legend, or all as
// a table.
#pragma once

#include "ui/accounts/dock_section.h"

class QLabel;
class QToolButton;

namespace dimsum
{

class JourneyView;
class MarkLegend;
class TallTable;
struct ShownAccount;

class JourneyPanel : public DockSection
{
    Q_OBJECT

public:
    explicit JourneyPanel(QWidget *parent = nullptr);

    void setAccount(const ShownAccount &shown);
    JourneyView *view() const { return m_view; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fillTable(const ShownAccount &shown);
    void showLegend();
    void showCurrent();
    void showForm(); // drawing, table or the word that there is nothing

    JourneyView *m_view;
    QLabel *m_current;
    MarkLegend *m_legend;
    TallTable *m_table;
    QToolButton *m_asTable;
};

} // namespace dimsum
