#include "service/demo_orders.h"

#include "domain/menu.h"
#include "domain/seeded_random.h"
#include "service/ordering_service.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

namespace dimsum {

namespace {

constexpr int wantedOrders = 62;
constexpr std::int64_t millisecondsPerDay = 86'400'000;
constexpr std::int64_t millisecondsPerMinute = 60'000;

constexpr std::array<std::string_view, 4> reps{"Ana Ruiz", "Ben Okafor", "陳美玲", "Иван Петров"};
constexpr std::string_view marketer = "Grace Kim";

// Where an order of the sample ends, and how often.
enum class Ending : std::uint8_t { waitsForApproval, approved, inProduction, delivered, waitingOnRep, rejected, cancelled };
constexpr std::array endingShares{0.10, 0.15, 0.22, 0.32, 0.08, 0.06, 0.07};

struct Step {
    std::int64_t instant = 0;
    std::string order;
    OrderState to = OrderState::approved;
    std::string by, reason;
};

class DemoOrders
{
public:
    DemoOrders(Workspace &workspace, const Snapshot &snapshot, Day begin, Day asOf,
               const std::function<void(std::int64_t)> &setClock)
        : m_workspace(workspace), m_snapshot(snapshot), m_begin(begin), m_asOf(asOf), m_setClock(setClock)
    {}

    Result<std::int64_t> place()
    {
        const std::vector<std::uint32_t> rows = candidates();
        for (std::size_t i = 0; i < 3 * rows.size() && m_placed < wantedOrders; ++i) {
            if (const Outcome done = placeOne(rows[i % rows.size()]); !done)
                return done.error();
        }
        if (const Outcome moved = makeSteps(); !moved)
            return moved.error();
        if (const Outcome kept = keepDrafts(rows); !kept)
            return kept.error();
        return m_placed;
    }

private:
    // Accounts with a tier in force, best first but mixed, so that each tier orders something.
    std::vector<std::uint32_t> candidates() const
    {
        std::vector<std::uint32_t> rows;
        std::array<int, 4> taken{};
        constexpr std::array<int, 4> wanted{0, 24, 22, 10};
        for (const std::uint32_t row : m_snapshot.byPriority) {
            const std::size_t tier = tierIndex(m_snapshot.tiers[row]);
            if (m_snapshot.holdOut[row] == 0 && taken[tier] < wanted[tier]) {
                ++taken[tier];
                rows.push_back(row);
            }
        }
        return rows;
    }

    std::int64_t instantOn(Day day) { return day.number * millisecondsPerDay + m_random.between(9 * 60, 16 * 60) * millisecondsPerMinute; }

    static SlipLine lineOf(const Play &play, SeededRandom &random, Day day)
    {
        SlipLine line{.play = play.code};
        static constexpr std::array<std::string_view, 3> messages{
            "Refer to the forecast they asked about", "They compare us with two others", "Mention the plant in their home town"};
        for (const std::string &input : play.inputs) {
            if (input == "contact") line.inputs[input] = "Head of operations";
            else if (input == "address") line.inputs[input] = "12 Harbour Road";
            else if (input == "date") line.inputs[input] = isoText(day + 28);
            else if (input == "budget_code") line.inputs[input] = "FM-104";
            else line.inputs[input] = std::string(messages[random.below(3)]);
        }
        return line;
    }

    const Play *drawPlay(int tier)
    {
        std::vector<const Play *> fitting;
        for (const Play &play : m_snapshot.menu.menu.plays) {
            if (play.status == PlayStatus::approved && offeredTo(play, tier))
                fitting.push_back(&play);
        }
        return fitting.empty() ? nullptr : fitting[m_random.below(static_cast<std::uint32_t>(fitting.size()))];
    }

    Outcome placeOne(std::uint32_t row)
    {
        const auto tier = static_cast<int>(tierIndex(m_snapshot.tiers[row]));
        const Play *play = drawPlay(tier);
        if (!play)
            return Done{};
        const int span = std::max(1, m_asOf - m_begin - 1);
        const Day day = m_begin + m_random.between(0, span);
        const std::int64_t instant = instantOn(day);
        m_setClock(instant);
        OrderRequest request;
        request.account = std::string(m_snapshot.accounts.domain.at(row));
        request.lines = {lineOf(*play, m_random, day)};
        request.by = std::string(reps[m_random.below(reps.size())]);
        const auto answer = placeSlip(m_workspace, std::move(request));
        if (!answer)
            return answer.error();
        if (!answer->placed)
            return Done{}; // sold out or ordered before: as it happens to people
        for (const PlacedOrder &order : answer->orders) {
            ++m_placed;
            planLife(order, day, instant);
        }
        return Done{};
    }

    void planLife(const PlacedOrder &order, Day day, std::int64_t placedAt)
    {
        Ending ending = static_cast<Ending>(m_random.weighted(endingShares));
        // An old slip that nobody ever answered would not be believed.
        if (ending == Ending::waitsForApproval && m_asOf - day > 8)
            ending = Ending::delivered;
        if (ending == Ending::delivered && m_asOf - day < 6)
            ending = Ending::inProduction;
        std::int64_t instant = placedAt;
        const auto step = [&](OrderState to, int daysLater, std::string_view by, std::string_view reason = {}) {
            instant = std::min(instant + daysLater * millisecondsPerDay + 40 * millisecondsPerMinute,
                               m_asOf.number * millisecondsPerDay + 8 * 60 * millisecondsPerMinute);
            m_steps.push_back({instant, order.id, to, std::string(by), std::string(reason)});
        };
        const bool needsApprovalFirst = order.state == OrderState::requested;
        if (ending == Ending::rejected && !needsApprovalFirst)
            ending = Ending::delivered;
        if (ending == Ending::waitsForApproval)
            return;
        if (ending == Ending::rejected)
            return step(OrderState::rejected, 1, marketer, "Too dear for this stage; a cheaper dish says the same");
        if (ending == Ending::cancelled)
            return step(OrderState::cancelled, 2, reps[m_random.below(reps.size())], "The meeting was moved");
        if (needsApprovalFirst)
            step(OrderState::approved, 1, marketer);
        if (ending == Ending::approved)
            return;
        if (ending == Ending::waitingOnRep)
            return step(OrderState::waitingOnRep, 1, marketer, "Which address shall we use?");
        step(OrderState::inProduction, 1, marketer);
        if (ending == Ending::delivered)
            step(OrderState::delivered, m_random.between(3, 9), marketer);
    }

    Outcome makeSteps()
    {
        std::ranges::stable_sort(m_steps, {}, &Step::instant);
        for (const Step &step : m_steps) {
            m_setClock(step.instant);
            const auto moved = moveOrder(m_workspace, {.order = step.order, .to = step.to, .by = step.by, .reason = step.reason});
            if (!moved)
                return moved.error();
        }
        return Done{};
    }

    // Three slips that are ticked and not placed yet.
    Outcome keepDrafts(const std::vector<std::uint32_t> &rows)
    {
        for (std::size_t i = 0; i < std::min<std::size_t>(3, rows.size()); ++i) {
            const std::uint32_t row = rows[rows.size() / 4 + i];
            const Play *play = drawPlay(static_cast<int>(tierIndex(m_snapshot.tiers[row])));
            if (!play)
                continue;
            DraftSlip draft;
            draft.lines = {lineOf(*play, m_random, m_asOf)};
            if (const auto card = saveDraft(m_workspace, m_snapshot.accounts.id[row], draft); !card)
                return card.error();
        }
        return Done{};
    }

    Workspace &m_workspace;
    const Snapshot &m_snapshot;
    Day m_begin, m_asOf;
    const std::function<void(std::int64_t)> &m_setClock;
    SeededRandom m_random{20260218};
    std::vector<Step> m_steps;
    std::int64_t m_placed = 0;
};

} // namespace

Result<std::int64_t> placeDemoOrders(Workspace &workspace, const Snapshot &snapshot, Day begin, Day asOf,
                                     const std::function<void(std::int64_t)> &setClock)
{
    return DemoOrders(workspace, snapshot, begin, asOf, setClock).place();
}

} // namespace dimsum
