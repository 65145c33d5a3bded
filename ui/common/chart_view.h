// A chart in the manner of the design language: quiet axes, table toggle, copy as picture and TSV, one sentence for
// assistive technology. The show...() functions replace what is shown; nothing stores a colour.
#pragma once

#include "qt/roles.h"

#include <QList>
#include <QStringList>
#include <QWidget>

#include <functional>

class QAbstractItemModel;
class QChart;
class QChartView;
class QStackedLayout;
class QStandardItemModel;
class QTableView;
class QValueAxis;

namespace dimsum {

// Weeks of one account: a line (intent) or columns (engagement) over the band of its own baseline.
struct WeeklyChart {
    enum class Shape { line, columns };
    Shape shape = Shape::line;
    Tone tone = Tone::intent;
    QString name;           // "Intent", the value's column in the table
    QStringList weeks;      // label of each week, for the table; the axis shows first and last
    QList<double> values;
    QList<double> surgeLine; // upper edge of the band, same length or empty; NaN where a week has no baseline
    QList<bool> surges;      // same length or empty
    QList<double> cohort;    // mean of the tier, dotted; same length or empty
    QList<double> bandLow = {}; // lower edge of the band, same length; empty = from zero
};

struct ChartThreshold {
    double value = 0;
    QString text;
    Tone tone = Tone::plain;
    bool dashed = false;    // "was 50k"
    bool draggable = false; // then thresholdDragged() tells its index and new value
};

struct ChartSeries {
    QString name;
    Tone tone = Tone::accent;
    QList<double> values;
    bool dashed = false; // lines: forecast or control
    bool hatched = false; // bars
    double opacity = 1;
};

// Counts in classes; several series are stacked bottom-up. edges has one value more than each series.
struct HistogramChart {
    QString valueName, countName;
    QList<double> edges;
    bool logarithmic = false; // the classes grow by a factor; they are drawn equally wide
    QList<ChartSeries> series;
    QList<ChartThreshold> thresholds;
    std::function<QString(double)> label; // words of an edge ("39k"); the locale's number otherwise
};

// Bars by category, stacked or beside each other, upright or lying.
struct BarChart {
    QString categoryName;
    QStringList categories;
    QList<ChartSeries> series;
    bool horizontal = false;
    bool stacked = true;
    int selected = -1; // category shown in accent, the others in line2 (single series only)
};

// Lines over one x axis; `area` fills below the first. Where a series has NaN it is not drawn.
struct LineChart {
    QString xName;
    QList<double> x;
    QList<ChartSeries> series;
    QList<ChartThreshold> thresholds; // upright lines at x
    bool area = false;
    std::function<QString(double)> xLabel;
};

class ChartView : public QWidget
{
    Q_OBJECT
public:
    explicit ChartView(QWidget *parent = nullptr);
    ~ChartView() override;

    void showWeekly(const WeeklyChart &chart);
    void showHistogram(const HistogramChart &chart);
    void showBars(const BarChart &chart);
    void showLines(const LineChart &chart);
    void clear();

    // One sentence: what the chart tells.
    void setSentence(const QString &sentence);
    bool tableShown() const;
    void setTableShown(bool shown);
    // The figures of the chart as shown in the table.
    const QAbstractItemModel *figures() const;
    void copyPicture() const;
    void copyFigures() const;
    QChartView *chart() const { return m_view; }

    QSize sizeHint() const override { return {320, 120}; }
    QSize minimumSizeHint() const override { return {120, 72}; }

Q_SIGNALS:
    void thresholdDragged(int index, double value);
    void tableShownChanged(bool shown);

protected:
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Lines;
    QChart *freshChart();
    void redraw();
    void setFigures(std::function<void()> fill);
    void fillFigures() const;

    QStackedLayout *m_stack;
    QChartView *m_view;
    QTableView *m_table;
    QStandardItemModel *m_figures;
    Lines *m_lines; // threshold lines, points and labels above the plot
    std::function<void()> m_draw; // draws the last chart again, after a theme change
    mutable std::function<void()> m_fill; // writes the table once somebody looks; empty once it is written
    QValueAxis *m_classes = nullptr, *m_counts = nullptr; // of a histogram, owned by its chart: kept from one to the next
    QList<double> m_edges;        // of a histogram: what a dragged line stands for
    bool m_logarithmic = false;
};

} // namespace dimsum
