#include "store/database.h"

#include "store/checked_files.h"
#include "store/migrations.h"
#include "store/statement.h"
#include "store/workspace_files.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QUuid>
#include <QVariant>

#include <sqlite3.h>

#include <cstring>
#include <utility>

namespace dimsum {

namespace {

constexpr int busyMilliseconds = 10'000;
constexpr int progressSteps = 20'000; // virtual machine steps between two looks at the stop flag: well under 1 ms
constexpr int largestValue = 16 * 1024 * 1024;
constexpr qint64 headerBytes = 100;

std::string utf8(const QString &text)
{
    return text.toStdString();
}

std::int32_t bigEndian(const char *bytes)
{
    std::int32_t value = 0;
    for (int i = 0; i < 4; ++i)
        value = (value << 8) | static_cast<unsigned char>(bytes[i]);
    return value;
}

// Looks at the first 100 bytes before SQLite does: what is no workspace never reaches its parser.
Outcome checkHeader(const QString &path)
{
    const QFileInfo info(path);
    const auto unreadable = [&](const char *sentence) {
        return Error{ErrorKind::unreadable, sentence, {utf8(info.fileName())}, utf8(path)};
    };
    if (!info.exists())
        return Error{ErrorKind::notFound, DIMSUM_TEXT("There is no workspace “%1”. Check the name, or make one with “dimsum new”."),
                     {utf8(path)}, utf8(path)};
    if (!info.isFile())
        return unreadable(DIMSUM_TEXT("“%1” is not a file. Choose a workspace file that ends in .dimsum."));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(DIMSUM_TEXT("“%1” cannot be read. Check that you may open this file."));
    const QByteArray head = file.read(headerBytes);
    if (head.size() < headerBytes || std::memcmp(head.constData(), "SQLite format 3", 16) != 0)
        return unreadable(DIMSUM_TEXT("“%1” is not a Dimsum workspace. Choose a file that Dimsum made."));
    if (bigEndian(head.constData() + 68) != workspaceApplicationId)
        return unreadable(DIMSUM_TEXT("“%1” is a database of another program, not a Dimsum workspace."));
    const std::int32_t version = bigEndian(head.constData() + 60);
    if (version > knownMigrations().back().version)
        return Error{ErrorKind::newerVersion,
                     DIMSUM_TEXT("“%1” was written by a newer Dimsum (format %2, this one reads up to %3). Update Dimsum to open it."),
                     {utf8(info.fileName()), std::to_string(version), std::to_string(knownMigrations().back().version)},
                     utf8(path)};
    if (version < 0)
        return unreadable(DIMSUM_TEXT("“%1” is not a Dimsum workspace. Choose a file that Dimsum made."));
    return Done{};
}

void harden(sqlite3 *handle)
{
    // What a schema could smuggle in does not run: no triggers, no views, no unsafe functions, no string literals in
    // double quotes that hide a misspelt column.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, largestValue);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, busyMilliseconds);
}

// SQLite counts its memory under a lock with every allocation; nobody asks for the sum. Once, before its first connection.
void configureOnce()
{
    [[maybe_unused]] static const int configured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

int stopIfCancelled(void *progress)
{
    return static_cast<const Progress *>(progress)->cancelled() ? 1 : 0;
}

} // namespace

Result<std::unique_ptr<Database>> Database::create(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists() || info.isSymLink())
        return Error{ErrorKind::refused, DIMSUM_TEXT("“%1” is there already. Choose another name, or open it."),
                     {utf8(path)}, utf8(path)};
    if (!QFileInfo(info.absolutePath()).isDir())
        return Error{ErrorKind::unreadable, DIMSUM_TEXT("There is no folder “%1”. Make it first, or choose another place."),
                     {utf8(info.absolutePath())}, utf8(path)};
    {
        // Made here and not by SQLite, so that two who create the same name do not share a file, and nobody else reads it.
        QFile file(info.absoluteFilePath());
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
            return Error{ErrorKind::storage, DIMSUM_TEXT("“%1” cannot be written. Check the folder's permissions and free space."),
                         {utf8(path)}, utf8(path)};
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }
    std::unique_ptr<Database> database(new Database);
    // The schema first and the write-ahead log after it: the header that open() looks at must stand in the file itself.
    Outcome outcome = database->connect(path);
    // Large pages: a million accounts lie in a quarter of the pages, and are written and read in a quarter of the calls.
    if (outcome)
        outcome = database->run("PRAGMA page_size = 16384");
    if (outcome) {
        const SchemaResult schema = migrate(*database);
        if (schema.outcome != SchemaOutcome::upgraded)
            outcome = schema.error;
    }
    if (outcome)
        outcome = database->prepareForUse();
    if (!outcome) {
        database.reset();
        removeWorkspaceFiles(info.absoluteFilePath());
        return outcome.error();
    }
    return database;
}

Result<std::unique_ptr<Database>> Database::open(const QString &path)
{
    if (const Outcome header = checkHeader(path); !header)
        return header.error();
    std::unique_ptr<Database> database(new Database);
    database->m_knownWhole = CheckedFiles().knownWhole(QFileInfo(path).absoluteFilePath()); // before anything of ours touches it
    if (const Outcome outcome = database->connect(path); !outcome)
        return outcome.error();
    // The schema is compared before anything else is asked of the file.
    if (const Outcome outcome = checkSchema(*database); !outcome)
        return outcome.error();
    if (const Outcome outcome = database->prepareForUse(); !outcome)
        return outcome.error();
    const SchemaResult schema = migrate(*database);
    if (schema.outcome == SchemaOutcome::newer || schema.outcome == SchemaOutcome::failed)
        return schema.error;
    return database;
}

Outcome Database::connect(const QString &path)
{
    configureOnce();
    // Absolute: a relative name that begins with "file:" would be read as a URI.
    m_path = QFileInfo(path).absoluteFilePath();
    m_connection = QStringLiteral("dimsum-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
        connection.setDatabaseName(m_path);
        if (!connection.open())
            return Error{ErrorKind::unreadable, DIMSUM_TEXT("“%1” cannot be opened. Check that you may read and write this file."),
                         {utf8(path)}, utf8(path)};
        m_handle = *static_cast<sqlite3 *const *>(connection.driver()->handle().constData());
    }
    harden(m_handle);
    if (Outcome outcome = run("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA foreign_keys = ON;"
                              "PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY");
        !outcome)
        return outcome;
    return Done{};
}

// After the schema was found to be ours: the content of the pages, and the way of writing.
Outcome Database::prepareForUse()
{
    if (!m_knownWhole) {
        Statement check(*this, "PRAGMA quick_check(1)");
        const Result<bool> whole = check.next();
        if (!whole)
            return whole.error();
        if (!*whole || check.text(0) != "ok")
            return Error{ErrorKind::damaged, DIMSUM_TEXT("“%1” is damaged. Open the newest backup instead; this file was not changed."),
                         {utf8(QFileInfo(m_path).fileName())}, utf8(m_path)};
    }
    m_whole = true;
    Statement journal(*this, "PRAGMA journal_mode = WAL");
    const Result<bool> row = journal.next();
    if (!row)
        return row.error();
    if (!*row || journal.text(0) != "wal")
        return Error{ErrorKind::storage, DIMSUM_TEXT("“%1” lies where safe writing is not possible (a network folder?). Move it to a local disk."),
                     {utf8(m_path)}, utf8(m_path)};
    return Done{};
}

Database::~Database()
{
    for (const auto &[sql, statement] : m_statements)
        sqlite3_finalize(statement);
    if (m_connection.isEmpty())
        return;
    {
        QSqlDatabase connection = QSqlDatabase::database(m_connection, false);
        connection.close();
    }
    QSqlDatabase::removeDatabase(m_connection);
    if (m_whole)
        CheckedFiles().remember(m_path);
    else
        CheckedFiles().forget(m_path);
}

Outcome Database::run(const char *sql)
{
    const int code = sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return error(code);
    return Done{};
}

bool Database::inTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

Result<std::int64_t> Database::foreignChanges()
{
    Statement version(*this, "PRAGMA data_version");
    return firstInteger(version);
}

void Database::watch(const Progress *progress)
{
    m_progress = progress;
    sqlite3_progress_handler(m_handle, progress ? progressSteps : 0, progress ? &stopIfCancelled : nullptr,
                             const_cast<Progress *>(progress));
}

Error Database::error(int code) const
{
    const std::string file = utf8(QFileInfo(m_path).fileName());
    const auto made = [&](ErrorKind kind, const char *sentence) { return Error{kind, sentence, {file}, utf8(m_path)}; };
    if ((code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB || (code & 0xff) == SQLITE_IOERR)
        m_whole = false; // to be checked again on the next opening
    switch (code & 0xff) {
    case SQLITE_FULL:
        return made(ErrorKind::storage, DIMSUM_TEXT("The disk is full, so nothing was changed in “%1”. Free some space and try again."));
    case SQLITE_IOERR:
        return made(ErrorKind::storage, DIMSUM_TEXT("The disk reported an error while “%1” was used; nothing was changed. Check the disk and its free space, then try again."));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return made(ErrorKind::busy, DIMSUM_TEXT("Another program is writing to “%1”. Wait for it to finish, then try again."));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return made(ErrorKind::damaged, DIMSUM_TEXT("“%1” is damaged. Open the newest backup instead; this file was not changed."));
    case SQLITE_INTERRUPT:
        return Error{ErrorKind::cancelled, DIMSUM_TEXT("Stopped. Nothing was changed.")};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
    case SQLITE_AUTH:
        return made(ErrorKind::storage, DIMSUM_TEXT("“%1” cannot be written. Check that you may change this file and its folder."));
    case SQLITE_NOMEM:
        return made(ErrorKind::storage, DIMSUM_TEXT("There is not enough memory for “%1”. Close other programs and try again."));
    case SQLITE_TOOBIG:
        return made(ErrorKind::invalid, DIMSUM_TEXT("A text is too long to be kept in “%1”. Shorten it to under 16 million characters."));
    default:
        // A constraint or an unknown name: the program asked for something that the schema forbids.
        return Error{ErrorKind::refused, DIMSUM_TEXT("“%1” did not accept the change (%2). Nothing was changed."),
                     {file, sqlite3_errmsg(m_handle)}, utf8(m_path)};
    }
}

sqlite3_stmt *Database::takeStatement(std::string_view sql, sqlite3_stmt **&home, int *code)
{
    *code = SQLITE_OK;
    // Most texts are literals and come from the same place again: then they need not be hashed.
    KnownStatement *&known = m_lately[(reinterpret_cast<std::uintptr_t>(sql.data()) >> 4) % m_lately.size()];
    if (known == nullptr || known->first != sql) {
        auto found = m_statements.find(sql);
        if (found == m_statements.end())
            found = m_statements.emplace(sql, nullptr).first;
        known = &*found;
    }
    home = &known->second; // stays where it is, whatever is added
    if (known->second)
        return std::exchange(known->second, nullptr);
    sqlite3_stmt *statement = nullptr;
    *code = sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement,
                               nullptr);
    return statement;
}

void Database::giveBack(sqlite3_stmt *statement, sqlite3_stmt **home)
{
    // A second copy of the same text, in use at the same time as the first, is not kept.
    if (*home)
        sqlite3_finalize(statement);
    else
        *home = statement;
}

} // namespace dimsum
