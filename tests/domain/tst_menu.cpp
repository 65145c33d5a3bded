#include "domain/menu.h"

#include "domain/order.h"

#include <QtTest>

#include <set>

using namespace dimsum;

namespace
{

const Currency dollars{"USD", 2};
const Currency yen{"JPY", 0};
const ProgramPeriod quarter = quarterOf(dayOf(2025, 8, 15));

Menu smallMenu()
{
    Menu menu;
    menu.program = quarter;
    menu.envelopes = {{"tier-1", {EnvelopeScope::Kind::tier, 1, {}}, Money{12'000'000}}};
    Play play;
    play.code = "popcorn";
    play.name = "Popcorn";
    play.tiers = {1};
    play.costs = {{CostKind::production, Money{4'500}, oneQuantity}};
    menu.plays = {play};
    return menu;
}

} // namespace

class TestMenu : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pricesAreRoundedPerLine();
    void pricesThatAreTooLargeAreUnknown();
    void quantitiesAreExact();
    void quartersHaveTheirDays();
    void envelopesCoverTheirScope();
    void refusesWhatTheShapeForbids_data();
    void refusesWhatTheShapeForbids();
    void defaultMenuHasThePlaysOfTheSpecification();
    void defaultMenuIsValidInEveryCurrency();
    void defaultMenuScales();
    void approvesDraftsOnly();
    void channelsHaveACourse();
};

void TestMenu::pricesAreRoundedPerLine()
{
    // json-shapes.md: 45.00 + 0.5 h at 60.00 = 75.00
    Play play;
    play.costs = {{CostKind::production, Money{4'500}, oneQuantity},
                  {CostKind::hours, Money{6'000}, Quantity{5'000}}};
    QCOMPARE(priceOf(play), Money{7'500});
    // 0.5 h at 0.01 is half a cent: up, for each line by itself
    play.costs = {{CostKind::hours, Money{1}, Quantity{5'000}}, {CostKind::hours, Money{1}, Quantity{5'000}}};
    QCOMPARE(priceOf(play), Money{2});
    QCOMPARE(priceOf(CostLine{CostKind::hours, Money{1}, Quantity{4'999}}), Money{0});
    QCOMPARE(priceOf(CostLine{CostKind::fee, Money{9'999}, Quantity{30'000}}), Money{29'997});
    QCOMPARE(priceOf(Play{.code = "free", .name = "Free"}), Money{0});
}

void TestMenu::pricesThatAreTooLargeAreUnknown()
{
    QVERIFY(!priceOf(CostLine{CostKind::hours, Money{largestMoney}, largestQuantity}).known());
    Play play;
    play.costs = {{CostKind::media, Money{largestMoney}, oneQuantity},
                  {CostKind::media, Money{1}, oneQuantity}};
    QVERIFY(!priceOf(play).known());
    play.costs.pop_back();
    QCOMPARE(priceOf(play), Money{largestMoney});
}

void TestMenu::quantitiesAreExact()
{
    QCOMPARE(parseQuantity("0.5"), std::optional(Quantity{5'000}));
    QCOMPARE(parseQuantity("12"), std::optional(Quantity{120'000}));
    QCOMPARE(parseQuantity("1.2345"), std::optional(Quantity{12'345}));
    QCOMPARE(parseQuantity("100000000"), std::optional(largestQuantity));
    for (const char *text :
         {"", ".", "1.", ".5", "-1", "1.23456", "1e3", "1,5", "100000000.0001", "9999999999999"})
        QVERIFY2(!parseQuantity(text), text);
    for (const char *text : {"0", "0.5", "12", "1.2345", "0.0001", "1000000"})
        QCOMPARE(quantityText(*parseQuantity(text)), std::string(text));
}

void TestMenu::quartersHaveTheirDays()
{
    QCOMPARE(quarter.name, std::string("2025 Q3"));
    QCOMPARE(isoText(quarter.start), std::string("2025-07-01"));
    QCOMPARE(isoText(quarter.end), std::string("2025-09-30"));
    QCOMPARE(isoText(quarterOf(dayOf(2024, 2, 29)).end), std::string("2024-03-31"));
    QCOMPARE(quarterOf(dayOf(2024, 12, 31)).name, std::string("2024 Q4"));
}

void TestMenu::envelopesCoverTheirScope()
{
    const EnvelopeScope tier{EnvelopeScope::Kind::tier, 1, {}};
    const EnvelopeScope play{EnvelopeScope::Kind::play, 0, "popcorn"};
    const EnvelopeScope campaign{EnvelopeScope::Kind::campaign, 0, "Autumn"};
    QVERIFY(covers(tier, {1, "popcorn", ""}));
    QVERIFY(!covers(tier, {2, "popcorn", ""}));
    QVERIFY(covers(play, {3, "popcorn", ""}));
    QVERIFY(!covers(play, {3, "letter", ""}));
    QVERIFY(covers(campaign, {1, "letter", "Autumn"}));
    QVERIFY(!covers(campaign, {1, "letter", ""}));
    QVERIFY(!covers(EnvelopeScope{EnvelopeScope::Kind::campaign, 0, ""}, {1, "letter", ""}));
}

void TestMenu::refusesWhatTheShapeForbids_data()
{
    QTest::addColumn<std::function<void(Menu &)>>("spoil");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *path, std::function<void(Menu &)> spoil) {
        QTest::newRow(path) << spoil << QString::fromLatin1(path);
    };
    row("program.name", [](Menu &m) { m.program.name.clear(); });
    row("program.start", [](Menu &m) { m.program.start = unknownDay; });
    row("program.end", [](Menu &m) { m.program.end = m.program.start - 1; });
    row("envelopes[0].code", [](Menu &m) { m.envelopes[0].code = "Tier 1"; });
    row("envelopes[1].code", [](Menu &m) { m.envelopes.push_back(m.envelopes[0]); });
    row("envelopes[0].limit", [](Menu &m) { m.envelopes[0].limit = Money{-1}; });
    row("envelopes[0].scope.tier", [](Menu &m) { m.envelopes[0].scope.tier = 4; });
    row("envelopes[0].scope.play", [](Menu &m) {
        m.envelopes[0].scope = {EnvelopeScope::Kind::play, 0, "none"};
    });
    row("envelopes[0].scope.campaign", [](Menu &m) {
        m.envelopes[0].scope = {EnvelopeScope::Kind::campaign, 0, ""};
    });
    row("plays[0].code", [](Menu &m) { m.plays[0].code = std::string(41, 'a'); });
    row("plays[1].code", [](Menu &m) { m.plays.push_back(m.plays[0]); });
    row("plays[0].name", [](Menu &m) { m.plays[0].name.clear(); });
    row("plays[0].tiers", [](Menu &m) { m.plays[0].tiers.clear(); });
    row("plays[0].tiers[0]", [](Menu &m) { m.plays[0].tiers = {0}; });
    row("plays[0].tiers[1]", [](Menu &m) { m.plays[0].tiers = {2, 2}; });
    row("plays[0].roles[0]", [](Menu &m) { m.plays[0].roles = {"cook"}; });
    row("plays[0].costs[0]", [](Menu &m) { m.plays[0].costs[0].amount = Money{-1}; });
    row("plays[0].costs", [](Menu &m) {
        m.plays[0].costs[0] = {CostKind::fee, Money{largestMoney}, largestQuantity};
    });
    row("plays[0].lead_days", [](Menu &m) { m.plays[0].leadDays = -1; });
    row("plays[0].capacity", [](Menu &m) { m.plays[0].capacity = -1; });
    row("plays[0].per_account", [](Menu &m) { m.plays[0].perAccount = -1; });
    row("plays[0].approval.above", [](Menu &m) { m.plays[0].approval = {Approval::Rule::above, Money{-1}}; });
    row("plays[0].cheaper[0]", [](Menu &m) { m.plays[0].cheaper = {"popcorn"}; });
}

void TestMenu::refusesWhatTheShapeForbids()
{
    QFETCH(std::function<void(Menu &)>, spoil);
    QFETCH(QString, path);
    Menu menu = smallMenu();
    QVERIFY(problemsOf(menu).empty());
    spoil(menu);
    const std::vector<Error> problems = problemsOf(menu);
    QCOMPARE(problems.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(problems.front().field), path);
    QCOMPARE(problems.front().kind, ErrorKind::invalid);
}

void TestMenu::defaultMenuHasThePlaysOfTheSpecification()
{
    const Menu menu = defaultMenu(dollars, quarter);
    const std::vector<std::pair<const char *, int>> named{{"executive-thought-leadership", 1},
                                                          {"custom-content", 1},
                                                          {"vip-event", 1},
                                                          {"personalised-landing-page", 1},
                                                          {"sdr-hours", 1},
                                                          {"dimensional-mail", 1},
                                                          {"ice-cream-cart", 1},
                                                          {"custom-display-creative", 1},
                                                          {"account-based-ads", 2},
                                                          {"intent-message", 2},
                                                          {"webinar-invitation", 2},
                                                          {"direct-mail", 2},
                                                          {"always-on-ads", 3},
                                                          {"nurture", 3},
                                                          {"newsletter", 3}};
    for (const auto &[code, tier] : named) {
        const Play *play = menu.play(code);
        QVERIFY2(play != nullptr, code);
        QVERIFY2(offeredTo(*play, tier), code);
    }
    std::set<Course> courses;
    for (const Play &play : menu.plays) {
        QCOMPARE(play.status, PlayStatus::approved);
        QVERIFY2(priceOf(play) > Money{0}, play.code.c_str());
        QVERIFY2(play.leadDays > 0, play.code.c_str());
        QVERIFY2(courseOf(play.channel) != Course::other, play.code.c_str());
        courses.insert(courseOf(play.channel));
        for (const std::string &code : play.cheaper) {
            QVERIFY2(menu.play(code) != nullptr, code.c_str());
            QVERIFY2(priceOf(*menu.play(code)) < priceOf(play), code.c_str());
        }
    }
    QCOMPARE(courses.size(), std::size_t{5});
    QCOMPARE(priceOf(*menu.play("executive-thought-leadership")), Money{480'000});
    QCOMPARE(firstStateOf(*menu.play("executive-thought-leadership")), OrderState::requested);
    QCOMPARE(firstStateOf(*menu.play("sdr-hours")), OrderState::approved);
    QCOMPARE(menu.envelopes.front().limit, Money{12'000'000});
}

void TestMenu::defaultMenuIsValidInEveryCurrency()
{
    for (const char *code : {"USD", "EUR", "JPY", "RUB", "TWD", "KWD", "SEK"}) {
        const std::vector<Error> problems = problemsOf(defaultMenu(currencyOf(code).value(), quarter));
        QVERIFY2(problems.empty(), problems.empty() ? code : plainText(problems.front()).c_str());
    }
}

void TestMenu::defaultMenuScales()
{
    QCOMPARE(defaultMenu(yen, quarter).envelopes.front().limit, Money{120'000 * 150});
    QCOMPARE(priceOf(*defaultMenu(yen, quarter).play("sdr-hours")), Money{1'200 * 150});
}

void TestMenu::approvesDraftsOnly()
{
    Menu menu = defaultMenu(dollars, quarter);
    QCOMPARE(approveDrafts(menu), 0);
    menu.plays[0].status = PlayStatus::draft;
    menu.plays[1].status = PlayStatus::retired;
    QCOMPARE(approveDrafts(menu), 1);
    QCOMPARE(menu.plays[0].status, PlayStatus::approved);
    QCOMPARE(menu.plays[1].status, PlayStatus::retired);
}

void TestMenu::channelsHaveACourse()
{
    QCOMPARE(courseOf("direct mail"), Course::mail);
    QCOMPARE(courseOf("webinar"), Course::events);
    QCOMPARE(courseOf("skywriting"), Course::other);
}

QTEST_GUILESS_MAIN(TestMenu)
#include "tst_menu.moc"
