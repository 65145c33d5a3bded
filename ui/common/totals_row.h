// The row of totals under a table: follows widths, order, visibility and scrolling of the table's columns.
#pragma once

#include <QHash>
#include <QWidget>

class QTableView;

namespace dimsum {

class TotalsRow : public QWidget
{
    Q_OBJECT
public:
    // `view` must outlive this widget's painting; put both in one column layout without a gap.
    explicit TotalsRow(QTableView *view, QWidget *parent = nullptr);

    // Texts by logical column; columns without one stay empty. Alignment follows the header.
    void setTexts(const QHash<int, QString> &texts);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QTableView *m_view;
    QHash<int, QString> m_texts;
};

} // namespace dimsum
