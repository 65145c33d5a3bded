// Costs and campaigns by hand: what an import brings in can be looked at, mended, added to and copied from the plan.
// Every call is one step of undo. Free functions over an open workspace, on its thread.
#pragma once

#include "domain/error.h"
#include "domain/roi.h"
#include "service/workspace.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dimsum {

// A line of cost as a person types it; the rules are those of costs.csv (cli.md). Empty texts are not given.
struct CostLineText {
    QString subjectKind; // "asset", "campaign", "play", "platform"
    QString subject;
    QString line; // "hours", "media", "production", "fee"
    QString hours = {}, rate = {}, amount = {}, months = {};
    QString month = {}; // "2025-03" or a day of it
    QString actual = {}; // "yes", "no"
};

// A stored line: its texts as they can be typed again, and what it comes to.
struct CostBookLine {
    std::int64_t id = 0;
    CostLineText text;
    CostEntry entry;
};

struct CostBook {
    std::vector<CostBookLine> lines; // in the order in which they came
    std::vector<KnownCampaign> campaigns;
};

// Errors: storage.
Result<CostBook> costBook(Workspace &workspace);

// Errors: invalid with `field` (the columns of costs.csv), usage (nobody in `by`), notFound.
Result<std::int64_t> addCostLine(Workspace &workspace, const CostLineText &text, std::string by);
// Several, all or none (a pasted block). The error names the line, from 1. Returns how many there are.
Result<int> addCostLines(Workspace &workspace, const std::vector<CostLineText> &texts, std::string by);
Outcome changeCostLine(Workspace &workspace, std::int64_t id, const CostLineText &text, std::string by);
Outcome removeCostLines(Workspace &workspace, std::vector<std::int64_t> ids, std::string by);

// The planned lines among `ids` once more as actual ones; lines that have such an actual line already are left out.
// Returns how many were made; errors: refused (none was left to make), notFound.
Result<int> copyPlanToActual(Workspace &workspace, std::vector<std::int64_t> ids, std::string by);

// The limit of a campaign; an empty text takes it away. A campaign that no import knows becomes one. Errors: invalid
// ("budget"), usage.
Outcome setCampaignBudget(Workspace &workspace, const QString &campaign, const QString &budget, std::string by);
// ABM or traditional; none: not told.
Outcome setCampaignKind(Workspace &workspace, const QString &campaign, std::optional<bool> abm, std::string by);

} // namespace dimsum
