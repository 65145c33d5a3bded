// The menu editor of marketing: plays are written, changed, copied and retired; ticks put them on the menu of a tier;
// envelopes get other limits; the next program begins with the same menu. Each is one version, and undone in one step.
#include "support/ui_fixture.h"

#include "qt/display_text.h"
#include "service/ordering_service.h"
#include "ui/common/message_panel.h"
#include "ui/menu/menu_overview.h"
#include "ui/menu/play_dialog.h"
#include "ui/menu/program_dialog.h"
#include "ui/menu/tier_menus.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>

using namespace dimsum;

class TestMenuEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_ui = std::make_unique<UiFixture>();
        QVERIFY2(m_ui->openSmall(), qPrintable(m_ui->problem()));
        m_editor = std::make_unique<MenuOverview>(m_ui->context());
        m_editor->show();
        QVERIFY(m_ui->waitIdle());
        m_before = menu();
    }
    void cleanup()
    {
        m_editor.reset();
        m_ui.reset();
    }

    void aPlayIsWritten()
    {
        button(QStringLiteral("New play…"))->click();
        PlayDialog *dialog = this->dialog();
        QVERIFY(dialog);
        QVERIFY(!dialog->okButton()->isEnabled()); // it has no name
        QTest::keyClicks(dialog->name(), QStringLiteral("VIP dinner, Chicago"));
        QCOMPARE(dialog->code()->text(), QStringLiteral("vip-dinner-chicago"));
        dialog->costs()->item(0, 1)->setText(QStringLiteral("12,x"));
        QVERIFY(!dialog->okButton()->isEnabled());
        QVERIFY(dialog->problem()->contains(QStringLiteral("line 1")));
        dialog->costs()->item(0, 1)->setText(QStringLiteral("3700.00"));
        dialog->tier(2)->setChecked(true);
        dialog->lead()->setValue(25);
        dialog->capacity()->setValue(12);
        QVERIFY2(dialog->okButton()->isEnabled(), qPrintable(dialog->problem().value_or(QString())));
        dialog->okButton()->click();
        QVERIFY(m_ui->waitIdle());
        QTRY_COMPARE(menu().plays.size(), m_before.plays.size() + 1);
        const Play *play = menu().play("vip-dinner-chicago");
        QVERIFY(play);
        QCOMPARE(priceOf(*play), Money{3700'00});
        QCOMPARE(play->tiers, (std::vector<int>{1, 2}));
        QCOMPARE(play->leadDays, 25);
        QCOMPARE(play->capacity, std::optional(12));
        QVERIFY(play->status == PlayStatus::draft); // reps see it once it is approved
        undo();
        QVERIFY(menu() == m_before);
    }

    void playsAreDraggedOntoTiers()
    {
        TierMenus &tiers = *m_editor->tierMenus();
        m_editor->findChild<QTabWidget *>()->setCurrentIndex(1);
        QVERIFY(tiers.isVisible());
        const auto named = [](QListWidget *list, const char *code) {
            for (int row = 0; row < list->count(); ++row) {
                if (list->item(row)->data(Qt::UserRole).toString() == QLatin1String(code))
                    return row;
            }
            return -1;
        };
        QListWidget *one = tiers.list(1), *three = tiers.list(3);
        const int row = named(one, "handwritten-note");
        QVERIFY(row >= 0 && named(three, "handwritten-note") < 0);
        // From Tier 1 to Tier 3, as the mouse drops it.
        const std::unique_ptr<QMimeData> dragged(one->model()->mimeData({one->model()->index(row, 0)}));
        QVERIFY(three->model()->dropMimeData(dragged.get(), Qt::CopyAction, -1, -1, {}));
        QTRY_COMPARE(menu().play("handwritten-note")->tiers, (std::vector<int>{3}));
        QVERIFY(named(three, "handwritten-note") >= 0);
        // With the keyboard onto Tier 1 as well, and off Tier 3.
        three->setCurrentRow(named(three, "handwritten-note"));
        QTest::keyClick(three, Qt::Key_1);
        QTRY_COMPARE(menu().play("handwritten-note")->tiers, (std::vector<int>{1, 3}));
        three->setCurrentRow(named(three, "handwritten-note"));
        QTest::keyClick(three, Qt::Key_Delete);
        QTRY_COMPARE(menu().play("handwritten-note")->tiers, (std::vector<int>{1}));
        // The last one stays.
        one->setCurrentRow(named(one, "handwritten-note"));
        QTest::keyClick(one, Qt::Key_Delete);
        QTRY_VERIFY(m_editor->findChild<MessagePanel *>()->isVisible());
        QCOMPARE(menu().play("handwritten-note")->tiers, (std::vector<int>{1}));
    }

    void envelopesOfCampaignsAndPlays()
    {
        button(QStringLiteral("New envelope…"))->click();
        auto *dialog = m_editor->findChild<EnvelopeDialog *>();
        QVERIFY(dialog);
        dialog->limit()->setText(QStringLiteral("5000"));
        QVERIFY(!dialog->okButton()->isEnabled()); // Tier 1 has one
        dialog->kind()->setCurrentIndex(2);
        dialog->subject()->setCurrentIndex(dialog->subject()->findData(QStringLiteral("direct-mail")));
        QVERIFY(dialog->okButton()->isEnabled());
        dialog->limit()->setText(QStringLiteral("5,x"));
        QVERIFY(!dialog->okButton()->isEnabled());
        dialog->limit()->setText(QStringLiteral("5000"));
        dialog->okButton()->click();
        QTRY_COMPARE(menu().envelopes.size(), m_before.envelopes.size() + 1);
        const Envelope &added = menu().envelopes.back();
        QVERIFY(added.scope.kind == EnvelopeScope::Kind::play && added.scope.name == "direct-mail");
        QCOMPARE(added.limit, Money{5000'00});
        m_editor->envelopes()->setCurrentIndex(m_editor->envelopes()->model()->index(int(m_before.envelopes.size()), 0));
        button(QStringLiteral("Remove"))->click();
        QTRY_COMPARE(menu().envelopes.size(), m_before.envelopes.size());
        QVERIFY(menu() == m_before);
    }

    void theProgramHasHolidays()
    {
        button(QStringLiteral("Program…"))->click();
        auto *dialog = m_editor->findChild<ProgramDialog *>();
        QVERIFY(dialog);
        dialog->holiday()->setDate(dateOf(m_before.program.start + 10));
        dialog->addHoliday()->click();
        dialog->addHoliday()->click(); // the same day is one holiday
        dialog->holiday()->setDate(dateOf(m_before.program.start + 3));
        dialog->addHoliday()->click();
        dialog->reps()->setPlainText(QStringLiteral("Ana Ruiz\n\n Ben Ode "));
        dialog->end()->setDate(dialog->start()->date().addDays(-1));
        QVERIFY(!dialog->okButton()->isEnabled());
        dialog->end()->setDate(dateOf(m_before.program.end));
        dialog->okButton()->click();
        QTRY_COMPARE(menu().program.holidays, (std::vector<Day>{m_before.program.start + 3, m_before.program.start + 10}));
        QCOMPARE(menu().program.pilotReps, (std::vector<std::string>{"Ana Ruiz", "Ben Ode"}));
        undo();
        QVERIFY(menu() == m_before);
    }

    void playsGoThroughASpreadsheet()
    {
        const QString file = m_ui->file(QStringLiteral("plays.csv"));
        m_ui->prompts.files = {file, file};
        button(QStringLiteral("Save menu…"))->click();
        QFile csv(file);
        QVERIFY(csv.open(QIODevice::ReadWrite));
        QByteArray text = csv.readAll();
        QVERIFY(text.contains("direct-mail,Direct mail,"));
        text.replace("direct-mail,Direct mail,", "direct-mail,Letters,");
        csv.seek(0);
        csv.write(text);
        csv.resize(csv.pos());
        csv.close();
        button(QStringLiteral("Load menu…"))->click();
        QTRY_COMPARE(menu().play("direct-mail")->name, std::string("Letters"));
        QVERIFY(menu().envelopes == m_before.envelopes);
        undo();
        QVERIFY(menu() == m_before);
    }

    void aPlayIsChangedUnderItsCode()
    {
        select(0);
        button(QStringLiteral("Edit…"))->click();
        PlayDialog *dialog = this->dialog();
        QVERIFY(!dialog->code()->isEnabled());
        const Play shown = dialog->play();
        QVERIFY(shown == m_before.plays.front()); // nothing is lost by opening it
        dialog->name()->setText(QStringLiteral("Another name"));
        dialog->okButton()->click();
        QVERIFY(m_ui->waitIdle());
        QTRY_COMPARE(menu().plays.front().name, std::string("Another name"));
        QCOMPARE(menu().plays.front().code, m_before.plays.front().code);
    }

    void everyPlayOpensAsItIs()
    {
        for (const Play &play : m_before.plays) {
            const PlayDialog dialog(m_before, m_ui->snapshot()->settings.currency, &play);
            QVERIFY2(dialog.play() == play, play.code.c_str());
            QVERIFY2(!dialog.problem(), qPrintable(dialog.problem().value_or(QString())));
        }
    }

    void aCopyHasItsOwnCode()
    {
        select(1);
        button(QStringLiteral("Copy…"))->click();
        dialog()->okButton()->click();
        QVERIFY(m_ui->waitIdle());
        QTRY_COMPARE(menu().plays.size(), m_before.plays.size() + 1);
        const Play &copy = menu().plays.back();
        QVERIFY(copy.code != m_before.plays[1].code);
        QCOMPARE(copy.costs.size(), m_before.plays[1].costs.size());
        QVERIFY(copy.status == PlayStatus::draft);
    }

    void aRetiredPlayComesBackAsADraft()
    {
        select(0);
        button(QStringLiteral("Retire"))->click();
        QVERIFY(m_ui->waitIdle());
        QTRY_VERIFY(menu().plays.front().status == PlayStatus::retired);
        select(0);
        button(QStringLiteral("Take back"))->click();
        QVERIFY(m_ui->waitIdle());
        QTRY_VERIFY(menu().plays.front().status == PlayStatus::draft);
    }

    void ticksAreTheMenusOfTheTiers()
    {
        QAbstractItemModel &model = *m_editor->plays()->model();
        constexpr int firstTier = 2; // column
        for (std::size_t row = 0; row < m_before.plays.size(); ++row) {
            for (int tier = 1; tier <= 3; ++tier)
                QCOMPARE(model.index(int(row), firstTier + tier - 1).data(Qt::CheckStateRole).toInt() == Qt::Checked, offeredTo(m_before.plays[row], tier));
        }
        const int tier = offeredTo(m_before.plays.front(), 3) ? 2 : 3;
        const bool before = offeredTo(m_before.plays.front(), tier);
        model.setData(model.index(0, firstTier + tier - 1), before ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
        QVERIFY(m_ui->waitIdle());
        QTRY_COMPARE(offeredTo(menu().plays.front(), tier), !before);
        undo();
        QVERIFY(menu() == m_before);
        // The last one stays.
        Menu single = m_before;
        single.plays.front().tiers = {1};
        m_ui->session.run(QStringLiteral("menu"), [single](Workspace &workspace, const Progress &) { return setMenu(workspace, single, "Grace"); });
        QVERIFY(m_ui->waitIdle());
        QTRY_VERIFY(menu() == single);
        model.setData(model.index(0, firstTier), Qt::Unchecked, Qt::CheckStateRole);
        QVERIFY(m_ui->waitIdle());
        QVERIFY(menu() == single);
        QVERIFY(m_editor->findChild<MessagePanel *>()->isVisible());
        QCOMPARE(model.index(0, firstTier).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    }

    void limitsAreMoneyAndNotBelowWhatIsUsed()
    {
        QAbstractItemModel &model = *m_editor->envelopes()->model();
        QCOMPARE(model.rowCount(), int(m_before.envelopes.size()));
        model.setData(model.index(0, 2), QStringLiteral("a lot"));
        QVERIFY(m_ui->waitIdle());
        QVERIFY(m_editor->findChild<MessagePanel *>()->isVisible());
        QVERIFY(menu() == m_before);
        model.setData(model.index(0, 2), QStringLiteral("987654.00"));
        QVERIFY(m_ui->waitIdle());
        QTRY_COMPARE(menu().envelopes.front().limit, Money{987654'00});
        undo();
        QVERIFY(menu() == m_before);
    }

    void theNextProgramBeginsAfterThisOne()
    {
        m_ui->prompts.lines = {QStringLiteral("Spring push")};
        button(QStringLiteral("Next program…"))->click();
        QVERIFY(m_ui->waitIdle());
        QTRY_COMPARE(menu().program.name, std::string("Spring push"));
        QVERIFY(menu().program.start > m_before.program.end);
        QVERIFY(menu().plays == m_before.plays);
        for (const auto &[code, usage] : m_ui->snapshot()->menu.envelopes)
            QCOMPARE(usage.total(), Money{}); // fresh
        undo();
        QVERIFY(menu() == m_before);
    }

private:
    const Menu &menu() const { return m_ui->snapshot()->menu.menu; }
    PlayDialog *dialog() const
    {
        const auto dialogs = m_editor->findChildren<PlayDialog *>();
        return dialogs.isEmpty() ? nullptr : dialogs.last();
    }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *candidate : m_editor->findChildren<QPushButton *>()) {
            if (candidate->text() == text)
                return candidate;
        }
        qFatal("no such button");
    }
    void select(int row) { m_editor->plays()->setCurrentIndex(m_editor->plays()->model()->index(row, 0)); }
    void undo()
    {
        m_ui->session.undo(QStringLiteral("Lena Brandt"));
        QVERIFY(m_ui->waitIdle());
    }

    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<MenuOverview> m_editor;
    Menu m_before;
};

QTEST_MAIN(TestMenuEditor)
#include "tst_menu_editor.moc"
