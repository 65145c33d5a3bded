// Why one row of a file is rejected: the field, a plain sentence and the value that a person finds in the file.
#pragma once

#include "domain/error.h"

#include <string>
#include <vector>

namespace dimsum {

struct RowProblem {
    std::string field;                      // canonical name; empty when the whole row is meant
    const char *sentence = "";              // DIMSUM_TEXT literal; %1 ... are `arguments`
    std::vector<std::string> arguments = {};

    // As an Error, for the translation and wording that errors get everywhere.
    Error toError(std::int64_t line = 0) const
    {
        return Error{ErrorKind::invalid, sentence, arguments, {}, line, field};
    }
};

} // namespace dimsum
