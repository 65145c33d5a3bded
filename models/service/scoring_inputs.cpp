#include "service/scoring_inputs.h"

#include "exchange/zone_clock.h"
#include "service/icp_service.h"
#include "service/tiering_service.h"
#include "store/account_store.h"
#include "store/activity_store.h"
#include "store/intent_store.h"
#include "store/opportunity_store.h"

namespace dimsum {

namespace {

Outcome loadRules(Workspace &workspace, ScoringInputs &inputs)
{
    auto icp = icpState(workspace);
    if (!icp)
        return icp.error();
    auto policy = policyState(workspace);
    if (!policy)
        return policy.error();
    inputs.icp = std::move(icp->icp);
    inputs.icpVersion = icp->version;
    inputs.policy = std::move(policy->policy);
    inputs.policyVersion = policy->version;
    return Done{};
}

Result<ScoringInputs> loadOnce(Workspace &workspace, const Progress &progress)
{
    ScoringInputs inputs;
    const auto revision = workspace.inputRevision();
    if (!revision)
        return revision.error();
    inputs.revision = *revision;
    if (Outcome rules = loadRules(workspace, inputs); !rules)
        return rules.error();
    auto accounts = AccountStore(workspace.database()).load();
    if (!accounts)
        return accounts.error();
    inputs.accounts = std::move(*accounts);
    inputs.rowOf = AccountRows(inputs.accounts.id);
    progress.at(10, 100);
    auto events = loadEvents(workspace, inputs.rowOf, {}, progress);
    if (!events)
        return events.error();
    inputs.events = std::move(*events);
    auto tiers = loadTiersOnRecord(workspace, inputs.rowOf);
    if (!tiers)
        return tiers.error();
    static_cast<TiersOnRecord &>(inputs) = std::move(*tiers);
    if (progress.cancelled())
        return Error{.kind = ErrorKind::cancelled, .sentence = DIMSUM_TEXT("Stopped. Nothing was changed.")};
    return inputs;
}

} // namespace

Result<ScoringInputs> loadScoringInputs(Workspace &workspace, const Progress &progress)
{
    return loadInOneGo(workspace.database(), [&] { return loadOnce(workspace, progress); });
}

Result<std::shared_ptr<const EventTables>> loadEvents(Workspace &workspace, const AccountRows &rowOf, AccountId only, const Progress &progress)
{
    Database &database = workspace.database();
    auto events = std::make_shared<EventTables>();
    auto intent = IntentStore(database).load(rowOf, only);
    if (!intent)
        return intent.error();
    events->intent = std::move(*intent);
    progress.at(30, 100);

    auto activities = loadActivities(workspace, rowOf, only.valid() ? std::span(&only, 1) : std::span<const AccountId>());
    if (!activities)
        return activities.error();
    events->activities = std::move(*activities);
    progress.at(55, 100);

    auto deals = OpportunityStore(database).load(rowOf, only);
    if (!deals)
        return deals.error();
    events->deals = std::move(*deals);
    progress.at(60, 100);
    return std::shared_ptr<const EventTables>(std::move(events));
}

Result<ActivityColumns> loadActivities(Workspace &workspace, const AccountRows &rowOf, std::span<const AccountId> accounts)
{
    const auto zone = [&workspace] {
        const auto clock = std::make_shared<const ZoneClock>(workspace.timeZone());
        return ZoneRules{.dayOf = [clock](std::int64_t instant) { return clock->dayOf(instant); },
                         .startOfDay = [clock](Day day) { return clock->startOf(day); }};
    };
    return ActivityStore(workspace.database()).load(rowOf, zone, accounts);
}

Result<TiersOnRecord> loadTiersOnRecord(Workspace &workspace, const AccountRows &rowOf)
{
    TieringStore store(workspace.database());
    const auto applied = store.appliedTiers();
    if (!applied)
        return applied.error();
    auto pins = loadTierPins(workspace, rowOf);
    if (!pins)
        return pins.error();
    TiersOnRecord tiers;
    tiers.pins = std::move(*pins);
    tiers.applied.assign(rowOf.accounts(), Tier::none);
    tiers.everApplied.assign(rowOf.accounts(), 0);
    for (const auto &[account, tier] : *applied) {
        if (const auto row = rowOf.of(account)) {
            tiers.applied[*row] = static_cast<Tier>(tier);
            tiers.everApplied[*row] = 1;
        }
    }
    return tiers;
}

Result<std::vector<TierPin>> loadTierPins(Workspace &workspace, const AccountRows &rowOf)
{
    const auto stored = TieringStore(workspace.database()).pins();
    if (!stored)
        return stored.error();
    std::vector<TierPin> pins;
    for (const StoredPin &pin : *stored) {
        if (const auto row = rowOf.of(pin.account))
            pins.push_back({*row, static_cast<Tier>(pin.tier), pin.until, pin.reason});
    }
    return pins;
}

std::vector<Tier> tiersInForce(const TiersOnRecord &tiers, Day day)
{
    std::vector<Tier> inForce = tiers.applied;
    for (const TierPin &pin : tiers.pins) {
        if (pin.inForce(day))
            inForce[pin.account] = pin.tier;
    }
    return inForce;
}

Result<Tier> tierInForce(Workspace &workspace, AccountId account, Day day)
{
    TieringStore store(workspace.database());
    const auto pin = store.pin(account);
    if (!pin)
        return pin.error();
    if (*pin && day <= (*pin)->until)
        return static_cast<Tier>((*pin)->tier);
    const auto applied = store.applied(account);
    if (!applied)
        return applied.error();
    return *applied ? static_cast<Tier>((*applied)->tier) : Tier::none;
}

} // namespace dimsum
