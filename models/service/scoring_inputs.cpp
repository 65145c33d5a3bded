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

Outcome loadTables(Workspace &workspace, ScoringInputs &inputs, const Progress &progress)
{
    Database &database = workspace.database();
    auto accounts = AccountStore(database).load();
    if (!accounts)
        return accounts.error();
    inputs.accounts = std::move(*accounts);
    inputs.rowOf.reserve(inputs.accounts.size());
    for (std::uint32_t row = 0; row < inputs.accounts.size(); ++row)
        inputs.rowOf.emplace(inputs.accounts.id[row], row);
    progress.at(10, 100);

    auto events = std::make_shared<EventTables>();
    auto intent = IntentStore(database).load(inputs.accounts);
    if (!intent)
        return intent.error();
    events->intent = std::move(*intent);
    progress.at(30, 100);

    const ZoneClock clock(workspace.timeZone());
    const ZoneRules zone{.dayOf = [&clock](std::int64_t instant) { return clock.dayOf(instant); },
                         .startOfDay = [&clock](Day day) { return clock.startOf(day); }};
    auto activities = ActivityStore(database).load(inputs.accounts, zone);
    if (!activities)
        return activities.error();
    events->activities = std::move(*activities);
    progress.at(55, 100);

    auto deals = OpportunityStore(database).load(inputs.accounts);
    if (!deals)
        return deals.error();
    events->deals = std::move(*deals);
    inputs.events = std::move(events);
    progress.at(60, 100);
    return Done{};
}

Outcome loadTiers(Workspace &workspace, ScoringInputs &inputs)
{
    TieringStore store(workspace.database());
    const auto applied = store.applied();
    if (!applied)
        return applied.error();
    const auto pins = store.pins();
    if (!pins)
        return pins.error();

    inputs.applied.assign(inputs.accounts.size(), Tier::none);
    inputs.everApplied.assign(inputs.accounts.size(), 0);
    for (const AppliedTier &tier : *applied) {
        if (const auto row = inputs.rowOf.find(tier.account); row != inputs.rowOf.end()) {
            inputs.applied[row->second] = static_cast<Tier>(tier.tier);
            inputs.everApplied[row->second] = 1;
        }
    }
    for (const StoredPin &pin : *pins) {
        if (const auto row = inputs.rowOf.find(pin.account); row != inputs.rowOf.end())
            inputs.pins.push_back({row->second, static_cast<Tier>(pin.tier), pin.until, pin.reason});
    }
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
    if (Outcome tables = loadTables(workspace, inputs, progress); !tables)
        return tables.error();
    if (Outcome tiers = loadTiers(workspace, inputs); !tiers)
        return tiers.error();
    if (progress.cancelled())
        return Error{.kind = ErrorKind::cancelled, .sentence = DIMSUM_TEXT("Stopped. Nothing was changed.")};
    return inputs;
}

} // namespace

Result<ScoringInputs> loadScoringInputs(Workspace &workspace, const Progress &progress)
{
    // Several statements read one truth only if nobody wrote in between. Reading again is cheaper for everybody than
    // a lock that keeps the writers out meanwhile.
    static constexpr int attempts = 4;
    Database &database = workspace.database();
    for (int attempt = 1;; ++attempt) {
        const auto before = database.foreignChanges();
        if (!before)
            return before.error();
        auto inputs = loadOnce(workspace, progress);
        const auto after = database.foreignChanges();
        if (!after)
            return after.error();
        if (*before == *after || (!inputs && inputs.error().kind == ErrorKind::cancelled))
            return inputs;
        if (attempt == attempts)
            return Error{.kind = ErrorKind::busy,
                         .sentence = DIMSUM_TEXT("Another program keeps changing the workspace. Try again when its "
                                                 "import is done.")};
    }
}

std::vector<Tier> tiersInForce(const ScoringInputs &inputs, Day day)
{
    std::vector<Tier> tiers = inputs.applied;
    for (const TierPin &pin : inputs.pins) {
        if (pin.inForce(day))
            tiers[pin.account] = pin.tier;
    }
    return tiers;
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
