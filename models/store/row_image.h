// The tables that imports write, described once: for prior images, taking back, and the hash of the content.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace dimsum {

// Numbers are stored: never renumber.
enum class StoredEntity : std::uint8_t {
    account = 1,
    accountField = 2,
    contact = 3,
    opportunity = 4,
    // 5 was activities, which are kept as blocks (activity_store.h)
    signal = 6,
    intentEvent = 7,
    cost = 8,
    campaign = 9,
    program = 10,
    programAccount = 11,
};

struct EntityTable {
    StoredEntity entity;
    const char *table;
    std::span<const char *const> key;     // primary key columns, all integers
    std::span<const char *const> columns; // all others but import_id
};

// Children before parents: the order in which rows may be deleted.
std::span<const EntityTable> entityTables();
const EntityTable &entityTable(StoredEntity entity);

} // namespace dimsum
