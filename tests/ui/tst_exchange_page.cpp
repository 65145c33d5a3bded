// Bringing files in through the wizard, and everything that can be done about an import afterwards.
#include "support/ui_fixture.h"

#include "service/checking_service.h"
#include "ui/common/message_panel.h"
#include "ui/exchange/exchange_page.h"
#include "ui/exchange/format_form.h"
#include "ui/exchange/import_wizard.h"
#include "ui/exchange/mapping_table.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QPushButton>
#include <QTableView>

using namespace dimsum;

class TestExchangePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aFileGoesThroughAllSteps();
    void theFormatCanBeChanged();
    void mappingsAreRememberedPerSource();
    void rejectedRowsAreSaved();
    void anImportIsTakenBack();
    void nothingStaysOfACancelledImport();
    void badFilesGiveOneClearPanel_data();
    void badFilesGiveOneClearPanel();
    void unknownTypesGetPoints();
    void everyExportWritesItsFile();

private:
    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_ui->file(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return file.fileName();
    }
    bool settle() { return QTest::qWaitFor([this] { return m_page->settled() && !m_ui->session.busy(); }, UiFixture::patience); }
    bool open(const QString &file)
    {
        m_page->openFile(file);
        return settle();
    }
    void next() { m_page->wizard().nextButton()->click(); }
    // From where the wizard is to its report.
    bool finish()
    {
        while (m_page->wizard().step() < ImportWizard::Report) {
            if (!m_page->wizard().nextButton()->isEnabled())
                return false;
            next();
            if (!settle())
                return false;
        }
        return true;
    }
    QComboBox *fieldBox(int row) const { return m_page->wizard().findChild<QComboBox *>(QStringLiteral("field_%1").arg(row)); }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *candidate : m_page->findChildren<QPushButton *>()) {
            if (candidate->text() == text && candidate->isVisible())
                return candidate;
        }
        return nullptr;
    }
    std::size_t accounts() const { return m_ui->snapshot()->size(); }

    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<ExchangePage> m_page;
};

void TestExchangePage::init()
{
    m_ui = std::make_unique<UiFixture>();
    QVERIFY(m_ui->openEmpty());
    m_page = std::make_unique<ExchangePage>(m_ui->context(), m_ui->file(QStringLiteral("profiles")));
    m_ui->show(*m_page);
    QVERIFY(settle());
}

void TestExchangePage::cleanup()
{
    m_page.reset();
    m_ui.reset();
}

void TestExchangePage::aFileGoesThroughAllSteps()
{
    const QString file = write(QStringLiteral("a.csv"), "domain,name,acv\nacme.com,Acme,50000\nbeta.com,Beta,x\nacme.com,Again,1\ngmail.com,No,1\n");
    QVERIFY(open(file));
    ImportWizard &wizard = m_page->wizard();
    QVERIFY(m_page->wizardShown());
    QCOMPARE(wizard.preview()->kind, ImportKind::accounts);
    next();
    next();
    QCOMPARE(wizard.step(), ImportWizard::Mapping);
    next();
    next();
    QVERIFY(settle());
    QCOMPARE(wizard.step(), ImportWizard::Check);
    QCOMPARE(accounts(), std::size_t(0)); // a dry run writes nothing
    next();
    QVERIFY(settle());
    QCOMPARE(wizard.step(), ImportWizard::Report);
    const ImportReport &report = *wizard.report();
    QCOMPARE(report.read, 4);
    QCOMPARE(report.inserted + report.updated + report.unchanged + report.duplicate + report.rejected, report.read);
    QCOMPARE(report.inserted, 1);
    QCOMPARE(report.duplicate, 1);
    QCOMPARE(report.rejected, 2);
    QTRY_COMPARE(accounts(), std::size_t(1));
    QVERIFY(open(file)); // a second import of the same file inserts nothing
    QVERIFY(finish());
    QCOMPARE(wizard.report()->inserted, 0);
    QCOMPARE(wizard.report()->unchanged, 1);
}

void TestExchangePage::theFormatCanBeChanged()
{
    // "Москва" in windows-1251, semicolons, decimal comma.
    const QString file = write(QStringLiteral("ru.csv"), QByteArray("domain;name;acv\nalfa.ru;\xCC\xEE\xF1\xEA\xE2\xE0;1500,50\nbeta.ru;\xCA\xE0\xE7\xE0\xED\xFC;20,25\n"));
    QVERIFY(open(file));
    ImportWizard &wizard = m_page->wizard();
    next();
    auto choose = [&](const QString &text) {
        for (QComboBox *box : wizard.findChildren<QComboBox *>()) {
            if (box->isVisible() && box->findText(text) >= 0) {
                box->setCurrentIndex(box->findText(text));
                return true;
            }
        }
        return false;
    };
    QVERIFY(choose(QStringLiteral("KOI8-R")));
    QVERIFY(settle());
    QVERIFY(wizard.preview()->rows[0][1] != QString::fromUtf8("Москва"));
    QVERIFY(choose(QStringLiteral("windows-1251")));
    QVERIFY(settle());
    QCOMPARE(wizard.preview()->rows[0][1], QString::fromUtf8("Москва"));
    QVERIFY(choose(QStringLiteral("comma ,")));
    QVERIFY(settle());
    QCOMPARE(wizard.preview()->rows[0].size(), wizard.preview()->header.size());
    QVERIFY(wizard.preview()->header.size() != 3);
    QVERIFY(choose(QStringLiteral("semicolon ;")));
    QVERIFY(settle());
    QCOMPARE(wizard.preview()->header.size(), 3);
    QVERIFY(choose(QStringLiteral("1.234,56")));
    QVERIFY(settle());
    QVERIFY(finish());
    QTRY_COMPARE(accounts(), std::size_t(2));
    QCOMPARE(m_ui->snapshot()->accounts.acv[0], Money{150050});
}

void TestExchangePage::mappingsAreRememberedPerSource()
{
    const QByteArray rows = "Web,Firma,Umsatzklasse\nacme.com,Acme,A\n";
    QVERIFY(open(write(QStringLiteral("one.csv"), rows)));
    ImportWizard &wizard = m_page->wizard();
    next();
    next();
    QCOMPARE(wizard.step(), ImportWizard::Mapping);
    QComboBox *third = fieldBox(2);
    QVERIFY(third != nullptr);
    const int maturity = third->findText(QStringLiteral("Maturity"));
    QVERIFY(maturity >= 0);
    third->setCurrentIndex(maturity);
    if (fieldBox(0)->currentText() != QStringLiteral("Domain"))
        fieldBox(0)->setCurrentIndex(fieldBox(0)->findText(QStringLiteral("Domain")));
    QVERIFY(finish());
    QTRY_COMPARE(accounts(), std::size_t(1));
    QCOMPARE(m_ui->snapshot()->accounts.maturity.at(0).label, std::string("A"));
    QVERIFY(open(write(QStringLiteral("two.csv"), rows)));
    QCOMPARE(wizard.preview()->mapping.columns[2].target, MappedColumn::Target::field);
    QCOMPARE(std::string(fieldsOf(ImportKind::accounts)[wizard.preview()->mapping.columns[2].field].name), std::string("maturity"));
}

void TestExchangePage::rejectedRowsAreSaved()
{
    QVERIFY(open(write(QStringLiteral("a.csv"), "domain,name,acv\nacme.com,Acme,50000\nbeta.com,Beta,lots\n")));
    QVERIFY(finish());
    m_ui->prompts.files = {m_ui->file(QStringLiteral("rejected.csv"))};
    button(QStringLiteral("Save rejected rows…"))->click();
    QVERIFY(settle());
    QFile file(m_ui->file(QStringLiteral("rejected.csv")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY2(text.contains("beta.com") && text.contains("lots") && text.contains("acv"), text.constData());
    QVERIFY(!text.contains("acme.com"));
    QTRY_COMPARE(accounts(), std::size_t(1)); // saving them wrote nothing
}

void TestExchangePage::anImportIsTakenBack()
{
    QVERIFY(open(write(QStringLiteral("a.csv"), "domain,name\nacme.com,Acme\n")));
    QVERIFY(finish());
    QVERIFY(open(write(QStringLiteral("b.csv"), "domain,name\nacme.com,Acme Corporation\nnew.com,New\n")));
    QVERIFY(finish());
    QTRY_COMPARE(accounts(), std::size_t(2));
    button(QStringLiteral("Done"))->click();
    QVERIFY(settle());
    QVERIFY(!m_page->wizardShown());
    auto *list = m_page->findChild<QTableView *>();
    QCOMPARE(list->model()->rowCount(), 2);
    m_ui->prompts.answers = {true};
    list->setCurrentIndex(list->model()->index(0, 0)); // the newest
    button(QStringLiteral("Undo this import"))->click();
    QVERIFY(settle());
    QTRY_COMPARE(accounts(), std::size_t(1));
    QCOMPARE(std::string(m_ui->snapshot()->accounts.name.at(0)), std::string("Acme")); // the update, too
    QVERIFY(settle());
    QVERIFY(!button(QStringLiteral("Undo this import"))->isEnabled());
}

void TestExchangePage::nothingStaysOfACancelledImport()
{
    QByteArray rows = "domain,name\n";
    for (int i = 0; i < 60'000; ++i)
        rows += "company" + QByteArray::number(i) + ".com,Company " + QByteArray::number(i) + '\n';
    QVERIFY(open(write(QStringLiteral("many.csv"), rows)));
    ImportWizard &wizard = m_page->wizard();
    while (wizard.step() < ImportWizard::Check) {
        next();
        QVERIFY(settle());
    }
    next();
    QVERIFY(wizard.isRunning());
    QTest::qWait(20);
    button(QStringLiteral("Cancel"))->click();
    QVERIFY(settle());
    QVERIFY(!wizard.isRunning());
    if (!wizard.report()) { // else it was faster than the click
        QCOMPARE(accounts(), std::size_t(0));
        QCOMPARE(wizard.step(), ImportWizard::Check);
    }
}

void TestExchangePage::badFilesGiveOneClearPanel_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("binary") << QByteArray("\x7f" "ELF\0\0\0\0\1\2\3\0\0", 14);
    QTest::newRow("workbook") << QByteArray("PK\3\4\0\0\0\0 xl/workbook.xml");
}

void TestExchangePage::badFilesGiveOneClearPanel()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(open(write(QStringLiteral("bad.csv"), bytes)));
    int told = 0;
    for (const MessagePanel *panel : m_page->findChildren<MessagePanel *>())
        told += panel->isVisible() && !panel->text().isEmpty();
    QCOMPARE(told, 1);
    QVERIFY(!m_page->wizard().nextButton()->isEnabled());
    QCOMPARE(accounts(), std::size_t(0));
}

void TestExchangePage::unknownTypesGetPoints()
{
    QVERIFY(open(write(QStringLiteral("a.csv"), "domain,name\nacme.com,Acme\n")));
    QVERIFY(finish());
    QVERIFY(open(write(QStringLiteral("act.csv"), "id,account,contact,type,at\n1,acme.com,,Golf Day,2026-01-05\n2,acme.com,,webinar,2026-01-06\n")));
    QVERIFY(finish());
    QCOMPARE(m_page->wizard().report()->unknownTypes.size(), std::size_t(1));
    for (QDoubleSpinBox *box : m_page->findChildren<QDoubleSpinBox *>()) {
        if (box->accessibleName().contains(QStringLiteral("Golf Day")))
            box->setValue(9);
    }
    button(QStringLiteral("Store the points"))->click();
    QVERIFY(settle());
    QTRY_VERIFY(pointsOf(m_ui->snapshot()->policy.engagement, "golf day") == 9);
}

void TestExchangePage::everyExportWritesItsFile()
{
    QVERIFY(open(write(QStringLiteral("a.csv"), "domain,name\nacme.com,Acme\n")));
    QVERIFY(finish());
    button(QStringLiteral("Done"))->click();
    int written = 0;
    for (QPushButton *candidate : m_page->findChildren<QPushButton *>()) {
        if (!candidate->accessibleName().startsWith(QStringLiteral("Export: ")))
            continue;
        const QString file = m_ui->file(QStringLiteral("out%1.csv").arg(++written));
        m_ui->prompts.files = {file};
        candidate->click();
        QVERIFY(settle());
        QVERIFY2(QFile::exists(file), qPrintable(candidate->accessibleName() + m_ui->navigation.errors.join(u'\n')));
    }
    QCOMPARE(written, 6);
}

QTEST_MAIN(TestExchangePage)
#include "tst_exchange_page.moc"
