// Deals. A deal without an id of its own is known by its content (row_identity.h).
#pragma once

#include "domain/account_rows.h"
#include "domain/error.h"
#include "domain/event_columns.h"
#include "domain/ids.h"
#include "store/database.h"

#include <optional>
#include <string>
#include <vector>

namespace dimsum {

struct StoredOpportunity {
    OpportunityId id;
    AccountId account;
    std::string externalId;
    std::int64_t identity = 0;
    std::string name;
    Money amount = unknownMoney;
    std::string stage;
    DealStatus status = DealStatus::open;
    Day created; // unknownDay: nobody dated it
    Day closed; // unknownDay = none; won and lost deals have one
    std::int64_t campaign = 0; // term id

    friend bool operator==(const StoredOpportunity &, const StoredOpportunity &) = default;
};

class OpportunityStore
{
public:
    explicit OpportunityStore(Database &database) : m_database(&database) {}

    // Sorted as event_columns.h says; accounts are rows of `accounts`. `only`: the deals of one account.
    Result<OpportunityColumns> load(const AccountRows &accounts, AccountId only = {});
    Result<std::optional<StoredOpportunity>> find(std::int64_t identity);
    Result<OpportunityId> insert(const StoredOpportunity &row, ImportId import = {});
    // Accounts with a deal won and closed within these days, ascending.
    Result<std::vector<AccountId>> winnersBetween(Day first, Day last);
    Outcome update(const StoredOpportunity &row); // all columns but identity, by id

private:
    Database *m_database;
};

} // namespace dimsum
