// What the data says (domain.md sections 8 to 10) as use cases: high intensity, calibration, near misses, journeys,
// stumbling blocks, lookalikes, next best actions. Free functions over an open workspace, on its thread.
#pragma once

#include "domain/error.h"
#include "domain/progress.h"
#include "service/workspace.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace dimsum {

enum class InsightSubject { intensity, calibration, nearMisses, journeys, stumbling, lookalikes, actions };
std::optional<InsightSubject> insightSubject(const QString &word); // "intensity", "near-misses", ...

struct InsightRequest {
    InsightSubject subject = InsightSubject::intensity;
    QString file;          // *.csv or *.xlsx
    Day asOf = unknownDay; // unknown: today
    QString seedList = {}; // lookalikes: a CSV with the header "account"; empty: the high-intensity accounts
};

struct InsightResult {
    QString file;
    std::int64_t rows = 0;
    Day asOf;
    std::vector<Error> notices; // what a reader must know beside the table: sentences with their arguments
};

// Writes one table: the whole file or none. Errors: usage (ending), refused (no data up to the day, fewer than 30
// positives), invalid (the seed list, with its line), storage, cancelled.
Result<InsightResult> writeInsight(Workspace &workspace, const InsightRequest &request, const Progress &progress = {});

} // namespace dimsum
