// Cost lines as imported (domain.md section 11). They have no id: known by their content (row_identity.h).
#pragma once

#include "domain/cost_subject.h"
#include "domain/day.h"
#include "domain/error.h"
#include "domain/ids.h"
#include "domain/money.h"
#include "domain/play.h"
#include "domain/quantity.h"
#include "store/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dimsum {

struct StoredCost {
    std::int64_t id = 0;
    std::int64_t identity = 0;
    CostSubject subjectKind = CostSubject::campaign;
    std::string subject;    // as written
    std::string subjectKey; // folded
    CostKind line = CostKind::production;
    std::optional<Quantity> hours = {};
    Money rate = unknownMoney;
    Money amount = unknownMoney;
    std::optional<Quantity> months = {};
    Day month;           // first day of it; unknownDay = none named
    bool actual = false; // false: planned
};

class CostStore
{
public:
    explicit CostStore(Database &database) : m_database(&database) {}

    Result<std::vector<StoredCost>> all(); // in order of import
    // The id of the new line; 0: one of that identity is there already.
    Result<std::int64_t> insert(const StoredCost &row, ImportId import = {});
    Outcome update(const StoredCost &row); // by id
    Outcome remove(std::int64_t id);

private:
    Database *m_database;
};

} // namespace dimsum
