// Hand-offs as recorded (domain.md section 10): append only.
#pragma once

#include "domain/day.h"
#include "domain/error.h"
#include "domain/ids.h"
#include "store/database.h"

#include <cstdint>
#include <string>
#include <vector>

namespace dimsum {

using HandOffId = Id<struct HandOffTag>;

struct StoredHandOff {
    HandOffId id;
    std::int64_t at = 0; // UTC milliseconds
    Day day;             // in the workspace's zone
    std::string by;
    std::string target;  // "salesloft", "marketo", "crm"
    std::string file;    // name without folders
    std::int64_t people = 0;  // in the file
    std::int64_t leftOut = 0; // opted out, or consent not known
};

struct HandOffAccount {
    HandOffId handOff;
    AccountId account;
    std::string reason; // why, as the next best action said it
};

class HandOffStore
{
public:
    explicit HandOffStore(Database &database) : m_database(&database) {}

    Result<std::vector<StoredHandOff>> all();       // newest first
    Result<std::vector<HandOffAccount>> accounts(); // by hand-off, then account
    Result<HandOffId> insert(const StoredHandOff &row);
    Outcome insert(const HandOffAccount &row);

private:
    Database *m_database;
};

} // namespace dimsum
