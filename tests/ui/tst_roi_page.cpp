// The ROI page through its widgets: return as a range, the chosen model, the receipt, what cannot be told.
#include "support/ui_fixture.h"

#include "ui/common/figure_table.h"
#include "ui/common/segmented.h"
#include "ui/roi/kpi_strip.h"
#include "ui/roi/range_delegate.h"
#include "ui/roi/roi_page.h"
#include "ui/roi/worth_report.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
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
        QCOMPARE(m_page->lift()->rowCount(), 6);
        for (int row = 0; row < 6; ++row)
            QCOMPARE(m_page->lift()->model()->index(row, 4).data().toString(), QStringLiteral("too few accounts to tell"));
    }

    void scalesAreRoundAndHoldEverything()
    {
        const RangeScale scale = rangeScale({-0.4, 0.1, 5.83});
        QCOMPARE(scale.low, -1.0);
        QVERIFY(scale.high >= 5.83 && scale.high <= 8);
        QVERIFY(rangeScale({}).high > rangeScale({}).low);
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
