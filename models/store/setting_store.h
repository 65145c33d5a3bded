// What belongs to the workspace as a whole: named values, the input revision, saved views.
// Writers expect an open Transaction where several changes belong together.
#pragma once

#include "domain/error.h"
#include "store/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dimsum {

// Names of settings: "name", "time_zone" (IANA id), "currency" (ISO 4217).
class SettingStore
{
public:
    explicit SettingStore(Database &database) : m_database(&database) {}

    Result<std::optional<std::string>> value(std::string_view name);
    Outcome setValue(std::string_view name, std::string_view value);

    // The revision of everything that scores depend on. Bump it in the transaction of each such change; it never goes
    // back, undo bumps it too.
    Result<std::int64_t> inputRevision();
    Outcome bumpInputRevision();
    // A random number of its own for every state of the inputs, also after a backup was restored.
    Result<std::int64_t> inputToken();

private:
    Database *m_database;
};

// A saved view of a list or a column mapping: opaque JSON under (page, name).
struct ViewState {
    std::int64_t id = 0;
    std::string page;
    std::string name;
    int position = 0;
    std::string body;
};

class ViewStore
{
public:
    explicit ViewStore(Database &database) : m_database(&database) {}

    Result<std::vector<ViewState>> views(std::string_view page); // by position, then name
    // id 0 inserts, else replaces. Returns the id. conflict: the name is taken on that page; notFound: no such id.
    Result<std::int64_t> save(const ViewState &view);
    Outcome remove(std::int64_t id);

private:
    Database *m_database;
};

} // namespace dimsum
