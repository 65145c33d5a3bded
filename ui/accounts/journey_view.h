// Who touched us when: a lane per person, twelve weeks from left to right, a mark per activity by its kind.
// The arrow keys walk from mark to mark; what the current one is stands in words beside the drawing.
#pragma once

#include "domain/day.h"
#include "ui/accounts/journey_marks.h"

#include <QList>
#include <QString>
#include <QWidget>

namespace dimsum
{

// What the view draws; made from the details of an account by JourneyPanel.
struct Journey {
    struct Mark {
        Day day;
        JourneyKind kind = JourneyKind::other;
        int lane = 0;
        QString words; // "Wed 12 Feb, Helena Voss: webinar, 8 points"
    };
    Day first, last; // both included
    QStringList lanes;
    QList<Mark> marks; // oldest first
};

class JourneyView : public QWidget
{
    Q_OBJECT

public:
    explicit JourneyView(QWidget *parent = nullptr);

    void setJourney(const Journey &journey);
    const Journey &journey() const { return m_journey; }
    int current() const { return m_current; } // index of a mark, -1 = none
    void setCurrent(int mark);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentChanged(int mark);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int laneHeight() const;
    int nameWidth() const;
    QRectF boxOf(const Journey::Mark &mark) const;
    int markAt(const QPointF &point) const;
    double xOf(Day day) const;

    Journey m_journey;
    int m_current = -1;
};

} // namespace dimsum
