// The rows an import refused, to be mended and imported again: the original cells behind three columns that say where
// and why. UTF-8 with the delimiter of the source. Written to a temporary file and moved in place by commit().
#pragma once

#include "domain/error.h"
#include "exchange/csv_reader.h"
#include "exchange/row_problem.h"

#include <QSaveFile>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <string>

namespace dimsum {

// Names of the three columns; a mapping ignores columns of these names (column_mapping.h).
inline constexpr const char *rejectLineColumn = "reject_line";
inline constexpr const char *rejectFieldColumn = "reject_field";
inline constexpr const char *rejectReasonColumn = "reject_reason";

class RejectsFile
{
public:
    // `header` and `delimiter` of the source file (TableFile::header, FileFormat::delimiter). If the source is itself a
    // mended rejects file its three columns are dropped: no second set grows.
    static Result<std::unique_ptr<RejectsFile>> create(const QString &path, const QStringList &header, char delimiter);

    // `reason` is the sentence for people, already worded.
    void add(const CsvRecord &record, std::string_view field, std::string_view reason);
    std::int64_t count() const { return m_count; }

    // Puts the file in place, whole or not at all; without it nothing is left behind. An earlier failure to write shows
    // here.
    Outcome commit();

private:
    RejectsFile() = default;

    std::unique_ptr<QSaveFile> m_file;
    char m_delimiter = ',';
    std::vector<bool> m_dropped; // columns of an earlier rejects file
    std::int64_t m_count = 0;
    std::string m_buffer;
    bool m_failed = false;
};

} // namespace dimsum
