// The ROI page through its widgets: return as a range, the chosen model, the receipt, what cannot be told.
#include "support/ui_fixture.h"

#include "ui/common/figure_table.h"
#include "ui/common/segmented.h"
#include "ui/roi/costs_view.h"
#include "ui/roi/credit_view.h"
#include "ui/roi/deals_view.h"
#include "ui/roi/kpi_strip.h"
#include "ui/roi/pace_view.h"
#include "ui/roi/proof_view.h"
#include "ui/roi/quarter_view.h"
#include "ui/roi/range_delegate.h"
#include "ui/roi/roi_page.h"
#include "ui/roi/worth_report.h"
#include "ui/roi/worth_views.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTextDocument>
#include <QToolButton>

using namespace dimsum;

class TestRoiPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_ui = std::make_unique<UiFixture>();
        QVERIFY2(m_ui->openSmall(), qPrintable(m_ui->problem()));
        bring(ImportKind::costs, "subject_kind,subject,line,hours,rate,amount,months,month,actual\n"
                                 "campaign,Newsletter,media,,,1000,,,true\n"
                                 "campaign,Newsletter,media,,,900,,,false\n"
                                 "campaign,Paid search,hours,10,50,,,,true\n");
        m_page = std::make_unique<RoiPage>(m_ui->context());
        m_ui->show(*m_page);
        QVERIFY(settle());
        QVERIFY(m_page->board());
    }
    void cleanup()
    {
        m_page.reset();
        m_ui.reset();
    }

    void campaignsWithTheirRange()
    {
        const FigureTable &table = *m_page->returns();
        QVERIFY(table.rowCount() >= 2);
        const int row = rowOf(QStringLiteral("Newsletter"));
        QVERIFY(row >= 0);
        QCOMPARE(table.model()->index(row, 2).data().toString(), QStringLiteral("1,000"));
        const auto mark = table.model()->index(row, 3).data(RangeRole).value<RangeMark>();
        QCOMPARE(mark.points.size(), 9);
        QVERIFY(mark.scaleMin <= -1);
        // A campaign without a cost has no return, and says so.
        for (int i = 0; i < table.rowCount(); ++i) {
            const bool costed = table.model()->index(i, 2).data().toString() != QStringLiteral("–");
            QCOMPARE(table.model()->index(i, 3).data(RangeRole).isValid(), costed);
            QCOMPARE(table.model()->index(i, 4).data().toString() != QStringLiteral("–"), costed);
        }
    }

    void anotherModelAnotherReturn()
    {
        QStringList seen;
        for (int model = 0; model < m_page->models()->count(); ++model) {
            m_page->models()->setCurrentIndex(model);
            Q_EMIT m_page->models()->activated(model);
            seen << m_page->returns()->model()->index(rowOf(QStringLiteral("Newsletter")), 4).data().toString();
        }
        QCOMPARE(m_page->models()->count(), 9);
        QVERIFY(QSet<QString>(seen.begin(), seen.end()).size() > 1);
    }

    void theReceiptShowsTheArithmetic()
    {
        FigureTable &table = *m_page->returns();
        table.setCurrentIndex(table.model()->index(rowOf(QStringLiteral("Newsletter")), 0));
        QTest::keyClick(&table, Qt::Key_Return);
        auto *dialog = m_page->findChild<QDialog *>();
        QVERIFY(dialog && dialog->windowTitle().contains(QStringLiteral("Newsletter")));
        auto *receipt = dialog->findChild<FigureTable *>();
        QVERIFY(receipt);
        QCOMPARE(receipt->rowCount(), 9);
        bool told = false;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            told = told || (label->text().contains(QStringLiteral("1,000")) && label->text().contains(QStringLiteral("900")));
        QVERIFY(told);
    }

    void assetsAreCountedApart()
    {
        m_page->subjects()->setCurrent(1);
        QVERIFY(rowOf(QStringLiteral("Newsletter")) < 0 || m_page->returns()->model()->index(0, 1).data().toString().isEmpty());
        QVERIFY(m_page->returns()->rowCount() > 3);
        m_page->subjects()->setCurrent(0);
        QVERIFY(rowOf(QStringLiteral("Paid search")) >= 0);
    }

    void influenceAndActualAreApart()
    {
        QCOMPARE(m_page->influence()->figures().size(), 4);
        QCOMPARE(m_page->actual()->figures().size(), 6);
        const ActualFigures &actual = m_page->board()->actual;
        QCOMPARE(m_page->actual()->figures()[1].figure, QLocale().toString(qlonglong(actual.won)));
        QVERIFY(actual.won <= actual.closed && actual.closed <= actual.opened + actual.closed);
    }

    void withoutAProgramNothingIsCompared()
    {
        QVERIFY(!m_page->board()->lift);
        QVERIFY(m_page->board()->noLift);
        // With accounts in an arm it is; with so few it tells nothing.
        QByteArray program = "account,program,start,end,arm\n";
        const Day start = m_ui->snapshot()->asOf - 90;
        for (std::size_t row = 0; row < 24; ++row)
            program += domain(row * 5).toUtf8() + ",Pilot," + QByteArray::fromStdString(isoText(start)) + ',' + QByteArray::fromStdString(isoText(start + 180)) + ",program\n";
        bring(ImportKind::program, program);
        QVERIFY(settle());
        QVERIFY(m_page->board()->lift);
        QCOMPARE(m_page->board()->lift->programAccounts, 24);
        QCOMPARE(m_page->lift()->rowCount(), 5);
        for (int row = 0; row < 5; ++row)
            QCOMPARE(m_page->lift()->model()->index(row, 4).data().toString(), QStringLiteral("too few accounts to tell"));
    }

    void scalesAreRoundAndHoldEverything()
    {
        const RangeScale scale = rangeScale({-0.4, 0.1, 5.83});
        QCOMPARE(scale.low, -1.0);
        QVERIFY(scale.high >= 5.83 && scale.high <= 8);
        QVERIFY(rangeScale({}).high > rangeScale({}).low);
    }

    void everyViewOfTheReturn()
    {
        for (int view = 0; view < m_page->subjects()->count(); ++view) {
            m_page->subjects()->setCurrent(view);
            const auto rows = worthRows(*m_page->board(), allWorthViews[static_cast<std::size_t>(view)]);
            QVERIFY(m_page->returns()->rowCount() >= static_cast<int>(rows.size()));
            QCOMPARE(m_page->returns()->isColumnHidden(5), view != 0); // payback is of campaigns
        }
        m_page->subjects()->setCurrent(0);
        // Payback under the chosen model stands beside the return.
        const QString words = m_page->returns()->model()->index(rowOf(QStringLiteral("Newsletter")), 5).data().toString();
        QVERIFY2(words.contains(QStringLiteral("month")) || words == QStringLiteral("not yet"), qPrintable(words));
    }

    void modelsSideBySideAddUp()
    {
        m_page->tabs()->setCurrentIndex(RoiPage::Credit);
        FigureTable &table = *m_page->credit()->table();
        for (int view = 0; view < m_page->credit()->views()->count(); ++view) {
            m_page->credit()->views()->setCurrent(view);
            const int last = table.rowCount() - 1;
            QVERIFY(last > 0);
            for (int column = 1; column <= 9; ++column) {
                double sum = 0;
                for (int row = 0; row < last; ++row)
                    sum += table.model()->index(row, column).data(SortRole).toDouble();
                QCOMPARE(sum, table.model()->index(last, column).data(SortRole).toDouble());
            }
        }
    }

    void anOpportunityOpensIntoItsTouches()
    {
        m_page->tabs()->setCurrentIndex(RoiPage::Deals);
        DealsView &view = *m_page->deals();
        QVERIFY(view.deals()->rowCount() > 5);
        QVERIFY(QTest::qWaitFor([&] { return view.receipt() && view.touches()->rowCount() > 1; }, UiFixture::patience));
        QVERIFY(view.touches()->model()->index(0, 4).data().toString().contains(QStringLiteral("first")));
        double sum = 0;
        for (int row = 0; row < view.touches()->rowCount(); ++row)
            sum += view.touches()->model()->index(row, 5).data(SortRole).toDouble();
        QCOMPARE(sum, double(view.receipt()->deal.amount.minor));
        // Another deal, another receipt; another model, another column.
        const std::uint32_t before = view.receipt()->deal.deal;
        QTest::keyClick(view.deals(), Qt::Key_Down);
        QVERIFY(QTest::qWaitFor([&] { return view.receipt() && view.receipt()->deal.deal != before; }, UiFixture::patience));
        m_page->models()->setCurrentIndex(static_cast<int>(CreditModel::first));
        Q_EMIT m_page->models()->activated(m_page->models()->currentIndex());
        QCOMPARE(view.touches()->figures().horizontalHeaderItem(5)->text(), QStringLiteral("First touch"));
    }

    void costsAreEditedInTheGrid()
    {
        m_page->tabs()->setCurrentIndex(RoiPage::Costs);
        CostsView &view = *m_page->costs();
        QVERIFY(settle());
        const int lines = view.lines()->rowCount();
        QCOMPARE(lines, 3);
        // Typed with grouping into the cell of the amount.
        const QModelIndex amount = view.lines()->model()->index(0, CostsView::AmountColumn);
        view.lines()->setCurrentIndex(amount);
        view.lines()->edit(amount);
        auto *editor = view.lines()->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->setText(QStringLiteral("2,500.50"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(view.lines()->model()->index(0, CostsView::PriceColumn).data(SortRole).toDouble(), 250'050.0, UiFixture::patience);
        QVERIFY(settle());
        QVERIFY(rowOf(QStringLiteral("Newsletter")) >= 0);
        QCOMPARE(m_page->returns()->model()->index(rowOf(QStringLiteral("Newsletter")), 2).data().toString(), QStringLiteral("2,501"));
        // What is no amount is refused, and the cell shows what is stored.
        QCOMPARE(m_ui->navigation.errors.size(), 0);
        view.lines()->model()->setData(view.lines()->model()->index(0, CostsView::AmountColumn), QStringLiteral("much"));
        QVERIFY(settle());
        QCOMPARE(m_ui->navigation.errors.size(), 1);
        QCOMPARE(view.lines()->model()->index(0, CostsView::AmountColumn).data(Qt::EditRole).toString(), QStringLiteral("2500.5"));
        // A block of a spreadsheet; one bad row and nothing is kept.
        view.pasteLines(QStringLiteral("campaign\tNewsletter\tmedia\t\t\t40\t\t2026-01\tplan\r\nplatform\tCRM\tmonthly fee\t\t\t90\t3\t\tactual\r\n"));
        QVERIFY(settle());
        QCOMPARE(view.lines()->rowCount(), lines + 2);
        view.pasteLines(QStringLiteral("campaign\tNewsletter\tmedia\t\t\t41\ncampaign\tNewsletter\thours\t1\n"));
        QVERIFY(settle());
        QCOMPARE(view.lines()->rowCount(), lines + 2);
        QCOMPARE(m_ui->navigation.errors.size(), 2);
        // The plan once more as actual, then all of it away.
        view.lines()->selectAll();
        view.copyButton()->click();
        QVERIFY(settle());
        QVERIFY(view.lines()->rowCount() > lines + 2);
        view.lines()->selectAll();
        QVERIFY(view.removeButton()->isEnabled());
        view.removeButton()->click();
        QVERIFY(settle());
        QCOMPARE(view.lines()->rowCount(), 0);
    }

    void aLineIsAddedByItsForm()
    {
        m_page->tabs()->setCurrentIndex(RoiPage::Costs);
        CostsView &view = *m_page->costs();
        QVERIFY(settle());
        const int lines = view.lines()->rowCount();
        view.askForLine();
        auto *dialog = view.findChild<QDialog *>();
        QVERIFY(dialog);
        QPushButton *add = nullptr;
        for (QPushButton *button : dialog->findChildren<QPushButton *>())
            add = button->text() == QStringLiteral("Add") ? button : add;
        QVERIFY(add);
        add->click(); // nothing filled in
        QVERIFY(settle());
        film(dialog, QStringLiteral("cost-line"));
        QVERIFY(dialog->isVisible());
        dialog->findChild<QLineEdit *>(QStringLiteral("subject"))->setText(QStringLiteral("Spring"));
        dialog->findChild<QLineEdit *>(QStringLiteral("amount"))->setText(QStringLiteral("1,200"));
        add->click();
        QVERIFY(settle());
        QCOMPARE(view.lines()->rowCount(), lines + 1);
        // A limit below the cost is seen at once.
        const auto campaign = [&view](const QString &name) {
            for (int row = 0; row < view.campaigns()->rowCount(); ++row) {
                if (view.campaigns()->model()->index(row, 0).data().toString() == name)
                    return row;
            }
            return -1;
        };
        const int row = campaign(QStringLiteral("Newsletter"));
        QVERIFY(row >= 0);
        view.campaigns()->model()->setData(view.campaigns()->model()->index(row, CostsView::BudgetColumn), QStringLiteral("10"));
        QVERIFY(settle());
        const auto texts = m_page->statusTexts();
        QVERIFY2(texts.left.join(u' ').contains(QStringLiteral("1 over their limit")), qPrintable(texts.left.join(u' ')));
    }

    void aPlanIsChangedDraftedAndTakenBack()
    {
        m_page->tabs()->setCurrentIndex(RoiPage::Quarter);
        QuarterView &view = *m_page->quarter();
        QVERIFY(QTest::qWaitFor([&] { return view.plan() && view.settled() && !m_ui->session.busy(); }, UiFixture::patience));
        view.span()->setCurrent(1);
        QVERIFY(QTest::qWaitFor([&] { return view.settled() && view.plan()->request.span == PlanSpan::next; }, UiFixture::patience));
        QVERIFY(view.plays()->rowCount() > 5);
        QVERIFY(!view.plan()->orders.empty());
        const double before = view.plan()->outcome;
        // What if every place were gone: nothing is proposed, and the reason says so.
        for (int row = view.plays()->rowCount() - 1; row >= 0; --row)
            view.plays()->model()->setData(view.plays()->model()->index(row, QuarterView::PlacesColumn), QStringLiteral("0"));
        QVERIFY(QTest::qWaitFor([&] { return view.settled() && view.plan()->orders.empty(); }, UiFixture::patience));
        QVERIFY(!view.draftButton()->isEnabled());
        view.resetButton()->click();
        QVERIFY(QTest::qWaitFor([&] { return view.settled() && !view.plan()->orders.empty(); }, UiFixture::patience));
        QCOMPARE(view.plan()->outcome, before);
        const int orders = view.orders()->rowCount();
        QVERIFY(orders > 0);
        view.draftButton()->click();
        QVERIFY(settle());
        QVERIFY(!view.takeBackButton()->isHidden());
        QVERIFY(!m_ui->snapshot()->drafts.empty());
        view.takeBackButton()->click();
        QVERIFY(settle());
        QVERIFY(view.takeBackButton()->isHidden());
    }

    void aHoldOutIsDrawnInTheWindow()
    {
        QByteArray program = "account,program,start,end,arm\n";
        const std::string name = m_ui->snapshot()->menu.menu.program.name;
        const Day start = m_ui->snapshot()->menu.menu.program.start, end = m_ui->snapshot()->menu.menu.program.end;
        for (std::size_t row = 0; row < 24; ++row)
            program += domain(row * 5).toUtf8() + ',' + QByteArray::fromStdString(name) + ',' + QByteArray::fromStdString(isoText(start)) + ',' + QByteArray::fromStdString(isoText(end)) + ",program\n";
        bring(ImportKind::program, program);
        QVERIFY(settle());
        m_page->tabs()->setCurrentIndex(RoiPage::Proof);
        ProofView &view = *m_page->proof();
        QVERIFY(view.holdOutButton()->isEnabled());
        view.askForHoldOut();
        auto *dialog = view.findChild<QDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QSpinBox *>()->setValue(25);
        QPushButton *draw = nullptr;
        for (QPushButton *button : dialog->findChildren<QPushButton *>())
            draw = button->text() == QStringLiteral("Draw") ? button : draw;
        QVERIFY(draw);
        QVERIFY(QTest::qWaitFor([&] { return draw->isEnabled(); }, UiFixture::patience));
        film(dialog, QStringLiteral("holdout"));
        draw->click();
        QVERIFY(settle());
        QCOMPARE(m_ui->navigation.errors.size(), 0);
        QVERIFY(m_ui->snapshot()->program->holdOuts > 0);
    }

    void paceAndPrice()
    {
        m_page->tabs()->setCurrentIndex(RoiPage::Pace);
        PaceView &view = *m_page->pace();
        QCOMPARE(view.money()->rowCount(), 4);
        QCOMPARE(view.pace()->rowCount(), 3);
        QVERIFY(view.stages()->rowCount() >= 2);
        const WorthBoard &board = *m_page->board();
        QCOMPARE(view.fallen()->rowCount(), static_cast<int>(board.channelsByStage.fallen.size()));
        QVERIFY(board.pace[0].arrived <= board.pace[0].started);
    }

    void theWorkbookHoldsEveryTable()
    {
        const QString file = m_ui->file(QStringLiteral("report.xlsx"));
        m_ui->prompts.files << file;
        for (QPushButton *candidate : m_page->findChildren<QPushButton *>()) {
            if (candidate->text() == QStringLiteral("Report…"))
                candidate->click();
        }
        QVERIFY(settle());
        QFile in(file);
        QVERIFY(in.open(QIODevice::ReadOnly));
        QVERIFY(in.read(2) == "PK");
        const QByteArray all = in.readAll();
        // The directory of the archive names its sheets: nine of them without a program.
        QVERIFY(all.contains("xl/worksheets/sheet9.xml"));
        QVERIFY(!all.contains("xl/worksheets/sheet10.xml"));
    }

    void anEmptyWorkspaceSaysWhatToDo()
    {
        UiFixture empty;
        QVERIFY(empty.openEmpty());
        RoiPage page(empty.context());
        empty.show(page);
        QVERIFY(QTest::qWaitFor([&] { return page.settled() && !empty.session.busy(); }, UiFixture::patience));
        QVERIFY(!page.board());
    }

    void theReportIsOnePdfWithEverything()
    {
        const auto document = worthReport(*m_page->board(), CreditModel::wShape);
        const QString text = document->toPlainText();
        for (const char *words : {"Newsletter", "1,000", "Tier 1", "Win rate", "no program with accounts", "How this was worked out"})
            QVERIFY2(text.contains(QLatin1String(words)), words);
        const QString file = m_ui->file(QStringLiteral("report.pdf"));
        m_ui->prompts.files << file << QStringLiteral("/no/such/folder/report.pdf");
        QPushButton *report = nullptr;
        for (QPushButton *candidate : m_page->findChildren<QPushButton *>()) {
            if (candidate->text() == QStringLiteral("Report…"))
                report = candidate;
        }
        QVERIFY(report);
        report->click();
        QVERIFY(settle());
        QFile in(file);
        QVERIFY(in.open(QIODevice::ReadOnly));
        QVERIFY(in.read(5) == "%PDF-");
        QVERIFY(in.size() > 10'000);
        if (const QString folder = qEnvironmentVariable("DIMSUM_FILM"); !folder.isEmpty())
            QFile::copy(file, folder + QStringLiteral("/roi-report.pdf")); // to look at it
        report->click();
        QVERIFY(settle());
        QCOMPARE(m_ui->navigation.errors.size(), 1);
    }

    void exportsFollowTheMenu()
    {
        const QString file = m_ui->file(QStringLiteral("attribution.csv"));
        m_ui->prompts.files << file;
        for (QToolButton *button : m_page->findChildren<QToolButton *>()) {
            if (button->menu())
                button->menu()->actions().at(1)->trigger();
        }
        QVERIFY(settle());
        QFile in(file);
        QVERIFY(in.open(QIODevice::ReadOnly));
        QVERIFY(in.readLine().startsWith("campaign,channel,asset,first"));
    }

private:
    // A picture to look at, where DIMSUM_FILM names a folder.
    static void film(QWidget *widget, const QString &name)
    {
        if (const QString folder = qEnvironmentVariable("DIMSUM_FILM"); !folder.isEmpty())
            widget->grab().save(folder + u'/' + name + QStringLiteral(".png"));
    }
    void bring(ImportKind kind, const QByteArray &bytes)
    {
        QFile out(m_ui->file(QStringLiteral("in.csv")));
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size());
        out.close();
        std::optional<ImportReport> report;
        m_ui->session.run(
            QStringLiteral("import"), [kind, name = out.fileName()](Workspace &workspace, const Progress &) { return importFile(workspace, {.kind = kind, .file = name}); }, this,
            [&report](Result<ImportReport> result) {
                if (result.ok())
                    report = *result;
            });
        QVERIFY(m_ui->waitIdle());
        QVERIFY(QTest::qWaitFor([&] { return report.has_value(); }, UiFixture::patience));
        QCOMPARE(report->rejected, 0);
        QVERIFY(m_ui->waitIdle());
    }
    bool settle()
    {
        return m_ui->waitIdle() && QTest::qWaitFor([this] { return m_page->settled() && !m_ui->session.busy(); }, UiFixture::patience);
    }
    QString domain(std::size_t row) const
    {
        const std::string_view text = m_ui->snapshot()->accounts.domain.at(row);
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    }
    int rowOf(const QString &name) const
    {
        for (int row = 0; row < m_page->returns()->rowCount(); ++row) {
            if (m_page->returns()->model()->index(row, 0).data().toString() == name)
                return row;
        }
        return -1;
    }

    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<RoiPage> m_page;
};

QTEST_MAIN(TestRoiPage)
#include "tst_roi_page.moc"
