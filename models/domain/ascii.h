// Characters of numbers and codes in files: ASCII alone, whatever the locale of the process.
#pragma once

namespace dimsum {

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace dimsum
