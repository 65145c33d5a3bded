// The report for the manager as a workbook: every table of the ROI page as a sheet of its own, so that each number of the
// paper can be followed. Any thread.
#pragma once

#include "service/worth_board.h"

namespace dimsum {

// The whole workbook or nothing. `chosen` fills the columns "roi_chosen" and "payback_months". Errors: storage, cancelled.
Outcome writeWorthWorkbook(const WorthBoard &board, CreditModel chosen, const QString &file, const Progress &progress = {});

} // namespace dimsum
