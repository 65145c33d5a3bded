// The tiering page: a draft shows what it would do and changes nothing; Apply stores policy and tiers; undo takes it back.
#include "support/ui_fixture.h"

#include "ui/common/apply_bar.h"
#include "ui/common/message_panel.h"
#include "ui/common/segmented.h"
#include "ui/common/slider_spin.h"
#include "ui/common/figure_table.h"
#include "ui/tiering/policy_compare.h"
#include "ui/tiering/policy_history.h"
#include "ui/tiering/policy_words.h"
#include "ui/tiering/rule_dialog.h"
#include "ui/tiering/rules_panel.h"
#include "ui/tiering/settings_strip.h"
#include "ui/tiering/tiering_page.h"

#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTimer>

using namespace dimsum;

class TestTieringPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aSliderShowsWhatWouldMoveAndChangesNothing();
    void discardTakesTheDraftBack();
    void applyStoresPolicyAndTiers();
    void withoutYesNothingIsApplied();
    void placesPushAccountsDown();
    void weightsMustAddUp();
    void newScoresAreMadeForTheDraft();
    void groupsFilterTheMoves();
    void rulesAreAddedAndRemoved();
    void wrongRulesAreRefused();
    void theDraftSurvivesARestart();
    void aPolicyChangedElsewhereIsTold();
    void policiesAreComparedSideBySide();
    void historyShowsNotesAndAnyDay();
    void draftsHaveNames();

private:
    template <class Widget>
    Widget *named(const QString &accessibleName) const
    {
        for (Widget *widget : m_page->findChildren<Widget *>()) {
            if (widget->accessibleName() == accessibleName)
                return widget;
        }
        return nullptr;
    }
    QDoubleSpinBox *acvOf(const QString &rule) const { return named<QDoubleSpinBox>(QStringLiteral("ACV at least, rule ") + rule); }
    QPushButton *button(const QString &start) const
    {
        for (QPushButton *candidate : m_page->findChildren<QPushButton *>()) {
            if (candidate->text().startsWith(start))
                return candidate;
        }
        return nullptr;
    }
    QByteArray stored() const { return policyText(m_ui->snapshot()->policy, m_ui->snapshot()->settings.currency); }

    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<TieringPage> m_page;
};

void TestTieringPage::init()
{
    m_ui = std::make_unique<UiFixture>();
    QVERIFY2(m_ui->openSmall(), qPrintable(m_ui->problem()));
    m_page = std::make_unique<TieringPage>(m_ui->context());
    m_ui->show(*m_page);
    QVERIFY(m_page->preview() != nullptr);
}

void TestTieringPage::cleanup()
{
    m_page.reset();
    m_ui.reset();
}

void TestTieringPage::aSliderShowsWhatWouldMoveAndChangesNothing()
{
    const QByteArray before = stored();
    const auto counts = m_page->preview()->counts;
    const auto tiers = m_ui->snapshot()->tiers;
    QCOMPARE(m_page->moves().count(MoveGroup::all), 0); // the fixture was just applied
    auto *slider = named<QSlider>(QStringLiteral("ACV at least, rule just right"));
    QVERIFY(slider != nullptr);
    slider->setValue(slider->minimum()); // as dragged to the left end
    QVERIFY(m_page->preview()->counts[1] > counts[1]);
    QVERIFY(m_page->moves().count(MoveGroup::up) > 0);
    QVERIFY(m_page->findChild<ApplyBar *>()->isVisible());
    QVERIFY(m_ui->waitIdle());
    QCOMPARE(stored(), before);
    QVERIFY(m_ui->snapshot()->tiers == tiers);
}

void TestTieringPage::discardTakesTheDraftBack()
{
    acvOf(QStringLiteral("just right"))->setValue(1000);
    QVERIFY(m_page->moves().count(MoveGroup::all) > 0);
    button(QStringLiteral("Discard"))->click();
    QCOMPARE(m_page->moves().count(MoveGroup::all), 0);
    QVERIFY(!m_page->findChild<ApplyBar *>()->isVisible());
    QCOMPARE(acvOf(QStringLiteral("just right"))->value(), 50'000.0);
}

void TestTieringPage::applyStoresPolicyAndTiers()
{
    const QByteArray before = stored();
    const auto tiersBefore = m_ui->snapshot()->tiers;
    acvOf(QStringLiteral("just right"))->setValue(1000);
    const auto expected = m_page->preview()->tiers;
    m_ui->prompts.answers = {true};
    button(QStringLiteral("Apply"))->click();
    QVERIFY(m_ui->waitIdle());
    QTRY_VERIFY(m_ui->snapshot()->tiers == expected);
    QVERIFY(stored() != before);
    QCOMPARE(m_ui->snapshot()->lastApplied->by, std::string("Lena Brandt"));
    QCOMPARE(m_page->moves().count(MoveGroup::all), 0);
    QCOMPARE(m_ui->navigation.notices.size(), 1);
    m_ui->session.undo(u"Ana"_qs); // the tiers
    QVERIFY(m_ui->waitIdle());
    QTRY_VERIFY(m_ui->snapshot()->tiers == tiersBefore);
    m_ui->session.undo(u"Ana"_qs); // the policy
    QVERIFY(m_ui->waitIdle());
    QTRY_COMPARE(stored(), before);
}

void TestTieringPage::withoutYesNothingIsApplied()
{
    const QByteArray before = stored();
    acvOf(QStringLiteral("just right"))->setValue(1000);
    m_ui->prompts.answers = {false};
    button(QStringLiteral("Apply"))->click();
    QVERIFY(m_ui->waitIdle());
    QCOMPARE(stored(), before);
    QCOMPARE(m_ui->prompts.questions.size(), 1);
    QVERIFY(m_ui->prompts.questions.first().contains(QStringLiteral("1,000")));
}

void TestTieringPage::placesPushAccountsDown()
{
    auto *places = named<QSpinBox>(QStringLiteral("Places in Tier 2"));
    const auto before = m_page->preview()->counts;
    QVERIFY(before[2] > 1);
    places->setValue(1);
    QCOMPARE(m_page->preview()->counts[2], 1);
    QCOMPARE(m_page->moves().count(MoveGroup::capacity), before[2] - 1);
    places->setValue(-1);
    QCOMPARE(m_page->preview()->counts, before);
}

void TestTieringPage::weightsMustAddUp()
{
    named<QDoubleSpinBox>(QStringLiteral("Weight of fit"))->setValue(0.5);
    QVERIFY(!button(QStringLiteral("Apply"))->isEnabled());
    QVERIFY(m_page->findChild<SettingsStrip *>()->problem().contains(QStringLiteral("1.20")));
    named<QDoubleSpinBox>(QStringLiteral("Weight of intent"))->setValue(0.1);
    QVERIFY(button(QStringLiteral("Apply"))->isEnabled());
}

void TestTieringPage::newScoresAreMadeForTheDraft()
{
    const auto before = m_page->preview()->counts;
    // Nobody has recent engagement any more: whoever needs it falls.
    TierPolicy draft = m_page->draft();
    draft.engagement.recentPoints = 1000;
    Q_EMIT m_page->findChild<SettingsStrip *>()->edited(draft);
    QVERIFY(m_ui->waitIdle());
    QTRY_VERIFY(m_page->settled());
    QCOMPARE(m_page->preview()->counts[1], 0);
    QVERIFY(before[1] > 0);
    QCOMPARE(m_page->preview()->matches[2], 0); // engaged, no intent
}

void TestTieringPage::groupsFilterTheMoves()
{
    acvOf(QStringLiteral("just right"))->setValue(1000);
    auto *groups = m_page->findChild<Segmented *>();
    for (const MoveGroup group : {MoveGroup::all, MoveGroup::up, MoveGroup::down, MoveGroup::capacity, MoveGroup::pinned}) {
        groups->setCurrent(static_cast<int>(group));
        QCOMPARE(m_page->moves().rowCount(), static_cast<int>(m_page->moves().count(group)));
    }
}

void TestTieringPage::rulesAreAddedAndRemoved()
{
    auto *rules = m_page->findChild<RulesPanel *>();
    rules->addRule();
    auto *dialog = m_page->findChild<RuleDialog *>();
    QVERIFY(dialog != nullptr);
    auto *name = dialog->findChild<QLineEdit *>();
    QTest::keyClicks(name, QStringLiteral("everyone-else"));
    dialog->accept();
    QCOMPARE(m_page->draft().rules.size(), std::size_t(6));
    QCOMPARE(m_page->draft().rules.back().name, std::string("everyone-else"));
    QVERIFY(m_page->preview()->matches[5] > 0); // a rule without tests takes all who are left
    QVERIFY(policyChanges(m_ui->snapshot()->policy, m_page->draft(), m_ui->snapshot()->settings.currency).join(u';').contains(QStringLiteral("everyone-else")));
}

void TestTieringPage::wrongRulesAreRefused()
{
    RuleDialog dialog(TierRule{}, {QStringLiteral("just-right")}, m_page->draft().thresholds, m_ui->snapshot()->settings.currency);
    auto *name = dialog.findChild<QLineEdit *>();
    QPushButton *ok = nullptr;
    for (QPushButton *candidate : dialog.findChildren<QPushButton *>()) {
        if (candidate->text() == QStringLiteral("Add rule"))
            ok = candidate;
    }
    QVERIFY(ok != nullptr && !ok->isEnabled()); // no name
    name->setText(QStringLiteral("just-right"));
    QVERIFY(!ok->isEnabled()); // taken
    name->setText(QStringLiteral("other"));
    QVERIFY(ok->isEnabled());
    for (QComboBox *box : dialog.findChildren<QComboBox *>()) {
        if (box->accessibleName() == QStringLiteral("Test of Fit"))
            box->setCurrentIndex(1);
        if (box->accessibleName() == QStringLiteral("Value for Fit"))
            box->setCurrentText(QStringLiteral("120"));
    }
    QVERIFY(!ok->isEnabled()); // a fit ends at 100
}

void TestTieringPage::theDraftSurvivesARestart()
{
    acvOf(QStringLiteral("just right"))->setValue(1000);
    const QVariantMap state = m_page->saveState();
    const auto counts = m_page->preview()->counts;
    TieringPage again(m_ui->context());
    again.restoreState(state);
    again.setSnapshot(m_ui->snapshot());
    QVERIFY(again.preview() != nullptr);
    QCOMPARE(again.preview()->counts, counts);
}

void TestTieringPage::aPolicyChangedElsewhereIsTold()
{
    acvOf(QStringLiteral("just right"))->setValue(1000);
    TierPolicy other = m_ui->snapshot()->policy;
    other.capacity[1] = 3;
    m_ui->session.run(QStringLiteral("elsewhere"), [other](Workspace &workspace, const Progress &) { return setPolicy(workspace, other, "Somebody"); });
    QVERIFY(m_ui->waitIdle());
    auto *panel = m_page->findChild<MessagePanel *>();
    QTRY_VERIFY(panel->isVisible());
    QVERIFY(panel->text().contains(QStringLiteral("version")));
    QCOMPARE(acvOf(QStringLiteral("just right"))->value(), 1000.0); // the draft is not lost
}

void TestTieringPage::policiesAreComparedSideBySide()
{
    acvOf(QStringLiteral("just right"))->setValue(1000);
    const auto counts = m_page->preview()->counts;
    const auto before = m_ui->snapshot()->tiers;
    button(QStringLiteral("Drafts")); // opens a menu; the command does the same
    for (Command *command : m_page->commands()) {
        if (command->id() == u"tiering.compare")
            command->run();
    }
    auto *dialog = m_page->findChild<PolicyCompare *>();
    QVERIFY(dialog != nullptr);
    QTRY_COMPARE(dialog->tiers()->rowCount(), 4);
    const auto count = [&](int column) { return dialog->tiers()->figures().item(0, column)->text(); };
    QCOMPARE(count(1), QString::number(std::count(before.begin(), before.end(), Tier::one)));
    QCOMPARE(count(2), QString::number(counts[1]));
    QVERIFY(dialog->accounts()->rowCount() > 0);
    QSignalSpy taken(dialog, &PolicyCompare::useWanted);
    for (QPushButton *candidate : dialog->findChildren<QPushButton *>()) {
        if (candidate->text().startsWith(QStringLiteral("Take the second")))
            candidate->click();
    }
    QCOMPARE(taken.size(), 1);
}

void TestTieringPage::historyShowsNotesAndAnyDay()
{
    acvOf(QStringLiteral("just right"))->setValue(1000);
    m_ui->prompts.answers = {true};
    m_ui->prompts.lines = {QStringLiteral("cheaper accounts, too")};
    button(QStringLiteral("Apply"))->click();
    QVERIFY(m_ui->waitIdle());
    QTRY_COMPARE(m_ui->snapshot()->lastApplied->note, std::string("cheaper accounts, too"));
    button(QStringLiteral("Policy history"))->click();
    auto *dialog = m_page->findChild<PolicyHistory *>();
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY(dialog->applications()->rowCount() >= 2);
    QCOMPARE(dialog->applications()->figures().item(0, 5)->text(), QStringLiteral("cheaper accounts, too"));
    QTRY_COMPARE(dialog->since()->rowCount(), 0); // today: as it is
    dialog->day()->setDate(QDate(2001, 1, 1));
    const auto says = [dialog](const QString &start) {
        const auto labels = dialog->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&start](const QLabel *label) { return label->text().startsWith(start); });
    };
    QTRY_VERIFY(says(QStringLiteral("Nothing was applied by")));
}

void TestTieringPage::draftsHaveNames()
{
    acvOf(QStringLiteral("just right"))->setValue(1000);
    m_ui->prompts.lines = {QStringLiteral("Wide net")};
    for (Command *command : m_page->commands()) {
        if (command->id() == u"tiering.keep")
            command->run();
    }
    QVERIFY(m_ui->waitIdle());
    QTRY_COMPARE(m_ui->navigation.notices.size(), 1);
    button(QStringLiteral("Discard"))->click();
    QCOMPARE(acvOf(QStringLiteral("just right"))->value(), 50'000.0);
    // The menu is asked for with the keyboard: first keep and compare, then the drafts.
    QTimer::singleShot(0, this, [] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        for (QAction *action : menu->actions()) {
            if (action->text().contains(QStringLiteral("Wide net"))) {
                action->trigger();
                break;
            }
        }
        menu->close();
    });
    button(QStringLiteral("Drafts"))->click();
    QCOMPARE(acvOf(QStringLiteral("just right"))->value(), 1000.0);
}

QTEST_MAIN(TestTieringPage)
#include "tst_tiering_page.moc"
