#include "store/setting_store.h"

#include "store/statement.h"

#include <sqlite3.h>

namespace dimsum {

Result<std::optional<std::string>> SettingStore::value(std::string_view name)
{
    Statement select(*m_database, "SELECT value FROM setting WHERE name = ?1");
    const Result<bool> row = select.bind(name).next();
    if (!row)
        return row.error();
    return *row ? std::optional<std::string>(select.text(0)) : std::nullopt;
}

Outcome SettingStore::setValue(std::string_view name, std::string_view value)
{
    Statement upsert(*m_database, "INSERT INTO setting (name, value) VALUES (?1, ?2) "
                                  "ON CONFLICT (name) DO UPDATE SET value = excluded.value");
    return upsert.bind(name, value).run();
}

Result<std::int64_t> SettingStore::inputRevision()
{
    Statement select(*m_database, "SELECT revision FROM input_revision");
    return firstInteger(select);
}

Result<std::int64_t> SettingStore::inputToken()
{
    Statement select(*m_database, "SELECT token FROM input_revision");
    return firstInteger(select);
}

Outcome SettingStore::bumpInputRevision()
{
    Statement update(*m_database, "UPDATE input_revision SET revision = revision + 1, token = random()");
    return update.run();
}

Result<std::vector<ViewState>> ViewStore::views(std::string_view page)
{
    std::vector<ViewState> views;
    Statement select(*m_database, "SELECT id, name, position, body FROM view_state WHERE page = ?1 ORDER BY position, name");
    const Outcome outcome = select.bind(page).forEach([&](Statement &row) {
        views.push_back({row.integer(0), std::string(page), std::string(row.text(1)), static_cast<int>(row.integer(2)),
                         std::string(row.text(3))});
    });
    if (!outcome)
        return outcome.error();
    return views;
}

Result<std::int64_t> ViewStore::save(const ViewState &view)
{
    Statement taken(*m_database, "SELECT 1 FROM view_state WHERE page = ?1 AND name = ?2 AND id <> ?3");
    const Result<std::int64_t> other = firstInteger(taken.bind(view.page, view.name, view.id));
    if (!other)
        return other.error();
    if (*other)
        return Error{ErrorKind::conflict, DIMSUM_TEXT("There is a view “%1” already. Choose another name."), {view.name}};
    if (view.id == 0) {
        Statement insert(*m_database, "INSERT INTO view_state (page, name, position, body) VALUES (?1, ?2, ?3, ?4)");
        if (const Outcome outcome = insert.bind(view.page, view.name, view.position, view.body).run(); !outcome)
            return outcome.error();
        return sqlite3_last_insert_rowid(m_database->handle());
    }
    Statement update(*m_database, "UPDATE view_state SET page = ?2, name = ?3, position = ?4, body = ?5 WHERE id = ?1");
    if (const Outcome outcome = update.bind(view.id, view.page, view.name, view.position, view.body).run(); !outcome)
        return outcome.error();
    if (update.changes() == 0)
        return Error{ErrorKind::notFound, DIMSUM_TEXT("The view “%1” is gone. Save it under a new name."), {view.name}};
    return view.id;
}

Outcome ViewStore::remove(std::int64_t id)
{
    Statement remove(*m_database, "DELETE FROM view_state WHERE id = ?1");
    return remove.bind(id).run();
}

} // namespace dimsum
