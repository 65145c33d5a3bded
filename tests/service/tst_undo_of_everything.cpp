// Whatever a person does can be undone to exactly what was there before: random runs of every kind of change, taken back
// step by step and done again, the hash of the workspace's content compared at every step. Orders are countered, not
// rewritten (their audit trail only grows), so for them what stands and what money and places are taken is compared.
#include "service/cost_book.h"
#include "service/action_feedback.h"
#include "service/ordering_service.h"
#include "service/policy_drafts.h"
#include "service/saved_view_service.h"
#include "service/snapshot.h"
#include "service/tiering_service.h"
#include "service/undo_service.h"
#include "support/given_play.h"
#include "support/small_world.h"

#include <QTest>

#include <random>

using namespace dimsum;
using dimsum::test::givenPlay;

namespace {

const std::vector<const char *> domains{"acme.com", "beta.com", "gamma.com", "delta.com"};

class RandomHand
{
public:
    RandomHand(SmallWorld &world, unsigned seed) : m_world(world), m_random(seed) {}

    // One change of a random kind; its name, or empty where it changed nothing.
    std::string act()
    {
        Workspace &workspace = *m_world.workspace;
        const int number = ++m_number;
        const std::string account = domains[below(domains.size())];
        const AccountId id = m_world.ids.at(account);
        switch (below(14)) {
        case 0:
            return done("field", editAccounts(workspace, std::vector{id}, {{QStringLiteral("acv"), QString::number(1000 + number)}}));
        case 1:
            return done("own field", editAccounts(workspace, std::vector{id}, {{QStringLiteral("Plant count"), QString::number(number)}}));
        case 2:
            return done("fields of several", editAccounts(workspace, std::vector{m_world.ids.at("acme.com"), m_world.ids.at("delta.com")},
                                                          {{QStringLiteral("country"), QStringLiteral("Land %1").arg(number)}}));
        case 3:
            return done("account", addAccount(workspace, {.domain = QStringLiteral("new%1.com").arg(number), .name = QStringLiteral("New %1").arg(number)}));
        case 4:
            return done("contact", addContact(workspace, {.account = id, .email = QStringLiteral("p%1@%2").arg(number).arg(QLatin1String(account)),
                                                          .buyingRole = QStringLiteral("champion")}));
        case 5:
            return done("contact's fields", editContact(workspace, {.account = m_world.ids.at("acme.com"), .contact = m_world.people.at("ann@acme.com"),
                                                                    .title = QStringLiteral("Title %1").arg(number)}));
        case 6:
            return done("pin", pinTier(workspace, {account, Tier(1 + below(3)), SmallWorld::today + number, "reason", "Ana"}));
        case 7: {
            auto state = policyState(workspace);
            if (!state)
                return {};
            state->policy.capacity[tierIndex(Tier::one)] = number;
            return done("policy", setPolicy(workspace, state->policy, "Ana"));
        }
        case 8:
            return done("tiers", retier(workspace, {.apply = true, .by = "Ana"}));
        case 9: {
            auto state = menuState(workspace);
            if (!state)
                return {};
            state->menu.plays.push_back(givenPlay(("play-" + std::to_string(number)).c_str(), 100 * number));
            return done("menu", setMenu(workspace, state->menu, "Ana"));
        }
        case 10:
            return done("cost", addCostLine(workspace, cost(number), "Ana"));
        case 11: {
            const auto book = costBook(workspace);
            if (!book || book->lines.empty())
                return {};
            const std::int64_t line = book->lines[below(book->lines.size())].id;
            return number % 2 ? done("cost change", changeCostLine(workspace, line, cost(number), "Ana")) : done("cost removal", removeCostLines(workspace, {line}, "Ana"));
        }
        case 12:
            return number % 2 ? done("limit", setCampaignBudget(workspace, QStringLiteral("Campaign %1").arg(number % 3), QString::number(number * 100), "Ana"))
                              : done("kind", setCampaignKind(workspace, QStringLiteral("Campaign %1").arg(number % 3), number % 4 == 0, "Ana"));
        default: {
            auto state = icpState(workspace);
            if (!state || state->icp.criteria.empty())
                return {};
            state->icp.criteria.front().weight = 1 + number % 10;
            return done("profile", setIcp(workspace, state->icp, "Ana"));
        }
        }
    }

    std::size_t below(std::size_t limit) { return m_random() % limit; }

private:
    static CostLineText cost(int number)
    {
        return {.subjectKind = QStringLiteral("campaign"), .subject = QStringLiteral("Campaign %1").arg(number % 3), .line = QStringLiteral("media"), .amount = QString::number(number), .actual = QStringLiteral("no")};
    }

    template <class Answer> std::string done(const char *what, const Answer &answer)
    {
        if (!answer.ok())
            qWarning("%s: %s", what, plainText(answer.error()).c_str());
        return answer.ok() ? what : "";
    }

    SmallWorld &m_world;
    std::mt19937 m_random;
    int m_number = 0;
};

// What people see of orders: where each stands, and what money and places are taken.
std::string ordersNow(Workspace &workspace)
{
    std::string text;
    const auto list = orders(workspace);
    for (const OrderRow &order : *list) {
        text += order.id + ' ' + std::string(orderStateName(order.standing.state)) + ' ' + std::to_string(order.price.minor) + ' '
                + std::to_string(order.actual.minor) + ' ' + std::to_string(order.due.number) + '\n';
    }
    const auto menu = menuState(workspace);
    for (const auto &[code, usage] : menu->envelopes)
        text += code + ' ' + std::to_string(usage.reserved.minor) + ' ' + std::to_string(usage.committed.minor) + ' ' + std::to_string(usage.actual.minor) + '\n';
    for (const auto &[code, places] : menu->ordered)
        text += code + ' ' + std::to_string(places) + '\n';
    return text;
}

} // namespace

class TestUndoOfEverything : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contentIsExactlyAsBefore_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (const unsigned seed : {1U, 2U, 3U, 4U})
            QTest::addRow("seed %u", seed) << seed;
    }
    void contentIsExactlyAsBefore()
    {
        QFETCH(unsigned, seed);
        SmallWorld world;
        QVERIFY(world.fill());
        RandomHand hand(world, seed);
        std::vector<std::string> hashes{world.contentHash()};
        std::vector<std::string> kinds;
        for (int i = 0; i < 60; ++i) {
            const std::string kind = hand.act();
            const std::string now = world.contentHash();
            if (kind.empty() || now == hashes.back())
                continue; // tiers applied where none moved
            kinds.push_back(kind);
            hashes.push_back(now);
        }
        QVERIFY(kinds.size() > 40);
        for (std::size_t i = kinds.size(); i-- > 0;) {
            QVERIFY(SmallWorld::fine(undo(*world.workspace, "Ana")));
            QVERIFY2(world.contentHash() == hashes[i], kinds[i].c_str());
        }
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            QVERIFY(SmallWorld::fine(redo(*world.workspace, "Ana")));
            QVERIFY2(world.contentHash() == hashes[i + 1], kinds[i].c_str());
        }
    }

    void ordersStandAsBefore()
    {
        SmallWorld world;
        QVERIFY(world.fill());
        Workspace &workspace = *world.workspace;
        QVERIFY(SmallWorld::fine(retier(workspace, {.apply = true, .by = "Ana"})));
        Menu menu;
        menu.program = {.name = "2025 H1", .start = dayOf(2025, 6, 1), .end = dayOf(2025, 12, 31)};
        menu.envelopes = {{"tier-1", {.kind = EnvelopeScope::Kind::tier, .tier = 1, .name = {}}, Money{1'000'000}}};
        menu.plays = {givenPlay("mail", 4000), givenPlay("slot", 7000, Approval::Rule::always)};
        QVERIFY(SmallWorld::fine(setMenu(workspace, menu, "Ana")));
        for (int i = 0; i < 4; ++i) {
            OrderRequest request;
            request.account = "acme.com";
            request.by = "Ben";
            request.lines = {{i % 2 ? "mail" : "slot"}};
            QVERIFY(placeSlip(workspace, request)->placed);
        }
        std::mt19937 random(7);
        std::vector<std::string> states{ordersNow(workspace)};
        while (states.size() < 12) {
            const auto list = orders(workspace);
            std::vector<MoveRequest> open;
            for (const OrderRow &order : *list)
                for (const OrderState to : nextStates(order.standing))
                    open.push_back({.order = order.id, .to = to, .by = "Ana", .reason = "because", .actual = Money{3500}, .overrideReason = {}});
            if (open.empty())
                break;
            MoveRequest move = open[random() % open.size()];
            if (move.to != OrderState::delivered)
                move.actual.reset();
            QVERIFY(SmallWorld::fine(moveOrder(workspace, move)));
            states.push_back(ordersNow(workspace));
        }
        QVERIFY(states.size() > 6);
        for (std::size_t i = states.size() - 1; i-- > 0;) {
            QVERIFY(SmallWorld::fine(undo(workspace, "Ana")));
            QCOMPARE(ordersNow(workspace), states[i]);
        }
        for (std::size_t i = 1; i < states.size(); ++i) {
            QVERIFY(SmallWorld::fine(redo(workspace, "Ana")));
            QCOMPARE(ordersNow(workspace), states[i]);
        }
    }
};

QTEST_GUILESS_MAIN(TestUndoOfEverything)
#include "tst_undo_of_everything.moc"
