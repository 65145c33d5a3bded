// The ideal customer profile as use cases (domain.md section 3). Free functions over an open workspace, on its thread.
// Funnel, field coverage and the enrichment list of the current ICP are part of the Snapshot.
#pragma once

#include "domain/icp.h"
#include "domain/icp_learning.h"
#include "service/workspace.h"

#include <QByteArray>

#include <optional>
#include <string>

namespace dimsum {

struct IcpState {
    Icp icp;
    std::int64_t version = 0;   // 0 = never set
    std::int64_t changedAt = 0; // UTC milliseconds
    std::string changedBy;
};

Result<IcpState> icpState(Workspace &workspace);
// The ICP as the file that `dimsum icp show` prints and `set` takes (json-shapes.md). Errors: invalid with `field`.
QByteArray icpText(const Icp &icp, const Currency &currency);
Result<Icp> icpFromText(const QByteArray &text, const Currency &currency);

// Replaces the criteria by a new version and returns its number. conflict: `expectedVersion` is given and is not the
// current one. A criterion over a custom field that no account has is allowed: its answer is unknown.
Result<std::int64_t> setIcp(Workspace &workspace, Icp icp, std::string by,
                            std::optional<std::int64_t> expectedVersion = {});

// Learns from the best customers up to `asOf` (unknown: today). Suggests only; nothing is stored.
Result<IcpSuggestions> suggestIcp(Workspace &workspace, Day asOf = unknownDay, const Progress &progress = {});

} // namespace dimsum
