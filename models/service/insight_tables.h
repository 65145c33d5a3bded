// The tables of `dimsum insights` (cli.md "CSV out") from what the domain found.
#pragma once

#include "domain/account_frame.h"
#include "domain/calibration.h"
#include "domain/event_columns.h"
#include "domain/intensity.h"
#include "domain/journeys.h"
#include "domain/stumbling.h"
#include "domain/next_action.h"
#include "exchange/table_document.h"
#include "service/insights.h"

#include <span>

namespace dimsum {

// High-intensity accounts first, then by interactions, people, key: every account of the workspace.
TableDocument intensityTable(const Currency &currency, const AccountFrame &accounts, const IntensityColumns &intensity);
// By how little time is left, then key.
TableDocument nearMissTable(const Currency &currency, const AccountFrame &accounts, const IntensityColumns &intensity,
                            const IntensityRules &rules);
TableDocument calibrationTable(const Currency &currency, const Calibration &calibration);
TableDocument journeyTable(const Currency &currency, const ActivityColumns &activities, std::span<const JourneyPair> pairs);
TableDocument stumblingTable(const Currency &currency, const ActivityColumns &activities,
                             std::span<const StumblingBlock> blocks);

// All accounts by rank.
TableDocument lookalikeTable(const Currency &currency, const AccountFrame &accounts, const LookalikeFindings &findings);
TableDocument actionTable(const Currency &currency, const AccountFrame &accounts, std::span<const NextAction> actions);

} // namespace dimsum
