#include "domain/slip.h"

#include <QtTest>

using namespace dimsum;

namespace
{

const Day monday = dayOf(2025, 7, 7);

Play playOf(std::string code, std::int64_t price, std::vector<int> tiers)
{
    Play play;
    play.code = std::move(code);
    play.name = play.code;
    play.tiers = std::move(tiers);
    play.costs = {{CostKind::production, Money{price}, oneQuantity}};
    play.leadDays = 5;
    play.status = PlayStatus::approved;
    return play;
}

// Envelope of 100.00 for tier 1 and of 40.00 for popcorn.
Menu menuOfTest()
{
    Menu menu;
    menu.program = {"2025 Q3", dayOf(2025, 7, 1), dayOf(2025, 9, 30), {}, {}};
    menu.envelopes = {{"tier-1", {EnvelopeScope::Kind::tier, 1, {}}, Money{10'000}},
                      {"mail", {EnvelopeScope::Kind::play, 0, "popcorn"}, Money{4'000}},
                      {"tier-2", {EnvelopeScope::Kind::tier, 2, {}}, Money{1}}};
    menu.plays = {playOf("popcorn", 3'000, {1}), playOf("letter", 2'000, {1, 2}),
                  playOf("dinner", 6'000, {1}), playOf("banner", 100, {3})};
    menu.plays[0].roles = {"champion", "decision maker"};
    menu.plays[0].capacity = 3;
    menu.plays[1].perAccount = 2;
    menu.plays[2].approval = {Approval::Rule::above, Money{5'000}};
    menu.plays[2].leadDays = 20;
    return menu;
}

SlipSetting settingOf(const Menu &menu)
{
    SlipSetting setting;
    setting.menu = &menu;
    setting.today = monday;
    setting.tier = 1;
    setting.contactRoles = {"champion"};
    return setting;
}

SlipCheck check(const SlipSetting &setting, std::vector<std::string> ticked)
{
    return checkSlip(setting, ticked);
}

const SlipPlay &entry(const SlipCheck &slip, std::string_view code)
{
    const auto at = std::find_if(slip.plays.begin(), slip.plays.end(),
                                 [&](const SlipPlay &e) { return e.play->code == code; });
    Q_ASSERT(at != slip.plays.end());
    return *at;
}

} // namespace

class TestSlip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsThePlaysOfTheTier();
    void addsUpWhatIsTicked();
    void locksWhatNoLongerFits();
    void refusesOverAnEnvelope();
    void refusesWhatIsSoldOut();
    void refusesOverTheAccountLimit();
    void refusesOtherTiersDraftsAndHoldouts();
    void refusesUnknownPlays();
    void adviceDoesNotRefuse();
    void asksForInputsOfTickedPlaysOnly();
    void anEmptySlipCannotBePlaced();
    void reasonsHaveNames();
};

void TestSlip::showsThePlaysOfTheTier()
{
    Menu menu = menuOfTest();
    SlipSetting setting = settingOf(menu);
    QCOMPARE(check(setting, {}).plays.size(), std::size_t{3});
    setting.tier = 2;
    QCOMPARE(check(setting, {}).plays.size(), std::size_t{1});
    setting.tier = 0;
    QVERIFY(check(setting, {}).plays.empty());
    setting.tier = 1;
    setting.holdout = true;
    QVERIFY(check(setting, {}).plays.empty());
    setting.holdout = false;
    menu.plays[1].status = PlayStatus::draft;
    QCOMPARE(check(setting, {}).plays.size(), std::size_t{2});
}

void TestSlip::addsUpWhatIsTicked()
{
    const Menu menu = menuOfTest();
    SlipSetting setting = settingOf(menu);
    setting.envelopes["tier-1"] = {Money{500}, Money{300}, Money{200}};
    const SlipCheck slip = check(setting, {"popcorn", "dinner"});
    QVERIFY(slip.placeable);
    QCOMPARE(slip.total, Money{9'000});
    QCOMPARE(slip.approvals, 1);
    QCOMPARE(isoText(slip.firstDelivery), std::string("2025-07-14"));
    QCOMPARE(isoText(slip.lastDelivery), std::string("2025-08-04"));
    QCOMPARE(slip.rolesReached, std::vector<std::string>{"champion"});
    QCOMPARE(slip.envelopes.size(), std::size_t{2}); // tier-2 concerns nobody here
    QCOMPARE(slip.envelopes[0].slip, Money{9'000});
    QCOMPARE(slip.envelopes[0].left, Money{0});
    QCOMPARE(slip.envelopes[1].slip, Money{3'000});
    QCOMPARE(slip.envelopes[1].left, Money{1'000});
    QCOMPARE(entry(slip, "popcorn").left, std::optional(2));
    QCOMPARE(entry(slip, "popcorn").ticked, 1);
    QVERIFY(entry(slip, "dinner").approval);
    QVERIFY(!entry(slip, "letter").left);
}

void TestSlip::locksWhatNoLongerFits()
{
    const Menu menu = menuOfTest();
    const SlipSetting setting = settingOf(menu);
    QVERIFY(entry(check(setting, {"dinner"}), "letter").orderable());
    const SlipCheck slip = check(setting, {"dinner", "popcorn"});
    QVERIFY(slip.placeable);
    const SlipPlay &letter = entry(slip, "letter");
    QCOMPARE(letter.hindrances.size(), std::size_t{1});
    QCOMPARE(letter.hindrances[0].reason, SlipReason::envelopeEmpty);
    QCOMPARE(letter.hindrances[0].left, Money{1'000});
    QCOMPARE(letter.hindrances[0].envelope, std::string("tier-1"));
    QVERIFY(entry(slip, "dinner").orderable()); // it is on the slip and fits
}

void TestSlip::refusesOverAnEnvelope()
{
    const Menu menu = menuOfTest();
    SlipSetting setting = settingOf(menu);
    setting.envelopes["tier-1"] = {Money{0}, Money{4'000}, Money{1}};
    const SlipCheck slip = check(setting, {"dinner"});
    QVERIFY(!slip.placeable);
    QCOMPARE(slip.obstacles.size(), std::size_t{1});
    QCOMPARE(slip.obstacles[0].play, std::string("dinner"));
    QCOMPARE(slip.obstacles[0].hindrance.left, Money{5'999});
    QCOMPARE(slip.envelopes[0].left, Money{-1});
    setting.envelopes["tier-1"].actual = Money{0};
    QVERIFY(check(setting, {"dinner"}).placeable);
    // the envelope of the play binds although the tier has room
    QVERIFY(!check(setting, {"popcorn", "popcorn"}).placeable);
}

void TestSlip::refusesWhatIsSoldOut()
{
    const Menu menu = menuOfTest();
    SlipSetting setting = settingOf(menu);
    setting.ordered["popcorn"] = 3;
    const SlipCheck slip = check(setting, {"popcorn"});
    QVERIFY(!slip.placeable);
    QCOMPARE(slip.obstacles[0].hindrance.reason, SlipReason::soldOut);
    QCOMPARE(slip.obstacles[0].hindrance.used, std::int64_t{3});
    QCOMPARE(slip.obstacles[0].hindrance.limit, std::int64_t{3});
    QCOMPARE(entry(slip, "popcorn").left, std::optional(0));
    setting.ordered["popcorn"] = 2;
    QVERIFY(check(setting, {"popcorn"}).placeable);
}

void TestSlip::refusesOverTheAccountLimit()
{
    const Menu menu = menuOfTest();
    SlipSetting setting = settingOf(menu);
    setting.orderedByAccount["letter"] = 1;
    QVERIFY(check(setting, {"letter"}).placeable);
    const SlipCheck slip = check(setting, {"letter", "letter"});
    QVERIFY(!slip.placeable);
    QCOMPARE(slip.obstacles[0].hindrance.reason, SlipReason::accountLimit);
    QCOMPARE(slip.obstacles[0].hindrance.used, std::int64_t{2});
}

void TestSlip::refusesOtherTiersDraftsAndHoldouts()
{
    Menu menu = menuOfTest();
    SlipSetting setting = settingOf(menu);
    const auto firstReason = [&](const char *code) {
        return check(setting, {code}).obstacles[0].hindrance.reason;
    };
    QCOMPARE(firstReason("banner"), SlipReason::wrongTier);
    setting.tier = 0;
    QCOMPARE(firstReason("popcorn"), SlipReason::noTier);
    setting.tier = 1;
    setting.holdout = true;
    QCOMPARE(firstReason("popcorn"), SlipReason::holdout);
    setting.holdout = false;
    menu.plays[0].status = PlayStatus::draft;
    QCOMPARE(firstReason("popcorn"), SlipReason::notApproved);
    menu.plays[0].status = PlayStatus::retired;
    QCOMPARE(firstReason("popcorn"), SlipReason::retired);
    QVERIFY(!check(setting, {"popcorn"}).placeable);
}

void TestSlip::refusesUnknownPlays()
{
    const Menu menu = menuOfTest();
    const SlipCheck slip = check(settingOf(menu), {"letter", "caviar"});
    QVERIFY(!slip.placeable);
    QCOMPARE(slip.obstacles.size(), std::size_t{1});
    QCOMPARE(slip.obstacles[0].play, std::string("caviar"));
    QCOMPARE(slip.obstacles[0].hindrance.reason, SlipReason::unknownPlay);
    QCOMPARE(slip.total, Money{2'000});
}

void TestSlip::adviceDoesNotRefuse()
{
    const Menu menu = menuOfTest();
    SlipSetting setting = settingOf(menu);
    setting.contactRoles.clear();
    setting.today = dayOf(2025, 9, 29);
    const SlipCheck slip = check(setting, {"popcorn"});
    QVERIFY(slip.placeable);
    QCOMPARE(slip.obstacles.size(), std::size_t{2});
    QCOMPARE(slip.obstacles[0].hindrance.reason, SlipReason::readyTooLate);
    QCOMPARE(isoText(slip.obstacles[0].hindrance.day), std::string("2025-10-06"));
    QCOMPARE(slip.obstacles[1].hindrance.reason, SlipReason::noContactInRole);
    QCOMPARE(slip.obstacles[1].hindrance.role, std::string("champion, decision maker"));
    setting.today = dayOf(2025, 9, 23); // ready on Tuesday the 30th, the last day of the program: in time
    QVERIFY(check(setting, {"letter"}).obstacles.empty());
    setting.today = dayOf(2025, 10, 1);
    QCOMPARE(check(setting, {"letter"}).obstacles[0].hindrance.reason, SlipReason::outsideProgram);
}

void TestSlip::asksForInputsOfTickedPlaysOnly()
{
    Menu menu = menuOfTest();
    menu.plays[1].inputs = {"contact", "address"};
    SlipSetting setting = settingOf(menu);
    QVERIFY(entry(check(setting, {}), "letter").orderable());
    setting.filledInputs = {"contact"};
    const SlipCheck slip = check(setting, {"letter"});
    QCOMPARE(slip.obstacles.size(), std::size_t{1});
    QCOMPARE(slip.obstacles[0].hindrance.reason, SlipReason::inputMissing);
    QCOMPARE(slip.obstacles[0].hindrance.role, std::string("address"));
    QVERIFY(slip.placeable);
}

void TestSlip::anEmptySlipCannotBePlaced()
{
    const Menu menu = menuOfTest();
    const SlipCheck slip = check(settingOf(menu), {});
    QVERIFY(!slip.placeable);
    QVERIFY(!slip.firstDelivery.known());
    QCOMPARE(slip.total, Money{0});
}

void TestSlip::reasonsHaveNames()
{
    QCOMPARE(slipReasonName(SlipReason::unknownPlay), std::string_view("unknown play"));
    QCOMPARE(slipReasonName(SlipReason::inputMissing), std::string_view("input missing"));
    QVERIFY(isInvariant(SlipReason::envelopeEmpty));
    QVERIFY(!isInvariant(SlipReason::outsideProgram));
}

QTEST_GUILESS_MAIN(TestSlip)
#include "tst_slip.moc"
