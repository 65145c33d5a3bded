// One connection to one workspace file, used by the one thread that opened it. Any number of them may be open on the
// same file, in one process or in several. The file is treated as coming from a stranger (it may have been mailed):
// nothing in its schema runs, and what is not exactly a Dimsum workspace is refused by name.
#pragma once

#include "domain/error.h"
#include "domain/progress.h"

#include <QString>

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace dimsum {

// "Dims", at offset 68 of the file: tells a workspace from any other SQLite file.
inline constexpr std::int32_t workspaceApplicationId = 0x44696D73;

class Database
{
public:
    // A new empty workspace with the newest schema, readable by its owner only. Errors: refused (the file exists),
    // unreadable (no such folder), storage.
    static Result<std::unique_ptr<Database>> create(const QString &path);

    // Checks the file, brings an older schema up to date (with a backup beside it) and opens it.
    // Errors: notFound, unreadable (not a workspace), damaged, newerVersion, busy, storage.
    static Result<std::unique_ptr<Database>> open(const QString &path);

    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    QString path() const { return m_path; } // absolute

    // Runs one or more fixed statements that give no rows.
    Outcome run(const char *sql);

    // What SQLite last reported on this connection, in words a person can act on. `code` is an extended result code.
    Error error(int code) const;

    // True while a transaction is open. After an error it may be gone without anybody having asked: SQLite rolls
    // back on its own on a full disk, some I/O errors and an interrupt.
    bool inTransaction() const;

    // Grows whenever another connection, of this process or another, has committed. Cheap; ask before trusting caches.
    Result<std::int64_t> foreignChanges();

    // Stops long statements of this connection soon after `progress` is cancelled; they fail with ErrorKind::cancelled.
    // `progress` must outlive its use here; null takes it away.
    void watch(const Progress *progress);

    sqlite3 *handle() const { return m_handle; } // owned by this object

private:
    friend class Statement;
    friend class Transaction;
    Database() = default;
    Outcome connect(const QString &path);
    Outcome prepareForUse();
    // `home`: where the statement is given back to.
    sqlite3_stmt *takeStatement(std::string_view sql, sqlite3_stmt **&home, int *code);
    static void giveBack(sqlite3_stmt *statement, sqlite3_stmt **home);

    QString m_path;
    QString m_connection; // name in QSqlDatabase's registry, unique in the process
    sqlite3 *m_handle = nullptr;
    const Progress *m_progress = nullptr;
    int m_transactionDepth = 0;
    bool m_knownWhole = false;    // by checked_files.h: needs no look at every page
    mutable bool m_whole = false; // found whole, and nothing since says otherwise
    // Prepared statements by their text; null while somebody uses it.
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_map<std::string, sqlite3_stmt *, TextHash, std::equal_to<>> m_statements;
    using KnownStatement = std::pair<const std::string, sqlite3_stmt *>;
    std::array<KnownStatement *, 64> m_lately{}; // of m_statements, by where their texts lay
};

} // namespace dimsum
