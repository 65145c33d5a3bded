#include "store/checked_files.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

#include <sys/stat.h>

namespace dimsum {

namespace {

std::int64_t nanoseconds(const timespec &time)
{
    return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

QByteArray noteOf(const FileStamp &stamp)
{
    QByteArray note = "1";
    for (const std::uint64_t part : {stamp.device, stamp.inode})
        note += ' ' + QByteArray::number(static_cast<qulonglong>(part));
    for (const std::int64_t part : {stamp.size, stamp.modified, stamp.changed})
        note += ' ' + QByteArray::number(static_cast<qlonglong>(part));
    return note;
}

} // namespace

std::optional<FileStamp> fileStamp(const QString &path)
{
    struct stat status = {};
    if (stat(QFile::encodeName(path).constData(), &status) != 0)
        return std::nullopt;
    return FileStamp{.device = status.st_dev,
                     .inode = status.st_ino,
                     .size = status.st_size,
                     .modified = nanoseconds(status.st_mtim),
                     .changed = nanoseconds(status.st_ctim)};
}

CheckedFiles::CheckedFiles(QString folder, std::int64_t smallest) : m_folder(std::move(folder)), m_smallest(smallest) {}

QString CheckedFiles::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/dimsum/checked");
}

QString CheckedFiles::noteFile(const QString &path) const
{
    const QByteArray name = QFileInfo(path).absoluteFilePath().toUtf8();
    return m_folder + u'/' + QString::fromLatin1(QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex());
}

bool CheckedFiles::knownWhole(const QString &path) const
{
    const auto stamp = fileStamp(path);
    if (!stamp || stamp->size < m_smallest || QFileInfo(path + QStringLiteral("-wal")).size() > 0)
        return false;
    QFile note(noteFile(path));
    return note.open(QIODevice::ReadOnly) && note.readAll() == noteOf(*stamp);
}

void CheckedFiles::remember(const QString &path) const
{
    const auto stamp = fileStamp(path);
    if (!stamp || stamp->size < m_smallest || !QDir().mkpath(m_folder))
        return;
    QSaveFile note(noteFile(path));
    if (note.open(QIODevice::WriteOnly) && note.write(noteOf(*stamp)) > 0)
        note.commit();
}

void CheckedFiles::forget(const QString &path) const
{
    QFile::remove(noteFile(path));
}

} // namespace dimsum
