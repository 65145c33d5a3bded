// From the bytes of a file to UTF-8, before anything is split: a 0x5C or 0x7C inside a GB18030 or Shift_JIS character
// is no backslash and no bar. Detection: byte order mark, strict UTF-8, uchardet, else the person chooses.
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <string>

namespace dimsum {

struct EncodingFinding {
    QString encoding = QStringLiteral("UTF-8"); // one of offeredEncodings()
    int markBytes = 0;                          // length of the byte order mark to skip
    bool certain = true;                        // false: show the preview and ask
    QStringList candidates = {};                // best first, `encoding` included; what to offer when not certain
};

// Finds the encoding of `sample`. `complete` says that the sample is the whole file (else a character may be cut at
// its end). ISO-8859-1 is read as windows-1252, GB2312 and GBK as GB18030.
EncodingFinding detectEncoding(QByteArrayView sample, bool complete);

// Every encoding a person may choose, most usual first; names are IANA names.
QStringList offeredEncodings();

// Whether `name` (any case, aliases too) can be decoded here.
bool isKnownEncoding(const QString &name);

// The byte that stands in decoded text for bytes that are no character of the encoding. It never occurs in UTF-8, so
// the record that holds it is rejected by itself (csv_reader.h) and the rest of the file is read.
inline constexpr char undecodableByte = '\xff';

// Streaming decoder: chunks may end anywhere, also inside a character or a surrogate pair. One per file, one thread.
class TextDecoder
{
public:
    // `encoding` must be known (isKnownEncoding); the byte order mark must have been skipped.
    explicit TextDecoder(const QString &encoding);
    ~TextDecoder();
    TextDecoder(TextDecoder &&) noexcept;
    TextDecoder &operator=(TextDecoder &&) noexcept;

    // UTF-8 input needs no work: feed it to the reader as it is (the reader checks it per record).
    bool passesThrough() const;
    // Appends the UTF-8 of `bytes` to `utf8`.
    void decode(QByteArrayView bytes, std::string &utf8);
    // After the last chunk: a character cut by the end of the file becomes undecodableByte.
    void finish(std::string &utf8);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace dimsum
