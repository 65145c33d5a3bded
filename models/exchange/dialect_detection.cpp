#include "exchange/dialect_detection.h"

#include "domain/ascii.h"
#include "exchange/csv_reader.h"
#include "exchange/text_key.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

namespace dimsum {

namespace {

constexpr std::size_t rowsLookedAt = 200;

using Rows = std::vector<std::vector<std::string>>;

// The first records under a delimiter; the last one is left out where the head may have cut it.
Rows split(std::string_view head, char delimiter)
{
    Rows rows;
    CsvReader reader(delimiter, [&](const CsvRecord &record) {
        if (record.problem != CsvProblem::recordTooLong && record.problem != CsvProblem::openQuote)
            rows.emplace_back(record.fields.begin(), record.fields.end());
        return rows.size() < rowsLookedAt;
    });
    if (reader.feed(head) && reader.finish() && rows.size() > 1 && !head.ends_with('\n') && !head.ends_with('\r')
        && head.size() > 65536)
        rows.pop_back();
    return rows;
}

// How well a delimiter explains the rows: the share of rows with the usual number of values, more for more columns;
// halved where the first row disagrees with the rest.
double fitOf(const Rows &rows)
{
    std::map<std::size_t, std::size_t> counts;
    for (const auto &row : rows)
        ++counts[row.size()];
    std::size_t usual = 1;
    std::size_t often = 0;
    for (const auto &[columns, times] : counts) {
        if (columns >= 2 && times >= often) {
            usual = columns;
            often = times;
        }
    }
    if (usual < 2 || rows.empty())
        return 0;
    const double share = static_cast<double>(often) / static_cast<double>(rows.size());
    const double fit = share * share * (1.0 - 1.0 / static_cast<double>(usual));
    return rows.front().size() == usual ? fit : fit / 2;
}

enum class NumberLook { none, plain, point, comma, either };

// How the one number of a cell is written; `either` for "1,234" and "1.234".
NumberLook numberLook(std::string_view cell)
{
    std::string body;
    bool digits = false;
    bool spaced = false;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        const char c = cell[i];
        if (isDigit(c)) {
            digits = true;
            body.push_back(c);
        } else if (c == '.' || c == ',') {
            body.push_back(c);
        } else if (c == ' ' || static_cast<unsigned char>(c) >= 0x80 || c == '$') {
            spaced = spaced || (c == ' ' && digits); // NBSP and currency signs are bytes >= 0x80
        } else if (c != '-' || i != 0) {
            return NumberLook::none;
        }
    }
    if (!digits || body.empty() || !isDigit(body.front()) || !isDigit(body.back()))
        return NumberLook::none;
    const auto commas = std::count(body.begin(), body.end(), ',');
    const auto points = std::count(body.begin(), body.end(), '.');
    const std::size_t lastMark = body.find_last_of(".,");
    if (commas == 0 && points == 0)
        return NumberLook::plain;
    if (commas > 0 && points > 0) {
        if (body[lastMark] == '.')
            return points == 1 ? NumberLook::point : NumberLook::none;
        return commas == 1 ? NumberLook::comma : NumberLook::none;
    }
    const bool comma = commas > 0;
    if (commas + points > 1) { // grouping, if every group has three digits: then the other sign is the mark
        for (std::size_t at = body.find_first_of(".,"); at != body.npos; at = body.find_first_of(".,", at + 1)) {
            const std::size_t next = std::min(body.find_first_of(".,", at + 1), body.size());
            if (next - at != 4)
                return NumberLook::none;
        }
        return comma ? NumberLook::point : NumberLook::comma;
    }
    const bool couldGroup = body.size() - lastMark == 4 && lastMark <= 3 && body[0] != '0' && !spaced;
    if (couldGroup)
        return NumberLook::either;
    return comma ? NumberLook::comma : NumberLook::point;
}

struct DateLook {
    bool iso = false;
    bool separated = false;
    bool dotted = false;
    int first = 0;
    int second = 0;
};

// A cell that starts with a date: yyyy-MM-dd, or two short numbers and a year with one separator between them.
DateLook dateLook(std::string_view cell)
{
    std::array<int, 3> part{};
    std::array<std::size_t, 3> length{};
    char separator = '\0';
    std::size_t at = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        while (at < cell.size() && isDigit(cell[at]) && length[i] < 5) {
            part[i] = part[i] * 10 + (cell[at++] - '0');
            ++length[i];
        }
        if (length[i] == 0)
            return {};
        if (i == 2)
            break;
        if (at >= cell.size() || (separator != '\0' && cell[at] != separator))
            return {};
        separator = cell[at++];
        if (separator != '-' && separator != '/' && separator != '.' && separator != ' ')
            return {};
    }
    if (at < cell.size() && cell[at] != ' ' && cell[at] != 'T' && cell[at] != ',')
        return {};
    if (length[0] == 4 && length[1] <= 2 && length[2] <= 2 && part[1] <= 12 && part[2] <= 31)
        return {true, false, false, 0, 0};
    const bool parts = length[0] <= 2 && length[1] <= 2 && length[2] == 4 && part[0] >= 1 && part[1] >= 1;
    if (!parts || part[0] > 31 || part[1] > 31 || (part[0] > 12 && part[1] > 12))
        return {};
    return {false, true, separator == '.', part[0], part[1]};
}

// Cells that a header never holds. A year on its own may head a column.
bool looksLikeValue(std::string_view cell)
{
    if (cell.empty())
        return false;
    const DateLook date = dateLook(cell);
    if (date.iso || date.separated)
        return true;
    if (numberLook(cell) != NumberLook::none)
        return !(cell.size() == 4 && (cell.starts_with("19") || cell.starts_with("20")));
    const bool spaced = cell.find(' ') != cell.npos;
    return !spaced && (cell.find('@') != cell.npos || cell.starts_with("http://") || cell.starts_with("https://"));
}

DialectFinding styleOf(const Rows &rows, bool headerRow)
{
    DialectFinding finding;
    finding.headerRow = headerRow;
    int commas = 0;
    int points = 0;
    int either = 0;
    int iso = 0;
    int separated = 0;
    int dotted = 0;
    int dayFirst = 0;
    int monthFirst = 0;
    for (std::size_t r = headerRow ? 1 : 0; r < rows.size(); ++r) {
        for (const std::string &cell : rows[r]) {
            const std::string_view text = shownText(std::string_view(cell));
            const NumberLook number = numberLook(text);
            commas += number == NumberLook::comma;
            points += number == NumberLook::point;
            either += number == NumberLook::either;
            const DateLook date = dateLook(text);
            iso += date.iso;
            separated += date.separated;
            dotted += date.dotted;
            dayFirst += date.first > 12;
            monthFirst += date.second > 12;
        }
    }
    finding.decimals = commas > points ? DecimalMark::comma : DecimalMark::point;
    finding.decimalsCertain = commas + points > 0 || either == 0;
    finding.anySeparatedDate = separated > 0;
    // A stray date in another style among ISO dates is a mistake in its row, not the style of the file.
    if (separated == 0 || iso > 4 * separated)
        return finding;
    if (dayFirst != monthFirst) {
        finding.dates = dayFirst > monthFirst ? DateOrder::dayFirst : DateOrder::monthFirst;
        finding.datesCertain = std::min(dayFirst, monthFirst) == 0;
    } else {
        finding.dates = dotted * 2 > separated ? DateOrder::dayFirst : DateOrder::monthFirst;
        finding.datesCertain = dotted == separated && dayFirst == 0; // nobody writes 03.31.2025
    }
    return finding;
}

bool hasHeader(const Rows &rows)
{
    return rows.empty() || std::none_of(rows.front().begin(), rows.front().end(), [](const std::string &cell) {
        return looksLikeValue(shownText(std::string_view(cell)));
    });
}

} // namespace

DialectFinding detectDialect(std::string_view head, char chosen)
{
    if (chosen != '\0') {
        const Rows rows = split(head, chosen);
        DialectFinding finding = styleOf(rows, hasHeader(rows));
        finding.delimiter = chosen;
        return finding;
    }
    static constexpr std::array delimiters{',', ';', '\t', '|'};
    char best = ',';
    Rows bestRows = split(head, ',');
    double bestFit = fitOf(bestRows);
    double secondFit = 0;
    for (const char delimiter : delimiters) {
        if (delimiter == ',')
            continue;
        Rows rows = split(head, delimiter);
        const double fit = fitOf(rows);
        if (fit > bestFit) {
            secondFit = bestFit;
            bestFit = fit;
            best = delimiter;
            bestRows = std::move(rows);
        } else {
            secondFit = std::max(secondFit, fit);
        }
    }
    DialectFinding finding = styleOf(bestRows, hasHeader(bestRows));
    finding.delimiter = best;
    finding.delimiterCertain = bestFit > 0 && secondFit < 0.9 * bestFit;
    return finding;
}

} // namespace dimsum
