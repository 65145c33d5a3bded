// What the import wizard shows before anything is imported: how the file is written, which profile fits, what its columns
// mean, the first rows. Reads the beginning of the file only. Profiles that a person saved live in a folder of their own.
#pragma once

#include "service/importing_service.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace dimsum {

struct PreviewRequest {
    QString file;
    std::optional<ImportKind> kind = {};   // none: found from the header
    QString profile = {};                  // name; empty: found from the header
    std::optional<FileFormat> format = {}; // none: found from the file
    // With `format`: only encoding and delimiter were chosen, the rest is found again under them.
    bool findRest = false;
    QString profileFolder = {};            // saved profiles; empty: none
};

// A source profile to choose from.
struct ProfileChoice {
    QString name, label;
    ImportKind kind = ImportKind::accounts;
};

struct ImportPreview {
    QString file;
    std::int64_t size = 0; // bytes
    ImportKind kind = ImportKind::accounts;
    QString profile;       // name of the one in use
    bool profileCertain = false;
    FileFormat format;
    bool encodingCertain = true, delimiterCertain = true, decimalsCertain = true, datesCertain = true;
    QStringList header;
    std::vector<QStringList> rows; // up to 200
    ColumnMapping mapping;
};

// Errors: notFound, unreadable (binary, empty, XLSX: says what to do), invalid. No workspace is needed; any thread.
Result<ImportPreview> previewImport(const PreviewRequest &request);

// Built-in and saved ones of a kind, by label.
std::vector<ProfileChoice> profileChoices(ImportKind kind, const QString &profileFolder);
QStringList encodingChoices();

// Keeps what a person mapped as a profile that fits this header by itself next time. Returns its name.
Result<QString> rememberMapping(const QString &profileFolder, const ColumnMapping &mapping, const FileFormat &format, const QString &name);

// A sentence that says what is missing, for the mapping page; done where rows can be read with it.
Outcome usableMapping(const ColumnMapping &mapping);

} // namespace dimsum
