#include "store/migrations.h"

#include "store/statement.h"
#include "store/transaction.h"
#include "store/workspace_files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <algorithm>
#include <memory>

#include <fcntl.h>
#include <unistd.h>

namespace dimsum {

namespace {

struct CloseDatabase {
    void operator()(sqlite3 *handle) const { sqlite3_close_v2(handle); }
};
using RawDatabase = std::unique_ptr<sqlite3, CloseDatabase>;

std::vector<Migration> readMigrations()
{
    std::vector<Migration> migrations;
    const QDir folder(QStringLiteral(":/sql/sqlite"));
    const QStringList names = folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        const int version = name.left(4).toInt();
        QFile file(folder.filePath(name));
        if (version < 1 || !file.open(QIODevice::ReadOnly))
            continue;
        if (migrations.empty() || migrations.back().version != version)
            migrations.push_back({version, {}});
        migrations.back().sql += file.readAll() + '\n';
    }
    return migrations;
}

// Everything that the schema says, one object a line; what no migration wrote differs somewhere.
Result<std::string> schemaText(sqlite3 *handle)
{
    static constexpr const char *sql = "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') "
                                       "FROM sqlite_schema ORDER BY name, type, sql";
    sqlite3_stmt *statement = nullptr;
    int code = sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr);
    std::string text;
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = sqlite3_step(statement);
        if (code == SQLITE_ROW) {
            const auto *line = reinterpret_cast<const char *>(sqlite3_column_text(statement, 0));
            text.append(line ? line : "").push_back('\n');
        }
    }
    sqlite3_finalize(statement);
    if (code != SQLITE_DONE)
        return Error{ErrorKind::damaged, DIMSUM_TEXT("The workspace is damaged: its list of tables cannot be read. Open the newest backup instead.")};
    return text;
}

Result<std::string> expectedSchema(std::span<const Migration> migrations, std::int64_t version)
{
    sqlite3 *handle = nullptr;
    const int opened = sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    const RawDatabase owner(handle);
    bool ok = opened == SQLITE_OK;
    for (const Migration &migration : migrations)
        if (ok && migration.version <= version)
            ok = sqlite3_exec(handle, migration.sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK;
    if (!ok)
        return Error{ErrorKind::storage, DIMSUM_TEXT("The schema of this Dimsum cannot be built. Install Dimsum again.")};
    return schemaText(handle);
}

Result<std::int64_t> userVersion(Database &database)
{
    Statement version(database, "PRAGMA user_version");
    return firstInteger(version);
}

Error newerVersion(const Database &database)
{
    return Error{ErrorKind::newerVersion, DIMSUM_TEXT("“%1” was written by a newer Dimsum. Update Dimsum to open it."),
                 {QFileInfo(database.path()).fileName().toStdString()}, database.path().toStdString()};
}

Outcome apply(Database &database, const Migration &migration)
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (Outcome outcome = database.run(migration.sql.constData()); !outcome)
        return outcome;
    const std::string stamp = "PRAGMA application_id = " + std::to_string(workspaceApplicationId)
                              + "; PRAGMA user_version = " + std::to_string(migration.version);
    if (Outcome outcome = database.run(stamp.c_str()); !outcome)
        return outcome;
    Statement orphans(database, "PRAGMA foreign_key_check");
    const Result<bool> orphan = orphans.next();
    if (!orphan)
        return orphan.error();
    if (*orphan)
        return Error{ErrorKind::damaged, DIMSUM_TEXT("The workspace has rows that refer to nothing, so it was not brought up to date. Run “dimsum check”.")};
    orphans.reset();
    return transaction->commit();
}

bool syncToDisk(const QString &path, int flags)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), flags);
    if (descriptor < 0)
        return false;
    const bool ok = ::fsync(descriptor) == 0;
    return (::close(descriptor) == 0) && ok;
}

Outcome copyPages(Database &database, const QString &target)
{
    sqlite3 *handle = nullptr;
    const int opened = sqlite3_open_v2(QFile::encodeName(target).constData(), &handle,
                                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOFOLLOW, nullptr);
    const RawDatabase owner(handle);
    if (opened != SQLITE_OK)
        return database.error(opened);
    sqlite3_backup *backup = sqlite3_backup_init(handle, "main", database.handle(), "main");
    if (!backup)
        return database.error(sqlite3_errcode(handle));
    const int stepped = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    if (stepped != SQLITE_DONE || finished != SQLITE_OK)
        return database.error(stepped != SQLITE_DONE ? stepped : finished);
    // A copy that nobody can read is no backup.
    bool whole = false;
    const auto seeOk = [](void *seen, int, char **values, char **) {
        *static_cast<bool *>(seen) = values[0] && std::string_view(values[0]) == "ok";
        return 0;
    };
    sqlite3_exec(handle, "PRAGMA quick_check(1)", seeOk, &whole, nullptr);
    if (!whole)
        return Error{ErrorKind::damaged, DIMSUM_TEXT("The backup could not be checked, so nothing was changed. Check the disk, then try again.")};
    return Done{};
}

} // namespace

const std::vector<Migration> &knownMigrations()
{
    static const std::vector<Migration> migrations = readMigrations();
    return migrations;
}

Outcome backUp(Database &database, const QString &target)
{
    const QString path = QFileInfo(target).absoluteFilePath();
    const QString unfinished = path + QStringLiteral(".part");
    QFile::remove(unfinished);
    Outcome outcome = copyPages(database, unfinished);
    if (outcome) {
        QFile(unfinished).setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        const bool placed = syncToDisk(unfinished, O_RDONLY)
                            && std::rename(QFile::encodeName(unfinished).constData(), QFile::encodeName(path).constData()) == 0
                            && syncToDisk(QFileInfo(path).absolutePath(), O_RDONLY | O_DIRECTORY);
        if (!placed)
            outcome = Error{ErrorKind::storage, DIMSUM_TEXT("The backup “%1” cannot be written. Check the folder's permissions and free space."),
                            {path.toStdString()}, path.toStdString()};
    }
    if (!outcome)
        removeWorkspaceFiles(unfinished);
    return outcome;
}

Outcome checkSchema(Database &database, std::span<const Migration> migrations)
{
    const Result<std::int64_t> version = userVersion(database);
    if (!version)
        return version.error();
    // The header was looked at before; a newer version may still stand in the write-ahead log.
    if (*version > migrations.back().version)
        return newerVersion(database);
    const Result<std::string> expected = expectedSchema(migrations, *version);
    if (!expected)
        return expected.error();
    const Result<std::string> found = schemaText(database.handle());
    if (!found)
        return found.error();
    if (*version < 1 || *found != *expected)
        return Error{ErrorKind::unreadable,
                     DIMSUM_TEXT("“%1” holds tables, triggers or views that Dimsum did not make. It is not opened, because they could change your figures."),
                     {QFileInfo(database.path()).fileName().toStdString()}, database.path().toStdString()};
    return Done{};
}

SchemaResult migrate(Database &database, std::span<const Migration> migrations)
{
    SchemaResult result;
    const Result<std::int64_t> version = userVersion(database);
    if (!version) {
        result.error = version.error();
        return result;
    }
    if (*version >= migrations.back().version) {
        result.outcome = *version == migrations.back().version ? SchemaOutcome::current : SchemaOutcome::newer;
        if (result.outcome == SchemaOutcome::newer)
            result.error = newerVersion(database);
        return result;
    }
    if (*version > 0) {
        const QString backup = database.path() + QStringLiteral(".backup-v") + QString::number(*version);
        if (const Outcome outcome = backUp(database, backup); !outcome) {
            result.error = outcome.error();
            return result;
        }
        result.backup = backup;
    }
    // Tables are rebuilt under new names; keys are checked as a whole before each commit instead. The switch does
    // nothing inside a transaction.
    Outcome outcome = database.run("PRAGMA foreign_keys = OFF");
    for (const Migration &migration : migrations)
        if (outcome && migration.version > *version)
            outcome = apply(database, migration);
    const Outcome restored = database.run("PRAGMA foreign_keys = ON");
    if (outcome && !restored)
        outcome = restored;
    if (!outcome) {
        result.error = outcome.error();
        return result;
    }
    result.outcome = SchemaOutcome::upgraded;
    return result;
}

} // namespace dimsum
