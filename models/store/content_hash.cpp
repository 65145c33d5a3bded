#include "store/integrity.h"

#include "store/page_walk.h"
#include "store/row_identity.h"
#include "store/row_image.h"
#include "store/statement.h"

#include <sqlite3.h>

#include <array>
#include <cstdio>

namespace dimsum {

namespace {

constexpr std::array otherContent{
    "SELECT id, kind, key, label FROM term ORDER BY id",
    "SELECT id, key, label FROM custom_field ORDER BY id",
    "SELECT id, custom FROM account WHERE custom IS NOT NULL ORDER BY id",
    "SELECT first, content FROM domain_block ORDER BY first",
    "SELECT name, value FROM setting ORDER BY name",
    "SELECT kind, version, at, by, body FROM document ORDER BY kind, version",
    "SELECT id, page, name, position, body FROM view_state ORDER BY id",
    "SELECT account_id, tier, rule, reasons, applied_at FROM account_tier ORDER BY account_id",
    "SELECT id, account_id, at, by, as_of, policy_version, old_tier, new_tier, rule, reasons FROM tier_history ORDER BY id",
    "SELECT id, at, by, as_of, policy_version, accounts, note FROM tier_application ORDER BY id",
    "SELECT account_id, tier, until, reason, by, at FROM pin ORDER BY account_id",
    "SELECT id, program_id, code, scope_kind, scope_tier, scope_name, money_limit, overdraft, reserved, committed, actual "
    "FROM envelope ORDER BY id",
    "SELECT program_id, play, capacity, per_account, used, overbooked, on_menu FROM play_usage ORDER BY program_id, play",
    "SELECT id, account_id, requested_at, by, content FROM slip ORDER BY id",
    "SELECT id, number, slip_id, account_id, program_id, play, menu_version, tier, campaign, state, waiting_from, price, actual, "
    "currency, inputs, requested_at, requested_by, approved_at, approved_day, delivered_at, delivered_day, due_day, note, "
    "override_reason FROM task_order ORDER BY id",
    "SELECT id, order_id, seq, at, day, by, from_state, to_state, note FROM order_event ORDER BY id",
    "SELECT account_id, body FROM draft_slip ORDER BY account_id",
    "SELECT id, at, day, by, target, file, people, left_out FROM handoff ORDER BY id",
    "SELECT handoff_id, account_id, reason FROM handoff_account ORDER BY handoff_id, account_id",
    "SELECT id, account_id, kind, day, at, by, useful FROM action_verdict ORDER BY id",
};

std::string contentSql(const EntityTable &table)
{
    std::string key;
    for (const char *column : table.key)
        key += (key.empty() ? "\"" : ", \"") + std::string(column) + '"';
    std::string columns = key;
    for (const char *column : table.columns)
        columns += ", \"" + std::string(column) + '"';
    return "SELECT " + columns + " FROM " + table.table + " ORDER BY " + key;
}

Outcome hashRows(Database &database, std::string_view sql, RowHash &hash)
{
    hash.add(sql);
    Statement select(database, sql);
    sqlite3_stmt *columns = nullptr;
    sqlite3_prepare_v2(database.handle(), sql.data(), static_cast<int>(sql.size()), &columns, nullptr);
    const int count = sqlite3_column_count(columns);
    sqlite3_finalize(columns);
    return select.forEach([&](Statement &row) {
        for (int i = 0; i < count; ++i) {
            // The type is part of the value: NULL is neither 0 nor an empty text.
            if (row.isNull(i))
                hash.add(std::int64_t{-1});
            else
                hash.add(row.text(i));
        }
    });
}

// What is packed, whichever rows of the database it stands in.
template <class Walk>
Outcome hashBlocks(Database &database, RowHash &hash)
{
    Walk walk(database);
    return eachBlock(walk, [&hash](const StoredBlock &block) {
        hash.add(block.account.value);
        hash.add(block.firstPerson.value);
        hash.add(block.rows);
        hash.add(std::string_view(reinterpret_cast<const char *>(block.content.data()), block.content.size()));
    });
}

} // namespace

Result<std::string> contentHash(Database &database)
{
    RowHash hash(1);
    for (const EntityTable &table : entityTables())
        if (const Outcome outcome = hashRows(database, contentSql(table), hash); !outcome)
            return outcome.error();
    if (const Outcome outcome = hashBlocks<ActivityWalk>(database, hash); !outcome)
        return outcome.error();
    if (const Outcome outcome = hashBlocks<PeopleWalk>(database, hash); !outcome)
        return outcome.error();
    for (const char *sql : otherContent)
        if (const Outcome outcome = hashRows(database, sql, hash); !outcome)
            return outcome.error();
    std::array<char, 17> text{};
    std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(hash.value()));
    return std::string(text.data());
}

} // namespace dimsum
