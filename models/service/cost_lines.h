// One line of cost on its way between file, store and arithmetic.
#pragma once

#include "domain/roi.h"
#include "exchange/import_rows.h"
#include "store/cost_store.h"

namespace dimsum {

// What the row says, as the `repeat`-th (from 1) row of that content.
StoredCost storedCost(const CostRow &row, std::int64_t repeat);
// Priced (domain.md section 11: rounded half up per line).
CostEntry costEntry(const StoredCost &stored);

} // namespace dimsum
