// For work that fills a workspace with new pages, as a first import does: they go straight into the file, guarded by a rollback
// journal, where the write-ahead log would have them written twice.
#pragma once

#include "store/database.h"

namespace dimsum {

// Rows are not looked up that others refer to, either: whoever writes knows that they are there, having found them in the same
// transaction. Only between transactions, and only where nobody else has the file open; otherwise everything stays as it is. While it lives,
// other programs wait for the workspace (they are told that it is in use). Same thread as the database, which must outlive it.
class DirectWriting
{
public:
    explicit DirectWriting(Database &database);
    ~DirectWriting(); // back to the write-ahead log; where somebody prevents that, opening it the next time does
    DirectWriting(const DirectWriting &) = delete;
    DirectWriting &operator=(const DirectWriting &) = delete;

    bool on() const { return m_on; }

private:
    Database &m_database;
    bool m_on = false;
};

} // namespace dimsum
