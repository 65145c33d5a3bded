// The account dock with real widgets on a small workspace: what is printed adds up, what is done arrives in
// the store.
#include "support/ui_fixture.h"

#include "ui/accounts/account_dock.h"
#include "ui/accounts/account_paper.h"
#include "ui/accounts/account_receipt.h"
#include "ui/accounts/committee_panel.h"
#include "ui/accounts/journey_panel.h"
#include "ui/accounts/journey_view.h"
#include "ui/common/paper_figures.h"
#include "ui/accounts/pin_dialog.h"
#include "ui/accounts/receipt_dialog.h"
#include "ui/accounts/tall_table.h"
#include "ui/accounts/weekly_panel.h"
#include "ui/commands/command.h"
#include "ui/common/chart_view.h"
#include "ui/common/receipt_view.h"
#include "ui/common/tier_badge_label.h"

#include "service/editing_service.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QFile>
#include <QGraphicsEffect>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>
#include <QToolButton>

#include <cmath>

using namespace dimsum;

namespace
{

// The figures of a text in their order, as printed.
QList<double> figuresIn(const QString &text)
{
    static const QRegularExpression figure(QStringLiteral("\\d+(?:\\.\\d+)?"));
    QList<double> found;
    for (auto match = figure.globalMatch(text); match.hasNext();)
        found << match.next().captured().toDouble();
    return found;
}

QString lineWith(const ReceiptPart &part, const QString &beginning)
{
    for (const QString &line : part.lines) {
        if (line.startsWith(beginning))
            return line;
    }
    return {};
}

} // namespace

class TestAccountDock : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<AccountDock> m_dock;

    AccountId ranked(std::size_t rank) const
    {
        const Snapshot &snapshot = *m_ui->snapshot();
        return snapshot.accounts.id[snapshot.byPriority.at(rank)];
    }
    // The account of the highest priority for which `holds` is true.
    template <class Holds> AccountId first(Holds holds) const
    {
        const Snapshot &snapshot = *m_ui->snapshot();
        for (const std::uint32_t row : snapshot.byPriority) {
            if (holds(row))
                return snapshot.accounts.id[row];
        }
        return {};
    }
    bool settle() const
    {
        return QTest::qWaitFor([this] { return m_dock->settled(); }, UiFixture::patience);
    }
    bool showAccount(AccountId account) const
    {
        m_dock->setAccount(account);
        return settle() && m_dock->shown() && m_dock->shown()->details.account == account;
    }
    Command *command(const char *id) const
    {
        for (Command *command : m_dock->commands()) {
            if (command->id() == QLatin1String(id))
                return command;
        }
        return nullptr;
    }
    template <class Widget> Widget *part(const char *name) const
    {
        return m_dock->findChild<Widget *>(QLatin1String(name));
    }
    template <class Dialog> Dialog *dialog() const { return m_dock->findChild<Dialog *>(); }

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale::c());
        m_ui = std::make_unique<UiFixture>();
        QVERIFY2(m_ui->openSmall(), qPrintable(m_ui->problem()));
        m_dock = std::make_unique<AccountDock>(m_ui->context());
        m_dock->setSnapshot(m_ui->snapshot());
        connect(&m_ui->session, &WorkspaceSession::snapshotChanged, m_dock.get(), &AccountDock::setSnapshot);
        m_dock->resize(384, 900);
        m_dock->show();
    }
    void cleanup()
    {
        m_dock.reset();
        m_ui.reset();
    }

    void nothingSelectedSaysSo()
    {
        QVERIFY(m_dock->settled());
        QVERIFY(!m_dock->shown());
        QVERIFY(!command("account.pin")->availability().enabled);
        QVERIFY(!command("account.pin")->availability().reason.isEmpty());
    }

    void onePageLeavesTheHouseWithoutOptedOutPeople()
    {
        // An account that has somebody who opted out.
        AccountId account;
        for (std::size_t rank = 0; rank < 60 && !account.valid(); ++rank) {
            QVERIFY(showAccount(ranked(rank)));
            const auto &people = m_dock->shown()->details.people;
            if (std::any_of(people.begin(), people.end(), [](const CommitteePerson &person) { return person.optOut && !person.role.empty(); }))
                account = ranked(rank);
        }
        QVERIFY(account.valid());
        const ShownAccount shown = *m_dock->shown();
        const QString text = accountPaper(*shown.snapshot, shown.row, shown.details, nullptr)->toPlainText();
        QVERIFY(text.contains(QString::fromStdString(std::string(shown.snapshot->accounts.name.at(shown.row)))));
        QVERIFY(text.contains(QStringLiteral("Buying committee")) && text.contains(QStringLiteral("Journey")) && text.contains(QStringLiteral("Delivered so far")));
        for (const CommitteePerson &person : shown.details.people) {
            if (person.optOut || person.stub)
                QVERIFY2(person.name.empty() || !text.contains(QString::fromStdString(person.name)), person.name.c_str());
        }
        const QString file = m_ui->file(QStringLiteral("one.pdf"));
        m_ui->prompts.files = {file};
        command("account.paper")->trigger();
        QVERIFY(m_ui->waitIdle());
        QFile pdf(file);
        QTRY_VERIFY(pdf.exists());
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QVERIFY(pdf.readAll().startsWith("%PDF"));
    }

    void printedPartsAddUpToThePriority()
    {
        for (std::size_t rank = 0; rank < m_ui->snapshot()->size(); rank += 7) {
            QVERIFY(showAccount(ranked(rank)));
            const Receipt &receipt = part<ReceiptView>("priority-receipt")->receipt();
            const double printed = figuresIn(receipt.title).value(0);
            const double real = m_ui->snapshot()->proposal.priority[m_dock->shown()->row];
            QVERIFY2(std::abs(printed - real) <= 0.05 + 1e-9, qPrintable(receipt.title));
            QCOMPARE(receipt.factors.size(), 4);
            double sum = 0;
            for (const ReceiptFactor &factor : receipt.factors) {
                sum += factor.result.toDouble();
                const double product = factor.value.toDouble() * figuresIn(factor.weight).value(0);
                QVERIFY2(std::abs(product - factor.result.toDouble()) <= 0.1 + 1e-9, qPrintable(factor.name));
            }
            QVERIFY2(std::abs(sum - printed) < 1e-6,
                     qPrintable(part<ReceiptView>("priority-receipt")->plainText()));
        }
    }

    void everyLineOfTheReceiptAddsUp()
    {
        for (std::size_t rank = 0; rank < m_ui->snapshot()->size(); rank += 5) {
            QVERIFY(showAccount(ranked(rank)));
            const ShownAccount &shown = *m_dock->shown();

            const ReceiptPart fit = fitPart(shown);
            int weight = 0;
            for (const QStringList &row : fit.tables.value(0).rows)
                weight += row.last().toInt();
            QCOMPARE(weight, shown.details.fitWeightYes);
            if (const QString line = lineWith(fit, QStringLiteral("Fit = ")); !line.isEmpty()) {
                const QList<double> figures = figuresIn(line); // 100, yes, all, fit
                QCOMPARE(figures.size(), 4);
                QVERIFY(std::abs(100 * figures[1] / figures[2] - figures[3]) <= 0.005 + 1e-9);
            }

            const ReceiptPart engagement = engagementPart(shown);
            if (!shown.details.engagementLines.empty()) {
                double left = 0;
                QList<QStringList> rows = engagement.tables[0].rows;
                const double sum = rows.takeLast().last().toDouble();
                for (const QStringList &row : rows) {
                    left += row.last().toDouble();
                    const double decayed = row[4].toDouble() * std::exp2(-row[5].toDouble() / 30);
                    QVERIFY(std::abs(decayed - row[6].toDouble()) <= 0.011);
                }
                QVERIFY(std::abs(left - sum) < 1e-6);
                const QList<double> figures =
                    figuresIn(lineWith(engagement, QStringLiteral("Engagement = "))); // 100 1 2 E 30 score
                QVERIFY(std::abs(100 * (1 - std::exp2(-sum / figures[4])) - figures[5]) <= 0.02);
            }

            const ReceiptPart intent = intentPart(shown);
            if (const QString line = lineWith(intent, QStringLiteral("Intent = mean")); !line.isEmpty()) {
                QList<double> figures = figuresIn(line); // n, the scores, n, the mean
                const double mean = figures.takeLast(), count = figures.takeFirst();
                figures.removeLast();
                double sum = 0;
                for (const double score : std::as_const(figures))
                    sum += score;
                QCOMPARE(static_cast<double>(figures.size()), count);
                QVERIFY2(std::abs(sum / count - mean) <= 0.01, qPrintable(line));
            }
            for (const ReceiptPart &surging : {intent, engagement}) {
                if (const QString line = lineWith(surging, QStringLiteral("Surge line")); !line.isEmpty()) {
                    const QList<double> figures = figuresIn(line); // factor, mean, spread, line
                    QVERIFY2(std::abs(figures[1] + figures[2] - figures[3]) < 1e-6, qPrintable(line));
                }
            }
        }
    }

    void receiptOpensByItsLinkAndCopies()
    {
        QVERIFY(showAccount(ranked(0)));
        QTest::keyClick(part<ReceiptView>("priority-receipt"), Qt::Key_Return);
        auto *receipt = dialog<ReceiptDialog>();
        QVERIFY(receipt && receipt->isVisible());
        QCOMPARE(receipt->current(), static_cast<int>(ReceiptFigure::priority));
        QTest::mouseClick(receipt->findChild<QPushButton *>(QStringLiteral("copy-receipt")), Qt::LeftButton);
        const QString copied = QApplication::clipboard()->text();
        QCOMPARE(copied, receiptTsv(accountReceipt(*m_dock->shown())));
        QVERIFY(copied.contains(QLatin1Char('\t')));
        delete receipt;
        m_dock->openReceiptOf(ReceiptFigure::engagement);
        receipt = dialog<ReceiptDialog>();
        QCOMPARE(receipt->parts().at(receipt->current()).name, QStringLiteral("Engagement"));
        QCOMPARE(command("account.receipt")->defaultShortcuts(),
                 QList<QKeySequence>{QKeySequence(Qt::CTRL | Qt::Key_I)});
    }

    void pinChangesTheTierInForceAndUndoTakesItBack()
    {
        const AccountId account =
            first([&](std::uint32_t row) { return m_ui->snapshot()->tiers[row] == Tier::one; });
        QVERIFY(account.valid() && showAccount(account));
        QTest::mouseClick(part<QPushButton>("pin-tier"), Qt::LeftButton);
        auto *pin = dialog<PinDialog>();
        QVERIFY(pin && pin->isVisible());
        auto *accept = pin->findChild<QPushButton *>(QStringLiteral("pin-accept"));
        QVERIFY(!accept->isEnabled()); // no reason yet
        for (QRadioButton *choice : pin->findChildren<QRadioButton *>()) {
            if (choice->text().startsWith(QStringLiteral("Tier 3")))
                choice->click();
        }
        QTest::keyClicks(pin->findChild<QLineEdit *>(QStringLiteral("pin-reason")),
                         QStringLiteral("asked us to wait"));
        QVERIFY(accept->isEnabled());
        QTest::mouseClick(accept, Qt::LeftButton);
        QVERIFY(m_ui->waitIdle());
        const auto row = [&] { return *m_ui->snapshot()->row(account); };
        QCOMPARE(m_ui->snapshot()->tiers[row()], Tier::three);
        QVERIFY(m_ui->snapshot()->pin(row()));
        QCOMPARE(m_ui->snapshot()->pin(row())->reason, std::string("asked us to wait"));
        QVERIFY(settle());
        QCOMPARE(m_dock->findChild<TierBadgeLabel *>()->tier(), 3);
        const Receipt &receipt = part<ReceiptView>("priority-receipt")->receipt();
        QVERIFY(receipt.checksTitle.contains(QStringLiteral("Tier 1"))); // the computed tier stands beside it
        QVERIFY(receipt.note.contains(QStringLiteral("asked us to wait")));
        QVERIFY(command("account.unpin")->availability().enabled);

        m_ui->session.undo(u"Ana"_qs);
        QVERIFY(m_ui->waitIdle());
        QCOMPARE(m_ui->snapshot()->tiers[row()], Tier::one);
        QVERIFY(settle());
        QCOMPARE(m_dock->findChild<TierBadgeLabel *>()->tier(), 1);
        QVERIFY(m_ui->problem().isEmpty());
    }

    void aPastDayWarnsAndUnpinWorks()
    {
        QVERIFY(showAccount(ranked(1)));
        command("account.pin")->trigger();
        auto *pin = dialog<PinDialog>();
        const auto warned = [&] {
            const auto labels = pin->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
                return label->isVisible() && label->text().contains(QStringLiteral("past"));
            });
        };
        QVERIFY(!warned());
        const QDate chosen = pin->findChild<QDateEdit *>(QStringLiteral("pin-until"))->date();
        pin->findChild<QDateEdit *>(QStringLiteral("pin-until"))->setDate(QDate(2020, 1, 1));
        QVERIFY(warned());
        pin->findChild<QDateEdit *>(QStringLiteral("pin-until"))->setDate(chosen);
        QTest::keyClicks(pin->findChild<QLineEdit *>(QStringLiteral("pin-reason")), QStringLiteral("x"));
        QTest::keyClick(pin, Qt::Key_Return);
        QVERIFY(m_ui->waitIdle() && settle());
        const auto pinned = [&] {
            return m_ui->snapshot()->pin(*m_ui->snapshot()->row(m_dock->account())) != nullptr;
        };
        QVERIFY(pinned());
        command("account.unpin")->trigger();
        QVERIFY(m_ui->waitIdle());
        QVERIFY(!pinned());
    }

    void committeeShowsWhatTheDetailsSay()
    {
        const AccountId account =
            first([&](std::uint32_t row) { return m_ui->snapshot()->contacts[row] > 1; });
        QVERIFY(account.valid() && showAccount(account));
        const AccountDetails &details = m_dock->shown()->details;
        auto *panel = m_dock->findChild<CommitteePanel *>();
        const QList<double> facts = figuresIn(panel->facts());
        QVERIFY(details.requiredRoles > 0);
        QCOMPARE(facts, (QList<double>{double(details.engagedRoles), double(details.requiredRoles)}));

        auto *table = part<TallTable>("committee");
        int engaged = 0, silent = 0, empty = 0;
        for (int row = 0; row < table->rowCount(); ++row) {
            const int standing = table->item(row, 0)->data(CommitteePanel::StandingRole).toInt();
            engaged += standing == CommitteePanel::Engaged;
            silent += standing == CommitteePanel::Silent;
            empty += standing == CommitteePanel::Empty;
        }
        int wantEngaged = 0, wantSilent = 0, wantEmpty = 0;
        for (const CommitteeRole &role : details.committee) {
            wantEngaged += role.engaged;
            wantSilent += !role.engaged && !role.people.empty();
            wantEmpty += role.people.empty();
        }
        QCOMPARE((QList<int>{engaged, silent, empty}), (QList<int>{wantEngaged, wantSilent, wantEmpty}));

        auto *all = part<QToolButton>("committee-all");
        if (all->isVisibleTo(m_dock.get()))
            all->click();
        int people = 0;
        for (int row = 0; row < table->rowCount(); ++row)
            people += table->item(row, 2)->text().isEmpty() ? 0 : 1;
        QCOMPARE(people, int(details.people.size()));
    }

    void journeyAndChartsShowEveryTouchAndWeek()
    {
        const AccountId account =
            first([&](std::uint32_t row) { return m_ui->snapshot()->scores.engagement.energy[row] > 0; });
        QVERIFY(account.valid() && showAccount(account));
        const AccountDetails &details = m_dock->shown()->details;
        const auto touches =
            std::count_if(details.timeline.begin(), details.timeline.end(),
                          [&](const TimelineMark &mark) { return details.asOf - mark.day < 84; });
        auto *view = part<JourneyView>("journey");
        QCOMPARE(qsizetype(touches), view->journey().marks.size());
        QVERIFY(touches > 0);
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Left); // the newest
        QCOMPARE(view->current(), int(touches) - 1);
        QVERIFY(!view->accessibleDescription().isEmpty());

        const auto charts = m_dock->findChildren<WeeklyPanel *>();
        QCOMPARE(charts.size(), 2);
        for (WeeklyPanel *panel : charts) {
            QCOMPARE(panel->chart()->figures()->rowCount(), 16);
            QVERIFY(panel->chart()->accessibleDescription().contains(panel->facts()));
        }
    }

    void contactsAreAddedAndChanged()
    {
        QVERIFY(showAccount(ranked(0)));
        const std::size_t before = m_dock->shown()->details.people.size();
        command("account.add_contact")->trigger();
        auto *form = m_dock->findChild<QDialog *>(QStringLiteral("contact-dialog"));
        QVERIFY(form);
        auto *accept = form->findChild<QPushButton *>(QStringLiteral("contact-accept"));
        QVERIFY(!accept->isEnabled());
        QTest::keyClicks(form->findChild<QLineEdit *>(QStringLiteral("contact-email")),
                         QStringLiteral("new.person@example.org"));
        QTest::keyClicks(form->findChild<QLineEdit *>(QStringLiteral("contact-first")),
                         QStringLiteral("New"));
        auto *role = form->findChild<QComboBox *>(QStringLiteral("contact-role"));
        role->setCurrentIndex(role->findData(QStringLiteral("champion")));
        QTest::mouseClick(accept, Qt::LeftButton);
        QVERIFY(m_ui->waitIdle() && settle());
        const auto &people = m_dock->shown()->details.people;
        QCOMPARE(people.size(), before + 1);
        const auto added = std::find_if(people.begin(), people.end(),
                                        [](const CommitteePerson &person) { return person.name == "New"; });
        QVERIFY(added != people.end());
        QCOMPARE(added->role, std::string("champion"));
        QTRY_VERIFY(!m_dock->findChild<QDialog *>(QStringLiteral("contact-dialog")));
    }

    void anOptOutIsMarkedAndUndoTakesItBack()
    {
        const AccountId account =
            first([&](std::uint32_t row) { return m_ui->snapshot()->contacts[row] > 0; });
        QVERIFY(account.valid() && showAccount(account));
        auto *table = part<TallTable>("committee");
        const auto optedOut = [table] {
            int marked = 0;
            for (int row = 0; row < table->rowCount(); ++row)
                marked += table->item(row, 1)->data(TagRole).toString() == QStringLiteral("opted out");
            return marked;
        };
        int row = 0;
        const auto known = [&](int at) {
            return !table->item(at, 2)->text().isEmpty() &&
                   table->item(at, 1)->data(TagRole).toString() != QStringLiteral("opted out");
        };
        while (row < table->rowCount() && !known(row))
            ++row;
        QVERIFY(row < table->rowCount());
        const int before = optedOut();
        QVERIFY(!command("account.edit_contact")->availability().enabled); // nobody is selected
        table->selectRow(row);
        QVERIFY(command("account.edit_contact")->availability().enabled);
        QTest::keyClick(table, Qt::Key_Return);
        auto *form = m_dock->findChild<QDialog *>(QStringLiteral("contact-dialog"));
        QVERIFY(form);
        QVERIFY(form->findChild<QLineEdit *>(QStringLiteral("contact-email"))->isReadOnly());
        form->findChild<QCheckBox *>(QStringLiteral("contact-opt-out"))->setChecked(true);
        QTest::mouseClick(form->findChild<QPushButton *>(QStringLiteral("contact-accept")), Qt::LeftButton);
        QVERIFY(m_ui->waitIdle() && settle());
        QCOMPARE(optedOut(), before + 1);
        m_ui->session.undo(u"Ana"_qs);
        QVERIFY(m_ui->waitIdle() && settle());
        QCOMPARE(optedOut(), before);
    }

    void theLastAccountAskedForIsShown()
    {
        for (std::size_t rank = 0; rank < 20; ++rank)
            m_dock->setAccount(ranked(rank)); // nobody waits
        const AccountId last = ranked(20);
        m_dock->setAccount(last);
        QVERIFY(!m_dock->settled());
        QVERIFY(settle());
        QCOMPARE(m_dock->shown()->details.account, last);
        QVERIFY(m_ui->waitIdle());
        QCoreApplication::processEvents();
        QCOMPARE(m_dock->shown()->details.account, last); // no late answer of another one
        const QString name = part<QLabel>("account-name")->accessibleName();
        const std::string_view wanted = m_ui->snapshot()->accounts.name.at(m_dock->shown()->row);
        QVERIFY2(name.startsWith(QString::fromUtf8(wanted.data(), qsizetype(wanted.size()))),
                 qPrintable(name));
    }

    void oldFiguresStayGreyedWhileOthersAreRead()
    {
        QVERIFY(showAccount(ranked(0)));
        const QString before = part<ReceiptView>("priority-receipt")->receipt().title;
        QSemaphore gate; // holds the workspace's thread
        m_ui->session.run(
            QStringLiteral("Holding"),
            [&gate](Workspace &, const Progress &) -> Outcome {
                gate.acquire();
                return Done{};
            },
            m_dock.get(), [](const Outcome &) {}, WorkspaceSession::Effect::reads);
        m_dock->setAccount(ranked(30));
        const auto grey = [&] {
            for (const QWidget *at = part<ReceiptView>("priority-receipt"); at != nullptr;
                 at = at->parentWidget()) {
                if (at->graphicsEffect() != nullptr)
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(grey());
        QCOMPARE(part<ReceiptView>("priority-receipt")->receipt().title, before);
        gate.release();
        QVERIFY(settle());
        QVERIFY(!grey());
        QVERIFY(part<ReceiptView>("priority-receipt")->receipt().title != before);
    }

    void anEmptyWorkspaceIsToldInWords()
    {
        m_ui->session.close();
        QVERIFY(m_ui->openEmpty());
        AccountId account;
        m_ui->session.run(
            QStringLiteral("Adding"),
            [](Workspace &workspace, const Progress &) {
                return addAccount(
                    workspace, {.domain = QStringLiteral("example.org"), .name = QStringLiteral("Example")});
            },
            m_dock.get(), [&](Result<AccountId> added) { account = added.ok() ? *added : AccountId{}; });
        QVERIFY(m_ui->waitIdle());
        QVERIFY(account.valid() && showAccount(account));
        const Receipt &receipt = part<ReceiptView>("priority-receipt")->receipt();
        QVERIFY(receipt.factors.isEmpty());
        QVERIFY(receipt.title.contains(QStringLiteral("no ICP")));
        for (const WeeklyPanel *panel : m_dock->findChildren<WeeklyPanel *>())
            QVERIFY2(panel->facts().contains(QStringLiteral("import")), qPrintable(panel->facts()));
        QVERIFY(m_dock->findChild<CommitteePanel *>()->facts().contains(QStringLiteral("nobody")));
        QCOMPARE(accountReceipt(*m_dock->shown()).size(), 6);
        command("account.receipt")->trigger();
        QVERIFY(dialog<ReceiptDialog>());
    }

    void buttonsLeadToTheOtherPages()
    {
        QVERIFY(showAccount(ranked(2)));
        QTest::mouseClick(part<QPushButton>("open-menu-card"), Qt::LeftButton);
        QCOMPARE(m_ui->navigation.places.value(0), (Place{page_id::menu, ranked(2)}));
        command("account.orders")->trigger();
        QCOMPARE(m_ui->navigation.places.value(1), (Place{page_id::orders, ranked(2)}));
        command("account.copy_domain")->trigger();
        const std::string_view domain = m_ui->snapshot()->accounts.domain.at(m_dock->shown()->row);
        QCOMPARE(QApplication::clipboard()->text(),
                 QString::fromUtf8(domain.data(), qsizetype(domain.size())));
        QSignalSpy closes(m_dock.get(), &AccountDock::closeRequested);
        QTest::mouseClick(part<QToolButton>("close-dock"), Qt::LeftButton);
        QCOMPARE(closes.size(), 1);
    }

    void partsOnPaperAddUp()
    {
        const std::vector<double> parts{26.44, 24.64, 22.84, 9.48};
        const std::vector<double> printed = partsOnPaper(parts, 83.4, 1);
        QCOMPARE(QString::number(printed[0] + printed[1] + printed[2] + printed[3], 'f', 1),
                 QStringLiteral("83.4"));
        QCOMPARE(printed[3], 9.5); // the largest remainder
        QCOMPARE(figureText(88.04), QStringLiteral("88"));
        QCOMPARE(figureText(87.56), QStringLiteral("87.6"));
        QCOMPARE(comparedTexts(69.996, 70), (std::pair{QStringLiteral("69.996"), QStringLiteral("70")}));
    }
};

QTEST_MAIN(TestAccountDock)
#include "tst_account_dock.moc"
