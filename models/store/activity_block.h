// The activities of one account from one import, packed into one value: about a sixth of what rows of a table with
// their indexes take, and written a hundred times as fast. Pure functions; any thread.
//
// Layout (packing.h):
//   version (1), rows, unit (milliseconds per step of time: 1 or 1000), the id prefix, contact base,
//   then per row, in the order of time, equal times in file order:
//   flags (1 dated, 2 contact, 4 asset, 8 campaign, 16 area, 32 channel, 64 id = prefix + number, 128 id as text),
//   time since the row before (the first: since 1970), type, then what the flags announce: contact above the base,
//   asset, campaign, area, channel (term ids), id number less the one before, or the id.
#pragma once

#include "store/packing.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dimsum {

// The id of another system, cut into the text before its last digits and their number, so that "a-4711" and "a-4712"
// share a prefix: ids that are counted up take two bytes. `number` < 0: the whole id is in `text`.
struct PackedId {
    std::string_view text; // prefix, or all of it; empty with number < 0: no id
    std::int64_t number = -1;

    bool empty() const { return text.empty() && number < 0; }
    friend bool operator==(const PackedId &, const PackedId &) = default;
};

// A number has 1 to 15 digits and no leading zero; "007" and "a-" have none.
PackedId packedId(std::string_view id);
std::string unpackedId(const PackedId &id);
// Bytewise comparison of the whole ids: < 0, 0, > 0.
int compareIds(const PackedId &left, const PackedId &right);
// 63 bits to find an activity by: equal ids have equal ones, and ids that are counted up have neighbouring ones.
std::int64_t identityOf(const PackedId &id);

// The same for many numbers after one prefix.
class CountedIdentity
{
public:
    explicit CountedIdentity(std::string_view prefix);
    std::int64_t at(std::int64_t number) const { return static_cast<std::int64_t>((m_base + static_cast<std::uint64_t>(number)) & mask); }

private:
    static constexpr std::uint64_t mask = 0x7fffffffffffffffu;
    std::uint64_t m_base;
};

// One activity as a block holds it. Term and contact ids are 0 for none.
struct PackedActivity {
    std::int64_t instant = 0; // UTC milliseconds; dated: midnight UTC of the calendar date
    std::int64_t type = 0;
    std::int64_t contact = 0;
    std::int64_t asset = 0;
    std::int64_t campaign = 0;
    std::int64_t area = 0;
    std::int64_t channel = 0;
    PackedId id = {};
    bool dated = false;
};

// `rows` must be sorted by instant; at least one, at most 2^31. The result replaces what is in `content`.
void packActivities(std::span<const PackedActivity> rows, std::vector<std::uint8_t> &content);

// Reads a block row by row. A block that was damaged ends early and is not sound.
class ActivityBlockReader
{
public:
    explicit ActivityBlockReader(std::span<const std::uint8_t> content);

    std::uint64_t rows() const { return m_rows; }
    // Views in `row.id` lead into the content. False at the end, or where the content makes no sense.
    bool next(PackedActivity &row);
    // After the last row: everything was read and nothing is left.
    bool sound() const { return m_content.sound() && m_read == m_rows && m_content.left() == 0; }

private:
    Unpacker m_content;
    std::uint64_t m_rows = 0;
    std::uint64_t m_read = 0;
    std::int64_t m_unit = 1;
    std::string_view m_prefix;
    std::int64_t m_contactBase = 0;
    std::int64_t m_step = 0;
    std::int64_t m_idNumber = 0;
};

} // namespace dimsum
