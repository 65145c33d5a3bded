#include "store/transaction.h"

#include "store/statement.h"

#include <sqlite3.h>

#include <utility>

namespace dimsum {

Result<Transaction> Transaction::begin(Database &database)
{
    // A rollback that SQLite did on its own leaves the count behind; the truth is SQLite's.
    if (!database.inTransaction())
        database.m_transactionDepth = 0;
    const int depth = database.m_transactionDepth;
    const Outcome outcome = depth == 0 ? database.run("BEGIN IMMEDIATE")
                                       : database.run("SAVEPOINT inner_transaction");
    if (!outcome)
        return outcome.error();
    ++database.m_transactionDepth;
    return Transaction(database, depth);
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr)), m_depth(other.m_depth)
{
}

Transaction::~Transaction()
{
    if (m_database)
        rollBack();
}

Outcome Transaction::commit()
{
    if (!m_database->inTransaction()) {
        // Never let a later statement commit on its own what was meant to be one whole.
        m_database = nullptr;
        return Error{ErrorKind::storage, DIMSUM_TEXT("The change was taken back because of an earlier error. Nothing was changed; try again.")};
    }
    const Outcome outcome = m_depth == 0 ? m_database->run("COMMIT") : m_database->run("RELEASE inner_transaction");
    if (!outcome) {
        rollBack();
        m_database = nullptr;
        return outcome;
    }
    --m_database->m_transactionDepth;
    m_database = nullptr;
    return outcome;
}

void Transaction::rollBack()
{
    m_database->m_transactionDepth = m_depth;
    if (!m_database->inTransaction())
        return;
    // The stop flag would interrupt the rollback of a savepoint as well.
    const Progress *watched = m_database->m_progress;
    m_database->watch(nullptr);
    const Outcome outcome = m_depth == 0 ? m_database->run("ROLLBACK")
                                         : m_database->run("ROLLBACK TO inner_transaction; RELEASE inner_transaction");
    // A savepoint that cannot be rolled back alone takes the whole transaction with it: half of it must not stay.
    if (!outcome && m_database->inTransaction())
        static_cast<void>(m_database->run("ROLLBACK"));
    m_database->watch(watched);
}

} // namespace dimsum
