#include <QtTest>

#include "domain/tier_steps.h"
#include "domain/tiering.h"
#include "domain/tolerance.h"
#include "support/given_scores.h"

#include <cmath>
#include <map>
#include <numeric>
#include <random>
#include <utility>

using namespace dimsum;
using namespace dimsum::test;

namespace
{

const Currency usd{"USD", 2};
const Day today = dayOf(2025, 6, 30);

TierProposal proposed(const std::vector<GivenAccount> &rows, const TierPolicy &policy,
                      const std::vector<TierPin> &pins = {})
{
    return proposeTiers(givenFrame(rows), givenScores(rows), policy, pins, today);
}

// By row.
std::vector<double> acvRanks(const TierProposal &proposal, const std::vector<GivenAccount> &rows)
{
    const AcvOrder order(givenFrame(rows).acv);
    std::vector<double> ranks;
    for (std::size_t row = 0; row < rows.size(); ++row)
        ranks.push_back(proposal.acvRank(row, order));
    return ranks;
}

std::string tiersOf(const TierProposal &proposal)
{
    std::string text;
    for (const Tier tier : proposal.proposed)
        text += std::string(text.empty() ? "" : " ") + tierCode(tier);
    return text;
}

std::string reasonsFor(const GivenAccount &row, const TierPolicy &policy)
{
    Icp icp;
    icp.criteria.emplace_back();
    icp.criteria[0].field = IcpField::employees;
    icp.criteria[0].mustHave = true;
    const std::vector<GivenAccount> rows{row};
    return reasonsText(
        reasonsOf(0, givenFrame(rows), icp, givenScores(rows), policy, proposed(rows, policy), usd));
}

bool warns(const TierProposal &proposal, TieringWarning warning)
{
    for (const TieringNotice &notice : proposal.notices) {
        if (notice.warning == warning)
            return true;
    }
    return false;
}

TierPolicy onlyFit(std::optional<std::int64_t> one, std::optional<std::int64_t> two,
                   std::optional<std::int64_t> three)
{
    TierPolicy policy = defaultPolicy(usd);
    policy.capacity = {std::nullopt, one, two, three};
    policy.priority = {1, 0, 0, 0};
    return policy;
}

} // namespace

class TestTiering : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void defaultRules()
    {
        const TierPolicy policy = defaultPolicy(usd);
        const std::vector<GivenAccount> rows{
            {"a", 70, 50000, 60, 5},         // just-right, at every line
            {"b", 70, 49999.99, 60, 5},      // too-big
            {"c", 70, 15000, 0, 5},          // engaged-no-intent
            {"d", 70, 14999.99, 99, 99},     // too-small, however active
            {"e", 70, 90000, 0, 0},          // not-yet-active
            {"f", 70, -1, 99, 99},           // unknown ACV fails every ACV test, too-small as well
            {"g", 69.99, 90000, 99, 99},     // no fit
            {"h", 70 - 5e-10, 50000, 60, 5}, // within the slack
        };
        const TierProposal proposal = proposed(rows, policy);
        QCOMPARE(tiersOf(proposal), std::string("1 2 2 3 3 3 none 1"));
        QCOMPARE(proposal.rule, (std::vector<std::int16_t>{0, 1, 2, 3, 4, 4, TierProposal::noRule, 0}));
        QCOMPARE(proposal.inProgram, 7);
    }

    void thresholdsFollowTheCurrency()
    {
        QCOMPARE(defaultPolicy(Currency{"JPY", 0}).thresholds.acv[0].value.minor, 7'500'000);
        QCOMPARE(defaultPolicy(Currency{"INR", 2}).thresholds.acv[1].value.minor, 127'500'000);
        QCOMPARE(defaultPolicy(Currency{"KWD", 3}).thresholds.acv[0].value.minor, 50'000'000);
    }

    void reasons()
    {
        const TierPolicy policy = defaultPolicy(usd);
        QCOMPARE(reasonsFor({"a", 82, 61000, 72, 12}, policy),
                 std::string("fit 82 >= 70; acv 61000 >= 50000; intent 72 >= 60; engagement 12 >= 5"));
        GivenAccount surging{"a", 82, 61000, 20, 12};
        surging.intentSurge = true;
        QCOMPARE(
            reasonsFor(surging, policy),
            std::string("fit 82 >= 70; acv 61000 >= 50000; intent surge 240 >= 93.5; engagement 12 >= 5"));
        QCOMPARE(reasonsFor({"a", 82, 9000}, policy), std::string("fit 82 >= 70; acv 9000 < 15000"));
        QCOMPARE(reasonsFor({"a", 82, -1}, policy), std::string("fit 82 >= 70"));
        QCOMPARE(reasonsFor({"a", 60, 9000}, policy), std::string("fit 60 < 70"));
        QCOMPARE(reasonsFor({"a", 60, -1}, policy), std::string("fit 60 < 70; acv unknown"));
        GivenAccount out{"a", 90, 9000};
        out.disqualified = true;
        QCOMPARE(reasonsFor(out, policy), std::string("fit must-have employees"));
    }

    void exclusions()
    {
        TierPolicy policy = defaultPolicy(usd);
        GivenAccount customer{"a", 90, 90000, 90, 90};
        customer.customer = true;
        GivenAccount inDeal{"b", 90, 90000, 90, 90};
        inDeal.openDeal = true;
        QCOMPARE(tiersOf(proposed({customer, inDeal}, policy)), std::string("1 1"));
        policy.excludeCustomers = true;
        QCOMPARE(tiersOf(proposed({customer, inDeal}, policy)), std::string("none 1"));
        QCOMPARE(reasonsFor(customer, policy), std::string("excluded customer"));
        policy.excludeOpenDeals = true;
        QCOMPARE(tiersOf(proposed({customer, inDeal}, policy)), std::string("none none"));
        QCOMPARE(reasonsFor(inDeal, policy), std::string("excluded open deal"));
    }

    void priority()
    {
        // ACV ranks among the four in program: b 0 of 4 lower, c 1 of 4, d 2 of 4; e unknown 0; f is out of
        // program and still ranked among them: all three known ones are lower.
        const std::vector<GivenAccount> rows{
            {"b", 80, 20000, 10, 20}, {"c", 80, 30000}, {"d", 80, 40000}, {"e", 80, -1}, {"f", 10, 99000}};
        const TierProposal proposal = proposed(rows, defaultPolicy(usd));
        QCOMPARE(acvRanks(proposal, rows), (std::vector<double>{0, 0.25, 0.5, 0, 0.75}));
        QVERIFY(std::abs(proposal.priority[0] - (24 + 3 + 6 + 0)) < 1e-9);
        QVERIFY(std::abs(proposal.priority[2] - (24 + 5)) < 1e-9);
        QVERIFY(std::abs(proposal.priority[4] - (3 + 7.5)) < 1e-9);
    }

    void equalAcvIsNotLower()
    {
        const std::vector<GivenAccount> rows{{"a", 80, 20000}, {"b", 80, 20000}};
        QCOMPARE(acvRanks(proposed(rows, defaultPolicy(usd)), rows), (std::vector<double>{0, 0}));
    }

    void capacityCascades()
    {
        // Tier 1 has one place: a (95) keeps it, b (90) and c (75) fall to tier 2 and compete there with d
        // (80). Tier 2 has two places: b and d stay, c falls to tier 3, which has none: c ends in none, with
        // e (72).
        const std::vector<GivenAccount> rows{{"a", 95, 60000, 70, 9},
                                             {"b", 90, 60000, 70, 9},
                                             {"c", 75, 60000, 70, 9},
                                             {"d", 80, 20000, 70, 0},
                                             {"e", 72, 1000}};
        const TierPolicy policy = onlyFit(1, 2, 0);
        const TierProposal proposal = proposed(rows, policy);
        QCOMPARE(tiersOf(proposal), std::string("1 2 none 2 none"));
        QCOMPARE(proposal.displaced, (std::vector<std::uint8_t>{0, 1, 1, 0, 1}));
        QCOMPARE(proposal.rule[2], std::int16_t{0}); // the rule stays the one that matched
        QVERIFY(proposal.computed[2] == Tier::one);
        // c (just-right) ends lower than d (too-big): said in a warning.
        QVERIFY(warns(proposal, TieringWarning::displacedBelowLesser));
        const std::string reasons =
            reasonsText(reasonsOf(2, givenFrame(rows), Icp{}, givenScores(rows), policy, proposal, usd));
        QVERIFY2(reasons.ends_with("; capacity"), reasons.c_str());
        QVERIFY(!warns(proposed(rows, onlyFit(1, std::nullopt, std::nullopt)),
                       TieringWarning::displacedBelowLesser));
    }

    void tiesGoToTheSmallerDomain()
    {
        // The difference of 1e-10 is below the rounding of rankings: b.com wins by its name.
        const std::vector<GivenAccount> rows{{"c.com", 90 + 1e-10, 60000, 70, 9},
                                             {"b.com", 90, 60000, 70, 9}};
        QCOMPARE(tiersOf(proposed(rows, onlyFit(1, std::nullopt, std::nullopt))), std::string("2 1"));
    }

    void pins()
    {
        const std::vector<GivenAccount> rows{
            {"a", 95, 60000, 70, 9}, {"b", 90, 60000, 70, 9}, {"c", 10, 1000}, {"d", 80, 60000, 70, 9}};
        // c is pinned into tier 1 and takes one of its two places; a, pinned to none, frees nothing for
        // itself but keeps its computed tier as its proposal.
        const std::vector<TierPin> set{{2, Tier::one, today, "board"},
                                       {0, Tier::none, today + 30, "lawsuit"}};
        const TierProposal proposal = proposed(rows, onlyFit(2, std::nullopt, std::nullopt), set);
        QCOMPARE(tiersOf(proposal), std::string("1 1 none 2"));
        QVERIFY(proposal.withPin(0, set) == Tier::none);
        QVERIFY(proposal.withPin(2, set) == Tier::one);
        QVERIFY(proposal.withPin(3, set) == Tier::two);
        QCOMPARE(reasonsText(pinReasons(set[0])), std::string("pin until 2025-06-30"));
        // The end date is included; a day later the pin is gone.
        const std::vector<TierPin> expired{{2, Tier::one, today - 1, "board"}};
        QCOMPARE(proposed(rows, onlyFit(2, std::nullopt, std::nullopt), expired).pin[2], -1);
    }

    void pinsBeyondCapacity()
    {
        const std::vector<GivenAccount> rows{{"a", 95, 60000, 70, 9}, {"b", 10}, {"c", 10}};
        GivenAccount out{"d", 90, 60000};
        out.disqualified = true;
        std::vector<GivenAccount> all = rows;
        all.push_back(out);
        const std::vector<TierPin> set{{1, Tier::one, today}, {2, Tier::one, today}, {3, Tier::two, today}};
        const TierProposal proposal = proposed(all, onlyFit(1, std::nullopt, std::nullopt), set);
        QCOMPARE(tiersOf(proposal), std::string("2 none none none"));
        QVERIFY(warns(proposal, TieringWarning::pinsFillTier));
        QVERIFY(warns(proposal, TieringWarning::pinnedDisqualified));
    }

    void customRules()
    {
        TierPolicy policy = defaultPolicy(usd);
        MeasureTest possible;
        possible.measure = Measure::fitMax;
        possible.threshold = "high"; // fit_max uses the names of fit
        MeasureTest lowIntent;
        lowIntent.measure = Measure::intentScore;
        lowIntent.below = true;
        lowIntent.number = 50;
        policy.rules = {{"hot", Tier::one, {}, {{Flag::highIntensity, true}, {Flag::intentSurge, false}}},
                        {"maybe", Tier::three, {lowIntent, possible}, {}},
                        {"rest", Tier::two, {}, {}}};
        GivenAccount hot{"a", 10};
        hot.highIntensity = true;
        GivenAccount maybe{"b", 60};
        maybe.fitMax = 75;
        GivenAccount busy = maybe;
        busy.intent = 50;
        GivenAccount out{"d", 99};
        out.disqualified = true; // {} matches everyone not disqualified
        QCOMPARE(tiersOf(proposed({hot, maybe, busy, out}, policy)), std::string("1 3 2 none"));
        QCOMPARE(reasonsFor(hot, policy), std::string("no intent surge; high intensity"));
        QCOMPARE(reasonsFor(maybe, policy), std::string("fit_max 75 >= 70; intent score 0 < 50"));
        QCOMPARE(reasonsFor(busy, policy), std::string());
    }

    void withoutIcpEverythingIsEmpty()
    {
        const std::vector<GivenAccount> rows{{"a", 90, 90000, 90, 90}};
        AccountScores scores = givenScores(rows);
        scores.fit = FitColumns{};
        const AccountFrame accounts = givenFrame(rows);
        const TierPolicy policy = defaultPolicy(usd);
        const TierProposal proposal = proposeTiers(accounts, scores, policy, {}, today);
        QVERIFY(!proposal.defined);
        QVERIFY(proposal.proposed.empty() && proposal.priority.empty());
        QVERIFY(warns(proposal, TieringWarning::noIcp));
        QCOMPARE(reasonsText(reasonsOf(0, accounts, Icp{}, scores, policy, proposal, usd)),
                 std::string("no ICP"));
    }

    void noDataWarns()
    {
        const std::vector<GivenAccount> rows{{"a", 90, 90000}};
        AccountScores scores = givenScores(rows);
        scores.intent.edit().feed.anyIntent = false;
        QVERIFY(warns(proposeTiers(givenFrame(rows), scores, defaultPolicy(usd), {}, today),
                      TieringWarning::noData));
    }

    // The rules of a million accounts are tried column by column; each account on its own must come out the same.
    void columnsSayWhatSingleAccountsSay()
    {
        std::mt19937 random(11);
        const auto one = [&](int of) { return random() % static_cast<unsigned>(of) == 0; };
        for (int world = 0; world < 40; ++world) {
            std::vector<GivenAccount> rows(2500); // more than one block of rows
            for (std::size_t i = 0; i < rows.size(); ++i)
                rows[i] = {.domain = "a" + std::to_string(i) + ".com", .fit = static_cast<double>(random() % 101),
                           .acv = one(5) ? -1 : static_cast<double>(random() % 90000), .intent = static_cast<double>(random() % 101),
                           .engagement = static_cast<double>(random() % 101), .intentSurge = one(4), .engagementSurge = one(4),
                           .highIntensity = one(3), .disqualified = one(9), .customer = one(7), .openDeal = one(6)};
            TierPolicy policy = defaultPolicy(usd);
            policy.excludeCustomers = one(2);
            policy.excludeOpenDeals = one(2);
            for (TierRule &rule : policy.rules) {
                rule.flags.clear();
                for (const Flag flag : {Flag::recentIntent, Flag::recentEngagement, Flag::intentSurge, Flag::engagementSurge, Flag::highIntensity})
                    if (one(4))
                        rule.flags.push_back({flag, one(2)});
                for (const Measure measure : {Measure::fit, Measure::fitMax, Measure::intentScore, Measure::engagementScore})
                    if (one(3))
                        rule.measures.push_back({.measure = measure, .below = one(3), .threshold = {}, .number = static_cast<double>(random() % 101), .amount = {}});
            }
            const AccountFrame accounts = givenFrame(rows);
            const AccountScores scores = givenScores(rows);
            const TierProposal proposal = proposeTiers(accounts, scores, policy, {}, today);
            const RuleMatcher matcher(policy);
            std::int64_t inProgram = 0;
            for (std::size_t row = 0; row < rows.size(); ++row) {
                const std::int16_t alone = matcher.match(factsOf(row, accounts, scores, policy));
                QCOMPARE(proposal.rule[row], alone);
                inProgram += alone != TierProposal::noRule;
            }
            QCOMPARE(proposal.inProgram, inProgram);
            // A share of the accounts in the program is cheaper, by definition.
            const std::vector<double> ranks = acvRanks(proposal, rows);
            for (std::size_t row = 0; row < rows.size(); row += 311) {
                std::int64_t cheaper = 0;
                for (std::size_t other = 0; other < rows.size(); ++other)
                    cheaper += proposal.rule[other] != TierProposal::noRule && accounts.acv[other].known() && accounts.acv[row].known()
                               && accounts.acv[other] < accounts.acv[row];
                QVERIFY(inProgram == 0 || qAbs(ranks[row] - static_cast<double>(cheaper) / static_cast<double>(inProgram)) < 1e-12);
            }
            // An order of amounts that was made before gives the same.
            const TierProposal again = proposeTiers({.accounts = accounts, .order = AcvOrder(accounts.acv), .scores = scores, .asOf = today}, policy);
            QVERIFY(again.rule == proposal.rule && again.priority == proposal.priority && again.proposed == proposal.proposed);
            QCOMPARE(again.inProgram, proposal.inProgram);
        }
    }

    // By counting where the accounts lie in the order of their keys, by comparing otherwise: the same order.
    void rowsComeByPriorityHoweverTheyLie()
    {
        std::mt19937 random(5);
        for (const bool byKey : {true, false}) {
            std::vector<GivenAccount> rows;
            for (int i = 0; i < 3000; ++i) {
                GivenAccount row;
                row.domain = "a" + std::to_string(byKey ? 10'000 + i : static_cast<int>(10'000 + i * 7919 % 3000)) + ".com";
                rows.push_back(row);
            }
            const AccountFrame frame = givenFrame(rows);
            std::vector<double> priority(rows.size());
            for (double &value : priority) {
                // Ties, and differences below and above a step.
                const std::array<double, 4> noise{0, 1e-11, 4e-10, 2e-9};
                value = static_cast<double>(random() % 50) * 2 + noise[random() % noise.size()];
            }
            std::vector<std::uint32_t> expected(rows.size());
            std::iota(expected.begin(), expected.end(), 0U);
            std::sort(expected.begin(), expected.end(), [&](std::uint32_t a, std::uint32_t b) {
                const double first = std::round(priority[a] * 1e9), second = std::round(priority[b] * 1e9);
                return first != second ? first > second : frame.domain.at(a) < frame.domain.at(b);
            });
            QCOMPARE(rowsByPriority(frame, priority), expected);
            std::vector<std::uint32_t> some;
            std::copy_if(expected.begin(), expected.end(), std::back_inserter(some), [](std::uint32_t row) { return row % 3 == 0; });
            std::vector<std::uint32_t> given = some;
            std::sort(given.begin(), given.end());
            QCOMPARE(rowsByPriority(frame, priority, given), some);
            std::shuffle(given.begin(), given.end(), random);
            QCOMPARE(rowsByPriority(frame, priority, given), some);
            // Some, none or many change: the same as from nothing. Several go to one place, to both ends, and less than a step.
            for (const std::size_t changes : {std::size_t{0}, std::size_t{1}, std::size_t{40}, std::size_t{150}, std::size_t{900}}) {
                std::vector<double> changed = priority;
                for (std::size_t i = 0; i < changes; ++i) {
                    const std::array<double, 5> to{0, 31, 99.5, -1, changed[i] + 1e-11};
                    changed[random() % changed.size()] = to[random() % to.size()];
                }
                QCOMPARE(rowsByPriority(frame, changed, expected, priority), rowsByPriority(frame, changed));
            }
            QCOMPARE(rowsByPriority(frame, priority, {}, {}), expected); // nothing before
        }
    }

    // Places are given by counting classes of priority; one by one, as a person would, it must come out the same: with ties,
    // pins, closed tiers, more rows than one core takes, and memory that was used before.
    void capacityIsWhatSortingSays()
    {
        std::mt19937 random(29);
        TierProposal reused;
        for (int world = 0; world < 12; ++world) {
            std::vector<GivenAccount> rows(world % 3 == 0 ? 45'000 : 700);
            for (std::size_t i = 0; i < rows.size(); ++i)
                rows[i] = {"a" + std::to_string(100'000 + i * 7919 % rows.size()) + ".com", static_cast<double>(40 + random() % 60),
                           static_cast<double>(random() % 5 == 0 ? 0 : random() % 9 * 10'000), static_cast<double>(random() % 4 * 25), static_cast<double>(random() % 3 * 20)};
            TierPolicy policy = defaultPolicy(usd);
            std::vector<TierPin> pins;
            for (std::uint32_t pin = 0; pin < 40; ++pin)
                pins.push_back({.account = static_cast<std::uint32_t>(random() % rows.size()), .tier = allTiers[random() % 4], .until = today});
            for (std::size_t tier = 1; tier <= 3; ++tier)
                if (random() % 4 != 0)
                    policy.capacity[tier] = static_cast<std::int64_t>(random() % 8 == 0 ? 0 : random() % (rows.size() / 8));
            const AccountFrame accounts = givenFrame(rows);
            const AccountScores scores = givenScores(rows);
            const TierProposal proposal = proposeTiers({.accounts = accounts, .order = AcvOrder(accounts.acv), .scores = scores, .pins = pins, .asOf = today}, policy, std::move(reused));

            std::vector<Tier> expected = proposal.computed;
            std::vector<std::uint8_t> displaced(rows.size(), 0);
            for (std::size_t tier = 1; tier <= 3; ++tier) {
                if (!policy.capacity[tier])
                    continue;
                std::int64_t room = *policy.capacity[tier];
                std::vector<std::uint32_t> competing;
                for (std::uint32_t row = 0; row < rows.size(); ++row) {
                    if (proposal.pin[row] >= 0)
                        room -= tierIndex(pins[static_cast<std::size_t>(proposal.pin[row])].tier) == tier;
                    else if (tierIndex(expected[row]) == tier)
                        competing.push_back(row);
                }
                std::sort(competing.begin(), competing.end(), [&](std::uint32_t a, std::uint32_t b) {
                    const double first = std::round(proposal.priority[a] * 1e9), second = std::round(proposal.priority[b] * 1e9);
                    return first != second ? first > second : accounts.domain.at(a) < accounts.domain.at(b);
                });
                for (std::size_t at = static_cast<std::size_t>(std::max<std::int64_t>(0, room)); at < competing.size(); ++at) {
                    expected[competing[at]] = tier == 3 ? Tier::none : static_cast<Tier>(tier + 1);
                    displaced[competing[at]] = 1;
                }
            }
            QVERIFY(proposal.proposed == expected);
            QVERIFY(proposal.displaced == displaced);
            // What was counted on the way.
            std::array<std::int64_t, 4> tiers{}, fallen{};
            for (std::size_t rule = 0; rule < proposal.outcomes.size(); ++rule) {
                const auto matching = std::count(proposal.rule.begin(), proposal.rule.end(), static_cast<std::int16_t>(static_cast<int>(rule) - 1));
                QCOMPARE(std::accumulate(proposal.outcomes[rule].accounts.begin(), proposal.outcomes[rule].accounts.end(), std::int64_t{0}), matching);
                for (std::size_t tier = 0; tier < 4; ++tier) {
                    tiers[tier] += proposal.outcomes[rule].accounts[tier];
                    fallen[tier] += proposal.outcomes[rule].displaced[tier];
                }
            }
            for (std::size_t tier = 0; tier < 4; ++tier) {
                QCOMPARE(tiers[tier], std::count(expected.begin(), expected.end(), static_cast<Tier>(tier)));
                std::int64_t fell = 0;
                for (std::size_t row = 0; row < rows.size(); ++row)
                    fell += displaced[row] != 0 && tierIndex(expected[row]) == tier;
                QCOMPARE(fallen[tier], fell);
            }
            reused = proposal;
        }
    }

    // A draft that follows another comes out as if it had been made anew: thresholds of every kind that move a little or a lot,
    // capacities, weights, rules that are not the same any more, memory that was used before.
    void followingSaysWhatMakingAnewSays()
    {
        std::mt19937 random(31);
        std::vector<GivenAccount> rows(45'000);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            rows[i] = {"a" + std::to_string(100'000 + i * 7919 % rows.size()) + ".com", static_cast<double>(random() % 1000) / 10,
                       static_cast<double>(random() % 5 == 0 ? 0 : random() % 400 * 250), static_cast<double>(random() % 40) * 2.5, static_cast<double>(random() % 30)};
            rows[i].disqualified = random() % 20 == 0;
        }
        const AccountFrame accounts = givenFrame(rows);
        const AccountScores scores = givenScores(rows);
        const AcvOrder order(accounts.acv);
        std::vector<TierPin> pins;
        for (std::uint32_t pin = 0; pin < 40; ++pin)
            pins.push_back({.account = static_cast<std::uint32_t>(random() % rows.size()), .tier = allTiers[random() % 4], .until = today});
        const TierBasis basis{.accounts = accounts, .order = order, .scores = scores, .pins = pins, .asOf = today};
        TierPolicy policy = defaultPolicy(usd);
        policy.rules.push_back({"asked", Tier::two, {{.measure = Measure::intentScore, .number = 40}, {.measure = Measure::engagementScore, .below = true, .number = 12}}, {}});
        policy.capacity = {std::nullopt, 300, 2'000, 5'000};
        TierProposal before = proposeTiers(basis, policy), made;
        TierTrack track;
        QVERIFY(!stepTiers(basis, policy, policy, made, track)); // there is nothing to follow
        int followed = 0, small = 0, classed = 0;
        for (int step = 0; step < 120; ++step) {
            TierPolicy next = policy;
            switch (random() % 8) {
            case 0:
                next.capacity[1 + random() % 3] = static_cast<std::int64_t>(random() % 3000);
                break;
            case 1:
                next.thresholds.acv[random() % next.thresholds.acv.size()].value = Money{static_cast<std::int64_t>(random() % 400) * 25'000};
                break;
            case 2:
                next.rules.back().measures[random() % 2].number = static_cast<double>(random() % 60);
                break;
            case 3:
                next.priority = random() % 2 == 0 ? PriorityWeights{} : PriorityWeights{0.1, 0.2, 0.3, 0.4};
                break;
            case 4:
                std::swap(next.rules[random() % next.rules.size()].tier, next.rules[random() % next.rules.size()].tier);
                break;
            default: {
                double &value = next.thresholds.fit[random() % next.thresholds.fit.size()].value;
                value = random() % 4 == 0 ? static_cast<double>(random() % 101) : std::clamp(value + static_cast<double>(random() % 21) / 10 - 1, 0.0, 100.0);
            }
            }
            const TierProposal anew = proposeTiers(basis, next);
            const bool stepped = stepTiers(basis, next, policy, made, track);
            QVERIFY(made.rule == anew.rule);
            QVERIFY(made.computed == anew.computed);
            QVERIFY(made.proposed == anew.proposed);
            QVERIFY(made.displaced == anew.displaced);
            for (std::uint32_t row = 0; row < rows.size(); ++row)
                QVERIFY(Priorities(basis, next.priority, made).of(row) == anew.priority[row]);
            if (track.classed)
                for (std::uint32_t row = 0; row < rows.size(); ++row)
                    QCOMPARE(track.competition.classOf()[row], made.pin[row] < 0 ? Competition::classOf(anew.priority[row]) : Competition::none);
            classed += track.classed;
            QVERIFY(made.pin == anew.pin);
            QCOMPARE(made.inProgram, anew.inProgram);
            QCOMPARE(made.members, anew.members);
            QCOMPARE(made.notices.size(), anew.notices.size());
            QCOMPARE(made.outcomes.size(), anew.outcomes.size());
            for (std::size_t rule = 0; rule < anew.outcomes.size(); ++rule) {
                QCOMPARE(made.outcomes[rule].accounts, anew.outcomes[rule].accounts);
                QCOMPARE(made.outcomes[rule].displaced, anew.outcomes[rule].displaced);
            }
            if (stepped) {
                ++followed;
                small += track.changed.size() < rows.size() / 50;
                std::vector<std::uint8_t> told(rows.size(), 0);
                for (const TierBefore &was : track.changed) {
                    QCOMPARE(told[was.row]++, std::uint8_t{0});
                    QCOMPARE(was.rule, before.rule[was.row]);
                    QCOMPARE(was.proposed, before.proposed[was.row]);
                    QCOMPARE(was.displaced, before.displaced[was.row]);
                }
                const double high = highFit(next), highBefore = highFit(policy);
                for (std::uint32_t row = 0; row < rows.size(); ++row) {
                    const bool differs = anew.rule[row] != before.rule[row] || anew.proposed[row] != before.proposed[row] ||
                                         anew.displaced[row] != before.displaced[row] ||
                                         (scores.fit->fit[row] + slack >= high) != (scores.fit->fit[row] + slack >= highBefore);
                    if (differs)
                        QCOMPARE(told[row], std::uint8_t{1});
                }
            }
            before = anew;
            policy = next;
        }
        QVERIFY(followed > 60);
        QVERIFY(small > 30);
        QVERIFY(classed > 30);
    }

    // Random worlds: capacity is never exceeded, nobody rises, no place stays empty while somebody fell past
    // it, and the order of rows decides nothing.
    void capacityInvariants()
    {
        std::mt19937 random(5);
        for (int world = 0; world < 60; ++world) {
            std::vector<GivenAccount> rows(40 + random() % 60);
            for (std::size_t i = 0; i < rows.size(); ++i)
                rows[i] = {"a" + std::to_string(i) + ".com", static_cast<double>(50 + random() % 50),
                           static_cast<double>(random() % 5 == 0 ? 0 : random() % 90000),
                           static_cast<double>(random() % 100), static_cast<double>(random() % 12)};
            TierPolicy policy = defaultPolicy(usd);
            for (std::size_t tier = 1; tier <= 3; ++tier)
                policy.capacity[tier] =
                    random() % 4 == 0 ? std::nullopt : std::optional<std::int64_t>(random() % 12);
            const TierProposal straight = proposed(rows, policy);
            std::array<std::int64_t, 4> used{};
            for (const Tier tier : straight.proposed)
                ++used[tierIndex(tier)];
            for (std::size_t row = 0; row < rows.size(); ++row) {
                const auto step = [](Tier tier) { return tier == Tier::none ? 4 : static_cast<int>(tier); };
                QVERIFY(step(straight.proposed[row]) >= step(straight.computed[row]));
                for (int passed = step(straight.computed[row]); passed < step(straight.proposed[row]);
                     ++passed)
                    QCOMPARE(used[static_cast<std::size_t>(passed)],
                             *policy.capacity[static_cast<std::size_t>(passed)]);
            }
            for (std::size_t tier = 1; tier <= 3; ++tier)
                QVERIFY(!policy.capacity[tier] || used[tier] <= *policy.capacity[tier]);

            std::vector<std::size_t> order(rows.size());
            std::iota(order.begin(), order.end(), std::size_t{0});
            std::shuffle(order.begin(), order.end(), random);
            std::vector<GivenAccount> mixed;
            for (const std::size_t at : order)
                mixed.push_back(rows[at]);
            const TierProposal shuffled = proposed(mixed, policy);
            for (std::size_t i = 0; i < order.size(); ++i)
                QVERIFY(shuffled.proposed[i] == straight.proposed[order[i]]);
        }
    }
};

QTEST_GUILESS_MAIN(TestTiering)
#include "tst_tiering.moc"
