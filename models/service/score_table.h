// The scores of all accounts for one date, as exports and the kept results of `retier` hold them.
#pragma once

#include "domain/enrichment.h"
#include "service/scoring_inputs.h"
#include "store/tiering_store.h"

#include <optional>
#include <string>
#include <vector>

namespace dimsum {

// The arithmetic of one date, in memory.
struct Scoring {
    AccountScores scores;
    TierProposal proposal;
};
Scoring scoringFor(const ScoringInputs &inputs, const Currency &currency, Day asOf);

// What StoredScore::extra holds of an account on the enrichment list.
struct EnrichmentNote {
    Tier tier = Tier::none;
    Tier tierIfKnown = Tier::none;
    std::vector<std::string> fields;
};
std::string enrichmentText(const EnrichmentNote &note);
std::optional<EnrichmentNote> parseEnrichment(std::string_view text); // nothing for an account not on the list

// One row per account by account id, with rule and reasons of the proposal, not of a pin.
std::vector<StoredScore> storedScores(const ScoringInputs &inputs, const Scoring &scoring, const Currency &currency);

// The run that belongs to them. `extra` remembers which pins took part, because they change what is left for others.
ScoreRun scoreRunOf(const Workspace &workspace, const ScoringInputs &inputs, Day asOf);

struct ScoreTable {
    ScoreRun run;
    std::vector<StoredScore> rows; // by account id
    bool stale = false;
};

// The scores an export uses (cli.md "export"): without `asOf` those that the last `retier` kept, refused where the data
// changed since unless `allowStale`, and where there are none; with the date of the last `retier` the same; with any
// other date scored afresh for it and not kept.
Result<ScoreTable> scoreTable(Workspace &workspace, std::optional<Day> asOf, bool allowStale,
                              const Progress &progress = {});

} // namespace dimsum
