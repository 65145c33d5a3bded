// One account on one page, for the meeting: tier and why, figures, committee, journey, open orders and spend, next action.
#pragma once

#include "service/account_details.h"
#include "service/insight_board.h"
#include "service/snapshot.h"

#include <cstdint>
#include <memory>

class QTextDocument;

namespace dimsum {

// `board` may be null: then no next action is told. Black on white.
std::unique_ptr<QTextDocument> accountPaper(const Snapshot &snapshot, std::uint32_t row, const AccountDetails &details, const InsightBoard *board);

} // namespace dimsum
