// Campaigns: a kind, a budget and a period for a campaign's name.
#pragma once

#include "domain/day.h"
#include "domain/error.h"
#include "domain/ids.h"
#include "domain/money.h"
#include "store/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dimsum {

enum class CampaignKind : std::uint8_t { traditional = 0, abm = 1 };

struct StoredCampaign {
    std::int64_t campaign = 0; // term id of the name
    std::optional<CampaignKind> kind = {};
    Money budget = unknownMoney;
    Day start;
    Day end;
    std::string name = {}; // filled by all() only

    friend bool operator==(const StoredCampaign &, const StoredCampaign &) = default;
};

class CampaignStore
{
public:
    explicit CampaignStore(Database &database) : m_database(&database) {}

    Result<std::vector<StoredCampaign>> all(); // by name key
    Result<std::optional<StoredCampaign>> find(std::int64_t campaign);
    Outcome insert(const StoredCampaign &row, ImportId import = {});
    Outcome update(const StoredCampaign &row);

private:
    Database *m_database;
};

} // namespace dimsum
