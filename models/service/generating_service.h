// `dimsum generate`: a made-up market as canonical CSV files (cli.md, "Canonical CSV in"), with what is true in it beside,
// so that anybody can check what Dimsum finds. The world itself is domain/sample_world.h.
#pragma once

#include "domain/day.h"
#include "domain/error.h"
#include "domain/progress.h"
#include "domain/sample_world.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace dimsum {

struct GenerateRequest {
    QString folder; // made if it is not there; files of the same names are replaced
    sample::WorldOptions world;
};

struct GenerateResult {
    QString folder;
    QStringList files; // names inside the folder
    std::uint64_t accounts = 0, contacts = 0, activities = 0, deals = 0, signals = 0;
    std::uint64_t highIntensity = 0;
};

// Writes accounts, contacts, opportunities, activities, intent, costs, campaigns and program (.csv), truth.json and
// icp.json: all of them or none. Equal requests give equal bytes. Any thread; needs memory of 4 bytes an account.
// Errors: usage (a folder that cannot be made), storage, cancelled.
Result<GenerateResult> generateWorld(GenerateRequest request, const Progress &progress = {});

// The profile that the best customers of the sample share, as icp.json (json-shapes.md).
QByteArray sampleIcpDocument();

} // namespace dimsum
