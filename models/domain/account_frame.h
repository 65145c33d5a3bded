// The accounts of a workspace as columns (domain.md section 1). Row numbers are indexes into every column.
// Plain value: share it as const, from any thread.
#pragma once

#include "domain/columns.h"
#include "domain/ids.h"

#include <string>
#include <string_view>
#include <vector>

namespace dimsum {

// One user-defined field: a column of the user's file that is not a canonical one.
struct CustomColumn {
    std::string label; // header as first imported
    std::string key;   // folded header: what criteria name
    FieldColumn column;
};

struct AccountFrame {
    std::vector<AccountId> id;
    TextColumn domain;     // registrable domain, lower-case A-label: the key
    TextColumn name;       // as shown
    TextColumn externalId; // CRM id, empty if none

    // Firmographic and technographic fields. Employees and customers may hold text ("50-100"): then they are
    // unknown to tests that need a number.
    FieldColumn industry, country, region, employees, customers, technologies, maturity, funding, owner;
    MoneyColumn annualRevenue, budget, acv;
    std::vector<CustomColumn> custom;

    std::size_t size() const { return id.size(); }
};

// What a list calls the account: its name, without one its domain.
inline std::string_view shownName(const AccountFrame &accounts, std::size_t row)
{
    const std::string_view name = accounts.name.at(row);
    return name.empty() ? accounts.domain.at(row) : name;
}

} // namespace dimsum
