// What the files for other tools are cut from (exchange/export_profile.h, shaped profiles): one row per order, account or
// contact with everything that a tool may ask for. People who opted out are in none of them.
#pragma once

#include "exchange/calendar_file.h"
#include "exchange/export_profile.h"
#include "exchange/table_document.h"
#include "service/workspace.h"

#include <cstdint>
#include <vector>

namespace dimsum {

struct PeopleLeftOut {
    std::int64_t optedOut = 0;
    std::int64_t unknown = 0; // consent is not known
};

// The table of profile.subject, tiers of `day`. Where an order names a person who may not be written to, the person is
// left out of the row and counted.
Result<TableDocument> handoutTable(Workspace &workspace, const ExportProfile &profile, Day day, PeopleLeftOut &leftOut);

// The fields of a subject, for people who write a profile of their own.
std::vector<TableColumn> handoutFields(const QString &subject);

// Every order that has a due day.
Result<std::vector<CalendarEntry>> dueDates(Workspace &workspace);

} // namespace dimsum
