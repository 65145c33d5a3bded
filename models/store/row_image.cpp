#include "store/row_image.h"

#include <array>

namespace dimsum {

namespace {

constexpr std::array accountFieldKey{"account_id", "field_id"};
constexpr std::array accountFieldColumns{"value"};
constexpr std::array idKey{"id"};
constexpr std::array opportunityColumns{"account_id", "external_id", "identity", "name", "amount", "stage", "status",
                                        "created", "closed", "campaign"};
constexpr std::array signalKey{"account_id", "source", "topic", "day"};
constexpr std::array signalColumns{"score"};
constexpr std::array eventKey{"account_id", "source", "event", "day", "count", "repeat"};
constexpr std::array costColumns{"identity", "subject_kind", "subject", "subject_key", "line", "hours", "rate", "amount",
                                 "months", "month", "actual"};
constexpr std::array campaignKey{"campaign"};
constexpr std::array campaignColumns{"kind", "budget", "start", "end"};
constexpr std::array programAccountKey{"program_id", "account_id"};
constexpr std::array programAccountColumns{"arm"};
constexpr std::array programColumns{"key", "name", "start", "end", "state"};
constexpr std::array contactColumns{"account_id", "email_key", "email", "external_id", "first_name", "last_name", "title",
                                    "buying_role", "opt_out", "stub"};
constexpr std::array accountColumns{"domain", "name", "name_key", "external_id", "industry", "country", "region",
                                    "employees", "customers", "technologies", "maturity", "funding", "owner",
                                    "annual_revenue", "budget", "acv"};

constexpr std::array<EntityTable, 10> tables{{
    {StoredEntity::accountField, "account_field", accountFieldKey, accountFieldColumns},
    {StoredEntity::opportunity, "opportunity", idKey, opportunityColumns},
    {StoredEntity::signal, "intent_signal", signalKey, signalColumns},
    {StoredEntity::intentEvent, "intent_event", eventKey, {}},
    {StoredEntity::cost, "cost", idKey, costColumns},
    {StoredEntity::campaign, "campaign", campaignKey, campaignColumns},
    {StoredEntity::programAccount, "program_account", programAccountKey, programAccountColumns},
    {StoredEntity::program, "program", idKey, programColumns},
    {StoredEntity::contact, "contact", idKey, contactColumns},
    {StoredEntity::account, "account", idKey, accountColumns},
}};

} // namespace

std::span<const EntityTable> entityTables()
{
    return tables;
}

const EntityTable &entityTable(StoredEntity entity)
{
    for (const EntityTable &table : tables)
        if (table.entity == entity)
            return table;
    return tables.front();
}

} // namespace dimsum
