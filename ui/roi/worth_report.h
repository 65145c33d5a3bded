// The report for the manager on paper: tiers, orders, spend, return as a range, program against controls, and how it was
// worked out. Any thread, as long as one document stays on one.
#pragma once

#include "service/worth_board.h"

#include <QString>

#include <memory>

class QTextDocument;

namespace dimsum {

QString modelTitle(CreditModel model);      // "W-shaped 30 / 30 / 30 / 10"
QString shortModelTitle(CreditModel model); // "W-shaped"

// Black on white, in words and tables; `chosen` is the model whose return stands in the middle.
std::unique_ptr<QTextDocument> worthReport(const WorthBoard &board, CreditModel chosen);

} // namespace dimsum
