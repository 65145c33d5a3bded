#include "exchange/table_file.h"

#include "exchange/field_values.h"
#include "exchange/text_key.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace dimsum {

namespace {

constexpr qint64 chunkBytes = 1 << 20;
constexpr qint64 headBytes = 512 << 10;
constexpr qint64 encodingScanBytes = qint64{256} << 20;
constexpr std::size_t previewRows = 200;
constexpr std::size_t longestFooter = 20;

Error fileError(ErrorKind kind, const QString &path, const char *sentence, std::int64_t line = 0)
{
    return Error{kind, sentence, {}, path.toStdString(), line, {}};
}

std::optional<Error> refusalByContent(const QString &path, const QByteArray &head)
{
    if (head.startsWith("PK\x03\x04"))
        return fileError(ErrorKind::unreadable, path,
                         DIMSUM_TEXT("This is a workbook or archive, not a text table. Save it as CSV and import that."));
    if (head.startsWith("\xD0\xCF\x11\xE0"))
        return fileError(ErrorKind::unreadable, path,
                         DIMSUM_TEXT("This is an old Excel workbook, not a text table. Save it as CSV and import that."));
    if (head.startsWith("%PDF") || head.startsWith("SQLite format 3"))
        return fileError(ErrorKind::unreadable, path,
                         DIMSUM_TEXT("This is not a text table. Choose a CSV or TSV file."));
    return std::nullopt;
}

// The part of the file that tells its encoding: the head, or the first stretch that is not UTF-8. A late accent in a
// file that begins with a thousand plain rows decides as much as an early one.
QByteArray encodingSample(QFile &file, const QByteArray &head, bool &complete)
{
    complete = head.size() == file.size();
    if (complete)
        return head;
    // A character cut by the end of a chunk is read again with the next.
    QByteArray chunk(chunkBytes, Qt::Uninitialized);
    for (qint64 at = 0; at < std::min(file.size(), encodingScanBytes);) {
        file.seek(at);
        const qint64 got = file.read(chunk.data(), chunkBytes);
        if (got <= 0)
            break;
        const std::string_view bytes(chunk.constData(), static_cast<std::size_t>(got));
        std::size_t whole = bytes.size();
        for (int back = 0; back < 3 && whole > 0 && (bytes[whole - 1] & 0xC0) == 0x80; ++back)
            --whole;
        if (whole > 0 && (bytes[whole - 1] & 0xC0) == 0xC0)
            --whole;
        if (!isValidUtf8(bytes.substr(0, whole)))
            return head + chunk.first(got);
        if (whole == 0)
            break;
        at += static_cast<qint64>(whole);
    }
    return head;
}

QStringList namesOf(const std::vector<QString> &cells)
{
    QStringList names;
    QSet<QString> used;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const QString stem = cells[i].isEmpty() ? QStringLiteral("Column %1").arg(i + 1) : cells[i];
        QString name = stem;
        for (int n = 2; used.contains(name); ++n)
            name = QStringLiteral("%1 (%2)").arg(stem).arg(n);
        used.insert(name);
        names.append(name);
    }
    return names;
}

QString shown(std::string_view cell)
{
    const std::string_view text = plainCell(cell, ValueStyle{});
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// A record kept back until it is known whether more data follow it.
struct HeldRecord {
    std::vector<std::string> cells;
    std::string raw;
    std::int64_t line = 0;
};

// Holds back the one-cell lines that may be a report's footer.
class FooterGate
{
public:
    FooterGate(const TableFile::Sink &sink, std::size_t columns, bool on)
        : m_sink(sink), m_on(on && columns >= 3)
    {
    }

    bool pass(const CsvRecord &record)
    {
        const bool suspicious = m_on && record.problem == CsvProblem::none && record.fields.size() == 1;
        if (suspicious && m_held.size() < longestFooter) {
            m_held.push_back({{record.fields.begin(), record.fields.end()}, std::string(record.raw), record.line});
            return true;
        }
        return release() && m_sink(record);
    }
    std::int64_t held() const { return static_cast<std::int64_t>(m_held.size()); }

private:
    bool release()
    {
        bool more = true;
        for (const HeldRecord &held : m_held) {
            const std::vector<std::string_view> fields(held.cells.begin(), held.cells.end());
            more = more && m_sink(CsvRecord{fields, held.line, held.raw, CsvProblem::none, 0});
        }
        m_held.clear();
        return more;
    }

    const TableFile::Sink &m_sink;
    bool m_on;
    std::vector<HeldRecord> m_held;
};

// Streams every record of the file, header included.
Outcome streamRecords(const QString &path, const FileFormat &format, const Progress &progress,
                      const CsvReader::Sink &sink, std::int64_t *blankLines)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !file.seek(format.markBytes))
        return fileError(ErrorKind::unreadable, path,
                         DIMSUM_TEXT("The file cannot be read. Check that it is still there and that you may open it."));
    const qint64 total = file.size();
    qint64 done = format.markBytes;
    std::optional<Error> tooLong;
    CsvReader reader(format.delimiter, [&](const CsvRecord &record) {
        if (record.problem != CsvProblem::recordTooLong)
            return sink(record);
        tooLong = Error{ErrorKind::refused, csvProblemSentence(record.problem), {std::to_string(record.line)},
                        path.toStdString(), record.line, {}};
        return false;
    });
    TextDecoder decoder(format.encoding);
    QByteArray bytes(chunkBytes, Qt::Uninitialized);
    std::string utf8;
    bool more = true;
    while (more) {
        if (progress.cancelled())
            return fileError(ErrorKind::cancelled, path, DIMSUM_TEXT("Reading was stopped."));
        const qint64 got = file.read(bytes.data(), bytes.size());
        if (got < 0)
            return fileError(ErrorKind::unreadable, path,
                             DIMSUM_TEXT("The file could not be read to its end. Check the disk or the network drive."));
        done += got;
        if (decoder.passesThrough()) {
            more = reader.feed(std::string_view(bytes.constData(), static_cast<std::size_t>(got)));
        } else {
            utf8.clear();
            decoder.decode(QByteArrayView(bytes.constData(), got), utf8);
            if (got == 0)
                decoder.finish(utf8);
            more = reader.feed(utf8);
        }
        progress.at(done, total);
        if (got == 0)
            break;
    }
    if (more)
        reader.finish();
    if (tooLong)
        return *tooLong;
    if (blankLines)
        *blankLines = reader.blankLines();
    return Done{};
}

} // namespace

Result<TableFile> TableFile::open(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fileError(ErrorKind::notFound, path, DIMSUM_TEXT("There is no such file."));
    if (!info.isFile())
        return fileError(ErrorKind::unreadable, path, DIMSUM_TEXT("This is not a regular file. Choose a CSV or TSV file."));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fileError(ErrorKind::unreadable, path, DIMSUM_TEXT("The file cannot be opened. Check its permissions."));
    const QByteArray head = file.read(headBytes);
    if (head.isEmpty())
        return fileError(ErrorKind::unreadable, path, DIMSUM_TEXT("The file is empty."));
    if (auto refusal = refusalByContent(path, head))
        return *refusal;

    TableFile table;
    table.m_path = path;
    table.m_size = file.size();
    bool complete = false;
    const QByteArray sample = encodingSample(file, head, complete);
    table.m_encoding = detectEncoding(sample, complete);
    const Outcome examined = table.detectAgain(table.m_encoding.encoding, '\0');
    if (!examined)
        return examined.error();
    return table;
}

Outcome TableFile::detectAgain(const QString &encoding, char delimiter)
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return fileError(ErrorKind::unreadable, m_path, DIMSUM_TEXT("The file cannot be opened. Check its permissions."));
    FileFormat format;
    format.encoding = encoding;
    format.markBytes = encoding == m_encoding.encoding ? m_encoding.markBytes : 0;
    file.seek(format.markBytes);
    std::string head;
    TextDecoder decoder(encoding);
    const QByteArray bytes = file.read(headBytes);
    decoder.decode(bytes, head);
    m_dialect = detectDialect(head, delimiter);
    format.delimiter = m_dialect.delimiter;
    format.headerRow = m_dialect.headerRow;
    format.decimals = m_dialect.decimals;
    if (m_dialect.datesCertain)
        format.dates = m_dialect.dates;
    return setFormat(format);
}

Outcome TableFile::setFormat(const FileFormat &format)
{
    const FileFormat before = m_format;
    m_format = format;
    Outcome examined = examine();
    if (!examined)
        m_format = before;
    return examined;
}

Outcome TableFile::examine()
{
    std::vector<QString> names;
    std::vector<QStringList> rows;
    std::size_t widest = 0;
    std::optional<Error> refusal;
    bool first = true;
    const Outcome read = streamRecords(
        m_path, m_format, {},
        [&](const CsvRecord &record) {
            if (first && record.problem != CsvProblem::none) {
                refusal = Error{ErrorKind::unreadable, csvProblemSentence(record.problem),
                                {std::to_string(record.problemLine)}, m_path.toStdString(), record.line, {}};
                return false;
            }
            if (first && m_format.headerRow) {
                for (const std::string_view cell : record.fields)
                    names.push_back(shown(cell));
                first = false;
                return true;
            }
            first = false;
            if (record.problem != CsvProblem::none)
                return true;
            QStringList row;
            for (const std::string_view cell : record.fields)
                row.append(shown(cell));
            widest = std::max(widest, record.fields.size());
            rows.push_back(std::move(row));
            return rows.size() < previewRows;
        },
        nullptr);
    if (refusal)
        return *refusal;
    if (!read)
        return read.error();
    if (first)
        return fileError(ErrorKind::unreadable, m_path, DIMSUM_TEXT("The file has no rows."));
    if (!m_format.headerRow)
        names.resize(widest);
    // A delimiter after the last name of every line makes columns that are empty throughout.
    while (names.size() > std::max<std::size_t>(widest, 1) && names.back().isEmpty())
        names.pop_back();
    m_header = namesOf(names);
    for (QStringList &row : rows) {
        while (row.size() < m_header.size())
            row.append(QString());
        row.resize(m_header.size());
    }
    m_preview = std::move(rows);
    return Done{};
}

Result<TableSummary> TableFile::read(const Sink &sink, const Progress &progress, bool cutFooter) const
{
    TableSummary summary;
    bool header = m_format.headerRow;
    const Sink counted = [&](const CsvRecord &record) {
        ++summary.records;
        return sink(record);
    };
    FooterGate gate(counted, static_cast<std::size_t>(m_header.size()), cutFooter);
    const Outcome read = streamRecords(
        m_path, m_format, progress,
        [&](const CsvRecord &record) {
            if (header) {
                header = false;
                return true;
            }
            return gate.pass(record);
        },
        &summary.blankLines);
    if (!read)
        return read.error();
    summary.footerLines = gate.held();
    return summary;
}

} // namespace dimsum
