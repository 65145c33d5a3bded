// What SQLite keeps beside the file of a workspace while it is open, or after a crash: the write-ahead log with its index, or the
// rollback journal of direct_writing.h.
#pragma once

#include <QFile>
#include <QLatin1String>
#include <QString>

#include <array>

namespace dimsum {

inline constexpr std::array besideWorkspace{QLatin1String("-wal"), QLatin1String("-shm"), QLatin1String("-journal")};

// The file and all that is beside it; what is not there is no error.
inline void removeWorkspaceFiles(const QString &path)
{
    QFile::remove(path);
    for (const QLatin1String ending : besideWorkspace)
        QFile::remove(path + ending);
}

} // namespace dimsum
