// The buying committee of one account (domain.md section 10): who is there, in which role, and who is engaged.
#pragma once

#include "service/account_details.h"

#include <string>
#include <vector>

namespace dimsum {

// A person is engaged with a counting activity in so many days; with none a role that has people is silent.
inline constexpr int engagedDays = 90;

// By last activity, newest first; people without any by name.
Result<std::vector<CommitteePerson>> committeePeople(Workspace &workspace, const Snapshot &snapshot,
                                                     AccountId account);
// The same where the events of the account, at least, are at hand.
Result<std::vector<CommitteePerson>> committeePeople(Workspace &workspace, const Snapshot &snapshot, AccountId account,
                                                     const EventTables &events);

// Required roles in the order of the ICP, then the others that have people in the order of buyingRoles.
std::vector<CommitteeRole> committeeRoles(const Icp &icp, const std::vector<CommitteePerson> &people);

} // namespace dimsum
