#include "service/holdout_service.h"

#include "domain/deals.h"
#include "domain/holdout.h"
#include "domain/tier.h"
#include "service/menu_program.h"
#include "service/ordering_service.h"
#include "service/recorded_change.h"
#include "store/opportunity_store.h"
#include "store/program_store.h"
#include "store/row_identity.h"
#include "store/tiering_store.h"

#include <algorithm>
#include <map>
#include <set>

namespace dimsum {

namespace {

struct Candidates {
    MenuInForce menu;
    std::vector<AccountId> accounts; // by id
    std::vector<std::uint32_t> tiers;
    std::vector<AccountId> joining; // not in the program yet: it has no accounts
    std::int64_t ordered = 0, heldOut = 0;
};

// A pin that lasts, else the last applied tier, by account id.
Result<std::map<std::int64_t, Tier>> inForceByAccount(Workspace &workspace)
{
    TieringStore store(workspace.database());
    const auto applied = store.appliedTiers();
    if (!applied)
        return applied.error();
    const auto pins = store.pins();
    if (!pins)
        return pins.error();
    std::map<std::int64_t, Tier> tiers;
    for (const auto &[account, tier] : *applied)
        tiers[account.value] = static_cast<Tier>(tier);
    for (const StoredPin &pin : *pins) {
        if (pin.until >= workspace.today())
            tiers[pin.account.value] = static_cast<Tier>(pin.tier);
    }
    return tiers;
}

Result<Candidates> candidates(Workspace &workspace)
{
    Candidates found;
    auto menu = menuInForce(workspace);
    if (!menu)
        return menu.error();
    found.menu = std::move(*menu);
    const auto members = ProgramStore(workspace.database()).accounts(found.menu.program.id);
    if (!members)
        return members.error();
    const auto inForce = inForceByAccount(workspace);
    if (!inForce)
        return inForce.error();
    const auto placed = orders(workspace);
    if (!placed)
        return placed.error();
    std::set<std::int64_t> ordered;
    for (const OrderRow &order : *placed) {
        const Day asked = workspace.dayOf(order.requestedAt);
        if (asked >= found.menu.program.start && asked <= found.menu.program.end)
            ordered.insert(order.account.value);
    }
    std::map<std::int64_t, Arm> arms;
    for (const ProgramAccount &member : *members)
        arms.emplace(member.account.value, member.arm);
    const bool everybody = arms.empty();
    const auto consider = [&](AccountId account, Tier tier) {
        if (ordered.contains(account.value)) {
            ++found.ordered;
            return;
        }
        found.accounts.push_back(account);
        found.tiers.push_back(static_cast<std::uint32_t>(tierIndex(tier)));
    };
    if (everybody) {
        for (const auto &[account, tier] : *inForce) {
            if (tier == Tier::none)
                continue;
            found.joining.push_back(AccountId{account});
            consider(AccountId{account}, tier);
        }
        return found;
    }
    for (const auto &[account, arm] : arms) {
        if (arm == Arm::holdout) {
            ++found.heldOut;
            continue;
        }
        const auto tier = inForce->find(account);
        consider(AccountId{account}, tier == inForce->end() ? Tier::none : tier->second);
    }
    return found;
}

} // namespace

Result<HoldOutPlan> holdOutPlan(Workspace &workspace, double share)
{
    const auto found = candidates(workspace);
    if (!found)
        return found.error();
    HoldOutPlan plan{.accounts = static_cast<std::int64_t>(found->accounts.size()), .ordered = found->ordered, .heldOut = found->heldOut, .wonBefore = {}, .smallestVisible = {}};
    plan.toDraw = static_cast<std::int64_t>(drawHoldOut(found->tiers, share, 0).size());
    const StoredProgram &program = found->menu.program;
    const auto winners = OpportunityStore(workspace.database()).winnersBetween(program.start - (program.end - program.start + 1), program.start - 1);
    if (!winners)
        return winners.error();
    if (plan.accounts > 0) {
        std::int64_t won = 0;
        for (const AccountId account : found->accounts)
            won += std::binary_search(winners->begin(), winners->end(), account) ? 1 : 0;
        plan.wonBefore = static_cast<double>(won) / static_cast<double>(plan.accounts);
        plan.smallestVisible = smallestVisibleShare(*plan.wonBefore, plan.accounts - plan.toDraw, plan.heldOut + plan.toDraw);
    }
    return plan;
}

Result<std::int64_t> drawHoldOut(Workspace &workspace, double share, std::string by)
{
    if (by.empty())
        return Error{.kind = ErrorKind::usage, .sentence = DIMSUM_TEXT("Say who draws the hold-out."), .field = "by"};
    if (!(share > 0 && share <= 0.5))
        return Error{.kind = ErrorKind::invalid, .sentence = DIMSUM_TEXT("A hold-out takes more than none and at most half of the accounts."), .field = "share"};
    const auto found = candidates(workspace);
    if (!found)
        return found.error();
    const StoredProgram &program = found->menu.program;
    if (program.state == ProgramState::closed)
        return Error{.kind = ErrorKind::refused,
                     .sentence = DIMSUM_TEXT("The program “%1” is closed. Draw the hold-out of the next one when it starts."),
                     .arguments = {program.name}};
    const auto drawn = drawHoldOut(found->tiers, share, static_cast<std::uint64_t>(RowHash(0).add(program.key).value()));
    if (drawn.empty())
        return Error{.kind = ErrorKind::refused,
                     .sentence = DIMSUM_TEXT("Nobody is left to hold out: accounts with an order in the program stay in it. Take a larger share, or draw when the next program starts.")};
    return recordedChange(workspace, {.action = "draw_holdout", .argument = std::to_string(drawn.size()), .by = std::move(by)}, ScoreEffect::none,
                          [&]() -> Result<std::int64_t> {
                              ProgramStore store(workspace.database());
                              for (const AccountId account : found->joining) {
                                  if (const Outcome set = store.setArm(program.id, account, Arm::program); !set)
                                      return set.error();
                              }
                              for (const std::uint32_t index : drawn) {
                                  if (const Outcome set = store.setArm(program.id, found->accounts[index], Arm::holdout); !set)
                                      return set.error();
                              }
                              return static_cast<std::int64_t>(drawn.size());
                          });
}

} // namespace dimsum
