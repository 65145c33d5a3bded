// A small table that is as tall as its rows: it never scrolls by itself, the dock around it does.
#pragma once

#include "qt/roles.h"

#include <QTableWidget>

namespace dimsum
{

class TallTable : public QTableWidget
{
    Q_OBJECT

public:
    // The first column takes what the others leave. `name` is for assistive technology.
    explicit TallTable(int columns, QWidget *parent = nullptr);

    void
    setHeaders(const QStringList &headers); // shown to assistive technology and when copying with headers
    void setHeaderShown(bool shown);
    void setTwoLines(); // rows for a TwoLineDelegate
    void setStretchColumn(int column);
    // At most this share of the width for a column that fits its contents; the text is elided beyond.
    void setColumnLimit(int column, double share);

    // Call after the rows were filled: widths follow the contents.
    void fitColumns();

    // Appends nothing by itself: the row must exist. Returns the item, whose tool tip is its text.
    QTableWidgetItem *setCell(int row, int column, const QString &text, Tone tone = Tone::plain);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowActivated(int row); // Enter or double click

protected:
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int fullHeight() const;

    int m_stretch = 0;
    QList<double> m_limits;
    bool m_fitting = false;
};

} // namespace dimsum
