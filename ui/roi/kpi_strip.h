// A group of figures under one upright word: "Influence" and "Actual" never mix. GUI thread.
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

namespace dimsum {

struct Kpi {
    QString label, figure, note;
    QString tip = {};
};

class KpiStrip : public QWidget
{
    Q_OBJECT

public:
    explicit KpiStrip(const QString &group, QWidget *parent = nullptr);

    void setFigures(const QList<Kpi> &figures);
    const QList<Kpi> &figures() const { return m_figures; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override; // tooltips

private:
    QRectF place(qsizetype index) const;

    QString m_group;
    QList<Kpi> m_figures;
};

} // namespace dimsum
