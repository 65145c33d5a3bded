#include "store/term_store.h"

#include "store/statement.h"

#include <sqlite3.h>

#include <utility>

namespace dimsum {

namespace {

bool isField(TermKind kind)
{
    return kind <= TermKind::owner || kind == TermKind::customValue;
}

// The key is folded already, so ';' and blanks are the only characters left to look for.
std::vector<std::string> partsOf(std::string_view key)
{
    std::vector<std::string> parts;
    while (true) {
        const std::size_t end = key.find(';');
        std::string_view part = key.substr(0, end);
        while (!part.empty() && part.front() == ' ')
            part.remove_prefix(1);
        while (!part.empty() && part.back() == ' ')
            part.remove_suffix(1);
        if (!part.empty())
            parts.emplace_back(part);
        if (end == std::string_view::npos)
            return parts;
        key.remove_prefix(end + 1);
    }
}

} // namespace

Outcome TermStore::load(TermKind kind)
{
    Cache &cache = m_caches[static_cast<std::size_t>(kind)];
    if (cache.loaded)
        return Done{};
    Statement select(*m_database, "SELECT id, key FROM term WHERE kind = ?1");
    Outcome outcome = select.bind(static_cast<int>(kind)).forEach([&](Statement &row) {
        cache.keys.intern(row.text(1));
        cache.ids.push_back(row.integer(0));
    });
    cache.loaded = outcome.ok();
    return outcome;
}

Result<TermId> TermStore::find(TermKind kind, std::string_view key)
{
    if (const Outcome outcome = load(kind); !outcome)
        return outcome.error();
    const Cache &cache = m_caches[static_cast<std::size_t>(kind)];
    const auto known = cache.keys.find(key);
    return known ? TermId{cache.ids[*known]} : TermId{};
}

Result<TermId> TermStore::intern(TermKind kind, std::string_view key, std::string_view label, ImportId import)
{
    if (key.empty())
        return TermId{};
    Result<TermId> known = find(kind, key);
    if (!known || known->valid())
        return known;
    Statement insert(*m_database, "INSERT INTO term (kind, key, label, import_id) VALUES (?1, ?2, ?3, nullif(?4, 0))");
    if (const Outcome outcome = insert.bind(static_cast<int>(kind), key, label.empty() ? key : label, import.value).run(); !outcome)
        return outcome.error();
    const std::int64_t id = sqlite3_last_insert_rowid(m_database->handle());
    Cache &cache = m_caches[static_cast<std::size_t>(kind)];
    cache.keys.intern(key);
    cache.ids.push_back(id);
    return TermId{id};
}

Result<TermCodes> TermStore::codes(TermKind kind)
{
    TermCodes codes;
    Statement select(*m_database, "SELECT id, key, label FROM term WHERE kind = ?1 ORDER BY id");
    const Outcome outcome = select.bind(static_cast<int>(kind)).forEach([&](Statement &row) {
        const std::uint32_t code = codes.dictionary.intern(row.text(1), row.text(2),
                                                           isField(kind) ? partsOf(row.text(1)) : std::vector<std::string>{});
        const auto id = static_cast<std::size_t>(row.integer(0));
        if (codes.codeOf.size() <= id)
            codes.codeOf.resize(id + id / 2 + 1, 0);
        codes.codeOf[id] = code;
    });
    if (!outcome)
        return outcome.error();
    return codes;
}

Result<std::string> TermStore::label(TermId id)
{
    Statement select(*m_database, "SELECT label FROM term WHERE id = ?1");
    const Result<bool> row = select.bind(id.value).next();
    if (!row)
        return row.error();
    return *row ? std::string(select.text(0)) : std::string();
}

} // namespace dimsum
