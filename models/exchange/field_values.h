// Typed values from the text of a cell. Strict by default (canonical files: dot decimals, ISO dates); lenient for
// exports of other systems (currency signs, grouping, blanks, dates in the style of the file). Pure but for the zone
// cache: one FieldReader per thread.
#pragma once

#include "domain/day.h"
#include "domain/money.h"
#include "exchange/file_format.h"
#include "exchange/zone_clock.h"

#include <QTimeZone>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dimsum {

// How the cells of one column are written.
struct ValueStyle {
    DecimalMark decimals = DecimalMark::point;
    DateOrder dates = DateOrder::isoOnly;
    bool lenient = false;     // take off currency, grouping and blanks; accept yyyy/MM/dd and yyyyMMdd
    bool nullMarker = false;  // "#N/A" means empty (Salesforce); "NA" never does: it is Namibia
    bool dateOnly = false;    // a time beside the date is a stamp to be ignored, never shifted (ActivityDate)
    double multiplier = 1.0;  // "in thousands", "in millions"; 1, 1000 or 1000000
};

// What a workspace decides about values.
struct ValueContext {
    Currency currency = {};
    QTimeZone zone = QTimeZone::utc();
};

// A value, nothing (the cell is empty), or a sentence why the text is no such value.
template <class T>
struct Parsed {
    std::optional<T> value = std::nullopt;
    const char *problem = nullptr; // DIMSUM_TEXT; %1 is the text of the cell

    bool ok() const { return problem == nullptr; }
    bool empty() const { return !value && !problem; }
};

// A moment: the instant, and its calendar date in the workspace's zone. `dateOnly`: the cell held no time, the instant
// is the start of its day.
struct Moment {
    std::int64_t instant = 0; // UTC milliseconds
    Day day;
    bool dateOnly = false;

    friend bool operator==(const Moment &, const Moment &) = default;
};

// Text of a cell without the export's formula guard (formula_guard.h), trimmed; empty for "#N/A" where the style says
// so. A view into `cell`.
std::string_view undressedCell(std::string_view cell, const ValueStyle &style);
inline std::string_view plainCell(std::string_view cell, const ValueStyle &style)
{
    // Nearly every cell begins and ends with a plain character, and is not "#N/A".
    const auto plain = [](char c) { return c > ' ' && c < '\x7f'; };
    if (cell.empty() || (plain(cell.front()) && plain(cell.back()) && cell.front() != '\'' && cell.front() != '#'))
        return cell;
    return undressedCell(cell, style);
}

class FieldReader
{
public:
    explicit FieldReader(ValueContext context);

    const ValueContext &context() const { return m_context; }

    Parsed<Money> money(std::string_view cell, const ValueStyle &style) const;
    Parsed<double> number(std::string_view cell, const ValueStyle &style) const;
    Parsed<std::int64_t> integer(std::string_view cell, const ValueStyle &style) const;
    // yes y true on 1 / no n false off 0, any case.
    Parsed<bool> boolean(std::string_view cell, const ValueStyle &style) const;
    // A date; a timestamp becomes the date of its instant in the zone (unless style.dateOnly).
    Parsed<Day> day(std::string_view cell, const ValueStyle &style) const;
    Parsed<Moment> moment(std::string_view cell, const ValueStyle &style) const;
    // "yyyy-MM" or any date in the month: its first day.
    Parsed<Day> month(std::string_view cell, const ValueStyle &style) const;

private:
    ValueContext m_context;
    ZoneClock m_clock;
};

// A number written in `style` as canonical text ("1.234,50 €" -> "1234.50"); nothing if it is none. Exposed for tests
// and the preview.
std::optional<std::string> canonicalNumber(std::string_view text, const ValueStyle &style);

} // namespace dimsum
