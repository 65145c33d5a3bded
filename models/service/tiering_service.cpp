#include "service/tiering_service.h"

#include "exchange/policy_document.h"
#include "service/account_lookup.h"
#include "service/icp_service.h"
#include "service/recorded_change.h"
#include "service/score_table.h"
#include "service/scoring_inputs.h"
#include "service/tier_moves.h"
#include "store/account_store.h"
#include "store/document_store.h"

#include <algorithm>

namespace dimsum {

namespace {

Error needsPerson()
{
    return {.kind = ErrorKind::usage,
            .sentence = DIMSUM_TEXT("Say who does this: the history keeps the name."),
            .field = "by"};
}

std::vector<TierChange> changesOf(const std::vector<TierMove> &moves, const RetierResult &result,
                                  const ScoringInputs &inputs, const std::string &by, std::int64_t now)
{
    std::vector<TierChange> changes;
    changes.reserve(moves.size());
    for (const TierMove &move : moves)
        changes.push_back({.account = move.account,
                           .instant = now,
                           .by = by,
                           .asOf = result.asOf,
                           .policyVersion = inputs.policyVersion,
                           .oldTier = static_cast<int>(move.from),
                           .newTier = static_cast<int>(move.to),
                           .rule = move.rule,
                           .reasons = reasonsText(move.reasons)});
    return changes;
}

// Keeps the scores and, to apply, writes the moves; nothing if the data changed since they were read.
struct Keeping {
    const ScoringInputs &inputs;
    const Scoring &scoring;
    const std::vector<TierMove> &moves;
    const RetierRequest &request;
    RetierResult &result;
};

Outcome refuseIfChanged(Workspace &workspace, const ScoringInputs &inputs)
{
    const auto revision = workspace.inputRevision();
    if (!revision)
        return revision.error();
    if (*revision != inputs.revision)
        return Error{.kind = ErrorKind::conflict,
                     .sentence = DIMSUM_TEXT("The data changed while they were scored. Try again.")};
    return Done{};
}

Outcome keepScores(Workspace &workspace, const Keeping &keeping)
{
    auto transaction = Transaction::begin(workspace.database());
    if (!transaction)
        return transaction.error();
    if (Outcome same = refuseIfChanged(workspace, keeping.inputs); !same)
        return same;
    const auto rows = storedScores(keeping.inputs, keeping.scoring, workspace.currency());
    const ScoreRun run = scoreRunOf(workspace, keeping.inputs, keeping.result.asOf);
    if (Outcome saved = TieringStore(workspace.database()).saveScores(run, rows); !saved)
        return saved;
    return transaction->commit();
}

Outcome applyMoves(Workspace &workspace, const Keeping &keeping)
{
    if (keeping.moves.empty())
        return Done{};
    const ChangeLabel label{.action = "apply_tiers",
                            .argument = std::to_string(keeping.moves.size()),
                            .by = keeping.request.by};
    return recordedChange(workspace, label, ScoreEffect::none, [&]() -> Outcome {
        if (Outcome same = refuseIfChanged(workspace, keeping.inputs); !same)
            return same;
        const auto changes = changesOf(keeping.moves, keeping.result, keeping.inputs, keeping.request.by,
                                       workspace.now());
        keeping.result.written = static_cast<std::int64_t>(changes.size());
        return TieringStore(workspace.database()).apply(changes, keeping.request.note);
    });
}

// A pin on such an account is allowed, with a warning (domain.md section 6).
Result<bool> isDisqualified(Workspace &workspace, AccountId account)
{
    const auto icp = icpState(workspace);
    if (!icp)
        return icp.error();
    if (!icp->icp.defined())
        return false;
    const auto accounts = AccountStore(workspace.database()).load();
    if (!accounts)
        return accounts.error();
    const auto row = std::find(accounts->id.begin(), accounts->id.end(), account);
    if (row == accounts->id.end())
        return false;
    return fitReceipt(*accounts, icp->icp, workspace.currency(),
                      static_cast<std::size_t>(row - accounts->id.begin()))
               .failedMustHave
           != FitColumns::noCriterion;
}

Result<RetierResult> retierOnce(Workspace &workspace, const RetierRequest &request, const Progress &progress)
{
    const auto inputs = loadScoringInputs(workspace, progress);
    if (!inputs)
        return inputs.error();
    RetierResult result;
    result.asOf = request.asOf.known() ? request.asOf : workspace.today();
    const Scoring scoring = scoringFor(*inputs, workspace.currency(), result.asOf);
    progress.at(85, 100);

    const std::vector<Tier> now = tiersInForce(*inputs, result.asOf);
    const auto moves = tierMoves({.accounts = &inputs->accounts,
                                  .icp = &inputs->icp,
                                  .policy = &inputs->policy,
                                  .scores = &scoring.scores,
                                  .proposal = &scoring.proposal,
                                  .pins = inputs->pins,
                                  .inForce = now,
                                  .everApplied = inputs->everApplied,
                                  .currency = workspace.currency()});
    result.scored = scoring.proposal.defined;
    result.moves = static_cast<std::int64_t>(moves.size());
    result.notices = scoring.proposal.notices;
    result.revision = inputs->revision;
    result.policyVersion = inputs->policyVersion;
    for (std::size_t row = 0; row < inputs->accounts.size(); ++row) {
        const Tier tier = result.scored ? scoring.proposal.withPin(row, inputs->pins) : Tier::none;
        ++result.tiers[tierIndex(tier)];
    }

    const Keeping keeping{*inputs, scoring, moves, request, result};
    if (Outcome kept = keepScores(workspace, keeping); !kept)
        return kept.error();
    if (request.apply) {
        if (Outcome applied = applyMoves(workspace, keeping); !applied)
            return applied.error();
    }
    progress.at(100, 100);
    return result;
}

} // namespace

Result<RetierResult> retier(Workspace &workspace, RetierRequest request, const Progress &progress)
{
    if (request.apply && request.by.empty())
        return needsPerson();
    static constexpr int attempts = 3;
    for (int attempt = 1;; ++attempt) {
        auto result = retierOnce(workspace, request, progress);
        if (result || result.error().kind != ErrorKind::conflict || attempt == attempts)
            return result;
    }
}

Result<PinResult> pinTier(Workspace &workspace, PinRequest request)
{
    if (request.by.empty())
        return needsPerson();
    if (request.reason.empty())
        return Error{.kind = ErrorKind::invalid,
                     .sentence = DIMSUM_TEXT("Give a reason for the pin: whoever looks at the account later reads it."),
                     .field = "reason"};
    if (!request.until.known())
        return Error{.kind = ErrorKind::invalid,
                     .sentence = DIMSUM_TEXT("Give the last day of the pin, like 2025-12-31."),
                     .field = "until"};
    const auto account = accountNamed(workspace, request.account);
    if (!account)
        return account.error();
    const auto disqualified = isDisqualified(workspace, *account);
    if (!disqualified)
        return disqualified.error();
    const PinResult result{.account = *account,
                           .disqualified = *disqualified,
                           .ended = request.until < workspace.today()};

    return recordedChange(workspace, {.action = "pin_tier", .argument = request.account, .by = request.by},
                          ScoreEffect::none, [&]() -> Result<PinResult> {
                              const Outcome pinned =
                                  TieringStore(workspace.database()).setPin({.account = *account,
                                                                             .tier = static_cast<int>(request.tier),
                                                                             .until = request.until,
                                                                             .reason = request.reason,
                                                                             .by = request.by,
                                                                             .instant = workspace.now()});
                              if (!pinned)
                                  return pinned.error();
                              return result;
                          });
}

Outcome unpinTier(Workspace &workspace, std::string account, std::string by)
{
    if (by.empty())
        return needsPerson();
    const auto id = accountNamed(workspace, account);
    if (!id)
        return id.error();
    return recordedChange(workspace, {.action = "unpin_tier", .argument = account, .by = by}, ScoreEffect::none,
                          [&]() -> Outcome {
                              const auto removed = TieringStore(workspace.database()).removePin(*id);
                              if (!removed)
                                  return removed.error();
                              if (!*removed)
                                  return Error{.kind = ErrorKind::notFound,
                                               .sentence = DIMSUM_TEXT("“%1” is not pinned."),
                                               .arguments = {account},
                                               .field = "account"};
                              return Done{};
                          });
}

Result<PolicyState> policyState(Workspace &workspace)
{
    const auto document = DocumentStore(workspace.database()).current(DocumentKind::policy);
    if (!document)
        return document.error();
    PolicyState state{.policy = defaultPolicy(workspace.currency()),
                      .version = document->version,
                      .changedAt = document->instant,
                      .changedBy = document->by};
    if (document->version == 0)
        return state;
    auto read = parsePolicy(QByteArray::fromStdString(document->body), workspace.currency());
    if (!read)
        return read.error();
    state.policy = std::move(read->policy);
    return state;
}

Result<std::int64_t> setPolicy(Workspace &workspace, TierPolicy policy, std::string by,
                               std::optional<std::int64_t> expectedVersion)
{
    // Through the document and back: what `show` cannot print or `set` would refuse is not stored either.
    const QByteArray body = printPolicy(policy, workspace.currency());
    if (const auto readable = parsePolicy(body, workspace.currency()); !readable)
        return readable.error();
    return recordedChange(workspace, {.action = "set_policy", .argument = {}, .by = by}, ScoreEffect::outdated, [&] {
        return DocumentStore(workspace.database())
            .append(DocumentKind::policy, body.toStdString(), by, workspace.now(), expectedVersion);
    });
}

} // namespace dimsum
