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

constexpr std::int64_t millisecondsPerMinute = 60'000;

constexpr std::array<std::string_view, 4> reps{"Ana Ruiz", "Ben Okafor", "陳美玲", "Иван Петров"};

// Where an order of the sample ends, and how often.
enum class Ending : std::uint8_t { waitsForApproval, approved, inProduction, delivered, waitingOnRep, rejected, cancelled };
constexpr std::array endingShares{0.0, 0.20, 0.26, 0.38, 0.09, 0.0, 0.07}; // of orders that need no approval
constexpr std::array askedShares{0.40, 0.08, 0.14, 0.14, 0.04, 0.20, 0.0};  // of those that do

struct Step {
    std::int64_t instant = 0;
    std::string order;
    OrderState to = OrderState::approved;
    std::string by, reason;
};

class DemoOrders
{
public:
    DemoOrders(Workspace &workspace, const Snapshot &snapshot, const DemoWave &wave,
               const std::function<void(std::int64_t)> &setClock)
        : m_workspace(workspace), m_snapshot(snapshot), m_wave(wave), m_asOf(wave.asOf), m_setClock(setClock)
    {}

    Result<std::int64_t> place()
    {
        const std::vector<std::uint32_t> rows = candidates();
        for (std::size_t i = 0; i < 3 * rows.size() && m_placed < m_wave.orders; ++i) {
            if (const Outcome done = placeOne(rows[i % rows.size()]); !done)
                return done.error();
        }
        if (const Outcome moved = makeSteps(); !moved)
            return moved.error();
        return m_placed;
    }

    Outcome keepDrafts()
    {
        const std::vector<std::uint32_t> rows = candidates();
        for (std::size_t i = 0; i < std::min<std::size_t>(3, rows.size()); ++i) {
            const std::uint32_t row = rows[i * rows.size() / 3];
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
        // Some of what needs a yes must be there to be shown waiting for it.
        if (m_random.chance(0.4)) {
            std::vector<const Play *> asking;
            std::ranges::copy_if(fitting, std::back_inserter(asking), [](const Play *play) { return needsApproval(*play); });
            if (!asking.empty())
                fitting = asking;
        }
        return fitting.empty() ? nullptr : fitting[m_random.below(static_cast<std::uint32_t>(fitting.size()))];
    }

    Outcome placeOne(std::uint32_t row)
    {
        const auto tier = static_cast<int>(tierIndex(m_snapshot.tiers[row]));
        const Play *play = drawPlay(tier);
        if (!play)
            return Done{};
        const Day day = m_wave.first + m_random.between(0, std::max(0, m_wave.last - m_wave.first));
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
            planLife(order, *play, day, instant);
        }
        return Done{};
    }

    Ending drawEnding(const PlacedOrder &order, const Play &play, Day day)
    {
        const bool asks = order.state == OrderState::requested;
        Ending ending = static_cast<Ending>(m_random.weighted(asks ? askedShares : endingShares));
        // An old slip that nobody ever answered would not be believed, nor would a team that is late with everything.
        if (ending == Ending::waitsForApproval && m_asOf - day > 9)
            ending = Ending::inProduction;
        const bool late = day + play.leadDays * 7 / 5 + 2 < m_asOf;
        if ((ending == Ending::inProduction || ending == Ending::approved || ending == Ending::waitingOnRep) && late && m_random.chance(0.92))
            ending = Ending::delivered;
        if (ending == Ending::delivered && m_asOf - day < 6)
            ending = Ending::inProduction;
        return ending;
    }

    void planLife(const PlacedOrder &order, const Play &play, Day day, std::int64_t placedAt)
    {
        const Ending ending = drawEnding(order, play, day);
        const bool needsApprovalFirst = order.state == OrderState::requested;
        std::int64_t instant = placedAt;
        const auto step = [&](OrderState to, int daysLater, std::string_view by, std::string_view reason = {}) {
            instant = std::min(instant + daysLater * millisecondsPerDay + 40 * millisecondsPerMinute,
                               m_asOf.number * millisecondsPerDay + 8 * 60 * millisecondsPerMinute);
            m_steps.push_back({instant, order.id, to, std::string(by), std::string(reason)});
        };
        if (ending == Ending::waitsForApproval)
            return;
        if (ending == Ending::rejected)
            return step(OrderState::rejected, 1, demoMarketer, "Too dear for this stage; a cheaper dish says the same");
        if (ending == Ending::cancelled)
            return step(OrderState::cancelled, 2, reps[m_random.below(reps.size())], "The meeting was moved");
        if (needsApprovalFirst)
            step(OrderState::approved, 1, demoMarketer);
        if (ending == Ending::approved)
            return;
        if (ending == Ending::waitingOnRep)
            return step(OrderState::waitingOnRep, 1, demoMarketer, "Which address shall we use?");
        step(OrderState::inProduction, 1, demoMarketer);
        if (ending == Ending::delivered)
            step(OrderState::delivered, m_random.between(3, 9), demoMarketer);
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

    Workspace &m_workspace;
    const Snapshot &m_snapshot;
    DemoWave m_wave;
    Day m_asOf;
    const std::function<void(std::int64_t)> &m_setClock;
    SeededRandom m_random{m_wave.seed};
    std::vector<Step> m_steps;
    std::int64_t m_placed = 0;
};

} // namespace

Result<std::int64_t> placeDemoOrders(Workspace &workspace, const Snapshot &snapshot, const DemoWave &wave,
                                     const std::function<void(std::int64_t)> &setClock)
{
    return DemoOrders(workspace, snapshot, wave, setClock).place();
}

Outcome keepDemoDrafts(Workspace &workspace, const Snapshot &snapshot)
{
    const DemoWave wave{.first = snapshot.asOf, .last = snapshot.asOf, .asOf = snapshot.asOf, .orders = 0, .seed = 7};
    return DemoOrders(workspace, snapshot, wave, [](std::int64_t) {}).keepDrafts();
}

} // namespace dimsum
