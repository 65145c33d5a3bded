#include "service/today_list.h"

#include "domain/workdays.h"
#include "exchange/text_key.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace dimsum {

namespace {

constexpr std::size_t kinds = 9;
constexpr std::size_t mostNextActions = 8;

class TodayCollector
{
public:
    TodayCollector(const Snapshot &snapshot, const std::string &owner, std::size_t most)
        : m_snapshot(snapshot), m_owner(owner), m_most(most)
    {
    }

    bool wanted(std::uint32_t row) const
    {
        return m_owner.empty() || m_snapshot.accounts.owner.at(row).key == m_owner;
    }

    void add(TodayAction action)
    {
        std::size_t &count = m_counts[static_cast<std::size_t>(action.kind)];
        if (count >= m_most || !wanted(action.account))
            return;
        ++count;
        m_listed.insert(action.account);
        m_actions.push_back(std::move(action));
    }

    bool listed(std::uint32_t row) const { return m_listed.contains(row); }

    std::vector<TodayAction> take()
    {
        const auto priority = [this](const TodayAction &action) {
            return m_snapshot.proposal.defined ? m_snapshot.proposal.priority[action.account] : 0.0;
        };
        std::stable_sort(m_actions.begin(), m_actions.end(), [&](const TodayAction &a, const TodayAction &b) {
            if (a.deadline != b.deadline)
                return a.deadline < b.deadline;
            return priority(a) > priority(b);
        });
        return std::move(m_actions);
    }

private:
    const Snapshot &m_snapshot;
    const std::string &m_owner;
    std::size_t m_most;
    std::array<std::size_t, kinds> m_counts{};
    std::unordered_set<std::uint32_t> m_listed;
    std::vector<TodayAction> m_actions;
};

void collectAccounts(const Snapshot &snapshot, TodayCollector &collector)
{
    if (!snapshot.proposal.defined)
        return;
    for (const std::uint32_t row : snapshot.byPriority) {
        const Tier tier = snapshot.tiers[row];
        if (tier == Tier::none || (!snapshot.holdOut.empty() && snapshot.holdOut[row]))
            continue;
        const bool intent = snapshot.scores.intent->surges(row);
        const bool engagement = snapshot.scores.engagement.surge[row] != 0;
        if (intent || engagement) {
            const int span = tier == Tier::one ? responseDays : 7;
            collector.add({.kind = TodayKind::surge, .account = row, .deadline = snapshot.today + span,
                           .spanDays = span, .intentSurge = intent, .engagementSurge = engagement});
        }
        const OrderSummary &orders = snapshot.orderSummaries[row];
        if (tier == Tier::one && orders.all == 0 && orders.drafted == 0)
            collector.add({.kind = TodayKind::firstPlay, .account = row, .deadline = snapshot.today + 7, .spanDays = 14});
    }
    for (const DraftSummary &draft : snapshot.drafts) {
        const auto row = snapshot.row(draft.account);
        if (row && draft.plays > 0)
            collector.add({.kind = TodayKind::placeDraft, .account = *row, .deadline = snapshot.today + 1,
                           .spanDays = 7, .plays = draft.plays, .amount = draft.total});
    }
}

void collectOrders(const Snapshot &snapshot, TodayCollector &collector)
{
    const Workdays calendar(snapshot.menu.menu.program.holidays);
    const Day soon = calendar.plus(snapshot.today, 3);
    for (const OrderRow &order : snapshot.orders) {
        const auto row = snapshot.row(order.account);
        if (!row)
            continue;
        const OrderState state = order.standing.state;
        TodayAction action{.account = *row, .deadline = snapshot.today, .spanDays = 5, .order = order.id};
        if (order.overdue) {
            action.kind = TodayKind::overdueOrder;
            action.deadline = order.due;
        } else if (state == OrderState::waitingOnRep) {
            action.kind = TodayKind::answerOrder;
        } else if (state == OrderState::requested) {
            action.kind = TodayKind::decideOrder;
            action.deadline = calendar.plus(snapshot.today, 2);
        } else if (state == OrderState::rejected) {
            action.kind = TodayKind::rejectedOrder;
            action.deadline = snapshot.today + 7;
            action.spanDays = 14;
        } else if (isOpen(state) && order.due.known() && order.due <= soon) {
            action.kind = TodayKind::dueSoon;
            action.deadline = order.due;
        } else {
            continue;
        }
        collector.add(std::move(action));
    }
}

// In the order of what they are worth; an account that waits for something else already has its line.
void collectNextActions(const InsightBoard &board, TodayCollector &collector)
{
    std::size_t taken = 0;
    for (const NextAction &action : board.actions) {
        if (taken == mostNextActions)
            return;
        if (action.demoted || collector.listed(action.account) || !collector.wanted(action.account))
            continue;
        ++taken;
        collector.add({.kind = TodayKind::nextAction, .account = action.account, .deadline = action.deadline, .spanDays = 30, .next = &action});
    }
}

} // namespace

std::string ownerKey(const QString &name)
{
    return textKey(name);
}

std::vector<TodayAction> todayActions(const Snapshot &snapshot, const std::string &owner, std::size_t most, const InsightBoard *board)
{
    TodayCollector collector(snapshot, owner, most);
    collectOrders(snapshot, collector);
    collectAccounts(snapshot, collector);
    if (board)
        collectNextActions(*board, collector);
    return collector.take();
}

} // namespace dimsum
