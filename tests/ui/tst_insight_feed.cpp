// What the data says, computed once and shown by several pages: Insights, Today, the account dock.
#include "support/ui_fixture.h"

#include "ui/accounts/account_dock.h"
#include "ui/accounts/next_action_section.h"
#include "ui/insights/insight_feed.h"
#include "ui/insights/insights_page.h"
#include "ui/today/today_page.h"

#include <QListView>
#include <QPushButton>
#include <QSignalSpy>

using namespace dimsum;

class TestInsightFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_ui = std::make_unique<UiFixture>();
        QVERIFY2(m_ui->openSmall(), qPrintable(m_ui->problem()));
        m_feed = std::make_unique<InsightFeed>(m_ui->session);
    }
    void cleanup()
    {
        m_feed.reset();
        m_ui.reset();
    }

    void oneAnswerForAllWhoAsk()
    {
        QSignalSpy changed(m_feed.get(), &InsightFeed::boardChanged);
        m_feed->want();
        m_feed->want();
        QVERIFY(settle());
        QCOMPARE(changed.size(), 1);
        QVERIFY(m_feed->boardOf(*m_ui->snapshot()));
        m_feed->want(); // it is there already
        QVERIFY(settle());
        QCOMPARE(changed.size(), 1);
        // A newer snapshot has no insights until somebody asks again.
        m_ui->session.reload();
        QVERIFY(m_ui->waitIdle());
        QVERIFY(!m_feed->boardOf(*m_ui->snapshot()));
        m_feed->want();
        QVERIFY(settle());
        QVERIFY(m_feed->boardOf(*m_ui->snapshot()));
    }

    void anotherWorkspaceForgetsThem()
    {
        m_feed->want();
        QVERIFY(settle());
        QVERIFY(m_feed->board());
        QSignalSpy refused(m_feed.get(), &InsightFeed::refused);
        QVERIFY(m_ui->openEmpty());
        QVERIFY(!m_feed->board());
        m_feed->want();
        QVERIFY(settle());
        QCOMPARE(refused.size(), 1); // no activity there
    }

    void todayListsTheMostValuableActions()
    {
        TodayPage page(context());
        m_ui->show(page);
        QVERIFY(settle());
        const auto *list = page.findChild<QListView *>();
        const auto *model = qobject_cast<TodayListModel *>(list->model());
        QVERIFY(model);
        int found = 0;
        QList<std::uint32_t> accounts;
        for (int row = 0; row < model->rowCount(); ++row) {
            const TodayAction *action = model->action(row);
            if (!action)
                continue;
            QVERIFY(!accounts.contains(action->account) || action->kind != TodayKind::nextAction); // one line is enough
            accounts << action->account;
            if (action->kind != TodayKind::nextAction)
                continue;
            ++found;
            QVERIFY(action->next != nullptr);
            QVERIFY(model->data(model->index(row), SecondLineRole).toString().contains(QString::fromStdString(action->next->reason)));
        }
        QVERIFY(found > 0 && found <= 8);
    }

    void theDockSaysWhatToDoNext()
    {
        AccountDock dock(context());
        dock.setSnapshot(m_ui->snapshot());
        const auto *section = dock.findChild<NextActionSection *>();
        QVERIFY(section);
        m_feed->want();
        QVERIFY(settle());
        const auto board = m_feed->board();
        QVERIFY(!board->actions.empty());
        const NextAction &action = board->actions.front();
        dock.resize(400, 900);
        dock.show();
        dock.setAccount(m_ui->snapshot()->accounts.id[action.account]);
        QVERIFY(QTest::qWaitFor([&] { return dock.settled(); }, UiFixture::patience));
        QVERIFY2(section->words().contains(QString::fromStdString(action.reason)), qPrintable(section->words()));
        // An account without one has no such section.
        for (std::uint32_t row = 0; row < m_ui->snapshot()->size(); ++row) {
            if (board->actionOf(row))
                continue;
            dock.setAccount(m_ui->snapshot()->accounts.id[row]);
            QVERIFY(QTest::qWaitFor([&] { return dock.settled(); }, UiFixture::patience));
            QCOMPARE(section->words(), QString());
            return;
        }
    }

private:
    PageContext context()
    {
        PageContext made = m_ui->context();
        made.insights = m_feed.get();
        return made;
    }
    bool settle()
    {
        return m_ui->waitIdle() && QTest::qWaitFor([this] { return !m_feed->running() && !m_ui->session.busy(); }, UiFixture::patience);
    }

    std::unique_ptr<UiFixture> m_ui;
    std::unique_ptr<InsightFeed> m_feed;
};

QTEST_MAIN(TestInsightFeed)
#include "tst_insight_feed.moc"
