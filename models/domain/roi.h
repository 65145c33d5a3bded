// What campaigns and assets cost and what they brought (domain.md section 11). Cost is counted once per subject, however
// many deals it touched. The campaign view and the asset view each count their own lines: never add one to the other.
// Pure functions, any thread.
#pragma once

#include "domain/attribution.h"
#include "domain/cost_subject.h"
#include "domain/day.h"
#include "domain/money.h"
#include "domain/play.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dimsum
{

// One line of cost, already priced (priceOf in domain/play.h rounds half up per line).
struct CostEntry {
    CostSubject subject = CostSubject::campaign;
    std::string key;   // folded name
    std::string label; // as first written
    Money amount;
    Day month = unknownDay; // its first day; unknown: none named
    bool actual = false;
    CostKind line = CostKind::production;
    // Of a delivered order: the day of delivery and the tier that it was ordered in (0 = none).
    Day delivered = unknownDay;
    int tier = 0;
};

// A campaign that exists, whether it costs anything or not.
struct KnownCampaign {
    std::string key, label;
    Money budget = unknownMoney;    // a limit, not a cost
    std::optional<bool> abm = {};   // else traditional; none: not told
};

struct SubjectCost {
    CostSubject subject = CostSubject::campaign;
    std::string key, label;
    std::optional<Money> planned = {}, actual = {}; // own lines and shares of platform fees; none: no line at all
    Money sharedPlanned = {}, sharedActual = {}; // of which shares of platform fees
    Money budget = unknownMoney;
    std::int64_t touches = 0; // counting activities up to the day that are tagged with it

    bool overBudget() const { return budget.known() && actual && *actual > budget; }
};

struct CostTable {
    std::vector<SubjectCost> rows; // campaigns, then assets, plays, platforms; each in byte order of the label
    std::int64_t touches = 0;      // counting activities up to the day
    std::int64_t touchesWithoutCost = 0; // tagged with neither a campaign nor an asset that has a line of cost
};

// Lines of months after the day's month are left out. A platform fee is split over all campaigns (of `campaigns`, of
// the activities up to the day, of cost lines; in byte order) by the counting activities tagged with them in its month,
// up to the day where it names none; equally where there are none at all.
CostTable costTable(std::span<const CostEntry> entries, std::span<const KnownCampaign> campaigns,
                    const ActivityColumns &activities, const EngagementRules &points, Day asOf);

struct SubjectWorth {
    SubjectCost cost;
    Credits credits{};                                         // what is shown
    Credits revenue{};                                         // of won deals
    std::array<std::optional<double>, creditModelCount> roi{}; // of won deals on actual cost; none at cost 0 or unknown
    std::optional<double> roiLow, roiHigh;                     // over the models

    std::optional<double> roiOf(CreditModel model) const { return roi[static_cast<std::size_t>(model)]; }
};

// One row per campaign and per asset that has a cost or a credit, campaigns first, in byte order. `won` gives the
// revenue of the return; `shown` the credits (the same, or with open deals).
std::vector<SubjectWorth> roiRows(const CostTable &costs, const ActivityColumns &activities, const Attribution &won,
                                  const Attribution &shown);

// Several rows as one: costs and credits add up, the return is found anew.
SubjectWorth sumOf(std::span<const SubjectWorth> rows, std::span<const std::uint8_t> chosen);

// Fills the returns of a row from its actual cost and revenue.
void findReturns(SubjectWorth &row);

// (revenue - cost) / cost; nothing where the cost is 0.
std::optional<double> returnOn(Money cost, Money revenue);

} // namespace dimsum
