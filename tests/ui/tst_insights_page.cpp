// The Insights page through its widgets: lists filled from the data, exploring a rule and taking it, an own list of
// examples, filters, going on to an account or its menu card, exports.
#include "support/ui_fixture.h"

#include "service/insight_service.h"
#include "ui/common/figure_table.h"
#include "ui/common/segmented.h"
#include "ui/insights/calibration_panel.h"
#include "ui/insights/insights_page.h"
#include "ui/insights/lift_plot.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>

using namespace dimsum;

class TestInsightsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_ui = std::make_unique<UiFixture>();
        QVERIFY2(m_ui->openSmall(), qPrintable(m_ui->problem()));
        m_page = std::make_unique<InsightsPage>(m_ui->context());
        m_ui->show(*m_page);
        QVERIFY(settle());
        QVERIFY(m_page->board());
    }
    void cleanup()
    {
        m_page.reset();
        m_ui.reset();
    }

    void listsHoldWhatTheDataSays()
    {
        const InsightBoard &board = *m_page->board();
        const auto &high = board.snapshot->scores.intensity.high;
        const auto expected = std::count(high.begin(), high.end(), 1);
        QVERIFY(expected > 3);
        QCOMPARE(m_page->table(InsightsPage::HighIntensity)->rowCount(), int(expected));
        QCOMPARE(m_page->table(InsightsPage::NearMisses)->rowCount(), int(board.misses.size()));
        QCOMPARE(m_page->table(InsightsPage::Actions)->rowCount(), int(std::min<std::size_t>(board.actions.size(), 500)));
        QVERIFY(m_page->tabs()->tabText(InsightsPage::HighIntensity).contains(QString::number(expected)));
        QVERIFY(m_page->statusTexts().left.first().contains(QString::number(expected)));
        // Every figure of the list is that of the account.
        const FigureTable &table = *m_page->table(InsightsPage::HighIntensity);
        for (int row = 0; row < table.rowCount(); ++row) {
            const auto account = static_cast<std::size_t>(table.accountOf(table.model()->index(row, 0)));
            QCOMPARE(table.model()->index(row, 2).data().toInt(), board.snapshot->scores.intensity.interactions[account]);
            QCOMPARE(table.model()->index(row, 3).data().toInt(), board.snapshot->scores.intensity.people[account]);
        }
    }

    void everyHighAccountHasItsAction()
    {
        const InsightBoard &board = *m_page->board();
        for (const std::uint32_t row : board.high) {
            const NextAction *action = board.actionOf(row);
            QVERIFY(board.snapshot->holdOut[row] != 0 || (action && action->kind == ActionKind::inboundCadence));
            QVERIFY(!action || action->deadline >= board.snapshot->asOf);
        }
    }

    void headersSortByValue()
    {
        m_page->tabs()->setCurrentIndex(InsightsPage::HighIntensity);
        FigureTable &table = *m_page->table(InsightsPage::HighIntensity);
        table.sortByColumn(2, Qt::AscendingOrder);
        for (int row = 1; row < table.rowCount(); ++row)
            QVERIFY(table.model()->index(row - 1, 2).data().toInt() <= table.model()->index(row, 2).data().toInt());
    }

    void tooFewExamplesAreRefusedAndAnOwnListHelps()
    {
        QVERIFY(!m_page->board()->lookalikes); // 240 accounts have no 30 hot ones
        QVERIFY(m_page->board()->noLookalikes);
        // The dialog: paste domains, find.
        QStringList domains;
        for (std::size_t row = 0; row < 40; ++row)
            domains << domain(row * 3);
        m_page->tabs()->setCurrentIndex(InsightsPage::Lookalikes);
        QPushButton *own = button(QStringLiteral("Like my own list…"));
        QVERIFY(own);
        own->click();
        auto *dialog = m_page->findChild<QDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QPlainTextEdit *>()->setPlainText(domains.join(u'\n'));
        for (QPushButton *candidate : dialog->findChildren<QPushButton *>()) {
            if (candidate->text() == QStringLiteral("Find lookalikes"))
                candidate->click();
        }
        QVERIFY(settle());
        QVERIFY(m_page->board() && m_page->board()->lookalikes);
        const LookalikeFindings &found = *m_page->board()->lookalikes;
        QVERIFY(found.seeded);
        QCOMPARE(found.result.positives, 40);
        QVERIFY(m_page->table(InsightsPage::Lookalikes)->rowCount() > 0);
        for (const std::uint32_t row : m_page->board()->alike)
            QVERIFY(found.positive[row] == 0);
        // A name that nobody has: told with its line, the findings stay.
        m_page->useSeeds(QStringLiteral("%1\nnobody-at-all.com").arg(domains.first()));
        QVERIFY(settle());
        QVERIFY(m_page->board()->lookalikes);
        // An empty list goes back to the high-intensity accounts.
        m_page->useSeeds({});
        QVERIFY(settle());
        QVERIFY(!m_page->board()->lookalikes);
    }

    void anActionIsCalledWrongAndRests()
    {
        m_page->tabs()->setCurrentIndex(InsightsPage::Actions);
        FigureTable &table = *m_page->table(InsightsPage::Actions);
        QVERIFY(table.rowCount() > 0);
        table.setCurrentIndex(table.model()->index(0, 0));
        const auto account = static_cast<std::uint32_t>(table.currentAccount());
        const ActionKind kind = m_page->board()->actionOf(account)->kind;
        button(QStringLiteral("Wrong"))->click();
        QVERIFY(settle());
        QTRY_VERIFY(!m_page->board()->actionOf(account) || m_page->board()->actionOf(account)->kind != kind);
        QCOMPARE(m_page->board()->records[static_cast<std::size_t>(kind)].wrong, 1);
        m_ui->session.undo(QStringLiteral("Lena Brandt"));
        QVERIFY(settle());
        QTRY_VERIFY(m_page->board()->actionOf(account) && m_page->board()->actionOf(account)->kind == kind);
    }

    void committeesAreListedWithWhatTheyLack()
    {
        const InsightBoard &board = *m_page->board();
        QVERIFY(!board.committees.empty());
        FigureTable &table = *m_page->table(InsightsPage::Committees);
        QCOMPARE(table.rowCount(), int(std::min<std::size_t>(board.committees.size(), 500)));
        for (const CommitteeGap &gap : board.committees) {
            QVERIFY(board.snapshot->tiers[gap.account] != Tier::none);
            QCOMPARE(int(gap.engaged & ~gap.known), 0); // who is engaged is known
        }
    }

    void journeysOfAProductArea()
    {
        m_page->tabs()->setCurrentIndex(InsightsPage::Journeys);
        QComboBox *area = nullptr;
        for (QComboBox *box : m_page->findChildren<QComboBox *>())
            area = box->accessibleName() == QStringLiteral("Product area") ? box : area;
        QVERIFY(area && area->count() > 1);
        const FigureTable &table = *m_page->table(InsightsPage::Journeys);
        const int all = table.rowCount();
        area->setCurrentIndex(1);
        QVERIFY(settle());
        QVERIFY(table.rowCount() <= all);
        area->setCurrentIndex(0);
        QCOMPARE(table.rowCount(), all);
    }

    void exploringChangesNothingUntilTheRuleIsTaken()
    {
        CalibrationPanel &panel = *m_page->calibration();
        QVERIFY(panel.useButton()->isHidden());
        QCOMPARE(panel.plot()->points().size(), 4);
        panel.people()->setCurrent(0);
        QVERIFY(!panel.useButton()->isHidden());
        QCOMPARE(panel.explored().p, 1);
        QCOMPARE(m_ui->snapshot()->policy.intensity.p, 2);
        const auto before = m_page->board()->high.size();
        panel.useButton()->click();
        QVERIFY(settle());
        QCOMPARE(m_ui->snapshot()->policy.intensity.p, 1);
        QVERIFY(m_page->board()->high.size() > before);
        m_ui->session.undo(QStringLiteral("Lena Brandt"));
        QVERIFY(settle());
        QCOMPARE(m_ui->snapshot()->policy.intensity.p, 2);
        QCOMPARE(m_page->board()->high.size(), before);
    }

    void journeysOfAPartOfTheMarket()
    {
        m_page->tabs()->setCurrentIndex(InsightsPage::Journeys);
        FigureTable &table = *m_page->table(InsightsPage::Journeys);
        const int all = table.rowCount();
        QVERIFY(all > 10);
        auto *industry = m_page->findChild<QComboBox *>(QString(), Qt::FindChildrenRecursively);
        for (QComboBox *box : m_page->findChildren<QComboBox *>()) {
            if (box->accessibleName() == QStringLiteral("Industry"))
                industry = box;
        }
        QVERIFY(industry && industry->count() > 2);
        industry->setCurrentIndex(1);
        QVERIFY(settle());
        QVERIFY(table.rowCount() < all);
        industry->setCurrentIndex(0);
        QVERIFY(settle());
        QCOMPARE(table.rowCount(), all);
    }

    void onToTheAccountAndItsCard()
    {
        m_page->tabs()->setCurrentIndex(InsightsPage::HighIntensity);
        FigureTable &table = *m_page->table(InsightsPage::HighIntensity);
        table.setCurrentIndex(table.model()->index(1, 0));
        const AccountId account = m_page->board()->snapshot->accounts.id[static_cast<std::size_t>(table.currentAccount())];
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(m_ui->navigation.places.size(), 1);
        QVERIFY(m_ui->navigation.places.last().account == account);
        QPushButton *card = nullptr;
        for (QPushButton *candidate : table.parentWidget()->findChildren<QPushButton *>()) {
            if (candidate->text() == QStringLiteral("Order plays…"))
                card = candidate;
        }
        QVERIFY(card);
        card->click();
        QCOMPARE(m_ui->navigation.places.last().page, page_id::menu);
    }

    void exportsHoldTheWholeList()
    {
        const QString file = m_ui->file(QStringLiteral("near.csv"));
        m_ui->prompts.files << file;
        m_page->tabs()->setCurrentIndex(InsightsPage::NearMisses);
        QPushButton *exporting = nullptr;
        for (QPushButton *candidate : m_page->table(InsightsPage::NearMisses)->parentWidget()->findChildren<QPushButton *>()) {
            if (candidate->text() == QStringLiteral("Export…"))
                exporting = candidate;
        }
        QVERIFY(exporting);
        exporting->click();
        QVERIFY(settle());
        QFile in(file);
        QVERIFY(in.open(QIODevice::ReadOnly));
        QCOMPARE(in.readAll().count('\n'), int(m_page->board()->misses.size()) + 1);
        QCOMPARE(m_ui->navigation.notices.size(), 1);
    }

    void selectedAccountsAreHandedOffAndFollowed()
    {
        m_page->tabs()->setCurrentIndex(InsightsPage::HighIntensity);
        FigureTable &table = *m_page->table(InsightsPage::HighIntensity);
        table.clearSelection();
        m_page->handOffSelected(HandOffTarget::crm);
        QCOMPARE(m_ui->navigation.hints.size(), 1); // nothing is selected
        table.selectRow(0);
        const QString tasks = m_ui->file(QStringLiteral("tasks.csv")), people = m_ui->file(QStringLiteral("people.csv"));
        m_ui->prompts.files << tasks << people;
        m_page->handOffSelected(HandOffTarget::crm);
        QVERIFY(settle());
        m_page->handOffSelected(HandOffTarget::salesloft);
        QVERIFY(settle());
        QCOMPARE(m_ui->navigation.errors, QStringList());
        QFile in(tasks);
        QVERIFY(in.open(QIODevice::ReadOnly));
        QVERIFY(in.readLine().startsWith("Subject,ActivityDate,Status,Priority,WhatId"));
        QVERIFY(in.readLine().startsWith("inbound cadence,"));
        QCOMPARE(m_page->table(InsightsPage::HandOffs)->rowCount(), 2);
        const auto *model = m_page->table(InsightsPage::HandOffs)->model();
        QCOMPARE(model->index(0, 2).data().toString(), QStringLiteral("Lena Brandt"));
        QCOMPARE(model->index(0, 4).data().toInt(), 1);
        QCOMPARE(model->index(0, 7).data().toInt(), 1); // it waits
    }

    void anEmptyWorkspaceSaysWhatToDo()
    {
        UiFixture empty;
        QVERIFY(empty.openEmpty());
        InsightsPage page(empty.context());
        empty.show(page);
        QVERIFY(QTest::qWaitFor([&] { return page.settled() && !empty.session.busy(); }, UiFixture::patience));
        QVERIFY(!page.board());
        bool offered = false;
        for (QPushButton *candidate : page.findChildren<QPushButton *>())
            offered = offered || (candidate->isVisible() && candidate->text() == QStringLiteral("Import activities"));
        QVERIFY(offered);
    }

    void placesAreKept()
    {
        m_page->tabs()->setCurrentIndex(InsightsPage::Stumbling);
        const Place place = m_page->place();
        m_page->tabs()->setCurrentIndex(InsightsPage::Overview);
        m_page->goTo(place);
        QCOMPARE(m_page->tabs()->currentIndex(), int(InsightsPage::Stumbling));
    }

private:
    bool settle()
    {
        return m_ui->waitIdle() && QTest::qWaitFor([this] { return m_page->settled() && !m_ui->session.busy(); }, UiFixture::patience);
    }
    QString domain(std::size_t row) const
    {
        const std::string_view text = m_ui->snapshot()->accounts.domain.at(row);
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *candidate : m_page->findChildren<QPushButton *>()) {
            if (candidate->isVisible() && candidate->text() == text)
                return candidate;
        }
        return nullptr;
    }

    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<InsightsPage> m_page;
};

QTEST_MAIN(TestInsightsPage)
#include "tst_insights_page.moc"
