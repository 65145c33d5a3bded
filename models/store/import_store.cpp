#include "store/import_store.h"

#include "store/activity_block.h"
#include "store/contact_store.h"
#include "store/custom_values.h"
#include "store/page_walk.h"
#include "store/row_sql.h"
#include "store/statement.h"
#include "store/transaction.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <unordered_set>

namespace dimsum {

namespace {

#define DIMSUM_RUN_COLUMNS \
    "SELECT id, kind, file, profile, policy, at, by, read, inserted, updated, unchanged, duplicate, rejected, undone_at, " \
    "undone_by FROM import_run "

ImportRun readRun(const Statement &row)
{
    ImportRun run;
    run.id = ImportId{row.integer(0)};
    run.kind = row.text(1);
    run.file = row.text(2);
    run.profile = row.text(3);
    run.policy = row.text(4);
    run.instant = row.integer(5);
    run.by = row.text(6);
    run.counts = {row.integer(7), row.integer(8), row.integer(9), row.integer(10), row.integer(11), row.integer(12)};
    run.undoneAt = row.optionalInteger(13);
    run.undoneBy = row.text(14);
    return run;
}

Error refusedBecause(const char *sentence, ImportId id)
{
    return Error{ErrorKind::refused, sentence, {std::to_string(id.value)}};
}

// Later imports that hang on rows of this one: what they changed of it, and what they added to its accounts,
// contacts, programs and fields. Each query gives the newest such import, or nothing.
constexpr std::array laterImports{
    // what both changed, and what this one inserted and a later one changed
    "SELECT max(later.import_id) FROM import_prior AS mine JOIN import_prior AS later ON later.entity = mine.entity "
    "AND later.row_key = mine.row_key WHERE mine.import_id = ?1 AND later.import_id > ?1",
    "SELECT max(p.import_id) FROM import_prior AS p JOIN account AS r ON p.entity = 1 AND p.row_key = json_array(r.id) "
    "WHERE p.import_id > ?1 AND r.import_id = ?1",
    "SELECT max(p.import_id) FROM import_prior AS p JOIN account_field AS r ON p.entity = 2 "
    "AND p.row_key = json_array(r.account_id, r.field_id) WHERE p.import_id > ?1 AND r.import_id = ?1",
    "SELECT max(p.import_id) FROM import_prior AS p JOIN contact AS r ON p.entity = 3 AND r.id = json_extract(p.row_key, '$[0]') "
    "WHERE p.import_id > ?1 AND r.import_id = ?1",
    "SELECT max(p.import_id) FROM import_prior AS p JOIN opportunity AS r ON p.entity = 4 AND r.id = json_extract(p.row_key, '$[0]') "
    "WHERE p.import_id > ?1 AND r.import_id = ?1",
    "SELECT max(import_id) FROM activity_prior WHERE block_import_id = ?1 AND import_id > ?1",
    "SELECT max(later.import_id) FROM activity_prior AS mine JOIN activity_prior AS later ON later.account_id = mine.account_id "
    "AND later.block_import_id = mine.block_import_id WHERE mine.import_id = ?1 AND later.import_id > ?1",
    "SELECT max(p.import_id) FROM import_prior AS p JOIN intent_signal AS r ON p.entity = 6 "
    "AND p.row_key = json_array(r.account_id, r.source, r.topic, r.day) WHERE p.import_id > ?1 AND r.import_id = ?1",
    "SELECT max(p.import_id) FROM import_prior AS p JOIN campaign AS r ON p.entity = 9 AND r.campaign = json_extract(p.row_key, '$[0]') "
    "WHERE p.import_id > ?1 AND r.import_id = ?1",
    "SELECT max(p.import_id) FROM import_prior AS p JOIN program AS r ON p.entity = 10 AND r.id = json_extract(p.row_key, '$[0]') "
    "WHERE p.import_id > ?1 AND r.import_id = ?1",
    "SELECT max(p.import_id) FROM import_prior AS p JOIN program_account AS r ON p.entity = 11 "
    "AND p.row_key = json_array(r.program_id, r.account_id) WHERE p.import_id > ?1 AND r.import_id = ?1",
    // what later ones added to accounts, contacts and programs of this one
    "SELECT max(c.import_id) FROM contact AS c JOIN account AS a ON a.id = c.account_id WHERE a.import_id = ?1 AND c.import_id > ?1",
    "SELECT max(c.import_id) FROM opportunity AS c JOIN account AS a ON a.id = c.account_id WHERE a.import_id = ?1 AND c.import_id > ?1",
    "SELECT max(c.import_id) FROM activity_block AS c JOIN account AS a ON a.id = c.account_id WHERE a.import_id = ?1 AND c.import_id > ?1",
    "SELECT max(c.import_id) FROM intent_signal AS c JOIN account AS a ON a.id = c.account_id WHERE a.import_id = ?1 AND c.import_id > ?1",
    "SELECT max(c.import_id) FROM intent_event AS c JOIN account AS a ON a.id = c.account_id WHERE a.import_id = ?1 AND c.import_id > ?1",
    "SELECT max(c.import_id) FROM account_field AS c JOIN account AS a ON a.id = c.account_id WHERE a.import_id = ?1 AND c.import_id > ?1",
    "SELECT max(c.import_id) FROM program_account AS c JOIN account AS a ON a.id = c.account_id WHERE a.import_id = ?1 AND c.import_id > ?1",
    "SELECT max(c.import_id) FROM program_account AS c JOIN program AS a ON a.id = c.program_id WHERE a.import_id = ?1 AND c.import_id > ?1",
};

struct HumanDependent {
    const char *sql;
    const char *sentence;
};

// What people did with accounts, contacts or programs of this import.
constexpr std::array humanDependents{
    HumanDependent{"SELECT 1 FROM slip AS s JOIN account AS a ON a.id = s.account_id WHERE a.import_id = ?1 LIMIT 1",
                   DIMSUM_TEXT("Plays were ordered for accounts of import %1, and orders are never deleted, so it cannot be taken back.")},
    HumanDependent{"SELECT 1 FROM task_order AS s JOIN program AS a ON a.id = s.program_id WHERE a.import_id = ?1 LIMIT 1",
                   DIMSUM_TEXT("Plays were ordered in a program of import %1, and orders are never deleted, so it cannot be taken back.")},
    HumanDependent{"SELECT 1 FROM tier_history AS s JOIN account AS a ON a.id = s.account_id WHERE a.import_id = ?1 LIMIT 1",
                   DIMSUM_TEXT("Tiers were applied to accounts of import %1. Undo applying them first.")},
    HumanDependent{"SELECT 1 FROM handoff_account AS s JOIN account AS a ON a.id = s.account_id WHERE a.import_id = ?1 LIMIT 1",
                   DIMSUM_TEXT("Accounts of import %1 were handed off, and hand-offs are never deleted, so it cannot be taken back.")},
    HumanDependent{"SELECT 1 FROM action_verdict AS s JOIN account AS a ON a.id = s.account_id WHERE a.import_id = ?1 LIMIT 1",
                   DIMSUM_TEXT("Next best actions of accounts of import %1 were judged. Undo the verdicts first.")},
    HumanDependent{"SELECT 1 FROM pin AS s JOIN account AS a ON a.id = s.account_id WHERE a.import_id = ?1 LIMIT 1",
                   DIMSUM_TEXT("Accounts of import %1 are pinned to a tier. Unpin them first.")},
    HumanDependent{"SELECT 1 FROM program_account AS s JOIN account AS a ON a.id = s.account_id WHERE a.import_id = ?1 "
                   "AND s.import_id IS NULL LIMIT 1",
                   DIMSUM_TEXT("Accounts of import %1 are in a program. Take them out of it first.")},
    HumanDependent{"SELECT 1 FROM contact AS s JOIN account AS a ON a.id = s.account_id WHERE a.import_id = ?1 "
                   "AND s.import_id IS NULL LIMIT 1",
                   DIMSUM_TEXT("Contacts were added by hand to accounts of import %1. Undo adding them first.")},
    HumanDependent{"SELECT 1 FROM account_field AS s JOIN account AS a ON a.id = s.account_id WHERE a.import_id = ?1 "
                   "AND s.import_id IS NULL LIMIT 1",
                   DIMSUM_TEXT("Fields of accounts of import %1 were filled in by hand. Undo that first.")},
    HumanDependent{"SELECT 1 FROM play_usage AS s JOIN program AS a ON a.id = s.program_id WHERE a.import_id = ?1 LIMIT 1",
                   DIMSUM_TEXT("The menu belongs to a program of import %1, so it cannot be taken back.")},
};

// Words and fields that came with the import and that nothing refers to any more: the next file spells them anew.
constexpr std::array unusedWords{
    "DELETE FROM custom_field WHERE import_id = ?1 AND id NOT IN (SELECT field_id FROM account_field UNION SELECT id FROM temp.packed_field)",
    "DELETE FROM term WHERE import_id = ?1 AND id NOT IN ("
    "SELECT industry FROM account WHERE industry IS NOT NULL UNION SELECT country FROM account WHERE country IS NOT NULL "
    "UNION SELECT region FROM account WHERE region IS NOT NULL UNION SELECT employees FROM account WHERE employees IS NOT NULL "
    "UNION SELECT customers FROM account WHERE customers IS NOT NULL UNION SELECT technologies FROM account WHERE technologies IS NOT NULL "
    "UNION SELECT maturity FROM account WHERE maturity IS NOT NULL UNION SELECT funding FROM account WHERE funding IS NOT NULL "
    "UNION SELECT owner FROM account WHERE owner IS NOT NULL UNION SELECT value FROM account_field WHERE value IS NOT NULL "
    "UNION SELECT id FROM temp.packed_term UNION SELECT campaign FROM opportunity WHERE campaign IS NOT NULL "
    "UNION SELECT campaign FROM campaign UNION SELECT source FROM intent_signal UNION SELECT topic FROM intent_signal "
    "UNION SELECT source FROM intent_event UNION SELECT event FROM intent_event)",
};

Outcome runWithId(Database &database, std::string_view sql, ImportId id)
{
    Statement statement(database, sql);
    return statement.bind(id.value).run();
}

// The newest later import with an activity of a contact that this one brought; 0 = none. Whoever is packed elsewhere, too,
// stays known without the row that this import brought.
Result<std::int64_t> newestUseOfContacts(Database &database, ImportId id)
{
    const Result<std::vector<StubRun>> runs = ContactStore(database).runs();
    if (!runs)
        return runs.error();
    std::unordered_set<std::int64_t> contacts;
    Statement brought(database, "SELECT id FROM contact WHERE import_id = ?1");
    const Outcome listed = brought.bind(id.value).forEach([&](Statement &row) {
        const ContactId contact{row.integer(0)};
        if (std::none_of(runs->begin(), runs->end(), [contact](const StubRun &run) { return run.has(contact); }))
            contacts.insert(contact.value);
    });
    if (!listed)
        return listed.error();
    const auto own = std::find_if(runs->begin(), runs->end(), [id](const StubRun &run) { return run.import == id; });
    const auto isOurs = [&](std::int64_t contact) {
        return contacts.contains(contact) || (own != runs->end() && own->has(ContactId{contact}));
    };
    std::int64_t newest = 0;
    if (contacts.empty() && own == runs->end())
        return newest;
    std::vector<std::int64_t> accounts; // of the contacts
    Statement at(database, "SELECT DISTINCT account_id FROM contact WHERE import_id = ?1 ORDER BY account_id");
    if (const Outcome outcome = at.bind(id.value).forEach([&accounts](Statement &row) { accounts.push_back(row.integer(0)); }); !outcome)
        return outcome.error();
    ActivityWalk walk(database);
    const Outcome outcome = eachBlock(walk, [&](const StoredBlock &block) {
        if (block.import.value <= id.value || block.import.value <= newest)
            return;
        if (own == runs->end() && !std::binary_search(accounts.begin(), accounts.end(), block.account.value))
            return;
        ActivityBlockReader reader(block.content);
        for (PackedActivity row; reader.next(row);)
            if (isOurs(row.contact))
                newest = block.import.value;
    });
    if (!outcome)
        return outcome.error();
    return newest;
}

// The import that brought pages with accounts of this earlier one; 0 = none.
Result<std::int64_t> laterPages(Database &database, ImportId id)
{
    std::int64_t newest = 0;
    std::vector<std::int64_t> accounts;
    Statement brought(database, "SELECT id FROM account WHERE import_id = ?1 ORDER BY id");
    if (const Outcome outcome = brought.bind(id.value).forEach([&accounts](Statement &row) { accounts.push_back(row.integer(0)); }); !outcome)
        return outcome.error();
    if (accounts.empty())
        return newest;
    const auto look = [&](auto &walk) -> Outcome {
        walk.from(AccountId{accounts.front()});
        for (Result<bool> more = walk.next(); ; more = walk.next()) {
            if (!more)
                return more.error();
            if (!*more || walk.block().account.value > accounts.back() || newest > id.value)
                return Done{};
            if (walk.block().import.value > id.value && std::binary_search(accounts.begin(), accounts.end(), walk.block().account.value))
                newest = walk.block().import.value;
        }
    };
    FirstActivityWalk activities(database);
    PeopleWalk people(database);
    if (Outcome looked = look(activities); !looked)
        return looked.error();
    if (Outcome looked = look(people); !looked)
        return looked.error();
    return newest;
}

// Puts ids into a table of temp, which is made where it is not there.
Outcome listIds(Database &database, const std::string &table, const std::unordered_set<std::int64_t> &ids)
{
    for (const std::string &sql : {"CREATE TEMP TABLE IF NOT EXISTS " + table + " (id INTEGER PRIMARY KEY)", "DELETE FROM temp." + table})
        if (Outcome outcome = database.run(sql.c_str()); !outcome)
            return outcome;
    Statement insert(database, "INSERT INTO temp." + table + " (id) VALUES (?1)");
    for (const std::int64_t id : ids)
        if (Outcome inserted = insert.bind(id).run(); !inserted)
            return inserted;
    return Done{};
}

// The words and fields that stand packed, for the statements that look for unused ones.
Outcome listPackedWords(Database &database)
{
    std::unordered_set<std::int64_t> terms, fields;
    ActivityWalk walk(database);
    Outcome outcome = eachBlock(walk, [&](const StoredBlock &block) {
        ActivityBlockReader reader(block.content);
        for (PackedActivity row; reader.next(row);)
            for (const std::int64_t term : {row.type, row.asset, row.campaign, row.area, row.channel})
                if (term != 0)
                    terms.insert(term);
    });
    if (!outcome)
        return outcome;
    Statement accounts(database, "SELECT custom FROM account WHERE custom IS NOT NULL");
    outcome = accounts.forEach([&](Statement &account) {
        CustomValueReader reader(account.blob(0));
        for (CustomValue value; reader.next(value);) {
            fields.insert(value.field.value);
            terms.insert(value.value.value);
        }
    });
    if (!outcome)
        return outcome;
    outcome = listIds(database, "packed_term", terms);
    return outcome ? listIds(database, "packed_field", fields) : outcome;
}

// Pages are all of one import (ActivityStore::add, ContactStore::putStubs), so they go together and no other one reads them.
Outcome undoPages(Database &database, ImportId id)
{
    for (const auto &[first, all] : {std::pair{"SELECT coalesce((SELECT import_id FROM activity_page LIMIT 1), 0)", "DELETE FROM activity_page"},
                                     {"SELECT coalesce((SELECT import_id FROM stub_page LIMIT 1), 0)", "DELETE FROM stub_page"}}) {
        Statement select(database, first);
        const Result<std::int64_t> of = firstInteger(select);
        if (!of)
            return of.error();
        if (*of == id.value)
            if (Outcome outcome = database.run(all); !outcome)
                return outcome;
    }
    return Done{};
}

// What is packed is no rows: the blocks go and come back whole.
Outcome undoPacked(Database &database, ImportId id)
{
    if (Outcome outcome = undoPages(database, id); !outcome)
        return outcome;
    for (const char *sql : {"DELETE FROM activity_block WHERE import_id = ?1", "DELETE FROM activity_key WHERE import_id = ?1",
                            "DELETE FROM stub_run WHERE import_id = ?1", "DELETE FROM domain_block WHERE import_id = ?1",
                            "INSERT INTO activity_block (account_id, import_id, rows, content) SELECT account_id, block_import_id, rows, content "
                            "FROM activity_prior WHERE import_id = ?1 ON CONFLICT (account_id, import_id) DO UPDATE SET "
                            "rows = excluded.rows, content = excluded.content",
                            "DELETE FROM activity_prior WHERE import_id = ?1"})
        if (Outcome outcome = runWithId(database, sql, id); !outcome)
            return outcome;
    return Done{};
}

} // namespace

Result<std::vector<ImportRun>> ImportStore::runs()
{
    std::vector<ImportRun> runs;
    Statement select(*m_database, DIMSUM_RUN_COLUMNS "ORDER BY id");
    const Outcome outcome = select.forEach([&](Statement &row) { runs.push_back(readRun(row)); });
    if (!outcome)
        return outcome.error();
    return runs;
}

Result<std::optional<ImportRun>> ImportStore::run(ImportId id)
{
    Statement select(*m_database, DIMSUM_RUN_COLUMNS "WHERE id = ?1");
    const Result<bool> row = select.bind(id.value).next();
    if (!row)
        return row.error();
    return *row ? std::optional<ImportRun>(readRun(select)) : std::nullopt;
}

Result<ImportId> ImportStore::start(const ImportRun &run)
{
    Statement insert(*m_database, "INSERT INTO import_run (kind, file, profile, policy, at, by, read, inserted, updated, "
                                  "unchanged, duplicate, rejected) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, 0, 0, 0, 0, 0)");
    if (const Outcome outcome = insert.bind(run.kind, run.file, run.profile, run.policy, run.instant, run.by).run(); !outcome)
        return outcome.error();
    return ImportId{sqlite3_last_insert_rowid(m_database->handle())};
}

Outcome ImportStore::finish(ImportId id, const ImportCounts &counts)
{
    Statement update(*m_database, "UPDATE import_run SET read = ?2, inserted = ?3, updated = ?4, unchanged = ?5, duplicate = ?6, "
                                  "rejected = ?7 WHERE id = ?1");
    return update.bind(id.value, counts.read, counts.inserted, counts.updated, counts.unchanged, counts.duplicate, counts.rejected).run();
}

Outcome ImportStore::keepPrior(ImportId import, StoredEntity entity, std::span<const std::int64_t> key)
{
    static const std::array<std::string, 12> sql = [] {
        std::array<std::string, 12> texts;
        for (const EntityTable &table : entityTables())
            texts[static_cast<std::size_t>(table.entity)] = keepPriorSql(table);
        return texts;
    }();
    Statement keep(*m_database, sql[static_cast<std::size_t>(entity)]);
    const auto at = [&](std::size_t i) { return i < key.size() ? key[i] : 0; };
    const int number = static_cast<int>(entity);
    switch (key.size()) {
    case 1:
        return keep.bind(import.value, number, at(0)).run();
    case 2:
        return keep.bind(import.value, number, at(0), at(1)).run();
    case 4:
        return keep.bind(import.value, number, at(0), at(1), at(2), at(3)).run();
    default:
        return keep.bind(import.value, number, at(0), at(1), at(2), at(3), at(4), at(5)).run();
    }
}

Outcome ImportStore::refuseDependents(ImportId id)
{
    std::int64_t newest = 0;
    for (const char *sql : laterImports) {
        Statement select(*m_database, sql);
        const Result<std::int64_t> later = firstInteger(select.bind(id.value));
        if (!later)
            return later.error();
        newest = std::max(newest, *later);
    }
    const Result<std::int64_t> usesContacts = newestUseOfContacts(*m_database, id);
    if (!usesContacts)
        return usesContacts.error();
    newest = std::max(newest, *usesContacts);
    const Result<std::int64_t> pages = laterPages(*m_database, id);
    if (!pages)
        return pages.error();
    newest = std::max(newest, *pages);
    if (newest > 0)
        return refusedBecause(DIMSUM_TEXT("A later import builds on this one. Undo import %1 first."), ImportId{newest});
    for (const HumanDependent &dependent : humanDependents) {
        Statement select(*m_database, dependent.sql);
        const Result<std::int64_t> there = firstInteger(select.bind(id.value));
        if (!there)
            return there.error();
        if (*there)
            return refusedBecause(dependent.sentence, id);
    }
    return Done{};
}

Outcome ImportStore::undo(ImportId id, std::int64_t instant, std::string_view by)
{
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    const Result<std::optional<ImportRun>> found = run(id);
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorKind::notFound, DIMSUM_TEXT("There is no import %1. “dimsum imports” lists them."), {std::to_string(id.value)}};
    if ((*found)->undoneAt)
        return refusedBecause(DIMSUM_TEXT("Import %1 was taken back before."), id);
    if (Outcome outcome = refuseDependents(id); !outcome)
        return outcome;

    // Unfinished things about accounts that go are no reason to refuse; scores that were kept are stale afterwards.
    if (Outcome outcome = runWithId(*m_database, "DELETE FROM draft_slip WHERE account_id IN (SELECT id FROM account WHERE import_id = ?1)", id);
        !outcome)
        return outcome;
    if (Outcome outcome = undoPacked(*m_database, id); !outcome)
        return outcome;
    for (const EntityTable &table : entityTables()) {
        const std::string remove = std::string("DELETE FROM ") + table.table + " WHERE import_id = ?1";
        if (Outcome outcome = runWithId(*m_database, remove, id); !outcome)
            return outcome;
    }
    // Parents first: a value that comes back needs its account.
    const std::span<const EntityTable> tables = entityTables();
    for (auto table = tables.rbegin(); table != tables.rend(); ++table) {
        for (const std::string &sql : {restoreSql(*table), reinsertSql(*table)}) {
            if (sql.empty())
                continue;
            Statement restore(*m_database, sql);
            if (Outcome outcome = restore.bind(id.value, static_cast<int>(table->entity)).run(); !outcome)
                return outcome;
        }
    }
    if (Outcome outcome = runWithId(*m_database, "DELETE FROM import_prior WHERE import_id = ?1", id); !outcome)
        return outcome;
    if (Outcome listed = listPackedWords(*m_database); !listed)
        return listed;
    for (const char *sql : unusedWords)
        if (Outcome outcome = runWithId(*m_database, sql, id); !outcome)
            return outcome;
    Statement mark(*m_database, "UPDATE import_run SET undone_at = ?2, undone_by = ?3 WHERE id = ?1");
    if (Outcome outcome = mark.bind(id.value, instant, by).run(); !outcome)
        return outcome;
    return transaction->commit();
}

} // namespace dimsum
