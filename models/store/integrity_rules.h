// The rules of integrity.h that one query decides: it gives a row for everything that is wrong.
#pragma once

#include "store/term_store.h"

#include <span>

namespace dimsum {

struct IntegrityRule {
    const char *sql;
    const char *sentence; // DIMSUM_TEXT; %1 ... are the first columns of the row
    int arguments;
};
std::span<const IntegrityRule> integrityRules();

// Columns that hold the number of a word, with the kind of word it must be.
struct TermColumn {
    const char *table;
    const char *column;
    TermKind kind;
};
std::span<const TermColumn> termColumns();

} // namespace dimsum
