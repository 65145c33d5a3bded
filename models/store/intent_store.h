// Third-party intent: scored signals (one per account, source, topic and day) and counted events.
#pragma once

#include "domain/account_rows.h"
#include "domain/error.h"
#include "domain/event_columns.h"
#include "domain/ids.h"
#include "store/database.h"

#include <optional>

namespace dimsum {

// Source, topic and event are term ids.
struct StoredSignal {
    AccountId account;
    std::int64_t source = 0;
    std::int64_t topic = 0;
    Day day;
    double score = 0.0; // 0..100
};

struct StoredIntentEvent {
    AccountId account;
    std::int64_t source = 0;
    std::int64_t event = 0;
    Day day;
    std::int64_t count = 1;
    std::int64_t repeat = 1; // running number among equal rows of one file
};

class IntentStore
{
public:
    explicit IntentStore(Database &database) : m_database(&database) {}

    // Sorted as event_columns.h says; accounts are rows of `accounts`. `only`: the signals of one account.
    Result<IntentColumns> load(const AccountRows &accounts, AccountId only = {});
    Result<std::optional<double>> score(const StoredSignal &key); // of the stored signal with that key
    Outcome insert(const StoredSignal &row, ImportId import = {});
    Outcome updateScore(const StoredSignal &row);
    // False: it is there already.
    Result<bool> insertEvent(const StoredIntentEvent &row, ImportId import = {});

private:
    Database *m_database;
};

} // namespace dimsum
