#include "exchange/rejects_file.h"

#include "domain/columns.h"
#include "exchange/file_commit.h"
#include "exchange/formula_guard.h"

#include <algorithm>

namespace dimsum {

namespace {

constexpr std::size_t flushBytes = 1 << 16;

bool isRejectsColumn(const QString &name)
{
    return name == QLatin1String(rejectLineColumn) || name == QLatin1String(rejectFieldColumn)
           || name == QLatin1String(rejectReasonColumn);
}

// A cell as people may open it in a spreadsheet: guarded, except plain numbers, and quoted where it must be.
void appendCell(std::string &line, std::string_view cell, char delimiter)
{
    std::string guardedCell;
    if (!plainNumber(cell)) {
        const QString text = QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()));
        if (needsFormulaGuard(text)) {
            guardedCell.assign(1, '\'').append(cell);
            cell = guardedCell;
        }
    }
    const bool spaced = !cell.empty() && (cell.front() == ' ' || cell.back() == ' ');
    if (!spaced && cell.find_first_of("\"\r\n") == cell.npos && cell.find(delimiter) == cell.npos) {
        line.append(cell);
        return;
    }
    line.push_back('"');
    for (const char c : cell) {
        if (c == '"')
            line.push_back('"');
        line.push_back(c);
    }
    line.push_back('"');
}

} // namespace

Result<std::unique_ptr<RejectsFile>> RejectsFile::create(const QString &path, const QStringList &header, char delimiter)
{
    std::unique_ptr<RejectsFile> rejects(new RejectsFile);
    rejects->m_file = std::make_unique<QSaveFile>(path);
    rejects->m_delimiter = delimiter;
    if (!rejects->m_file->open(QIODevice::WriteOnly))
        return writeError(path, rejects->m_file->errorString());
    std::string &line = rejects->m_buffer;
    line.append(rejectLineColumn).push_back(delimiter);
    line.append(rejectFieldColumn).push_back(delimiter);
    line.append(rejectReasonColumn);
    for (const QString &name : header) {
        const bool dropped = isRejectsColumn(name);
        rejects->m_dropped.push_back(dropped);
        if (dropped)
            continue;
        line.push_back(delimiter);
        appendCell(line, name.toStdString(), delimiter);
    }
    line.push_back('\n');
    return rejects;
}

void RejectsFile::add(const CsvRecord &record, std::string_view field, std::string_view reason)
{
    ++m_count;
    m_buffer.append(std::to_string(record.line)).push_back(m_delimiter);
    appendCell(m_buffer, field, m_delimiter);
    m_buffer.push_back(m_delimiter);
    appendCell(m_buffer, reason, m_delimiter);
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
        if (i < m_dropped.size() && m_dropped[i])
            continue;
        m_buffer.push_back(m_delimiter);
        appendCell(m_buffer, record.fields[i], m_delimiter);
    }
    m_buffer.push_back('\n');
    if (m_buffer.size() < flushBytes)
        return;
    m_failed = m_failed || m_file->write(m_buffer.data(), static_cast<qint64>(m_buffer.size())) < 0;
    m_buffer.clear();
}

Outcome RejectsFile::commit()
{
    m_failed = m_failed || m_file->write(m_buffer.data(), static_cast<qint64>(m_buffer.size())) < 0;
    m_buffer.clear();
    if (m_failed || !m_file->commit())
        return writeError(m_file->fileName(), m_file->errorString());
    return Done{};
}

} // namespace dimsum
