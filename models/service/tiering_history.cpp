#include "service/tiering_service.h"

#include "store/account_store.h"
#include "store/tiering_store.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace dimsum {

namespace {

HistoryLine lineOf(const TierChange &change, std::string domain)
{
    return {.account = change.account,
            .domain = std::move(domain),
            .instant = change.instant,
            .by = change.by,
            .asOf = change.asOf,
            .policyVersion = change.policyVersion,
            .oldTier = static_cast<Tier>(change.oldTier),
            .newTier = static_cast<Tier>(change.newTier),
            .rule = change.rule,
            .reasons = change.reasons};
}

} // namespace

Result<std::vector<HistoryLine>> tierHistory(Workspace &workspace, AccountId account)
{
    TieringStore store(workspace.database());
    const auto changes = account.valid() ? store.history(account) : store.history();
    if (!changes)
        return changes.error();

    std::unordered_map<AccountId, std::string> domains;
    AccountStore accounts(workspace.database());
    if (account.valid()) {
        const auto row = accounts.row(account);
        if (!row)
            return row.error();
        if (*row)
            domains.emplace(account, (*row)->domain);
    } else {
        const auto frame = accounts.load();
        if (!frame)
            return frame.error();
        for (std::size_t row = 0; row < frame->size(); ++row)
            domains.emplace(frame->id[row], frame->domain.at(row));
    }

    std::vector<HistoryLine> lines;
    lines.reserve(changes->size());
    for (const TierChange &change : *changes)
        lines.push_back(lineOf(change, domains[change.account]));
    std::stable_sort(lines.begin(), lines.end(), [](const HistoryLine &a, const HistoryLine &b) {
        return std::tie(a.domain, a.instant) < std::tie(b.domain, b.instant);
    });
    return lines;
}

Result<std::optional<Tier>> tierOn(Workspace &workspace, AccountId account, Day day)
{
    TieringStore store(workspace.database());
    const auto pin = store.pin(account);
    if (!pin)
        return pin.error();
    if (*pin && workspace.dayOf((*pin)->instant) <= day && day <= (*pin)->until)
        return std::optional(static_cast<Tier>((*pin)->tier));
    const auto changes = store.history(account);
    if (!changes)
        return changes.error();
    std::optional<Tier> tier;
    for (const TierChange &change : *changes) {
        if (workspace.dayOf(change.instant) <= day)
            tier = static_cast<Tier>(change.newTier);
    }
    return tier;
}

Result<std::vector<TierApplication>> tierApplications(Workspace &workspace)
{
    const auto stored = TieringStore(workspace.database()).applications();
    if (!stored)
        return stored.error();
    std::vector<TierApplication> applications;
    for (const StoredApplication &each : *stored)
        applications.push_back({each.instant, each.by, each.asOf, each.policyVersion, each.accounts, each.note, {}});
    return applications;
}

Result<std::shared_ptr<const TierApplication>> lastApplication(Workspace &workspace, const std::shared_ptr<const TierApplication> &known)
{
    const auto applications = tierApplications(workspace);
    if (!applications)
        return applications.error();
    if (applications->empty())
        return std::shared_ptr<const TierApplication>();
    auto last = std::make_shared<TierApplication>(applications->front());
    if (known && known->instant == last->instant && known->by == last->by && known->accounts == last->accounts)
        return known;
    if (last->accounts > newsOfAccounts)
        return std::shared_ptr<const TierApplication>(std::move(last));
    const auto changes = TieringStore(workspace.database()).newestChanges();
    if (!changes)
        return changes.error();
    for (const TierChange &change : *changes)
        last->moves.push_back({.account = change.account,
                               .from = static_cast<Tier>(change.oldTier),
                               .to = static_cast<Tier>(change.newTier),
                               .first = false,
                               .rule = change.rule,
                               .reasons = {}});
    return std::shared_ptr<const TierApplication>(std::move(last));
}

} // namespace dimsum
