#include "service/order_rows.h"

#include "service/menu_program.h"
#include "service/scoring_inputs.h"
#include "service/slip_inputs.h"
#include "store/term_store.h"

#include <algorithm>

namespace dimsum {

Result<const OrderRows::KnownAccount *> OrderRows::account(AccountId id)
{
    if (const auto known = m_accounts.find(id); known != m_accounts.end())
        return &known->second;
    const auto row = AccountStore(m_workspace->database()).row(id);
    if (!row)
        return row.error();
    KnownAccount account;
    if (*row) {
        static constexpr auto owner =
            std::find(accountFieldKinds.begin(), accountFieldKinds.end(), TermKind::owner) - accountFieldKinds.begin();
        account.domain = (*row)->domain;
        account.name = (*row)->name;
        auto label = TermStore(m_workspace->database()).label(TermId{(*row)->fields[static_cast<std::size_t>(owner)]});
        if (!label)
            return label.error();
        account.owner = std::move(*label);
    }
    const auto tier = tierInForce(*m_workspace, id, m_workspace->today());
    if (!tier)
        return tier.error();
    account.tierNow = static_cast<int>(*tier);
    return &m_accounts.emplace(id, std::move(account)).first->second;
}

Result<const Menu *> OrderRows::menu(std::int64_t version)
{
    if (const auto known = m_menus.find(version); known != m_menus.end())
        return &known->second;
    auto placedFrom = menuOfVersion(*m_workspace, version);
    if (!placedFrom) {
        // Undo may have taken the version back after somebody ordered from it; the order stands all the same.
        const auto current = menuInForce(*m_workspace);
        if (!current)
            return current.error();
        placedFrom = *current->menu;
    }
    return &m_menus.emplace(version, std::move(*placedFrom)).first->second;
}

Result<std::vector<Pause>> OrderRows::pauses(const StoredOrder &order)
{
    const auto events = OrderStore(m_workspace->database()).events(order.id);
    if (!events)
        return events.error();
    std::vector<Pause> found;
    for (const OrderEvent &event : *events) {
        if (event.to == OrderState::waitingOnRep)
            found.push_back({event.day});
        else if (event.from == OrderState::waitingOnRep && !found.empty())
            found.back().to = event.day;
    }
    return found;
}

Result<Day> OrderRows::dueWith(const StoredOrder &order, std::vector<Pause> pauses)
{
    const auto placedFrom = menu(order.menuVersion);
    if (!placedFrom)
        return placedFrom.error();
    const Play *play = (*placedFrom)->play(order.play);
    return dueDay(order.approvedDay, play ? play->leadDays : 0, pauses, Workdays((*placedFrom)->program.holidays),
                  m_workspace->today());
}

Result<Day> OrderRows::dueAfter(const StoredOrder &order, OrderState to)
{
    const Day today = m_workspace->today();
    const bool resumes = order.standing.state == OrderState::waitingOnRep && order.approvedDay.known();
    const bool firstApproval = to == OrderState::approved && !order.approvedDay.known();
    if (firstApproval) {
        StoredOrder approved = order;
        approved.approvedDay = today;
        return dueWith(approved, {});
    }
    if (!resumes)
        return unknownDay;
    auto waits = pauses(order);
    if (!waits)
        return waits.error();
    if (!waits->empty() && !waits->back().to.known())
        waits->back().to = today;
    return dueWith(order, std::move(*waits));
}

Result<OrderRow> OrderRows::row(const StoredOrder &order)
{
    const auto known = account(order.account);
    if (!known)
        return known.error();
    const auto placedFrom = menu(order.menuVersion);
    if (!placedFrom)
        return placedFrom.error();

    OrderRow row;
    row.id = order.id;
    row.number = order.number;
    row.account = order.account;
    row.accountDomain = (*known)->domain;
    row.accountName = (*known)->name;
    row.owner = (*known)->owner;
    row.tier = order.tier;
    row.tierNow = (*known)->tierNow;
    row.play = order.play;
    row.playName = order.play;
    if (const Play *play = (*placedFrom)->play(order.play)) {
        row.playName = play->name;
        row.channel = play->channel;
        row.ownerTeam = play->ownerTeam;
    }
    row.standing = order.standing;
    row.price = order.price;
    row.actual = order.actual;
    row.requestedAt = order.requestedAt;
    row.requestedBy = order.requestedBy;
    row.approvedAt = order.approvedAt;
    row.deliveredAt = order.deliveredAt;
    row.due = order.due;
    row.note = order.note;
    row.overrideReason = order.overrideReason;
    row.campaign = order.campaign;
    row.inputs = parseInputs(order.inputs);

    // The clock stands still while the order waits: its due day moves with every business day.
    if (order.standing.state == OrderState::waitingOnRep && order.approvedDay.known()) {
        auto waits = pauses(order);
        if (!waits)
            return waits.error();
        const auto due = dueWith(order, std::move(*waits));
        if (!due)
            return due.error();
        row.due = *due;
    }
    if (order.standing.state == OrderState::rejected || order.standing.state == OrderState::cancelled) {
        const auto events = OrderStore(m_workspace->database()).events(order.id);
        if (!events)
            return events.error();
        if (!events->empty())
            row.reason = events->back().note;
    }
    row.overdue = isOverdue(row.standing, row.due, m_workspace->today());
    return row;
}

} // namespace dimsum
