// Charts keep their figures beside the picture, survive a change of theme and tell dragged lines in values.
#include "ui/common/chart_view.h"
#include "ui/common/theme.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>
#include <QtCharts/QChart>
#include <QtCharts/QChartView>

using namespace dimsum;

class ChartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::light); }
    void figuresAreTheChart();
    void themeChangeRedraws();
    void draggedLineTellsItsValue();
    void gridReachesTheEdgeAfterGrowing();
    void emptyChartsDraw();
};

void ChartsTest::figuresAreTheChart()
{
    ChartView view;
    view.showBars({.categoryName = QStringLiteral("Channel"), .categories = {QStringLiteral("Mail"), QStringLiteral("Events")},
                   .series = {{.name = QStringLiteral("Cost"), .values = {3, 4.5}}}});
    QCOMPARE(view.figures()->rowCount(), 2);
    QCOMPARE(view.figures()->index(1, 0).data().toString(), QStringLiteral("Events"));
    view.copyFigures();
    QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("Channel\tCost\nMail\t3\n")));
    QSignalSpy spy(&view, &ChartView::tableShownChanged);
    view.setTableShown(true);
    view.setTableShown(true);
    QCOMPARE(spy.count(), 1);
}

void ChartsTest::themeChangeRedraws()
{
    ChartView view;
    view.resize(300, 120);
    view.showWeekly({.shape = WeeklyChart::Shape::line, .tone = Tone::intent, .name = QStringLiteral("Intent"),
                     .weeks = {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")}, .values = {1, 5, 3},
                     .surgeLine = {4, 4, 4}, .surges = {false, true, false}, .cohort = {}});
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const auto has = [&](const QColor &ink) {
        const QImage image = view.grab().toImage();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y) == ink)
                    return true;
            }
        }
        return false;
    };
    QVERIFY(has(Theme::lightTheme().intent));
    applyTheme(*qApp, ThemeChoice::dark);
    QCoreApplication::processEvents();
    QVERIFY(has(Theme::darkTheme().intent));
    QVERIFY(!has(Theme::lightTheme().intent));
    applyTheme(*qApp, ThemeChoice::light);
}

void ChartsTest::draggedLineTellsItsValue()
{
    ChartView view;
    view.resize(400, 160);
    view.showHistogram({.valueName = QStringLiteral("Fit"), .countName = QStringLiteral("Accounts"),
                        .edges = {0, 25, 50, 75, 100}, .logarithmic = false,
                        .series = {{.name = {}, .values = {4, 8, 6, 2}}},
                        .thresholds = {{.value = 50, .text = QStringLiteral("fit 50"), .draggable = true}}, .label = {}});
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QSignalSpy spy(&view, &ChartView::thresholdDragged);
    QWidget *port = view.chart()->viewport();
    const QRectF plot = view.chart()->chart()->plotArea();
    const QPoint from(qRound(plot.center().x()), qRound(plot.center().y()));
    const QPoint to(qRound(plot.left() + plot.width() * 0.75), from.y());
    QTest::mousePress(port, Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, QPointF(to), port->mapToGlobal(QPointF(to)), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(port, &move);
    QTest::mouseRelease(port, Qt::LeftButton, {}, to);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.first().at(0).toInt(), 0);
    QVERIFY(std::abs(spy.first().at(1).toDouble() - 75) < 1);
}

// A chart that is drawn before it has its size: the grid has to follow.
void ChartsTest::gridReachesTheEdgeAfterGrowing()
{
    ChartView view;
    view.resize(160, 120);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.showHistogram({.valueName = QStringLiteral("Fit"), .countName = QStringLiteral("Accounts"), .edges = {0, 1, 2}, .series = {{.name = QStringLiteral("Accounts"), .values = {40, 0}}}, .thresholds = {}, .label = {}});
    for (const int width : {160, 480, 300}) {
        view.resize(width, 160);
        QTest::qWait(20);
        const QImage image = view.grab().toImage();
        int lines = 0;
        for (int y = 0; y < image.height(); ++y)
            lines += image.pixelColor(image.width() - 12, y) == Theme::lightTheme().grid;
        QVERIFY2(lines >= 3, qPrintable(QStringLiteral("%1 lines at a width of %2").arg(lines).arg(width)));
    }
}

void ChartsTest::emptyChartsDraw()
{
    ChartView view;
    view.showHistogram({});
    view.showLines({});
    view.showBars({});
    view.showWeekly({});
    view.resize(200, 100);
    QVERIFY(!view.grab().isNull());
    view.clear();
    QCOMPARE(view.figures()->rowCount(), 0);
}

QTEST_MAIN(ChartsTest)
#include "tst_charts.moc"
