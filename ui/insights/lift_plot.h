// Conversion lift with its interval for every cut-off, on a logarithmic scale, the articles' 4× beside. GUI thread.
#pragma once

#include "domain/statistics.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <optional>

namespace dimsum {

struct LiftPoint {
    QString label;                  // "≥ 3"
    std::optional<double> lift;     // none, or with `enough` false: too few to tell
    std::optional<Interval> interval;
    bool enough = false;
    bool current = false;           // the rule in force
};

class LiftPlot : public QWidget
{
    Q_OBJECT

public:
    explicit LiftPlot(QWidget *parent = nullptr);

    void setPoints(const QList<LiftPoint> &points, double article, const QString &axis);
    const QList<LiftPoint> &points() const { return m_points; }
    QSize sizeHint() const override { return {230, 220}; }
    QSize minimumSizeHint() const override { return {150, 120}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<LiftPoint> m_points;
    double m_article = 0;
    QString m_axis;
};

} // namespace dimsum
