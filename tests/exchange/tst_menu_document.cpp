#include <QtTest>

#include "exchange/menu_document.h"
#include "support/document_check.h"

using namespace dimsum;
using namespace dimsum::test;

namespace
{

const Currency dollars{"USD", 2};

// json-shapes.md, word for word.
const QByteArray example =
    R"json({"program": {"name": "2025 Q3", "start": "2025-07-01", "end": "2025-09-30", "pilot_reps": ["Ana Ruiz"], "holidays": ["2025-07-04"]},
 "envelopes": [
  {"code": "tier-1", "scope": {"tier": 1}, "limit": "120000.00"},
  {"code": "mail", "scope": {"play": "dimensional-mail"}, "limit": "20000.00"}],
 "plays": [
  {"code": "dimensional-mail", "name": "Dimensional mail (popcorn)", "description": "Box with a personal note", "channel": "direct mail",
   "personalisation": "1:1", "tiers": [1], "roles": ["decision maker", "champion"], "stages": ["Prospecting", "Proposal/Price Quote"],
   "costs": [{"line": "production", "amount": "45.00"}, {"line": "hours", "hours": "0.5", "rate": "60.00"}], "lead_days": 5, "capacity": 200,
   "per_account": 2, "approval": "none", "inputs": ["contact", "address", "message"], "owner_team": "Field marketing",
   "delivers": "event", "cheaper": ["direct-mail"], "status": "approved"}]})json";

} // namespace

class TestMenuDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheExample();
    void printsTheExample();
    void everyShapeIsAFixedPoint();
    void theDefaultMenuRoundTrips();
    void refuses_data();
    void refuses();
};

void TestMenuDocument::readsTheExample()
{
    const Result<Menu> menu = parseMenu(example, dollars);
    QVERIFY2(menu.ok(), menu.ok() ? "" : plainText(menu.error()).c_str());
    QCOMPARE(menu->program.holidays, std::vector<Day>{dayOf(2025, 7, 4)});
    QCOMPARE(menu->envelopes[0].limit, Money{12'000'000});
    QCOMPARE(menu->envelopes[1].scope.kind, EnvelopeScope::Kind::play);
    const Play &play = menu->plays.at(0);
    QCOMPARE(priceOf(play), Money{7'500});
    QCOMPARE(play.capacity, std::optional(200));
    QCOMPARE(play.perAccount, std::optional(2));
    QCOMPARE(play.status, PlayStatus::approved);
    QCOMPARE(play.personalisation, Personalisation::oneToOne);
    QCOMPARE(play.stages[1], std::string("Proposal/Price Quote"));
}

void TestMenuDocument::printsTheExample()
{
    QCOMPARE(valueOf(printMenu(*parseMenu(example, dollars), dollars)), valueOf(example));
}

void TestMenuDocument::everyShapeIsAFixedPoint()
{
    const QByteArray document = R"({"program": {"name": "p", "start": "2025-01-01", "end": "2025-12-31"},
      "envelopes": [{"code": "autumn", "scope": {"campaign": "Autumn"}, "limit": 0}],
      "plays": [{"code": "a", "name": "A", "tiers": [3, 1], "approval": {"above": 500}, "delivers": null,
                 "roles": ["END_USER"], "capacity": null,
                 "costs": [{"line": "fee", "amount": 10, "months": 1.5}, {"line": "fee", "amount": "3"},
                           {"line": "media", "amount": "7.25"}, {"line": "hours", "hours": 2, "rate": 3}]}]})";
    const Result<Menu> menu = parseMenu(document, dollars);
    QVERIFY2(menu.ok(), menu.ok() ? "" : plainText(menu.error()).c_str());
    QCOMPARE(priceOf(menu->plays[0]), Money{1'500 + 300 + 725 + 600});
    QCOMPARE(menu->plays[0].status, PlayStatus::draft);
    QCOMPARE(menu->plays[0].roles[0], std::string("end user"));
    QVERIFY(!menu->plays[0].capacity);
    const QByteArray printed = printMenu(*menu, dollars);
    const Result<Menu> again = parseMenu(printed, dollars);
    QVERIFY2(again.ok(), again.ok() ? "" : plainText(again.error()).c_str());
    QVERIFY(*again == *menu);
    QCOMPARE(printMenu(*again, dollars), printed);
    QVERIFY(printed.contains("\"approval\": {\"above\": \"500.00\"}"));
}

void TestMenuDocument::theDefaultMenuRoundTrips()
{
    for (const Currency &currency : {dollars, Currency{"JPY", 0}, Currency{"KWD", 3}}) {
        const Menu menu = defaultMenu(currency, quarterOf(dayOf(2025, 7, 4)));
        const Result<Menu> again = parseMenu(printMenu(menu, currency), currency);
        QVERIFY2(again.ok(), again.ok() ? "" : plainText(again.error()).c_str());
        QVERIFY(*again == menu);
    }
}

void TestMenuDocument::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *what, const char *by, const char *path) {
        QTest::addRow("%s: %s", path, by) << spoilt(example, what, by) << QString::fromLatin1(path);
    };
    row("\"program\"", "\"programme\"", "program");
    row("\"holidays\"", "\"holiday\"", "program.holiday");
    row("\"2025-07-04\"", "\"04/07/2025\"", "program.holidays[0]");
    row("\"2025-07-01\"", "\"2025-02-30\"", "program.start");
    row("\"2025-09-30\"", "\"2025-06-30\"", "program.end");
    row("\"name\": \"2025 Q3\", ", "", "program.name");
    row("[\"Ana Ruiz\"]", "\"Ana Ruiz\"", "program.pilot_reps");
    row("{\"tier\": 1}", "{}", "envelopes[0].scope");
    row("{\"tier\": 1}", "{\"tier\": 1, \"play\": \"dimensional-mail\"}", "envelopes[0].scope");
    row("{\"tier\": 1}", "{\"tier\": 4}", "envelopes[0].scope.tier");
    row("{\"tier\": 1}", "{\"team\": 1}", "envelopes[0].scope.team");
    row("{\"tier\": 1}", "{\"campaign\": \"\"}", "envelopes[0].scope.campaign");
    row("{\"play\": \"dimensional-mail\"}", "{\"play\": \"popcorn\"}", "envelopes[1].scope.play");
    row("\"120000.00\"", "\"-1\"", "envelopes[0].limit");
    row("\"120000.00\"", "120000.5", "envelopes[0].limit");
    row("\"120000.00\"", "\"120000.005\"", "envelopes[0].limit");
    row("\"120000.00\"", "null", "envelopes[0].limit");
    row("\"mail\"", "\"tier-1\"", "envelopes[1].code");
    row("\"mail\"", "\"Mail\"", "envelopes[1].code");
    row("\"code\": \"dimensional-mail\", \"name\"", "\"code\": \"Popcorn\", \"name\"",
        "envelopes[1].scope.play");
    row("{\"play\": \"dimensional-mail\"}, \"limit\": \"20000.00\"}],\n \"plays\": [\n  {\"code\": "
        "\"dimensional-mail\"",
        "{\"tier\": 2}, \"limit\": \"20000.00\"}],\n \"plays\": [\n  {\"code\": \"Popcorn Box\"",
        "plays[0].code");
    row("\"channel\"", "\"chanel\"", "plays[0].chanel");
    row("\"1:1\"", "\"1:2\"", "plays[0].personalisation");
    row("\"tiers\": [1]", "\"tiers\": []", "plays[0].tiers");
    row("\"tiers\": [1]", "\"tiers\": [0]", "plays[0].tiers[0]");
    row("\"tiers\": [1]", "\"tiers\": [1, 1]", "plays[0].tiers[1]");
    row("\"tiers\": [1]", "\"tiers\": 1", "plays[0].tiers");
    row("\"tiers\": [1], ", "", "plays[0].tiers");
    row("\"champion\"", "\"cook\"", "plays[0].roles[1]");
    row("\"Prospecting\"", "\"\"", "plays[0].stages[0]");
    row("\"line\": \"production\"", "\"line\": \"printing\"", "plays[0].costs[0].line");
    row("\"amount\": \"45.00\"", "\"amount\": \"-45.00\"", "plays[0].costs[0].amount");
    row("\"amount\": \"45.00\"", "\"amount\": \"45.00\", \"hours\": 1", "plays[0].costs[0].hours");
    row("\"amount\": \"45.00\"", "\"amount\": \"45.00\", \"months\": 1", "plays[0].costs[0].months");
    row("\"hours\": \"0.5\"", "\"hours\": \"-0.5\"", "plays[0].costs[1].hours");
    row("\"hours\": \"0.5\"", "\"hours\": \"half\"", "plays[0].costs[1].hours");
    row(", \"rate\": \"60.00\"", "", "plays[0].costs[1].rate");
    row("\"lead_days\": 5", "\"lead_days\": -1", "plays[0].lead_days");
    row("\"lead_days\": 5", "\"lead_days\": 1.5", "plays[0].lead_days");
    row("\"lead_days\": 5", "\"lead_days\": 20000", "plays[0].lead_days");
    row("\"capacity\": 200", "\"capacity\": -1", "plays[0].capacity");
    row("\"capacity\": 200", "\"capacity\": \"200\"", "plays[0].capacity");
    row("\"per_account\": 2", "\"per_account\": 0.5", "plays[0].per_account");
    row("\"approval\": \"none\"", "\"approval\": \"maybe\"", "plays[0].approval");
    row("\"approval\": \"none\"", "\"approval\": {\"over\": 5}", "plays[0].approval.above");
    row("\"approval\": \"none\"", "\"approval\": {\"above\": 5, \"below\": 9}", "plays[0].approval.below");
    row("\"approval\": \"none\"", "\"approval\": {\"above\": \"-5\"}", "plays[0].approval.above");
    row("\"contact\", ", "5, ", "plays[0].inputs[0]");
    row("\"delivers\": \"event\"", "\"delivers\": 1", "plays[0].delivers");
    row("[\"direct-mail\"]", "[\"dimensional-mail\"]", "plays[0].cheaper[0]");
    row("\"status\": \"approved\"", "\"status\": \"on\"", "plays[0].status");
    row("\"status\": \"approved\"", "\"status\": \"draft\", \"status\": \"approved\"", "plays[0].status");
}

void TestMenuDocument::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, path);
    QVERIFY2(!bytes.isEmpty(), "the example no longer holds what this row replaces");
    const Result<Menu> menu = parseMenu(bytes, dollars);
    QVERIFY(!menu.ok());
    QCOMPARE(QString::fromStdString(menu.error().field), path);
}

QTEST_GUILESS_MAIN(TestMenuDocument)
#include "tst_menu_document.moc"
