// The kept scores of some thousand accounts packed into one value. Pure functions; any thread.
//
// Layout (packing.h): version (1), accounts, number of rule names and each, then per account: id less the one before,
// two bytes of flags, the reals that they announce (fit, fit_max, priority; intent and engagement unless 0), rule by
// number, reasons, extra.
#pragma once

#include "store/tiering_store.h"

#include <cstdint>
#include <span>
#include <vector>

namespace dimsum {

// `rows` are sorted by account id. The result replaces what is in `content`.
void packScores(std::span<const StoredScore> rows, std::vector<std::uint8_t> &content);
// Appends to `rows`; false where the content makes no sense.
bool unpackScores(std::span<const std::uint8_t> content, std::vector<StoredScore> &rows);

} // namespace dimsum
