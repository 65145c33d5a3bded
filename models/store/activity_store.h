// First-party activities: packed blocks per account and import (activity_block.h), those of the first import in pages of
// several accounts (account_page.h), and where to find those that have an id of their own.
#pragma once

#include "domain/account_rows.h"
#include "domain/error.h"
#include "domain/event_columns.h"
#include "domain/ids.h"
#include "store/account_page.h"
#include "store/activity_block.h"
#include "store/database.h"

#include <compare>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace dimsum {

// What the workspace's zone makes of a moment: the store knows no zones. Each thread that asks has its own.
struct ZoneRules {
    std::function<Day(std::int64_t instant)> dayOf;          // calendar date of UTC milliseconds
    std::function<std::int64_t(Day day)> startOfDay;         // UTC milliseconds of the start of a date
};

struct ActivityBlock {
    AccountId account;
    ImportId import; // 0 = none
    std::vector<std::uint8_t> content;
};

// An identity (identityOf) and an account that may have an activity with it.
struct ActivityKey {
    std::int64_t identity = 0;
    AccountId account;

    friend auto operator<=>(const ActivityKey &, const ActivityKey &) = default;
};

class ActivityStore
{
public:
    explicit ActivityStore(Database &database) : m_database(&database) {}

    // Sorted as event_columns.h says; accounts are rows of `accounts`. `only`: the activities of these accounts alone,
    // where any are named.
    // `zone` makes the rules of one thread and may be called from several. damaged: a block cannot be read.
    Result<ActivityColumns> load(const AccountRows &accounts, const std::function<ZoneRules()> &zone, std::span<const AccountId> only = {});
    Result<std::int64_t> count();
    Result<bool> any();

    Result<std::vector<ActivityBlock>> blocks(AccountId account); // oldest import first

    // Replaces a block; `rows` are sorted by instant, none remove it.
    Outcome put(AccountId account, ImportId import, std::span<const PackedActivity> rows);
    // The first activities of a workspace: blocks (packActivities()) in pages, accounts ascending.
    Outcome add(ImportId import, const AccountPages &pages);
    // Keeps what a block holds before import `by` changes it, so that taking that import back restores it.
    Outcome keepPrior(ImportId by, AccountId account, ImportId import);

    // `keys` are sorted by identity and belong to rows of this import; more of them only with larger identities.
    Outcome addKeys(ImportId import, std::span<const ActivityKey> keys);
    // What is known of these identities (sorted), in their order; several accounts may share one.
    Result<std::vector<ActivityKey>> findKeys(std::span<const std::int64_t> identities);

private:
    Outcome leavePage(AccountId account, ImportId import);

    Database *m_database;
    std::optional<std::int64_t> m_pagesOf; // the import that brought all pages, once it was asked for; 0 = there are none
};

} // namespace dimsum
