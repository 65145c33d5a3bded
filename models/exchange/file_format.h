// How a text file is written: everything that must be known before its cells mean anything. Found by detectDialect,
// every part changeable by a person. Plain values.
#pragma once

#include <QString>

#include <cstdint>

namespace dimsum {

// '.' as in 1,234.56 or ',' as in 1.234,56 and 1 234,5.
enum class DecimalMark : std::uint8_t { point, comma };

// Order of the parts of a date that is not ISO; '/', '.', '-' and ' ' all separate. ISO is read under every style.
enum class DateOrder : std::uint8_t {
    isoOnly,    // nothing but yyyy-MM-dd (and yyyy/MM/dd, yyyyMMdd where the source is lenient)
    monthFirst, // 03/31/2025, 03-31-2025, "03 31 2025"
    dayFirst,   // 31.03.2025, 31/03/2025
};

struct FileFormat {
    QString encoding = QStringLiteral("UTF-8"); // a name of offeredEncodings()
    int markBytes = 0;                          // byte order mark to skip
    char delimiter = ',';                       // ',', ';', '\t' or '|'
    bool headerRow = true;                      // false: columns are named "Column 1", "Column 2", ...
    DecimalMark decimals = DecimalMark::point;
    DateOrder dates = DateOrder::isoOnly;

    friend bool operator==(const FileFormat &, const FileFormat &) = default;
};

} // namespace dimsum
