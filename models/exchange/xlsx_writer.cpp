#include "exchange/xlsx_writer.h"

#include "exchange/file_commit.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryFile>
#include <QUuid>
#include <QtEndian>

#include <fcntl.h>
#include <xlsxwriter.h>

#include <cerrno>
#include <cmath>
#include <cstdio>
#include <memory>

namespace dimsum
{

namespace
{

constexpr std::int64_t rowsPerReport = 1'024;
constexpr qint64 spareBytes = 1 << 17; // the last row and what stands around the rows
constexpr double narrowest = 8;
constexpr double widest = 60;

struct WorkbookDeleter {
    void operator()(lxw_workbook *workbook) const { lxw_workbook_free(workbook); }
};
using Workbook = std::unique_ptr<lxw_workbook, WorkbookDeleter>;

// At most 31 characters, none of the ones that a sheet name must not hold, no quote at the ends.
QString sheetName(QString title)
{
    static const QRegularExpression forbidden(QStringLiteral("[\\[\\]:*?/\\\\\\x00-\\x1f]"));
    title = title.replace(forbidden, QStringLiteral(" ")).left(31).trimmed();
    while (title.startsWith(u'\''))
        title.remove(0, 1);
    while (title.endsWith(u'\''))
        title.chop(1);
    return title.isEmpty() ? QStringLiteral("Sheet1") : title;
}

// What XML 1.0 cannot hold becomes the replacement character; text that looks like the format's own escape of
// a character (_x0041_) is escaped itself, or a spreadsheet would show "A".
QByteArray xlsxText(QString text)
{
    static const QRegularExpression escapeLookalike(QStringLiteral("_(x[0-9A-Fa-f]{4}_)"));
    for (QChar &character : text)
        if (character == u'\0' || character == QChar(0xFFFE) || character == QChar(0xFFFF))
            character = QChar(QChar::ReplacementCharacter);
    if (text.contains(u'_'))
        text.replace(escapeLookalike, QStringLiteral("_x005F_\\1"));
    return text.toUtf8();
}

lxw_datetime dateTimeOf(const QDateTime &time)
{
    const QDate date = time.date();
    return {date.year(),        date.month(),         date.day(),
            time.time().hour(), time.time().minute(), static_cast<double>(time.time().second())};
}

lxw_datetime dateOf(Day day)
{
    const std::chrono::year_month_day date = civil(day);
    return {static_cast<int>(date.year()),
            static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day())),
            0,
            0,
            0};
}

// The calendar of a spreadsheet starts on 1900-01-01 and counts one day too many until March of that year.
constexpr Day firstXlsxDay = dayOf(1900, 3, 1);

// The library writes its parts to temporary files and does not look whether that worked: on a full disk it
// would hand over a workbook without its last rows. These three questions stand in for it.

bool isSound(std::FILE *file)
{
    return file == nullptr || (std::fflush(file) == 0 && std::ferror(file) == 0);
}

bool hasRoomFor(qint64 bytes, const QString &folder)
{
    QTemporaryFile probe(folder + QStringLiteral("/dimsum-XXXXXX"));
    if (!probe.open())
        return false;
    errno = posix_fallocate(probe.handle(), 0, bytes);
    return errno == 0;
}

// Size of a sheet (from 0) inside the finished workbook before it was compressed, from the directory of the archive;
// -1 where there is none.
qint64 sheetBytes(const QString &path, std::size_t sheet)
{
    const QByteArray wanted = "xl/worksheets/sheet" + QByteArray::number(static_cast<qlonglong>(sheet + 1)) + ".xml";
    constexpr qint64 endBytes = 22;
    constexpr qint64 entryBytes = 46;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() < endBytes || !file.seek(file.size() - endBytes))
        return -1;
    const QByteArray end = file.read(endBytes);
    if (end.size() != endBytes || !end.startsWith("PK\x05\x06") ||
        !file.seek(qFromLittleEndian<quint32>(end.constData() + 16)))
        return -1;
    const QByteArray entries = file.readAll();
    qint64 at = 0;
    while (at + entryBytes <= entries.size() && entries.mid(at, 4) == "PK\x01\x02") {
        const char *entry = entries.constData() + at;
        const qint64 name = qFromLittleEndian<quint16>(entry + 28);
        if (entries.mid(at + entryBytes, name) == wanted)
            return qFromLittleEndian<quint32>(entry + 24);
        at += entryBytes + name + qFromLittleEndian<quint16>(entry + 30) +
              qFromLittleEndian<quint16>(entry + 32);
    }
    return -1;
}

class XlsxFile
{
public:
    XlsxFile(std::span<const TableDocument> documents, const QString &path, const Progress &progress)
        : m_documents(documents),
          m_progress(progress),
          m_path(path),
          m_partPath(path + u'.' + QUuid::createUuid().toString(QUuid::Id128).left(8) +
                     QStringLiteral(".part"))
    {
    }

    ~XlsxFile() { QFile::remove(m_partPath); }
    Q_DISABLE_COPY_MOVE(XlsxFile)

    Outcome write()
    {
        if (Outcome file = canBeReplaced(m_path); !file)
            return file;
        if (QFile probe(m_partPath); !probe.open(QIODevice::WriteOnly))
            return writeError(m_path, probe.errorString());
        open();
        for (const TableDocument &document : m_documents) {
            addSheet(document);
            if (Outcome header = addHeader(); !header)
                return header;
            const Outcome rows = document.rows([this](std::span<const Cell> row) { return addRow(row); });
            if (!rows)
                return rows;
            finishSheet();
        }
        return close();
    }

private:
    void open()
    {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE; // rows go to a temporary file, so a million of them fit
        m_temporaryName = QFile::encodeName(QDir::tempPath());
        options.tmpdir = m_temporaryName.data();
        m_partName = QFile::encodeName(m_partPath);
        m_workbook.reset(workbook_new_opt(m_partName.constData(), &options));
        m_bold = workbook_add_format(m_workbook.get());
        format_set_bold(m_bold);
    }

    void addSheet(const TableDocument &document)
    {
        m_document = &document;
        m_sheet = workbook_add_worksheet(m_workbook.get(), sheetName(document.title).toUtf8().constData());
        m_sheets.push_back(m_sheet);
        m_row = 0;
        m_widths.assign(document.columns.size(), narrowest);
        m_formats.clear();
        for (const TableColumn &column : document.columns)
            m_formats.push_back(formatOf(column.type));
    }

    lxw_format *formatOf(CellType type)
    {
        QByteArray pattern;
        switch (type) {
        case CellType::score:
            pattern = "0.0000";
            break;
        case CellType::money:
            pattern = "#,##0";
            if (m_document->currency.exponent > 0)
                pattern += '.' + QByteArray(m_document->currency.exponent, '0');
            break;
        case CellType::day:
            pattern = "yyyy-mm-dd";
            break;
        case CellType::instant:
            pattern = "yyyy-mm-dd hh:mm:ss";
            break;
        default:
            return nullptr;
        }
        lxw_format *format = workbook_add_format(m_workbook.get());
        format_set_num_format(format, pattern.constData());
        return format;
    }

    Outcome addHeader()
    {
        for (std::size_t column = 0; column < m_document->columns.size(); ++column) {
            const lxw_error code = writeText(column, m_document->columns[column].header, m_bold);
            if (code != LXW_NO_ERROR)
                return cellError(column, code);
        }
        worksheet_freeze_panes(m_sheet, 1, 0);
        ++m_row;
        return Done{};
    }

    Outcome addRow(std::span<const Cell> row)
    {
        Q_ASSERT(row.size() == m_document->columns.size());
        if (m_row >= largestXlsxRows)
            return Error{ErrorKind::refused,
                         DIMSUM_TEXT("A sheet holds %1 rows at most. Export this table as .csv instead."),
                         {std::to_string(largestXlsxRows)},
                         m_path.toStdString()};
        for (std::size_t column = 0; column < row.size(); ++column) {
            const lxw_error code = writeCell(column, row[column]);
            if (code != LXW_NO_ERROR)
                return cellError(column, code);
        }
        ++m_row;
        if (m_row % rowsPerReport == 0) {
            m_progress.at(m_row - 1, m_document->rowCount);
            if (m_progress.cancelled())
                return Error{ErrorKind::cancelled, DIMSUM_TEXT("Stopped. Nothing was written.")};
        }
        return Done{};
    }

    lxw_error writeCell(std::size_t column, const Cell &cell)
    {
        const auto row = static_cast<lxw_row_t>(m_row);
        const auto at = static_cast<lxw_col_t>(column);
        const CellType type = m_document->columns[column].type;
        lxw_format *format = m_formats[column];
        if (const auto *text = std::get_if<QString>(&cell))
            return writeText(column, *text, nullptr);
        const QString shown = cellText(cell, type, m_document->currency);
        if (shown.isEmpty())
            return LXW_NO_ERROR;
        widen(column, shown.size());
        if (const auto *number = std::get_if<double>(&cell))
            return worksheet_write_number(m_sheet, row, at, *number, format);
        if (const auto *whole = std::get_if<std::int64_t>(&cell))
            return writeWhole(column, *whole, format);
        if (const auto *value = std::get_if<bool>(&cell))
            return worksheet_write_boolean(m_sheet, row, at, *value ? 1 : 0, format);
        if (const auto *money = std::get_if<Money>(&cell)) {
            const double unit = std::pow(10.0, m_document->currency.exponent);
            return worksheet_write_number(m_sheet, row, at, static_cast<double>(money->minor) / unit, format);
        }
        if (const auto *day = std::get_if<Day>(&cell); day != nullptr && *day >= firstXlsxDay) {
            lxw_datetime date = dateOf(*day);
            return worksheet_write_datetime(m_sheet, row, at, &date, format);
        }
        if (const auto *instant = std::get_if<Instant>(&cell)) {
            lxw_datetime time = dateTimeOf(QDateTime::fromMSecsSinceEpoch(instant->milliseconds, Qt::UTC));
            return worksheet_write_datetime(m_sheet, row, at, &time, format);
        }
        return writeText(column, shown, nullptr); // a date before the calendar of spreadsheets
    }

    // A spreadsheet's numbers are doubles: a whole number that does not fit one stays exact as text.
    lxw_error writeWhole(std::size_t column, std::int64_t whole, lxw_format *format)
    {
        constexpr std::int64_t exact = std::int64_t{1} << 53;
        if (whole > exact || whole < -exact)
            return writeText(column, QString::number(whole), nullptr);
        return worksheet_write_number(m_sheet, static_cast<lxw_row_t>(m_row), static_cast<lxw_col_t>(column),
                                      static_cast<double>(whole), format);
    }

    lxw_error writeText(std::size_t column, const QString &text, lxw_format *format)
    {
        if (text.isEmpty())
            return LXW_NO_ERROR;
        if (text.size() > largestXlsxText)
            return LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED;
        widen(column, text.size());
        return worksheet_write_string(m_sheet, static_cast<lxw_row_t>(m_row), static_cast<lxw_col_t>(column),
                                      xlsxText(text).constData(), format);
    }

    void widen(std::size_t column, qsizetype characters)
    {
        m_widths[column] = std::clamp(static_cast<double>(characters) + 2, m_widths[column], widest);
    }

    void finishSheet()
    {
        if (m_document->columns.empty())
            return;
        const auto last = static_cast<lxw_col_t>(m_document->columns.size() - 1);
        worksheet_autofilter(m_sheet, 0, 0, static_cast<lxw_row_t>(m_row - 1), last);
        for (std::size_t column = 0; column < m_widths.size(); ++column) {
            const auto at = static_cast<lxw_col_t>(column);
            worksheet_set_column(m_sheet, at, at, m_widths[column], nullptr);
        }
    }

    Outcome close()
    {
        const QString temporary = QDir::tempPath() + QStringLiteral("/dimsum.xlsx");
        std::vector<qint64> written;
        qint64 all = 0;
        for (const lxw_worksheet *sheet : m_sheets) {
            if (!isSound(sheet->optimize_tmpfile))
                return writeError(temporary, qt_error_string());
            written.push_back(sheet->optimize_tmpfile ? std::ftell(sheet->optimize_tmpfile) : 0);
            all += written.back();
        }
        if (!hasRoomFor(all + spareBytes, QDir::tempPath()))
            return writeError(temporary, qt_error_string());
        const lxw_error code =
            workbook_close(m_workbook.release()); // frees the workbook, whatever it returns
        if (code != LXW_NO_ERROR)
            return writeError(m_path, QString::fromUtf8(lxw_strerror(code)));
        for (std::size_t sheet = 0; sheet < written.size(); ++sheet) {
            if (sheetBytes(m_partPath, sheet) < written[sheet])
                return writeError(m_path, qt_error_string());
        }
        // One step on the same file system: the old file or the new one, never half of it.
        if (std::rename(m_partName.constData(), QFile::encodeName(m_path).constData()) != 0)
            return writeError(m_path, qt_error_string());
        m_progress.at(m_row - 1, m_row - 1);
        return Done{};
    }

    Error cellError(std::size_t column, lxw_error code) const
    {
        const std::string header = m_document->columns[column].header.toStdString();
        if (code == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
            return {ErrorKind::refused,
                    DIMSUM_TEXT("This text is longer than the %1 characters that a cell holds. "
                                "Export this table as .csv instead."),
                    {std::to_string(largestXlsxText)},
                    m_path.toStdString(),
                    m_row + 1,
                    header};
        return {ErrorKind::storage,
                DIMSUM_TEXT("The workbook cannot be written (%1)."),
                {lxw_strerror(code)},
                m_path.toStdString(),
                m_row + 1,
                header};
    }

    std::span<const TableDocument> m_documents;
    const TableDocument *m_document = nullptr; // of the sheet being written
    const Progress &m_progress;
    QString m_path;
    QString m_partPath;
    QByteArray m_partName;      // the library keeps a pointer to it
    QByteArray m_temporaryName; // so is this
    Workbook m_workbook;
    lxw_worksheet *m_sheet = nullptr; // owned by the workbook, as the formats are
    std::vector<lxw_worksheet *> m_sheets;
    lxw_format *m_bold = nullptr;
    std::vector<lxw_format *> m_formats;
    std::vector<double> m_widths;
    std::int64_t m_row = 0;
};

} // namespace

Outcome writeXlsx(const TableDocument &document, const QString &path, const Progress &progress)
{
    return writeXlsx(std::span(&document, 1), path, progress);
}

Outcome writeXlsx(std::span<const TableDocument> sheets, const QString &path, const Progress &progress)
{
    return XlsxFile(sheets, path, progress).write();
}

} // namespace dimsum
