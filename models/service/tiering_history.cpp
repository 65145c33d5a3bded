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

Result<std::optional<TierApplication>> lastApplication(Workspace &workspace)
{
    const auto changes = TieringStore(workspace.database()).history();
    if (!changes)
        return changes.error();
    if (changes->empty())
        return std::optional<TierApplication>();
    const TierChange &last = changes->back();
    TierApplication application{.instant = last.instant,
                                .by = last.by,
                                .asOf = last.asOf,
                                .policyVersion = last.policyVersion,
                                .moves = {}};
    // One press of Apply writes all its lines with one instant.
    for (auto change = changes->rbegin(); change != changes->rend() && change->instant == last.instant; ++change)
        application.moves.push_back({.account = change->account,
                                     .from = static_cast<Tier>(change->oldTier),
                                     .to = static_cast<Tier>(change->newTier),
                                     .first = false,
                                     .rule = change->rule,
                                     .reasons = {}});
    return std::optional(std::move(application));
}

} // namespace dimsum
