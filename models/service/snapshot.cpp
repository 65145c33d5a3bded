#include "service/snapshot.h"

#include "domain/deals.h"
#include "domain/order.h"
#include "service/score_table.h"
#include "service/scoring_inputs.h"
#include "service/tier_moves.h"
#include "store/contact_store.h"
#include "store/import_store.h"
#include "store/program_store.h"

#include <atomic>

namespace dimsum {

namespace {

constexpr std::size_t cohortWeekCount = 16;

std::vector<DealSummary> dealSummaries(const OpportunityColumns &deals, std::size_t accounts, Day asOf)
{
    std::vector<DealSummary> summaries(accounts);
    for (std::size_t deal = 0; deal < deals.size(); ++deal) {
        if (!dealExists(deals, deal, asOf))
            continue;
        DealSummary &summary = summaries[deals.account[deal]];
        const Money amount = deals.amount[deal].known() ? deals.amount[deal] : Money{};
        if (dealOpen(deals, deal, asOf)) {
            ++summary.open;
            summary.openAmount += amount;
        } else if (dealWon(deals, deal, asOf)) {
            ++summary.won;
            summary.wonAmount += amount;
            if (!summary.lastWon.known() || summary.lastWon < deals.closed[deal])
                summary.lastWon = deals.closed[deal];
        } else {
            ++summary.lost;
        }
    }
    return summaries;
}

// Copies of what the inputs hold, and everything computed from it alone.
void takeScoring(Snapshot &snapshot, ScoringInputs &&inputs)
{
    const Currency &currency = snapshot.settings.currency;
    Scoring scoring = scoringFor(inputs, currency, snapshot.asOf);
    snapshot.inputRevision = inputs.revision;
    snapshot.tiers = tiersInForce(inputs, snapshot.asOf);
    snapshot.icp = std::move(inputs.icp);
    snapshot.icpVersion = inputs.icpVersion;
    snapshot.policy = std::move(inputs.policy);
    snapshot.policyVersion = inputs.policyVersion;
    snapshot.accounts = std::move(inputs.accounts);
    snapshot.rowOf = std::move(inputs.rowOf);
    snapshot.events = std::move(inputs.events);
    snapshot.pins = std::move(inputs.pins);
    snapshot.applied = std::move(inputs.everApplied);
    snapshot.scores = std::move(scoring.scores);
    snapshot.proposal = std::move(scoring.proposal);
    snapshot.byPriority = rowsByPriority(snapshot.accounts, snapshot.proposal.priority);
    snapshot.deals = dealSummaries(snapshot.events->deals, snapshot.size(), snapshot.asOf);
    snapshot.coverage = fieldCoverage(snapshot.accounts);
    snapshot.enrichment = enrichmentList(snapshot.accounts, snapshot.icp, snapshot.scores, snapshot.policy,
                                         snapshot.proposal, currency);
    snapshot.cohort = cohortWeeks(snapshot.events->activities, snapshot.tiers, snapshot.policy.engagement,
                                  snapshot.asOf, cohortWeekCount);
    snapshot.activities = static_cast<std::int64_t>(snapshot.events->activities.size());
    snapshot.signals = static_cast<std::int64_t>(snapshot.events->intent.signals.size()
                                                 + snapshot.events->intent.events.size());
    snapshot.opportunities = static_cast<std::int64_t>(snapshot.events->deals.size());
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

    snapshot.orderSummaries.assign(snapshot.size(), {});
    for (const OrderRow &order : snapshot.orders) {
        const auto row = snapshot.row(order.account);
        if (!row)
            continue;
        OrderSummary &summary = snapshot.orderSummaries[*row];
        summary.open += isOpen(order.standing.state) ? 1 : 0;
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

Outcome takeContacts(Workspace &workspace, Snapshot &snapshot)
{
    const auto counts = ContactStore(workspace.database()).counts();
    if (!counts)
        return counts.error();
    snapshot.contacts.assign(snapshot.size(), 0);
    for (const auto &[account, people] : *counts) {
        if (const auto row = snapshot.row(account))
            snapshot.contacts[*row] = static_cast<std::uint32_t>(people);
    }
    return Done{};
}

Outcome takeFreshness(Workspace &workspace, Snapshot &snapshot)
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
    auto applied = lastApplication(workspace);
    if (!applied)
        return applied.error();
    snapshot.lastApplied = std::move(*applied);
    return Done{};
}

} // namespace

bool Snapshot::keptScoresStale() const
{
    return !scoredFor.known() || scoredRevision != inputRevision;
}

std::optional<std::uint32_t> Snapshot::row(AccountId account) const
{
    const auto found = rowOf.find(account);
    return found == rowOf.end() ? std::nullopt : std::optional(found->second);
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

Result<std::shared_ptr<const Snapshot>> loadSnapshot(Workspace &workspace, Day asOf, const Progress &progress)
{
    static std::atomic<std::int64_t> newest = 0;
    auto inputs = loadScoringInputs(workspace, progress);
    if (!inputs)
        return inputs.error();
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->path = workspace.path();
    snapshot->settings = workspace.settings();
    snapshot->today = workspace.today();
    snapshot->asOf = asOf.known() ? asOf : snapshot->today;
    snapshot->revision = ++newest;
    takeScoring(*snapshot, std::move(*inputs));
    progress.at(80, 100);

    using Step = Outcome (*)(Workspace &, Snapshot &);
    for (const Step step : {Step(takeContacts), Step(takeArms), Step(takeOrders), Step(takeFreshness)}) {
        if (Outcome taken = step(workspace, *snapshot); !taken)
            return taken.error();
        if (progress.cancelled())
            return Error{.kind = ErrorKind::cancelled, .sentence = DIMSUM_TEXT("Stopped. Nothing was changed.")};
    }
    progress.at(100, 100);
    return std::shared_ptr<const Snapshot>(std::move(snapshot));
}

} // namespace dimsum
