// The words of a workspace (industries, activity types, topics ...), each stored once with its folded key and its first
// spelling. Rows of other tables hold its number.
#pragma once

#include "domain/columns.h"
#include "domain/error.h"
#include "domain/ids.h"
#include "domain/text_codes.h"
#include "store/database.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dimsum {

// Numbers are stored: never renumber.
enum class TermKind : std::uint8_t {
    industry = 1,
    country = 2,
    region = 3,
    employees = 4,
    customers = 5,
    technologies = 6,
    maturity = 7,
    funding = 8,
    owner = 9,
    activityType = 10,
    asset = 11,
    campaign = 12,
    area = 13,
    channel = 14,
    source = 15,
    topic = 16,
    eventType = 17,
    customValue = 18, // values of all custom fields
};
inline constexpr int termKinds = 19; // one more than the last

using TermId = Id<struct TermTag>;

// The terms of one kind as a Dictionary, with the code of each term id.
struct TermCodes {
    Dictionary dictionary;
    std::vector<std::uint32_t> codeOf; // by term id; 0 = not of this kind
    std::uint32_t code(std::int64_t term) const
    {
        return term > 0 && static_cast<std::size_t>(term) < codeOf.size() ? codeOf[static_cast<std::size_t>(term)] : 0;
    }
};

class TermStore
{
public:
    explicit TermStore(Database &database) : m_database(&database) {}

    // The id of a word, adding it with this spelling if it is new; an empty key is no word: id 0. Remembers what it
    // saw: use one TermStore within one transaction only.
    Result<TermId> intern(TermKind kind, std::string_view key, std::string_view label, ImportId import = {});
    Result<TermId> find(TermKind kind, std::string_view key); // id 0 = not there

    // Everything of one kind, in order of id. Parts of ';' lists are keys too (columns.h).
    Result<TermCodes> codes(TermKind kind);
    // The spelling of a word by id; empty for 0.
    Result<std::string> label(TermId id);

private:
    Outcome load(TermKind kind);

    Database *m_database;
    struct Cache {
        bool loaded = false;
        TextCodes keys;
        std::vector<std::int64_t> ids; // by code
    };
    std::array<Cache, termKinds> m_caches;
};

} // namespace dimsum
