#include "service/checking_service.h"

#include "service/icp_service.h"
#include "service/menu_program.h"
#include "service/tiering_service.h"
#include "store/integrity.h"

namespace dimsum {

Result<CheckReport> checkWorkspace(Workspace &workspace, const Progress &progress)
{
    auto integrity = checkIntegrity(workspace.database(), progress);
    if (!integrity)
        return integrity.error();
    CheckReport report{.findings = std::move(integrity->findings), .checks = integrity->checks};

    // The store holds these documents as opaque text; whether they can be read is known here only.
    const auto note = [&report](const auto &read) {
        ++report.checks;
        if (!read)
            report.findings.push_back(read.error());
    };
    note(icpState(workspace));
    note(policyState(workspace));
    note(menuInForce(workspace));
    return report;
}

} // namespace dimsum
