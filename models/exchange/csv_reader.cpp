#include "exchange/csv_reader.h"

#include "domain/error.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <span>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace dimsum {

namespace {

constexpr std::uint64_t highBits = 0x8080808080808080u;
constexpr std::uint64_t lowBits = 0x0101010101010101u;

// The high bit of every byte of `word` that equals the byte repeated in `wanted`; bytes above a hit may be marked wrongly.
constexpr std::uint64_t marksOf(std::uint64_t word, std::uint64_t wanted)
{
    const std::uint64_t zero = word ^ wanted;
    return (zero - lowBits) & ~zero & highBits;
}

// The next delimiter or line end from `at` on, or the end: eight bytes at a time.
std::size_t endOfPlain(std::string_view text, std::size_t at, char delimiter)
{
    const std::uint64_t delimiters = lowBits * static_cast<unsigned char>(delimiter);
    constexpr std::uint64_t lineFeeds = lowBits * '\n', returns = lowBits * '\r';
    if constexpr (std::endian::native == std::endian::little) {
        for (; at + 8 <= text.size(); at += 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, text.data() + at, 8);
            if (const std::uint64_t marks = marksOf(word, delimiters) | marksOf(word, lineFeeds) | marksOf(word, returns))
                return at + static_cast<std::size_t>(std::countr_zero(marks)) / 8; // the lowest mark is right
        }
    }
    while (at < text.size() && text[at] != delimiter && text[at] != '\n' && text[at] != '\r')
        ++at;
    return at;
}

enum class Content : std::uint8_t { ascii, beyondAscii, nul };

// One pass, eight bytes at a time: nearly every record is plain ASCII and needs no more.
Content contentOf(std::string_view text)
{
    std::uint64_t high = 0;
    std::size_t i = 0;
    for (; i + 8 <= text.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + i, 8);
        if ((word - lowBits) & ~word & highBits)
            return Content::nul;
        high |= word & highBits;
    }
    for (; i < text.size(); ++i) {
        if (text[i] == '\0')
            return Content::nul;
        high |= static_cast<unsigned char>(text[i]) & 0x80u;
    }
    return high ? Content::beyondAscii : Content::ascii;
}

std::int64_t lineEnds(std::string_view text)
{
    std::int64_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')))
            ++count;
    }
    return count;
}

} // namespace

// Finds the ends of plain fields of one text, in any order but fastest from left to right: where the processor has a word for
// it, those of 64 bytes are found at once, so that a field costs no guess about its length.
class CsvReader::FieldEnds
{
public:
    FieldEnds(std::string_view text, char delimiter) : m_text(text), m_delimiter(delimiter) {}

    // As endOfPlain().
    std::size_t from(std::size_t at)
    {
#ifdef __SSE2__
        std::size_t block = at / blockBytes;
        std::uint64_t marks = marksOfBlock(block) & ~std::uint64_t{0} << (at % blockBytes);
        while (marks == 0 && (block + 1) * blockBytes <= m_text.size())
            marks = marksOfBlock(++block);
        if (marks != 0)
            return block * blockBytes + static_cast<std::size_t>(std::countr_zero(marks));
        at = std::max(at, block * blockBytes);
#endif
        return endOfPlain(m_text, at, m_delimiter);
    }

private:
#ifdef __SSE2__
    static constexpr std::size_t blockBytes = 64;

    // None for the last block, which may be shorter.
    std::uint64_t marksOfBlock(std::size_t block)
    {
        if (block == m_block)
            return m_marks;
        m_block = block;
        m_marks = 0;
        if ((block + 1) * blockBytes > m_text.size())
            return 0;
        const __m128i delimiters = _mm_set1_epi8(m_delimiter), lineFeeds = _mm_set1_epi8('\n'), returns = _mm_set1_epi8('\r');
        for (std::size_t part = 0; part < blockBytes; part += 16) {
            const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(m_text.data() + block * blockBytes + part));
            const __m128i ends = _mm_or_si128(_mm_cmpeq_epi8(bytes, delimiters),
                                              _mm_or_si128(_mm_cmpeq_epi8(bytes, lineFeeds), _mm_cmpeq_epi8(bytes, returns)));
            m_marks |= std::uint64_t{static_cast<std::uint32_t>(_mm_movemask_epi8(ends))} << part;
        }
        return m_marks;
    }

    std::size_t m_block = ~std::size_t{0};
    std::uint64_t m_marks = 0;
#endif
    std::string_view m_text;
    char m_delimiter;
};

const char *csvProblemSentence(CsvProblem problem)
{
    switch (problem) {
    case CsvProblem::none:
        break;
    case CsvProblem::fieldTooLong:
        return DIMSUM_TEXT("A value in this row is longer than 1 MiB. Shorten it and import the row again.");
    case CsvProblem::tooManyColumns:
        return DIMSUM_TEXT("This row has more than 1,000 values. Check the delimiter.");
    case CsvProblem::openQuote:
        return DIMSUM_TEXT("The quotation mark opened on line %1 is never closed, so everything after it was read as one "
                           "value. Close it and import the rows again.");
    case CsvProblem::nulCharacter:
        return DIMSUM_TEXT("This row holds a NUL character, which is no text. Remove it and import the row again.");
    case CsvProblem::badText:
        return DIMSUM_TEXT("This row holds bytes that are no text in the chosen encoding. Choose another encoding or mend "
                           "the row.");
    case CsvProblem::recordTooLong:
        return DIMSUM_TEXT("The row that starts on line %1 is longer than 8 MiB. Check the delimiter, and look for a "
                           "quotation mark that is never closed.");
    }
    return "";
}

bool isValidUtf8(std::string_view utf8)
{
    const auto *p = reinterpret_cast<const unsigned char *>(utf8.data());
    const unsigned char *const end = p + utf8.size();
    const auto follows = [&](std::ptrdiff_t at) { return (p[at] & 0xC0) == 0x80; };
    while (p < end) {
        // Most texts are ASCII most of the time.
        std::array<std::uint64_t, 4> words{};
        while (end - p >= static_cast<std::ptrdiff_t>(sizeof words)) {
            std::memcpy(words.data(), p, sizeof words);
            if ((words[0] | words[1] | words[2] | words[3]) & highBits)
                break;
            p += sizeof words;
        }
        if (p == end)
            break;
        std::uint64_t word = 0;
        if (end - p >= 8) {
            std::memcpy(&word, p, 8);
            if (!(word & highBits)) {
                p += 8;
                continue;
            }
        }
        const unsigned char c = *p;
        if (c < 0x80) {
            ++p;
        } else if (c >= 0xC2 && c <= 0xDF) {
            if (end - p < 2 || !follows(1))
                return false;
            p += 2;
        } else if ((c & 0xF0) == 0xE0) {
            if (end - p < 3 || !follows(1) || !follows(2) || (c == 0xE0 && p[1] < 0xA0) || (c == 0xED && p[1] > 0x9F))
                return false;
            p += 3;
        } else if (c >= 0xF0 && c <= 0xF4) {
            if (end - p < 4 || !follows(1) || !follows(2) || !follows(3) || (c == 0xF0 && p[1] < 0x90)
                || (c == 0xF4 && p[1] > 0x8F))
                return false;
            p += 4;
        } else {
            return false;
        }
    }
    return true;
}

CsvReader::CsvReader(char delimiter, Sink sink, CsvLimits limits)
    : m_delimiter(delimiter), m_sink(std::move(sink)), m_limits(limits), m_fields(limits.columns)
{
}

inline void CsvReader::startField(std::size_t offset)
{
    m_field = Field{static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(offset), false, false};
    m_state = State::fieldStart;
}

inline void CsvReader::endField(std::size_t offset)
{
    m_field.end = static_cast<std::uint32_t>(offset);
    m_anyQuoted = m_anyQuoted || m_field.quoted;
    if (m_fieldCount < m_fields.size())
        m_fields[m_fieldCount] = m_field;
    ++m_fieldCount;
}

// Field after field from `i` on, up to a quote at the start of one (then the state is fieldStart), the end of the record or that
// of the text; gives where. `before`: of the record's bytes, those before the text, which may be fewer than none. All that
// changes is kept at hand: whatever bytes are read might otherwise be those of a member.
inline std::size_t CsvReader::plainFields(std::string_view text, std::size_t i, std::size_t before, FieldEnds &ends)
{
    const std::span<Field> fields = m_fields;
    const char delimiter = m_delimiter;
    Field field = m_field;
    std::size_t count = m_fieldCount;
    bool anyQuoted = m_anyQuoted, atStart = false;
    while (!atStart) {
        i = ends.from(i);
        if (i == text.size() || text[i] != delimiter)
            break;
        field.end = static_cast<std::uint32_t>(before + i);
        anyQuoted = anyQuoted || field.quoted;
        if (count < fields.size())
            fields[count] = field;
        ++count;
        ++i;
        field = Field{static_cast<std::uint32_t>(before + i), static_cast<std::uint32_t>(before + i), false, false};
        atStart = i == text.size() || text[i] == '"';
    }
    m_field = field;
    m_fieldCount = count;
    m_anyQuoted = anyQuoted;
    m_state = atStart ? State::fieldStart : State::plain;
    return i;
}

// The bytes of the record are m_pending, then chunk[recordStart ..]; offsets count from the start of the record, so a
// chunk's end costs one copy and nothing is scanned twice.
bool CsvReader::feed(std::string_view utf8)
{
    if (m_stopped)
        return false;
    const char *const data = utf8.data();
    const std::size_t size = utf8.size();
    std::size_t recordStart = 0;
    std::size_t i = 0;
    if (m_skipLineFeed && size > 0) {
        m_skipLineFeed = false;
        if (data[0] == '\n')
            i = recordStart = 1;
    }
    const auto offset = [&](std::size_t at) { return m_pending.size() + at - recordStart; };
    const auto finishRecord = [&](std::size_t at) {
        endField(offset(at));
        const std::string_view part = utf8.substr(recordStart, at - recordStart);
        if (m_pending.empty()) {
            endRecord(part);
        } else {
            m_pending.append(part);
            endRecord(m_pending);
            m_pending.clear();
        }
        recordStart = at + 1;
        if (data[at] == '\r') {
            if (recordStart == size)
                m_skipLineFeed = true;
            else if (data[recordStart] == '\n')
                ++recordStart;
        }
        i = recordStart;
        startField(0);
    };

    FieldEnds ends(utf8, m_delimiter);
    while (i < size && !m_stopped) {
        switch (m_state) {
        case State::fieldStart:
            if (data[i] == '"') {
                m_field.quoted = true;
                m_state = State::quoted;
                ++i;
                break;
            }
            m_state = State::plain;
            [[fallthrough]];
        case State::plain:
            i = plainFields(utf8, i, offset(0), ends);
            if (i < size && m_state == State::plain)
                finishRecord(i);
            break;
        case State::quoted: {
            const void *quote = std::memchr(data + i, '"', size - i);
            i = quote ? static_cast<std::size_t>(static_cast<const char *>(quote) - data) + 1 : size;
            if (quote)
                m_state = State::quoteInQuoted;
            break;
        }
        case State::quoteInQuoted:
            if (data[i] == '"') {
                m_field.rewrite = true;
                m_state = State::quoted;
                ++i;
                break;
            }
            if (data[i] != m_delimiter && data[i] != '\n' && data[i] != '\r')
                m_field.rewrite = true;
            m_state = State::plain;
            break;
        }
        if (offset(i) > m_limits.recordBytes)
            tooLong(utf8.substr(recordStart, i - recordStart));
    }
    if (!m_stopped && recordStart < size)
        m_pending.append(utf8.substr(recordStart));
    return !m_stopped;
}

bool CsvReader::finish()
{
    if (m_stopped)
        return false;
    if (m_pending.empty() && m_fieldCount == 0 && m_state == State::fieldStart)
        return true;
    const bool open = m_state == State::quoted;
    const std::int64_t openLine = m_line + lineEnds(std::string_view(m_pending).substr(0, m_field.begin));
    endField(m_pending.size());
    if (open)
        emitRecord(m_pending, CsvProblem::openQuote, openLine);
    else
        endRecord(m_pending);
    m_pending.clear();
    startField(0);
    return !m_stopped;
}

void CsvReader::endRecord(std::string_view raw)
{
    if (raw.empty()) {
        ++m_blankLines;
        ++m_line;
        m_fieldCount = 0;
        m_anyQuoted = false;
        return;
    }
    CsvProblem problem = CsvProblem::none;
    if (raw.size() > m_limits.recordBytes) {
        tooLong(raw);
        return;
    }
    const Content content = contentOf(raw);
    if (content == Content::nul)
        problem = CsvProblem::nulCharacter;
    else if (content == Content::beyondAscii && !isValidUtf8(raw))
        problem = CsvProblem::badText;
    else if (m_fieldCount > m_limits.columns)
        problem = CsvProblem::tooManyColumns;
    emitRecord(raw, problem, 0);
}

void CsvReader::splitFields(std::string_view raw)
{
    m_views.clear();
    m_scratch.clear();
    if (m_anyQuoted)
        m_scratch.reserve(raw.size()); // values are no longer than their source: views into it stay valid
    for (const Field &field : std::span(m_fields).first(std::min(m_fieldCount, m_fields.size()))) {
        std::string_view text = raw.substr(field.begin, field.end - field.begin);
        if (!field.quoted) {
            m_views.push_back(text);
            continue;
        }
        text.remove_prefix(1);
        if (!field.rewrite) {
            if (!text.empty() && text.back() == '"')
                text.remove_suffix(1);
            m_views.push_back(text);
            continue;
        }
        const std::size_t start = m_scratch.size();
        bool inside = true;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (!inside || text[i] != '"') {
                m_scratch.push_back(text[i]);
            } else if (i + 1 < text.size() && text[i + 1] == '"') {
                m_scratch.push_back('"');
                ++i;
            } else {
                inside = false; // what follows the closing quote belongs to the value as it is
            }
        }
        m_views.push_back(std::string_view(m_scratch).substr(start));
    }
}

void CsvReader::emitRecord(std::string_view raw, CsvProblem problem, std::int64_t problemLine)
{
    splitFields(raw);
    if (problem == CsvProblem::none && raw.size() > m_limits.fieldBytes
        && std::any_of(m_views.begin(), m_views.end(),
                       [this](std::string_view value) { return value.size() > m_limits.fieldBytes; }))
        problem = CsvProblem::fieldTooLong;
    const CsvRecord record{m_views, m_line, raw, problem, problemLine};
    if (!m_sink(record))
        m_stopped = true;
    m_line += 1 + (m_anyQuoted ? lineEnds(raw) : 0);
    m_fieldCount = 0;
    m_anyQuoted = false;
}

void CsvReader::tooLong(std::string_view raw)
{
    m_sink(CsvRecord{{}, m_line, raw, CsvProblem::recordTooLong, m_line});
    m_stopped = true;
}

} // namespace dimsum
