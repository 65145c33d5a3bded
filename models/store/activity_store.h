// First-party activities. An activity without an id of its own is known by its content (row_identity.h).
#pragma once

#include "domain/account_frame.h"
#include "domain/error.h"
#include "domain/event_columns.h"
#include "domain/ids.h"
#include "store/database.h"

#include <functional>
#include <optional>
#include <string>

namespace dimsum {

struct StoredActivity {
    ActivityId id;
    AccountId account;
    std::int64_t instant = 0; // UTC milliseconds; for a date without a time: midnight UTC of that date
    bool dated = false;       // true: `instant` stands for a calendar date, which no zone shifts
    std::int64_t type = 0;    // term ids; 0 = none
    ContactId contact;
    std::int64_t asset = 0, campaign = 0, area = 0, channel = 0;
    std::string externalId;
    std::int64_t identity = 0;

    friend bool operator==(const StoredActivity &, const StoredActivity &) = default;
};

// What the workspace's zone makes of a moment: the store knows no zones.
struct ZoneRules {
    std::function<Day(std::int64_t instant)> dayOf;          // calendar date of UTC milliseconds
    std::function<std::int64_t(Day day)> startOfDay;         // UTC milliseconds of the start of a date
};

class ActivityStore
{
public:
    explicit ActivityStore(Database &database) : m_database(&database) {}

    // Sorted as event_columns.h says; accounts are rows of `accounts`.
    Result<ActivityColumns> load(const AccountFrame &accounts, const ZoneRules &zone);
    Result<std::int64_t> count();
    Result<std::optional<StoredActivity>> find(std::int64_t identity);
    Result<ActivityId> insert(const StoredActivity &row, ImportId import = {});
    Outcome update(const StoredActivity &row); // all columns but identity, by id

private:
    Database *m_database;
};

} // namespace dimsum
