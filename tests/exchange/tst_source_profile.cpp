// Profiles: every one of them can be read, finds its own files and maps them; a person's choices come back.
#include "exchange/column_mapping.h"
#include "exchange/rejects_file.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace dimsum;

namespace {

QStringList headers(const char *comma)
{
    return QString::fromUtf8(comma).split(u',');
}

QString mapped(const ColumnMapping &mapping, std::string_view field)
{
    const auto column = mapping.columnOf(*fieldIndex(mapping.kind, field));
    return column ? mapping.columns[*column].header : QString();
}

} // namespace

class SourceProfileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void headersMatchLoosely();
    void builtInsAreWhole();
    void detects_data();
    void detects();
    void canonicalColumnsStayCustom();
    void twoTargetAccounts();
    void salesforceIdWinsOverExternalId();
    void missingColumnsAreNamed();
    void rejectsColumnsAreIgnored();
    void savedProfileMapsByItself();
    void badProfilesAreRefused();
    void describesColumns();
};

void SourceProfileTest::headersMatchLoosely()
{
    for (const char *header : {"Annual Revenue", "ANNUAL_REVENUE", "annual-revenue", "Annual_Revenue__c", " AnnualRevenue "})
        QCOMPARE(headerKey(QString::fromLatin1(header)), u"annualrevenue"_qs);
    QCOMPARE(headerKey(u"num. of employees"_qs), u"numofemployees"_qs);
    QCOMPARE(headerKey(u"\u516c\u53f8"_qs), u"\u516c\u53f8"_qs);
    QCOMPARE(headerKey(u"%"_qs), u"%"_qs);
}

void SourceProfileTest::builtInsAreWhole()
{
    const auto &profiles = builtInProfiles();
    QCOMPARE(profiles.size(), std::size_t{8 + 21});
    QSet<QString> names;
    for (const SourceProfile &profile : profiles) {
        QVERIFY2(!names.contains(profile.name), qPrintable(profile.name));
        names.insert(profile.name);
        const auto again = parseProfile(profileJson(profile));
        QVERIFY2(again.ok(), again.ok() ? "" : plainText(again.error()).c_str());
        QCOMPARE(profileJson(*again), profileJson(profile));
        // Every complete signature leads to the profile it belongs to.
        for (const QStringList &signature : profile.signatures) {
            const ProfileMatch match = detectProfile(signature, {profile});
            QVERIFY(match.profile != nullptr);
        }
    }
    QVERIFY(findProfile(profiles, u"Salesforce-Account"_qs));
    QVERIFY(!findProfile(profiles, u"salesforce"_qs));
    QCOMPARE(findProfile(profiles, u"salesforce"_qs, ImportKind::opportunities)->name, u"salesforce-opportunity"_qs);
    QVERIFY(!findProfile(profiles, u"salesforce-account"_qs, ImportKind::contacts));
}

void SourceProfileTest::detects_data()
{
    QTest::addColumn<QStringList>("header");
    QTest::addColumn<QString>("profile");
    const auto row = [](const char *profile, const char *header) {
        QTest::addRow("%s: %.30s", profile, header) << headers(header) << QString::fromLatin1(profile);
    };
    row("canonical-accounts", "domain,name,external_id,industry,country,region,employees,customers,annual_revenue,technologies,maturity,budget,funding,acv,owner");
    row("canonical-contacts", "email,account,first_name,last_name,title,buying_role,opt_out");
    row("canonical-opportunities", "id,account,name,amount,stage,status,created,closed,campaign");
    row("canonical-activities", "id,account,contact,type,at,asset,campaign,product_area,channel");
    row("canonical-intent", "account,source,topic,date,score");
    row("canonical-intent", "account,source,event,date,count");
    row("canonical-costs", "subject_kind,subject,line,hours,rate,amount,months,month,actual");
    row("canonical-campaigns", "campaign,kind,budget,start,end");
    row("canonical-program", "account,program,start,end,arm");
    row("salesforce-account", "Last Activity,Account Owner,Account Name,Billing State/Province,Type,Last Modified Date,Account ID,Website");
    row("salesforce-account", "ID,NAME,TYPE,BILLINGCOUNTRY,WEBSITE,NUMBEROFEMPLOYEES");
    row("salesforce-contact", "Id,AccountId,LastName,FirstName,Email,HasOptedOutOfEmail");
    row("salesforce-opportunity", "Territory Region,Opportunity Owner,Account Name,Opportunity Name,Stage,Forecast Category,Total Amount Currency,Total Amount,Fiscal Period,Close Date,Opportunity Next Steps,Type");
    row("salesforce-task", "Id,Subject,ActivityDate,Status,Priority,WhoId,WhatId,OwnerId,Description,TaskSubtype");
    row("salesforce-event", "Id,Subject,StartDateTime,EndDateTime,ActivityDate,IsAllDayEvent,WhoId,WhatId,EventSubtype");
    row("salesforce-campaign-member", "Id,CampaignId,ContactId,CompanyOrAccount,Status,HasResponded,FirstRespondedDate,Email");
    row("hubspot-company", "Record ID,Company name,Company Domain Name,Company owner,Create Date,Phone Number,City,State/Region,Country/Region,Industry,Number of Employees,Annual Revenue,Target Account,Target Account");
    row("hubspot-contact", "Record ID,First Name,Last Name,Email,Phone Number,Job Title,Company Name,Contact owner,Buying Role");
    row("hubspot-deal", "Record ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Deal owner,Create Date,Associated Company");
    row("bombora-topics", "Company Name,Domain,Size,Industry,Category,Topic,Composite Score,Metro Area,Metro Composite Score,Domain Origin,Date Stamp,HVC Level1 Trend");
    row("bombora-comprehensive", "Company Name,Domain,Company Size,Industry,Topic ID,Topic Name,Composite Score,Composite Score Delta,Metro Area,Metro Composite Score,Metro Composite Score Delta,Country,Zip Code,Date");
    row("trustradius-intent", "Activity Date,Account Name,Account Domain,Account ID,Account Annual Revenue,Account Size,Account Sector,Account Industry,Account City,Account State,Account Country");
    row("generic-intent", "Date of Intent,Intent Source,Company Domain,Whatever");
    row("generic-accounts", "company,rank,revenue,profit,num. of employees,sector,city,state,Website,Ticker,Market Cap");
    row("generic-accounts", "account,sector,year_established,revenue,employees,office_location,subsidiary_of");
    row("generic-opportunities", "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value");
}

void SourceProfileTest::detects()
{
    QFETCH(QStringList, header);
    QFETCH(QString, profile);
    const ProfileMatch match = detectProfile(header, builtInProfiles());
    QVERIFY(match.profile);
    QCOMPARE(match.profile->name, profile);
    const ColumnMapping mapping = mapColumns(header, *match.profile);
    const Outcome checked = checkMapping(mapping);
    QVERIFY2(checked.ok(), checked.ok() ? "" : plainText(checked.error()).c_str());
}

void SourceProfileTest::canonicalColumnsStayCustom()
{
    // A custom column whose name some other system uses for a field stays custom in a canonical file.
    const QStringList header = headers("domain,name,state,Segment,Company Size");
    const ProfileMatch match = detectProfile(header, builtInProfiles(), ImportKind::accounts);
    QCOMPARE(match.profile->name, u"canonical-accounts"_qs);
    const ColumnMapping mapping = mapColumns(header, *match.profile);
    QCOMPARE(mapping.customLabels(), headers("state,Segment,Company Size"));
}

void SourceProfileTest::twoTargetAccounts()
{
    const SourceProfile *hubspot = findProfile(builtInProfiles(), u"hubspot-company"_qs);
    const ColumnMapping mapping = mapColumns(headers("Company Domain Name,Target Account,Target Account,Website URL"), *hubspot);
    QCOMPARE(mapped(mapping, "domain"), u"Company Domain Name"_qs);
    QCOMPARE(mapping.customLabels(), headers("Target Account,Target Account (2),Website URL"));
}

void SourceProfileTest::salesforceIdWinsOverExternalId()
{
    const SourceProfile *salesforce = findProfile(builtInProfiles(), u"salesforce-account"_qs);
    const ColumnMapping mapping = mapColumns(headers("External_id__c,Id,Name,SystemModstamp"), *salesforce);
    QCOMPARE(mapped(mapping, "external_id"), u"Id"_qs);
    QCOMPARE(mapping.customLabels(), headers("External_id__c"));
}

void SourceProfileTest::missingColumnsAreNamed()
{
    const auto check = [](const char *header, const char *profile) {
        const Outcome outcome = checkMapping(mapColumns(headers(header), *findProfile(builtInProfiles(), QString::fromLatin1(profile))));
        return outcome.ok() ? std::string("fine") : outcome.error().field;
    };
    QCOMPARE(check("type,at", "canonical-activities"), std::string("account"));
    QCOMPARE(check("account,type", "canonical-activities"), std::string("at"));
    QCOMPARE(check("industry", "canonical-accounts"), std::string("domain"));
    QCOMPARE(check("account,amount", "canonical-opportunities"), std::string("status"));
    QCOMPARE(check("account,source,date,topic", "canonical-intent"), std::string("score"));
    QCOMPARE(check("account,type,at", "canonical-activities"), std::string("fine"));
    ColumnMapping twice = mapColumns(headers("domain,name,Alias"), *findProfile(builtInProfiles(), u"canonical-accounts"_qs));
    twice.columns[2].target = MappedColumn::Target::field;
    twice.columns[2].field = *fieldIndex(ImportKind::accounts, "name");
    QVERIFY(!checkMapping(twice).ok());
}

void SourceProfileTest::rejectsColumnsAreIgnored()
{
    const ColumnMapping mapping = mapColumns(headers("reject_line,reject_field,reject_reason,domain,Extra"),
                                             *findProfile(builtInProfiles(), u"canonical-accounts"_qs));
    QCOMPARE(mapping.customLabels(), headers("Extra"));
}

void SourceProfileTest::savedProfileMapsByItself()
{
    const QStringList header = headers("Firma,Netz,Umsatz (Mio),Intern");
    ColumnMapping mapping = mapColumns(header, *findProfile(builtInProfiles(), u"generic-accounts"_qs));
    const auto choose = [&](int column, std::string_view field) {
        mapping.columns[static_cast<std::size_t>(column)].target = MappedColumn::Target::field;
        mapping.columns[static_cast<std::size_t>(column)].field = *fieldIndex(ImportKind::accounts, field);
    };
    choose(0, "name");
    choose(1, "domain");
    choose(2, "annual_revenue");
    mapping.columns[2].multiplier = 1e6;
    mapping.columns[3].target = MappedColumn::Target::ignored;
    FileFormat format;
    format.delimiter = ';';
    format.decimals = DecimalMark::comma;
    QTemporaryDir folder;
    QVERIFY(saveProfile(folder.path(), profileFrom(mapping, u"Unser CRM"_qs, format)).ok());

    std::vector<SourceProfile> all = builtInProfiles();
    for (const SourceProfile &saved : savedProfiles(folder.path()))
        all.push_back(saved);
    QCOMPARE(all.size(), builtInProfiles().size() + 1);
    const ProfileMatch match = detectProfile(header, all);
    QCOMPARE(match.profile->name, u"Unser CRM"_qs);
    QVERIFY(match.certain);
    const ColumnMapping again = mapColumns(header, *match.profile);
    QCOMPARE(mapped(again, "domain"), u"Netz"_qs);
    QCOMPARE(mapped(again, "annual_revenue"), u"Umsatz (Mio)"_qs);
    QVERIFY(again.customLabels().isEmpty());
    QCOMPARE(again.profile.multipliers.begin()->second, 1e6);
    QVERIFY(*again.profile.decimals == DecimalMark::comma);
}

void SourceProfileTest::badProfilesAreRefused()
{
    for (const char *bad : {"", "[]", "{}", R"({"name":"a","label":"b","kind":"cakes"})", R"({"name":"a","label":"b","kind":"accounts","colour":1})",
                            R"({"name":"a","label":"b","kind":"accounts","columns":{"nose":["x"]}})",
                            R"({"name":"a","label":"b","kind":"accounts","file":{"delimiter":"#"}})",
                            R"({"name":"a","label":"b","kind":"opportunities","status_of_stage":{"x":"maybe"}})"})
        QVERIFY2(!parseProfile(bad).ok(), bad);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"broken.json"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{") == 1);
    file.close();
    std::vector<Error> problems;
    QVERIFY(savedProfiles(folder.path(), &problems).empty());
    QCOMPARE(problems.size(), std::size_t{1});
}

void SourceProfileTest::describesColumns()
{
    ColumnMapping mapping = mapColumns(headers("domain,x"), *findProfile(builtInProfiles(), u"canonical-accounts"_qs));
    describeColumns(mapping, {headers("a.com,1"), headers("b.com,"), headers("c.com,1"), headers("d.com,2")});
    QCOMPARE(mapping.columns[1].filledShare, 0.75);
    QCOMPARE(mapping.columns[1].firstValues, headers("1,2"));
    QCOMPARE(mapping.columns[0].firstValues, headers("a.com,b.com,c.com"));
}

QTEST_GUILESS_MAIN(SourceProfileTest)
#include "tst_source_profile.moc"
