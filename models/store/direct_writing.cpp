#include "store/direct_writing.h"

#include "store/statement.h"

namespace dimsum {

namespace {

bool setJournal(Database &database, std::string_view sql, std::string_view wanted)
{
    Statement journal(database, sql);
    const Result<bool> row = journal.next();
    return row && *row && journal.text(0) == wanted;
}

} // namespace

// Cut to nothing instead of deleted: only so is the end of a transaction itself on the disk.
DirectWriting::DirectWriting(Database &database) : m_database(database)
{
    m_on = !database.inTransaction() && setJournal(database, "PRAGMA journal_mode = TRUNCATE", "truncate");
    if (m_on)
        static_cast<void>(database.run("PRAGMA foreign_keys = OFF"));
}

DirectWriting::~DirectWriting()
{
    if (!m_on)
        return;
    static_cast<void>(m_database.run("PRAGMA foreign_keys = ON"));
    setJournal(m_database, "PRAGMA journal_mode = DELETE", "delete"); // takes the empty file away
    setJournal(m_database, "PRAGMA journal_mode = WAL", "wal");
}

} // namespace dimsum
