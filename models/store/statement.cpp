#include "store/statement.h"

#include <sqlite3.h>

namespace dimsum {

Statement::Statement(Database &database, std::string_view sql) : m_database(&database)
{
    m_statement = database.takeStatement(sql, m_home, &m_code);
}

Statement::~Statement()
{
    if (!m_statement)
        return;
    reset();
    sqlite3_clear_bindings(m_statement);
    Database::giveBack(m_statement, m_home);
}

Result<bool> Statement::next()
{
    if (m_code == SQLITE_OK)
        m_code = m_statement ? sqlite3_step(m_statement) : SQLITE_MISUSE;
    const int code = m_code;
    m_code = SQLITE_OK;
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    Error error = m_database->error(code);
    if (m_statement)
        sqlite3_reset(m_statement);
    return error;
}

Outcome Statement::run()
{
    while (true) {
        const Result<bool> more = next();
        if (!more)
            return more.error();
        if (!*more)
            break;
    }
    reset();
    return Done{};
}

void Statement::reset()
{
    if (m_statement)
        sqlite3_reset(m_statement);
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

std::string_view Statement::text(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)))
                 : std::string_view();
}

std::span<const std::uint8_t> Statement::blob(int column) const
{
    const auto *bytes = static_cast<const std::uint8_t *>(sqlite3_column_blob(m_statement, column));
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

Day Statement::day(int column) const
{
    return isNull(column) ? unknownDay : Day{static_cast<std::int32_t>(integer(column))};
}

Money Statement::money(int column) const
{
    return isNull(column) ? unknownMoney : Money{integer(column)};
}

std::optional<double> Statement::optionalReal(int column) const
{
    return isNull(column) ? std::nullopt : std::optional<double>(real(column));
}

std::optional<std::int64_t> Statement::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional<std::int64_t>(integer(column));
}

std::int64_t Statement::changes() const
{
    return sqlite3_changes64(m_database->handle());
}

// A failed binding shows when the statement runs: the first error stays.
#define DIMSUM_BIND(call) \
    do { \
        if (m_code == SQLITE_OK && m_statement) \
            m_code = call; \
    } while (false)

void Statement::bindOne(int index, std::int64_t value)
{
    DIMSUM_BIND(sqlite3_bind_int64(m_statement, index, value));
}

void Statement::bindOne(int index, double value)
{
    DIMSUM_BIND(sqlite3_bind_double(m_statement, index, value));
}

void Statement::bindOne(int index, std::string_view value)
{
    // An empty view may have no address, and that would bind NULL.
    const char *bytes = value.data() ? value.data() : "";
    DIMSUM_BIND(sqlite3_bind_text64(m_statement, index, bytes, value.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bindOne(int index, Day value)
{
    if (value.known())
        bindOne(index, std::int64_t{value.number});
    else
        bindOne(index, std::nullopt);
}

void Statement::bindOne(int index, Money value)
{
    if (value.known())
        bindOne(index, value.minor);
    else
        bindOne(index, std::nullopt);
}

void Statement::bindOne(int index, std::nullopt_t)
{
    DIMSUM_BIND(sqlite3_bind_null(m_statement, index));
}

Statement &Statement::bindBlob(int index, std::span<const std::uint8_t> bytes)
{
    DIMSUM_BIND(sqlite3_bind_blob64(m_statement, index, bytes.empty() ? "" : static_cast<const void *>(bytes.data()),
                                    bytes.size(), SQLITE_STATIC));
    return *this;
}

#undef DIMSUM_BIND

Result<std::int64_t> firstInteger(Statement &statement)
{
    const Result<bool> row = statement.next();
    if (!row)
        return row.error();
    const std::int64_t value = *row ? statement.integer(0) : 0;
    statement.reset();
    return value;
}

} // namespace dimsum
