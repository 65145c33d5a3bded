// Costs by hand obey the rules of costs.csv, are one step of undo each, and agree with what an import brings.
#include "service/cost_book.h"
#include "service/importing_service.h"
#include "service/undo_service.h"
#include "support/small_world.h"

#include <QFile>
#include <QTest>

using namespace dimsum;

namespace {

CostLineText media(const QString &campaign, const QString &amount, const QString &actual = QStringLiteral("no"))
{
    return {.subjectKind = QStringLiteral("campaign"), .subject = campaign, .line = QStringLiteral("media"), .amount = amount, .month = QStringLiteral("2025-03"), .actual = actual};
}

} // namespace

class TestCostBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<SmallWorld>();
        QVERIFY(m_world->fill());
    }

    void addedChangedRemovedAndUndone()
    {
        const std::string empty = m_world->contentHash();
        const auto id = addCostLine(workspace(), media(QStringLiteral("Spring"), QStringLiteral("1000.00")), "Ana");
        QVERIFY(SmallWorld::fine(id));
        QCOMPARE(book().lines.size(), std::size_t{1});
        QCOMPARE(book().lines[0].entry.amount.minor, 100'000);
        QVERIFY(book().lines[0].entry.month == dayOf(2025, 3, 1));
        QCOMPARE(book().lines[0].text.amount, QStringLiteral("1000"));
        QCOMPARE(book().lines[0].text.month, QStringLiteral("2025-03"));
        QVERIFY(SmallWorld::fine(changeCostLine(workspace(), *id, {.subjectKind = QStringLiteral("campaign"), .subject = QStringLiteral("Spring"), .line = QStringLiteral("hours"), .hours = QStringLiteral("2.5"), .rate = QStringLiteral("80"), .actual = QStringLiteral("yes")}, "Ana")));
        QCOMPARE(book().lines[0].entry.amount.minor, 20'000);
        QVERIFY(book().lines[0].entry.actual);
        QVERIFY(SmallWorld::fine(removeCostLines(workspace(), {*id}, "Ana")));
        QVERIFY(book().lines.empty());
        for (int i = 0; i < 3; ++i)
            QVERIFY(SmallWorld::fine(undo(workspace(), "Ana")));
        QCOMPARE(m_world->contentHash(), empty);
        QVERIFY(SmallWorld::fine(redo(workspace(), "Ana")));
        QCOMPARE(book().lines.size(), std::size_t{1});
        QVERIFY(m_world->sound());
    }

    void whatIsWrongNamesTheField()
    {
        const auto field = [this](CostLineText text) {
            const auto added = addCostLine(workspace(), text, "Ana");
            return added ? std::string("accepted") : added.error().field;
        };
        QCOMPARE(field({.subjectKind = QStringLiteral("campaign"), .subject = QStringLiteral("X"), .line = QStringLiteral("hours"), .hours = QStringLiteral("2")}), std::string("rate"));
        QCOMPARE(field({.subjectKind = QStringLiteral("campaign"), .subject = {}, .line = QStringLiteral("media"), .amount = QStringLiteral("2")}), std::string("subject"));
        QCOMPARE(field(media(QStringLiteral("X"), QStringLiteral("much"))), std::string("amount"));
        QCOMPARE(field({.subjectKind = QStringLiteral("dream"), .subject = QStringLiteral("X"), .line = QStringLiteral("media"), .amount = QStringLiteral("2")}), std::string("subject_kind"));
        QVERIFY(!addCostLine(workspace(), media(QStringLiteral("X"), QStringLiteral("1")), {}));
        QVERIFY(book().lines.empty());
        QVERIFY(!changeCostLine(workspace(), 77, media(QStringLiteral("X"), QStringLiteral("1")), "Ana"));
    }

    void aLineTypedByHandIsNotBroughtInTwice()
    {
        QVERIFY(SmallWorld::fine(addCostLine(workspace(), media(QStringLiteral("Spring"), QStringLiteral("1000")), "Ana")));
        QVERIFY(SmallWorld::fine(addCostLine(workspace(), media(QStringLiteral("Spring"), QStringLiteral("1000")), "Ana"))); // meant twice
        QCOMPARE(book().lines.size(), std::size_t{2});
        bring("subject_kind,subject,line,hours,rate,amount,months,month,actual\n"
              "campaign,spring,media,,,1000.00,,2025-03,no\n"
              "campaign,Spring,media,,,1000,,2025-03,false\n"
              "campaign,Spring,media,,,1000,,2025-03,false\n");
        QCOMPARE(book().lines.size(), std::size_t{3});
    }

    void anEditedLineDoesNotComeBackWithItsFile()
    {
        const char *file = "subject_kind,subject,line,hours,rate,amount,months,month,actual\ncampaign,Spring,media,,,500,,2025-03,no\n";
        bring(file);
        QVERIFY(SmallWorld::fine(changeCostLine(workspace(), book().lines[0].id, media(QStringLiteral("Spring"), QStringLiteral("700")), "Ana")));
        bring(file);
        QCOMPARE(book().lines.size(), std::size_t{1});
        QCOMPARE(book().lines[0].entry.amount.minor, 70'000);
    }

    void copiesThePlanOnce()
    {
        const auto first = addCostLine(workspace(), media(QStringLiteral("Spring"), QStringLiteral("1000")), "Ana");
        const auto second = addCostLine(workspace(), media(QStringLiteral("Autumn"), QStringLiteral("300")), "Ana");
        const auto there = addCostLine(workspace(), media(QStringLiteral("Autumn"), QStringLiteral("300"), QStringLiteral("yes")), "Ana");
        QVERIFY(first && second && there);
        const auto copied = copyPlanToActual(workspace(), {*first, *second, *there}, "Ana");
        QVERIFY(SmallWorld::fine(copied));
        QCOMPARE(*copied, 1); // Autumn has its actual line
        QCOMPARE(book().lines.size(), std::size_t{4});
        QVERIFY(!copyPlanToActual(workspace(), {*first, *second}, "Ana"));
        QVERIFY(SmallWorld::fine(undo(workspace(), "Ana")));
        QCOMPARE(book().lines.size(), std::size_t{3});
    }

    void budgetsAndKindsOfCampaigns()
    {
        QVERIFY(SmallWorld::fine(setCampaignBudget(workspace(), QStringLiteral("Spring"), QStringLiteral("5000"), "Ana")));
        QVERIFY(SmallWorld::fine(setCampaignKind(workspace(), QStringLiteral("spring"), true, "Ana")));
        QCOMPARE(book().campaigns.size(), std::size_t{1});
        QCOMPARE(book().campaigns[0].budget.minor, 500'000);
        QCOMPARE(book().campaigns[0].abm, std::optional(true));
        QVERIFY(!setCampaignBudget(workspace(), QStringLiteral("Spring"), QStringLiteral("-1"), "Ana"));
        QVERIFY(SmallWorld::fine(setCampaignBudget(workspace(), QStringLiteral("Spring"), {}, "Ana")));
        QVERIFY(!book().campaigns[0].budget.known());
        for (int i = 0; i < 3; ++i)
            QVERIFY(SmallWorld::fine(undo(workspace(), "Ana")));
        QVERIFY(book().campaigns.empty());
    }

private:
    Workspace &workspace() { return *m_world->workspace; }
    CostBook book()
    {
        const auto read = costBook(workspace());
        return read ? *read : CostBook();
    }
    void bring(const char *text)
    {
        QFile file(m_world->file(QStringLiteral("costs%1.csv").arg(++m_files)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        ImportRequest request;
        request.kind = ImportKind::costs;
        request.file = file.fileName();
        QVERIFY(SmallWorld::fine(importFile(workspace(), request)));
    }

    std::unique_ptr<SmallWorld> m_world;
    int m_files = 0;
};

QTEST_GUILESS_MAIN(TestCostBook)
#include "tst_cost_book.moc"
