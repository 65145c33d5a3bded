// The canonical tables (cli.md "CSV out"), each with its columns and its order of rows. `rowCount` is exact.
#pragma once

#include "exchange/table_document.h"
#include "service/score_table.h"
#include "service/workspace.h"

#include <cstdint>

namespace dimsum {

// By priority, highest first (accounts without one last), then domain. Tier is the one in force on the date of the
// scores; rule and reasons are those of the proposal, or of the pin.
Result<TableDocument> accountsTable(Workspace &workspace, ScoreTable scores);
// By priority, highest first, then domain.
Result<TableDocument> enrichmentTable(Workspace &workspace, ScoreTable scores);
// By account, then e-mail. Without `everything` opted-out people and stubs are left out and counted.
Result<TableDocument> contactsTable(Workspace &workspace, bool everything, std::int64_t &leftOut, std::int64_t &stubs);
Result<TableDocument> ordersTable(Workspace &workspace);      // by time requested
Result<TableDocument> planTable(Workspace &workspace, Day day); // by account, then time requested; tiers of `day`
Result<TableDocument> historyTable(Workspace &workspace);     // by account, then time

} // namespace dimsum
