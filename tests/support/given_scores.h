// Scores written down instead of computed, so that a test of the tier rules says exactly what the rules see.
#pragma once

#include "domain/tiering.h"
#include "support/small_workspace.h"

#include <string>
#include <vector>

namespace dimsum::test
{

struct GivenAccount {
    std::string domain;
    double fit = 0;
    double acv = -1;       // major units of a two-decimal currency; negative: unknown
    double intent = 0;     // highest newest topic score, and the intent score
    double engagement = 0; // recent points, and the engagement score
    double fitMax = -1;    // negative: as fit
    bool intentSurge = false;
    bool engagementSurge = false;
    bool highIntensity = false;
    bool disqualified = false;
    bool customer = false;
    bool openDeal = false;
};

inline AccountFrame givenFrame(const std::vector<GivenAccount> &rows)
{
    std::vector<AccountText> texts;
    for (const GivenAccount &row : rows) {
        AccountText text{row.domain};
        if (row.acv >= 0)
            text.acv = Money{static_cast<std::int64_t>(row.acv * 100 + 0.5)};
        texts.push_back(text);
    }
    return accountFrame(texts);
}

inline AccountScores givenScores(const std::vector<GivenAccount> &rows)
{
    AccountScores scores;
    FitColumns &fit = scores.fit.edit();
    IntentScores &intent = scores.intent.edit();
    fit.defined = true;
    intent.feed.anyIntent = true;
    for (const GivenAccount &row : rows) {
        fit.fit.push_back(row.disqualified ? 0 : row.fit);
        fit.fitMax.push_back(row.disqualified ? 0 : row.fitMax < 0 ? row.fit : row.fitMax);
        fit.failedMustHave.push_back(row.disqualified ? std::uint16_t{0} : FitColumns::noCriterion);
        fit.unknownMustHave.push_back(0);
        intent.score.push_back(row.intent);
        intent.highest.push_back(row.intent);
        intent.surge.push_back(row.intentSurge ? SurgeState::surge : SurgeState::none);
        intent.surgeValue.push_back(240);
        intent.surgeLine.push_back(93.5);
        intent.recent.push_back(row.intent >= 60 || row.intentSurge ? 1 : 0);
        scores.engagement.score.push_back(row.engagement);
        scores.engagement.recentPoints.push_back(row.engagement);
        scores.engagement.recent.push_back(row.engagement >= 5 ? 1 : 0);
        scores.engagement.surge.push_back(row.engagementSurge ? 1 : 0);
        scores.engagement.surgeValue.push_back(40);
        scores.engagement.surgeLine.push_back(14);
        scores.intensity.high.push_back(row.highIntensity ? 1 : 0);
        scores.deals.customer.push_back(row.customer ? 1 : 0);
        scores.deals.openDeal.push_back(row.openDeal ? 1 : 0);
    }
    return scores;
}

} // namespace dimsum::test
