#include "exchange/csv_writer.h"

#include "exchange/file_commit.h"
#include "exchange/formula_guard.h"

#include <QSaveFile>

namespace dimsum
{

namespace
{

constexpr qsizetype bufferBytes = 1 << 16;
constexpr std::int64_t rowsPerReport = 1'024;

bool needsQuotes(const QString &text)
{
    if (text.isEmpty())
        return false;
    // Readers differ in whether they keep white space at the edges of a bare cell.
    if (text.front().isSpace() || text.back().isSpace())
        return true;
    for (const QChar character : text)
        if (character == u',' || character == u'"' || character == u'\r' || character == u'\n')
            return true;
    return false;
}

class CsvFile
{
public:
    CsvFile(const TableDocument &document, const QString &path, const ExportProfile &profile,
            const Progress &progress)
        : m_document(document), m_profile(profile), m_progress(progress), m_file(path)
    {
    }

    Outcome write()
    {
        if (Outcome file = canBeReplaced(m_file.fileName()); !file)
            return file;
        if (!m_file.open(QIODevice::WriteOnly))
            return failure();
        if (m_profile.byteOrderMark)
            m_buffer += "\xEF\xBB\xBF";
        addHeader();
        const Outcome rows = m_document.rows([this](std::span<const Cell> row) { return addRow(row); });
        if (!rows)
            return rows;
        if (Outcome flushed = flush(); !flushed)
            return flushed;
        if (!m_file.commit())
            return failure();
        m_progress.at(m_rows, m_rows);
        return Done{};
    }

private:
    void addHeader()
    {
        bool first = true;
        for (const TableColumn &column : m_document.columns) {
            addSeparator(first);
            m_buffer += csvCell(column.header, CellType::text, m_document.currency, m_profile.formulaGuard);
        }
        m_buffer += '\n';
    }

    Outcome addRow(std::span<const Cell> row)
    {
        Q_ASSERT(row.size() == m_document.columns.size());
        const qsizetype start = m_buffer.size();
        bool first = true;
        for (std::size_t i = 0; i < row.size(); ++i) {
            addSeparator(first);
            m_buffer +=
                csvCell(row[i], m_document.columns[i].type, m_document.currency, m_profile.formulaGuard);
        }
        if (m_buffer.size() == start)
            m_buffer += "\"\""; // one empty column: a blank line would not be read as a row
        m_buffer += '\n';
        if (++m_rows % rowsPerReport == 0) {
            m_progress.at(m_rows, m_document.rowCount);
            if (m_progress.cancelled())
                return Error{ErrorKind::cancelled, DIMSUM_TEXT("Stopped. Nothing was written.")};
        }
        return m_buffer.size() < bufferBytes ? Outcome(Done{}) : flush();
    }

    void addSeparator(bool &first)
    {
        if (!first)
            m_buffer += ',';
        first = false;
    }

    Outcome flush()
    {
        const bool written = m_file.write(m_buffer) == m_buffer.size() && m_file.flush();
        m_buffer.clear();
        return written ? Outcome(Done{}) : Outcome(failure());
    }

    Error failure()
    {
        const QString text = m_file.errorString();
        m_file.cancelWriting();
        return writeError(m_file.fileName(), text);
    }

    const TableDocument &m_document;
    const ExportProfile &m_profile;
    const Progress &m_progress;
    QSaveFile m_file;
    QByteArray m_buffer;
    std::int64_t m_rows = 0;
};

} // namespace

QByteArray csvCell(const Cell &cell, CellType type, const Currency &currency, bool formulaGuard)
{
    QString text = cellText(cell, type, currency);
    if (formulaGuard && std::holds_alternative<QString>(cell))
        text = guarded(text);
    if (!needsQuotes(text))
        return text.toUtf8();
    text.replace(u'"', QLatin1String("\"\""));
    return '"' + text.toUtf8() + '"';
}

Outcome writeCsv(const TableDocument &document, const QString &path, const ExportProfile &profile,
                 const Progress &progress)
{
    return CsvFile(document, path, profile, progress).write();
}

} // namespace dimsum
