// Does account-based marketing work? Program accounts against controls that resemble them, after the start of the
// program and against as many days before it (domain.md section 11). Seeded and repeatable; any thread.
#pragma once

#include "domain/account_frame.h"
#include "domain/event_columns.h"
#include "domain/fit.h"
#include "domain/progress.h"
#include "domain/statistics.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace dimsum
{

enum class LiftArm : std::uint8_t { neither, program, holdout };

struct MatchedPair {
    std::uint32_t program = 0, control = 0; // rows of the frame
};

// Every program account, in the order of the frame (by key), takes the nearest account of neither arm that no other
// took: same fit band of 10, industry, employee band and region; fit within 5; nearest fit, then nearest revenue (least
// |ln ratio|, unknown last), then key. Without an ICP fit says nothing and is left out of the match.
std::vector<MatchedPair> matchControls(const AccountFrame &accounts, const FitColumns &fit,
                                       std::span<const LiftArm> arms);

// 1-49, 50-249, 250-999, 1000-4999, 5000+ as 1..5; 0 = unknown.
int employeeBand(const std::optional<double> &employees);

// All by account: deals created in the window. Win rate = won / closed; cycle = mean days from created to won; deal
// size = mean amount won (major units of the currency, like pipeline); pipeline = amount created per account.
enum class LiftMeasure : std::uint8_t { winRate, cycle, dealSize, pipeline };
inline constexpr std::size_t liftMeasureCount = 4;
std::string_view liftMeasureName(LiftMeasure measure); // "win_rate", "cycle", "deal_size", "pipeline"

struct LiftFigure {
    std::optional<double> program, control; // none: no deal to tell it from
    std::optional<double> difference;       // program - control
    std::optional<Interval> interval;       // of the difference, 95 %, bootstrap by account
    bool tellsApart = false; // both arms have 30 accounts, 95 % of the draws tell it, and the interval leaves 0 out
    // Power: the smallest difference that such a comparison would prove 8 times of 10 (2.80 standard deviations of the
    // draws). None where the draws cannot tell.
    std::optional<double> smallestVisible;
};

struct LiftReport {
    std::int64_t programAccounts = 0, holdoutAccounts = 0; // in the arms
    std::int64_t matched = 0;                              // pairs
    Day start, end;        // window after the start, both included
    Day beforeStart;       // first of as many days before
    std::array<LiftFigure, liftMeasureCount> after;
    std::array<LiftFigure, liftMeasureCount> change; // after minus before: difference in differences
    std::array<std::optional<double>, liftMeasureCount> holdout; // level after the start
};

struct LiftRules {
    int draws = 2000;
    std::uint64_t seed = 20250101;
    std::int64_t smallestArm = 30;
};

// The same for these pairs alone, without hold-outs: "tier 1 only", for one.
LiftReport liftOfPairs(std::span<const MatchedPair> pairs, const OpportunityColumns &deals, int currencyExponent, Day start, Day asOf,
                       const LiftRules &rules = {}, const Progress &progress = {});

// `start` on or before `asOf`. Deals of a window are looked at as they stood on its last day, so that deals from before
// the start had no longer to be won than those after it.
LiftReport liftReport(const AccountFrame &accounts, const FitColumns &fit, std::span<const LiftArm> arms,
                      const OpportunityColumns &deals, int currencyExponent, Day start, Day asOf,
                      const LiftRules &rules = {}, const Progress &progress = {});

} // namespace dimsum
