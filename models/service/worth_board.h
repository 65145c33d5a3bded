// Everything the ROI page shows, computed once for a snapshot (domain.md section 11). Immutable; any thread.
#pragma once

#include "service/roi_service.h"
#include "service/snapshot.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace dimsum {

// What marketing reached: says nothing about money. Of the 365 days up to the date.
struct InfluenceFigures {
    std::int64_t accounts = 0; // in the workspace
    std::int64_t reached = 0;  // with any activity
    std::int64_t impressions = 0; // activities of any type
    std::int64_t engaged = 0;  // with a counting activity in the last 30 days
    Money touchedPipeline;     // amount of open deals with a touch
};

// What came of it. Of the 365 days up to the date.
struct ActualFigures {
    std::int64_t opened = 0; // opportunities created
    std::int64_t won = 0, closed = 0;
    Money revenue;
    std::optional<double> winRate() const;
    std::optional<Money> averageDeal() const;
    std::optional<Money> medianDeal;
    std::optional<double> cycleDays; // mean, created to won
};

// Won share of what closed in a quarter, by arm.
struct QuarterRate {
    Day start;
    std::optional<double> program, control;
};

// Cost of one campaign by kind of line (hours, media, production, fee), actual; planned in all.
struct CampaignCost {
    std::string label;
    std::array<Money, 4> byKind{};
    Money actual;
    std::optional<Money> planned;
};

struct WorthBoard {
    std::shared_ptr<const Snapshot> snapshot;
    Worth worth;
    std::vector<std::optional<bool>> abm; // by row of worth.rows: a campaign's kind, where it is known
    std::optional<SubjectWorth> allAbm;   // the ABM campaigns together
    std::vector<CampaignCost> costs;      // dearest first
    InfluenceFigures influence;
    ActualFigures actual;
    std::optional<LiftReport> lift;
    std::optional<Error> noLift;         // why there is none
    std::vector<QuarterRate> quarters;   // oldest first; empty without a lift
    std::vector<std::int64_t> touchesBefore; // deals by number of touches before they were created: 0, 1, 2, ... 20 and more
    std::int64_t dealsTouched = 0;       // with at least one
    std::int64_t medianTouches = 0;      // of those
};

// Errors: refused (no opportunity up to the date), storage, cancelled.
Result<std::shared_ptr<const WorthBoard>> worthBoard(Workspace &workspace, std::shared_ptr<const Snapshot> snapshot,
                                                     const Progress &progress = {});

} // namespace dimsum
