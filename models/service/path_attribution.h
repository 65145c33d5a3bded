// `dimsum attribute`: credit by channel for a path file, without any workspace (cli.md).
#pragma once

#include "domain/error.h"
#include "domain/progress.h"

#include <QString>

#include <cstdint>

namespace dimsum {

struct PathAttributionResult {
    QString file;
    std::int64_t paths = 0;
    std::int64_t channels = 0;
    double conversions = 0;
    double value = 0;
};

// Reads `paths` and writes `out` (*.csv or *.xlsx), one row per channel in byte order: the whole file or none.
Result<PathAttributionResult> attributePaths(const QString &paths, const QString &out, const Progress &progress = {});

} // namespace dimsum
