// The declarations of the session extension appear with these only; Debian's library has it built in.
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1

#include "store/undo_store.h"

#include "store/setting_store.h"
#include "store/statement.h"
#include "store/transaction.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace dimsum {

namespace {

constexpr std::size_t partBytes = 8 * 1024 * 1024;
constexpr int keptEntries = 200;

// Never recorded: the undo list itself, audit logs, what imports keep, and what is derived or unfinished.
constexpr std::array<std::string_view, 12> unrecorded{"undo_entry",   "undo_part",  "input_revision", "import_run",
                                                      "import_prior", "score_run",  "score_chunk",  "slip",
                                                      "task_order",   "order_event", "draft_slip", "undo_order"};

int isRecorded(void *, const char *table)
{
    return std::find(unrecorded.begin(), unrecorded.end(), std::string_view(table)) == unrecorded.end() ? 1 : 0;
}

// What scores do not depend on: taking changes of it back leaves them as they are. Documents are told apart by their kind.
constexpr std::array<std::string_view, 10> besideInputs{"view_state", "tier_history", "account_tier", "tier_application", "pin", "action_verdict",
                                                        "program",    "program_account", "envelope",     "play_usage"};

bool touchesInputs(std::string &changes)
{
    sqlite3_changeset_iter *each = nullptr;
    if (sqlite3changeset_start(&each, static_cast<int>(changes.size()), changes.data()) != SQLITE_OK)
        return true;
    bool touches = false;
    while (!touches && sqlite3changeset_next(each) == SQLITE_ROW) {
        const char *table = nullptr;
        int columns = 0, operation = 0, indirect = 0;
        sqlite3changeset_op(each, &table, &columns, &operation, &indirect);
        if (std::string_view(table) == "document") {
            sqlite3_value *kind = nullptr;
            if (operation == SQLITE_INSERT)
                sqlite3changeset_new(each, 0, &kind);
            else
                sqlite3changeset_old(each, 0, &kind);
            const unsigned char *text = kind ? sqlite3_value_text(kind) : nullptr;
            touches = !text || std::string_view(reinterpret_cast<const char *>(text)) != "menu";
        } else {
            touches = std::find(besideInputs.begin(), besideInputs.end(), std::string_view(table)) == besideInputs.end();
        }
    }
    sqlite3changeset_finalize(each);
    return touches;
}

int refuseConflict(void *, int, sqlite3_changeset_iter *)
{
    return SQLITE_CHANGESET_ABORT;
}

struct FreeMemory {
    void operator()(void *memory) const { sqlite3_free(memory); }
};
using Bytes = std::unique_ptr<void, FreeMemory>;

UndoEntry readEntry(const Statement &row)
{
    return {UndoId{row.integer(0)}, std::string(row.text(1)), std::string(row.text(2)), row.integer(3),
            std::string(row.text(4)), ImportId{row.integer(5)}};
}

Result<std::optional<UndoEntry>> readOne(Statement &select)
{
    const Result<bool> row = select.next();
    if (!row)
        return row.error();
    return *row ? std::optional<UndoEntry>(readEntry(select)) : std::nullopt;
}

// A new change ends what could be redone; the oldest entries go.
Result<UndoId> appendEntry(Database &database, const UndoEntry &entry)
{
    if (const Outcome dropped = database.run("DELETE FROM undo_entry WHERE undone = 1"); !dropped)
        return dropped.error();
    Statement insert(database, "INSERT INTO undo_entry (action, argument, at, by, import_id) VALUES (?1, ?2, ?3, ?4, nullif(?5, 0))");
    if (const Outcome outcome = insert.bind(entry.action, entry.argument, entry.instant, entry.by, entry.import.value).run(); !outcome)
        return outcome.error();
    const UndoId id{sqlite3_last_insert_rowid(database.handle())};
    Statement prune(database, "DELETE FROM undo_entry WHERE id <= ?1");
    if (const Outcome pruned = prune.bind(id.value - keptEntries).run(); !pruned)
        return pruned.error();
    return id;
}

Result<std::string> changeset(Database &database, UndoId id)
{
    std::string bytes;
    Statement select(database, "SELECT content FROM undo_part WHERE undo_id = ?1 ORDER BY part");
    const Outcome outcome = select.bind(id.value).forEach([&](Statement &row) {
        const std::span<const std::uint8_t> part = row.blob(0);
        bytes.append(reinterpret_cast<const char *>(part.data()), part.size());
    });
    if (!outcome)
        return outcome.error();
    return bytes;
}

} // namespace

Result<UndoRecorder> UndoRecorder::begin(Database &database)
{
    sqlite3_session *session = nullptr;
    int code = sqlite3session_create(database.handle(), "main", &session);
    if (code == SQLITE_OK) {
        sqlite3session_table_filter(session, &isRecorded, nullptr);
        code = sqlite3session_attach(session, nullptr);
    }
    if (code != SQLITE_OK) {
        sqlite3session_delete(session);
        return database.error(code);
    }
    return UndoRecorder(database, session);
}

UndoRecorder::UndoRecorder(UndoRecorder &&other) noexcept
    : m_database(other.m_database), m_session(std::exchange(other.m_session, nullptr))
{
}

UndoRecorder::~UndoRecorder()
{
    if (m_session)
        sqlite3session_delete(m_session);
}

Outcome UndoRecorder::finish(const UndoEntry &entry)
{
    int size = 0;
    void *memory = nullptr;
    const int code = sqlite3session_changeset(m_session, &size, &memory);
    const Bytes owner(memory);
    sqlite3session_delete(std::exchange(m_session, nullptr));
    if (code != SQLITE_OK)
        return m_database->error(code);
    if (size == 0)
        return Done{};
    const Result<UndoId> id = appendEntry(*m_database, entry);
    if (!id)
        return id.error();
    Statement insert(*m_database, "INSERT INTO undo_part (undo_id, part, content) VALUES (?1, ?2, ?3)");
    const std::span<const std::uint8_t> bytes(static_cast<const std::uint8_t *>(memory), static_cast<std::size_t>(size));
    for (std::size_t begin = 0, part = 0; begin < bytes.size(); begin += partBytes, ++part) {
        const auto content = bytes.subspan(begin, std::min(partBytes, bytes.size() - begin));
        if (Outcome outcome = insert.bind(id->value, static_cast<std::int64_t>(part)).bindBlob(3, content).run(); !outcome)
            return outcome;
    }
    return Done{};
}

Result<std::optional<UndoEntry>> UndoStore::nextUndo()
{
    Statement select(*m_database, "SELECT id, action, argument, at, by, import_id FROM undo_entry WHERE undone = 0 ORDER BY id DESC LIMIT 1");
    return readOne(select);
}

Result<std::optional<UndoEntry>> UndoStore::nextRedo()
{
    Statement select(*m_database, "SELECT id, action, argument, at, by, import_id FROM undo_entry WHERE undone = 1 ORDER BY id LIMIT 1");
    return readOne(select);
}

Outcome UndoStore::rememberImport(const UndoEntry &entry)
{
    const Result<UndoId> id = appendEntry(*m_database, entry);
    if (!id)
        return id.error();
    return Done{};
}

Outcome UndoStore::rememberOrders(const UndoEntry &entry, std::span<const OrderImage> before)
{
    const Result<UndoId> id = appendEntry(*m_database, entry);
    if (!id)
        return id.error();
    return keepOrders(*id, before);
}

Outcome UndoStore::keepOrders(UndoId id, std::span<const OrderImage> images)
{
    Statement insert(*m_database, "INSERT OR REPLACE INTO undo_order (undo_id, order_id, replaces, version, state, waiting_from, actual, "
                                  "approved_at, approved_day, delivered_at, delivered_day, due_day, over_limit) "
                                  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)");
    for (const OrderImage &image : images) {
        const std::optional<OrderState> waiting = image.standing.waitingFrom;
        const std::optional<int> waitingFrom = waiting ? std::optional<int>(static_cast<int>(*waiting)) : std::nullopt;
        if (Outcome kept = insert.bind(id.value, image.order, image.replaces, image.version, static_cast<int>(image.standing.state),
                                       waitingFrom, image.actual, image.approvedAt, image.approvedDay, image.deliveredAt,
                                       image.deliveredDay, image.due, image.overLimit)
                               .run();
            !kept)
            return kept;
    }
    return Done{};
}

Result<std::vector<OrderImage>> UndoStore::orders(UndoId id)
{
    std::vector<OrderImage> images;
    Statement select(*m_database, "SELECT u.order_id, u.replaces, u.version, u.state, u.waiting_from, u.actual, u.approved_at, u.approved_day, "
                                  "u.delivered_at, u.delivered_day, u.due_day, u.over_limit FROM undo_order AS u "
                                  "JOIN task_order AS o ON o.id = u.order_id WHERE u.undo_id = ?1 ORDER BY o.number");
    const Outcome outcome = select.bind(id.value).forEach([&](Statement &row) {
        OrderImage image;
        image.order = row.text(0);
        image.replaces = row.integer(1);
        image.version = row.integer(2);
        image.standing.state = static_cast<OrderState>(row.integer(3));
        if (!row.isNull(4))
            image.standing.waitingFrom = static_cast<OrderState>(row.integer(4));
        image.actual = row.money(5);
        image.approvedAt = row.optionalInteger(6);
        image.approvedDay = row.day(7);
        image.deliveredAt = row.optionalInteger(8);
        image.deliveredDay = row.day(9);
        image.due = row.day(10);
        image.overLimit = row.integer(11) != 0;
        images.push_back(std::move(image));
    });
    if (!outcome)
        return outcome.error();
    return images;
}

Outcome UndoStore::undo(const UndoAuthor &author)
{
    return apply(true, author);
}

Outcome UndoStore::redo(const UndoAuthor &author)
{
    return apply(false, author);
}

Outcome UndoStore::forgetAll()
{
    return m_database->run("DELETE FROM undo_entry");
}

Outcome UndoStore::forget(UndoId id)
{
    Statement remove(*m_database, "DELETE FROM undo_entry WHERE id = ?1");
    return remove.bind(id.value).run();
}

Outcome UndoStore::forgetImport(ImportId import)
{
    Statement remove(*m_database, "DELETE FROM undo_entry WHERE import_id = ?1");
    return remove.bind(import.value).run();
}

// What is put back now is what redo will put back then, so the images change places with the orders.
Outcome UndoStore::swapOrders(UndoId id, bool inverse, const UndoAuthor &author)
{
    const Result<std::vector<OrderImage>> images = orders(id);
    if (!images)
        return images.error();
    OrderStore store(*m_database);
    std::vector<OrderImage> until;
    for (const OrderImage &image : *images) {
        OrderMove who{.order = image.order, .to = image.standing.state, .instant = author.instant, .day = author.day, .by = author.by};
        who.correction = inverse ? Correction::undo : Correction::redo;
        Result<OrderImage> stood = store.putBack(image, who);
        if (!stood)
            return stood.error();
        until.push_back(std::move(*stood));
    }
    return keepOrders(id, until);
}

Outcome UndoStore::applyChangeset(UndoId id, bool inverse)
{
    Result<std::string> bytes = changeset(*m_database, id);
    if (!bytes)
        return bytes.error();
    if (bytes->empty())
        return Done{};
    const bool touches = touchesInputs(*bytes);
    int size = static_cast<int>(bytes->size());
    void *content = bytes->data();
    Bytes inverted;
    if (inverse) {
        const int code = sqlite3changeset_invert(size, content, &size, &content);
        if (code != SQLITE_OK)
            return m_database->error(code);
        inverted.reset(content);
    }
    const int code = sqlite3changeset_apply(m_database->handle(), size, content, nullptr, &refuseConflict, nullptr);
    if ((code & 0xff) == SQLITE_ABORT || (code & 0xff) == SQLITE_CONSTRAINT)
        return Error{ErrorKind::conflict,
                     DIMSUM_TEXT("This cannot be taken back or repeated: the same things were changed since. Nothing was changed.")};
    if (code != SQLITE_OK)
        return m_database->error(code);
    return touches ? SettingStore(*m_database).bumpInputRevision() : Outcome(Done{});
}

Outcome UndoStore::apply(bool inverse, const UndoAuthor &author)
{
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    const Result<std::optional<UndoEntry>> entry = inverse ? nextUndo() : nextRedo();
    if (!entry)
        return entry.error();
    if (!*entry)
        return Error{ErrorKind::notFound, inverse ? DIMSUM_TEXT("There is nothing to undo.") : DIMSUM_TEXT("There is nothing to redo.")};
    const UndoId id = (*entry)->id;
    if (Outcome applied = applyChangeset(id, inverse); !applied)
        return applied;
    if (Outcome swapped = swapOrders(id, inverse, author); !swapped)
        return swapped;
    Statement mark(*m_database, "UPDATE undo_entry SET undone = ?2 WHERE id = ?1");
    if (Outcome outcome = mark.bind(id.value, inverse).run(); !outcome)
        return outcome;
    return transaction->commit();
}

} // namespace dimsum
