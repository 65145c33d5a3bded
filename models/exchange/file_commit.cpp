#include "exchange/file_commit.h"

#include <QFileInfo>
#include <QStorageInfo>

namespace dimsum
{

Error writeError(const QString &path, const QString &systemText, std::int64_t freeBytes)
{
    const std::string file = path.toStdString();
    if (freeBytes >= 0 && freeBytes < enoughBytes)
        return {ErrorKind::storage,
                DIMSUM_TEXT("The disk is full: %1 KiB are free. Make room or choose another folder. "
                            "Nothing was written."),
                {std::to_string(freeBytes / 1024)},
                file};
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (!folder.isDir())
        return {ErrorKind::storage,
                DIMSUM_TEXT("There is no folder \"%1\". Create it or choose another one."),
                {folder.filePath().toStdString()},
                file};
    if (QFileInfo(path).isDir())
        return {ErrorKind::storage, DIMSUM_TEXT("This is a folder. Give the name of a file."), {}, file};
    return {ErrorKind::storage,
            DIMSUM_TEXT("The file cannot be written (%1). Check the folder and its permissions. "
                        "Nothing was written."),
            {systemText.toStdString()},
            file};
}

Outcome canBeReplaced(const QString &path)
{
    const QFileInfo file(path);
    if (!file.exists() || file.isFile() || file.isDir()) // a folder gets its own sentence when writing fails
        return Done{};
    return Error{ErrorKind::storage,
                 DIMSUM_TEXT("This is a device, not a file. Give the name of a file."),
                 {},
                 path.toStdString()};
}

Error writeError(const QString &path, const QString &systemText)
{
    const QStorageInfo storage(QFileInfo(path).absolutePath());
    return writeError(path, systemText, storage.isValid() ? storage.bytesAvailable() : -1);
}

} // namespace dimsum
