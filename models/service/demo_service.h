// The sample workspace: a market of about 1,000 accounts brought in, scored, tiered and ordered for through the same
// services that a person uses, so that no page of the window is empty.
#pragma once

#include "domain/day.h"
#include "domain/error.h"
#include "domain/progress.h"

#include <QString>

#include <cstdint>

namespace dimsum {

struct DemoRequest {
    QString file;          // must not exist yet
    Day asOf = unknownDay; // newest day of the sample; unknown: today (UTC). Pictures that can be made again name it.
};

struct DemoResult {
    Day asOf;
    std::int64_t accounts = 0;
    std::int64_t orders = 0;
};

// Makes the file whole or not at all; takes a few seconds. Errors: refused (the file is there), storage, cancelled.
Result<DemoResult> makeDemo(DemoRequest request, const Progress &progress = {});

} // namespace dimsum
