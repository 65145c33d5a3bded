// What went wrong, in a form that the layers below the window can hand up without wording it for a person.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

// Marks an English sentence for translation where it is written; front ends translate it with context "Error".
// (lupdate is told of it by -tr-function-alias, see resources/i18n.)
#define DIMSUM_TEXT(sentence) sentence

namespace dimsum {

// The kind decides the exit code of the command line and the colour of the panel in the window.
enum class ErrorKind : std::uint8_t {
    usage,        // the words of the call are wrong (command line: exit 2)
    invalid,      // a value or document that a person gave breaks a rule
    notFound,     // the named thing does not exist
    refused,      // allowed input, but an invariant or state forbids it (envelope, capacity, transition, stale scores)
    conflict,     // somebody else changed it meanwhile
    busy,         // another process holds the workspace
    unreadable,   // a file cannot be read or is not what it should be
    damaged,      // the workspace fails its integrity check
    newerVersion, // written by a newer Dimsum
    storage,      // the disk or the database refused (full disk, I/O error)
    cancelled,    // a person stopped it
};

// `sentence` is a literal with %1, %2 ... for `arguments`: plain words, with the next step in it.
// `file`, `line` (1-based, 0 = none) and `field` say where, when there is a where.
struct Error {
    ErrorKind kind = ErrorKind::invalid;
    const char *sentence = "";
    std::vector<std::string> arguments = {};
    std::string file = {};
    std::int64_t line = 0;
    std::string field = {};
};

// The English sentence with its arguments in place: for logs, tests and programs. People get the translated one
// (models/qt/wording.h).
std::string plainText(const Error &error);

// A value or the reason why there is none. Exceptions do not cross a layer border; this does.
template <class T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_content(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_content(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return m_content.index() == 0; }
    explicit operator bool() const { return ok(); }

    T &value() & { return std::get<0>(m_content); }
    const T &value() const & { return std::get<0>(m_content); }
    T &&value() && { return std::get<0>(std::move(m_content)); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }

    const Error &error() const { return std::get<1>(m_content); }

private:
    std::variant<T, Error> m_content;
};

// Success or the reason: `return Done{};`
struct Done {
};
using Outcome = Result<Done>;

} // namespace dimsum
