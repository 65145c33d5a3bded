#include "exchange/field_values.h"

#include "domain/ascii.h"
#include "domain/columns.h"
#include "domain/error.h"
#include "exchange/formula_guard.h"
#include "exchange/text_key.h"

#include <QString>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace dimsum {

namespace {

constexpr const char *notMoney = DIMSUM_TEXT("%1 is not an amount of money. Write it like 1234.50.");
constexpr const char *otherCurrency =
    DIMSUM_TEXT("%1 is in another currency than this workspace. Convert it, then import the row again.");
constexpr const char *tooPrecise = DIMSUM_TEXT("%1 has more decimals than the currency of this workspace.");
constexpr const char *tooLarge = DIMSUM_TEXT("%1 is larger than any amount that can be kept.");
constexpr const char *notNumber = DIMSUM_TEXT("%1 is not a number. Write it like 1234.5.");
constexpr const char *notWhole = DIMSUM_TEXT("%1 is not a whole number.");
constexpr const char *notBoolean = DIMSUM_TEXT("%1 is neither yes nor no. Write true or false.");
constexpr const char *notDate = DIMSUM_TEXT("%1 is not a date. Write it like 2025-03-31.");
constexpr const char *whichOrder =
    DIMSUM_TEXT("%1 could be day first or month first. Choose the date style of the file, or write it like 2025-03-31.");
constexpr const char *notMoment = DIMSUM_TEXT("%1 is not a date and time. Write it like 2025-03-31T14:05:00Z.");
constexpr const char *notMonth = DIMSUM_TEXT("%1 is not a month. Write it like 2025-03.");

constexpr int firstYear = 1700, lastYear = 4000;

bool isLetter(char32_t c)
{
    return QChar::isLetter(c);
}

// A number between its decorations: "(USD 1,234.50)" is negative, marked "USD", body "1,234.50".
struct Undressed {
    std::u32string mark; // currency sign or code as written, blanks left out
    std::string body;    // digits, '.', ',' only
    std::string exponent;
    bool negative = false;
};

// Blanks, NBSP, thin and narrow spaces and the Swiss apostrophe group digits.
bool isGrouping(char32_t c)
{
    return QChar::isSpace(c) || c == U'\'' || c == U'\u2019';
}

std::optional<Undressed> undressed(std::string_view text)
{
    std::u32string chars;
    for (const char32_t c : QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toUcs4())
        chars.push_back(c);
    Undressed number;
    if (chars.size() >= 2 && chars.front() == U'(' && chars.back() == U')') {
        number.negative = true;
        chars = chars.substr(1, chars.size() - 2);
    }
    bool minusSeen = number.negative;
    bool digits = false;
    bool markAfter = false;
    for (std::size_t i = 0; i < chars.size(); ++i) {
        const char32_t c = chars[i];
        if (c >= U'0' && c <= U'9') {
            if (markAfter)
                return std::nullopt;
            digits = true;
            number.body.push_back(static_cast<char>(c));
        } else if ((c == U'.' || c == U',') && digits && !markAfter && i + 1 < chars.size()
                   && chars[i + 1] >= U'0' && chars[i + 1] <= U'9') {
            number.body.push_back(static_cast<char>(c));
        } else if ((c == U'.' || c == U',') && !digits && i + 1 < chars.size() && chars[i + 1] >= U'0'
                   && chars[i + 1] <= U'9' && number.mark.empty()) {
            number.body.push_back(static_cast<char>(c));
        } else if (c == U'-' || c == U'\u2212' || c == U'+') {
            if (minusSeen || (digits && i + 1 < chars.size())) // "50-100" is a range, "50-" is how SAP writes -50
                return std::nullopt;
            minusSeen = true;
            number.negative = c != U'+';
        } else if (isGrouping(c)) {
            continue;
        } else if ((c == U'e' || c == U'E') && digits && number.mark.empty() && i + 1 < chars.size()) {
            std::string exponent;
            for (std::size_t j = i + 1; j < chars.size(); ++j)
                exponent.push_back(chars[j] < 0x80 ? static_cast<char>(chars[j]) : '?');
            const std::size_t sign = exponent.front() == '+' || exponent.front() == '-' ? 1 : 0;
            if (exponent.size() > sign && exponent.size() <= sign + 2
                && std::all_of(exponent.begin() + static_cast<std::ptrdiff_t>(sign), exponent.end(), isDigit)) {
                number.exponent = exponent.front() == '+' ? exponent.substr(1) : exponent;
                break;
            }
            number.mark.push_back(c); // "EUR" after the digits
            markAfter = true;
        } else if (QChar::category(c) == QChar::Symbol_Currency || isLetter(c) || c == U'.') {
            if (digits)
                markAfter = true;
            number.mark.push_back(c);
        } else {
            return std::nullopt;
        }
    }
    if (!digits)
        return std::nullopt;
    return number;
}

struct CurrencyMark {
    std::u32string_view mark; // capitals
    std::string_view codes;   // currencies it may stand for; "*" for a sign that many share
};

constexpr std::array currencyMarks{
    CurrencyMark{U"$", "*"},         CurrencyMark{U"US$", "USD"},  CurrencyMark{U"NT$", "TWD"},
    CurrencyMark{U"HK$", "HKD"},     CurrencyMark{U"A$", "AUD"},   CurrencyMark{U"C$", "CAD"},
    CurrencyMark{U"CA$", "CAD"},     CurrencyMark{U"R$", "BRL"},   CurrencyMark{U"S$", "SGD"},
    CurrencyMark{U"\u20AC", "EUR"},  CurrencyMark{U"\u00A3", "GBP"}, CurrencyMark{U"\u00A5", "JPY CNY"},
    CurrencyMark{U"\uFFE5", "JPY CNY"}, CurrencyMark{U"\u5143", "CNY TWD"}, CurrencyMark{U"\u5186", "JPY"},
    CurrencyMark{U"\u20BD", "RUB"},  CurrencyMark{U"\u0420\u0423\u0411", "RUB"},
    CurrencyMark{U"\u0420\u0423\u0411.", "RUB"}, CurrencyMark{U"\u0420.", "RUB"}, CurrencyMark{U"\u20B9", "INR"},
    CurrencyMark{U"RS", "INR"},      CurrencyMark{U"RS.", "INR"},  CurrencyMark{U"KR", "SEK NOK DKK"},
    CurrencyMark{U"KR.", "SEK NOK DKK"}, CurrencyMark{U"Z\u0141", "PLN"}, CurrencyMark{U"FR.", "CHF"},
    CurrencyMark{U"\u20A9", "KRW"},  CurrencyMark{U"\u20BA", "TRY"}, CurrencyMark{U"\u20AA", "ILS"}};

enum class MarkMeaning { none, unknown, fits, foreign };

// `code`: the workspace's currency; empty where any will do.
MarkMeaning meaningOf(const std::u32string &mark, const std::string &code)
{
    if (mark.empty())
        return MarkMeaning::none;
    const QString capitals = QString::fromUcs4(mark.data(), static_cast<qsizetype>(mark.size())).toUpper();
    const std::u32string upper = capitals.toStdU32String();
    const auto verdict = [&](bool same) {
        return same || code.empty() ? MarkMeaning::fits : MarkMeaning::foreign;
    };
    for (const CurrencyMark &known : currencyMarks) {
        if (known.mark == upper)
            return verdict(known.codes == "*" || (!code.empty() && known.codes.find(code) != std::string_view::npos));
    }
    // A code, or a code beside a sign ("USD $").
    const std::string letters = capitals.toStdString();
    const std::string first = letters.substr(0, 3);
    if (letters.size() >= 3 && currencyOf(first) && (letters.size() == 3 || letters.substr(3) == "$"))
        return verdict(first == code);
    return MarkMeaning::unknown;
}

// Digits with '.' as the mark, groups taken out; nothing if the groups are not groups.
std::optional<std::string> ungrouped(const std::string &body, DecimalMark decimals)
{
    const char mark = decimals == DecimalMark::point ? '.' : ',';
    const char group = decimals == DecimalMark::point ? ',' : '.';
    const std::size_t at = body.find(mark);
    const std::string whole = body.substr(0, at);
    const std::string fraction = at == std::string::npos ? std::string() : body.substr(at + 1);
    if (fraction.find_first_not_of("0123456789") != std::string::npos)
        return std::nullopt;
    std::string digits;
    std::size_t sinceGroup = 0;
    bool grouped = false;
    for (const char c : whole) {
        if (c != group) {
            digits.push_back(c);
            ++sinceGroup;
            continue;
        }
        // Two digits between groups are Indian lakhs; the last group has three in every style.
        if (sinceGroup == 0 || sinceGroup > 3 || (grouped && sinceGroup < 2))
            return std::nullopt;
        grouped = true;
        sinceGroup = 0;
    }
    if (grouped && sinceGroup != 3)
        return std::nullopt;
    if (digits.empty())
        digits.assign(1, '0');
    return fraction.empty() ? digits : digits + '.' + fraction;
}

// The decimal point moved `places` to the right (left if negative).
std::string shifted(const std::string &number, int places)
{
    const std::size_t dot = number.find('.');
    std::string digits = number.substr(0, dot);
    std::ptrdiff_t point = static_cast<std::ptrdiff_t>(digits.size());
    if (dot != std::string::npos)
        digits += number.substr(dot + 1);
    point += places;
    if (point <= 0) {
        digits.insert(0, static_cast<std::size_t>(1 - point), '0');
        point = 1;
    }
    if (point > static_cast<std::ptrdiff_t>(digits.size()))
        digits.append(static_cast<std::size_t>(point) - digits.size(), '0');
    std::string whole = digits.substr(0, static_cast<std::size_t>(point));
    whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
    std::string fraction = digits.substr(static_cast<std::size_t>(point));
    fraction.erase(fraction.find_last_not_of('0') + 1);
    return fraction.empty() ? whole : whole + '.' + fraction;
}

int placesOf(double multiplier)
{
    return multiplier >= 1 ? static_cast<int>(std::lround(std::log10(multiplier))) : 0;
}

struct CanonicalNumber {
    std::string text;
    MarkMeaning mark = MarkMeaning::none;
};

std::optional<CanonicalNumber> canonical(std::string_view text, const ValueStyle &style, const std::string &currency)
{
    const std::optional<Undressed> number = undressed(text);
    if (!number)
        return std::nullopt;
    const MarkMeaning mark = meaningOf(number->mark, currency);
    std::optional<std::string> digits = ungrouped(number->body, style.decimals);
    if (!digits || mark == MarkMeaning::unknown)
        return std::nullopt;
    int places = 0;
    if (!number->exponent.empty())
        std::from_chars(number->exponent.data(), number->exponent.data() + number->exponent.size(), places);
    std::string result = shifted(*digits, places);
    if (number->negative && result != "0")
        result.insert(0, 1, '-');
    return CanonicalNumber{std::move(result), mark};
}

// The plain number of a cell, whatever the style; nothing if it is none.
std::optional<double> numberOf(std::string_view text, const ValueStyle &style)
{
    std::optional<double> value;
    if (style.decimals == DecimalMark::point)
        value = plainNumber(text);
    if (!value && (style.lenient || style.decimals == DecimalMark::comma)) {
        if (const auto found = canonicalNumber(text, style))
            value = plainNumber(*found);
    }
    if (value)
        *value *= style.multiplier;
    return value;
}

// --- dates ---

struct CivilTime {
    Day day;
    std::int64_t ms = 0; // of the day
    bool hasTime = false;
    std::optional<int> offsetMinutes; // east of UTC
};

class DateScanner
{
public:
    DateScanner(std::string_view text, const ValueStyle &style) : m_text(text), m_style(style) {}

    std::optional<CivilTime> scan();
    bool orderMissing() const { return m_orderMissing; }

private:
    std::optional<int> digits(std::size_t least, std::size_t most);
    bool skip(char c);
    void skipSpace();
    bool date(CivilTime &result);
    bool separatedDate(CivilTime &result, int first);
    bool time(CivilTime &result);
    bool offset(CivilTime &result);
    bool setDay(CivilTime &result, int year, int month, int dayOfMonth);

    std::string_view m_text;
    const ValueStyle &m_style;
    std::size_t m_at = 0;
    bool m_orderMissing = false;
};

std::optional<int> DateScanner::digits(std::size_t least, std::size_t most)
{
    int value = 0;
    std::size_t count = 0;
    while (count < most && m_at < m_text.size() && isDigit(m_text[m_at])) {
        value = value * 10 + (m_text[m_at++] - '0');
        ++count;
    }
    if (count < least)
        return std::nullopt;
    return value;
}

bool DateScanner::skip(char c)
{
    if (m_at >= m_text.size() || m_text[m_at] != c)
        return false;
    ++m_at;
    return true;
}

void DateScanner::skipSpace()
{
    while (skip(' '))
        continue;
}

bool DateScanner::setDay(CivilTime &result, int year, int month, int dayOfMonth)
{
    if (year < firstYear || year > lastYear || month < 1 || month > 12 || dayOfMonth < 1)
        return false;
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(dayOfMonth)}};
    if (!date.ok())
        return false;
    result.day = dayOf(year, static_cast<unsigned>(month), static_cast<unsigned>(dayOfMonth));
    return true;
}

// Day, month and year (or month, day and year) with one separator between them; `first` has been read.
bool DateScanner::separatedDate(CivilTime &result, int first)
{
    if (m_at >= m_text.size())
        return false;
    const char separator = m_text[m_at];
    if (separator != '/' && separator != '.' && separator != '-' && separator != ' ')
        return false;
    ++m_at;
    const auto second = digits(1, 2);
    if (!second || !skip(separator))
        return false;
    const std::size_t yearStart = m_at;
    auto year = digits(2, 4);
    const std::size_t yearDigits = m_at - yearStart;
    if (!year || (yearDigits != 4 && !(yearDigits == 2 && m_style.lenient)))
        return false;
    if (yearDigits == 2)
        *year += *year < 70 ? 2000 : 1900;
    if (m_style.dates == DateOrder::isoOnly) {
        CivilTime either;
        m_orderMissing = setDay(either, *year, first, *second) || setDay(either, *year, *second, first);
        return false;
    }
    const bool dayFirst = m_style.dates == DateOrder::dayFirst;
    return setDay(result, *year, dayFirst ? *second : first, dayFirst ? first : *second);
}

bool DateScanner::date(CivilTime &result)
{
    const std::size_t start = m_at;
    const auto year = digits(4, 4);
    if (!year) {
        m_at = start;
        const auto first = digits(1, 2);
        return first && separatedDate(result, *first);
    }
    const bool iso = skip('-');
    if (!iso && !m_style.lenient)
        return false;
    const char separator = iso ? '-' : m_at < m_text.size() ? m_text[m_at] : '\0';
    if (!iso && isDigit(separator)) { // yyyyMMdd
        const auto month = digits(2, 2);
        const auto day = digits(2, 2);
        return month && day && setDay(result, *year, *month, *day);
    }
    if (!iso && !skip('/') && !skip('.'))
        return false;
    const std::size_t least = iso && !m_style.lenient ? 2 : 1;
    const auto month = digits(least, 2);
    if (!month || !skip(separator))
        return false;
    const auto day = digits(least, 2);
    return day && setDay(result, *year, *month, *day);
}

bool DateScanner::time(CivilTime &result)
{
    auto hour = digits(1, 2);
    if (!hour || !skip(':'))
        return false;
    const auto minute = digits(2, 2);
    int second = 0;
    std::int64_t ms = 0;
    if (!minute)
        return false;
    if (skip(':')) {
        const auto given = digits(2, 2);
        if (!given)
            return false;
        second = *given;
        if (skip('.') || skip(',')) {
            std::int64_t scale = 100;
            bool any = false;
            while (m_at < m_text.size() && isDigit(m_text[m_at])) {
                ms += (m_text[m_at++] - '0') * scale;
                scale /= 10;
                any = true;
            }
            if (!any)
                return false;
        }
    }
    const std::size_t beforeSpace = m_at;
    skipSpace();
    const std::string half = textKey(m_text.substr(m_at, 2));
    if (half == "am" || half == "pm") {
        if (*hour < 1 || *hour > 12)
            return false;
        *hour = *hour % 12 + (half == "pm" ? 12 : 0);
        m_at += 2;
    } else {
        m_at = beforeSpace;
    }
    if (*hour > 23 || *minute > 59 || second > 59)
        return false;
    result.ms = ((*hour * 60 + *minute) * 60 + second) * std::int64_t{1000} + ms;
    result.hasTime = true;
    return true;
}

bool DateScanner::offset(CivilTime &result)
{
    skipSpace();
    if (m_at == m_text.size())
        return true;
    if (skip('Z') || skip('z')) {
        result.offsetMinutes = 0;
        return true;
    }
    const std::string word = textKey(m_text.substr(m_at));
    if (word == "utc" || word == "gmt") {
        m_at = m_text.size();
        result.offsetMinutes = 0;
        return true;
    }
    const bool west = skip('-');
    if (!west && !skip('+'))
        return false;
    const auto hours = digits(2, 2);
    if (!hours)
        return false;
    skip(':');
    const auto minutes = m_at < m_text.size() ? digits(2, 2) : std::optional<int>(0);
    if (!minutes || *hours > 18 || *minutes > 59)
        return false;
    result.offsetMinutes = (*hours * 60 + *minutes) * (west ? -1 : 1);
    return true;
}

std::optional<CivilTime> DateScanner::scan()
{
    CivilTime result;
    if (!date(result))
        return std::nullopt;
    if (m_at == m_text.size())
        return result;
    const bool separated = skip('T') || skip('t') || skip(' ') || (skip(',') && skip(' '));
    if (!separated)
        return std::nullopt;
    skipSpace();
    if (!time(result) || !offset(result) || m_at != m_text.size())
        return std::nullopt;
    return result;
}

// Exactly "yyyy-MM-dd", the bulk of every file.
bool isPlainIsoDay(std::string_view text)
{
    return text.size() == 10 && text[4] == '-' && text[7] == '-';
}

// Exactly "yyyy-MM-ddTHH:mm:ssZ", the bulk of every large file, in milliseconds; anything else is left to the scanner.
std::optional<std::pair<Day, std::int64_t>> plainIsoMoment(std::string_view text)
{
    static constexpr std::string_view form = "dddd-dd-ddTdd:dd:ddZ";
    if (text.size() != form.size())
        return std::nullopt;
    bool fits = true;
    for (std::size_t i = 0; i < form.size(); ++i)
        fits &= form[i] == 'd' ? isDigit(text[i]) : text[i] == form[i];
    if (!fits)
        return std::nullopt;
    const auto two = [text](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
    const int year = two(0) * 100 + two(2);
    const int hour = two(11), minute = two(14), second = two(17);
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(two(5))},
                                           std::chrono::day{static_cast<unsigned>(two(8))}};
    if (year < firstYear || year > lastYear || !date.ok() || hour > 23 || minute > 59 || second > 59)
        return std::nullopt;
    return std::pair(dayOf(year, static_cast<unsigned>(two(5)), static_cast<unsigned>(two(8))),
                     ((hour * 60 + minute) * 60 + second) * std::int64_t{1000});
}

} // namespace

std::string_view undressedCell(std::string_view cell, const ValueStyle &style)
{
    if (cell.starts_with('\'') && cell.size() > 1) {
        const std::string_view rest = cell.substr(1);
        if (needsFormulaGuard(QString::fromUtf8(rest.data(), static_cast<qsizetype>(rest.size()))))
            cell = rest;
    }
    const std::string_view text = shownText(cell);
    if (style.nullMarker && text == "#N/A")
        return {};
    return text;
}

std::optional<std::string> canonicalNumber(std::string_view text, const ValueStyle &style)
{
    const auto number = canonical(text, style, std::string());
    if (!number)
        return std::nullopt;
    return number->text;
}

FieldReader::FieldReader(ValueContext context) : m_context(std::move(context)), m_clock(m_context.zone) {}

Parsed<Money> FieldReader::money(std::string_view cell, const ValueStyle &style) const
{
    const std::string_view text = plainCell(cell, style);
    if (text.empty())
        return {};
    std::string written;
    std::string_view amount = text;
    if (style.lenient || style.decimals == DecimalMark::comma || style.multiplier != 1.0) {
        const auto number = canonical(text, style, m_context.currency.code);
        if (!number)
            return {std::nullopt, notMoney};
        if (number->mark == MarkMeaning::foreign)
            return {std::nullopt, otherCurrency};
        if (!style.lenient && number->mark != MarkMeaning::none)
            return {std::nullopt, notMoney};
        const bool negative = number->text.starts_with('-');
        if (negative)
            written.push_back('-');
        written.append(shifted(number->text.substr(negative ? 1 : 0), placesOf(style.multiplier)));
        amount = written;
    }
    const ParsedMoney parsed = parseMoney(amount, m_context.currency);
    if (!parsed.problem)
        return {parsed.amount, nullptr};
    switch (*parsed.problem) {
    case MoneyProblem::tooManyDecimals:
        return {std::nullopt, tooPrecise};
    case MoneyProblem::tooLarge:
        return {std::nullopt, tooLarge};
    case MoneyProblem::notANumber:
        break;
    }
    return {std::nullopt, notMoney};
}

Parsed<double> FieldReader::number(std::string_view cell, const ValueStyle &style) const
{
    const std::string_view text = plainCell(cell, style);
    if (text.empty())
        return {};
    const auto value = numberOf(text, style);
    return value && std::isfinite(*value) ? Parsed<double>{value, nullptr} : Parsed<double>{std::nullopt, notNumber};
}

Parsed<std::int64_t> FieldReader::integer(std::string_view cell, const ValueStyle &style) const
{
    const Parsed<double> value = number(cell, style);
    if (!value.value)
        return {std::nullopt, value.problem};
    if (*value.value != std::floor(*value.value) || std::abs(*value.value) > 9e15)
        return {std::nullopt, notWhole};
    return {static_cast<std::int64_t>(*value.value), nullptr};
}

Parsed<bool> FieldReader::boolean(std::string_view cell, const ValueStyle &style) const
{
    const std::string_view text = plainCell(cell, style);
    if (text.empty())
        return {};
    const std::string key = textKey(text);
    for (const char *yes : {"true", "yes", "y", "1", "on"}) {
        if (key == yes)
            return {true, nullptr};
    }
    for (const char *no : {"false", "no", "n", "0", "off"}) {
        if (key == no)
            return {false, nullptr};
    }
    return {std::nullopt, notBoolean};
}

Parsed<Day> FieldReader::day(std::string_view cell, const ValueStyle &style) const
{
    const std::string_view text = plainCell(cell, style);
    if (text.empty())
        return {};
    if (isPlainIsoDay(text)) {
        const auto day = parseIsoDay(text);
        return day ? Parsed<Day>{day, nullptr} : Parsed<Day>{std::nullopt, notDate};
    }
    DateScanner scanner(text, style);
    const auto found = scanner.scan();
    if (!found)
        return {std::nullopt, scanner.orderMissing() ? whichOrder : notDate};
    if (!found->hasTime || !found->offsetMinutes || style.dateOnly)
        return {found->day, nullptr};
    const std::int64_t utc = std::int64_t{found->day.number} * millisecondsPerDay + found->ms
                             - std::int64_t{*found->offsetMinutes} * 60'000;
    return {m_clock.dayOf(utc), nullptr};
}

Parsed<Moment> FieldReader::moment(std::string_view cell, const ValueStyle &style) const
{
    const std::string_view text = plainCell(cell, style);
    if (text.empty())
        return {};
    if (!style.dateOnly) {
        if (const auto plain = plainIsoMoment(text)) {
            const std::int64_t instant = std::int64_t{plain->first.number} * millisecondsPerDay + plain->second;
            return {Moment{instant, m_clock.dayOf(instant), false}, nullptr};
        }
    }
    DateScanner scanner(text, style);
    const auto found = scanner.scan();
    if (!found)
        return {std::nullopt, scanner.orderMissing() ? whichOrder : notMoment};
    if (!found->hasTime || style.dateOnly)
        return {Moment{m_clock.startOf(found->day), found->day, true}, nullptr};
    if (!found->offsetMinutes) {
        const std::int64_t instant = m_clock.instantOf(found->day, found->ms);
        return {Moment{instant, m_clock.dayOf(instant), false}, nullptr};
    }
    const std::int64_t utc = std::int64_t{found->day.number} * millisecondsPerDay + found->ms
                             - std::int64_t{*found->offsetMinutes} * 60'000;
    return {Moment{utc, m_clock.dayOf(utc), false}, nullptr};
}

Parsed<Day> FieldReader::month(std::string_view cell, const ValueStyle &style) const
{
    const std::string_view text = plainCell(cell, style);
    if (text.empty())
        return {};
    if (text.size() == 7 && text[4] == '-') {
        const auto day = parseIsoDay(std::string(text) + "-01");
        return day ? Parsed<Day>{day, nullptr} : Parsed<Day>{std::nullopt, notMonth};
    }
    const Parsed<Day> inMonth = day(cell, style);
    if (!inMonth.value)
        return {std::nullopt, inMonth.problem ? notMonth : nullptr};
    return {monthStart(*inMonth.value), nullptr};
}

} // namespace dimsum
