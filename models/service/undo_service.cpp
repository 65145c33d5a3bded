#include "service/undo_service.h"

#include "store/import_store.h"
#include "store/transaction.h"
#include "store/undo_store.h"

namespace dimsum {

namespace {

UndoStep stepOf(const std::optional<UndoEntry> &entry)
{
    if (!entry)
        return {};
    return {.action = entry->action, .argument = entry->argument, .instant = entry->instant, .by = entry->by};
}

Outcome takeBack(Workspace &workspace, const UndoEntry &entry)
{
    UndoStore store(workspace.database());
    if (!entry.import.valid())
        return store.undo();
    auto transaction = Transaction::begin(workspace.database());
    if (!transaction)
        return transaction.error();
    if (Outcome undone = ImportStore(workspace.database()).undo(entry.import, workspace.now(), entry.by); !undone)
        return undone;
    if (Outcome forgotten = store.forget(entry.id); !forgotten)
        return forgotten;
    return transaction->commit();
}

// Stops a long statement when the person does.
class Watched
{
public:
    Watched(Database &database, const Progress &progress) : m_database(database) { m_database.watch(&progress); }
    ~Watched() { m_database.watch(nullptr); }

private:
    Database &m_database;
};

} // namespace

Result<UndoState> undoState(Workspace &workspace)
{
    UndoStore store(workspace.database());
    const auto undoEntry = store.nextUndo();
    if (!undoEntry)
        return undoEntry.error();
    const auto redoEntry = store.nextRedo();
    if (!redoEntry)
        return redoEntry.error();
    return UndoState{.undo = stepOf(*undoEntry), .redo = stepOf(*redoEntry)};
}

Result<UndoStep> undo(Workspace &workspace, const Progress &progress)
{
    const Watched watched(workspace.database(), progress);
    const auto entry = UndoStore(workspace.database()).nextUndo();
    if (!entry)
        return entry.error();
    if (!*entry)
        return Error{.kind = ErrorKind::notFound, .sentence = DIMSUM_TEXT("There is nothing to undo.")};
    if (const Outcome undone = takeBack(workspace, **entry); !undone)
        return undone.error();
    return stepOf(*entry);
}

Result<UndoStep> redo(Workspace &workspace, const Progress &progress)
{
    const Watched watched(workspace.database(), progress);
    UndoStore store(workspace.database());
    const auto entry = store.nextRedo();
    if (!entry)
        return entry.error();
    if (!*entry)
        return Error{.kind = ErrorKind::notFound, .sentence = DIMSUM_TEXT("There is nothing to redo.")};
    if (const Outcome done = store.redo(); !done)
        return done.error();
    return stepOf(*entry);
}

} // namespace dimsum
