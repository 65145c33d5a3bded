#include "service/icp_service.h"

#include "exchange/icp_document.h"
#include "service/recorded_change.h"
#include "service/scoring_inputs.h"
#include "store/document_store.h"

namespace dimsum {

Result<IcpState> icpState(Workspace &workspace)
{
    const auto document = DocumentStore(workspace.database()).current(DocumentKind::icp);
    if (!document)
        return document.error();
    IcpState state{.icp = {},
                   .version = document->version,
                   .changedAt = document->instant,
                   .changedBy = document->by};
    if (document->version == 0)
        return state;
    auto icp = parseIcp(QByteArray::fromStdString(document->body), workspace.currency());
    if (!icp)
        return icp.error();
    state.icp = std::move(*icp);
    return state;
}

QByteArray icpText(const Icp &icp, const Currency &currency)
{
    return printIcp(icp, currency);
}

Result<Icp> icpFromText(const QByteArray &text, const Currency &currency)
{
    return parseIcp(text, currency);
}

Result<std::int64_t> setIcp(Workspace &workspace, Icp icp, std::string by, std::optional<std::int64_t> expectedVersion)
{
    // Through the document and back, so that nothing is stored that `show` could not print and `set` would not take.
    const QByteArray body = printIcp(icp, workspace.currency());
    if (const auto readable = parseIcp(body, workspace.currency()); !readable)
        return readable.error();
    return recordedChange(workspace, {.action = "set_icp", .argument = {}, .by = by}, ScoreEffect::outdated, [&] {
        return DocumentStore(workspace.database())
            .append(DocumentKind::icp, body.toStdString(), by, workspace.now(), expectedVersion);
    });
}

Result<IcpSuggestions> suggestIcp(Workspace &workspace, Day asOf, const Progress &progress)
{
    const auto inputs = loadScoringInputs(workspace, progress);
    if (!inputs)
        return inputs.error();
    const Day day = asOf.known() ? asOf : workspace.today();
    const BestCustomers best =
        bestCustomers(inputs->events->deals, inputs->accounts.size(), inputs->policy.bestCustomer, day);
    return learnIcp(inputs->accounts, best, workspace.currency());
}

} // namespace dimsum
