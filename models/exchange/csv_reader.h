// Streaming RFC 4180 reader for files as they are: CR, LF and CRLF, quotes in quotes, a quote inside an unquoted
// value, text after a closing quote, records across any number of chunks. Push parser over UTF-8: the records depend on
// the bytes alone, never on how they were cut into chunks. No allocation per field; a record's views live only during
// the call of the sink. One reader per file, one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dimsum {

// reliability.md T1. A value of exactly fieldBytes is accepted.
struct CsvLimits {
    std::size_t fieldBytes = std::size_t{1} << 20;
    std::size_t recordBytes = std::size_t{8} << 20;
    std::size_t columns = 1000;
};

// Why a record cannot be used. All but recordTooLong concern that record alone.
enum class CsvProblem : std::uint8_t {
    none,
    fieldTooLong,   // a value is longer than the limit
    tooManyColumns, // more values than the limit
    openQuote,      // the file ends inside quotes; `problemLine` is the line of the opening quote
    nulCharacter,   // holds U+0000
    badText,        // holds bytes that are no character of the encoding, or half a surrogate pair
    recordTooLong,  // reading stops here: nearly always a wrong delimiter or a quote that never closes
};

// The plain sentence of a problem; %1 is problemLine, where it has one.
const char *csvProblemSentence(CsvProblem problem);

struct CsvRecord {
    std::span<const std::string_view> fields = {}; // quotes taken off; empty after recordTooLong
    std::int64_t line = 0;                         // physical line on which the record starts, from 1
    std::string_view raw = {};                     // as in the file, without its line end
    CsvProblem problem = CsvProblem::none;
    std::int64_t problemLine = 0;
    // What its cells of words say together, as a number from 1 (cell_patterns.h): records with the same one say the same
    // there. 0 = not known.
    std::uint32_t pattern = 0;
};

class CsvReader
{
public:
    // Called once per record in file order, blank lines left out. Return false to stop reading.
    using Sink = std::function<bool(const CsvRecord &record)>;

    CsvReader(char delimiter, Sink sink, CsvLimits limits = {});

    // Both return false once the sink has stopped or a record was too long; further input is then ignored.
    bool feed(std::string_view utf8);
    bool finish();

    std::int64_t blankLines() const { return m_blankLines; }

private:
    enum class State : std::uint8_t { fieldStart, plain, quoted, quoteInQuoted };
    // Offsets from the start of the record's bytes; `rewrite`: quotes inside must be taken out.
    struct Field {
        std::uint32_t begin = 0; // a record is far shorter than 4 GiB
        std::uint32_t end = 0;
        bool quoted = false;
        bool rewrite = false;
    };

    class FieldEnds;

    std::size_t plainFields(std::string_view text, std::size_t i, std::size_t before, FieldEnds &ends);
    void startField(std::size_t offset);
    void endField(std::size_t offset);
    void endRecord(std::string_view raw);
    void emitRecord(std::string_view raw, CsvProblem problem, std::int64_t problemLine);
    void splitFields(std::string_view raw);
    void tooLong(std::string_view raw);

    char m_delimiter;
    Sink m_sink;
    CsvLimits m_limits;
    State m_state = State::fieldStart;
    bool m_stopped = false;
    bool m_skipLineFeed = false; // the CR of a CRLF was the last byte
    bool m_anyQuoted = false;
    std::string m_pending; // bytes of the unfinished record from earlier chunks
    std::string m_scratch; // values without their inner quotes
    std::vector<Field> m_fields;  // of the record: the first m_fieldCount
    std::size_t m_fieldCount = 0; // may exceed m_fields.size(), which is the limit of columns
    std::vector<std::string_view> m_views;
    Field m_field;
    std::int64_t m_line = 1;
    std::int64_t m_blankLines = 0;
};

// Whether `utf8` is well-formed (no surrogates, no overlong forms, nothing above U+10FFFF).
bool isValidUtf8(std::string_view utf8);

} // namespace dimsum
