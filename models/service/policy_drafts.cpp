#include "service/policy_drafts.h"

#include "exchange/zone_clock.h"
#include "service/saved_view_service.h"
#include "service/tiering_service.h"
#include "store/document_store.h"
#include "store/tiering_store.h"

#include <algorithm>

namespace dimsum {

namespace {

const QString draftPage = QStringLiteral("tiering/draft");

PolicyOutcome outcomeOf(const Snapshot &snapshot, const TieringPreview &preview)
{
    PolicyOutcome outcome;
    const AccountScores &scores = preview.scores ? *preview.scores : snapshot.scores;
    const Priorities priorities = preview.priorities(snapshot);
    for (std::size_t row = 0; row < snapshot.size(); ++row) {
        const std::size_t tier = tierIndex(preview.tiers[row]);
        ++outcome.accounts[tier];
        if (snapshot.accounts.acv[row].known())
            outcome.acv[tier] += snapshot.accounts.acv[row];
        outcome.priority[tier] += preview.proposal.defined ? priorities.of(row) : 0;
        outcome.surging[tier] += scores.intent->surges(row) || scores.engagement.surge[row] != 0 ? 1 : 0;
    }
    for (std::size_t tier = 0; tier < outcome.accounts.size(); ++tier) {
        if (outcome.accounts[tier] > 0)
            outcome.priority[tier] /= static_cast<double>(outcome.accounts[tier]);
    }
    return outcome;
}

// Rows with two tiers each, those that differ, by priority.
std::vector<PolicyComparison::Difference> differencesOf(const Snapshot &snapshot, const std::vector<Tier> &first, const std::vector<Tier> &second,
                                                        std::span<const double> priority)
{
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < snapshot.size(); ++row) {
        if (first[row] != second[row])
            rows.push_back(row);
    }
    std::vector<PolicyComparison::Difference> differences;
    for (const std::uint32_t row : rowsByPriority(snapshot.accounts, priority, std::move(rows)))
        differences.push_back({row, first[row], second[row]});
    return differences;
}

} // namespace

Result<std::vector<PolicyDraft>> policyDrafts(Workspace &workspace)
{
    const auto views = savedViews(workspace, draftPage);
    if (!views)
        return views.error();
    std::vector<PolicyDraft> drafts;
    for (const SavedView &view : *views) {
        auto policy = policyFromText(view.state, workspace.currency());
        if (policy)
            drafts.push_back({view.id, view.name, std::move(*policy)});
    }
    std::sort(drafts.begin(), drafts.end(), [](const PolicyDraft &a, const PolicyDraft &b) { return a.name.compare(b.name, Qt::CaseInsensitive) < 0; });
    return drafts;
}

Outcome keepPolicyDraft(Workspace &workspace, const QString &name, const TierPolicy &policy)
{
    const auto views = savedViews(workspace, draftPage);
    if (!views)
        return views.error();
    SavedView view{.id = 0, .page = draftPage, .name = name.trimmed(), .state = policyText(policy, workspace.currency()), .position = 0};
    for (const SavedView &known : *views) {
        if (known.name == view.name)
            view.id = known.id;
    }
    const auto saved = saveView(workspace, view);
    return saved ? Outcome(Done{}) : Outcome(saved.error());
}

Outcome removePolicyDraft(Workspace &workspace, std::int64_t id)
{
    return removeView(workspace, id);
}

Result<TierPolicy> policyOfVersion(Workspace &workspace, std::int64_t version)
{
    const auto document = DocumentStore(workspace.database()).version(DocumentKind::policy, version);
    if (!document)
        return document.error();
    if (!*document)
        return Error{.kind = ErrorKind::notFound,
                     .sentence = DIMSUM_TEXT("There is no policy version %1 in this workspace."),
                     .arguments = {std::to_string(version)}};
    return policyFromText(QByteArray::fromStdString((*document)->body), workspace.currency());
}

Result<PolicyComparison> comparePolicies(Workspace &workspace, const Snapshot &snapshot, const TierPolicy &first, const TierPolicy &second,
                                         const Progress &progress)
{
    const auto one = previewPolicy(workspace, snapshot, first, progress);
    if (!one)
        return one.error();
    const auto other = previewPolicy(workspace, snapshot, second, progress);
    if (!other)
        return other.error();
    if (progress.cancelled())
        return Error{.kind = ErrorKind::cancelled, .sentence = DIMSUM_TEXT("Stopped. Nothing was changed.")};
    PolicyComparison comparison{.first = outcomeOf(snapshot, *one), .second = outcomeOf(snapshot, *other), .differences = {}};
    for (std::size_t row = 0; row < snapshot.size(); ++row)
        ++comparison.moved[tierIndex(one->tiers[row])][tierIndex(other->tiers[row])];
    comparison.differences = differencesOf(snapshot, one->tiers, other->tiers, other->proposal.priority);
    return comparison;
}

Result<TiersOfDay> tiersOn(Workspace &workspace, const Snapshot &snapshot, Day day)
{
    const std::int64_t end = ZoneClock(workspace.timeZone()).startOf(day + 1) - 1;
    TieringStore store(workspace.database());
    const auto applied = store.appliedTiersUpTo(end);
    if (!applied)
        return applied.error();
    const auto pins = store.pins();
    if (!pins)
        return pins.error();
    const auto applications = tierApplications(workspace);
    if (!applications)
        return applications.error();
    TiersOfDay tiers{.day = day, .applied = !applied->empty(), .since = {}};
    for (const TierApplication &application : *applications) { // newest first
        if (application.instant <= end) {
            tiers.policyVersion = application.policyVersion;
            break;
        }
    }
    std::vector<Tier> then(snapshot.size(), Tier::none);
    for (const auto &[account, tier] : *applied) {
        if (const auto row = snapshot.row(account))
            then[*row] = static_cast<Tier>(tier);
    }
    // A pin that was replaced since is not known any more; the one that is there counts from the day it was set.
    for (const StoredPin &pin : *pins) {
        const auto row = snapshot.row(pin.account);
        if (row && pin.instant <= end && day <= pin.until)
            then[*row] = static_cast<Tier>(pin.tier);
    }
    for (const Tier tier : then)
        ++tiers.accounts[tierIndex(tier)];
    tiers.since = differencesOf(snapshot, then, snapshot.tiers, snapshot.proposal.priority);
    return tiers;
}

} // namespace dimsum
