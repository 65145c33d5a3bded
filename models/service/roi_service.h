// What marketing cost and what it was worth (domain.md section 11), as use cases: attribution, costs, return, lift.
// Free functions over an open workspace, on its thread; the computing half takes a snapshot's tables and runs anywhere.
#pragma once

#include "domain/attribution.h"
#include "domain/lift.h"
#include "domain/return_views.h"
#include "domain/roi.h"
#include "service/scoring_inputs.h"
#include "service/workspace.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dimsum {

// What the workspace knows of money beside the tables that scores are computed from.
struct WorthInputs {
    std::vector<CostEntry> costs;          // imported lines, and delivered orders under their play and campaign
    std::vector<KnownCampaign> campaigns;
    std::vector<PlayName> plays;           // of the menu in force
    std::vector<DeliveredOrder> delivered; // of those plays, up to the day
    std::vector<LiftArm> arms;             // by row of the frame
    std::string program;                   // name of the program that `arms` belong to; empty: there is none
    Day programStart = unknownDay;
};

// `rowOf`: the frame that the arms are for. The program is the menu's, or where that has no accounts or has not begun
// by the day the one that began last. Delivered orders count from the day they were delivered. Errors: storage.
Result<WorthInputs> loadWorthInputs(Workspace &workspace, const AccountRows &rowOf,
                                    Day asOf);

// Everything of one date, computed. Never fails: what cannot be told is empty.
struct Worth {
    Day asOf;
    Attribution won;   // deals won and closed by the day
    Attribution shown; // the same, or with the open ones
    CostTable costs;
    std::vector<SubjectWorth> rows;
};
Worth worthOf(const EventTables &events, const TierPolicy &policy, const WorthInputs &inputs, Day asOf,
              bool withOpen = false, std::span<const TouchGrouping> groupings = {});

enum class WorthSubject { summary, attribution, costs, lift };
std::optional<WorthSubject> worthSubject(const QString &word); // "summary", "attribution", ...

struct WorthRequest {
    WorthSubject subject = WorthSubject::summary;
    QString file; // *.csv or *.xlsx
    Day asOf = unknownDay; // unknown: today
    bool withOpen = false; // credits of open deals as well; returns are of won deals always
};

struct WorthResult {
    QString file;
    std::int64_t rows = 0;
    Day asOf;
    Money total, noTouch;                    // of the deals that are credited
    std::int64_t deals = 0, dealsWithoutTouch = 0, dealsWithoutAmount = 0;
    std::int64_t touches = 0, touchesWithoutCost = 0;
    LiftReport lift; // WorthSubject::lift only
};

// Writes one table of `dimsum roi` (cli.md): the whole file or none. Errors: usage (ending), refused (no deals up to
// the day; for lift no program with accounts, or one that starts later), storage, cancelled.
Result<WorthResult> writeWorth(Workspace &workspace, const WorthRequest &request, const Progress &progress = {});

// Compares the arms on a date. Errors: refused, as above.
Result<LiftReport> programLift(const AccountFrame &accounts, const FitColumns &fit, const OpportunityColumns &deals,
                               const WorthInputs &inputs, const Currency &currency, Day asOf,
                               const Progress &progress = {});

} // namespace dimsum
