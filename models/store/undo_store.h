// Undo of what people do, kept in the workspace and so across restarts. A change is recorded by SQLite's session
// extension while it happens; undo applies the inverse, and is refused whole where the same rows changed since.
// Orders share their ledgers with everybody, so how they stood is kept and OrderStore::putBack counters the move: their
// audit log only grows. Imports are taken back by ImportStore::undo; drafts and derived scores are not recorded.
#pragma once

#include "domain/error.h"
#include "domain/ids.h"
#include "store/database.h"
#include "store/order_store.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

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

// Who takes a change back or does it again, and when: the audit log of orders keeps it.
struct UndoAuthor {
    std::string by;
    std::int64_t instant = 0; // UTC milliseconds
    Day day;                  // the same in the workspace's zone
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

    // Moves of orders as one entry, with how they stood before; drops what could be redone.
    Outcome rememberOrders(const UndoEntry &entry, std::span<const OrderImage> before);
    Result<std::vector<OrderImage>> orders(UndoId id);

    // Takes nextUndo() back (or does nextRedo() again) in one transaction; a recorded changeset bumps the input
    // revision. conflict: the same rows were changed since; refused: an order cannot be put back; nothing happens then.
    // For an import entry the caller takes the import back first and then calls forget().
    Outcome undo(const UndoAuthor &author);
    Outcome redo(const UndoAuthor &author);
    Outcome forget(UndoId id);
    Outcome forgetImport(ImportId import); // the entry of an import that was taken back otherwise
    Outcome forgetAll();

private:
    Outcome apply(bool inverse, const UndoAuthor &author);
    Outcome applyChangeset(UndoId id, bool inverse);
    Outcome swapOrders(UndoId id, bool inverse, const UndoAuthor &author);
    Outcome keepOrders(UndoId id, std::span<const OrderImage> images);
    Database *m_database;
};

} // namespace dimsum
