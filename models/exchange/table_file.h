// A delimited text file on disk: opened, its format found, its records streamed. Files of any size in bounded memory.
// Use from one thread.
#pragma once

#include "domain/error.h"
#include "domain/progress.h"
#include "exchange/csv_reader.h"
#include "exchange/file_format.h"
#include "exchange/text_decoding.h"
#include "exchange/dialect_detection.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <vector>

namespace dimsum {

struct TableSummary {
    std::int64_t records = 0;     // data records handed out, those with a problem included
    std::int64_t blankLines = 0;  // left out
    std::int64_t footerLines = 0; // lines of a report's footer, cut (only where asked for)
};

class TableFile
{
public:
    // Opens a regular file and finds its format. Refused: no such file, a folder or device, nothing in it, a binary file
    // (XLSX says: save as CSV), a header with more columns than a file may have.
    static Result<TableFile> open(const QString &path);

    const QString &path() const { return m_path; }
    std::int64_t size() const { return m_size; } // bytes
    const EncodingFinding &encoding() const { return m_encoding; }
    const DialectFinding &dialect() const { return m_dialect; }

    // The format in use; setting another one re-reads header and preview. A new delimiter or encoding does not change
    // the rest of what the caller set.
    const FileFormat &format() const { return m_format; }
    Outcome setFormat(const FileFormat &format);
    // The format found again under an encoding and delimiter that a person chose.
    Outcome detectAgain(const QString &encoding, char delimiter);

    // Names of the columns: trimmed, without guard; unnamed ones "Column N"; a repeated name gets " (2)".
    const QStringList &header() const { return m_header; }
    // The first data rows (up to 200) as text, each as long as the header.
    const std::vector<QStringList> &preview() const { return m_preview; }

    // Hands every data record to `sink` in file order, without the header. `sink` returns false to stop (no error).
    // Progress is in bytes of size(). Errors: cancelled, the file cannot be read any more, a record over 8 MiB (refused,
    // with the line on which it starts).
    using Sink = std::function<bool(const CsvRecord &record)>;
    Result<TableSummary> read(const Sink &sink, const Progress &progress, bool cutFooter = false) const;

private:
    Outcome examine();

    QString m_path;
    std::int64_t m_size = 0;
    EncodingFinding m_encoding;
    DialectFinding m_dialect;
    FileFormat m_format;
    QStringList m_header;
    std::vector<QStringList> m_preview;
};

} // namespace dimsum
