// How a row without an id of its own is recognised (cli.md): by its content and its running number among equal rows.
#pragma once

#include <cstdint>
#include <string_view>

namespace dimsum {

// A fast, well mixed 64-bit hash over the parts of a row, each with its length, so that ("a", "bc") and ("ab", "c")
// differ. Not against an adversary: two rows that collide on purpose are one row to their author only.
class RowHash
{
public:
    explicit RowHash(std::uint64_t seed) : m_state(seed) {}
    RowHash &add(std::string_view text);
    RowHash &add(std::int64_t number);
    // 63 bits: what `identity` columns hold.
    std::int64_t value() const;

private:
    std::uint64_t m_state;
};

// Identity of a row that has an id of its own.
std::int64_t identityOfId(std::string_view externalId);
// Identity of the `repeat`-th (from 1) row of equal content.
std::int64_t identityOfContent(std::int64_t content, std::int64_t repeat);

} // namespace dimsum
