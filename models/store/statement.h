// A prepared statement, read forwards only. Values are bound, never pasted into the text; the text is a literal.
// An error in the middle of a result is an Error, never a short result. Same thread as its Database, which must outlive it.
#pragma once

#include "domain/day.h"
#include "domain/error.h"
#include "domain/money.h"
#include "store/database.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace dimsum {

class Statement
{
public:
    // Takes an idle prepared copy of the same text if there is one. What is wrong with it is told on first use.
    Statement(Database &database, std::string_view sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    // Binds all parameters from ?1 on, after a reset. Integers, double, text, unknown days and money and empty
    // optionals (NULL). Texts must live until the statement has run.
    template <class... Values>
    Statement &bind(const Values &...values)
    {
        reset();
        int index = 0;
        (bindOne(++index, values), ...);
        return *this;
    }
    Statement &bindBlob(int index, std::span<const std::uint8_t> bytes);

    // Steps to the next row: true = there is one.
    Result<bool> next();
    // Runs to the end and resets.
    Outcome run();
    // Calls `row(statement)` for every row. A `row` that returns Outcome may stop it with an error.
    template <class Row>
    Outcome forEach(Row row)
    {
        while (true) {
            const Result<bool> more = next();
            if (!more)
                return more.error();
            if (!*more)
                return Done{};
            if constexpr (std::is_void_v<std::invoke_result_t<Row, Statement &>>) {
                row(*this);
            } else {
                Outcome outcome = row(*this);
                if (!outcome)
                    return outcome;
            }
        }
    }
    void reset();

    // The columns of the current row, from 0. Texts stay valid until the next step.
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string_view text(int column) const;
    std::span<const std::uint8_t> blob(int column) const;
    bool isNull(int column) const;
    Day day(int column) const;     // NULL = unknown
    Money money(int column) const; // NULL = unknown
    std::optional<double> optionalReal(int column) const;
    std::optional<std::int64_t> optionalInteger(int column) const;

    // Rows changed by the last run().
    std::int64_t changes() const;

private:
    void bindOne(int index, std::int64_t value);
    void bindOne(int index, int value) { bindOne(index, std::int64_t{value}); }
    void bindOne(int index, std::uint32_t value) { bindOne(index, std::int64_t{value}); }
    void bindOne(int index, bool value) { bindOne(index, std::int64_t{value}); }
    void bindOne(int index, double value);
    void bindOne(int index, std::string_view value);
    void bindOne(int index, const std::string &value) { bindOne(index, std::string_view(value)); }
    void bindOne(int index, const char *value) { bindOne(index, std::string_view(value)); }
    void bindOne(int index, Day value);
    void bindOne(int index, Money value);
    void bindOne(int index, std::nullopt_t);
    template <class T>
    void bindOne(int index, const std::optional<T> &value)
    {
        if (value)
            bindOne(index, *value);
        else
            bindOne(index, std::nullopt);
    }

    Database *m_database;
    sqlite3_stmt **m_home = nullptr; // in m_database
    sqlite3_stmt *m_statement = nullptr;
    int m_code = 0; // of preparing and binding
};

// NULL for an empty text and for id 0: how "not given" is stored.
inline std::optional<std::int64_t> orNull(std::int64_t id)
{
    return id == 0 ? std::nullopt : std::optional<std::int64_t>(id);
}
inline std::optional<std::string_view> orNull(std::string_view text)
{
    return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

// The first column of the first row as a whole number; 0 where there is no row or it is NULL.
Result<std::int64_t> firstInteger(Statement &statement);

} // namespace dimsum
