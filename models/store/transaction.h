// All or nothing: what happens between begin() and commit() is kept whole or, if the guard goes first, not at all.
// Starts with BEGIN IMMEDIATE, because a reader that turns writer fails at once however long the busy timeout is.
// Inside another one it is a savepoint, so that a store function may use its own. Guards end in reverse order.
#pragma once

#include "domain/error.h"
#include "store/database.h"

namespace dimsum {

class Transaction
{
public:
    // Waits up to the busy timeout (10 s) for other writers. Errors: busy, storage.
    static Result<Transaction> begin(Database &database);
    Transaction(Transaction &&other) noexcept;
    ~Transaction(); // rolls back unless committed

    // Errors: storage (full disk, I/O error), refused (a foreign key does not hold), cancelled. Nothing is kept then.
    Outcome commit();

private:
    Transaction(Database &database, int depth) : m_database(&database), m_depth(depth) {}
    void rollBack();

    Database *m_database; // null = ended
    int m_depth;          // 0 = the outermost
};

} // namespace dimsum
