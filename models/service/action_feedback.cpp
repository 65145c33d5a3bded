#include "service/action_feedback.h"

#include "service/recorded_change.h"
#include "store/verdict_store.h"

namespace dimsum {

Result<ActionFeedback> actionFeedback(Workspace &workspace, const AccountRows &rowOf, Day asOf)
{
    const auto verdicts = VerdictStore(workspace.database()).all();
    if (!verdicts)
        return verdicts.error();
    ActionFeedback feedback;
    for (const StoredVerdict &verdict : *verdicts) {
        const auto row = rowOf.of(verdict.account);
        if (!row || verdict.kind < 0 || static_cast<std::size_t>(verdict.kind) >= actionKinds || asOf < verdict.day)
            continue;
        SignalRecord &record = feedback.records[static_cast<std::size_t>(verdict.kind)];
        ++(verdict.useful ? record.useful : record.wrong);
        if (asOf - verdict.day >= wrongDays)
            continue;
        if (feedback.wrong.empty())
            feedback.wrong.assign(rowOf.accounts(), 0);
        const auto bit = static_cast<std::uint16_t>(1u << verdict.kind);
        std::uint16_t &bits = feedback.wrong[*row];
        bits = static_cast<std::uint16_t>(verdict.useful ? bits & ~bit : bits | bit); // the last word counts
    }
    return feedback;
}

Outcome judgeAction(Workspace &workspace, AccountId account, ActionKind kind, bool useful, Day asOf, const std::string &by)
{
    if (by.empty())
        return Error{.kind = ErrorKind::usage, .sentence = DIMSUM_TEXT("A verdict is kept under a name. Enter yours in the settings.")};
    return recordedChange(workspace, {.action = useful ? "action_useful" : "action_wrong", .argument = std::string(actionName(kind)), .by = by},
                          ScoreEffect::none, [&] {
                              return VerdictStore(workspace.database())
                                  .insert({.account = account, .kind = static_cast<int>(kind), .day = asOf, .instant = workspace.now(), .by = by, .useful = useful});
                          });
}

} // namespace dimsum
