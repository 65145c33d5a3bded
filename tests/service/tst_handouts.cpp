// Files for other tools: the exact headers, who and what is in them, and that nobody who opted out ever is.
#include "service/exporting_service.h"
#include "service/ordering_service.h"
#include "service/tiering_service.h"
#include "support/given_play.h"
#include "support/small_world.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace dimsum;
using dimsum::test::givenPlay;

class TestHandouts : public QObject
{
    Q_OBJECT

private:
    bool prepare()
    {
        m_world = std::make_unique<SmallWorld>();
        SmallWorld &world = *m_world;
        if (!world.fill() || !world.person("acme.com", "no@acme.com", "champion", true)
            || !SmallWorld::fine(retier(*world.workspace, {.apply = true, .by = "Ana"})))
            return false;
        Menu menu;
        menu.program = {.name = "2025 H1", .start = dayOf(2025, 6, 1), .end = dayOf(2025, 12, 31)};
        menu.envelopes = {{"tier-1", {.kind = EnvelopeScope::Kind::tier, .tier = 1, .name = {}}, Money{1'000'000}}};
        menu.plays = {givenPlay("mail", 4000)};
        menu.plays[0].inputs = {"contact"};
        menu.plays[0].description = "Box, with a note";
        return SmallWorld::fine(setMenu(*world.workspace, menu, "Ana")) && order("ann@acme.com") && order("no@acme.com");
    }

    bool order(const char *contact)
    {
        OrderRequest request;
        request.account = "acme.com";
        request.by = "Ben";
        request.campaign = "Summer";
        request.note = "Ring, first";
        request.lines = {{"mail", {{"contact", contact}}}};
        const auto answer = placeSlip(*m_world->workspace, request);
        return answer.ok() && answer->placed;
    }

    Result<ExportResult> write(ExportSubject subject, const QString &profile, const QString &ending = QStringLiteral("csv"))
    {
        return exportFile(*m_world->workspace, {.subject = subject, .file = m_folder.filePath(QStringLiteral("out.") + ending), .profile = profile});
    }

    QByteArray text(const QString &ending = QStringLiteral("csv"))
    {
        QFile file(m_folder.filePath(QStringLiteral("out.") + ending));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void init() { QVERIFY(prepare()); }

    void headersAreThoseOfTheTools_data()
    {
        QTest::addColumn<int>("subject");
        QTest::addColumn<QString>("profile");
        QTest::addColumn<QByteArray>("header");
        const auto row = [](ExportSubject subject, const char *profile, const char *header) {
            QTest::newRow(profile) << int(subject) << QString::fromLatin1(profile) << QByteArray(header);
        };
        row(ExportSubject::orders, "asana", "Name,Description,Section,Assignee,Collaborators,Start Date,Due Date,");
        row(ExportSubject::orders, "jira", "Summary,Issue Type,Assignee,Priority,Labels,Labels,Labels,Due Date,Description\n");
        row(ExportSubject::accounts, "linkedin_companies", "companyname,companywebsite,companyemaildomain,linkedincompanypageurl,stocksymbol,industry,city,"
                                                           "state,companycountry,zipcode\n");
        row(ExportSubject::accounts, "hubspot_tiers", "Record ID,Company Domain Name,Target Account,Ideal Customer Profile Tier\n");
        row(ExportSubject::orders, "salesforce_task", "Subject,ActivityDate,Status,Priority,WhatId,WhoId,OwnerId,Description\n");
        row(ExportSubject::orders, "salesforce_campaign_member", "CampaignId,ContactId,Status\n");
        row(ExportSubject::contacts, "google_customer_match", "Email,Phone,First Name,Last Name,Country,Zip\n");
        row(ExportSubject::accounts, "marketo_accounts", "Name,Domain,Country,US State\n");
        row(ExportSubject::contacts, "salesloft_people", "first_name,last_name,email_address,title,person_company_name,");
    }
    void headersAreThoseOfTheTools()
    {
        QFETCH(int, subject);
        QFETCH(QString, profile);
        QFETCH(QByteArray, header);
        const auto written = write(ExportSubject(subject), profile);
        QVERIFY2(written.ok(), written.ok() ? "" : plainText(written.error()).c_str());
        QVERIFY2(text().startsWith(header), text().left(200).constData());
        QVERIFY(!text().contains("no@acme.com")); // opted out: in no file, not even as the input of an order
    }

    void ordersAsTasks()
    {
        const auto written = write(ExportSubject::orders, QStringLiteral("asana"));
        QVERIFY(written.ok());
        QCOMPARE(written->rows, 2);
        QCOMPARE(written->leftOut, 1);
        QVERIFY(text().contains("mail: Acme,\"Box, with a note\ncontact: ann@acme.com\nRing, first\",Approved,,,2025-06-30,"));
    }

    void tiersBackToTheCrm()
    {
        QVERIFY(write(ExportSubject::accounts, QStringLiteral("hubspot_tiers")).ok());
        QCOMPARE(text(), QByteArray("Record ID,Company Domain Name,Target Account,Ideal Customer Profile Tier\n,acme.com,Yes,Tier 1\n,beta.com,No,\n"
                                    ",delta.com,No,\n,gamma.com,Yes,Tier 3\n"));
    }

    void limitsOfTheToolAreTold()
    {
        const auto written = write(ExportSubject::accounts, QStringLiteral("linkedin_companies"));
        QVERIFY(written.ok());
        QCOMPARE(written->notices.size(), std::size_t{1});
        QVERIFY(plainText(written->notices.front()).find("300") != std::string::npos);
    }

    void onlyRecordedConsentIsMatched()
    {
        // Ann's consent was never asked for: she may be written to by hand, but is not uploaded.
        const auto written = write(ExportSubject::contacts, QStringLiteral("google_customer_match"));
        QVERIFY(written.ok());
        QCOMPARE(written->rows + written->stubs, 1);
        QCOMPARE(written->leftOut, 1);
        QVERIFY(!text().contains("ann@"));
    }

    void wrongCalls()
    {
        const auto other = write(ExportSubject::accounts, QStringLiteral("asana"));
        QVERIFY(!other.ok());
        QCOMPARE(other.error().kind, ErrorKind::usage);
        const auto workbook = write(ExportSubject::orders, QStringLiteral("jira"), QStringLiteral("xlsx"));
        QVERIFY(!workbook.ok());
        const auto calendar = write(ExportSubject::accounts, QStringLiteral("default"), QStringLiteral("ics"));
        QVERIFY(!calendar.ok());
    }

    void aProfileOfOnesOwn()
    {
        const QString own = m_folder.filePath(QStringLiteral("own.json"));
        QFile file(own);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"name": "own", "subject": "orders", "columns": [{"header": "Ticket", "value": "{play} for {domain}, {price} {currency}"}]})");
        file.close();
        const auto written = write(ExportSubject::orders, own, QStringLiteral("xlsx"));
        QVERIFY2(written.ok(), written.ok() ? "" : plainText(written.error()).c_str());
        QVERIFY(write(ExportSubject::orders, own).ok());
        QVERIFY(text().startsWith("Ticket\n\"mail for acme.com, 40.00 "));
    }

    void dueDatesKeepTheirIdentity()
    {
        QVERIFY(write(ExportSubject::orders, QStringLiteral("default"), QStringLiteral("ics")).ok());
        const QByteArray before = text(QStringLiteral("ics"));
        QCOMPARE(before.count("BEGIN:VTODO"), 2);
        const auto list = orders(*m_world->workspace);
        QVERIFY(before.contains("UID:" + QByteArray::fromStdString(list->front().id)));
        QVERIFY(SmallWorld::fine(moveOrder(*m_world->workspace, {.order = list->front().id, .to = OrderState::inProduction, .by = "Ana"})));
        QVERIFY(write(ExportSubject::orders, QStringLiteral("default"), QStringLiteral("ics")).ok());
        const QByteArray after = text(QStringLiteral("ics"));
        QVERIFY(after.contains("UID:" + QByteArray::fromStdString(list->front().id)));
        QVERIFY(after.contains("SEQUENCE:1"));
        QVERIFY(!after.contains("no@acme.com"));
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<SmallWorld> m_world;
};

QTEST_GUILESS_MAIN(TestHandouts)
#include "tst_handouts.moc"
