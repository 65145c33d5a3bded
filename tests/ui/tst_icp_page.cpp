// The ICP page: criteria by hand, learnt from the best customers, gaps; every change is stored and can be undone.
#include "support/ui_fixture.h"

#include "service/importing_service.h"
#include "ui/commands/command.h"
#include "ui/icp/committee_dialog.h"
#include "ui/icp/criterion_dialog.h"
#include "ui/icp/funnel_view.h"
#include "ui/icp/icp_page.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>

using namespace dimsum;

class TestIcpPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aCriterionIsAddedAndUndone();
    void mustHaveAndKnownExcludeEachOther();
    void boundsMustBeNumbers();
    void weightsAreEditedInPlace();
    void criteriaMoveAndGo();
    void rolesOfTheCommittee();
    void learntCriteriaAreAdoptedByHandOnly();
    void nothingSignificantIsSaid();
    void theFunnelAddsUp();
    void theEnrichmentListIsExported();
    void filesComeBackAsTheyWent();

private:
    Command *command(const QString &id) const
    {
        for (Command *command : m_page->commands()) {
            if (command->id() == id)
                return command;
        }
        return nullptr;
    }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *candidate : m_page->findChildren<QPushButton *>()) {
            if (candidate->text() == text || candidate->accessibleName() == text)
                return candidate;
        }
        return nullptr;
    }
    bool settle() { return m_ui->waitIdle() && QTest::qWaitFor([this] { return m_page->settled(); }, UiFixture::patience); }
    const Icp &icp() const { return m_ui->snapshot()->icp; }

    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<IcpPage> m_page;
};

void TestIcpPage::init()
{
    m_ui = std::make_unique<UiFixture>();
    QVERIFY2(m_ui->openSmall(), qPrintable(m_ui->problem()));
    m_page = std::make_unique<IcpPage>(m_ui->context());
    m_ui->show(*m_page);
}

void TestIcpPage::cleanup()
{
    m_page.reset();
    m_ui.reset();
}

void TestIcpPage::aCriterionIsAddedAndUndone()
{
    const std::size_t before = icp().criteria.size();
    const auto fits = m_ui->snapshot()->scores.fit->fit;
    command(QStringLiteral("icp.add_criterion"))->trigger();
    auto *dialog = m_page->findChild<CriterionDialog *>();
    QVERIFY(dialog != nullptr);
    auto *field = dialog->findChildren<QComboBox *>().first();
    field->setCurrentIndex(field->findText(QStringLiteral("Industry")));
    auto *values = dialog->findChild<QListWidget *>();
    QVERIFY(values->count() > 0);
    const std::string value = values->item(0)->text().toStdString();
    values->item(0)->setCheckState(Qt::Checked);
    dialog->findChild<QSpinBox *>()->setValue(7);
    dialog->accept();
    QVERIFY(settle());
    QTRY_COMPARE(icp().criteria.size(), before + 1);
    QCOMPARE(icp().criteria.back().values.front().label, value);
    QCOMPARE(icp().criteria.back().weight, 7);
    QVERIFY(m_ui->snapshot()->scores.fit->fit != fits);
    m_ui->session.undo(u"Ana"_qs);
    QVERIFY(settle());
    QTRY_COMPARE(icp().criteria.size(), before);
    QVERIFY(m_ui->snapshot()->scores.fit->fit == fits);
}

void TestIcpPage::mustHaveAndKnownExcludeEachOther()
{
    CriterionDialog dialog(*m_ui->snapshot(), nullptr);
    auto *must = dialog.findChild<QCheckBox *>();
    must->setChecked(true);
    QComboBox *test = nullptr;
    for (QComboBox *box : dialog.findChildren<QComboBox *>()) {
        if (box->findText(QStringLiteral("is known")) >= 0)
            test = box;
    }
    QVERIFY(test != nullptr);
    test->setCurrentIndex(test->findText(QStringLiteral("is known")));
    QVERIFY(!must->isEnabled());
    QVERIFY(!dialog.criterion().mustHave);
}

void TestIcpPage::boundsMustBeNumbers()
{
    Criterion size{.field = IcpField::employees, .test = CriterionTest::between, .min = 20.0};
    CriterionDialog dialog(*m_ui->snapshot(), &size);
    QPushButton *ok = nullptr;
    for (QPushButton *candidate : dialog.findChildren<QPushButton *>()) {
        if (candidate->text().startsWith(QStringLiteral("Change")))
            ok = candidate;
    }
    QVERIFY(ok != nullptr && ok->isEnabled());
    QLineEdit *from = nullptr;
    for (QLineEdit *edit : dialog.findChildren<QLineEdit *>()) {
        if (edit->text() == QStringLiteral("20"))
            from = edit;
    }
    QVERIFY(from != nullptr);
    from->setText(QStringLiteral("twenty"));
    QVERIFY(!ok->isEnabled());
    from->clear(); // no end at all
    QVERIFY(!ok->isEnabled());
}

void TestIcpPage::weightsAreEditedInPlace()
{
    auto *model = m_page->criteriaTable()->model();
    const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QModelIndex weight = model->index(0, CriterionTableModel::Weight);
    QVERIFY(!model->setData(weight, 11));
    QVERIFY(!model->setData(weight, 0));
    const int before = icp().criteria.front().weight;
    QVERIFY(model->setData(weight, before == 10 ? 9 : before + 1));
    QVERIFY(settle());
    QTRY_COMPARE(icp().criteria.front().weight, before == 10 ? 9 : before + 1);
}

void TestIcpPage::criteriaMoveAndGo()
{
    const std::size_t before = icp().criteria.size();
    QVERIFY(before >= 2);
    const QString second = criterionText(icp().criteria[1]);
    m_page->criteriaTable()->selectRow(1);
    button(QStringLiteral("Move the criterion up"))->click();
    QVERIFY(settle());
    QTRY_COMPARE(criterionText(icp().criteria[0]), second);
    m_page->criteriaTable()->selectRow(0);
    button(QStringLiteral("Remove the criterion"))->click();
    QVERIFY(settle());
    QTRY_COMPARE(icp().criteria.size(), before - 1);
    QVERIFY(criterionText(icp().criteria[0]) != second);
}

void TestIcpPage::rolesOfTheCommittee()
{
    command(QStringLiteral("icp.committee"))->trigger();
    auto *dialog = m_page->findChild<CommitteeDialog *>();
    QVERIFY(dialog != nullptr);
    auto *list = dialog->findChild<QListWidget *>();
    for (int row = 0; row < list->count(); ++row)
        list->item(row)->setCheckState(row == 2 ? Qt::Checked : Qt::Unchecked);
    dialog->accept();
    QVERIFY(settle());
    QTRY_COMPARE(icp().committee, std::vector<std::string>{"champion"});
}

void TestIcpPage::learntCriteriaAreAdoptedByHandOnly()
{
    QVERIFY(settle()); // what the page learns by itself when shown
    const std::size_t before = icp().criteria.size();
    m_page->suggestions().setSuggestions({{.criterion = {.field = IcpField::country, .values = {{"Norway", "norway"}}, .weight = 4},
                                           .lift = 2.5, .wilson = {0.4, 0.8}, .bestMatch = 12, .bestKnown = 20, .tamMatch = 12, .tamKnown = 50, .p = 0.001, .q = 0.01},
                                          {.criterion = {.field = IcpField::region, .values = {{"EMEA", "emea"}}, .weight = 2},
                                           .lift = 1.4, .wilson = {0.4, 0.8}, .bestMatch = 12, .bestKnown = 20, .tamMatch = 20, .tamKnown = 50, .p = 0.01, .q = 0.04}});
    const QAbstractItemModelTester tester(&m_page->suggestions(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(settle());
    QCOMPARE(icp().criteria.size(), before);
    m_page->suggestionTable()->selectRow(0);
    button(QStringLiteral("Adopt selected"))->click();
    QVERIFY(settle());
    QTRY_COMPARE(icp().criteria.size(), before + 1);
    QCOMPARE(icp().criteria.back().weight, 4);
    button(QStringLiteral("Adopt selected"))->click(); // again: it is there already
    QVERIFY(settle());
    QCOMPARE(icp().criteria.size(), before + 1);
}

void TestIcpPage::nothingSignificantIsSaid()
{
    const QString folder = QStringLiteral(DIMSUM_SHARED_DATA "/crm_maven/");
    if (!QFileInfo::exists(folder + QStringLiteral("accounts.csv")))
        QSKIP("the real files are not here");
    UiFixture ui;
    QVERIFY(ui.openEmpty());
    for (const auto &[kind, name] : {std::pair{ImportKind::accounts, "accounts.csv"}, {ImportKind::opportunities, "sales_pipeline.csv"}}) {
        const ImportRequest request{.kind = kind, .file = folder + QString::fromLatin1(name)};
        ui.session.run(QStringLiteral("import"), [request](Workspace &workspace, const Progress &progress) { return importFile(workspace, request, progress); });
    }
    QVERIFY2(ui.waitIdle(), qPrintable(ui.problem()));
    IcpPage page(ui.context());
    ui.show(page);
    for (QPushButton *candidate : page.findChildren<QPushButton *>()) {
        if (candidate->text() == QStringLiteral("Learn"))
            candidate->click();
    }
    QVERIFY(ui.waitIdle());
    QTRY_VERIFY(page.settled());
    QVERIFY2(page.verdict().contains(QStringLiteral("Nothing is significant")), qPrintable(page.verdict()));
    QCOMPARE(page.suggestions().rowCount(), 0);
}

void TestIcpPage::theFunnelAddsUp()
{
    const QStringList lines = m_page->findChild<FunnelView *>()->lines();
    QCOMPARE(lines.size(), 6);
    QVERIFY2(lines[0].contains(QStringLiteral("%1 accounts").arg(UiFixture::smallAccounts)), qPrintable(lines[0]));
    const Funnel &funnel = m_ui->snapshot()->funnel;
    QVERIFY(lines[1].contains(QLocale().toString(static_cast<qlonglong>(funnel.icp.accounts)) + QStringLiteral(" accounts")));
    QCOMPARE(funnel.tam.accounts - funnel.belowFit.accounts - funnel.disqualified.accounts, funnel.icp.accounts);
}

void TestIcpPage::theEnrichmentListIsExported()
{
    m_ui->prompts.files = {m_ui->file(QStringLiteral("enrichment.csv"))};
    button(QStringLiteral("Export the enrichment list"))->click();
    QVERIFY(settle());
    QFile file(m_ui->file(QStringLiteral("enrichment.csv")));
    QTRY_VERIFY(file.exists());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.startsWith("domain,name,priority,tier,tier_if_known,fields\n"));
    QCOMPARE(text.count('\n') - 1, static_cast<qsizetype>(m_ui->snapshot()->enrichment.size()));
}

void TestIcpPage::filesComeBackAsTheyWent()
{
    const QByteArray before = icpText(icp(), m_ui->snapshot()->settings.currency);
    m_ui->prompts.files = {m_ui->file(QStringLiteral("icp.json"))};
    command(QStringLiteral("icp.save"))->trigger();
    m_page->criteriaTable()->selectRow(0);
    command(QStringLiteral("icp.remove_criterion"))->trigger();
    QVERIFY(settle());
    QTRY_VERIFY(icpText(icp(), m_ui->snapshot()->settings.currency) != before);
    m_ui->prompts.files = {m_ui->file(QStringLiteral("icp.json"))};
    command(QStringLiteral("icp.load"))->trigger();
    QVERIFY(settle());
    QTRY_COMPARE(icpText(icp(), m_ui->snapshot()->settings.currency), before);
}

QTEST_MAIN(TestIcpPage)
#include "tst_icp_page.moc"
