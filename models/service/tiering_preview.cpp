// Draft policies of tiering_service.h: as a file, with new points, and what they would do to the accounts of a snapshot.
#include "exchange/policy_document.h"
#include "exchange/text_key.h"
#include "service/scoring_inputs.h"
#include "service/snapshot.h"
#include "service/tier_moves.h"

#include <vector>

namespace dimsum {

QByteArray policyText(const TierPolicy &policy, const Currency &currency)
{
    return printPolicy(policy, currency);
}

Result<TierPolicy> policyFromText(const QByteArray &text, const Currency &currency)
{
    auto document = parsePolicy(text, currency);
    if (!document)
        return document.error();
    return std::move(document->policy);
}

Result<std::int64_t> addTypePoints(Workspace &workspace, std::vector<NewTypePoints> types, std::string by)
{
    auto state = policyState(workspace);
    if (!state)
        return state.error();
    std::vector<TypePoints> &known = state->policy.engagement.points;
    for (const NewTypePoints &type : types) {
        const std::string key = typeKey(std::string_view(type.label));
        std::erase_if(known, [&key](const TypePoints &points) { return points.key == key; });
        known.push_back({type.label, key, type.points});
    }
    return setPolicy(workspace, std::move(state->policy), std::move(by), state->version);
}

bool sameScoring(const TierPolicy &a, const TierPolicy &b)
{
    TierPolicy scoringOfB = a;
    scoringOfB.intent = b.intent;
    scoringOfB.engagement = b.engagement;
    scoringOfB.intensity = b.intensity;
    scoringOfB.bestCustomer = b.bestCustomer;
    return scoringOfB == a;
}

TieringPreview previewTiers(const Snapshot &snapshot, const TierPolicy &draft)
{
    TieringPreview preview;
    previewTiers(snapshot, draft, preview);
    return preview;
}

void previewTiers(const Snapshot &snapshot, const TierPolicy &draft, TieringPreview &preview)
{
    previewWith(snapshot, draft, nullptr, preview);
}

Result<TieringPreview> previewPolicy(Workspace &workspace, const Snapshot &snapshot, const TierPolicy &draft, const Progress &progress,
                                     TieringPreview before)
{
    TieringPreview preview = std::move(before);
    const Currency &currency = snapshot.settings.currency;
    if (sameScoring(snapshot.policy, draft)) {
        previewTiers(snapshot, draft, preview);
        return preview;
    }
    auto events = allEvents(workspace, *snapshot.world, progress);
    if (!events)
        return events.error();
    const EventTables &read = **events;
    previewWith(snapshot, draft,
                std::make_shared<const AccountScores>(
                    scoreAccounts(snapshot.accounts, snapshot.icp, read.intent, read.activities, read.deals, draft, currency, snapshot.asOf)),
                preview);
    preview.events = std::move(*events);
    return preview;
}

} // namespace dimsum
