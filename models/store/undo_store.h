// Undo of what people do, kept in the workspace and so across restarts. A change is recorded by SQLite's session
// extension while it happens; undo applies the inverse, and is refused whole where the same rows changed since.
// Orders, their audit log, imports, drafts and derived scores are not recorded: an order is taken back by cancelling
// it, an import by ImportStore::undo.
#pragma once

#include "domain/error.h"
#include "domain/ids.h"
#include "store/database.h"

#include <cstdint>
#include <optional>
#include <string>

struct sqlite3_session;

namespace dimsum {

struct UndoEntry {
    UndoId id;
    std::string action;   // "edit_account", "apply_tiers", "import" ...
    std::string argument; // what it was done to
    std::int64_t instant = 0;
    std::string by;
    ImportId import; // valid: taking it back is ImportStore::undo
};

// Records between begin() and finish(), both inside the same Transaction, before its commit.
class UndoRecorder
{
public:
    static Result<UndoRecorder> begin(Database &database);
    UndoRecorder(UndoRecorder &&other) noexcept;
    ~UndoRecorder();

    // Stores what changed as the newest entry and drops what could be redone. Nothing changed: nothing is stored.
    Outcome finish(const UndoEntry &entry);

private:
    UndoRecorder(Database &database, sqlite3_session *session) : m_database(&database), m_session(session) {}
    Database *m_database;
    sqlite3_session *m_session;
};

class UndoStore
{
public:
    explicit UndoStore(Database &database) : m_database(&database) {}

    Result<std::optional<UndoEntry>> nextUndo();
    Result<std::optional<UndoEntry>> nextRedo();

    // An import as an entry without a changeset; drops what could be redone.
    Outcome rememberImport(const UndoEntry &entry);

    // Takes nextUndo() back (or does nextRedo() again) in one transaction, bumping the input revision.
    // conflict: the same rows were changed since; nothing happens. For an import entry the caller takes the import
    // back first and then calls forget().
    Outcome undo();
    Outcome redo();
    Outcome forget(UndoId id);
    Outcome forgetImport(ImportId import); // the entry of an import that was taken back otherwise

private:
    Outcome apply(bool inverse);
    Database *m_database;
};

} // namespace dimsum
