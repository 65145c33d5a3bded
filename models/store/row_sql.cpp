#include "store/row_sql.h"

namespace dimsum {

namespace {

std::string list(std::span<const char *const> columns, const std::string &prefix)
{
    std::string text;
    for (const char *column : columns)
        text += (text.empty() ? "" : ", ") + prefix + '"' + column + '"';
    return text;
}

std::string keyArray(const EntityTable &table, const std::string &prefix)
{
    return "json_array(" + list(table.key, prefix) + ")";
}

std::string imageValues(const EntityTable &table)
{
    std::string text;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        text += (i ? ", " : "") + std::string("json_extract(p.image, '$[") + std::to_string(i) + "]')";
    return text;
}

} // namespace

std::string keepPriorSql(const EntityTable &table)
{
    std::string where;
    for (std::size_t i = 0; i < table.key.size(); ++i)
        where += (i ? " AND \"" : "\"") + std::string(table.key[i]) + "\" = ?" + std::to_string(i + 3);
    // Last in the image: where the row came from, for rows that are brought back.
    const std::string comma = table.columns.empty() ? "" : ", ";
    return "INSERT INTO import_prior (import_id, entity, row_key, image) SELECT ?1, ?2, " + keyArray(table, "")
           + ", json_array(" + list(table.columns, "") + comma + "import_id) FROM " + table.table + " WHERE " + where
           + " ON CONFLICT DO NOTHING";
}

std::string restoreSql(const EntityTable &table)
{
    if (table.columns.empty())
        return {};
    std::string join;
    for (std::size_t i = 0; i < table.key.size(); ++i)
        join += std::string(" AND ") + table.table + ".\"" + table.key[i] + "\" = json_extract(p.row_key, '$["
                + std::to_string(i) + "]')";
    return "UPDATE " + std::string(table.table) + " SET (" + list(table.columns, "") + ") = (" + imageValues(table)
           + ") FROM import_prior AS p WHERE p.import_id = ?1 AND p.entity = ?2" + join;
}

std::string reinsertSql(const EntityTable &table)
{
    std::string values;
    for (std::size_t i = 0; i < table.key.size(); ++i)
        values += (i ? ", " : "") + std::string("json_extract(p.row_key, '$[") + std::to_string(i) + "]')";
    for (std::size_t i = 0; i <= table.columns.size(); ++i)
        values += ", json_extract(p.image, '$[" + std::to_string(i) + "]')";
    const std::string comma = table.columns.empty() ? "" : ", ";
    return "INSERT INTO " + std::string(table.table) + " (" + list(table.key, "") + comma + list(table.columns, "")
           + ", import_id) SELECT " + values
           + " FROM import_prior AS p WHERE p.import_id = ?1 AND p.entity = ?2 ON CONFLICT DO NOTHING";
}

} // namespace dimsum
