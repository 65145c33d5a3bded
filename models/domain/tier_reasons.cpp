// reasonsOf() of tiering.h: which tests explain an account's proposal.
#include "domain/tiering.h"

#include "domain/tolerance.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace dimsum
{

namespace
{

// One account while its reasons are collected.
struct Explained {
    std::size_t row;
    const AccountFrame &accounts;
    const AccountScores &scores;
    const TierPolicy &policy;
    double minorPerMajor;
};

Reason comparison(ReasonCode code, double value, double threshold)
{
    return Reason{code, value, threshold, {}, unknownDay};
}

Reason plain(ReasonCode code)
{
    return Reason{code, 0, 0, {}, unknownDay};
}

Reason measureReason(const RuleMatcher::Test &test, const Explained &account)
{
    const std::size_t row = account.row;
    switch (test.measure) {
    case Measure::fit:
        return comparison(test.below ? ReasonCode::fitBelow : ReasonCode::fitAtLeast,
                          account.scores.fit->fit[row], test.number);
    case Measure::fitMax:
        return comparison(test.below ? ReasonCode::fitMaxBelow : ReasonCode::fitMaxAtLeast,
                          account.scores.fit->fitMax[row], test.number);
    case Measure::acv:
        return comparison(test.below ? ReasonCode::acvBelow : ReasonCode::acvAtLeast,
                          static_cast<double>(account.accounts.acv[row].minor) / account.minorPerMajor,
                          static_cast<double>(test.amount.minor) / account.minorPerMajor);
    case Measure::intentScore:
        return comparison(test.below ? ReasonCode::intentScoreBelow : ReasonCode::intentScoreAtLeast,
                          account.scores.intent->score[row], test.number);
    case Measure::engagementScore:
        break;
    }
    return comparison(test.below ? ReasonCode::engagementScoreBelow : ReasonCode::engagementScoreAtLeast,
                      account.scores.engagement.score[row], test.number);
}

Reason surgeReason(const Explained &account)
{
    return comparison(ReasonCode::intentSurge, account.scores.intent->surgeValue[account.row],
                      account.scores.intent->surgeLine[account.row]);
}

Reason flagReason(const FlagTest &test, const Explained &account)
{
    const std::size_t row = account.row;
    const IntentScores &intent = account.scores.intent;
    const EngagementScores &engagement = account.scores.engagement;
    switch (test.flag) {
    case Flag::recentIntent: {
        const double line = account.policy.intent.recentScore;
        if (!test.expected)
            return comparison(ReasonCode::intentBelow, intent.highest[row], line);
        return intent.highest[row] + slack >= line
                   ? comparison(ReasonCode::intentAtLeast, intent.highest[row], line)
                   : surgeReason(account); // recent by the surge alone
    }
    case Flag::recentEngagement:
        return comparison(test.expected ? ReasonCode::engagementAtLeast : ReasonCode::engagementBelow,
                          engagement.recentPoints[row], account.policy.engagement.recentPoints);
    case Flag::intentSurge:
        return test.expected ? surgeReason(account) : plain(ReasonCode::noIntentSurge);
    case Flag::engagementSurge:
        return test.expected ? comparison(ReasonCode::engagementSurge, engagement.surgeValue[row],
                                          engagement.surgeLine[row])
                             : plain(ReasonCode::noEngagementSurge);
    case Flag::highIntensity:
        break;
    }
    return plain(test.expected ? ReasonCode::highIntensity : ReasonCode::notHighIntensity);
}

// The lowest fit that any rule asks for: the test an account without a rule came closest to. Without such a
// rule, the ICP's own line.
double nearestFitLine(const RuleMatcher &matcher, const TierPolicy &policy)
{
    std::optional<double> line;
    for (const RuleMatcher::Rule &rule : matcher.rules()) {
        for (const RuleMatcher::Test &test : rule.tests) {
            if (test.measure == Measure::fit && !test.below)
                line = std::min(line.value_or(test.number), test.number);
        }
    }
    return line.value_or(highFit(policy));
}

// An exclusion or a failed must-have alone decides, so it is the only reason: the fit of 0 that follows
// explains nothing.
std::vector<Reason> withoutRule(const Explained &account, const Icp &icp)
{
    const std::size_t row = account.row;
    if (account.policy.excludeCustomers && account.scores.deals.customer[row] != 0)
        return {plain(ReasonCode::excludedCustomer)};
    if (account.policy.excludeOpenDeals && account.scores.deals.openDeal[row] != 0)
        return {plain(ReasonCode::excludedOpenDeal)};
    if (account.scores.fit->disqualified(row)) {
        Reason reason = plain(ReasonCode::fitMustHave);
        reason.name = criterionFieldName(icp.criteria[account.scores.fit->failedMustHave[row]]);
        return {reason};
    }
    const double line = nearestFitLine(RuleMatcher(account.policy), account.policy);
    const double fit = account.scores.fit->fit[row];
    std::vector<Reason> reasons{
        comparison(fit + slack >= line ? ReasonCode::fitAtLeast : ReasonCode::fitBelow, fit, line)};
    if (!account.accounts.acv[row].known())
        reasons.push_back(plain(ReasonCode::acvUnknown));
    return reasons;
}

} // namespace

std::vector<Reason> reasonsOf(std::size_t row, const AccountFrame &accounts, const Icp &icp,
                              const AccountScores &scores, const TierPolicy &policy,
                              const TierProposal &proposal, const Currency &currency)
{
    if (!proposal.defined)
        return {plain(ReasonCode::noIcp)};
    const Explained account{row, accounts, scores, policy, std::pow(10.0, currency.exponent)};
    if (proposal.rule[row] == TierProposal::noRule)
        return withoutRule(account, icp);
    std::vector<Reason> reasons;
    const RuleMatcher matcher(policy);
    const RuleMatcher::Rule &rule = matcher.rules()[static_cast<std::size_t>(proposal.rule[row])];
    for (const RuleMatcher::Test &test : rule.tests)
        reasons.push_back(measureReason(test, account));
    for (const FlagTest &test : rule.flags)
        reasons.push_back(flagReason(test, account));
    // Two tests may be met by one fact (recent intent and intent surge by the same surge): say it once.
    std::stable_sort(reasons.begin(), reasons.end(),
                     [](const Reason &a, const Reason &b) { return a.code < b.code; });
    reasons.erase(std::unique(reasons.begin(), reasons.end(),
                              [](const Reason &a, const Reason &b) {
                                  return a.code == b.code && a.value == b.value && a.threshold == b.threshold;
                              }),
                  reasons.end());
    if (proposal.displaced[row] != 0)
        reasons.push_back(plain(ReasonCode::capacity));
    return reasons;
}

std::vector<Reason> pinReasons(const TierPin &pin)
{
    Reason reason = plain(ReasonCode::pin);
    reason.day = pin.until;
    return {reason};
}

} // namespace dimsum
