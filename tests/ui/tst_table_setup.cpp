// Copying, column state, width fitting and the frozen columns of the one table set-up.
#include "ui/common/frozen_table_view.h"
#include "ui/common/table_setup.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QHeaderView>
#include <QMimeData>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTest>

#include <memory>

using namespace dimsum;

class TableSetupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::light); }
    void init();
    void copiesVisibleColumnsInTheirOrder();
    void copyKeepsCellsApart();
    void nothingSelectedCopiesNothing();
    void columnsSurviveANewColumn();
    void foreignStateIsRefused();
    void widthsHoldTheHeader();
    void frozenColumnsShareSelectionAndScrolling();

private:
    std::unique_ptr<QStandardItemModel> m_model;
};

void TableSetupTest::init()
{
    m_model = std::make_unique<QStandardItemModel>(40, 4);
    m_model->setHorizontalHeaderLabels({QStringLiteral("Account"), QStringLiteral("Tier"), QStringLiteral("Priority"), QStringLiteral("Owner")});
    for (int row = 0; row < 40; ++row) {
        for (int column = 0; column < 4; ++column)
            m_model->setItem(row, column, new QStandardItem(QStringLiteral("r%1c%2").arg(row).arg(column)));
    }
}

void TableSetupTest::copiesVisibleColumnsInTheirOrder()
{
    QTableView view;
    view.setModel(m_model.get());
    setUpTable(&view, {.sortable = false});
    view.hideColumn(1);
    view.horizontalHeader()->moveSection(3, 0);
    view.selectRow(2);
    const std::unique_ptr<QMimeData> plain(selectionAsMime(&view, false));
    QCOMPARE(plain->text(), QStringLiteral("r2c3\tr2c0\tr2c2\n"));
    const std::unique_ptr<QMimeData> headed(selectionAsMime(&view, true));
    QCOMPARE(headed->text(), QStringLiteral("Owner\tAccount\tPriority\nr2c3\tr2c0\tr2c2\n"));
    QVERIFY(headed->html().contains(QStringLiteral("<th>Owner</th>")));
}

void TableSetupTest::copyKeepsCellsApart()
{
    QTableView view;
    view.setModel(m_model.get());
    setUpTable(&view, {.sortable = false});
    m_model->item(0, 0)->setText(QStringLiteral("two\tparts\nand <lines>"));
    view.selectRow(0);
    const std::unique_ptr<QMimeData> mime(selectionAsMime(&view, false));
    QCOMPARE(mime->text().count(QLatin1Char('\t')), 3);
    QCOMPARE(mime->text().count(QLatin1Char('\n')), 1);
    QVERIFY(mime->html().contains(QStringLiteral("&lt;lines&gt;")));
}

void TableSetupTest::nothingSelectedCopiesNothing()
{
    QTableView view;
    view.setModel(m_model.get());
    setUpTable(&view);
    QVERIFY(!selectionAsMime(&view, true));
}

void TableSetupTest::columnsSurviveANewColumn()
{
    QByteArray state;
    {
        QTableView view;
        view.setModel(m_model.get());
        setUpTable(&view, {.sortable = false});
        view.horizontalHeader()->moveSection(2, 0);
        view.setColumnWidth(2, 133);
        view.hideColumn(1);
        state = columnState(&view);
    }
    m_model->insertColumn(1, QList<QStandardItem *>());
    m_model->setHorizontalHeaderItem(1, new QStandardItem(QStringLiteral("New")));
    QTableView view;
    view.setModel(m_model.get());
    setUpTable(&view, {.sortable = false});
    QVERIFY(restoreColumns(&view, state));
    QCOMPARE(view.horizontalHeader()->logicalIndex(0), 3); // Priority, moved on by the new column
    QCOMPARE(view.columnWidth(3), 133);
    QVERIFY(view.isColumnHidden(2));
    QVERIFY(!view.isColumnHidden(1));
}

void TableSetupTest::foreignStateIsRefused()
{
    QTableView view;
    view.setModel(m_model.get());
    setUpTable(&view);
    QVERIFY(!restoreColumns(&view, QByteArray("something else entirely")));
    QVERIFY(!restoreColumns(&view, {}));
}

void TableSetupTest::widthsHoldTheHeader()
{
    QTableView view;
    view.setModel(m_model.get());
    setUpTable(&view, {.sortable = false});
    m_model->setHorizontalHeaderItem(1, new QStandardItem(QStringLiteral("A header that is far wider than any of its cells")));
    fitColumns(&view, 60);
    QVERIFY(view.columnWidth(1) >= view.horizontalHeader()->sectionSizeHint(1));
    QVERIFY(view.columnWidth(0) < 120);
}

void TableSetupTest::frozenColumnsShareSelectionAndScrolling()
{
    FrozenTableView view;
    view.setModel(m_model.get());
    setUpTable(&view, {.sortable = false});
    view.freeze(1);
    view.resize(220, 200);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QVERIFY(view.frozenView()->isVisible());
    QVERIFY(view.frozenView()->isColumnHidden(1));
    view.selectRow(3);
    QVERIFY(view.frozenView()->selectionModel()->isRowSelected(3));
    view.verticalScrollBar()->setValue(80);
    QCOMPARE(view.frozenView()->verticalScrollBar()->value(), 80);
    view.setColumnWidth(0, 111);
    QCOMPARE(view.frozenView()->columnWidth(0), 111);
    QCOMPARE(view.frozenView()->rowViewportPosition(5), view.rowViewportPosition(5));
    view.freeze(0);
    QVERIFY(!view.frozenView()->isVisible());
}

QTEST_MAIN(TableSetupTest)
#include "tst_table_setup.moc"
