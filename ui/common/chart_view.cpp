#include "ui/common/chart_view.h"

#include "ui/common/drawing.h"
#include "ui/common/icon.h"
#include "ui/common/table_setup.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGraphicsLayout>
#include <QGraphicsObject>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QStackedLayout>
#include <QStandardItemModel>
#include <QTableView>
#include <QtCharts/QAreaSeries>
#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSeries>
#include <QtCharts/QBarSet>
#include <QtCharts/QChart>
#include <QtCharts/QChartView>
#include <QtCharts/QHorizontalBarSeries>
#include <QtCharts/QHorizontalStackedBarSeries>
#include <QtCharts/QLineSeries>
#include <QtCharts/QScatterSeries>
#include <QtCharts/QStackedBarSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <cmath>
#include <utility>

namespace dimsum {

namespace {

// A step of 1, 2 or 5 times a power of ten that gives at most five ticks up to `top`.
double niceStep(double top)
{
    if (!(top > 0))
        return 1;
    const double rough = top / 4;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= rough)
            return factor * power;
    }
    return 10 * power;
}

QString shortNumber(double value)
{
    const QLocale locale;
    return locale.toString(value, 'f', std::abs(value - std::round(value)) < 1e-9 ? 0 : 1);
}

QPen linePen(const QColor &color, double width, Qt::PenStyle style = Qt::SolidLine)
{
    QPen pen(color, width, style, Qt::FlatCap, Qt::RoundJoin);
    return pen;
}

void quieten(QAbstractAxis *axis, const Theme &theme, bool grid)
{
    QPen gridPen(theme.grid, 1);
    gridPen.setCosmetic(true);
    axis->setLineVisible(false);
    axis->setGridLineVisible(grid);
    axis->setGridLinePen(gridPen);
    axis->setMinorGridLineVisible(false);
    axis->setLabelsVisible(false); // Lines writes them: Qt elides figures to "..." in charts of this height
    axis->setTitleVisible(false);
}

void setValues(QValueAxis *axis, double low, double high)
{
    const double step = niceStep(high - std::min(0.0, low));
    axis->setRange(low < 0 ? std::floor(low / step) * step : 0, std::max(step, std::ceil(high / step - 1e-9) * step));
    axis->setTickInterval(step);
}

QValueAxis *valueAxis(double low, double high, const Theme &theme)
{
    auto *axis = new QValueAxis;
    axis->setTickType(QValueAxis::TicksDynamic);
    axis->setTickAnchor(0);
    setValues(axis, low, high);
    quieten(axis, theme, true);
    return axis;
}

// The figures beside the grid lines of a value axis.
QList<QPair<double, QString>> tickWords(const QValueAxis &axis)
{
    QList<QPair<double, QString>> words;
    for (double value = axis.min(); value <= axis.max() + axis.tickInterval() / 1000; value += axis.tickInterval())
        words << qMakePair(value, shortNumber(value));
    return words;
}

// Values that are no number are unknown: they neither draw nor scale.
double largest(const QList<double> &values)
{
    double top = 0;
    for (const double value : values)
        top = std::isnan(value) ? top : std::max(top, value);
    return top;
}

QList<QPointF> points(const QList<double> &values)
{
    QList<QPointF> result;
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (!std::isnan(values[i]))
            result << QPointF(static_cast<double>(i), values[i]);
    }
    return result;
}

// The lower edge of a band under each point of its upper one.
QList<QPointF> floorUnder(const QList<QPointF> &upper, const QList<double> &low)
{
    QList<QPointF> result;
    for (const QPointF &point : upper)
        result << QPointF(point.x(), low.value(static_cast<qsizetype>(point.x())));
    return result;
}

QImage hatchTile(const QColor &ink, const QColor &ground)
{
    QImage tile(8, 8, QImage::Format_ARGB32_Premultiplied);
    tile.fill(ground);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, 1.2));
    for (const int shift : {-8, 0, 8})
        painter.drawLine(QPointF(shift, 8), QPointF(shift + 8, 0));
    return tile;
}

} // namespace

// What lies above the plot: threshold lines with their words, and the words of an axis Qt cannot place.
class ChartView::Lines : public QGraphicsObject
{
public:
    explicit Lines(QGraphicsItem *parent) : QGraphicsObject(parent) { setZValue(100); }

    QList<ChartThreshold> thresholds;
    QList<QPair<double, QString>> bottomWords, leftWords; // value on the axis, text
    bool headRoom = false; // for the steam discs
    QList<QPointF> steam;                      // surges, in values
    Tone steamTone = Tone::intent;
    struct Bar {
        double left = 0, right = 0, bottom = 0, top = 0; // in values
        QBrush brush;
    };
    bool drawsGrid = false; // Qt's own lines stay behind when the plot grows
    QList<Bar> bars; // of a histogram; drawn here, because a series of its own for each costs a frame to set up
    QAbstractSeries *series = nullptr;
    int dragged = -1;

    QRectF boundingRect() const override
    {
        const auto *chart = static_cast<QChart *>(parentItem());
        return QRectF(QPointF(), chart->size());
    }
    // Gives the plot what the words leave; called whenever the chart changes its size.
    void placePlot()
    {
        const QFontMetricsF metrics(Theme::of().font(TypeSize::caption));
        const QSizeF size = chart()->size();
        double left = 0;
        for (const auto &[value, words] : leftWords)
            left = std::max(left, metrics.horizontalAdvance(words) + 8);
        left = std::min(left, size.width() * 0.4);
        const double top = headRoom ? 14 : metrics.height() / 2;
        const double bottom = bottomWords.isEmpty() ? 3 : metrics.height() + 4;
        chart()->setPlotArea(QRectF(left, top, std::max(10.0, size.width() - left - 8), std::max(10.0, size.height() - top - bottom)));
        update();
    }
    double xOf(double value) const { return chart()->mapToPosition(QPointF(value, 0), series).x(); }
    double valueAt(double x) const { return chart()->mapToValue(QPointF(x, 0), series).x(); }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        if (!series)
            return;
        const Theme &theme = Theme::of();
        const QRectF plot = chart()->plotArea();
        const QFont caption = theme.font(TypeSize::caption);
        const QFontMetricsF metrics(caption);
        painter->setRenderHint(QPainter::Antialiasing, false);
        if (drawsGrid)
            paintGrid(painter, theme.grid);
        for (const Bar &bar : bars) {
            const QRectF drawn(chart()->mapToPosition(QPointF(bar.left, bar.top), series), chart()->mapToPosition(QPointF(bar.right, bar.bottom), series));
            painter->fillRect(drawn, bar.brush);
        }
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setFont(caption);
        painter->setPen(theme.text3);
        for (const auto &[value, words] : bottomWords) {
            const double width = metrics.horizontalAdvance(words);
            const double x = std::clamp(xOf(value) - width / 2, 0.0, std::max(0.0, boundingRect().width() - width));
            painter->drawText(QPointF(x, plot.bottom() + metrics.ascent() + 3), words);
        }
        for (const auto &[value, words] : leftWords) {
            const double y = chart()->mapToPosition(QPointF(0, value), series).y();
            const QString fitting = metrics.elidedText(words, Qt::ElideRight, plot.left() - 6);
            painter->drawText(QPointF(plot.left() - 7 - metrics.horizontalAdvance(fitting), y + metrics.ascent() / 2 - 1), fitting);
        }
        for (const QPointF &at : steam) {
            const QPointF center = chart()->mapToPosition(at, series);
            paintSteam(painter, QRectF(center.x() - 7, std::max(0.0, center.y() - 16), 14, 14), steamTone, theme);
        }
        double lastRight = -1;
        int row = 0;
        for (const ChartThreshold &threshold : thresholds) {
            const double x = std::round(xOf(threshold.value)) + 0.5;
            const QColor ink = threshold.tone == Tone::plain ? theme.text : theme.ink(threshold.tone);
            row = x < lastRight ? row + 1 : 0;
            const double y = plot.top() + row * metrics.height();
            painter->setPen(QPen(ink, threshold.dashed ? 1.2 : 1.4, threshold.dashed ? Qt::DashLine : Qt::SolidLine));
            painter->drawLine(QPointF(x, y), QPointF(x, plot.bottom()));
            const double width = metrics.horizontalAdvance(threshold.text);
            const bool toLeft = x + 5 + width > boundingRect().width();
            const double left = toLeft ? x - 5 - width : x + 5;
            QColor veil = theme.base; // words stay legible over bars
            veil.setAlphaF(0.8F);
            painter->fillRect(QRectF(left - 2, y, width + 4, metrics.height()), veil);
            painter->setPen(ink);
            painter->drawText(QPointF(left, y + metrics.ascent()), threshold.text);
            lastRight = x + 5 + width + 6;
        }
    }

private:
    // One line per figure beside it.
    void paintGrid(QPainter *painter, const QColor &ink) const
    {
        const QRectF plot = chart()->plotArea();
        painter->setPen(ink);
        for (const auto &[value, words] : leftWords) {
            const double y = std::floor(chart()->mapToPosition(QPointF(0, value), series).y());
            painter->drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        }
    }
    QChart *chart() const { return static_cast<QChart *>(parentItem()); }
};

ChartView::ChartView(QWidget *parent)
    : QWidget(parent), m_stack(new QStackedLayout(this)), m_view(new QChartView), m_table(new QTableView),
      m_figures(new QStandardItemModel(this)), m_lines(nullptr)
{
    m_stack->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_table);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setBackgroundBrush(Qt::NoBrush);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setFocusPolicy(Qt::StrongFocus);
    m_view->viewport()->installEventFilter(this);
    m_table->setModel(m_figures);
    setUpTable(m_table, {.rows = RowSize::compact, .sortable = false, .movableColumns = false});
    clear();
}

ChartView::~ChartView() = default;

QChart *ChartView::freshChart()
{
    QChart *old = m_view->chart();
    m_classes = m_counts = nullptr;
    auto *chart = new QChart;
    chart->setBackgroundVisible(false);
    chart->setPlotAreaBackgroundVisible(false);
    chart->setMargins(QMargins(0, 0, 0, 0));
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->legend()->hide();
    chart->setAnimationOptions(QChart::NoAnimation);
    m_lines = new Lines(chart);
    connect(chart, &QGraphicsWidget::geometryChanged, m_lines, [lines = m_lines] { lines->placePlot(); });
    m_view->setChart(chart);
    delete old;
    return chart;
}

void ChartView::clear()
{
    m_draw = nullptr;
    m_fill = nullptr;
    m_figures->clear();
    freshChart();
}

void ChartView::redraw()
{
    if (!m_draw)
        return;
    m_draw();
    m_lines->placePlot();
}

void ChartView::setSentence(const QString &sentence)
{
    setAccessibleDescription(sentence);
    m_view->setAccessibleDescription(sentence);
    m_view->setToolTip(sentence);
}

bool ChartView::tableShown() const
{
    return m_stack->currentWidget() == m_table;
}

void ChartView::setTableShown(bool shown)
{
    if (shown == tableShown())
        return;
    fillFigures();
    m_stack->setCurrentWidget(shown ? static_cast<QWidget *>(m_table) : m_view);
    Q_EMIT tableShownChanged(shown);
}

const QAbstractItemModel *ChartView::figures() const
{
    fillFigures();
    return m_figures;
}

void ChartView::setFigures(std::function<void()> fill)
{
    m_fill = std::move(fill);
    if (tableShown())
        fillFigures();
}

void ChartView::fillFigures() const
{
    if (const auto fill = std::exchange(m_fill, nullptr))
        fill();
}

void ChartView::copyPicture() const
{
    QApplication::clipboard()->setPixmap(m_view->grab());
}

void ChartView::copyFigures() const
{
    QApplication::clipboard()->setText(modelAsTsv(*figures(), true));
}

namespace {

// Fills the table: first column words, then one column per series.
void writeFigures(QStandardItemModel *model, const QStringList &heads, const QStringList &names,
                  const QList<QList<double>> &columns)
{
    model->clear();
    model->setHorizontalHeaderLabels(heads);
    model->setRowCount(static_cast<int>(names.size()));
    for (int row = 0; row < names.size(); ++row) {
        model->setItem(row, 0, new QStandardItem(names[row]));
        for (int column = 0; column < columns.size(); ++column) {
            const bool known = row < columns[column].size() && !std::isnan(columns[column][row]);
            auto *item = new QStandardItem(known ? shortNumber(columns[column][row]) : QString());
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            model->setItem(row, column + 1, item);
        }
    }
    for (int column = 1; column < model->columnCount(); ++column)
        model->setHeaderData(column, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
}

} // namespace

void ChartView::showWeekly(const WeeklyChart &shown)
{
    QStringList heads{tr("Week"), shown.name};
    QList<QList<double>> columns{shown.values};
    if (!shown.surgeLine.isEmpty()) {
        heads << tr("Surge line");
        columns << shown.surgeLine;
    }
    if (!shown.cohort.isEmpty()) {
        heads << tr("Mean of the tier");
        columns << shown.cohort;
    }
    setFigures([this, heads, names = shown.weeks, columns] { writeFigures(m_figures, heads, names, columns); });
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch); // four at most: no scrolling sideways
    m_draw = [this, shown] {
        const Theme &theme = Theme::of(this);
        QChart *chart = freshChart();
        const qsizetype weeks = shown.values.size();
        auto *x = new QValueAxis;
        x->setRange(-0.6, std::max<double>(1, static_cast<double>(weeks) - 0.4));
        x->setTickCount(2);
        quieten(x, theme, false);
        m_lines->headRoom = shown.surges.contains(true);
        const double top = std::max({largest(shown.values), largest(shown.surgeLine), largest(shown.cohort), 4.0});
        QValueAxis *y = valueAxis(0, top, theme);
        chart->addAxis(x, Qt::AlignBottom);
        chart->addAxis(y, Qt::AlignLeft);
        const auto attach = [&](QAbstractSeries *series) {
            chart->addSeries(series);
            series->attachAxis(x);
            series->attachAxis(y);
        };
        if (const QList<QPointF> edge = points(shown.surgeLine); !edge.isEmpty()) {
            auto *upper = new QLineSeries(chart), *lower = new QLineSeries(chart);
            upper->replace(edge);
            lower->replace(floorUnder(edge, shown.bandLow));
            auto *band = new QAreaSeries(upper, lower);
            band->setPen(Qt::NoPen);
            band->setBrush(theme.band);
            attach(band);
            auto *line = new QLineSeries;
            line->replace(edge);
            line->setPen(linePen(theme.bamboo, 1, Qt::DashLine));
            attach(line);
        }
        QAbstractSeries *main = nullptr;
        if (shown.shape == WeeklyChart::Shape::line) {
            auto *line = new QLineSeries;
            line->replace(points(shown.values));
            line->setPen(linePen(theme.ink(shown.tone), 1.6));
            attach(line);
            if (weeks < 30) {
                auto *dots = new QScatterSeries;
                dots->replace(points(shown.values));
                dots->setMarkerSize(4.5);
                dots->setColor(theme.ink(shown.tone));
                dots->setBorderColor(Qt::transparent);
                attach(dots);
            }
            main = line;
        } else {
            // Columns as areas of their own: a bar series would force a category axis under the band.
            for (qsizetype i = 0; i < weeks; ++i) {
                auto *roof = new QLineSeries(chart), *floor = new QLineSeries(chart);
                const double at = static_cast<double>(i);
                roof->replace({QPointF(at - 0.31, shown.values[i]), QPointF(at + 0.31, shown.values[i])});
                floor->replace({QPointF(at - 0.31, 0), QPointF(at + 0.31, 0)});
                auto *column = new QAreaSeries(roof, floor);
                const bool full = i + 1 == weeks || shown.surges.value(i);
                column->setPen(Qt::NoPen);
                column->setBrush(faded(theme.ink(shown.tone), full ? 1 : 0.7));
                attach(column);
                main = column;
            }
        }
        if (!shown.cohort.isEmpty()) {
            auto *line = new QLineSeries;
            line->replace(points(shown.cohort));
            line->setPen(linePen(theme.text, 1.3, Qt::DotLine));
            attach(line);
        }
        m_lines->series = main;
        m_lines->leftWords = tickWords(*y);
        m_lines->steamTone = shown.tone;
        for (qsizetype i = 0; i < shown.surges.size() && i < weeks; ++i) {
            if (shown.surges[i])
                m_lines->steam << QPointF(static_cast<double>(i), shown.values[i]);
        }
        if (!shown.weeks.isEmpty())
            m_lines->bottomWords = {{0.0, shown.weeks.first()}, {static_cast<double>(weeks - 1), shown.weeks.last()}};
    };
    redraw();
}

void ChartView::showHistogram(const HistogramChart &shown)
{
    const auto word = [label = shown.label](double edge) { return label ? label(edge) : shortNumber(edge); };
    setFigures([this, shown, word] {
        QStringList heads{shown.valueName}, names;
        QList<QList<double>> columns;
        for (const ChartSeries &series : shown.series) {
            heads << (series.name.isEmpty() ? shown.countName : series.name);
            columns << series.values;
        }
        for (qsizetype i = 0; i + 1 < shown.edges.size(); ++i)
            names << tr("%1 to %2").arg(word(shown.edges[i]), word(shown.edges[i + 1]));
        writeFigures(m_figures, heads, names, columns);
    });
    m_draw = [this, shown, word] {
        const Theme &theme = Theme::of(this);
        const qsizetype classes = shown.edges.size() - 1;
        if (classes < 1 || shown.series.isEmpty()) {
            freshChart();
            return;
        }
        double top = 0;
        for (qsizetype i = 0; i < classes; ++i) {
            double sum = 0;
            for (const ChartSeries &series : shown.series)
                sum += series.values.value(i);
            top = std::max(top, sum);
        }
        if (m_classes == nullptr) {
            QChart *chart = freshChart();
            m_classes = new QValueAxis;
            m_classes->setTickCount(2);
            m_counts = valueAxis(0, top, theme);
            chart->addAxis(m_classes, Qt::AlignBottom);
            chart->addAxis(m_counts, Qt::AlignLeft);
            auto *nothing = new QLineSeries; // what Lines measures on
            chart->addSeries(nothing);
            nothing->attachAxis(m_classes);
            nothing->attachAxis(m_counts);
            m_lines->series = nothing;
            m_lines->drawsGrid = true;
        }
        m_classes->setRange(0, static_cast<double>(classes));
        setValues(m_counts, 0, top);
        quieten(m_classes, theme, false);
        quieten(m_counts, theme, false);
        m_lines->bars.clear();
        QList<double> floor(classes, 0.0);
        for (const ChartSeries &series : shown.series) {
            const QColor ink = faded(theme.ink(series.tone), series.opacity);
            const QBrush brush = series.hatched ? QBrush(hatchTile(ink, theme.base)) : QBrush(ink);
            for (qsizetype i = 0; i < classes; ++i) {
                const double value = series.values.value(i);
                if (!(value > 0))
                    continue;
                const double left = static_cast<double>(i) + 0.06;
                m_lines->bars.append({left, left + 0.88, floor[i], floor[i] + value, brush});
                floor[i] += value;
            }
        }
        m_lines->leftWords = tickWords(*m_counts);
        m_lines->bottomWords.clear();
        const qsizetype every = std::max<qsizetype>(1, (classes + 5) / 6);
        for (qsizetype i = 0; i <= classes; i += every)
            m_lines->bottomWords << qMakePair(static_cast<double>(i), word(shown.edges[i]));
        m_lines->thresholds = shown.thresholds;
        // Lines think in classes, the page in values: the place within a class is linear, or logarithmic as the classes.
        for (ChartThreshold &threshold : m_lines->thresholds) {
            const auto above = std::upper_bound(shown.edges.cbegin(), shown.edges.cend(), threshold.value);
            const qsizetype i = std::clamp<qsizetype>(above - shown.edges.cbegin() - 1, 0, classes - 1);
            const double low = shown.edges[i], high = shown.edges[i + 1];
            const bool log = shown.logarithmic && low > 0 && threshold.value > 0;
            const double share = log ? std::log(threshold.value / low) / std::log(high / low)
                                     : (threshold.value - low) / (high - low);
            threshold.value = static_cast<double>(i) + std::clamp(share, 0.0, 1.0);
        }
    };
    m_edges = shown.edges;
    m_logarithmic = shown.logarithmic;
    redraw();
}

void ChartView::showBars(const BarChart &shown)
{
    QStringList heads{shown.categoryName};
    QList<QList<double>> columns;
    for (const ChartSeries &series : shown.series) {
        heads << series.name;
        columns << series.values;
    }
    setFigures([this, heads, names = shown.categories, columns] { writeFigures(m_figures, heads, names, columns); });
    m_edges.clear();
    m_draw = [this, shown] {
        const Theme &theme = Theme::of(this);
        QChart *chart = freshChart();
        QAbstractBarSeries *bars = nullptr;
        if (shown.horizontal)
            bars = shown.stacked ? static_cast<QAbstractBarSeries *>(new QHorizontalStackedBarSeries) : new QHorizontalBarSeries;
        else
            bars = shown.stacked ? static_cast<QAbstractBarSeries *>(new QStackedBarSeries) : new QBarSeries;
        bars->setBarWidth(0.75);
        double top = 0, low = 0;
        for (qsizetype i = 0; i < shown.categories.size(); ++i) {
            double sum = 0;
            for (const ChartSeries &series : shown.series) {
                const double value = series.values.value(i);
                sum = shown.stacked ? sum + value : std::max(sum, value);
                low = std::min(low, value);
            }
            top = std::max(top, sum);
        }
        const bool single = shown.series.size() == 1;
        for (const ChartSeries &series : shown.series) {
            auto *set = new QBarSet(series.name);
            set->append(series.values);
            const QColor ink = faded(theme.ink(series.tone), series.opacity);
            set->setPen(Qt::NoPen);
            set->setBrush(single && shown.selected >= 0 ? QBrush(theme.line2)
                          : series.hatched             ? QBrush(hatchTile(ink, theme.base))
                                                       : QBrush(ink));
            if (single && shown.selected >= 0) {
                set->setSelectedColor(theme.accent);
                set->setBarSelected(shown.selected, true);
            }
            set->setLabelColor(theme.text2);
            set->setLabelFont(theme.font(TypeSize::caption));
            bars->append(set);
        }
        bars->setLabelsVisible(single && shown.categories.size() <= 8);
        bars->setLabelsPosition(QAbstractBarSeries::LabelsOutsideEnd);
        chart->addSeries(bars);
        auto *names = new QBarCategoryAxis;
        names->append(shown.categories);
        quieten(names, theme, false);
        QValueAxis *values = valueAxis(low, top, theme);
        chart->addAxis(names, shown.horizontal ? Qt::AlignLeft : Qt::AlignBottom);
        chart->addAxis(values, shown.horizontal ? Qt::AlignBottom : Qt::AlignLeft);
        bars->attachAxis(names);
        bars->attachAxis(values);
        m_lines->series = bars;
        QList<QPair<double, QString>> words;
        for (qsizetype i = 0; i < shown.categories.size(); ++i)
            words << qMakePair(static_cast<double>(i), shown.categories[i]);
        m_lines->bottomWords = shown.horizontal ? tickWords(*values) : words;
        m_lines->leftWords = shown.horizontal ? words : tickWords(*values);
        m_lines->headRoom = bars->isLabelsVisible();
    };
    redraw();
}

void ChartView::showLines(const LineChart &shown)
{
    const auto word = [label = shown.xLabel](double x) { return label ? label(x) : shortNumber(x); };
    QStringList heads{shown.xName}, names;
    QList<QList<double>> columns;
    for (const double x : shown.x)
        names << word(x);
    for (const ChartSeries &series : shown.series) {
        heads << series.name;
        columns << series.values;
    }
    setFigures([this, heads, names, columns] { writeFigures(m_figures, heads, names, columns); });
    m_edges.clear();
    m_draw = [this, shown, word] {
        const Theme &theme = Theme::of(this);
        QChart *chart = freshChart();
        if (shown.x.size() < 2)
            return;
        double top = 0, low = 0;
        for (const ChartSeries &series : shown.series) {
            top = std::max(top, largest(series.values));
            for (const double value : series.values)
                low = std::isnan(value) ? low : std::min(low, value);
        }
        auto *x = new QValueAxis;
        x->setRange(shown.x.first(), shown.x.last());
        x->setTickCount(2);
        quieten(x, theme, false);
        QValueAxis *y = valueAxis(low, top, theme);
        chart->addAxis(x, Qt::AlignBottom);
        chart->addAxis(y, Qt::AlignLeft);
        for (const ChartSeries &series : shown.series) {
            QList<QPointF> path;
            for (qsizetype i = 0; i < shown.x.size() && i < series.values.size(); ++i) {
                if (!std::isnan(series.values[i])) // a forecast begins where the past ends
                    path << QPointF(shown.x[i], series.values[i]);
            }
            if (shown.area && &series == &shown.series.first()) {
                auto *upper = new QLineSeries(chart);
                upper->replace(path);
                auto *area = new QAreaSeries(upper);
                area->setPen(Qt::NoPen);
                area->setBrush(theme.tint(series.tone));
                chart->addSeries(area);
                area->attachAxis(x);
                area->attachAxis(y);
            }
            auto *line = new QLineSeries;
            line->replace(path);
            line->setPen(linePen(faded(theme.ink(series.tone), series.opacity), 1.6, series.dashed ? Qt::DashLine : Qt::SolidLine));
            chart->addSeries(line);
            line->attachAxis(x);
            line->attachAxis(y);
            m_lines->series = line;
        }
        m_lines->leftWords = tickWords(*y);
        const qsizetype every = std::max<qsizetype>(1, (shown.x.size() + 4) / 5);
        for (qsizetype i = 0; i < shown.x.size(); i += every)
            m_lines->bottomWords << qMakePair(shown.x[i], word(shown.x[i]));
        m_lines->thresholds = shown.thresholds;
    };
    redraw();
}

bool ChartView::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_lines || !m_lines->series || m_lines->thresholds.isEmpty())
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::MouseButtonPress) {
        const double x = static_cast<QMouseEvent *>(event)->position().x();
        constexpr double reach = 5;
        for (int i = 0; i < m_lines->thresholds.size(); ++i) {
            if (m_lines->thresholds[i].draggable && std::abs(m_lines->xOf(m_lines->thresholds[i].value) - x) <= reach) {
                m_lines->dragged = i;
                return true;
            }
        }
    } else if (event->type() == QEvent::MouseMove && m_lines->dragged >= 0) {
        const int index = m_lines->dragged;
        const double place = m_lines->valueAt(static_cast<QMouseEvent *>(event)->position().x());
        m_lines->thresholds[index].value = place;
        m_lines->update();
        double value = place;
        if (m_edges.size() > 1) {
            const double inside = std::clamp(place, 0.0, static_cast<double>(m_edges.size() - 1) - 1e-9);
            const auto i = static_cast<qsizetype>(inside);
            const double low = m_edges[i], high = m_edges[i + 1], share = inside - static_cast<double>(i);
            value = m_logarithmic && low > 0 ? low * std::pow(high / low, share) : low + share * (high - low);
        }
        Q_EMIT thresholdDragged(index, value);
        // The answer may have drawn a new chart; the drag goes on with its line of the same index.
        m_lines->dragged = index < m_lines->thresholds.size() ? index : -1;
        return true;
    } else if (event->type() == QEvent::MouseButtonRelease) {
        m_lines->dragged = -1;
    }
    return QWidget::eventFilter(watched, event);
}

void ChartView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        redraw();
}

void ChartView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    const QAction *picture = menu.addAction(themedIcon(QStringLiteral("copy")), tr("Copy as picture"));
    const QAction *figures = menu.addAction(tr("Copy figures"));
    const QAction *table = menu.addAction(themedIcon(QStringLiteral("table")), tableShown() ? tr("Show as chart") : tr("Show as table"));
    const QAction *chosen = menu.exec(event->globalPos());
    if (chosen == picture)
        copyPicture();
    else if (chosen == figures)
        copyFigures();
    else if (chosen == table)
        setTableShown(!tableShown());
}

} // namespace dimsum
