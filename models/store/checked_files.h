// Which large workspace files were found whole and have not been touched by anything else since. Reading every page of a
// gigabyte on each opening costs seconds (minutes from a cold disk); a file that still is what this program left behind
// needs it no more than it did a minute ago. Small files are checked every time. Any thread, any process.
#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace dimsum {

// Smaller files are never remembered: checking them takes a tenth of a second.
inline constexpr std::int64_t smallestRemembered = 64LL << 20;

// What changes whenever somebody writes to a file: device, inode, size, and both times to the nanosecond. The time of
// the last change of the inode cannot be set back by a program.
struct FileStamp {
    std::uint64_t device = 0, inode = 0;
    std::int64_t size = 0, modified = 0, changed = 0;

    friend bool operator==(const FileStamp &, const FileStamp &) = default;
};
std::optional<FileStamp> fileStamp(const QString &path);

class CheckedFiles
{
public:
    // `folder` holds one small file per workspace; it is made when needed. By default the user's cache folder.
    explicit CheckedFiles(QString folder = defaultFolder(), std::int64_t smallest = smallestRemembered);
    static QString defaultFolder();

    // True if the file is large, has no write-ahead log left over from a crash, and is what it was when remembered.
    bool knownWhole(const QString &path) const;
    // Call when nothing of this process has the file open any more. Failures only mean that it is checked again.
    void remember(const QString &path) const;
    void forget(const QString &path) const;

private:
    QString noteFile(const QString &path) const;

    QString m_folder;
    std::int64_t m_smallest;
};

} // namespace dimsum
