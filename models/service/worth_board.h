// Everything the ROI page shows, computed once for a snapshot (domain.md section 11). Immutable; any thread.
#pragma once

#include "domain/account_pace.h"
#include "domain/campaign_kinds.h"
#include "domain/return_views.h"
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

// What one engaged, one qualified and one won account cost, in the 365 days up to the date.
struct MoneyPerAccount {
    Money cost;                // actual, of the months of that year
    std::int64_t engaged = 0;  // accounts with recent engagement
    std::int64_t qualified = 0; // with an opportunity created in the year
    std::int64_t won = 0;      // with a deal won in the year

    static std::optional<Money> per(Money cost, std::int64_t accounts); // rounded down; none for no account
};

// A deal that credit is given for, or an open one: what can be opened into its touches.
struct CreditedDeal {
    std::uint32_t deal = 0, account = 0; // row of the deals, of the accounts
    std::string name, stage;
    Money amount = unknownMoney;
    Day created, closed; // closed: unknown for an open one
    int touches = 0;
};

// One touch of an opened deal.
struct TouchLine {
    Day day;
    std::string type, campaign, channel, asset;
    bool known = false; // by a known contact
    bool first = false, lead = false, opportunity = false, close = false; // anchors
    Credits credits{};
};

struct DealReceipt {
    CreditedDeal deal;
    std::vector<TouchLine> touches; // in the order of time
    int outside = 0;                // counting activities of the account that are too old or too late
    int notCounting = 0;            // activities of the span whose type does not count
};

struct WorthBoard {
    std::shared_ptr<const Snapshot> snapshot;
    Worth worth;
    std::vector<std::optional<bool>> abm; // by row of worth.rows: a campaign's kind, where it is known
    std::optional<SubjectWorth> allAbm;   // the ABM campaigns together
    std::optional<SubjectWorth> allTraditional;
    std::array<std::vector<std::optional<Payback>>, creditModelCount> payback; // by model, by row of worth.rows
    std::vector<SubjectWorth> channels, tiers, plays; // the other views (domain/return_views.h)
    std::optional<SubjectWorth> program;  // of the program that the arms belong to
    std::string programName;
    std::array<MoneyPerAccount, 4> perTier; // by tierIndex; [0] = all accounts
    std::array<MixFigures, dealMixes> mixes;
    std::vector<CreditedDeal> credited;   // won ones, then open ones, newest first; at most `mostDealsListed`
    std::int64_t dealsListable = 0;       // how many there are
    Pace pace;                            // of all accounts
    std::optional<Pace> programPace;      // of those in the program
    ChannelsByStage channelsByStage;
    std::vector<CreditedDeal> fallen;     // of channelsByStage.fallen, in its order
    std::vector<CampaignCost> costs;      // dearest first
    InfluenceFigures influence;
    ActualFigures actual;
    std::optional<LiftReport> lift;
    std::optional<Error> noLift;         // why there is none
    std::optional<LiftReport> liftTierOne; // pairs whose program account is in tier 1
    std::vector<QuarterRate> quarters;   // oldest first; empty without a lift
    std::vector<std::int64_t> touchesBefore; // deals by number of touches before they were created: 0, 1, 2, ... 20 and more
    std::int64_t dealsTouched = 0;       // with at least one
    std::int64_t medianTouches = 0;      // of those
};

inline constexpr std::size_t mostDealsListed = 2'000;

// Opens a deal (row of the deals of the snapshot's events). Errors: storage, cancelled.
Result<DealReceipt> dealReceipt(Workspace &workspace, const Snapshot &snapshot, std::uint32_t deal);

// Errors: refused (no opportunity up to the date), storage, cancelled.
Result<std::shared_ptr<const WorthBoard>> worthBoard(Workspace &workspace, std::shared_ptr<const Snapshot> snapshot,
                                                     const Progress &progress = {});

} // namespace dimsum
