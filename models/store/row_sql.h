// SQL over the tables of row_image.h. The names come from that file alone, never from data.
#pragma once

#include "store/row_image.h"

#include <string>

namespace dimsum {

// Keeps the row with key ?3 ... as a prior image of import ?1 of entity ?2, unless that import kept one already.
std::string keepPriorSql(const EntityTable &table);
// Gives all rows with a prior image of import ?1 their columns back.
std::string restoreSql(const EntityTable &table);
// Brings back rows with a prior image of import ?1 that are gone.
std::string reinsertSql(const EntityTable &table);

} // namespace dimsum
