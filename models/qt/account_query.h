// The filter of the accounts list as one value: what chips, saved views and the search field of the page add up to.
#pragma once

#include "service/snapshot.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace dimsum {

// What a tier tab or a quick view asks for.
enum class AccountScope : std::uint8_t { all, tier1, tier2, tier3, noTier, mine, surging, tier1NoPlay, overdueOrders };

// A field and the folded values of which one must be there.
struct FieldCondition {
    QString field; // canonical column name or the key of a custom field
    QStringList values; // as shown; compared folded
    friend bool operator==(const FieldCondition &, const FieldCondition &) = default;
};

struct AccountQuery {
    AccountScope scope = AccountScope::all;
    QString owner = {};     // of `mine`: the name as shown
    QString text = {};      // in name, domain, CRM id, industry, country or owner
    QList<FieldCondition> fields = {};
    std::optional<double> fitAtLeast = {};
    std::optional<double> acvAtLeast = {}; // major units
    std::optional<int> touchedWithin = {};    // days since the last activity, at most
    std::optional<int> notTouchedFor = {};    // days since the last activity, at least; never touched counts
    bool recentIntent = false;
    bool recentEngagement = false;
    bool pinned = false;
    bool wouldMove = false; // the proposal differs from the tier in force

    // Conditions beside the scope: what "Clear all" takes away.
    int conditions() const;
    // JSON for saved views; an unknown text gives nothing.
    QByteArray toJson() const;
    static std::optional<AccountQuery> fromJson(const QByteArray &json);

    friend bool operator==(const AccountQuery &, const AccountQuery &) = default;
};

// The column behind a field's canonical name or the key of a custom field; null where the accounts have no such field.
const FieldColumn *accountField(const AccountFrame &accounts, const QString &field);

// By row of the snapshot: 1 where the query keeps the account. Pure; any thread, works on all cores.
std::vector<std::uint8_t> keptAccounts(const Snapshot &snapshot, const AccountQuery &query);
std::int64_t accountCount(const Snapshot &snapshot, const AccountQuery &query);
// How many accounts a scope holds: the figure in its tab.
std::int64_t scopeCount(const Snapshot &snapshot, AccountScope scope, const QString &owner = {});

} // namespace dimsum
