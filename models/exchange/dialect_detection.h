// Finds delimiter, header row, decimal mark and date order from the first rows of a decoded file. Pure function.
#pragma once

#include "exchange/file_format.h"

#include <string_view>

namespace dimsum {

// What was found, and what is worth asking about. `format` always holds the best guess.
struct DialectFinding {
    char delimiter = ',';
    bool delimiterCertain = true; // false: one column only, or two delimiters split equally well
    bool headerRow = true;
    DecimalMark decimals = DecimalMark::point;
    bool decimalsCertain = true; // false: every number with a mark could be either ("1,234")
    DateOrder dates = DateOrder::isoOnly;
    bool datesCertain = true;    // false: every date could be day-first or month-first: ask
    bool anySeparatedDate = false; // a date that is not ISO was seen
};

// `head` is UTF-8 without byte order mark, cut anywhere; about the first 200 records are looked at. `chosen`: the
// delimiter a person has chosen, '\0' to find it.
DialectFinding detectDialect(std::string_view head, char chosen = '\0');

} // namespace dimsum
