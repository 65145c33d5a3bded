#include "domain/error.h"

namespace dimsum {

std::string plainText(const Error &error)
{
    std::string text;
    for (const char *at = error.sentence; *at != '\0'; ++at) {
        const bool placeholder = *at == '%' && at[1] >= '1' && at[1] <= '9';
        if (!placeholder) {
            text += *at;
            continue;
        }
        ++at;
        const auto index = static_cast<std::size_t>(*at - '1');
        if (index < error.arguments.size())
            text += error.arguments[index];
    }
    std::string where;
    if (!error.file.empty())
        where += error.file;
    if (error.line > 0)
        where += (where.empty() ? "line " : ", line ") + std::to_string(error.line);
    if (!error.field.empty())
        where += (where.empty() ? "" : ", ") + error.field;
    return where.empty() ? text : where + ": " + text;
}

} // namespace dimsum
