// Values of a column that look like another spelling of something: "Google" and "google", "GTX Pro" and "GTXPro", or
// "GTXPro" in a column whose other values say "GTX Basic" and "GTX Plus Pro". Reported after an import, never changed.
#pragma once

#include "domain/text_codes.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dimsum {

struct SpellingNotice {
    std::string value;     // the rarer spelling, or the one written as one word
    std::string resembles; // the usual spelling; for words run together, the words apart
    std::int64_t count = 0; // rows with `value`
};

// One per column; columns with more than 5,000 distinct values are not looked at (names, ids).
class SpellingCheck
{
public:
    void add(std::string_view value, std::int64_t rows = 1);
    std::vector<SpellingNotice> notices() const; // by count descending, then value

private:
    TextCodes m_values;
    std::vector<std::int64_t> m_counts; // by code
    bool m_tooMany = false;
};

} // namespace dimsum
