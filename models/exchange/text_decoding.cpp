#include "exchange/text_decoding.h"

#include "exchange/csv_reader.h"

#include <QStringDecoder>

#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <optional>

namespace dimsum {

namespace {

struct Alias {
    QLatin1String name;
    QLatin1String encoding;
};

// Names that detectors and people use, and the superset that files really hold.
constexpr std::array aliases{
    Alias{QLatin1String("ascii"), QLatin1String("UTF-8")},
    Alias{QLatin1String("us-ascii"), QLatin1String("UTF-8")},
    Alias{QLatin1String("utf8"), QLatin1String("UTF-8")},
    Alias{QLatin1String("utf-8-sig"), QLatin1String("UTF-8")},
    Alias{QLatin1String("utf-16"), QLatin1String("UTF-16LE")},
    Alias{QLatin1String("iso-8859-1"), QLatin1String("windows-1252")},
    Alias{QLatin1String("latin1"), QLatin1String("windows-1252")},
    Alias{QLatin1String("iso-8859-15"), QLatin1String("windows-1252")},
    Alias{QLatin1String("cp1252"), QLatin1String("windows-1252")},
    Alias{QLatin1String("cp1251"), QLatin1String("windows-1251")},
    Alias{QLatin1String("cp1250"), QLatin1String("windows-1250")},
    Alias{QLatin1String("iso-8859-9"), QLatin1String("windows-1254")},
    Alias{QLatin1String("koi8r"), QLatin1String("KOI8-R")},
    Alias{QLatin1String("mac-cyrillic"), QLatin1String("windows-1251")},
    Alias{QLatin1String("gb2312"), QLatin1String("GB18030")},
    Alias{QLatin1String("gbk"), QLatin1String("GB18030")},
    Alias{QLatin1String("hz-gb-2312"), QLatin1String("GB18030")},
    Alias{QLatin1String("euc-tw"), QLatin1String("Big5")},
    Alias{QLatin1String("sjis"), QLatin1String("Shift_JIS")},
    Alias{QLatin1String("cp932"), QLatin1String("Shift_JIS")},
    Alias{QLatin1String("uhc"), QLatin1String("EUC-KR")},
};

// The offered name of an encoding; empty if we do not read it.
QString offeredName(const QString &name)
{
    const QString lower = name.trimmed().toLower();
    for (const Alias &alias : aliases) {
        if (lower == alias.name)
            return alias.encoding;
    }
    for (const QString &offered : offeredEncodings()) {
        if (offered.compare(lower, Qt::CaseInsensitive) == 0)
            return offered;
    }
    return {};
}

std::optional<EncodingFinding> byMark(QByteArrayView sample)
{
    const auto startsWith = [&](std::string_view mark) {
        return std::string_view(sample.data(), static_cast<std::size_t>(sample.size())).starts_with(mark);
    };
    if (startsWith("\xEF\xBB\xBF"))
        return EncodingFinding{QStringLiteral("UTF-8"), 3, true, {QStringLiteral("UTF-8")}};
    if (startsWith(std::string_view("\xFF\xFE", 2)))
        return EncodingFinding{QStringLiteral("UTF-16LE"), 2, true, {QStringLiteral("UTF-16LE")}};
    if (startsWith(std::string_view("\xFE\xFF", 2)))
        return EncodingFinding{QStringLiteral("UTF-16BE"), 2, true, {QStringLiteral("UTF-16BE")}};
    return std::nullopt;
}

// UTF-16 without a mark: text with commas, digits and line ends has a NUL in nearly every second byte.
std::optional<EncodingFinding> byNulPattern(QByteArrayView sample)
{
    qsizetype even = 0;
    qsizetype odd = 0;
    const qsizetype looked = std::min<qsizetype>(sample.size(), 4096) & ~qsizetype{1};
    for (qsizetype i = 0; i < looked; i += 2) {
        even += sample[i] == '\0';
        odd += sample[i + 1] == '\0';
    }
    const qsizetype pairs = looked / 2;
    if (pairs < 8)
        return std::nullopt;
    if (odd * 5 > pairs && even * 50 < pairs)
        return EncodingFinding{QStringLiteral("UTF-16LE"), 0, false, {QStringLiteral("UTF-16LE")}};
    if (even * 5 > pairs && odd * 50 < pairs)
        return EncodingFinding{QStringLiteral("UTF-16BE"), 0, false, {QStringLiteral("UTF-16BE")}};
    return std::nullopt;
}

// The sample without a character that its end may have cut.
std::string_view wholeCharacters(std::string_view sample)
{
    for (std::size_t back = 1; back <= 3 && back <= sample.size(); ++back) {
        const auto c = static_cast<unsigned char>(sample[sample.size() - back]);
        if (c >= 0xC0)
            return sample.substr(0, sample.size() - back);
        if (c < 0x80)
            break;
    }
    return sample;
}

bool looksUtf8(QByteArrayView sample, bool complete)
{
    const std::string_view text(sample.data(), static_cast<std::size_t>(sample.size()));
    return isValidUtf8(complete ? text : wholeCharacters(text));
}

QString guessed(QByteArrayView sample)
{
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
    if (uchardet_handle_data(detector.get(), sample.data(), static_cast<std::size_t>(sample.size())) != 0)
        return {};
    uchardet_data_end(detector.get());
    return QString::fromLatin1(uchardet_get_charset(detector.get()));
}

// Whether the whole sample decodes without one bad character: the plain test of a guess.
bool decodesCleanly(const QString &encoding, QByteArrayView sample)
{
    TextDecoder decoder(encoding);
    std::string text;
    decoder.decode(sample, text);
    return text.find(undecodableByte) == std::string::npos;
}

} // namespace

QStringList offeredEncodings()
{
    return {QStringLiteral("UTF-8"),        QStringLiteral("windows-1252"), QStringLiteral("UTF-16LE"),
            QStringLiteral("UTF-16BE"),     QStringLiteral("windows-1251"), QStringLiteral("KOI8-R"),
            QStringLiteral("GB18030"),      QStringLiteral("Big5"),         QStringLiteral("Shift_JIS"),
            QStringLiteral("EUC-JP"),       QStringLiteral("EUC-KR"),       QStringLiteral("windows-1250"),
            QStringLiteral("windows-1253"), QStringLiteral("windows-1254"), QStringLiteral("windows-1255"),
            QStringLiteral("windows-1256"), QStringLiteral("windows-1257"), QStringLiteral("windows-1258"),
            QStringLiteral("ISO-8859-2"),   QStringLiteral("ISO-8859-5"),   QStringLiteral("ISO-8859-7"),
            QStringLiteral("ISO-8859-13"),  QStringLiteral("IBM866"),       QStringLiteral("TIS-620")};
}

bool isKnownEncoding(const QString &name)
{
    return !offeredName(name).isEmpty();
}

EncodingFinding detectEncoding(QByteArrayView sample, bool complete)
{
    if (auto marked = byMark(sample))
        return *marked;
    if (auto wide = byNulPattern(sample)) {
        for (const QString &other : offeredEncodings())
            if (!wide->candidates.contains(other))
                wide->candidates.append(other);
        return *wide;
    }
    if (looksUtf8(sample, complete))
        return EncodingFinding{QStringLiteral("UTF-8"), 0, true, {QStringLiteral("UTF-8")}};

    EncodingFinding finding;
    finding.certain = false;
    finding.candidates.clear();
    const QString guess = offeredName(guessed(sample));
    if (!guess.isEmpty() && guess != QStringLiteral("UTF-8") && decodesCleanly(guess, sample)) {
        finding.encoding = guess;
        finding.certain = sample.size() >= 512; // short texts fool every detector
    } else {
        // No guess that decodes: windows-1252 is what most of such files are, and any byte of it shows as something.
        finding.encoding = QStringLiteral("windows-1252");
    }
    finding.candidates.append(finding.encoding);
    for (const QString &other : offeredEncodings()) {
        if (other != finding.encoding && !other.startsWith(QLatin1String("UTF")) && decodesCleanly(other, sample))
            finding.candidates.append(other);
    }
    return finding;
}

struct TextDecoder::State {
    enum class Way { pass, utf16, other };

    Way way = Way::pass;
    bool bigEndian = false;
    int heldByte = -1;      // first half of a UTF-16 unit cut by a chunk's end
    char16_t heldHigh = 0;  // high surrogate that waits for its other half
    QStringDecoder decoder; // everything but UTF-8 and UTF-16
    QByteArray heldLine;    // for it: the bytes after the last line end

    void unit(char16_t unit, std::string &utf8);
    void flushHigh(std::string &utf8);
    void append(QStringView text, std::string &utf8);
    void decodeLines(QByteArrayView bytes, std::string &utf8);
};

namespace {

void appendCodePoint(char32_t c, std::string &utf8)
{
    const auto put = [&](char32_t byte) { utf8.push_back(static_cast<char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

} // namespace

void TextDecoder::State::flushHigh(std::string &utf8)
{
    if (heldHigh != 0)
        utf8.push_back(undecodableByte);
    heldHigh = 0;
}

void TextDecoder::State::unit(char16_t unit, std::string &utf8)
{
    if (QChar::isLowSurrogate(unit) && heldHigh != 0) {
        appendCodePoint(QChar::surrogateToUcs4(heldHigh, unit), utf8);
        heldHigh = 0;
        return;
    }
    flushHigh(utf8);
    if (QChar::isHighSurrogate(unit))
        heldHigh = unit;
    else if (QChar::isLowSurrogate(unit))
        utf8.push_back(undecodableByte);
    else
        appendCodePoint(unit, utf8);
}

// A single-byte or East Asian decoder was told to turn bad bytes into U+0000: a replacement character could be one that
// the file really holds.
void TextDecoder::State::append(QStringView text, std::string &utf8)
{
    for (const QChar c : text) {
        if (c.isNull()) {
            flushHigh(utf8);
            utf8.push_back(undecodableByte);
        } else {
            unit(c.unicode(), utf8);
        }
    }
}

// Whole lines only: what a converter makes of bytes that are no character depends on whether the next ones are there
// yet, and records must not depend on how the file was cut. CR and LF are never the second byte of a character in any
// encoding offered. A line longer than any record may be is decoded as it comes; it is refused anyway.
void TextDecoder::State::decodeLines(QByteArrayView bytes, std::string &utf8)
{
    static constexpr qsizetype longestLine = qsizetype{16} << 20;
    qsizetype end = bytes.size();
    while (end > 0 && bytes[end - 1] != '\n' && bytes[end - 1] != '\r')
        --end;
    if (end == 0 && heldLine.size() + bytes.size() <= longestLine) {
        heldLine.append(bytes.data(), bytes.size());
        return;
    }
    if (end == 0)
        end = bytes.size();
    heldLine.append(bytes.data(), end);
    utf8.reserve(utf8.size() + static_cast<std::size_t>(heldLine.size()) * 2);
    const QString text = decoder.decode(heldLine);
    append(text, utf8);
    heldLine = QByteArray(bytes.data() + end, bytes.size() - end);
}

TextDecoder::TextDecoder(const QString &encoding) : m_state(std::make_unique<State>())
{
    const QString name = offeredName(encoding);
    if (name == QLatin1String("UTF-16LE") || name == QLatin1String("UTF-16BE")) {
        m_state->way = State::Way::utf16;
        m_state->bigEndian = name == QLatin1String("UTF-16BE");
    } else if (!name.isEmpty() && name != QLatin1String("UTF-8")) {
        m_state->way = State::Way::other;
        m_state->decoder = QStringDecoder(name.toLatin1().constData(), QStringDecoder::Flag::ConvertInvalidToNull
                                                                           | QStringDecoder::Flag::ConvertInitialBom);
    }
}

TextDecoder::~TextDecoder() = default;
TextDecoder::TextDecoder(TextDecoder &&) noexcept = default;
TextDecoder &TextDecoder::operator=(TextDecoder &&) noexcept = default;

bool TextDecoder::passesThrough() const
{
    return m_state->way == State::Way::pass;
}

void TextDecoder::decode(QByteArrayView bytes, std::string &utf8)
{
    State &state = *m_state;
    if (state.way == State::Way::pass) {
        utf8.append(bytes.data(), static_cast<std::size_t>(bytes.size()));
        return;
    }
    if (state.way == State::Way::other) {
        state.decodeLines(bytes, utf8);
        return;
    }
    utf8.reserve(utf8.size() + static_cast<std::size_t>(bytes.size()));
    for (const char byte : bytes) {
        const int value = static_cast<unsigned char>(byte);
        if (state.heldByte < 0) {
            state.heldByte = value;
            continue;
        }
        const int unit = state.bigEndian ? (state.heldByte << 8) | value : (value << 8) | state.heldByte;
        state.heldByte = -1;
        state.unit(static_cast<char16_t>(unit), utf8);
    }
}

void TextDecoder::finish(std::string &utf8)
{
    State &state = *m_state;
    if (state.way == State::Way::other && !state.heldLine.isEmpty()) {
        // The line end that is missing makes a character cut by the end of the file show itself.
        const QByteArray line = state.heldLine + '\n';
        const QString text = state.decoder.decode(line);
        state.append(text, utf8);
        if (utf8.ends_with('\n'))
            utf8.pop_back();
        state.heldLine.clear();
    }
    state.flushHigh(utf8);
    if (state.heldByte >= 0)
        utf8.push_back(undecodableByte);
    state.heldByte = -1;
}

} // namespace dimsum
