// Rows: every rule of cli.md and domain.md section 2 that a row can break, and the figures of the real CRM files.
#include "exchange/import_rows.h"
#include "exchange/table_file.h"

#include <QtTest>

#include <map>
#include <set>

using namespace dimsum;

namespace {

struct Source {
    explicit Source(const char *profile, const char *header, FileFormat format = {}, ValueContext context = {})
        : reader(mapColumns(QString::fromUtf8(header).split(u','), *findProfile(builtInProfiles(), QString::fromLatin1(profile))),
                 format, std::move(context))
    {
    }

    // The problem's field, "" for a good row.
    template <class Row>
    std::string problem(const char *line, Row &row)
    {
        std::string field;
        CsvReader csv(',', [&](const CsvRecord &record) {
            kept.assign(record.fields.begin(), record.fields.end()); // views of the row lead into them
            const std::vector<std::string_view> fields(kept.begin(), kept.end());
            CsvRecord copy = record;
            copy.fields = fields;
            const auto found = reader.read(copy, row);
            field = !found ? std::string() : found->field.empty() ? "(row)" : found->field;
            sentence = found ? plainText(found->toError()) : std::string();
            return true;
        });
        csv.feed(line);
        csv.finish();
        return field;
    }

    RowReader reader;
    std::string sentence;
    std::vector<std::string> kept;
};

constexpr const char *accountHeader = "domain,name,external_id,industry,employees,annual_revenue,budget,acv,Segment";
constexpr const char *dealHeader = "id,account,name,amount,stage,status,created,closed,campaign";
constexpr const char *activityHeader = "id,account,contact,type,at,asset,campaign,product_area,channel";

} // namespace

class ImportRowsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void accounts();
    void givenButEmptyIsNotAbsent();
    void rowsDoNotLeakIntoEachOther();
    void contacts();
    void opportunities();
    void activities();
    void intent();
    void intentFallbackEvent();
    void costs();
    void campaignsAndProgram();
    void raggedRows();
    void accountRefs();
    void contentKeysIgnoreWriting();
    void lenientSource();
    void maven();
    void salesforceSample();
    void fortune1000();
};

void ImportRowsTest::accounts()
{
    Source source("canonical-accounts", accountHeader);
    AccountRow row;
    QCOMPARE(source.problem("https://www.ACME.com/x, Acme Inc ,X1,Software,50-100,1000.50,10,61000,Gold", row), std::string());
    QCOMPARE(row.domain.key, std::string("acme.com"));
    QCOMPARE(row.name.label, std::string("Acme Inc"));
    QCOMPARE(row.name.key, std::string("acme inc"));
    QCOMPARE(row.employees.label, std::string("50-100"));
    QCOMPARE(row.annualRevenue.amount.minor, 100050);
    QCOMPARE(row.acv.amount.minor, 6100000);
    QCOMPARE(row.custom.size(), std::size_t{1});
    QCOMPARE(row.custom[0].key, std::string("gold"));

    QCOMPARE(source.problem("gmail.com,G,,,,,,,", row), std::string("domain"));
    QCOMPARE(source.problem("co.uk,G,,,,,,,", row), std::string("domain"));
    QCOMPARE(source.problem("acme,G,,,,,,,", row), std::string("domain"));
    QCOMPARE(source.problem("acme.com,G,,,,,,-1,", row), std::string("acv"));
    QCOMPARE(source.problem("acme.com,G,,,,,-1,,", row), std::string("budget"));
    QCOMPARE(source.problem("acme.com,G,,,,,,1.005,", row), std::string("acv"));
    QCOMPARE(source.problem("acme.com,G,,,,1;000,,,", row), std::string("annual_revenue"));
    QCOMPARE(source.problem("acme.com,G,,,,,,\"1,000\",", row), std::string("acv"));
    QCOMPARE(source.problem(",Only a name,,,,,,,", row), std::string());
    QVERIFY(row.domain.empty() && row.domain.given);
    QCOMPARE(source.problem(",,X1,,,,,,", row), std::string());
    QCOMPARE(source.problem(",,,Software,,,,,", row), std::string("domain"));
}

void ImportRowsTest::givenButEmptyIsNotAbsent()
{
    Source source("canonical-accounts", "domain,industry");
    AccountRow row;
    QCOMPARE(source.problem("acme.com,", row), std::string());
    QVERIFY(row.industry.given && row.industry.empty());
    QVERIFY(!row.country.given && !row.acv.given && !row.name.given);
}

void ImportRowsTest::rowsDoNotLeakIntoEachOther()
{
    Source source("canonical-contacts", "email,account,first_name,last_name,title,buying_role,opt_out");
    ContactRow row;
    QCOMPARE(source.problem("a@acme.com,acme.com,Ann,Lee,CTO,BUDGET_HOLDER,yes", row), std::string());
    QCOMPARE(row.buyingRole.key, std::string("budget holder"));
    QCOMPARE(row.optOut.value, std::optional<bool>(true));
    QCOMPARE(source.problem("b@acme.com,acme.com,,,,,", row), std::string());
    QVERIFY(row.firstName.empty() && row.firstName.key.empty() && row.buyingRole.empty() && !row.optOut.value);
    QCOMPARE(source.problem(",acme.com,,,,,", row), std::string("email")); // never the e-mail of the row before
}

void ImportRowsTest::contacts()
{
    Source source("canonical-contacts", "email,account,first_name,last_name,title,buying_role,opt_out");
    ContactRow row;
    QCOMPARE(source.problem(" Jane.DOE@Acme.com ,Acme Inc,,,,,", row), std::string());
    QCOMPARE(row.email.key, std::string("jane.doe@acme.com"));
    QCOMPARE(row.account.nameKey, std::string("acme inc"));
    QVERIFY(row.account.domain.empty());
    QCOMPARE(source.problem("jane,acme.com,,,,,", row), std::string("email"));
    QCOMPARE(source.problem("a b@c.com,acme.com,,,,,", row), std::string("email"));
    // What ends an address does so wherever it stands; what only looks like it does not.
    const std::string address = "jane.doe-smith_1989+ops@a8-9.acme.co.uk";
    for (const char separator : {' ', '\t', ',', ';', '<', '>'})
        for (std::size_t at = 1; at < address.size(); ++at) {
            std::string spoilt = address;
            spoilt[at] = separator;
            const std::size_t from = at < 12 ? 0 : at - 11; // short ones as well
            for (const std::string &text : {spoilt, spoilt.substr(from, 14), spoilt.substr(from, 7)})
                if (text.find('@') != text.npos && text.find(separator) != text.npos && text.find(separator) > 0 && text.find(separator) + 1 < text.size())
                    QCOMPARE(source.problem(('"' + text + "\",acme.com,,,,,").c_str(), row), std::string("email"));
        }
    for (const char *good : {"a@b", "jane.doe-smith_1989+ops@a8-9.acme.co.uk", "j!#$%&'*/=?^`{|}~@a.com", "9:8@a.de", "x89@b", "j\xC3\xB6rg@m\xC3\xBCller.de"})
        QCOMPARE(source.problem((std::string(good) + ",acme.com,,,,,").c_str(), row), std::string());
    QCOMPARE(source.problem("a@c.com,,,,,,", row), std::string("account"));
    QCOMPARE(source.problem("a@c.com,x,,,,,perhaps", row), std::string("opt_out"));
}

void ImportRowsTest::opportunities()
{
    Source source("canonical-opportunities", dealHeader);
    OpportunityRow row;
    QCOMPARE(source.problem("1,acme.com,Deal,100,Proposal,open,2025-01-01,2025-12-31,", row), std::string());
    QVERIFY(row.status == DealStatus::open);
    QCOMPARE(source.problem("1,acme.com,Deal,,Closed,WON,2025-01-01,2025-02-01T10:00:00Z,", row), std::string());
    QVERIFY(row.status == DealStatus::won && !row.amount.amount.known());
    QCOMPARE(isoText(row.closed.day), std::string("2025-02-01"));
    QCOMPARE(source.problem("1,acme.com,Deal,100,,won,2025-01-01,,", row), std::string("closed"));
    QCOMPARE(source.problem("1,acme.com,Deal,100,,lost,2025-01-01,,", row), std::string("closed"));
    QCOMPARE(source.problem("1,acme.com,Deal,100,,closed,2025-01-01,2025-01-02,", row), std::string("status"));
    QCOMPARE(source.problem("1,acme.com,Deal,100,,,2025-01-01,,", row), std::string("status"));
    QCOMPARE(source.problem("1,acme.com,Deal,lots,,open,2025-01-01,,", row), std::string("amount"));
    QCOMPARE(source.problem("1,acme.com,Deal,1,,open,2025-13-01,,", row), std::string("created"));
    QCOMPARE(source.problem("1,acme.com,Deal,1,,open,03/04/2025,,", row), std::string("created"));
    QCOMPARE(source.problem("1,,Deal,1,,open,2025-01-01,,", row), std::string("account"));
}

void ImportRowsTest::activities()
{
    Source source("canonical-activities", activityHeader, {}, ValueContext{*currencyOf("USD"), QTimeZone("America/New_York")});
    ActivityRow row;
    QCOMPARE(source.problem(",acme.com,Bob@Acme.com,Email_Click,2025-03-01T03:00:00Z,Report A,,,", row), std::string());
    QCOMPARE(row.contact.text, std::string_view("Bob@Acme.com"));
    QCOMPARE(row.type.text, std::string_view("Email_Click"));
    QVERIFY(row.campaign.empty() && row.campaign.given);
    QCOMPARE(isoText(row.at.day), std::string("2025-02-28"));
    QCOMPARE(source.problem(",acme.com,,demo,2025-03-01,,,,", row), std::string());
    QVERIFY(row.at.dateOnly && row.contact.empty());
    QCOMPARE(row.at.instant, std::int64_t{1740805200000}); // 05:00 UTC
    QCOMPARE(source.problem(",acme.com,,,2025-03-01,,,,", row), std::string("type"));
    QCOMPARE(source.problem(",acme.com,,demo,,,,,", row), std::string("at"));
    QCOMPARE(source.problem(",acme.com,,demo,soon,,,,", row), std::string("at"));
    QCOMPARE(source.problem(",acme.com,a@,demo,2025-03-01,,,,", row), std::string("contact"));
    QCOMPARE(source.problem(",,,demo,2025-03-01,,,,", row), std::string("account"));
}

void ImportRowsTest::intent()
{
    Source source("canonical-intent", "account,source,topic,date,score,event,count");
    IntentRow row;
    QCOMPARE(source.problem("acme.com,Bombora,ERP,2025-01-01,72.5,,", row), std::string());
    QVERIFY(!row.isEvent);
    QCOMPARE(row.score, 72.5);
    QCOMPARE(source.problem("acme.com,Bombora,ERP,2025-01-01,0,,", row), std::string());
    QCOMPARE(source.problem("acme.com,Bombora,ERP,2025-01-01,100,,", row), std::string());
    QCOMPARE(source.problem("acme.com,G2,,2025-01-01,,Pricing,3", row), std::string());
    QVERIFY(row.isEvent);
    QCOMPARE(row.event.key, std::string("pricing"));
    QCOMPARE(row.count, 3);
    QCOMPARE(source.problem("acme.com,G2,,2025-01-01,,pricing,", row), std::string());
    QCOMPARE(row.count, 1);
    for (const char *score : {"-0.1", "100.01", "high", "1e1", "nan"})
        QCOMPARE(source.problem(("acme.com,Bombora,ERP,2025-01-01," + std::string(score) + ",,").c_str(), row), std::string("score"));
    QCOMPARE(source.problem("acme.com,Bombora,ERP,2025-01-01,,,", row), std::string("score"));
    QCOMPARE(source.problem("acme.com,Bombora,,2025-01-01,50,,", row), std::string("topic"));
    QCOMPARE(source.problem("acme.com,Bombora,,2025-01-01,,,", row), std::string("topic"));
    QCOMPARE(source.problem("acme.com,Bombora,ERP,2025-01-01,50,pricing,1", row), std::string("score"));
    QCOMPARE(source.problem("acme.com,G2,,2025-01-01,,pricing,1.5", row), std::string("count"));
    QCOMPARE(source.problem("acme.com,G2,,2025-01-01,,pricing,-1", row), std::string("count"));
    QCOMPARE(source.problem("acme.com,,ERP,2025-01-01,50,,", row), std::string("source"));
    QCOMPARE(source.problem("acme.com,Bombora,ERP,,50,,", row), std::string("date"));
}

void ImportRowsTest::intentFallbackEvent()
{
    Source source("generic-intent", "Date of Intent,Intent Source,Company Domain,Topic,Score");
    IntentRow row;
    QCOMPARE(source.problem("03-31-2025,6sense,abc.com,,", row), std::string());
    QVERIFY(row.isEvent);
    QCOMPARE(row.event.key, std::string("intent"));
    QCOMPARE(isoText(row.day), std::string("2025-03-31"));
    QCOMPARE(source.problem("03 31 2025,6sense,abc.com,ERP,60", row), std::string());
    QVERIFY(!row.isEvent);
}

void ImportRowsTest::costs()
{
    Source source("canonical-costs", "subject_kind,subject,line,hours,rate,amount,months,month,actual");
    CostRow row;
    QCOMPARE(source.problem("campaign,Spring,hours,1.5,60.00,,,2025-03,true", row), std::string());
    QVERIFY(row.line == CostKind::hours && row.actual);
    QCOMPARE(row.hours->tenThousandths, 15000);
    QCOMPARE(isoText(row.month.day), std::string("2025-03-01"));
    QCOMPARE(source.problem("Platform,Bombora,Fee,,,2000,12,,", row), std::string());
    QVERIFY(row.subjectKind == CostSubject::platform && !row.actual && !row.month.day.known());
    QCOMPARE(source.problem("cake,Spring,media,,,5,,,", row), std::string("subject_kind"));
    QCOMPARE(source.problem("asset,Spring,sugar,,,5,,,", row), std::string("line"));
    QCOMPARE(source.problem("asset,,media,,,5,,,", row), std::string("subject"));
    QCOMPARE(source.problem("asset,A,media,,,-5,,,", row), std::string("amount"));
    QCOMPARE(source.problem("asset,A,media,,,,,,", row), std::string("amount"));
    QCOMPARE(source.problem("asset,A,hours,,60,,,,", row), std::string("hours"));
    QCOMPARE(source.problem("asset,A,hours,2,,,,,", row), std::string("rate"));
    QCOMPARE(source.problem("asset,A,hours,-2,60,,,,", row), std::string("hours"));
    QCOMPARE(source.problem("asset,A,media,,,5,,,perhaps", row), std::string("actual"));
    QCOMPARE(source.problem("asset,A,media,,,5,,13/2025,", row), std::string("month"));
}

void ImportRowsTest::campaignsAndProgram()
{
    Source campaigns("canonical-campaigns", "campaign,kind,budget,start,end");
    CampaignRow campaign;
    QCOMPARE(campaigns.problem("Spring,ABM,100,2025-01-01,2025-02-01", campaign), std::string());
    QCOMPARE(campaign.kind.key, std::string("abm"));
    QCOMPARE(campaigns.problem("Spring,,,,", campaign), std::string());
    QCOMPARE(campaigns.problem("Spring,email,,,", campaign), std::string("kind"));
    QCOMPARE(campaigns.problem("Spring,abm,,2025-02-01,2025-01-01", campaign), std::string("end"));
    QCOMPARE(campaigns.problem(",abm,,,", campaign), std::string("campaign"));

    Source programs("canonical-program", "account,program,start,end,arm");
    ProgramRow program;
    QCOMPARE(programs.problem("acme.com,Q3,2025-07-01,2025-09-30,holdout", program), std::string());
    QVERIFY(program.arm == Arm::holdout);
    QCOMPARE(programs.problem("acme.com,Q3,,,control", program), std::string("arm"));
    QCOMPARE(programs.problem("acme.com,Q3,,,", program), std::string("arm"));
}

void ImportRowsTest::raggedRows()
{
    Source source("canonical-accounts", "domain,name,industry");
    AccountRow row;
    QCOMPARE(source.problem("acme.com", row), std::string());
    QVERIFY(row.name.given && row.name.empty());
    QCOMPARE(source.problem("acme.com,Acme,Software,, ,", row), std::string());
    QCOMPARE(source.problem("acme.com,Acme,Inc,Software", row), std::string("(row)"));
    QVERIFY(source.sentence.find('4') != std::string::npos && source.sentence.find('3') != std::string::npos);
    QCOMPARE(source.problem("acme.com,\"Acme", row), std::string("(row)"));
    QVERIFY(source.sentence.find("line 1") != std::string::npos);
}

void ImportRowsTest::accountRefs()
{
    const AccountRef site = accountRefOf(" https://www.Acme.co.uk/ ");
    QCOMPARE(site.domain, std::string("acme.co.uk"));
    const AccountRef crm = accountRefOf("001Ec00000GGw3hIAD");
    QCOMPARE(crm.externalKey, std::string("001Ec00000GGw3h"));
    QVERIFY(crm.domain.empty());
    QVERIFY(accountRefOf("gmail.com").domain.empty());
    QCOMPARE(accountRefOf("Acme, Inc.").nameKey, std::string("acme, inc."));
}

void ImportRowsTest::contentKeysIgnoreWriting()
{
    Source source("generic-opportunities", "Company,Deal name,Amount,Stage,Created,Close date");
    OpportunityRow a, b, c;
    QCOMPARE(source.problem("acme.com,Big Deal,\"$1,000.00\",Closed Won,03/31/2025,4/1/2025", a), std::string());
    QCOMPARE(source.problem("acme.com, big deal ,1000,closed won,2025-03-31,2025-04-01", b), std::string());
    QCOMPARE(source.problem("acme.com,Big Deal,1001,Closed Won,2025-03-31,2025-04-01", c), std::string());
    QCOMPARE(a.contentKey, b.contentKey);
    QVERIFY(a.contentKey != c.contentKey);
}

void ImportRowsTest::lenientSource()
{
    Source source("salesforce-opportunity", "Opportunity Name,Account Name,Stage,Amount,Close Date,Created Date", {},
                  ValueContext{*currencyOf("USD"), QTimeZone("Asia/Tokyo")});
    OpportunityRow row;
    QCOMPARE(source.problem("D,Acme,Closed Won,\"$1,234,567\",1/12/2026,2024-01-22T16:14:25.000+0000", row), std::string());
    QVERIFY(row.status == DealStatus::won);
    QCOMPARE(row.amount.amount.minor, 123456700);
    QCOMPARE(isoText(row.closed.day), std::string("2026-01-12"));
    QCOMPARE(isoText(row.created.day), std::string("2024-01-23")); // the instant's date in Tokyo
    QCOMPARE(source.problem("D,Acme,Negotiation/Review,#N/A,2026-01-12T00:00:00.000Z,", row), std::string());
    QVERIFY(row.status == DealStatus::open && !row.amount.amount.known());
    QCOMPARE(isoText(row.closed.day), std::string("2026-01-12"));
    QCOMPARE(source.problem("D,Acme,Closed - Won (renewal),5,1/12/2026,", row), std::string());
    QVERIFY(row.status == DealStatus::won);
}

namespace {

template <class Row, class Use>
int readFile(const char *name, ImportKind kind, int &rejected, Use &&use)
{
    const auto table = TableFile::open(QStringLiteral(DIMSUM_SHARED_DATA "/") + QString::fromLatin1(name));
    if (!table)
        return -1;
    RowReader reader(mapColumns(table->header(), *detectProfile(table->header(), builtInProfiles(), kind).profile),
                     table->format(), {});
    Row row;
    int good = 0;
    const auto read = table->read(
        [&](const CsvRecord &record) {
            if (reader.read(record, row)) {
                ++rejected;
            } else {
                ++good;
                use(row);
            }
            return true;
        },
        {});
    return read ? good : -1;
}

} // namespace

void ImportRowsTest::maven()
{
    int rejected = 0;
    std::set<std::string> names;
    const int accounts = readFile<AccountRow>("crm_maven/accounts.csv", ImportKind::accounts, rejected,
                                              [&](const AccountRow &row) { names.insert(row.name.key); });
    if (accounts < 0)
        QSKIP("crm_maven is not on this machine");
    QCOMPARE(accounts, 85);
    QCOMPARE(names.size(), std::size_t{85});
    QCOMPARE(rejected, 0);
    std::map<DealStatus, int> status;
    std::int64_t won = 0;
    int unknownAccount = 0;
    const int deals = readFile<OpportunityRow>("crm_maven/sales_pipeline.csv", ImportKind::opportunities, rejected,
                                               [&](const OpportunityRow &row) {
                                                   ++status[row.status];
                                                   unknownAccount += !names.contains(row.account.nameKey);
                                                   if (row.status == DealStatus::won)
                                                       won += row.amount.amount.minor;
                                               });
    QCOMPARE(deals + rejected, 8800);
    QCOMPARE(rejected, 1425);
    QCOMPARE(status[DealStatus::won], 4238);
    QCOMPARE(status[DealStatus::lost], 2473);
    QCOMPARE(won, 1000553400);
    QCOMPARE(unknownAccount, 0);
}

void ImportRowsTest::salesforceSample()
{
    int rejected = 0;
    std::set<std::string> ids;
    const int accounts = readFile<AccountRow>("salesforce_sfdmu/Account.csv", ImportKind::accounts, rejected,
                                              [&](const AccountRow &row) { ids.insert(row.externalId.key); });
    if (accounts < 0)
        QSKIP("salesforce_sfdmu is not on this machine");
    QCOMPARE(accounts, 22);
    QCOMPARE(rejected, 0);
    std::int64_t won = 0;
    std::int64_t total = 0;
    int orphans = 0;
    std::map<DealStatus, int> status;
    QCOMPARE(readFile<OpportunityRow>("salesforce_sfdmu/Opportunity.csv", ImportKind::opportunities, rejected,
                                      [&](const OpportunityRow &row) {
                                          ++status[row.status];
                                          total += row.amount.amount.minor;
                                          won += row.status == DealStatus::won ? row.amount.amount.minor : 0;
                                          orphans += !ids.contains(row.account.externalKey);
                                      }),
             50);
    QCOMPARE(rejected, 0);
    QCOMPARE(won, 1054256298);
    QCOMPARE(total, 4360354598);
    QCOMPARE(orphans, 0);
    QCOMPARE(status[DealStatus::won], 12);
    QCOMPARE(status[DealStatus::lost], 3);
    QCOMPARE(readFile<ContactRow>("salesforce_sfdmu/Contact.csv", ImportKind::contacts, rejected, [](const ContactRow &) {}), 18);
    QCOMPARE(rejected, 84);
    rejected = 0;
    QCOMPARE(readFile<CampaignRow>("salesforce_sfdmu/Campaign.csv", ImportKind::campaigns, rejected, [](const CampaignRow &) {}), 8);
    QCOMPARE(rejected, 0);
}

void ImportRowsTest::fortune1000()
{
    int rejected = 0;
    std::int64_t revenue = 0;
    std::int64_t employees = 0;
    std::map<std::string, int> sectors;
    const int accounts = readFile<AccountRow>("companies_fortune1000/fortune1000_2022.csv", ImportKind::accounts, rejected,
                                              [&](const AccountRow &row) {
                                                  revenue += row.annualRevenue.amount.minor;
                                                  employees += std::stoll(row.employees.label);
                                                  ++sectors[row.industry.label];
                                              });
    if (accounts < 0)
        QSKIP("companies_fortune1000 is not on this machine");
    QCOMPARE(accounts, 1000);
    QCOMPARE(rejected, 0);
    QCOMPARE(revenue, 1798680140);
    QCOMPARE(employees, 35753880);
    QCOMPARE(sectors["Financials"], 166);
    QCOMPARE(sectors.size(), std::size_t{21});
}

QTEST_GUILESS_MAIN(ImportRowsTest)
#include "tst_import_rows.moc"
