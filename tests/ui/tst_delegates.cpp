// Delegates paint what their roles say, and say the same in words.
#include "ui/common/drawing.h"
#include "ui/common/fit_delegate.h"
#include "ui/common/frozen_table_view.h"
#include "ui/common/table_setup.h"
#include "ui/common/theme.h"
#include "ui/common/tier_delegate.h"
#include "ui/common/totals_row.h"

#include <QApplication>
#include <QDir>
#include <QHeaderView>
#include <QImage>
#include <QPainter>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTest>
#include <QVBoxLayout>

using namespace dimsum;

namespace {

int countOf(const QImage &image, const QColor &color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == color;
    }
    return count;
}

} // namespace

class DelegatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::light); }
    void wordsOfMarks();
    void unknownIsAWord();
    void selectedRowKeepsBadgeColours();
    void wholeTableInItsParts();

private:
    static QImage cell(RowDelegate &delegate, QStandardItem *item, QStyle::State state);
};

QImage DelegatesTest::cell(RowDelegate &delegate, QStandardItem *item, QStyle::State state)
{
    QStandardItemModel model;
    model.setItem(0, 0, item);
    QImage image(140, 28, QImage::Format_ARGB32);
    image.fill(Theme::of().base);
    QPainter painter(&image);
    QStyleOptionViewItem option;
    option.rect = image.rect();
    option.state = state;
    option.font = Theme::of().baseFont;
    delegate.paint(&painter, option, model.index(0, 0));
    painter.end();
    return image;
}

void DelegatesTest::wordsOfMarks()
{
    QCOMPARE(tierText(2), QStringLiteral("Tier 2, too big"));
    QCOMPARE(fitText({78, 84, 70, {}}), QStringLiteral("fit 78, up to 84, threshold 70"));
    QCOMPARE(fitText({78, 78, -1, {}}), QStringLiteral("fit 78"));
    QCOMPARE(fitText({0, 0, 70, QStringLiteral("country")}), QStringLiteral("disqualified: country"));
    QCOMPARE(capacityText({2, 6, {}}), QStringLiteral("2 of 6"));
    QCOMPARE(capacityText({0, 12, {}}), QStringLiteral("none of 12"));
    QCOMPARE(capacityTone({1, 6, {}}), Tone::warn);
    QCOMPARE(capacityTone({2, 6, {}}), Tone::secondary); // a third is not below a third
    QCOMPARE(capacityTone({0, 6, {}}), Tone::red);
    QCOMPARE(deadlineTone({0.5, 10}), Tone::red);
    QCOMPARE(deadlineTone({2, 10}), Tone::warn);
    QCOMPARE(deadlineText({-1, 10}), QStringLiteral("1 d late"));
}

void DelegatesTest::unknownIsAWord()
{
    RowDelegate delegate;
    auto *known = new QStandardItem, *unknown = new QStandardItem;
    unknown->setData(true, UnknownRole);
    const QImage empty = cell(delegate, known, QStyle::State_Enabled);
    const QImage word = cell(delegate, unknown, QStyle::State_Enabled);
    QVERIFY(empty != word);
}

void DelegatesTest::selectedRowKeepsBadgeColours()
{
    TierDelegate delegate;
    auto *plain = new QStandardItem, *selected = new QStandardItem, *pinned = new QStandardItem;
    for (QStandardItem *item : {plain, selected, pinned})
        item->setData(1, TierRole);
    pinned->setData(true, PinRole);
    const Theme &t = Theme::of();
    const QImage one = cell(delegate, plain, QStyle::State_Enabled);
    const QImage two = cell(delegate, selected, QStyle::State_Enabled | QStyle::State_Selected);
    QVERIFY(countOf(one, t.tier1) > 60);
    QCOMPARE(countOf(two, t.tier1), countOf(one, t.tier1));
    QVERIFY(countOf(two, t.accentTint) > 1000);
    QCOMPARE(two.pixelColor(1, 10), t.accent); // the bar of the selection
    QVERIFY(cell(delegate, pinned, QStyle::State_Enabled) != one);
}

void DelegatesTest::wholeTableInItsParts()
{
    QStandardItemModel model(12, 6);
    model.setHorizontalHeaderLabels({QStringLiteral("Account"), QStringLiteral("Tier"), QStringLiteral("Priority"),
                                     QStringLiteral("Fit"), QStringLiteral("Next action"), QStringLiteral("Owner")});
    model.setHeaderData(2, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
    for (int row = 0; row < 12; ++row) {
        model.setData(model.index(row, 0), QStringLiteral("Account %1").arg(row));
        model.setData(model.index(row, 1), row % 4, TierRole);
        model.setData(model.index(row, 2), 83.3 - row);
        model.setData(model.index(row, 2), int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
        model.setData(model.index(row, 3), QVariant::fromValue(FitRange{88.0 - row, 94.0 - row, 70, {}}), FitRole);
        model.setData(model.index(row, 4), QStringLiteral("Call today"));
        model.setData(model.index(row, 5), QStringLiteral("L. Brandt"));
    }
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *tabs = new QTabBar;
    tabs->addTab(QStringLiteral("My accounts\t48"));
    tabs->addTab(QStringLiteral("Industrial and logistics\t26"));
    tabs->setCurrentIndex(1);
    column->addWidget(tabs);
    auto *view = new FrozenTableView;
    view->setModel(&model);
    setUpTable(view, {});
    view->setItemDelegateForColumn(1, new TierDelegate(view));
    view->setItemDelegateForColumn(3, new FitDelegate(view));
    fitColumns(view);
    view->freeze(1);
    column->addWidget(view, 1);
    auto *totals = new TotalsRow(view);
    totals->setTexts({{0, QStringLiteral("12 accounts")}, {2, QStringLiteral("77.8")}});
    column->addWidget(totals);
    window.resize(560, 300);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    view->sortByColumn(2, Qt::DescendingOrder);
    view->selectRow(0);
    view->setFocus();
    view->selectionModel()->setCurrentIndex(model.index(2, 2), QItemSelectionModel::NoUpdate);
    QCoreApplication::processEvents();
    const QImage picture = window.grab().toImage();
    const Theme &t = Theme::of();
    QVERIFY(countOf(picture, t.bambooLine) > 400); // the double line beside the frozen column and in the totals
    QVERIFY(countOf(picture, t.header) > 5000);
    QVERIFY(countOf(picture, t.accentTint) > 5000);
    if (const QString folder = qEnvironmentVariable("DIMSUM_SHOTS"); !folder.isEmpty())
        picture.save(QDir(folder).filePath(QStringLiteral("table.png")));
}

QTEST_MAIN(DelegatesTest)
#include "tst_delegates.moc"
