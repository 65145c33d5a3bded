// The orders by due day, a month at a time: weeks from Monday, holidays of the program and week-ends grey, late ones red.
// Reads the rows of the order table, so the filter is that of the list. Arrows walk the days, Page Up and Page Down the
// months, Space the orders of a day, Enter opens. GUI thread.
#pragma once

#include "qt/order_table_model.h"

#include <QWidget>

#include <memory>
#include <string>
#include <vector>

class QLabel;

namespace dimsum {

class CalendarView : public QWidget
{
    Q_OBJECT

public:
    // `model` must outlive the view.
    explicit CalendarView(OrderTableModel &model, QWidget *parent = nullptr);

    void setSnapshot(std::shared_ptr<const Snapshot> snapshot);
    void setCurrent(const std::string &order); // stays in the month that is shown
    const std::string &current() const { return m_current; }
    void showMonth(Day day); // the month of the day, which becomes the current one
    Day currentDay() const { return m_day; }

    // For tests and assistive technology, in coordinates of the view.
    QRect dayRect(Day day) const;                    // null outside of the month's weeks
    QRect cardRect(const std::string &order) const;  // null where it is not shown
    int countOn(Day day) const;                      // all orders of the day

    QSize sizeHint() const override { return {960, 560}; }
    QSize minimumSizeHint() const override { return {560, 360}; }

Q_SIGNALS:
    void currentChanged(const QString &order);
    void opened(const QString &order); // double click or Enter

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Entry {
        const OrderRow *order = nullptr;
        QRect rect; // null: folded into "n more"
    };
    struct DayBox {
        Day day;
        QRect rect;
        std::vector<Entry> entries;
    };

    void rebuild();
    void layOut();
    void drawDay(QPainter &painter, const DayBox &box) const;
    const DayBox *boxAt(QPoint point) const;
    const DayBox *boxOf(Day day) const;
    const OrderRow *orderAt(QPoint point) const;
    void choose(const OrderRow &order);
    void turn(int months);

    OrderTableModel &m_model;
    std::shared_ptr<const Snapshot> m_snapshot;
    Day m_day = unknownDay; // the current day; its month is shown
    std::vector<DayBox> m_boxes;
    int m_undated = 0;
    std::string m_current;
    QLabel *m_month;
    QLabel *m_facts;
    QWidget *m_head;
};

} // namespace dimsum
