#include "service/snapshot.h"

#include "domain/all_cores.h"
#include "domain/large_memory.h"
#include "domain/order.h"
#include "service/scored_file.h"
#include "service/tier_moves.h"
#include "service/tier_need.h"
#include "store/import_store.h"
#include "store/program_store.h"

#include <QThreadPool>

#include <array>
#include <cmath>
#include <atomic>
#include <functional>

namespace dimsum {

namespace {

constexpr std::size_t worthAFile = 50'000; // accounts; below it, scoring takes no longer than reading a file

// From so many activities on scoring all accounts anew takes long enough to be spared.
constexpr std::int64_t growsFrom = 500'000;

struct FoundWorld {
    std::shared_ptr<const ScoredWorld> world;
    bool isNew = false; // no file has it, and no snapshot had it
};

// The scored accounts for the day: those of the snapshot before, those of the file, or new ones.
Result<FoundWorld> worldFor(Workspace &workspace, Day asOf, const Progress &progress, const std::shared_ptr<const Snapshot> &before)
{
    const auto key = scoredKey(workspace, asOf);
    if (!key)
        return key.error();
    const std::shared_ptr<const ScoredWorld> last = before && before->path == workspace.path() ? before->world : nullptr;
    if (last && last->key == *key)
        return FoundWorld{last};
    if (last && last->activities > growsFrom) {
        const ActivityGrowth onlyContacts{.tokenBefore = key->token, .tokenAfter = key->token, .accounts = {}};
        const auto added = workspace.growth();
        for (const ActivityGrowth *growth : {&onlyContacts, added.get()}) {
            if (!growth)
                continue;
            auto grown = grownWorld(workspace, *last, *growth, *key);
            if (!grown)
                return grown.error();
            if (*grown)
                return FoundWorld{*grown, true};
        }
    }
    const QString file = scoredFileOf(workspace.path());
    if (auto kept = readScoredFile(workspace, file, *key))
        return FoundWorld{kept};
    const bool sameAccounts = last && last->key.sameInputs(*key);
    if (const auto other = sameAccounts ? last : readScoredFileWithoutScores(workspace, file, *key)) {
        auto world = worldOfDay(workspace, *other, *key, progress);
        if (!world)
            return world.error();
        if (*world)
            return FoundWorld{*world, true};
    }
    auto inputs = loadScoringInputs(workspace, progress);
    if (!inputs)
        return inputs.error();
    ScoredKey made = *key;
    if (inputs->revision != key->revision) { // somebody wrote between the two: a world that is like no other
        made.revision = inputs->revision;
        made.token = 0;
    }
    auto world = scoredWorld(workspace, std::move(*inputs), made);
    if (!world)
        return world.error();
    return FoundWorld{*world, true};
}

bool sameApplications(const std::vector<TierApplication> &some, const std::vector<TierApplication> &others)
{
    return std::equal(some.begin(), some.end(), others.begin(), others.end(), [](const TierApplication &a, const TierApplication &b) {
        return a.instant == b.instant && a.by == b.by && a.accounts == b.accounts && a.policyVersion == b.policyVersion;
    });
}

// Applied tiers come from applications alone, and nothing takes one back: those of a million accounts need not be read again.
Result<TiersOnRecord> tiersOnRecord(Workspace &workspace, const Snapshot &snapshot, const std::shared_ptr<const Snapshot> &before)
{
    const bool same = before && before->path == snapshot.path && before->world->base == snapshot.world->base &&
                      sameApplications(before->applications, snapshot.applications);
    if (!same)
        return loadTiersOnRecord(workspace, snapshot.rowOf);
    auto pins = loadTierPins(workspace, snapshot.rowOf);
    if (!pins)
        return pins.error();
    return TiersOnRecord{.pins = std::move(*pins), .applied = before->appliedTiers, .everApplied = before->applied};
}

// What was decided about tiers, and what is computed from it and the scores.
Outcome takeTiers(Workspace &workspace, Snapshot &snapshot, const std::shared_ptr<const Snapshot> &before)
{
    auto applications = tierApplications(workspace); // before the tiers: who applies meanwhile is seen the next time
    if (!applications)
        return applications.error();
    snapshot.applications = std::move(*applications);
    auto record = tiersOnRecord(workspace, snapshot, before);
    if (!record)
        return record.error();
    const Currency &currency = snapshot.settings.currency;
    snapshot.tiers = tiersInForce(*record, snapshot.asOf);
    snapshot.pins = std::move(record->pins);
    snapshot.applied = std::move(record->everApplied);
    snapshot.appliedTiers = std::move(record->applied);
    snapshot.proposal = proposeTiers({.accounts = snapshot.accounts,
                                      .order = snapshot.world->base->acvOrder,
                                      .scores = snapshot.scores,
                                      .pins = snapshot.pins,
                                      .asOf = snapshot.asOf},
                                     snapshot.policy);
    const bool sameAccounts = before && before->world->base == snapshot.world->base;
    const bool sameMoney = sameAccounts && before->settings.currency == currency;
    snapshot.byPriority = sameAccounts ? rowsByPriority(snapshot.accounts, snapshot.proposal.priority, before->byPriority, before->proposal.priority)
                                       : rowsByPriority(snapshot.accounts, snapshot.proposal.priority);
    const std::array<std::function<void()>, 3> tasks{
        [&] {
            snapshot.enrichment = enrichmentList(snapshot.accounts, snapshot.scores, snapshot.policy, snapshot.proposal, snapshot.byPriority);
            // Asks every word of the accounts once: here, not in the window, and not again where fit itself is still the one before.
            snapshot.unknownFields = sameMoney && &*before->scores.fit == &*snapshot.scores.fit
                                         ? before->unknownFields
                                         : std::make_shared<const UnknownFields>(snapshot.accounts, snapshot.icp, currency);
        },
        [&] {
            snapshot.ground = tierGround(snapshot.scores, snapshot.policy.priority, snapshot.tiers);
            snapshot.ground.acv = sameMoney ? before->ground.acv
                                            : std::make_shared<const AcvClasses>(acvClassesOf(snapshot.accounts, std::pow(10.0, currency.exponent)));
        },
        [&] {
            snapshot.coverage = fieldCoverage(snapshot.accounts);
            snapshot.cohort = cohortWeeks(snapshot.scores.engagement, snapshot.tiers);
        }};
    eachInAllCores(tasks.size(), [&tasks](std::size_t task) { tasks[task](); });
    return Done{};
}

Outcome takeArms(Workspace &workspace, Snapshot &snapshot)
{
    snapshot.inProgram.assign(snapshot.size(), 0);
    snapshot.holdOut.assign(snapshot.size(), 0);
    auto program = programSummary(workspace);
    if (!program)
        return program.error();
    ProgramStore store(workspace.database());
    const auto members = store.accounts(program->id);
    if (!members)
        return members.error();
    for (const ProgramAccount &member : *members) {
        if (const auto row = snapshot.row(member.account))
            (member.arm == Arm::holdout ? snapshot.holdOut : snapshot.inProgram)[*row] = 1;
    }
    const auto holdouts = store.holdouts();
    if (!holdouts)
        return holdouts.error();
    for (const AccountId account : *holdouts) {
        if (const auto row = snapshot.row(account))
            snapshot.holdOut[*row] = 1;
    }
    snapshot.ground.holdOuts = std::count(snapshot.holdOut.begin(), snapshot.holdOut.end(), std::uint8_t{1});
    snapshot.program = std::move(*program);
    snapshot.funnel = funnelOf(snapshot.accounts, snapshot.scores, snapshot.policy, snapshot.proposal, snapshot.pins,
                               snapshot.holdOut);
    return Done{};
}

Outcome takeOrders(Workspace &workspace, Snapshot &snapshot)
{
    auto menu = menuState(workspace);
    if (!menu)
        return menu.error();
    auto rows = orders(workspace);
    if (!rows)
        return rows.error();
    auto slips = drafts(workspace);
    if (!slips)
        return slips.error();
    snapshot.menu = std::move(*menu);
    snapshot.orders = std::move(*rows);
    snapshot.drafts = std::move(*slips);

    snapshot.ground.ordered = medianOrdered(snapshot.orders);
    resizeLarge(snapshot.orderSummaries, snapshot.size());
    for (const OrderRow &order : snapshot.orders) {
        const auto row = snapshot.row(order.account);
        if (!row)
            continue;
        OrderSummary &summary = snapshot.orderSummaries[*row];
        if (isOpen(order.standing.state) && summary.open++ == 0)
            snapshot.ground.withOpenOrders.push_back(*row);
        summary.overdue += order.overdue ? 1 : 0;
        summary.all += takesPlace(order.standing.state) ? 1 : 0;
    }
    for (const DraftSummary &draft : snapshot.drafts) {
        if (const auto row = snapshot.row(draft.account)) {
            snapshot.orderSummaries[*row].drafted = draft.plays;
            snapshot.orderSummaries[*row].draftTotal = draft.total;
        }
    }
    return Done{};
}

Outcome takeFreshness(Workspace &workspace, Snapshot &snapshot, const std::shared_ptr<const Snapshot> &before)
{
    const auto runs = ImportStore(workspace.database()).runs();
    if (!runs)
        return runs.error();
    for (const ImportRun &run : *runs) {
        if (run.undoneAt)
            continue;
        std::erase_if(snapshot.lastImports, [&](const LastImport &last) { return last.kind == run.kind; });
        snapshot.lastImports.push_back({run.kind, run.file, run.instant});
    }
    const auto kept = TieringStore(workspace.database()).scoreRun();
    if (!kept)
        return kept.error();
    if (*kept) {
        snapshot.scoredRevision = (*kept)->revision;
        snapshot.scoredFor = (*kept)->asOf;
    }
    const bool same = before && before->path == snapshot.path;
    auto applied = lastApplication(workspace, same ? before->lastApplied : nullptr);
    if (!applied)
        return applied.error();
    snapshot.lastApplied = std::move(*applied);
    return Done{};
}

} // namespace

Snapshot::Snapshot(std::shared_ptr<const ScoredWorld> scored)
    : asOf(scored->key.asOf), inputRevision(scored->key.revision), world(std::move(scored)), icp(world->icp),
      icpVersion(world->icpVersion), policy(world->policy), policyVersion(world->policyVersion), accounts(world->base->accounts),
      rowOf(world->base->rowOf), scores(world->scores), deals(*world->deals), contacts(world->contacts),
      activities(world->activities), signals(world->signals), opportunities(world->opportunities)
{
}

bool Snapshot::keptScoresStale() const
{
    return !scoredFor.known() || scoredRevision != inputRevision;
}

const TierPin *Snapshot::pin(std::uint32_t row) const
{
    // The last one in force counts, as in proposeTiers; without an ICP there is no proposal to ask.
    const TierPin *found = nullptr;
    for (const TierPin &candidate : pins) {
        if (candidate.account == row && candidate.inForce(asOf))
            found = &candidate;
    }
    return found;
}

std::vector<Reason> Snapshot::reasons(std::uint32_t row) const
{
    if (const TierPin *pinned = pin(row))
        return pinReasons(*pinned);
    return reasonsOf(row, accounts, icp, scores, policy, proposal, settings.currency);
}

std::string Snapshot::rule(std::uint32_t row) const
{
    return pin(row) ? std::string("pin") : ruleName(row, proposal, policy);
}

Result<std::shared_ptr<const Snapshot>> loadSnapshot(Workspace &workspace, Day asOf, const Progress &progress,
                                                     const std::shared_ptr<const Snapshot> &before)
{
    static std::atomic<std::int64_t> newest = 0;
    auto world = worldFor(workspace, asOf.known() ? asOf : workspace.today(), progress, before);
    if (!world)
        return world.error();
    auto snapshot = std::make_shared<Snapshot>(world->world);
    snapshot->path = workspace.path();
    snapshot->settings = workspace.settings();
    snapshot->today = workspace.today();
    snapshot->revision = ++newest;
    progress.at(80, 100);

    const auto tiers = [&before](Workspace &from, Snapshot &into) { return takeTiers(from, into, before); };
    const auto freshness = [&before](Workspace &from, Snapshot &into) { return takeFreshness(from, into, before); };
    using Step = std::function<Outcome(Workspace &, Snapshot &)>;
    for (const Step &step : {Step(tiers), Step(takeArms), Step(takeOrders), Step(freshness)}) {
        if (Outcome taken = step(workspace, *snapshot); !taken)
            return taken.error();
        if (progress.cancelled())
            return Error{.kind = ErrorKind::cancelled, .sentence = DIMSUM_TEXT("Stopped. Nothing was changed.")};
    }
    progress.at(100, 100);
    if (world->isNew && world->world->key.token != 0 && (snapshot->size() >= worthAFile || snapshot->activities > growsFrom)) {
        // For the next start; nobody waits for it, and the program does not end before it is whole.
        QThreadPool::globalInstance()->start([scored = snapshot->world, file = scoredFileOf(workspace.path())] { writeScoredFile(file, *scored); });
    }
    return std::shared_ptr<const Snapshot>(std::move(snapshot));
}

} // namespace dimsum
