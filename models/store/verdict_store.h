// What people said of next best actions (domain.md section 10): one line per verdict, taken back by undo only.
#pragma once

#include "domain/day.h"
#include "domain/error.h"
#include "domain/ids.h"
#include "store/database.h"

#include <cstdint>
#include <string>
#include <vector>

namespace dimsum {

struct StoredVerdict {
    AccountId account;
    int kind = 0;             // ActionKind as a number
    Day day;                  // the as-of date that the action was shown for
    std::int64_t instant = 0; // UTC milliseconds
    std::string by;
    bool useful = false;      // else wrong
};

class VerdictStore
{
public:
    explicit VerdictStore(Database &database) : m_database(&database) {}

    Result<std::vector<StoredVerdict>> all(); // oldest first
    Outcome insert(const StoredVerdict &row);

private:
    Database *m_database;
};

} // namespace dimsum
